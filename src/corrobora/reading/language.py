"""Which language a text is mostly in: by script, telling letters and words first, by statistics where they fail.

Readers call `detect`, which needs nothing loaded; outside the cage `settle` asks the statistics where it left a text
undecided. So no child of the cage carries their model.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_CANDIDATES = (
    "ru",
    "uk",
    "be",
    "bg",
    "sr",
    "kk",
    "en",
    "zh",
    "de",
    "fr",
    "es",
    "it",
    "pl",
    "tr",
    "pt",
    "nl",
    "cs",
    "ro",
    "ja",
    "ko",
    "ar",
    "fa",
    "he",
    "el",
)
UNDECIDED = "und"
"""What `detect` says where only statistics can tell."""

_SAMPLE, _SMALL_SAMPLE = 6000, 2000
_HAN, _KANA, _HANGUL = re.compile("[\u3400-\u9fff]+"), re.compile("[\u3040-\u30ff]+"), re.compile("[\uac00-\ud7af]+")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]+"), re.compile("[A-Za-z\u00c0-\u024f]+")
_WORD = re.compile(r"[^\W\d_]+")
_RU_LETTERS, _UK_LETTERS = re.compile("[ыэъёЫЭЪЁ]"), re.compile("[іїєґІЇЄҐ]")
_RU_WORDS = frozenset(
    [
        "и",
        "в",
        "не",
        "на",
        "что",
        "с",
        "по",
        "как",
        "это",
        "из",
        "от",
        "для",
        "или",
        "мы",
        "был",
        "его",
        "к",
        "о",
        "же",
        "при",
        "также",
        "является",
    ]
)
_UK_WORDS = frozenset(
    [
        "і",
        "в",
        "не",
        "на",
        "що",
        "з",
        "як",
        "це",
        "від",
        "для",
        "або",
        "та",
        "до",
        "про",
        "є",
        "його",
        "які",
        "цього",
        "при",
        "також",
        "та",
        "у",
        "й",
    ]
)

# words that English has to itself and no text of it does without
_EN_WORDS = frozenset(["the", "and", "with", "from", "that", "this", "which", "been", "were", "shall", "for", "by"])


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in, "" where it holds too little, or `UNDECIDED`.

    Example:
        >>> detect("Протокол засідання від 12 травня")
        'uk'
    """
    sample = text[:_SAMPLE]
    han = cyrillic = kana = hangul = 0
    if not sample.isascii():
        han, cyrillic, kana, hangul = (_length(script, sample) for script in (_HAN, _CYRILLIC, _KANA, _HANGUL))
    latin = _length(_LATIN, sample)
    # a Chinese character carries about as much as three letters
    if han * 3 > cyrillic + latin and han:
        return "ja" if kana > han * 0.2 else "zh"
    if hangul * 2 > cyrillic + latin:
        return "ko"
    if cyrillic >= latin and cyrillic:
        return _cyrillic(sample)
    return _latin(sample) if latin >= 3 else ""


def settle(language: str, text: str) -> str:
    """The language that `detect` found, or what the statistics say where it left the text undecided.

    Example:
        >>> settle(detect("Der Vertrag wurde gestern unterschrieben"), "Der Vertrag wurde gestern unterschrieben")
        'de'
    """
    return str(_identifier().classify(text[:_SMALL_SAMPLE])[0]) if language == UNDECIDED else language


def _length(script: re.Pattern[str], sample: str) -> int:
    return sum(map(len, script.findall(sample)))


def _latin(sample: str) -> str:
    words = [word.lower() for word in _WORD.findall(sample[:_SMALL_SAMPLE])]
    telling = sum(word in _EN_WORDS for word in words)
    return "en" if len(words) >= 12 and telling * 12 >= len(words) else UNDECIDED


def _cyrillic(sample: str) -> str:
    ru, uk = len(_RU_LETTERS.findall(sample)), len(_UK_LETTERS.findall(sample))
    words = [word.lower() for word in _WORD.findall(sample)]
    ru += 2 * sum(word in _RU_WORDS and word not in _UK_WORDS for word in words)
    uk += 2 * sum(word in _UK_WORDS and word not in _RU_WORDS for word in words)
    if ru or uk:
        if uk > 2 * ru:
            return "uk" if not re.search("[ыўЫЎ]", sample) else "be"
        if ru >= uk:
            return "ru" if len(words) < 12 or ru * 12 > len(words) else UNDECIDED
    return UNDECIDED if len(words) >= 6 else "ru"


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second that few texts need

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _CANDIDATES if code in set(identifier.labels)])
    # the other languages are never asked for
    identifier._full_model = None  # noqa: SLF001
    return identifier
