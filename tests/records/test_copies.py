from __future__ import annotations

from pathlib import Path

from corrobora.case import Case
from corrobora.model.records import Dataset
from corrobora.records.copies import Overlap, is_copy, origins_of, told_alike
from corrobora.records.step import add_records

FAMILIES = ("Ларин", "Волков", "Гусев", "Мельник", "Якушин", "Троянов", "Панченко", "Дорохов", "Савельев", "Рогозин")
HEAD = "ФИО;Дата рождения;Дата поступления;Часть;Диагноз"


def line(n: int, *, slip: bool = False) -> str:
    name = FAMILIES[n % 10][:-1] if slip else FAMILIES[n % 10]
    return f"{name} Олег Петрович;{n % 28 + 1:02d}.03.{1960 + n};{n % 28 + 1:02d}.05.2023;в/ч {12000 + n};ранение"


def origins(folder: Path, **tables: list[str]) -> tuple[dict[str, str], list[str]]:
    root = folder / "in"
    root.mkdir(exist_ok=True)
    for file in root.iterdir():
        file.unlink()
    for name, lines in tables.items():
        (root / f"{name}.csv").write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")
    target = folder / "case"
    with Case.open(target) if target.exists() else Case.create(target) as case:
        add_records(case, sorted(root.iterdir()), root)
        for one in case.datasets():
            assert case.source_of("records", one.path).origin == one.origin
        return {one.path: one.origin for one in case.datasets()}, [f.message for f in case.failures("copies")]


def test_a_register_that_copied_another_is_of_its_origin_until_it_is_gone(tmp_path: Path) -> None:
    whole, copied = [line(n) for n in range(40)], [line(n) for n in range(0, 40, 2)] + [line(90)]
    other = [line(n) for n in range(60, 75)]
    found, told = origins(tmp_path, hospital=whole, memorial=copied, registry=other)
    assert found == {"hospital.csv": "hospital.csv", "memorial.csv": "hospital.csv", "registry.csv": "registry.csv"}
    assert told == ["20 of 21 rows stand in hospital.csv too, as they stand: counted as one origin"]
    again, _ = origins(tmp_path, hospital=whole, memorial=copied, registry=other)
    assert again == found
    alone, told = origins(tmp_path, memorial=copied, registry=other)
    assert alone == {"memorial.csv": "memorial.csv", "registry.csv": "registry.csv"} and not told


def test_registers_that_agree_in_other_words_stay_two_origins(tmp_path: Path) -> None:
    found, told = origins(tmp_path, one=[line(n) for n in range(30)], two=[line(n, slip=True) for n in range(30)])
    assert found == {"one.csv": "one.csv", "two.csv": "two.csv"} and not told


def test_tickets_and_crossings_are_of_another_sort() -> None:
    tickets = dict.fromkeys(("name", "birth_date", "document", "date", "number", "from", "to"), 1.0)
    crossings = dict.fromkeys(("name", "birth_date", "document", "date", "direction", "point"), 1.0)
    assert told_alike(tickets, crossings) == []
    assert told_alike(tickets, tickets | {"booking": 1.0, "seat": 0.2}) == sorted(tickets)


def test_a_few_rows_or_rows_in_disorder_are_no_copy() -> None:
    assert not is_copy(Overlap(7, 7))
    assert not is_copy(Overlap(12, 100, 0.5))
    assert is_copy(Overlap(12, 100, 0.97))


def test_copies_of_copies_have_one_origin() -> None:
    sets = [Dataset(name, "", name, name, "csv", rows) for name, rows in (("a", 10), ("b", 30), ("c", 20), ("d", 99))]
    assert origins_of(sets, [(sets[0], sets[1]), (sets[1], sets[2])]) == {"a": "b", "b": "b", "c": "b"}
