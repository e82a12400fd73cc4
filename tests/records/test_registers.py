from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from corrobora.case.store import Case
from corrobora.records.lists import from_remarks
from corrobora.records.nested import flatten
from corrobora.records.step import add_records

COMPANIES = [
    {
        "ogrn": "1027700132195",
        "inn": "7707083893",
        "name_short": "АО «Берег-Транс»",
        "reg_date": "2002-08-16",
        "region": 77,
        "okved_main": {"code": "64.19", "name": "Денежное посредничество"},
        "okved_extra": ["33.16", "46.38"],
        "director": "Зорин Глеб Олегович",
        "founders": [
            {"name": "Лаптева Инна Глебовна", "inn": "500100732259", "share_pct": 60, "since": "2002-08-16"},
            {"name": "ООО «Ковыль»", "inn": "7707083893", "share_pct": 40, "since": "2010-01-02"},
        ],
    },
    {
        "ogrn": "1027700132195",
        "inn": "7707083893",
        "name_short": "ООО «Лазурь»",
        "reg_date": "2012-01-09",
        "region": 25,
        "okved_main": {"code": "41.20", "name": "Строительство"},
        "okved_extra": [],
        "director": "Ежов Артём Сергеевич",
        "founders": [],
    },
]
OTHER_WORDS = [
    {
        "регистрация": {"ОГРН": "1027700132195", "дата регистрации": "16.08.2002"},
        "ИНН": "7707083893",
        "наименование": "АО «Берег-Транс»",
        "руководитель": "Зорин Глеб Олегович",
        "учредители": [
            {
                "учредитель": "Лаптева Инна Глебовна",
                "ИНН учредителя": "500100732259",
                "доля": "60,5",
                "дата записи": "16.08.2002",
            }
        ],
    },
    {
        "регистрация": {"ОГРН": "1027700132195", "дата регистрации": "09.01.2012"},
        "ИНН": "7707083893",
        "наименование": "ООО «Лазурь»",
        "руководитель": "Ежов Артём Сергеевич",
        "учредители": [
            {
                "учредитель": "Ежов Артём Сергеевич",
                "ИНН учредителя": "500100732259",
                "доля": "100",
                "дата записи": "09.01.2012",
            }
        ],
    },
]
FTM = [
    {
        "id": "p1",
        "schema": "Person",
        "caption": "Zorin",
        "properties": {
            "name": ["Zorin Gleb"],
            "alias": ["Зорин Глеб Олегович"],
            "birthDate": ["1971", "1971-02-03"],
            "nationality": ["ru"],
            "topics": ["sanction"],
        },
    },
    {
        "id": "s1",
        "schema": "Sanction",
        "properties": {"entity": ["p1"], "authority": ["Council"], "program": ["REG-1"], "startDate": ["2022-03-01"]},
    },
    {
        "id": "s2",
        "schema": "Sanction",
        "properties": {"entity": ["p1"], "authority": ["Office"], "program": ["EO-2"], "listingDate": ["2023"]},
    },
    {
        "id": "c1",
        "schema": "Company",
        "caption": "Lazur",
        "properties": {"name": ["ООО «Лазурь»"], "innCode": ["7707083893"], "incorporationDate": ["2012-01-09"]},
    },
    {
        "id": "o1",
        "schema": "Ownership",
        "properties": {"owner": ["p1"], "asset": ["c1"], "percentage": ["25"], "startDate": ["2015-05-05"]},
    },
    {
        "id": "p2",
        "schema": "Person",
        "caption": "Pep",
        "properties": {"name": ["Nobody Listed"], "topics": ["role.pep"]},
    },
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    return folder


def prepared(records: Path, name: str, content: str | bytes) -> dict[str, list[dict[str, Any]]]:
    (records / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with Case.create(records.parent / "case") as case:
        (dataset,) = add_records(case, [records / name], records)
        tables = {kind: pq.read_table(case.rows_path(dataset, kind)).to_pylist() for kind, _ in dataset.tables}
    return {kind: sorted(rows, key=lambda row: row["row"]) for kind, rows in tables.items()}


def as_lines(objects: list[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(entry, ensure_ascii=False) for entry in objects)


def test_a_nested_register_gives_companies_and_shares(records: Path) -> None:
    found = prepared(records, "companies.jsonl", as_lines(COMPANIES * 3))
    first = found["company"][0]
    assert (first["name"], first["inn"], first["ogrn"], first["registered"]) == (
        "АО «Берег-Транс»",
        "7707083893",
        "1027700132195",
        "2002-08-16",
    )
    assert (first["activity_code"], first["extra_activities"], first["director"]) == (
        "64.19",
        "33.16\n46.38",
        "Зорин Глеб Олегович",
    )
    one, two = found["share"][:2]
    assert (
        one["row"],
        one["owner"],
        one["owner_number"],
        one["asset"],
        one["asset_number"],
        one["share"],
        one["since"],
    ) == (
        1,
        "Лаптева Инна Глебовна",
        "500100732259",
        "АО «Берег-Транс»",
        "7707083893",
        "60",
        "2002-08-16",
    )
    assert (two["row"], two["owner"]) == (1, "ООО «Ковыль»")
    assert len(found["share"]) == 6


def test_a_register_with_other_words_is_read_too(records: Path) -> None:
    found = prepared(records, "реестр.json", json.dumps({"items": OTHER_WORDS * 4}, ensure_ascii=False))
    assert (found["company"][0]["name"], found["company"][0]["registered"]) == ("АО «Берег-Транс»", "2002-08-16")
    assert (found["share"][0]["owner"], found["share"][0]["share"], found["share"][0]["asset"]) == (
        "Лаптева Инна Глебовна",
        "60.5",
        "АО «Берег-Транс»",
    )


def test_ftm_entities_become_listings_companies_and_shares(records: Path) -> None:
    found = prepared(records, "sanctions.ftm.json", as_lines(FTM))
    one, two = found["listing"]
    assert (one["row"], one["entity_row"], one["name"], one["names"]) == (
        2,
        1,
        "Zorin Gleb",
        "Zorin Gleb\nЗорин Глеб Олегович",
    )
    assert (one["birth_date"], one["nationality"], one["program"], one["since"], one["date_certain"]) == (
        "1971-02-03",
        "RU",
        "REG-1",
        "2022-03-01",
        "yes",
    )
    assert (two["row"], two["since"], two["date_certain"]) == (3, "2023", "no")
    assert [row["name"] for row in found["company"]] == ["ООО «Лазурь»"]
    (share,) = found["share"]
    assert (share["row"], share["owner"], share["asset"], share["asset_number"], share["share"]) == (
        5,
        "Zorin Gleb",
        "ООО «Лазурь»",
        "7707083893",
        "25",
    )


def test_ftm_people_on_no_list_are_kept_for_searches(records: Path) -> None:
    nobody = {"id": "p9", "schema": "Person", "properties": {
        "name": ["Meng Lan", "孟兰"], "birthDate": ["1980-01-02"], "position": ["engineer"]}}  # fmt: skip
    passport = {"id": "d9", "schema": "Passport", "properties": {"holder": ["p9"], "number": ["G 1234567"]}}
    found = prepared(records, "own.ftm.json", as_lines([*FTM, nobody, passport]))
    row = next(row for row in found["contact"] if row["name"] == "Meng Lan")
    assert (row["name"], row["name_raw"], row["document"]) == ("Meng Lan", "Meng Lan\n孟兰", "G1234567")
    assert (row["birth_date"], row["title"], len(found["listing"])) == ("1980-01-02", "engineer", 2)


def test_ofac_files_are_known_without_a_header(records: Path) -> None:
    lines = [
        '10,"ORCHID SHIPPING CO., LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ',
        '11,"ZORIN, Gleb","individual","RUSSIA-EO14024] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 03 Feb 1971; '
        "nationality Russia; "
        "Passport 712230044 (Russia); Tax ID No. 500100732259 (Russia); a.k.a. 'ZORRO'.\"",
        '12,"MARIGOLD","vessel","SYRIA",-0- ,"ABCD",-0- ,-0- ,-0- ,"Panama",-0- ,"Vessel '
        'Registration Identification IMO 9074729."',
    ]
    more = [
        f'{n},"ORCHID {n} SHIPPING CO., LTD.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
        for n in range(20, 40)
    ]
    found = prepared(records, "sdn.csv", "\r\n".join([*lines, *more]) + "\r\n\x1a\r\n")
    one, two, three = found["listing"][:3]
    assert len(found["listing"]) == 23
    assert (one["name"], one["schema"], one["program"], one["authority"]) == (
        "ORCHID SHIPPING CO., LTD.",
        "Organization",
        "CUBA",
        "Office of Foreign Assets Control",
    )
    assert (two["schema"], two["program"], two["birth_date"], two["nationality"]) == (
        "Person",
        "RUSSIA-EO14024\nSDGT",
        "1971-02-03",
        "RU",
    )
    assert (two["document"], two["inn"], two["names"]) == ("712230044", "500100732259", "ZORIN, Gleb\nZORRO")
    assert (three["schema"], three["imo"], three["nationality"]) == ("Vessel", "9074729", "PA")
    assert two["since"] is None


def test_remarks_hold_partial_births() -> None:
    assert from_remarks("DOB circa 1960; alt. DOB 1961.")["birth_date"] == "1960"
    assert from_remarks("") == {}


UN = """<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL>
<DATAID>7</DATAID><FIRST_NAME>GLEB</FIRST_NAME><SECOND_NAME>ZORIN</SECOND_NAME>
<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
<REFERENCE_NUMBER>KPi.900</REFERENCE_NUMBER><LISTED_ON>2017-06-02</LISTED_ON>
<NATIONALITY><VALUE>Russian Federation</VALUE></NATIONALITY>
<INDIVIDUAL_ALIAS><ALIAS_NAME>Zorro</ALIAS_NAME></INDIVIDUAL_ALIAS><INDIVIDUAL_DATE_OF_BIRTH><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><NUMBER>71 2230044</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS>
<ENTITIES>
<ENTITY><FIRST_NAME>ORCHID SHIPPING</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


def test_the_list_of_the_un_is_read(records: Path) -> None:
    one, two = prepared(records, "un.xml", UN)["listing"]
    assert (one["row"], one["name"], one["names"], one["birth_date"], one["document"]) == (
        1,
        "GLEB ZORIN",
        "GLEB ZORIN\nZorro",
        "1971",
        "712230044",
    )
    assert (one["nationality"], one["program"], one["since"], one["schema"]) == ("RU", "DPRK", "2017-06-02", "Person")
    assert (two["row"], two["name"], two["schema"], two["since"]) == (2, "ORCHID SHIPPING", "Organization", None)


def test_entities_in_xml_are_not_expanded(records: Path) -> None:
    (records / "secret.txt").write_text("SECRET", encoding="utf-8")
    attack = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{records / "secret.txt"}">]>' + UN.replace(
        '<?xml version="1.0"?>', ""
    ).replace(">GLEB<", ">&e;<")
    rows = prepared(records, "un.xml", attack)["listing"]
    assert "SECRET" not in str(rows)


def test_the_simple_table_of_opensanctions(records: Path) -> None:
    head = (
        "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
        "program_ids,dataset,first_seen,last_seen,last_change"
    )
    lines = [
        f"NK-{n},Person,Gleb Zorin {'ABCDEFGH'[n]}ov,Зорин Глеб;Zorro,1971-02-0{n + 1},ru,,,EU - 2022,,,EU-{n},EU List,"
        f"2022-03-0{n + 1}T00:00:00,2024-01-01T00:00:00,2024-01-01T00:00:00"
        for n in range(8)
    ]
    first = prepared(records, "targets.simple.csv", "\n".join([head, *lines]))["listing"][0]
    assert (first["entity_id"], first["schema"], first["birth_date"], first["nationality"]) == (
        "NK-0",
        "Person",
        "1971-02-01",
        "RU",
    )
    assert first["names"].split("\n") == ["Gleb Zorin Aov", "Зорин Глеб", "Zorro"]
    assert (first["since"], first["date_certain"]) == ("2022-03-01", "no")


def test_founders_in_a_flat_table(records: Path) -> None:
    lines = ["Компания;ИНН;Учредитель;ИНН учредителя;Доля, %;Дата внесения"]
    lines += [f"ООО «Лазурь {n}»;7707083893;Зорин Глеб Олегович;500100732259;{n}5,5;0{n}.02.2015" for n in range(1, 9)]
    first = prepared(records, "founders.csv", "\n".join(lines))["share"][0]
    assert (first["owner"], first["owner_number"], first["asset"], first["asset_number"]) == (
        "Зорин Глеб Олегович",
        "500100732259",
        "ООО «Лазурь 1»",
        "7707083893",
    )
    assert (first["share"], first["since"]) == ("15.5", "2015-02-01")


def test_deep_objects_are_cut_without_end() -> None:
    deep: dict[str, Any] = {"a": 1}
    for _ in range(50):
        deep = {"x": deep}
    assert flatten(deep).cells == {}
    assert flatten({"a": [1, 2, None], "b": {"c": True}}).cells == {"a": "1\n2", "b.c": "true"}
