"""Columns that hold several things: `SU221/05.09.2022`, `IVANOV IVAN 12.03.1975`, `рядовой, в/ч 12345`.

What is found in a cell are tokens of a kind (a date, a flight, a document ...) and the rest. A column is taken apart
where nearly all its cells hold the same kinds and the rest is something that stands alone elsewhere: a person, a place,
a word. Prose with a date in it stays prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corrobora.model.places import country_of
from corrobora.records import shapes
from corrobora.records.parsers import dates, words
from corrobora.records.profile import is_nothing

REST = "rest"

_CLOCK = r"(?:[\sT,]+\d{1,2}:\d{2}(?::\d{2})?)?"
_DATE = (
    r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号號]"
    rf"|\d{{1,2}}\s?(?:{'|'.join(dates.MONTH_STEMS)})[^\W\d_]{{0,7}}\.?[\s,]?(?:\d{{4}}|\d{{2}}))" + _CLOCK
)
_END = r"(?![\w])"
_BEGIN = r"(?<![\w])"
# in the order in which they are looked for; what one has taken is gone for the next
_TOKENS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE if kind in ("birth", "issued", "unit", "date") else 0))
    for kind, pattern in (
        (
            "issued",
            rf"(?:выдан[оаы]?|выд\.|видан[оаий]*|issued(?:\s+on)?|действ\w*\s+до|дійсн\w*\s+до"
            rf"|valid\s+(?:until|to)|exp\w*\.?)"
            rf"[^\d]{{0,60}}?(?P<token>{_DATE})(?:\s*(?:г|р)\.)?",
        ),
        (
            "birth",
            rf"(?:(?:г\.?\s?р\.?|д\.?\s?р\.?|р\.?\s?н\.?|род(?:ился|илась|\.)|дата рождения|born|dob|b\.|出生)\s*:?\s*"
            rf"(?P<token>{_DATE}|(?:19|20)\d\d)(?!\d)|(?P<token2>{_DATE}|(?<!\d)(?:19|20)\d\d)\s*"
            rf"(?:г\.?\s?р\.?|р\.?\s?н\.?|г\.?\s?рожд\w*|года рождения|року народження|出生|生)(?!\w))",
        ),
        ("date", rf"(?<![\w.])(?P<token>{_DATE}){_END}(?:\s*(?:г|р)\.?(?!\w))?"),
        ("unit", r"(?P<token>(?:в/ч|в\.ч\.|войсков\w+ част\w+|військов\w+ част\w+)\s*№?\s*(?:[АA]-?)?\d{4,5})" + _END),
        ("train", _BEGIN + r"(?P<token>[GDCZTKYS]\d{1,4}|\d{1,4})次"),
        ("flight", _BEGIN + r"(?P<token>(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])[\s-]?\d{2,4})" + _END),
        (
            "document",
            _BEGIN
            + r"(?P<token>\d{2}\s?\d{2}\s?(?:№\s?)?\d{6}|\d{2}\s?(?:№\s?)?\d{7}"
            + r"|[A-ZА-ЯІЇЄ]{1,2}\s?(?:№\s?)?\d{6,8}|\d{9})"
            + _END,
        ),
    )
)  # fmt: skip
KINDS = (*(kind for kind, _ in _TOKENS), "direction", REST)
"""What a part may be."""

_LABELS = re.compile(
    r"(?<!\w)(?:паспорт\w*|загранпаспорт|passport|pass|серия|серія|номер|рейс\w*|рейсу|flight|поезд|потяг|train"
    r"|от|від|dated|of|no|г|р|года|року|год|рік|on|кем|ким|by|护照|航班|车次)(?![\w])\.?|[№#]",
    re.IGNORECASE,
)
_MARKS = " \t\u00a0,;/|()[]–—-:·.\n"
_SEGMENT = re.compile(r"\s*[/|;,]\s*|\s+[-–—]\s+")
_HEADER = re.compile(r"\s*[,/;+&|\n]\s*|\s+(?:и|та|і|and|und)\s+")
_ENOUGH, _LEAST, _SAMPLE = 0.8, 5, 300
_NAMED = {"birth": "date of birth", "document": "document", "flight": "flight", "train": "train", "unit": "unit"}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a column holds.

    Attributes:
        kind: of the token, or "rest".
        among: all kinds that the column holds, in order.
        header: the words of the header that name it, "" where none do.
    """

    kind: str
    among: tuple[str, ...]
    header: str = ""

    @property
    def name(self) -> str:
        """How a mapping calls it: `date of flight+date`."""
        return f"{self.kind} of {'+'.join(self.among)}"


@lru_cache(maxsize=1 << 17)
def tokens(untrusted_text: str) -> tuple[tuple[str, str], ...]:
    """(kind, words) of everything that a cell holds, in the order of the cell.

    Example:
        >>> tokens("SU221/05.09.2022"), tokens("IVANOV IVAN 12.03.1975")
        ((('flight', 'SU221'), ('date', '05.09.2022')), (('rest', 'IVANOV IVAN'), ('date', '12.03.1975')))
        >>> tokens("паспорт 65 1234567 выдан 01.02.2010")
        (('document', '65 1234567'), ('issued', '01.02.2010'))
    """
    text = untrusted_text[:400]
    found: list[tuple[int, str, str]] = []
    for kind, pattern in _TOKENS:
        for match in pattern.finditer(text):
            group = "token" if match["token"] is not None else "token2"
            found.append((match.start(group), kind, match[group].strip()))
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    rest = []
    for segment in re.split("\x00+", text):
        for piece in _SEGMENT.split(segment):
            bare = _LABELS.sub(" ", piece).strip().strip(_MARKS).strip()
            if bare and words.direction(bare) is not None and len(bare) < 24:
                found.append((untrusted_text.find(bare), "direction", bare))
            elif bare:
                rest.append(bare)
    if rest:
        found.append((max(0, untrusted_text.find(rest[0])), REST, _joined(rest, untrusted_text)))
    return tuple((kind, words_) for _, kind, words_ in sorted(found))


def _joined(rest: Sequence[str], text: str) -> str:
    """The rest as it stands in the cell where it stands in one piece."""
    start = text.find(rest[0])
    end = text.rfind(rest[-1]) + len(rest[-1])
    whole = text[start:end] if start >= 0 and end > start else ""
    return whole if whole and all(piece in whole for piece in rest) and not _taken(whole) else " - ".join(rest)


def _taken(text: str) -> bool:
    return any(pattern.search(text) for _, pattern in _TOKENS)


@lru_cache(maxsize=1 << 17)
def piece(untrusted_text: str, part: str) -> str | None:
    """What a cell holds of a part, None where it holds nothing of it.

    Args:
        untrusted_text: the cell.
        part: as `Part.name` tells it.

    Example:
        >>> piece("SU221/05.09.2022", "date of flight+date")
        '05.09.2022'
    """
    kind = part.split(" of ", 1)[0]
    return next((words_ for found, words_ in tokens(untrusted_text) if found == kind), None)


def parts_of(header: str, cells: Sequence[str | None], *, is_heading: bool = False) -> list[Part]:
    """The parts of a column, none where it holds one thing.

    Args:
        header: of the column.
        cells: a sample of it.
        is_heading: the cells are headings above groups of rows, in which words of any kind may stand.
    """
    present = [cell.strip() for cell in cells[:_SAMPLE] if cell is not None and not is_nothing(cell)]
    if len(present) < (1 if is_heading else _LEAST) or not any(map(_might, present[:20])):
        return []
    cut = [tokens(cell) for cell in present]
    kinds: Counter[str] = Counter(kind for found in cut for kind in {kind for kind, _ in found})
    common = [kind for kind, times in kinds.most_common() if times >= _ENOUGH * len(present)]
    if not common or (common == [REST] and not is_heading):
        return []
    order = [kind for kind, _ in max(cut, key=lambda found: sum(kind in common for kind, _ in found))]
    among = tuple(kind for kind in dict.fromkeys(order) if kind in common)
    if not is_heading and (len(among) < 2 or not _is_clean(cut, among)):
        return []
    return _named(header, tuple(kind for kind in among if kind != REST or _stands_alone(cut, is_heading=is_heading)))


def _might(cell: str) -> bool:
    return any(char.isdigit() for char in cell) or "/" in cell


def _is_clean(cut: Sequence[tuple[tuple[str, str], ...]], among: tuple[str, ...]) -> bool:
    """Whether the rest, if there is one, is something of its own, and no kind comes twice."""
    twice = sum(len(found) != len({kind for kind, _ in found}) for found in cut)
    return twice <= (1 - _ENOUGH) * len(cut) and (
        _stands_alone(cut, is_heading=False) or not any(kind == REST for found in cut for kind, _ in found)
    )


def _stands_alone(cut: Sequence[tuple[tuple[str, str], ...]], *, is_heading: bool) -> bool:
    rests = [text for found in cut for kind, text in found if kind == REST]
    if not rests:
        return False
    kinds = {kind for found in cut for kind, _ in found}
    good = sum(_is_of_its_own(text, kinds, is_heading=is_heading) for text in rests)
    return good >= _ENOUGH * len(rests)


def _is_of_its_own(text: str, kinds: set[str], *, is_heading: bool) -> bool:
    if is_heading:
        return shapes.is_route(text) or country_of(text) is not None
    if any(char.isdigit() for char in text) or len(text) > 60:
        return False
    if shapes.is_person(text):
        return True
    if kinds <= {"date", REST}:
        # a date beside words is a remark unless the words are a name or a place
        return country_of(text) is not None or shapes.is_route(text)
    return text.count(" ") <= 2


def _named(header: str, among: tuple[str, ...]) -> list[Part]:
    """The parts with the words of the header that name each: in order where they are as many, else all for one."""
    said = [text for text in _HEADER.split(header.strip()) if text]
    shown = [kind for kind in among if kind != "issued"]
    if len(said) == len(shown) > 1:
        return [Part(kind, among, text) for kind, text in zip(shown, said, strict=True)]
    first = REST if REST in shown else shown[0] if shown else ""
    return [Part(kind, among, header if kind == first else _NAMED.get(kind, "")) for kind in shown]
