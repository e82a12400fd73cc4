"""Papers of the trade in many templates: contracts, drafts, notes, invoices, payments, owners. See `papers.py`."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from corrobora.sample import paper
from worlds.clothes import Line, Paper, amount, day, party, rfc

GOODS = {
    "Комплект аппаратуры узла связи": ("Communication node equipment set", "通信节点设备", "Комплект апаратури вузла зв'язку"),
    "Подвижной пункт управления": ("Mobile command post", "移动指挥所", "Рухомий пункт управління"),
    "Программное обеспечение, лицензия": ("Software licence", "软件许可证", "Програмне забезпечення, ліцензія"),
    "Боевая машина десанта «Барс-К»": ("Airborne combat vehicle Bars-K", "“雪豹-K”空降战车", "Бойова машина десанту «Барс-К»"),
    "Самоходное противотанковое орудие «Скиф-Д»": ("Self-propelled anti-tank gun Skif-D", "“斯基泰-D”自行反坦克炮", "Самохідна протитанкова гармата «Скіф-Д»"),
    "Бронетранспортёр «Стерх-М»": ("Armoured personnel carrier Sterkh-M", "“白鹤-M”装甲输送车", "Бронетранспортер «Стерх-М»"),
    "Командирская машина КМ-9": ("Command vehicle KM-9", "KM-9指挥车", "Командирська машина КМ-9"),
    "Парашютная система ПБС-970": ("Parachute system PBS-970", "PBS-970伞降系统", "Парашутна система ПБС-970"),
}  # fmt: skip
WORDS = {"ru": "долларов США", "uk": "доларів США", "en": "US dollars", "zh": "美元"}


def goods(text: str, language: str) -> str:
    """Goods of the truth in a language."""
    return text if language == "ru" else GOODS.get(text, (text,) * 3)["en zh uk".split().index(language)]


@dataclass(slots=True)
class Deal:
    """A contract of the truth with what its papers need; `items` may be those of an earlier edition."""

    row: dict[str, Any]
    items: list[tuple[str, int, int]]
    total: int
    dice: random.Random
    seller: list[str]
    buyer: list[str]
    edition: int = 0
    dated: date = date(2024, 2, 6)
    signers: tuple[str, str] = ("", "")

    @property
    def number(self) -> str:
        return str(self.row["number"])

    @property
    def signed(self) -> date:
        return date.fromisoformat(self.row["signed"])

    def payments(self) -> list[tuple[int, float, date]]:
        return [(p["share"], self.total * p["share"] / 100, date.fromisoformat(p["due"])) for p in self.row["payments"]]

    def deliveries(self) -> list[tuple[str, str | None, str]]:
        return [(d["item"], d["earliest"], d["latest"]) for d in self.row["deliveries"]]

    def months(self, until: str | None) -> int:
        """Months from the first payment."""
        first, last = self.payments()[0][2], date.fromisoformat(until or "2000-01-01")
        return (last.year - first.year) * 12 + last.month - first.month

    def pick(self, *forms: str) -> str:
        return self.dice.choice(forms)


Template = Callable[[Deal], Paper]
DEALS: dict[str, list[Template]] = {"signed": [], "draft": [], "note": []}


def deal(name: str) -> Callable[[Template], Template]:
    def put(make: Template) -> Template:
        DEALS[name].append(make)
        return make

    return put


def table(d: Deal, language: str, head: list[str], total: str, form: str = "space") -> list[list[str]]:
    rows = [head] + [[str(n), goods(what, language), str(q), amount(price, form), amount(q * price, form)] for n, (what, q, price) in enumerate(d.items, 1)]
    return [*rows, ["", total, "", "", amount(d.total, form)]]


@deal("signed")
def signed_en(d: Deal) -> Paper:
    return Paper(
        f"Contract {d.number.replace('/', '-')}",
        [
            f"CONTRACT No. {d.number}", f"(code name “{d.row['codename_forms'][0]}”)", f"Moscow, {day(d.signed, d.pick('en', 'us'))}",
            f"{party(d.seller, 'en')} (hereinafter the “Seller”) and {party(d.buyer, 'en')} (hereinafter the “Buyer”) have concluded this Contract as follows:", "1. Subject. The Seller shall deliver the goods listed below:",
            table(d, "en", ["Item", "Description", "Qty", "Unit price, USD", "Amount, USD"], "TOTAL", "comma"), f"2. The total price of the Contract is USD {amount(d.total, 'comma.00')}.",
            *[f"2.{n} {s}% of the Contract price, i.e. USD {amount(a, 'comma.00')}, shall be paid not later than {day(due, 'en')}." for n, (s, a, due) in enumerate(d.payments(), 1)],
            f"3. Delivery shall be made within {d.months(d.deliveries()[0][2])} months from the date of the first payment.", f"For the Seller: {d.signers[0]}", f"For the Buyer: {d.signers[1]}",
        ], "docx pdf odt", d.signed.isoformat(),
    )  # fmt: skip


@deal("signed")
def signed_columns(d: Deal) -> Paper:
    rows = [["俄文", "中文"], [f"КОНТРАКТ № {d.number}", f"第{d.number}号合同"], [f"г. Москва, {day(d.signed, 'ru')}", f"莫斯科,{day(d.signed, 'zh')}"],
            [f"Продавец: {d.seller[0]}", f"卖方:{party(d.seller, 'zh')}"], [f"Покупатель: {d.buyer[0]}", f"买方:{party(d.buyer, 'zh')}"],
            [f"Шифр «{d.row['codename']}». Общая стоимость: {amount(d.total, 'space')} долл. США.", f"合同总金额:{amount(d.total, 'comma')}美元。"]]  # fmt: skip
    rows += [[f"Платёж {n}: {s} % — {amount(a, 'space.00')} долл. США до {day(due, 'dot')}", f"第{n}期付款:{s}%,{amount(a, 'comma')}美元,{day(due, 'zh')}前"] for n, (s, a, due) in enumerate(d.payments(), 1)]
    rows += [[f"Срок поставки — до {day(date.fromisoformat(d.deliveries()[0][2]), 'ru')}", f"交货期:{day(date.fromisoformat(d.deliveries()[0][2]), 'zh')}前"]]
    return Paper(f"合同 {d.number.replace('/', '-')}", [rows, "Приложение № 1. Спецификация / 附件1", table(d, "ru", ["№", "Наименование / 名称", "Кол-во / 数量", "Цена, долл. США / 单价", "Сумма / 金额"], "Итого / 合计")], "docx pdf", d.signed.isoformat())  # fmt: skip


@deal("signed")
def signed_bottom(d: Deal) -> Paper:
    return Paper(
        f"договор {d.signed:%d.%m.%y}",
        [
            "ДОГОВОР ПОСТАВКИ", f"{d.seller[0]}, именуемое в дальнейшем Поставщик, и {d.buyer[0]}, именуемое в дальнейшем Заказчик, заключили настоящий договор о нижеследующем.",
            f"Договору присвоен шифр «{d.row['codename']}».", "Спецификация", table(d, "ru", ["Поз.", "Предмет поставки", "Количество, компл.", "Цена за компл., долл.", "Стоимость, долл."], "ВСЕГО"),
            f"Цена договора: {amount(d.total, 'space.00')} (долларов США).", "График платежей:",
            [["Платёж", "%", "Сумма, долл. США", "Не позднее"], *[[str(n), str(s), amount(a, "space.00"), day(due, "dot")] for n, (s, a, due) in enumerate(d.payments(), 1)]],
            f"Срок исполнения: в течение {d.months(d.deliveries()[0][2])} месяцев после первого платежа.", f"Поставщик: {d.signers[0]}        Заказчик: {d.signers[1]}", f"Зарегистрирован за № {d.number}, дата подписания {day(d.signed, 'dot')}",
        ], "docx pdf odt", d.signed.isoformat(),
    )  # fmt: skip


@deal("signed")
def signed_uk(d: Deal) -> Paper:
    return Paper(
        f"Договір {d.number.replace('/', '-')}",
        [
            f"ДОГОВІР № {d.number}", f"(шифр «{'Граніт' if d.row['codename'] == 'Гранит' else d.row['codename']}»)", f"м. Москва                            {day(d.signed, 'uk')}", f"{d.seller[0]} (далі — Постачальник) та {d.buyer[0]} (далі — Замовник) уклали цей договір.",
            table(d, "uk", ["№", "Найменування", "Кількість", "Ціна за одиницю, дол. США", "Сума, дол. США"], "Разом"), f"Загальна вартість договору становить {amount(d.total, 'space')} доларів США.",
            *[f"{n}) {s} % — {amount(a, 'space')} доларів США до {day(due, 'uk')};" for n, (s, a, due) in enumerate(d.payments(), 1)],
            f"Строк поставки — {d.months(d.deliveries()[0][2])} місяців з дати першого платежу.",
        ], "docx pdf", d.signed.isoformat(),
    )  # fmt: skip


@deal("signed")
def signed_zh(d: Deal) -> Paper:
    return Paper(
        f"{d.number.replace('/', '-')}合同",
        [
            "供货合同", f"合同编号:{d.number}", f"签订日期:{day(d.signed, 'zh')}", "签订地点:莫斯科", f"卖方:{party(d.seller, 'zh')}", f"买方:{party(d.buyer, 'zh')}", "一、货物名称、数量及价格:",
            table(d, "zh", ["序号", "名称", "数量", "单价(美元)", "金额(美元)"], "合计", "comma"), f"二、合同总价为{amount(d.total, 'comma')}美元。", "三、付款方式:",
            *[f"({n})合同总价的{s}%,即{amount(a, 'comma')}美元,应于{day(due, 'zh')}前支付;" for n, (s, a, due) in enumerate(d.payments(), 1)], f"四、交货期:自第一笔付款之日起{d.months(d.deliveries()[0][2])}个月内。",
        ], "docx pdf", d.signed.isoformat(),
    )  # fmt: skip


@deal("signed")
def signed_annex(d: Deal) -> Paper:
    sheet: list[list[Any]] = [[f"Приложение № 1 к Контракту № {d.number} от {day(d.signed, 'dot')}"], ["№", "Наименование", "Кол-во", "Цена, USD", "Сумма, USD"]]
    sheet += [[n, what, q, price, q * price] for n, (what, q, price) in enumerate(d.items, 1)] + [["", "Итого", "", "", d.total]]
    return Paper(
        f"Контракт_{d.number.replace('/', '-')}",
        [
            f"КОНТРАКТ № {d.number} «{d.row['codename']}»", f"г. Москва, {day(d.signed, '«ru»')}", f"{d.seller[0]} («Исполнитель») и {d.buyer[0]} («Заказчик») заключили Контракт:",
            "1. Перечень имущества приведён в Приложении № 1.", f"2. Сумма Контракта — {amount(d.total, 'nbsp')} долл. США.", "3. Оплата: " + "; ".join(f"{s}% ({amount(a, 'space')} долл. США) — до {day(due, 'ru')}" for s, a, due in d.payments()) + ".",
            f"4. Поставка — не позднее {day(date.fromisoformat(d.deliveries()[0][2]), 'ru')}",
        ], "zip", d.signed.isoformat(), more={"Приложение 1.xlsx": paper.xlsx({"Спец": sheet})},
    )  # fmt: skip


# ---- drafts ------------------------------------------------------------------------------------------------------
def draft_terms(d: Deal, language: str) -> list[str]:
    lines = []
    for item, earliest, latest in d.deliveries():
        name, last = goods(item, language), d.months(latest)
        if language == "en":
            lines.append(f"- {name}: " + (f"not earlier than {d.months(earliest)} and not later than {last} months" if earliest else f"within {last} months") + " from the date of the first payment;")
        elif language == "uk":
            lines.append(f"- {name}: " + (f"не раніше ніж через {d.months(earliest)} та не пізніше ніж через {last} місяців" if earliest else f"протягом {last} місяців") + " з дати першого платежу;")
        elif language == "zh":
            lines.append(f"{name}:自首付款之日起" + (f"{d.months(earliest)}个月后、{last}个月内交付;" if earliest else f"{last}个月内交付;"))
        else:
            lines.append(f"{name} — " + (f"от {d.months(earliest)} до {last} месяцев" if earliest else f"до {last} месяцев") + " от даты первого платежа;")
    return lines


@deal("draft")
def draft_en(d: Deal) -> Paper:
    return Paper(
        f"Draft {d.edition} {d.number.replace('/', '-')}",
        [
            f"DRAFT No. {d.edition} dated {day(d.dated, 'en')}", f"CONTRACT {d.number}", f"between {party(d.seller, 'en')} (“Seller”) and {party(d.buyer, 'en')} (“Buyer”)",
            table(d, "en", ["No.", "Description of goods", "Quantity", "Price per unit (USD)", "Total (USD)"], "Total", "comma"), f"The total value of the contract amounts to {amount(d.total, 'comma')} US dollars.", "Terms of payment:",
            *[f"- {s} per cent of the contract value ({amount(a, 'comma.00')} US dollars) by {day(due, 'en')};" for s, a, due in d.payments()], "Terms of delivery:", *draft_terms(d, "en"),
            f"Delivery shall be completed not earlier than {d.months(d.row['complete_not_before'])} months from the date of the first payment.", "Seller ____________      Buyer ____________",
        ], "docx odt pdf", d.dated.isoformat(),
    )  # fmt: skip


@deal("draft")
def draft_ru(d: Deal) -> Paper:
    return Paper(
        f"проект {d.dated:%d%m%Y}",
        [
            "Проект", f"по состоянию на {day(d.dated, 'dot')}", f"КОНТРАКТ № {d.number}", f"Продавец: {d.seller[0]}", f"Покупатель: {d.buyer[0]}", "1. Номенклатура, количество и цены:",
            table(d, "ru", ["п/п", "Изделие", "Кол., ед.", "Цена ед., $", "Итого, $"], "Всего", "space"), f"2. Цена контракта — ${amount(d.total, 'comma')}.", "3. Платежи:",
            [["Срок", "Доля, %", "Сумма, $"], *[[f"до {day(due, 'dot')}", str(s), amount(a, "space")] for s, a, due in d.payments()]], "4. Сроки поставки:", *draft_terms(d, "ru"),
            f"Поставка всего объёма — не ранее {d.months(d.row['complete_not_before'])} месяцев от даты первого платежа.",
        ], "docx odt pdf html", d.dated.isoformat(),
    )  # fmt: skip


@deal("draft")
def draft_zh(d: Deal) -> Paper:
    return Paper(
        f"草案{d.edition}",
        [
            f"合同草案(第{d.edition}稿,{day(d.dated, 'zh')})", f"合同号:{d.number}", f"卖方:{party(d.seller, 'zh')}  买方:{party(d.buyer, 'zh')}", table(d, "zh", ["序号", "货物名称", "数量", "单价/美元", "总价/美元"], "总计", "comma"), f"合同总额:{amount(d.total, 'comma')}美元",
            "付款:", *[f"{n}. {day(due, 'zh')}前支付{s}%,计{amount(a, 'comma')}美元;" for n, (s, a, due) in enumerate(d.payments(), 1)], "交货:", *draft_terms(d, "zh"), f"全部货物自首付款之日起不早于{d.months(d.row['complete_not_before'])}个月交付完毕。",
        ], "docx pdf", d.dated.isoformat(),
    )  # fmt: skip


@deal("draft")
def draft_uk(d: Deal) -> Paper:
    return Paper(
        f"Проєкт {d.edition}",
        [
            f"ПРОЄКТ (редакція {d.edition}, {day(d.dated, 'uk')})", f"ДОГОВІР № {d.number}", f"Продавець — {d.seller[0]}; Покупець — {d.buyer[0]}.", table(d, "uk", ["№", "Найменування товару", "К-сть", "Ціна, дол. США", "Сума, дол. США"], "УСЬОГО"),
            f"Загальна вартість договору — {amount(d.total, 'space')} дол. США.", *[f"{s} % вартості, тобто {amount(a, 'space')} дол. США, сплачується до {day(due, 'uk')}." for s, a, due in d.payments()], "Строки постачання:", *draft_terms(d, "uk"),
            f"Постачання в повному обсязі — не раніше ніж через {d.months(d.row['complete_not_before'])} місяців з дати першого платежу.",
        ], "docx odt", d.dated.isoformat(),
    )  # fmt: skip


@deal("note")
def note_en(d: Deal) -> Paper:
    return Paper(f"status {d.signed:%b}", [f"Note to file, {day(d.signed + timedelta(9), 'en')}", f"Contract {d.number} was signed on {day(d.signed, 'en')}. Its total value is USD {amount(d.total, 'comma')}.", f"The first payment is due by {day(d.payments()[0][2], 'en')}."], "docx txt html odt", d.signed.isoformat())  # fmt: skip


@deal("note")
def note_ru(d: Deal) -> Paper:
    return Paper(f"о подписании {d.signed:%d%m}", ["Докладываю:", f"{day(d.signed, 'ru')} подписан контракт № {d.number} на сумму {amount(d.total / 1_000_000, 'plain.00').replace('.', ',')} млн долларов США." if d.total % 10_000 == 0 else f"{day(d.signed, 'ru')} подписан контракт № {d.number} на сумму {amount(d.total, 'space')} долл. США.", f"Первый платёж ожидается до {day(d.payments()[0][2], 'dot')}."], "docx rtf odt txt pdf", d.signed.isoformat())  # fmt: skip


@deal("note")
def note_zh(d: Deal) -> Paper:
    return Paper(f"合同签订情况 {d.signed:%m%d}", [f"关于{d.number}号合同的情况报告", f"{d.number}号合同已于{day(d.signed, 'zh')}签订,合同总额{amount(d.total, 'comma')}美元。"], "docx txt pdf", d.signed.isoformat())  # fmt: skip


@deal("note")
def note_mail(d: Deal) -> Paper:
    return Paper(f"fw_{d.signed:%d%m}", ["Коллеги,", f"контракт {d.number} подписали {day(d.signed, 'dot')}, сумма {amount(d.total, 'space')} USD. Копию пришлю позже."], "eml", mail=("dir@plant.example", "ku@ku.example", f"{d.number} подписан", rfc(d.signed + timedelta(2))))  # fmt: skip


@deal("note")
def note_uk(d: Deal) -> Paper:
    return Paper(f"Довідка {d.signed:%d.%m}", ["ДОВІДКА", f"Договір № {d.number} підписано {day(d.signed, 'uk')}. Сума договору — {amount(d.total, 'space')} доларів США."], "docx odt pdf", d.signed.isoformat())  # fmt: skip


# ---- goods through a middleman -----------------------------------------------------------------------------------
@dataclass(slots=True)
class Chain:
    """Invoices, payments and letters of a chain."""

    supplier: list[str]
    middle: list[str]
    end: list[str]
    lines: list[tuple[str, int, int]]
    value: int
    second: int
    sold: list[tuple[str, int, int]]
    inn: dict[str, str]
    number: str
    second_number: str
    when: date
    billed: date
    paid_out: tuple[date, int]
    paid_in: date
    dice: random.Random

    def pick(self, *forms: str) -> str:
        return self.dice.choice(forms)


ChainTemplate = Callable[[Chain], Paper]
CHAINS: dict[str, list[ChainTemplate]] = {"invoice": [], "bill": [], "bank": []}


def chain(name: str) -> Callable[[ChainTemplate], ChainTemplate]:
    def put(make: ChainTemplate) -> ChainTemplate:
        CHAINS[name].append(make)
        return make

    return put


@chain("invoice")
def invoice_en(c: Chain) -> Paper:
    rows = [["Description", "Quantity", "Unit Price", "Total"], *[[f"UAV {m}", str(q), amount(p, "comma.00"), amount(q * p, "comma.00")] for m, q, p in c.lines]]
    return Paper(f"CI {c.number}", [c.supplier[0], "INVOICE", [["Invoice #", c.number], ["Invoice date", day(c.when, c.pick("en", "mon", "us"))], ["Bill to", f"{c.middle[1]}, Vladivostok, Russia"]], rows, f"Total amount due: USD {amount(c.value, 'comma.00')}", "Payment terms: 100% in advance."], "pdf docx html", c.when.isoformat())  # fmt: skip


@chain("invoice")
def invoice_zh(c: Chain) -> Paper:
    rows = [["型号", "品名", "数量", "单价(USD)", "金额(USD)"], *[[m, "民用无人机", str(q), amount(p, "comma"), amount(q * p, "comma")] for m, q, p in c.lines], ["合计", "", str(sum(q for _, q, _ in c.lines)), "", amount(c.value, "comma")]]
    return Paper(f"发票{c.number}", [c.supplier[-1], c.supplier[0], "商 业 发 票", f"发票号:{c.number}", f"日期:{day(c.when, 'zh')}", f"买方:{c.middle[1]}", rows], "pdf docx xlsx", c.when.isoformat())  # fmt: skip


@chain("invoice")
def invoice_sheet(c: Chain) -> Paper:
    rows = [["#", "Model", "Pcs", "USD/pc", "USD"], *[[str(n), m, str(q), str(p), str(q * p)] for n, (m, q, p) in enumerate(c.lines, 1)], ["", "TOTAL", "", "", str(c.value)]]
    return Paper(f"PI_{c.number}", [[["Seller:", c.supplier[0]], ["Buyer:", c.middle[1]], ["Proforma invoice No.", c.number], ["Date", day(c.when, "iso")]], "", rows], "xlsx", c.when.isoformat())  # fmt: skip


@chain("invoice")
def invoice_under(c: Chain) -> Paper:
    rows = [["Item", "Qty (pcs)", "Unit price (USD)", "Amount (USD)"], *[[m, str(q), amount(p, "comma.00"), amount(q * p, "comma.00")] for m, q, p in c.lines], ["Total", "", "", amount(c.value, "comma.00")]]
    return Paper(f"inv {c.when:%d%m}", [c.supplier[0].upper(), "COMMERCIAL INVOICE", f"No: {c.number}", f"Date: {day(c.when, 'mon')}", f"To: {c.middle[1]}", rows, "Country of origin: China"], "pdf docx html", c.when.isoformat())  # fmt: skip


@chain("invoice")
def invoice_ru(c: Chain) -> Paper:
    rows = [["№", "Наименование / Description", "Кол-во / Qty", "Цена, USD / Price", "Сумма, USD / Amount"], *[[str(n), f"БПЛА {m} / UAV {m}", str(q), amount(p, "space.00"), amount(q * p, "space.00")] for n, (m, q, p) in enumerate(c.lines, 1)]]
    return Paper(f"Инвойс {c.number}", [f"ИНВОЙС / INVOICE № {c.number} от / dated {day(c.when, 'dot')}", f"Продавец / Seller: {c.supplier[0]}", f"Покупатель / Buyer: {c.middle[0]}, ИНН {c.inn['middle']}", rows, f"Итого / Total: {amount(c.value, 'space.00')} USD"], "pdf docx xlsx", c.when.isoformat())  # fmt: skip


@chain("bill")
def bill_1c(c: Chain) -> Paper:
    rows = [["№", "Товары (работы, услуги)", "Кол-во", "Ед.", "Сумма"], *[[str(n), f"Изделие {m}", str(q), "шт", amount(s, "space.00")] for n, (m, q, s) in enumerate(c.sold, 1)]]
    return Paper(f"Счет {c.second_number}", [f"Счет на оплату № {c.second_number} от {day(c.billed, 'ru')}", f"Поставщик (Исполнитель): {c.middle[0]}, ИНН {c.inn['middle']}", f"Покупатель (Заказчик): {c.end[0]}, ИНН {c.inn['end']}", rows, [["Итого:", amount(c.second, "space.00")], ["Всего к оплате:", amount(c.second, "space.00")]], f"Всего наименований {len(c.sold)}, на сумму {amount(c.second, 'space.00')} руб."], "pdf docx html xlsx", c.billed.isoformat())  # fmt: skip


@chain("bill")
def bill_factura(c: Chain) -> Paper:
    rows = [["№ п/п", "Наименование товара", "Ед. изм.", "Количество", "Стоимость товаров, руб."], *[[str(n), m, "шт", str(q), amount(s, "space.00")] for n, (m, q, s) in enumerate(c.sold, 1)], ["", "Всего к оплате", "", "", amount(c.second, "space.00")]]
    return Paper(f"СФ {c.second_number}", [f"СЧЁТ-ФАКТУРА № {c.second_number} от {day(c.billed, 'dot')}", [["Продавец", c.middle[0]], ["ИНН/КПП продавца", c.inn["middle"]], ["Покупатель", c.end[0]], ["ИНН/КПП покупателя", c.inn["end"]]], rows], "pdf docx xlsx", c.billed.isoformat())  # fmt: skip


@chain("bill")
def bill_nakladnaya(c: Chain) -> Paper:
    rows = [["Товар", "Кол-во, шт.", "Сумма без НДС", "Сумма, руб. коп."], *[[f"{m}", str(q), "—", amount(s, "space.00")] for m, q, s in c.sold], ["Итого", "", "", amount(c.second, "space.00")]]
    return Paper(f"накл {c.second_number}", ["ТОВАРНАЯ НАКЛАДНАЯ", [["Номер документа", "Дата составления"], [c.second_number, day(c.billed, "dot")]], f"Грузоотправитель: {c.middle[0]}, ИНН {c.inn['middle']}", f"Грузополучатель: {c.end[0]}, ИНН {c.inn['end']}", rows], "pdf docx xlsx", c.billed.isoformat())  # fmt: skip


def _noise(c: Chain) -> list[tuple[date, str, int, bool]]:
    names = ("ООО «Портовые весы»", "ИП Кравец", "ООО «Рыбпорт Надежда»")
    return [(c.when + timedelta(n * 2), c.dice.choice(names), c.dice.randint(20_000, 1_600_000), c.dice.random() < 0.5) for n in range(14)]


def _entries(c: Chain) -> list[tuple[date, str, int, bool, str]]:
    rows = [(d, who, a, incoming, c.pick("Аренда", "За перевозку", "Оплата за минтай с/м")) for d, who, a, incoming in _noise(c)]
    rows += [(c.paid_out[0], c.supplier[0], c.paid_out[1], False, f"Payment for invoice {c.number}"), (c.paid_in, c.end[0], c.second, True, f"Оплата по счёту {c.second_number} от {day(c.billed, 'dot')}")]
    return sorted(rows)


@chain("bank")
def bank_signed(c: Chain) -> Paper:
    rows = [["Дата", "Контрагент", "Сумма", "Назначение платежа"], *[[day(d, "dot"), who, f"{'+' if i else '-'}{a}.00", why] for d, who, a, i, why in _entries(c)]]
    return Paper(f"движение {c.when:%m%Y}", [f"Выписка по счёту {c.middle[0]}", rows], "xlsx docx html", c.when.isoformat())


@chain("bank")
def bank_debit(c: Chain) -> Paper:
    rows = [["Дата операции", "Номер", "Дебет", "Кредит", "Контрагент", "Основание"], *[[day(d, "dot"), str(100 + n), "" if i else amount(a, "space.00"), amount(a, "space.00") if i else "", who, why] for n, (d, who, a, i, why) in enumerate(_entries(c))]]
    return Paper(f"выписка {c.when:%d%m}", ["ВЫПИСКА ОПЕРАЦИЙ ПО ЛИЦЕВОМУ СЧЁТУ", f"Клиент: {c.middle[0]}, ИНН {c.inn['middle']}", "Валюта: RUB", rows], "xlsx docx pdf", c.when.isoformat())


@chain("bank")
def bank_en(c: Chain) -> Paper:
    rows = [["Value date", "Counterparty", "Withdrawals (RUB)", "Deposits (RUB)", "Details"], *[[day(d, "iso"), who, "" if i else amount(a, "comma.00"), amount(a, "comma.00") if i else "", why] for d, who, a, i, why in _entries(c)]]
    return Paper(f"statement_{c.when:%Y%m}", ["ACCOUNT STATEMENT", f"Account holder: {c.middle[1]}", rows], "xlsx html docx", c.when.isoformat())


@chain("bank")
def bank_1c(c: Chain) -> Paper:
    lines: list[Line] = ["1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", "Отправитель=Банк"]
    for n, (d, who, a, i, why) in enumerate(_entries(c), 1):
        lines += ["СекцияДокумент=Платежное поручение", f"Номер={n}", f"Дата={day(d, 'dot')}", f"Сумма={a}.00", f"Плательщик={who if i else c.middle[0]}", f"Получатель={c.middle[0] if i else who}", f"НазначениеПлатежа={why}", "КонецДокумента"]
    return Paper(f"kl_to_1c_{c.when:%m}", [*lines, "КонецФайла"], "txt", c.when.isoformat())


# ---- an order through a middleman: payment order and letter of a military unit -----------------------------------
@dataclass(slots=True)
class Order:
    supplier: list[str]
    payer: list[str]
    unit: str
    goods: str
    pieces: int
    value: int
    when: date
    inn: dict[str, str]
    dice: random.Random
    commander: str = "В. Рогозин-Ставров"

    def pick(self, *forms: str) -> str:
        return self.dice.choice(forms)


OrderTemplate = Callable[[Order], Paper]
ORDERS: dict[str, list[OrderTemplate]] = {"payment": [], "letter": []}


def order(name: str) -> Callable[[OrderTemplate], OrderTemplate]:
    def put(make: OrderTemplate) -> OrderTemplate:
        ORDERS[name].append(make)
        return make

    return put


@order("payment")
def payment_form(o: Order) -> Paper:
    rows = [["ИНН " + o.inn["payer"], "КПП 270001001", "Сумма", f"{o.value}-00"], [o.payer[0], "", "Сч. №", "40702810000000000011"], ["Плательщик", "", "", ""], ["ИНН " + o.inn["supplier"], "КПП 270001002", "Сч. №", "40702810000000000022"], [o.supplier[0], "", "", ""], ["Получатель", "", "", ""]]
    return Paper(f"pp{o.when:%d%m}", ["0401060", f"ПЛАТЕЖНОЕ ПОРУЧЕНИЕ № 311      {day(o.when, 'dot')}      электронно", rows, f"Оплата за БПЛА {o.goods} в количестве {o.pieces} шт. для в/ч {o.unit}. НДС не облагается.", "Назначение платежа"], "pdf docx", o.when.isoformat())  # fmt: skip


@order("payment")
def payment_lines(o: Order) -> Paper:
    return Paper(f"Платёжка {o.when:%d.%m}", [f"Платёжное поручение № 311 от {day(o.when, 'ru')}", f"Плательщик: {o.payer[0]} (ИНН {o.inn['payer']})", f"Получатель: {o.supplier[0]} (ИНН {o.inn['supplier']})", f"Сумма: {amount(o.value, 'space.00')} рублей", f"Назначение: за беспилотные летательные аппараты {o.goods} — {o.pieces} шт. (для войсковой части {o.unit})"], "pdf docx txt odt", o.when.isoformat())  # fmt: skip


@order("payment")
def payment_mail(o: Order) -> Paper:
    return Paper(f"оплата_{o.when:%d%m}", ["Добрый день!", f"{day(o.when, 'dot')} {o.payer[0]} перечислило {o.supplier[0]} {amount(o.value, 'space')} руб. за {o.pieces} шт. БПЛА {o.goods} для в/ч {o.unit}.", "Бухгалтерия"], "eml", mail=("buh@catering.example", "dir@catering.example", f"Оплата {o.supplier[0]}", rfc(o.when, 17)))  # fmt: skip


@order("letter")
def letter_ru(o: Order) -> Paper:
    when = o.when - timedelta(11)
    return Paper(f"в-ч {o.unit}", [f"Войсковая часть {o.unit}", f"{day(when, 'ru')} № 1/77", f"Генеральному директору {o.payer[0]}", f"Прошу оказать содействие в приобретении беспилотных летательных аппаратов {o.goods} в количестве {o.pieces} шт. для нужд войсковой части {o.unit}.", f"Командир войсковой части {o.unit}                 {o.commander}"], "pdf docx scan rtf", when.isoformat())  # fmt: skip


@order("letter")
def letter_short(o: Order) -> Paper:
    when = o.when - timedelta(11)
    return Paper(f"заявка {o.unit}", ["ЗАЯВКА", f"Прошу закупить для в/ч {o.unit}: {o.goods} — {o.pieces} шт.", f"Адресат: {o.payer[0]}", f"Командир в/ч {o.unit} {o.commander}", f"Исх. № 1/77 от {day(when, 'dot')}"], "docx txt pdf odt", when.isoformat())  # fmt: skip


@order("letter")
def letter_en(o: Order) -> Paper:
    when = o.when - timedelta(11)
    return Paper(f"unit {o.unit}", [f"Translation. Military unit {o.unit}, ref. 1/77, {day(when, 'en')}", f"To: {o.payer[1]}", f"We request your assistance in purchasing {o.pieces} unmanned aerial vehicles {o.goods} for military unit {o.unit}."], "docx txt html", when.isoformat())  # fmt: skip


# ---- owners ------------------------------------------------------------------------------------------------------
@dataclass(slots=True)
class Owners:
    """Shares, a meeting, a letter that names a company too early."""

    shares: list[tuple[str, str, float]]
    owner: dict[str, Any]
    director: dict[str, Any]
    parent: str
    parent_inn: str
    asset: str
    asset_inn: str
    supplier: str
    met: date
    early: date
    dice: random.Random

    def pick(self, *forms: str) -> str:
        return self.dice.choice(forms)

    def after(self, row: dict[str, Any]) -> str:
        return str(row["initials"])

    def before(self, row: dict[str, Any]) -> str:
        family, letters = row["initials"].split(" ")
        return f"{letters} {family}"


OwnerTemplate = Callable[[Owners], Paper]
OWNERS: dict[str, list[OwnerTemplate]] = {"shares": [], "memo": [], "early": []}


def owners(name: str) -> Callable[[OwnerTemplate], OwnerTemplate]:
    def put(make: OwnerTemplate) -> OwnerTemplate:
        OWNERS[name].append(make)
        return make

    return put


@owners("shares")
def shares_prose(o: Owners) -> Paper:
    lines = [f"{a} владеет долей {s:g} % в уставном капитале {b}." if n % 2 == 0 else f"Участник {b} — {a}, доля {s:g}%." for n, (a, b, s) in enumerate(o.shares)]
    return Paper("участники", ["О структуре участия", *lines], "docx odt rtf txt")


@owners("shares")
def shares_table(o: Owners) -> Paper:
    rows = [["Компания", "Владелец (учредитель)", "% в капитале"], *[[b, a, f"{s:g}%"] for a, b, s in o.shares]]
    return Paper("собственники", ["Структура собственности группы", rows], "xlsx docx pdf html")


@owners("shares")
def shares_en(o: Owners) -> Paper:
    return Paper("ownership chart", ["Ownership structure", [["Shareholder", "Company", "Stake"], *[[a, b, f"{s:.2f} %"] for a, b, s in o.shares]]], "docx xlsx html")


@owners("memo")
def memo_ru(o: Owners) -> Paper:
    return Paper(f"записка {o.met:%d%m}", [f"Записка по итогам поездки, {day(o.met + timedelta(2), 'dot')}", f"{day(o.met, 'ru')} в Шанхае {o.after(o.owner)} провёл встречу с представителями {o.supplier}. Договорились о совместном производстве беспилотных аппаратов в Хабаровске.", f"Проектом управляет {o.parent} (ИНН {o.parent_inn})."], "docx odt rtf pdf", (o.met + timedelta(2)).isoformat())  # fmt: skip


@owners("memo")
def memo_mail(o: Owners) -> Paper:
    return Paper(f"шанхай_{o.met:%d%m}", ["Коллеги, кратко об итогах.", f"Встреча с {o.supplier} состоялась {day(o.met, 'dot')} в Шанхае, от нас был {o.before(o.owner)}. Создаём в Хабаровске сборку беспилотников, проект ведёт {o.parent} (ИНН {o.parent_inn})."], "eml", mail=("office@asr.example", "all@asr.example", "Итоги встречи", rfc(o.met + timedelta(2))))  # fmt: skip


@owners("memo")
def memo_en(o: Owners) -> Paper:
    return Paper(f"meeting {o.met:%b %d}", [f"Minutes, Shanghai, {day(o.met, 'en')}", f"Participants: {' '.join(reversed(o.owner['latin'].split(' ')))} ({o.owner['initials']}); representatives of {o.supplier}.", "Agreed: a joint production of unmanned aircraft in Khabarovsk.", f"The project is managed by {o.parent} (INN {o.parent_inn})."], "docx html txt", (o.met + timedelta(2)).isoformat())  # fmt: skip


@owners("early")
def early_ru(o: Owners) -> Paper:
    return Paper(f"земля {o.early:%d%m}", [o.parent, f"{day(o.early, 'ru')} № 12-р", "В администрацию Хабаровского края", f"Просим выделить земельный участок для {o.asset} (ИНН {o.asset_inn}).", f"Генеральный директор                {o.before(o.director)}"], "pdf docx odt", o.early.isoformat())  # fmt: skip


@owners("early")
def early_bottom(o: Owners) -> Paper:
    return Paper(f"письмо 12-р {o.early:%Y}", ["Администрация Хабаровского края", f"Просим рассмотреть вопрос предоставления {o.asset} (ИНН {o.asset_inn}) участка под производство.", f"Директор {o.parent} {o.after(o.director)}", f"Исх. № 12-р от {day(o.early, 'dot')}"], "docx pdf rtf", o.early.isoformat())  # fmt: skip


@owners("early")
def early_en(o: Owners) -> Paper:
    return Paper(f"land {o.early:%b}", [f"Ref. 12-r / {day(o.early, 'en')}", "To: Administration of Khabarovsk Territory", f"We ask you to grant a plot of land to {o.asset} (INN {o.asset_inn}) for a production site.", f"{' '.join(reversed(o.director['latin'].split(' ')))}, Director, {o.parent}"], "docx pdf html", o.early.isoformat())  # fmt: skip


PRESS = {
    "ru": "{when} на выставке делегация из Китая посетила стенд {org}. Гостей встречал генеральный директор {host}.",
    "en": "On {when} a foreign delegation visited the stand of {org}. The guests were received by the Director General, {host}.",
    "uk": "{when} стенд {org} відвідала іноземна делегація. Гостей прийняв генеральний директор {host}.",
}
