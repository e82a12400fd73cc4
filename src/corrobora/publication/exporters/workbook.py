"""All findings as a workbook: a sheet for each kind, every cell plain text or a number, nothing that runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from corrobora.case import Case, Progress
from corrobora.errors import InputError
from corrobora.model.findings import Finding
from corrobora.model.tables import FINDINGS
from corrobora.publication import kinds
from corrobora.publication.exporter import DEFAULT, Exporter, Options

_COMMON = ("id", "grade", "statement", "review", "documents", "rows", "expected_by_chance", "q")
_LONGEST = 32_000
"""A cell of a workbook holds 32,767 characters."""

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes one sheet for each kind of finding, one row for each finding."""
    findings: list[Finding] = case.read(FINDINGS)
    sorts: dict[str, list[Finding]] = {}
    for finding in findings:
        sorts.setdefault(finding.kind, []).append(finding)
    progress.start("xlsx", len(findings), "findings")
    try:
        book = xlsxwriter.Workbook(str(output), _PLAIN)
        book.set_properties({"created": _EPOCH, "author": "", "comments": ""})
        bold = book.add_format({"bold": True})
        for kind in [k for k in kinds.TITLES if k in sorts] + [k for k in sorts if k not in kinds.TITLES]:
            sheet = book.add_worksheet(kind[:31])
            sheet.freeze_panes(1, 0)
            for at, line in enumerate(_lines(sorts[kind])):
                for column, value in enumerate(line):
                    _put(sheet, at, column, value, bold if at == 0 else None)
            progress.advance(len(sorts[kind]))
        book.close()
    except (OSError, xlsxwriter.exceptions.XlsxWriterException) as exc:
        raise InputError(
            "the workbook cannot be written", str(output), "name a file in a folder you may write"
        ) from exc
    finally:
        progress.finish()


def _lines(findings: list[Finding]) -> Iterator[tuple[Any, ...]]:
    own = sorted({key for f in findings for key in f.body})
    yield (*_COMMON, *own)
    for f in findings:
        documents = "\n".join(f"{p.document} p.{p.page}: {' '.join(p.quote.split())}" for p in f.pages)
        rows = "\n".join(f"{r.dataset} row {r.row}" for r in f.rows)
        likely = [r.expected_by_chance for r in f.rows if r.expected_by_chance is not None]
        false = [r.q for r in f.rows if r.q is not None]
        head = (
            f.id,
            f.grade.value,
            f.statement,
            f.review,
            documents,
            rows,
            max(likely, default=None),
            max(false, default=None),
        )
        yield (*head, *(_plain(f.body.get(key)) for key in own))


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _put(sheet: Any, row: int, column: int, value: Any, style: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, style)
    else:
        sheet.write_string(row, column, str(value)[:_LONGEST], style)


EXPORTER = Exporter("xlsx", "All findings as a workbook, a sheet for each kind", export)
