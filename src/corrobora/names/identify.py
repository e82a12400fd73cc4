"""Whether a written form is a Chinese name."""

from __future__ import annotations

import math
from functools import lru_cache

from corrobora.names.chinese import chinese_form
from corrobora.names.slavic import given_names, is_patronymic, skeleton
from corrobora.names.text import first_alias, script, words


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
    known = given_names()
    if any(len(part) > 3 and skeleton(part) in known for part in parts):
        bits -= 22.0
    if len(parts) > 2 and any(len(part) > 5 and is_patronymic(skeleton(part)) for part in parts):
        bits -= 10.0
    if len(parts) == 1:
        bits -= 3.0
    return 1.0 / (1.0 + math.exp2(-min(max(bits, -30.0), 30.0)))
