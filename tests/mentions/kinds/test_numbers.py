from __future__ import annotations

import pytest

from corrobora.mentions.kinds.models import find_models
from corrobora.mentions.kinds.numbers import find_documents, normal_number


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Контракт от 15 октября 2024 г. № 585/24-К на сумму", ["585/24-К"]),
        ("запрос ZH2022-Y53 (исх. № 01/1234-дсп)", ["ZH2022-Y53", "01/1234-дсп"]),
        ("编号ZH2022-Y53。", ["ZH2022-Y53"]),
        ("КУ-114/23", ["КУ-114/23"]),
        ("Р/156-2024-Д", ["Р/156-2024-Д"]),
        ("LY-2024-0417", ["LY-2024-0417"]),
        ("航工国字〔2023〕第45号", ["航工国字〔2023〕第45号"]),
        ("根据国办发〔2022〕5号文", ["国办发〔2022〕5号"]),
        ("письмо № 45", ["45"]),
        ("Contract No. 643/05", ["643/05"]),
        ("вх. 345 от", ["345"]),
        ("декларация 10702070/150323/3001234", ["10702070/150323/3001234"]),
        ("дело А40-12345/2023", ["А40-12345/2023"]),
        ("№ 12 – А", ["12-А"]),
    ],
)
def test_numbers_of_papers(text: str, values: list[str]) -> None:
    assert [m.value for m in find_documents(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "завод № 360",
        "Приложение № 1",
        "ГОСТ 15150-69",
        "рег. № RA-76843",
        "паспорт 75 № 1234567",
        "Ил-76МД-90А",
        "COVID-19",
    ],
)
def test_what_numbers_no_paper(text: str) -> None:
    assert find_documents(text) == []


def test_spaces_and_dashes_are_evened() -> None:
    assert normal_number("ЛУ – 12 / 345") == "ЛУ-12/345"


def test_near_variants_of_a_model_stay_apart() -> None:
    found = [m.value for m in find_models("Ил-76ТД, Ил-76МД-90А, Il-78M-90A, Кречет-10, LY-140, 运-20")]
    assert found == ["Ил-76ТД", "Ил-76МД-90А", "Il-78M-90A", "Кречет-10", "LY-140", "运-20"]
