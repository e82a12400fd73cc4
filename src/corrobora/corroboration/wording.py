"""The terms of a match in words that a reporter understands."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.corroboration.days import ANCHORED, BOOKED, EDGE, INSIDE, OUTSIDE
from corrobora.corroboration.outcomes import ABSENT, DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.scoring import EXACT, INITIAL, OTHER, SLIPPED
from corrobora.model.match import Term


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one candidate row shows, with the bits of each part.

    Attributes:
        tier, birth, doc: of the traveller; `own_tier`, `own_birth`, `own_doc`: of the row itself.
        level: of the event; `leg`: "in", "out", "inside" or "outside"; `visit`: whether the window is that of a visit.
        compatible: expected number of others whose name fits as well.
        share: share of people, in general, whose name can be written as on the row; 0 where it is not known.
        hidden: number of names that cannot be told apart as the row writes them.
    """

    tier: int
    birth: int
    doc: int
    own_tier: int
    own_birth: int
    own_doc: int
    level: int
    leg: str
    visit: bool
    compatible: float
    bits: tuple[float, float, float, float]
    share: float = 0.0
    hidden: int = 1


_NAME = {
    EXACT: "the name fits exactly",
    SLIPPED: "the name fits with one slip of the pen",
    INITIAL: "family name and initial fit",
    OTHER: "the name is another",
}
_LEVEL = {
    BOOKED: "booked together with another member of the delegation, in the days of the visit",
    ANCHORED: "on the same journey as another member of the delegation, or where an identified flight leads",
    EDGE: "the right direction within days of the start or the end of the visit",
    INSIDE: "in the days of the visit, but no arrival or departure at its edge",
    OUTSIDE: "outside the days of every visit looked at",
}
_LISTED = {EDGE: "an arrival in the weeks before the enlistment", INSIDE: "in the months after the enlistment"}


def terms(outcome: Outcome) -> tuple[Term, ...]:
    """One term per field that says something, the heaviest first."""
    name, birth, doc, event = outcome.bits
    out = [Term("name", round(name, 2), _name_reason(outcome))]
    if outcome.birth != ABSENT:
        out.append(Term("birth_date", round(birth, 2), _field_reason("birth date", outcome.birth, outcome.own_birth)))
    if outcome.doc != ABSENT:
        out.append(Term("document", round(doc, 2), _field_reason("document number", outcome.doc, outcome.own_doc)))
    if event:
        known = _LEVEL if outcome.visit else _LEVEL | _LISTED
        out.append(Term("event", round(event, 2), known[outcome.level]))
    return tuple(sorted(out, key=lambda term: -abs(term.bits)))


def _name_reason(outcome: Outcome) -> str:
    others = f"; about {outcome.compatible:.2g} other people in this set are expected to fit as well"
    if outcome.share > 0:
        others += f"; in general about one person in {_rounded(1 / outcome.share)} bears a name that is written so"
    if outcome.hidden > 1:
        others += f"; {outcome.hidden} names cannot be told apart in this script"
    if outcome.own_tier == OTHER:
        return _NAME[OTHER]
    if outcome.tier != outcome.own_tier:
        return f"{_NAME[outcome.tier]} on other rows of the same traveller{others}"
    return _NAME[outcome.tier] + ("" if outcome.tier == OTHER else others)


def _rounded(number: float) -> str:
    return f"{float(f'{number:.2g}'):,.0f}" if number < 1e9 else "a thousand million"


def _field_reason(field: str, outcome: int, own: int) -> str:
    where = "" if own != ABSENT else " (from other rows of the same traveller)"
    if outcome == EQUAL:
        return f"the {field} is the same{where}"
    if outcome == SLIP:
        return f"the {field} differs by one slip{where}"
    return f"the {field} is another{where}"


def agreements(outcome: Outcome, present: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Property names of the row that agree and that disagree.

    Args:
        outcome: of the row.
        present: properties that the row holds.
    """
    agrees: list[str] = []
    disagrees: list[str] = []
    (disagrees if outcome.own_tier == OTHER else agrees).append("name")
    for name, own in (("birth_date", outcome.own_birth), ("document", outcome.own_doc)):
        if own in (EQUAL, SLIP):
            agrees.append(name)
        elif own == DIFFERENT:
            disagrees.append(name)
    if outcome.level >= INSIDE:
        agrees.append("date")
    if outcome.level >= EDGE:
        agrees += [name for name in ("direction", "from", "to") if name in present]
    if outcome.level >= ANCHORED:
        agrees += [name for name in ("number", "point") if name in present]
    if outcome.level == BOOKED:
        agrees.append("booking")
    return tuple(name for name in agrees if name in present), tuple(name for name in disagrees if name in present)
