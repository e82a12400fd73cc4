"""Which names of the case are worth looking for: whole names, and brands that are no ordinary words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from corrobora.mentions import morphology
from corrobora.mentions.chinese_model import is_word
from corrobora.mentions.gazetteer import Entry
from corrobora.mentions.recase import KEPT
from corrobora.mentions.ukrainian_bridge import bridged
from corrobora.model.facts import ContractFact, Fact, LetterFact, ShareFact, TradeFact
from corrobora.model.mention import MentionType
from corrobora.model.places import is_city

_FORM = (
    r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГУП|ФКП|ГУП|МУП|АНО|НПО|НПП|НПЦ|НПК|ТД|ГК|ТОВ|ТзОВ|ПАТ|ПрАТ|ВАТ|ЗАТ|АТ|ДП|КП|ПП|"
    r"LLC|L\.L\.C|Ltd|Limited|Inc|Incorporated|Corp|Corporation|Co|Company|PLC|LLP|GmbH|AG|S\.?A|JSC|OJSC|PJSC|CJSC|"
    r"Pte|FZE|FZCO|FZ-LLC|DMCC|B\.?V|N\.?V|OOO|OAO|ZAO|PAO|AO|TOV|"
    r"(?:[Оо]бществ[оа]\s+с\s+ограниченной\s+ответственностью)|(?:(?:[А-Яа-я]+\s+)?[Аа]кционерное\s+общество)|"
    r"(?:[Тт]овариство\s+з\s+обмеженою\s+відповідальністю)|(?:(?:[А-Яа-яІі]+\s+)?[Аа]кціонерне\s+товариство))"
)
_LEAD = re.compile(rf"^(?:{_FORM}(?![^\W\d_])\.?[\s,]*)+", re.IGNORECASE)
_TAIL = re.compile(rf"(?:[\s,]+{_FORM}\.?)+$", re.IGNORECASE)
_QUOTED = re.compile(r"^[«\"“„](?P<n>.+?)[»\"”“]+$", re.DOTALL)
_CHINESE_TAIL = re.compile(r"(?:股份有限公司|有限责任公司|有限公司)$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_OF_PLACE = re.compile(r"(?:[сц]ьк|зьк|ск|цк)(?:ий|ой|ая|ое|ие|а|е|і)$")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ADDRESS = re.compile(r'^\s*"?(?P<n>[^<>@"]+?)"?\s*<[^<>]+@[^<>]+>')


def organization_entries(written: str) -> list[Entry]:
    """The forms in which papers may name an organisation: in full, and by its brand where that is no ordinary word.

    Example:
        >>> [entry.text for entry in organization_entries('ООО "Аэро-Хит"')]
        ['ООО "Аэро-Хит"', 'Аэро-Хит']
        >>> [entry.text for entry in organization_entries("АО «Восход»")]
        ['АО «Восход»']
    """
    whole = " ".join(written.split())
    if not 4 <= len(whole) <= 120 or whole.isdigit():
        return []
    forms = [whole] if len(whole.split()) > 1 or _HAN.search(whole) else []
    brand = _CHINESE_TAIL.sub("", whole) if _HAN.search(whole) else _brand(whole)
    if brand != whole or not forms:
        forms += [brand] if _is_telling(brand) else []
    return [Entry(form, MentionType.ORG) for form in dict.fromkeys(forms)]


def person_entries(written: str) -> list[Entry]:
    """A person by the whole name; a surname alone is never looked for.

    Example:
        >>> person_entries("Громов А.В."), [entry.text for entry in person_entries("ГРОМОВ Артём")]
        ([], ['Громов Артём'])
    """
    words = written.split()
    if _HAN.search(written):
        name = "".join(words)
        return [Entry(name, MentionType.PER)] if 3 <= len(name) <= 4 and not is_word(name) else []
    whole = [word.title() if word.isupper() else word for word in words]
    told = 2 <= len(words) <= 4 and all(_WORD.fullmatch(word.replace("-", "")) for word in words)
    short = any(len(word) < 3 for word in words) and not (len(words) == 2 and len(written) > 6)
    if not told or short or not all(word[:1].isupper() for word in whole):
        return []
    if all(_is_ordinary(word) for word in whole):
        return []
    return [Entry(" ".join(whole), MentionType.PER)]


def told_by_papers(facts: Iterable[Fact], metadata: Mapping[str, str]) -> Iterator[Entry]:
    """Names that a paper's own structure vouches for: letterheads, parties of contracts and trades, mail headers."""
    for fact in facts:
        for name in _parties(fact):
            if has_form(name):
                yield Entry(name, MentionType.ORG)
    for header in ("from", "to", "cc"):
        for part in re.split(r"[;\n]|(?<=>),", metadata.get(header, "")):
            if (match := _ADDRESS.match(part)) is not None:
                yield from person_entries(match["n"])


def has_form(written: str) -> bool:
    """Whether a legal form says that this is a firm."""
    return any(form.search(written) is not None for form in (_LEAD, _TAIL, _CHINESE_TAIL))


def _parties(fact: Fact) -> Iterator[str]:
    told: tuple[str | None, ...] = ()
    if isinstance(fact, LetterFact):
        told = (fact.sender, fact.recipient)
    elif isinstance(fact, ContractFact):
        told = fact.parties
    elif isinstance(fact, TradeFact):
        told = (fact.supplier, fact.buyer, fact.end_user)
    elif isinstance(fact, ShareFact):
        told = (fact.owner, fact.asset)
    return (name for name in told if name is not None and len(name) <= 80 and "\n" not in name)


def _brand(whole: str) -> str:
    name = _TAIL.sub("", _LEAD.sub("", whole)).strip(" ,")
    quoted = _QUOTED.match(name)
    return (quoted["n"] if quoted else name).strip()


def _is_telling(brand: str) -> bool:
    """Whether a name without its legal form still names one firm: no ordinary word, no place, nobody's name."""
    if _HAN.search(brand):
        return len(brand) >= 4 and not is_word(brand)
    words = _WORD.findall(brand)
    if not words or len(brand) < 3 or brand.upper() in KEPT or not any(w[:1].isupper() for w in words):
        return False
    if len(words) == 1 and len(words[0]) < (4 if words[0].isupper() or not words[0].istitle() else 5):
        return False
    return any(not _is_ordinary(word) and (len(words) > 1 or not _is_person_or_place(word)) for word in words)


@lru_cache(maxsize=65536)
def _is_ordinary(word: str) -> bool:
    if _LATIN.match(word):
        return word.lower() in _english_words()
    lower = word.lower()
    if len(lower) < 3 or _OF_PLACE.search(lower):
        return True
    return morphology.is_common(lower) or morphology.is_common(bridged(lower))


@lru_cache(maxsize=1)
def _english_words() -> frozenset[str]:
    """Words of which firms are named; a brand of such words alone is looked for only with its legal form."""
    lines = files("corrobora.mentions").joinpath("data/brand_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _is_person_or_place(word: str) -> bool:
    lower = word.lower()
    if is_city(word) or _LATIN.match(word):
        return is_city(word)
    return any(morphology.is_name_word(form) or morphology.is_place(form) for form in (lower, bridged(lower)))
