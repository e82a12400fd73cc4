"""Digital signatures on PDF files and on mail."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import first_line
from corrobora.analysis.seal import Seal, SealOutcome
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.findings import Finding, Grade

WORDS = {
    SealOutcome.HOLDS: "which fits its bytes",
    SealOutcome.BROKEN: "which does not fit its bytes",
    SealOutcome.UNCHECKED: "which cannot be checked offline",
}


def analyse(view: CaseView) -> Iterator[Finding]:
    """The signatures that PDF files and messages bear, and whether the bytes are those that were signed.

    Checked without asking anybody: a PDF signature against the certificate in the file, a DKIM signature against a key
    that a paper of the case holds. Four outcomes: it holds, it is broken, it cannot be checked offline, or there is
    none, and of a file without a signature nothing is said. Whose a certificate is cannot be told here. A broken DKIM
    signature is common on mail that passed a mailing list or was exported by a programme.
    """
    for document, seals in sorted(view.seals.items()):
        for place, seal in enumerate(seals):
            yield from _finding(view, document, place, seal)


def _finding(view: CaseView, document: str, place: int, seal: Seal) -> list[Finding]:
    head = first_line(view, document)
    if head is None:
        return []
    body = {
        "document": document, "method": seal.method, "outcome": seal.outcome.value, "signer": seal.signer or None,
        "signed_at": seal.signed_at, "bottom_line": seal.bottom_line, "changed_after": seal.changed_after,
        "detail": seal.detail,
    }  # fmt: skip
    name = document.rsplit("/", maxsplit=1)[-1]
    clause = f"\u201c{name}\u201d bears a {seal.method}{'' if seal.method.endswith('signature') else ' signature'}"
    clause += f" in the name of {seal.signer}" if seal.signer else ""
    clause += f" of {day(seal.signed_at[:10])}" if seal.signed_at else ""
    clause += f", {WORDS[seal.outcome]} ({seal.detail})"
    basis = Basis((head,), grade=Grade.UNVERIFIED, seen=True)
    return conclude(view, "signature", (document, place, seal.method), clause, body, basis)


ANALYSIS = Analysis("signature", "Signatures on files and mail", ("signature",), analyse)
