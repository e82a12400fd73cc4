"""Words stronger than the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held

_STRONG = re.compile(
    r"\b(?:(?:is|was|are|were|been|now|has|have)\s+(?:\w+\s+){0,2}?"
    r"(?:confirmed|proved|proven|established)(?:\s+(?:beyond|without)\s+(?:any\s+|all\s+)?doubt)?|"
    r"beyond (?:any |all |reasonable )*doubt|undoubtedly|undeniably|irrefutabl[ey]|conclusively|"
    r"without (?:a |any )?doubt|proves? that|confirms? that)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:nothing|nobody|no|none|neither|nor|not|never|cannot|unable|if|whether|unless|until|yet to|without)\b"
    r"[^.;:]{0,60}$|n[’']t\b[^.;:]{0,40}$",
    re.I,
)
"""Before a word of certainty: the sentence denies it, or leaves it open."""

_MODEST = re.compile(
    r"\b(?:not|never|cannot be|could not be|indirectly|partly)\s+(?:been\s+)?(?:confirmed|proved|proven|established)\b",
    re.I,
)


def check(held: Held) -> Iterator[Problem]:
    """A word of certainty on evidence of one origin."""
    strong = _STRONG.search(held.sentence.prose)
    if strong is None or _MODEST.search(held.sentence.prose):
        return
    if not re.search(r"doubt", strong.group(), re.I) and _DENIED.search(held.sentence.prose[: strong.start()]):
        return
    if len(held.origins) >= 2 or any(_confirms(f.grade.value, held, f.rows, f.pages) for f in held.case.findings):
        return
    found = "one origin" if held.origins else "no evidence"
    yield Problem(
        "overclaim", strong.group(), found, f"{found} does not carry {strong.group()!r}; say who says so instead"
    )


def _confirms(grade: str, held: Held, rows: object, pages: object) -> bool:
    if grade != "confirmed":
        return False
    cited = {(r.dataset, r.row) for r in held.rows}
    return bool(cited & {(r.dataset, r.row) for r in rows})  # type: ignore[attr-defined]


CHECK = Check("overclaim", "Words stronger than the evidence", check)
