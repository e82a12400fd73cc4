"""Aircraft and other craft that papers name by their number, with the owner of the register."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import grade_of
from corrobora.analysis.rows import Row
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.dates import is_day
from corrobora.model.facts import Modality, SightingFact, VisitFact
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordKind

FIRMNESS = {Modality.HAPPENED: 2, Modality.AGREED: 1, Modality.PLANNED: 1}


def analyse(view: CaseView) -> Iterator[Finding]:
    """Each registration that the papers name once: where and when it was seen, its type, and who owned it then.

    Minutes and reports are taken before plans. The owner comes from the register line that was valid on that day.
    """
    groups: dict[str, list[SightingFact]] = {}
    for fact in view.facts_of(SightingFact):
        if fact.modality not in (Modality.CANCELLED, Modality.DENIED):
            groups.setdefault(number_key(fact.registration), []).append(fact)
    entries = _register(view, groups)
    for key, facts in sorted(groups.items()):
        best = max(facts, key=lambda fact: _rank(view, fact))
        seen, rows = _seen(view, best), entries.get(key, [])
        if rows or best.modality is Modality.HAPPENED:
            yield from _finding(view, facts, best, _owner_row(rows, seen), seen, rows)


def _finding(
    view: CaseView, facts: list[SightingFact], best: SightingFact, row: Row | None, seen: str | None, rows: list[Row]
) -> list[Finding]:
    owners = sorted((known for known in rows if known.get("owner")), key=lambda known: known.get("since") or "")
    past = [known for known in owners if known is not row and row is not None and known.get("since")
            and (known.get("since") or "") < (row.get("since") or "")]  # fmt: skip
    owner = (row.raw.get("owner") or row.get("owner")) if row is not None else None
    kind = next((f.type for f in (best, *facts) if f.type), None) or (row.get("type") if row is not None else None)
    where = next((f.place for f in (best, *facts) if f.place), None) or _place(view, best)
    body = {
        "registration": best.registration, "type": kind, "place": where, "seen": seen, "owner": owner,
        "owners": [
            {"owner": known.raw.get("owner") or known.get("owner"), "since": known.get("since"),
             "until": known.get("until")} for known in owners
        ],
        "sightings": [
            {"date": _seen(view, f), "place": f.place, "modality": f.modality.value, "document": f.spans[0].document}
            for f in facts if f.spans
        ],
    }  # fmt: skip
    verb = "was seen" if best.modality is Modality.HAPPENED else "was to be shown"
    clause = f"the {kind or 'craft'} {best.registration} {verb} at {where or 'an unnamed place'}"
    clause += f" on {day(seen)}" if seen else ""
    clause += f", registered to {owner}" if owner else ""
    before = list(dict.fromkeys(str(known.raw.get("owner") or known.get("owner")) for known in past))
    clause += f" (before that to {listing(before)})" if owner and before else ""
    spans = tuple(span for fact in sorted(facts, key=lambda f: f is not best) for span in fact.spans[:2])
    shown = [known for known in (row, *past[-4:]) if known is not None]
    refs = tuple(known.ref("registration", "type", "owner", "base") for known in shown)
    # the papers tell the sighting, the register the owner: neither bears out the other
    grade = grade_of(view.sources_behind(span.document for span in spans))
    grade = Grade.PROBABLE if refs and grade is Grade.UNVERIFIED and best.modality is Modality.HAPPENED else grade
    basis = Basis(spans, refs, grade, strength=float(len(facts)))
    return conclude(view, "aircraft", (number_key(best.registration),), clause, body, basis)


def _register(view: CaseView, groups: dict[str, list[SightingFact]]) -> dict[str, list[Row]]:
    spelled = "lower(regexp_replace(\"registration\", '[^[:alnum:]]', '', 'g'))"
    written = {number_key(fact.registration) for facts in groups.values() for fact in facts}
    # the register may write look-alike letters of either alphabet: digits narrow it down, the key decides
    digits = sorted({"".join(c for c in key if c.isdigit()) for key in written} - {""})
    if not digits:
        return {}
    where = f"len(list_filter(?::varchar[], lambda d: contains({spelled}, d))) > 0"
    found: dict[str, list[Row]] = {}
    for row in view.rows.select(RecordKind.ASSET, where, [digits]):
        key = number_key(row.raw.get("registration") or row.get("registration"))
        if key in written:
            found.setdefault(key, []).append(row)
    return found


def _owner_row(rows: list[Row], seen: str | None) -> Row | None:
    valid = [
        row for row in rows if seen is None or ((row.get("since") or "") <= seen <= (row.get("until") or "9999-12-31"))
    ]
    return max(valid or rows, key=lambda row: row.get("since") or "", default=None)


def _seen(view: CaseView, fact: SightingFact) -> str | None:
    if fact.date:
        return fact.date
    visit = _visit(view, fact)
    if visit is not None and fact.modality is not Modality.HAPPENED and visit.start:
        return visit.start
    return (visit.held_on or visit.start if visit is not None else None) or (
        view.dated(fact.spans[0].document) if fact.spans else None
    )


def _place(view: CaseView, fact: SightingFact) -> str | None:
    visit = _visit(view, fact)
    return visit.places[0] if visit is not None and visit.places else None


def _visit(view: CaseView, fact: SightingFact) -> VisitFact | None:
    papers = {span.document for span in fact.spans}
    return next((v for v in view.facts_of(VisitFact) if v.spans and v.spans[0].document in papers), None)


def _rank(view: CaseView, fact: SightingFact) -> tuple[int, bool, bool]:
    return FIRMNESS.get(fact.modality, 0), is_day(_seen(view, fact)), fact.place is not None


ANALYSIS = Analysis("aircraft", "Aircraft named by their number", ("aircraft",), analyse)
