"""Generated worlds: precision and recall by grade, and the false share by q, with the true people given.

    python benchmarks/corroboration/worlds.py [WORLDS]

Makes invented cases with `corrobora.sample`, puts the true people and visits into the case (names as papers bear them,
birth date and document only where the papers know them) and runs corroboration alone. Namesakes that were planted are
reported apart: an adversary put them there, and they are not exchangeable with decoys.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from corrobora.case import Case
from corrobora.corroboration import corroborate
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality, NameForm, Span
from corrobora.model.match import Match
from corrobora.model.tables import PERSONS, VISITS
from corrobora.records.step import add_records
from corrobora.sample.make import make

BANDS = ((0.0, 0.01), (0.01, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 1.0))


def main() -> None:
    """Runs the worlds and prints the tables."""
    worlds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    counted: Counter[tuple[str, str]] = Counter()
    bands: Counter[tuple[int, str]] = Counter()
    started = time.time()
    for seed in range(1, worlds + 1):
        with tempfile.TemporaryDirectory() as folder:
            one_world(Path(folder), seed, counted, bands)
    print(f"{worlds} worlds in {time.time() - started:.0f} s")
    for grade in ("confirmed", "probable", "possible"):
        right, wrong, planted = (counted[grade, kind] for kind in ("true", "false", "planted"))
        unclear = counted[grade, "undecidable"]
        share = f"{right / (right + wrong):.4f}" if right + wrong else "-"
        print(f"{grade:<12} right {right:>5}  false {wrong:>4}  planted {planted:>3}  unclear {unclear}  {share}")
    print(f"decidable rows {counted['all', 'true']}, asserted {counted['asserted', 'true']}")
    for index, (low, high) in enumerate(BANDS):
        right, wrong = bands[index, "true"], bands[index, "false"]
        print(f"q in ({low:g}, {high:g}]: {right + wrong:>5} matches, false {wrong}")


def one_world(folder: Path, seed: int, counted: Counter, bands: Counter) -> None:
    """One world's matches into the tallies."""
    leak, records = make(folder / "world", seed=seed)
    truth = json.loads((leak.parent / "truth.json").read_text(encoding="utf-8"))
    with Case.create(folder / "case") as case:
        add_records(case, sorted(path for path in records.rglob("*") if path.is_file()), records)
        case.replace(PERSONS, [person(one) for one in truth["people"]])
        case.replace(VISITS, [visit(one) for one in truth["visits"]])
        matches = corroborate(case)
    true = {(one["person"], one["dataset"], one["row"]): one for one in truth["matches"]}
    planted = {(one["person"], one["dataset"], one["row"]) for one in truth["namesakes"]}
    sets = {key[1] for key in true}
    counted["all", "true"] += sum(one.get("decidable", True) and not one.get("optional") for one in true.values())
    for match in matches:
        if match.record.dataset in sets:
            tally(match, true, planted, counted, bands)


def tally(match: Match, true: dict, planted: set, counted: Counter, bands: Counter) -> None:
    """One match into the tallies."""
    key = (match.person, match.record.dataset, match.record.row)
    kind = "planted" if key in planted else "false"
    if key in true:
        kind = "true" if true[key].get("decidable", True) else "undecidable"
    counted[match.grade, kind] += 1
    if match.grade in {"confirmed", "probable"}:
        counted["asserted", kind] += 1
    if match.q is not None and kind != "planted":
        band = next(index for index, (_, high) in enumerate(BANDS) if match.q <= high)
        bands[band, "false" if kind == "false" else "true"] += 1


def person(one: dict) -> Person:
    """A person as the papers know them."""
    forms = [one[key] for key in ("hanzi", "pinyin", "palladius", "russian", "initials") if one.get(key)]
    # A recruit is known from a list, with the birth date that stands there.
    known = one.get("known", {"birth": True})
    return Person(
        one["id"],
        forms[0],
        tuple(NameForm(form) for form in forms),
        (Span("leak/paper", 1, 0, 1, "x"),),
        one.get("birth") if known.get("birth") else None,
        one.get("nationality"),
        (one["passport"],) if known.get("passport") else (),
    )


def visit(one: dict) -> Visit:
    """A visit as the papers know it."""
    status = Modality.CANCELLED if one["status"] == "cancelled" else Modality.HAPPENED
    return Visit(
        one["id"], one["request"], tuple(one["place"]), one["from"], one["to"], tuple(one["persons"]), status=status
    )


if __name__ == "__main__":
    main()
