"""What to call the bearer of a written form: label, lemma, canonical readings, variants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.chinese import ChineseForm, Reading, bare_name, chinese_form, posterior, prior
from corrobora.names.chinese_pairs import spell
from corrobora.names.identify import chinese_probability
from corrobora.names.quick import quick_readings
from corrobora.names.romanised import spellings
from corrobora.names.slavic import SlavicForm, readable, skeleton, slavic_form, transliterate
from corrobora.names.slavic_lemma import nominative
from corrobora.names.syllables import palladius, romanisations, ukrainian, wade_giles_form
from corrobora.names.text import clean, first_alias, script, words


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One reading of a written form.

    Attributes:
        language: "zh", "ru", "uk", "be" or "en" for any other.
        order: "family-given" or "given-family".
        family, given, patronymic: the parts in canonical spelling ("" where missing).
        weight: its probability among the hypotheses of this form.
    """

    language: str
    order: str
    family: str
    given: str
    patronymic: str
    weight: float


@dataclass(frozen=True, slots=True)
class ParsedName:
    """What is known of a written form: its script and its hypotheses, likeliest first."""

    text: str
    script: str
    hypotheses: tuple[Hypothesis, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to write a name: the text, the system of spelling and the language of the papers that use it."""

    text: str
    system: str
    language: str


@lru_cache(maxsize=65536)
def parse(text: str) -> ParsedName:
    """Reads a written form into weighted hypotheses.

    Example:
        >>> parse("Ван Минлян").hypotheses[0].family
        'wang'
    """
    chance = chinese_probability(text)
    out: list[Hypothesis] = []
    form = chinese_form(text)
    if form is not None and chance > 0.01:
        order = "family-given" if form.family_first >= 0.5 else "given-family"
        for (family, given), share in list(posterior(form).items())[:8]:
            out.append(Hypothesis("zh", order, family, given.replace("-", ""), "", share * chance))
    other = slavic_form(text)
    if other is not None and chance < 0.99:
        language = other.language if other.slavic else "en"
        family, given, patronymic = readable(other.family), readable(other.given), readable(other.patronymic)
        first = clean(text).lower().startswith(other.words[0].lower()[:3]) if other.words[0] else False
        out.append(
            Hypothesis(language, "family-given" if first else "given-family", family, given, patronymic, 1 - chance)
        )
    return ParsedName(text, script(text), tuple(sorted(out, key=lambda one: -one.weight)))


@lru_cache(maxsize=262144)
def canonical(text: str) -> tuple[tuple[str, str, float], ...]:
    """Weighted (family, given) readings in canonical spelling; the weights sum to 1.

    Example:
        >>> canonical("Ваном Минляном")[0][:2]
        ('wang', 'mingliang')
    """
    plain = quick_readings(text)
    if plain is not None:
        return _plain_canonical(*plain)
    found = parse(text).hypotheses
    total = sum(one.weight for one in found)
    return tuple((one.family, one.given, one.weight / total) for one in found if total > 0)


def _plain_canonical(kind: str, readings: list[tuple[str, str, float]]) -> tuple[tuple[str, str, float], ...]:
    if kind == "sl":
        family, given, share = readings[0]
        return ((readable(family), readable(given), share),)
    if len(readings) == 1:
        family, given, _ = readings[0]
        return ((family, given.replace("-", ""), 1.0),)
    weighed = [(family, given, share * prior((family, given))) for family, given, share in readings]
    total = sum(share for _, _, share in weighed)
    ranked = sorted(weighed, key=lambda one: -one[2])
    return tuple((family, given.replace("-", ""), share / total) for family, given, share in ranked)


def best_reading(text: str) -> Reading | None:
    """The likeliest Chinese reading, or None where the form is hardly Chinese."""
    form = chinese_form(text)
    if form is None or chinese_probability(text) < 0.3:
        return None
    return next(iter(posterior(form)), None)


def syllables(text: str) -> tuple[str, ...]:
    """The pinyin syllables of the best reading, family name first; () for a form that is not Chinese."""
    reading = best_reading(text)
    if reading is None:
        return ()
    return tuple(part for part in (reading[0], *reading[1].split("-")) if part)


@lru_cache(maxsize=65536)
def label(text: str) -> str:
    """The name as the findings print it: pinyin, family name first, for Chinese; Latin letters for the rest.

    Example:
        >>> label("с Ваном Минляном"), label("Овсянников Игорь Валерьевич")
        ('Wang Mingliang', 'Ovsiannikov Igor Valerevich')
    """
    reading = best_reading(text)
    if reading is not None:
        form = chinese_form(text)
        initials = (
            "".join(f" {transliterate(letter).capitalize()}." for letter in form.initials) if form is not None else ""
        )
        return spell(reading) + initials
    folded = first_alias(text)
    if script(folded) != "Cyrl":
        return " ".join(word for word in folded.replace(",", " ").split())
    return " ".join(transliterate(_tidy(word)) for word in lemma(folded).replace(",", " ").split())


def _tidy(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 2 and "." not in word else word


@lru_cache(maxsize=65536)
def lemma(text: str, hint: str = "") -> str:
    """The nominative of an inflected name, in its own script and order.

    Args:
        text: the form as it stands in a sentence.
        hint: another form of the same name known to be in the nominative, in any script; decides open cases.

    Example:
        >>> lemma("Ван Цзюнем"), lemma("Овсянниковым Игорем Валерьевичем")
        ('Ван Цзюнь', 'Овсянников Игорь Валерьевич')
    """
    folded = clean(text)
    if script(folded) != "Cyrl":
        return folded
    form = chinese_form(folded)
    if form is not None and chinese_probability(folded) >= 0.5 and not form.initials:
        return _chinese_lemma(folded, form, hint)
    other = slavic_form(folded)
    if other is None:
        return folded
    known = slavic_form(hint) if hint else None
    if known is not None and any(skeleton(word) == known.family for word in words(folded)):
        return folded
    return nominative(folded, other)


def _chinese_lemma(text: str, form: ChineseForm, hint: str) -> str:
    if not form.inflected and not hint:
        return bare_name(text)
    found = list(posterior(form))
    if hint:
        known = chinese_form(hint)
        found = [reading for reading in found if known is not None and reading in known.readings] or found
    family, given = found[0]
    table = palladius()
    turn = ukrainian if form.systems[:1] == ("ukrainian",) else str
    family_word = "".join(turn(table.get(part, part)) for part in _family_parts(family)).capitalize()
    given_word = cyrillic_given(given, turn is ukrainian)
    return f"{family_word} {given_word}".strip() if form.family_first >= 0.5 else f"{given_word} {family_word}".strip()


def _family_parts(family: str) -> list[str]:
    if family in palladius():
        return [family]
    for at in range(2, len(family) - 1):
        if family[:at] in palladius() and family[at:] in palladius():
            return [family[:at], family[at:]]
    return [family]


def cyrillic_given(given: str, in_ukrainian: bool = False) -> str:
    """A given name in Palladius (or the Ukrainian transcription), with a hard sign where the rule asks for one."""
    out = ""
    for part in given.split("-") if given else []:
        form = palladius().get(part, part)
        written = ukrainian(form) if in_ukrainian else form
        if out.endswith("н") and form[:1] in "аоуэеиюяё":
            out += "'" if in_ukrainian else "ъ"
        out += written
    return out.capitalize()


@lru_cache(maxsize=16384)
def variants(text: str) -> tuple[Variant, ...]:
    """All usual ways to write a name, in every system; for Chinese both orders.

    Example:
        >>> [v.text for v in variants("王明亮") if v.system == "palladius"]
        ['Ван Минлян', 'Минлян Ван']
    """
    reading = best_reading(text)
    out: dict[str, Variant] = {clean(text): Variant(clean(text), "as written", "")}
    if reading is not None:
        for variant in _chinese_variants(*reading):
            out.setdefault(variant.text, variant)
        return tuple(out.values())
    other = slavic_form(text)
    if other is None:
        return tuple(out.values())
    latin = label(text)
    out.setdefault(latin, Variant(latin, "icao", "en"))
    family, given, patronymic = other.words
    if family and given:
        for form, system in (
            (f"{family} {given[0]}.{patronymic[:1]}{'.' if patronymic else ''}", "initials"),
            (f"{given} {family}", "given name first"),
        ):
            out.setdefault(form, Variant(form, system, other.language))
            turned = transliterate(form)
            out.setdefault(turned, Variant(turned, f"icao, {system}", "en"))
    if script(text) == "Cyrl":
        for variant in _latin_variants(other):
            out.setdefault(variant.text, variant)
    return tuple(out.values())


def _latin_variants(form: SlavicForm) -> list[Variant]:
    """A name in Cyrillic as the papers of several countries write it in Latin letters, in both orders."""
    out: list[Variant] = []
    each = [spellings(word, form.language == "uk") for part in form.words for word in part.split()]
    family_size = len(form.words[0].split())
    for system in each[0] if each else ():
        parts = [held[system] for held in each]
        for order in (parts, parts[family_size:] + parts[:family_size]):
            out.append(Variant(" ".join(order), system, "en"))
    return out


def _chinese_variants(family: str, given: str) -> list[Variant]:
    family_word = family.capitalize()
    parts = given.split("-") if given else []
    joined = spell(("", given))
    table = palladius()
    fams = _family_parts(family)
    russian = "".join(table.get(part, part) for part in fams).capitalize(), cyrillic_given(given)
    uk = "".join(ukrainian(table.get(part, part)) for part in fams).capitalize(), cyrillic_given(given, True)
    giles = (
        "".join(wade_giles_form(part) for part in fams).capitalize(),
        "-".join(wade_giles_form(part) for part in parts).capitalize(),
    )
    passport = transliterate(russian[0]), transliterate(russian[1])
    bgn = tuple("".join(_bgn(sign) for sign in word.lower()).capitalize() for word in russian)
    spaced = " ".join(part.capitalize() for part in parts)
    out = [
        Variant(f"{family_word} {joined}", "pinyin", "zh"),
        Variant(f"{joined} {family_word}", "pinyin", "en"),
        Variant(f"{family_word} {spaced}", "pinyin, spaced", "zh"),
        Variant(f"{family_word} {'-'.join(parts).capitalize()}", "pinyin, hyphened", "zh"),
        Variant(f"{family} {''.join(parts)}".upper(), "pinyin, capitals", "zh"),
    ]
    for pair, system, language in (
        (russian, "palladius", "ru"),
        (uk, "ukrainian", "uk"),
        (passport, "icao", "ru"),
        (bgn, "bgn", "en"),
        (giles, "wade-giles", "zh"),
    ):
        out.append(Variant(f"{pair[0]} {pair[1]}".strip(), system, language))
        out.append(Variant(f"{pair[1]} {pair[0]}".strip(), system, language))
    return out


def _bgn(sign: str) -> str:
    return {"ю": "yu", "я": "ya", "й": "y", "ъ": ""}.get(sign, "") or romanised_letter(sign)


def romanised_letter(sign: str) -> str:
    """The usual Latin letters for one Cyrillic letter."""
    return next(iter(romanisations(sign)), sign) if sign not in "ъ" else ""
