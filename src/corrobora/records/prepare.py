"""Batches of text cells to prepared rows: for each property P its text, normalised, and `P_raw`, the cell as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from corrobora.model.records import PROPERTIES, ColumnMapping, Mapping, RecordKind
from corrobora.records.kinds.field import phrase_score
from corrobora.records.lists import CONSTANT, OFAC_REMARKS, OFAC_TYPE, from_remarks
from corrobora.records.mapping import currency_of
from corrobora.records.parsers import dates, numbers, words
from corrobora.records.parsers.countries import country
from corrobora.records.parts import piece
from corrobora.records.profile import AS_TEXT, NOTHING
from corrobora.records.shapes import route_ends

_TEXT = pa.string()
_NOTHING = pa.array(sorted(NOTHING), _TEXT)
_TITLES = r"(?i)[\s/]+(mr|mrs|ms|miss|mstr|chd|inf|dr)\.?$"
_DOCUMENT_NOISE = r"[\s№#]+|(?i:^no\.?\s)"
_THERE = "_is_there"
NAME_PARTS = ("family_name", "given_name", "patronymic")

Normaliser = Callable[[pa.Array], pa.Array]


def columns_of(kind: RecordKind) -> list[str]:
    """The columns of a prepared table, in order."""
    return ["row", *(column for name in PROPERTIES[kind] for column in (name, f"{name}_raw"))]


def schema_of(kind: RecordKind, *extra: str) -> pa.Schema:
    """The schema of a prepared table."""
    names = columns_of(kind)[1:]
    return pa.schema([("row", pa.int64()), *((name, _TEXT) for name in (*names, *extra))])


def prepare(batch: pa.Table, mapping: Mapping) -> pa.Table:
    """The prepared rows of one batch.

    Args:
        batch: a column `row` and text columns `0`, `1`, ...
        mapping: what they hold.
    """
    batch = batch.combine_chunks()
    rows = batch.num_rows
    cells = {
        column: _part(_chunk(batch, str(column.index)), column.part)
        for column in mapping.columns
        if column.property and str(column.index) in batch.column_names
    }
    done: dict[str, pa.Array] = {}
    for column, raw in cells.items():
        if column.property in PROPERTIES[mapping.kind]:
            _put(done, column, raw)
    _put_composed(done, cells, mapping)
    _put_flight(done)
    if mapping.kind is RecordKind.COMPANY:
        _put_names(done, cells, [])
    if mapping.kind is RecordKind.LISTING:
        _put_listing(done, cells, mapping, rows)
    if mapping.kind in (RecordKind.CASE, RecordKind.SHIPMENT, RecordKind.PAYMENT):
        _put_currency(done, mapping, rows)
    ways = _ways(done, cells) if mapping.kind is RecordKind.JOURNEY else [done]
    return pa.concat_tables([_assembled(batch.column("row"), way, mapping) for way in ways])


def _assembled(numbers: pa.ChunkedArray, done: dict[str, pa.Array], mapping: Mapping) -> pa.Table:
    empty = pa.nulls(len(numbers), _TEXT)
    wanted = used(mapping)
    table = pa.table([numbers, *(done.get(name, empty) for name in wanted)], names=["row", *wanted])
    return table.filter(done[_THERE]) if _THERE in done else table


def _ways(done: dict[str, pa.Array], cells: dict[ColumnMapping, pa.Array]) -> list[dict[str, pa.Array]]:
    """A row that holds both entry and exit says two journeys; a row with neither stands once, without a direction."""
    found = []
    for name, way in (("entry_date", "in"), ("exit_date", "out")):
        for column, raw in cells.items():
            if column.property == name:
                direction = pa.array([way] * len(raw), _TEXT)
                one = {"direction": direction, "direction_raw": raw, _THERE: pc.is_valid(raw)}
                _put(one, replace(column, property="date"), raw)
                found.append({**done, **one})
    if not found:
        return [done]
    either = found[0][_THERE]
    for other in found[1:]:
        either = pc.or_(either, other[_THERE])
    return [*found, {**done, _THERE: pc.invert(either)}]


def used(mapping: Mapping) -> list[str]:
    """The columns of a kind that a mapping can fill, in order; the others need not be carried along."""
    have = {column.property for column in mapping.columns}
    have |= {"date", "direction"} if have & {"entry_date", "exit_date"} else set()
    have |= {"time"} if "date" in have else set()
    have |= {"name"} if have & set(NAME_PARTS) else set()
    have |= {"from", "to"} if "route" in have else set()
    have |= {"currency"} | ({"names"} if "name" in have else set())
    everything = mapping.kind is RecordKind.LISTING
    return [
        column for name in PROPERTIES[mapping.kind] if everything or name in have for column in (name, f"{name}_raw")
    ]


def folded(batch: pa.Table) -> pa.Table:
    """Rows with `P_raw` left out where it equals P: half the bytes to sort; `unfolded` puts it back."""
    for place, name in enumerate(batch.column_names):
        if name.endswith("_raw") and name.removesuffix("_raw") in batch.column_names:
            raw, normal = batch.column(name), batch.column(name.removesuffix("_raw"))
            same = pc.fill_null(pc.equal(raw, normal), False)
            batch = batch.set_column(place, name, pc.if_else(same, None, raw))
    return batch


def unfolded(kind: RecordKind, present: list[str]) -> str:
    """The select list (SQL) that gives a sorted draft all its columns back."""
    names = [*columns_of(kind), *(name for name in present if name not in columns_of(kind))]
    parts = []
    for name in names:
        if name not in present:
            parts.append(f'cast(null as varchar) as "{name}"')
        elif name.endswith("_raw") and name.removesuffix("_raw") in present:
            normal = name.removesuffix("_raw")
            parts.append(f'coalesce("{name}", "{normal}") as "{name}"')
        else:
            parts.append(f'"{name}"')
    return ", ".join(parts)


def _chunk(batch: pa.Table, name: str) -> pa.Array:
    column = batch.column(name)
    raw = column.chunk(0) if column.num_chunks else pa.array([], _TEXT)
    trimmed = pc.utf8_trim_whitespace(raw)
    if pc.any(pc.match_substring_regex(trimmed, AS_TEXT)).as_py():
        raw = pc.replace_substring_regex(trimmed, AS_TEXT, r"\1\2")
    nothing = pc.is_in(pc.utf8_lower(trimmed), value_set=_NOTHING)
    return pc.if_else(pc.fill_null(nothing, True), None, raw)


def _part(raw: pa.Array, part: str) -> pa.Array:
    return distinct(raw, lambda cell: piece(cell, part)) if part else raw


def _put(done: dict[str, pa.Array], column: ColumnMapping, raw: pa.Array) -> None:
    name = column.property
    normal = _dates(raw, column) if column.parser in dates.FORMS else _normaliser(column)(raw)
    if name in done:
        # A second column of the same property fills in where the first is empty.
        raw = pc.if_else(pc.is_null(done[f"{name}_raw"]), raw, done[f"{name}_raw"])
        normal = pc.if_else(pc.is_null(done[name]), normal, done[name])
    done[name], done[f"{name}_raw"] = normal, raw
    if name == "date" and column.parser in dates.FORMS and "time" not in done and (clock := _times(raw)) is not None:
        done["time"], done["time_raw"] = clock, raw


def _put_composed(done: dict[str, pa.Array], cells: dict[ColumnMapping, pa.Array], mapping: Mapping) -> None:
    parts = [raw for name in NAME_PARTS for column, raw in cells.items() if column.property == name]
    if parts and "name" not in done and "name" in PROPERTIES[mapping.kind]:
        joined = _joined(parts, " ")
        done["name"], done["name_raw"] = names(joined), joined
    route = next((raw for column, raw in cells.items() if column.property == "route"), None)
    if route is not None and "from" not in done:
        ends = pc.extract_regex(route, r"^\s*(?P<a>[^\s\-–—/>→]+(?: [^\-–—/>→]+)?)\s*[-–—/>→]+\s*(?P<b>.+?)\s*$")
        for place, name in enumerate(("from", "to")):
            done[name] = pc.coalesce(distinct(route, partial(_end, place=place)), ends.field(place))
        done["from_raw"] = done["to_raw"] = route


def _end(route: str, place: int) -> str | None:
    ends = route_ends(route)
    return ends[place] if ends is not None else None


def _put_flight(done: dict[str, pa.Array]) -> None:
    """A flight in two columns: `CA` and `123` are `CA123`."""
    if "number" not in done or "carrier" not in done:
        return
    number, carrier = done["number"], done["carrier"]
    apart = pc.and_(pc.match_substring_regex(number, r"^\d{1,4}$"), pc.match_substring_regex(carrier, r"^[A-Z0-9]{2}$"))
    joined = pc.binary_join_element_wise(carrier, number, "")
    done["number"] = pc.if_else(pc.fill_null(apart, False), joined, number)


def _put_listing(done: dict[str, pa.Array], cells: dict[ColumnMapping, pa.Array], mapping: Mapping, rows: int) -> None:
    """What is peculiar to lists: all names in one place, remarks, whether the date is that of listing."""
    remarks = next((raw for column, raw in cells.items() if column.parser == OFAC_REMARKS), None)
    told = [from_remarks(text) if text else {} for text in remarks.to_pylist()] if remarks is not None else []
    for name in ("birth_date", "document", "nationality", "inn", "ogrn", "imo"):
        if told and any(name in row for row in told):
            said = pa.array([row.get(name) for row in told], _TEXT)
            done[name] = pc.coalesce(done[name], said) if name in done else said
            done[f"{name}_raw"] = pc.coalesce(done[f"{name}_raw"], said) if f"{name}_raw" in done else said
    _put_names(done, cells, [pa.array([row.get("names") for row in told], _TEXT)] if told else [])
    for column in mapping.columns:
        if column.parser == CONSTANT and column.property in PROPERTIES[mapping.kind]:
            done[column.property] = done[f"{column.property}_raw"] = pa.array([column.header] * rows, _TEXT)
    _put_certainty(done, mapping)


def _put_names(done: dict[str, pa.Array], cells: dict[ColumnMapping, pa.Array], more: list[pa.Array]) -> None:
    """All names of a party or company, one in each line, the first one first."""
    parts = [done["name"]] if "name" in done else []
    parts += [_alternatives(raw) for column, raw in cells.items() if column.property == "names"]
    if parts + more:
        done["names"] = _joined([*parts, *more], "\n")
        done.setdefault("names_raw", done["names"])


def _put_certainty(done: dict[str, pa.Array], mapping: Mapping) -> None:
    if "since" not in done or "date_certain" in done:
        return
    column = next(column for column in mapping.columns if column.property == "since")
    is_seen_only = any(
        phrase_score(phrase, column.header) > 0.9
        for phrase in ("first seen", "created", "added", "last change", "updated")
    )
    whole = pc.equal(pc.utf8_length(done["since"]), 10)
    done["date_certain"] = pc.if_else(whole, "no" if is_seen_only else "yes", "no")
    done["date_certain_raw"] = done["since_raw"]


def _alternatives(raw: pa.Array) -> pa.Array:
    """Several names in one cell, one in each line."""
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(raw, r"\s*(?:;|\||\n)\s*", "\n"))


def _put_currency(done: dict[str, pa.Array], mapping: Mapping, rows: int) -> None:
    """An amount whose header names its currency has that currency."""
    if "currency" in done:
        return
    for column in mapping.columns:
        code = currency_of(column) if column.property in ("amount", "value", "debit", "credit") else None
        if code:
            done["currency"] = pa.array([code] * rows, _TEXT)
            return


def names(raw: pa.Array) -> pa.Array:
    """Names with single blanks, without titles of the booking system; case and order as they stand."""
    text = pc.replace_substring_regex(raw, _TITLES, "")
    text = pc.replace_substring_regex(text, r"[\s/\x{00a0}\x{3000}]+", " ")
    return pc.utf8_trim_whitespace(text)


def _tidy(raw: pa.Array) -> pa.Array:
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(raw, r"[ \t\x{00a0}]+", " "))


def _code(raw: pa.Array) -> pa.Array:
    return pc.utf8_upper(pc.replace_substring_regex(raw, r"[\s\x{00a0}]+", ""))


def _document(raw: pa.Array) -> pa.Array:
    return _empty_to_null(pc.utf8_upper(pc.replace_substring_regex(raw, _DOCUMENT_NOISE, "")))


def _digits(raw: pa.Array) -> pa.Array:
    text = pc.replace_substring_regex(raw, r"\.0$", "")
    return _empty_to_null(pc.replace_substring_regex(text, r"\D+", ""))


def _joined(parts: list[pa.Array], mark: str) -> pa.Array:
    """The parts that are there, with a mark between them; null where none is."""
    # null_handling="skip" drops rows in which every part is null (pyarrow 26): blanks are joined and taken out.
    text = pc.binary_join_element_wise(*parts, mark, null_handling="replace", null_replacement="")
    text = pc.replace_substring_regex(text, f"{mark}{{2,}}", mark)
    return _empty_to_null(pc.utf8_trim(text, mark))


def _empty_to_null(text: pa.Array) -> pa.Array:
    return pc.if_else(pc.equal(text, ""), None, text)


def _programs(raw: pa.Array) -> pa.Array:
    """OFAC writes several programmes as `SDGT] [IRGC`."""
    return pc.utf8_trim_whitespace(pc.replace_substring_regex(raw, r"\]\s*\[", "\n"))


def distinct(raw: pa.Array, read: Callable[[str], str | None]) -> pa.Array:
    """Applies a function once to each distinct cell."""
    encoded = raw.dictionary_encode()
    values = pa.array([read(value) for value in encoded.dictionary.to_pylist()], _TEXT)
    return values.take(encoded.indices)


def _dates(raw: pa.Array, column: ColumnMapping) -> pa.Array:
    # Without the time of day a column of moments has few distinct cells.
    day = pc.replace_substring_regex(raw, r"[\sT]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$", "")
    is_birth = column.property == "birth_date"
    return distinct(day, partial(dates.parse, form=column.parser, is_birth=is_birth))


def _times(raw: pa.Array) -> pa.Array | None:
    if not pc.any(pc.match_substring(raw.slice(0, 2000), ":")).as_py():
        return None
    clock = pc.extract_regex(
        raw,
        r"(?:^|[\sT,])(?P<t>\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?)\s*(?:Z|[+-]\d{2}:?\d{2})?\s*$",
    ).field(0)
    return distinct(clock, lambda text: dates.split_time(text)[1])


def _normaliser(column: ColumnMapping) -> Normaliser:
    simple: dict[str, Normaliser] = {
        "name": names,
        "names": _alternatives,
        "text": _tidy,
        "programs": _programs,
        OFAC_REMARKS: _tidy,
        "code": _code,
        "document": _document,
        "digits": _digits,
        "integer": _digits,
        "hs": _digits,
        "phone": lambda raw: pc.replace_substring_regex(raw, r"[^\d+]+", ""),
        "country": lambda raw: distinct(raw, country),
        "direction": lambda raw: distinct(raw, words.direction),
        "schema": lambda raw: distinct(raw, words.schema),
        # OFAC leaves the type of a company empty
        OFAC_TYPE: lambda raw: pc.fill_null(distinct(raw, words.schema), "Organization"),
        "sex": lambda raw: distinct(raw, words.sex),
        "currency": lambda raw: distinct(raw, words.currency),
        "flown": lambda raw: distinct(raw, words.flown),
        "time": lambda raw: distinct(raw, dates.parse_time),
    }
    if column.parser in (numbers.COMMA, numbers.POINT):
        return lambda raw: distinct(raw, partial(numbers.parse, form=column.parser))
    return simple.get(column.parser, _tidy)


def undecodable(batch: pa.Table) -> list[int]:
    """Rows in which bytes stood that are nothing in the file's encoding."""
    found: set[int] = set()
    for name in batch.column_names[1:]:
        marked = pc.match_substring(batch.column(name), "\ufffd")
        if pc.any(marked).as_py():
            found.update(batch.column("row").filter(pc.fill_null(marked, False)).to_pylist())
    return sorted(found)
