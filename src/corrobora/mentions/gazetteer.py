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
# What may stand between two words of a name: no end of a sentence, no new cell.
_GAP = re.compile(r"[ \t\u00a0]?[\"«»“”„'’`()&.,№/-]{0,2}[ \t\u00a0]?\n?[ \t]{0,8}[\"«“„(]?")
_STOP = re.compile(r"[.,] ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to look for.

    Attributes:
        text: as the case writes it; it becomes the `value` of what is found.
        type: what it names.
    """

    text: str
    type: MentionType


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    key: str
    written: str


class Gazetteer:
    """Names of the case by their normalised tokens; Cyrillic endings are cut, so inflected forms are found too.

    Args:
        entries: the names; a plain string counts as an organisation. Names of fewer than three letters are left out.

    Example:
        >>> book = Gazetteer([Entry("Аэро-Хит", MentionType.ORG)])
        >>> [m.text for m in book.find("поставка для Аэро-Хита")]
        ['Аэро-Хита']
    """

    def __init__(self, entries: Iterable[Entry | str]) -> None:
        self._names: dict[str, Entry] = {}
        self._longest: dict[str, int] = {}
        for entry in entries:
            self._add(Entry(entry, MentionType.ORG) if isinstance(entry, str) else entry)

    def _add(self, entry: Entry) -> None:
        tokens = keys(entry.text)
        if sum(map(len, tokens)) < 3 and not any(c >= "\u3400" for token in tokens for c in token):
            return
        if len(tokens) < 2 and all("\u3400" <= c <= "\u9fff" for c in "".join(tokens)):
            return
        self._names.setdefault(" ".join(tokens), entry)
        self._longest[tokens[0]] = max(len(tokens), self._longest.get(tokens[0], 0))

    def entries_in(self, texts: Iterable[str]) -> set[Entry]:
        """The names that stand in some texts."""
        return {entry for text in texts for _, entry in self._found(text)}

    def find(self, text: str) -> list[Mention]:
        """The longest names at each place of a text, none overlapping; the value is the name as the case writes it.

        A name of one word that the same text also writes with a small letter is taken for an ordinary word.
        """
        return [mention for mention, _ in self._found(text)]

    def _found(self, text: str) -> list[tuple[Mention, Entry]]:
        found: list[tuple[Mention, Entry]] = []
        tokens = [_Token(m.start(), m.end(), _key(m[0]), m[0]) for m in _TOKEN.finditer(even(text))]
        small: set[str] | None = None
        at = 0
        while at < len(tokens):
            size, entry = self._longest_at(text, tokens, at)
            if entry is not None and size == 1 and entry.text[:1].isupper():
                small = {t.key for t in tokens if t.written.islower()} if small is None else small
                entry = None if tokens[at].key in small else entry
            if entry is not None and _is_name_like(tokens[at].written, entry):
                found.append((_mention(text, tokens[at].start, tokens[at + size - 1].end, entry), entry))
            at += size if entry is not None else 1
        return found

    def _longest_at(self, text: str, tokens: list[_Token], at: int) -> tuple[int, Entry | None]:
        longest = min(self._longest.get(tokens[at].key, 0), len(tokens) - at)
        size = 1
        while size < longest and _is_joined(text[tokens[at + size - 1].end : tokens[at + size].start]):
            size += 1
        for tried in range(min(size, longest), 0, -1):
            entry = self._names.get(" ".join(token.key for token in tokens[at : at + tried]))
            if entry is not None:
                return tried, entry
        return 0, None


def keys(text: str) -> list[str]:
    """The normalised tokens of a text, endings cut; what a name and a text must share."""
    return [_key(match[0]) for match in _TOKEN.finditer(even(text))]


def _is_joined(gap: str) -> bool:
    return _GAP.fullmatch(gap) is not None and not _STOP.match(gap)


def _mention(text: str, start: int, end: int, entry: Entry) -> Mention:
    written = text[start:end]
    value = written if written.casefold() == entry.text.casefold() else entry.text
    return Mention(start, end, entry.type, written, value, "gazetteer", 0.9)


def _key(token: str) -> str:
    folded = token.casefold().replace("ё", "е")
    stem = _ENDINGS.sub("", folded)
    return _FLEETING.sub(r"\1", stem) if len(stem) > 2 else folded


def _is_name_like(first: str, entry: Entry) -> bool:
    """A name written with a capital is not found in small letters ("Восход" in "восход солнца")."""
    return not (entry.text[:1].isupper() and first[:1].islower())
