"""From the columns of a table to a mapping: which record kind it is, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corrobora.model.records import HEADING, ColumnMapping, Mapping, RecordKind
from corrobora.records.guesses import with_guesses
from corrobora.records.headers import says_something
from corrobora.records.headings import grouped
from corrobora.records.keeper import keeper
from corrobora.records.kinds import REGISTRY, Field, Kind
from corrobora.records.kinds.enrolments import ENROLMENTS, EVENTS
from corrobora.records.kinds.field import phrase_score
from corrobora.records.kinds.general import GENERAL
from corrobora.records.kinds.journeys import JOURNEYS
from corrobora.records.parsers import dates, numbers, words
from corrobora.records.parts import Part, parts_of, piece
from corrobora.records.profile import Profile, profile, unwrapped
from corrobora.records.scoring import NOTHING_WORTH, Fit, assign, confidence, fit
from corrobora.records.table import Layout

_HINT_WORTH, _UNUSED_COST, _LEAST = 2.5, 0.7, 5.0
_UNNAMED, _TELLING = 0.7, 1.4
_HALF, _MOST = 0.2, 0.8
"""Shares of stays that end after they begin; of flights hardly any leaves after it came."""
_HOURS = 0.8
"""Share of dates with an hour in a table of crossings; a list of people has days."""


@dataclass(frozen=True, slots=True)
class TableView:
    """What is known of a table before it is mapped.

    Attributes:
        dataset: its path.
        format: of its file.
        headers: one for each column, "" where there is none.
        rows: a sample of its data rows.
        layout: how its rows are cut.
    """

    dataset: str
    format: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str | None]]
    layout: Layout


def propose(view: TableView) -> Mapping:
    """The mapping that headers and values speak for.

    Tables of no known kind come back as `RecordKind.OTHER` with general properties.
    """
    view, columns = _taken_apart(view)
    return _with_columns(_proposed(view), columns)


def _proposed(view: TableView) -> Mapping:
    profiles = _profiles(view)
    ranked = sorted(
        ((_kind_score(kind, profiles, view), kind.name, kind) for kind in REGISTRY), reverse=True, key=lambda t: t[0]
    )
    best, _, kind = ranked[0]
    if best < _LEAST:
        return _mapping(view, profiles, None, 0.5)
    margin = best - ranked[1][0]
    if kind is ENROLMENTS and _rather_journeys(view, profiles):
        return _mapping(view, profiles, JOURNEYS, 0.6)
    return _mapping(view, profiles, kind, min(0.99, 0.55 + 0.08 * max(0.0, margin) + 0.01 * best))


def propose_as(view: TableView, kind: Kind) -> Mapping:
    """The mapping of a table that is known to be of a kind."""
    return _mapping(view, _profiles(view), kind, 0.9)


def _profiles(view: TableView) -> list[Profile]:
    return [
        profile(header, [row[place] if place < len(row) else None for row in view.rows])
        for place, header in enumerate(view.headers)
    ]


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a column of a view comes from: its index and header in the table, and which part of the cells it is."""

    index: int
    header: str
    part: str = ""


def _taken_apart(view: TableView) -> tuple[TableView, list[_Column]]:
    """The view with a column for each thing that its columns hold, headings above groups of rows among them."""
    rows, headings = grouped([list(map(unwrapped, row)) for row in view.rows], len(view.headers))
    cells = [[row[place] if place < len(row) else None for row in rows] for place in range(len(view.headers))]
    columns: list[_Column] = []
    headers: list[str] = []
    taken: list[list[str | None]] = []
    for place, header in enumerate(view.headers):
        parts = parts_of(header, cells[place])
        columns += [_Column(place, header, part.name) for part in parts] or [_Column(place, header)]
        headers += [part.header for part in parts] or [header]
        taken += [_pieces(cells[place], part) for part in parts] or [cells[place]]
    for part in parts_of("", list(dict.fromkeys(headings)), is_heading=True) if headings else ():
        columns.append(_Column(HEADING, "", part.name))
        headers.append(part.header)
        taken.append(_pieces(headings, part))
    return replace(view, headers=headers, rows=list(map(list, zip(*taken, strict=True)))), columns


def _pieces(cells: Sequence[str | None], part: Part) -> list[str | None]:
    return [piece(cell, part.name) if cell else None for cell in cells]


def _with_columns(found: Mapping, columns: Sequence[_Column]) -> Mapping:
    """The mapping of the table out of that of the columns that it was taken apart into."""
    named = [
        replace(mapped, index=column.index, header=column.header, part=column.part)
        for mapped, column in zip(found.columns, columns, strict=True)
    ]
    return replace(found, columns=tuple(named))


def has_needs(kind: Kind, properties: set[str]) -> bool:
    """Whether a kind finds all that it cannot do without."""
    have = set(properties)
    if "route" in have:
        have |= {"from", "to"}
    return all(have & set(group.split("|")) for group in kind.needs)


def _rather_journeys(view: TableView, profiles: Sequence[Profile]) -> bool:
    """Whether people with dates are travellers: nothing says what the list records, and travel or the hour is told."""
    text = " ".join([view.dataset, *view.headers])
    if _event(text):
        return False
    return bool(_hints(JOURNEYS.hints, text)) or any(seen.share("datetime") >= _HOURS for seen in profiles)


def _event(text: str) -> str:
    return next((name for name, hints in EVENTS if _hints(hints, text)), "")


def _fits(fields: Sequence[Field], profiles: Sequence[Profile]) -> list[Fit]:
    return [fit(column, field, seen) for column, seen in enumerate(profiles) for field in fields]


def _kind_score(kind: Kind, profiles: Sequence[Profile], view: TableView) -> float:
    chosen = assign(_fits(kind.fields, profiles), unnamed=_UNNAMED)
    if not has_needs(kind, {item.field.property for item in chosen if item.header > 0 or item.values >= _TELLING}):
        return 0.0
    unused = sum(seen.count > 0 and not seen.is_counter for seen in profiles) - len(chosen)
    worth = sum(min(item.score, 9.0) for item in chosen)
    return (
        worth
        - _UNUSED_COST * unused
        + _HINT_WORTH * _hints(kind.hints, view.dataset)
        + 0.5 * _hints(kind.hints, " ".join(view.headers))
    )


def _hints(hints: str, text: str) -> int:
    return int(any(phrase_score(hint, text) > 0 for hint in hints.split("|")))


def _mapping(view: TableView, profiles: Sequence[Profile], kind: Kind | None, certainty: float) -> Mapping:
    fits = _fits(kind.fields, profiles) if kind else []
    chosen = {item.column: (item, fits) for item in assign(fits, unnamed=_UNNAMED)}
    general = [item for item in _fits(GENERAL, profiles) if item.column not in chosen]
    chosen |= {item.column: (item, general) for item in assign(general)}
    columns = tuple(_column(place, seen, chosen.get(place)) for place, seen in enumerate(profiles))
    if kind and kind.leftover:
        columns = _with_leftover(columns, profiles, kind.leftover)
    columns = _agreeing(with_guesses(columns, profiles), profiles)
    if kind is JOURNEYS:
        columns = _stays(columns, view.rows)
    if kind:
        columns = _numbers_of_parties(columns, {field.property for field in kind.fields})
    found = Mapping(
        dataset=view.dataset,
        format=view.format,
        kind=kind.kind if kind else RecordKind.OTHER,
        columns=columns,
        encoding=view.layout.encoding,
        delimiter=view.layout.delimiter,
        header_rows=view.layout.header_rows,
        confidence=round(certainty, 3),
    )
    return _with_context(found, profiles)


def _stays(columns: tuple[ColumnMapping, ...], rows: Sequence[Sequence[str | None]]) -> tuple[ColumnMapping, ...]:
    """`Arrival` and `departure` side by side: a stay where people leave after they came, else the times of a flight."""
    arrival, departure = (next((c for c in columns if c.property == name), None) for name in ("entry_date", "date"))
    if arrival is None or departure is None:
        return columns
    days = [
        [dates.parse((row[c.index] or "") if c.index < len(row) else "", c.parser) for c in (arrival, departure)]
        for row in rows
    ]
    both = [(came, left) for came, left in days if came and left]
    after = sum(left > came for came, left in both)
    if not both or _HALF < after / len(both) < _MOST:
        return columns
    changed = {arrival: "entry_date", departure: "exit_date"} if after >= _MOST * len(both) else {arrival: ""}
    return tuple(replace(c, property=changed.get(c, c.property)) for c in columns)


def _agreeing(columns: tuple[ColumnMapping, ...], profiles: Sequence[Profile]) -> tuple[ColumnMapping, ...]:
    """Columns of dates that leave their form open follow the others of the table."""
    told = {c.parser for c, seen in zip(columns, profiles, strict=True) if not dates.is_open(seen.samples)}
    either = told & {dates.DAY_FIRST, dates.MONTH_FIRST}

    def form(column: ColumnMapping, seen: Profile) -> str:
        if column.parser == dates.YEAR_FIRST and dates.MINGUO in told:
            return dates.MINGUO
        is_either = column.parser in (dates.DAY_FIRST, dates.MONTH_FIRST) and dates.is_open(seen.samples)
        return min(either) if is_either and len(either) == 1 else column.parser

    return tuple(replace(c, parser=form(c, seen)) for c, seen in zip(columns, profiles, strict=True))


def _with_leftover(
    columns: tuple[ColumnMapping, ...], profiles: Sequence[Profile], name: str
) -> tuple[ColumnMapping, ...]:
    """The longest text that nothing names is what such a table tells in words."""
    if any(column.property == name for column in columns):
        return columns
    free = [
        (seen.mean_length, column.index)
        for column, seen in zip(columns, profiles, strict=True)
        if not column.property and seen.share("text") >= 0.8 and not says_something(seen.header)
    ]
    longest = max(free, default=(0.0, -1))[1]
    return tuple(replace(c, property=name, parser="text", confidence=0.3) if c.index == longest else c for c in columns)


def _numbers_of_parties(columns: tuple[ColumnMapping, ...], known: set[str]) -> tuple[ColumnMapping, ...]:
    """A bare taxpayer number belongs to the party in the column before it, or else after it."""
    taken = {column.property for column in columns}
    mended = list(columns)
    for place, column in enumerate(columns):
        if column.property not in ("inn", "ogrn", "edrpou", "uscc") or column.property in known:
            continue
        for near in (place - 1, place + 1):
            wanted = f"{columns[near].property}_number" if 0 <= near < len(columns) else ""
            if wanted in known and wanted not in taken:
                mended[place] = replace(column, property=wanted, parser="code", confidence=min(column.confidence, 0.9))
                taken.add(wanted)
                break
    return tuple(mended)


def _column(place: int, seen: Profile, chosen: tuple[Fit, list[Fit]] | None) -> ColumnMapping:
    if seen.is_counter and (
        chosen is None or chosen[0].header < 0.99 or chosen[0].field.property in ("serial_number", "number")
    ):
        return ColumnMapping(place, seen.header, "serial_number", "integer", 0.9)
    if chosen is None:
        return ColumnMapping(place, seen.header, "")
    item, rivals = chosen
    return ColumnMapping(
        place, seen.header, item.field.property, _parser(item.field, seen), round(confidence(item, rivals), 3)
    )


def _parser(field: Field, seen: Profile) -> str:
    if field.parser in ("date", "birth"):
        return dates.column_form(seen.samples)[0] or dates.DAY_FIRST
    if field.parser in ("number", "share"):
        return numbers.column_form(seen.samples)
    return field.parser


def _with_context(found: Mapping, profiles: Sequence[Profile]) -> Mapping:
    if found.kind is RecordKind.ENROLMENT:
        text = " ".join([found.dataset, *(column.header for column in found.columns)])
        return replace(found, event=_event(text))
    if found.kind is RecordKind.JOURNEY:
        held = {column.property: profiles[column.index].samples for column in found.columns if column.property}
        home = keeper(held["direction"], held.get("point", ()), found.dataset) if "direction" in held else ""
        return replace(found, home=home)
    return found


def kept_by(found: Mapping, source: str) -> Mapping:
    """The mapping of a register whose source's name tells whose border it is."""
    if not any(column.property == "direction" for column in found.columns):
        return found
    return replace(found, home=keeper((), (), source) or found.home)


def currency_of(column: ColumnMapping) -> str | None:
    """The currency that an amount's header names."""
    return words.currency_in(column.header)


def usable(found: Mapping) -> bool:
    """Whether any column of a mapping is of use."""
    if found.format in ("ftm", "xml"):
        return True
    return any(column.property and column.property != "serial_number" for column in found.columns)


__all__ = ["NOTHING_WORTH", "TableView", "currency_of", "has_needs", "propose", "propose_as", "usable"]
