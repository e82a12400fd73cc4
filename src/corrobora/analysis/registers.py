"""Companies of the papers found in company registers: by number, or by a name that only one company bears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corrobora.analysis.parties import CHINESE_FORMS, LEGAL_FORMS, SPELLED_FORMS, Party, org_key
from corrobora.analysis.rows import Row, Rows
from corrobora.model.records import RecordKind

NUMBERS = ("inn", "ogrn", "uscc", "edrpou")


@dataclass(frozen=True, slots=True)
class Registered:
    """A party with its register entries.

    Attributes:
        rows: of the company registers; none where it is not there, or where several companies bear its name.
        namesakes: number of companies that bear its name, where no number tells which it is.
    """

    party: Party
    rows: tuple[Row, ...] = ()
    namesakes: int = 0

    @property
    def numbers(self) -> tuple[str, ...]:
        """All its numbers, from papers and registers."""
        known = dict.fromkeys(self.party.numbers)
        for row in self.rows:
            known.update(dict.fromkeys(value for name in NUMBERS if (value := row.get(name))))
        return tuple(known)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, from papers and registers."""
        registered = [name for row in self.rows for name in names_of(row, "name", "names")]
        return tuple(dict.fromkeys([*self.party.names, *registered]))

    @property
    def registered(self) -> str | None:
        """The day of registration, or None."""
        return next((day for row in self.rows if (day := row.get("registered"))), None)


@dataclass(frozen=True, slots=True)
class Register:
    """Parties by key with what registers say of them."""

    entries: Mapping[str, Registered] = field(default_factory=dict)

    def of(self, party: Party) -> Registered:
        """What registers say of a party."""
        return self.entries.get(party.key, Registered(party))


def names_of(row: Row, *columns: str) -> list[str]:
    """All names that a row gives in these columns."""
    texts = [value for column in columns for value in (row.get(column), row.raw.get(column)) if value]
    return [name for text in texts for name in text.split("\n") if name.strip()]


def look_up(rows: Rows, parties: Iterable[Party]) -> Register:
    """Finds parties in the company registers of the case."""
    known = list(parties)
    by_number = _by_number(rows, known)
    entries: dict[str, Registered] = {}
    nameless = []
    for party in known:
        found = {(row.dataset, row.row): row for number in party.numbers for row in by_number.get(number, ())}
        if found:
            entries[party.key] = Registered(party, tuple(found.values()))
        elif not party.numbers:
            nameless.append(party)
    by_name = rows_named(rows, RecordKind.COMPANY, ("name", "names"), [n for p in nameless for n in p.names])
    for party in nameless:
        entries[party.key] = _only(party, [row for name in party.names for row in by_name.get(org_key(name), ())])
    return Register(entries)


def other_names(rows: Rows, numbers: Iterable[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names in other languages that sanctions lists give to companies of these numbers."""
    known = list(numbers)
    found: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for column in ("inn", "ogrn"):
        for row in rows.whose(RecordKind.LISTING, column, known):
            if (row.get("schema") or "").casefold() != "person":
                found.append((tuple(dict.fromkeys(names_of(row, "name", "names"))), (row.values[column],)))
    return found


def rows_named(rows: Rows, kind: RecordKind, columns: tuple[str, ...], names: Iterable[str]) -> dict[str, list[Row]]:
    """Rows of a kind that bear one of these organisations' names: key of the name -> rows."""
    keys = sorted({key for name in names if len(key := org_key(name)) >= 3})
    present = [name for name in columns if name in rows.kinds.get(kind.value, ())]
    wanted, found, seen = set(keys), dict[str, list[Row]](), set[tuple[str, int]]()
    for column in present if keys else ():
        where = (
            f'("dataset", "row") in (select dataset_of, row_of from {_key_table(rows, kind, column)} '
            "where key in (select hash(unnest(?::varchar[]))))"
        )
        # one row of a file may give several prepared rows (founders of a company), all of which count
        fresh = [row for row in rows.select(kind, where, [keys]) if (row.dataset, row.row) not in seen]
        seen.update((row.dataset, row.row) for row in fresh)
        for row in fresh:
            for key in {org_key(name) for name in names_of(row, *columns)} & wanted:
                found.setdefault(key, []).append(row)
    return found


def _key_table(rows: Rows, kind: RecordKind, column: str) -> str:
    """A table with a hash of every name's key in a column, made once for each case that is looked at."""
    table = f"keys_{kind.value}_{column}"
    rows.connection.execute(
        f"create temp table if not exists {table} as "
        f'select "dataset" as dataset_of, "row" as row_of, hash(unnest({_keys_sql(column)})) as key '
        f'from rows_{kind.value} where "{column}" is not null'
    )
    return table


def _keys_sql(column: str) -> str:
    """SQL for the keys of all names in a column: what `org_key` does, near enough to find the rows it then tells."""
    forms = ", ".join(f"'{form}'" for form in sorted(LEGAL_FORMS))
    spelled = "|".join(form.replace("'", "''") for form in SPELLED_FORMS)
    text = f"regexp_replace(replace(lower(name), 'ё', 'е'), '{spelled}', ' ', 'g')"
    text = f"regexp_replace({text}, '\\([^()]*\\)', ' ', 'g')"
    words = f"string_split(regexp_replace({text}, '[^\\p{{L}}\\p{{N}}]+', ' ', 'g'), ' ')"
    kept = f"array_to_string(list_filter({words}, lambda word: word not in ({forms})), '')"
    key = f"regexp_replace({kept}, '({CHINESE_FORMS.pattern.strip('()$')})$', '')"
    return f"list_transform(string_split(coalesce(\"{column}\", ''), chr(10)), lambda name: {key})"


def _by_number(rows: Rows, parties: list[Party]) -> dict[str, list[Row]]:
    numbers = [number for party in parties for number in party.numbers]
    found: dict[str, list[Row]] = {}
    for column in NUMBERS:
        for row in rows.whose(RecordKind.COMPANY, column, numbers):
            found.setdefault(row.values[column], []).append(row)
    return found


def _only(party: Party, found: list[Row]) -> Registered:
    companies: dict[object, list[Row]] = {}
    for row in {(row.dataset, row.row): row for row in found}.values():
        number = next((value for name in NUMBERS if (value := row.get(name))), None)
        same = (row.dataset, row.get("name"), row.get("registered"), row.get("activity_code"))
        companies.setdefault(number or same, []).append(row)
    if len(companies) != 1:
        return Registered(party, (), len(companies))
    return Registered(party, tuple(next(iter(companies.values()))), 1)
