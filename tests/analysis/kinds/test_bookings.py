from __future__ import annotations

from dataclasses import replace

from analysis.stories import STORIES
from corrobora.analysis.kinds import arrival_month, booking, travel, visit_goods
from corrobora.model.facts import Modality


def test_a_ticket_booked_the_day_after_a_paper_is_a_lead_and_an_unused_one_is_no_journey() -> None:
    view = STORIES["booking"]()
    after, unused = sorted(booking.analyse(view), key=lambda finding: finding.kind, reverse=True)
    assert (after.kind, after.grade.value, after.body["days"]) == ("sequence", "unverified", 1)
    assert (after.body["sort"], after.body["second_date"]) == ("booked_after", "2023-05-11")
    assert (unused.kind, unused.body["flight"], unused.body["flown"]) == ("booking", "SU205", False)
    assert "REFUNDED" in unused.statement
    assert [finding.body["flight"] for finding in travel.analyse(view)] == ["SU204"]


def test_a_row_that_is_not_surely_theirs_gives_no_booking() -> None:
    view = STORIES["booking"]()
    weak = tuple(replace(match, grade="possible") for match in view.matches)
    assert list(booking.analyse(replace(view, matches=weak))) == []


def test_a_month_is_met_by_rows_that_are_the_person_s_without_days() -> None:
    view = STORIES["arrival_month"]()
    (found,) = arrival_month.analyse(view)
    assert (found.grade.value, found.body["second_date"], found.rows[0].row) == ("unverified", "2023-05-20", 1)
    (stay,) = view.visits
    for other in (replace(stay, status=Modality.CANCELLED), replace(stay, start="2023-05-10", end="2023-05-12")):
        assert list(arrival_month.analyse(replace(view, visits=(other,)))) == []


def test_goods_of_a_visit_declared_for_its_party_within_a_year() -> None:
    view = STORIES["visit_goods"]()
    (found,) = visit_goods.analyse(view)
    assert (found.grade.value, found.rows[0].row, found.body["days"]) == ("possible", 1, 48)
    assert found.body["agrees"] == ["receiver", "description"]
    assert any("ТК-20" in page.quote for page in found.pages)
    assert list(visit_goods.analyse(replace(view, mentions=()))) == []
