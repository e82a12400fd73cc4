import pytest

from corrobora.analysis.activities import families_of, fits_technical, is_technical
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.likeness import changes_between, matters


@pytest.mark.parametrize(
    ("code", "words", "family"),
    [
        ("46.38.1", None, "food"), ("56.29.1", None, "catering and hotels"), ("03.11", None, "farming and fishing"),
        ("68.20", None, "real estate"), (None, "Wholesale of fish and seafood", "food"),
        (None, "餐饮服务", "catering and hotels"),
        (None, "Оптова торгівля харчовими продуктами", "food"),
        (None, "Деятельность ресторанов и кафе", "catering and hotels"),
    ],
)  # fmt: skip
def test_everyday_trades(code, words, family):
    assert family in families_of(code, words) and not fits_technical(code, words)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("46.69", None),
        ("46.90", None),
        ("30.30", None),
        ("26.51", None),
        ("46.14", None),
        (None, "Производство электронного оборудования"),
        (None, "无人机制造"),
    ],
)
def test_trades_that_fit_machines(code, words):
    assert fits_technical(code, words) and not families_of(code, words)


@pytest.mark.parametrize(
    "goods",
    [
        "БПЛА «Кречет»",
        "Unmanned aerial vehicle, civil",
        "无人机配件",
        "Тепловізор ручний",
        "Двигатель ТВ-7",
        "servo drive",
    ],
)
def test_technical_goods(goods):
    assert is_technical(goods)


@pytest.mark.parametrize(
    "goods", ["Рыба мороженая", "frozen cod", "Аренда холодильных камер", "мебель офисная", "服装"]
)
def test_other_goods(goods):
    assert not is_technical(goods)


def test_a_customs_code_tells_too():
    assert is_technical("изделие 5", "8806930000") and not is_technical("изделие 5", "0303899000")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Изделие QX-140", "QX-140 unmanned aircraft", True),
        ("Беспилотный аппарат модель QX-140", "QX 140", True),
        ("QX-140", "QX-60", False),
        ("БПЛА «Кречет-10»", "«Кречет-10»", True),
        ("frozen fish fillet", "office furniture", False),
    ],
)
def test_goods_are_one_by_their_model(one, other, same):
    assert bool(goods_keys(one) & goods_keys(other)) is same


def test_changes_that_matter():
    first = "We can take {} aircraft in the year at a price of {} for each of them as agreed with the plant"
    (change,) = changes_between(first.format(2, 312), first.format(10, 312))
    assert (change.first, change.second) == ("2", "10") and matters(change)
    assert changes_between(first.format(2, 312), first.format(2, 312)) is None
    assert (
        changes_between(first.format(2, 312), "Quite another paper about snow and ice on the roads of the town") is None
    )
    (small,) = changes_between(first + " .", first + " ,") or [None]
    assert small is not None and not matters(small)
