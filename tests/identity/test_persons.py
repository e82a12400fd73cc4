from __future__ import annotations

from corrobora.identity.bearers import bearer
from corrobora.identity.clustering import cluster
from corrobora.identity.companies import organizations
from corrobora.identity.persons import label_of, person_of
from corrobora.identity.scripts import with_split_names
from corrobora.model.facts import NameForm, TradeFact
from identity.papers import seen, span

FOUND = [
    seen(
        "王明亮",
        "WANG MINGLIANG",
        paper="list.xlsx",
        birth_date="1971-06-18",
        document_number="E 73921769",
        title="полковник",
    ),
    seen("Ван Минлян", paper="minutes.pdf", birth_date="1971", nationality="CN"),
]


def test_a_person_holds_what_the_papers_say_together() -> None:
    bearers = [bearer(index, one, {"list.xlsx": "v", "minutes.pdf": "v"}) for index, one in enumerate(FOUND)]
    (one,) = cluster(bearers).clusters.values()
    person = person_of(one, FOUND)
    assert (person.label, person.birth_date, person.documents) == ("Wang Mingliang", "1971-06-18", ("E73921769",))
    assert (person.nationality, person.roles[0], person.positions[0].title) == ("cn", "delegate", "полковник")
    assert {span.document for span in person.spans} == {"list.xlsx", "minutes.pdf"}
    assert person == person_of(one, FOUND)


def test_labels() -> None:
    assert label_of(["唐长鹏", "Тан Чжанпэн"]) == "Tang Zhangpeng"
    assert label_of(["Макеев В.И.", "Makeev Viktor"]) == "Makeev Viktor"


def test_two_scripts_in_one_form_are_taken_apart() -> None:
    (one,) = with_split_names([seen("Ван Минлян (王明亮)")])
    assert [form.text for form in one.names] == ["Ван Минлян", "王明亮"]
    (loud,) = with_split_names([seen("ЮЙ Илинь")])
    assert loud.names == (NameForm("Юй Илинь", "Cyrl"),)
    (capitals,) = with_split_names([seen("ВАН МИНЛЯН")])
    assert capitals.names[0].text == "ВАН МИНЛЯН"


def test_organisations_join_by_key_number_and_their_people() -> None:
    facts = [
        seen("王明亮", paper="a", organization="北辰重工集团"),
        seen("李红军", paper="a", organization="北辰重工集团"),
        seen("王明亮", paper="b", organization="Группа тяжёлого машиностроения «Бэйчэнь»"),
        seen("李红军", paper="b", organization="Группа тяжёлого машиностроения «Бэйчэнь»"),
        seen("Ларин Г.Б.", paper="c", organization="ООО «Вега»"),
        seen("Ларин Г.Б.", paper="c", organization="ооо ВЕГА"),
        TradeFact("invoice", (span("d"),), supplier="ООО «Вега»", numbers=(("ООО «Вега»", "7701746294"),)),
    ]
    found = {one.names[0]: one for one in organizations(facts)}
    assert len(found) == 2
    assert any({"北辰重工集团", "Группа тяжёлого машиностроения «Бэйчэнь»"} <= set(one.names) for one in found.values())
    assert any(one.numbers == ("7701746294",) for one in found.values())
