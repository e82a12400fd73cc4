"""Where a sentence says it stands: in square brackets, in notes, in links, in the words of a footnote. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import parse_qs, unquote, urlsplit

MARK = re.compile(
    r"\[(?:doc:\s*(?P<document>[^\]]+?)\s+p\.?\s*(?P<page>\d+)|rec:\s*(?P<dataset>[^\]]+?)\s+row\s+(?P<row>\d+))\]"
)
_BARE = re.compile(r"(?<!\[)\b((?:doc|rec):\s*[^\[\]]+?\s(?:p\.?\s*|row\s+)\d+)")
_LINK = re.compile(r"\[[^\]\n]*\]\((?P<url>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)")
_PAGE = re.compile(
    r"^[»”\"'’)\]\s,;:]{0,4}(?:\(|,\s*)?(?:pages?|pp?\.?|page no\.?|стр\.?|с\.|стор\.?|страниц\w+|сторінк\w+|第)?"
    r"\s*(?P<n>\d+)\s*(?:页|頁)?",
    re.I,
)
_ROW = re.compile(
    r"^[»”\"'’)\]\s,;:]{0,4}\(?(?:rows?|lines?|записи?|запис|строк[аи]|рядок|рядки|№|no\.?|第)\s*(?P<n>\d+)", re.I
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A page of a document, or a row of a record set."""

    document: str = ""
    page: int = 0
    dataset: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be cited: paths of the documents and record sets of the case, and what they are called alone."""

    documents: frozenset[str] = frozenset()
    datasets: frozenset[str] = frozenset()
    names: dict[str, str] = field(default_factory=dict)


def shelf(documents: Iterable[str], datasets: Iterable[str]) -> Shelf:
    """The shelf of a case; a file name that only one path ends in stands for that path."""
    papers, sets = frozenset(documents), frozenset(datasets)
    names: dict[str, str] = {}
    for path in sorted(papers | sets):
        name = PurePosixPath(path.rpartition("!/")[2]).name
        names[name] = "" if name in names else path
    whole = {path: path for path in papers | sets}
    return Shelf(papers, sets, {name: path for name, path in names.items() if path and len(name) > 4} | whole)


def cited(text: str, held: Shelf) -> list[Citation]:
    """Every citation in a text, in order of its forms: marks, links, then papers named with a page or row."""
    marked = _BARE.sub(r"[\1]", text)
    found = [_of_mark(m) for m in MARK.finditer(marked)]
    found += [c for m in _LINK.finditer(text) if (c := of_link(m["url"], held)) is not None]
    if not found:
        found = _named(text, held)
    return list(dict.fromkeys(found))


def of_link(url: str, held: Shelf) -> Citation | None:
    """The page or row that a link leads to, or None where it leads out of the case.

    A link into the web application, or a path with `page` or `row` behind `?` or `#`.
    """
    if url.lower().startswith(("doc:", "rec:")):
        mark = MARK.search(f"[{unquote(url).replace('_row_', ' row ')}]")
        return _of_mark(mark) if mark else None
    parts = urlsplit(url)
    asked = parse_qs(parts.query) | parse_qs(parts.fragment)
    told = [unquote(parts.path), *(value for values in asked.values() for value in values)]
    path = next((p for text in told if (p := _ending(text, held)) is not None), None)
    number = next((int(asked[k][0]) for k in ("page", "p", "row") if k in asked and asked[k][0].isdecimal()), 1)
    if path is None:
        return None
    return Citation(dataset=path, row=number) if path in held.datasets else Citation(path, number)


def without(text: str) -> str:
    """The text without marks and without the addresses of links."""
    return MARK.sub("", _LINK.sub(lambda m: m.group()[1 : m.group().index("](")], text))


def _of_mark(mark: re.Match[str]) -> Citation:
    if mark["document"]:
        return Citation(mark["document"], int(mark["page"]))
    return Citation(dataset=mark["dataset"], row=int(mark["row"]))


def _ending(text: str, held: Shelf) -> str | None:
    bare = text.strip("/")
    whole = [p for p in held.documents | held.datasets if bare == p or bare.endswith("/" + p)]
    return max(whole, key=len) if whole else held.names.get(bare)


def _named(text: str, held: Shelf) -> list[Citation]:
    """Papers named in the words of a note, with the page or row behind the name."""
    found: list[tuple[int, Citation]] = []
    taken: list[tuple[int, int]] = []
    for name in sorted((n for n in held.names if n in text), key=len, reverse=True):
        at = text.find(name)
        if any(a <= at < b for a, b in taken):
            continue
        taken.append((at, at + len(name)))
        path, rest = held.names[name], text[at + len(name) :]
        number = (_ROW if path in held.datasets else _PAGE).search(rest)
        if path in held.datasets:
            found += [(at, Citation(dataset=path, row=int(number["n"])))] if number else []
        else:
            found.append((at, Citation(path, int(number["n"]) if number else 1)))
    return [citation for _, citation in sorted(found, key=lambda pair: pair[0])]
