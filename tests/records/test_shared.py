from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corrobora.case.store import Case
from corrobora.records.step import add_records

SHARED = os.environ.get("CORROBORA_SHARED", "")
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED, reason="CORROBORA_SHARED is not set")]


def test_the_mapper_keeps_its_measure_on_real_tables() -> None:
    script = Path(__file__).parents[2] / "benchmarks" / "records" / "score_tables.py"
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    found = re.search(r"layout (\d+)/\d+  columns \d+/\d+ = (\S+)  confident \d+/\d+ = (\S+)", done.stdout)
    assert found is not None
    assert int(found[1]) >= 33 and float(found[2]) >= 0.85 and float(found[3]) >= 0.97


@pytest.mark.parametrize(
    ("name", "rows", "births"),
    [("UN_consolidated.xml", 1003, 600), ("eu/consolidated_32014R0269.csv", 2802, 1800), ("ofac_sdn.csv", 7379, 3600)],
)
def test_sanctions_lists_as_published(name: str, rows: int, births: int, tmp_path: Path) -> None:
    root = Path(SHARED) / "data" / "sanctions"
    with Case.create(tmp_path / "case") as case:
        (dataset,) = add_records(case, [root / name], root)
        table = pq.read_table(case.rows_path(dataset, "listing"))
    assert (dataset.rows, dataset.bad_rows, table.num_rows) == (rows, 0, rows)
    assert table.num_rows - table.column("birth_date").null_count >= births
    assert table.column("name").null_count == 0


def test_the_record_sets_of_a_world(tmp_path: Path) -> None:
    root = Path(SHARED) / "worlds" / "bead" / "records"
    with Case.create(tmp_path / "case") as case:
        added = {dataset.path: dataset for dataset in add_records(case, sorted(root.iterdir()), root)}
        assert case.failures("records") == []
    kinds = {path: [kind for kind, _ in dataset.tables] for path, dataset in added.items()}
    assert kinds == {
        "aircraft.csv": ["asset"],
        "border.csv": ["journey"],
        "companies.jsonl": ["company", "share"],
        "courts.csv": ["case"],
        "customs.csv.zip": ["shipment"],
        "flights.csv": ["journey"],
        "hospital.csv": ["enrolment"],
        "recruits.xlsx": ["enrolment"],
        "sanctions.ftm.json": ["listing"],
    }
    assert all(dataset.bad_rows == 0 for dataset in added.values())
