from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora.reading.layout import Composition, PlacedWord, compose

UNIT, HIGH = 0.009, 0.012


def words(text: str, x: float, y: float, *, line: int | None = None) -> list[PlacedWord]:
    """A line of text set from x at height y; Chinese characters are twice as wide and have no spaces."""
    placed = []
    for piece in text.split():
        width = sum(2 if ord(c) > 0x2E80 else 1 for c in piece) * UNIT
        placed.append(PlacedWord(piece, (x, y, x + width, y + HIGH), line=line))
        x += width + 0.6 * UNIT
    return placed


def page(*lines: tuple[str, float, float]) -> list[PlacedWord]:
    return [word for text, x, y in lines for word in words(text, x, y)]


def is_true(composed: Composition, placed: list[PlacedWord]) -> None:
    assert sorted(composed.text[w.start : w.end] for w in composed.words) == sorted(p.text for p in placed)
    for table in composed.tables:
        assert all(composed.text[cell.start : cell.end] == cell.text for cell in table.cells)


def test_words_come_in_the_order_of_lines():
    placed = page(("Просим подтвердить приём", 0.1, 0.1), ("делегации в срок.", 0.1, 0.118))
    composed = compose(placed[::-1])
    assert composed.text == "Просим подтвердить приём\nделегации в срок."
    is_true(composed, placed)


def test_chinese_words_are_not_spaced():
    first, second = words("代表团", 0.1, 0.1)[0], words("名单", 0.1 + 6.1 * UNIT, 0.1)[0]
    assert compose([first, second]).text == "代表团名单"
    far = words("陈晓明", 0.1 + 7.5 * UNIT, 0.1)[0]
    assert compose([first, far]).text == "代表团 陈晓明"
    assert compose(words("会议 2023", 0.1, 0.1)).text == "会议 2023"


def minutes() -> list[PlacedWord]:
    lines = [
        ("ПРОТОКОЛ РАБОЧЕЙ ВСТРЕЧИ 会谈纪要", 0.32, 0.06),
        ("Участники с китайской стороны:", 0.1, 0.1),
        ("Линь Вэйдун — генерал-майор, Бюро", 0.1, 0.124),
        ("технического сотрудничества", 0.1, 0.139),
        ("Хуан Дэцзюнь — старший инженер,", 0.1, 0.163),
        ("Шанхайская компания морского", 0.1, 0.178),
        ("оборудования", 0.1, 0.193),
    ]
    right = [("中方参加人员:", 0.1), ("林卫东少将,技术合作局", 0.126), ("黄德军,高级工程师", 0.165)]
    return page(*lines, *((text, 0.55, y) for text, y in right))


def test_bilingual_minutes_come_out_pair_by_pair():
    composed = compose(minutes())
    assert composed.text == (
        "ПРОТОКОЛ РАБОЧЕЙ ВСТРЕЧИ 会谈纪要\n\n"
        "Участники с китайской стороны:\n中方参加人员:\n\n"
        "Линь Вэйдун — генерал-майор, Бюро\nтехнического сотрудничества\n林卫东少将,技术合作局\n\n"
        "Хуан Дэцзюнь — старший инженер,\nШанхайская компания морского\nоборудования\n黄德军,高级工程师"
    )
    is_true(composed, minutes())


def test_running_columns_are_not_torn():
    left = [
        "Лесной склад открыт по будням",
        "с девяти до шести часов вечера",
        "без перерыва и выходных",
        "для всех желающих граждан",
    ]
    right = [
        "Заявки на пиломатериалы сдают",
        "дежурному по складу заранее",
        "не позднее трёх рабочих",
        "дней до вывоза товара",
    ]
    placed = page(
        *((t, 0.1, 0.1 + i * 0.015) for i, t in enumerate(left)),
        *((t, 0.55, 0.1 + i * 0.015) for i, t in enumerate(right)),
    )
    assert compose(placed).text.split() == " ".join(left + right).split()


TABLE = [
    ("№", 0.1, 0.2), ("Фамилия, имя", 0.16, 0.2), ("Дата", 0.4, 0.2), ("рождения", 0.4, 0.215),
    ("Организация", 0.6, 0.2),
    ("1", 0.1, 0.24), ("Линь Вэйдун", 0.16, 0.24), ("04.02.1970", 0.4, 0.24), ("Бюро технического", 0.6, 0.24),
    ("сотрудничества", 0.6, 0.255),
    ("2", 0.1, 0.28), ("Хуан Дэцзюнь", 0.16, 0.28), ("Шанхайская компания", 0.6, 0.28), ("оборудования", 0.6, 0.295),
    ("3", 0.1, 0.32), ("Чэнь Сяомин", 0.16, 0.32), ("11.10.1981", 0.4, 0.32), ("Бюро", 0.6, 0.32),
]  # fmt: skip
GRID = [
    ["№", "Фамилия, имя", "Дата рождения", "Организация"],
    ["1", "Линь Вэйдун", "04.02.1970", "Бюро технического сотрудничества"],
    ["2", "Хуан Дэцзюнь", None, "Шанхайская компания оборудования"],
    ["3", "Чэнь Сяомин", "11.10.1981", "Бюро"],
]


def cells(composed: Composition) -> list[list[str | None]]:
    assert len(composed.tables) == 1
    return [[cell.text if cell else None for cell in row] for row in composed.tables[0].grid()]


def rulings(xs: list[float], ys: list[float]) -> list[tuple[float, float, float, float]]:
    return [(xs[0], y, xs[-1], y + 0.001) for y in ys] + [(x, ys[0], x + 0.001, ys[-1]) for x in xs]


def test_a_ruled_table_is_found_cell_by_cell():
    placed = page(("Список делегации", 0.4, 0.15), *TABLE, ("Начальник бюро", 0.1, 0.4))
    composed = compose(placed, rulings([0.09, 0.15, 0.39, 0.59, 0.9], [0.195, 0.235, 0.275, 0.315, 0.345]))
    assert cells(composed) == GRID
    assert "1 | Линь Вэйдун | 04.02.1970 | Бюро технического сотрудничества\n" in composed.text
    assert composed.text.startswith("Список делегации\n")
    assert composed.text.endswith("Начальник бюро")
    is_true(composed, placed)


def test_a_table_of_gaps_is_found_cell_by_cell():
    composed = compose(page(*TABLE))
    assert cells(composed) == GRID


def test_merged_cells_are_one():
    xs, ys = [0.1, 0.4, 0.7], [0.1, 0.13, 0.16]
    lines = [r for r in rulings(xs, ys) if not (r[0] == 0.4 and r[3] - r[1] > 0.01)]
    lines.append((0.4, 0.13, 0.401, 0.16))
    composed = compose(
        page(("Итого по договору за весь срок", 0.12, 0.11), ("Сумма", 0.12, 0.14), ("500", 0.5, 0.14)), lines
    )
    assert cells(composed) == [["Итого по договору за весь срок", None], ["Сумма", "500"]]


def test_a_frame_is_a_block_of_its_own():
    placed = page(
        ("№ ТВ-2023 от 3 марта", 0.1, 0.1),
        ("ВХОДЯЩИЙ № 247", 0.6, 0.1),
        ("22.03.2023", 0.6, 0.115),
        ("Прошу принять", 0.1, 0.16),
    )
    composed = compose(placed, rulings([0.58, 0.85], [0.09, 0.135]))
    assert "ВХОДЯЩИЙ № 247\n22.03.2023" in composed.text
    assert composed.tables == ()


def test_a_post_and_its_name_stay_on_one_line():
    composed = compose(page(("Генеральный директор", 0.1, 0.5), ("Щербаков Ю.Э.", 0.6, 0.5)))
    assert composed.text == "Генеральный директор\tЩербаков Ю.Э."


def test_what_is_printed_over_a_line_does_not_mix_with_it():
    first, over = words("61 141 000,00", 0.6, 0.2), words("122 265 000,00", 0.601, 0.203)
    composed = compose(first + over)
    assert "61 141 000,00" in composed.text
    assert "122 265 000,00" in composed.text


def test_hyphens_at_line_ends_stay_as_written():
    assert (
        compose(page(("АО «НПП «Верхне-", 0.1, 0.1), ("волжский»", 0.1, 0.115))).text == "АО «НПП «Верхне-\nволжский»"
    )


letters = st.text(alphabet="абвЯё王军Az19-«».\u0306 \t\u00ad", max_size=8)
spot = st.floats(0, 0.95)
random_words = st.lists(
    st.builds(
        lambda text, x, y, w, h: PlacedWord(text, (x, y, min(x + w, 1.0), min(y + h, 1.0))),
        letters, spot, spot, st.floats(0, 0.3), st.floats(0, 0.05),
    ),
    max_size=30,
)  # fmt: skip
lines = st.lists(st.tuples(spot, spot, spot, spot), max_size=12)


@settings(deadline=None, max_examples=150)
@given(random_words, lines)
def test_every_word_comes_out_once_where_it_says(
    placed: list[PlacedWord], ruled: list[tuple[float, float, float, float]]
):
    composed = compose(placed, ruled)
    assert unicodedata.is_normalized("NFC", composed.text)
    ends = 0
    for word in composed.words:
        assert word.start >= ends
        ends = word.end
        assert composed.text[word.start : word.end].strip()
    kept = [text for p in placed if (text := clean(p.text))]
    assert sorted(composed.text[w.start : w.end] for w in composed.words) == sorted(kept)
    assert all(composed.text[c.start : c.end] == c.text for table in composed.tables for c in table.cells)


def clean(text: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.replace("\u00ad", "").split()))
    while text and unicodedata.combining(text[0]):
        text = text[1:].lstrip()
    return text
