"""Whether two written forms mean one town: in other languages, declined, transliterated, or with one slip."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from corrobora.model.places import city_names, city_of
from corrobora.names.hanzi import readings, simplified
from corrobora.names.slavic import skeleton
from corrobora.names.syllables import palladius
from corrobora.names.text import clean, script
from corrobora.names.trade import lexicon
from corrobora.names.transcription import transcription_bits

_BESIDE = re.compile(
    r"^(?:город\w*|місто|міст\w|посёл\w+|посел\w+|село|гор\.|пгт\.?|г\.|м\.|с\.|п\.|в|во|у|из|з|до|the|city\s+of|town\s+of|in|at|near)"
    r"\s+|\s+(?:city|town|region|oblast|province)$|(?<=[\u3400-\u9fff])(?:市|县|区|镇|省|州)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:i|e|u|a|o|oi|om|em|ei|ou|iu|ii|oe|ogo|omu|ami|ah|y)$")
_SHORTEST, _SLIPPED, _SOUNDS = 4, 6, 14.0


@lru_cache(maxsize=16384)
def is_one_place(one: str, other: str) -> bool:
    """Whether two forms mean one town.

    Two towns that are known by name are compared as what they are; a slip is thought of only where one of the two is
    no town that is known.

    Example:
        >>> is_one_place("в г. Рязани", "梁赞"), is_one_place("Ryzan", "Рязань"), is_one_place("Казань", "Рязань")
        (True, True, False)
    """
    left, right = _bare(one), _bare(other)
    if not left or not right:
        return False
    towns = _town(left), _town(right)
    if all(towns):
        return towns[0] == towns[1]
    if _stem(left) == _stem(right) or _sounds_alike(left, right):
        return True
    if any(towns):
        known, odd = (towns[0], right) if towns[0] else (towns[1], left)
        return known in _slipped(odd)
    return False


def _bare(form: str) -> str:
    text = clean(form).strip(" ,.;:")
    for _ in range(3):
        text = _BESIDE.sub("", text).strip(" ,.;:")
    return text


@lru_cache(maxsize=16384)
def _town(form: str) -> str:
    """The name that stands for all names of a town, or "" where it is not known."""
    found = city_of(form)
    return found[1] if found is not None else _by_stem().get(_stem(form), "")


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    """Stems of all names of the towns that are known, those of the table of trade words too."""
    out: dict[str, str] = {}
    doubtful: set[str] = set()
    for name, (_, town) in city_names().items():
        stem = _stem(name)
        doubtful |= {stem} if out.get(stem, town) != town else set()
        out[stem] = town
    return {stem: town for stem, town in out.items() if stem not in doubtful and len(stem) >= _SHORTEST - 1}


@lru_cache(maxsize=65536)
def _stem(form: str) -> str:
    """A form in the skeleton of all transliterations, without a case ending; Hanzi as they are."""
    if script(form) == "Han":
        return simplified(form)
    sign = "".join(skeleton(word) for word in re.findall(r"[^\W\d_]+", form.replace("'", "")))
    return _ENDING.sub("", sign) if len(sign) > _SHORTEST else sign


def _sounds_alike(one: str, other: str) -> bool:
    """A town in Hanzi and in letters: by its pinyin or Palladius, or by the sound of a foreign name."""
    if (script(one) == "Han") == (script(other) == "Han"):
        return False
    han, word = (one, other) if script(one) == "Han" else (other, one)
    syllables = [readings(sign)[0][0] for sign in han if readings(sign)]
    if len(syllables) != len(han) or len(han) < 2:
        return False
    chinese = {_stem("".join(syllables)), _stem("".join(palladius().get(one, one) for one in syllables))}
    return _stem(word) in chinese or (len(han) > 2 and transcription_bits(han, word) >= _SOUNDS)


@lru_cache(maxsize=4096)
def _slipped(form: str) -> frozenset[str]:
    """The towns that a form is one slip away from, if it is but one."""
    if script(form) == "Han" or len(form) < _SLIPPED - 1:
        return frozenset()
    stem = _stem(form)
    near = {town for known, town in _by_stem().items() if OSA.distance(stem, known, score_cutoff=1) <= 1}
    return frozenset(near) if len(near) == 1 and stem not in lexicon().whole else frozenset()
