"""Signatures on files: what they are and what became of checking them offline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum


class SealOutcome(StrEnum):
    """What came of checking a signature without asking anybody outside."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNCHECKED = "cannot_be_checked_offline"


@dataclass(frozen=True, slots=True)
class Seal:
    """One signature on one file.

    Attributes:
        method: "PDF signature" or "DKIM".
        signer: the name in the certificate, or the domain that signed; nobody vouches for it here.
        signed_at: the time that the signer states, ISO, or None.
        detail: what was seen, in words.
        bottom_line: pyhanko's own verdict, which also wants a trusted certificate; None for mail.
        changed_after: whether something was saved onto the file after it was signed that is no form filled in and no
            further signature.
    """

    method: str
    outcome: SealOutcome
    signer: str = ""
    signed_at: str | None = None
    detail: str = ""
    bottom_line: bool | None = None
    changed_after: bool = False


@dataclass(frozen=True, slots=True)
class SealOptions:
    """What a check may use: public keys of mail domains, by `selector._domainkey.domain`, that the case holds."""

    is_mail: bool = False
    keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Seals:
    """All signatures of one file."""

    seals: tuple[Seal, ...] = ()


KEY = re.compile(
    r"(?P<name>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\._domainkey\.[A-Za-z0-9.-]+[A-Za-z0-9])\.?"
    r"(?P<record>[^_]{0,40}?v\s*=\s*DKIM1[^_]{0,1200}?p\s*=[A-Za-z0-9+/=\s\"]+)"
)


def keys_in_text(text: str) -> dict[str, str]:
    """Public keys of mail domains that a text holds, as a saved answer of the name service does.

    Example:
        >>> sorted(keys_in_text('s1._domainkey.example.org. TXT "v=DKIM1; k=rsa; p=MIGf"'))
        ['s1._domainkey.example.org']
    """
    return {found["name"].casefold(): found["record"].replace('"', "") for found in KEY.finditer(text)}
