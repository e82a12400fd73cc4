"""DKIM signatures on mail (RFC 6376, RFC 8463), checked with keys that the case itself holds."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from corrobora.analysis.seal import Seal, SealOutcome

MARK = re.compile(rb"^dkim-signature[ \t]*:", re.IGNORECASE | re.MULTILINE)
MOST = 10
DIGESTS = {"rsa-sha256": "sha256", "rsa-sha1": "sha1", "ed25519-sha256": "sha256"}

Header = tuple[bytes, bytes]


def check_mail(untrusted_bytes: bytes, keys: dict[str, str]) -> tuple[Seal, ...]:
    """Every DKIM signature of a message: holds, is broken, or cannot be checked because the case lacks the key.

    The body is hashed without any key, so a body that was changed shows in any case.

    Args:
        untrusted_bytes: the message as it lies in the leak.
        keys: `selector._domainkey.domain` -> the key record as the name service would give it.
    """
    message = re.sub(rb"\r\n|\r|\n", b"\r\n", untrusted_bytes)
    head, _, body = message.partition(b"\r\n\r\n")
    headers = _headers(head + b"\r\n")
    signed = [header for header in headers if header[0].strip().lower() == b"dkim-signature"][:MOST]
    return tuple(_checked(header, headers, body, keys) for header in signed)


def _headers(head: bytes) -> list[Header]:
    """(name, the rest up to its line's end) of every header, continued lines included."""
    lines = re.split(rb"\r\n(?![ \t])", head)
    return [(name, rest + b"\r\n") for line in lines if b":" in line for name, _, rest in [line.partition(b":")]]


def _checked(header: Header, headers: list[Header], body: bytes, keys: dict[str, str]) -> Seal:
    tags = _tags(header[1])
    signer, at = tags.get("d", ""), tags.get("t", "")
    when = _time(at)
    algorithm, way = tags.get("a", "").lower(), tags.get("c", "simple/simple").lower()
    over, _, under = way.partition("/")
    if (
        algorithm not in DIGESTS
        or over not in ("simple", "relaxed")
        or (under or "simple") not in ("simple", "relaxed")
    ):
        return Seal(
            "DKIM", SealOutcome.UNCHECKED, signer, when, f"its method ({algorithm or 'none'}) is not known here"
        )
    hashed = _body_hash(body, under or "simple", DIGESTS[algorithm], tags.get("l"))
    if hashed != _decoded(tags.get("bh", "")):
        return Seal("DKIM", SealOutcome.BROKEN, signer, when, "the body is not the one that was signed")
    name = f"{tags.get('s', '')}._domainkey.{signer}".casefold()
    record = keys.get(name)
    if record is None:
        detail = f"the body is as signed; the key {name} is not in the case"
        return Seal("DKIM", SealOutcome.UNCHECKED, signer, when, detail)
    told = _signed_headers(header, headers, tags, over)
    verdict = _verify(
        _tags(record.encode("ascii", "ignore")).get("p", ""), algorithm, _decoded(tags.get("b", "")), told
    )
    if verdict is None:
        return Seal("DKIM", SealOutcome.UNCHECKED, signer, when, f"the key {name} of the case cannot be read")
    if verdict:
        return Seal("DKIM", SealOutcome.HOLDS, signer, when, f"it fits the key {name} of the case")
    return Seal("DKIM", SealOutcome.BROKEN, signer, when, f"the headers do not fit the key {name} of the case")


def _tags(value: bytes) -> dict[str, str]:
    text = value.decode("utf-8", "replace")
    pairs = (part.partition("=") for part in text.split(";"))
    return {name.strip(): re.sub(r"\s+", "", held) for name, _, held in pairs if name.strip()}


def _time(stated: str) -> str | None:
    return datetime.fromtimestamp(int(stated), UTC).isoformat() if re.fullmatch(r"\d{9,10}", stated) else None


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _body_hash(body: bytes, way: str, digest: str, length: str | None) -> bytes:
    if way == "relaxed":
        body = re.sub(rb"[ \t]+", b" ", body)
        body = re.sub(rb" +(?=\r\n)", b"", body)
    body = re.sub(rb"(?:\r\n)*$", b"", body)
    if body or way == "simple":
        body += b"\r\n"
    if length is not None and length.isdigit():
        body = body[: int(length)]
    return hashlib.new(digest, body).digest()


def _relaxed(header: Header) -> bytes:
    name, rest = header
    value = re.sub(rb"[ \t]+", b" ", re.sub(rb"\r\n(?=[ \t])", b"", rest)).strip()
    return name.strip().lower() + b":" + value + b"\r\n"


def _signed_headers(own: Header, headers: list[Header], tags: dict[str, str], way: str) -> bytes:
    """The headers that were signed, the last of a name first, and the signature's own without its value."""
    left = [header for header in reversed(headers) if header is not own]
    chosen: list[Header] = []
    for wanted in tags.get("h", "").split(":"):
        name = wanted.strip().lower().encode("ascii", "ignore")
        place = next((n for n, header in enumerate(left) if header[0].strip().lower() == name), None)
        if place is not None:
            chosen.append(left.pop(place))
    bare = (own[0], re.sub(rb"((?:^|;)\s*b\s*=)[^;]*", rb"\1", own[1].removesuffix(b"\r\n")) + b"\r\n")
    if way == "relaxed":
        return b"".join(map(_relaxed, chosen)) + _relaxed(bare).removesuffix(b"\r\n")
    plain = b"".join(name + b":" + rest for name, rest in chosen)
    return plain + bare[0] + b":" + bare[1].removesuffix(b"\r\n")


def _verify(key: str, algorithm: str, signature: bytes, told: bytes) -> bool | None:
    """Whether the signature fits, or None where the key is none."""
    raw = _decoded(key)
    try:
        if algorithm.startswith("ed25519"):
            # what is signed is the digest of the headers
            ed25519.Ed25519PublicKey.from_public_bytes(raw).verify(signature, hashlib.sha256(told).digest())
            return True
        public = load_der_public_key(raw)
        if not isinstance(public, rsa.RSAPublicKey):
            return None
        digest = hashes.SHA1() if algorithm.endswith("sha1") else hashes.SHA256()
        public.verify(signature, told, padding.PKCS1v15(), digest)
    except InvalidSignature:
        return False
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return True
