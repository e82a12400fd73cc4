"""Organisations: what of a written form is the identity, and how likely two forms are one organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import readings, simplified
from corrobora.names.lattice import cuts
from corrobora.names.persons import alikeness
from corrobora.names.slavic import skeleton, transliterate
from corrobora.names.text import clean, script
from corrobora.names.trade import chinese_parts, concepts, is_compound_name, lexicon, places_differ
from corrobora.names.transcription import transcription_bits

_FORM_PHRASES = re.compile(
    r"[оo]бщество с ограниченной ответственностью|(публичное|закрытое|открытое|непубличное)?\s*акционерное общество|"
    r"товариство з обмеженою відповідальністю|(публічне|приватне|відкрите|закрите)?\s*акціонерне товариство|"
    r"адкрытае акцыянернае таварыства|таварыства з абмежаванай адказнасцю|"
    r"федеральное государственное (бюджетное |автономное |казенное |казённое )?(унитарное предприятие|учреждение)|"
    r"(республиканское |государственное )?унитарное предприятие|(federal |republican )?(state )?unitary enterprise|"
    r"obshchestvo s ogranichennoi otvetstvennostyu|(zakrytoe |otkrytoe |publichnoe )?aktsionernoe obshchestvo|"
    r"limited liability (company|partnership)|(public |private |closed |open )?joint[- ]stock company|"
    r"индивидуальный предприниматель|фізична особа[- ]підприємець|с ограниченной ответственностью|"
    r"股份有限公司|有限责任公司|有限責任公司|有限公司|股份公司"
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_LEGAL_WORDS = re.compile(
    r"(?<![^\W_])(?:ооо|оао|зао|пао|ао|нао|ип|ано|нко|фгуп|фгбу|фгбоу|фгку|фкп|гуп|муп|гп|тоо|тов|тзов|ат|прат|пат|зат|"
    r"ват|пп|дп|кп|фоп|llc|l\.l\.c|ltd|limited|inc|incorporated|corp|corporation|co|company|jsc|pjsc|ojsc|cjsc|plc|gmbh|"
    r"ag|llp|fze|fzco|pte|ooo|oao|zao|pao)(?![^\W_])|公司$|公司(?=[\W_])"
)
_ORDINAL = re.compile(r"(\d+)[-\s]?(?:st|nd|rd|th|й|я|ой|ий|ый|го|ая|ое|ый)\b")
_NUMBER_SIGN = re.compile(r"(?:№|\bno\.?|\bnr\.?|n°|号|號)\s*(?=\d)")
_MOST_BRANDS = 24
_SURE_BRAND = 8.0
_HONG_KONG = re.compile(r"hong[ -]kong|гонг[- ]конг")


@lru_cache(maxsize=65536)
def has_legal_form(text: str) -> bool:
    """Whether a written form names its legal form, and so is a whole name and no short one.

    Example:
        >>> has_legal_form("ООО «Тёплый берег»"), has_legal_form("Teply Bereg LLC"), has_legal_form("Тёплый берег")
        (True, True, False)
    """
    lowered = clean(re.sub(r"[()（）\[\]«»\"“”‘’']", " ", text)).lower()
    return bool(_FORM_PHRASES.search(lowered) or _LEGAL_WORDS.search(lowered))


@dataclass(frozen=True, slots=True)
class OrganizationForm:
    """What one written form of an organisation says.

    Attributes:
        brands: the words that are no concepts, in lower case; runs of Hanzi whole.
        trades: what it does, as concepts.
        places: where, as concepts.
        numbers: its numbers, without leading noughts.
        plain: all words in one skeleton and in order, for keys.
        initials: first letters of its words in Latin letters, with legal forms and small words and without.
    """

    brands: tuple[str, ...]
    trades: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    plain: tuple[str, ...]
    initials: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def organization_form(text: str) -> OrganizationForm:
    """Reads a written form of an organisation.

    Example:
        >>> organization_form("АО «360 Авиационный ремонтный завод»").numbers
        frozenset({'360'})
    """
    lowered = written = clean(re.sub(r"[()（）\[\]«»\"“”‘’']", " ", text)).lower()
    lowered = _HONG_KONG.sub("hongkong", _NUMBER_SIGN.sub(" ", _ORDINAL.sub(r"\1 ", lowered)))
    lowered = _FORM_PHRASES.sub(" ", lowered)
    brands: list[str] = []
    meant: list[str] = []
    numbers: list[str] = []
    plain: list[str] = []
    for word in _TOKEN.findall(lowered):
        if word.isdigit():
            numbers.append(word.lstrip("0") or "0")
            plain.append(numbers[-1])
        elif script(word) == "Han":
            _read_chinese(simplified(word), brands, meant, plain)
        else:
            _read_word(word, brands, meant, plain)
    known = lexicon().places
    return OrganizationForm(
        tuple(dict.fromkeys(brands))[:_MOST_BRANDS],
        frozenset(meant) - known,
        frozenset(meant) & known,
        frozenset(numbers),
        tuple(plain),
        _initials(written),
    )


def _initials(written: str) -> frozenset[str]:
    words = [word for word in _TOKEN.findall(written) if not word.isdigit() and script(word) != "Han"]
    telling = [word for word in words if concepts(word) != ()]
    return frozenset(
        acronym_sign("".join(word[0] for word in held)) for held in (words, telling) if 2 < len(held) <= _MOST_BRANDS
    )


@lru_cache(maxsize=65536)
def acronym_sign(letters: str) -> str:
    """Letters of an acronym in Latin, without what transliterations differ in.

    Example:
        >>> acronym_sign("НИОК") == acronym_sign("NIOC")
        True
    """
    return transliterate(letters).lower().translate(_LEVELLED)


_LEVELLED = str.maketrans("cqwyj", "kkvii")


def _read_word(word: str, brands: list[str], meant: list[str], plain: list[str]) -> None:
    found = concepts(word)
    if found is None:
        if len(word) > 1:
            brands.append(word)
        plain.append(skeleton(word) or word)
        return
    meant += found
    if found:
        plain.append(skeleton(word))
        if is_compound_name(word):
            brands.append(word)


def _read_chinese(run: str, brands: list[str], meant: list[str], plain: list[str]) -> None:
    for part, found in chinese_parts(run):
        if found is None:
            brands.append(part)
        else:
            meant += found
        if found is None or found:
            plain.append("".join(readings(sign)[0][0] if readings(sign) else sign for sign in part))


def organization_key(text: str) -> str:
    """One key for all spellings of one organisation that differ in form, quotes, case or transliteration.

    Example:
        >>> organization_key("ООО «Вектор-7»") == organization_key("Vektor 7, LLC")
        True
    """
    return " ".join(organization_form(text).plain) or clean(text).lower()


def organization_keys(text: str) -> frozenset[str]:
    """Keys that spellings of one organisation share: its words in order, sorted, joined; each brand with numbers."""
    form = organization_form(text)
    if not form.plain:
        return frozenset({organization_key(text)})
    out = {" ".join(form.plain), " ".join(sorted(form.plain)), "".join(form.plain)}
    tail = "".join(f" {number}" for number in sorted(form.numbers))
    for brand in form.brands:
        for key in _brand_keys(brand):
            if len(key) > 3 or tail:
                out.add(f"b:{key}{tail}")
    if form.numbers and not form.brands:
        out.add(f"n:{tail.strip()} {' '.join(sorted(form.trades))}")
    return frozenset(out)


@lru_cache(maxsize=65536)
def _brand_keys(brand: str) -> frozenset[str]:
    """A brand as a skeleton, and in pinyin if it is Chinese in any script."""
    if script(brand) == "Han":
        return frozenset({"".join(readings(sign)[0][0] for sign in brand if readings(sign))})
    return _readings(brand) | {skeleton(brand)}


@lru_cache(maxsize=65536)
def _readings(brand: str) -> frozenset[str]:
    """The joined pinyin that a brand in letters can be."""
    out: set[str] = set()
    for cut in cuts(brand, script(brand) == "Cyrl")[:3]:
        if len(cut.syllables) < 2:
            continue
        ways = [""]
        for alternatives in cut.syllables:
            ways = [way + syllable for way in ways for syllable, _ in alternatives][:24]
        out.update(ways)
    return frozenset(out)


@lru_cache(maxsize=131072)
def brand_bits(one: str, two: str) -> float:
    """Bits for two brands being one, in whatever scripts."""
    han = script(one) == "Han", script(two) == "Han"
    if all(han):
        return 10.0 if one == two else 4.0 if one in two or two in one else -8.0
    if any(han):
        signs, word = (one, two) if han[0] else (two, one)
        if _brand_keys(signs) & _brand_keys(word):
            return 10.0
        return max(-8.0, min(8.0, transcription_bits(signs, word) - 1.0))
    if one == two or skeleton(one) == skeleton(two):
        return 5.0 if is_geographic(one) else 9.0 if len(one) > 3 else 6.5
    if _readings(one) & _readings(two):
        return 8.0
    left, right = skeleton(one), skeleton(two)
    likeness = alikeness(left, right)
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter[:-1]) and len(longer) - len(shorter) <= 5:
        likeness = max(likeness, 0.9)
    return (6.0 if is_geographic(one) else 9.0) - (1.0 - likeness) * 32.0


_TOWN = re.compile(r"(sk|ski|skai|skaia|skoe|skii|gorod|gorodski|burg)$")


@lru_cache(maxsize=65536)
def is_geographic(brand: str) -> bool:
    """Whether a word is a town or made of one: it is shared by many firms."""
    return len(brand) > 4 and bool(_TOWN.search(skeleton(brand)))


@lru_cache(maxsize=65536)
def is_same_name(a: str, b: str) -> bool:
    """Whether two forms are one name word by word: transliterated, or translated by the lexicon, nothing left over.

    Example:
        >>> is_same_name("Юаньханская торговая компания", "Yuanhang Trading Co., Ltd")
        False
        >>> is_same_name("АО «360 авиаремонтный завод»", "360 Aviation Repair Plant JSC")
        True
    """
    left, right = organization_form(a), organization_form(b)
    if left.numbers != right.numbers or places_differ(left.places, right.places):
        return False
    if not left.brands and not right.brands:
        enough = len(left.trades) + 2 * len(left.numbers) >= 3
        return enough and left.trades == right.trades and left.places == right.places
    if len(left.brands) != len(right.brands) or not (left.trades <= right.trades or right.trades <= left.trades):
        return False
    rest = list(right.brands)
    for brand in left.brands:
        found = next((other for other in rest if brand_bits(brand, other) >= _SURE_BRAND), None)
        if found is None:
            return False
        rest.remove(found)
    return not any(is_geographic(brand) for brand in left.brands) or bool(left.trades & right.trades)
