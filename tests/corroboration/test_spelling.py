from __future__ import annotations

import pytest

from corrobora.corroboration.scoring import EXACT, INITIAL, SLIPPED
from corrobora.corroboration.spelling import CHINESE, OTHER_TRADITION, Lexicon, spell_parts, spell_person, stratum_of

BOTH = (CHINESE, OTHER_TRADITION)


def tier(person: list[str], row: str) -> int | None:
    return Lexicon([row], BOTH).compatible(spell_person(person)).get(0)


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
def test_tiers(person: list[str], row: str, expected: int | None) -> None:
    assert tier(person, row) == expected


def test_hanzi_settle_a_reading_that_latin_leaves_open() -> None:
    assert tier(["万伟", "WAN WEI"], "WANG WEI") == SLIPPED
    assert tier(["Вань Вэй"], "WAN WEI") == EXACT


def test_an_invented_name_is_found_like_a_real_one() -> None:
    rows = ["WANG MINGLIANG", "VAN MINLYAN", "WANG M", "LI WEI"]
    real, invented = spell_person(["王明亮", "Wang Mingliang"]), spell_parts(("wang", "ming", "liang"), CHINESE)
    lexicon = Lexicon(rows, BOTH)
    assert lexicon.compatible(invented) == lexicon.compatible(real)


def test_strata() -> None:
    assert stratum_of("VAN TSZYUN") == CHINESE
    assert stratum_of("Смирнова Ольга Павловна") == OTHER_TRADITION
