from __future__ import annotations

import pytest
from fact_papers import facts_in, facts_on, only, page_of, place_mention

from corrobora.model.facts import Modality, VisitFact


def visits(text: str, **more: object) -> list[VisitFact]:
    return only(VisitFact, facts_in(text, **more))


UKRAINIAN_REQUEST = """Вих. № 45/7-318 від 12 травня 2022 р.
ЗАПИТ
Просимо прийняти делегацію Китайської Народної Республіки у складі 4 осіб на чолі з
підполковником Чжао Ліном з 6 по 11 червня 2022 року.
Місце проведення: м. Харків, ТОВ «Лиманські авіалінії».
Мета візиту: огляд двигунів та обговорення умов ремонту.
"""
ENGLISH_REQUEST = """Our ref: JLA/2023/118
Date: 14 March 2023
We kindly request you to receive a delegation of seven persons headed by Senior Colonel Liu Haitao
from 17 to 22 April 2023. Place of visit: Omsk, Irtysh Engine Works JSC.
Purpose of the visit: inspection of the test bench.
"""
CHINESE_REQUEST = """文号:东航技函〔2023〕52号
2023年8月1日
请求接待由李国强大校率领的代表团,共8人,时间:2023年9月4日至9月9日,地
点:喀山。目的:考察发动机维修生产线。
"""
RUSSIAN_ORDER = """ПРИКАЗ
12 сентября 2022 г.                      № 311
В соответствии с письмом № QS/22-190 от 30 августа 2022 г. приказываю:
1. Принять в период 3–8 октября 2022 г. на предприятии (г. Самара) делегацию из КНР численностью 9 (девять) человек.
Руководитель делегации: г-н Чжоу Мин.
"""


@pytest.mark.parametrize(
    ("text", "start", "end", "place", "size", "leader", "asked", "modality"),
    [
        (UKRAINIAN_REQUEST, "2022-06-06", "2022-06-11", "Харків", 4, "Чжао Лін", "45/7-318", Modality.REQUESTED),
        (ENGLISH_REQUEST, "2023-04-17", "2023-04-22", "Omsk", 7, "Liu Haitao", "JLA/2023/118", Modality.REQUESTED),
        (CHINESE_REQUEST, "2023-09-04", "2023-09-09", "喀山", 8, "李国强", "东航技函〔2023〕52号", Modality.REQUESTED),
        (RUSSIAN_ORDER, "2022-10-03", "2022-10-08", "Самара", 9, "Чжоу Мин", "QS/22-190", Modality.PLANNED),
    ],
)
def test_period_place_size_leader_and_request(text, start, end, place, size, leader, asked, modality):  # noqa: PLR0917
    (visit,) = visits(text)
    assert (visit.start, visit.end, visit.places, visit.size) == (start, end, (place,), size)
    assert (visit.leader, visit.request, visit.modality) == (leader, asked, modality)


def test_purpose_and_hosts_stand_behind_their_labels():
    (visit,) = visits(UKRAINIAN_REQUEST)
    assert visit.organizations == ("ТОВ «Лиманські авіалінії»",)
    assert visit.purpose == "огляд двигунів та обговорення умов ремонту"


def test_the_two_languages_of_a_request_tell_one_visit():
    text = """№ QS-7/23
31 января 2023 г.
Китайская сторона просит организовать приём делегации численностью 6 человек под
руководством полковника Сунь Вэйго в период с 10 марта 2023 г. по 14 марта 2023 г. Место: г. Самара,
АО «Волжский приборный завод». Цель: осмотр станков.
中方请求接待由上校孙卫国率领的代表团,共 6 人,时间:2023 年 3 月 10 日至 2023 年 3 月 14 日,地点:
萨马拉。目的:察看机床。
"""
    (visit,) = visits(text)
    assert visit.places == ("Самара", "萨马拉")
    assert (visit.start, visit.end, visit.size, visit.leader, visit.delegation) == (
        "2023-03-10",
        "2023-03-14",
        6,
        "Сунь Вэйго",
        "cn",
    )


def test_visit_of_ones_own_people_abroad():
    text = (
        "ПОРУЧЕНИЕ № 9/1 от 06.03.2024\nПоручаю обеспечить командирование специалистов в г. Пекин в период с "
        "09.04.2024 по 13.04.2024."
    )
    (visit,) = visits(text)
    assert (visit.places, visit.start, visit.end) == (("Пекин",), "2024-04-09", "2024-04-13")


@pytest.mark.parametrize(
    "text",
    [
        "Сообщаем, что визит китайской делегации (запрос № QD-2024/11), запланированный с 12.03.2024 по "
        "16.03.2024, отменён.",
        "Повідомляємо, що візит делегації КНР за запитом № QD-2024/11 з 12.03.2024 по 16.03.2024 скасовано.",
        "The visit of the Chinese delegation (request No. QD-2024/11) planned for 12-16 March 2024 has been cancelled.",
        "原定于2024年3月12日至3月16日的代表团访问因故取消(来函QD-2024/11)。",
    ],
)
def test_cancelled_visits(text):
    (visit,) = visits(text)
    assert (visit.start, visit.end, visit.request, visit.modality) == (
        "2024-03-12",
        "2024-03-16",
        "QD-2024/11",
        Modality.CANCELLED,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Визит делегации по запросу QS/22-190 переносится с 3–8 октября 2022 г. на 14–19 ноября 2022 г.",
        "The visit of the delegation planned for 3-8 October 2022 has been postponed to 14-19 November 2022.",
        "代表团访问时间由2022年10月3日至10月8日推迟至2022年11月14日至11月19日。",
    ],
)
def test_a_postponed_visit_keeps_the_new_days_only(text):
    given_up, kept = visits(text)
    assert (given_up.start, given_up.modality) == ("2022-10-03", Modality.CANCELLED)
    assert (kept.start, kept.end, kept.modality) == ("2022-11-14", "2022-11-19", Modality.PLANNED)


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (
            "ПРОТОКОЛ РАБОЧЕЙ ВСТРЕЧИ\nг. Самара, 7 октября 2022 г.\nОт китайской стороны: полковник Сунь Вэйго\n",
            "2022-10-07",
            "Самара",
        ),
        (
            "ПРОТОКОЛ РОБОЧОЇ ЗУСТРІЧІ № 4\nм. Харків          9 червня 2022 р.\nПрисутні від китайської "
            "сторони:\nінженер Чжао Лін\n",
            "2022-06-09",
            "Харків",
        ),
        ("会谈纪要\n时间:2022年11月16日\n地点:太原\n中方参加人员:赵海涛 上校\n", "2022-11-16", "太原"),
    ],
)
def test_minutes_say_that_the_visit_was_going_on(text, day, place):
    (visit,) = visits(text)
    assert (visit.held_on, visit.places, visit.modality) == (day, (place,), Modality.HAPPENED)


def test_where_the_next_round_will_be_is_not_where_minutes_were_taken():
    text = (
        "会议纪要\n时间:2023年4月12日\n地点:太原\n中方参加人员:刘华超(副总经理)\n二、双方同意于9月在圣彼得堡举行下一轮会谈。\n"
    )
    (visit,) = visits(text)
    assert "圣彼得堡" not in visit.places
    elsewhere = visits(text.replace("地点:太原\n", ""))
    assert all("圣彼得堡" not in one.places for one in elsewhere)


def test_a_report_in_prose():
    page = page_of(
        "Служебная записка\nС 3 по 8 октября 2022 года в Самаре находилась делегация завода в составе девяти "
        "человек. Делегация посетила цех."
    )
    (visit,) = only(VisitFact, facts_on(page, mentions=[place_mention(page, "Самаре", "Самара")]))
    assert (visit.start, visit.end, visit.places, visit.size, visit.modality) == (
        "2022-10-03",
        "2022-10-08",
        ("Самара",),
        9,
        Modality.HAPPENED,
    )


def test_a_news_page_tells_a_day():
    page = page_of(
        "Delegation visits the plant\n5 October 2022\nOn 4 October 2022 a delegation visited the plant in Samara.",
        document="web/news.html",
    )
    (visit,) = only(VisitFact, facts_on(page, mentions=[place_mention(page, "Samara", "Samara")]))
    assert (visit.held_on, visit.places, visit.modality) == ("2022-10-04", ("Samara",), Modality.HAPPENED)


def test_a_mail_with_the_days_alone():
    metadata = {"from": "A <a@b.example>", "to": "c@d.example", "message_id": "1"}
    (visit,) = visits(
        "Направляю программу. Запрос QS/22-190, делегацию возглавляет Чжоу Мин, всего 9 человек.\nСрок: "
        "03.10.2022 - 08.10.2022.",
        metadata=metadata,
    )
    assert (visit.start, visit.end, visit.request, visit.size) == ("2022-10-03", "2022-10-08", "QS/22-190", 9)


@pytest.mark.parametrize(
    "text",
    ["Предоставить отпуск Зайцеву М.И. с 05.04.2023 по 19.04.2023.", "График дежурств с 01.03.2023 по 07.03.2023"],
)
def test_other_periods_are_no_visits(text):
    assert visits(text) == []


def test_the_city_of_the_letterhead_is_not_the_place_of_the_visit():
    (visit,) = visits("69068, м. Запоріжжя, вул. Моторна, 4\n" + UKRAINIAN_REQUEST)
    assert visit.places == ("Харків",)


def test_several_cities_after_one_word():
    text = (
        "№ 2023-0451\nПосольство имеет честь просить о содействии в организации визита делегации КНР "
        "в города Казань и Самара с 12 по 18 июня 2023 года."
    )
    (visit,) = visits(text)
    assert (visit.places, visit.modality) == (("Казань", "Самара"), Modality.REQUESTED)
