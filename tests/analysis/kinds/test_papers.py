"""Authenticity, contradictions, chains of letters, aircraft, obligations, roles and sequences."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from analysis.invented import match, person, place, view
from analysis.stories import STORIES
from corrobora.analysis.kinds import (
    aircraft,
    authenticity,
    chain,
    contradiction,
    court_case,
    obligation,
    role,
    sequence,
)
from corrobora.analysis.numbering import gaps_in
from corrobora.analysis.revisions import count_changes
from corrobora.model.document import Document, Page
from corrobora.model.entities import Organization, Position, Visit
from corrobora.model.facts import (
    ContractFact,
    ContractPayment,
    LetterFact,
    MeetingFact,
    Modality,
    ShareFact,
    SightingFact,
    TradeFact,
    TradeLine,
    VisitFact,
)
from corrobora.model.findings import Grade
from corrobora.model.money import Money
from corrobora.model.records import RecordKind


def letter(papers, document, number=None, **more):
    words = number or papers[document].split("\n")[0]
    return LetterFact((place(papers, document, words),), number=number, **more)


def flags(case):
    return [(f.body["indicator"], f.body["document"]) for f in authenticity.analyse(case)]


# ---- authenticity


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["N-14/23", "N-15/23", "N-17/23", "N-18/24"], ["N-16"]),
        (["N-14/23", "N-15/23", "N-16/23", "N-17/23"], []),
        (["Q17", "Q24", "Q41", "Q58"], []),
        (["N-1/23", "N-2/23", "N-4/23"], []),
        (["N-1/23", "N-2/23", "N-4/23", "N-5/23", "N-1/24", "N-2/24"], []),
    ],
)
def test_gaps_are_told_only_in_dense_series(numbers, missing):
    assert [number for gap in gaps_in(numbers) for number in gap.missing] == missing


def mail_room(letters, register):
    papers = {f"archive/{number.replace('/', '-')}.txt": f"No. {number} of the office" for number in letters}
    lines = [f"{place} | {number} | to the works" for place, number in enumerate(register, 1)]
    papers["archive/register.txt"] = "\n".join(lines)
    facts = [letter(papers, path, number) for path, number in zip(papers, letters, strict=False)]
    found = authenticity.analyse(view(papers, facts=tuple(facts)))
    return [(f.body["document"], f.body["detail"]) for f in found]


@pytest.mark.parametrize(
    ("letters", "register", "document", "words"),
    [
        # both leave it out
        ("7 9", "6 7 9 10", "KX-9-23", "KX-8 not"),
        # the register has it, the leak has not
        ("5 6 7 9 10", "5 6 7 8 9 10", "KX-9-23", "though the register lists it"),
        # a letter that the register knows nothing of
        ("5 6 8", "5 6 7 9 10", "KX-8-23", "leaves out KX-8/23, which is there"),
        ("7 9", "6 7 8 9 10", None, None),
        ("5 6 7 8", "5 6 7 8", None, None),
        ("5 19 40", "", None, None),
    ],
)
def test_letters_against_the_register_of_mail(letters, register, document, words):
    found = mail_room([f"KX-{n}/23" for n in letters.split()], [f"KX-{n}/23" for n in register.split()])
    if document is None:
        assert found == []
    else:
        ((paper, detail),) = found
        assert paper == f"archive/{document}.txt" and words in detail


@pytest.mark.parametrize(
    ("form", "numbers", "total", "missing"),
    [
        ("Report, page {} of {}", (1, 2, 4), 4, "page 3 of 4"),
        ("Отчёт, стр. {} из {}", (1, 2, 4, 5), 5, "page 3 of 5"),
        ("Звіт, арк. {} з {}", (2, 3), 3, "page 1 of 3"),
        ("第{}页 共{}页", (1, 2), 3, "page 3 of 3"),
        ("- {}/{} -", (1, 3), 3, "page 2 of 3"),
        ("Report, page {} of {}", (1, 2, 3), 3, None),
        ("clause {} of 2{}", (1, 3), 3, None),
    ],
)
def test_a_page_that_the_papers_own_numbers_leave_out(form, numbers, total, missing):
    path = "archive/report.pdf"
    pages = {
        (path, page): Page(page, f"Chapter\ntext of 7 lines\n{form.format(number, total)}", document=path)
        for page, number in enumerate(numbers, 1)
    }
    found = [f.body["detail"] for f in authenticity.analyse(replace(view({path: "x"}), pages=pages))]
    assert found == ([f"{missing} is missing"] if missing else [])


def test_a_file_announced_in_mail_and_not_attached():
    papers = {"mailbox/1.eml": "Please find budget.xlsx attached.", "mailbox/2.eml": "See plan.pdf attached."}
    facts = (
        letter(papers, "mailbox/1.eml", type="mail", attachments=("budget.xlsx",)),
        letter(papers, "mailbox/2.eml", type="mail", attachments=("plan.pdf",)),
    )
    case = view(papers, facts=facts)
    attached = Document("mailbox/2.eml!/Plan.pdf", "0" * 64, 5, parent="mailbox/2.eml")
    assert flags(replace(case, documents={**case.documents, attached.path: attached})) == [
        ("missing_attachment", "mailbox/1.eml")
    ]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Смета во вложении, прошу согласовать.", True),
        ("Please find attached the list.", True),
        ("名单请见附件。", True),
        ("Надсилаю у вкладенні список.", True),
        ("Thank you for the list.\n> Please find attached the list.", False),
        ("Вложения в основной капитал растут.", False),
    ],
)
def test_an_attachment_announced_without_a_name(text, flagged):
    papers = {"mailbox/1.eml": f"Subject: list\n{text}"}
    facts = (letter(papers, "mailbox/1.eml", type="mail"),)
    assert bool(flags(view(papers, facts=facts))) is flagged
    attached = Document("mailbox/1.eml!/list.xlsx", "0" * 64, 5, parent="mailbox/1.eml")
    case = view(papers, facts=facts)
    assert flags(replace(case, documents={**case.documents, attached.path: attached})) == []


def test_a_file_made_long_after_its_paper():
    papers = {
        "archive/a.pdf": "No. 5 of 9 October 2023",
        "archive/b.pdf": "No. 6 of 9 October 2023",
        "archive/s.pdf": "No. 7",
    }
    facts = tuple(
        letter(papers, path, number, written="2023-10-09", type="letter")
        for path, number in (("archive/a.pdf", "No. 5"), ("archive/b.pdf", "No. 6"), ("archive/s.pdf", "No. 7"))
    )
    made = {"archive/a.pdf": "2024-12-13T10:00:00", "archive/b.pdf": "2023-10-11", "archive/s.pdf": "2024-12-13"}
    case = view(papers, facts=facts, metadata={path: {"created": day} for path, day in made.items()})
    scan = replace(case.pages["archive/s.pdf", 1], ocr_confidence=0.9)
    assert flags(replace(case, pages={**case.pages, ("archive/s.pdf", 1): scan})) == [
        ("metadata_conflict", "archive/a.pdf")
    ]
    extracts = tuple(replace(fact, type="registry") for fact in facts)
    assert flags(replace(case, facts=extracts, pages={**case.pages, ("archive/s.pdf", 1): scan})) == []


def test_copies_with_another_figure_and_copies_alike():
    text = "No. 2/418 of 4 December 2023. We can take {} aircraft of the customer in 2024 at the price agreed before."
    papers = {"archive/1.txt": text.format(2), "archive/2.txt": text.format(10), "archive/3.txt": text.format(2) + "\n"}
    facts = tuple(letter(papers, path, "2/418", written="2023-12-04") for path in papers)
    found = {f.body["document"]: f for f in authenticity.analyse(view(papers, facts=facts))}
    assert set(found) == {"archive/2.txt", "archive/3.txt"}
    assert "10 against 2" in found["archive/2.txt"].body["detail"]
    drafts = tuple(replace(fact, type="draft_contract") for fact in facts)
    assert flags(view(papers, facts=drafts)) == []
    assert flags(view(papers, facts=(facts[0], facts[2]))) == []


def test_a_company_named_with_its_number_before_it_was_founded():
    papers = {
        "archive/early.txt": "1 March 2023. We ask for land for Kestrel LLC, number 7700000001",
        "archive/plan.txt": "2 March 2023. A new company, Kestrel LLC, shall be founded",
        "archive/late.txt": "1 August 2023. Kestrel LLC, number 7700000001, reports",
    }
    facts = tuple(
        letter(papers, path, written=day)
        for path, day in zip(papers, ("2023-03-01", "2023-03-02", "2023-08-01"), strict=True)
    )
    tables = {
        RecordKind.COMPANY: [
            {"dataset": "c.csv", "row": 4, "name": "Kestrel LLC", "inn": "7700000001", "registered": "2023-06-09"}
        ]
    }
    orgs = (Organization("o", "Kestrel LLC", ("Kestrel LLC",), ("7700000001",)),)
    assert flags(view(papers, tables, facts=facts, organizations=orgs)) == [("anachronism", "archive/early.txt")]


def test_sums_that_do_not_add_up_but_not_on_scans():
    papers = {"archive/bill.txt": "Bill 5: pump 400, hose 50, total 500"}
    at = place(papers, "archive/bill.txt", "Bill 5")
    lines = tuple(
        TradeLine(name, at, total=Money(Decimal(amount), "USD")) for name, amount in (("pump", 400), ("hose", 50))
    )
    bill = TradeFact("invoice", (at,), "5", lines=lines, total=Money(Decimal(500), "USD"))
    case = view(papers, facts=(bill,))
    assert flags(case) == [("sum_mismatch", "archive/bill.txt")]
    scan = {key: replace(page, ocr_confidence=0.9) for key, page in case.pages.items()}
    assert flags(replace(case, pages=scan)) == []
    assert flags(replace(case, facts=(replace(bill, total=Money(Decimal(450), "USD")),))) == []


ONCE = b"%PDF-1.4 1 0 obj << /Type /Page /Contents 2 0 R >> startxref 9 %%EOF"


@pytest.mark.parametrize(
    ("later", "changes"),
    [
        (b"", 0),
        (b" 2 0 obj << >> stream BT (9) Tj ET endstream startxref 99 %%EOF", 1),
        (b" 5 0 obj << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >> startxref 99 %%EOF", 0),
        (b" 5 0 obj << /Title (x) >> startxref 99 %%EOF", 0),
    ],
)
def test_changes_saved_onto_a_pdf(later, changes):
    assert count_changes(ONCE + later) == changes


def test_a_changed_pdf_is_flagged_and_nothing_is_called_forged():
    papers = {"mailbox/bill.pdf": "Bill 88\ntotal 122"}
    (found,) = authenticity.analyse(
        view(papers, revisions={"mailbox/bill.pdf": 1}, metadata={"mailbox/bill.pdf": {"modified": "2025-01-20T1"}})
    )
    assert found.body["indicator"] == "incremental_update" and "2025-01-20" in found.body["detail"]
    assert found.body["innocent"] and "forge" not in found.statement.lower() and found.grade is Grade.UNVERIFIED


# ---- contradictions


MEETING = {"archive/minutes.txt": "Minutes of 15 August 2023. Present: Li Wen, Gao Yu"}


def present(*matches, journeys=()):
    people = tuple(
        person(k, n, spans=(place(MEETING, "archive/minutes.txt", n),))
        for k, n in (("li", "Li Wen"), ("gao", "Gao Yu"))
    )
    held = Visit("v", None, ("Torzhok",), "2023-08-10", "2023-08-16", ("li", "gao"), documents=tuple(MEETING))
    fact = VisitFact(
        (place(MEETING, "archive/minutes.txt", "Minutes"),),
        "2023-08-10",
        "2023-08-16",
        modality=Modality.HAPPENED,
        held_on="2023-08-15",
    )
    return list(
        contradiction.analyse(
            view(
                MEETING, {RecordKind.JOURNEY: journeys}, persons=people, visits=(held,), facts=(fact,), matches=matches
            )
        )
    )


def test_named_present_after_leaving():
    (found,) = present(
        match("li", "v", 1, leg="in", date="2023-08-08"), match("li", "v", 2, leg="out", date="2023-08-13"),
        match("gao", "v", 3, leg="in", date="2023-08-08"), match("gao", "v", 4, leg="out", date="2023-08-15"),
    )  # fmt: skip
    paper, row = found.body["between"]
    assert (paper["document"], row["row"], found.body["about"]) == ("archive/minutes.txt", 2, "li")
    assert found.grade is Grade.PROBABLE


def test_a_weak_match_or_a_return_is_no_contradiction():
    assert present(match("li", "v", 2, leg="out", date="2023-08-13", grade="possible")) == []
    assert (
        present(match("li", "v", 2, leg="out", date="2023-08-11"), match("li", "v", 3, leg="in", date="2023-08-12"))
        == []
    )


def test_leaving_early_is_seen_from_the_border_rows_own_direction():
    crossing = {"dataset": "border.csv", "row": 9, "direction": "out", "date": "2023-08-13"}
    early = match("li", "v", 9, leg="inside", date="2023-08-13", dataset="border.csv")
    (found,) = present(match("li", "v", 1, leg="in", date="2023-08-08"), early, journeys=[crossing])
    assert found.body["between"][1]["row"] == 9
    assert present(match("li", "v", 1, leg="in", date="2023-08-08"), early) == []


def test_leaving_early_is_seen_from_the_airports_of_the_others():
    ends = {"departure": "SVO", "arrival": "PEK", "number": "ZQ1"}
    back = {"departure": "PEK", "arrival": "SVO", "number": "ZQ2"}
    early = match("li", "v", 2, leg="inside", date="2023-08-13", **ends)
    others = (
        match("gao", "v", 3, leg="in", date="2023-08-08", **back),
        match("gao", "v", 4, leg="out", date="2023-08-16", **ends),
    )
    (found,) = present(early, *others)
    assert (found.body["about"], found.body["between"][1]["row"]) == ("li", 2)


def test_a_report_that_gives_a_signed_contract_another_price():
    papers = {"archive/c.txt": "Contract K-5 for 1000 USD", "archive/n.txt": "K-5 was signed for 1200 USD"}
    text = ContractFact(
        (place(papers, "archive/c.txt", "1000 USD"),), number="K-5", status="signed", total=Money(Decimal(1000), "USD")
    )
    note = ContractFact((place(papers, "archive/n.txt", "1200 USD"),), number="K-5", total=Money(Decimal(1200), "USD"))
    (found,) = contradiction.analyse(view(papers, facts=(text, note)))
    assert [side["quote"] for side in found.body["between"]] == ["1000 USD", "1200 USD"]
    about = replace(note, total=Money(Decimal(1004), "USD"))
    assert list(contradiction.analyse(view(papers, facts=(text, about)))) == []


def test_a_share_that_the_register_of_that_time_gives_differently():
    papers = {"archive/s.txt": "Chart of 1 May 2022: Zorin Pavel holds 60 % of Kestrel LLC"}
    fact = ShareFact("Zorin Pavel", "Kestrel LLC", place(papers, "archive/s.txt", "60 %"), "60")

    def found(part, since):
        share = {
            "dataset": "c.csv",
            "row": 1,
            "owner": "Zorin Pavel",
            "asset": "Kestrel LLC",
            "share": part,
            "since": since,
        }
        dated = letter(papers, "archive/s.txt", written="2022-05-01")
        return list(contradiction.analyse(view(papers, {RecordKind.SHARE: [share]}, facts=(fact, dated))))

    (clash,) = found("80", "2020-01-01")
    assert [bool(side.get("quote")) for side in clash.body["between"]] == [True, False]
    assert found("60", "2020-01-01") == [] and found("80", "2023-01-01") == []


# ---- letters, craft, obligations, posts, sequences


def test_letters_that_name_each_other_are_one_chain():
    papers = {"archive/1.txt": "Request R-7", "archive/2.txt": "Instruction I-9 on R-7", "archive/3.txt": "Letter L-1"}
    facts = (
        letter(
            papers,
            "archive/1.txt",
            "R-7",
            type="request",
            written="2023-01-05",
            sender="the Bureau",
            recipient="the Office",
        ),
        letter(
            papers,
            "archive/2.txt",
            "I-9",
            type="instruction",
            written="2023-01-09",
            reply_to=("R-7",),
            sender="the Office",
        ),
        letter(papers, "archive/3.txt", "L-1", type="letter"),
    )
    (found,) = chain.analyse(view(papers, facts=facts))
    assert [link["what"] for link in found.body["links"]] == ["request R-7", "instruction I-9"]


def test_a_craft_once_with_the_owner_of_the_register():
    papers = {
        "archive/plan.txt": "RX-76001 shall be shown on 3 May 2023",
        "archive/minutes.txt": "RX-76001 was shown in Torzhok",
    }
    facts = (
        SightingFact(
            "RX-76001", (place(papers, "archive/plan.txt", "RX-76001"),), date="2023-05-03", modality=Modality.PLANNED
        ),
        SightingFact("RХ-76001", (place(papers, "archive/minutes.txt", "RX-76001"),), "Il-76", "Torzhok", "2023-05-06"),
        SightingFact("RX-99999", (place(papers, "archive/plan.txt", "RX-76001"),), modality=Modality.PLANNED),
    )
    assets = [
        {"dataset": "a.csv", "row": 7, "registration": "RX-76001", "owner": "Wing Leasing LLC", "since": "2020-01-01"},
        {"dataset": "a.csv", "row": 8, "registration": "RX-76001", "owner": "New Owner LLC", "since": "2024-01-01"},
    ]
    (found,) = aircraft.analyse(view(papers, {RecordKind.ASSET: assets}, facts=facts))
    assert (found.body["seen"], found.body["owner"], found.body["place"]) == (
        "2023-05-06",
        "Wing Leasing LLC",
        "Torzhok",
    )
    assert [owner["owner"] for owner in found.body["owners"]] == ["Wing Leasing LLC", "New Owner LLC"]


def test_the_owners_before_are_told_with_their_rows():
    (found,) = aircraft.analyse(STORIES["aircraft"]())
    assert "before that to Wing Leasing LLC" in found.statement and [row.row for row in found.rows] == [2, 1]


def test_a_case_about_insolvency_is_told_as_one():
    (found,) = court_case.analyse(STORIES["court_case"]())
    assert found.body["insolvency"] is True and "insolvency" in found.statement


def test_an_instalment_and_the_payment_that_fits():
    papers = {"archive/c.txt": "Contract 5: 40 % by 31 August 2024", "mailbox/p.txt": "paid 400 USD"}
    at = place(papers, "archive/c.txt", "40 %")
    signed = ContractFact(
        (at,), number="5", parties=("Seller", "Buyer"), status="signed", total=Money(Decimal(1000), "USD"),
        payments=(ContractPayment("40", None, "2024-08", at), ContractPayment("60", None, "2025-03-31", at)),
    )  # fmt: skip
    paid = TradeFact(
        "payment", (place(papers, "mailbox/p.txt", "paid"),), "1", "2024-09-10", total=Money(Decimal(400), "USD")
    )
    first, second = obligation.analyse(view(papers, facts=(signed, paid)))
    assert (first.body["due"], first.body["late_days"], first.body["fulfilled_by"]["document"]) == (
        "2024-08-31",
        10,
        "mailbox/p.txt",
    )
    assert second.body["fulfilled_by"] is None and second.body["debtor"] == "Buyer"


def test_a_post_with_the_days_that_attest_it():
    papers = {"archive/1.txt": "Li Wen, engineer"}
    li = person(
        "li",
        "Li Wen",
        spans=(place(papers, "archive/1.txt", "Li Wen"),),
        positions=(Position("engineer", None, ("2024-01-02", "2023-01-01")),),
    )
    (found,) = role.analyse(view(papers, persons=(li,)))
    assert (found.body["from"], found.body["to"]) == ("2023-01-01", "2024-01-02")
    assert found.pages[0].quote == "engineer"


def test_a_company_founded_soon_after_its_owners_meeting():
    papers = {"archive/memo.txt": "On 25 May 2023 Zorin P.I. met Harbour Aero. Kestrel LLC is to build them."}
    shares = [
        {
            "dataset": "c.csv",
            "row": 1,
            "owner": "Zorin Pavel Ilyich",
            "owner_number": "770000000011",
            "asset": "Kestrel LLC",
            "asset_number": "7700000001",
            "share": "80",
        }
    ]

    def companies(day):
        return [{"dataset": "c.csv", "row": 1, "name": "Kestrel LLC", "inn": "7700000001", "registered": day}]

    fact = MeetingFact(
        (place(papers, "archive/memo.txt", "25 May 2023"),), "2023-05-25", "Lake Town", ("Zorin P.I.", "Harbour Aero")
    )
    orgs = (Organization("o", "Kestrel LLC", ("Kestrel LLC",), ("7700000001",)),)

    def found(day):
        tables = {RecordKind.COMPANY: companies(day), RecordKind.SHARE: shares}
        return [f.body["days"] for f in sequence.analyse(view(papers, tables, facts=(fact,), organizations=orgs))]

    assert (found("2023-06-09"), found("2023-05-01"), found("2024-06-09")) == ([15], [], [])
