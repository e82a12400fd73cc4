"""Keys that spellings of one name share, for joining large sets of names without comparing every pair.

- `exact_keys`: two forms of tier "exact" share at least one.
- `slip_keys`: what one slip could have made of a form. If `tier(a, b)` is "slip" then `block_keys` of the one meet
  `slip_keys` of the other, so only the smaller side of a join needs the many slip keys.
- `initial_keys`: a form with an initial shares one with the full name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from corrobora.names.chinese import ChineseForm, Reading, chinese_form
from corrobora.names.identify import chinese_probability
from corrobora.names.neighbours import misread, neighbours, repaired
from corrobora.names.pauses import without_collector
from corrobora.names.quick import quick_keys
from corrobora.names.slavic import SlavicForm, key_sign, slavic_form
from corrobora.names.syllables import palladius, romanisations, split_syllable, ukrainian, wade_giles_form
from corrobora.names.text import clean

_CERTAIN = 0.9
_THINKABLE = 0.02
_SPELT_SO = 0.05


def exact_readings(form: ChineseForm) -> tuple[Reading, ...]:
    """The readings that the form can be a spelling of without assuming an error."""
    if not form.readings:
        return ()
    best = max(form.readings.values())
    return tuple(reading for reading, share in form.readings.items() if share >= best * _SPELT_SO)


@lru_cache(maxsize=262144)
def exact_keys(text: str) -> frozenset[str]:
    """Keys of a form; two forms that can be spellings of one name share at least one.

    Example:
        >>> bool(exact_keys("王明亮") & exact_keys("Минлян Ван"))
        True
    """
    plain = quick_keys(text)
    return frozenset(plain) if plain is not None else _careful_keys(text)


def _careful_keys(text: str) -> frozenset[str]:
    chance = chinese_probability(text)
    out: set[str] = set()
    if chance >= _THINKABLE:
        form = chinese_form(text)
        if form is not None and not form.initials:
            out.update(f"zh:{family}|{given}" for family, given in exact_readings(form))
    if chance <= _CERTAIN:
        other = slavic_form(text)
        if other is not None:
            out.update(_slavic_keys(other))
    return frozenset(out) or frozenset({f"x:{clean(text).lower()}"})


def _slavic_keys(form: SlavicForm) -> set[str]:
    family, given = key_sign(form.family), key_sign(form.given)
    if not given:
        return {f"sl:{family}|"} if not form.given_initial else set()
    out = {f"sl:{family}|{given}"}
    if not form.certain:
        out.add(f"sl:{given}|{family}")
    return out


@lru_cache(maxsize=32768)
def slip_keys(text: str) -> frozenset[str]:
    """The exact keys of a form and all keys that one slip of the pen away from it."""
    out = set(block_key(text))
    for key in tuple(out):
        kind, _, rest = key.partition(":")
        family, bar, given = rest.partition("|")
        if not bar:
            continue
        if kind == "zh":
            out |= _chinese_slips(family, given)
        elif kind == "sl":
            out |= {f"sl:{slip}|{given}" for slip in _edits(family)}
            out |= {f"sl:{family}|{slip}" for slip in _edits(given)} if given else set()
    return frozenset(out)


def _chinese_slips(family: str, given: str) -> set[str]:
    out = {f"zh:{slip}|{given}" for slip in neighbours(family)}
    out |= _misreadings(family, given)
    parts = given.split("-") if given else []
    for place, syllable in enumerate(parts):
        for slip in neighbours(syllable):
            changed = "-".join((*parts[:place], slip, *parts[place + 1 :]))
            out.add(f"zh:{family}|{changed}")
    return out


def _misreadings(family: str, given: str) -> set[str]:
    """What a passport's spelling of the Russian form looks like as pinyin: Pu Songling, Pu Sunlin."""
    families = {family, *misread(family)}
    words = [given]
    parts = [misread(syllable) for syllable in given.split("-")] if given else []
    if parts and all(parts):
        words += ["-".join(way) for way in product(*parts)][:8]
    return {f"zh:{one}|{two}" for one in families for two in words} - {f"zh:{family}|{given}"}


_LONGEST_SLIPPED = 24
_SIGNS = "abcdefghiklmnoprstuvzSZCT"


def _edits(sign: str) -> set[str]:
    """All skeletons one edit away, swaps of two neighbours included."""
    out: set[str] = set()
    if len(sign) > _LONGEST_SLIPPED:
        return out
    for place in range(len(sign) + 1):
        left, right = sign[:place], sign[place:]
        out.update(left + letter + right for letter in _SIGNS)
        if right:
            out.add(left + right[1:])
            out.update(left + letter + right[1:] for letter in _SIGNS)
        if len(right) > 1:
            out.add(left + right[1] + right[0] + right[2:])
    out.discard(sign)
    return {slip for slip in out if len(slip) > 1}


@lru_cache(maxsize=65536)
def initial_keys(text: str) -> frozenset[str]:
    """Keys by family name and initial: "Ван М." shares one with "王明亮", "Овсянников И.В." with "Ovsiannikov Igor"."""
    out: set[str] = set()
    if chinese_probability(text) >= _THINKABLE:
        form = chinese_form(text)
        if form is not None:
            out |= _chinese_initials(form)
    other = slavic_form(text)
    if other is not None and other.given_initial and other.family and chinese_probability(text) <= _CERTAIN:
        family, given = key_sign(other.family), key_sign(other.given)
        out.add(f"sl.:{family}|{key_sign(other.given_initial)}")
        if not other.given and family.endswith(("ov", "ev", "in")):
            # "Овсянникова И.В." may be a man in the genitive or a woman.
            out.add(f"sl.:{family}a|{key_sign(other.given_initial)}")
        if not other.certain:
            out.add(f"sl.:{given}|{family[:1]}")
    return frozenset(out)


def _chinese_initials(form: ChineseForm) -> set[str]:
    if form.initials:
        return {f"zh.:{family}|{form.initials[0]}" for family, _ in exact_readings(form)}
    out = set()
    for family, given in exact_readings(form):
        if given:
            out |= {f"zh.:{family}|{letter}" for letter in first_letters(given.split("-")[0])}
    return out


@lru_cache(maxsize=1024)
def first_letters(syllable: str) -> frozenset[str]:
    """The letters that can stand for a syllable as an initial, in Latin and in Cyrillic."""
    form = palladius().get(syllable, "")
    letters = {syllable[0], split_syllable(syllable)[0][:1] or syllable[0]}
    if form:
        letters |= {form[0], ukrainian(form)[0], wade_giles_form(syllable)[0]}
        letters |= {spelling[0] for spelling in romanisations(form) if spelling}
    return frozenset(letters)


def block_key(text: str) -> frozenset[str]:
    """The keys to store for a row: exact keys, mended readings of a misspelt word, and the key of a bare initial."""
    plain = quick_keys(text)
    return frozenset(plain) if plain is not None else _careful_block_key(text)


def _careful_block_key(text: str) -> frozenset[str]:
    out = _careful_keys(text)
    form = chinese_form(text)
    if form is not None and form.initials:
        return initial_keys(text) | out
    if form is None:
        mended = repaired(text)
        if mended:
            return out | {f"zh:{family}|{given}" for family, given in mended}
    other = slavic_form(text) if form is None else None
    if other is not None and other.given_initial and not other.given:
        return out | initial_keys(text)
    return out


def block_keys(names: Sequence[str]) -> tuple[list[int], list[str]]:
    """The stored keys of many names as two columns: index of the name, key.

    Args:
        names: distinct written forms.
    """
    places: list[int] = []
    keys: list[str] = []
    with without_collector():
        for place, name in enumerate(names):
            found = quick_keys(name) or _careful_block_key(name)
            keys += found
            places += [place] * len(found)
    return places, keys
