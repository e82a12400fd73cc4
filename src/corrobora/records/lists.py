"""Sanctions lists as their authorities publish them: OFAC's without headers, the UN's XML, the EU's and the UK's table.

The layouts are public: OFAC, "SDN data specification"; UN Security Council, `sc-sanctions.xsd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from corrobora.errors import DamagedError, UnsupportedError
from corrobora.model.records import ColumnMapping, Mapping, RecordKind
from corrobora.records.ftm import Row, put_pair
from corrobora.records.parsers import dates
from corrobora.records.parsers.countries import country
from corrobora.records.profile import is_nothing
from corrobora.records.table import Blob

CONSTANT = "constant"
"""Parser of a column that is no column: its header is the value of every row."""

OFAC_REMARKS, OFAC_TYPE = "ofac_remarks", "ofac_type"

_UK = "HM Treasury, Office of Financial Sanctions Implementation"
_OFAC, _UN, _EU = "Office of Foreign Assets Control", "United Nations Security Council", "Council of the European Union"
# fmt: off
_SDN = (
    ("entity_id", "text"), ("name", "name"), ("schema", OFAC_TYPE), ("program", "programs"), ("position", "text"),
    ("call_sign", "code"), ("category", "text"), ("measure", "number_point"), ("measure", "number_point"),
    ("nationality", "country"), ("owner_name", "name"), ("description", OFAC_REMARKS),
)
_ALT = (("entity_id", "text"), ("identifier", "text"), ("category", "text"), ("name", "name"), ("description", "text"))
_ADDRESSES = (
    ("entity_id", "text"), ("identifier", "text"), ("address", "text"), ("place", "text"), ("country", "country"),
    ("description", "text"),
)
# fmt: on
_CELEX = re.compile(r"^3\d{4}[A-Z]\d{4}$")


def known_list(mapping: Mapping, rows: Sequence[Sequence[str | None]]) -> Mapping | None:
    """The mapping of a table whose cells show that it is a known list, whatever header somebody put above it.

    Args:
        mapping: what was proposed.
        rows: a sample of its data rows.
    """
    width = len(mapping.columns)
    if (british := _uk_list(mapping)) is not None:
        return british
    if width == len(_SDN) and _all_in(rows, 2, {"individual", "vessel", "aircraft"}) and _is_sdn(rows):
        return _as_list(mapping, _SDN)
    if width == len(_ALT) and _all_in(rows, 2, {"aka", "fka", "nka"}) and _integers(rows, 0) and _integers(rows, 1):
        return _as_list(mapping, _ALT)
    if (
        width == len(_ADDRESSES)
        and _integers(rows, 0)
        and _integers(rows, 1)
        and _empties(rows) > 0.2
        and _countries(rows, 4)
    ):
        return replace(_as_list(mapping, _ADDRESSES), kind=RecordKind.OTHER)
    celex = next((column.index for column in mapping.columns if column.header.lower() == "celex"), None)
    if (
        mapping.kind is RecordKind.LISTING
        and celex is not None
        and all(_CELEX.match(row[celex] or "") for row in rows[:50])
    ):
        return with_authority(mapping, _EU)
    return None


_UK_COLUMNS = {
    "name 6": ("family_name", "name"), "name 1": ("given_name", "name"), "name 2": ("patronymic", "name"),
    "name non-latin script": ("names", "names"), "dob": ("birth_date", ""), "nationality": ("nationality", "country"),
    "passport number": ("document", "document"), "group type": ("schema", "schema"), "regime": ("program", "text"),
    "listed on": ("since", ""), "group id": ("entity_id", "text"), "position": ("position", "text"),
    "other information": ("description", "text"),
}  # fmt: skip
"""OFSI's consolidated list: what its columns are; a name is spread over six, the last of which is the family's."""


def _uk_list(mapping: Mapping) -> Mapping | None:
    """The United Kingdom's consolidated list of financial sanctions targets; a line above the header tells its day."""
    heads = {column.index: column.header.split(" / ")[-1].strip().lower() for column in mapping.columns}
    if not {"name 6", "name 1", "group type", "group id"} <= set(heads.values()):
        return None
    columns = []
    for column in mapping.columns:
        name, parser = _UK_COLUMNS.get(heads[column.index], ("", "text"))
        found = dates.DAY_FIRST if name in ("birth_date", "since") else parser
        columns.append(replace(column, property=name, parser=found, confidence=0.98 if name else 0.0))
    return with_authority(replace(mapping, kind=RecordKind.LISTING, columns=tuple(columns), confidence=0.98), _UK)


def _as_list(mapping: Mapping, layout: tuple[tuple[str, str], ...]) -> Mapping:
    columns = tuple(
        replace(column, property=name, parser=parser, confidence=0.98)
        for column, (name, parser) in zip(mapping.columns, layout, strict=True)
    )
    return with_authority(replace(mapping, kind=RecordKind.LISTING, columns=columns, confidence=0.98), _OFAC)


def with_authority(mapping: Mapping, authority: str) -> Mapping:
    """The mapping with an authority that holds for every row, unless a column names one."""
    if any(column.property == "authority" for column in mapping.columns):
        return mapping
    return replace(mapping, columns=(*mapping.columns, ColumnMapping(-1, authority, "authority", CONSTANT, 0.98)))


def _cells(rows: Sequence[Sequence[str | None]], place: int) -> list[str]:
    return [(row[place] or "").strip() for row in rows if place < len(row)]


def _all_in(rows: Sequence[Sequence[str | None]], place: int, words: set[str]) -> bool:
    present = [cell.lower() for cell in _cells(rows, place) if not is_nothing(cell)]
    return all(cell in words for cell in present) and (bool(present) or _empties(rows) > 0.5)


def _integers(rows: Sequence[Sequence[str | None]], place: int) -> bool:
    present = _cells(rows, place)
    return bool(present) and sum(cell.isascii() and cell.isdigit() for cell in present) >= 0.99 * len(present)


def _countries(rows: Sequence[Sequence[str | None]], place: int) -> bool:
    present = [cell for cell in _cells(rows, place) if not is_nothing(cell)]
    return bool(present) and sum(country(cell) is not None for cell in present) >= 0.7 * len(present)


def _is_sdn(rows: Sequence[Sequence[str | None]]) -> bool:
    return len(rows) >= 3 and _integers(rows, 0) and _empties(rows) > 0.4


def _empties(rows: Sequence[Sequence[str | None]]) -> float:
    """The share of cells that hold OFAC's mark for nothing."""
    cells = [(cell or "").strip() for row in rows for cell in row]
    return sum(cell == "-0-" for cell in cells) / max(1, len(cells))


# ---- OFAC remarks

_BIRTH = re.compile(r"\bDOB (?:circa )?(\d{1,2} [A-Z][a-z]{2} \d{4}|[A-Z][a-z]{2} \d{4}|\d{4})")
_PASSPORT = re.compile(r"\bPassport ([A-Z0-9/\-]{4,20})")
_NATION = re.compile(r"\b(?:nationality|citizen|Nationality of Registration) ([A-Z][A-Za-z ,'.]+?)(?:;|\.$|$)")
_RUSSIAN_TAX = re.compile(r"\bTax ID No\. (\d{10}|\d{12})\b")
_RUSSIAN_STATE = re.compile(r"\b(?:Registration Number|Registration ID|Government Gazette Number) (\d{13}|\d{15})\b")
_SHIP = re.compile(r"\bIMO (\d{7})\b")
_ALIAS = re.compile(r"\b[afn]\.k\.a\. '([^']+)'")


def from_remarks(untrusted_text: str) -> dict[str, str]:
    """What OFAC's remarks say of a party, by property.

    Example:
        >>> from_remarks("DOB 02 Jan 1970; Passport AB123456 (Russia); nationality Russia.")["birth_date"]
        '1970-01-02'
    """
    births = [parsed for text in _BIRTH.findall(untrusted_text) if (parsed := dates.parse(text, is_birth=True))]
    nations = [code for text in _NATION.findall(untrusted_text) if (code := country(text))]
    found = {
        "birth_date": births[:1],
        "document": _PASSPORT.findall(untrusted_text),
        "nationality": nations[:1],
        "inn": _RUSSIAN_TAX.findall(untrusted_text)[:1],
        "ogrn": _RUSSIAN_STATE.findall(untrusted_text)[:1],
        "imo": _SHIP.findall(untrusted_text)[:1],
        "names": _ALIAS.findall(untrusted_text),
    }
    return {name: "\n".join(values) for name, values in found.items() if values}


# ---- UN


def un_rows(blob: Blob) -> Iterator[Row]:
    """The listings of the UN's consolidated list, in its order.

    Raises:
        UnsupportedError: it is another XML file.
        DamagedError: it is broken.
    """
    with blob.open() as stream:
        try:
            parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            root = etree.parse(stream, parser).getroot()
        except etree.XMLSyntaxError as exc:
            raise DamagedError(f"this XML cannot be read: {exc}", blob.name) from exc
    if root.tag != "CONSOLIDATED_LIST":
        raise UnsupportedError(
            "of XML only the UN's consolidated list is read", blob.name, "save the table as CSV, XLSX or JSON"
        )
    entries = [entry for entry in root.iter("INDIVIDUAL", "ENTITY")]
    for number, entry in enumerate(entries, 1):
        yield _un_row(number, entry)


def _texts(entry: Any, path: str) -> list[str]:
    return [text for found in entry.findall(path) if (text := (found.text or "").strip())]


def _un_row(number: int, entry: Any) -> Row:
    row: Row = {"row": number}
    kind = "INDIVIDUAL" if entry.tag == "INDIVIDUAL" else "ENTITY"
    parts = [text for part in ("FIRST", "SECOND", "THIRD", "FOURTH") for text in _texts(entry, f"{part}_NAME")]
    name = re.sub(r"\s+", " ", " ".join(parts))
    aliases = [
        alias for text in _texts(entry, f"{kind}_ALIAS/ALIAS_NAME") for alias in re.split(r"\s*;\s*", text) if alias
    ]
    original = _texts(entry, "NAME_ORIGINAL_SCRIPT")
    put_pair(row, "entity_id", next(iter(_texts(entry, "REFERENCE_NUMBER") or _texts(entry, "DATAID")), None))
    put_pair(row, "name", name)
    put_pair(row, "names", "\n".join(dict.fromkeys([name, *original, *aliases])))
    put_pair(row, "schema", "Person" if kind == "INDIVIDUAL" else "Organization")
    births = [*_texts(entry, "INDIVIDUAL_DATE_OF_BIRTH/DATE"), *_texts(entry, "INDIVIDUAL_DATE_OF_BIRTH/YEAR")]
    born = next((parsed for text in births if (parsed := dates.parse(text, is_birth=True))), None)
    put_pair(row, "birth_date", born, "\n".join(births))
    papers = _texts(entry, "INDIVIDUAL_DOCUMENT/NUMBER")
    put_pair(row, "document", "\n".join(re.sub(r"\s+", "", paper).upper() for paper in papers), "\n".join(papers))
    nations = _texts(entry, "NATIONALITY/VALUE")
    put_pair(row, "nationality", country(nations[0]) if nations else None, "\n".join(nations))
    put_pair(row, "authority", _UN)
    put_pair(row, "program", next(iter(_texts(entry, "UN_LIST_TYPE")), None))
    since = next(iter(_texts(entry, "LISTED_ON")), None)
    put_pair(row, "since", dates.parse(since) if since else None, since)
    put_pair(row, "date_certain", "yes" if since else "no")
    return row
