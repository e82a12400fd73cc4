"""Papers of a visit in many templates: request, order, programme, list of the delegation, minutes, mail.

Each function that `kind` registers gives one template; a seed draws among them. The texts were written as offices write them, without
a look at the recognisers.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from worlds.clothes import PLACES, RANKS, RANKS_UK, Line, Paper, Person, day, party, rfc, span

PURPOSES = {  # English of the truth: Russian, Ukrainian, Chinese
    "inspection": ("осмотр самолёта Ил-76ТД (бортовой номер RA-76997)", "огляд літака Іл-76ТД (бортовий номер RA-76997)", "察看伊尔-76TD飞机(机号RA-76997)"),
    "parachute": ("ознакомление с парашютными системами и тренажёрами", "ознайомлення з парашутними системами та тренажерами", "了解伞降系统和模拟训练器材"),
    "exhibition": ("участие в выставке и показ боевых машин", "участь у виставці та показ бойових машин", "参加展览会并观看空降战车演示"),
    "talks": ("переговоры по контракту", "переговори щодо контракту", "合同谈判"),
    "loading": ("загрузка техники в самолёт Ил-78М-90А (бортовой номер RF-78993)", "завантаження техніки в літак Іл-78М-90А (бортовий номер RF-78993)", "察看装载伊尔-78M-90A飞机(机号RF-78993)"),
    "acceptance": ("приёмка образцов и график поставок", "приймання зразків і графік постачання", "样品验收及交货进度"),
}  # fmt: skip


@dataclass(slots=True)
class Visit:
    """A visit of the truth with what its papers need."""

    row: dict[str, Any]
    guests: list[Person]
    hosts: list[Person]
    orgs: list[list[str]]
    minutes: date
    dice: random.Random
    aircraft: dict[str, Any] | None = None
    remark: dict[str, str] = field(default_factory=dict)
    chief: str = "Стахурский"

    @property
    def a(self) -> date:
        return date.fromisoformat(self.row["from"])

    @property
    def b(self) -> date:
        return date.fromisoformat(self.row["to"])

    @property
    def asked(self) -> date:
        return self.a - timedelta(38)

    @property
    def ordered(self) -> date:
        return self.a - timedelta(28)

    @property
    def head(self) -> Person:
        return self.guests[0]

    @property
    def number(self) -> str:
        return str(self.row["request"])

    @property
    def count(self) -> int:
        return len(self.guests)

    def place(self, language: str) -> str:
        ru, en, zh = self.row["place"]
        return {"ru": ru, "en": en, "zh": zh, "uk": PLACES.get(ru, (ru, ru))[0], "in": PLACES.get(ru, (ru, ru))[1]}[language]

    def purpose(self, language: str) -> str:
        english = self.row["purpose"]
        for key, forms in PURPOSES.items():
            if key in english:
                return english if language == "en" else forms["ru uk zh".split().index(language)]
        return str(english)

    def org(self, language: str, at: int = 0) -> str:
        return party(self.orgs[at % len(self.orgs)], language)

    def pick(self, *forms: str) -> str:
        return self.dice.choice(forms)


Template = Callable[[Visit], Paper]
KINDS: dict[str, list[Template]] = {"request": [], "order": [], "programme": [], "list": [], "minutes": [], "thread": []}


def kind(name: str) -> Callable[[Template], Template]:
    """Registers a template of a kind of paper."""

    def put(make: Template) -> Template:
        KINDS[name].append(make)
        return make

    return put


# ---- requests ----------------------------------------------------------------------------------------------------
@kind("request")
def request_en(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"Letter {v.number}",
        [
            g.unit[-1].upper(), f"Our ref: {v.number}", "Your ref: —", f"Date: {day(v.asked, v.pick('en', 'us', 'mon'))}", f"To: Director General, {v.org('en')}",
            f"Subject: Visit of a Chinese delegation to {v.place('en')}", "Dear Sir,",
            f"We kindly request you to receive our delegation of {v.count} persons headed by {g.rank[0]} {g.name(v.pick('pinyin', 'PINYIN Given'))} in {v.place('en')} "
            f"{span(v.a, v.b, v.pick('en from', 'en –', 'us –')) if v.dice.random() < 0.7 else 'for the period ' + span(v.a, v.b, 'en –')}. "
            f"The purpose of the visit is the {v.purpose('en')}.",
            "The list of the members will be sent separately. We look forward to your kind confirmation.", "Yours faithfully,", g.name("pinyin"), g.rank[0],
        ], "pdf docx scan rtf eml+docx", v.asked.isoformat(), (f"{g.unit[-1]} <office@hjzg.example>", "office@plant.example", f"Visit to {v.place('en')}", rfc(v.asked)),
    )  # fmt: skip


@kind("request")
def request_zh(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"{v.number}函",
        [
            f"{g.unit[1]}文件", f"{v.number}号", f"关于派团访问{v.place('zh')}的函", f"{v.org('zh')}:",
            f"为进一步开展合作,我方拟派以{g.rank[2]}{g.name('hanzi')}为团长的代表团一行{v.count}人,于{span(v.a, v.b, v.pick('zh至', 'zh—'))}赴{v.place('zh')}访问,"
            f"{v.purpose('zh')}。请贵方予以接待,并协助办理入厂手续。", "附件:代表团成员名单", "特此致函。", g.unit[1], day(v.asked, v.pick("zh", "han")),
        ], "docx pdf odt", v.asked.isoformat(),
    )  # fmt: skip


@kind("request")
def request_uk(v: Visit) -> Paper:
    g = v.head
    rank = RANKS.get(g.rank[1], (g.rank[1],) * 3)[2]
    return Paper(
        f"Лист вх {v.asked:%d-%m}",
        [
            f"Вих. № {v.number}", f"від {day(v.asked, v.pick('uk', 'dot'))}", f"Керівникові {v.org('uk')}", "Щодо прийому делегації",
            f"Просимо організувати прийом делегації Китайської Народної Республіки у складі {v.count} осіб на чолі з {rank} {g.name('ukrainian')} "
            f"у м. {v.place('uk')} {span(v.a, v.b, 'uk з')}. Мета візиту — {v.purpose('uk')}.", "Список делегації додається.", f"З повагою,  {g.name('ukrainian')}",
        ], "docx pdf odt scan", v.asked.isoformat(),
    )  # fmt: skip


@kind("request")
def request_bottom(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"вх_{v.asked:%Y%m%d}",
        [
            g.unit[0], f"Руководителю {v.org('ru')}",
            f"Просим Вас рассмотреть возможность приёма нашей делегации ({v.count} чел., руководитель делегации — {g.rank[1]} {g.name('palladius')}) в г. {v.place('ru')}.",
            f"Сроки визита: {span(v.a, v.b, v.pick('ru –', 'dot –', 'dd–'))}", f"Цель визита: {v.purpose('ru')}.", "С уважением,", f"{g.rank[1]}                                 {g.name('palladius')}",
            f"Исх. № {v.number} от {day(v.asked, 'dot')}",
        ], "docx pdf rtf scan", v.asked.isoformat(),
    )  # fmt: skip


@kind("request")
def request_mail(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"visit_{v.place('en')}",
        [
            "Dear colleagues,", f"With reference to our talks we would like to inform you that our delegation ({v.count} pax) plans to visit {v.place('en')} on {span(v.a, v.b, 'en –')}. "
            f"The delegation will be led by {g.rank[0]} {g.name('given first')}, {g.unit[-1]}.", f"Purpose: {v.purpose('en')}", f"Ref. {v.number}", "Best regards,", "Protocol office",
        ], "eml", v.asked.isoformat(), ("Protocol <protocol@cn.example>", "reception@plant.example", f"Delegation to {v.place('en')} / {v.number}", rfc(v.asked)),
    )  # fmt: skip


@kind("request")
def request_form(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"Заявка {v.number}",
        [
            "ЗАЯВКА НА ПРИЁМ ИНОСТРАННОЙ ДЕЛЕГАЦИИ",
            [
                ["Регистрационный номер", v.number], ["Дата", day(v.asked, "dot")], ["Направляющая организация", g.unit[0]],
                ["Глава делегации", f"{g.name('palladius')}, {g.rank[1]}"], ["Численность", f"{v.count} чел."], ["Принимающая организация", v.org("ru")],
                ["Место пребывания", f"г. {v.place('ru')}"], ["Срок пребывания", span(v.a, v.b, v.pick("dot –", "dot с"))], ["Цель", v.purpose("ru")],
            ],
        ], "docx pdf xlsx html odt", v.asked.isoformat(),
    )  # fmt: skip


# ---- orders ------------------------------------------------------------------------------------------------------
@kind("order")
def order_prikaz(v: Visit) -> Paper:
    g, h = v.head, v.hosts[0]
    return Paper(
        f"Приказ {v.ordered:%d.%m}",
        [
            "ПРИКАЗ", f"{day(v.ordered, v.pick('ru', '«ru»', 'dot'))}                         № {v.ordered.month}{v.ordered.day}/КУ", f"О приёме делегации КНР в г. {v.place('ru')}",
            f"На основании обращения от {day(v.asked, 'dot')} № {v.number} приказываю:",
            f"1. Принять {span(v.a, v.b, v.pick('ru с', 'dot с', 'ru –'))} в г. {v.place('ru')} на территории {v.org('ru')} делегацию КНР, возглавляемую {RANKS.get(g.rank[1], (g.rank[1],))[0]} {g.name('with')}.",
            f"2. Назначить ответственным за приём {h.host(v.pick('after', 'spaced'))}.", "3. Контроль за исполнением оставляю за собой.", f"Начальник управления                          В.Л. {v.chief}",
        ], "docx pdf odt scan rtf", v.ordered.isoformat(),
    )  # fmt: skip


@kind("order")
def order_answer(v: Visit) -> Paper:
    g, h = v.head, v.hosts[0]
    return Paper(
        f"исх {v.ordered:%Y-%m-%d}",
        [
            f"{day(v.ordered, 'dot')} № КУ-{v.ordered.month}/{v.ordered.day}", f"На № {v.number} от {day(v.asked, 'dot')}", v.org("ru"), "О визите китайской делегации",
            f"Согласован визит делегации ({g.unit[0]}, глава — {g.name('palladius')}, всего {v.count} чел.).",
            f"Место: г. {v.place('ru')}. Период: {span(v.a, v.b, v.pick('dot –', 'ru –'))}. Цель: {v.purpose('ru')}.", f"От предприятия назначен {h.host('before')}, {h.post('ru')}.",
            f"В.Л. {v.chief}",
        ], "docx pdf html scan", v.ordered.isoformat(),
    )  # fmt: skip


@kind("order")
def order_uk(v: Visit) -> Paper:
    g, h = v.head, v.hosts[0]
    return Paper(
        f"Наказ {v.ordered:%d-%m-%Y}",
        [
            "НАКАЗ", f"від {day(v.ordered, 'uk')} № {v.ordered.day}-од", f"Про прийом іноземної делегації у м. {v.place('uk')}", f"Відповідно до листа від {day(v.asked, 'dot')} № {v.number}, НАКАЗУЮ:",
            f"1. Забезпечити прийом делегації КНР (керівник — {g.name('ukrainian')}) {span(v.a, v.b, v.pick('uk з', 'uk –'))} у м. {v.place('uk')}.",
            f"2. Відповідальна особа — {h.host('after')}, {h.post('uk')}.", f"Начальник управління                     В.Л. {v.chief}",
        ], "docx pdf odt", v.ordered.isoformat(),
    )  # fmt: skip


@kind("order")
def order_memo(v: Visit) -> Paper:
    g, h = v.head, v.hosts[0]
    return Paper(
        f"Memo {v.ordered:%y%m%d}",
        [
            "INTERNAL MEMORANDUM",
            [["To:", v.org("en")], ["From:", "Coordination Directorate"], ["Date:", day(v.ordered, v.pick("en", "mon"))], ["Ref.:", f"KU-{v.ordered.day}/{v.ordered.month}"], ["Subject:", f"Chinese delegation, {v.place('en')}"]],
            f"Further to request {v.number} of {day(v.asked, 'en')}, please arrange the reception of the delegation of {g.unit[-1]} in {v.place('en')} {span(v.a, v.b, 'en from')}. "
            f"The delegation consists of {v.count} people and is headed by {g.rank[0]} {g.name('pinyin')}.", f"{h.host('en')} ({h.post('en')}) is responsible.",
        ], "docx pdf html eml", v.ordered.isoformat(), ("Directorate <ku@ku.example>", "office@plant.example", f"Delegation {v.place('en')}", rfc(v.ordered)),
    )  # fmt: skip


@kind("order")
def order_mail(v: Visit) -> Paper:
    g, h = v.head, v.hosts[0]
    return Paper(
        f"Re_{v.number}",
        [
            f"Уважаемый {h.host('full').split()[1]} {h.host('full').split()[2]}!", f"По запросу {v.number}: китайцев принимаем {span(v.a, v.b, v.pick('ru с', 'dd–'))} {'в ' + v.place('in')}. Старший — {g.name('palladius')}, всего {v.count} человек.",
            f"Вы отвечаете за встречу. Программу прошу представить до {day(v.a - timedelta(10), 'dot')}.", f"В.Л. {v.chief}",
        ], "eml txt", v.ordered.isoformat(), ("Координационное управление <ku@ku.example>", f"{h.host('en')} <u1@plant.example>", f"Re: {v.number}", rfc(v.ordered)),
    )  # fmt: skip


@kind("order")
def order_zh(v: Visit) -> Paper:
    g = v.head
    return Paper(
        f"复函 {v.number}",
        ["复 函", f"发文日期:{day(v.ordered, 'zh')}", f"{g.unit[1]}:", f"贵方{day(v.asked, 'zh')}第{v.number}号来函收悉。我方同意于{span(v.a, v.b, 'zh至')}在{v.place('zh')}接待由{g.name('hanzi')}率领的代表团,共{v.count}人。",
         f"联系人:{v.hosts[0].host('en')}", v.org("zh")], "docx pdf", v.ordered.isoformat(),
    )  # fmt: skip


# ---- programmes --------------------------------------------------------------------------------------------------
EVENTS = {
    "ru": ("Прибытие, размещение в гостинице", "Рабочая встреча", "Осмотр производства", "Культурная программа", "Отъезд делегации"),
    "uk": ("Прибуття, розміщення в готелі", "Робоча зустріч", "Огляд виробництва", "Культурна програма", "Від'їзд делегації"),
    "en": ("Arrival, hotel check-in", "Working meeting", "Visit to the workshops", "Cultural programme", "Departure of the delegation"),
    "zh": ("抵达,入住酒店", "工作会谈", "参观车间", "文化活动", "代表团离开"),
}


def events(v: Visit, language: str) -> list[tuple[date, str, str, Person]]:
    """Day, what, where, who answers for it."""
    days = [v.a + timedelta(n) for n in range((v.b - v.a).days + 1)]
    names = EVENTS[language]
    return [
        (d, names[0] if n == 0 else names[4] if d == v.b else names[1 + n % 3], v.org(language, n), v.hosts[n % len(v.hosts)]) for n, d in enumerate(days)
    ]


@kind("programme")
def programme_en(v: Visit) -> Paper:
    rows = [["Date", "Time", "Event", "Venue", "Contact person"]]
    rows += [[day(d, "en"), f"{9 + n % 3}:30", what, where, h.host("en")] for n, (d, what, where, h) in enumerate(events(v, "en"))]
    return Paper(f"Programme {v.place('en')}", ["PROGRAMME", f"of the visit of the Chinese delegation to {v.place('en')}, {span(v.a, v.b, v.pick('en –', 'us –'))}", rows,
                 f"Head of the delegation: {v.head.rank[0]} {v.head.name('pinyin')}. Number of persons: {v.count}."], "docx pdf xlsx html", (v.a - timedelta(8)).isoformat())  # fmt: skip


@kind("programme")
def programme_zh(v: Visit) -> Paper:
    rows = [["日期", "时间", "活动内容", "地点", "俄方联系人"]]
    rows += [[day(d, "zh"), f"{9 + n % 3}:00", what, where, h.host("en")] for n, (d, what, where, h) in enumerate(events(v, "zh"))]
    return Paper(f"日程 {v.a:%m%d}", [f"{v.head.unit[1]}代表团访问{v.place('zh')}日程安排", f"({span(v.a, v.b, 'zh至')})", rows, f"团长:{v.head.name('hanzi')}"], "docx xlsx pdf", (v.a - timedelta(8)).isoformat())  # fmt: skip


@kind("programme")
def programme_text(v: Visit) -> Paper:
    lines: list[Line] = [f"«УТВЕРЖДАЮ»   {v.hosts[-1].host('before')}", f"Программа пребывания делегации КНР {'в ' + v.place('in')} {span(v.a, v.b, v.pick('ru –', 'dd–'))}", f"Глава делегации — {v.head.name('palladius')}"]
    for d, what, where, h in events(v, "ru"):
        lines += [day(d, "ru"), f"10:00 — {what} ({where}), отв. {h.host('after')}"]
    return Paper(f"программа_{v.a:%m%y}", lines, "docx rtf txt odt pdf", (v.a - timedelta(8)).isoformat())


@kind("programme")
def programme_uk(v: Visit) -> Paper:
    rows = [["Дата", "Захід", "Місце проведення", "Відповідальний"]] + [[day(d, "dot"), what, where, h.host("after")] for d, what, where, h in events(v, "uk")]
    return Paper(f"Програма {v.a:%d.%m}", ["ЗАТВЕРДЖУЮ", v.hosts[-1].host("before"), f"Програма перебування китайської делегації у м. {v.place('uk')} {span(v.a, v.b, 'uk з')}", rows, f"Керівник делегації: {v.head.name('ukrainian')}"], "docx odt pdf", (v.a - timedelta(8)).isoformat())  # fmt: skip


@kind("programme")
def programme_sheet(v: Visit) -> Paper:
    rows = [["Ответственный", "Мероприятие", "Время", "День", "Место"]] + [[h.host("after"), what, "10:30", day(d, "dot2"), where] for d, what, where, h in events(v, "ru")]
    return Paper(f"график {v.a:%d%m}", ["График пребывания делегации КНР", f"г. {v.place('ru')}", span(v.a, v.b, "dot –"), rows, f"Старший группы: {v.head.name('both')}"], "xlsx docx", (v.a - timedelta(8)).isoformat())  # fmt: skip


# ---- lists -------------------------------------------------------------------------------------------------------
@kind("list")
def list_text(v: Visit) -> Paper:
    lines: list[Line] = [f"Список делегации КНР, прибывающей в г. {v.place('ru')} {span(v.a, v.b, v.pick('ru с', 'dot с'))}"]
    for n, g in enumerate(v.guests, 1):
        tail = (f", {g.born('dot')} г.р." if g.born("dot") else "") + (f", паспорт {g.passport}" if g.passport else "")
        lines.append(f"{n}. {g.name('both')} — {g.rank[1]}, {g.unit[0]}{tail};")
    return Paper(f"Список_{v.number}", lines, "docx rtf odt pdf txt")


@kind("list")
def list_en(v: Visit) -> Paper:
    rows = [["No.", "Surname", "Given name", "Date of birth", "Passport No.", "Position", "Organisation"]]
    rows += [[str(n), *g.name("PINYIN Given").split(" "), g.born("slash") if int(g.row["birth"][8:]) > 12 else g.born("MON"), g.passport, g.rank[0], g.unit[-1]] for n, g in enumerate(v.guests, 1)]
    return Paper(f"Delegation list {v.place('en')}", ["LIST OF MEMBERS OF THE DELEGATION", f"{v.place('en')}, {span(v.a, v.b, 'en –')} (ref. {v.number})", rows], "docx pdf xlsx html")


@kind("list")
def list_zh(v: Visit) -> Paper:
    rows = [["序号", "姓名", "性别", "出生日期", "护照号码", "职务", "工作单位"]]
    rows += [[str(n), g.name("hanzi"), "男", g.born("zh."), g.passport, g.rank[2], g.unit[1]] for n, g in enumerate(v.guests, 1)]
    return Paper(f"名单_{v.number}", ["代表团成员名单", f"访问{v.place('zh')},{span(v.a, v.b, 'zh至')}", rows], "docx xlsx pdf odt")


@kind("list")
def list_sheet(v: Visit) -> Paper:
    rows = [["Должность", "Организация", "Имя лат.", "Имя иерогл.", "Загранпаспорт", "Д.р."]]
    rows += [[g.rank[1], g.unit[0], g.name(v.pick("spaced", "pinyin")), g.name("hanzi"), g.passport, g.born("dot")] for g in v.guests]
    return Paper(f"сп {v.number}", [f"Приложение к письму {v.number}", f"Члены делегации, г. {v.place('ru')}, {span(v.a, v.b, 'dot –')}", rows], "xlsx docx")


@kind("list")
def list_mail(v: Visit) -> Paper:
    lines: list[Line] = ["Dear Sirs,", f"Please find below the members of the delegation to {v.place('en')} ({span(v.a, v.b, 'en –')}), our ref. {v.number}:"]
    for g in v.guests:
        tail = (f", born {g.born('en')}" if g.born("en") else "") + (f", passport no. {g.passport}" if g.passport else "")
        lines.append(f"- {g.name('pinyin')}, {g.rank[0]}, {g.unit[-1]}{tail}")
    return Paper(f"members {v.number}", [*lines, "Kind regards,", "Visa section"], "eml txt", mail=("Visa section <visa@cn.example>", "reception@plant.example", f"Members of delegation {v.number}", rfc(v.asked + timedelta(5))))  # fmt: skip


@kind("list")
def list_uk(v: Visit) -> Paper:
    rows = [["№ з/п", "Прізвище, ім'я", "Дата народження", "Паспорт", "Посада"]]
    rows += [[str(n), g.name("ukrainian"), g.born("dot"), g.passport, RANKS_UK.get(g.rank[1], g.rank[1])] for n, g in enumerate(v.guests, 1)]
    return Paper(f"Список {v.a:%d.%m.%Y}", [f"Список членів делегації КНР (м. {v.place('uk')}, {span(v.a, v.b, 'uk –')})", rows], "docx odt pdf scan")


@kind("list")
def list_cards(v: Visit) -> Paper:
    lines: list[Line] = [f"АНКЕТЫ УЧАСТНИКОВ. Визит в г. {v.place('ru')} {span(v.a, v.b, 'dot с')}"]
    for g in v.guests:
        family, given = g.name("palladius").split(" ", 1)
        lines += [f"Фамилия: {family}", f"Имя: {given}", f"По-китайски: {g.name('hanzi')}"]
        lines += [f"Дата рождения: {g.born('dot')}"] * bool(g.born("dot")) + [f"Паспорт: {g.passport}"] * bool(g.passport) + [f"Должность: {g.rank[1]}", f"Место работы: {g.unit[0]}", ""]
    return Paper(f"анкеты {v.number}", lines, "docx rtf txt odt")


@kind("list")
def list_invitation(v: Visit) -> Paper:
    people = "; ".join(f"{g.name('PINYIN')} ({g.name('palladius')})" + (f", дата рождения {g.born('dot')}" if g.born("dot") else "") + (f", паспорт № {g.passport}" if g.passport else "") for g in v.guests)
    return Paper(f"приглашение {v.number}", ["ХОДАТАЙСТВО", "о выдаче приглашений на въезд", f"Просим оформить деловые визы гражданам КНР для поездки в г. {v.place('ru')} на период {span(v.a, v.b, 'dot с')}: {people}.", f"Приглашающая организация: {v.org('ru')}."], "docx pdf rtf scan")  # fmt: skip


# ---- minutes -----------------------------------------------------------------------------------------------------
def seen(v: Visit, language: str) -> str:
    """What was shown, where an aircraft was."""
    if not v.aircraft:
        return ""
    reg, kind_ru = v.aircraft["registration"], v.aircraft["type"]
    return {
        "ru": f"Делегации показан самолёт {kind_ru}, бортовой номер {reg}.", "uk": f"Делегації показано літак {kind_ru}, бортовий номер {reg}.",
        "en": f"The delegation was shown the {kind_ru} aircraft, registration {reg}.", "zh": f"中方代表团察看了{reg}号飞机。",
    }[language]  # fmt: skip


@kind("minutes")
def minutes_en(v: Visit) -> Paper:
    return Paper(
        f"Minutes {v.minutes:%d %b %Y}",
        [
            "MINUTES OF THE WORKING MEETING", f"{v.place('en')}, {day(v.minutes, v.pick('en', 'us'))}", "Present for the Russian side:",
            *[f"{h.host('en')}, {h.post('en')}, {party(h.unit, 'en')}" for h in v.hosts], "Present for the Chinese side:", *[f"{g.name(v.pick('pinyin', 'en both'))}, {g.rank[0]}, {g.unit[-1]}" for g in v.guests],
            f"1. The parties discussed the {v.purpose('en')}.", *filter(None, [seen(v, "en"), v.remark.get("en", "")]), "These minutes are drawn up in two copies.", f"For the Russian side: {v.hosts[0].host('en')}", f"For the Chinese side: {v.head.name('pinyin')}",
        ], "docx pdf odt scan", v.minutes.isoformat(),
    )  # fmt: skip


@kind("minutes")
def minutes_zh(v: Visit) -> Paper:
    return Paper(
        f"会谈纪要{v.minutes:%Y%m%d}",
        [
            "会 谈 纪 要", f"时间:{day(v.minutes, 'zh')}", f"地点:{v.place('zh')}", "俄方参加人员:" + ";".join(f"{h.host('en')}({party(h.unit, 'zh')}{h.post('zh')})" for h in v.hosts),
            "中方参加人员:" + "、".join(f"{g.name('hanzi')}({g.unit[1]},{g.rank[2]})" for g in v.guests), f"一、双方就{v.purpose('zh')}进行了会谈。", *filter(None, [seen(v, "zh"), v.remark.get("zh", "")]),
            "二、本纪要一式两份。", f"中方代表:{v.head.name('hanzi')}",
        ], "docx pdf", v.minutes.isoformat(),
    )  # fmt: skip


@kind("minutes")
def minutes_table(v: Visit) -> Paper:
    people = [["№", "ФИО", "Должность", "Организация", "Подпись"]]
    people += [[str(n), h.host("full"), h.post("ru"), h.unit[0], ""] for n, h in enumerate(v.hosts, 1)]
    people += [[str(n), g.name("both"), g.rank[1], g.unit[0], ""] for n, g in enumerate(v.guests, len(v.hosts) + 1)]
    return Paper(
        f"Протокол от {v.minutes:%d.%m.%Y}",
        [f"Протокол совещания № {v.minutes.day}", f"{day(v.minutes, 'ru')}                                г. {v.place('ru')}", "Присутствовали:", people, f"Повестка дня: {v.purpose('ru')}.", *filter(None, [seen(v, "ru"), v.remark.get("ru", "")]),
         "Решили: продолжить работу.", f"Протокол вёл ____________ {v.hosts[-1].host('before')}"], "docx pdf odt html", v.minutes.isoformat(),
    )  # fmt: skip


@kind("minutes")
def minutes_prose(v: Visit) -> Paper:
    return Paper(
        f"справка о встрече {v.minutes:%d%m%y}",
        [
            "СПРАВКА", "о проведённой встрече",
            f"{day(v.minutes, 'ru')} в г. {v.place('ru')} состоялась рабочая встреча с делегацией КНР. С российской стороны во встрече участвовали: " + ", ".join(f"{h.host('after')} ({h.post('ru')}, {h.unit[0]})" for h in v.hosts) + ". "
            "С китайской стороны присутствовали: " + ", ".join(f"{g.name('palladius')} ({g.rank[1]})" for g in v.guests) + ".", f"Рассмотрен вопрос: {v.purpose('ru')}.", *filter(None, [seen(v, "ru"), v.remark.get("ru", "")]),
            f"Справку составил {v.hosts[-1].host('before')}",
        ], "docx rtf odt pdf scan", v.minutes.isoformat(),
    )  # fmt: skip


@kind("minutes")
def minutes_uk(v: Visit) -> Paper:
    return Paper(
        f"Протокол {v.minutes:%Y-%m-%d}",
        [
            f"ПРОТОКОЛ № {v.minutes.day}", "робочої зустрічі", f"{day(v.minutes, 'uk')}                         м. {v.place('uk')}", "ПРИСУТНІ:", "З російської сторони:", *[f"– {h.host('full')}, {h.post('uk')}, {h.unit[0]}" for h in v.hosts],
            "З китайської сторони:", *[f"– {g.name('ukrainian')}, {RANKS_UK.get(g.rank[1], g.rank[1])}" for g in v.guests], f"СЛУХАЛИ: {v.purpose('uk')}.", *filter(None, [seen(v, "uk"), v.remark.get("uk", "")]), "УХВАЛИЛИ: інформацію взяти до відома.",
        ], "docx odt pdf scan", v.minutes.isoformat(),
    )  # fmt: skip


@kind("minutes")
def minutes_columns(v: Visit) -> Paper:
    rows = [["Russian side / 俄方", "Chinese side / 中方"]]
    size = max(len(v.hosts), len(v.guests))
    left = [f"{h.host('en')}, {h.post('en')}" for h in v.hosts] + [""] * size
    right = [f"{g.name('pinyin')} {g.name('hanzi')}, {g.rank[0]}" for g in v.guests] + [""] * size
    rows += [[left[n], right[n]] for n in range(size)]
    return Paper(
        f"MoM_{v.minutes:%y%m%d}",
        ["MEETING RECORD / 会议记录", [["Date / 日期", day(v.minutes, "iso")], ["Place / 地点", f"{v.place('en')} / {v.place('zh')}"], ["Subject / 议题", v.purpose("en")]], "Participants / 参加人员", rows, *filter(None, [seen(v, "en"), v.remark.get("en", "")])],
        "docx pdf html", v.minutes.isoformat(),
    )  # fmt: skip


# ---- short mails of hosts ----------------------------------------------------------------------------------------
@kind("thread")
def thread_ru(v: Visit) -> Paper:
    h, second = v.hosts[0], v.hosts[1]
    craft = f" Борт {v.aircraft['registration']} готов к показу." if v.aircraft else ""
    return Paper(f"m_{v.a:%d%m}", [f"{second.host('full').split()[1]} {second.host('full').split()[2]}, напоминаю: китайцы приезжают {day(v.a, 'dot')}.{craft}", f"Старший у них {v.head.name('palladius')}.", h.host("before")], "eml", mail=(f"{h.host('en last')} <h1@plant.example>", f"{second.host('en last')} <h2@plant.example>", "Приезд", rfc(v.a - timedelta(6))))  # fmt: skip


@kind("thread")
def thread_en(v: Visit) -> Paper:
    h, second = v.hosts[0], v.hosts[1]
    return Paper(f"fw_{v.a:%d%m}", [f"Dear {second.host('en')},", f"The guests arrive on {day(v.a, 'en')}; {v.head.name('pinyin')} is in charge.", f"{h.host('en')}"], "eml", mail=(f"{h.host('en')} <h1@plant.example>", f"{second.host('en')} <h2@plant.example>", "Guests", rfc(v.a - timedelta(6))))  # fmt: skip
