"""A trading house that writes English: letters, minutes, a sales contract, invoices."""

from __future__ import annotations

import json
from datetime import date

from cases import kit
from cases.kit import World, item, money, payment
from corrobora.sample import paper

ROUTES = {"KC888": ("PEK", "ALA"), "KC887": ("ALA", "PEK"), "CZ6011": ("URC", "TAS"), "CZ6012": ("TAS", "URC")}
POSTS = ("Head of Delegation, Deputy Director", "Chief Engineer", "Senior Researcher", "Sales Manager", "Interpreter")


def english() -> World:
    """The world of Steppe Bridge Trading LLP."""
    w = World("english", 33, ROUTES)
    people = w.guests(8)
    host = w.host("Omarov Daniyar Serikovich", "Omarov Daniyar")
    second = w.host("Whitcombe Laura Jane", "Whitcombe Laura")
    first, later = people[:4], people[3:]
    w.visit("V1", ("Almaty", "Алматы"), (date(2022, 3, 14), date(2022, 3, 18)), first, hosts=[host, second])
    w.visit("V2", ("Tashkent", "Ташкент"), (date(2022, 6, 27), date(2022, 7, 1)), later, hosts=[second])
    w.visit("V3", ("Bishkek", "Бишкек"), (date(2022, 10, 3), date(2022, 10, 7)), people[:2], status="cancelled")
    names = [f"{''.join(g.given).capitalize()} {g.family.upper()}" for g in first]
    w.leak["Correspondence/2022/In/Request for visit.pdf"] = paper.pdf(
        [
            "HUALIN AVIONICS RESEARCH CENTER",
            "18 Keji Road, Xi'an, P.R. China",
            "Ref.: HARC/INT/22-031",
            "Date: February 21, 2022",
            "To: Mr. Daniyar Omarov, Managing Director, Steppe Bridge Trading LLP",
            "Subject: Visit of our specialists to Almaty",
            "Dear Mr. Omarov,",
            "Further to our telephone conversation, we kindly ask you to receive a delegation of our Center in Almaty from 14 to 18 March 2022. "
            "The delegation consists of the following four persons:",
            [["No.", "Full name", "Position", "Date of birth", "Passport No."]]
            + [[str(n), nm, POSTS[n - 1], w.birth(g, "%d %B %Y"), w.passport(g)] for n, (g, nm) in enumerate(zip(first, names, strict=True), 1)],
            "We would appreciate your assistance with the invitation letters and visas.",
            "Yours sincerely,",
            "Gao Tianming",
            "Director of International Cooperation",
        ],
        "Letter",
        "2022-02-21",
    )
    w.leak["Correspondence/2022/Out/Invitation.docx"] = paper.docx(
        [
            "STEPPE BRIDGE TRADING LLP",
            "Our ref: SB-114/22",
            "28 February 2022",
            "LETTER OF INVITATION",
            "We have the pleasure of inviting the following specialists of Hualin Avionics Research Center to visit Almaty, Republic of Kazakhstan, "
            "between March 14 and March 18, 2022:",
            *[
                f"{n}) Mr. {g.pinyin}" + (f", born {w.birth(g, '%d %b %Y')}" if w.birth(g) else "")
                + (f", passport No. {w.passport(g)}" if w.passport(g) else "")
                for n, g in enumerate(first, 1)
            ],
            "All expenses will be borne by the receiving party.",
            "Daniyar Omarov",
            "Managing Director",
        ]
    )
    w.leak["Meetings/MoM 2022-03-16.docx"] = paper.docx(
        [
            "MINUTES OF MEETING",
            "Place: Almaty, Kazakhstan",
            "Date: Wednesday, 16 March 2022, 10:00 - 12:30",
            "Present:",
            "For Steppe Bridge Trading LLP: Omarov Daniyar Serikovich (Managing Director), Whitcombe Laura Jane (Legal Counsel)",
            "For Hualin Avionics Research Center: " + ", ".join(g.pinyin for g in first),
            "1. The parties discussed the delivery of navigation units under Contract No. SBT-22/018.",
            "2. The next meeting is to be held in Tashkent in June.",
        ]
    )
    w.leak["Correspondence/2022/In/Second visit.docx"] = paper.docx(
        [
            "Ref.: HARC/INT/22-066",
            "May 30, 2022",
            "Dear Ms. Whitcombe,",
            "We would like to send a group of our engineers to Tashkent for acceptance tests. The proposed dates of the visit are "
            "June 27 - July 1, 2022. Please find below the particulars of the visitors.",
            *[
                f"{g.family.upper()} {''.join(g.given).capitalize()} ({g.hanzi}) - {POSTS[n % 5]}"
                + (f"; DOB {w.birth(g, '%Y-%m-%d')}" if w.birth(g) else "")
                + (f"; PP {w.passport(g)}" if w.passport(g) else "")
                for n, g in enumerate(later)
            ],
            "Best regards,",
            "Gao Tianming",
        ]
    )
    w.leak["Meetings/Trip report Tashkent.rtf"] = kit.rtf(
        [
            "TRIP REPORT",
            "Purpose: acceptance tests of the HN-5 navigation unit",
            "From 27 June to 1 July 2022 our partners from Hualin Avionics Research Center stayed in Tashkent. The group included "
            + ", ".join(g.pinyin for g in later[:-1]) + f" and {later[-1].pinyin}.",
            "They were received by Whitcombe Laura Jane.",
        ]
    )
    w.leak["Correspondence/2022/In/Bishkek.docx"] = paper.docx(
        [
            "Ref.: HARC/INT/22-090",
            "September 5, 2022",
            "We plan a visit to Bishkek from 3 to 7 October 2022. Visitors: " + " and ".join(g.pinyin for g in people[:2]) + ".",
        ]
    )
    w.leak["Correspondence/2022/In/Bishkek off.eml"] = paper.mail(
        "Gao Tianming <gao@harc.example>",
        "d.omarov@steppebridge.example",
        "Re: visit to Bishkek",
        "Tue, 20 Sep 2022 09:12:00 +0800",
        "Dear Daniyar,\n\nWe regret to inform you that the visit to Bishkek planned for 3-7 October 2022 has been called off. "
        "We will come back to you with new dates next year.\n\nRegards,\nGao",
    )
    w.truth["people"].append({"id": "Gao", "role": "distractor", "pinyin": "Gao Tianming", "positions": []})
    _contracts(w)
    _trade(w)
    w.trips("V1", (date(2022, 3, 14), date(2022, 3, 18)), first, ("KC888", "KC887"))
    w.trips("V2", (date(2022, 6, 27), date(2022, 7, 1)), later, ("CZ6011", "CZ6012"))
    w.crowd(2500, date(2022, 1, 10), 240)
    w.table("pnr_dump.json", _tickets, w.rows, True)
    w.table("entry-exit.txt", _border, [r for r in w.rows if "ALA" in (r.origin, r.target) and w.dice.random() < 0.9], False)
    return w


def _contracts(w: World) -> None:
    w.contract(
        "SBT-22/018",
        "signed",
        money(2_150_000),
        signed="2022-02-04",
        items=[item(10, 185_000), item(3, 100_000)],
        payments=[payment(40, 860_000, "2022-03-06"), payment(60, 1_290_000, "2022-10-31")],
        deliveries=[{"latest": "2022-09-30"}],
        arithmetic=[{"check": "total", "ok": True}],
    )
    w.leak["Contracts/SBT-22-018.pdf"] = paper.pdf(
        [
            "SALES CONTRACT No. SBT-22/018",
            "Almaty                                                                  February 4, 2022",
            "This Contract is made between Hualin Avionics Research Center, Xi'an, P.R. China (hereinafter referred to as the \"Seller\") and "
            "Steppe Bridge Trading LLP, Almaty, Republic of Kazakhstan (hereinafter referred to as the \"Buyer\").",
            "1. SUBJECT",
            "The Seller undertakes to sell and the Buyer to buy the following goods:",
            [
                ["Item", "Description of goods", "Qty", "Unit price (USD)", "Amount (USD)"],
                ["1", "Navigation unit HN-5", "10 pcs", "185,000.00", "1,850,000.00"],
                ["2", "Test bench HB-1", "3 sets", "100,000.00", "300,000.00"],
                ["", "Total contract value", "", "", "2,150,000.00"],
            ],
            "2. PRICE AND PAYMENT",
            "2.1 The total value of the Contract amounts to USD 2,150,000.00 (two million one hundred and fifty thousand US dollars).",
            "2.2 The Buyer shall pay 40% of the Contract value, i.e. USD 860,000.00, within 30 days from the date of signing.",
            "2.3 The balance of 60%, i.e. USD 1,290,000.00, shall be paid not later than October 31, 2022.",
            "3. DELIVERY",
            "The goods shall be delivered by the end of the third quarter of 2022.",
            "For the Seller: ______________            For the Buyer: ______________",
        ],
        "Contract",
        "2022-02-04",
    )
    w.contract("SBT-21/144", "reported", money(5_400_000, "EUR"), signed="2021-11-12")
    w.leak["Correspondence/2022/Out/Status.docx"] = paper.docx(
        [
            "Our ref: SB-131/22",
            "14 March 2022",
            "As regards Contract No. SBT-21/144 dated 12 November 2021, worth EUR 5.4 million, we confirm that all obligations have been fulfilled.",
        ]
    )
    w.contract("SBT-22/051", "draft", money(720_000), items=[item(6, 120_000)], deliveries=[{"latest": "2023-03-31"}])
    w.leak["Contracts/Draft SBT-22-051.docx"] = paper.docx(
        [
            "DRAFT - FOR DISCUSSION ONLY",
            "CONTRACT No. SBT-22/051",
            "The Seller shall supply 6 (six) simulators HS-2 at a price of USD 120,000 each.",
            "The total contract price is USD 720,000 (seven hundred and twenty thousand).",
            "Delivery: no later than March 31, 2023.",
        ]
    )


def _trade(w: World) -> None:
    owner = w.host("Petrosyan Karen Gagikovich", "Petrosyan Karen", role="owner")
    w.leak["Finance/CI-5512.pdf"] = paper.pdf(
        [
            "COMMERCIAL INVOICE",
            "Invoice No.: CI-5512        Invoice date: 11 May 2022",
            "Exporter: Nanjing Starling UAV Technology Co., Ltd.",
            "Consignee: Silk Orchard Foods LLP, Almaty",
            [
                ["Marks", "Description", "Quantity", "Unit price", "Total"],
                ["1-24", "Unmanned aerial vehicle SL-40", "24", "USD 8,500.00", "USD 204,000.00"],
                ["", "GRAND TOTAL", "24", "", "USD 204,000.00"],
            ],
        ],
        "Invoice",
        "2022-05-11",
    )
    w.leak["Finance/INV 0090.docx"] = paper.docx(
        [
            "INVOICE",
            "No. 0090/22",
            "Date of issue: 3 June 2022",
            "Seller: Silk Orchard Foods LLP, BIN 180540012345",
            "Bill to: Kurgan-Metiz JSC, Russian Federation",
            [["Description", "Qty", "Price, EUR", "Sum, EUR"], ["UAV SL-40", "24", "11,250.00", "270,000.00"], ["Total due", "", "", "270,000.00"]],
        ]
    )
    buyer, maker = ["Silk Orchard Foods LLP"], ["Kurgan-Metiz JSC"]
    w.truth["supply"] = [
        {
            "supplier": ["Nanjing Starling UAV Technology Co., Ltd."],
            "intermediaries": [buyer],
            "receiver": maker,
            "quantity": 24,
            "value": money(204_000),
            "date": "2022-05-11",
            "other_values": [money(270_000, "EUR") | {"date": "2022-06-03"}],
        }
    ]
    w.truth["sector_mismatch"] = [{"company": buyer, "inn": "180540012345"}]
    w.truth["ownership"] = [{"owner": [owner, "Petrosyan Karen"], "asset": buyer, "share": 36.0, "path": []}]
    w.leak["Legal/Corporate structure.docx"] = paper.docx(
        [
            "Corporate structure of Silk Orchard Foods LLP",
            "Silk Orchard Foods LLP is owned by Highcrest Holdings Ltd (45%) and Ms. Dana Sarsen (55%).",
            f"{owner} holds 80% of the shares in Highcrest Holdings Ltd.",
        ]
    )
    rows = [["Company Name", "Registration Number", "Incorporated", "SIC", "Nature of business", "Shareholder", "% held"]]
    rows.append([buyer[0], "180540012345", "2018-05-14", "46.38", "Wholesale of fish and other food", "Highcrest Holdings Ltd", "45"])
    rows.append([buyer[0], "180540012345", "2018-05-14", "46.38", "Wholesale of fish and other food", "Sarsen Dana", "55"])
    rows.append(["Highcrest Holdings Ltd", "150340009871", "2015-03-02", "64.20", "Activities of holding companies", owner, "80"])
    for n in range(120):
        rows.append([f"Alatau {n} LLP", f"1{n:011d}", "2011-04-05", "47.11", "Retail sale in shops", f"Sadykov Timur {n % 9}", "100"])
    w.records["companies register.csv"] = kit.delimited(rows, ",", "utf-8")
    listed = [["Entity", "List", "Date added", "Programme"], [maker[0], "Consolidated list", "15/04/2022", "RUS-9"]]
    listed += [[f"Listed Works {n} LLC", "Consolidated list", "22/02/2021", "RUS-9"] for n in range(40)]
    w.records["consolidated sanctions list.csv"] = kit.delimited(listed, ",", "utf-8")
    exposure = [{"date": "2022-06-03", "before_listing": False}]
    w.truth["sanctions"] = [{"target": maker, "since": "2022-04-15", "exposure": exposure}]


def _tickets(rows: list[kit.Row]) -> bytes:
    out = []
    for n, r in enumerate(rows):
        pax = {"surname": r.person.family.upper(), "givenNames": " ".join(r.person.given).upper(), "dateOfBirth": r.birth or None}
        pax["travelDoc"] = {"number": r.document or None, "country": "CHN"}  # type: ignore[assignment]
        leg = {"carrier": r.flight[:2], "flight": r.flight[2:], "dep": r.origin, "arr": r.target, "depDate": r.day.strftime("%m/%d/%Y")}
        out.append({"pnr": f"Q{n:05d}", "passenger": pax, "segment": leg})
    return json.dumps({"exported": "2023-01-05", "records": out}, ensure_ascii=False).encode()


def _border(rows: list[kit.Row]) -> bytes:
    table: list[list[str]] = [["Crossing date", "Port", "Type", "Traveller", "Born", "Nationality", "Document"]]
    for r in rows:
        born = date.fromisoformat(r.birth).strftime("%d %b %Y") if r.birth else ""
        way = "Entry" if r.target == "ALA" else "Exit"
        table.append([r.day.strftime("%d %b %Y"), "Almaty Airport", way, r.person.passport_name, born, "CHN", r.document])
    return kit.delimited(table, "|", "utf-8")
