from __future__ import annotations

import pytest

from corrobora.records.keeper import keeper

RUSSIAN = ["въезд", "выезд", "въезд"]


@pytest.mark.parametrize(
    ("directions", "points", "told", "country"),
    [
        (RUSSIAN, ["Москва (Шереметьево)", "Забайкальск"], "border.csv", "RU"),
        (RUSSIAN, ["Алматы", "Астана"], "crossings.csv", "KZ"),
        (RUSSIAN, ["Минск", "Брест"], "crossings.csv", "BY"),
        (RUSSIAN, [], "border.csv Пограничная служба Казахстана", "KZ"),
        (RUSSIAN, [], "border.csv Государственная пограничная служба Украины", "UA"),
        (RUSSIAN, [], "Въезд граждан Китая, пограничная служба", ""),
        (RUSSIAN, [], "border.csv", ""),
        (["в'їзд", "виїзд"], [], "2023.csv", "UA"),
        (["прибуття", "вибуття"], [], "2023.csv", "UA"),
        (["уезд", "выезд", "ў"], [], "2023.csv", "BY"),
        (["кіру", "шығу"], [], "шекара қызметі.csv", "KZ"),
        (["入境", "出境"], [], "记录.csv", "CN"),
        (["入境", "出境"], [], "哈萨克斯坦边防局 记录.csv", "KZ"),
        (["entry", "exit"], [], "State Border Guard Service of Ukraine", "UA"),
        (["entry", "exit"], ["Vilnius", "Kaunas"], "crossings.csv", "LT"),
        (["entry", "exit"], [], "in and out.csv", ""),
    ],
)
def test_whose_border_it_is(directions: list[str], points: list[str], told: str, country: str) -> None:
    assert keeper(directions, points, told) == country
