"""A table and its mapping to prepared rows, kind by kind: flat tables, nested registers, FtM files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from corrobora.model.records import HEADING, Mapping, RecordKind
from corrobora.records import ftm
from corrobora.records.headings import Headings, entries_of, filled
from corrobora.records.kinds import REGISTRY
from corrobora.records.lists import un_rows
from corrobora.records.mapping import TableView, has_needs, propose_as
from corrobora.records.nested import flatten, keys_of
from corrobora.records.prepare import prepare, schema_of, undecodable
from corrobora.records.readers.objects import ObjectTable, objects
from corrobora.records.readers.xml_list import XmlList
from corrobora.records.table import BadRow, Layout, RawTable, as_batch

Prepared = tuple[int, RecordKind, pa.Table | None]
_BATCH, _SURE_ENOUGH = 50_000, 0.6
_SCRAPS, _SCRAP_SHARE = 2, 0.5
_OF_PEOPLE = (RecordKind.JOURNEY, RecordKind.ENROLMENT, RecordKind.CONTACT)
_TYPED = ("date", "birth_date", "amount", "value", "quantity", "since", "registered")


def batches(
    table: RawTable, found: Mapping, on_bad: Callable[[BadRow], None], *, quoted: bool = True
) -> Iterator[Prepared]:
    """(highest row so far, kind, prepared rows) for everything that a table holds.

    Args:
        table: what its reader gave.
        found: how it is read.
        on_bad: who is told of rows that could not be read whole.
        quoted: whether quotation marks hold the cells of a text table together.

    Raises:
        OutOfStepError: they do not; call again with `quoted` off and forget what came.
    """
    if found.format == "ftm" and isinstance(table, ObjectTable):
        yield from _ftm_batches(table, on_bad)
        return
    if isinstance(table, XmlList):
        rows = list(un_rows(table.blob))
        yield len(rows), RecordKind.LISTING, table_of(RecordKind.LISTING, rows)
        return
    if found.inside and isinstance(table, ObjectTable):
        table = replace(table, inside=found.inside)
    width = len({column.index for column in found.columns if column.index >= 0})
    layout = Layout(found.header_rows, width, found.encoding, found.delimiter, quoted)
    other = None if isinstance(table, ObjectTable) else _other_side(table, found, layout)
    highest, usual = 0, 0.0
    above = Headings() if any(column.index == HEADING for column in found.columns) else None
    for raw in table.batches(layout, on_bad):
        for row in undecodable(raw):
            on_bad(BadRow(row, f"holds bytes that are no {found.encoding}; they stand as U+FFFD"))
        highest = max(highest, pc.max(raw.column("row")).as_py() or 0)
        entries = entries_of(raw, on_bad)
        batch = above.carried(entries, str(HEADING)) if above is not None else entries
        prepared = prepare(batch, found) if found.kind is not RecordKind.OTHER else None
        cells = filled(batch).to_numpy(zero_copy_only=False)
        usual = max(usual, float(np.median(cells)) if cells.size else 0.0)
        few = batch.column("row").filter(pa.array(cells <= min(_SCRAPS, _SCRAP_SHARE * usual)))
        yield highest, found.kind, without_scraps(prepared, few, found.kind, on_bad) if prepared else None
        if other is not None:
            yield highest, other.kind, prepare(batch, other)
    if isinstance(table, ObjectTable) and found.kind is RecordKind.COMPANY:
        yield from _shares(table, found, highest)


def without_scraps(
    prepared: pa.Table, few: pa.ChunkedArray, kind: RecordKind, on_bad: Callable[[BadRow], None]
) -> pa.Table:
    """The prepared rows without lines that stand under a table and are no entries of it; they are told of.

    They hold less than two things that make an entry, and words where a date or an amount belongs, or none at all.

    Args:
        prepared: the rows.
        few: numbers of those with a cell or two where the others have many.
        kind: of the rows.
        on_bad: who is told.
    """
    needs = REGISTRY[kind].needs
    if len(needs) < _SCRAPS or not len(few):
        return prepared
    has = np.zeros(prepared.num_rows, dtype=np.int64)
    for group in needs:
        columns = [prepared.column(name) for name in group.split("|") if name in prepared.column_names]
        has += pc.is_valid(pc.coalesce(*columns)).to_numpy() if columns else 0
    thin = pc.is_in(prepared.column("row"), value_set=few.combine_chunks())
    alien = pa.array(has == 0)
    # whoever is named alone in a list of people stays: a row may lack the rest
    for name in _TYPED if kind not in _OF_PEOPLE else ():
        if f"{name}_raw" in prepared.column_names:
            is_said, is_read = pc.is_valid(prepared.column(f"{name}_raw")), pc.is_valid(prepared.column(name))
            alien = pc.or_(alien, pc.and_not(is_said, is_read))
    scraps = pc.and_(pc.and_(thin, alien), pa.array(has < _SCRAPS))
    for row in prepared.column("row").filter(scraps).unique().to_pylist():
        on_bad(BadRow(row, "holds too little to be an entry and is left out"))
    return prepared.filter(pc.invert(scraps))


_BOTH = {RecordKind.COMPANY: "share", RecordKind.SHARE: "company"}


def _other_side(table: RawTable, found: Mapping, layout: Layout) -> Mapping | None:
    """How a flat register that has a company and one of its owners on each line is read as the other of the two."""
    if found.kind not in _BOTH:
        return None
    headers, rows = table.head(layout)
    kind = REGISTRY[_BOTH[found.kind]]
    mapping = propose_as(TableView(found.dataset, found.format, headers, rows, layout), kind)
    properties = {c.property for c in mapping.columns if c.confidence >= _SURE_ENOUGH}
    wanted = {"owner", "asset", "share"} if kind.kind is RecordKind.SHARE else {"name"}
    return mapping if has_needs(kind, properties) and wanted <= properties else None


def _ftm_batches(table: ObjectTable, on_bad: Callable[[BadRow], None]) -> Iterator[Prepared]:
    highest = 0

    def counted() -> Iterator[tuple[int, dict[str, Any]]]:
        nonlocal highest
        for line, entity in objects(table.blob, on_bad, is_lines=table.is_lines):
            highest = line
            yield line, entity

    entities = ftm.gather(counted())
    by_kind: dict[RecordKind, list[ftm.Row]] = {}
    for kind, row in ftm.rows(entities):
        by_kind.setdefault(kind, []).append(row)
    for kind, rows in by_kind.items():
        yield highest, kind, table_of(kind, rows)


def table_of(kind: RecordKind, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows made one by one as a prepared table; a listing also keeps the line of its entity."""
    schema = schema_of(kind)
    if kind is RecordKind.LISTING:
        schema = schema.append(pa.field("entity_row", pa.int64()))
    return pa.table({name: [row.get(name) for row in rows] for name in schema.names}, schema=schema)


def _shares(table: ObjectTable, found: Mapping, highest: int) -> Iterator[Prepared]:
    """The founders inside the companies of a nested register, one row each, with the number of their company's row."""
    mapped = share_mapping(table, found)
    if mapped is None:
        return
    path, mapping = mapped
    asset_name = _key_of(found, "name")
    numbers = [
        key
        for key in (_key_of(found, name) for name in ("inn", "edrpou", "uscc", "ogrn", "registration_number"))
        if key
    ]
    headers = [column.header for column in mapping.columns]
    own = next((column.index for column in mapping.columns if column.property == "owner_number"), None)
    rows: list[list[str | None]] = []
    lines: list[int] = []
    for line, flat in _flat(table):
        for child in flat.children.get(path, []):
            number = next((flat.cells[key] for key in numbers if flat.cells.get(key)), None)
            cells = [child.get(key) for key in headers[:-2]]
            if own is not None:
                cells[own] = _own_number(child) or cells[own]
            rows.append([*cells, flat.cells.get(asset_name or ""), number])
            lines.append(line)
            if len(rows) >= _BATCH:
                yield highest, RecordKind.SHARE, prepare(as_batch(rows, lines, len(headers)), mapping)
                rows, lines = [], []
    if rows:
        yield highest, RecordKind.SHARE, prepare(as_batch(rows, lines, len(headers)), mapping)


_OWN_NUMBERS = (
    "inn", "taxnumber", "taxid", "tin", "edrpou", "uscc", "ogrn", "ogrnip", "regnumber", "registrationnumber",
)  # fmt: skip


def _own_number(founder: dict[str, str]) -> str | None:
    """The founder's number: people have one kind, companies another, in the same list."""
    known = {re.sub(r"[\W_]", "", key.rsplit(".", 1)[-1]).casefold(): value for key, value in founder.items() if value}
    return next((known[key] for key in _OWN_NUMBERS if key in known), None)


def _flat(table: ObjectTable) -> Iterator[tuple[int, Any]]:
    for line, value in objects(table.blob, lambda _: None, is_lines=table.is_lines):
        yield line, flatten(value)


def _key_of(found: Mapping, name: str) -> str | None:
    return next((column.header for column in found.columns if column.property == name), None)


def share_mapping(table: ObjectTable, found: Mapping) -> tuple[str, Mapping] | None:
    """Which list inside the companies holds their founders, and what its keys are."""
    best: tuple[float, str, Mapping] | None = None
    for path, rows in table.children().items():
        keys = keys_of(rows)
        name, number = "asset company name", "asset number"
        headers = [*keys, name, number]
        cells: list[list[str | None]] = [[*(row.get(key) for key in keys), None, None] for row in rows]
        view = TableView(found.dataset, found.format, headers, cells, Layout(0, len(headers)))
        mapping = propose_as(view, REGISTRY["share"])
        mapping = _with_asset(mapping, len(keys))
        properties = {column.property for column in mapping.columns}
        worth = sum(
            column.confidence
            for column in mapping.columns
            if column.property in ("owner", "owner_number", "share", "since")
        )
        if has_needs(REGISTRY["share"], properties) and (best is None or worth > best[0]):
            best = (worth, path, mapping)
    return (best[1], best[2]) if best else None


def _with_asset(mapping: Mapping, keys: int) -> Mapping:
    columns = [
        column if column.property not in ("asset", "asset_number") else replace(column, property="")
        for column in mapping.columns
    ]
    columns[keys] = replace(columns[keys], property="asset", parser="name", confidence=1.0)
    columns[keys + 1] = replace(columns[keys + 1], property="asset_number", parser="code", confidence=1.0)
    return replace(mapping, columns=tuple(columns))


def widened(span: tuple[str | None, str | None], batch: pa.Table) -> tuple[str | None, str | None]:
    """The span of dates with those of one more batch."""
    name = next((name for name in ("date", "since", "registered") if name in batch.column_names), None)
    if name is None:
        return span
    ends = pc.min_max(batch.column(name)).as_py()
    found = [value for value in (*span, ends["min"], ends["max"]) if value]
    return (min(found), max(found)) if found else span
