"""Keys by sound: what any two spellings of one name nearly always share, careless and Belarusian ones, too.

Exact keys are made for believing; these are made for finding: they bring up the few pairs that `compare` then judges.
A Chinese name is keyed by what Russian passports make of it, so Wang and Wan, Rong and Zhong fall together; a Slavic
one by the classes of its consonants and its given name; a name in Hanzi that transcribes a foreign one likewise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from corrobora.names.chinese import Reading, chinese_form
from corrobora.names.hanzi import hong_kong, readings, simplified
from corrobora.names.identify import chinese_probability
from corrobora.names.neighbours import repaired
from corrobora.names.slavic import given_names, skeleton, slavic_form, transliterate
from corrobora.names.syllables import SYLLABLES, palladius, wade_giles_form
from corrobora.names.tables import table_lines
from corrobora.names.text import aliases, ascii_letters, clean, script, words
from corrobora.names.transcription import likely_letters, transcription_bits

_THINKABLE = 0.02
_CERTAIN = 0.9
_READ_SO = 2e-4
_MOST_SPELLINGS = 64
_MOST_WAYS, _MOST_CODES, _MOST_GIVEN = 512, 12, 8
# What Hanzi, Belarusian and careless hands write for one another, as one sign; vowels and v are left out.
_CLASSES = {
    **dict.fromkeys("bp", "p"), **dict.fromkeys("dt", "t"), **dict.fromkeys("gkh", "k"), **dict.fromkeys("lr", "l"),
    **dict.fromkeys("szSZCTj", "s"), "m": "m", "n": "n", "f": "",
}  # fmt: skip


_SOFT_T = re.compile("T(?=[aeik]|$)")


@lru_cache(maxsize=65536)
def sound_keys(text: str) -> frozenset[str]:
    """The keys by sound of a written form; a field with several spellings has the keys of each.

    Example:
        >>> bool(sound_keys("Wu Renbao") & sound_keys("Zhenbao Wu"))
        True
    """
    out: set[str] = set()
    for form in aliases(text)[:6]:
        out |= _keys_of(form)
    return frozenset(out)


def _keys_of(text: str) -> set[str]:
    kind = script(text)
    if kind == "Han":
        return _of_hanzi(text)
    chance = chinese_probability(text)
    out: set[str] = set()
    if chance >= _THINKABLE or chinese_form(text) is None:
        out |= {_chinese_key(reading) for reading in _readings(text)}
    if chance <= _CERTAIN:
        out |= _slavic_keys(text)
    return out | _spelt_by_sign(text) if kind == "Latn" else out


def _readings(text: str) -> list[Reading]:
    form = chinese_form(text)
    if form is None:
        return list(repaired(text))
    best = max(form.readings.values())
    return [reading for reading, share in form.readings.items() if share >= best * _READ_SO and reading[1]]


@lru_cache(maxsize=1)
def _passport() -> dict[str, str]:
    return {syllable: transliterate(form) for syllable, form in palladius().items()}


def _chinese_key(reading: Reading) -> str:
    family, given = reading
    table = _passport()
    return f"zs:{table.get(family, family)}|{''.join(table.get(part, part) for part in given.split('-'))}"


def _slavic_keys(text: str) -> set[str]:
    form = slavic_form(text)
    if form is None or not form.given or script(text) == "Zyyy":
        return set()
    out = {
        f"ss:{code}|{_given_key(form.given)}" for family in form.words[0].split() for code in _codes(skeleton(family))
    }
    if not form.certain:
        out |= {f"ss:{code}|{_given_key(form.family)}" for code in _codes(form.given)}
    return out


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(given_names().values())


def _given_key(sign: str) -> str:
    return sign if sign in _heads() else _code(sign)


def _codes(sign: str) -> tuple[str, ...]:
    """The code of a family name, and that of the Russian one behind Belarusian spelling: Шаціла is Шатило."""
    return tuple({_code(sign), _code(_SOFT_T.sub("t", sign))}) if "T" in sign else (_code(sign),)


@lru_cache(maxsize=65536)
def _code(sign: str) -> str:
    """The classes of the consonants of a skeleton, each run once."""
    out = ""
    for letter in sign.replace("ks", "s").replace("dz", "d"):
        found = _CLASSES.get(letter, "")
        if found and not out.endswith(found):
            out += found
    return out


def _of_hanzi(text: str) -> set[str]:
    parts = [part for part in clean(text).split() if script(part) == "Han"]
    if len(parts) > 1:
        return {f"ss:{family}|{name}" for family in _han_codes(parts[-1]) for name in _transcribed(parts[0])}
    out = {_chinese_key(reading) for reading in _readings(text)}
    return out | _spellings_of_signs("".join(parts))


@lru_cache(maxsize=4096)
def _transcribed(han: str) -> tuple[str, ...]:
    """The given names, as keys, that a run of Hanzi may transcribe."""
    scored = sorted(((transcription_bits(han, name), sign) for name, sign in _listed()), reverse=True)
    found = [sign for bits, sign in scored if bits > 0.0]
    return tuple(dict.fromkeys((*found[:_MOST_GIVEN], *_han_codes(han)[:1])))


@lru_cache(maxsize=4096)
def _han_codes(han: str) -> tuple[str, ...]:
    """The codes that the word behind a run of Hanzi may have, likeliest first."""
    each = [
        tuple(dict.fromkeys(skeleton(letters) for letters in likely_letters(sign))) for sign in han if readings(sign)
    ]
    codes = dict.fromkeys(_code("".join(way)) for way in islice(product(*each), _MOST_WAYS))
    return tuple(codes)[:_MOST_CODES]


@lru_cache(maxsize=1)
def _listed() -> tuple[tuple[str, str], ...]:
    heads = [row[0] for row in table_lines("given.tsv")]
    return tuple((name, given_names()[skeleton(name)]) for name in heads)


def _spellings_of_signs(signs: str) -> set[str]:
    """What Hong Kong and Taiwan make of the characters, whatever the order of the parts."""
    if not 2 <= len(signs) <= 3:
        return set()
    each = [_sign_spellings(sign) for sign in signs]
    ways = list(product(*each))[:_MOST_SPELLINGS]
    return {"hk:" + " ".join(sorted(way)) for way in ways}


@lru_cache(maxsize=16384)
def _sign_spellings(sign: str) -> tuple[str, ...]:
    giles = (wade_giles_form(reading).replace("'", "") for reading, _ in readings(simplified(sign))[:1])
    return tuple(dict.fromkeys((*hong_kong(sign), *giles)))


@lru_cache(maxsize=1)
def _all_spellings() -> frozenset[str]:
    giles = {wade_giles_form(syllable).replace("'", "") for syllable in SYLLABLES}
    known = {spelling for row in table_lines("hanzi.tsv") for spelling in row[3].split()}
    return frozenset(giles | known)


def _spelt_by_sign(text: str) -> set[str]:
    tokens = [ascii_letters(token).strip(".'") for word in words(clean(text)) for token in word.split("-")]
    known = [token for token in tokens if token in _all_spellings()]
    return {"hk:" + " ".join(sorted(known))} if 2 <= len(known) <= 3 else set()
