"""Small invented cases, one for each analysis of which the demo case holds nothing: the worked examples of the docs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from analysis.invented import match, mentions, person, place, view
from corrobora.analysis.kinds import contract
from corrobora.analysis.seal import Seal, SealOutcome
from corrobora.analysis.view import CaseView
from corrobora.model.contract import record_json
from corrobora.model.document import Document, Page
from corrobora.model.entities import Organization, Position, Visit
from corrobora.model.faces import Face
from corrobora.model.facts import (
    AliasFact,
    Appearance,
    ContractFact,
    ContractItem,
    DeliveryTerm,
    Fact,
    LetterFact,
    MeetingFact,
    Modality,
    OrganizationPart,
    SightingFact,
    Span,
    TradeFact,
    TradeLine,
)
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id
from corrobora.model.mention import Mention, MentionType
from corrobora.model.money import Money
from corrobora.model.records import RecordKind, RecordRef
from corrobora.model.source import Source

MOTOR = Organization("o1", "АО «Северный мотор»", ("АО «Северный мотор»", "Severny Motor JSC"))
TRADE = Organization("o2", "Yunlan Trade Co., Ltd", ("Yunlan Trade Co., Ltd", "云岚贸易有限公司"))
SITE = Source("leak", "site", "the plant's site", origin="web", reliability="C", public=True)


def case(papers: Mapping[str, str], *facts: Fact, dates: Mapping[str, str] | None = None, **more: object) -> CaseView:
    """A case of these papers, dated, with both organisations known."""
    told = {fact.spans[0].document for fact in facts if isinstance(fact, LetterFact)}
    letters = tuple(letter(papers, path, on) for path, on in (dates or {}).items() if path not in told)
    more.setdefault("mentions", mentions(papers))
    more.setdefault("organizations", (MOTOR, TRADE))
    known = view(papers, facts=(*facts, *letters), **more)
    sources = {path: SITE for path in papers if path.startswith("site/")}
    return replace(known, document_sources={**known.document_sources, **sources})


def letter(papers: Mapping[str, str], path: str, on: str | None = None, **more: object) -> LetterFact:
    return LetterFact((Span(path, 1, 0, 8, papers[path][:8]),), written=on, **more)  # type: ignore[arg-type]


def named(papers: Mapping[str, str], kind: MentionType, *words: str) -> tuple[Mention, ...]:
    return tuple(Mention(text.index(w), text.index(w) + len(w), kind, w, w, document=path)
                 for path, text in papers.items() for w in words if w in text)  # fmt: skip


def visit(papers: Mapping[str, str], path: str, **more: object) -> Visit:
    given = {"organizations": ("o1",), "spans": (Span(path, 1, 0, 8, papers[path][:8]),), "documents": (path,), **more}
    return Visit("v1", "YL-7", ("Тула",), "2023-05-10", "2023-05-14", ("p1",), status=Modality.HAPPENED, **given)  # type: ignore[arg-type]


def _relations() -> CaseView:
    papers = {
        "archive/note.txt": "3 марта 2021 г. завод приостановил переговоры с АО «Северный мотор».",
        "archive/report.txt": "On 9 September 2021 deliveries from Severny Motor JSC were resumed.",
    }
    return case(papers)


def _rule() -> CaseView:
    text = (
        "Указ № 61 об ограничениях экспорта вступил в силу 5 февраля 2022 г.\n\n"
        "Контракт № СМ-14/21 расторгнут 1 апреля 2022 г. Аванс 2 000 000 руб. не возвращён."
    )
    papers = {"archive/note.txt": text}
    return case(papers, ContractFact((place(papers, "archive/note.txt", "СМ-14/21"),), number="СМ-14/21"))


def _notice() -> CaseView:
    papers = {
        "archive/minutes.txt": "Протокол. Стороны обсудили двигатель СМ-500 и насос ТК-20.",
        "site/tender.html": "Закупка от 12.05.2023: двигатель СМ-500, 4 шт.",
    }
    dates = {"archive/minutes.txt": "2023-05-10", "site/tender.html": "2023-05-12"}
    return case(papers, dates=dates, visits=(visit(papers, "archive/minutes.txt"),))


def _event() -> CaseView:
    papers = {
        "archive/minutes.txt": "Протокол от 10 мая 2023 г.",
        "site/news.html": "Выставка «Мотор» открылась 12 мая 2023 г., у АО «Северный мотор» был стенд.",
    }
    return case(papers, visits=(visit(papers, "archive/minutes.txt"),))


def _deal() -> CaseView:
    papers = {"archive/minutes.txt": "Протокол от 10 мая 2023 г.", "archive/c.txt": "Контракт № СМ-15/23 от 01.08.2023"}
    li = person("p1", "Li Wen", positions=(Position("director", "云岚贸易有限公司"),))
    at = place(papers, "archive/c.txt", "СМ-15/23")
    parties = ("Severny Motor JSC", "Yunlan Trade Co., Ltd")
    text = ContractFact((at,), number="СМ-15/23", parties=parties, status="signed", signed="2023-08-01")
    return case(papers, text, visits=(visit(papers, "archive/minutes.txt"),), persons=(li,))


def _tests() -> CaseView:
    papers = {
        "mailbox/invoice.txt": "Invoice 7: СМ-500, 4 pcs",
        "archive/report.txt": "10 июля 2023 г. на полигоне испытан аппарат СМ-500.",
    }
    at = place(papers, "mailbox/invoice.txt", "СМ-500")
    lines = (TradeLine("аппарат СМ-500", at, "4"),)
    sold = TradeFact("invoice", (at,), "7", "2023-05-01", "Yunlan Trade Co., Ltd", "АО «Северный мотор»", lines=lines)
    return case(papers, sold)


def _asked() -> CaseView:
    papers = {
        "archive/ask.txt": "Письмо YL-7. Просим поставить 12 шт. СМ-500.",
        "archive/answer.txt": "На YL-7 сообщаем: согласована поставка 8 шт. СМ-500.",
    }
    facts = (
        letter(papers, "archive/ask.txt", "2023-01-10", number="YL-7"),
        letter(papers, "archive/answer.txt", "2023-02-15", reply_to=("YL-7",)),
    )
    return case(papers, *facts)


def _group() -> CaseView:
    names = ("Li Wen", "Tan Bo", "Wu Fei")
    flights = (("SU201", "2023-05-09"), ("SU200", "2023-05-15"))
    found = [(who, flight, on) for flight, on in flights for who in names]
    matches = tuple(
        match(who, None, n, number=flight, date=on, departure="PEK", arrival="SVO")
        for n, (who, flight, on) in enumerate(found, 1)
    )
    sold = [(name, on) for flight, on in flights for name in (flight, *["CA909"] * 30)]
    seats = [{"dataset": "tickets.csv", "row": n, "from": "PEK", "to": "SVO", "date": on, "number": name}
             for n, (name, on) in enumerate(sold, 1)]  # fmt: skip
    return view(tables={RecordKind.JOURNEY: seats}, matches=matches, persons=tuple(person(n, n) for n in names))


def _lags() -> CaseView:
    found = []
    for n, days in enumerate((0, 1, 5, 90), 1):
        ref = RecordRef("the recruiting office", "recruits.csv", n, (("name", f"recruit {n}"),))
        second = {"what": "enlistment", "date": "2023-05-05", "record": record_json(ref)}
        body = {"person": f"p{n}", "first": {"what": "arrival"}, "second": second, "days": days}
        found.append(Finding(f"lag{n}", "lag", "It was so.", Grade.PROBABLE, (), (ref,), body))
    return replace(view(), findings=tuple(found))


def _term() -> CaseView:
    row = {"dataset": "recruits.csv", "row": 1, "name": "LI WEN", "date": "2023-08-31", "note": "контракт на 6 месяцев"}
    ref = RecordRef("the set recruits.csv", "recruits.csv", 1, (("name", "LI WEN"),))
    return view(tables={RecordKind.ENROLMENT: [row]}, persons=(person("p1", "Li Wen", records=(ref,)),))


def _venues() -> CaseView:
    text = "Программа визита\n11.05.2023 10:00 | переговоры | АО «Северный мотор» | Li Wen\n12.05.2023 | осмотр | Тула"
    papers = {"archive/programme.txt": text}
    known = mentions(papers, ("Тула",)) + named(papers, MentionType.ORG, "АО «Северный мотор»")
    known += named(papers, MentionType.PER, "Li Wen")
    fact = letter(papers, "archive/programme.txt", "2023-05-01", type="programme")
    stay = visit(papers, "archive/programme.txt")
    return case(papers, fact, visits=(stay,), persons=(person("p1", "Li Wen"),), mentions=known)


def _capacity() -> CaseView:
    papers = {
        "archive/a.txt": "Мощность АО «Северный мотор» — 10 000 шт. в месяц.",
        "mailbox/i.txt": "Invoices of the year",
    }
    at = place(papers, "mailbox/i.txt", "Invoices")
    sales = tuple(
        TradeFact("invoice", (at,), on, on, "Severny Motor JSC", "Yunlan Trade Co., Ltd",
                  lines=(TradeLine("motor СМ-500", at, pieces),))
        for on, pieces in (("2023-05-03", "200"), ("2023-06-03", "300"))
    )  # fmt: skip
    return case(papers, *sales)


def _plan() -> CaseView:
    papers = {"archive/a.txt": "Letter of the works\n\nThe plan covers 28 months, until December 2025."}
    return case(papers, dates={"archive/a.txt": "2023-03-03"})


def _converging() -> CaseView:
    papers = {
        "archive/minutes.txt": "Minutes: the СМ-500 was shown.", "archive/letter.txt": "We ask for the СМ-500.",
        "mailbox/c.txt": "Contract for the СМ-500.",
    }  # fmt: skip
    types = {"archive/minutes.txt": "minutes", "archive/letter.txt": "request", "mailbox/c.txt": "contract"}
    return case(papers, *(letter(papers, path, None, type=kind) for path, kind in types.items()))


def _unstated() -> CaseView:
    papers = {"archive/note.txt": "The contract code-named Opal, for USD 5,000,000, goes on."}
    at = place(papers, "archive/note.txt", "Opal")
    known = case(
        papers, ContractFact((at,), codename="Opal", total=Money(Decimal(5_000_000), "USD"), parties=("A", "B"))
    )
    return known.having(tuple(contract.analyse(known)))


def _testimony() -> CaseView:
    papers = {"archive/t.txt": "ПРОТОКОЛ ОПРОСА\nОпрошенный: Гордеев Пётр Семёнович\nПоясняю: было так."}
    return case(papers, mentions=named(papers, MentionType.PER, "Гордеев Пётр Семёнович"))


def _omission() -> CaseView:
    body = [
        "Сообщаем о ходе работ за прошедший квартал.", "Сборка первого образца завершена в установленный срок.",
        "Испытания второго образца остановлены из-за отказа двигателя.",
        "Поставка комплектующих идёт по графику без отклонений.", "Просим учесть изложенное при подготовке отчёта.",
        "О дальнейшем ходе работ сообщим дополнительно.",
    ]  # fmt: skip
    return case({"archive/report.txt": "\n".join(body), "archive/short.txt": "\n".join(body[:2] + body[3:])})


def _payments() -> CaseView:
    papers = {"mailbox/p.txt": "Payments of the year"}
    at = place(papers, "mailbox/p.txt", "Payments")
    facts = tuple(
        TradeFact("payment", (at,), on, on, payee, payer, total=Money(Decimal(500), "USD"))
        for payer, payee, on in (
            ("Importer LLC", "Middle LLC", "2023-01-10"),
            ("Middle LLC", "Maker LLC", "2023-02-10"),
        )
    )
    told = {"target": "Maker LLC", "authority": "the Treasury", "since": "2023-06-01"}
    return replace(case(papers, *facts), findings=(Finding("s1", "sanction", "It was so.", Grade.PROBABLE, body=told),))


def _parts() -> CaseView:
    papers = {"archive/a.txt": "Бюро обмена Управления техники Комиссии по вооружениям"}
    whole = place(papers, "archive/a.txt", papers["archive/a.txt"])
    pairs = (("Бюро обмена", "Управление техники"), ("Управление техники", "Комиссия по вооружениям"))
    return case(papers, *(OrganizationPart(part, of, whole, "2023-05-10") for part, of in pairs))


def _signature() -> CaseView:
    papers = {"archive/c.pdf": "Contract No. 5 of the works"}
    told = "the bytes are those that were signed"
    seal = Seal("PDF signature", SealOutcome.HOLDS, "Ivan Zorin", "2023-05-03T10:00:00+00:00", told, False)
    return replace(case(papers), seals={"archive/c.pdf": (seal,)})


def _photograph() -> CaseView:
    papers, picture = {"mailbox/1.eml": "Here is the picture."}, "mailbox/1.eml!/p.jpg"
    known = case(papers, metadata={picture: {"created": "2023-05-03T10:00:00", "device": "Acme 5"}})
    file = Document(picture, "1" * 64, 9, parent="mailbox/1.eml", media_type="image/jpeg")
    pages = {**known.pages, (picture, 1): Page(1, "", document=picture)}
    return replace(known, documents={**known.documents, picture: file}, pages=pages)


def _post() -> CaseView:
    papers = {"site/post.html": "Li Wen\n@liwen88\nLocation: Tula\nA fine day."}
    row = {"dataset": "recruits.csv", "row": 2, "name": "LI WEN", "date": "2023-05-20", "place": "Tula"}
    ref = RecordRef("the set recruits.csv", "recruits.csv", 2, (("name", "LI WEN"),))
    li = person("p1", "Li Wen", "Li Wen", "李文", records=(ref,), birth_date="1990-03-04")
    known = mentions(papers, ("Tula",)) + named(papers, MentionType.PER, "Li Wen")
    metadata = {"site/post.html": {"published": "2023-05-25"}}
    return case(papers, tables={RecordKind.ENROLMENT: [row]}, persons=(li,), mentions=known, metadata=metadata)


def _aliases() -> CaseView:
    papers = {"archive/c.txt": "Общество «Тёплый берег» (далее также Teply Bereg LLC) поставляет насосы."}
    spans = tuple(place(papers, "archive/c.txt", words) for words in ("Общество «Тёплый берег»", "Teply Bereg LLC"))
    return case(papers, AliasFact("Общество «Тёплый берег»", "Teply Bereg LLC", spans))


def _swapped() -> CaseView:
    clauses = [
        "The goods are packed in wooden cases that keep out damp and shocks on the whole way to the works.",
        "The supplier replaces parts that fail within two years of delivery at its own cost and risk.",
        "Disputes are settled by talks and, failing these, by the court of arbitration at the chamber of commerce.",
    ]
    papers = {f"archive/{n}.txt": "\n".join([f"Contract {n}: motor СМ-500, 4", *clauses]) for n in (1, 2)}
    facts = []
    for n, supplier, on in ((1, "Yunlan Trade Co., Ltd", "2022-01-10"), (2, "Another Supplier LLC", "2022-09-10")):
        at = place(papers, f"archive/{n}.txt", "motor СМ-500, 4")
        item = ContractItem("motor СМ-500", "4", None, None, at)
        parties = (supplier, "Severny Motor JSC")
        facts.append(ContractFact((at,), number=f"SM-{n}", parties=parties, status="signed", signed=on, items=(item,)))
    return case(papers, *facts)


def _two_places() -> CaseView:
    papers = {"archive/list.txt": "Li Wen, Gao Yu"}
    one = person("li", "Li Wen", spans=(place(papers, "archive/list.txt", "Li Wen"),))
    ways = (("ZQ101", "PEK", "SVO"), ("ZQ102", "SVO", "OVB"), ("ZQ707", "HRB", "VVO"))
    matches = tuple(
        match("li", "v", row, number=number, departure=start, arrival=end, date="2023-05-04")
        for row, (number, start, end) in enumerate(ways, 1)
    )
    return view(papers, persons=(one,), matches=matches)


def _office() -> CaseView:
    papers = {"archive/list.txt": "Li Wen, engineer, Severny Motor JSC; visit of 10 May 2023"}
    at = place(papers, "archive/list.txt", "Li Wen")
    guest = person("li", "Li Wen", spans=(at,), positions=(Position("engineer", "Severny Motor JSC"),))
    stay = Visit("v1", "YL-7", ("Тула",), "2023-05-10", "2023-05-14", ("li",), status=Modality.HAPPENED, spans=(at,))
    body = {"persons": ["li"], "from": "2023-05-10"}
    found = Finding("visit-1", "visit", "", Grade.PROBABLE, body=body)
    office = Organization("o1", "Severny Motor JSC", ("Severny Motor JSC",), spans=(at,))
    rows = [
        {
            "dataset": "customs.csv",
            "row": n,
            "receiver": buyer,
            "sender": "Vector Ltd",
            "date": date,
            "description": "x",
        }
        for n, (buyer, date) in enumerate(
            (
                ("Severny Motor JSC", "2023-07-01"),
                ("Yuzhny Motor JSC", "2023-07-02"),
                ("Severny Motor JSC", "2019-01-01"),
            ),
            1,
        )
    ]
    return view(
        papers,
        {RecordKind.SHIPMENT: rows},
        persons=(guest,),
        visits=(stay,),
        organizations=(office,),
        findings=(found,),
    )


def _undertaken() -> CaseView:
    papers = {
        "archive/minutes.txt": "Протокол № 7\n\nСторона А направит расчёт прочности крыла до 20 марта 2023 г.",
        "archive/letter.txt": "Исх. № 12\n\nНаправляем расчёт прочности крыла.",
    }
    return case(papers, dates={"archive/minutes.txt": "2023-03-01", "archive/letter.txt": "2023-03-27"})


def _faces() -> CaseView:
    papers = {"archive/passport.png": "PASSPORT N100", "archive/other.png": "PASSPORT N200", "site/stand.jpg": "Стенд"}
    holders = [
        Appearance((), (place(papers, path, number),), document_number=number, side="holder")
        for path, number in (("archive/passport.png", "N100"), ("archive/other.png", "N200"))
    ]
    at = {"archive/passport.png": 0.0, "archive/other.png": 0.5, "site/stand.jpg": 0.2}
    faces = {path: (Face(1, (0.1, 0.3, 0.25, 0.55), 1.0, (far, 0.0)),) for path, far in at.items()}
    return case(papers, *holders, faces=faces)


def _craft() -> CaseView:
    papers = {"archive/minutes.txt": "10 мая 2023 г. в Туле показан борт RX-76001."}
    at = place(papers, "archive/minutes.txt", "RX-76001")
    sighted = SightingFact("RX-76001", (at,), "Ил-76", "Тула", "2023-05-10")
    owners = (("Wing Leasing LLC", "2014-03-01"), ("Severny Motor JSC", "2021-01-01"))
    assets = [
        {"dataset": "craft.csv", "row": n, "registration": "RX-76001", "owner": owner, "since": since}
        for n, (owner, since) in enumerate(owners, 1)
    ]
    return case(papers, sighted, tables={RecordKind.ASSET: assets})


def _two_prices() -> CaseView:
    papers = {"archive/c.txt": "Контракт № СМ-5 на 1000 USD", "archive/n.txt": "СМ-5 был подписан на 1200 USD"}
    told = [("archive/c.txt", "1000 USD", 1000, "signed"), ("archive/n.txt", "1200 USD", 1200, "reported")]
    facts = tuple(
        ContractFact((place(papers, path, words),), number="СМ-5", status=status, total=Money(Decimal(sum_), "USD"))
        for path, words, sum_, status in told
    )
    return case(papers, *facts)


def _suit() -> CaseView:
    papers = {"archive/a.txt": "Письмо АО «Северный мотор», ИНН 7701000018"}
    office = replace(MOTOR, numbers=("7701000018",))
    suit = {
        "dataset": "cases.csv", "row": 1, "case": "А-17/2022", "court": "Арбитражный суд", "date": "2022-03-04",
        "plaintiff": "Wing Leasing LLC", "defendant": "АО «Северный мотор»", "defendant_number": "7701000018",
        "subject": "о признании несостоятельным (банкротом)",
    }  # fmt: skip
    return replace(case(papers, tables={RecordKind.CASE: [suit]}), organizations=(office, TRADE))


def _wounded() -> CaseView:
    papers = {"archive/list.txt": "Li Wen"}
    rows = [{"dataset": "patients.csv", "row": 1, "name": "LI WEN", "date": "2023-09-01", "note": "ранен"}]
    known = match("li", None, 1, dataset="patients.csv", grade="probable", date="2023-09-01")
    who = person("li", "Li Wen", spans=(place(papers, "archive/list.txt", "Li Wen"),))
    return case(papers, tables={RecordKind.ENROLMENT: rows}, persons=(who,), matches=(known,))


def _late() -> CaseView:
    papers = {
        "archive/c.txt": "Контракт № СМ-14/21: поставка до 2024-03-31",
        "mailbox/n.txt": "По контракту № СМ-14/21 поставка просрочена в связи с нехваткой подшипников.",
    }
    end = DeliveryTerm(place(papers, "archive/c.txt", "2024-03-31"), latest="2024-03-31")
    number = "СМ-14/21"
    signed = ContractFact(
        (place(papers, "archive/c.txt", number),), number=number, parties=("АО «Северный мотор»",), status="signed",
        signed="2023-01-10", deliveries=(end,),
    )  # fmt: skip
    note = ContractFact((place(papers, "mailbox/n.txt", number),), number=number, signed="2024-06-01")
    return case(papers, signed, note)


def _founded() -> CaseView:
    papers = {"archive/memo.txt": "25 мая 2023 г. Зорин П.И. встретился с Yunlan Trade. Строить будет ООО «Пустельга»."}
    at = place(papers, "archive/memo.txt", "25 мая 2023 г.")
    met = MeetingFact((at,), "2023-05-25", "Тула", ("Зорин П.И.", "Yunlan Trade Co., Ltd"))
    firm = Organization("o9", "ООО «Пустельга»", ("ООО «Пустельга»",), ("7700000001",))
    tables = {
        RecordKind.COMPANY: [
            {"dataset": "c.csv", "row": 1, "name": "ООО «Пустельга»", "inn": "7700000001", "registered": "2023-06-09"}
        ],
        RecordKind.SHARE: [
            {"dataset": "c.csv", "row": 1, "owner": "Зорин Павел Ильич", "owner_number": "770000000011",
             "asset": "ООО «Пустельга»", "asset_number": "7700000001", "share": "80"}
        ],
    }  # fmt: skip
    return replace(case(papers, met, tables=tables), organizations=(firm, TRADE))
def _bookings() -> CaseView:
    papers = {"archive/minutes.txt": "Протокол от 10.05.2023. Присутствовали: Ли Вэнь.", "archive/l.txt": "Ли Вэнь"}
    li = person("li", "Li Wen", spans=(place(papers, "archive/minutes.txt", "Ли Вэнь"),))
    tickets = [
        {"dataset": "tickets.csv", "row": 1, "name": "LI WEN", "number": "SU204", "date": "2023-05-20",
         "booked": "2023-05-11"},
        {"dataset": "tickets.csv", "row": 2, "name": "LI WEN", "number": "SU205", "date": "2023-05-27",
         "booked": "2023-05-18", "flown": "no", "flown_raw": "REFUNDED"},
    ]  # fmt: skip
    known = {"departure": "PEK", "arrival": "SVO"}
    found = (
        match("li", None, 1, number="SU204", date="2023-05-20", **known),
        match("li", None, 2, number="SU205", date="2023-05-27", **known),
    )
    dated = {"archive/minutes.txt": "2023-05-10"}
    return case(papers, dates=dated, persons=(li,), matches=found, tables={RecordKind.JOURNEY: tickets})


def _month() -> CaseView:
    papers = {"archive/letter.txt": "В мае 2023 г. в Туле будет Ли Вэнь."}
    at = place(papers, "archive/letter.txt", "Ли Вэнь")
    li = person("li", "Li Wen", spans=(at,))
    stay = Visit("v1", None, ("Тула",), "2023-05", "2023-05", ("li",), spans=(at,))
    days = ("2023-05-20", "2023-06-02", "2023-05-25")
    found = tuple(match("li", None, n, number="SU204", date=on) for n, on in enumerate(days[:2], 1))
    by_name = match("li", None, 3, number="SU204", date=days[2], agrees=("name",), evidence_class=7)
    return case(papers, persons=(li,), visits=(stay,), matches=(*found, by_name))


def _goods() -> CaseView:
    papers = {"archive/minutes.txt": "Протокол от 10 мая 2023 г.: АО «Северный мотор» просит насос ТК-20. Ли Вэнь."}
    at = place(papers, "archive/minutes.txt", "Ли Вэнь")
    guest = person("p1", "Li Wen", spans=(at,), positions=(Position("engineer", "Severny Motor JSC"),))
    office = Organization("o1", "Severny Motor JSC", ("Severny Motor JSC",), spans=(at,))
    held = visit(papers, "archive/minutes.txt")
    told = Finding(hash_id("visit", held.id), "visit", "", Grade.PROBABLE)
    rows = [
        {"dataset": "customs.csv", "row": n, "receiver": "Severny Motor JSC", "sender": "Vector Ltd", "date": date,
         "description": goods}
        for n, (date, goods) in enumerate(
            (("2023-07-01", "Насос ТК-20, 4 шт."), ("2023-07-02", "Бумага"), ("2019-01-01", "Насос ТК-20")), 1)
    ]  # fmt: skip
    return case(
        papers, visits=(held,), persons=(guest,), organizations=(office,), findings=(told,),
        tables={RecordKind.SHIPMENT: rows}, mentions=mentions(papers),
    )  # fmt: skip


STORIES: dict[str, Callable[[], CaseView]] = {
    "aircraft": _craft,
    "alias": _aliases,
    "answered": _asked,
    "arrival_month": _month,
    "asked": _asked,
    "booking": _bookings,
    "broken_off": _relations,
    "capacity": _capacity,
    "co_travel_group": _group,
    "contradiction": _two_prices,
    "convergence": _converging,
    "court_case": _suit,
    "deal_after_visit": _deal,
    "dropped": _rule,
    "fate": _wounded,
    "lag_spread": _lags,
    "late_contract": _late,
    "not_stated": _unstated,
    "notice": _notice,
    "omission": _omission,
    "part_of": _parts,
    "payment_path": _payments,
    "photograph": _photograph,
    "plan": _plan,
    "post": _post,
    "post_person": _post,
    "public_event": _event,
    "same_face": _faces,
    "sequence": _founded,
    "signature": _signature,
    "supplier_swap": _swapped,
    "term_end": _term,
    "tested": _tests,
    "testimony": _testimony,
    "two_places": _two_places,
    "undertaking": _undertaken,
    "venue": _venues,
    "visit_goods": _goods,
    "visitors_office": _office,
}
