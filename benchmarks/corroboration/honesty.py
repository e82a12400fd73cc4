"""The honesty test: invented people, none of whom is in the set, against what was expected of chance.

    python benchmarks/corroboration/honesty.py PREPARED.parquet [PEOPLE] [--home ru]

Every hit of an invented person is false. So the number of hits in each class of evidence must be the number expected,
however the windows lie. Prints observed / expected for each class with a 95 % interval: by bootstrap over windows if
the expected number is at least 400, else the exact Poisson interval. Classes 1 and 4, which need a document or a
delegation, are out of reach.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np
from scipy import stats

from corrobora.corroboration import scoring
from corrobora.corroboration.bench import Bench, Opening, Subject, field_chances, lay_out, settled, shelve
from corrobora.corroboration.days import LEVELS, Routes, visit_window
from corrobora.corroboration.invention import learn
from corrobora.corroboration.outcomes import ABSENT, DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.shelf import distinct_places, ints, read_rows
from corrobora.corroboration.spelling import CHINESE, parts_of, spell_parts
from corrobora.engine import connect
from corrobora.model.places import countries_of

BATCH = 4000
VISITS = 40
NAMES = {2: "name + birth date", 3: "a slip in one", 5: "edge of the days", 6: "in the days", 7: "name alone"}


def main() -> None:
    """Runs the test and prints its table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parquet", type=Path)
    options.add_argument("people", type=int, nargs="?", default=20000)
    options.add_argument("--home", default="ru")
    given = options.parse_args()
    started = time.time()
    observed, expected = run(given.parquet, given.people, given.home)
    print(f"{given.people} invented people against {given.parquet} in {time.time() - started:.0f} s")
    print(f"{'class':<24}{'observed':>10}{'expected':>10}{'ratio':>8}   95 % interval")
    for key in sorted(expected):
        print(line(key, observed[key], expected[key]))


def run(parquet: Path, people: int, home: str):
    """Hits and expected hits by (class, exact) and visit: arrays of VISITS numbers."""
    db = connect()
    read_rows(db, parquet)
    routes = Routes(("cn", home))
    opening = Opening("honest", parquet, countries_of(distinct_places(db)), routes, home, frozenset({CHINESE}))
    shelf, lexicon = shelve(db, opening, {})
    random = np.random.default_rng(11)
    keys = settled(lexicon.spelled)
    borne = ints(db, "select name_id, count(*) as people from borne_honest group by 1")
    weight = np.zeros(len(keys))
    weight[borne["name_id"]] = borne["people"]
    model = learn(
        (parts_of(key), w)
        for key, one, w in zip(keys, lexicon.spelled, weight, strict=True)
        if key and one.stratum == CHINESE
    )
    births = ints(db, "select birth from typed_honest where birth > 0")["birth"]
    starts = shelf.first_day + random.integers(10, max(11, shelf.days - 20), VISITS)
    observed: dict[tuple[int, bool], np.ndarray] = {}
    expected: dict[tuple[int, bool], np.ndarray] = {}
    for batch in range(-(-people // BATCH)):
        size = min(BATCH, people - batch * BATCH)
        visit = random.integers(0, VISITS, size)
        known = random.random(size) < 0.6
        subjects = [
            Subject(
                f"i{index}",
                spell_parts(parts, CHINESE),
                int(random.choice(births)) if known[index] else 0,
                (),
                (visit_window("v", int(starts[visit[index]]), int(starts[visit[index]]) + 4, home, "cn"),),
            )
            for index, parts in enumerate(model.draw(size, random))
        ]
        bench = lay_out(shelf, lexicon, subjects, routes, seed=batch, sets=1)
        count(bench, visit, observed, expected)
    return observed, expected


def count(bench: Bench, visit: np.ndarray, observed: dict, expected: dict) -> None:
    """Adds the hits of a batch and what was expected of them."""
    hits = bench.real.hits
    number, exact = scoring.classes(hits)
    combos = every_outcome()
    combo_number, combo_exact = scoring.classes(combos)
    birth, _ = field_chances(bench, bench.real)
    known = np.array([query.birth > 0 for query in bench.real.queries])
    rate = bench.real.rate[:, combos.tier, combos.pattern] * bench.event[:, combos.pattern, combos.level]
    shown = known[:, None] & ((combos.pattern & 1) > 0)[None, :]
    rate = rate * np.where(shown, np.where(combos.birth == ABSENT, 0.0, birth[:, combos.birth]), combos.birth == ABSENT)
    first = np.ones(hits.size(), dtype=bool)
    first[1:] = hits.group[1:] != hits.group[:-1]
    # Rows of one traveller agree on name and birth date together: these classes count people, not rows.
    people = rate / bench.event[:, combos.pattern, combos.level] * (combos.level == 0)
    for key in {(int(n), bool(e)) for n, e in zip(combo_number, combo_exact, strict=True) if n in NAMES}:
        by_person = key[0] <= 3
        mine = (number == key[0]) & (exact == key[1]) & (first | (not by_person))
        found = np.bincount(visit[hits.owner[mine]], minlength=VISITS)
        due = (people if by_person else rate)[:, (combo_number == key[0]) & (combo_exact == key[1])].sum(axis=1)
        observed[key] = observed.get(key, 0) + found
        expected[key] = expected.get(key, 0) + np.bincount(visit, weights=due, minlength=VISITS)


def every_outcome() -> scoring.Hits:
    """All combinations of tier, pattern, birth outcome and level, as hits."""
    grid = np.array(
        [
            (tier, pattern, birth, level)
            for tier in range(3)
            for pattern in range(4)
            for birth in (ABSENT, EQUAL, SLIP, DIFFERENT)
            for level in range(LEVELS)
        ],
        dtype=np.int8,
    )
    nothing = np.zeros(len(grid), dtype=np.int64)
    none = nothing.astype(np.int8)
    return scoring.Hits(
        query=nothing, owner=nothing, group=nothing, row=nothing, traveller=nothing,
        tier=grid[:, 0], birth=grid[:, 2], doc=none, own_tier=grid[:, 0], own_birth=grid[:, 2], own_doc=none,
        pattern=grid[:, 1], level=grid[:, 3], window=none.astype(np.int16), direction=none, route=nothing, day=nothing,
    )  # fmt: skip


def line(key: tuple[int, bool], observed: np.ndarray, expected: np.ndarray) -> str:
    """One line of the table."""
    seen, due = float(observed.sum()), float(expected.sum())
    if due <= 0:
        return f"{NAMES[key[0]]:<24}{seen:>10.0f}{due:>10.1f}"
    if due >= 400:
        random = np.random.default_rng(1)
        drawn = random.integers(0, len(observed), (2000, len(observed)))
        ratios = observed[drawn].sum(axis=1) / np.maximum(expected[drawn].sum(axis=1), 1e-9)
        low, high = np.quantile(ratios, [0.025, 0.975])
    else:
        low = stats.chi2.ppf(0.025, 2 * seen) / 2 / due if seen else 0.0
        high = stats.chi2.ppf(0.975, 2 * (seen + 1)) / 2 / due
    name = f"{NAMES[key[0]]}, {'exact' if key[1] else 'inexact'}"
    return f"{name:<24}{seen:>10.0f}{due:>10.1f}{seen / due:>8.2f}   [{low:.2f}, {high:.2f}]"


if __name__ == "__main__":
    sys.exit(main())
