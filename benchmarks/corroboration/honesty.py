"""The honesty test: invented people, none of whom is in the set, against what was expected of chance.

    python benchmarks/corroboration/honesty.py CASE [--people 112000] [--home ru] [--as-written] [--svg PLOT.svg]

Every hit of an invented person is false. So the number of hits in each class of evidence must be the number expected,
however the windows lie. Takes every set of journeys of a case and prints observed / expected for each class with a 95 %
interval: by bootstrap over windows if the expected number is at least 400, else the exact Poisson interval. Classes 1
and 4, which need a document or a delegation, are out of reach.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from scipy import stats

from corrobora.case import Case
from corrobora.corroboration import bench as benches
from corrobora.corroboration import scoring
from corrobora.corroboration.bench import Bench, field_chances, lay_out
from corrobora.corroboration.crowd import Subject, name_model
from corrobora.corroboration.days import LEVELS, Routes, visit_window
from corrobora.corroboration.outcomes import ABSENT, DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.shelf import opened
from corrobora.corroboration.spelling import CHINESE, spell_parts
from corrobora.corroboration.step import stocked
from corrobora.engine import connect

BATCH = 4000
VISITS = 40
YEAR = np.array([(date(2001, 1, 1) + timedelta(day)).month * 100 + (date(2001, 1, 1) + timedelta(day)).day
                 for day in range(365)])  # fmt: skip
NAMES = {2: "name + birth date", 3: "a slip in one", 5: "edge of the days", 6: "in the days", 7: "name alone"}


def main() -> None:
    """Runs the test and prints its tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("case", type=Path)
    options.add_argument("--people", type=int, default=112_000)
    options.add_argument("--home", default="ru")
    options.add_argument("--as-written", action="store_true", help="birth dates as they stand in the set")
    options.add_argument("--svg", type=Path)
    given = options.parse_args()
    # Everybody of the name is looked at, for "name alone" is a class here.
    benches.LOOKED_WHOLE = 10**9
    results = []
    with Case.open(given.case) as case:
        for dataset in case.datasets():
            if "journey" in dict(dataset.tables):
                started = time.time()
                observed, expected = run(
                    stocked(case, dataset, "journey"), given.people, given.home, as_written=given.as_written
                )
                print(f"{given.people} invented people against {dataset.path} ({dataset.rows} rows) "
                      f"in {time.time() - started:.0f} s")  # fmt: skip
                print(f"{'class':<28}{'observed':>10}{'expected':>10}{'ratio':>8}   95 % interval")
                for key in sorted(expected):
                    if expected[key].sum() > 0:
                        results.append((dataset.path, key, *ratio(observed[key], expected[key])))
                        print(line(*results[-1][1:]), flush=True)
    if given.svg:
        given.svg.write_text(plot(results), encoding="utf-8")


def run(shelf_folder: Path, people: int, home: str, *, as_written: bool):
    """Hits and expected hits by (class, exact) and visit: arrays of VISITS numbers.

    Birth dates have the years of the set and any day. With `as_written` they are dates that stand in the set: somebody
    who stands there under three spellings and no document is three travellers, whose date is then drawn and met more
    often than a stranger's.
    """
    observed: dict[tuple[int, bool], np.ndarray] = {}
    expected: dict[tuple[int, bool], np.ndarray] = {}
    random = np.random.default_rng(11)
    routes = Routes(("cn", home))
    with connect() as db:
        shelf = opened(db, "honest", shelf_folder, routes, home)
        model = name_model(shelf, CHINESE)
        births = shelf.table("births")
        births = births["birth"][births["stratum"] == CHINESE]
        born = births if as_written else births // 10000 * 10000 + YEAR[random.integers(0, 365, births.size)]
        starts = shelf.first_day + random.integers(10, max(11, shelf.days - 20), VISITS)
        for batch in range(-(-people // BATCH)):
            size = min(BATCH, people - batch * BATCH)
            visit = random.integers(0, VISITS, size)
            known = random.random(size) < 0.6
            subjects = [
                Subject(
                    f"i{index}",
                    spell_parts(parts, CHINESE),
                    int(random.choice(born)) if known[index] else 0,
                    (),
                    (visit_window("v", int(starts[visit[index]]), int(starts[visit[index]]) + 4, home, "cn"),),
                )
                for index, parts in enumerate(model.draw(size, random))
            ]
            count(lay_out(shelf, subjects, routes, seed=batch, sets=0), visit, observed, expected)
    return observed, expected


def count(bench: Bench, visit: np.ndarray, observed: dict, expected: dict) -> None:
    """Adds the hits of a batch and what was expected of them."""
    hits = bench.real.hits
    number, exact = scoring.classes(hits)
    combos = every_outcome()
    combo_number, combo_exact = scoring.classes(combos)
    birth, _ = field_chances(bench, bench.real.queries)
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


def ratio(observed: np.ndarray, expected: np.ndarray) -> tuple[float, float, float, float]:
    """Observed, expected, and the 95 % interval of their ratio."""
    seen, due = float(observed.sum()), float(expected.sum())
    if due >= 400:
        random = np.random.default_rng(1)
        drawn = random.integers(0, len(observed), (2000, len(observed)))
        ratios = observed[drawn].sum(axis=1) / np.maximum(expected[drawn].sum(axis=1), 1e-9)
        low, high = np.quantile(ratios, [0.025, 0.975])
    else:
        low = stats.chi2.ppf(0.025, 2 * seen) / 2 / due if seen else 0.0
        high = stats.chi2.ppf(0.975, 2 * (seen + 1)) / 2 / due
    return seen, due, float(low), float(high)


def named(key: tuple[int, bool]) -> str:
    """A class in words."""
    return f"{NAMES[key[0]]}, {'exact' if key[1] else 'inexact'}"


def line(key: tuple[int, bool], seen: float, due: float, low: float, high: float) -> str:
    """One line of the table."""
    return f"{named(key):<28}{seen:>10.0f}{due:>10.1f}{seen / due:>8.2f}   [{low:.2f}, {high:.2f}]"


LEFT, WIDTH, STEP, TOP = 330, 420, 22, 44
RANGE = (0.4, 2.0)


def plot(results: list) -> str:
    """Observed / expected of every class, with its interval, as a drawing."""

    def across(value: float) -> float:
        low, high = np.log(RANGE[0]), np.log(RANGE[1])
        return LEFT + WIDTH * (np.log(min(max(value, RANGE[0]), RANGE[1])) - low) / (high - low)

    height = TOP + STEP * len(results) + 40
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 130}" height="{height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect x="{across(0.8):.0f}" y="{TOP - 14}" width="{across(1.25) - across(0.8):.0f}" '
        f'height="{STEP * len(results) + 8}" fill="#e4efe4"/>',
        f'<line x1="{across(1):.0f}" y1="{TOP - 14}" x2="{across(1):.0f}" y2="{TOP - 6 + STEP * len(results)}" '
        'stroke="#444"/>',
        f'<text x="{LEFT}" y="18">hits of invented people: observed / expected, 95 % interval</text>',
    ]
    for mark in (0.5, 0.8, 1, 1.25, 2):
        out.append(f'<text x="{across(mark):.0f}" y="{height - 22}" text-anchor="middle">{mark:g}</text>')
    for place, (dataset, key, seen, due, low, high) in enumerate(results):
        y = TOP + STEP * place
        out.append(f'<text x="4" y="{y + 4}">{Path(dataset).stem}: {named(key)}</text>')
        out.append(f'<line x1="{across(low):.1f}" y1="{y}" x2="{across(high):.1f}" y2="{y}" stroke="#225" '
                   'stroke-width="2"/>')  # fmt: skip
        out.append(f'<circle cx="{across(seen / due):.1f}" cy="{y}" r="4" fill="#225"/>')
        out.append(f'<text x="{LEFT + WIDTH + 8}" y="{y + 4}">{seen:.0f} of {due:.1f}</text>')
    return "\n".join([*out, "</svg>", ""])


if __name__ == "__main__":
    sys.exit(main())
