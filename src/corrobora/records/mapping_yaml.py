"""Mappings as YAML, for a person to read and correct."""

from __future__ import annotations

from typing import Any

import yaml

from corrobora.errors import InputError
from corrobora.model.records import PROPERTIES, ColumnMapping, Mapping, RecordKind
from corrobora.records.parts import KINDS

_HEAD = """\
# How this table is read. Correct what is wrong and give the file back: corrobora records add FILE --map THIS.yml
# kind: {kinds}
# property of a column: {properties}
#   or none ("") where the column is not used
# parser: text, name, code, document, digits, country, direction, sex, currency, phone, time, number_point,
#   number_comma, day_first, month_first, iso, serial, year, mixed, year_first (yy/mm/dd), minguo (years of the ROC)
# part, where a cell holds several things: one of {tokens} or rest, and of which ones: "date of flight+date"
"""
_FIELDS = ("dataset", "format", "kind", "encoding", "delimiter", "header_rows", "event", "home", "confidence", "inside")


def to_yaml(mapping: Mapping) -> str:
    """A mapping as YAML, with the words that may stand in it."""
    head = _HEAD.format(
        kinds=", ".join(RecordKind),
        properties=", ".join(PROPERTIES[mapping.kind]) or "any word",
        tokens=", ".join(KINDS),
    )
    body: dict[str, Any] = {name: getattr(mapping, name) for name in _FIELDS}
    body["kind"] = mapping.kind.value
    body["columns"] = [
        {
            "index": column.index,
            "header": column.header,
            "property": column.property,
            "parser": column.parser,
            "confidence": column.confidence,
            **({"part": column.part} if column.part else {}),
        }
        for column in mapping.columns
    ]
    return str(head + yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=120))


def from_yaml(untrusted_text: str) -> Mapping:
    """Reads a mapping that a person wrote or corrected.

    Raises:
        InputError: it is no YAML, or a word in it is unknown.
    """
    try:
        body = yaml.safe_load(untrusted_text)
    except yaml.YAMLError as exc:
        raise InputError(f"this mapping is not YAML: {str(exc).splitlines()[0]}") from exc
    if not isinstance(body, dict) or not isinstance(body.get("columns"), list):
        raise InputError("this mapping has no list of columns", remedy="start from: corrobora records map FILE")
    try:
        kind = RecordKind(str(body.get("kind", "")))
    except ValueError:
        raise InputError(
            f"there is no record kind {body.get('kind')!r}", "kind", f"known: {', '.join(RecordKind)}"
        ) from None
    columns = tuple(_column(place, entry) for place, entry in enumerate(body["columns"]))
    try:
        return Mapping(
            dataset=str(body.get("dataset") or ""),
            format=str(body.get("format") or "csv"),
            kind=kind,
            columns=columns,
            encoding=str(body.get("encoding") or "utf-8"),
            delimiter=str(body.get("delimiter") or ""),
            header_rows=int(body.get("header_rows", 1)),
            event=str(body.get("event") or ""),
            home=str(body.get("home") or ""),
            confidence=float(body.get("confidence") or 0.0),
            inside=str(body.get("inside") or ""),
        )
    except (TypeError, ValueError) as exc:
        raise InputError(f"a number in this mapping is none: {exc}") from exc


def _column(place: int, entry: Any) -> ColumnMapping:
    if not isinstance(entry, dict):
        raise InputError("a column of this mapping is no list of properties", f"column {place}")
    try:
        return ColumnMapping(
            index=int(entry.get("index", place)),
            header=str(entry.get("header") or ""),
            property=str(entry.get("property") or ""),
            parser=str(entry.get("parser") or "text"),
            confidence=float(entry.get("confidence") or 0.0),
            part=_part(str(entry.get("part") or ""), place),
        )
    except (TypeError, ValueError) as exc:
        raise InputError(f"a number in this mapping is none: {exc}", f"column {place}") from exc


def _part(text: str, place: int) -> str:
    kind, _, among = text.partition(" of ")
    if text and (kind not in KINDS or not set(among.split("+")) <= {*KINDS}):
        raise InputError(f"there is no part {text!r}", f"column {place}", f"known: {', '.join(KINDS)}")
    return text
