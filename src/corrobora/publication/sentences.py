"""Findings as numbered sentences with their evidence in words, for documents that are read from top to bottom. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.records import RecordRef
from corrobora.publication import chance, kinds
from corrobora.publication.exhibits import visible
from corrobora.publication.redaction import Veil

FIRM = (Grade.CONFIRMED, Grade.PROBABLE, Grade.CONTRADICTED)
_LONGEST_QUOTE = 400


@dataclass(frozen=True, slots=True)
class Told:
    """A finding's sentence, what it stands on, and how likely it is nobody's but chance's ("" where unknown)."""

    id: str
    statement: str
    grade: str
    evidence: tuple[str, ...]
    chance: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sentences of one kind."""

    kind: str
    title: str
    told: tuple[Told, ...]


def chapters(findings: Iterable[Finding], hidden: Veil, *, firm: bool) -> list[Chapter]:
    """What is asserted or contradicted (`firm`), or the leads, by kind in the order of a story."""
    held: dict[str, list[Told]] = {kind: [] for kind in kinds.TITLES}
    for finding in findings:
        if (finding.grade in FIRM) is firm:
            held.setdefault(finding.kind, []).append(_told(finding, hidden))
    return [Chapter(kind, kinds.title(kind), tuple(told)) for kind, told in held.items() if told]


def _told(finding: Finding, hidden: Veil) -> Told:
    weak = chance.weakest(finding)
    evidence = [*(page_in_words(ref, hidden) for ref in finding.pages), *rows_in_words(finding.rows, hidden)]
    return Told(
        finding.id,
        _line(hidden.text(finding.statement)),
        finding.grade.value,
        tuple(evidence),
        chance.in_words(weak) if weak is not None else "",
    )


def page_in_words(ref: DocumentRef, hidden: Veil) -> str:
    """A place in a document with its quotation, third persons hidden."""
    quote = _line(hidden.text(ref.quote))
    shown = quote if len(quote) <= _LONGEST_QUOTE else quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    return _line(f"{ref.source}: {hidden.path(ref.document)}, p. {ref.page}: “{shown}”.")


def rows_in_words(rows: Iterable[RecordRef], hidden: Veil) -> list[str]:
    """Rows by record set, each set with the likelihood of its weakest row by chance."""
    held: dict[tuple[str, str], list[RecordRef]] = {}
    for row in rows:
        held.setdefault((row.source, row.dataset), []).append(row)
    told = []
    for (source, dataset), refs in held.items():
        numbers = ", ".join(str(n) for n in dict.fromkeys(ref.row for ref in refs))
        weak = max((r.expected_by_chance for r in refs if r.expected_by_chance is not None), default=None)
        likely = f" (by chance {chance.in_words(weak)})" if weak is not None else ""
        told.append(_line(f"{source}: {hidden.path(dataset)}, row{'s' if len(refs) > 1 else ''} {numbers}{likely}."))
    return told


def _line(untrusted: str) -> str:
    """One line without anything that XML or a page cannot hold, or that reorders what follows it."""
    return " ".join(visible(untrusted).split())
