from __future__ import annotations

from dataclasses import replace

from analysis.stories import STORIES
from corrobora.analysis.kinds import visitors_office
from corrobora.model.facts import Modality


def test_goods_for_a_visitors_office_within_a_year_are_a_lead() -> None:
    (found,) = visitors_office.analyse(STORIES["visitors_office"]())
    assert (found.grade.value, found.body["agrees"], found.body["days"]) == ("possible", ["receiver"], 48)
    assert found.body["finding"] == "visit-1"
    assert found.rows[0].row == 1


def test_a_visit_that_was_cancelled_and_an_office_that_hosts_lead_nowhere() -> None:
    view = STORIES["visitors_office"]()
    (visit,) = view.visits
    cancelled = replace(view, visits=(replace(visit, status=Modality.CANCELLED),))
    assert list(visitors_office.analyse(cancelled)) == []
    hosting = replace(view, visits=(replace(visit, organizations=("o1",)),))
    assert list(visitors_office.analyse(hosting)) == []
