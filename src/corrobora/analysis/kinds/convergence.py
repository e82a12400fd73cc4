"""Papers of several kinds, and records, that come together on one subject."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.customs import Declaration, declarations_of
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, listing
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention, MentionType

SORTS = 3
"""Kinds of paper that must speak of a subject; a customs row counts as one."""
KINDS = {
    "draft_contract": "contract", "packing_list": "delivery paper", "payment_order": "payment",
    "bank_statement": "payment", "request": "letter", "instruction": "letter", "mail": "letter", "memo": "report",
    "note": "report", "web_page": "page of the web",
}  # fmt: skip
SILENT = frozenset(
    [
        "other", "power_of_attorney", "bill_of_lading", "press_release", "cv", "chat", "passport", "photograph",
        "registry",
    ]
)  # fmt: skip


def analyse(view: CaseView) -> Iterator[Finding]:
    """Models of which papers of at least three kinds speak (letters, minutes, contracts, reports, customs rows).

    What converges are papers on a subject, not proofs of one fact: each may tell another thing of it, and papers of one
    leak are one source. The finding gathers them in order, with their kinds and origins, and asserts nothing of them.
    """
    named: dict[str, list[Mention]] = {}
    for mention in view.mentions:
        if mention.type is MentionType.MODEL:
            for key in goods_keys(mention.text):
                if any(c.isdigit() for c in key) and any(c.isalpha() for c in key):
                    named.setdefault(key, []).append(mention)
    rows: dict[str, list[Declaration]] = {}
    for declaration in declarations_of(view) if named else ():
        for key in goods_keys(declaration.row.get("description") or "") & named.keys():
            rows.setdefault(key, []).append(declaration)
    for key in sorted(named):
        yield from _finding(view, key, named[key], rows.get(key, []))


def _sort(view: CaseView, document: str) -> str | None:
    letter = view.letters.get(document)
    if letter is None or letter.type in SILENT:
        return None
    return KINDS.get(letter.type, letter.type.replace("_", " "))


def _finding(view: CaseView, key: str, mentions: list[Mention], rows: list[Declaration]) -> list[Finding]:
    first: dict[str, Mention] = {}
    for mention in mentions:
        if _sort(view, mention.document) is not None:
            first.setdefault(mention.document, mention)
    sorts = sorted({known for document in first if (known := _sort(view, document)) is not None})
    if len(sorts) + bool(rows) < SORTS:
        return []
    ordered = sorted(first.values(), key=lambda m: (view.dated(m.document) or "9999", m.document))
    papers = [
        {"document": m.document, "type": _sort(view, m.document), "date": view.dated(m.document)} for m in ordered
    ]
    refs = tuple(declaration.ref for declaration in rows)
    sources = view.sources_behind(first, (ref.dataset for ref in refs))
    body = {
        "subject": ordered[0].text, "papers": papers, "sorts": sorts, "origins": sorted({s.origin for s in sources}),
        "records": len(refs),
    }  # fmt: skip
    clause = (
        f"{count(len(papers), 'paper')} of {count(len(sorts), 'kind')} ({listing(sorts)}) speak of {ordered[0].text}"
    )
    clause += f", and {count(len(refs), 'customs row')}" if refs else ""
    spans = tuple(Span(m.document, m.page, m.start, m.end, m.text) for m in ordered)
    # that they speak of it is plain to see, and says nothing of what is true: no more origins make it surer
    basis = Basis(spans, refs, Grade.UNVERIFIED, strength=float(len(sorts) + len(papers)), limit=20, seen=True)
    return conclude(view, "convergence", (key,), clause, body, basis)


ANALYSIS = Analysis("convergence", "Papers that converge on one subject", ("convergence",), analyse)
