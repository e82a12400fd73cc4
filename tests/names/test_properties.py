from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora import names
from corrobora.names import keys as module
from corrobora.names.lattice import cuts
from corrobora.names.quick import quick_keys
from corrobora.names.syllables import SYLLABLES, palladius, romanisations, ukrainian, wade_giles_form

ODD = st.text(max_size=40)
FAMILY = st.sampled_from(["wang", "li", "zhang", "chen", "xu", "ouyang", "lü".replace("ü", "v"), "song", "he"])
SYLLABLE = st.sampled_from([syllable for syllable in SYLLABLES if syllable[0] not in "aeo" and syllable != "yo"])
HANZI = st.text(alphabet="王李张刘陈明亮伟国建军海峰志强", min_size=2, max_size=3)
RUSSIAN = st.sampled_from(
    ["Овсянников Игорь Валерьевич", "Бондаренко О.П.", "Кузьмина Игоря Петровича", "Анна Сидорова", "Lvov Dmitrii"]
)
FORMS = st.one_of(ODD, HANZI, RUSSIAN, st.sampled_from(["Wang Mingliang", "Ван Минлян", "VAN MINLIAN", "М. Ван"]))


@given(FORMS, FORMS, st.sampled_from(["Person", "Organization"]))
@settings(max_examples=300, deadline=None)
def test_the_order_of_the_two_does_not_matter(left, right, schema):
    one, two = names.compare(left, right, schema), names.compare(right, left, schema)
    assert one == two
    assert 0.0 <= one.score <= 1.0
    assert names.tier(left, right) == names.tier(right, left)


@given(ODD)
@settings(max_examples=300, deadline=None)
def test_nothing_raises(text):
    names.parse(text)
    names.label(text)
    names.lemma(text)
    names.variants(text)
    names.canonical(text)
    names.syllables(text)
    names.organization_keys(text)
    assert 0.0 <= names.is_chinese(text) <= 1.0
    assert names.exact_keys(text) <= names.slip_keys(text)
    names.initial_keys(text)


@given(FORMS, FORMS)
@settings(max_examples=200, deadline=None)
def test_exact_forms_share_a_key(left, right):
    if names.tier(left, right) == "exact":
        assert names.exact_keys(left) & names.exact_keys(right)


@given(FAMILY, SYLLABLE, SYLLABLE)
@settings(max_examples=200, deadline=None)
def test_every_system_spells_the_same_name(family, first, second):
    """A hidden name written by each system's rule is found again in every pair of systems."""
    joined = first + second
    pinyin = f"{family.capitalize()} {joined.capitalize()}"
    systems = ("pinyin", "palladius", "pinyin, hyphened", "pinyin, capitals")
    spelt = [variant.text for variant in names.variants(pinyin) if variant.system in systems]
    if names.is_chinese(pinyin) < 0.3 or names.syllables(pinyin) != (family, first, second):
        return
    assert spelt
    for form in spelt:
        assert names.tier(pinyin, form) == "exact", form


@given(
    st.lists(st.sampled_from(["Wang Mingliang", "Ван Минлян", "LI WEI", "Иванов Иван Иванович", "Chen Yu"]), min_size=1)
)
def test_block_keys_hold_the_exact_keys(forms):
    places, keys = names.block_keys(forms)
    assert len(places) == len(keys)
    for place, form in enumerate(forms):
        assert {key for at, key in zip(places, keys, strict=True) if at == place} >= names.exact_keys(form)


@pytest.mark.parametrize("syllable", SYLLABLES)
def test_each_syllable_comes_back_from_each_system(syllable):
    form = palladius()[syllable]
    for word, cyrillic in ((syllable, False), (form, True), (ukrainian(form), True)):
        assert any(syllable in dict(cut.syllables[0]) for cut in cuts(word, cyrillic) if len(cut.syllables) == 1), word
    for word in romanisations(form):
        found = [dict(cut.syllables[0]) for cut in cuts(word, False, taiwan=True) if len(cut.syllables) == 1]
        assert any(syllable in held for held in found), word
    giles = wade_giles_form(syllable).replace("'", "")
    found = [dict(cut.syllables[0]) for cut in cuts(giles, False, taiwan=True) if len(cut.syllables) == 1]
    assert any(syllable in held for held in found), giles


def test_palladius_back_is_one_to_one_but_for_lo():
    seen: dict[str, list[str]] = {}
    for syllable, form in palladius().items():
        seen.setdefault(form, []).append(syllable)
    assert [held for held in seen.values() if len(held) > 1] == [["lo", "luo"]]


@pytest.mark.parametrize(
    "form", ["WANG MINGLIANG", "Ван Минлян", "WANG MING LIANG", "ИВАНОВ ИВАН ИВАНОВИЧ", "Chen Yu", "Чжоу Цзюнь"]
)
def test_the_short_way_gives_what_the_long_way_gives(form, monkeypatch):
    short = frozenset(quick_keys(form) or ())
    monkeypatch.setattr(module, "quick_keys", lambda text: None)
    assert short == module.exact_keys.__wrapped__(form)


@given(st.sampled_from(SYLLABLES), st.sampled_from(SYLLABLES), st.sampled_from(SYLLABLES), st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_any_plain_word_has_the_keys_of_the_long_way(family, first, second, russian, spaced):
    table = palladius() if russian else {syllable: syllable for syllable in SYLLABLES}
    given = [table[first].capitalize(), table[second].capitalize()] if spaced else [table[first] + table[second]]
    form = " ".join((table[family].capitalize(), *(part.capitalize() for part in given)))
    short = quick_keys(form)
    assert short is None or set(short) == {key for key in module._careful_keys(form) if key.startswith("zh:")}


@pytest.mark.parametrize("form", ["WANG YULAN", "Ван Юлань", "Wang Yulian", "Zhang Hanjia", "Чжан Янтин", "У Хао"])
def test_a_chinese_name_that_sounds_like_a_russian_one_is_chinese(form):
    assert names.is_chinese(form) > 0.9
    assert all(key.startswith("zh:") for key in names.exact_keys(form))


@pytest.mark.parametrize("form", ["Anna Li", "Юлиан Ли", "Wang Ilya", "Диана Ван", "Dima Li", "Sasha Li"])
def test_a_listed_given_name_is_hardly_chinese(form):
    assert names.is_chinese(form) < 0.3


def test_a_hard_sign_in_a_passport_tells_ng_from_n():
    """ICAO 9303 writes ъ as ie: Чжунъянь is Chzhunieian, Чжуньянь would be Chzhunian."""
    assert names.compare("Xie Lingyun", "Se Linieiun").score > names.compare("Xie Lingyun", "Se Liniun").score
    assert names.compare("Xie Linyun", "Se Liniun").score > 0.8
    assert names.compare("Xie Linyun", "Se Linieiun").score < 0.2


@pytest.mark.parametrize(
    "text", ["слово " * 5000, "wangli" * 2000, "a, b / c a.k.a. d" * 500, "x'" * 3000, "Li-" * 2000]
)
def test_a_broken_cell_costs_little(text):
    start = time.process_time()
    names.slip_keys(text)
    names.compare(text, "Ван Минлян")
    names.compare(text, text + "z", "Organization")
    names.block_keys([text])
    assert time.process_time() - start < 2.0


@pytest.mark.parametrize(
    "written",
    [
        "Ива\u200bнов Се\u00adргей", "ИвановСергей", "\u202aИванов\u202c Сергей", "Иванoв Сeргей", "ИBAHOB CEPГEЙ",
        "г-н Иванов Сергей", "Mr. Иванов Сергей",
    ],  # fmt: skip
)
def test_marks_within_words_and_lost_blanks_change_nothing(written):
    assert names.exact_keys(written) == names.exact_keys("Иванов Сергей")


def test_initials_typed_on_the_other_keyboard_are_initials():
    assert names.tier("Петров A.B.", "Петров Андрей Викторович") == "initial"
    assert names.tier("Mr. Ivan Petrov", "Петров Иван") == "exact"
    assert names.sound_keys("王　明亮") & names.sound_keys("Wang Mingliang")
