"""JSON: one object in each line, or one list of objects; flat or nested."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import pyarrow as pa

from corrobora.errors import DamagedError
from corrobora.model.encoding import encoding_of
from corrobora.records.nested import FlatObject, flatten, keys_of
from corrobora.records.table import BadRow, Blob, Layout, as_batch

_BATCH = 20_000
_COLUMNS, _ROWS = ("columns", "fields", "header", "headers"), ("data", "rows", "values")


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """A JSON file as a flat table. The row is the line, or the place in the list.

    Attributes:
        inside: a list inside each object whose entries are the rows; each has the row of its object, whose own values
            stand beside it.
    """

    blob: Blob
    inner: str = ""
    format: str = "jsonl"
    inside: str = ""

    @property
    def is_lines(self) -> bool:
        """Whether the name says that each line is an object."""
        return self.format == "jsonl"

    def layout(self) -> Layout:
        """The width; there are no header rows."""
        return Layout(0, len(self._keys()))

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """The keys, and the first objects as rows."""
        keys = self._keys()
        cut = [cells for _, flat in self.sample(limit) for cells in self._cells(flat)]
        return keys, [[cells.get(key) for key in keys] for cells in cut[:limit]]

    def children(self, limit: int = 2000) -> dict[str, list[dict[str, str]]]:
        """The lists of objects inside the first objects."""
        found: dict[str, list[dict[str, str]]] = {}
        for _, flat in self.sample(limit):
            for key, rows in flat.children.items():
                found.setdefault(key, []).extend(rows)
        return found

    def sample(self, limit: int) -> list[tuple[int, FlatObject]]:
        """The first objects, cut."""
        taken = []
        for number, value in objects(self.blob, lambda _: None, is_lines=self.is_lines):
            taken.append((number, flatten(value)))
            if len(taken) >= limit:
                break
        return taken

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """All objects as flat rows."""
        keys = self._keys()
        rows: list[list[str | None]] = []
        numbers: list[int] = []
        for number, value in objects(self.blob, on_bad, is_lines=self.is_lines):
            for cells in self._cells(flatten(value)):
                rows.append([cells.get(key) for key in keys])
                numbers.append(number)
            if len(rows) >= _BATCH:
                yield as_batch(rows, numbers, layout.width)
                rows, numbers = [], []
        if rows:
            yield as_batch(rows, numbers, layout.width)

    def _keys(self) -> list[str]:
        return keys_of([cells for _, flat in self.sample(2000) for cells in self._cells(flat)])

    def _cells(self, flat: FlatObject) -> list[dict[str, str]]:
        return [flat.cells | entry for entry in flat.children.get(self.inside, ())] if self.inside else [flat.cells]


def objects(
    blob: Blob, on_bad: Callable[[BadRow], None], *, is_lines: bool = False
) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line or place, object) for every object of a file; lines that are none are reported.

    Raises:
        DamagedError: no object is in it.
    """
    with blob.open() as stream:
        head = stream.read(1 << 16)
    encoding = encoding_of(head)
    decoder = codecs.lookup(encoding)
    text = decoder.decode(head, "replace")[0].lstrip("\ufeff \t\r\n")
    if is_lines or _is_lines(text):
        yield from _lines(blob, encoding, on_bad)
    else:
        yield from _whole(blob, encoding)


def _is_lines(text: str) -> bool:
    """Whether each line is an object of its own; one line alone may hold the whole list."""
    first, _, rest = text.partition("\n")
    if not first.strip().startswith("{") or not rest.strip().startswith("{"):
        return False
    try:
        json.loads(first)
    except ValueError:
        return False
    return True


def _lines(blob: Blob, encoding: str, on_bad: Callable[[BadRow], None]) -> Iterator[tuple[int, dict[str, Any]]]:
    with blob.open() as raw:
        stream: Iterable[Any] = raw if encoding == "utf-8" else io.TextIOWrapper(raw, encoding, "replace")
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                value = msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as exc:
                on_bad(BadRow(number, f"is not JSON: {exc}"))
                continue
            if isinstance(value, dict):
                yield number, value
            else:
                on_bad(BadRow(number, "is not a JSON object"))


def _whole(blob: Blob, encoding: str) -> Iterator[tuple[int, dict[str, Any]]]:
    with blob.open() as stream:
        raw = stream.read()
    try:
        value = json.loads(raw.decode(encoding, errors="replace"))
    except (ValueError, RecursionError) as exc:
        raise DamagedError(f"this is not JSON: {exc}", blob.name) from exc
    rows = _longest_list(value)
    if not rows:
        raise DamagedError("there is no list of objects in this file", blob.name)
    yield from enumerate(rows, 1)


def _longest_list(value: Any) -> list[dict[str, Any]]:
    """The list of objects that the file is: the file itself, or the longest list in its outer object."""
    if isinstance(value, list):
        return [row for row in value if isinstance(row, dict)] or _named_rows(value)
    if not isinstance(value, dict):
        return []
    columns = next((value[name] for name in _COLUMNS if isinstance(value.get(name), list)), None)
    rows = next((value[name] for name in _ROWS if isinstance(value.get(name), list)), None)
    if columns and rows and isinstance(rows[0], list):
        return _named_rows([[one.get("name") if isinstance(one, dict) else one for one in columns], *rows])
    inside = [_longest_list(inner) for inner in value.values() if isinstance(inner, list | dict)]
    longest = max(inside, key=len, default=[])
    return longest if longest else [value]


def _named_rows(rows: list[Any]) -> list[dict[str, Any]]:
    """Lists of values as objects, called as the first list says, or by their places where it holds values too."""
    lists = [row for row in rows if isinstance(row, list)]
    if len(lists) < 2 or len(lists) < len(rows):
        return []
    first, width = lists[0], max(map(len, lists))
    names = [str(one or "") for one in first] if all(isinstance(one, str) and one for one in first) else []
    is_header = len(set(names)) == len(names) == width and not any(any(c.isdigit() for c in name) for name in names)
    called = names if is_header else [f"column {place}" for place in range(1, width + 1)]
    return [dict(zip(called, row, strict=False)) for row in lists[is_header:]]
