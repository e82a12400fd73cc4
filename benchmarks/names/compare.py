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


def keys_find(rows: list[Row]) -> list[str]:
    """Of true pairs what the keys bring together, by kind of key; and of pairs of two names what they bring up."""
    people = [row for row in rows if row["same"] == "1" and row["schema"] == "Person"]
    chinese = [row for row in people if row["kind"].startswith("zh:") and "hk_" not in row["kind"]]
    russian = [row for row in people if row["kind"].startswith("ru_person:") and "han" not in row["kind"]]
    out = [f"pairs of {len(chinese):,} Chinese spellings: {_met(chinese)}"]
    for kind in sorted({row["kind"] for row in people} - {row["kind"] for row in chinese}):
        held = [row for row in people if row["kind"] == kind]
        out.append(f"{kind}: {_met(held)}")
    plain = [row for row in chinese if "icao" not in row["kind"] and "bgn" not in row["kind"]]
    out.append(f"pairs of two Chinese names: {_strangers_that_meet(plain, [row['left'] for row in plain])}")
    both = [row[side] for row in russian for side in ("left", "right")]
    out.append(f"pairs of two Russian names: {_strangers_that_meet(people, both)}")
    return out


def _met(rows: list[Row]) -> str:
    counts = [0, 0, 0, 0]
    for row in rows:
        left, right = row["left"], row["right"]
        by_sound = not names.sound_keys(left).isdisjoint(names.sound_keys(right))
        slips = block_key(left) & names.slip_keys(right) or block_key(right) & names.slip_keys(left)
        exact = names.exact_keys(left) & names.exact_keys(right)
        for place, met in enumerate((exact, slips, by_sound, exact or slips or by_sound)):
            counts[place] += bool(met)
    each = [count / len(rows) for count in counts]
    return "exact keys meet in {:.4f}, slip keys in {:.4f}, sound keys in {:.4f}, any of them in {:.4f}".format(*each)


def _strangers_that_meet(true: list[Row], forms: list[str]) -> str:
    """Share of random pairs of two names that the keys of each kind bring up.

    Spellings that true pairs link are one name; what re-romanised forms link is left out, for one such form stands for
    several names and would hide that these meet.
    """
    above: dict[str, str] = {}

    def name_of(form: str) -> str:
        form = " ".join(sorted(form.lower().replace(",", " ").split()))
        while above.setdefault(form, form) != form:
            form = above[form]
        return form

    for row in true:
        if "icao" not in row["kind"] and "bgn" not in row["kind"]:
            above[name_of(row["left"])] = name_of(row["right"])
    chosen = random.Random(1).sample(sorted(set(forms)), 1500)
    pool = [
        (names.exact_keys(form), block_key(form), names.slip_keys(form), names.sound_keys(form), name_of(form))
        for form in chosen
    ]
    counts, strangers = [0, 0, 0], 0
    for place, (one, _, slipped, sounds, known) in enumerate(pool):
        for two, stored, _, others, other in pool[:place]:
            if known != other:
                strangers += 1
                counts[0] += not one.isdisjoint(two)
                counts[1] += not slipped.isdisjoint(stored)
                counts[2] += not sounds.isdisjoint(others)
    exact, slip, sound = (count / strangers for count in counts)
    return f"{exact:.1e} share an exact key, {slip:.1e} meet by slip keys on one side, {sound:.1e} by sound"


def real_russian(source: Path, thresholds: dict[str, float]) -> list[str]:
    """F1 of each method on what people really wrote, at the threshold it has for all kinds."""
    if not source.is_file():
        return []
    with source.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    out = []
    for method, score in libraries().items():
        scored = [(score(row), row["same"] == "1") for row in rows]
        best = best_threshold({"real": scored})
        at = thresholds[method]
        out.append(
            f"as really written, {method}: area {area(scored):.3f}, F1 {f1(scored, at):.3f} at {at:.2f}, "
            f"best {f1(scored, best):.3f} at {best:.2f}"
        )
    return out


def reliability(rows: list[tuple[float, bool]]) -> list[str]:
    """The reliability curve: of the pairs scored in a band, the mean score and the share that is one name."""
    out = []
    for band in range(10):
        held = [(score, same) for score, same in rows if min(9, int(score * 10)) == band]
        if held:
            said, true = sum(score for score, _ in held) / len(held), sum(same for _, same in held) / len(held)
            out.append(
                f"  {band / 10:.1f}-{band / 10 + 0.1:.1f}: {len(held):6,} pairs, said {said:.2f}, true {true:.2f}"
            )
    return out


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
    persons = [pair for kind, held in columns["corrobora"].items() if not kind.startswith("org:") for pair in held]
    print(*lines_out, sep="\n")
    print(*real_russian(source.with_name("pairs_real_ru.csv"), thresholds), sep="\n")
    print(f"expected calibration error {calibration(merged):.3f}, of persons alone {calibration(persons):.3f}")
    print("reliability, persons:", *reliability(persons), sep="\n")
    print("reliability, all kinds:", *reliability(merged), sep="\n")
    print(*keys_find(rows), sep="\n")


if __name__ == "__main__":
    main()
