"""One record set on the bench: views of its shelf, with its places seen from the countries of the case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from corrobora.corroboration.days import Routes
from corrobora.corroboration.spelling import Spelling
from corrobora.corroboration.stocking import quoted

Ints = npt.NDArray[np.int64]

_VIEWS = ("names", "near", "typed", "traveller", "bearers", "alias", "model")


@dataclass(frozen=True, slots=True)
class Shelf:
    """A record set as the queries below see it.

    Attributes:
        db: connection with the views of the set, each named with its tag at the end.
        tag: tells the tables of several sets on one connection apart.
        first_day: day number of the earliest dated row; `days`: length of the period.
        routes: number of the pair of countries of each way, as the case sees them.
    """

    db: duckdb.DuckDBPyConnection
    tag: str
    folder: Path
    first_day: int
    days: int
    routes: Ints

    def table(self, name: str) -> dict[str, Ints]:
        """One of the small tables of the shelf."""
        return ints(self.db, f"select * from read_parquet('{quoted(self.folder / name)}.parquet')")


def opened(db: duckdb.DuckDBPyConnection, tag: str, folder: Path, routes: Routes, keeper: str | None) -> Shelf:
    """Makes the views of a shelf.

    Args:
        db: the connection of the search.
        tag: name for the tables of this set.
        folder: where `stocking.stock` wrote.
        routes: numbers of pairs of countries.
        keeper: whose border "in" and "out" mean, where the rows have a direction instead of places.
    """
    for name in _VIEWS:
        source = quoted(folder / f"{name}.parquet")
        db.execute(f"create or replace temp view {name}_{tag} as select * from read_parquet('{source}')")
    countries = [c for (c,) in db.execute(
        f"select country from read_parquet('{quoted(folder / 'countries.parquet')}') order by code"
    ).fetchall()]  # fmt: skip
    sides = _ways(countries, routes, keeper)
    ways = {"way": np.arange(len(sides)), "from_country": sides[:, 0], "to_country": sides[:, 1]}
    db.register("way_arrow", pa.table(ways))
    db.execute(f"create or replace temp table way_{tag} as select * from way_arrow")
    db.unregister("way_arrow")
    db.execute(f"create or replace temp view placed_{tag} as select * from typed_{tag} join way_{tag} using (way)")
    first, last = _one(
        db.execute(f"select min(day), max(day) from read_parquet('{quoted(folder / 'days.parquet')}') where day >= 0")
    )
    start = int(first) if first is not None else 0
    length = (int(last) - start + 1) if last is not None else 1
    return Shelf(db, tag, folder, start, length, sides[:, 0] * routes.size + sides[:, 1])


def _ways(countries: Sequence[str], routes: Routes, keeper: str | None) -> Ints:
    """The countries of both ends of every way, by their number in the case."""
    codes = [0, *(routes.code(country) for country in countries)]
    kept = routes.code(keeper)
    sides = []
    for one in codes:
        for other in codes:
            for direction in range(3):
                leaves, enters = kept if direction == 2 else 0, kept if direction == 1 else 0
                sides.append((one or leaves, other or enters))
    return np.array(sides, dtype=np.int64).reshape(-1, 2)


def spellings_of(shelf: Shelf, name_ids: Iterable[int]) -> dict[int, Spelling]:
    """The keys of some names of the set."""
    put_ids(shelf.db, "some_names", name_ids)
    query = f"select name_id, exact, letters from names_{shelf.tag} join some_names on id = name_id"
    return {
        int(name): Spelling(tuple(exact), letters=tuple(letters))
        for name, exact, letters in shelf.db.execute(query).fetchall()
    }


def _one(found: duckdb.DuckDBPyConnection) -> tuple[Any, ...]:
    return tuple(found.fetchall()[0])


def ints(db: duckdb.DuckDBPyConnection, query: str, parameters: list[Any] | None = None) -> dict[str, Ints]:
    """The columns of a query as numpy arrays."""
    return {name: np.asarray(column) for name, column in db.execute(query, parameters or []).fetchnumpy().items()}


def put_ids(db: duckdb.DuckDBPyConnection, table: str, ids: Iterable[int]) -> None:
    """Registers numbers as a temporary one-column table."""
    db.register("ids_arrow", pa.table({"id": np.unique(np.fromiter(ids, dtype=np.int64))}))
    db.execute(f"create or replace temp table {table} as select * from ids_arrow")
    db.unregister("ids_arrow")
