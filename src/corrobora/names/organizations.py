"""Organisations: what of a written form is the identity, and how two forms compare."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from corrobora.names.hanzi import readings, simplified
from corrobora.names.slavic import skeleton
from corrobora.names.text import clean, script

_FORM_WORDS = frozenset(
    [
        "ооо",
        "оао",
        "зао",
        "пао",
        "ао",
        "нао",
        "тоо",
        "чп",
        "ип",
        "фгуп",
        "гуп",
        "муп",
        "нпо",
        "нпп",
        "ано",
        "тов",
        "тзов",
        "пат",
        "прат",
        "ат",
        "дп",
        "кп",
        "фоп",
        "ват",
        "зат",
        "ooo",
        "oao",
        "zao",
        "pao",
        "ao",
        "nao",
        "llc",
        "ltd",
        "limited",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "co",
        "company",
        "plc",
        "gmbh",
        "ag",
        "sa",
        "sarl",
        "bv",
        "nv",
        "jsc",
        "pjsc",
        "cjsc",
        "ojsc",
        "fgup",
        "gup",
        "ano",
        "lp",
        "llp",
        "tov",
        "pat",
        "prat",
        "at",
        "sp",
        "doo",
        "srl",
        "spa",
        "oy",
        "ab",
        "as",
        "kg",
        "pte",
        "pty",
        "fze",
        "fzco",
        "fzc",
    ]
)
_FORM_PHRASES = re.compile(
    r"общество с ограниченной ответственностью|(публичное|закрытое|открытое|непубличное)?\s*акционерное общество|"
    r"товариство з обмеженою відповідальністю|(публічне|приватне|відкрите|закрите)?\s*акціонерне товариство|"
    r"федеральное государственное (бюджетное |автономное |казенное )?унитарное предприятие|"
    r"limited liability (company|partnership)|(public |private |closed |open )?joint[- ]stock company|"
    r"federal state unitary enterprise|индивидуальный предприниматель|"
    r"股份有限公司|有限责任公司|有限責任公司|有限公司|集团公司|公司"
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


@lru_cache(maxsize=65536)
def organization_tokens(text: str) -> tuple[str, ...]:
    """The words that identify an organisation: no legal form, no quotes, every script in one skeleton."""
    lowered = clean(text.replace("(", " ").replace(")", " ").replace("（", " ").replace("）", " ")).lower()
    lowered = _FORM_PHRASES.sub(" ", lowered)
    out: list[str] = []
    for word in _TOKEN.findall(lowered.replace("'", "")):
        if word in _FORM_WORDS:
            continue
        if word.isdigit():
            out.append(word.lstrip("0") or "0")
        elif script(word) == "Han":
            out += [readings(sign)[0][0] if readings(sign) else sign for sign in simplified(word)]
        else:
            sign = skeleton(word)
            if sign:
                out.append(sign)
    return tuple(out)


def organization_key(text: str) -> str:
    """One key for all spellings of one organisation that differ in form, quotes, case or transliteration.

    Example:
        >>> organization_key("ООО «Вектор-7»") == organization_key("Vektor 7, LLC")
        True
    """
    return " ".join(organization_tokens(text)) or clean(text).lower()


def organization_keys(text: str) -> frozenset[str]:
    """Keys that spellings of one organisation share: the whole key, its words sorted, and joined."""
    found = organization_tokens(text)
    if not found:
        return frozenset({organization_key(text)})
    return frozenset({" ".join(found), " ".join(sorted(found)), "".join(found)})


def organization_similarity(a: str, b: str) -> float:
    """How alike two organisations are spelt, 0 to 1; other numbers make other organisations."""
    left, right = organization_tokens(a), organization_tokens(b)
    if not left or not right:
        return 1.0 if clean(a).lower() == clean(b).lower() else 0.0
    numbers = [{word for word in side if word.isdigit()} for side in (left, right)]
    one, two = " ".join(left), " ".join(right)
    score = max(fuzz.token_sort_ratio(one, two), 0.92 * fuzz.token_set_ratio(one, two)) / 100
    score = max(score, fuzz.ratio("".join(left), "".join(right)) / 100)
    return score * 0.4 if numbers[0] != numbers[1] and (numbers[0] and numbers[1]) else score


__all__ = ["organization_key", "organization_keys", "organization_similarity", "organization_tokens"]
