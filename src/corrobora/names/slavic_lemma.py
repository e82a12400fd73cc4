"""Puts an inflected Russian or Ukrainian name into the nominative, word by word, in the order it is written."""

from __future__ import annotations

from corrobora.names.slavic import SlavicForm
from corrobora.names.text import words


def nominative(text: str, form: SlavicForm) -> str:
    """The words of `text`, each replaced by the base form that the parsed name has for it."""
    bases: dict[str, str] = {}
    for part, base in zip(form.written, form.words, strict=True):
        bases.update(zip(part.split(), base.split(), strict=True))
    out: list[str] = []
    for word in words(text):
        bare = word.rstrip(".")
        if bare.islower() and not all(base.islower() for base in bases.values()):
            continue
        out.append(bases.get(bare.rstrip("'"), word) if len(bare) > 1 else word)
    return " ".join(out).replace(". ", ".") if _only_initials_follow(out) else " ".join(out)


def _only_initials_follow(parts: list[str]) -> bool:
    return len(parts) > 2 and all(len(part) == 2 and part.endswith(".") for part in parts[1:])
