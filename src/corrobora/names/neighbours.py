"""Syllables and words one slip of the pen apart."""

from __future__ import annotations

from functools import lru_cache

from corrobora.names.chinese import Reading, chinese_form
from corrobora.names.hanzi import surname_shares
from corrobora.names.lattice import cuts
from corrobora.names.syllables import SYLLABLES, cyrillic_spellings, latin_spellings, palladius, romanisations
from corrobora.names.text import ascii_letters, first_alias, script, words

_LETTERS = {"Latn": "abcdefghijklmnopqrstuvwxyz", "Cyrl": "абвгдежзийклмнопрстуфхцчшъыьэюяіє"}


def one_edit(left: str, right: str) -> bool:
    """Whether two words differ by one letter put in, left out, changed, or two neighbours swapped."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    a, b = left[start:], right[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (len(a) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    forms = {syllable: (syllable, palladius()[syllable]) for syllable in SYLLABLES}
    out: dict[str, set[str]] = {syllable: set() for syllable in SYLLABLES}
    for place, left in enumerate(SYLLABLES):
        for right in SYLLABLES[place + 1 :]:
            if any(one_edit(one, two) for one, two in zip(forms[left], forms[right], strict=True)):
                out[left].add(right)
                out[right].add(left)
    return {syllable: frozenset(held) for syllable, held in out.items()}


def neighbours(syllable: str) -> frozenset[str]:
    """The syllables that one slip in pinyin or in Palladius makes of a syllable."""
    return _table().get(syllable, frozenset())


@lru_cache(maxsize=1)
def _confusions() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {syllable: set() for syllable in SYLLABLES}
    for tables in (cyrillic_spellings(), latin_spellings()):
        for system in ("palladius", "ukrainian", "careless", "romanised"):
            for held in tables.get(system, {}).values():
                for syllable in held:
                    out[syllable].update(held)
    return {syllable: frozenset(held - {syllable}) for syllable, held in out.items()}


def confusions(syllable: str) -> frozenset[str]:
    """The syllables that some system or some careless hand spells like this one: ming and min, ji and zi."""
    return _confusions().get(syllable, frozenset())


@lru_cache(maxsize=1024)
def misread(syllable: str) -> tuple[str, ...]:
    """Pinyin syllables that a passport's spelling of the Russian syllable happens to be: song, сун, sun."""
    form = palladius().get(syllable)
    if form is None:
        return ()
    found = [spelling for spelling, share in romanisations(form).items() if share >= 0.99 and spelling in _KNOWN]
    return tuple(found)


_KNOWN = frozenset(SYLLABLES)


@lru_cache(maxsize=131072)
def twin_share(syllable: str, other: str) -> float:
    """How likely a near twin of a name has `other` where the name has `syllable`."""
    close, near = confusions(syllable), neighbours(syllable)
    return (other in close) * 0.6 / max(1, len(close)) + (other in near) * 0.4 / max(1, len(near))


@lru_cache(maxsize=65536)
def repaired(text: str) -> tuple[Reading, ...]:
    """Chinese readings of a form in which exactly one word is misspelt and the rest holds a Chinese surname."""
    folded = first_alias(text)
    kind = script(folded)
    if kind not in _LETTERS:
        return ()
    parts = words(folded)
    if not 2 <= len(parts) <= 4:
        return ()
    broken = [place for place, part in enumerate(parts) if not cuts(part, kind == "Cyrl")]
    if len(broken) != 1:
        return ()
    whole = [part for place, part in enumerate(parts) if place != broken[0]]
    if not any(_is_surname(part, kind) for part in whole) and not any(
        len(cuts(part, kind == "Cyrl")[0].syllables) == 2 for part in whole
    ):
        return ()
    out: dict[Reading, None] = {}
    romanised = kind == "Latn" and any(cuts(part, False)[0].system == "romanised" for part in whole)
    for mended in _mended(parts[broken[0]], kind, romanised):
        form = chinese_form(" ".join((*parts[: broken[0]], mended, *parts[broken[0] + 1 :])))
        if form is not None:
            best = max(form.readings.values())
            out.update(dict.fromkeys(reading for reading, share in form.readings.items() if share >= 0.2 * best))
    return tuple(out)[:64]


def _is_surname(part: str, kind: str) -> bool:
    found = cuts(part, kind == "Cyrl")
    shares = surname_shares()
    return any(
        len(cut.syllables) == 1 and any(shares.get(name, 0.0) > 1e-4 for name, _ in cut.syllables[0])
        for cut in found[:2]
    )


def _mended(word: str, kind: str, romanised: bool) -> list[str]:
    bare = word.lower() if kind == "Cyrl" else ascii_letters(word)
    if not 2 <= len(bare) <= 12 or not bare.isalpha():
        return []
    candidates: dict[str, None] = {}
    for place in range(len(bare) + 1):
        left, right = bare[:place], bare[place:]
        if right:
            candidates[left + right[1:]] = None
        if len(right) > 1:
            candidates[left + right[1] + right[0] + right[2:]] = None
        for letter in _LETTERS[kind]:
            candidates[left + letter + right] = None
            if right:
                candidates[left + letter + right[1:]] = None
    good = _short_words(kind)
    found = [] if romanised else [candidate for candidate in candidates if candidate in good]
    if found or kind == "Cyrl":
        return found
    # A passport's spelling of the Russian form, miswritten: too many to list, so each candidate is cut.
    ways = ((candidate, cuts(candidate, False)) for candidate in candidates if candidate)
    return [candidate for candidate, way in ways if way and way[0].system == "romanised" and len(way[0].syllables) <= 2]


@lru_cache(maxsize=2)
def _short_words(kind: str) -> frozenset[str]:
    """Every word of one or two syllables in the leading system of a script."""
    table = cyrillic_spellings()["palladius"] if kind == "Cyrl" else latin_spellings()["pinyin"]
    return frozenset(table) | {left + right for left in table for right in table}
