"""The holder of a passport: from the machine-readable zone and the printed fields beside it."""

from __future__ import annotations

import re

from corrobora.mentions.facts.paper import Line, Paper, lines, match_span, span, spans_of, tidy
from corrobora.mentions.facts.people_names import is_chinese, is_surname, name_form
from corrobora.mentions.facts.values import days_in
from corrobora.model.document import Page
from corrobora.model.facts import Appearance, NameForm, Span
from corrobora.model.mrz import Zone, parse

_ZONE_LINE = re.compile(r"[A-Z0-9<«‹ ]{26,56}")
_FILLERS = re.compile(r"[<«‹]")
_NATIONS = {
    "CHN": "cn",
    "RUS": "ru",
    "UKR": "ua",
    "D": "de",
    "BLR": "by",
    "KAZ": "kz",
    "IRN": "ir",
    "IND": "in",
    "VNM": "vn",
    "PRK": "kp",
}
_PRINTED = re.compile(r"(?<![\w])[A-Z][A-Z'-]+\s?,\s?[A-Z][A-Z' -]+(?![\w])")
_HANZI = re.compile(
    r"(?m:^\s*(?P<name>[\u4e00-\u9fff](?:[ ·]?[\u4e00-\u9fff]){1,3})\s*$)|"
    r"姓\s*名[^\n\u4e00-\u9fff]*\n?\s*(?P<field>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])"
)
_CYRILLIC = re.compile(
    r"(?m:^\s*(?P<family>[А-ЯЁІЇЄҐ]{2,}(?:-[А-ЯЁІЇЄҐ]+)?)(?:\s*/\s*[A-Z]+)?\s*\n"
    r"\s*(?P<given>[А-ЯЁІЇЄҐ]{2,}(?:\s+[А-ЯЁІЇЄҐ]{4,})?)(?:\s*/\s*[A-Z ]+)?\s*$)"
)
_NUMBER = re.compile(
    r"(?:(?i:passport\s*(?:no\.?|number|№))|护\s*照\s*号\s*码?|(?i:№\s*паспорта|"
    r"номер\s+паспорта))[^\n]{0,40}?\n?\s*(?:[^\n]{0,30}\n){0,2}?\s*(?P<n>[A-Z]{1,2}\d{7,8}|\d{9})(?!\d)"
)
_BORN = re.compile(r"(?i:date\s+of\s+birth|дата\s+рождения|дата\s+народження)|出\s*生\s*日\s*期")
_NAME_LABEL = re.compile(r"(?i:\bname\b|surname|фамилия|прізвище)|姓\s*名")


def read(paper: Paper) -> list[Appearance]:
    """The holders of the passports a paper shows."""
    found: list[Appearance] = []
    for page in paper.pages:
        zones = list(_zones(page))
        for zone, place in zones:
            found.append(_holder(paper, page, zone, place))
        if not zones and paper.type == "passport":
            printed = _printed(paper, page)
            found += [printed] if printed is not None else []
    return found


def _zones(page: Page) -> list[tuple[Zone, Span]]:
    rows = [line for line in lines(page) if _ZONE_LINE.fullmatch(line.text) and _FILLERS.search(line.text)]
    found: list[tuple[Zone, Span]] = []
    position = 0
    while position < len(rows) - 1:
        size, zone = _parsed(rows[position : position + 3])
        if zone is not None:
            found.append((zone, span(page, rows[position].start, rows[position + size - 1].end)))
        position += size
    return found


def _parsed(rows: list[Line]) -> tuple[int, Zone | None]:
    for size in (2, 3):
        if len(rows) >= size:
            zone = parse([re.sub(r"\s", "", row.text) for row in rows[:size]])
            if zone is not None:
                return size, zone
    return 1, None


def _holder(paper: Paper, page: Page, zone: Zone, place: Span) -> Appearance:
    latin = " ".join(part for part in (zone.surname, zone.given) if part)
    names: list[tuple[NameForm, Span | None]] = [(name_form(latin, "passport"), place)] if latin else []
    names += _printed_names(page, zone.nationality)
    return Appearance(
        names=tuple(dict.fromkeys(form for form, _ in names)),
        spans=spans_of(
            place, *(where for _, where in names), _where(page, zone.number), _birth_span(page, zone.birth_date)
        ),
        birth_date=zone.birth_date or None,
        document_number=zone.number or None,
        nationality=_NATIONS.get(zone.nationality, zone.nationality.lower() or None),
        side="holder",
        group=paper.group,
    )


def _printed_names(page: Page, nationality: str) -> list[tuple[NameForm, Span | None]]:
    """The name as printed: Hanzi or Cyrillic, whichever stands on a line of its own."""
    for found in _HANZI.finditer(page.text):
        group = "name" if found.group("name") else "field"
        name = re.sub(r"\s", "", tidy(found.group(group)))
        if is_surname(name) and not re.search(r"护照|中国|签发|类型|公安|北京|上海|姓名|性别|国籍", name):
            return [(name_form(name, "hanzi"), match_span(page, found, group))]
    cyrillic = _CYRILLIC.search(page.text) if nationality in ("RUS", "UKR", "BLR") else None
    if cyrillic is None:
        return []
    words = f"{cyrillic.group('family')} {cyrillic.group('given')}".title()
    return [(name_form(tidy(words)), match_span(page, cyrillic))]


def _where(page: Page, number: str) -> Span | None:
    at = page.text.find(number) if number else -1
    return span(page, at, at + len(number)) if at >= 0 else None


def _birth_span(page: Page, day: str) -> Span | None:
    return next((d.span for d in days_in(page) if d.value == day), None) if day else None


def _printed(paper: Paper, page: Page) -> Appearance | None:
    """The holder by the printed fields alone, where the zone cannot be read."""
    latin, number = _PRINTED.search(page.text), _NUMBER.search(page.text)
    names: list[tuple[NameForm, Span | None]] = []
    if latin is not None:
        plain = re.sub(r"\s*,\s*", " ", tidy(latin.group()))
        names.append((name_form(plain, "passport"), match_span(page, latin)))
    names += _printed_names(page, "")
    label = _BORN.search(page.text)
    day = next((d for d in days_in(page, label.end()) if d.value < "2012"), None) if label else None
    if not names or (number is None and day is None) or _NAME_LABEL.search(page.text) is None:
        return None
    chinese = any(is_chinese(form.text) for form, _ in names)
    return Appearance(
        names=tuple(dict.fromkeys(form for form, _ in names)),
        spans=spans_of(
            *(where for _, where in names), match_span(page, number, "n") if number else None, day.span if day else None
        ),
        birth_date=day.value if day else None,
        document_number=number.group("n") if number else None,
        nationality="cn" if chinese else None,
        side="holder",
        group=paper.group,
    )
