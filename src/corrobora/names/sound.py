"""Keys by sound: what any two spellings of one name nearly always share, careless and Belarusian ones, too.

Exact keys are made for believing; these are made for finding: they bring up the few pairs that `compare` then judges.
A Chinese name is keyed by what Russian passports make of it, so Wang and Wan, Rong and Zhong fall together; a Slavic
one by the classes of its consonants and its given name; a name in Hanzi that transcribes a foreign one likewise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product

from corrobora.names.chinese import Reading, chinese_form, is_transcription
from corrobora.names.hanzi import hong_kong, readings, simplified
from corrobora.names.identify import chinese_probability
from corrobora.names.keys import block_key
from corrobora.names.neighbours import repaired
from corrobora.names.persons import ungendered
from corrobora.names.quick import father_of, quick_keys
from corrobora.names.slavic import father_sign, given_names, key_sign, skeleton, slavic_form, transliterate
from corrobora.names.syllables import SYLLABLES, palladius, wade_giles_form
from corrobora.names.tables import table_lines
from corrobora.names.text import aliases, ascii_letters, clean, script, words
from corrobora.names.transcription import likely_letters, transcription_bits

_THINKABLE = 0.02
_CERTAIN = 0.9
_READ_SO = 2e-4
_MOST_SPELLINGS = 64
_MOST_WAYS, _MOST_CODES, _MOST_GIVEN = 4096, 48, 30
# Consonants of a family name that its first and last are telling of.
_TELLING = 3
# What Hanzi, Belarusian and careless hands write for one another, as one sign; vowels and v are left out.
_CLASSES = {
    **dict.fromkeys("bp", "p"), **dict.fromkeys("dt", "t"), **dict.fromkeys("gkh", "k"), **dict.fromkeys("lr", "l"),
    **dict.fromkeys("szSZCTj", "s"), "m": "m", "n": "n", "f": "",
}  # fmt: skip


_SOFT_T = re.compile("T(?=[aeik]|$)")
_ROUND_L = re.compile("(?<=[bvdgkmstpZ]o)v(?=[kgtnsZC])")


@lru_cache(maxsize=65536)
def sound_keys(text: str) -> frozenset[str]:
    """The keys by sound of a written form; a field with several spellings has the keys of each.

    Example:
        >>> bool(sound_keys("Wu Renbao") & sound_keys("Zhenbao Wu"))
        True
    """
    out: set[str] = set()
    for form in aliases(text)[:6]:
        out |= _of_hanzi(form, is_transcription(text)) if script(form) == "Han" else _keys_of(form)
    return frozenset(out)


def stored_sound_keys(text: str) -> frozenset[str]:
    """The few keys by sound to store for a row: they meet the `sound_keys` of whoever is looked for.

    Made from what the row is a spelling of without assuming an error, so ten times faster than `sound_keys`.

    Example:
        >>> bool(sound_keys("Wu Renbao") & stored_sound_keys("Zhenbao Wu"))
        True
    """
    out: set[str] = set()
    for form in aliases(text)[:6]:
        out |= _of_hanzi(form, is_transcription(text)) if script(form) == "Han" else _stored(form)
    return frozenset(out)


def sounds_of(key: str) -> frozenset[str]:
    """The keys by sound behind one exact key, of its family and given name alone.

    Example:
        >>> sounds_of("zh:wu|ren-bao") == sounds_of("zh:wu|zhen-bao")
        True
    """
    tradition, _, rest = key.partition(":")
    family, _, given = rest.partition("|")
    if given and tradition == "zh":
        return frozenset({_chinese_key((family, given))})
    if given and tradition == "sl":
        return frozenset(f"ss:{code}|{_given_key(given)}" for code in _codes(family))
    return frozenset()


def _stored(text: str) -> set[str]:
    kind = script(text)
    found = quick_keys(text)
    out: set[str] = set()
    slavic = None
    for key in block_key(text) if found is None else found:
        out |= sounds_of(key)
        if key.startswith("sl:") and key[-1] != "|":
            family, _, given = key[3:].partition("|")
            slavic = family, given
    if not out:
        return _keys_of(text)
    if slavic and found is None:
        out |= _with_father(text)
    elif slavic:
        out |= _by_father(*slavic, next(filter(None, map(father_of, reversed(text.split(" "))))))
    return out if kind != "Latn" else out | _spelt_by_sign(text)


def _keys_of(text: str) -> set[str]:
    kind = script(text)
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
    return f"zs:{_passport().get(family, family)}|{_given_in_passport(given)}"


@lru_cache(maxsize=65536)
def _given_in_passport(given: str) -> str:
    table = _passport()
    return "".join([table.get(part, part) for part in given.split("-")])


def _slavic_keys(text: str) -> set[str]:
    form = slavic_form(text)
    if form is None or not form.given or script(text) == "Zyyy":
        return set()
    out = {
        f"ss:{code}|{_given_key(form.given)}" for family in form.words[0].split() for code in _codes(skeleton(family))
    }
    if not form.certain:
        out |= {f"ss:{code}|{_given_key(form.family)}" for code in _codes(form.given)}
    return out | _with_father(text)


def _with_father(text: str) -> set[str]:
    form = slavic_form(text)
    if form is None or not form.patronymic or not form.given:
        return set()
    return _by_father(form.family, form.given, form.patronymic)


def _by_father(family: str, given: str, patronymic: str) -> set[str]:
    """Keys by the patronymic: one forgives another given name, one a family name garbled in the middle."""
    father, name = key_sign(father_sign(patronymic)), _given_key(given)
    if not family:
        return {f"sg:|{name}|{father}"}
    out = {f"sf:{_folded(family)}|{father}"}
    code = _code(family)
    if len(code) >= _TELLING:
        out.add(f"sg:{code[0]}{code[-1]}|{name}|{father}")
    return out


@lru_cache(maxsize=65536)
def _folded(sign: str) -> str:
    return key_sign(ungendered(sign)).translate(_FOLDED)


# Unstressed vowels, and what Belarusian writes for v.
_FOLDED = str.maketrans({"o": "a", "e": "a", "u": "v"})


@lru_cache(maxsize=1)
def _heads() -> dict[str, str]:
    return {key_sign(name): key_sign(name) for name in given_names().values()}


@lru_cache(maxsize=65536)
def _given_key(sign: str) -> str:
    sign = key_sign(sign)
    return sign if sign in _heads() else _code(sign)


@lru_cache(maxsize=65536)
def _codes(sign: str) -> tuple[str, ...]:
    """The code of a family name, and that of the Russian one behind it: Шаціла is Шатило, Вовк is Волк."""
    found = {_code(sign)}
    if "T" in sign:
        found.add(_code(_SOFT_T.sub("t", sign)))
    if "ov" in sign:
        found.add(_code(_ROUND_L.sub("l", sign)))
    return tuple(found)


@lru_cache(maxsize=65536)
def _code(sign: str) -> str:
    """The classes of the consonants of a skeleton, each run once."""
    out = ""
    for letter in sign.replace("ks", "s").replace("dz", "d"):
        found = _CLASSES.get(letter, "")
        if found and not out.endswith(found):
            out += found
    # Иванов and Юнов have one consonant only: too little to tell them apart without their vowels.
    return out if len(out) > 1 else f"{out}.{_folded(sign)}"


def _of_hanzi(text: str, foreign: bool) -> set[str]:
    parts = [part for part in clean(text).split() if script(part) == "Han"]
    if len(parts) > 1 and (foreign or chinese_form(text) is None):
        return {f"ss:{family}|{name}" for family in _han_codes(parts[-1]) for name in _transcribed(parts[0])}
    out = {_chinese_key(reading) for reading in _readings(text)}
    return out | _spellings_of_signs("".join(parts))


@lru_cache(maxsize=4096)
def _transcribed(han: str) -> tuple[str, ...]:
    """The given names, as keys, that a run of Hanzi may transcribe."""
    scored = sorted(((transcription_bits(han, name), sign) for name, sign in _listed()), reverse=True)
    found = [sign for bits, sign in scored if bits > 0.0]
    return tuple(dict.fromkeys((*found[:_MOST_GIVEN], *_han_codes(han)[:2])))


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
    return tuple((name, key_sign(given_names()[skeleton(name)])) for name in heads)


def _spellings_of_signs(signs: str) -> set[str]:
    """What Hong Kong and Taiwan make of the characters, whatever the order of the parts."""
    if not 2 <= len(signs) <= 3:
        return set()
    each = [_sign_spellings(sign) for sign in signs]
    ways = list(product(*each))[:_MOST_SPELLINGS]
    return {"hk:" + " ".join(sorted(map(_loosely, way))) for way in ways}


_LOOSE = {"b": "p", "d": "t", "g": "k", "j": "c", "z": "c"}
_LOOSE_REST = str.maketrans({"o": "u", "y": "i"})


@lru_cache(maxsize=8192)
def _loosely(spelling: str) -> str:
    """A syllable without what the spellings of Hong Kong and Taiwan disagree in: piu is biu, yok is yuk."""
    whole = "c" + spelling[2:] if spelling.startswith(("ts", "ch")) else spelling
    return (_LOOSE.get(whole[:1], whole[:1]) + whole[1:]).translate(_LOOSE_REST)


@lru_cache(maxsize=16384)
def _sign_spellings(sign: str) -> tuple[str, ...]:
    giles = (wade_giles_form(reading).replace("'", "") for reading, _ in readings(simplified(sign))[:1])
    return tuple(dict.fromkeys((*hong_kong(sign), *giles)))


@lru_cache(maxsize=1)
def _spellings() -> frozenset[str]:
    giles = {wade_giles_form(syllable).replace("'", "") for syllable in SYLLABLES}
    known = {spelling for row in table_lines("hanzi.tsv") for spelling in row[3].split()}
    return frozenset(giles | known)


def _spelt_by_sign(text: str) -> set[str]:
    known = [token for word in _latin_words(text) for token in word.strip(".'").split("-") if token in _spellings()]
    return {"hk:" + " ".join(sorted(map(_loosely, known)))} if 2 <= len(known) <= 3 else set()


def _latin_words(text: str) -> list[str]:
    if text.isascii() and text.replace(" ", "").replace("-", "").isalpha():
        return text.lower().split()
    return [ascii_letters(word) for word in words(clean(text))]
