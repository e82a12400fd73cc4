"""Shares, meetings, sightings and passports."""

from __future__ import annotations

import pytest
from fact_papers import facts_in, facts_on, grid_page, only, page_of, person, place_mention

from corrobora.model.facts import LetterFact, MeetingFact, Modality, ShareFact, SightingFact


@pytest.mark.parametrize(
    ("text", "owner", "asset", "share"),
    [
        (
            "Просим выделить ООО «Аэровеста» участок. Учредитель — ООО «Сети роста», доля 70 %.",
            "ООО «Сети роста»",
            "ООО «Аэровеста»",
            "70",
        ),
        (
            "Лапшин Виктор Сергеевич владеет 60 % долей в уставном капитале ООО «Северный ветер».",
            "Лапшин Виктор Сергеевич",
            "ООО «Северный ветер»",
            "60",
        ),
        (
            "ООО «Северный ветер» на 40 % принадлежит АО «Полярный холдинг».",
            "АО «Полярный холдинг»",
            "ООО «Северный ветер»",
            "40",
        ),
        ("ТОВ «Хвиля-Інвест» володіє 51 % статутного капіталу ПАТ «Хвиля».", "ТОВ «Хвиля-Інвест»", "ПАТ «Хвиля»", "51"),
        (
            "Severnaya Holding LLC holds 40% of the shares in Northern Wind LLC.",
            "Severnaya Holding LLC",
            "Northern Wind LLC",
            "40",
        ),
        ("Northern Wind LLC is 33.5% owned by Polar Holding JSC.", "Polar Holding JSC", "Northern Wind LLC", "33.5"),
        ("北山集团有限公司持有华翔电子有限公司65%的股权。", "北山集团有限公司", "华翔电子有限公司", "65"),
    ],
)
def test_shares_in_sentences(text, owner, asset, share):
    (found,) = only(ShareFact, facts_in(text))
    assert (found.owner, found.asset, found.share) == (owner, asset, share)


def test_shares_in_tables():
    page = grid_page(
        [
            ["Участник", "Общество", "Доля, %", "С какого числа"],
            ["Лапшин Виктор Сергеевич", "ООО «Сети роста»", "80", "15.12.2019"],
        ]
    )
    facts = facts_on(page)
    (found,) = only(ShareFact, facts)
    assert (found.owner, found.asset, found.share, found.since) == (
        "Лапшин Виктор Сергеевич",
        "ООО «Сети роста»",
        "80",
        "2019-12-15",
    )
    assert person(facts, "Лапшин Виктор Сергеевич").side == "owner"


def test_a_table_of_owners_below_the_name_of_the_company():
    page = grid_page(
        [["Shareholder", "Share"], ["Polar Holding JSC", "40%"]], above="Shareholders of Northern Wind LLC"
    )
    (found,) = only(ShareFact, facts_on(page))
    assert (found.owner, found.asset, found.share) == ("Polar Holding JSC", "Northern Wind LLC", "40")


def test_a_meeting_takes_the_date_beside_its_verb():
    page = page_of(
        "СЛУЖЕБНАЯ ЗАПИСКА\nот 26.05.2023\n24 мая 2023 г. в Шанхае состоялась встреча Лапшина В.С. с "
        "представителями Huaxiang Electronics Co., Ltd. Стороны договорились создать производство."
    )
    (found,) = only(MeetingFact, facts_on(page, mentions=[place_mention(page, "Шанхае", "Шанхай")]))
    assert (found.date, found.place, found.parties) == (
        "2023-05-24",
        "Шанхай",
        ("Лапшин В.С.", "Huaxiang Electronics Co., Ltd"),
    )
    assert found.subject == "Стороны договорились создать производство."


def test_an_english_meeting():
    page = page_of(
        "MEMORANDUM\nOn 12 September 2023 in Shenzhen V.S. Lapshin met with representatives of Huaxiang "
        "Electronics Co., Ltd. The parties agreed to cooperate."
    )
    (found,) = only(MeetingFact, facts_on(page, mentions=[place_mention(page, "Shenzhen", "Shenzhen")]))
    assert (found.date, found.place, found.parties) == (
        "2023-09-12",
        "Shenzhen",
        ("V.S. Lapshin", "Huaxiang Electronics Co., Ltd"),
    )


def test_aircraft_shown_according_to_the_minutes():
    text = (
        "ПРОТОКОЛ ВСТРЕЧИ\nг. Самара, 13 марта 2023 г.\nОт китайской стороны: полковник Сунь Вэйго\n2. "
        "Делегации показан самолёт Ил-76МД,\nбортовой номер RA-78123, и документация."
    )
    (found,) = only(SightingFact, facts_in(text))
    assert (found.registration, found.type, found.place, found.date, found.modality) == (
        "RA-78123",
        "Ил-76МД",
        "Самара",
        "2023-03-13",
        Modality.HAPPENED,
    )


def test_aircraft_asked_for_is_not_yet_seen():
    text = (
        "Просим принять делегацию с 10 марта 2023 г. по 14 марта 2023 г. Место: г. Самара. Цель: осмотр "
        "самолёта Ан-26 (бортовой номер RA-26123)."
    )
    (found,) = only(SightingFact, facts_in(text))
    assert (found.registration, found.type, found.modality) == ("RA-26123", "Ан-26", Modality.PLANNED)


ZONE = "P<CHNLIU<<HAITAO<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nE712345679CHN7403129M2905017<<<<<<<<<<<<<<02"


def test_passport_zone_and_the_printed_name():
    from corrobora.model.mrz import check_digit

    second = (
        "E71234567"
        + check_digit("E71234567")
        + "CHN740312"
        + check_digit("740312")
        + "M290501"
        + check_digit("290501")
        + "<" * 14
        + "0"
    )
    composite = second[:10] + second[13:20] + second[21:43]
    text = (
        f"护照 PASSPORT\n姓名/Name\n刘海涛\nLIU, HAITAO\n12 MAR 1974\n{ZONE.splitlines()[0]}\n"
        f"{second}{check_digit(composite)}\n"
    )
    facts = facts_in(text, document="scans/IMG_1.jpg")
    holder = person(facts, "刘海涛")
    assert [form.text for form in holder.names] == ["LIU HAITAO", "刘海涛"]
    assert (holder.document_number, holder.birth_date, holder.nationality, holder.side) == (
        "E71234567",
        "1974-03-12",
        "cn",
        "holder",
    )
    assert only(LetterFact, facts)[0].type == "passport"


def test_passport_by_its_printed_fields():
    text = (
        "护照 PASSPORT\n护照号码/Passport No.\nE71234567\n姓名/Name\n刘海涛\nLIU, HAITAO\n出生日期/Date of "
        "birth\n12 MAR 1974\n签发日期/Date of issue\n05 MAR 2018\n"
    )
    holder = person(facts_in(text, document="scans/IMG_1.jpg"), "LIU HAITAO")
    assert (holder.document_number, holder.birth_date) == ("E71234567", "1974-03-12")


def test_owners_listed_under_the_name_of_the_company():
    text = (
        "Выписка из реестра участников ООО «Северный ветер» (ИНН 7801234567)\n"
        "1. Лапшин Виктор Сергеевич — 60 %\n2. АО «Полярный холдинг» — 40 %\n"
    )
    found = only(ShareFact, facts_in(text))
    assert [(f.owner, f.share, f.asset_number) for f in found] == [
        ("Лапшин Виктор Сергеевич", "60", "7801234567"),
        ("АО «Полярный холдинг»", "40", "7801234567"),
    ]
