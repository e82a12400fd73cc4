"""A second set of templates, written after the program had been mended on the first and again without a look at the recognisers."""

from __future__ import annotations

from datetime import timedelta

from worlds import deals, papers
from worlds.clothes import Line, Paper, amount, day, party, rfc, span
from worlds.deals import Chain, Deal, Order, Owners, goods
from worlds.papers import Visit, events, seen


def request_note(v: Visit) -> Paper:
    g = v.head
    return Paper(f"нота {v.number}", [f"№ {v.number}", f"Посольство Китайской Народной Республики в Российской Федерации свидетельствует своё уважение и имеет честь сообщить, что в период {span(v.a, v.b, 'ru с')} г. {v.place('ru')} намерена посетить делегация ({g.unit[0]}) в составе {v.count} человек.", f"Делегацию возглавит {g.rank[1]} {g.name('palladius')}. Цель поездки: {v.purpose('ru')}.", "Посольство пользуется случаем, чтобы возобновить уверения в своём весьма высоком уважении.", f"Москва, {day(v.asked, 'ru года')}"], "docx pdf odt", v.asked.isoformat())  # fmt: skip


def request_fax(v: Visit) -> Paper:
    g = v.head
    return Paper(f"fax {v.asked:%d%m}", ["FAX MESSAGE", [["To", v.org("en")], ["From", g.unit[-1]], ["Ref.", v.number], ["Date", day(v.asked, "MON")], ["Pages", "1"]], "Re: forthcoming visit", f"Delegation leader: {g.name('pinyin')}, {g.rank[0]}", f"Number of visitors: {v.count}", f"Destination: {v.place('en')}", f"Arrival: {day(v.a, 'en')}; departure: {day(v.b, 'en')}", f"Purpose: {v.purpose('en')}"], "docx pdf html", v.asked.isoformat())  # fmt: skip


def order_note(v: Visit) -> Paper:
    return Paper(f"распоряжение {v.ordered:%d%m%y}", [f"РАСПОРЯЖЕНИЕ № {v.ordered.day}-р", f"«{v.ordered.day}» {day(v.ordered, 'ru').split(' ')[1]} {v.ordered.year} г.", f"В целях подготовки к приёму китайских специалистов (запрос {v.number}) обеспечить их встречу и размещение {span(v.a, v.b, 'ru –')} в г. {v.place('ru')}. Руководитель группы — {v.head.name('palladius')}.", f"Ответственность возложить на {v.hosts[0].host('after')}"], "docx pdf rtf", v.ordered.isoformat())  # fmt: skip


def order_letter_en(v: Visit) -> Paper:
    h = v.hosts[0]
    return Paper(f"reply {v.ordered:%d%b}", [f"{day(v.ordered, 'us')}", f"Ref: your letter {v.number} of {day(v.asked, 'us')}", f"We are pleased to confirm that your delegation of {v.count} members led by {v.head.rank[0]} {v.head.name('PINYIN Given')} will be received in {v.place('en')} from {day(v.a, 'us')} until {day(v.b, 'us')}.", f"Your contact is {h.host('en')}, {h.post('en')}."], "docx pdf txt", v.ordered.isoformat())  # fmt: skip


def programme_days(v: Visit) -> Paper:
    lines: list[Line] = [f"Schedule of the Chinese delegation in {v.place('en')}", span(v.a, v.b, "en –")]
    for n, (d, what, where, h) in enumerate(events(v, "en"), 1):
        lines += [f"Day {n} ({day(d, 'en')})", f"10:00  {what}, {where}. Responsible: {h.host('en')}"]
    return Paper(f"schedule {v.a:%b%d}", lines, "docx txt rtf pdf")


def programme_row(v: Visit) -> Paper:
    rows = [["День", "Мероприятие / место", "Кто отвечает"], *[[day(d, "ru"), f"{what} / {where}", h.host("before")] for d, what, where, h in events(v, "ru")]]
    return Paper(f"план приёма {v.a:%d.%m}", [f"План приёма делегации из КНР, {v.place('ru')}, {span(v.a, v.b, 'dot –')}", rows, f"Руководитель делегации {v.head.name('palladius')}, {v.count} чел."], "docx xlsx html")


def list_prose(v: Visit) -> Paper:
    people = "; ".join(f"{g.name('pinyin')} ({g.name('hanzi')}), {g.rank[0]}" + (f", born {g.born('dot')}" if g.born("dot") else "") + (f", passport {g.passport}" if g.passport else "") for g in v.guests)
    return Paper(f"composition {v.number}", [f"Composition of the delegation visiting {v.place('en')} {span(v.a, v.b, 'en from')}:", people + "."], "docx txt rtf eml", mail=("visa@cn.example", "office@plant.example", f"Delegation {v.number}", rfc(v.asked)))


def list_lines(v: Visit) -> Paper:
    lines = [f"{n}、{g.name('hanzi')},男," + (f"{g.born('zh')}出生," if g.born("zh") else "") + (f"护照号{g.passport}," if g.passport else "") + f"{g.unit[1]}{g.rank[2]}" for n, g in enumerate(v.guests, 1)]
    return Paper(f"人员 {v.number}", [f"赴{v.place('zh')}代表团人员名单({span(v.a, v.b, 'zh—')})", *lines], "docx pdf txt")


def list_split(v: Visit) -> Paper:
    rows = [["П/п", "Фамилия (лат.)", "Имя (лат.)", "Дата рождения", "Серия и № паспорта", "Занимаемая должность"]]
    rows += [[str(n), *g.name("PINYIN").split(" ", 1), g.born("dot"), g.passport, g.rank[1]] for n, g in enumerate(v.guests, 1)]
    return Paper(f"заявка на пропуска {v.a:%d%m}", ["Заявка на оформление пропусков", f"Визит: г. {v.place('ru')}, {span(v.a, v.b, 'dd–')}", rows], "docx xlsx pdf html")


def minutes_report(v: Visit) -> Paper:
    return Paper(f"отчет {v.minutes:%d%m}", ["ОТЧЁТ", f"о рабочей встрече с китайской делегацией ({v.place('ru')}, {day(v.minutes, 'dot')})", "Состав участников", "Российская сторона: " + "; ".join(f"{h.post('ru')} {h.host('before')}" for h in v.hosts), "Китайская сторона: " + "; ".join(f"{g.rank[1]} {g.name('palladius')}" for g in v.guests), "Содержание", *filter(None, [f"Обсуждалось: {v.purpose('ru')}.", seen(v, "ru"), v.remark.get("ru", "")])], "docx pdf odt", v.minutes.isoformat())  # fmt: skip


def minutes_form_zh(v: Visit) -> Paper:
    rows = [["会议时间", day(v.minutes, "zh")], ["会议地点", v.place("zh")], ["中方人员", "、".join(g.name("hanzi") for g in v.guests)], ["俄方人员", "、".join(h.host("en") for h in v.hosts)], ["会议内容", v.purpose("zh")]]
    return Paper(f"会议记录{v.minutes:%m%d}", ["会议记录", rows, *filter(None, [seen(v, "zh"), v.remark.get("zh", "")])], "docx pdf", v.minutes.isoformat())


def minutes_prose_en(v: Visit) -> Paper:
    return Paper(f"record {v.minutes:%d%m}", [f"On {day(v.minutes, 'en')} a working meeting was held in {v.place('en')}. The Chinese side was represented by " + ", ".join(f"{g.name('pinyin')} ({g.rank[0]})" for g in v.guests) + "; the Russian side by " + ", ".join(f"{h.host('en')} ({h.post('en')})" for h in v.hosts) + ".", *filter(None, [f"Subject: {v.purpose('en')}.", seen(v, "en"), v.remark.get("en", "")])], "docx txt html", v.minutes.isoformat())  # fmt: skip


def signed_card(d: Deal) -> Paper:
    rows = [["Номер контракта", d.number], ["Дата подписания", day(d.signed, "dot")], ["Шифр", f"«{d.row['codename']}»"], ["Продавец", d.seller[0]], ["Покупатель", d.buyer[0]], ["Сумма контракта", f"{amount(d.total, 'space')} долл. США"], ["Срок поставки", f"{d.months(d.deliveries()[0][2])} месяцев с даты первого платежа"]]
    pay = [["№ платежа", "Дата, не позднее", "Доля", "Сумма, долл. США"], *[[str(n), day(due, "dot"), f"{s}%", amount(a, "space")] for n, (s, a, due) in enumerate(d.payments(), 1)]]
    return Paper(f"контракт карточка {d.signed:%Y}", ["КОНТРАКТ", rows, "Перечень", deals.table(d, "ru", ["№", "Номенклатура", "Количество", "Цена единицы, долл.", "Всего, долл."], "Итого"), "Порядок оплаты", pay], "docx pdf html", d.signed.isoformat())  # fmt: skip


def signed_purchase(d: Deal) -> Paper:
    pay = [["Payment", "Share", "Amount (USD)", "Payable by"], *[[str(n), f"{s}%", amount(a, "comma"), day(due, "mon")] for n, (s, a, due) in enumerate(d.payments(), 1)]]
    return Paper(f"PC {d.signed:%y}", [f"PURCHASE CONTRACT {d.number} (“{d.row['codename_forms'][0]}”)", f"Signed in Moscow on {day(d.signed, 'us')}", f"Seller: {party(d.seller, 'en')}", f"Buyer: {party(d.buyer, 'en')}", deals.table(d, "en", ["Pos", "Equipment", "Q-ty", "Price each, USD", "Sum, USD"], "Grand total", "comma"), f"Contract value: {amount(d.total, 'comma')} US dollars", pay, f"Time of delivery: {d.months(d.deliveries()[0][2])} months after the first payment"], "docx pdf odt", d.signed.isoformat())  # fmt: skip


def draft_terms_en(d: Deal) -> Paper:
    sold = "; ".join(f"{goods(w, 'en')} - {q} pcs at USD {amount(p, 'comma')}" for w, q, p in d.items)
    lines = [f"Article 1. The Supplier sells and the Customer buys: {sold}."]
    return Paper(f"v{d.edition} {d.number.replace('/', '-')}", [f"DRAFT CONTRACT No. {d.number}, version {d.edition} ({day(d.dated, 'mon')})", f"Supplier: {party(d.seller, 'en')}", f"Customer: {party(d.buyer, 'en')}", *lines, f"Article 2. Total price: USD {amount(d.total, 'comma.00')}.", "Article 3. Payments", *[f"3.{n} USD {amount(a, 'comma.00')} ({s}%) not later than {day(due, 'en')}" for n, (s, a, due) in enumerate(d.payments(), 1)], "Article 4. Delivery", *deals.draft_terms(d, "en"), f"The goods shall be delivered in full not earlier than {d.months(d.row['complete_not_before'])} months from the date of the first payment."], "docx odt", d.dated.isoformat())  # fmt: skip


def note_register(d: Deal) -> Paper:
    return Paper(f"реестр договоров {d.signed:%Y}", ["Реестр договоров", [["№ договора", "Дата подписания", "Контрагент", "Сумма", "Валюта"], [d.number, day(d.signed, "dot"), d.buyer[0], amount(d.total, "space"), "USD"]]], "xlsx docx", d.signed.isoformat())  # fmt: skip


def invoice_columns(c: Chain) -> Paper:
    rows = [["Qty", "Product", "Price/unit USD", "Ext. price USD"], *[[str(q), m, amount(p, "comma"), amount(q * p, "comma")] for m, q, p in c.lines], ["", "Total due", "", amount(c.value, "comma")]]
    return Paper(f"{c.number}", [[["INVOICE", c.number], ["Issued", day(c.when, "en")]], f"Sold by: {c.supplier[0]}", f"Customer: {c.middle[1]}", rows], "pdf docx xlsx", c.when.isoformat())


def bill_upd(c: Chain) -> Paper:
    rows = [["Код", "Наименование", "ед.", "Кол-во (объём)", "Стоимость с налогом, всего"], *[[str(n), m, "шт.", str(q), amount(s, "space.00")] for n, (m, q, s) in enumerate(c.sold, 1)], ["", "Всего к оплате", "", "", amount(c.second, "space.00")]]
    return Paper(f"УПД {c.second_number}", ["Универсальный передаточный документ", f"Счёт-фактура № {c.second_number} от {day(c.billed, 'dot')}", f"Продавец: {c.middle[0]}", f"ИНН продавца: {c.inn['middle']}", f"Покупатель: {c.end[0]}", f"ИНН покупателя: {c.inn['end']}", "Валюта: российский рубль, 643", rows], "docx pdf xlsx", c.billed.isoformat())  # fmt: skip


def bank_lines(c: Chain) -> Paper:
    rows = [["Дата проводки", "Контрагент (наименование)", "Обороты Дт", "Обороты Кт", "Содержание операции"], *[[day(d, "dot2"), who, "" if i else amount(a, "space.00"), amount(a, "space.00") if i else "", why] for d, who, a, i, why in deals._entries(c)]]
    return Paper(f"обороты {c.when:%m}", [f"Карточка счета 51, {c.middle[0]}, ИНН {c.inn['middle']}", rows], "xlsx docx", c.when.isoformat())


def payment_register(o: Order) -> Paper:
    return Paper(f"реестр платежей {o.when:%m%Y}", ["Реестр исполненных платежей", [["Дата", "Плательщик", "Получатель", "Сумма, руб.", "Назначение"], [day(o.when, "dot"), o.payer[0], o.supplier[0], amount(o.value, "space.00"), f"За БПЛА {o.goods}, {o.pieces} шт., для в/ч {o.unit}"]]], "xlsx docx html", o.when.isoformat())  # fmt: skip


def letter_need(o: Order) -> Paper:
    when = o.when - timedelta(11)
    return Paper(f"потребность {o.unit}", ["Командиру не подписывать без согласования. Экз. 1", f"Исх. № 1/77 {day(when, 'dot')}", f"{o.payer[0]}", f"В связи с выполнением специальных задач в/ч {o.unit} испытывает потребность в БПЛА {o.goods} — {o.pieces} единиц. Просим приобрести."], "docx rtf", when.isoformat())  # fmt: skip


def shares_turn(o: Owners) -> Paper:
    return Paper("кто владеет", ["Справка о владельцах", *[f"{b}: {s:g}% — {a}." for a, b, s in o.shares]], "docx txt")


def memo_calendar(o: Owners) -> Paper:
    return Paper(f"поездка {o.met:%m%y}", ["Отчёт о командировке", f"{o.after(o.owner)} {day(o.met, 'ru')} встретился в Шанхае с руководством {o.supplier}. Обсудили сборку беспилотников в Хабаровске ({o.parent}, ИНН {o.parent_inn})."], "docx odt txt", (o.met + timedelta(3)).isoformat())  # fmt: skip


def early_request(o: Owners) -> Paper:
    return Paper(f"заявление {o.early:%d%m%y}", [f"Исх. 12-р от {day(o.early, 'ru')}", f"от {o.parent}", f"Заявление о предоставлении участка для {o.asset}, ИНН {o.asset_inn}", f"{o.director['initials']}, генеральный директор"], "docx pdf", o.early.isoformat())  # fmt: skip


SETS = (
    (papers.KINDS, {"request": [request_note, request_fax], "order": [order_note, order_letter_en], "programme": [programme_days, programme_row], "list": [list_prose, list_lines, list_split], "minutes": [minutes_report, minutes_form_zh, minutes_prose_en]}),
    (deals.DEALS, {"signed": [signed_card, signed_purchase], "draft": [draft_terms_en], "note": [note_register]}),
    (deals.CHAINS, {"invoice": [invoice_columns], "bill": [bill_upd], "bank": [bank_lines]}),
    (deals.ORDERS, {"payment": [payment_register], "letter": [letter_need]}),
    (deals.OWNERS, {"shares": [shares_turn], "memo": [memo_calendar], "early": [early_request]}),
)  # fmt: skip


def only_these() -> None:
    """Puts this set in the place of the first."""
    for registry, kinds in SETS:
        for name, makers in kinds.items():
            registry[name][:] = makers  # type: ignore[attr-defined]
