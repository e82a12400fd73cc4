"""A small invented case: one person with an asserted match, one who is only on the same page."""

from __future__ import annotations

import io

from corrobora.case import Case
from corrobora.model.document import Document, Page, State, Word
from corrobora.model.entities import Organization, Person
from corrobora.model.facts import NameForm
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.records import RecordRef
from corrobora.model.tables import FINDINGS, ORGANIZATIONS, PAGES, PERSONS, VISITS

SUBJECT, THIRD = "person-aaaa000000000001", "person-bbbb000000000002"
LINES = (
    "List of guests",
    "1 Wen Subject 03.04.1971 E55511122",
    "2 Third Bystander 09.08.1966 E99988877",
    "call +86 139 5550 1234 or third.bystander@example.org",
)
SECRETS = ("E99988877", "09.08.1966", "1966-08-09", "9 August 1966", "139 5550 1234", "third.bystander")
HOSTILE = '=HYPERLINK("http://x")</script><script>alert(1)</script>'


def fill(case: Case) -> Case:
    picture, boxes = _picture()
    sha = case.keep_original(picture)
    document = Document("list.png", sha, len(picture), media_type="image/png", state=State.READ)
    text, words = "", []
    for line, box in zip(LINES, boxes, strict=True):
        words.append(Word(len(text), len(text) + len(line), box))
        text += line + "\n"
    case.put_documents([document])
    case.write_part(PAGES, "p", [Page(1, text.strip(), words=tuple(words), document="list.png")], ["list.png"])
    case.replace(PERSONS, [_person(SUBJECT, "Wen Subject", "1971-04-03", "E55511122"),
                           _person(THIRD, "Third Bystander", "1966-08-09", "E99988877")])  # fmt: skip
    case.replace(ORGANIZATIONS, [Organization("organization-1", "ООО «Пример»", ("ООО «Пример»",), ("7701234567",))])
    case.replace(VISITS, [])
    case.replace(FINDINGS, findings(sha))
    return case


def findings(sha: str) -> list[Finding]:
    def ref(line: int) -> DocumentRef:
        return DocumentRef("Archive", "list.png", sha, 1, LINES[line])

    row = RecordRef("Tickets", "flights.csv", 7, (("name", "WEN SUBJECT"), ("document", "E55511122")), 1e-9, 0.001)
    other = RecordRef("Tickets", "flights.csv", 9, (("name", "T BYSTANDER"), ("birth_date", "09.08.1966")), 3.0, None)
    names = [
        {"text": "文主", "script": "Hani", "system": "hanzi"},
        {"text": "Вэнь", "script": "Cyrl", "system": "palladius"},
    ]
    who = {
        "label": "Wen Subject",
        "names": names,
        "birth_date": "1971-04-03",
        "documents": ["E55511122"],
        "positions": [],
    }
    third = {
        **who,
        "label": "Third Bystander",
        "birth_date": "1966-08-09",
        "documents": ["E99988877"],
        "names": names[:1],
    }
    return [
        Finding("match-1", "match", "Wen Subject is the person of row 7.", Grade.CONFIRMED, (ref(1),), (row,), {"person": SUBJECT}),  # noqa: E501
        Finding(SUBJECT, "person", "Wen Subject, born 3 April 1971.", Grade.CONFIRMED, (ref(1),), (), who),
        Finding(THIRD, "person", "Third Bystander, born 9 August 1966.", Grade.UNVERIFIED, (ref(2),), (), third),
        Finding("match-2", "match", "Third Bystander may be row 9.", Grade.POSSIBLE, (ref(2),), (other,), {"person": THIRD}),  # noqa: E501
        Finding("travel-1", "travel", "Wen Subject travelled.", Grade.CONFIRMED, (), (row,),
                {"person": SUBJECT, "flight": "CA1", "from": "PEK", "to": "SVO", "date": "2023-03-09"}),
        Finding("contract-1", "contract", HOSTILE, Grade.UNVERIFIED, (ref(0),), (),
                {"number": "7-K", "parties": ["ООО «Пример»", "Second Ltd"], "signed": "2023-05-01", "payments": [],
                 "total": {"amount": "100", "currency": "USD"}}),
        Finding("ownership-1", "ownership", "Wen Subject owned 51 %.", Grade.CONFIRMED, (ref(0),), (),
                {"owner": SUBJECT, "asset": "ООО «Пример»", "share": 51, "since": "2020-01-01",
                 "path": [{"owner": "Wen Subject", "asset": "ООО «Пример»", "share": 51, "since": "2020-01-01"}]}),
        Finding("sanction-1", "sanction", "Listed.", Grade.CONFIRMED, (ref(0),), (),
                {"target": "ООО «Пример»", "authority": "An Office", "program": "P", "since": "2024-01-01"}),
        Finding("court_case-1", "court_case", "A case.", Grade.UNVERIFIED, (ref(0),), (),
                {"party": "Second Ltd", "case": "А1-2/2021", "date": "2021-02-03", "plaintiff": "Second Ltd"}),
        Finding("visit-1", "visit", "A visit.", Grade.UNVERIFIED, (ref(0),), (),
                {"persons": [SUBJECT], "place": "Tula", "from": "2023-03-09", "to": "2023-03-11"}),
    ]  # fmt: skip


def _person(id_: str, label: str, born: str, number: str) -> Person:
    return Person(
        id_, label, (NameForm(label, "Latn", "passport"),), (), born, "cn", (number,), appearances=("list.png",)
    )


def _picture() -> tuple[bytes, list[tuple[float, float, float, float]]]:
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (800, 400), "white")
    pen = ImageDraw.Draw(image)
    boxes = []
    for at, line in enumerate(LINES):
        top = 40 + 80 * at
        pen.text((40, top), line, fill="black", font_size=28)
        boxes.append((40 / 800, top / 400, 760 / 800, (top + 40) / 400))
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue(), boxes
