"""Databases in one file (SQLite, dBase): a page for each table, with its cells."""

from __future__ import annotations

import sqlite3
import struct

from corrobora.errors import DamagedError, UnreadableError
from corrobora.model.document import Page, Reading
from corrobora.model.encoding import decode
from corrobora.reading.delimited import cell_name
from corrobora.reading.format import Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.writer import PageWriter

SQLITE, DBASE = "application/vnd.sqlite3", "application/x-dbf"
_MOST_ROWS, _MOST_TABLES = 20_000, 200
_LONGEST = 2_000
# the byte that names the code page, for those that old programs wrote in our languages
_CODE_PAGES = {0x26: "cp866", 0x65: "cp866", 0x66: "cp866", 0xC9: "cp1251", 0x57: "cp1251", 0x4D: "gbk", 0x7A: "gbk"}
_ERRORS = (sqlite3.Error, struct.error, IndexError, ValueError, OverflowError, TypeError)


_Table = tuple[str, list[str], list[list[str]]]
_Problem = tuple[str, str, str, str]


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every table, names of columns first; long ones are cut, which is said."""
    problems: list[_Problem] = []
    try:
        if options.media_type == DBASE:
            tables = [("", *_dbase(untrusted_bytes))]
        else:
            tables, problems = _sqlite(untrusted_bytes)
    except _ERRORS as exc:
        raise DamagedError(f"the database cannot be opened: {exc}", remedy="ask for another copy") from exc
    pages = [_page(number, *table) for number, table in enumerate(tables, start=1)]
    cut = "the table has more than 20,000 rows: the rest was not read"
    problems += [
        (f"page {number}", "over-budget", cut, "add it as a record set")
        for number, (_, _, rows) in enumerate(tables, start=1)
        if len(rows) > _MOST_ROWS
    ]
    if not any(page.tables for page in pages):
        raise UnreadableError("the database holds no rows", remedy="look at the original")
    return Reading(tuple(pages), {"tables": str(len(pages))}, (), tuple(problems), "database")


def _page(number: int, name: str, columns: list[str], rows: list[list[str]]) -> Page:
    writer = PageWriter()
    if name:
        writer.line(name)
    grid = [columns, *rows[:_MOST_ROWS]]
    writer.table(grid, [[cell_name(row, column) for column in range(len(grid[row]))] for row in range(len(grid))])
    return writer.page(number, detect(writer.page(number).text[:20_000]))


def _sqlite(untrusted_bytes: bytes) -> tuple[list[_Table], list[_Problem]]:
    """(name, columns, rows) of each table; the database stays in memory and nothing of its own making runs."""
    found, problems = [], []
    base = sqlite3.connect(":memory:")
    try:
        base.deserialize(untrusted_bytes)
        for setting in ("trusted_schema=off", "query_only=on", "temp_store=memory", "cell_size_check=on"):
            base.execute(f"pragma {setting}")
        base.text_factory = lambda raw: raw.decode("utf-8", "replace")
        listed = base.execute(
            "select name from sqlite_schema where type='table' and name not like 'sqlite!_%' escape '!' "
            "and sql not like 'create virtual%' order by name"
        ).fetchmany(_MOST_TABLES)
        for (name,) in listed:
            quoted = str(name).replace('"', '""')
            try:
                cursor = base.execute(f'select * from "{quoted}" limit {_MOST_ROWS + 1}')  # noqa: S608 - quoted
                columns = [str(column[0]) for column in cursor.description]
                found.append((str(name), columns, [[_shown(value) for value in row] for row in cursor]))
            except sqlite3.Error as exc:
                problems.append(("", "damaged", f"table {name} cannot be read: {exc}", "ask for another copy"))
    finally:
        base.close()
    return found, problems


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"({len(value)} bytes)" if isinstance(value, bytes) else str(value)[:_LONGEST]


def _dbase(untrusted_bytes: bytes) -> tuple[list[str], list[list[str]]]:
    count, start, width = struct.unpack_from("<IHH", untrusted_bytes, 4)
    names, sizes = [], []
    place = 32
    while place + 32 <= min(start, len(untrusted_bytes)) and untrusted_bytes[place] != 0x0D:
        names.append(untrusted_bytes[place : place + 11].split(b"\0")[0])
        sizes.append(untrusted_bytes[place + 16])
        place += 32
    if not names or width < 1 + sum(sizes) or width < 2:
        raise ValueError("its fields do not fit its rows")
    there = max(0, (len(untrusted_bytes) - start) // width)
    body = untrusted_bytes[start : start + width * min(count, there, _MOST_ROWS + 1)]
    encoding = _CODE_PAGES.get(untrusted_bytes[29], "") or decode(b"\n".join(names) + b"\n" + body[:200_000])[1]
    rows = []
    for row in range(0, len(body) - width + 1, width):
        cells, at = [], row + 1
        for size in sizes:
            cells.append(body[at : at + size].decode(encoding, "replace").strip(" \0"))
            at += size
        rows.append(cells)
    return [name.decode(encoding, "replace") for name in names], rows


FORMAT = Format(
    name="database",
    title="Databases in one file (SQLite, dBase)",
    media_types=(SQLITE, DBASE),
    read=read,
)
