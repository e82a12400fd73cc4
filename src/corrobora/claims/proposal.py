"""Claims proposed from findings: the sentence, whom it accuses, and what speaks against it. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from corrobora.model.claims import Claim, Quotation
from corrobora.model.findings import Finding, Grade

KINDS = (
    "visit", "contract", "supply", "ownership", "sanction", "sector_mismatch", "aircraft", "fate", "sequence",
    "obligation", "chain", "court_case", "lag", "series",
)  # fmt: skip
"""Findings that say something a story would say; matches and journeys are their evidence."""
_ACCUSED = {
    "contract": ("parties",), "supply": ("supplier", "intermediaries", "receiver"), "ownership": ("owner", "asset"),
    "sanction": ("target",), "sector_mismatch": ("company",), "aircraft": ("owner",), "obligation": ("debtor",),
}  # fmt: skip
_LONGEST, _SHORTEST, _MOST = 300, 15, 3


def propose(findings: Iterable[Finding], labels: dict[str, str]) -> list[Claim]:
    """A claim for each finding that is asserted, or that one paper says.

    Args:
        findings: of the case.
        labels: person id -> the name a reader knows.
    """
    told = list(findings)
    return [
        Claim(
            claim_id("finding", finding.id),
            finding.statement,
            (finding.id,),
            tuple(_against(finding, told)),
            tuple(_accused(finding, labels)),
            tuple(_quotations(finding)),
        )
        for finding in told
        if finding.kind in KINDS and finding.grade is not Grade.CONTRADICTED and finding.review != "no"
    ]


def claim_id(*parts: str) -> str:
    """A stable id of a claim."""
    encoded = json.dumps(parts, ensure_ascii=False)
    return f"claim-{hashlib.sha256(encoded.encode()).hexdigest()[:16]}"


def _against(finding: Finding, told: Iterable[Finding]) -> Iterator[str]:
    """Contradictions about it, and doubts about the papers it stands on."""
    papers = {ref.document for ref in finding.pages}
    for other in told:
        doubts = other.kind == "authenticity" and other.body.get("document") in papers
        if (other.kind == "contradiction" and other.body.get("about") == finding.id) or doubts:
            yield other.id


def _accused(finding: Finding, labels: dict[str, str]) -> Iterator[str]:
    seen = set()
    for key in _ACCUSED.get(finding.kind, ()):
        for name in _names(finding.body.get(key)):
            shown = labels.get(name) or str(finding.body.get(f"{key}_label") or finding.body.get(f"{key}_name") or name)
            if shown not in seen and not shown.startswith(("person-", "organization-")):
                seen.add(shown)
                yield shown


def _names(value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(one) for one in value if one]
    return [str(value)] if value else []


def _quotations(finding: Finding) -> Iterator[Quotation]:
    told = {(ref.document, ref.page, " ".join(ref.quote.split())): len(ref.quote) for ref in finding.pages}
    # a bare number or name is a place to look, and no words to quote
    spoken = sorted((key for key in told if len(key[2]) >= _SHORTEST), key=lambda key: -told[key])[:_MOST]
    for document, page, words in spoken:
        yield Quotation(document, page, words[:_LONGEST])
