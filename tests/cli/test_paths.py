"""`path` and `timeline` on a small case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corrobora.case import Case
from corrobora.cli.app import app
from corrobora.errors import InputError
from corrobora.model.findings import Finding, Grade
from corrobora.model.tables import FINDINGS

PEOPLE = [("p1", "Zorin Pavel", "Зорин Павел Ильич"), ("p2", "Li Wen", "李文"), ("p3", "Wu Fei", "吴飞")]


@pytest.fixture
def root(tmp_path):
    found = [
        Finding(key, "person", f"{label}.", Grade.UNVERIFIED, body={"label": label, "names": [{"text": other}]})
        for key, label, other in PEOPLE
    ]
    body = {"owner": "p1", "asset": "OOO «Kestrel»", "path": [
        {"owner": "Зорин Павел Ильич", "asset": "OOO «Kestrel»", "share": 60, "since": "2020-01-01"}],
        "since": "2020-01-01"}  # fmt: skip
    contract = {"number": "К-7", "parties": ["OOO «Kestrel»", "Yunlan Trade"], "signed": "2021-02-03"}
    found += [
        Finding("o1", "ownership", "He owned it.", Grade.CONFIRMED, body=body),
        Finding("c1", "contract", "It was signed.", Grade.PROBABLE, body=contract),
        Finding("r1", "role", "So.", Grade.UNVERIFIED, body={"person": "p2", "organization": "Yunlan Trade"}),
    ]
    with Case.create(tmp_path / "case") as case:
        case.replace(FINDINGS, found)
    return str(tmp_path / "case")


def called(*words):
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def test_a_path_joins_people_in_any_script_through_firms_and_contracts(root):
    told = json.loads(called("path", "Зорин Павел Ильич", "李文", "--json", "--case", root).stdout)
    assert [link["to"]["label"] for link in told["shortest"]] == [
        "OOO «Kestrel»", "contract К-7", "Yunlan Trade", "Li Wen",
    ]  # fmt: skip
    assert [link["grade"] for link in told["strongest"]] == ["confirmed", "probable", "probable", "unverified"]


def test_ends_that_nothing_joins_or_that_are_not_there(root):
    assert "links" in called("path", "p1", "Kestrel OOO", "--case", root).stdout
    with pytest.raises(InputError, match="no link of this case"):
        called("path", "p1", "Wu Fei", "--case", root)


def test_a_timeline_of_everything_and_of_one(root):
    everything = json.loads(called("timeline", "--json", "--case", root).stdout)["events"]
    assert [(e["date"], e["kind"]) for e in everything] == [("2020-01-01", "ownership"), ("2021-02-03", "contract")]
    firm = json.loads(called("timeline", "--organization", "Kestrel OOO", "--json", "--case", root).stdout)["events"]
    assert len(firm) == 2
    one = json.loads(called("timeline", "--contract", "к-7", "--json", "--case", root).stdout)["events"]
    assert [event["finding"] for event in one] == ["c1"]
    with pytest.raises(InputError, match="nobody"):
        called("timeline", "--person", "Nobody", "--case", root)


def test_findings_of_our_own_kinds_stand_beside_those_of_the_contract(root):
    with Case.open(Path(root)) as case:
        kept = case.read(FINDINGS)
        case.replace(FINDINGS, [*kept, Finding("x1", "part_of", "It is a part.", Grade.UNVERIFIED)])
    told = json.loads(called("findings", "--json", "--case", root).stdout)
    assert {f["kind"] for f in told["findings"]} == {"person", "ownership", "contract", "role"}
    assert [f["kind"] for f in told["beyond"]] == ["part_of"]
    asked = json.loads(called("findings", "--kind", "part_of", "--json", "--case", root).stdout)
    assert [f["id"] for f in asked["findings"]] == ["x1"]
