"""A gazetteer grown from the case: names of its registers, lists and letterheads, found in any text at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corrobora.mentions.calendar_words import even
from corrobora.model.mention import Mention, MentionType

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", re.UNICODE)
_ENDINGS = re.compile(
    r"(?:ого|ому|ыми|ими|ого|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ою|ею|ий|ый|ая|ое|ые|ую|а|у|е|ы|и|о|я|ю|ь|й|і|ї)$"
)

# ветер, ветра: a vowel that comes and goes before the last consonant.
_FLEETING = re.compile(r"(?<=[а-яіїєґ]{2})[ео]([бвгджзклмнпрстфхцчшщ])$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to look for.

    Attributes:
        text: as the case writes it; it becomes the `value` of what is found.
        type: what it names.
    """

    text: str
    type: MentionType


class Gazetteer:
    """Names of the case in a trie of normalised tokens; Cyrillic endings are cut, so inflected forms are found too.

    Args:
        entries: the names; a plain string counts as an organisation. Names of fewer than three letters are left out.

    Example:
        >>> book = Gazetteer([Entry("Аэро-Хит", MentionType.ORG)])
        >>> [m.text for m in book.find("поставка для Аэро-Хита")]
        ['Аэро-Хита']
    """

    def __init__(self, entries: Iterable[Entry | str]) -> None:
        self._root: dict[str, object] = {}
        for entry in entries:
            self._add(Entry(entry, MentionType.ORG) if isinstance(entry, str) else entry)

    def _add(self, entry: Entry) -> None:
        tokens = [_key(match[0]) for match in _TOKEN.finditer(even(entry.text))]
        if sum(map(len, tokens)) < 3 and not any(c >= "\u3400" for token in tokens for c in token):
            return
        if len(tokens) < 2 and all("\u3400" <= c <= "\u9fff" for c in "".join(tokens)):
            return
        node = self._root
        for token in tokens:
            node = node.setdefault(token, {})  # type: ignore[assignment]
        node.setdefault("", entry)

    def find(self, text: str) -> list[Mention]:
        """The longest names at each place of a text, none overlapping; the value is the name as the case writes it."""
        tokens = [(match.start(), match.end(), _key(match[0]), match[0]) for match in _TOKEN.finditer(even(text))]
        found, at = [], 0
        while at < len(tokens):
            size, entry = self._longest(tokens, at)
            if entry is not None and _is_name_like(tokens[at][3], entry):
                start, end = tokens[at][0], tokens[at + size - 1][1]
                found.append(Mention(start, end, entry.type, text[start:end], entry.text, "gazetteer", 0.9))
                at += size
            else:
                at += 1
        return found

    def _longest(self, tokens: list[tuple[int, int, str, str]], at: int) -> tuple[int, Entry | None]:
        node: dict[str, object] | None = self._root
        best: tuple[int, Entry | None] = (0, None)
        size = 0
        while node is not None and at + size < len(tokens):
            node = node.get(tokens[at + size][2])  # type: ignore[assignment]
            size += 1
            if node is not None and isinstance(node.get(""), Entry):
                best = (size, node[""])  # type: ignore[assignment]
        return best


def _key(token: str) -> str:
    folded = token.casefold().replace("ё", "е")
    stem = _ENDINGS.sub("", folded)
    return _FLEETING.sub(r"\1", stem) if len(stem) > 2 else folded


def _is_name_like(first: str, entry: Entry) -> bool:
    """A name written with a capital is not found in small letters ("Восход" in "восход солнца")."""
    return not (entry.text[:1].isupper() and first[:1].islower())
