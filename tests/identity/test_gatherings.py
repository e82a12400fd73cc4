from __future__ import annotations

from corrobora.identity.gatherings import gather_visits, is_abroad
from corrobora.model.facts import Modality
from identity.papers import HELD, letter, seen, visit


def test_papers_of_one_visit_merge_by_request_place_and_days() -> None:
    (found,) = gather_visits(
        [
            visit("request.pdf", "2023-03-10", "2023-03-14", "梁赞", request="ZH-7", modality=Modality.REQUESTED),
            visit("order.pdf", "2023-03-11", "2023-03-15", "Рязань", request="ZH-7"),
            visit("programme.docx", "2023-03-11", "2023-03-15", "Рязань"),
            visit("minutes.pdf", None, None, "Рязань", held_on="2023-03-14", modality=HELD),
        ],
        [],
        [],
    )
    assert found.period == ("2023-03-11", "2023-03-15")
    assert found.status == HELD
    assert found.groups >= {"ZH-7", "request.pdf", "order.pdf", "programme.docx", "minutes.pdf"}


def test_known_from_a_request_only_stays_planned() -> None:
    (found,) = gather_visits([visit("request.pdf", "2023-03-10", "2023-03-14", "Тула", request="ZH-7")], [], [])
    assert found.status == Modality.PLANNED


def test_cancelled_unless_minutes_say_it_was_held() -> None:
    planned = visit("request.pdf", "2023-03-10", "2023-03-14", "Тула", request="ZH-7")
    off = visit("mail.eml", None, None, request="ZH-7", modality=Modality.CANCELLED)
    assert gather_visits([planned, off], [], [])[0].status == Modality.CANCELLED
    held = visit("minutes.pdf", None, None, "Тула", held_on="2023-03-12", modality=HELD)
    assert gather_visits([planned, off, held], [], [])[0].status == HELD


def test_two_visits_to_one_place_stay_two() -> None:
    facts = [
        visit("a.pdf", "2023-03-10", "2023-03-14", "Рязань", request="ZH-7"),
        visit("b.pdf", "2024-03-10", "2024-03-14", "Рязань", request="ZH-9"),
        visit("m.pdf", None, None, "Рязань", held_on="2024-03-13", modality=HELD),
    ]
    first, second = gather_visits(facts, [], [])
    assert (first.status, second.status) == (Modality.PLANNED, HELD)


def test_the_newer_of_two_equally_firm_papers_sets_the_days() -> None:
    facts = [
        visit("old.pdf", "2023-03-10", "2023-03-14", "Тула", request="ZH-7"),
        visit("new.pdf", "2023-03-08", "2023-03-12", "Тула", request="ZH-7"),
    ]
    letters = [letter("old.pdf", written="2023-01-10"), letter("new.pdf", written="2023-02-20")]
    assert gather_visits(facts, letters, [])[0].period == ("2023-03-08", "2023-03-12")


def test_a_list_without_a_number_finds_its_visit_by_its_people() -> None:
    guests = ["Ван Минлян", "Чжан Вэй", "Ли Хунцзюнь"]
    facts = [
        visit("minutes.pdf", None, None, "Тула", held_on="2023-03-12", modality=HELD),
        visit("other.pdf", None, None, "Рязань", held_on="2023-03-20", modality=HELD),
    ]
    seen_there = [seen(name, paper="minutes.pdf") for name in guests] + [seen("Го Ган", paper="other.pdf")]
    listed = [seen(name, paper="scan.pdf") for name in guests]
    found = {one.key: one for one in gather_visits(facts, [], [*seen_there, *listed])}
    assert "scan.pdf" in found["minutes.pdf"].groups
    assert "scan.pdf" not in found["other.pdf"].groups


def test_the_same_guests_are_not_in_two_places() -> None:
    guests = ["Ван Минлян", "Чжан Вэй", "Ли Хунцзюнь"]
    facts = [
        visit("request.pdf", "2023-03-10", "2023-03-14", "Тула", request="ZH-7"),
        visit("list.xlsx", "2023-03-10", "2023-03-14", "Должность"),
    ]
    here = [
        seen(name, paper=paper, group=group)
        for name in guests
        for paper, group in (("m.pdf", "ZH-7"), ("list.xlsx", "list.xlsx"))
    ]
    (found,) = gather_visits(facts, [], here)
    assert found.key == "ZH7"


def test_hosts_travel_when_the_place_is_the_guests_own() -> None:
    assert is_abroad(["Пекин"], ["cn"], ["ru"])
    assert not is_abroad(["Рязань"], ["cn"], ["ru"])
    assert not is_abroad(["Пекин"], ["cn"], ["cn"])
    assert not is_abroad(["Нигде"], ["cn"], ["ru"])
