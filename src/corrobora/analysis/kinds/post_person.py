"""People of the case who may be those that a page of the web names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.persons import Likeness
from corrobora.analysis.posts import Post, posts_of
from corrobora.analysis.prose import parties_in
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import listing
from corrobora.model.dates import days_between, is_day
from corrobora.model.entities import Person
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import Mention, MentionType
from corrobora.model.places import same_place
from corrobora.model.records import RecordKind

BORN = re.compile(
    r"род(?:ился|илась|\.)|г\.\s*р\.|рожд|народ(?:ився|илась|\.)|р\.\s*н\.|\bborn\b|birth|出生|生于", re.IGNORECASE
)
NEAR = 45
"""Days between a day of the person and that of the page within which they agree."""


@dataclass(slots=True)
class Link:
    """What speaks for and against that a page names a person, with the places to quote."""

    agrees: list[str] = field(default_factory=list)
    disagrees: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def analyse(view: CaseView) -> Iterator[Finding]:
    """People of the case whose full name a saved page or post bears, where something besides the name agrees.

    Looked at: the birth date, a place and a time of the person (of a visit or on a list), the employer, and others of
    the same visit or list on the same page. A name alone is no link, nor is one that two people of the case bear. A
    link is possible, a lead; with the same full birth date it is probable; where the page gives another birth date it
    is contradicted. People whom the page was already read to be are not told again.
    """
    places = [(ref.dataset, ref.row) for person in view.persons for ref in person.records]
    posts = list(posts_of(view))
    rows = view.rows.at(RecordKind.ENROLMENT, places) if posts else {}
    for post in posts:
        found = {person.id: (person, at) for person, at in _named(view, post)}
        for person, at in found.values():
            link = _link(view, post, (person, at), rows)
            link.agrees += ["others"] if _together(view, found.keys() - {person.id}, person) else []
            if link.agrees or link.disagrees:
                yield from _finding(view, post, person, link)


def _named(view: CaseView, post: Post) -> Iterator[tuple[Person, Span]]:
    written = [
        Span(m.document, m.page, m.start, m.end, m.text)
        for page in view.page_numbers[post.document]
        for m in view.mentioned.get((post.document, page, MentionType.PER), ())
    ]
    for at in written:
        like = [person for person, alike in view.everybody.like(at.quote) if alike >= Likeness.PARTIAL]
        if len(like) == 1 and not any(span.document == post.document for span in like[0].spans):
            yield like[0], at


def _link(view: CaseView, post: Post, named: tuple[Person, Span], rows: dict[tuple[str, int], Row]) -> Link:
    person, at = named
    link = Link(spans=[at])
    dates = [m for page in view.page_numbers[post.document] for m in view.dates.get((post.document, page), ())]
    _birth(view, person, dates, link)
    visits = [visit for visit in view.visits if person.id in visit.persons]
    mine = [row for ref in person.records if (row := rows.get((ref.dataset, ref.row))) is not None]
    where = [place for visit in visits for place in visit.places] + [
        row.values["place"] for row in mine if row.get("place")
    ]
    marked = [post.place] if post.place else []
    if any(same_place(one, other) for one in marked for other in where):
        link.agrees.append("place")
    days = [(visit.start, visit.end) for visit in visits]
    days += [(row.values["date"], row.values["date"]) for row in mine if is_day(row.get("date"))]
    if post.published and any(_near(post.published, start, end) for start, end in days):
        link.agrees.append("time")
    page = Span(at.document, at.page, 0, 0, view.pages[at.document, at.page].text)
    keys = {party.key for party in parties_in(view, page)}
    offices = (view.parties.find(known.organization) for known in person.positions if known.organization)
    if any(party is not None and party.key in keys for party in offices):
        link.agrees.append("organization")
    return link


def _birth(view: CaseView, person: Person, dates: list[Mention], link: Link) -> None:
    for at in dates if person.birth_date and is_day(person.birth_date) else ():
        around = view.pages[at.document, at.page].text[max(0, at.start - 30) : at.end + 20]
        if at.value == person.birth_date or (is_day(at.value) and BORN.search(around)):
            (link.agrees if at.value == person.birth_date else link.disagrees).append("birth_date")
            link.spans.append(Span(at.document, at.page, at.start, at.end, at.text))
            return


def _near(on: str, start: str, end: str) -> bool:
    before, after = days_between(on, start), days_between(end, on)
    return before is not None and after is not None and before <= NEAR and after <= NEAR


def _together(view: CaseView, others: set[str], person: Person) -> bool:
    groups = [set(visit.persons) for visit in view.visits if person.id in visit.persons]
    return any(others & group for group in groups)


def _finding(view: CaseView, post: Post, person: Person, link: Link) -> list[Finding]:
    agrees, disagrees = list(dict.fromkeys(link.agrees)), list(dict.fromkeys(link.disagrees))
    grade = Grade.CONTRADICTED if disagrees else Grade.PROBABLE if "birth_date" in agrees else Grade.POSSIBLE
    body = {
        "person": person.id, "document": post.document, "account": post.account, "published": post.published,
        "agrees": ["name", *agrees], "disagrees": disagrees,
    }  # fmt: skip
    name = post.document.rsplit("/", maxsplit=1)[-1]
    told = f"the page \u201c{name}\u201d"
    clause = f"{told} names {person.label} of this case (the name and {listing(agrees).replace('_', ' ')} agree)"
    if disagrees:
        clause = f"{told} names {person.label} of this case"
    spans, records = view.shown(person.id)
    basis = Basis((*link.spans, *spans), records, grade, "another birth date", strength=float(len(agrees)))
    return conclude(view, "post_person", (person.id, post.document), clause, body, basis)


ANALYSIS = Analysis("post_person", "People of the case on pages of the web", ("post_person",), analyse)
