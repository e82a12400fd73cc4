"""Identifiers: hashes of a canonical encoding in which the parts cannot run together."""

from __future__ import annotations

import hashlib
import json


def hash_id(prefix: str, *parts: object) -> str:
    """An identifier that depends on its parts alone.

    Args:
        prefix: a short word that says what is identified ("person", "visit").
        parts: strings, numbers, None, or lists of those.

    Returns:
        `prefix-` and sixteen hexadecimal digits.

    Example:
        >>> hash_id("person", "Wang Ming", "1970-01-02") != hash_id("person", "Wang", "Ming1970-01-02")
        True
    """
    encoded = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return f"{prefix}-{hashlib.sha256(encoded.encode()).hexdigest()[:16]}"
