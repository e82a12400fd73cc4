"""Puts the parts of a Cyrillic name into the nominative together: all stand in one case and are of one gender."""

from __future__ import annotations

import re
from functools import lru_cache

from corrobora.names.families import OBLIQUE, alone, as_nominative, undeclined
from corrobora.names.paradigms import NOMINATIVE, Base, given_bases, is_cyrillic, mask, patronymic_base, styled

Parts = tuple[str, str, str]
_AS_IT_STANDS = 1.0
_VOCATIVE = mask("V")
# Only Ukrainian declines Шевченко.
_UKRAINIAN = re.compile(r"[іїєґ']|(?:енк|ськ|цьк)(?:а|у|ом|ого|ому|им)\b")


@lru_cache(maxsize=131072)
def nominatives(family: str, given: str, patronymic: str) -> Parts:
    """The three parts of a name in the nominative; "" where a part is missing.

    Example:
        >>> nominatives("Ивановой", "Марии", "Сергеевны")
        ('Иванова', 'Мария', 'Сергеевна')
    """
    father = patronymic_base(patronymic) if patronymic else None
    if father is not None:
        return _beside_father(family, given, patronymic, father)
    if not given:
        return styled(alone(family), family) if is_cyrillic(family) else family, given, patronymic
    bases = given_bases(given)
    if not bases:
        return (*_foreign(family, given), patronymic)
    return (*_beside_given(family, given, bases), patronymic)


def _beside_father(family: str, given: str, patronymic: str, father: Base) -> Parts:
    bases = [base for base in given_bases(given) if base.gender == father.gender and base.cases & father.cases]
    if father.cases & NOMINATIVE and (not bases or any(base.cases & NOMINATIVE for base in bases)):
        return family, given, patronymic
    language = _language(family, given, patronymic)
    best = max(bases, key=lambda base: _likeness(base, given, language), default=None)
    cases = father.cases & best.cases if best is not None else father.cases
    ukrainian = language == "uk"
    name = best.text if best is not None else undeclined(given, father.gender, cases & ~NOMINATIVE, ukrainian)[0]
    return (
        _family(family, father.gender, cases & ~NOMINATIVE, ukrainian),
        styled(name, given) if given else given,
        styled(father.text, patronymic),
    )


def _family(family: str, gender: str, cases: int, ukrainian: bool = False) -> str:
    if cases == _VOCATIVE:
        return family
    return " ".join(styled(undeclined(word, gender, cases, ukrainian)[0], word) for word in family.split())


def _likeness(base: Base, word: str, language: str) -> float:
    """How much of a word its nominative keeps; one of the other language is hardly meant."""
    pairs = enumerate(zip(base.text.replace("ё", "е"), word.lower().replace("ё", "е"), strict=False))
    shared = next((at for at, (one, two) in pairs if one != two), len(base.text))
    return shared if base.language in ("", language) else shared - 10.0


def _language(*parts: str) -> str:
    joined = " ".join(parts).lower()
    return "uk" if _UKRAINIAN.search(joined) else "ru"


def _beside_given(family: str, given: str, bases: tuple[Base, ...]) -> tuple[str, str]:
    best, found = -1.0, (family, given)
    last = family.rsplit(maxsplit=1)[-1] if family else ""
    language = _language(family, given)
    for base in bases:
        if base.cases & NOMINATIVE:
            score = _AS_IT_STANDS + (as_nominative(last, base.gender) if last else 2.0)
            if score > best:
                best, found = score, (family, given)
        cases = base.cases & OBLIQUE
        if not cases:
            continue
        score = undeclined(last, base.gender, cases, language == "uk")[2] if last else 1.0
        score += 0.01 * _likeness(base, given, language) + 0.1 * (base.gender == "m")
        if score > best:
            best = score
            found = _family(family, base.gender, cases, language == "uk"), styled(base.text, given)
    return found


_WITH = ("ом", "ем", "ём")


def _foreign(family: str, given: str) -> tuple[str, str]:
    """A given name that is not listed: only where both words plainly stand in the instrumental are they touched."""
    lowered = given.lower()
    if not is_cyrillic(family) or not lowered.endswith(_WITH) or len(lowered) < 5:
        return family, given
    base, _, strength = undeclined(family.rsplit(maxsplit=1)[-1], "m", mask("I"))
    if base == family.lower() or strength < 1.0:
        return family, given
    return _family(family, "m", mask("I")), styled(undeclined(given, "m", mask("I"))[0], given)
