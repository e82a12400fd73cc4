from __future__ import annotations

import gzip
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from corrobora.case.store import Case
from corrobora.errors import InputError
from corrobora.model.records import PROPERTIES, Dataset
from corrobora.records.step import add_records, propose_file

HEAD = "ФИО;Дата рождения;Гражданство;Направление;Пункт пропуска;Дата и время"
ROWS = [
    "Абрикосов Лев Ильич;03.04.1971;РОССИЯ;въезд;Забайкальск;05.01.2023 07:40",
    "WANG JIANPING;;КИТАЙ;выезд;Пограничный;06.01.2023 23:59",
    "Бочкарёва Нина  Павловна;29.02.1980;УЗБЕКИСТАН;въезд;Краскино;07.01.2023 00:00",
    "Ли Сяохун;12.12.1990;КНР;выезд;Забайкальск;08.01.2023 12:00",
]
CELLS = [line.split(";") for line in (HEAD, *ROWS)]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case") as opened:
        yield opened


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    return folder


def add(case: Case, root: Path, **kwargs: Any) -> list[Dataset]:
    return add_records(case, sorted(path for path in root.rglob("*") if path.is_file()), root, **kwargs)


def rows_of(case: Case, dataset: Dataset, kind: str = "journey") -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(case.rows_path(dataset, kind)).to_pylist()
    return sorted(rows, key=lambda row: row["row"])


def write_csv(path: Path, lines: list[str], encoding: str = "utf-8") -> None:
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))


def as_csv(folder: Path) -> str:
    write_csv(folder / "border.csv", [HEAD, *ROWS], "cp1251")
    return "border.csv"


def as_utf16(folder: Path) -> str:
    write_csv(folder / "border.txt", [HEAD, *ROWS], "utf-16")
    return "border.txt"


def as_gzip(folder: Path) -> str:
    (folder / "border.csv.gz").write_bytes(gzip.compress("\n".join([HEAD, *ROWS]).encode()))
    return "border.csv.gz"


def as_zip(folder: Path) -> str:
    with zipfile.ZipFile(folder / "border.csv.zip", "w") as archive:
        archive.writestr("deep/border.csv", "\n".join([HEAD, *ROWS]).encode("koi8-r"))
    return "border.csv.zip"


def as_xlsx(folder: Path) -> str:
    with xlsxwriter.Workbook(folder / "border.xlsx") as book:
        sheet = book.add_worksheet("Лист1")
        for number, row in enumerate(CELLS):
            sheet.write_row(number, 0, row)
    return "border.xlsx"


def as_jsonl(folder: Path) -> str:
    lines = [json.dumps(dict(zip(CELLS[0], row, strict=True)), ensure_ascii=False) for row in CELLS[1:]]
    (folder / "border.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return "border.jsonl"


def as_json(folder: Path) -> str:
    body = {"count": 4, "data": [dict(zip(CELLS[0], row, strict=True)) for row in CELLS[1:]]}
    (folder / "border.json").write_text(json.dumps(body, ensure_ascii=False, indent=1), encoding="utf-8")
    return "border.json"


def as_parquet(folder: Path) -> str:
    columns = list(zip(*CELLS[1:], strict=True))
    pq.write_table(pa.table([pa.array(column) for column in columns], names=CELLS[0]), folder / "border.parquet")
    return "border.parquet"


def as_sqlite(folder: Path) -> str:
    with sqlite3.connect(folder / "border.sqlite") as db:
        db.execute("create table crossings (" + ", ".join(f'"{name}" text' for name in CELLS[0]) + ")")
        db.executemany("insert into crossings values (?,?,?,?,?,?)", CELLS[1:])
    db.close()
    return "border.sqlite"


FORMATS = (as_csv, as_utf16, as_gzip, as_zip, as_xlsx, as_jsonl, as_json, as_parquet, as_sqlite)


@pytest.mark.parametrize("write", FORMATS, ids=lambda write: write.__name__)
def test_the_same_rows_come_out_of_every_format(write: Any, case: Case, records: Path) -> None:
    name = write(records)
    (dataset,) = add(case, records)
    assert (dataset.path, dataset.rows, dataset.bad_rows) == (name, 4, 0)
    assert (dataset.first, dataset.last) == ("2023-01-05", "2023-01-08")
    assert dataset.tables == (("journey", 4),)
    first, second, third, fourth = rows_of(case, dataset)
    assert [row["row"] for row in (first, second, third, fourth)] == [1, 2, 3, 4]
    assert (first["birth_date"], first["birth_date_raw"]) == ("1971-04-03", "03.04.1971")
    assert (first["date"], first["time"], first["date_raw"]) == ("2023-01-05", "07:40", "05.01.2023 07:40")
    assert (second["birth_date"], second["birth_date_raw"], second["nationality"], second["direction"]) == (
        None,
        None,
        "CN",
        "out",
    )
    assert (third["name"], third["name_raw"]) == ("Бочкарёва Нина Павловна", "Бочкарёва Нина  Павловна")
    assert (fourth["nationality"], fourth["nationality_raw"], fourth["point"]) == ("CN", "КНР", "Забайкальск")
    assert set(first) == {"row", *PROPERTIES["journey"], *(f"{name}_raw" for name in PROPERTIES["journey"])}  # type: ignore[index]


def test_prepared_rows_are_sorted_by_name(case: Case, records: Path) -> None:
    as_csv(records)
    (dataset,) = add(case, records)
    names = pq.read_table(case.rows_path(dataset, "journey")).column("name").to_pylist()
    assert names == sorted(names)


def test_several_tables_in_one_file_get_names_of_their_own(case: Case, records: Path) -> None:
    with xlsxwriter.Workbook(records / "two.xlsx") as book:
        for sheet_name in ("Первый", "Второй"):
            sheet = book.add_worksheet(sheet_name)
            for number, row in enumerate(CELLS):
                sheet.write_row(number, 0, row)
        book.add_worksheet("Пусто")
    with zipfile.ZipFile(records / "dump.zip", "w") as archive:
        archive.writestr("a.csv", "\n".join([HEAD, *ROWS]))
        archive.writestr("b/c.csv", "\n".join([HEAD, *ROWS[:2]]))
        archive.writestr("readme.md", "nothing")
    assert [dataset.path for dataset in add(case, records)] == [
        "dump.zip!/a.csv",
        "dump.zip!/b/c.csv",
        "two.xlsx!/Второй",
        "two.xlsx!/Первый",
    ]


def test_bad_rows_are_listed_and_do_not_move_the_others(case: Case, records: Path) -> None:
    lines = [HEAD, ROWS[0], "Короткая Строка;01.01.1970", "", ROWS[1], "Длинная Строка;1;2;3;4;5;6;7", ROWS[2], ROWS[3]]
    write_csv(records / "border.csv", lines)
    (dataset,) = add(case, records)
    assert [row["row"] for row in rows_of(case, dataset)] == [1, 2, 3, 5, 6]
    assert rows_of(case, dataset)[1]["birth_date"] == "1970-01-01"
    assert (dataset.rows, dataset.bad_rows) == (6, 2)
    assert [failure.place for failure in case.failures("records")] == ["row 2", "row 4"]
    assert "2 cells of 6" in case.failures("records")[0].message


def test_a_quotation_mark_that_is_never_closed_costs_no_row(case: Case, records: Path) -> None:
    lines = [HEAD, *ROWS * 3, '"Кавычка Вадим;01.01.1970;РОССИЯ;въезд;Краскино;09.01.2023 10:00', *ROWS * 3]
    write_csv(records / "border.csv", lines)
    (dataset,) = add(case, records)
    rows = rows_of(case, dataset)
    assert [row["row"] for row in rows] == list(range(1, 26))
    assert rows[13]["name"] == "Абрикосов Лев Ильич"


def test_line_breaks_inside_quotes_do_not_shift_the_numbers(case: Case, records: Path) -> None:
    lines = [HEAD, ROWS[0], ROWS[1].replace("Пограничный", '"Погра\nничный; 2"'), ROWS[2], "а;б", ROWS[3]]
    write_csv(records / "border.csv", lines)
    (dataset,) = add(case, records)
    rows = rows_of(case, dataset)
    assert [(row["row"], row["name"]) for row in rows][2:] == [
        (3, "Бочкарёва Нина Павловна"),
        (4, "а"),
        (5, "Ли Сяохун"),
    ]
    assert rows[1]["point_raw"] == "Погра\nничный; 2"


def test_broken_bytes_are_reported_with_their_row(case: Case, records: Path) -> None:
    body = "\r\n".join([HEAD, *ROWS * 5]).encode()
    (records / "border.csv").write_bytes(body.replace("КНР".encode(), "КН".encode() + b"\xff", 1))
    (dataset,) = add(case, records)
    assert dataset.bad_rows == 1
    assert case.failures("records")[0].place == "row 4"
    assert len(rows_of(case, dataset)) == 20


def test_bad_lines_of_json_are_listed(case: Case, records: Path) -> None:
    as_jsonl(records)
    path = records / "border.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], "{broken", lines[1], "[1]", *lines[2:]]), encoding="utf-8")
    (dataset,) = add(case, records)
    assert [row["row"] for row in rows_of(case, dataset)] == [1, 3, 5, 6]
    assert [failure.place for failure in case.failures("records")] == ["row 2", "row 4"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("a.csv", b"", "damaged"),
        ("a.parquet", b"PAR1", "damaged"),
        ("a.sqlite", b"SQLite format 3\x00 no", "damaged"),
        ("a.zip", b"PK\x05\x06", "damaged"),
        ("a.csv.gz", b"\x1f\x8b\x08broken", "damaged"),
        ("a.json", b"{not json", "damaged"),
        ("a.xml", b"<a><b></a>", "damaged"),
        ("a.xml", b"<table/>", "unsupported"),
        ("a.csv", b"a;b\nx;y\nz;w\n", "unreadable"),
    ],
)
def test_one_bad_file_is_a_failure_and_the_rest_goes_on(
    name: str, content: bytes, code: str, case: Case, records: Path
) -> None:
    as_csv(records)
    (records / name).write_bytes(content)
    added = add(case, records)
    assert "border.csv" in [dataset.path for dataset in added]
    failures = [failure for failure in case.failures("records") if failure.subject == name]
    assert [failure.code for failure in failures] == [code]
    assert failures[0].remedy or code == "damaged"


def test_a_zip_bomb_is_refused(case: Case, records: Path) -> None:
    with zipfile.ZipFile(records / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * (64 << 20))
    assert add(case, records) == []
    assert [failure.code for failure in case.failures("records")] == ["over-budget"]


def test_unchanged_files_are_left_alone_and_changed_ones_are_read_again(case: Case, records: Path) -> None:
    as_csv(records)
    (dataset,) = add(case, records)
    path = case.rows_path(dataset, "journey")
    stamp = path.stat().st_mtime_ns
    assert add(case, records) == [dataset]
    assert path.stat().st_mtime_ns == stamp
    write_csv(records / "border.csv", [HEAD, *ROWS, ROWS[0]], "cp1251")
    assert [dataset.rows for dataset in add(case, records)] == [5]


def test_rows_that_were_lost_are_made_again(case: Case, records: Path) -> None:
    as_csv(records)
    (dataset,) = add(case, records)
    case.rows_path(dataset, "journey").unlink()
    add(case, records)
    assert case.rows_path(dataset, "journey").exists()


def test_a_file_that_is_gone_is_forgotten(case: Case, records: Path, tmp_path: Path) -> None:
    as_csv(records)
    as_jsonl(records)
    (dataset, _) = add(case, records)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write_csv(elsewhere / "more.csv", [HEAD, *ROWS])
    add(case, elsewhere)
    (records / "border.csv").unlink()
    add(case, records)
    assert [known.path for known in case.datasets()] == ["border.jsonl", "more.csv"]
    assert not case.rows_path(dataset, "journey").exists()


def test_every_file_is_a_source_of_its_own_unless_told_otherwise(case: Case, records: Path) -> None:
    as_csv(records)
    as_jsonl(records)
    (records / "sources.toml").write_text(
        '[[source]]\npath = "border.csv"\nname = "Пограничная служба"\norigin = "border"\n'
        'reliability = "B"\nobtained = 2025-01-15\n',
        encoding="utf-8",
    )
    first, second = add(case, records)
    assert (first.source, first.origin) == ("Пограничная служба", "border")
    assert (second.source, second.origin) == ("border.jsonl", "border.jsonl")
    assert case.source_of("records", "border.csv").obtained == "2025-01-15"
    (records / "sources.toml").write_text(
        '[[source]]\npath = "border.csv"\nname = "Иначе"\norigin = "x"\n', encoding="utf-8"
    )
    assert add(case, records)[0].source == "Иначе"


def test_a_broken_list_of_sources_stops_with_one_line(case: Case, records: Path) -> None:
    as_csv(records)
    (records / "sources.toml").write_text("[[source]", encoding="utf-8")
    with pytest.raises(InputError):
        add(case, records)


def test_a_mapping_by_hand_wins_and_stays(case: Case, records: Path) -> None:
    as_csv(records)
    (proposed,) = propose_file(records / "border.csv")
    columns = tuple(
        replace(column, property="") if column.property == "nationality" else column for column in proposed.columns
    )
    (dataset,) = add(case, records, mapping=replace(proposed, columns=columns))
    assert rows_of(case, dataset)[0]["nationality"] is None
    add(case, records)
    assert rows_of(case, dataset)[0]["nationality"] is None
    kept = case.mapping("border.csv")
    assert kept is not None and kept[1]


def test_names_in_parts_and_routes_are_put_together(case: Case, records: Path) -> None:
    lines = ["Фамилия;Имя;Отчество;Дата рождения;Рейс;Маршрут;Дата вылета;Паспорт"]
    lines += [
        f"Зорин;Глеб;Олегович;0{day}.02.1971;SU20{day};SVO-PEK;1{day}.05.2023;71 22 30044{day}" for day in range(1, 8)
    ]
    write_csv(records / "t.csv", lines)
    (dataset,) = add(case, records)
    first = rows_of(case, dataset)[0]
    assert (first["name"], first["from"], first["to"], first["document"]) == (
        "Зорин Глеб Олегович",
        "SVO",
        "PEK",
        "7122300441",
    )


def test_nothing_of_an_unknown_table_is_lost(case: Case, records: Path) -> None:
    write_csv(records / "x.csv", ["код;значение", *(f"{n};{n * n}" for n in range(1, 30))])
    (dataset,) = add(case, records)
    assert (dataset.rows, dataset.tables) == (29, ())
    assert "corrobora records map" in case.failures("records")[0].remedy
    assert add(case, records) == [dataset]


def test_entry_and_exit_in_one_row_are_two_journeys(case: Case, records: Path) -> None:
    lines = ["Фамилия;Имя;Дата рождения;Паспорт;Дата въезда;Дата выезда"]
    lines += [f"Зорин;Глеб;0{n}.02.1971;E1234567{n};0{n}.05.2023;1{n}.05.2023" for n in range(1, 8)]
    lines += ["Ежов;Артём;01.01.1970;E99999999;01.06.2023;", "Лаптева;Инна;01.01.1980;E88888888;;"]
    write_csv(records / "t.csv", lines)
    (dataset,) = add(case, records)
    rows = [(row["row"], row["direction"], row["date"]) for row in rows_of(case, dataset)]
    assert set(rows[:2]) == {(1, "in", "2023-05-01"), (1, "out", "2023-05-11")}
    assert rows[-2:] == [(8, "in", "2023-06-01"), (9, None, None)]
    assert len(rows) == 16


def test_a_flight_in_two_columns_is_one(case: Case, records: Path) -> None:
    lines = ["carrier_code,flight_num,dep_date,dep_airport,arr_airport,pax_name,passport_no"]
    lines += [f"CA,{n}09,2023-05-0{n},PEK,SVO,WANG JIANPING,E1234567{n}" for n in range(1, 9)]
    write_csv(records / "t.csv", lines)
    (dataset,) = add(case, records)
    assert (rows_of(case, dataset)[0]["number"], rows_of(case, dataset)[0]["number_raw"]) == ("CA109", "109")


def test_a_comma_in_a_company_name_costs_no_row(case: Case, records: Path) -> None:
    lines = ["Company,Shareholder,Stake %,Since"]
    lines += [
        f"{firm},Arthur Pellman,{n}0,2015-02-0{n}" for n, firm in enumerate(["Oak Ltd"] * 6 + ["Pinecone Co., Ltd"], 1)
    ]
    write_csv(records / "t.csv", lines)
    (dataset,) = add(case, records)
    assert rows_of(case, dataset, "share")[6]["asset"] == "Pinecone Co., Ltd"
    assert [failure.place for failure in case.failures("records")] == ["row 7"]
