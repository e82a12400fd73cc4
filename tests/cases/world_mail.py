"""A leak of mail: visits told in threads, bookings and attachments of every kind."""

from __future__ import annotations

import json
from datetime import date

from cases import kit
from cases.kit import World, money
from corrobora.sample import paper

ROUTES = {"CA907": ("PEK", "EVN"), "CA908": ("EVN", "PEK"), "A9701": ("URC", "TBS"), "A9702": ("TBS", "URC")}
BOX = "s.avetisyan@araks-tech.example"


def mail() -> World:
    """The world of Araks Technopark's mailbox."""
    w = World("mail", 64, ROUTES)
    people = w.guests(9)
    first, later = people[:4], people[4:9]
    host = w.host("Аветисян Сурен Ашотович", "Avetisyan Suren")
    one, two = (date(2022, 8, 22), date(2022, 8, 26)), (date(2022, 11, 14), date(2022, 11, 17))
    w.visit("V1", ("Ереван", "Yerevan"), one, first, hosts=[host])
    w.visit("V2", ("Тбилиси", "Tbilisi"), two, later, hosts=[host])
    w.visit("V3", ("Батуми", "Batumi"), (date(2022, 12, 5), date(2022, 12, 8)), later[:2], status="cancelled")
    roll = [["Name", "Passport", "DOB"]] + [[g.passport_name, w.passport(g), w.birth(g, "%Y/%m/%d")] for g in first]
    w.leak["inbox/0001.eml"] = paper.mail(
        "Sun Yuting <sun.yuting@lyc.example>", BOX, "Visit to Yerevan 22-26 August", "Mon, 18 Jul 2022 10:02:00 +0800",
        "Dear Suren,\n\nas agreed, our team will come to Yerevan on 22-26 August 2022 to test the ground station.\n"
        "The list is attached (csv). Please book the hotel.\n\nBest regards,\nSun Yuting\nOverseas Department",
        [("members.csv", kit.delimited(roll, ";"))],
    )  # fmt: skip
    w.leak["sent/0002.eml"] = paper.mail(
        f"Suren Avetisyan <{BOX}>", "reception@hotel-ani.example", "FW: Visit to Yerevan 22-26 August", "Tue, 19 Jul 2022 09:20:00 +0400",
        "Добрый день!\n\nПросим забронировать 4 одноместных номера с 22 по 26 августа 2022 г. для гостей из Китая:\n"
        + "\n".join(f"- {g.palladius} ({g.passport_name})" for g in first)
        + "\n\nС уважением,\nСурен Аветисян\n\n-----Original Message-----\nFrom: Sun Yuting\nSent: Monday, July 18, 2022 10:02 AM\n"
        "To: Suren Avetisyan\nSubject: Visit to Yerevan 22-26 August\n\nDear Suren,\nas agreed, our team will come to Yerevan on 22-26 August 2022.",
    )  # fmt: skip
    w.leak["inbox/0003.eml"] = paper.mail(
        "reception@hotel-ani.example", BOX, "Booking confirmation HA-55120", "Tue, 19 Jul 2022 15:00:00 +0400",
        "Booking confirmation HA-55120\nGuests: " + ", ".join(g.passport_name.title() for g in first)
        + "\nCheck-in: 22 August 2022\nCheck-out: 26 August 2022\nRooms: 4 single\nHotel Ani, Yerevan",
    )  # fmt: skip
    w.leak["sent/0004.eml"] = paper.mail(
        f"Сурен Аветисян <{BOX}>", "director@araks-tech.example", "Отчёт о приёме китайской делегации", "Mon, 29 Aug 2022 11:00:00 +0400",
        "Коллеги,\n\nс 22 по 26 августа 2022 года в Ереване находилась китайская делегация: "
        + ", ".join(g.palladius for g in first) + ".\nПринимал Аветисян Сурен Ашотович. Испытания прошли успешно.\n\nС. Аветисян",
    )  # fmt: skip
    table = [["姓名", "Name", "Date of birth", "Passport No"]] + [
        [g.hanzi, g.pinyin, w.birth(g, "%d-%m-%Y"), w.passport(g)] for g in later
    ]
    bundle = kit.archive({"docs/list.odt": kit.odt(["List of delegation", table]), "docs/programme.rtf": kit.rtf(
        ["PROGRAMME OF STAY", "Tbilisi, 14-17 November 2022", "14 November: arrival", "15 November: tests", "17 November: departure"])})
    w.leak["inbox/0007.eml"] = paper.mail(
        "Sun Yuting <sun.yuting@lyc.example>", BOX, "Tbilisi", "Thu, 20 Oct 2022 16:41:00 +0800",
        "Dear Suren,\n\nplease find attached the documents for the visit to Tbilisi from 14 to 17 November 2022.\n\nSun",
        [("docs.zip", bundle)],
    )  # fmt: skip
    w.leak["inbox/0009.eml"] = paper.mail(
        "Sun Yuting <sun.yuting@lyc.example>", BOX, "RE: Tbilisi", "Mon, 21 Nov 2022 16:41:00 +0800",
        "Dear Suren,\n\nthank you for the warm reception in Tbilisi on 14-17 November 2022. All five colleagues are back home: "
        + ", ".join(g.pinyin for g in later) + ".\n\nSun Yuting",
    )  # fmt: skip
    w.leak["inbox/0011.eml"] = paper.mail(
        "Sun Yuting <sun.yuting@lyc.example>", BOX, "Batumi", "Fri, 25 Nov 2022 16:41:00 +0800",
        f"Dear Suren,\n\nwe plan to visit Batumi on 5-8 December 2022 ({later[0].pinyin} and {later[1].pinyin}).\n\nSun",
    )  # fmt: skip
    w.leak["inbox/0012.eml"] = paper.mail(
        "Sun Yuting <sun.yuting@lyc.example>", BOX, "RE: Batumi", "Wed, 30 Nov 2022 16:41:00 +0800",
        "Dear Suren,\n\nsorry, the trip to Batumi on 5-8 December 2022 is cancelled.\n\nSun",
    )  # fmt: skip
    w.contract("AT/22-09", "reported", money(315_000), signed="2022-05-30")
    w.leak["sent/0015.eml"] = paper.mail(
        f"Suren Avetisyan <{BOX}>", "accounts@araks-tech.example", "contract", "Fri, 03 Jun 2022 12:00:00 +0400",
        "Hi,\n\nthe contract AT/22-09 with Luoyang Ground Systems was signed on 30 May 2022, total amount USD 315,000. Please prepare the payment.\n\nS.",
    )  # fmt: skip
    w.truth["people"].append({"id": "Sun", "role": "distractor", "pinyin": "Sun Yuting", "positions": []})
    w.trips("V1", one, first, ("CA907", "CA908"))
    w.trips("V2", two, later, ("A9701", "A9702"))
    w.crowd(2500, date(2022, 6, 1), 240)
    w.table("apis.jsonl", _tickets, w.rows, True)
    return w


def _tickets(rows: list[kit.Row]) -> bytes:
    lines = []
    for r in rows:
        who = {"last_name": r.person.family.upper(), "first_name": "".join(r.person.given).upper(), "birthday": r.birth.replace("-", "")}
        line = {"flightNumber": r.flight, "depAirport": r.origin, "arrAirport": r.target, "departure": f"{r.day.isoformat()}T08:15:00"}
        lines.append(json.dumps(line | who | {"docNum": r.document}))
    return "\n".join(lines).encode()
