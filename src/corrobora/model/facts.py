"""Facts: what one page says, before anybody asks whether it is true.

A fact is read out of one document, mostly out of its structure (tables, letterheads, lists of participants, signature
blocks). Every value that a finding may cite carries a `Span`, so that the evidence opens the page at the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corrobora.model.money import Money


class Modality(StrEnum):
    """How far a paper says the thing went. A later, firmer paper wins over an earlier one."""

    REQUESTED = "requested"
    PLANNED = "planned"
    OFFERED = "offered"
    DRAFTED = "drafted"
    AGREED = "agreed"
    HAPPENED = "happened"
    CANCELLED = "cancelled"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value stands: `quote` is literally text[start:end] of that page."""

    document: str
    page: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as written.

    Attributes:
        script: Hani, Latn, Cyrl.
        system: hanzi, pinyin, palladius, passport, russian, ukrainian, initials, ...
    """

    text: str
    script: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One person as one place of one document shows them; all scripts of one table row or line belong together.

    Attributes:
        names: forms that this place says are one person, in the base form (lemma), the fullest first.
        spans: where the names and the other values stand; the first is the best to quote.
        side: "delegation", "host", "author", "addressee", "signer", "holder" (of a passport), "responsible", "owner",
            "other".
        group: key of the visit, list or paper that puts the person beside the others (a request number or a document
            path).
    """

    names: tuple[NameForm, ...]
    spans: tuple[Span, ...]
    birth_date: str | None = None
    document_number: str | None = None
    nationality: str | None = None
    title: str | None = None
    organization: str | None = None
    side: str = "other"
    group: str = ""
    attested: str | None = None


@dataclass(frozen=True, slots=True)
class VisitFact:
    """A visit or meeting as one document tells it.

    Attributes:
        start: first day, ISO; `end`: last day.
        places: as written, in the base form ("Рязань", "梁赞").
        delegation: nationality or name of the guests ("cn", "КНР").
        size: number of people stated, or None.
        request: number of the request that asked for it, or None; `references`: other document numbers named.
        leader: name of the head of the delegation as written (base form), or None.
        modality: requested, planned, happened (minutes, reports), cancelled.
        held_on: day on which minutes or a report say it was going on, or None.
    """

    spans: tuple[Span, ...]
    start: str | None = None
    end: str | None = None
    places: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    purpose: str | None = None
    delegation: str | None = None
    size: int | None = None
    request: str | None = None
    references: tuple[str, ...] = ()
    leader: str | None = None
    modality: Modality = Modality.PLANNED
    held_on: str | None = None


@dataclass(frozen=True, slots=True)
class LetterFact:
    """The letterhead of a document: numbers and the kinds of its dates kept apart.

    Attributes:
        type: letter, request, instruction, minutes, programme, list, contract, draft_contract, invoice, payment_order,
            bank_statement, passport, order, memo, note, report, mail, chat, web_page, photograph, registry,
            packing_list, power_of_attorney, bill_of_lading, press_release, cv, other.
        number: its own number; `reply_to`: numbers of the letters it answers or acts on.
        written: date of the document; `received`: incoming stamp; `registered`, `signed`, `effective` likewise.
    """

    spans: tuple[Span, ...]
    type: str = "other"
    number: str | None = None
    reply_to: tuple[str, ...] = ()
    written: str | None = None
    received: str | None = None
    registered: str | None = None
    signed: str | None = None
    sender: str | None = None
    recipient: str | None = None
    subject: str | None = None
    attachments: tuple[str, ...] = ()
    page_numbers: tuple[tuple[int, int, int], ...] = ()
    effective: str | None = None


@dataclass(frozen=True, slots=True)
class ContractItem:
    """A line of a specification."""

    description: str
    quantity: str | None
    unit_price: Money | None
    total: Money | None
    span: Span


@dataclass(frozen=True, slots=True)
class ContractPayment:
    """An instalment: share in per cent, amount as stated, and the last day of the stated period."""

    share: str | None
    amount: Money | None
    due: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class DeliveryTerm:
    """A delivery term, in months after the first payment (or another anchor) or as dates.

    Attributes:
        item: what is delivered, or None for the whole.
        anchor: "first_payment", "signature", "effective" or "".
        earliest_months: not before so many months after the anchor; `latest_months`: not after.
        earliest: an absolute date, where stated; `latest` likewise.
        complete: the term is for the delivery as a whole ("delivery in full is completed not before ...").
    """

    span: Span
    item: str | None = None
    anchor: str = ""
    earliest_months: int | None = None
    latest_months: int | None = None
    earliest: str | None = None
    latest: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class ContractFact:
    """A contract as one document shows it: its own text, a draft, or a paper that reports it.

    Attributes:
        status: "draft", "signed" or "reported" (known only from a paper that mentions it).
        version: number of the draft, or None; `version_date`: its date.
        effective: day from which it is in force, ISO, where the paper says so.
    """

    spans: tuple[Span, ...]
    number: str | None = None
    codename: str | None = None
    parties: tuple[str, ...] = ()
    status: str = "reported"
    signed: str | None = None
    total: Money | None = None
    items: tuple[ContractItem, ...] = ()
    payments: tuple[ContractPayment, ...] = ()
    deliveries: tuple[DeliveryTerm, ...] = ()
    version: int | None = None
    version_date: str | None = None
    subject: str | None = None
    effective: str | None = None


@dataclass(frozen=True, slots=True)
class ShareFact:
    """One party owns part of another, as a paper says. `share` in per cent as written, or None."""

    owner: str
    asset: str
    span: Span
    share: str | None = None
    since: str | None = None
    owner_number: str | None = None
    asset_number: str | None = None


@dataclass(frozen=True, slots=True)
class TradeLine:
    """One line of an invoice, order or payment."""

    description: str
    span: Span
    quantity: str | None = None
    unit_price: Money | None = None
    total: Money | None = None


@dataclass(frozen=True, slots=True)
class TradeFact:
    """An invoice, order, payment order, delivery note or bank statement row.

    Attributes:
        kind: "invoice", "order", "payment", "delivery".
        reference: number of another paper it names (payment for invoice ...).
        end_user: for whom it is, where the paper says so.
        numbers: party name -> taxpayer number, where the paper gives it.
    """

    kind: str
    spans: tuple[Span, ...]
    number: str | None = None
    date: str | None = None
    supplier: str | None = None
    buyer: str | None = None
    end_user: str | None = None
    reference: str | None = None
    lines: tuple[TradeLine, ...] = ()
    total: Money | None = None
    numbers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting, agreement or founding told in prose: who, where, when, what about."""

    spans: tuple[Span, ...]
    date: str | None = None
    place: str | None = None
    parties: tuple[str, ...] = ()
    subject: str | None = None
    modality: Modality = Modality.HAPPENED


@dataclass(frozen=True, slots=True)
class SightingFact:
    """An aircraft, ship or vehicle named by its number."""

    registration: str
    spans: tuple[Span, ...]
    type: str | None = None
    place: str | None = None
    date: str | None = None
    modality: Modality = Modality.HAPPENED


@dataclass(frozen=True, slots=True)
class RateFact:
    """An exchange rate that a paper states: one unit of `base` is `value` (a decimal string) of `quote`.

    Attributes:
        day: the day the paper gives the rate for, or None.
        authority: whose rate it is as the paper says ("ЦБ РФ"), or None.
    """

    base: str
    quote: str
    value: str
    span: Span
    day: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class AliasFact:
    """Another name that a paper gives to one bearer: "(далее — «Заказчик», Teply Bereg LLC)".

    Attributes:
        name: the full name as written; `other`: what the bearer is also called.
        binds: "case", or "document" for a role or a short name that holds within this paper only.
        how: "defined", or "bilingual" where one paper names one party in two scripts.
        schema: "Organization", or "Product" for goods.
        role: of a contract's party, in English ("buyer", "party a"), where the other name is one.
    """

    name: str
    other: str
    spans: tuple[Span, ...]
    binds: str = "case"
    how: str = "defined"
    schema: str = "Organization"
    role: str = ""


@dataclass(frozen=True, slots=True)
class OrganizationPart:
    """One unit belongs to another, as a paper's structure says: a bureau to a department, that to a commission.

    A chain of three is two facts; whoever reads them joins them by name.

    Attributes:
        part: the smaller unit in the base form ("Бюро технического сотрудничества").
        whole: what it belongs to directly, in the base form.
        span: the words that say so, part and whole together.
        attested: date of the paper, ISO, or None.
    """

    part: str
    whole: str
    span: Span
    attested: str | None = None


Fact = (
    Appearance
    | VisitFact
    | LetterFact
    | ContractFact
    | ShareFact
    | TradeFact
    | MeetingFact
    | SightingFact
    | RateFact
    | AliasFact
    | OrganizationPart
)
