"""Measures the column mapper on labelled real tables: encoding, delimiter, header, and what each column holds.

Run: CORROBORA_SHARED=... PYTHONPATH=src python benchmarks/records/score_tables.py [-v] [--headerless]

With --headerless every text table is read without the rows above its data: what values alone tell.

The labels use words of their own; EQUIVALENTS says which of our properties mean the same. Nothing is learned from
the labels.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from corrobora.errors import CorroboraError
from corrobora.records.step import propose_file

# label -> our properties that mean the same
EQUIVALENTS: dict[str, set[str]] = {
    "other": {
        "",
        "serial_number",
        "category",
        "language",
        "latitude",
        "longitude",
        "coordinate",
        "time",
        "percent",
        "schema",
        "direction",
        "tail",
        "place",
        "currency",
        "year",
        "postal_code",
        "measure",
        "call_sign",
    },
    "id": {"identifier", "entity_id", "serial_number", "number", "registration_number", "edrpou", "postcode"},
    "amount": {"amount", "value", "debit", "credit"},
    "country": {"country", "nationality"},
    "text": {"description", "note", "subject", "purpose", "result", "names"},
    "organization_name": {
        "organization_name",
        "name",
        "organization",
        "payer",
        "payee",
        "plaintiff",
        "defendant",
        "operator",
        "carrier",
        "court",
        "authority",
        "owner",
        "names",
    },
    "person_name": {"person_name", "name", "director", "names", "plaintiff", "defendant"},
    "company_name": {
        "organization_name",
        "name",
        "asset",
        "sender",
        "receiver",
        "payer",
        "payee",
        "organization",
        "names",
    },
    "quantity": {"measure", "quantity", "weight", "percent", "share"},
    "url": {"url"},
    "date": {"date", "registered", "since", "built"},
    "registration_number": {
        "registration_number",
        "ogrn",
        "edrpou",
        "uscc",
        "identifier",
        "registration",
        "number",
        "inn",
    },
    "city": {"place", "base"},
    "position": {"position", "title"},
    "program": {"program"},
    "address": {"address"},
    "date_from": {"date_from", "since", "date", "registered"},
    "status": {"status", "result"},
    "family_name": {"family_name"},
    "date_to": {"date_to", "until", "end_date", "dissolved"},
    "owner_name": {"owner_name", "owner"},
    "activity_name": {"activity", "category"},
    "tax_id": {"tax_number", "inn", "edrpou", "uscc", "registration_number"},
    "authority": {"authority", "organization_name"},
    "goods": {"description", "goods"},
    "nationality": {"nationality", "country"},
    "gender": {"sex"},
    "hs_code": {"hs_code"},
    "case_number": {"case"},
    "birth_date": {"birth_date"},
    "birth_place": {"place", "birth_place"},
    "passport_number": {"document"},
    "legal_form": {"category", "legal_form"},
    "imo": {"imo"},
    "phone": {"phone"},
    "email": {"email"},
}
CONFIDENT = 0.8


def same_encoding(ours: str, gold: str) -> bool:
    """Names of one encoding, or encodings of which one holds the other."""
    families = (
        {"cp1252", "iso8859-1", "iso8859-15"},
        {"gb18030", "gbk", "gb2312", "euc_cn"},
        {"utf-8", "utf-8-sig", "ascii"},
        {"big5", "big5hkscs", "cp950"},
    )
    first, second = (name if name == "utf-8-sig" else codecs.lookup(name).name for name in (ours, gold))
    return first == second or any(first in family and second in family for family in families)


def without_header(file: Path, gold: dict[str, Any], folder: Path) -> Path:
    """A copy of a text table without the rows above its data."""
    raw = file.read_bytes()
    encoding = "utf-8-sig" if raw.startswith(codecs.BOM_UTF8) else gold["encoding"]
    lines = list(io.StringIO(raw.decode(encoding, "surrogateescape"), newline=""))
    reader = csv.reader(lines, delimiter=gold["delimiter"])
    seen = 0
    while seen < gold["header_rows"]:
        seen += bool(next(reader))
    copy = folder / file.name
    copy.write_bytes("".join(lines[reader.line_num :]).encode(gold["encoding"], "surrogateescape"))
    return copy


def main() -> int:
    """Prints one line for each table that is not wholly right, and the totals."""
    verbose, headerless = "-v" in sys.argv, "--headerless" in sys.argv
    with TemporaryDirectory() as place:
        return measure(Path(place), verbose=verbose, headerless=headerless)


def measure(place: Path, *, verbose: bool, headerless: bool) -> int:
    """The same, with a folder for copies."""
    folder = Path(os.environ["CORROBORA_SHARED"]) / "eval" / "tables"
    layout_right = tables = columns = right = confident = confident_right = 0
    kinds: Counter[str] = Counter()
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if headerless and gold["format"] == "xlsx":
            continue
        tables += 1
        try:
            file = folder / "files" / gold["file"]
            if headerless:
                file, gold["header_rows"] = without_header(file, gold, place), 0
            mapping = propose_file(file)[0]
        except CorroboraError as exc:
            print(gold["file"], exc)
            columns += len(gold["columns"])
            continue
        kinds[mapping.kind.value] += 1
        is_text = gold["format"] != "xlsx"
        fits = mapping.header_rows == gold["header_rows"] and (
            not is_text
            or (same_encoding(mapping.encoding, gold["encoding"]) and mapping.delimiter == gold["delimiter"])
        )
        layout_right += fits
        if not fits or verbose:
            encodings = f"{mapping.encoding}/{gold['encoding']}"
            cuts = f"{mapping.delimiter!r}/{gold['delimiter']!r} {mapping.header_rows}/{gold['header_rows']}"
            print(f"{gold['file']}: {mapping.kind.value} {encodings} {cuts}")
        ours = {column.index: column for column in mapping.columns}
        for label in gold["columns"]:
            columns += 1
            column = ours.get(label["index"])
            found = column.property if column else ""
            good = found in EQUIVALENTS.get(label["property"], set())
            right += good
            if column and found and column.confidence >= CONFIDENT:
                confident += 1
                confident_right += good
            if not good and (verbose or (column and found and column.confidence >= CONFIDENT)):
                sure = column.confidence if column else 0.0
                print(
                    f"    {label['index']} {label['header'][:40]!r}: {found or '-'} ({sure:.2f}), {label['property']}"
                )
    print(
        f"layout {layout_right}/{tables}  columns {right}/{columns} = {right / columns:.3f}  "
        f"confident {confident_right}/{confident} = {confident_right / max(1, confident):.3f}  kinds {dict(kinds)}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
