"""Which names of a case are looked for: whole names, telling brands, people in full."""

from __future__ import annotations

import pytest

from corrobora.mentions import Entry, Gazetteer, find
from corrobora.mentions.known_names import organization_entries, person_entries, told_by_papers
from corrobora.model.facts import LetterFact
from corrobora.model.mention import MentionType


def looked_for(written: str) -> list[str]:
    return [entry.text for entry in organization_entries(written)]


@pytest.mark.parametrize(
    ("written", "brand"),
    [
        ('ООО "Аэро-Гром"', "Аэро-Гром"),
        ("Общество с ограниченной ответственностью «Техномашприбор»", "Техномашприбор"),
        ("Longyi Aviation Co., Ltd.", "Longyi Aviation"),
        ("ТОВ «Дніпрохімтех»", "Дніпрохімтех"),
        ("深圳市龙翼航空科技有限公司", "深圳市龙翼航空科技"),
    ],
)
def test_a_telling_brand_is_looked_for_alone(written: str, brand: str) -> None:
    assert looked_for(written) == [written, brand]


@pytest.mark.parametrize(
    "written", ["АО «Восход»", "ООО «Новые технологии»", 'ООО "РЯЗАНЬ"', 'ООО "АЛЕКСАНДР"', "Horizon Trading Co., Ltd."]
)
def test_an_ordinary_word_is_looked_for_with_its_legal_form_only(written: str) -> None:
    assert looked_for(written) == [written]


@pytest.mark.parametrize("written", ["", "АО", "12345", "я" * 200])
def test_what_is_no_name_is_not_looked_for(written: str) -> None:
    assert looked_for(written) == []


def test_people_are_looked_for_by_the_whole_name() -> None:
    assert [entry.text for entry in person_entries("ГРОМОВ Артём")] == ["Громов Артём"]
    assert person_entries("Громов А.В.") == [] == person_entries("Громов") == person_entries("高峰")


def test_papers_vouch_for_firms_and_senders_of_mail() -> None:
    letter = LetterFact((), sender="ООО «Аэро-Гром»", recipient="начальнику отдела")
    told = {entry.text for entry in told_by_papers([letter], {"from": '"Artem Gromov" <a.gromov@example.org>'})}
    assert told == {"ООО «Аэро-Гром»", "Artem Gromov"}


def test_a_brand_that_the_text_also_writes_small_is_an_ordinary_word() -> None:
    book = Gazetteer([Entry("Комакс", MentionType.ORG)])
    assert [m.text for m in book.find("Отгрузил Комакс.")] == ["Комакс"]
    assert book.find("Комакс отгружен; всего два комакса.") == []


def test_a_longer_guess_keeps_the_whole_name() -> None:
    book = Gazetteer([Entry("Аэро-Гром", MentionType.ORG)])
    found = [m.text for m in find("Счёт выставлен ООО «Аэро-Гром» вчера.", "ru", book) if m.type is MentionType.ORG]
    assert found == ["ООО «Аэро-Гром»"]
