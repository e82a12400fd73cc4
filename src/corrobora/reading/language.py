"""Which language a text is mostly in: by script and telling letters first, by statistics where these do not decide."""

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
_HAN, _KANA, _HANGUL = re.compile("[\u3400-\u9fff]"), re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7af]")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z\u00c0-\u024f]")
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


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in, or "" where it cannot be told.

    Example:
        >>> detect("Протокол засідання від 12 травня")
        'uk'
    """
    sample = text[:6000]
    han = len(_HAN.findall(sample))
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    # a Chinese character carries about as much as three letters
    if han * 3 > cyrillic + latin and han:
        return "ja" if len(_KANA.findall(sample)) > han * 0.2 else "zh"
    if len(_HANGUL.findall(sample)) * 2 > cyrillic + latin:
        return "ko"
    if cyrillic >= latin and cyrillic:
        return _cyrillic(sample)
    if latin < 3:
        return ""
    return _by_statistics(sample)


def _cyrillic(sample: str) -> str:
    ru, uk = len(_RU_LETTERS.findall(sample)), len(_UK_LETTERS.findall(sample))
    words = [word.lower() for word in _WORD.findall(sample)]
    ru += 2 * sum(word in _RU_WORDS and word not in _UK_WORDS for word in words)
    uk += 2 * sum(word in _UK_WORDS and word not in _RU_WORDS for word in words)
    if ru or uk:
        if uk > 2 * ru:
            return "uk" if not re.search("[ыўЫЎ]", sample) else "be"
        if ru >= uk:
            return "ru" if len(words) < 12 or ru * 12 > len(words) else _by_statistics(sample)
    return _by_statistics(sample) if len(words) >= 6 else "ru"


def _by_statistics(sample: str) -> str:
    identifier = _identifier()
    language, _ = identifier.classify(sample)
    return str(language)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second that texts of a known script never need

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _CANDIDATES if code in set(identifier.labels)])
    # the other languages are never asked for, and every child of the cage would carry them
    identifier._full_model = None  # noqa: SLF001
    return identifier


def preload() -> None:
    """Loads the statistics, before the cage shuts."""
    _identifier()
