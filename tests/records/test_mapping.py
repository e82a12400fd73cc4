from __future__ import annotations

from pathlib import Path

import pytest

from corrobora.errors import InputError
from corrobora.model.records import PROPERTIES, ColumnMapping, Mapping, RecordKind
from corrobora.records.headers import best_match
from corrobora.records.kinds import REGISTRY
from corrobora.records.kinds.field import SHAPE_WORTH, phrase_score, skeleton
from corrobora.records.kinds.general import GENERAL
from corrobora.records.mapping_yaml import from_yaml, to_yaml
from corrobora.records.shapes import SHAPES, of
from corrobora.records.step import propose_file
from records.zoo import make, tables


def proposed(folder: Path, raw: bytes, name: str = "table1.csv") -> Mapping:
    file = folder / name
    file.write_bytes(raw)
    return propose_file(file)[0]


@pytest.mark.parametrize("name", sorted(tables()))
def test_every_invented_table_is_told_by_headers_and_values(name: str, tmp_path: Path) -> None:
    kind, delimiter, columns = tables()[name]
    found = proposed(tmp_path, make(columns, delimiter))
    assert found.kind == kind
    wrong = [
        (column.header, column.property)
        for column, (wanted, _, _) in zip(found.columns, columns, strict=True)
        if column.property != wanted
    ]
    assert len(wrong) <= 1, wrong


def test_tables_without_headers_are_told_by_values(tmp_path: Path) -> None:
    right = total = 0
    for kind, delimiter, columns in tables().values():
        found = proposed(tmp_path, make(columns, delimiter, header=False))
        assert found.kind == kind and found.header_rows == 0
        total += len(columns)
        right += sum(column.property == wanted for column, (wanted, _, _) in zip(found.columns, columns, strict=True))
    assert right / total >= 0.85


def test_confident_columns_are_right_where_headers_lie(tmp_path: Path) -> None:
    _, _, columns = tables()["flights_en"]
    names = [name for _, name, _ in columns]
    lying = [(wanted, names[place - 3], cells) for place, (wanted, _, cells) in enumerate(columns)]
    found = proposed(tmp_path, make(lying, ","))
    wrong = [
        column
        for column, (wanted, _, _) in zip(found.columns, lying, strict=True)
        if column.confidence >= 0.8 and column.property != wanted
    ]
    assert not [column for column in wrong if column.property in ("name", "birth_date", "document")]


def test_a_few_rows_are_enough_with_headers(tmp_path: Path) -> None:
    kind, delimiter, columns = tables()["border_uk"]
    short = [(wanted, header, cells[:2]) for wanted, header, cells in columns]
    found = proposed(tmp_path, make(short, delimiter))
    assert found.kind == kind
    assert [column.property for column in found.columns] == [wanted for wanted, _, _ in columns]


def test_headers_in_latin_letters(tmp_path: Path) -> None:
    _, _, columns = tables()["border_ru"]
    latin = ["fio", "data_rozhdeniya", "grazhdanstvo", "dokument", "napravlenie"]
    latin += ["punkt_propuska", "data_peresecheniya"]
    renamed = [(wanted, header, cells) for (wanted, _, cells), header in zip(columns, latin, strict=True)]
    found = proposed(tmp_path, make(renamed, ";"))
    assert [column.property for column in found.columns] == [wanted for wanted, _, _ in columns]


def test_the_event_and_the_border_are_told(tmp_path: Path) -> None:
    known = tables()
    assert proposed(tmp_path, make(known["hospital_zh"][2])).event == "admission"
    assert proposed(tmp_path, make(known["recruits_uk"][2])).event == "enlistment"
    assert proposed(tmp_path, make(known["border_uk"][2])).home == "UA"
    assert proposed(tmp_path, make(known["border_ru"][2])).home == "RU"
    assert proposed(tmp_path, make(known["border_zh"][2])).home == "CN"


def test_a_bare_number_belongs_to_the_party_before_it(tmp_path: Path) -> None:
    _, _, columns = tables()["customs_ru"]
    numbers = tables()["companies_ru"][2][1]
    at = next(place for place, column in enumerate(columns) if column[0] == "receiver") + 1
    found = proposed(tmp_path, make([*columns[:at], ("receiver_number", "ИНН", numbers[2]), *columns[at:]]))
    assert found.columns[at].property == "receiver_number"


def test_months_first_are_seen(tmp_path: Path) -> None:
    found = proposed(tmp_path, make(tables()["flights_en_us"][2], ","))
    assert {column.property: column.parser for column in found.columns}["birth_date"] == "month_first"


def test_a_mapping_survives_yaml() -> None:
    mapping = Mapping(
        "рейсы.csv",
        "csv",
        RecordKind.JOURNEY,
        (ColumnMapping(0, "ФИО: полностью", "name", "name", 0.97), ColumnMapping(1, "#", "")),
        "cp1251",
        ";",
        2,
        "",
        "RU",
        0.9,
    )
    assert from_yaml(to_yaml(mapping)) == mapping


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "kind: journey",
        "kind: trip\ncolumns: []",
        "kind: journey\ncolumns: [1]",
        "kind: [",
        "kind: journey\ncolumns: [{index: x}]",
    ],
)
def test_a_bad_mapping_says_what_is_wrong(text: str) -> None:
    with pytest.raises(InputError):
        from_yaml(text)


@pytest.mark.parametrize("kind", list(REGISTRY), ids=lambda kind: kind.name)
def test_every_kind_keeps_its_word(kind: object) -> None:
    assert kind.title and kind.needs  # type: ignore[attr-defined]
    own = set(PROPERTIES[kind.kind])  # type: ignore[attr-defined]
    parts = {"family_name", "given_name", "patronymic", "route", "entry_date", "exit_date"}
    for field in kind.fields:  # type: ignore[attr-defined]
        assert field.property in own | parts
        assert set(field.shapes.split()) <= set(SHAPE_WORTH)
    for group in kind.needs:  # type: ignore[attr-defined]
        assert set(group.split("|")) <= own | parts
    assert not kind.leftover or kind.leftover in own  # type: ignore[attr-defined]


def test_general_fields_use_known_shapes() -> None:
    derived = {"births", "events", "unique", "repeated", "country_codes", "recent"}
    assert set(SHAPE_WORTH) <= set(SHAPES) | derived
    assert all(set(field.shapes.split()) <= set(SHAPE_WORTH) for field in GENERAL)


def test_a_header_is_what_its_head_is() -> None:
    assert phrase_score("id", "filer_org_name_id") > phrase_score("name", "filer_org_name_id")
    assert phrase_score("дата", "Дата окончания работ") > phrase_score("работ", "Дата окончания работ")
    assert phrase_score("date", "FlightDate") > 0.5
    assert best_match("Qwxz") == 0.0
    assert skeleton("Дата рождения") == skeleton("data_rozhdeniya") == skeleton("Data rozhdenija")


@pytest.mark.parametrize(
    ("cell", "shape"),
    [
        ("CA909", "flight"),
        ("SVO", "iata"),
        ("2RY4CR", "pnr"),
        ("E41019421", "passport"),
        ("RA-46073", "tail"),
        ("8708299009", "hs"),
        ("А40-292040/2019", "case"),
        ("（2023）京01民初123号", "case"),
        ("10110044/020123/3266271", "declaration"),
        ("ООО «Ромашка»", "organization"),
        ("上海蓝海贸易有限公司", "organization"),
        ("Bluewater Trading Ltd", "organization"),
        ("Абрикосов Лев Ильич", "patronymic"),
        ("Иванов И.И.", "patronymic"),
        ("GUO/JUNQIANG MR", "person"),
        ("王建平", "person"),
        ("+7 (495) 123-45-67", "phone"),
        ("a@b.org", "email"),
        ("https://a.org/x", "url"),
        ("44.38.1", "activity"),
    ],
)
def test_shapes(cell: str, shape: str) -> None:
    assert shape in of(cell)


@pytest.mark.parametrize(
    ("cell", "shape"),
    [
        ("ООО «Ромашка»", "person"),
        ("11.12.2023", "phone"),
        ("13979,12", "address"),
        ("9912345678", "hs"),
        ("", "text"),
        ("中国", "person"),
    ],
)
def test_shapes_that_are_not(cell: str, shape: str) -> None:
    assert shape not in of(cell)


def test_hostile_cells_take_no_time() -> None:
    for cell in (
        "a." * 5000,
        "А-" * 5000,
        "1" * 10000,
        "(" * 5000,
        "\u0000" * 100,
        "a@" * 4000,
        "/a" * 4000,
        "х" * 10000,
    ):
        of(cell)


@pytest.mark.parametrize(
    ("header", "moment", "kind"),
    [
        # the hour tells a crossing from an entry of a list, where no word does
        ("NAM;BD;CTZ;F12;PNT", "{day:02}.01.2023 1{hour}:05", RecordKind.JOURNEY),
        ("ФИО;ДР;Подданство;Дата пересечения;Застава", "{day:02}.01.2023", RecordKind.JOURNEY),
        ("ФИО;ДР;Подданство;Дата заявления;Застава", "{day:02}.01.2023", RecordKind.ENROLMENT),
    ],
)
def test_travellers_are_no_list_of_people(header: str, moment: str, kind: RecordKind, tmp_path: Path) -> None:
    people = ("Абрикосов Лев Ильич", "Бочкарёва Нина Павловна", "Ли Вэй", "Чжан Минь", "Журба Юлия Олеговна")
    rows = []
    for n in range(40):
        born, day = f"{1 + n % 27:02}.0{1 + n % 9}.19{50 + n}", moment.format(day=1 + n % 28, hour=n % 10)
        rows.append(";".join((people[n % 5], born, ("РФ", "КНР")[n % 2], day, "Дальняя")))
    assert proposed(tmp_path, "\n".join([header, *rows]).encode()).kind == kind
