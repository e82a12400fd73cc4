from __future__ import annotations

import pytest

from corrobora import names
from corrobora.names.pairs import schema_of
from corrobora.names.regional import regional_match
from corrobora.names.transcription import transcription_bits

SAME = [
    ("单国强", "Shan Guoqiang"),
    ("欧阳俊", "Оуян Цзюнь"),
    ("呂偉", "LYU WEI"),
    ("呂偉", "Lü Wei"),
    ("曾庆明", "Цзэн Цинмин"),
    ("Xi'an Li", "Ли Сиань"),
    ("Чжао Жунцзе", "Zhao Rongjie"),
    ("Чжао Деминг", "ZHAO DEMING"),
    ("Дэн Дехуай", "Deng Dehuai"),
    ("Ден Дехуай", "邓德怀"),
    ("Лі Цзіньлун", "Li Jinlong"),
    ("TSZIAN VEI", "Jiang Wei"),
    ("陳志強", "Chan Chi-keung"),
    ("张国明", "Chang Kuo-ming"),
    ("李 伟", "Wei Li"),
    ("Овсянников Игорь Валерьевич", "Igor Ovsyannikov"),
    ("Кузьмина Игоря Петровича", "Kuz'min Igor'"),
    ("Щербаков Пётр", "Shcherbakov Petr"),
    ("Микола Шевченко", "Николай Шевченко"),
    ("Сергій Ковальчук", "Serhii Kovalchuk"),
    ("Ганна Сидоренко", "Анна Сидоренко"),
    ("弗拉基米尔·库兹涅佐夫", "Кузнецов Владимир Иванович"),
    ("德米特里·索科洛夫", "Dmitry Sokolov"),
    ("奥尔嘉·康斯坦丁诺芙娜", "Ольга Константиновна"),
    ("Fan Zhongyan", "Fan Chzhunieian"),
]
OTHER = [
    ("王明亮", "Wang Minglian"),
    ("王明亮", "Wan Mingliang"),
    ("李伟", "Li Wen"),
    ("Чжан Цян", "Zhang Qian"),
    ("Иванов Сергей Петрович", "Иванов Сергей Павлович"),
    ("Игорь Чайкин", "Артём Чайкин"),
    ("Иванов Иван", "Петров Иван"),
    ("弗拉基米尔·库兹涅佐夫", "Кузнецов Сергей Иванович"),
    ("陳志強", "Lam Wai-man"),
    ("米哈伊尔·古列维奇", "Фокин Михаил Михайлович"),
]
ONE_FIRM = [
    ("ООО «Вектор-7»", "Vektor 7 LLC"),
    ("АО «360 авиационный ремонтный завод»", "Joint Stock Company 360 Aviation Repair Plant"),
    ("НПО «Заря»", "Научно-производственное объединение «Заря»"),
    ("Корпорация тяжёлого машиностроения «Хуацзинь»", "Huajin Heavy Industry Group"),
    ("华锦重工集团公司", "Huajin Heavy Industry Group"),
    ("卡林托（天津）国际贸易有限公司", "Kalinto Tianjin International Trade Co., Ltd."),
    ("ТОВ «Дніпромаш»", "Dnipromash LLC"),
    ("深圳市華威電子有限公司", "深圳华威电子有限公司"),
]
TWO_FIRMS = [
    ("360 АРЗ", "260 АРЗ"),
    ("Завод № 2", "Завод № 12"),
    ("АО «Рязанский приборный завод»", "АО «Казанский приборный завод»"),
    ("ООО «Гранит»", "ООО «Базальт»"),
    ("华锦重工集团公司", "华龙重工集团公司"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_name(left, right):
    found = names.compare(left, right)
    assert found.score > 0.5, found
    assert found.bits > 0
    assert found.reasons


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_another_name(left, right):
    found = names.compare(left, right)
    assert found.score < 0.25, found
    assert names.tier(left, right) != "exact"


@pytest.mark.parametrize(("left", "right"), ONE_FIRM)
def test_one_organisation(left, right):
    assert names.compare(left, right, "Organization").score > 0.5, names.compare(left, right, "Organization")


@pytest.mark.parametrize(("left", "right"), TWO_FIRMS)
def test_two_organisations(left, right):
    assert names.compare(left, right, "Organization").score < 0.25, names.compare(left, right, "Organization")


def test_what_a_script_cannot_tell_apart_is_said():
    found = names.compare("汪敏", "VAN MIN")
    assert found.undecidable
    assert any("cannot be told apart" in reason for reason in found.reasons)
    assert not names.compare("王敏", "Ван Минь").undecidable


def test_a_misspelt_word_is_a_slip():
    for slip in ("WNAG MINGLIANG", "Ван Минлня", "WANG MINGLIAGN", "Ван Минлянь"):
        assert names.tier("Wang Mingliang", slip) == "slip", slip
    assert names.tier("Овсянников Игорь", "Овсяников Игорь") == "exact"
    assert names.tier("Ковальчук Игорь", "Ковальчик Игорь") == "slip"


def test_canonical_readings_are_weighted():
    readings = names.canonical("VAN MIN")
    assert sum(weight for *_, weight in readings) == pytest.approx(1.0)
    assert {family for family, *_ in readings} >= {"wang", "wan"}
    assert names.canonical("Wang Mingliang")[0][:2] == ("wang", "mingliang")
    assert names.canonical("Микола Шевченко")[0][:2] == names.canonical("Nikolai Shevchenko")[0][:2]


def test_a_hint_decides_the_lemma():
    assert names.lemma("Овсянникова И.В.") == "Овсянников И.В."
    assert names.lemma("Овсянникова И.В.", hint="Овсянникова Ирина Владимировна") == "Овсянникова И.В."
    assert names.lemma("Толстой Лев Николаевич") == "Толстой Лев Николаевич"
    assert names.lemma("Шевченка Тараса Григоровича") == "Шевченко Тарас Григорович"


def test_variants_cover_every_system_in_both_orders():
    held = {variant.text for variant in names.variants("Ван Минлян")}
    assert held >= {"Wang Mingliang", "Mingliang Wang", "WANG MINGLIANG", "Ван Мінлян", "Van Minlian", "Van Minlyan"}


def test_hong_kong_is_decided_by_the_characters():
    exact = regional_match("陳志強", "Chan Chi-keung")
    western = regional_match("陳志強", "Peter Chan")
    assert exact is not None
    assert western is not None
    assert exact.bits > western.bits > 0
    assert regional_match("陳志強", "Wong Tai-man") is None


def test_transcriptions_are_scored_by_sound():
    assert transcription_bits("库兹涅佐夫", "Кузнецов") > 8
    assert transcription_bits("库兹涅佐夫", "Kuznetsov") > 8
    assert transcription_bits("库兹涅佐夫", "Петренко") < 0


def test_rows_keep_their_columns():
    rows = list(names.score_rows([{"left": "A", "right": "B", "schema": "Company", "id": "7"}]))
    assert rows[0]["id"] == "7"
    assert 0.0 <= float(rows[0]["score"]) <= 1.0
    assert schema_of({"schema": "Organization"}) == "Organization"
    assert schema_of({}) == "Person"


def test_organisation_keys_meet_across_scripts():
    for left, right in ONE_FIRM[:2] + ONE_FIRM[3:5]:
        assert names.organization_keys(left) & names.organization_keys(right), (left, right)
