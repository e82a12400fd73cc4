"""Papers of other offices: cards, columns of sides, forms whose labels stand below, signed amounts, labelled terms."""

from __future__ import annotations

from decimal import Decimal

import pytest
from fact_papers import facts_in, facts_on, grid_page, letter, names, only, person

from corrobora.model.facts import Appearance, ContractFact, MeetingFact, TradeFact, VisitFact


def contract(text: str) -> ContractFact:
    return only(ContractFact, facts_in(text))[0]


def test_cards_name_each_person_with_what_stands_on_his_card():
    facts = facts_in("""АНКЕТЫ УЧАСТНИКОВ
Фамилия: Ню
Имя: Дапэн
По-китайски: 牛大鹏
Дата рождения: 04.07.1971
Паспорт: PE1112223
Фамилия: Гэ
Имя: Лянь
По-китайски: 葛莲
Должность: инженер
""")
    first = person(facts, "牛大鹏")
    assert (first.birth_date, first.document_number, first.side) == ("1971-07-04", "PE1112223", "delegation")
    second = person(facts, "葛莲")
    assert (second.birth_date, second.document_number, second.title) == (None, None, "инженер")
    assert letter("АНКЕТА\nФамилия: Ню\nИмя: Дапэн\nДата рождения: 04.07.1971\n").written is None


def test_columns_of_sides_tell_who_is_a_guest():
    page = grid_page(
        [["Russian side", "Chinese side"], ["Oleg Dubov, Chief Engineer", "Niu Dapeng 牛大鹏, Colonel"], ["", "Ge Lian, Engineer"]],
        above="MINUTES OF MEETING\nPerm, 3 March 2021",
    )
    facts = facts_on(page)
    assert person(facts, "Oleg Dubov").side == "host"
    assert (person(facts, "Niu Dapeng").side, person(facts, "Niu Dapeng").title) == ("delegation", "Colonel")
    assert person(facts, "Ge Lian").side == "delegation"


def test_the_end_of_one_line_and_the_name_that_begins_the_next_are_no_name():
    facts = facts_in("""MINUTES
Perm, 3 March 2021
Present for the Chinese side:
Niu Dapeng, Colonel, Third Training Base
Fang Lian, Engineer, Third Training Base
""")
    assert ("Fang Lian",) in names(facts)
    assert not any("Base" in form for found in names(facts) for form in found)


@pytest.mark.parametrize(
    ("line", "months", "last"),
    [
        ("Срок поставки — 18 месяцев с даты первого платежа.", 18, None),
        ("Строк поставки — 90 календарних днів з дати підписання Договору.", None, "2021-06-01"),
        ("Delivery: Q2 2022.", None, "2022-06-30"),
        ("Срок поставки: 15 мая 2022 г.", None, "2022-05-15"),
    ],
)
def test_terms_under_a_label_without_a_verb(line, months, last):
    own = contract(f"ДОГОВОР ПОСТАВКИ № ПН-7/21\nг. Пермь, 3 марта 2021 г.\nОбщая стоимость — 100 000 руб.\n{line}\n")
    assert [(d.latest_months, d.latest) for d in own.deliveries] == [(months, last)]


def test_terms_of_items_before_a_dash():
    own = contract("""КОНТРАКТ № ПН-7/21
г. Пермь, 3 марта 2021 г.
Сроки поставки:
Станция «Луч» — до 18 месяцев от даты первого платежа;
Антенна А-2 — от 6 до 9 месяцев от даты первого платежа;
""")
    told = [(d.item, d.earliest_months, d.latest_months) for d in own.deliveries]
    assert told == [("Станция «Луч»", None, 18), ("Антенна А-2", 6, 9)]


def test_the_sum_of_an_instalment_stands_behind_its_share():
    own = contract("""ДОГОВІР № 5-К
м. Харків, 3 березня 2021 р.
Загальна вартість договору — 100 000 дол. США.
30 % вартості, тобто 30 000 дол. США, сплачується до 31 березня 2021 року.
""")
    assert [(p.share, p.amount.amount, p.due) for p in own.payments if p.amount] == [("30", 30000, "2021-03-31")]


def test_a_number_registered_below_the_text_is_the_contract_s():
    own = contract("ДОГОВОР ПОСТАВКИ\nЦена договора: 100 000 руб.\nЗарегистрирован за № ПН-7/21, дата подписания 03.03.2021\n")
    assert (own.number, own.signed) == ("ПН-7/21", "2021-03-03")


def test_an_edition_s_number_is_not_the_contract_s():
    own = contract("合同草案(第2稿,2024年6月20日)\n合同号:ПН-7/21\n卖方:北方公司  买方:南方贸易公司\n")
    assert (own.number, own.status, set(own.parties)) == ("ПН-7/21", "draft", {"北方公司", "南方贸易公司"})


def test_file_names_are_no_numbers_of_contracts():
    assert only(ContractFact, facts_in("Контракт_ПН-7-21.docx\nПриложение 1.xlsx\n", document="a.zip")) == []


def test_payment_order_whose_labels_stand_below():
    page = grid_page(
        [
            ["ИНН 7700000001", "КПП 1", "Сумма", "120000-00"], ["ООО «Ветер»", "", "Сч. №", "40702810000000000011"], ["Плательщик", "", "", ""],
            ["ИНН 7700000002", "КПП 2", "Сч. №", "40702810000000000022"], ["АО «Парус»", "", "", ""], ["Получатель", "", "", ""],
            ["Оплата за насосы, 3 шт.", "", "", ""], ["Назначение платежа", "", "", ""],
        ],
        above="0401060\nПЛАТЕЖНОЕ ПОРУЧЕНИЕ № 12      03.03.2021      электронно",
    )  # fmt: skip
    paid = only(TradeFact, facts_on(page))[0]
    assert (paid.buyer, paid.supplier, paid.date) == ("ООО «Ветер»", "АО «Парус»", "2021-03-03")
    assert paid.total is not None and (paid.total.amount, paid.total.currency) == (120000, "RUB")


def test_statement_with_one_signed_column():
    page = grid_page(
        [
            ["Дата", "Контрагент", "Сумма", "Назначение платежа"],
            ["20.05.2022", "АО «Парус»", "+2600000.00", "Оплата по счёту № 77"],
            ["26.05.2022", "ООО «Ветер»", "-12000.00", "Аренда"],
        ],
        above="Выписка по счёту ООО «Дельта»",
    )
    told = [(f.buyer, f.supplier, f.total and f.total.amount) for f in only(TradeFact, facts_on(page))]
    assert told == [("АО «Парус»", "ООО «Дельта»", Decimal(2600000)), ("ООО «Дельта»", "ООО «Ветер»", Decimal(12000))]


def test_statement_in_the_exchange_form_of_banks():
    told = facts_in("""1CClientBankExchange
СекцияДокумент=Платежное поручение
Номер=4
Дата=28.04.2024
Сумма=51814.60
Плательщик=ООО «Дельта»
Получатель=АО «Парус»
НазначениеПлатежа=Оплата по счёту № 77
КонецДокумента
КонецФайла
""")
    paid = only(TradeFact, told)[0]
    assert (paid.buyer, paid.supplier, paid.date, paid.reference) == ("ООО «Дельта»", "АО «Парус»", "2024-04-28", "77")
    assert paid.total is not None and str(paid.total.amount) == "51814.60"


def test_a_payment_told_in_a_mail():
    told = facts_in(
        "25.08.2024 АО «Парус» перечислило ООО «Ветер» 8 000 000 руб. за 100 шт. БПЛА «Стриж-1» для в/ч 71999.\n",
        metadata={"from": "a@b.example", "to": "c@d.example", "subject": "Оплата", "date": "2024-08-25T10:00:00"},
    )
    paid = only(TradeFact, told)[0]
    assert (paid.buyer, paid.supplier, paid.end_user, paid.lines[0].quantity) == ("АО «Парус»", "ООО «Ветер»", "в/ч 71999", "100")


def test_meetings_that_minutes_and_mails_tell():
    minutes = facts_in("Minutes, Shanghai, 25 May 2023\nParticipants: В.К. Агеев; representatives of Vento Ltd.\n")
    assert [m.date for m in only(MeetingFact, minutes)] == ["2023-05-25"]
    mail = facts_in("Встреча с Vento Trading Co., Ltd состоялась 25.05.2023 в Шанхае, от нас был В.К. Агеев.\n")
    assert [m.date for m in only(MeetingFact, mail)] == ["2023-05-25"]


def test_a_chinese_answer_names_the_town_it_receives_in():
    facts = facts_in("复函\n贵方2023年1月25日第ZH-17号来函收悉。我方同意于2023年3月4日至8日在彼尔姆接待由牛大鹏率领的代表团,共5人。\n")
    assert [v.places for v in only(VisitFact, facts)] == [("彼尔姆",)]


def test_items_counted_without_a_unit_of_measure():
    own = contract("""DRAFT
CONTRACT No. 7-K
The Seller shall deliver 6 simulators at USD 120,000 each within 9 months from the date of the first payment.
The total value of the contract is USD 720,000.
""")
    assert [(i.description, i.quantity, i.unit_price and i.unit_price.amount) for i in own.items] == [("simulators", "6", 120000)]
    other = contract("ПРОЕКТ\nКОНТРАКТ № 7-К\nПлатёж производится через 6 месяцев по 120 000 долл. США.\n")
    assert other.items == ()


def test_a_register_of_payments_has_a_column_for_each_party():
    page = grid_page(
        [
            ["Дата", "Плательщик", "Получатель", "Сумма, руб.", "Назначение"],
            ["25.08.2024", "АО «Парус»", "ООО «Ветер»", "8 000 000,00", "За БПЛА «Стриж-1», 100 шт., для в/ч 71999"],
        ],
        above="Реестр исполненных платежей",
    )
    paid = only(TradeFact, facts_on(page))[0]
    assert (paid.buyer, paid.supplier, paid.date, paid.end_user) == ("АО «Парус»", "ООО «Ветер»", "2024-08-25", "в/ч 71999")
    assert (paid.lines[0].quantity, paid.total and paid.total.amount) == ("100", 8000000)


def test_the_number_of_a_clause_is_no_amount():
    own = contract("""CONTRACT No. 7-K
Moscow, 3 March 2021
Total price: USD 100,000.00.
3.1 USD 30,000.00 (30%) not later than 31 March 2021
3.2 USD 70,000.00 (70%) not later than 31 May 2021
""")
    assert [(p.share, p.amount and p.amount.amount) for p in own.payments] == [("30", 30000), ("70", 70000)]


def test_a_meeting_told_in_prose_was_held_on_its_day():
    facts = facts_in("""On 25 April 2023 a working meeting was held in Perm. The Chinese side was represented by Niu Dapeng (Colonel), Ge Lian (Engineer).
""")
    assert [(v.held_on, v.modality.value) for v in only(VisitFact, facts)] == [("2023-04-25", "happened")]
    assert {a.side for a in only(Appearance, facts)} == {"delegation"}


def test_a_report_is_of_the_day_in_its_heading():
    facts = facts_in("""ОТЧЁТ
о рабочей встрече с китайской делегацией (Пермь, 07.03.2023)
Китайская сторона: полковник Ню Дапэн; инженер Гэ Лянь
""")
    assert [v.held_on for v in only(VisitFact, facts)] == ["2023-03-07"]


def test_a_sentence_that_names_several_is_no_row_of_a_list():
    facts = facts_in(
        "Composition of the delegation visiting Perm from 4 to 8 March 2023:\n"
        "Niu Dapeng (牛大鹏), Colonel, born 04.07.1971, passport PE1112223; Fang Lian (方莲), Engineer, born 01.02.1980; Zhu Yong (朱勇), Interpreter.\n"
    )
    assert person(facts, "方莲").birth_date == "1980-02-01"
    assert len(only(Appearance, facts)) == 3


def test_arrival_and_departure_are_a_period():
    facts = facts_in("FAX\nRe: forthcoming visit\nDestination: Perm\nArrival: 4 March 2023; departure: 8 March 2023\nNumber of visitors: 5\n")
    assert [(v.start, v.end) for v in only(VisitFact, facts)] == [("2023-03-04", "2023-03-08")]


def test_a_letter_saved_as_html_is_no_news():
    facts = facts_in("FAX\nDelegation of the institute\n03 JUL 2023\nDestination: Perm\n", document="a/fax.html")
    assert all(v.held_on is None for v in only(VisitFact, facts))


def test_a_buyer_after_a_bare_to_may_have_a_figure_in_its_name():
    page = grid_page(
        [["Item", "Qty (pcs)", "Unit price (CNY)", "Amount (CNY)"], ["Motor SM-7", "50", "3,200.00", "160,000.00"]],
        above="Vento Machinery Co., Ltd\nPROFORMA INVOICE\nNo: PI-2022-118\nDate: 2022-04-20\nTo: Delta-Snab 9 LLC",
    )
    bill = only(TradeFact, facts_on(page))[0]
    assert (bill.number, bill.buyer) == ("PI-2022-118", "Delta-Snab 9 LLC")
