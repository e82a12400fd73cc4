"""What belongs to what: a bureau within a department within a commission."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.parties import org_key
from corrobora.analysis.units import headed
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.facts import Appearance, OrganizationPart
from corrobora.model.findings import Finding

LONGEST = 8


def analyse(view: CaseView) -> Iterator[Finding]:
    """Chains of organisations each of which papers call a part of the next, from the smallest unit upwards.

    Links are joined by name, whatever legal form and quotation marks it is written with. Where papers give one unit
    two wholes, each makes a chain of its own: units move, and one of the papers may be old. The days on which papers
    say so are given. A title beside an employer says it too: whoever is "head of workshop No. 4, the motor works"
    shows that the workshop is the works'.
    """
    links: dict[str, list[OrganizationPart]] = {}
    facts = [*view.facts_of(OrganizationPart), *_of_titles(view)]
    for fact in sorted(facts, key=lambda f: (f.attested or "", f.span.document, f.span.start)):
        links.setdefault(org_key(fact.part), []).append(fact)
    wholes = {org_key(fact.whole) for facts in links.values() for fact in facts}
    for key in sorted(links):
        # a unit that is itself the whole of another stands within that one's chain
        if key not in wholes:
            for chain in _chains(links, key, ()):
                yield from _finding(view, chain)


def _of_titles(view: CaseView) -> Iterator[OrganizationPart]:
    for one in view.facts_of(Appearance):
        unit = headed(one.title) if one.title and one.organization else None
        if unit is None or one.organization is None or not one.spans:
            continue
        # the longest words show title and employer together
        span = max(one.spans, key=lambda span: len(span.quote))
        yield OrganizationPart(unit, one.organization, span, view.dated(span.document))


def _chains(
    links: dict[str, list[OrganizationPart]], key: str, below: tuple[OrganizationPart, ...]
) -> Iterator[tuple[OrganizationPart, ...]]:
    above: dict[str, OrganizationPart] = {}
    for fact in links.get(key, []):
        above.setdefault(org_key(fact.whole), fact)
    seen = {org_key(fact.part) for fact in below} | {key}
    going = {whole: fact for whole, fact in above.items() if whole not in seen}
    if (not going or len(below) >= LONGEST) and below:
        yield below
    for whole, fact in going.items() if len(below) < LONGEST else ():
        yield from _chains(links, whole, (*below, fact))


def _finding(view: CaseView, chain: tuple[OrganizationPart, ...]) -> list[Finding]:
    names = [chain[0].part, *(fact.whole for fact in chain)]
    days = sorted(fact.attested for fact in chain if fact.attested)
    body = {
        "organization": names[0], "within": names[1:], "attested": days,
        "links": [{"part": fact.part, "whole": fact.whole, "date": fact.attested} for fact in chain],
    }  # fmt: skip
    clause = f"{names[0]} is part of {', which is part of '.join(names[1:])}"
    if days:
        clause += f" (so named on {listing(dict.fromkeys((day(days[0]), day(days[-1]))))})"
    basis = Basis(tuple(fact.span for fact in chain), strength=float(len(chain)))
    return conclude(view, "part_of", ([org_key(name) for name in names],), clause, body, basis)


ANALYSIS = Analysis("part_of", "What belongs to what", ("part_of",), analyse)
