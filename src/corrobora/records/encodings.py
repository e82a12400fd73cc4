"""Which encoding a text table is in, judged by how plausible its letters are in each."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = ("cp1251", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "iso8859-5", "cp1252", "cp1250", "mac-roman")
_DOUBLE_BYTE = ("gb18030", "big5", "euc-jp", "euc-kr")

# How often letters stand in Russian and Ukrainian text, most frequent first: enough to tell five code pages apart.
_BY_FREQUENCY = "оаеинтсрвлкмдпуяызьгбчйхжюшцщэфъієїґё"
_WORTH = {char: 1.6 - 0.07 * place for place, char in enumerate(_BY_FREQUENCY)}
_SWAPPED_CASE = re.compile(r"[а-яёіїєґ][А-ЯЁІЇЄҐ]")
_MIXED_WORD = re.compile(r"(?<=[A-Za-z])[Ѐ-ӿ─-╿]|[Ѐ-ӿ─-╿](?=[A-Za-z])")
_QUIET = frozenset("«»№—–“”„’‘…°§ \u200b")
_LATIN_LETTERS = frozenset("äöüßÄÖÜéèêëàâáãåçñíìîïóòôõøúùûýæœšžčřěů")


def detect(untrusted_bytes: bytes) -> str:
    """The Python name of the encoding of a sample.

    Args:
        untrusted_bytes: the head of the file; it may end inside a character.
    """
    for mark, name in _BOMS:
        if untrusted_bytes.startswith(mark):
            return name
    if wide := _wide(untrusted_bytes):
        return wide
    if _decodes(untrusted_bytes, "utf-8"):
        return "utf-8"
    scored = [
        (_plausibility(untrusted_bytes, name), -place, name)
        for place, name in enumerate((*_SINGLE_BYTE, *_DOUBLE_BYTE))
    ]
    best = max(scored)
    # A stray broken byte must not turn a UTF-8 file into something else.
    if _plausibility(untrusted_bytes, "utf-8") >= best[0]:
        return "utf-8"
    return best[2]


def _wide(sample: bytes) -> str:
    if len(sample) < 8:
        return ""
    pairs = sample[: len(sample) // 2 * 2]
    even, odd = pairs[0::2].count(0), pairs[1::2].count(0)
    if odd > len(pairs) // 8 and odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > len(pairs) // 8 and even > 4 * odd else ""


def _decodes(sample: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)(errors="strict")
    try:
        decoder.decode(sample, final=False)
    except UnicodeDecodeError:
        return False
    return True


def _plausibility(sample: bytes, encoding: str) -> float:
    """Mean worth of the characters beyond ASCII, per byte beyond ASCII, so that encodings can be compared."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    text = decoder.decode(sample[:200_000], final=False)
    high = [char for char in text if char > "\x7f"]
    if not high:
        return 0.0
    worth = sum(_character(char, encoding) for char in high)
    worth += sum(_latin(text, found.start()) for found in re.finditer(r"[À-ž]", text))
    worth -= 1.5 * len(_SWAPPED_CASE.findall(text))
    worth -= 2.0 * len(_MIXED_WORD.findall(text))
    return worth / len(high)


def _character(char: str, encoding: str) -> float:
    if char == "\ufffd" or "\x80" <= char <= "\x9f":
        return -6.0
    lower = char.lower()
    if lower in _WORTH:
        return _WORTH[lower] - (0.35 if char != lower else 0.0)
    if "一" <= char <= "鿿":
        return _han(char, encoding)
    if char in _QUIET:
        return 0.0
    if char in _LATIN_LETTERS:
        return 0.0
    return 0.4 if "\u3000" <= char <= "〿" or "\uff00" <= char <= "\uff60" else -2.0


def _han(char: str, encoding: str) -> float:
    """Everyday characters come first in both national code tables."""
    if encoding == "gb18030":
        raw = char.encode("gb18030")
        return 1.5 if 0xB0 <= raw[0] <= 0xD7 and raw[1] >= 0xA1 else -0.5
    if encoding == "big5":
        raw = char.encode("big5", errors="ignore")
        return 1.5 if raw and 0xA4 <= raw[0] <= 0xC6 else -0.5
    return 0.2


def _latin(text: str, at: int) -> float:
    """An accented letter is plausible between plain ones, and capital only at the start of a word."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    neighbours = sum(char.isascii() and char.isalpha() for char in (before, after))
    if text[at] not in _LATIN_LETTERS:
        return 0.0
    return 1.0 if neighbours and not (text[at].isupper() and before.islower()) else -0.5
