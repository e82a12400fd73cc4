from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from corrobora.corroboration.days import Routes
from corrobora.corroboration.dictionary import look_up
from corrobora.corroboration.scoring import EXACT, INITIAL, SLIPPED
from corrobora.corroboration.shelf import opened
from corrobora.corroboration.spelling import (
    CHINESE,
    OTHER_TRADITION,
    Spelling,
    spell,
    spell_parts,
    spell_person,
    stratum_of,
)
from corrobora.corroboration.stocking import stock
from corrobora.engine import connect


def compatible(rows: list[str], persons: list[Spelling], folder: Path) -> list[dict[str, int]]:
    """For each person the names of the rows that can be theirs, with the tier."""
    pq.write_table(pa.table({"row": range(1, len(rows) + 1), "name": rows}), folder / "rows.parquet")
    (folder / "shelf").mkdir()
    with connect() as db:
        stock(db, folder / "rows.parquet", folder / "shelf")
        look_up(opened(db, "t", folder / "shelf", Routes(("cn",)), None), persons)
        found = db.execute("select spelling, name, tier from pair_t join names_t using (name_id)").fetchall()
    return [{name: tier for number, name, tier in found if number == n} for n in range(len(persons))]


def tier(person: list[str], row: str, folder: Path) -> int | None:
    return compatible([row], [spell_person(person)], folder)[0].get(row)


@pytest.mark.parametrize(
    ("person", "row", "expected"),
    [
        (["王明亮", "Ван Минлян"], "WANG MINGLIANG", EXACT),
        (["王明亮", "Ван Минлян"], "MING-LIANG WANG", EXACT),
        (["王明亮", "Ван Минлян"], "Минлян Ван", EXACT),
        (["王明亮", "Ван Минлян"], "VAN MINLYAN", EXACT),
        (["王明亮", "Ван Минлян"], "WANG MINGLIAN", SLIPPED),
        (["王明亮", "Ван Минлян"], "WANG MIGNLIANG", SLIPPED),
        (["王明亮", "Ван Минлян"], "WANG M", INITIAL),
        (["王明亮", "Ван Минлян"], "ZHAO MINGLIANG", None),
        (["易良霞", "И Лянся"], "I LYANSYA", EXACT),
        (["欧阳景子", "Оуян Цзинцзы"], "Оуян Цзинццзы", SLIPPED),
        (["Ларин Григорий Борисович"], "ЛАРИН ГРИГОРИЙ БОРИСОВИЧ", EXACT),
        (["Ларин Григорий Борисович"], "ЛАРИН ГРИГОРИЙ ПАВЛОВИЧ", None),
        (["Ларин Григорий Борисович"], "ЛАРИН ГРИГОРИЙ", EXACT),
        (["Ларин Григорий Борисович"], "LARIN GRIGORII", EXACT),
        (["Ларин Г.Б."], "ЛАРИН ГРИГОРИЙ БОРИСОВИЧ", INITIAL),
        (["Ларин Г.Б."], "ЛАРИН ГРИГОРИЙ ПЕТРОВИЧ", None),
    ],
)
def test_tiers(person: list[str], row: str, expected: int | None, tmp_path: Path) -> None:
    assert tier(person, row, tmp_path) == expected


def test_hanzi_settle_a_reading_that_latin_leaves_open(tmp_path: Path) -> None:
    people = [spell_person(["万伟", "WAN WEI"]), spell_person(["Вань Вэй"])]
    settled, open_one = compatible(["WANG WEI", "WAN WEI"], people, tmp_path)
    assert settled["WANG WEI"] == SLIPPED
    assert open_one["WAN WEI"] == EXACT


def test_an_invented_name_is_found_like_a_real_one(tmp_path: Path) -> None:
    rows = ["WANG MINGLIANG", "VAN MINLYAN", "WANG M", "LI WEI"]
    real, invented = spell_person(["王明亮", "Wang Mingliang"]), spell_parts(("wang", "ming", "liang"), CHINESE)
    one, other = compatible(rows, [real, invented], tmp_path)
    assert one == other == {"WANG MINGLIANG": EXACT, "VAN MINLYAN": EXACT, "WANG M": INITIAL}


def test_strata() -> None:
    assert stratum_of("VAN TSZYUN") == CHINESE
    assert stratum_of("Смирнова Ольга Павловна") == OTHER_TRADITION


@pytest.mark.parametrize("whole", ["ЗАХАРОВ ХАРИТОН ИВАНОВИЧ", "Zakharov Khariton Ivanovich"])
def test_a_name_with_its_patronymic_shares_the_key_of_the_name_without(whole: str) -> None:
    assert spell(whole).exact == spell("Захаров Харитон").exact
