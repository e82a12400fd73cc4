"""People, organisations and visits of the case: what identity resolution makes of appearances and facts."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.model.facts import Modality, NameForm, Span
from corrobora.model.records import RecordRef


@dataclass(frozen=True, slots=True)
class Position:
    """A post at an organisation, with the days on which papers attest it."""

    title: str | None
    organization: str | None
    attested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the case.

    Attributes:
        id: stable over re-runs on the same input; findings refer to people by it.
        label: pinyin, family name first, for Chinese; Latin for the rest.
        spans: the best quotes that name the person, best first, at most one for each document.
        records: rows that made this person, for people known from a list (recruits, patients).
        roles: "delegate", "host", "owner", "recruit", "signer", ...
        visits: keys (`group` of the appearances) of the visits the person takes part in.
        namesakes: ids of people of the case who bear the same name and are held to be others.
        formerly: ids of people whom somebody judged to be this one.
    """

    id: str
    label: str
    names: tuple[NameForm, ...]
    spans: tuple[Span, ...]
    birth_date: str | None = None
    nationality: str | None = None
    documents: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    roles: tuple[str, ...] = ()
    records: tuple[RecordRef, ...] = ()
    appearances: tuple[str, ...] = ()
    namesakes: tuple[str, ...] = ()
    review: str = "none"
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organization:
    """One organisation of the case: its names in all languages and its numbers."""

    id: str
    label: str
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    records: tuple[RecordRef, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit of the case, merged from all papers that speak of it.

    Attributes:
        persons: ids of the guests; `hosts`: ids of the hosts.
        status: held (minutes or a report say so), planned, cancelled.
        documents: paths of all papers that speak of it.
        abroad: the case's hosts travelled instead of receiving (the place is in the guests' country).
    """

    id: str
    request: str | None
    places: tuple[str, ...]
    start: str
    end: str
    persons: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    purpose: str | None = None
    status: Modality = Modality.PLANNED
    spans: tuple[Span, ...] = ()
    documents: tuple[str, ...] = ()
    abroad: bool = False
