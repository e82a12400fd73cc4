"""Tables as people make them: cells that hold two things, headings between rows, sums, merged cells, parts, joins."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from corrobora.case import Case
from corrobora.model.records import RecordKind
from corrobora.records import parts, shapes
from corrobora.records.headings import is_total
from corrobora.records.mapping_yaml import from_yaml, to_yaml
from corrobora.records.parsers import dates
from corrobora.records.step import add_records, propose_file

PEOPLE = ("KUZNETSOV OLEG", "SAVELEVA IRINA", "WANG MINGLIANG", "CHEN XIAOPING", "GUSEV PETR", "LIU HAOTIAN")
BIRTHS = ("12.03.1961", "07.11.1988", "30.01.1975", "25.12.1969", "02.08.1993", "16.05.1980")


def delimited(rows: Sequence[Sequence[str]], mark: str = ";") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark).writerows(rows)
    return text.getvalue().encode()


def added(folder: Path, **files: bytes) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """Data set -> prepared rows without the raw cells; and what the case lists as failures."""
    root = folder / "in"
    root.mkdir()
    for name, raw in files.items():
        (root / name.replace("__", ".")).write_bytes(raw)
    rows: dict[str, list[dict[str, Any]]] = {}
    with Case.create(folder / "case") as case:
        for one in add_records(case, sorted(root.iterdir()), root):
            rows[one.path] = []
            for kind, _ in one.tables:
                found = duckdb.sql(f"select * from read_parquet('{case.rows_path(one, kind)}') order by row")
                names = [column for column in found.columns if not column.endswith("_raw")]
                for values in found.select(*(f'"{name}"' for name in names)).fetchall():
                    told = {name: value for name, value in zip(names, values, strict=True) if value is not None}
                    rows[one.path].append(told)
        return rows, [f"{failure.place}: {failure.message}" for failure in case.failures()]


def test_cells_that_hold_two_things_are_taken_apart(tmp_path: Path) -> None:
    body = [
        (f"{name} {birth}", f"SU{200 + n}/0{n + 1}.09.2022", "МОСКВА-ПЕКИН", f"паспорт 65 123456{n} выдан 01.02.2010")
        for n, (name, birth) in enumerate(zip(PEOPLE, BIRTHS, strict=True))
    ]
    rows, _ = added(tmp_path, t__csv=delimited([("Пассажир", "Рейс/дата", "Маршрут", "Документ"), *body]))
    assert rows["t.csv"][0] == {
        "row": 1, "name": "KUZNETSOV OLEG", "birth_date": "1961-03-12", "number": "SU200", "date": "2022-09-01",
        "from": "МОСКВА", "to": "ПЕКИН", "document": "651234560",
    }  # fmt: skip
    assert len(rows["t.csv"]) == 6


def test_the_same_without_a_header_and_in_other_words(tmp_path: Path) -> None:
    body = [
        (f"{name}, {birth} г.р.", f"{n + 1:02d}.09.2022 SU{200 + n}", "SVO-PEK", f"65{1234562 + 37 * (n - 2)}")
        for n, (name, birth) in enumerate(zip(PEOPLE * 3, BIRTHS * 3, strict=True))
    ]
    rows, _ = added(tmp_path, t__csv=delimited(body))
    assert rows["t.csv"][2] == {
        "row": 3, "name": "WANG MINGLIANG", "birth_date": "1975-01-30", "number": "SU202", "date": "2022-09-03",
        "from": "SVO", "to": "PEK", "document": "651234562",
    }  # fmt: skip


def test_parts_stand_in_the_mapping_and_can_be_corrected(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(delimited([("Рейс/дата", "ФИО"), *((f"SU20{n}/0{n + 1}.09.2022", PEOPLE[n]) for n in range(6))]))
    (found,) = propose_file(file)
    assert [(c.index, c.header, c.property, c.part) for c in found.columns[:2]] == [
        (0, "Рейс/дата", "number", "flight of flight+date"), (0, "Рейс/дата", "date", "date of flight+date"),
    ]  # fmt: skip
    assert from_yaml(to_yaml(found)) == found


PROSE = (
    "Оплата по договору № 12 от 01.02.2023",
    "Решение суда от 14.05.2021 вступило в силу",
    "Invoice SU221 dated 05.09.2022 for spare parts",
    "ООО «Ромашка» 12.03.2010",
)


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_a_date_in_it_stays_whole(text: str) -> None:
    cells = [text.replace("2", str(n)) for n in range(1, 9)]
    assert parts.parts_of("Назначение", cells) == []


@given(st.text(max_size=60))
def test_whatever_a_cell_holds_its_parts_stand_in_it(text: str) -> None:
    for kind, words in parts.tokens(text):
        assert kind in parts.KINDS
        assert words.strip() and (kind == parts.REST or words in text)


def test_headings_between_the_rows_tell_flight_and_day(tmp_path: Path) -> None:
    table: list[list[str]] = [["№", "ФИО", "Дата рождения", "Документ"]]
    for flight in range(3):
        table.append([f"Рейс SU{200 + flight} от 0{flight + 1}.05.2023 Москва - Пекин", "", "", ""])
        table += [[str(n + 1), PEOPLE[n], BIRTHS[n], f"451{flight} 12345{n}"] for n in range(4)]
    rows, _ = added(tmp_path, t__csv=delimited(table))
    assert len(rows["t.csv"]) == 12
    assert rows["t.csv"][5] == {
        "row": 8, "name": "SAVELEVA IRINA", "birth_date": "1988-11-07", "document": "4511123451", "date": "2023-05-02",
        "number": "SU201", "from": "Москва", "to": "Пекин",
    }  # fmt: skip


def test_sums_and_lines_under_a_table_are_listed_and_no_entries(tmp_path: Path) -> None:
    table = [["Дата", "Плательщик", "Получатель", "Сумма, руб.", "Назначение"]]
    table += [[f"0{n}.02.2023", "АО «Вектор»", "ООО «Total Service»", f"{n}00,50", "Оплата"] for n in range(1, 9)]
    table += [["ИТОГО:", "", "", "3604,00", ""], ["Главный бухгалтер", "", "Петрова А.А.", "", ""]]
    table += [["Сформировано 10.01.2024 15:33"]]
    rows, told = added(tmp_path, t__csv=delimited(table))
    assert [row["row"] for row in rows["t.csv"]] == list(range(1, 9))
    assert {line.split(":")[0] for line in told if "left out" in line} == {"row 9", "row 10", "row 11"}


@pytest.mark.parametrize("text", ["Итого за полугодие", "Всего: 30 человек", "TOTAL", "合计", "Разом 12"])
def test_sums_are_known_by_their_words(text: str) -> None:
    assert is_total(["", text, "12"])


@pytest.mark.parametrize("text", ["Total Service", "Всеволод Итогов", "Итоговый протокол", "TOTAL ENERGIES LLC"])
def test_names_are_no_sums(text: str) -> None:
    assert not is_total([text, "12"])


def workbook(folder: Path) -> bytes:
    file = folder / "book.xlsx"
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("Лист1")
    sheet.merge_range(0, 0, 0, 4, "СПИСОК пассажиров")
    sheet.merge_range(1, 0, 1, 2, "Пассажир")
    sheet.merge_range(1, 3, 1, 4, "Перелёт")
    for column, text in enumerate(("ФИО", "Дата рождения", "Паспорт", "Рейс", "Дата")):
        sheet.write(2, column, text)
    for n in range(6):
        sheet.write(3 + n, 0, PEOPLE[n])
        sheet.write(3 + n, 1, 27_000 + n)
        sheet.write(3 + n, 2, f"45 1{n} 123456")
    for first in (3, 6):
        sheet.merge_range(first, 3, first + 2, 3, f"SU{first}00")
        sheet.merge_range(first, 4, first + 2, 4, 45_000 + first)
    for column, text in enumerate(("Госномер", "Марка", "Владелец", "Год выпуска")):
        sheet.write(11, column, text)
    for n in range(4):
        for column, text in enumerate((f"А12{n}ВС77", "Камаз", "ООО «Ромашка»", "2015")):
            sheet.write(12 + n, column, text)
    book.close()
    return file.read_bytes()


def test_merged_cells_stacked_headers_serial_days_and_two_tables_on_a_sheet(tmp_path: Path) -> None:
    rows, told = added(tmp_path, book__xlsx=workbook(tmp_path))
    assert not told
    fifth = rows["book.xlsx!/Лист1"][4]
    assert (fifth["name"], fifth["number"]) == ("GUSEV PETR", "SU600")
    assert fifth["birth_date"] == dates.parse("27004", dates.SERIAL)
    assert fifth["date"] == dates.parse("45006", dates.SERIAL)
    assert rows["book.xlsx!/Лист1!A12"][1] == {
        "row": 2, "registration": "А121ВС77", "type": "Камаз", "owner": "ООО «Ромашка»", "built": "2015",
    }  # fmt: skip


def test_only_the_first_of_several_parts_has_a_header(tmp_path: Path) -> None:
    body = [[PEOPLE[n], f"1988-11-0{n + 1}", f"E1234567{n}", f"CA{n}01", f"2023-05-0{n + 1}"] for n in range(6)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("pax_1.csv", delimited([["name", "dob", "passport", "flight", "date"], *body[:3]]))
        archive.writestr("pax_2.csv", delimited(body[3:]))
    rows, _ = added(tmp_path, all__zip=packed.getvalue())
    (second,) = [one for path, one in rows.items() if path.endswith("pax_2.csv")]
    assert second[0] == {
        "row": 1, "name": PEOPLE[3], "birth_date": "1988-11-04", "document": "E12345673", "date": "2023-05-04",
        "number": "CA301",
    }  # fmt: skip


def test_tables_of_a_database_are_read_with_those_that_they_refer_to(tmp_path: Path) -> None:
    file = tmp_path / "air.sqlite"
    with sqlite3.connect(file) as db:
        db.execute("create table passengers (id integer primary key, last_name, first_name, birth_date, passport)")
        db.execute("create table flights (id integer primary key, flight_no, dep_date, origin, dest)")
        db.execute("create table tickets (id integer primary key, passenger_id, flight_id, pnr)")
        for n, name in enumerate(PEOPLE):
            family, given_name = name.split()
            row = (n, family, given_name, f"197{n}-02-01", f"E7654321{n}")
            db.execute("insert into passengers values (?,?,?,?,?)", row)
        for n in range(3):
            db.execute("insert into flights values (?,?,?,?,?)", (n, f"SU20{n}", f"2023-05-0{n + 1}", "SVO", "PEK"))
        for n in range(12):
            db.execute("insert into tickets values (?,?,?,?)", (n, n % 6, n % 3, f"AB{n:02d}CD"))
    db.close()
    rows, told = added(tmp_path, air__sqlite=file.read_bytes())
    assert rows["air.sqlite!/tickets"][4] == {
        "row": 5, "name": "GUSEV PETR", "birth_date": "1974-02-01", "document": "E76543214", "date": "2023-05-02",
        "number": "SU201", "from": "SVO", "to": "PEK", "booking": "AB04CD",
    }  # fmt: skip
    assert not told, "the tables that are read with the tickets need no kind of their own"


def test_passengers_inside_flights_and_lists_of_values(tmp_path: Path) -> None:
    flights = [
        {"no": f"SU20{n}", "date": f"2023-05-0{n + 1}", "from": "SVO", "to": "PEK",
         "passengers": [
             {"name": PEOPLE[2 * n + k], "dob": "1975-01-30", "doc": {"number": f"E1234567{k}"}} for k in (0, 1)
         ]}
        for n in range(3)
    ]  # fmt: skip
    nested = json.dumps({"meta": {"made": "today"}, "data": {"flights": flights}}).encode()
    head = ["name", "dob", "passport", "flight", "date"]
    lists = [[name, "1975-01-30", f"E1234567{n}", "SU201", f"2023-05-0{n + 1}"] for n, name in enumerate(PEOPLE)]
    split = {"columns": head, "index": list(range(6)), "data": lists}
    rows, _ = added(
        tmp_path, nested__json=nested, lists__json=json.dumps([head, *lists]).encode(),
        split__json=json.dumps(split).encode(),
    )  # fmt: skip
    assert [row["row"] for row in rows["nested.json"]] == [1, 1, 2, 2, 3, 3]
    assert {row["name"] for row in rows["nested.json"]} == set(PEOPLE)
    assert rows["nested.json"][3]["number"] == "SU201"
    assert rows["lists.json"] == rows["split.json"]
    assert rows["lists.json"][1]["name"] == PEOPLE[1]


def test_numbers_kept_as_text_lose_their_marks(tmp_path: Path) -> None:
    table = [["Код ТН ВЭД", "Вес, кг", "Дата декларации", "Получатель", "ИНН получателя"]]
    table += [["8482109000", "'1 200,5", f"0{n}.05.2023", "ООО «Лютик»", '="7707083893"'] for n in range(1, 9)]
    rows, _ = added(tmp_path, t__csv=delimited(table))
    assert rows["t.csv"][0]["weight"] == "1200.5"
    assert rows["t.csv"][0]["receiver_number"] == "7707083893"


@pytest.mark.parametrize(
    ("cells", "form", "first"),
    [
        (["112/05/03", "111/12/28"], dates.MINGUO, "2023-05-03"),
        (["86/05/03", "112/05/03"], dates.MINGUO, "1997-05-03"),
        (["86/05/03", "92/11/30"], dates.YEAR_FIRST, "1986-05-03"),
        (["03/05/2566", "28/12/2565"], dates.DAY_FIRST, "2023-05-03"),
        (["民國86年5月3日", "民國100年5月3日"], dates.ISO, "1997-05-03"),
        (["2023年5月3日"], dates.ISO, "2023-05-03"),
        (["45049", "45050"], dates.SERIAL, "2023-05-03"),
    ],
)
def test_years_of_other_eras_and_days_as_numbers(cells: list[str], form: str, first: str) -> None:
    assert dates.column_form(cells)[0] == form
    assert dates.parse(cells[0], form) == first


def test_a_column_that_leaves_day_and_month_open_follows_the_others(tmp_path: Path) -> None:
    table = [["Last Name", "First Name", "DOB", "Passport", "Arrival Date", "Departure Date"]]
    for n, name in enumerate(PEOPLE):
        family, given_name = name.split()
        table.append([family, given_name, f"{n + 1}/2{n}/1970", f"E1234567{n}", f"3/{n + 1}/2022", f"3/{n + 6}/2022"])
    rows, _ = added(tmp_path, t__csv=delimited(table, ","))
    assert [(row["direction"], row["date"]) for row in rows["t.csv"][:2]] == [
        ("in", "2022-03-01"), ("out", "2022-03-06"),
    ]  # fmt: skip


def test_routes_are_places_with_a_dash() -> None:
    assert shapes.route_ends("Ростов-на-Дону - Пекин") == ("Ростов-на-Дону", "Пекин")
    assert shapes.route_ends("北京南—上海虹桥") == ("北京南", "上海虹桥")
    assert shapes.route_ends("Ил-76") is None
    assert shapes.route_ends("ИВАНОВ-ПЕТРОВ") is None


def test_tables_of_a_kind_stay_of_that_kind(tmp_path: Path) -> None:
    file = tmp_path / "roc.csv"
    rows = [["姓名", "出生日期", "護照號碼", "入境日期", "航班"]]
    rows += [["陳志明", f"民國5{n}年5月3日", f"30000000{n}", f"112/05/1{n}", "CI501"] for n in range(8)]
    file.write_bytes("\n".join(",".join(row) for row in rows).encode("big5"))
    (found,) = propose_file(file)
    assert found.kind is RecordKind.JOURNEY
    assert [c.property for c in found.columns] == ["name", "birth_date", "document", "entry_date", "number"]


def test_day_of_booking_and_unused_tickets_are_told(tmp_path: Path) -> None:
    table = [["Пассажир", "Документ", "Рейс", "Дата вылета", "Дата продажи", "Статус билета"]]
    states = ("FLOWN", "REFUNDED", "No show", "OK", "возврат", "FLOWN")
    for n, (name, state) in enumerate(zip(PEOPLE, states, strict=True)):
        table.append([name, f"E1234567{n}", f"SU20{n}", f"2{n}.05.2023", f"1{n}.05.2023", state])
    rows, _ = added(tmp_path, t__csv=delimited(table))
    assert [row.get("flown") for row in rows["t.csv"]] == ["yes", "no", "no", None, "no", "yes"]
    assert [row["booked"] for row in rows["t.csv"][:2]] == ["2023-05-10", "2023-05-11"]
    assert [row["date"] for row in rows["t.csv"][:2]] == ["2023-05-20", "2023-05-21"]
