"""Other names: what papers, registers and lists also call an organisation or a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corrobora import names
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.parties import Party
from corrobora.analysis.registers import NUMBERS, names_of
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import listing
from corrobora.model.facts import AliasFact, Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.records import RecordKind

MOST_NAMES = 40


def analyse(view: CaseView) -> Iterator[Finding]:
    """One bearer with two names, and where each was introduced: defined in a paper, in two scripts, in a register.

    Whoever reads one name must know the other, or takes one weapon for two. What a contract calls its parties ("the
    Buyer", 甲方) binds within that paper and is no name. A short name that stands for several firms of the case is
    shown as one that decides nothing.
    """
    told: dict[tuple[str, str, str], list[AliasFact]] = {}
    for fact in view.facts_of(AliasFact):
        if fact.binds == "case":
            told.setdefault((fact.schema, _key(fact.name, fact.schema), _key(fact.other, fact.schema)), []).append(fact)
    for (schema, _, other), facts in told.items():
        bearers = {name for kind, name, short in told if (kind, short) == (schema, other)}
        yield from _told(view, facts, len(bearers))
    for party in view.parties.all():
        for row in _rows(view, party):
            yield from _listed(view, party, row)


def _key(name: str, schema: str) -> str:
    return names.organization_key(name) if schema == "Organization" else "".join(name.casefold().split())


def _told(view: CaseView, facts: list[AliasFact], bearers: int) -> list[Finding]:
    """What papers say; a row that holds both names says it independently."""
    first = facts[0]
    rows, split = [], bearers > 1
    if first.schema == "Organization":
        one, other = view.parties.find(first.name), view.parties.find(first.other)
        split |= one is not None and other is not None and one.key != other.key
        rows = [row for row in _rows(view, one) if one is not None and _holds(row, first)]
    spans = tuple(span for fact in facts for span in fact.spans)
    forms = tuple(dict.fromkeys((*(fact.name for fact in facts), *(fact.other for fact in facts))))
    body = _body(first.schema, forms, first.how, one_bearer=not split)
    if first.schema == "Product":
        body["documents"] = {form: _papers_with(view, form) for form in forms}
    if split:
        clause = f"{first.other} is short for {first.name}, but others in this case bear that name too"
        basis = Basis(spans, grade=Grade.POSSIBLE)
    else:
        clause = f"{first.other} is another name of {first.name}"
        basis = Basis(spans, tuple(row.party_ref("name") for row in rows))
    return conclude(view, "alias", (first.schema, forms[0], first.other), clause, body, basis)


def _papers_with(view: CaseView, form: str) -> list[str]:
    """Papers that call the thing so: who searches for the one name misses those with the other."""
    wanted = form.casefold()
    return sorted({path for (path, _), page in view.pages.items() if wanted in page.text.casefold()})[:MOST_NAMES]


def _holds(row: Row, fact: AliasFact) -> bool:
    held = {names.organization_key(name) for name in names_of(row, "name", "names")}
    return {names.organization_key(fact.name), names.organization_key(fact.other)} <= held


def _rows(view: CaseView, party: Party | None) -> list[Row]:
    """Rows of registers and lists that are this party's by number, or by a name that only one company bears."""
    if party is None:
        return []
    entry = view.register.of(party)
    found = {(row.dataset, row.row): row for row in entry.rows}
    for column in NUMBERS:
        for row in view.rows.whose(RecordKind.LISTING, column, entry.numbers):
            found.setdefault((row.dataset, row.row), row)
    return list(found.values())


def _listed(view: CaseView, party: Party, row: Row) -> list[Finding]:
    """The names of a row that the papers do not use."""
    used = {names.organization_key(name) for name in _paper_names(view, party)}
    held = list(dict.fromkeys(names_of(row, "name", "names")))
    new = [name for name in held if names.organization_key(name) not in used]
    if not new or not used:
        return []
    forms = tuple(dict.fromkeys((party.label, *held)))[:MOST_NAMES]
    source = view.source_of_dataset(row.dataset).name
    clause = f"{party.label} is also called {listing(dict.fromkeys(new[:6]))} (row {row.row} of {source})"
    spans: tuple[Span, ...] = next((o.spans[:1] for o in view.organizations if party.label in o.names), ())
    basis = Basis(spans, (row.party_ref("name", *NUMBERS),), Grade.PROBABLE if spans else Grade.UNVERIFIED)
    body = _body("Organization", forms, "listed", one_bearer=True)
    return conclude(view, "alias", ("row", party.key, row.dataset, row.row), clause, body, basis)


def _paper_names(view: CaseView, party: Party) -> set[str]:
    return {name for body in view.organizations if set(body.names) & set(party.names) for name in body.names}


def _body(schema: str, forms: Iterable[str], how: str, *, one_bearer: bool) -> dict[str, object]:
    return {"names": list(forms), "schema": schema, "how": how, "one_bearer": one_bearer}


ANALYSIS = Analysis("alias", "One bearer with two names", ("alias",), analyse)
