"""The contract's own JSON: how findings and their references leave the program."""

from __future__ import annotations

from typing import Any

from corrobora.model.findings import DocumentRef, Finding
from corrobora.model.records import RecordRef


def document_json(ref: DocumentRef) -> dict[str, Any]:
    """A reference to a place in a document."""
    return {
        "source": ref.source,
        "document": ref.document,
        "sha256": ref.sha256,
        "page": ref.page,
        "quote": ref.quote,
        "box": list(ref.box) if ref.box is not None else None,
    }


def record_json(ref: RecordRef) -> dict[str, Any]:
    """A reference to a row of a record set."""
    return {
        "source": ref.source,
        "dataset": ref.dataset,
        "row": ref.row,
        "fields": dict(ref.fields),
        "expected_by_chance": ref.expected_by_chance,
        "q": ref.q,
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as `corrobora findings --json` prints it: the common fields, then those of its kind.

    Example:
        >>> from corrobora.model.findings import Finding, Grade
        >>> finding_json(Finding("visit-1", "visit", "According to a letter, ...", Grade.UNVERIFIED))["grade"]
        'unverified'
    """
    evidence = [document_json(ref) for ref in finding.pages] + [record_json(ref) for ref in finding.rows]
    return {
        "id": finding.id,
        "kind": finding.kind,
        "statement": finding.statement,
        "grade": finding.grade.value,
        "evidence": evidence,
        "review": finding.review,
        **finding.body,
    }
