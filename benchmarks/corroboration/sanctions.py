"""The permutation test on real lists: people who cannot exist against those whom two authorities do share.

    python benchmarks/corroboration/sanctions.py FOLDER [PERMUTATIONS]

FOLDER holds the lists of the EU, the UN and OFAC as published. Everybody on the EU's list with a birth date is looked
for on OFAC's, and beside each somebody with the same family name, the given names of a second and the birth date of a
third person of the same nationality; then everybody on the UN's list likewise. Whoever stays equal to a real one is
dropped. So every match of such a person is false; q, counted with decoys, has to say so. Prints for each class what was
asserted at q <= .05, how much of it is false, and the 95 % bounds (Clopper and Pearson) of that share.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from scipy import stats

from corrobora.case import Case
from corrobora.corroboration.bench import lay_out
from corrobora.corroboration.crowd import Subject
from corrobora.corroboration.days import Routes
from corrobora.corroboration.inquiry import search
from corrobora.corroboration.outcomes import birth_number
from corrobora.corroboration.shelf import opened
from corrobora.corroboration.spelling import spell_person
from corrobora.corroboration.stocking import stock
from corrobora.engine import connect
from corrobora.records.step import add_records

CLASSES = {0: "conflict", 2: "exact name and birth date", 3: "a slip in one", 7: "name alone"}
Someone = tuple[str, str, str, str]
"""Given names, family name, birth date, nationality."""


def main() -> None:
    """Runs the permutations and prints the table."""
    folder, permutations = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as scratch, Case.create(Path(scratch) / "case") as case:
        add_records(case, sorted(path for path in folder.rglob("*") if path.suffix in (".csv", ".xml")), folder)
        listed = {one.path: case.rows(one, "listing") for one in case.datasets()}
        looked_for = {
            "the EU's": european([row for path, rows in listed.items() if "2014R0269" in path for row in rows]),
            "the UN's": united([row for path, rows in listed.items() if path.endswith(".xml") for row in rows]),
        }
        shelf = Path(scratch) / "shelf"
        shelf.mkdir()
        american(listed, Path(scratch) / "ofac.parquet")
        with connect() as db:
            stock(db, Path(scratch) / "ofac.parquet", shelf)
            for whose, people in looked_for.items():
                counted: dict[int, list[int]] = defaultdict(lambda: [0, 0])
                made = [run(db, shelf, people, seed, counted) for seed in range(permutations)]
                print(f"{len(people)} people of {whose} list and {made} permuted ones against OFAC's")
                told(counted)


def told(counted: dict[int, list[int]]) -> None:
    """Prints the table of one list."""
    for number, (asserted, false) in sorted(counted.items()):
        low = stats.beta.ppf(0.025, false, asserted - false + 1) if false else 0.0
        high = stats.beta.ppf(0.975, false + 1, asserted - false) if false < asserted else 1.0
        share = f"{false / asserted:.3f} [{low:.3f}, {high:.3f}]"
        print(f"{CLASSES[number]:<28}{asserted:>7} asserted {false:>4} false   {share}")


def european(rows: list[dict]) -> list[Someone]:
    """People with a whole birth date, the family name in capitals as the EU writes it."""
    out = []
    for row in rows:
        words = str(row["name"]).split()
        family = " ".join(word for word in words if word.isupper() and len(word) > 1)
        given = " ".join(word for word in words if not word.isupper())
        if row["schema"] == "Person" and family and given and len(row["birth_date"] or "") == 10:
            out.append((given, family, row["birth_date"], row["nationality"] or ""))
    return sorted(set(out))


def united(rows: list[dict]) -> list[Someone]:
    """People with a whole birth date; the UN marks no family name, so the last word counts as one."""
    out = []
    for row in rows:
        given, _, family = str(row["name"]).rpartition(" ")
        if row["schema"] == "Person" and given and family and len(row["birth_date"] or "") == 10:
            out.append((given, family, row["birth_date"], row["nationality"] or ""))
    return sorted(set(out))


def american(listed: dict[str, list[dict]], target: Path) -> None:
    """OFAC's people, a row for each of their names; the entry's number holds them together like a document."""
    entries = {row["entity_id"]: row for row in listed["ofac_sdn.csv"] if row["schema"] == "Person"}
    names: dict[str, dict[str, None]] = {one: dict.fromkeys(row["names"].split("\n")) for one, row in entries.items()}
    for row in listed.get("ofac_alt.csv", []):
        if row["entity_id"] in names:
            names[row["entity_id"]][row["name"]] = None
    told = [(name.replace(",", ""), one, entries[one]["birth_date"]) for one, held in names.items() for name in held]
    columns = {
        "row": range(1, len(told) + 1),
        "name": [name for name, _, _ in told],
        "document": [f"ENTRY{one}" for _, one, _ in told],
        "birth_date": [birth for _, _, birth in told],
    }
    pq.write_table(pa.table(columns), target)


def permuted(people: list[Someone], seed: int) -> list[Someone]:
    """Given names and birth dates exchanged within each nationality; who stays equal is dropped."""
    random = np.random.default_rng(seed)
    groups: dict[str, list[Someone]] = defaultdict(list)
    for one in people:
        groups[one[3]].append(one)
    real = {(given.split()[0], family) for given, family, _, _ in people} | {
        (family, birth) for _, family, birth, _ in people
    }
    out = []
    for members in groups.values():
        first, second = random.permutation(len(members)), random.permutation(len(members))
        for place, (_, family, _, nation) in enumerate(members):
            given, birth = members[first[place]][0], members[second[place]][2]
            if (given.split()[0], family) not in real and (family, birth) not in real:
                out.append((given, family, birth, nation))
    return out


def run(db, shelf_folder: Path, people: list[Someone], seed: int, counted: dict[int, list[int]]) -> int:
    """One permutation into the tally; gives how many people were made up."""
    false = permuted(people, seed)
    everybody = people + false
    routes = Routes(())
    subjects = [
        Subject(str(place), spell_person([f"{given} {family}"]), birth_number(birth), ())
        for place, (given, family, birth, _) in enumerate(everybody)
    ]
    shelf = opened(db, f"s{seed}", shelf_folder, routes, None)
    bench = lay_out(shelf, subjects, routes, seed=seed)
    (verdict,) = search([bench], [np.zeros(len(subjects), dtype=bool)])
    said = (np.nan_to_num(verdict.q, nan=1.0) <= 0.05) & (verdict.number > 0)
    columns = (verdict.hits.owner[said], verdict.hits.traveller[said], verdict.number[said])
    pairs = {(owner, entry): number for owner, entry, number in zip(*(c.tolist() for c in columns), strict=True)}
    for (owner, _), number in pairs.items():
        counted[number][0] += 1
        counted[number][1] += owner >= len(people)
    return len(false)


if __name__ == "__main__":
    main()
