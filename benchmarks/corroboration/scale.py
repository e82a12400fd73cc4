"""The search in millions of rows: preparation, 5,000 people with and without decoys, one name.

    python benchmarks/corroboration/million.py FOLDER ROWS
    python benchmarks/corroboration/scale.py FOLDER prepare
    python benchmarks/corroboration/scale.py FOLDER search [DECOYS]
    python benchmarks/corroboration/scale.py FOLDER look
    python benchmarks/corroboration/scale.py FOLDER all [ROWS] [PYTHON_WITH_SPLINK]

`all` runs every stage and prints a table; what is generated or prepared already stays as it is. Given a Python that has
Splink (`against_splink.py`), it runs that on the same table too: for that FOLDER should hold 10 million rows.

Every stage is a process of its own, so that the highest memory is its own. `search` tells precision and recall too.
CPU seconds are told because the machine may be busy with something else: on two idle cores the time lies between half
of them and all of them.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from corrobora.case import Case
from corrobora.corroboration import bench, corroborate
from corrobora.corroboration.lookup import find_name
from corrobora.corroboration.step import stocked
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality, NameForm, Span
from corrobora.model.tables import PERSONS, VISITS
from corrobora.records.step import add_records


def main() -> None:
    """Runs one stage and prints one line."""
    folder, stage = Path(sys.argv[1]), sys.argv[2]
    if stage == "all":
        everything(folder, int(sys.argv[3]) if len(sys.argv) > 3 else 30_000_000, sys.argv[4:])
        return
    with Case.create(folder / "case") as case:
        if stage == "prepare":
            prepare(case, folder)
        elif stage == "search":
            search(case, folder, int(sys.argv[3]) if len(sys.argv) > 3 else 20)
        else:
            look(case, folder)
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{sum(one.ru_utime + one.ru_stime for one in used):.0f} CPU s in all")
    print(f"highest memory {max(one.ru_maxrss for one in used) / 1024:.0f} MB of one process")


def everything(folder: Path, rows: int, splink: list[str]) -> None:
    """Every stage in turn, each a process of its own."""
    here = Path(__file__).parent
    own = [sys.executable, str(here / "scale.py"), str(folder)]
    stages = {
        f"generate {rows} rows": [sys.executable, str(here / "million.py"), str(folder), str(rows)],
        "prepare": [*own, "prepare"],
        "search, no decoys": [*own, "search", "0"],
        "search, 20 decoys each": [*own, "search", "20"],
        "look up one name": [*own, "look"],
    }
    if (folder / "people.json").exists():
        del stages[f"generate {rows} rows"]
    if splink:
        stages["Splink, the same work"] = [splink[0], str(here / "against_splink.py"), str(folder)]
    for name, command in stages.items():
        print(f"-- {name} (load {os.getloadavg()[0]:.1f})", flush=True)
        subprocess.run(command, check=True)


def prepare(case: Case, folder: Path) -> None:
    """Rows to sorted Parquet, and the shelf."""
    started = time.monotonic()
    (dataset,) = add_records(case, [folder / "records" / "tickets.csv"], folder / "records")
    added = time.monotonic() - started
    shelf = stocked(case, dataset, "journey")
    took = time.monotonic() - started
    size = sum(file.stat().st_size for file in shelf.parent.rglob("*") if file.is_file())
    print(f"{dataset.rows} rows: rows {added:.0f} s, shelf {took - added:.0f} s, {took / dataset.rows * 1e6:.2f} s per "
          f"million, {size / 1e6:.0f} MB on disk")  # fmt: skip


def search(case: Case, folder: Path, decoys: int) -> None:
    """Everybody against everything."""
    people = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    case.replace(PERSONS, [person(one) for one in people])
    case.replace(VISITS, visits(people))
    bench.decoy_sets = lambda names: decoys
    started = time.monotonic()
    matches = corroborate(case)
    took = time.monotonic() - started
    true = {(one["id"], row) for one in people for row in one["numbers"]}
    said = {(one.person, one.record.row) for one in matches if one.grade in ("confirmed", "probable")}
    if not decoys:
        # Without decoys there is no q and so no grade: the posterior alone decides.
        said = {(one.person, one.record.row) for one in matches if one.posterior >= 0.8 and one.evidence_class > 0}
    right = len(said & true)
    print(f"{len(people)} people, {decoys} decoys each: {took:.1f} s; precision {right / max(1, len(said)):.4f}, "
          f"recall {right / len(true):.4f}")  # fmt: skip


def look(case: Case, folder: Path) -> None:
    """One name, twenty times."""
    people = json.loads((folder / "people.json").read_text(encoding="utf-8"))[::250]
    times, found = [], 0
    for one in people:
        started = time.monotonic()
        rows = find_name(case, one["forms"][0], limit=100)
        times.append(time.monotonic() - started)
        found += any(row.row in one["numbers"] for row in rows)
    times.sort()
    print(f"one name: median {times[len(times) // 2] * 1e3:.0f} ms, slowest {times[-1] * 1e3:.0f} ms; "
          f"the person's own row among the first 100 for {found} of {len(people)}")  # fmt: skip


def person(one: dict) -> Person:
    """A person as the papers know them."""
    names = tuple(NameForm(form) for form in one["forms"])
    documents = (one["document"],) if one["document"] else ()
    return Person(one["id"], one["forms"][0], names, (Span("leak/a", 1, 0, 1, "x"),), one["birth"], "CN", documents)


def visits(people: list[dict]) -> list[Visit]:
    """The visits of the delegations."""
    groups: dict[str, list[dict]] = {}
    for one in people:
        groups.setdefault(one["visit"], []).append(one)
    return [
        Visit(name, None, ("Москва",), members[0]["from"], members[0]["to"], tuple(one["id"] for one in members),
              status=Modality.HAPPENED)
        for name, members in groups.items()
    ]  # fmt: skip


if __name__ == "__main__":
    main()
