"""Compares the library with others on labelled pairs of names, in one run.

    PYTHONPATH=src python benchmarks/names/compare.py [SHARED] [--keep FOLDER]

SHARED (default: the environment's CORROBORA_SHARED) holds `eval/names/pairs.csv`. Every method scores every pair; per
kind the table has the area under the curve and F1 at the ONE threshold that is best for the method over all kinds, and
at the end the speed, the calibration and what the keys find. nomenklatura (with rigour and ICU) is compared where it
can be imported; it installs from wheels alone with `pyicu-wheels` and an override that leaves out `pyicu`.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import os
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from corrobora import names
from corrobora.names.keys import block_key

Row = dict[str, str]
Scorer = Callable[[Row], float]


def ours(row: Row) -> float:
    return names.compare(row["left"], row["right"], row["schema"]).score


def jaro_winkler(row: Row) -> float:
    return JaroWinkler.similarity(row["left"].lower(), row["right"].lower())


def token_set(row: Row) -> float:
    return fuzz.token_set_ratio(row["left"].lower(), row["right"].lower()) / 100


def libraries() -> dict[str, Scorer]:
    """The methods that can be imported here."""
    found: dict[str, Scorer] = {
        "corrobora": ours,
        "rapidfuzz JaroWinkler": jaro_winkler,
        "rapidfuzz token_set": token_set,
    }
    try:
        model = importlib.import_module("followthemoney").model
        get_algorithm = importlib.import_module("nomenklatura.matching").get_algorithm
    except ImportError:
        return found

    def entity(name: str, schema: str) -> object:
        # The name is the id: the library keeps what it parsed under the id.
        return model.get_proxy({"id": f"{schema} {name}", "schema": schema, "properties": {"name": [name]}})

    def nomenklatura(algorithm: str) -> Scorer:
        method = get_algorithm(algorithm)
        config = method.default_config()

        def score(row: Row) -> float:
            left, right = entity(row["left"], row["schema"]), entity(row["right"], row["schema"])
            return method.compare(left, right, config).score

        return score

    found["nomenklatura logic-v2"] = nomenklatura("logic-v2")
    found["nomenklatura logic-v1"] = nomenklatura("logic-v1")
    return found


def f1(rows: list[tuple[float, bool]], threshold: float) -> float:
    hits = sum(same for score, same in rows if score >= threshold)
    said = sum(score >= threshold for score, _ in rows)
    real = sum(same for _, same in rows)
    return 2 * hits / (said + real) if said + real else 0.0


def area(rows: list[tuple[float, bool]]) -> float:
    ranked = sorted(rows)
    total, place = 0.0, 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        total += sum(same for _, same in ranked[place:end]) * (place + end + 1) / 2
        place = end
    real = sum(same for _, same in rows)
    return (total - real * (real + 1) / 2) / (real * (len(rows) - real))


def best_threshold(kinds: dict[str, list[tuple[float, bool]]]) -> float:
    grid = sorted({round(score, 2) for rows in kinds.values() for score, _ in rows})
    return max(grid, key=lambda at: sum(f1(rows, at) for rows in kinds.values()))


def calibration(rows: list[tuple[float, bool]]) -> float:
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, same in rows:
        bands[min(9, int(score * 10))].append((score, same))
    return sum(abs(sum(s for s, _ in band) - sum(y for _, y in band)) for band in bands.values()) / len(rows)


def keys_find(rows: list[Row]) -> tuple[float, float, float]:
    """Share of true Chinese pairs that the keys bring together; of pairs of two names, by exact and by slip keys."""
    true = [row for row in rows if row["same"] == "1" and row["kind"].startswith("zh:") and "hk_" not in row["kind"]]
    met = sum(
        bool(
            block_key(row["left"]) & names.slip_keys(row["right"])
            or block_key(row["right"]) & names.slip_keys(row["left"])
        )
        for row in true
    )
    return met / len(true), *_strangers_that_meet(true)


def _strangers_that_meet(true: list[Row]) -> tuple[float, float]:
    """Share of random pairs of two names that share an exact key, and that a join by slip keys brings up.

    Spellings that true pairs link are one name; what re-romanised forms link is left out, for one such form stands for
    several names and would hide that these meet.
    """
    above: dict[str, str] = {}

    def name_of(form: str) -> str:
        form = " ".join(sorted(form.lower().replace(",", " ").split()))
        while above.setdefault(form, form) != form:
            form = above[form]
        return form

    plain = [row for row in true if "icao" not in row["kind"] and "bgn" not in row["kind"]]
    for row in plain:
        above[name_of(row["left"])] = name_of(row["right"])
    forms = [row["left"] for row in random.Random(1).sample(plain, 1500)]
    pool = [(names.exact_keys(form), block_key(form), names.slip_keys(form), name_of(form)) for form in forms]
    strangers, exact, slip = 0, 0, 0
    for place, (one, _, slipped, known) in enumerate(pool):
        for two, stored, _, other in pool[:place]:
            if known != other:
                strangers += 1
                exact += not one.isdisjoint(two)
                slip += not slipped.isdisjoint(stored)
    return exact / strangers, slip / strangers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?", default=os.environ.get("CORROBORA_SHARED", ""))
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    source = Path(chosen.shared, "eval", "names", "pairs.csv")
    if not source.is_file():
        sys.exit("The labelled pairs are not here: set CORROBORA_SHARED.")
    with source.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    lines_out: list[str] = []
    columns: dict[str, dict[str, list[tuple[float, bool]]]] = {}
    for method, score in libraries().items():
        kinds: dict[str, list[tuple[float, bool]]] = defaultdict(list)
        start = time.process_time()
        for row in rows:
            kinds[row["kind"]].append((score(row), row["same"] == "1"))
        speed = len(rows) / (time.process_time() - start)
        columns[method] = kinds
        at = best_threshold(kinds)
        macro = sum(f1(held, at) for held in kinds.values()) / len(kinds)
        lines_out.append(f"{method}: macro F1 {macro:.3f} at {at:.2f}; {speed:,.0f} pairs/s, each name parsed anew")
    width = max(map(len, columns["corrobora"]))
    print("AUC / F1 at the method's one threshold")
    print("kind".ljust(width), *columns, sep=" | ")
    thresholds = {method: best_threshold(kinds) for method, kinds in columns.items()}
    for kind in sorted(columns["corrobora"]):
        cells = [f"{area(kinds[kind]):.3f} / {f1(kinds[kind], thresholds[m]):.3f}" for m, kinds in columns.items()]
        print(kind.ljust(width), *cells, sep=" | ")
    merged = [pair for held in columns["corrobora"].values() for pair in held]
    found, exact, slip = keys_find(rows)
    print(*lines_out, sep="\n")
    print(f"expected calibration error {calibration(merged):.3f}")
    print(f"keys bring together {found:.4f} of true Chinese pairs")
    print(f"and of pairs of two names {exact:.1e} by exact keys, {slip:.1e} with slip keys on one side")


if __name__ == "__main__":
    main()
