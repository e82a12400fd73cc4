"""The derived tables in which the rooms meet: name, what a row is, and who writes it."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.model.claims import GradedClaim
from corrobora.model.document import Metadata, Page
from corrobora.model.entities import Organization, Person, Visit
from corrobora.model.faces import FacesOf
from corrobora.model.facts import (
    AliasFact,
    Appearance,
    ContractFact,
    LetterFact,
    MeetingFact,
    OrganizationPart,
    RateFact,
    ShareFact,
    SightingFact,
    TradeFact,
    VisitFact,
)
from corrobora.model.findings import Finding
from corrobora.model.match import Match, Search
from corrobora.model.mention import KnownName, Mention


@dataclass(frozen=True, slots=True)
class Table:
    """One derived table: rows of one or several types, stored as JSON bodies in Parquet parts.

    Attributes:
        name: of the folder under `tables/`.
        types: the dataclasses its rows may be.
        written_by: the room whose step writes it.
    """

    name: str
    types: tuple[type, ...]
    written_by: str


PAGES = Table("pages", (Page,), "reading")
METADATA = Table("metadata", (Metadata,), "reading")
MENTIONS = Table("mentions", (Mention,), "mentions")
FACTS = Table(
    "facts",
    (
        Appearance,
        VisitFact,
        LetterFact,
        ContractFact,
        ShareFact,
        TradeFact,
        MeetingFact,
        SightingFact,
        RateFact,
        AliasFact,
        OrganizationPart,
    ),
    "mentions",
)
KNOWN_NAMES = Table("known_names", (KnownName,), "mentions")
PERSONS = Table("persons", (Person,), "identity")
ORGANIZATIONS = Table("organizations", (Organization,), "identity")
VISITS = Table("visits", (Visit,), "identity")
MATCHES = Table("matches", (Match,), "corroboration")
SEARCHES = Table("searches", (Search,), "corroboration")
FACES = Table("faces", (FacesOf,), "analysis")
FINDINGS = Table("findings", (Finding,), "analysis")
CLAIMS = Table("claims", (GradedClaim,), "claims")

TABLES = (
    PAGES,
    METADATA,
    MENTIONS,
    FACTS,
    KNOWN_NAMES,
    PERSONS,
    ORGANIZATIONS,
    VISITS,
    MATCHES,
    SEARCHES,
    FACES,
    FINDINGS,
    CLAIMS,
)
