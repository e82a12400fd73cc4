"""Checks the signatures of files in the cage; the task's two sides know these types."""

from __future__ import annotations

from corrobora.analysis import dkim, signatures
from corrobora.analysis.seal import SealOptions, Seals
from corrobora.case.sandbox import Task


def check(untrusted_bytes: bytes, options: SealOptions) -> Seals:
    """The signatures of one file: DKIM of a message, else those of a PDF."""
    if options.is_mail:
        return Seals(dkim.check_mail(untrusted_bytes, options.keys))
    return Seals(signatures.check_pdf(untrusted_bytes))


def preload() -> None:
    """Loads what the checks need before the cage shuts."""
    import pyhanko.sign.validation  # noqa: PLC0415 - only the cage needs it

    _ = pyhanko.sign.validation


CHECK = Task("seals", check, SealOptions, Seals)
