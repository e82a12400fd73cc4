"""Visits that took place, with the parties behind their guests and hosts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.order import Step
from corrobora.analysis.parties import Party
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.dates import is_day
from corrobora.model.entities import Visit
from corrobora.model.facts import Modality, Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id
from corrobora.model.mention import MentionType
from corrobora.model.places import same_place


@dataclass(frozen=True, slots=True)
class Held:
    """A visit that papers or journeys show to have taken place.

    Attributes:
        finding: of the kind `visit` that tells it, or None.
        parties: key -> party, of all organisations whose people took part.
    """

    visit: Visit
    finding: Finding | None
    parties: dict[str, Party]

    @property
    def name(self) -> str:
        """What a reader calls it."""
        place = self.visit.places[0] if self.visit.places else "an unnamed place"
        return f"the visit to {place} of {day(self.visit.start)}"

    def step(self, view: CaseView, date: str) -> Step:
        """The visit as one step of a sequence."""
        own = tuple(span for span in self.visit.spans if not view.source_of_document(span.document).public)
        found = self.finding
        grade = found.grade if found is not None else None
        return Step(self.name, date, own or self.visit.spans, (), found.id if found is not None else None, grade)


def held_visits(view: CaseView) -> list[Held]:
    """The visits that took place and whose days are known."""
    travelled = {match.visit for match in view.matches if match.grade in (Grade.CONFIRMED, Grade.PROBABLE)}
    told = {finding.id: finding for finding in view.earlier("visit")}
    found = []
    for visit in view.visits:
        happened = visit.status is Modality.HAPPENED or (visit.id in travelled and visit.status is Modality.PLANNED)
        if not happened or not is_day(visit.start) or not is_day(visit.end):
            continue
        finding = told.get(hash_id("visit", visit.id))
        found.append(Held(visit, finding, {party.key: party for party in _parties(view, visit)}))
    return found


def _parties(view: CaseView, visit: Visit) -> Iterator[Party]:
    offices = (view.offices.get(known) for known in visit.organizations)
    names = [office.label for office in offices if office is not None]
    for person in (view.people.get(known) for known in (*visit.persons, *visit.hosts)):
        names += [post.organization for post in person.positions if post.organization] if person is not None else []
    for name in dict.fromkeys(names):
        party = view.parties.find(name)
        if party is not None:
            yield party


def public_papers(view: CaseView) -> Iterator[tuple[str, str | None]]:
    """(document, day or None) of papers that anybody could read: of a public source, or saved from the web."""
    for document in sorted(view.page_numbers):
        letter = view.letters.get(document)
        if view.source_of_document(document).public or (letter is not None and letter.type == "web_page"):
            published = (view.metadata.get(document, {}).get("published") or "")[:10]
            yield document, published if is_day(published) else view.dated(document)


def place_in(view: CaseView, document: str, visit: Visit) -> Span | None:
    """Where a paper names a place of the visit, or None."""
    for page in view.page_numbers.get(document, ()):
        for at in view.mentioned.get((document, page, MentionType.LOC), ()):
            if any(same_place(at.value or at.text, place) for place in visit.places):
                return Span(document, page, at.start, at.end, at.text)
    return None
