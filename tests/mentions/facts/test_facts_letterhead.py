from __future__ import annotations

import pytest
from fact_papers import facts_on, letter, only, page_of

from corrobora.model.facts import LetterFact

UKRAINIAN = """ДЕРЖАВНЕ ПІДПРИЄМСТВО «СТЕПОВИЙ МОТОРНИЙ ЗАВОД»
Вих. № 45/7-318 від «12» травня 2022 р.
Директору ТОВ «Лиманські авіалінії»
На № 14/22-К від 03.05.2022
Про прийом делегації
Додаток: список делегації на 1 арк.
Генеральний директор                         В. І. Мороз
"""
ENGLISH = """Jinlong Aviation Equipment Co., Ltd.
Our ref: JLA/2023/118
Date: 14 March 2023
Received 17 March 2023 No. 88
To: Director General, Irtysh Engine Works JSC
Further to your letter No. IEW-77/23 of 2 March 2023 please find enclosed the list.
Enclosure: delegation_list_april.xlsx
"""
CHINESE = """东海航空技术进出口公司
文号:东航技函〔2023〕52号
2023年8月1日
收文日期:2023年8月9日
关于派团访问的函
附件:代表团名单1份
"""
RUSSIAN = """ВХОДЯЩИЙ № 612
07.05.2022
от 3 мая 2022 года № 17-04/882
В ответ на запрос № АБ-22/05 от 21.04.2022
Руководителю ФГУП «Сибирский приборный завод»
"""


@pytest.mark.parametrize(
    ("text", "number", "written", "received", "reply_to"),
    [
        (UKRAINIAN, "45/7-318", "2022-05-12", None, ("14/22-К",)),
        (ENGLISH, "JLA/2023/118", "2023-03-14", "2023-03-17", ("IEW-77/23",)),
        (CHINESE, "东航技函〔2023〕52号", "2023-08-01", "2023-08-09", ()),
        (RUSSIAN, "17-04/882", "2022-05-03", "2022-05-07", ("АБ-22/05",)),
    ],
)
def test_own_number_and_dates_are_kept_apart_from_the_stamp_and_the_cited_letter(
    text, number, written, received, reply_to
):
    found = letter(text)
    assert (found.number, found.written, found.received, found.reply_to) == (number, written, received, reply_to)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ПРОТОКОЛ\nпереговоров\nСамара, 5 мая 2021 г.", "minutes"),
        ("ПРОТОКОЛ РОБОЧОЇ ЗУСТРІЧІ № 4", "minutes"),
        ("会谈纪要\n时间:2022年11月16日", "minutes"),
        ("MINUTES OF MEETING\nKazan, 7 September 2023", "minutes"),
        ("ПРОГРАМА\nперебування делегації", "programme"),
        ("接待日程\n2023年9月4日", "programme"),
        ("代表团名单\n1. 刘海涛", "list"),
        ("LIST OF THE DELEGATION\n1 LIU Haitao", "list"),
        ("РАХУНОК-ФАКТУРА № СФ-0012", "invoice"),
        ("形式发票\n发票编号:HX-1", "invoice"),
        ("ПЛАТІЖНА ІНСТРУКЦІЯ № 1204", "payment_order"),
        ("PAYMENT ORDER No. 5521", "payment_order"),
        ("УПАКОВОЧНЫЙ ЛИСТ № 5", "packing_list"),
        ("ДОГОВОР ПОСТАВКИ № 8-П", "contract"),
        ("采购合同\n合同编号:DH-1", "contract"),
        ("ПРОЄКТ\nКОНТРАКТ № УК-7/23", "draft_contract"),
        ("DRAFT version 2\nCONTRACT No. 5-K", "draft_contract"),
        ("合同草案\n采购合同", "draft_contract"),
        ("СЛУЖБОВА ЗАПИСКА\nвід 03.02.2022", "memo"),
        ("ИНФОРМАЦИОННАЯ СПРАВКА", "note"),
        ("НАКАЗ № 4", "order"),
        ("Сторона просит организовать приём делегации", "request"),
        ("Доручаю забезпечити прийом делегації", "instruction"),
        ("请你单位做好接待工作。", "instruction"),
        ("Сегодня хорошая погода", "other"),
    ],
)
def test_type_is_told_by_heading_or_phrase(text, kind):
    assert letter(text).type == kind


def test_mail_is_known_by_its_headers():
    found = letter(
        "Коллеги, добрый день", metadata={"from": "A <a@b.example>", "to": "c@d.example", "date": "2023-07-25T16:41:00"}
    )
    assert (found.type, found.written, found.sender) == ("mail", "2023-07-25", "A <a@b.example>")


def test_files_are_announced_without_the_words_before_them():
    text = "В приложении смета, файл smeta_2.xlsx. Please see the programme (visit_plan.docx)."
    assert letter(text).attachments == ("smeta_2.xlsx", "visit_plan.docx")


@pytest.mark.parametrize("stated", ["Отчёт, стр. 4 из 5", "Page 4 of 5", "стор. 4 з 5", "第4页 共5页", "共5页 第4页"])
def test_stated_page_numbers(stated):
    pages = [page_of("Отчёт\nстр. 1 из 5"), page_of(f"Текст\n{stated}", page=2)]
    assert only(LetterFact, facts_on(*pages))[0].page_numbers == ((1, 1, 5), (2, 4, 5))


def test_a_number_in_the_text_is_not_the_papers_own():
    assert letter("ПРОТОКОЛ встречи\nПетров А.А. — начальник цеха № 4, ООО «Ветер»").number is None


def test_number_and_date_alone_on_a_line():
    found = letter("ПРИКАЗ\n12 сентября 2022 г.                      № 311\nО приёме делегации")
    assert (found.number, found.written, found.subject) == ("311", "2022-09-12", "О приёме делегации")
