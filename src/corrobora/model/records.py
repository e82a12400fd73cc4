"""Bulk records: how a table's columns map to properties, and what the prepared rows hold.

A prepared dataset is one or more Parquet tables, one for each `RecordKind` it holds. Every prepared table has the
column `row` (int64, the data row from 1 as CONTRACT.md counts) and for each property P of its kind two columns: P,
normalised (text; dates ISO text; numbers as decimal text), and `P_raw`, the value exactly as it stands in the row.
Missing is NULL in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HEADING = -2
"""The index of a column that a table does not have: the heading above a group of its rows."""


class RecordKind(StrEnum):
    """What a row says. The properties of each kind stand in PROPERTIES."""

    JOURNEY = "journey"
    ENROLMENT = "enrolment"
    COMPANY = "company"
    SHARE = "share"
    LISTING = "listing"
    CASE = "case"
    SHIPMENT = "shipment"
    ASSET = "asset"
    PAYMENT = "payment"
    CONTACT = "contact"
    OTHER = "other"


PROPERTIES: dict[RecordKind, tuple[str, ...]] = {
    # flights, rail, border crossings. booked: the day of booking; flown: "no" where the set says that nobody travelled.
    # direction: "in" or "out" of the country that keeps the register, NULL for tickets
    RecordKind.JOURNEY: (
        "name",
        "birth_date",
        "document",
        "nationality",
        "date",
        "time",
        "number",
        "from",
        "to",
        "direction",
        "point",
        "booking",
        "carrier",
        "seat",
        "sex",
        "booked",
        "flown",
    ),
    # lists of people: recruits, patients, casualties, staff. event: what it records ("enlistment", "admission", ...)
    RecordKind.ENROLMENT: (
        "name",
        "birth_date",
        "document",
        "nationality",
        "date",
        "event",
        "place",
        "organization",
        "unit",
        "title",
        "status",
        "end_date",
        "note",
        "sex",
        "address",
        "phone",
    ),
    RecordKind.COMPANY: (
        "name",
        "names",
        "inn",
        "ogrn",
        "uscc",
        "edrpou",
        "registered",
        "dissolved",
        "status",
        "activity_code",
        "activity",
        "extra_activities",
        "director",
        "address",
        "region",
        "country",
    ),
    # one founder or shareholder line of a register; nested founders give several rows with the same `row`
    RecordKind.SHARE: ("owner", "owner_number", "asset", "asset_number", "share", "since", "until"),
    # sanctions: one row per (party, programme). `names` holds all names joined with a newline
    RecordKind.LISTING: (
        "entity_id",
        "name",
        "names",
        "schema",
        "birth_date",
        "document",
        "nationality",
        "inn",
        "ogrn",
        "imo",
        "authority",
        "program",
        "since",
        "until",
        "date_certain",
    ),
    RecordKind.CASE: (
        "case",
        "court",
        "date",
        "plaintiff",
        "defendant",
        "defendant_number",
        "subject",
        "amount",
        "currency",
        "result",
    ),
    RecordKind.SHIPMENT: (
        "number",
        "date",
        "direction",
        "sender",
        "receiver",
        "receiver_number",
        "sender_number",
        "hs_code",
        "description",
        "quantity",
        "weight",
        "value",
        "currency",
        "country",
    ),
    RecordKind.ASSET: (
        "registration",
        "type",
        "serial",
        "owner",
        "owner_number",
        "base",
        "built",
        "operator",
        "since",
        "until",
    ),
    RecordKind.PAYMENT: (
        "number",
        "date",
        "payer",
        "payer_number",
        "payee",
        "payee_number",
        "counterparty",
        "debit",
        "credit",
        "amount",
        "currency",
        "purpose",
    ),
    RecordKind.CONTACT: ("name", "phone", "address", "birth_date", "email", "document", "organization", "title"),
    RecordKind.OTHER: (),
}


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What one column of a table holds.

    Attributes:
        index: from 0; below 0 for what stands in no column of the table (`HEADING`).
        header: as it stands in the file ("" where there is none).
        property: one of the kind's properties, or "" where the column is not used.
        parser: how values are read: "text", "name", "day_first", "month_first", "iso", "year", "number_comma",
            "number_point", ...
        confidence: 0 to 1 that the property is right.
        part: what of the cell is meant where it holds several things ("date of flight+date"), "" for all of it.
    """

    index: int
    header: str
    property: str
    parser: str = "text"
    confidence: float = 0.0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a table is read; shown as YAML and correctable by hand.

    Attributes:
        dataset: path in RECORDS (`dump.zip!/a.csv`, `file.xlsx!/Sheet2` where the file holds several tables).
        format: csv, tsv, xlsx, parquet, jsonl, json, ftm, sqlite.
        kind: what its rows are.
        encoding, delimiter, header_rows: of a text table.
        event: for enrolments, what the list records ("enlistment", "admission", "death", ...).
        home: for journeys, ISO country code whose border "in" and "out" mean, or "".
        inside: of nested objects, the list whose entries are the rows (`passengers`), "" where the objects are.
    """

    dataset: str
    format: str
    kind: RecordKind
    columns: tuple[ColumnMapping, ...]
    encoding: str = "utf-8"
    delimiter: str = ""
    header_rows: int = 1
    event: str = ""
    home: str = ""
    confidence: float = 0.0
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A record set that was prepared.

    Attributes:
        rows: data rows in the file; `bad_rows`: those that could not be read, listed as failures.
        first, last: earliest and latest date in its date column, ISO, or None.
        tables: kind -> number of prepared rows.
    """

    path: str
    sha256: str
    source: str
    origin: str
    format: str
    rows: int
    bad_rows: int = 0
    first: str | None = None
    last: str | None = None
    tables: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class RecordRef:
    """A row of a dataset; `fields` holds what matched, by property, each value as it stands in the row."""

    source: str
    dataset: str
    row: int
    fields: tuple[tuple[str, str], ...]
    expected_by_chance: float | None = None
    q: float | None = None
