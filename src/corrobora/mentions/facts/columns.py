"""Tables with recognised columns: which row is the header and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.mentions.facts.paper import Paper, span, tidy
from corrobora.mentions.facts.words.headers import ROLES
from corrobora.model.document import Cell, Page, Table
from corrobora.model.facts import Span

_HEADER_ROWS = 12
_WORDY = re.compile(r"\d{3,}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
Row = list[Cell | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        roles: role of each column ("" where the header is not known).
        headers: the header texts, "" where empty.
        first: index of the first row below the header.
    """

    roles: tuple[str, ...]
    headers: tuple[str, ...]
    first: int

    def has(self, *roles: str) -> bool:
        """Whether there is a column for each of the roles."""
        return all(role in self.roles for role in roles)

    def at(self, role: str) -> int | None:
        """The first column of a role."""
        return self.roles.index(role) if role in self.roles else None

    def all(self, role: str) -> list[int]:
        """Every column of a role."""
        return [position for position, known in enumerate(self.roles) if known == role]

    def cell(self, row: Row, role: str) -> Cell | None:
        """The cell of a row in the first column of a role that is filled."""
        cells = (row[position] for position in self.all(role) if position < len(row))
        return next((cell for cell in cells if cell is not None and cell.text.strip()), None)

    def text(self, row: Row, role: str) -> str | None:
        """The text of that cell on one line, or None."""
        cell = self.cell(row, role)
        return tidy(cell.text) or None if cell is not None else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a page with its columns and the rows below the header."""

    page: Page
    columns: Columns
    rows: tuple[tuple[Cell | None, ...], ...]
    above: tuple[str, ...] = ()

    def span_of(self, row: Row | tuple[Cell | None, ...]) -> Span:
        """The span from the first to the last cell of a row; its longest cell where the text runs otherwise."""
        cells = [cell for cell in row if cell is not None]
        start, end = min(c.start for c in cells), max(c.end for c in cells)
        if end - start > 40 + 3 * sum(len(c.text) for c in cells):
            longest = max(cells, key=lambda c: len(c.text))
            return span(self.page, longest.start, longest.end)
        return span(self.page, start, end)


def columns_of(table: Table) -> Columns | None:
    """The columns of a table, or None where no row looks like a header."""
    rows = table.grid()
    for position, row in enumerate(rows[:_HEADER_ROWS]):
        roles = [role_of(cell.text) if cell is not None else "" for cell in row]
        if len({role for role in roles if role}) < 2 or not _is_header(row):
            continue
        texts = [tidy(cell.text) if cell is not None else "" for cell in row]
        first = position + 1
        if first < len(rows) and _is_second_header(rows[first], roles):
            texts = [
                tidy(f"{one} {other.text if other else ''}") for one, other in zip(texts, rows[first], strict=False)
            ]
            roles = [role_of(text) for text in texts]
            first += 1
        return Columns(_settle(roles, texts), tuple(texts), first)
    return None


def role_of(header: str) -> str:
    """The role of a column by its header, or "".

    Example:
        >>> role_of("Дата рожд."), role_of("军衔/职务"), role_of("Unit price, USD")
        ('birth', 'post', 'price')
    """
    text = tidy(re.sub(r"[*_]{2,}", "", header))
    if not text or len(text) > 60:
        return ""
    compact = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", text)
    return next((role for role, pattern in ROLES if pattern.search(compact)), "")


def _is_header(row: Row) -> bool:
    cells = [cell for cell in row if cell is not None and cell.text.strip()]
    return sum(bool(_WORDY.search(cell.text)) for cell in cells) * 3 < len(cells)


def _is_second_header(row: Row, above: list[str]) -> bool:
    cells = [(position, cell) for position, cell in enumerate(row) if cell is not None and cell.text.strip()]
    known = sum(bool(role_of(cell.text)) for _, cell in cells)
    empty_above = sum(position < len(above) and not above[position] for position, _ in cells)
    return (
        bool(cells)
        and known * 2 > len(cells)
        and (empty_above > 0 or known >= 3)
        and _is_header(row)
        and not any(re.search(r"\d", cell.text) for _, cell in cells)
    )


def _settle(roles: list[str], texts: list[str]) -> tuple[str, ...]:
    """Resolves headers that mean different things in different tables."""
    kinds = set(roles)
    swap: dict[str, str] = {}
    if kinds & {"price", "quantity"}:
        swap = {"unit": "measure", "name": "description", "code": "code", "event": "description"}
        if "description" in kinds:
            swap.pop("name")
    elif "owner" in kinds and "share" in kinds:
        swap = {"unit": "asset", "description": "asset", "name": "owner"}
    elif kinds & {"debit", "credit"}:
        swap = {"unit": "counterparty", "description": "purpose", "name": "counterparty", "recipient": "counterparty"}
    elif "name" in kinds:
        swap = {"description": "unit"}
    if "owner" in kinds and "asset" not in kinds and "unit" not in kinds and "share" in kinds and "code" in kinds:
        swap["code"] = "asset"
    settled = [swap.get(role, role) for role in roles]
    if "measure" in settled and "quantity" not in settled and "unit" in roles and any("数量" in text for text in texts):
        return tuple(settled)
    return tuple(settled)


def grids(paper: Paper) -> Iterator[Grid]:
    """The tables of a paper whose columns are known; a table continued on the next page keeps its columns."""
    last: Columns | None = None
    for page in paper.pages:
        for table in page.tables:
            found = columns_of(table)
            rows = table.grid()
            if found is None and last is not None and rows and len(rows[0]) == len(last.roles):
                found = Columns(last.roles, last.headers, 0)
            if found is None:
                last = None
                continue
            last = found
            above = tuple(
                tidy(c.text) for row in rows[: found.first - 1] for c in row if c is not None and c.text.strip()
            )
            body = [tuple(row) for row in rows[found.first :] if any(row) and not _repeats(row, found)]
            yield Grid(page, found, tuple(body), above)


def _repeats(row: Row, columns: Columns) -> bool:
    texts = [tidy(cell.text) if cell is not None else "" for cell in row]
    return tuple(texts) == columns.headers
