from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corrobora import names


def test_what_the_papers_say_joins_names_without_a_common_sound():
    known = names.Aliases().joined("阳光重工集团", "Brightmile Heavy Group")
    assert names.compare("阳光重工集团", "Brightmile Heavy Group", "Organization").score < 0.5
    found = names.compare("阳光重工集团", "BRIGHTMILE HEAVY GROUP", "Organization", known)
    assert found.score > 0.95
    assert any("papers" in reason for reason in found.reasons)


def test_an_acronym_is_looked_behind():
    known = names.Aliases().joined("Северное конструкторское бюро точных приборов", "СКБТП")
    english = "Northern Design Bureau of Precision Instruments"
    with_table = names.compare("SKBTP", english, "Organization", known)
    assert with_table.bits > names.compare("SKBTP", english, "Organization").bits + 3
    assert any("also" in reason for reason in with_table.reasons)


def test_a_form_of_two_bearers_decides_nothing():
    known = names.Aliases().joined("Заря", "Завод резиновых изделий").joined("Заря", "Зерновой альянс")
    found = names.compare("Заря", "Зерновой альянс", "Organization", known)
    assert found.undecidable
    assert found.score < 0.9
    assert names.compare("Завод резиновых изделий", "Зерновой альянс", "Organization", known).score < 0.25


def test_people_have_other_names_too():
    known = names.Aliases().joined("Игорь Лопухов", "Седой")
    assert names.compare("Лопухов Игорь", "Седой", aliases=known).score > 0.9
    assert names.compare("Лопухов Степан", "Седой", aliases=known).score < 0.25


def test_aliases_are_a_value():
    empty = names.Aliases()
    assert empty.joined("A", "B").groups == (("A", "B"),)
    assert empty.joined("A", "A") == empty == names.Aliases()


@settings(deadline=None)  # the first example loads the tables
@given(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_aliases_keep_the_order_of_arguments_out(one, two, three):
    known = names.Aliases().joined(one, two).joined(two, three)
    for schema in ("Person", "Organization"):
        assert names.compare(one, three, schema, known) == names.compare(three, one, schema, known)
    names.introduced(one + "(" + two + ")" + three)


def test_short_names_that_a_text_introduces():
    text = "Уральское бюро точных приборов (далее — «УБТП») и Institute of Polar Metals (IPM) подписали."
    assert names.introduced(text) == (
        ("Уральское бюро точных приборов", "УБТП"),
        ("Institute of Polar Metals", "IPM"),
    )
    chinese = names.introduced("华锦重型机械有限公司（以下简称“华锦重机”）")
    assert chinese == (("华锦重型机械有限公司", "华锦重机"),)
    assert names.introduced("Приехал вчера (Москва), завод (СССР) и станок (ГОСТ)") == ()


def test_a_name_is_commoner_in_a_passport_than_in_characters():
    shares = names.commonness("王敏").by_system
    assert shares["icao"] > shares["palladius"]
    assert names.commonness("VAN MIN").hidden > 1 == names.commonness("Wang Mingliang").hidden
    assert names.commonness("Wang Wei").share > names.commonness("Kuang Mingliang").share


def test_a_set_outweighs_the_general_shares():
    rare, crowd = "Kuang Mingliang", [f"Li {given}" for given in ("Wei", "Na", "Jun", "Tao")] * 250
    before = names.commonness(rare, names.count_names(crowd))
    after = names.commonness(rare, names.count_names([*crowd, *["Куан Минлян"] * 200]))
    assert before.seen == 0
    assert after.seen == 200
    assert after.share > 50 * before.share
    assert after.expected > 100


def test_what_cannot_be_told_apart_is_said_only_where_it_is_so():
    assert names.compare("VAN TAO", "Wang Tao").undecidable
    assert names.compare("VAN TAO", "Wan Tao").undecidable
    assert not names.compare("Ван Тао", "Wang Tao").undecidable
    assert not names.compare("Вань Тао", "万涛").undecidable
    assert not names.compare("Овсянников Игорь", "Igor Ovsyannikov").undecidable
