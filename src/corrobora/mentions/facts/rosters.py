"""People in tables: delegation lists, lists of participants, programmes with somebody responsible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corrobora.mentions.facts.cards import Field, cards_on
from corrobora.mentions.facts.columns import Columns, Grid, Row, grids
from corrobora.mentions.facts.names_seen import TITLE, base_title, hanzi_at, names_on
from corrobora.mentions.facts.paper import Line, Paper, lines, span, spans_of, tidy
from corrobora.mentions.facts.people_names import base_form, is_chinese, is_surname, name_form
from corrobora.mentions.facts.values import days_in
from corrobora.mentions.facts.words.sides import side_of
from corrobora.mentions.kinds.dates import find_dates
from corrobora.model.document import Cell, Page
from corrobora.model.facts import Appearance, NameForm, Span

_PASSPORT = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{1,2}\s?\d{6,9}|\d{2}\s?№?\s?\d{7}|\d{9})(?![A-Za-z0-9])")
_NATION = (
    ("cn", r"китай|кнр|中国|china|chinese|\bcn\b|\bchn\b|prc"),
    ("ru", r"росси|російськ|俄罗斯|russia|\brus?\b|\brf\b|рф"),
    ("ua", r"украин|україн|ukrain|\bukr?\b|乌克兰"),
)
_LATIN_CAPS = re.compile(r"(?<![\w])[A-Z]{2,}(?:[\s,]{1,2}[A-Z'-]{2,}){1,3}(?![\w])")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z'’-]+,?\s[A-Z][A-Za-z'’-]+(?:\s[A-Z][a-z]+)?(?![\w])")
_BESIDE = re.compile(r"\s*[(（/]\s*([\u4e00-\u9fff]{2,4})\s*[)）/]")
_ROW_START = re.compile(r"^\s*(?:\d{1,3}[.)、]?\s+)?")
_HEADERISH = re.compile(r"姓\s*名|(?i:\bф\.?\s?и\.?\s?о\b|\bп\.?\s?і\.?\s?б\b|\bname\b|passport|паспорт|护\s*照)")


def read(paper: Paper) -> list[Appearance]:
    """The people that tables of a paper list."""
    found: list[Appearance] = []
    covered: set[int] = set()
    for grid in grids(paper):
        rows = _people_rows(paper, grid)
        if rows:
            covered.add(grid.page.page)
        found += rows
    for page in paper.pages:
        if page.page not in covered:
            found += _cards(paper, page) or _side_columns(paper, page) or _line_rows(paper, page)
    return found


def _cards(paper: Paper, page: Page) -> list[Appearance]:
    """The people of a page that has a card for each of them."""
    return [person for card in cards_on(page) if (person := _card_person(paper, page, card)) is not None]


def _card_person(paper: Paper, page: Page, card: Sequence[Field]) -> Appearance | None:
    told = {field.role: field for field in reversed(card)}
    parts = [told[role].value for role in ("surname", "given", "patronymic") if role in told]
    texts = [" ".join(parts)] if parts else []
    texts += [field.value for field in card if field.role in ("name", "native")]
    forms = tuple(dict.fromkeys(form for text in texts for form in cell_names(text)))
    if not forms or not _is_person(forms):
        return None
    chinese = any(is_chinese(form.text) for form in forms)
    nation = _nation(told["nationality"].value if "nationality" in told else None) or ("cn" if chinese else None)
    post = told["post"].value if "post" in told else None
    return Appearance(
        names=forms,
        spans=spans_of(
            span(page, card[0].start, card[-1].end), *(span(page, field.start, field.end) for field in card)
        ),
        birth_date=_birth(told["birth"].value) if "birth" in told else None,
        document_number=_document(told["passport"].value) if "passport" in told else None,
        nationality=nation,
        title=base_title(post) if post else None,
        organization=told["unit"].value if "unit" in told else None,
        side=_roster_side(paper, nation),
        group=paper.group,
        attested=paper.letter.written,
    )


def _side_columns(paper: Paper, page: Page) -> list[Appearance]:
    """The people of a table whose columns are the sides of a meeting ("Российская сторона | Китайская сторона")."""
    found: list[Appearance] = []
    for table in page.tables:
        sides: list[tuple[str, str | None]] = []
        for row in table.grid():
            heads = [side_of(cell.text) if cell is not None and len(cell.text) <= 40 else ("", None) for cell in row]
            if len({code for side, code in heads if side and code}) >= 2:
                sides = heads
                continue
            for cell, (side, code) in zip(row, sides, strict=False):
                if cell is not None and side and (person := _in_side(paper, page, cell, side, code)) is not None:
                    found.append(person)
    return found


def _in_side(paper: Paper, page: Page, cell: Cell, side: str, code: str | None) -> Appearance | None:
    head, *rest = re.split(r"\s*(?:[,，;；]|\s[—–-]\s|\s[(（])\s*", tidy(cell.text), maxsplit=1)
    head = re.sub(r"^(?:\d{1,2}[.)]|[—–•-])\s*", "", head)
    forms = tuple(dict.fromkeys(cell_names(head)))
    if not forms or not all(2 <= len(form.text.split()) <= 4 or form.script == "Hani" for form in forms):
        return None
    title, unit = _post_and_unit(" ".join(rest)) if rest else (None, None)
    return Appearance(
        names=forms,
        spans=spans_of(span(page, cell.start, cell.end)),
        nationality=code,
        title=title,
        organization=unit,
        side=side,
        group=paper.group,
        attested=paper.letter.written,
    )


def _people_rows(paper: Paper, grid: Grid) -> list[Appearance]:
    columns = grid.columns
    if columns.has("name") or columns.has("surname"):
        people = [_person(paper, grid, list(row)) for row in grid.rows]
        return [person for person in people if person is not None]
    if columns.has("owner"):
        return [person for row in grid.rows for person in _in_column(paper, grid, list(row), "owner")]
    if columns.has("responsible"):
        return [person for row in grid.rows for person in _in_column(paper, grid, list(row), "responsible")]
    return []


def _names(columns: Columns, row: Row) -> list[tuple[NameForm, Cell]]:
    """The name forms of a row: every name column, or family and given name put together."""
    found: list[tuple[NameForm, Cell]] = []
    for position in columns.all("name"):
        cell = row[position] if position < len(row) else None
        if cell is not None:
            found += [(form, cell) for form in cell_names(cell.text)]
    family, given = columns.cell(row, "surname"), columns.cell(row, "given")
    if family is not None:
        parts = [family.text, given.text if given else "", columns.text(row, "patronymic") or ""]
        joined = " ".join(tidy(part) for part in parts if part)
        found += [
            (form, family) for form in cell_names(re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", joined))
        ]
    return found


def cell_names(text: str) -> list[NameForm]:
    """The spellings of one name that a cell holds, one for each script.

    Example:
        >>> [f.text for f in cell_names("刘杰 / LIU JIE")]
        ['刘杰', 'LIU JIE']
    """
    forms: list[NameForm] = []
    parts = re.findall(
        r"[\u4e00-\u9fff][\u4e00-\u9fff·\s]*|[^\u4e00-\u9fff/\\|()（）\n;；]+(?:\n[^\u4e00-\u9fff/\\|()（）\n;；]+)*",
        text,
    )
    for part in parts:
        plain = tidy(part)
        if any(len(word) == 1 for word in re.findall(r"[^\W\d_\u3400-\u9fff]+(?!\.)\b", plain)):
            continue
        if not plain or re.search(r"\d", plain) or len(plain) > 60 or TITLE.fullmatch(plain):
            continue
        if re.fullmatch(r"[\u4e00-\u9fff·]{2,6}", plain):
            forms.append(name_form(plain, "hanzi"))
        elif len(re.findall(r"[^\W\d_]+", plain)) >= 2 or not forms and re.search(r"[^\W\d_]{2,}", plain):
            latin_caps = plain.isascii() and plain.isupper()
            title = TITLE.match(plain)
            plain = tidy(plain[title.end() :]) if title and len(plain[title.end() :].split()) >= 2 else plain
            forms.append(name_form(plain if latin_caps else base_form(plain), "passport" if latin_caps else ""))
    return forms


def _person(paper: Paper, grid: Grid, row: Row) -> Appearance | None:
    columns = grid.columns
    named = _names(columns, row)
    if not named or not any(len(form.text) >= 2 for form, _ in named):
        return None
    forms = tuple(dict.fromkeys(form for form, _ in named))
    if not _is_person(forms):
        return None
    birth, passport = columns.cell(row, "birth"), columns.cell(row, "passport")
    post = columns.text(row, "post")
    nation = _nation(columns.text(row, "nationality")) or (
        "cn" if any(is_chinese(form.text) for form in forms) else None
    )
    spans = [grid.span_of(row), *(_cell_span(grid, cell) for _, cell in named)]
    spans += [
        _cell_span(grid, cell)
        for cell in (birth, passport, columns.cell(row, "post"), columns.cell(row, "unit"))
        if cell is not None
    ]
    return Appearance(
        names=forms,
        spans=spans_of(*spans),
        birth_date=_birth(birth.text) if birth is not None else None,
        document_number=_document(passport.text) if passport is not None else None,
        nationality=nation,
        title=base_title(post) if post else None,
        organization=columns.text(row, "unit"),
        side=_roster_side(paper, nation),
        group=paper.group,
        attested=paper.letter.written,
    )


def _is_person(forms: tuple[NameForm, ...]) -> bool:
    return not all(re.fullmatch(r"(?i:итого|всего|total|разом|合计|итог.*|name|姓名)", form.text) for form in forms)


def _roster_side(paper: Paper, nation: str | None) -> str:
    if nation == "cn":
        return "delegation"
    head = paper.pages[0].text[:300] if paper.pages else ""
    side, code = side_of(head)
    if code is not None and nation == code:
        return side
    return "host" if nation in ("ru", "ua") else ("delegation" if nation else "other")


def _cell_span(grid: Grid, cell: Cell) -> Span:
    return span(grid.page, cell.start, cell.end)


def _birth(text: str) -> str | None:
    dates = find_dates(tidy(text))
    if dates and "/" not in dates[0].value:
        return dates[0].value
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return year.group() if year else None


def _document(text: str) -> str | None:
    plain = re.sub(r"[\s№]", "", text).upper()
    found = re.search(r"[A-Z]{0,3}\d{6,10}", plain)
    return found.group() if found else None


def _nation(text: str | None) -> str | None:
    if not text:
        return None
    return next((code for code, pattern in _NATION if re.search(pattern, text, re.IGNORECASE)), None)


def _in_column(paper: Paper, grid: Grid, row: Row, role: str) -> list[Appearance]:
    """The people in the column of those responsible (programmes, plans) or of owners, as written."""
    cell = grid.columns.cell(row, role)
    if cell is None:
        return []
    page = Page(grid.page.page, cell.text, document=grid.page.document)
    found = []
    for hit in names_on(page, []):
        if not (hit.sure or hit.chinese):
            continue
        place = span(grid.page, cell.start + hit.start, cell.start + hit.end)
        if place.quote != cell.text[hit.start : hit.end]:
            place = span(grid.page, cell.start, cell.end)
        found.append(
            Appearance(
                names=(replace(hit.form, text=hit.written or hit.form.text),),
                spans=spans_of(place, grid.span_of(row)),
                nationality="cn" if hit.chinese else None,
                side="delegation" if hit.chinese and role == "responsible" else role,
                group=paper.group,
                attested=paper.letter.written,
            )
        )
    return found


def _line_rows(paper: Paper, page: Page) -> list[Appearance]:
    """Rows of a delegation list that stands on the page as plain lines."""
    rows = [(line, row) for line in lines(page) if (row := _line_row(paper, line)) is not None]
    rows = _with_bare_rows(paper, page, rows)
    headed = _HEADERISH.search(page.text) is not None
    numbered = [line for line, _ in rows if re.match(r"\d", line.text)]
    if len(rows) >= (2 if headed else 3) and (headed or len(numbered) * 2 >= len(rows)):
        return [row for _, row in rows]
    return [row for _, row in rows] if headed and rows else []


def _with_bare_rows(paper: Paper, page: Page, rows: list[tuple[Line, Appearance]]) -> list[tuple[Line, Appearance]]:
    """The rows with the numbered lines between and beside them that hold a name alone: "1. Zhu Yong (朱勇)"."""
    told = {line.start for line, _ in rows}
    numbers = {n for line, _ in rows if (n := _row_number(line)) is not None}
    if not numbers:
        return rows
    found = list(rows)
    for line in lines(page):
        number = _row_number(line)
        near = number is not None and ({number - 1, number + 1} & numbers)
        if line.start in told or not near:
            continue
        row = _line_row(paper, line, alone=True)
        if row is not None and number is not None:
            found.append((line, row))
            numbers.add(number)
    return sorted(found, key=lambda entry: entry[0].start)


def _row_number(line: Line) -> int | None:
    found = re.match(r"\s*(\d{1,3})[.)、]\s", line.text)
    return int(found.group(1)) if found else None


def _line_row(paper: Paper, line: Line, *, alone: bool = False) -> Appearance | None:
    """The person of a line; a name with nothing beside it counts only where it may stand `alone`."""
    if line.text.count(";") + line.text.count("；") > 1 and len(line.text) > 100:
        return None  # a sentence that names several
    start = _ROW_START.match(line.text)
    begin = start.end() if start else 0
    rest = line.text[begin:]
    hanzi = re.match(r"[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])", rest)
    latin = _LATIN_CAPS.search(rest)
    if hanzi is None and latin is None and not _LATIN_NAME.match(rest):
        return None
    if hanzi is not None and not is_surname(hanzi.group()):
        return None
    if latin is not None and not is_chinese(latin.group()):
        latin = None
    if hanzi is None:
        return _latin_row(paper, line, begin, alone=alone)
    if not alone and latin is None and not _PASSPORT.search(rest) and not days_in(line.page, line.start, line.end):
        return None
    named = [name_form(hanzi.group(), "hanzi")] + ([name_form(tidy(latin.group()), "passport")] if latin else [])
    days = days_in(line.page, line.start, line.end)
    passport = _PASSPORT.search(rest)
    title, unit = _post_and_unit(rest[max(hanzi.end(), latin.end() if latin else 0) :])
    return Appearance(
        names=tuple(named),
        spans=spans_of(
            span(line.page, line.start, line.end), span(line.page, line.start + begin, line.start + begin + hanzi.end())
        ),
        birth_date=days[0].value if days else None,
        document_number=_document(passport.group()) if passport else None,
        nationality="cn",
        title=title,
        organization=unit,
        side="delegation",
        group=paper.group,
        attested=paper.letter.written,
    )


def _latin_row(paper: Paper, line: Line, begin: int, *, alone: bool = False) -> Appearance | None:
    """A row that names a person in Latin letters, with a passport, a birth date or a post beside the name."""
    rest = line.text[begin:]
    named = _LATIN_NAME.match(rest)
    if named is None or TITLE.match(named.group()) or not is_chinese(tidy(named.group())):
        return None
    days, passport = days_in(line.page, line.start, line.end), _PASSPORT.search(rest)
    title, unit = _post_and_unit(rest[named.end() :])
    if not (days or passport or title or alone):
        return None
    beside = _BESIDE.match(rest, named.end())
    second = [name_form(beside.group(1), "hanzi")] if beside and is_surname(beside.group(1)) else []
    return Appearance(
        names=(name_form(tidy(named.group()), "latin"), *second),
        spans=spans_of(
            span(line.page, line.start, line.end), span(line.page, line.start + begin, line.start + begin + named.end())
        ),
        birth_date=days[0].value if days else None,
        document_number=_document(passport.group()) if passport else None,
        nationality="cn",
        title=title,
        organization=unit,
        side="delegation",
        group=paper.group,
        attested=paper.letter.written,
    )


def _post_and_unit(text: str) -> tuple[str | None, str | None]:
    days = [(d.start, d.end) for d in find_dates(text)]
    bare = "".join(" " if any(s <= at < e for s, e in days) else sign for at, sign in enumerate(text))
    bare = _PASSPORT.sub(
        " ", re.sub(r"护\s*照\s*号?码?|(?i:passport|паспорт)\s*(?:no\.?|№)?|出?生|г\.\s?р\.", " ", bare)
    )
    plain = re.sub(r"\s+", " ", bare).strip(" |,;:：")
    found = TITLE.search(plain)
    if found is None:
        return None, None
    unit = tidy(plain[found.end() :])
    return base_title(found.group()), unit or None


__all__ = ["cell_names", "hanzi_at", "read"]
