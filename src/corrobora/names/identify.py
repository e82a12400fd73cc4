"""Whether a written form is a Chinese name."""

from __future__ import annotations

import math
from functools import lru_cache

from corrobora.names.chinese import ChineseForm, chinese_form
from corrobora.names.plain import spelt_given_names
from corrobora.names.slavic import is_patronymic, skeleton
from corrobora.names.syllables import palladius
from corrobora.names.text import first_alias, script, words

_CONSONANTS = "бвгджзклмнпрстфхцчшщьй"


@lru_cache(maxsize=262144)
def chinese_probability(text: str) -> float:
    """How likely a written form is a Chinese name.

    Example:
        >>> chinese_probability("Ван Минлян") > 0.9 > chinese_probability("Иван Ли")
        True
    """
    form = chinese_form(text)
    if form is None:
        return 0.0
    folded = first_alias(text)
    if script(folded) == "Han":
        return 0.98 if form.fit > 0 else 0.7
    bits = form.fit
    parts = [word for word in words(folded) if len(word) > 1]
    known = spelt_given_names()
    # where a family name is declined, the given name is too: no part may end in a bare consonant
    declined = form.inflected and form.fit > 8 and not any(part[-1].casefold() in _CONSONANTS for part in parts)
    given = [part for part in parts if len(part) > 3 and part.casefold() in known]
    if any(not (declined and _is_declined_family(part, form)) for part in given):
        bits -= 22.0
    if len(parts) > 2 and any(len(part) > 5 and is_patronymic(skeleton(part)) for part in parts):
        bits -= 10.0
    if len(parts) == 1:
        bits -= 3.0
    return 1.0 / (1.0 + math.exp2(-min(max(bits, -30.0), 30.0)))


def _is_declined_family(word: str, form: ChineseForm) -> bool:
    """Whether a word is the family name with a case ending: "Вана" is a rare given name, and the genitive of Ван."""
    families = {palladius().get(family, "") for family, _ in form.readings}
    return word.casefold()[:-1] in families - {""}
