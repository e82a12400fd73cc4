"""The unit that a title says somebody heads, and whose it is."""

from __future__ import annotations

import pytest

from analysis.invented import place
from analysis.stories import case
from corrobora.analysis.kinds import part_of
from corrobora.analysis.units import headed
from corrobora.model.facts import Appearance


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("начальник цеха № 4", "цех № 4"),
        ("Начальник управления капитального ремонта", "управление капитального ремонта"),
        ("заведующая лаборатории прочности", "лаборатория прочности"), ("начальник відділу збуту", "відділ збуту"),
        ("Deputy Head of the Export Department", "Export Department"), ("director of Workshop 4", "Workshop 4"),
        ("技术处处长", "技术处"), ("外事办公室副主任", "外事办公室"), ("装备局局长", "装备局"),
    ],
)  # fmt: skip
def test_a_head_heads_a_unit(title, unit):
    assert headed(title) == unit


@pytest.mark.parametrize(
    "title",
    ["главный инженер", "начальник отдела", "директор", "инженер отдела сбыта", "head of delegation", "经理", "院长"],
)
def test_other_titles_name_no_unit(title):
    assert headed(title) is None


def test_a_unit_belongs_to_the_employer_beside_the_title():
    papers = {"archive/m.txt": "Ким Р.О. — начальник цеха № 9, АО «Северный мотор»"}
    at = place(papers, "archive/m.txt", papers["archive/m.txt"])
    head = Appearance((), (at,), title="начальник цеха № 9", organization="АО «Северный мотор»")
    other = Appearance((), (at,), title="технолог", organization="АО «Северный мотор»")
    (found,) = part_of.analyse(case(papers, head, other))
    assert (found.body["organization"], found.body["within"]) == ("цех № 9", ["АО «Северный мотор»"])
