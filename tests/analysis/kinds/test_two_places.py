from __future__ import annotations

from analysis.stories import STORIES
from corrobora.analysis.kinds import two_places


def test_journeys_that_do_not_connect_are_shown_and_a_change_of_planes_is_not() -> None:
    found = list(two_places.analyse(STORIES["two_places"]()))
    pairs = [tuple(one["row"] for one in finding.body["between"]) for finding in found]
    assert pairs == [(1, 3), (2, 3)], "rows 1 and 2 change planes in Moscow"
    assert {finding.grade.value for finding in found} == {"possible"}
    assert found[0].body["about"] == "li"
