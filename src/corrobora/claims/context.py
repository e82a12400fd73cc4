"""What a sentence is held against: the pages and rows it cites, and what the case knows of those it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from corrobora import names
from corrobora.claims.draft import Sentence
from corrobora.model.claims import Quotation, Reply
from corrobora.model.entities import Organization, Person
from corrobora.model.facts import Fact
from corrobora.model.findings import Finding
from corrobora.model.mention import Mention, MentionType
from corrobora.model.source import Source

Find = Callable[[str], Sequence[Mention]]
_CAPITALS = re.compile(r"\b[A-ZА-ЯЁІЇЄҐ][\w’'-]+(?:\s+[A-ZА-ЯЁІЇЄҐ][\w’'-]+){1,2}\b")
_FIRM = re.compile(
    r"\b(?:[A-ZА-ЯЁІЇЄ][\w&’'-]*\s+){1,6}?(?:Co\.?,?\s+Ltd\.?|LLC|LLP|JSC|PJSC|Ltd\.?|Inc\.?|GmbH|PLC|Corp\.?|Corporation|Group)(?!\w)"
    r"|(?:ООО|АО|ПАО|ЗАО|ТОВ|ПрАТ|ТОО|ИП)\s+«[^»]+(?:»[^«»]{0,3}»)?"
)


UNKNOWN = Source("", "", "", "")


@dataclass(frozen=True, slots=True)
class CitedPage:
    """A page that a sentence cites: its text and the mentions on it; `recognised`: read off a picture."""

    document: str
    page: int
    text: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...] = ()
    origin: str = ""
    recognised: bool = False
    source: Source = UNKNOWN


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row that a sentence cites: property -> (normalised, as it stands)."""

    dataset: str
    row: int
    values: dict[str, tuple[str, str]]
    origin: str = ""
    source: Source = UNKNOWN


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence and what it is held against.

    Attributes:
        missing: citations that lead nowhere.
        sought: the sentence cites nothing, and the pages and rows are what the case itself has on it.
        before: the sentences before it, in order; `after`: those behind it.
    """

    sentence: Sentence
    mentions: tuple[Mention, ...]
    pages: tuple[CitedPage, ...]
    rows: tuple[CitedRow, ...]
    case: CaseKnowledge
    missing: tuple[str, ...] = ()
    sought: bool = False
    before: tuple[Sentence, ...] = ()
    after: tuple[Sentence, ...] = ()

    @property
    def prose(self) -> str:
        """The sentence without its citations."""
        return self.sentence.prose

    def people(self) -> list[tuple[str, list[Person]]]:
        """Names of people of the case in the sentence, with everybody who bears them."""
        return self.case.people_named(self.prose, self.mentions)

    def values(self, *types: MentionType) -> set[str]:
        """Normalised values of these types on the cited pages."""
        return {m.value for page in self.pages for m in page.mentions if m.type in types and m.value}

    @property
    def sources(self) -> list[Source]:
        """Sources of everything cited, each once."""
        told = [page.source for page in self.pages] + [row.source for row in self.rows]
        return list(dict.fromkeys(told))

    @property
    def origins(self) -> set[str]:
        """Origins of everything cited."""
        return {page.origin for page in self.pages} | {row.origin for row in self.rows}


@dataclass(frozen=True, slots=True)
class CaseKnowledge:
    """What the case knows: people, firms, findings, names of sources, and who was asked for comment.

    Attributes:
        translations: document -> quotations of it that are kept with a translation.
        rules: pages of public sources that read like laws and rules.
        replies: the log of requests for comment.
    """

    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    findings: tuple[Finding, ...]
    asked: tuple[str, ...]
    sources: tuple[str, ...] = ()
    by_label: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    aliases: names.Aliases = field(default_factory=names.Aliases)
    translations: dict[str, tuple[Quotation, ...]] = field(default_factory=dict)
    rules: tuple[CitedPage, ...] = ()
    replies: tuple[Reply, ...] = ()

    def same_firm(self, one: str, other: str) -> bool:
        """Whether two forms name one organisation, by their spelling or because a paper or register says so."""
        return same_firm(one, other, self.aliases)

    def people_named(self, text: str, mentions: Iterable[Mention] = ()) -> list[tuple[str, list[Person]]]:
        """Names of people of the case in a text, with everybody who bears them.

        Args:
            text: of a sentence.
            mentions: what was found in it; names in Chinese and in inflected forms are known by these.
        """
        found: dict[str, list[Person]] = {}
        for candidate in dict.fromkeys(_candidates(text)):
            if bearers := self.bearers(candidate):
                found[candidate] = bearers
        for mention in mentions:
            if mention.type is MentionType.PER and not any(mention.text in known for known in found):
                bearers = self.bearers(mention.text) or (self.bearers(mention.value) if mention.value else [])
                if bearers:
                    found[mention.text] = bearers
        longest = [c for c in found if not any(c != other and c in other for other in found)]
        return [(candidate, found[candidate]) for candidate in longest]

    def bearers(self, candidate: str) -> list[Person]:
        """People of the case who bear this very name, in whatever script."""
        if candidate not in self.by_label:
            bearers = [
                p
                for p in self.persons
                if any(_same_person(candidate, form.text) for form in p.names) or _same_person(candidate, p.label)
            ]
            self.by_label[candidate] = tuple(bearers)
        return list(self.by_label[candidate])


def firms_named(text: str, mentions: Iterable[Mention]) -> list[str]:
    """Organisations named in a sentence, as written."""
    found = [m.group().strip(" ,") for m in _FIRM.finditer(text)]
    found += [m.text for m in mentions if m.type is MentionType.ORG and len(m.text) > 3]
    return [f for f in dict.fromkeys(found) if not any(f != other and f in other for other in found)]


def same_firm(one: str, other: str, aliases: names.Aliases | None = None) -> bool:
    """Whether two forms name one organisation; a short name of several firms is none's."""
    return names.compare(one, other, "Organization", aliases).score >= 0.7


def aliases_of(organizations: Iterable[Organization], findings: Iterable[Finding]) -> names.Aliases:
    """What the case knows that organisations are also called: by its papers, and by registers and lists."""
    known = names.Aliases(tuple(one.names for one in organizations if len(one.names) > 1))
    told = (f.body for f in findings if f.kind == "alias" and f.body.get("one_bearer"))
    return known.with_listed(tuple(body["names"]) for body in told if body.get("schema") == "Organization")


def _candidates(text: str) -> Iterable[str]:
    for run in _CAPITALS.finditer(text):
        words = run.group().split()
        for size in (3, 2):
            for at in range(len(words) - size + 1):
                yield " ".join(words[at : at + size])


def _same_person(one: str, other: str) -> bool:
    return names.tier(one, other) == "exact"
