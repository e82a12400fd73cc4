"""An English-speaking exporter: threads that quote each other, calendars, boarding passes, minutes in two columns."""

from __future__ import annotations

import json
from datetime import date

from cases import kit
from cases.kit import World, item, money, payment
from corrobora.sample import paper
from corrobora.sample.people import ChinesePerson

ROUTES = {"TK21": ("PEK", "IST"), "TK20": ("IST", "PEK"), "TK73": ("CAN", "IST"), "TK72": ("IST", "CAN")}
ME = "Deniz Arslan <deniz.arslan@bosphorus-avionics.example>"
FIRM = ["Bosphorus Avionics Export Ltd", "Bosphorus Avionics Export Limited"]
END = ["Anhui Skyworks Research Institute", "安徽天工研究所"]
POSTS = ("Deputy Director", "Chief Engineer", "Procurement Manager", "Test Pilot", "Interpreter")


def outlook() -> World:
    """The world of Bosphorus Avionics Export Ltd."""
    w = World("outlook", 47, ROUTES)
    people = w.guests(11)
    first, later, off = people[:5], people[5:9], people[9:]
    host = w.host("Arslan Deniz", "Deniz Arslan")
    one, two = (date(2023, 5, 15), date(2023, 5, 19)), (date(2023, 10, 9), date(2023, 10, 13))
    w.visit("V1", ("Istanbul", "Стамбул"), one, first, hosts=[host])
    w.visit("V2", ("Izmir", "Измир"), two, later, hosts=[host])
    w.visit("V3", ("Ankara", "Анкара"), (date(2023, 12, 4), date(2023, 12, 7)), off, status="cancelled")
    _first(w, first)
    _second(w, later, off)
    _contracts(w)
    _chain(w)
    w.trips("V1", one, first, ("TK21", "TK20"))
    w.trips("V2", two, later, ("TK73", "TK72"))
    w.crowd(2500, date(2023, 4, 1), 230)
    w.table("pax_manifest.tsv", _tickets, w.rows, True)
    w.table("entry_exit.jsonl", _border, [r for r in w.rows if w.dice.random() < 0.85], False)
    return w


def _first(w: World, guests: list[ChinesePerson]) -> None:
    roll = [["#", "Given name", "Surname", "Chinese name", "Born", "Passport no.", "Function"]]
    roll += [
        [n, "".join(g.given).capitalize(), g.family, g.hanzi, w.birth(g, "%d %B %Y"), w.passport(g), POSTS[n - 1]]
        for n, g in enumerate(guests, 1)
    ]
    w.leak["Inbox/RE_ Visit of the Anhui team.eml"] = paper.mail(
        "Fang Yiming <fang.yiming@skyworks.example>", ME, "RE: Visit of the Anhui team", "Tue, 04 Apr 2023 09:12:00 +0800",
        "Dear Deniz,\n\nThank you for the invitation. A delegation of five will visit your facility in Istanbul from 15 to 19 May 2023.\n"
        "Please find the list of participants attached.\n\nKind regards,\nFang Yiming\nInternational Office\n\n"
        "From: Deniz Arslan\nSent: Monday, 3 April 2023 17:40\nTo: Fang Yiming\nSubject: Visit of the Anhui team\n\n"
        "> Dear Mr Fang,\n> we would be glad to welcome your team in Istanbul in the middle of May.\n> Deniz",
        [("Delegation list Istanbul.xlsx", paper.xlsx({"Participants": [["Delegation to Istanbul, 15-19 May 2023"], *roll]}))],
    )  # fmt: skip
    w.leak["Calendar/visit.ics"] = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:88-1\r\nDTSTART;VALUE=DATE:20230515\r\nDTEND;VALUE=DATE:20230520\r\n"
        b"SUMMARY:Anhui delegation in Istanbul\r\nLOCATION:Istanbul\r\nORGANIZER;CN=Deniz Arslan:mailto:deniz.arslan@bosphorus-avionics.example\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    w.leak["Files/Minutes 17 May.docx"] = paper.docx(
        [
            "MINUTES OF MEETING",
            "Istanbul, 17 May 2023",
            "Participants:",
            [
                ["For Bosphorus Avionics Export", "For Anhui Skyworks Research Institute"],
                ["Deniz Arslan, Export Director", f"{guests[0].pinyin}, {POSTS[0]}"],
                *[["", f"{g.pinyin}, {POSTS[n]}"] for n, g in enumerate(guests[1:], 1)],
            ],
            "1. The parties reviewed the status of Contract BA-2023/014.",
            "2. The next meeting will be held in Izmir.",
        ]
    )
    g = guests[1]
    w.leak["Files/boarding pass.pdf"] = paper.pdf(
        [
            "BOARDING PASS",
            f"Name: {g.family.upper()}/{''.join(g.given).upper()} MR",
            "Flight: TK21    Date: 14MAY    From: PEK    To: IST    Seat: 21C",
        ],
        "Boarding pass",
        "2023-05-14",
    )


def _second(w: World, guests: list[ChinesePerson], off: list[ChinesePerson]) -> None:
    w.leak["Inbox/FW_ Izmir.eml"] = paper.mail(
        "Fang Yiming <fang.yiming@skyworks.example>", ME, "FW: Izmir", "Fri, 01 Sep 2023 10:00:00 +0800",
        "Dear Deniz,\n\nFor the acceptance tests in Izmir (9-13 October 2023) we nominate the following four colleagues:\n\n"
        + "\n".join(
            f"{n}. {g.pinyin} ({g.hanzi})"
            + (f", born {w.birth(g, '%d.%m.%Y')}" if w.birth(g) else "")
            + (f", passport {w.passport(g)}" if w.passport(g) else "")
            for n, g in enumerate(guests, 1)
        )
        + "\n\nBest regards,\nFang Yiming",
    )  # fmt: skip
    w.leak["Sent/Report Izmir.eml"] = paper.mail(
        ME, "board@bosphorus-avionics.example", "Report on the acceptance tests", "Mon, 16 Oct 2023 09:30:00 +0300",
        "Dear all,\n\nThe Chinese team (" + ", ".join(g.pinyin for g in guests)
        + ") stayed in Izmir from 9 October to 13 October 2023. The acceptance tests were completed on 12 October.\n\nDeniz Arslan\nExport Director",
    )  # fmt: skip
    w.leak["Inbox/Ankara.eml"] = paper.mail(
        "Fang Yiming <fang.yiming@skyworks.example>", ME, "Ankara", "Thu, 02 Nov 2023 10:00:00 +0800",
        f"Dear Deniz,\n\n{off[0].pinyin} and {off[1].pinyin} would like to visit Ankara on 4-7 December 2023.\n\nFang",
    )  # fmt: skip
    w.leak["Inbox/RE_ Ankara.eml"] = paper.mail(
        "Fang Yiming <fang.yiming@skyworks.example>", ME, "RE: Ankara", "Thu, 23 Nov 2023 10:00:00 +0800",
        "Dear Deniz,\n\nunfortunately we have to call off the visit to Ankara planned for 4-7 December 2023.\n\nFang",
    )  # fmt: skip
    w.truth["people"].append({"id": "Fang", "role": "distractor", "pinyin": "Fang Yiming", "positions": []})


def _contracts(w: World) -> None:
    w.contract(
        "BA-2023/014", "signed", money(4_680_000, "EUR"), signed="2023-02-24",
        items=[item(12, 340_000, "EUR"), item(30, 20_000, "EUR")],
        payments=[payment(20, 936_000, "2023-03-31", "EUR"), payment(50, 2_340_000, "2023-09-30", "EUR"), payment(30, 1_404_000, "2024-01-15", "EUR")],
        deliveries=[{"latest": "2023-11-30"}], arithmetic=[{"check": "total", "ok": True}],
    )  # fmt: skip
    w.leak["Files/BA-2023-014 signed.pdf"] = paper.pdf(
        [
            "SALES CONTRACT No. BA-2023/014",
            "Istanbul, 24 February 2023",
            f"This Contract is made between {FIRM[0]} (hereinafter the “Seller”) and {END[0]} (hereinafter the “Buyer”).",
            "Article 1. Goods",
            [
                ["No.", "Description of goods", "Qty", "Unit price (EUR)", "Amount (EUR)"],
                ["1", "Flight data terminal FT-12", "12", "340,000.00", "4,080,000.00"],
                ["2", "Antenna kit AK-3", "30", "20,000.00", "600,000.00"],
                ["", "Grand total", "", "", "4,680,000.00"],
            ],
            "Article 2. The total price of the Contract is EUR 4,680,000.00 (four million six hundred eighty thousand euros).",
            "Article 3. Payment: (a) 20 % upon signature, not later than 31 March 2023; (b) 50 % by 30 September 2023; "
            "(c) the balance of 30 % by 15 January 2024.",
            "Article 4. The goods shall be delivered on or before 30 November 2023.",
        ],
        "Contract",
        "2023-02-24",
    )
    w.leak["Files/BA-2023-014 draft v1.docx"] = paper.docx(
        [
            "DRAFT v1",
            "SALES CONTRACT No. BA-2023/014",
            f"between {FIRM[0]} (the Seller) and {END[0]} (the Buyer)",
            "10 flight data terminals FT-12 at EUR 340,000 each",
            "Total price: EUR 3,400,000",
        ]
    )
    w.contract("BA-2021/077", "reported", money(780_000, "USD"), signed="2021-08-03", codename="Kestrel")
    w.leak["Sent/old deal.eml"] = paper.mail(
        ME, "finance@bosphorus-avionics.example", "old deal", "Tue, 07 Mar 2023 11:00:00 +0300",
        "Hi,\n\nthe contract BA-2021/077 (code name \"Kestrel\"), signed on 3 August 2021 and worth USD 780,000, has been performed in full.\n\nDeniz",
    )  # fmt: skip


def _chain(w: World) -> None:
    w.leak["Files/INV-5531.pdf"] = paper.pdf(
        [
            "TAX INVOICE",
            "Invoice #: INV-5531",
            "Invoice date: June 6, 2023",
            "Sold by: Lindqvist Microwave AB, Göteborg",
            f"Bill to: {FIRM[0]}",
            f"Ship to / end user: {END[0]}",
            [
                ["Part", "Description", "Units", "Price each", "Line total"],
                ["MW-44", "Microwave amplifier MW-44", "16", "$4,125.00", "$66,000.00"],
                ["", "", "", "Balance due", "$66,000.00"],
            ],
        ],
        "Invoice",
        "2023-06-06",
    )
    w.leak["Files/INV BA-902.docx"] = paper.docx(
        [
            "INVOICE",
            "No. BA-902                                      27 June 2023",
            f"From: {FIRM[0]}",
            f"To: {END[0]}",
            [["Item", "Qty", "Rate, EUR", "Total, EUR"], ["Microwave amplifier MW-44", "16", "5,900.00", "94,400.00"], ["Total", "", "", "94,400.00"]],
        ]
    )  # fmt: skip
    w.leak["Files/statement july.xlsx"] = paper.xlsx(
        {
            "July": [
                ["Account holder: Bosphorus Avionics Export Ltd, EUR"],
                ["Booking date", "Counterparty", "Amount", "Reference"],
                ["05/07/2023", END[0], 94400, "INV BA-902"],
                ["11/07/2023", "Metro Catering", -412.5, "lunch"],
            ]
        }
    )
    w.truth["supply"] = [
        {
            "supplier": ["Lindqvist Microwave AB"], "intermediaries": [FIRM], "receiver": END, "quantity": 16,
            "value": money(66_000), "date": "2023-06-06",
            "other_values": [money(94_400, "EUR") | {"date": "2023-06-27"}, money(94_400, "EUR") | {"date": "2023-07-05"}],
        }
    ]  # fmt: skip
    listed = [
        ["entityName", "listedOn", "programme", "country"],
        ["Anhui Skyworks Research Institute", "2023-06-12", "Entity List", "CN"],
    ]
    listed += [[f"Sample Institute No. {n}", "2019-01-01", "Entity List", "CN"] for n in range(50)]
    w.records["entity_list.csv"] = kit.delimited(listed)
    w.truth["sanctions"] = [
        {"target": END, "since": "2023-06-12", "exposure": [{"date": "2023-06-27", "before_listing": False}]}
    ]


def _tickets(rows: list[kit.Row]) -> bytes:
    table = [["flightNo", "depDate", "depAirport", "arrAirport", "lastName", "firstName", "dateOfBirth", "docNumber"]]
    for r in rows:
        born = date.fromisoformat(r.birth).strftime("%d-%b-%y").upper() if r.birth else ""
        given = "".join(r.person.given).upper()
        table.append(
            [
                r.flight,
                r.day.strftime("%d-%b-%y").upper(),
                r.origin,
                r.target,
                r.person.family.upper(),
                given,
                born,
                r.document,
            ]
        )
    return kit.delimited(table, "\t")


def _border(rows: list[kit.Row]) -> bytes:
    lines = []
    for r in rows:
        way = "ARRIVAL" if r.target == "IST" else "DEPARTURE"
        who = {
            "fullName": f"{r.person.family} {''.join(r.person.given).capitalize()}",
            "dob": r.birth or None,
            "passport": r.document or None,
        }
        lines.append(
            json.dumps(
                {
                    "movement": way,
                    "movementDate": r.day.strftime("%Y-%m-%dT11:20:00Z"),
                    "nationality": "CHN",
                    "port": "Istanbul",
                }
                | who
            )
        )
    return "\n".join(lines).encode()
