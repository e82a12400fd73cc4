"""Kinds of finding in the words of a reader, in the order of a story."""

from __future__ import annotations

TITLES = {
    "visit": "Visits",
    "venue": "Where guests went",
    "booking": "Tickets that were not used",
    "background": "Guests by rank and employer",
    "contract": "Contracts",
    "comparison": "Plans and figures compared",
    "supply": "Deliveries",
    "convergence": "Several papers, one subject",
    "ownership": "Who owns what",
    "part_of": "Who belongs to whom",
    "sanction": "Sanctions",
    "sector_mismatch": "Trade outside the registered business",
    "aircraft": "Aircraft",
    "match": "People found in record sets",
    "travel": "Journeys",
    "co_travel": "People who travelled together",
    "co_travel_group": "Groups that travelled together",
    "stay": "Stays",
    "lag": "Days between two events",
    "fate": "What became of people",
    "term_end": "Ends of terms",
    "contradiction": "Contradictions",
    "sequence": "One thing after another",
    "series": "Counts",
    "same_face": "The same face",
    "photograph": "Photographs",
    "post": "Social accounts",
    "post_person": "Social accounts and people",
    "record_link": "Papers found in record sets",
    "chain": "Who asked, who answered",
    "obligation": "Obligations",
    "role": "Posts",
    "court_case": "Court cases",
    "authenticity": "Papers that need a closer look",
    "signature": "Signatures",
    "omission": "What papers leave out",
    "testimony": "What people say",
    "not_stated": "Not stated",
    "alias": "One bearer, two names",
    "person": "People",
    "nothing_found": "Searched for and not found",
}

GRADES = {
    "confirmed": "two or more independent origins say so, and nothing open speaks against it",
    "probable": "the evidence points here, and chance is an unlikely explanation",
    "possible": "it fits, and that is all: a lead, no assertion",
    "unverified": "one origin says so; nothing else was found",
    "contradicted": "something disagrees: another paper, a date, a passport number",
}


def title(kind: str) -> str:
    """The kind in words."""
    return TITLES.get(kind, kind.replace("_", " ").capitalize())
