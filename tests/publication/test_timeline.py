"""The timeline: every dated thing in order, of a person, an organisation, a contract."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corrobora.model.findings import Finding, Grade
from corrobora.publication.timeline import events, months, of_contract, of_organization, of_person

VISIT = Finding(
    "v-1", "visit", "They came.", Grade.CONFIRMED,
    body={"persons": ["p-1"], "hosts": ["p-2"], "place": "Tula", "from": "2023-05-05", "to": "2023-05-08"},
)  # fmt: skip
DEAL = Finding(
    "c-1", "contract", "It was signed.", Grade.UNVERIFIED,
    body={"number": "K-7/24", "parties": ["Север, ООО", "East Bureau"], "signed": "2023-05",
          "payments": [{"due": "2024-01-31"}], "deliveries": [{"latest": None}]},
)  # fmt: skip
POSTED = Finding("p-9", "post", "It was posted.", Grade.UNVERIFIED, body={"published": "2023-05-06", "account": "x"})


def test_the_timeline_is_in_order_and_by_person_organisation_and_contract():
    known = events([DEAL, VISIT, POSTED])
    assert [(e.date, e.what) for e in known] == [
        ("2023-05", "signed"), ("2023-05-05", "began"), ("2023-05-06", "posted"), ("2024-01-31", "payment due"),
    ]  # fmt: skip
    assert [e.what for e in of_person(known, "p-1")] == ["began"] == [e.what for e in of_person(known, "p-2")]
    assert [e.what for e in of_organization(known, "ООО «СЕВЕР»")] == ["signed", "payment due"]
    assert [e.what for e in of_contract(known, "k-7 / 24")] == ["signed", "payment due"]
    assert of_contract(known, "K-7/25") == []


def test_months_keep_what_is_asserted_apart_from_what_is_open():
    (may, january) = months([DEAL, VISIT])
    assert ([e.finding.id for e in may.firm], [e.finding.id for e in may.open]) == (["v-1"], ["c-1"])
    assert may.title == "May 2023" and january.key == "2024-01" and not january.firm


@given(st.lists(st.dates(), max_size=8))
def test_a_timeline_is_sorted_whatever_comes(days):
    findings = [
        Finding(f"t{n}", "travel", "Went.", Grade.POSSIBLE, body={"date": d.isoformat()}) for n, d in enumerate(days)
    ]
    known = events(findings)
    assert len(known) == len(days) and known == sorted(known, key=lambda e: e.date)
    assert known == events(reversed(findings))
