from __future__ import annotations

from collections.abc import Mapping

import pytest

from corrobora.identity.bearers import bearer
from corrobora.identity.clustering import cluster
from corrobora.model.facts import Appearance
from identity.papers import seen


def people(*found: Appearance, visits: Mapping[str, str] | None = None) -> list[set[int]]:
    bearers = [bearer(index, one, visits or {}) for index, one in enumerate(found)]
    clusters = cluster(bearers).clusters.values()
    return sorted(({member.index for member in one.members} for one in clusters), key=min)


def test_scripts_and_orders_of_one_visit_are_one_person() -> None:
    found = people(
        seen("Ван Минлян", paper="request.pdf", group="R1"),
        seen("王明亮", "WANG MINGLIANG", paper="list.xlsx", group="R1"),
        seen("Mingliang Wang", paper="mail.eml", group="R1"),
        visits={"R1": "v1"},
    )
    assert found == [{0, 1, 2}]


def test_a_bare_namesake_elsewhere_stays_apart() -> None:
    found = people(
        seen("王明亮", "WANG MINGLIANG", paper="list.xlsx", group="R1", organization="北辰重工集团"),
        seen("Ван Минлян", "王明亮", paper="students.docx", side="other"),
        visits={"R1": "v1"},
    )
    assert found == [{0}, {1}]


def test_another_birth_date_or_document_is_another_person() -> None:
    assert len(people(seen("王明亮", birth_date="1971-06-18"), seen("王明亮", birth_date="1996-01-02"))) == 2
    assert len(people(seen("王明亮", document_number="E73921769"), seen("王明亮", document_number="G10000001"))) == 2


def test_one_document_joins_what_a_slip_parts() -> None:
    assert people(
        seen("WANG MINGLIANG", document_number="E73921769"),
        seen("WANG MINLIANG", document_number="Е 73921769", paper="b"),
    ) == [{0, 1}]


def test_one_birth_date_and_name_join_across_papers() -> None:
    first = seen("Ван Минлян", birth_date="1971-06-18", side="other")
    assert people(first, seen("WANG MINGLIANG", birth_date="1971-06-18", paper="b", side="holder")) == [{0, 1}]


def test_one_delegate_of_several_delegations_by_hanzi() -> None:
    found = people(
        seen("王明亮", "WANG MINGLIANG", paper="one.xlsx", group="R1", organization="北辰重工集团"),
        seen("王明亮", "Ван Минлян", paper="two.xlsx", group="R2", organization="Группа «Бэйчэнь»"),
        visits={"R1": "v1", "R2": "v2"},
    )
    assert found == [{0, 1}]


def test_other_hanzi_are_another_person() -> None:
    found = people(seen("王明亮", paper="a", group="R1"), seen("汪铭良", paper="b", group="R1"), visits={"R1": "v1"})
    assert len(found) == 2


@pytest.mark.parametrize(
    ("short", "full", "joined"),
    [
        ("Ларин Г.Б.", "Ларин Григорий Борисович", True),
        ("Г.Б. Ларин", "Ларин Григорий Борисович", True),
        ("Ларин Г.П.", "Ларин Григорий Борисович", False),
        ("Ларин О.Б.", "Ларин Григорий Борисович", False),
    ],
)
def test_initials(short: str, full: str, joined: bool) -> None:
    found = people(seen(short, paper="a", side="host"), seen(full, paper="b", side="signer"))
    assert (len(found) == 1) == joined


def test_initials_that_fit_two_full_names_join_neither() -> None:
    found = people(
        seen("Ларин Г.Б.", paper="a", side="other"),
        seen("Ларин Григорий Борисович", paper="b", side="signer"),
        seen("Ларин Геннадий Борисович", paper="c", side="signer"),
    )
    assert found == [{0}, {1}, {2}]


def test_a_mention_joins_whose_circle_the_paper_moves_in() -> None:
    found = people(
        seen("Ван Минлян", "王明亮", paper="minutes.pdf", group="v"),
        seen("Ларин Г.Б.", paper="minutes.pdf", side="host", group="v"),
        seen("Ван Минлян", paper="mail.eml", side="other"),
        seen("Ларин Г.Б.", paper="mail.eml", side="author"),
        visits={"v": "v"},
    )
    assert found == [{0, 2}, {1, 3}]


def test_a_misread_name_of_the_same_visit_and_post() -> None:
    found = people(
        seen("Ван Минлян", paper="list.pdf", group="R1", title="полковник"),
        seen("Ван Миньлян", paper="scan.pdf", group="R1", title="полковник"),
        seen("Ван Миньлян", paper="scan2.pdf", group="R1", title="переводчик"),
        visits={"R1": "v1"},
    )
    assert {0, 1} <= found[0]
    assert people(
        seen("Ван Минлян", paper="a", title="полковник"), seen("Ван Миньлян", paper="b", title="полковник")
    ) == [{0}, {1}]


def test_one_birth_date_joins_names_that_only_sound_alike() -> None:
    first = seen("Ефанов Виталий", birth_date="1971-06-18", side="holder")
    assert people(first, seen("Віталій ЯФАНАЎ", birth_date="1971-06-18", paper="b", side="holder")) == [{0, 1}]
    russian = seen("Кузнецов Владимир Иванович", birth_date="1971-06-18", side="holder")
    assert people(russian, seen("弗拉基米尔·库兹涅佐夫", birth_date="1971-06-18", paper="b")) == [{0, 1}]
    assert len(people(first, seen("Ефимов Василий", birth_date="1971-06-18", paper="b", side="holder"))) == 2
    assert len(people(first, seen("Віталій ЯФАНАЎ", birth_date="1980-01-02", paper="b", side="holder"))) == 2
