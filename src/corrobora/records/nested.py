"""Objects with objects inside, as rows: a company with its founders gives one row and a table of children."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DEPTH = 6


@dataclass(frozen=True, slots=True)
class FlatObject:
    """One object, cut into a flat row and the rows of the lists inside it.

    Attributes:
        cells: dotted key -> text; several values are joined with a newline.
        children: dotted key of a list of objects -> their flat rows, keys with the list's name before them.
    """

    cells: dict[str, str]
    children: dict[str, list[dict[str, str]]] = field(default_factory=dict)


def flatten(untrusted_object: Any) -> FlatObject:
    """Cuts one decoded JSON object.

    Example:
        >>> flatten({"inn": "77", "founders": [{"name": "Orlov", "share": {"percent": 50}}]}).children
        {'founders': [{'founders.name': 'Orlov', 'founders.share.percent': '50'}]}
    """
    flat = FlatObject({}, {})
    _walk("", untrusted_object, flat, 0)
    return flat


def _walk(path: str, value: Any, flat: FlatObject, depth: int) -> None:
    if depth > _DEPTH or value is None:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            _walk(f"{path}.{key}" if path else str(key), inner, flat, depth + 1)
    elif isinstance(value, list):
        _walk_list(path, value, flat, depth)
    elif path:
        _add(flat.cells, path, _text(value))


def _walk_list(path: str, values: list[Any], flat: FlatObject, depth: int) -> None:
    for value in values:
        if isinstance(value, dict):
            child = FlatObject({}, {})
            _walk(path, value, child, depth + 1)
            flat.children.setdefault(path, []).append(child.cells)
            for key, rows in child.children.items():
                flat.children.setdefault(key, []).extend(rows)
        else:
            _walk(path, value, flat, depth + 1)


def _add(cells: dict[str, str], path: str, text: str) -> None:
    if text:
        cells[path] = f"{cells[path]}\n{text}" if path in cells else text


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def keys_of(objects: Iterator[dict[str, str]] | list[dict[str, str]]) -> list[str]:
    """All keys in order of first appearance."""
    return list(dict.fromkeys(key for cells in objects for key in cells))
