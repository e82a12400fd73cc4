"""Rows that support a finding other than about a person."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.parties import Party
from corrobora.analysis.view import CaseView
from corrobora.model.contract import record_json
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordRef

LINKED = ("supply", "sector_mismatch", "contract")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Customs rows behind supplies and register entries behind the companies of contracts, supplies and mismatches.

    A row found by number or by number of pieces, value and goods supports what the papers say; it does not prove it.
    """
    for finding in view.findings:
        if finding.kind not in LINKED:
            continue
        if finding.kind == "supply" and finding.pages:
            for row in finding.rows:
                yield from _finding(
                    view, finding, row, ("sender", "receiver", "description", "quantity"), "the customs entry"
                )
        for party in _parties(view, finding):
            for entry in view.register.of(party).rows[:1]:
                ref = entry.ref("name", "inn", "ogrn", "uscc", "edrpou")
                yield from _finding(view, finding, ref, ("name", "number"), f"the register entry of {party.label}")


def _parties(view: CaseView, finding: Finding) -> list[Party]:
    body = finding.body
    names = [body.get("company"), body.get("supplier"), body.get("receiver")]
    names += [*(body.get("intermediaries") or []), *(body.get("parties") or [])]
    found = [view.parties.find(str(name)) for name in names if name]
    return list({party.key: party for party in found if party is not None}.values())


def _described(finding: Finding) -> str:
    """What a finding is about, in a few words and without its grade."""
    body = finding.body
    if finding.kind == "contract":
        return f"contract {body.get('number') or body.get('codename')}"
    if finding.kind == "supply":
        return f"the supply from {body.get('supplier')} to {body.get('receiver')}"
    return f"the trade of {body.get('company')}"


def _finding(view: CaseView, finding: Finding, ref: RecordRef, agrees: tuple[str, ...], what: str) -> list[Finding]:
    body = {"finding": finding.id, "record": record_json(ref), "agrees": list(agrees), "disagrees": []}
    spans = tuple(Span(page.document, page.page, 0, 0, page.quote) for page in finding.pages[:1])
    # an unverified finding names its source by itself
    where = f" of {view.source_of_dataset(ref.dataset).name}" if spans else ""
    clause = f"row {ref.row}{where} is {what} behind {_described(finding)}"
    basis = Basis(spans, (ref,), Grade.PROBABLE if spans else Grade.UNVERIFIED, seen=True)
    return conclude(view, "record_link", (finding.id, ref.dataset, ref.row), clause, body, basis)


ANALYSIS = Analysis("record_link", "Rows behind contracts, supplies and companies", ("record_link",), analyse)
