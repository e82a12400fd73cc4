"""What the papers do not give of a contract or a delivery."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import listing
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade

FIELDS = {
    "contract": (("number", "number"), ("signed", "date"), ("total", "price"), ("parties", "parties")),
    "supply": (("quantity", "quantity"), ("value", "value"), ("date", "date")),
    "visit": (("places", "place"), ("persons", "people")),
}


def analyse(view: CaseView) -> Iterator[Finding]:
    """Numbers, dates, prices and parties that no paper of the case gives for a contract, delivery or visit it tells of.

    A story says so ("the number and date are not given"), for a missing value is easily filled in by guessing. That a
    value is missing here does not mean that there is none: the paper that gives it may not be part of the leak, or the
    program did not read it.
    """
    for kind, fields in FIELDS.items():
        for finding in view.earlier(kind):
            missing = [name for key, name in fields if not finding.body.get(key)]
            if kind == "contract" and finding.body.get("status") == "draft":
                missing = [name for name in missing if name not in ("number", "date")]
            if missing and len(missing) < len(fields):
                yield from _finding(view, finding, missing)


def _finding(view: CaseView, about: Finding, missing: list[str]) -> list[Finding]:
    told = about.body
    name = {
        "contract": f"contract {told.get('number') or told.get('codename') or 'without a name'}",
        "supply": f"the delivery from {told.get('supplier')} to {told.get('receiver')}",
        "visit": f"the visit from {told.get('from')} to {told.get('to')}",
    }[about.kind]
    verb = "is" if len(missing) == 1 and missing[0] not in ("parties", "people") else "are"
    spans = tuple(Span(page.document, page.page, 0, 0, page.quote) for page in about.pages[:4])
    body = {"about": about.id, "of": about.kind, "missing": missing}
    # a value is missing as far as what was read goes: no more origins make it surer
    basis = Basis(spans, about.rows[:4], Grade.UNVERIFIED, strength=float(len(missing)), seen=True)
    return conclude(view, "not_stated", (about.id,), f"the {listing(missing)} of {name} {verb} not given", body, basis)


ANALYSIS = Analysis("not_stated", "What the papers do not give", ("not_stated",), analyse)
