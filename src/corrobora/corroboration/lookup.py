"""One name in all record sets of a case, in every script and spelling, as fast as a reporter types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from corrobora import names
from corrobora.case import Case
from corrobora.corroboration.dictionary import asked_for, guesses
from corrobora.corroboration.keyring import bearers
from corrobora.corroboration.scoring import SLIPPED, TIERS
from corrobora.corroboration.spelling import spell_person
from corrobora.corroboration.step import SEARCHED, stocked
from corrobora.corroboration.stocking import quoted
from corrobora.engine import connect
from corrobora.names.neighbours import one_edit
from corrobora.names.sound import sounds_of


@lru_cache(maxsize=1)
def _engine() -> duckdb.DuckDBPyConnection:
    """One connection for all look-ups, each with a cursor of its own; it remembers the footers of the files."""
    db = connect()
    db.execute("set parquet_metadata_cache = true")
    return db


@dataclass(frozen=True, slots=True)
class Found:
    """A row that bears a name.

    Attributes:
        tier: how the name fits: exact, slip, initial, or likely for one that sounds alike.
        values: the row's properties as they stand in the table.
    """

    dataset: str
    row: int
    name: str
    tier: str
    values: tuple[tuple[str, str], ...]


def find_name(case: Case, name: str, limit: int = 50, *, near: bool = False) -> list[Found]:
    """The rows of travellers and listed people that bear a name, the best spellings first.

    Args:
        case: an open case with its record sets.
        name: in any script.
        limit: how many rows of each set are given at most.
        near: also names that are one slip of the pen away, and those that sound alike and are likely one name.
    """
    found: list[Found] = []
    with _engine().cursor() as db:
        for dataset in case.datasets():
            for kind, rows in dataset.tables:
                if kind in SEARCHED and rows:
                    folder = stocked(case, dataset, kind)
                    fits = _names(db, folder, name, near=near)
                    if near:
                        fits += _alike(db, folder, name, {written for _, written in fits})
                    found += _rows(db, dataset.path, case.rows_path(dataset, kind), fits, limit)
    return found


def _names(db: duckdb.DuckDBPyConnection, folder: Path, name: str, *, near: bool) -> list[tuple[int, str]]:
    """The distinct names of a set that can be this one, with their tiers, best first."""
    person = spell_person([name])
    asked = [(key, tier) for _, key, tier in asked_for(0, person) if near or tier != SLIPPED]
    words = [(word, head, tail) for _, word, head, tail in guesses(0, person)] if near else []
    asked += [(f"{head}{other[1:]}{tail}", SLIPPED) for other, head, tail in _near(db, folder, words)]
    hashes = dict(zip((key for key, _ in asked), _hashes(db, [key for key, _ in asked]), strict=True))
    best: dict[int, int] = {}
    for key, tier in sorted(asked, key=lambda one: one[1]):
        best.setdefault(hashes[key], tier)
    numbers = sorted(best)
    place, found = bearers(folder, np.array(numbers, dtype=np.uint64))
    tiers: dict[int, int] = {}
    for at, name_id in zip(place.tolist(), found.tolist(), strict=True):
        tiers[name_id] = min(best[numbers[at]], tiers.get(name_id, 9))
    if not tiers:
        return []
    ids = ", ".join(map(str, tiers))
    table = quoted(folder / "names.parquet")
    query = f"select name_id, name, patronymic from read_parquet('{table}') where name_id in ({ids})"
    fits = [
        (tiers[name_id], written)
        for name_id, written, father in db.execute(query).fetchall()
        if not (person.patronymic and father) or person.patronymic[0] == father[0]
    ]
    return sorted(fits)


_LIKELY = 0.9
_TIERS = (*TIERS, "likely")
_SOUND = len(TIERS)


def _alike(db: duckdb.DuckDBPyConnection, folder: Path, name: str, known: set[str]) -> list[tuple[int, str]]:
    """Further names of the set that sound like a name of another tradition than Chinese, likeliest first.

    Those with the same given name are read from the shelf; of two Chinese names the slips are all that sounds alike.
    """
    asked = names.sound_keys(name)
    givens = sorted({key.partition("|")[2] for key in asked if key.startswith("ss:")})
    if not givens:
        return []
    marks = ", ".join("?" * len(givens))
    query = f"""select name, key from read_parquet('{quoted(folder / "names.parquet")}')
        where starts_with(key, 'sl:') and replace(split_part(key, '|', 2), 'h', 'g') in ({marks})"""
    met = {written for written, key in db.execute(query, givens).fetchall() if sounds_of(key) & asked} - known
    scored = [(names.compare(name, written).score, written) for written in sorted(met)]
    return [(_SOUND, written) for score, written in sorted(scored, reverse=True) if score >= _LIKELY]


def _hashes(db: duckdb.DuckDBPyConnection, words: list[str]) -> list[int]:
    return [number for (number,) in db.execute("select hash(unnest(?::varchar[]))", [words]).fetchall()]


def _near(db: duckdb.DuckDBPyConnection, folder: Path, words: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Words of the set one edit away from these."""
    if not words:
        return []
    gaps = {}
    for word, _, _ in words:
        gaps[word] = word
        gaps |= {word[:place] + word[place + 1 :]: word for place in range(1, len(word))}
    listed = ", ".join(f"{number}::ubigint" for number in _hashes(db, list(gaps)))
    near = quoted(folder / "near.parquet")
    query = f"select distinct word from read_parquet('{near}') where gap in ({listed})"
    known = [word for (word,) in db.execute(query).fetchall()]
    return [
        (other, head, tail)
        for word, head, tail in words
        for other in known
        if other[0] == word[0] and other != word and one_edit(word, other)
    ]


def _rows(
    db: duckdb.DuckDBPyConnection, dataset: str, parquet: Path, names: list[tuple[int, str]], limit: int
) -> list[Found]:
    tiers = {name: tier for tier, name in names[:limit]}
    if not tiers:
        return []
    marks = ", ".join("?" * len(tiers))
    source = f"read_parquet('{quoted(parquet)}')"
    shown = ", ".join(f'"{one}"' for (one, *_) in db.execute(f"describe from {source}").fetchall()
                      if one in ("row", "name") or one.endswith("_raw"))  # fmt: skip
    result = db.execute(f"select {shown} from {source} where name in ({marks})", list(tiers))
    columns = [column[0] for column in result.description or ()]
    rows = [dict(zip(columns, values, strict=True)) for values in result.fetchall()]
    found = [Found(dataset, int(row["row"]), row["name"], _TIERS[tiers[row["name"]]], _shown(row)) for row in rows]
    return sorted(found, key=lambda one: (_TIERS.index(one.tier), one.name, one.row))[:limit]


def _shown(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name.removesuffix("_raw"), str(value))
        for name, value in row.items()
        if name.endswith("_raw") and value is not None
    )
