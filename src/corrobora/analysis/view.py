"""The whole case at one moment, frozen: what every analysis looks at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from corrobora.analysis.deals import with_numbers
from corrobora.analysis.exchange import Exchange, currencies_of
from corrobora.analysis.owners import Owners, Ownership, sets_of_fractions
from corrobora.analysis.parties import Parties, Party, org_key, parties_of
from corrobora.analysis.persons import Likeness, People
from corrobora.analysis.registers import Register, look_up, other_names
from corrobora.analysis.rows import Rows
from corrobora.analysis.seal import Seal
from corrobora.model.dates import is_day
from corrobora.model.document import Document, Page
from corrobora.model.entities import Organization, Person, Visit
from corrobora.model.faces import Face
from corrobora.model.facts import ContractFact, Fact, LetterFact, RateFact, ShareFact, Span, TradeFact
from corrobora.model.findings import Finding
from corrobora.model.match import Match, Search
from corrobora.model.mention import Mention, MentionType
from corrobora.model.records import Dataset, RecordRef
from corrobora.model.source import Source
from corrobora.names import label

F = TypeVar("F")

PERSONAL = re.compile(
    r"[^\W\d_]+(?:-[^\W\d_]+)?[ \u00a0](?:[^\W\d_]\.\s?){1,2}|(?:[^\W\d_]\.\s?){1,2}[ \u00a0]?[^\W\d_]+(?:-[^\W\d_]+)?|"
    r"(?:[А-ЯЁІЇЄҐ][а-яёіїєґ']+(?:-[А-ЯЁІЇЄҐ][а-яёіїєґ']+)?[ \u00a0]?){2,3}"
)
"""A name as only people bear it: a surname with initials, or two or three Cyrillic words with capitals."""
UNKNOWN = Source("leak", "", "an unnamed source", origin="unknown")


# Without slots, so that the lookups below are built once, when an analysis first asks for them.
@dataclass(frozen=True)
class CaseView:
    """Everything the rooms before found out.

    Attributes:
        pages: (document, page number) -> page.
        metadata: document -> what its file says about itself (author, created, modified, ...).
        revisions: document -> number of revisions saved onto its file after the first (PDF), where there are any.
        new_fonts: document -> fonts that only its later revisions use (PDF).
        fonts: document -> fonts that it names in plain (PDF).
        seals: document -> signatures on it (PDF, mail), where there are any.
        document_sources, dataset_sources: path -> source.
        events: dataset -> what an enrolment list records ("enlistment", ...).
        interest: nationalities of the people of lists the case is about; "foreign" means all but the list's own.
        currency: ISO code of the currency in which the user wants prices beside their own, or None.
        faces: document -> faces on it; empty unless the user asked for them to be compared.
        approvals: finding -> who last said yes to it.
        findings: of the analyses that ran before, in order.
    """

    rows: Rows
    persons: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    visits: tuple[Visit, ...] = ()
    facts: tuple[Fact, ...] = ()
    mentions: tuple[Mention, ...] = ()
    matches: tuple[Match, ...] = ()
    searches: tuple[Search, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    pages: Mapping[tuple[str, int], Page] = field(default_factory=dict)
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    revisions: Mapping[str, int] = field(default_factory=dict)
    new_fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seals: Mapping[str, tuple[Seal, ...]] = field(default_factory=dict)
    document_sources: Mapping[str, Source] = field(default_factory=dict)
    dataset_sources: Mapping[str, Source] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)
    interest: tuple[str, ...] = ("foreign",)
    currency: str | None = None
    faces: Mapping[str, tuple[Face, ...]] = field(default_factory=dict)
    approvals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def having(self, findings: tuple[Finding, ...]) -> CaseView:
        """The same case with these findings made; what was looked up already stays."""
        view = replace(self, findings=findings)
        kept = {name: value for name, value in vars(self).items() if name not in self.__dataclass_fields__}
        vars(view).update(kept)
        return view

    def facts_of(self, kind: type[F]) -> list[F]:
        """All facts of one type."""
        return [fact for fact in self.facts if isinstance(fact, kind)]

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Persons by id."""
        return {person.id: person for person in self.persons}

    @cached_property
    def offices(self) -> Mapping[str, Organization]:
        """Organisations by id."""
        return {organization.id: organization for organization in self.organizations}

    @cached_property
    def stays(self) -> Mapping[str, Visit]:
        """Visits by id."""
        return {visit.id: visit for visit in self.visits}

    @cached_property
    def letters(self) -> Mapping[str, LetterFact]:
        """Letterheads by document."""
        return {fact.spans[0].document: fact for fact in reversed(self.facts_of(LetterFact)) if fact.spans}

    @cached_property
    def dates(self) -> Mapping[tuple[str, int], list[Mention]]:
        """(document, page) -> the dates on it, in order."""
        known = self.mentioned.items()
        return {(document, page): dates for (document, page, kind), dates in known if kind is MentionType.DATE}

    @cached_property
    def mentioned(self) -> Mapping[tuple[str, int, MentionType], list[Mention]]:
        """(document, page, kind) -> what is mentioned there, in order."""
        found: dict[tuple[str, int, MentionType], list[Mention]] = {}
        for mention in sorted(self.mentions, key=lambda m: m.start):
            found.setdefault((mention.document, mention.page, mention.type), []).append(mention)
        return found

    @cached_property
    def party_names(self) -> tuple[tuple[str, Party], ...]:
        """What parties are called in a sentence: in full, and as their name in quotation marks."""
        names: dict[str, Party] = {}
        for party in self.parties.all():
            for written in party.names:
                for name in (written, *re.findall('[«"“][^«»"“”]+[»"”]', written)):
                    if len(org_key(name)) >= (3 if name > "\u3400" else 5):
                        names.setdefault(name.strip(), party)
        return tuple(names.items())

    @cached_property
    def page_numbers(self) -> Mapping[str, tuple[int, ...]]:
        """Document -> numbers of its pages that were read."""
        numbers: dict[str, list[int]] = {}
        for path, number in sorted(self.pages):
            numbers.setdefault(path, []).append(number)
        return {path: tuple(known) for path, known in numbers.items()}

    @cached_property
    def parties(self) -> Parties:
        """Who is behind a name or a taxpayer number; what company registers know of the parties is joined in."""
        papers = parties_of(self.organizations, self.facts)
        entries = look_up(self.rows, papers.all()).entries.values()
        found = [(entry.names, entry.numbers) for entry in entries if entry.rows]
        listed = other_names(self.rows, [number for entry in entries for number in entry.numbers])
        return Parties([*((party.names, party.numbers) for party in papers.all()), *found, *listed])

    @cached_property
    def register(self) -> Register:
        """What company registers say of the parties."""
        return look_up(self.rows, self.parties.all())

    @cached_property
    def ownership(self) -> Ownership:
        """The shares above all companies of the papers."""
        facts, fractions = tuple(self.facts_of(ShareFact)), sets_of_fractions(self.rows)
        ownership = Ownership(self.rows, self.parties, self.register, facts, fractions)
        ownership.climb(self.parties.all())
        return ownership

    @cached_property
    def everybody(self) -> People:
        """Whom of the case, people of lists included, a written name can mean."""
        return People(self.persons)

    @cached_property
    def owners(self) -> Owners:
        """Which owners of registers the papers name."""
        return Owners(self.persons, self.parties)

    @cached_property
    def trades(self) -> tuple[TradeFact, ...]:
        """Trade papers, with the numbers by which others name them."""
        return tuple(with_numbers(self.facts_of(TradeFact), self.text_of))

    @cached_property
    def exchange(self) -> Exchange:
        """Amounts in a second currency."""
        used = currencies_of(self.facts_of(ContractFact))
        return Exchange(self.facts_of(RateFact), self.letters, used, self.currency)

    def shown(self, person_id: str) -> tuple[tuple[Span, ...], tuple[RecordRef, ...]]:
        """The best place in the papers, else the row of a list, that shows a person of the case."""
        person = self.people.get(person_id)
        if person is None:
            return (), ()
        return person.spans[:1], () if person.spans else person.records[:1]

    def label(self, person_id: str) -> str:
        """What a reader calls this person."""
        person = self.people.get(person_id)
        return person.label if person is not None else "an unknown person"

    def called(self, name: str) -> str:
        """What a reader calls somebody whom a paper names: a person of the case in Latin letters, a party as usual."""
        person, alike = self.owners.person(name)
        # initials are borne by many: they are written as they stand
        if person is not None and alike >= Likeness.PARTIAL:
            return person.label
        if self.parties.known(name) and not PERSONAL.fullmatch(name.strip()):
            party = self.parties.find(name)
            return party.label if party is not None else name
        return label(name) if PERSONAL.fullmatch(name.strip()) else name

    def source_of_document(self, path: str) -> Source:
        """The source a document came from."""
        return self.document_sources.get(path, UNKNOWN)

    def source_of_dataset(self, path: str) -> Source:
        """The source a record set came from."""
        return self.dataset_sources.get(path, Source("records", path, path, origin=path))

    def sources_behind(self, documents: Iterable[str] = (), datasets: Iterable[str] = ()) -> list[Source]:
        """The sources of these documents and record sets."""
        return [self.source_of_document(d) for d in documents] + [self.source_of_dataset(d) for d in datasets]

    def earlier(self, kind: str) -> Iterator[Finding]:
        """Findings of one kind made by the analyses that ran before."""
        return (finding for finding in self.findings if finding.kind == kind)

    def dated(self, document: str) -> str | None:
        """The day on which a document says it was written, or None."""
        letter = self.letters.get(document)
        if letter is None:
            return None
        days = (letter.written, letter.signed, letter.registered, letter.received)
        return next((day for day in days if is_day(day)), None)

    def text_of(self, document: str) -> str:
        """The text of all pages of a document."""
        return "\n".join(self.pages[document, number].text for number in self.page_numbers.get(document, ()))
