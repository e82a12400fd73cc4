"""Puts an inflected Russian or Ukrainian name into the nominative, word by word, in the order it is written."""

from __future__ import annotations

from corrobora.names.slavic import SlavicForm
from corrobora.names.text import words


def nominative(text: str, form: SlavicForm) -> str:
    """The words of `text`, each replaced by the base form that the parsed name has for it."""
    family, given, patronymic = form.words
    bases = [word for word in (*family.split(), given, patronymic) if word]
    out: list[str] = []
    for word in words(text):
        bare = word.rstrip(".")
        if bare.islower() and not all(base.islower() for base in bases):
            continue
        match = next((base for base in bases if _related(bare, base)), None)
        if match is not None:
            bases.remove(match)
        out.append(match if match is not None and len(bare) > 1 else word)
    return " ".join(out).replace(". ", ".") if _only_initials_follow(out) else " ".join(out)


def _related(word: str, base: str) -> bool:
    shared = 0
    for one, two in zip(word.lower(), base.lower(), strict=False):
        if one != two:
            break
        shared += 1
    return shared >= min(len(base), len(word)) - 3 and shared >= min(3, len(base) - 1)


def _only_initials_follow(parts: list[str]) -> bool:
    return len(parts) > 2 and all(len(part) == 2 and part.endswith(".") for part in parts[1:])
