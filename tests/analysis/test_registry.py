"""What every entry of the drawer must keep."""

from __future__ import annotations

import pytest

from analysis.invented import person, place, view
from corrobora.analysis import REGISTRY
from corrobora.analysis.step import strongest_first, with_reviews
from corrobora.model.findings import KINDS, Finding, Grade

ENTRIES = list(REGISTRY)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_is_documented_for_reporters(entry):
    assert entry.title and len(entry.docs) > 80
    assert entry.docs.split("\n")[0].endswith((".", ",", "and", "of", "a"))
    assert set(entry.kinds) <= set(KINDS)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_empty_case_has_no_findings(entry):
    assert list(entry.analyse(view())) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_case_without_rows_or_dates_breaks_nothing(entry):
    papers = {"archive/a.txt": "Li Wen came."}
    li = person("p", "Li Wen", spans=(place(papers, "archive/a.txt", "Li Wen"),))
    for finding in entry.analyse(view(papers, persons=(li,))):
        assert finding.kind in entry.kinds and (finding.pages or finding.rows)


def test_every_kind_has_an_analysis():
    made = {kind for entry in ENTRIES for kind in entry.kinds}
    assert set(KINDS) == made


def finding(key, grade, strength=0.0):
    return Finding(key, "visit", "It was so.", grade, strength=strength)


def test_strongest_first_and_steady():
    mixed = [
        finding("a", Grade.POSSIBLE), finding("b", Grade.CONFIRMED), finding("c", Grade.CONFIRMED, 5),
        finding("d", Grade.CONTRADICTED), finding("e", Grade.UNVERIFIED), finding("f", Grade.PROBABLE),
    ]  # fmt: skip
    assert [f.id for f in strongest_first(mixed)] == list("cbfaed")
    assert strongest_first(reversed(mixed)) == strongest_first(mixed)


def test_reviews_stand_on_their_finding_and_ids_are_unique():
    reviewed = with_reviews(
        [finding("a", Grade.POSSIBLE), finding("a", Grade.POSSIBLE), finding("b", Grade.POSSIBLE)], {"b": "no"}
    )
    assert [(f.id, f.review) for f in reviewed] == [("a", "none"), ("b", "no")]
