"""One record set on the bench: its rows as integers in DuckDB, and the counts that the chances come from.

SQL here is a value; the connection is the caller's. Only what matches is ever drawn into memory row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corrobora.corroboration.days import Routes

Ints = npt.NDArray[np.int64]

_TWINS = ("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")


@dataclass(frozen=True, slots=True)
class NameCode:
    """What the bench knows of a distinct name: its canonical spelling's number and its stratum."""

    canon: int
    stratum: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """A record set as the queries below see it.

    Attributes:
        db: connection with the tables `typed_TAG` and `traveller_TAG`.
        tag: tells the tables of several sets on one connection apart.
        first_day: day number of the earliest dated row; `days`: length of the period; `rows`: all rows with a name.
    """

    db: duckdb.DuckDBPyConnection
    tag: str
    first_day: int
    days: int
    rows: int


_COLUMNS = ("name", "birth_date", "document", "date", "number", "from", "to", "direction", "point", "booking")


def read_rows(db: duckdb.DuckDBPyConnection, parquet: Path) -> list[str]:
    """Opens the prepared rows as the view `raw` and gives the distinct names, in order."""
    there = {name for (name, *_) in db.execute("describe select * from read_parquet(?)", [str(parquet)]).fetchall()}
    picked = ", ".join(f'"{c}"' if c in there else f'null::varchar as "{c}"' for c in _COLUMNS)
    db.execute(f"create or replace temp table raw as select row, {picked} from read_parquet('{_quoted(parquet)}')")
    return [
        name for (name,) in db.execute("select distinct name from raw where name is not null order by 1").fetchall()
    ]


def distinct_places(db: duckdb.DuckDBPyConnection) -> list[str]:
    """All places of departure and arrival, as written."""
    query = 'select "from" from raw union select "to" from raw'
    return sorted(place for (place,) in db.execute(query).fetchall() if place)


def put_names(db: duckdb.DuckDBPyConnection, names: list[str], codes: list[NameCode]) -> None:
    """Registers the number, canonical form and stratum of each distinct name."""
    table = pa.table(
        {
            "name": names,
            "name_id": np.arange(len(names), dtype=np.int64),
            "canon": np.array([c.canon for c in codes], dtype=np.int64),
            "stratum": np.array([c.stratum for c in codes], dtype=np.int8),
        }
    )
    db.register("name_arrow", table)
    db.execute("create or replace temp table spelled as select * from name_arrow")
    db.unregister("name_arrow")


def put_places(db: duckdb.DuckDBPyConnection, countries: Mapping[str, str], routes: Routes) -> None:
    """Registers the country's number of every place that is known."""
    codes = pa.array([routes.code(country) for country in countries.values()], pa.int64())
    table = pa.table({"place": pa.array(list(countries), pa.string()), "country": codes})
    db.register("place_arrow", table)
    db.execute("create or replace temp table place as select * from place_arrow")
    db.unregister("place_arrow")


def set_up(db: duckdb.DuckDBPyConnection, tag: str, routes: Routes, keeper: str | None) -> Shelf:
    """Makes `typed` (a row in integers) and `traveller` (people behind rows) from `raw`, `spelled` and `place`.

    Rows with the same document are one traveller; else same canonical name and birth date, joined to the document that
    name and date travel with elsewhere; a row with neither stays a traveller of its own.

    Args:
        db: connection with `raw`, `spelled` and `place`.
        tag: name for the tables of this set.
        routes: numbers of pairs of countries.
        keeper: whose border "in" and "out" mean, where the rows have a direction instead of places.
    """
    code = routes.code(keeper)
    db.execute(_TYPED.format(twins=_TWINS[0], plain=_TWINS[1], keeper=code))
    db.execute(_TRAVELLERS.format(tag=tag, countries=routes.size))
    db.execute(_MARKED.format(tag=tag))
    db.execute(_BORNE.format(tag=tag))
    first, last, rows = _one(
        db.execute(
            f"select min(day) filter (day >= 0), max(day) filter (day >= 0), count(*) from typed_{tag}"
        ).fetchone()
    )
    start = int(first) if first is not None else 0
    return Shelf(db, tag, start, (int(last) - start + 1) if last is not None else 1, int(rows))


_TYPED = """
create or replace temp table coded as
select r.row, s.name_id, s.canon, s.stratum,
    coalesce(try_cast(rpad(replace(r.birth_date, '-', ''), 8, '0') as bigint), 0) as birth,
    coalesce(regexp_replace(translate(upper(r.document), '{twins}', '{plain}'), '[\\s\\pP\\pS_]+', '', 'g'), '') as doc,
    coalesce(datediff('day', date '1970-01-01', try_cast(left(r.date, 10) as date)), -1)::bigint as day,
    coalesce(a.country, case when r.direction = 'out' then {keeper} end, 0)::bigint as from_country,
    coalesce(b.country, case when r.direction = 'in' then {keeper} end, 0)::bigint as to_country,
    case when r.number is null then 0
         else (hash('flight', upper(r.number), left(r.date, 10)) >> 1)::bigint end as flight,
    case when r.booking is null then 0 else (hash('booking', upper(r.booking)) >> 1)::bigint end as booking,
    case when r.point is null then 0
         else (hash('post', r.point, left(r.date, 10), coalesce(r.direction, '')) >> 1)::bigint end as post,
    case when r.point is null then 0 else (hash(r.point) >> 1)::bigint end as point_id,
    case when r."to" is null then 0 else (hash(r."to") >> 1)::bigint end as to_id,
    case when r."from" is null then 0 else (hash(r."from") >> 1)::bigint end as from_id
from raw r join spelled s on r.name = s.name
left join place a on a.place = r."from" left join place b on b.place = r."to"
"""

_TRAVELLERS = """
create or replace temp table typed_{tag} as
with known as (
    select canon, birth, min(doc) as doc from coded where birth > 0 and doc <> '' group by canon, birth
)
select c.*, c.from_country * {countries} + c.to_country as route,
    (case when c.doc <> '' then hash('d', c.doc)
          when c.birth > 0 and k.doc is not null then hash('d', k.doc)
          when c.birth > 0 then hash('b', c.canon, c.birth)
          else hash('r', c.row) end >> 1)::bigint as traveller
from coded c left join known k on c.doc = '' and c.birth > 0 and k.canon = c.canon and k.birth = c.birth
"""

_MARKED = """
create or replace temp table traveller_{tag} as
select traveller, min(stratum) as stratum, count(*) as rows,
    (max((birth > 0)::int) + 2 * max((doc <> '')::int))::bigint as pattern
from typed_{tag} group by traveller
"""


_BORNE = """
create or replace temp table borne_{tag} as
select name_id, traveller, count(*) as rows from typed_{tag} group by name_id, traveller
"""


def _one(row: tuple[Any, ...] | None) -> tuple[Any, ...]:
    assert row is not None
    return row


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def ints(db: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None = None) -> dict[str, Ints]:
    """The columns of a query as numpy arrays."""
    return {name: np.asarray(column) for name, column in db.execute(query, parameters or []).fetchnumpy().items()}


def put_ids(db: duckdb.DuckDBPyConnection, table: str, ids: Iterable[int]) -> None:
    """Registers numbers as a temporary one-column table."""
    db.register("ids_arrow", pa.table({"id": np.unique(np.fromiter(ids, dtype=np.int64))}))
    db.execute(f"create or replace temp table {table} as select * from ids_arrow")
    db.unregister("ids_arrow")
