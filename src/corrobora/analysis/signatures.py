"""Digital signatures on PDF files, checked offline: nothing is fetched, and no certificate is trusted."""

from __future__ import annotations

import io
import logging
from collections.abc import Coroutine
from typing import Any

from corrobora.analysis.seal import Seal, SealOutcome

MARK = b"/ByteRange"
MOST = 20


def check_pdf(untrusted_bytes: bytes) -> tuple[Seal, ...]:
    """Every signature of a PDF and whether the bytes are those that were signed.

    Whose the certificate is cannot be told offline: the name in it is what the file says.
    """
    # half a second to load, and few cases hold a signed file
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415

    # it logs a traceback for every certificate that nobody vouches for
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        found = PdfFileReader(io.BytesIO(untrusted_bytes), strict=False).embedded_regular_signatures[:MOST]
    except (PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
        return (Seal("PDF signature", SealOutcome.UNCHECKED, detail=f"the file cannot be followed: {exc}"[:200]),)
    return tuple(_checked(signature) for signature in found)


def _checked(signature: Any) -> Seal:
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415
    from pyhanko.sign.general import SigningError  # noqa: PLC0415
    from pyhanko.sign.validation import async_validate_pdf_signature  # noqa: PLC0415
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415

    at = getattr(signature, "self_reported_timestamp", None)
    signed_at = at.isoformat() if at is not None else None
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        status = _run(async_validate_pdf_signature(signature, signer_validation_context=nobody))
    except (
        PdfError,
        SigningError,
        SignatureValidationError,
        ValueError,
        KeyError,
        TypeError,
        NotImplementedError,
    ) as exc:
        why = f"its method is not known here: {exc}"[:200]
        return Seal("PDF signature", SealOutcome.UNCHECKED, _name(signature), signed_at, why)
    sound = bool(status.intact and status.valid)
    level = getattr(status.modification_level, "name", "") or ""
    # sums that do not fit leave nothing to say of what came later
    changed = sound and level == "OTHER"
    detail = "the bytes are those that were signed" if sound else "the bytes are not those that were signed"
    if changed:
        detail += ", and something was saved onto the file afterwards"
    outcome = SealOutcome.HOLDS if sound else SealOutcome.BROKEN
    return Seal("PDF signature", outcome, _name(signature), signed_at, detail, bool(status.bottom_line), changed)


def _name(signature: Any) -> str:
    certificate = getattr(signature, "signer_cert", None)
    if certificate is None:
        return ""
    parts = certificate.subject.native
    return str(parts.get("common_name") or certificate.subject.human_friendly)[:200]


def _run(check: Coroutine[Any, Any, Any]) -> Any:
    """Runs a check that waits for nobody, for nothing is fetched; an event loop would want sockets of its own."""
    try:
        check.send(None)
    except StopIteration as done:
        return done.value
    check.close()
    raise ValueError("the check waits for somebody outside")
