"""Files attached to a PDF, or the papers of a PDF portfolio."""

from __future__ import annotations

import contextlib

import pypdfium2 as pdfium

from corrobora.errors import OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model.document import Member

_MARKS = (b"/EmbeddedFile", b"/ObjStm")


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Takes attached files out; what is wrong with the PDF itself its reader will say."""
    # without either mark there is nothing attached, and most PDFs need not be opened twice
    if not any(mark in untrusted_bytes for mark in _MARKS):
        return Unpacked()
    document = _opened(untrusted_bytes, options.passwords)
    if document is None:
        return Unpacked()
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    for index in range(min(document.count_attachments(), options.budget.members)):
        try:
            attachment = document.get_attachment(index)
            name = safe_name(attachment.get_name()).replace("/", "_")
            content = bytes(attachment.get_data())
            allowance.spend(len(content))
            members.append(Member(name, content))
        except OverBudgetError as exc:
            problems.append((f"attachment {index + 1}", exc.code, exc.what, ""))
            break
        except (pdfium.PdfiumError, ValueError) as exc:
            problems.append((f"attachment {index + 1}", "damaged", f"it cannot be taken out: {exc}", ""))
    document.close()
    return Unpacked(unique(members), tuple(problems))


def _opened(untrusted_bytes: bytes, passwords: tuple[str, ...]) -> pdfium.PdfDocument | None:
    for password in (None, *passwords):
        with contextlib.suppress(pdfium.PdfiumError):
            return pdfium.PdfDocument(untrusted_bytes, password=password)
    return None


CONTAINER = Container(
    name="pdf",
    title="Files attached to PDFs",
    media_types=("application/pdf",),
    is_archive=False,
    unpack=unpack,
)
