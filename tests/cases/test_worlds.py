"""The whole way on invented leaks that share no template with the sample: floors, not the figures themselves."""

from __future__ import annotations

import pytest

from cases.worlds import findings, world

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=("ukrainian", "chinese", "ministry"))
def told(request, tmp_path_factory):
    made = world(request.param)
    return made, findings(made, tmp_path_factory.mktemp(request.param))


def _held(found):
    """(from, to) of the visits that a finding says were held or are planned."""
    return {(f["from"], f["to"]) for f in found if f["kind"] == "visit" and f["grade"] != "contradicted"}


def test_visits_that_were_held_are_told_and_those_called_off_are_not(told):
    made, found = told
    for visit in made.truth["visits"]:
        days = (visit["from"], visit["to"])
        assert (days in _held(found)) == (visit["status"] == "held"), visit["id"]


def test_every_guest_is_a_person_with_the_true_birth_date(told):
    made, found = told
    born = {f["label"]: f.get("birth_date") for f in found if f["kind"] == "person"}
    for person in made.truth["people"]:
        if person["role"] == "delegate":
            assert person["pinyin"] in born
            assert born[person["pinyin"]] in (None, person["birth"])


def test_matches_are_true_rows_and_most_true_rows_are_matched(told):
    made, found = told
    true = {(m["dataset"], m["row"]) for m in made.truth["matches"]}
    sure = {(m["dataset"], m["row"]) for m in made.truth["matches"] if m["decidable"]}
    matches = [f for f in found if f["kind"] == "match" and f["grade"] in ("confirmed", "probable")]
    said = {(f["record"]["dataset"], f["record"]["row"]) for f in matches}
    planted = {(m["dataset"], m["row"]) for m in made.truth["namesakes"]}
    assert said & planted == set()
    assert len(said & true) >= 0.9 * len(said)
    assert len(said & sure) >= 0.7 * len(sure)


def test_contracts_bear_their_totals_and_states(told):
    made, found = told
    got = {f["number"]: f for f in found if f["kind"] == "contract"}
    for contract in made.truth["contracts"]:
        assert got[contract["number"]]["total"] == contract["total"]
        assert got[contract["number"]]["status"] == contract["status"]


def test_chains_owners_and_listings_are_found(told):
    made, found = told
    for chain in made.truth["supply"]:
        told_of = [f for f in found if f["kind"] == "supply"]
        assert any(f["value"] == chain["value"] and f["quantity"] == chain["quantity"] for f in told_of)
    for share in made.truth["ownership"]:
        assert any(f["kind"] == "ownership" and abs(f["share"] - share["share"]) < 0.01 for f in found)
    for listing in made.truth["sanctions"]:
        assert any(f["kind"] == "sanction" and f["since"] == listing["since"] for f in found)
