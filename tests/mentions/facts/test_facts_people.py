from __future__ import annotations

import pytest
from fact_papers import facts_in, names, only, person

from corrobora.mentions.facts.names_seen import base_title
from corrobora.model.facts import Appearance


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ("старшего полковника", "старший полковник"),
        ("генерал-майором", "генерал-майор"),
        ("заступника директора", "заступник директора"),
        ("начальника цеха № 7", "начальник цеха № 7"),
        ("Lt. Col.", "Lieutenant Colonel"),
        ("上校", "上校"),
        ("г-на", None),
    ],
)
def test_titles_in_the_base_form(written, base):
    assert base_title(written) == base


def test_leader_across_a_line_break_is_a_guest_in_the_base_form():
    facts = facts_in("Просим организовать приём делегации КНР под \nруководством генерал-майора Сунь Вэйго в мае.")
    leader = person(facts, "Сунь Вэйго")
    assert (leader.title, leader.side, leader.nationality) == ("генерал-майор", "delegation", "cn")


def test_bilingual_minutes_pair_both_lines_of_one_person():
    text = """ПРОТОКОЛ РАБОЧЕЙ ВСТРЕЧИ / 工作会谈纪要
Участники встречи с российской стороны: 俄方参加人员:
Зимин К.Р. — начальник цеха № 9, АО «Северный
приборный завод»
北方仪表厂代表
Участники встречи с китайской стороны: 中方参加人员:
Сунь Вэйго — полковник, Третий учебный центр
孙卫国 — 上校,第三训练中心
Хэ Цзин — переводчик, Компания «Дунхай»
何静 — 翻译,东海公司
1. Стороны рассмотрели вопрос: осмотр станков.
"""
    facts = facts_in(text)
    assert names(facts) == [("Зимин К.Р.",), ("Сунь Вэйго", "孙卫国"), ("Хэ Цзин", "何静")]
    host, guest = person(facts, "Зимин К.Р."), person(facts, "孙卫国")
    assert (host.title, host.organization, host.side) == ("начальник цеха № 9", "АО «Северный приборный завод»", "host")
    assert (guest.title, guest.organization, guest.side) == ("полковник", "Третий учебный центр", "delegation")


def test_two_blocks_of_names_are_paired_by_sound():
    text = "MINUTES\nChinese side: Colonel Liu Haitao; Engineer Chen Yu\n中方参加人员:刘海涛 上校、陈玉 工程师\n"
    assert names(facts_in(text)) == [("Liu Haitao", "刘海涛"), ("Chen Yu", "陈玉")]


def test_ukrainian_participants_with_posts_and_organisations():
    text = """ПРОТОКОЛ РОБОЧОЇ ЗУСТРІЧІ
Присутні від української сторони:
Мороз В.І. – генеральний директор ДП «Степовий завод»;
Присутні від китайської сторони:
підполковник Чжао Лін;
інженер Сюй Вей (许伟);
Слухали: про стан ремонту.
"""
    facts = facts_in(text)
    host = person(facts, "Мороз В.І.")
    assert (host.title, host.organization, host.side) == ("генеральний директор", "ДП «Степовий завод»", "host")
    assert [a.side for a in only(Appearance, facts)] == ["host", "delegation", "delegation"]
    assert person(facts, "许伟").names[0].text == "Сюй Вей"


def test_chinese_participants_with_titles_behind_the_names():
    text = (
        "会谈纪要\n参加人员:\n中方:赵海涛 上校、钱志刚 工程师、孙丽 翻译\n俄方:彼得罗夫 总工程师\n"
        "双方就交付事宜进行了讨论。\n"
    )
    facts = facts_in(text)
    assert [(a.names[0].text, a.title) for a in only(Appearance, facts)] == [
        ("赵海涛", "上校"),
        ("钱志刚", "工程师"),
        ("孙丽", "翻译"),
    ]


def test_leader_in_a_chinese_sentence():
    facts = facts_in("请求接待\n我方拟派遣由李国强大校率领的代表团一行8人。")
    assert [(a.names[0].text, a.title, a.side) for a in only(Appearance, facts)] == [("李国强", "大校", "delegation")]


@pytest.mark.parametrize(
    ("text", "name", "side", "title"),
    [
        (
            "Ответственный с нашей стороны — Зимин К.Р., главный инженер.",
            "Зимин К.Р.",
            "responsible",
            "главный инженер",
        ),
        (
            "Ответственным назначить заместителя директора Дёмина А. В.",
            "Дёмин А.В.",
            "responsible",
            "заместитель директора",
        ),
        (
            "Відповідальний від підприємства – Ткачук Р.О., заступник директора.",
            "Ткачук Р.О.",
            "responsible",
            "заступник директора",
        ),
        (
            "Начальник управления                                   В.Л. Громов",
            "В.Л. Громов",
            "signer",
            "начальник управления",
        ),
        ("УТВЕРЖДАЮ\n\nМ.И. Зайцев\n31.07.2023", "М.И. Зайцев", "signer", None),
        ("Исп. Козлова М.И.", "Козлова М.И.", "author", None),
    ],
)
def test_roles_of_slavic_people(text, name, side, title):
    found = person(facts_in(text), name)
    assert (found.side, found.title) == (side, title)


def test_the_addressee_stands_in_the_dative():
    facts = facts_in("Руководителю ФГУП «Сибирский приборный завод»\nК. П. Ярцеву\nПрошу рассмотреть.")
    assert person(facts, "К.П. Ярцев").side == "addressee"


def test_a_woman_named_in_the_nominative_stays_a_woman():
    assert names(facts_in("Присутствовали: Лапина О.В., Серова Н.К., Котова Ю.А.")) == [
        ("Лапина О.В.",),
        ("Серова Н.К.",),
        ("Котова Ю.А.",),
    ]


def test_oblique_names_get_their_nominative():
    assert names(facts_in("Предоставить отпуск Зайцеву М.И. с 5 мая. Наградить Громова В.Л. грамотой.")) == [
        ("Зайцев М.И.",),
        ("Громов В.Л.",),
    ]


def test_a_place_before_initials_is_no_surname():
    assert names(facts_in("Встреча прошла в Шанхае. В Шанхае И.В. Лапшин показал станок.")) == [("И.В. Лапшин",)]


def test_a_teacher_with_a_chinese_name_is_no_delegate():
    facts = facts_in("О посещении завода студентами\nГруппу сопровождает преподаватель Бай Лижун (白丽容), 1981 г.р.")
    found = person(facts, "白丽容")
    assert (found.names[0].text, found.birth_date, found.side) == ("Бай Лижун", "1981", "other")


def test_signatures_of_a_contract_on_one_line():
    facts = facts_in("КОНТРАКТ № 5-К\nПоставщик: Зимин К.Р. Заказчик: Сунь Вэйго")
    assert names(facts) == [("Зимин К.Р.",), ("Сунь Вэйго",)]
    assert {a.side for a in only(Appearance, facts)} == {"signer"}


@pytest.mark.parametrize(
    "text",
    [
        "Получатель ООО «Ветер»",
        "Дата рождения",
        "双方就交付进行讨论",
        "Unit Price",
        "Общие Сведения",
        "г. Москва Исх. № 5",
    ],
)
def test_what_is_no_name(text):
    assert names(facts_in(text)) == []


def test_birth_date_and_passport_told_behind_the_name():
    facts = facts_in(
        "СПИСОК\nчленів делегації КНР\n1. Лі Цян (李强), полковник, 05.11.1971 р.н., паспорт E55512345\n"
        "2. Хе Цзін (何静), перекладач, 1990 р.н.\n"
    )
    found = person(facts, "李强")
    assert [form.text for form in found.names] == ["Лі Цян", "李强"]
    assert (found.birth_date, found.document_number, found.title) == ("1971-11-05", "E55512345", "полковник")
    assert person(facts, "何静").birth_date == "1990"


def test_abbreviated_ranks_and_forms_of_address():
    facts = facts_in("Delegation members\n1. Maj. Gen. Zhou Ming – head of delegation\n2. Ms He Jing – interpreter\n")
    assert [(a.names[0].text, a.title) for a in only(Appearance, facts)] == [
        ("Zhou Ming", "Major General"),
        ("He Jing", "interpreter"),
    ]
