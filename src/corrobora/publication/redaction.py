"""Who is shown in full and what is blacked out: identifiers of people who are no subject of the findings. Pure.

A third person's name may stand on a cited page; passport number, birth date, telephone and mail address may not leave
with it. Text is masked character by character, so that offsets stay; pictures get boxes (`pictures.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corrobora.model.document import Page
from corrobora.model.entities import Person
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention, MentionType
from corrobora.publication.exporter import EVERYBODY, NOBODY

SENSITIVE = frozenset({"birth_date", "document", "phone", "address", "email", "booking", "seat", "age"})
"""Properties of a row that are shown only where the row is a subject's."""

BLACK = "█"
_LEAN = 0.4
_ASSERTED = (Grade.CONFIRMED, Grade.PROBABLE)
_OF_PEOPLE = frozenset({"match", "travel", "co_travel", "lag", "stay", "fate", "contradiction", "ownership"})
_YOUNGEST = 15
_MONTHS = {
    1: "jan|янв|січ", 2: "feb|фев|лют", 3: "mar|мар|берез", 4: "apr|апр|квіт", 5: "may|ма[йя]|трав", 6: "jun|июн|черв",
    7: "jul|июл|лип", 8: "aug|авг|серп", 9: "sep|сен|верес", 10: "oct|окт|жовт", 11: "nov|ноя|листоп",
    12: "dec|дек|груд",
}  # fmt: skip
_MONTH = re.compile("|".join(f"(?P<m{n}>{stems})" for n, stems in _MONTHS.items()), re.I)
_DATES = (
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[-./年]\s?(?P<m>\d{1,2})\s?[-./月]\s?(?P<d>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\s?[./,-]\s?(?P<m>\d{1,2})\s?[./,-]\s?(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{1,2})\s+(?P<word>[^\W\d]{3,12})\.?\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?P<word>[A-Z][a-z]{2,8})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>(?:19|20)\d\d)(?!\d)"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTER = "A-Za-zА-Яа-яЁёІіЇїЄєҐґ0-9_"
"""Chinese letters bound no number: 电话+86 139 5550 1234."""
_FROM, _TO = rf"(?<![{_LETTER}-])", rf"(?![{_LETTER}-])"
_PASSPORT = re.compile(
    rf"{_FROM}(?:[A-ZА-ЯІЇЄ]{{1,3}}[ №-]{{0,2}}\d{{6,8}}"
    rf"|(?:\d{{2}} \d{{2}}|\d{{4}}) (?:№ ?)?\d{{6}}|\d{{2}} (?:№ ?)?\d{{7}}|\d{{17}}[\dXХ]){_TO}"
)
_SMUDGED = re.compile(rf"{_FROM}(?=(?:\w*\d){{5}})[\dA-ZА-Я]{{8,9}}{_TO}")
_SPLIT = re.compile(rf"(?<![{_LETTER}.,/-])[^\W_]{{1,4}}[ №-]\d{{5,8}}{_TO}")
"""On a scan: a number that the recogniser broke in two, its letter and first digits misread."""
_NAMED = re.compile(
    r"(?:\b(?:загран)?паспорт\w*|\bпасп\.|\bpassport\w*|护照)\W{0,4}(?:(?:серия|серії|номер|number|no\.?|№|号码?)\W{0,3}){0,2}"
    r"(?P<number>[^\W_]{1,9}(?:[ №-]{1,3}(?=[^\W_]*\d)[^\W_]{1,9}){0,3})",
    re.I,
)
_MAIL = re.compile(r"[\w.+-]+(?=@[\w-]+\.[\w.-]+)")
_PHONE = re.compile(
    rf"(?<![{_LETTER}+])(?:\+\d|8 ?(?=\())[\d\s()-]{{8,18}}\d(?![{_LETTER}])"
    r"|(?:\b(?:тел|моб|tel|phone|mobile|call|факс|fax)\w*|电话|手机|传真)[.:：№ ]{0,4}"
    r"(?P<number>\+?\d[\d\s()-]{5,18}\d)"
    rf"|(?<![{_LETTER}.,/])1[3-9]\d{{9}}(?![{_LETTER}.,/])",
    re.I,
)
_MRZ = re.compile(r"^.*<<.*$", re.M)


@dataclass(frozen=True, slots=True)
class Veil:
    """What is hidden in everything that leaves the case.

    Attributes:
        shown: ids of the people who are shown in full.
        numbers: identifiers that may stand, letters and digits only, in capitals.
        births: birth dates that may stand, ISO.
        days: other dates that findings speak of.
        horizon: a day before this year that no finding speaks of is taken for somebody's birth date.
        open: nothing is hidden.
        secrets: numbers of known people who are not shown, letters and digits only: looked for once more in pictures.
        words: what files say of whoever made them (author, place of a photograph); it may be the source.
    """

    shown: frozenset[str]
    numbers: frozenset[str]
    births: frozenset[str]
    days: frozenset[str]
    horizon: int
    open: bool = False
    secrets: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def spans(self, text: str, mentions: Iterable[Mention] = (), *, smudged: bool = False) -> list[tuple[int, int]]:
        """Places of a text that are hidden.

        Args:
            text: of a page, a quote or a sentence.
            mentions: what was found on it, for dates and numbers in forms that no rule here knows.
            smudged: the text was recognised from a picture, so that a letter in a number may be wrong.
        """
        if self.open:
            return []
        found = [m.span() for m in _PASSPORT.finditer(text) if bare(m.group()) not in self.numbers]
        found += [m.span("number") for m in _NAMED.finditer(text) if self._is_strangers(m["number"])]
        for pattern in (_SMUDGED, _SPLIT) if smudged else ():
            found += [m.span() for m in pattern.finditer(text) if self._is_strangers(m.group())]
        found += [(start, end) for start, end, iso in _days(text) if self._is_birth(iso)]
        found += [m.span() for m in _MAIL.finditer(text)]
        found += [m.span("number") if m["number"] else m.span() for m in _PHONE.finditer(text)]
        found += [
            m.span() for m in _MRZ.finditer(text) if not any(n in bare(m.group()) for n in self.numbers if len(n) > 6)
        ]
        found += [(m.start, m.end) for m in mentions if self._hides(m)]
        found += [m.span() for word in self.words for m in re.finditer(re.escape(word), text)]
        return sorted(set(found))

    def text(self, text: str, mentions: Iterable[Mention] = (), *, smudged: bool = False) -> str:
        """The text, as long as it was, with what is hidden blacked out; years of dates stay."""
        masked = text
        for start, end in self.spans(text, mentions, smudged=smudged):
            masked = masked[:start] + black(text[start:end]) + masked[end:]
        return masked

    def path(self, path: str) -> str:
        """A file name as `text` shows it: people write numbers and dates into them, joined by underscores."""
        masked = path
        for start, end in self.spans(path.replace("_", " ")):
            masked = masked[:start] + black(path[start:end]) + masked[end:]
        return masked

    def value(self, name: str, value: str, *, asserted: bool) -> str:
        """A value of a row: what identifies somebody is shown where the row is a subject's (`asserted`)."""
        if self.open or name not in SENSITIVE or asserted:
            return value
        days = {iso for _, _, iso in _days(value)}
        if bare(value) in self.numbers or (days and days <= self.births):
            return value
        return black(value)

    def asserts(self, finding: Finding) -> bool:
        """Whether the rows of a finding are held to be those of people who are shown."""
        people = persons_of(finding)
        return finding.grade in _ASSERTED and bool(people) and people <= self.shown

    def _is_strangers(self, written: str) -> bool:
        """Whether it looks like a number of papers, and none that may stand is in it."""
        plain = bare(written)
        known = any(plain.endswith(number) for number in self.numbers if len(number) > 5)
        return sum(c.isdigit() for c in plain) >= 5 and not known

    def _hides(self, mention: Mention) -> bool:
        if mention.type is MentionType.PASSPORT:
            return bare(mention.value or mention.text) not in self.numbers
        return mention.type is MentionType.DATE and len(mention.value) == 10 and self._is_birth(mention.value)

    def _is_birth(self, iso: str) -> bool:
        return iso not in self.births and iso not in self.days and int(iso[:4]) <= self.horizon


def veil(persons: Iterable[Person], findings: Iterable[Finding], reveal: Iterable[str] = ()) -> Veil:
    """Who is shown: people with an asserted finding, and whoever is revealed."""
    known, told, chosen = list(persons), list(findings), set(reveal)
    subjects = {
        p for f in told if f.kind in _OF_PEOPLE and f.grade in _ASSERTED and f.review != "no" for p in persons_of(f)
    }
    shown = frozenset((set() if NOBODY in chosen else subjects) | (chosen - {EVERYBODY, NOBODY}))
    in_full = [person for person in known if person.id in shown]
    days = frozenset(d for f in told for d in _days_in(f.body))
    newest = max((int(day[:4]) for day in days if day[:4] < "2100"), default=2024)
    numbers = {bare(number) for person in in_full for number in person.documents}
    return Veil(
        shown,
        frozenset(numbers | {token for f in told for token in _numbers_in(f.body)}),
        frozenset(person.birth_date for person in in_full if person.birth_date),
        days,
        newest - _YOUNGEST,
        EVERYBODY in chosen,
        frozenset(bare(n) for person in known if person.id not in shown for n in person.documents) - numbers,
        frozenset(_of_makers(told)),
    )


def _of_makers(findings: Iterable[Finding]) -> Iterator[str]:
    """What files say of whoever made them."""
    for finding in findings:
        if finding.kind == "photograph":
            told = (str(finding.body.get(key) or "") for key in ("author", "credit", "location"))
            yield from (word for word in told if len(word) > 2)


def hidden_boxes(page: Page, spans: Iterable[tuple[int, int]]) -> tuple[tuple[float, float, float, float], ...] | None:
    """Boxes over the words at these places, or None where a word has no place on the page."""
    boxes = []
    for start, end in spans:
        words = [word for word in page.words if word.start < end and word.end > start]
        if not words or any(word.box is None for word in words):
            return None
        boxes += [word.box for word in words if word.box is not None]
    if page.ocr_confidence is not None:
        # lines of a scan lean: letters stand out of their box by part of its height
        boxes = [(x0, y0 - (y1 - y0) * _LEAN, x1, y1 + (y1 - y0) * _LEAN) for x0, y0, x1, y1 in boxes]
    return tuple(dict.fromkeys(boxes))


def persons_of(finding: Finding) -> set[str]:
    """Ids of the people a finding is about."""
    body = finding.body
    listed = body.get("persons")
    several = [p for p in listed if isinstance(p, str)] if isinstance(listed, list) else []
    one = [body.get(key) for key in ("person", "about", "owner")]
    own = [finding.id] if finding.kind == "person" else []
    return {p for p in (*several, *one, *own) if isinstance(p, str) and p.startswith("person-")}


def bare(text: str) -> str:
    """Letters and digits only, in capitals."""
    return "".join(c for c in text.upper() if c.isalnum())


def black(text: str) -> str:
    """Letters and digits blacked out, a year of four digits left where the text is a date."""
    years = [m.span() for m in _YEAR.finditer(text)] if _days(text) else []
    return "".join(BLACK if c.isalnum() and not any(a <= at < b for a, b in years) else c for at, c in enumerate(text))


def _days(text: str) -> list[tuple[int, int, str]]:
    """Days written in a text, with their places, as ISO."""
    found = []
    for pattern in _DATES:
        for m in pattern.finditer(text):
            month = _month(m.groupdict())
            day = int(m["d"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                found.append((*m.span(), f"{m['y']}-{month:02d}-{day:02d}"))
    return found


def _month(groups: Mapping[str, str | None]) -> int:
    if groups.get("m"):
        return int(groups["m"] or 0)
    word = _MONTH.match(groups.get("word") or "")
    return int((word.lastgroup or "m0")[1:]) if word else 0


def _days_in(value: Any, key: str = "") -> Iterator[str]:
    if key in ("birth_date", "terms", "documents"):
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _days_in(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _days_in(inner, key)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield value


def _numbers_in(value: Any, key: str = "") -> Iterator[str]:
    """Numbers that findings speak of (contracts, companies, flights), so that they are taken for nobody's passport."""
    if key in ("document", "documents", "terms", "record", "records", "birth_date", "fields", "between", "phone"):
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _numbers_in(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _numbers_in(inner, key)
    elif value is not None and sum(c.isdigit() for c in str(value)) >= 5:
        yield bare(str(value))
        yield from (bare(word) for word in str(value).split())
