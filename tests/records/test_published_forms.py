"""Tables in the forms in which authorities, railways, banks and other programs give them out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corrobora.case import Case
from corrobora.records.step import add_records

UK = """Last Updated,20/11/2025,,,,,,,,,,,,,,,,
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,DOB,Nationality,Passport Number,Position,\
Other Information,Group Type,Alias Type,Regime,Listed On,Group ID
LARIN,Oleg,Petrovich,,,,,Ларин Олег Петрович,12/03/1961,Russia,,Director,"(UK Sanctions List Ref):RUS9001.",\
Individual,Primary name,Russia,15/03/2022,90001
SEVERNY MOTOR JSC,,,,,,,АО Северный мотор,,,,,"(UK Sanctions List Ref):RUS9002.",Entity,Primary name,Russia,\
24/02/2023,90002
VOLKOVA,Irina,Sergeevna,,,,,Волкова Ирина Сергеевна,01/09/1975,Russia,,,,Individual,AKA,Russia,08/04/2022,90003
"""
US = """_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,\
alt_names,citizenships,dates_of_birth
aa01,Entity List (EL) - Bureau of Industry and Security,,,,Severny Motor JSC,,"1 Zavodskaya St, Tula, RU",87 FR 20299,\
2022-04-07,,AO Severny Motor; North Motor Plant,,
aa02,Entity List (EL) - Bureau of Industry and Security,,,,Vostok Aero LLC,,"Omsk, RU",88 FR 12170,2023-02-27,,,,
aa03,Specially Designated Nationals (SDN) - Treasury Department,31234,Individual,RUSSIA-EO14024,"LARIN, Oleg",,,,\
2022-03-15,,LARIN Oleg,RU,1961-03-12
"""
RAIL_RU = """ФИО пассажира;Дата рождения;Документ;№ поезда;Вагон;Станция отправления;Станция назначения;Дата отправления
Ларин Олег Петрович;12.03.1961;4510 123456;020У;05;Москва Окт;Санкт-Петербург-Главн.;04.05.2023
Ван Минлян;03.07.1985;G22175294;104В;02;Москва Каз;Ижевск;05.05.2023
Волкова Ирина Сергеевна;01.09.1975;4511 223344;020У;05;Москва Окт;Санкт-Петербург-Главн.;04.05.2023
"""
RAIL_ZH = """姓名,证件号码,车次,发站,到站,乘车日期,席别
王明亮,E73921769,K19,北京,莫斯科,2023-05-04,软卧
李伟,E73921770,K19,北京,莫斯科,2023-05-04,软卧
赵敏华,E73921771,G101,北京南,上海虹桥,2023-05-06,二等座
"""
PHONES = """Контакт;Мобильный;Рабочий тел.;E-mail;Организация;Должность
Ларин Олег;+7 916 123-45-67;8 (4872) 30-11-22;larin@example.org;АО «Северный мотор»;директор
Ван Минлян;+86 138 0013 8000;;wang@example.org;Институт приборов;инженер
Волкова Ирина;+7 903 765-43-21;8 (4872) 30-11-25;;АО «Северный мотор»;бухгалтер
"""
BANK = """Дата;Номер документа;Дебет;Кредит;Контрагент;ИНН контрагента;Назначение платежа
04.05.2023;112;1 500 000,00;;ООО «Вектор»;7707083893;Оплата по договору 12 от 01.04.2023
05.05.2023;113;;250 000,50;АО «Северный мотор»;7736050003;Возврат аванса
"""
REFINED = """name,name_reconciled_id,name_reconciled,inn,country,program,listed
Ларин Олег Петрович,Q1000001,Oleg Larin,770112345601,Russia,RUSSIA-EO14024,2022-03-15
АО Северный мотор,NK-abc123,Severny Motor,7707083893,Russia,RUSSIA-EO14024,2023-02-24
"""


def rows(case: Case, folder: Path, text: str, name: str = "table.csv") -> tuple[str, list[dict[str, Any]]]:
    (folder / name).write_text(text, encoding="utf-8")
    (dataset,) = add_records(case, [folder / name], folder)
    ((kind, _),) = dataset.tables
    return kind, sorted(case.rows(dataset, kind), key=lambda row: row["row"])


@pytest.fixture
def case(tmp_path: Path):
    with Case.create(tmp_path / "case") as opened:
        yield opened


def test_the_united_kingdoms_list(case: Case, tmp_path: Path) -> None:
    kind, (larin, motor, volkova) = rows(case, tmp_path, UK, "ConList.csv")
    assert kind == "listing"
    assert (larin["name"], larin["birth_date"], larin["since"]) == ("LARIN Oleg Petrovich", "1961-03-12", "2022-03-15")
    assert larin["names"].split("\n") == ["LARIN Oleg Petrovich", "Ларин Олег Петрович"]
    assert (larin["schema"], motor["schema"], volkova["schema"]) == ("Person", "Organization", "Person")
    assert motor["name"] == "SEVERNY MOTOR JSC"
    assert motor["entity_id"] == "90002"
    assert "Treasury" in volkova["authority"]


def test_the_entity_list_of_the_united_states(case: Case, tmp_path: Path) -> None:
    kind, (motor, _, larin) = rows(case, tmp_path, US)
    assert kind == "listing"
    assert motor["names"].split("\n") == ["Severny Motor JSC", "AO Severny Motor", "North Motor Plant"]
    assert motor["authority"].startswith("Entity List")
    assert motor["since"] == "2022-04-07"
    assert (larin["name"], larin["birth_date"], larin["nationality"]) == ("LARIN, Oleg", "1961-03-12", "RU")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (RAIL_RU, ("Ларин Олег Петрович", "020У", "Москва Окт", "Санкт-Петербург-Главн.", "2023-05-04", "4510123456")),
        (RAIL_ZH, ("王明亮", "K19", "北京", "莫斯科", "2023-05-04", "E73921769")),
    ],
)
def test_tickets_of_railways_are_journeys(case: Case, tmp_path: Path, text: str, first: tuple[str, ...]) -> None:
    kind, found = rows(case, tmp_path, text)
    assert kind == "journey"
    assert tuple(found[0][name] for name in ("name", "number", "from", "to", "date", "document")) == first


def test_phone_books(case: Case, tmp_path: Path) -> None:
    kind, found = rows(case, tmp_path, PHONES)
    assert kind == "contact"
    assert (found[0]["name"], found[0]["phone"]) == ("Ларин Олег", "+79161234567")
    assert found[1]["email"] == "wang@example.org"


def test_bank_statements(case: Case, tmp_path: Path) -> None:
    kind, found = rows(case, tmp_path, BANK)
    assert kind == "payment"
    assert (found[0]["debit"], found[1]["credit"]) == ("1500000.00", "250000.50")
    assert found[0]["counterparty"] == "ООО «Вектор»"


def test_columns_that_openrefine_reconciled_come_in_as_they_are(case: Case, tmp_path: Path) -> None:
    kind, (larin, _) = rows(case, tmp_path, REFINED)
    assert kind == "listing"
    assert larin["entity_id"] == "Q1000001"
    assert larin["names"].split("\n") == ["Ларин Олег Петрович", "Oleg Larin"]
    assert larin["inn"] == "770112345601"
