"""Reads a written form as a Russian, Ukrainian or Belarusian name: its parts, in Latin skeletons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.agreement import nominatives
from corrobora.names.paradigms import NOMINATIVE, given_bases, is_cyrillic, patronymic_base, styled
from corrobora.names.tables import table_lines
from corrobora.names.text import ascii_letters, clean, first_alias, words

_RU = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "v", "'": "", "-": "-",
    "љ": "l", "њ": "n", "ћ": "c", "ђ": "dj", "џ": "dz", "ј": "j", "ќ": "k", "ѓ": "g", "ѕ": "dz",
}  # fmt: skip


def transliterate(text: str) -> str:
    """Cyrillic in Latin letters by the passport rule (ICAO 9303), case kept.

    Example:
        >>> transliterate("Овсянников")
        'Ovsiannikov'
    """
    out = []
    for sign in text:
        lower = sign.lower()
        letters = _RU.get(lower, sign)
        out.append(letters.capitalize() if sign != lower and letters else letters)
    joined = "".join(out)
    return joined.upper() if text.isupper() and len(text) > 1 else joined


# In order: each run of letters becomes one sign of the skeleton, whatever the system of transliteration.
_RUNS: tuple[tuple[str, str], ...] = (
    ("shch", "S"), ("sch", "S"), ("stch", "S"), ("sz", "S"), ("sh", "S"), ("tsch", "C"), ("tch", "C"), ("ch", "C"),
    ("cz", "C"), ("zh", "Z"), ("dj", "Z"), ("kh", "h"), ("ts", "T"), ("tz", "T"), ("tc", "T"), ("x", "ks"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("w", "v"), ("c", "T"), ("q", "k"),
)  # fmt: skip
_RUN = re.compile("|".join(run for run, _ in _RUNS))
_RUN_SIGNS = dict(_RUNS)
_LONGEST_WORD = 48
_CYRILLIC_WORD = re.compile("[а-яёіїєґ]+")
# Й and ё as и and е: a skeleton has no glides.
_LETTERS = str.maketrans(_RU | {"й": "i", "ё": "e"} | {"-": ""})


@lru_cache(maxsize=262144)
def skeleton(word: str) -> str:
    """A word without what the systems of transliteration disagree on; equal for most spellings of one name.

    Example:
        >>> skeleton("Овсянников") == skeleton("Ovsyannikov") == skeleton("Ovsiannikoff")
        True
    """
    lowered = word.lower()
    if _CYRILLIC_WORD.fullmatch(lowered):
        letters = lowered.translate(_LETTERS)[:_LONGEST_WORD]
    else:
        letters = ascii_letters(lowered)
        if not letters.isascii():
            letters = ascii_letters("".join(_RU.get(sign, sign) for sign in letters))
        if not letters.isalpha():
            letters = "".join(sign for sign in letters if sign.isalpha())
        letters = letters[:_LONGEST_WORD]
    if letters.endswith("off") or letters.endswith("eff"):
        letters = letters[:-2] + "v"
    elif len(letters) > 4 and letters.endswith(("ou", "au", "eu")):
        # Belarusian in Latin letters: Arlou is Арлоў, Orlov.
        letters = letters[:-1] + "v"
    return _thin(_RUN.sub(_run_sign, letters))


def _run_sign(found: re.Match[str]) -> str:
    return _RUN_SIGNS[found[0]]


_GLIDES = re.compile("(?:[yi]+|j)(?=[aeou])")
_GLIDED_O = re.compile("(?<=[yij])o")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL_I = str.maketrans("yj", "ii")


def _thin(signs: str) -> str:
    """Drops glides and doubled letters."""
    if not _THINNED.search(signs):
        return signs
    without = _GLIDES.sub("", _GLIDED_O.sub("e", signs))
    return _DOUBLED.sub(r"\1", without.translate(_VOWEL_I))


_THINNED = re.compile(r"[yj]|i[aeou]|(.)\1")


def key_sign(sign: str) -> str:
    """A skeleton as keys hold it: Ukrainian г is h in Latin, Russian г is g, and х is h too."""
    return sign.replace("h", "g")


_READABLE = str.maketrans({"S": "sh", "Z": "zh", "C": "ch", "T": "ts"})


def readable(sign: str) -> str:
    """A skeleton in plain letters: "ovsanikov", "shevchenko"."""
    return sign.translate(_READABLE)


@dataclass(frozen=True, slots=True)
class SlavicForm:
    """What a written form says if it is an East Slavic name; every part is a skeleton, "" where it is missing.

    Attributes:
        family, given, patronymic: the parts; `given` is the canonical given name ("nikolai" for Микола).
        given_initial, patronymic_initial: first letters, where known.
        certain: whether the roles are known (by a patronymic, a given name of the list, initials or a comma).
        slavic: whether a patronymic, a listed given name or Cyrillic letters speak for the language.
        language: "ru", "uk" or "be".
        words: the parts as words, in the nominative.
        written: the parts as they are written.
    """

    family: str
    given: str
    patronymic: str
    given_initial: str
    patronymic_initial: str
    certain: bool
    slavic: bool
    language: str
    words: tuple[str, str, str] = ("", "", "")
    written: tuple[str, str, str] = ("", "", "")


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Skeleton of each listed spelling of a given name -> skeleton of its canonical (Russian) form."""
    out: dict[str, str] = {}
    for row in table_lines("given.tsv"):
        names = [name for cell in row for name in cell.split()]
        head = skeleton(names[0])
        for name in names:
            out.setdefault(skeleton(name), head)
    return out


_PATRONYMIC_ENDS = (
    "oviC",
    "eviC",
    "aviC",
    "iviC",
    "viC",
    "ovna",
    "evna",
    "iCna",
    "ivna",
    "auna",
    "euna",
    "ouna",
    "avna",
)
_SHORT_PATRONYMICS = frozenset({"iliC", "kuzmiC", "fomiC", "lukiC", "nikitiC", "savviC", "saviC"})


def is_patronymic(sign: str) -> bool:
    """Whether a skeleton is a patronymic."""
    return sign in _SHORT_PATRONYMICS or (len(sign) > 5 and sign.endswith(_PATRONYMIC_ENDS))


def patronymic_stem(sign: str) -> str:
    """The father's name behind a patronymic, as far as its ending tells."""
    for ending in (
        "oviCa",
        "eviCa",
        "oviC",
        "eviC",
        "aviC",
        "iviC",
        "ovna",
        "evna",
        "ivna",
        "avna",
        "auna",
        "euna",
        "ouna",
    ):
        if sign.endswith(ending) and len(sign) > len(ending) + 1:
            return sign[: -len(ending)]
    return sign


@lru_cache(maxsize=1)
def _fathers() -> dict[str, str]:
    """What is left of a listed given name in a patronymic -> its canonical form: nikola(evich) -> nikolai."""
    out: dict[str, str] = {}
    for shorter in (0, 1, 2):
        for sign, head in given_names().items():
            stem = sign[: len(sign) - shorter]
            if len(stem) >= 3:
                out.setdefault(stem, head)
    return out


@lru_cache(maxsize=65536)
def father_sign(sign: str) -> str:
    """The father's canonical given name behind the skeleton of a patronymic, or the bare stem."""
    stem = patronymic_stem(sign)
    return _fathers().get(stem, stem)


@lru_cache(maxsize=131072)
def given_lemma(word: str) -> str:
    """The nominative of a listed given name written in any case; the word itself where it is not listed."""
    if not is_cyrillic(word) or skeleton(word) in given_names():
        return word
    bases = given_bases(word)
    return styled(bases[0].text, word) if bases else word


# Юрий is Yu. or Iu. in Latin letters.
_LONG_INITIALS = frozenset(
    ("iu", "yu", "ju", "ia", "ya", "ja", "ye", "ie", "je", "yo", "zh", "kh", "ts", "ch", "sh", "дж")
)


def is_initial(part: str) -> bool:
    """Whether a word, with its full stop, is an initial."""
    bare = part.rstrip(".")
    return len(bare) == 1 or (part.endswith(".") and bare.lower() in _LONG_INITIALS)


_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mister", "madam", "dr", "prof", "sir", "gen", "col", "maj", "capt", "г-н", "г-жа")
)


@lru_cache(maxsize=262144)
def slavic_form(text: str) -> SlavicForm | None:
    """The East Slavic reading of a written form, or None where it has no word.

    Example:
        >>> slavic_form("с Овсянниковым И.В.").family == slavic_form("Igor Ovsiannikov").family
        True
    """
    folded = first_alias(text).replace(".", ". ")
    comma = "," in folded
    parts = [word.rstrip("'") for word in words(clean(folded))]
    if len(parts) > 1 and parts[0].rstrip(".").lower() in _TITLES:
        parts = parts[1:]
    proper = [part for part in parts if not part.islower() and not part.isdigit()]
    parts = proper or [part for part in parts if not part.isdigit()]
    if not parts or len(parts) > 6:
        return None
    cyrillic = any("\u0400" <= sign <= "\u052f" for sign in text)
    initials = [part.rstrip(".") for part in parts if is_initial(part)]
    whole = [part.rstrip(".") for part in parts if not is_initial(part)]
    if not whole:
        return None
    roles = _roles(whole, comma, bool(initials))
    family, given, patronymic, certain, listed = roles
    written = roles[:3]
    family_word, given_word, patronymic_word = nominatives(*written) if cyrillic else written
    sign = skeleton(given_word)
    first = skeleton(initials[0])[:1] if initials and not given else sign[:1]
    second = skeleton(initials[1])[:1] if len(initials) > 1 and not patronymic else skeleton(patronymic_word)[:1]
    return SlavicForm(
        skeleton(family_word),
        given_names().get(sign, sign),
        skeleton(patronymic_word),
        first,
        second,
        certain or bool(initials),
        cyrillic or listed or bool(patronymic),
        _language(text),
        (family_word, given_word, patronymic_word),
        written,
    )


def _language(text: str) -> str:
    lowered = text.lower()
    if "ў" in lowered:
        return "be"
    return "uk" if any(sign in lowered for sign in "іїєґ") else "ru"


def _roles(whole: list[str], comma: bool, initials: bool) -> tuple[str, str, str, bool, bool]:
    """Family, given name, patronymic, whether that is certain, and whether a listed given name was found."""
    signs = [skeleton(base_patronymic(word)) for word in whole]
    fathers = [place for place in range(len(whole) - 1, -1, -1) if is_patronymic(signs[place])]
    if len(fathers) > 1:
        # A family name in -ovich beside a patronymic: that one follows the given name.
        fathers.sort(key=lambda place: not (place and skeleton(given_lemma(whole[place - 1])) in given_names()))
    patronymic_at = fathers[0] if fathers else None
    if len(whole) == 1:
        return whole[0], "", "", True, False
    if patronymic_at is not None and len(whole) >= 3:
        given_at = patronymic_at - 1 if patronymic_at else 1
        rest = [word for place, word in enumerate(whole) if place not in (patronymic_at, given_at)]
        return " ".join(rest), whole[given_at], whole[patronymic_at], True, True
    known = given_names()
    listed = [place for place, word in enumerate(whole) if skeleton(given_lemma(word)) in known]
    if initials:
        return " ".join(whole), "", "", True, bool(listed)
    if patronymic_at is not None and len(whole) == 2 and patronymic_at == 1 and listed and listed[0] == 0:
        return "", whole[0], whole[1], True, True
    if comma:
        return whole[0], whole[1], " ".join(whole[2:]), True, bool(listed)
    if len(listed) == 1:
        at = listed[0]
        rest = [word for place, word in enumerate(whole) if place != at]
        return " ".join(rest), whole[at], "", True, True
    upper = [word for word in whole if word.isupper()]
    if len(upper) == 1 and len(whole) > 1:
        rest = [word for word in whole if word is not upper[0]]
        return upper[0], " ".join(rest), "", True, bool(listed)
    return whole[-1], " ".join(whole[:-1]), "", False, bool(listed)


@lru_cache(maxsize=131072)
def base_patronymic(word: str) -> str:
    """The nominative of a patronymic."""
    found = patronymic_base(word)
    return styled(found.text, word) if found is not None and not found.cases & NOMINATIVE else word
