"""FollowTheMoney entities as JSON lines, for Aleph, OpenAleph and OpenSanctions tools.

The schema knows no page anchor: `proof` names the document, and `notes` or `description` gives the page and the words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from corrobora.case import Case, Progress
from corrobora.model.document import Document
from corrobora.model.entities import Organization
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS, ORGANIZATIONS
from corrobora.publication.exporter import DEFAULT, Exporter, Options

_MIME = {"application/rtf": "text/rtf"}
"""Media types that the schema knows by another name, and would change."""
_COMPANY = ("ООО", "АО", "ПАО", "ЗАО", "ТОВ", "LLC", "JSC", "Ltd", "Inc", "GmbH", "公司")


@dataclass(slots=True)
class _Entities:
    """Entities by id; the properties of one that is told twice are put together."""

    documents: dict[str, Document]
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    organizations: dict[str, str] = field(default_factory=dict)

    def add(self, schema: str, id_: str, **properties: Any) -> str:
        entity = self.made.setdefault(id_, {"id": id_, "schema": schema, "properties": {}})
        for name, values in properties.items():
            listed = values if isinstance(values, list | tuple) else [values]
            kept = entity["properties"].setdefault(name, [])
            kept += [text for text in dict.fromkeys(str(v) for v in listed if v not in (None, "")) if text not in kept]
        return id_

    def evidence(self, finding: Finding) -> dict[str, Any]:
        """What a finding stands on: documents as `proof`, the source as publisher."""
        proofs = [self.document(ref.document) for ref in finding.pages]
        sources = [ref.source for ref in finding.pages] + [ref.source for ref in finding.rows]
        return {"proof": [p for p in proofs if p], "publisher": sources}

    def document(self, path: str) -> str | None:
        known = self.documents.get(path)
        if known is None:
            return None
        return self.add(
            "Document",
            f"document-{known.sha256[:24]}",
            fileName=PurePosixPath(path).name,
            title=path,
            mimeType=_MIME.get(known.media_type, known.media_type),
            fileSize=known.size,
            notes=f"SHA-256 {known.sha256}",
        )

    def party(self, name: Any) -> str | None:
        """A person by id, else an organisation by name."""
        if not name:
            return None
        text = str(name)
        if text in self.made:
            return text
        id_ = (
            self.organizations.get(text.casefold()) or f"organization-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        )
        return self.add(_firm(text), id_, name=text)


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes one entity on each line, in order of id."""
    findings: list[Finding] = case.read(FINDINGS)
    entities = _Entities({d.path: d for d in case.documents()})
    for organization in case.read(ORGANIZATIONS):
        _organization(entities, organization)
    for finding in sorted(findings, key=lambda f: f.kind != "person"):
        make = _MAKERS.get(finding.kind)
        if make is not None and finding.grade.value != "contradicted" and finding.review != "no":
            make(entities, finding)
    lines = [
        json.dumps(_whole(entities.made[id_]), ensure_ascii=False, sort_keys=True) for id_ in sorted(entities.made)
    ]
    output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _whole(entity: dict[str, Any]) -> dict[str, Any]:
    return {**entity, "properties": {name: values for name, values in entity["properties"].items() if values}}


def _organization(entities: _Entities, one: Organization) -> None:
    numbers = {
        "innCode": [n for n in one.numbers if len(n) in (10, 12)],
        "ogrnCode": [n for n in one.numbers if len(n) == 13],
    }
    others = {
        "uscCode": [n for n in one.numbers if len(n) == 18],
        "registrationNumber": [n for n in one.numbers if len(n) == 8],
    }
    proofs = [entities.document(span.document) for span in one.spans]
    proof = [p for p in proofs if p]
    entities.add(_firm(one.label), one.id, name=[one.label, *one.names], proof=proof, **numbers, **others)
    entities.organizations |= {name.casefold(): one.id for name in (*one.names, one.label)}


def _person(entities: _Entities, f: Finding) -> None:
    body = f.body
    posts = [", ".join(filter(None, (p.get("title"), p.get("organization")))) for p in body.get("positions") or ()]
    entities.add(
        "Person",
        f.id,
        name=[body.get("label"), *(n["text"] for n in body.get("names") or ())],
        birthDate=body.get("birth_date"),
        nationality=body.get("nationality"),
        passportNumber=list(body.get("documents") or ()),
        position=posts,
        notes=_told(f),
        **entities.evidence(f),
    )
    for number in body.get("documents") or ():
        id_ = f"passport-{hashlib.sha256(f'{f.id}|{number}'.encode()).hexdigest()[:16]}"
        entities.add(
            "Passport", id_, holder=f.id, number=number, birthDate=body.get("birth_date"), **entities.evidence(f)
        )


def _visit(entities: _Entities, f: Finding) -> None:
    # a Trip asks for the place of departure, which papers on a visit seldom give
    entities.add(
        "Event",
        f.id,
        name=f"{f.body.get('place') or 'Visit'}, {f.body.get('from') or ''}",
        startDate=f.body.get("from"),
        endDate=f.body.get("to"),
        location=f.body.get("place"),
        involved=[i for i in map(entities.party, f.body.get("persons") or ()) if i],
        organizer=[i for i in map(entities.party, f.body.get("hosts") or ()) if i],
        summary=f.body.get("purpose"),
        notes=_told(f),
        **entities.evidence(f),
    )


def _travel(entities: _Entities, f: Finding) -> None:
    places = [f.body.get("from"), f.body.get("to")]
    ends = [_place(entities, place) for place in places]
    entities.add(
        "Trip",
        f.id,
        name=f"{f.body.get('flight') or 'journey'} {f.body.get('date') or ''}".strip(),
        startDate=f.body.get("date"),
        startLocation=ends[0],
        endLocation=ends[1],
        involved=entities.party(f.body.get("person")),
        notes=_told(f),
        **entities.evidence(f),
    )


def _place(entities: _Entities, place: Any) -> str | None:
    if not place:
        return None
    id_ = f"address-{hashlib.sha256(str(place).encode()).hexdigest()[:16]}"
    return entities.add("Address", id_, full=place, name=place)


def _contract(entities: _Entities, f: Finding) -> None:
    body = f.body
    total = body.get("total") or {}
    title = " ".join(filter(None, (body.get("number"), body.get("codename")))) or "contract"
    parties = [p for p in map(entities.party, body.get("parties") or ()) if p]
    common = {"currency": total.get("currency"), **entities.evidence(f)}
    entities.add(
        "Contract", f.id, title=title, name=title, contractDate=body.get("signed"), amount=total.get("amount"),
        status=body.get("status"), notes=_told(f), **common,
    )  # fmt: skip
    for at, party in enumerate(parties):
        entities.add("UnknownLink", f"{f.id}-party-{at}", subject=party, object=f.id, role="party")


def _supply(entities: _Entities, f: Finding) -> None:
    body = f.body
    value = body.get("value") or {}
    sides = {"payer": entities.party(body.get("receiver")), "beneficiary": entities.party(body.get("supplier"))}
    told = {"date": body.get("date"), "description": f.statement, **entities.evidence(f)}
    entities.add(
        "EconomicActivity", f.id, sender=sides["beneficiary"], receiver=sides["payer"],
        goodsDescription=list(body.get("goods") or ()), invoiceAmount=_amount(value), **told,
    )  # fmt: skip
    for at, deal in enumerate(
        d for d in body.get("deals") or () if d.get("supplier") and d.get("buyer") and d.get("value")
    ):
        entities.add(
            "Payment", f"{f.id}-payment-{at}", payer=entities.party(deal["buyer"]),
            beneficiary=entities.party(deal["supplier"]), amount=deal["value"].get("amount"),
            currency=deal["value"].get("currency"), date=deal.get("date"), purpose=f.statement, **entities.evidence(f),
        )  # fmt: skip


def _ownership(entities: _Entities, f: Finding) -> None:
    path = f.body.get("path") or [f.body]
    for at, step in enumerate(path):
        first = at == 0 and str(f.body.get("owner") or "") in entities.made
        owner = str(f.body["owner"]) if first else entities.party(step.get("owner"))
        asset = entities.party(step.get("asset"))
        share, since = step.get("share"), step.get("since")
        if owner and asset:
            entities.add(
                "Ownership", f"{f.id}-{at}", owner=owner, asset=asset, percentage=share, startDate=since,
                description=f.statement, **entities.evidence(f),
            )  # fmt: skip
            if entities.made[asset]["schema"] == "Organization":
                entities.made[asset]["schema"] = "Company"


def _sanction(entities: _Entities, f: Finding) -> None:
    body = f.body
    target = body.get("target")
    known = target if target in entities.made else body.get("target_label") or target
    entities.add(
        "Sanction", f.id, entity=entities.party(known), authority=body.get("authority"), program=body.get("program"),
        startDate=body.get("since"), endDate=body.get("until"), summary=f.statement, **entities.evidence(f),
    )  # fmt: skip


def _court_case(entities: _Entities, f: Finding) -> None:
    body = f.body
    number = str(body.get("case") or "court case")
    id_ = f"case-{hashlib.sha256(number.encode()).hexdigest()[:16]}"
    entities.add(
        "CourtCase", id_, name=number, caseNumber=body.get("case"), court=body.get("court"), fileDate=body.get("date"),
        summary=body.get("what"), notes=_told(f), **entities.evidence(f),
    )  # fmt: skip
    for role in ("plaintiff", "defendant"):
        if body.get(role):
            party = entities.party(body[role])
            entities.add("CourtCaseParty", f"{id_}-{role}-{party}", case=id_, party=party, role=role)


def _role(entities: _Entities, f: Finding) -> None:
    body = f.body
    if body.get("person") in entities.made and body.get("organization"):
        entities.add(
            "Employment", f.id, employee=body["person"], employer=entities.party(body["organization"]),
            role=body.get("title"), startDate=body.get("from"), endDate=body.get("to"), **entities.evidence(f),
        )  # fmt: skip


def _amount(value: dict[str, Any]) -> str | None:
    return f"{value['amount']} {value['currency']}" if value.get("amount") else None


def _told(f: Finding) -> list[str]:
    """The sentence with its grade, and the places it stands on."""
    places = [f"{p.document} p.{p.page}: {' '.join(p.quote.split())}" for p in f.pages]
    return [f"{f.grade.value}: {f.statement}", *places, *(f"{r.dataset} row {r.row}" for r in f.rows)]


def _firm(name: str) -> str:
    return "Company" if any(form in name for form in _COMPANY) else "Organization"


_MAKERS: dict[str, Callable[[_Entities, Finding], None]] = {
    "person": _person,
    "visit": _visit,
    "travel": _travel,
    "contract": _contract,
    "supply": _supply,
    "ownership": _ownership,
    "sanction": _sanction,
    "court_case": _court_case,
    "role": _role,
}


EXPORTER = Exporter("ftm", "FollowTheMoney entities (Aleph, OpenSanctions), JSON lines", export)
