"""What one cell looks like: the recognisers from which the columns of a table are told, whatever their headers say."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from corrobora.model.places import is_place
from corrobora.records import checksums, vocabulary
from corrobora.records.parsers import dates, words
from corrobora.records.parsers.countries import country

_PATRONYMIC = re.compile(
    r"(?:ович|евич|ьич|ич|овна|евна|ична|инична|івна|ївна|ovich|evich|ovych|evych|ovna|evna|ivna|iyovych)$",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^[^\W\d_][^\W\d_'’ʼ\-]*(?:['’ʼ\-][^\W\d_]+)*\.?$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.\s*-?){1,3}$")
_HAN_NAME = re.compile(r"^[一-鿿]{2,4}$|^[一-鿿]{1,10}[·•][一-鿿·•]{1,12}$")
# The most frequent family names of China: enough to tell a column of people from one of places.
_HAN_FAMILIES = vocabulary.characters("han_families")
_LEGAL = vocabulary.words("legal_words")
_LEGAL_HAN = re.compile(
    r"公司|集团|集團|银行|銀行|大学|大學|研究院|研究所|学院|學院|工厂|廠|委员会|委員會|協會|协会|基金会|基金會|中心"
    r"|[部局厂院社党黨]$"
)
_SEPARATORS = re.compile(r"[,/\s]+")
_MANNERS, _PARTICLES = vocabulary.words("manners"), vocabulary.words("particles")
_TITLE_WORDS = re.compile(
    rf"(?<![^\W\d_])(?:{vocabulary.alternatives('titles')})|(?:{vocabulary.alternatives('titles_han')})", re.IGNORECASE
)
_CAPITAL_WORD = re.compile(r"^[^\W\d_a-zа-яёіїєґ][^\W\d_]+(?:-[^\W\d_]+)?$")
# A column of people holds some of the frequent given names whatever its header says.
_GIVEN = vocabulary.words("given_names")
_FAMILY = re.compile(
    r"(?:[оеё]ва?|ина?|[сц]ки[йи]|[сц]ьки[йи]|ская|ська|чук|ю?ук|юк|ко|ич|ян|дзе|швили|[иы]й|ак"
    r"|ova?|eva?|ina?|sky|ski|skyi|enko|chuk|uk|yan)$"
)
_COURT = re.compile(
    r"(?:^|\s)суд(?:\s|$|у\s)|арбитражн\w+ суд|\bАС (?:города|г\.|[А-Я])|\bcourt\b|法院|gericht\b|tribunal",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_COUNTRY_CODE = re.compile(r"^(?:[A-Z]{2,3}|[a-z]{2})$")
_ADDRESS = re.compile(
    r"\b(?:ул|улица|просп|пр-т|пер|д|дом|кв|обл|г|вул|буд|street|str"
    r"|road|rd|avenue|ave|lane|suite|floor|p\.?o\.? box|blvd|straße|platz)\b\.?|[路街号號巷弄]"
    r"|\b\d{6}\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[./][^\W_]+)*\.?")
_PLACE_HAN = re.compile(r"[省市县區区州镇鎮乡鄉村縣]$")

_PATTERNS: dict[str, re.Pattern[str]] = {
    "time": re.compile(r"^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?(\s*[AaPp]\.?[Mm]\.?)?$"),
    "year": re.compile(r"^(1[89]\d\d|20[0-4]\d)$"),
    "integer": re.compile(r"^[+-]?\d{1,3}(?:[  ']?\d{3})*$|^[+-]?\d+$"),
    "digits": re.compile(r"^\d+$"),
    "number": re.compile(
        r"^[+\-−(]?\s*[$€£¥₽]?\s*\d[\d\s  .,'’]*\)?\s*"
        r"(?:%|[$€£¥₽]|руб\.?|грн\.?|р\.|usd|eur|元)?$",
        re.IGNORECASE,
    ),
    "decimal": re.compile(r"^[+\-−(]?\s*[$€£¥₽]?\s*\d[\d\s  .,'’]*[.,]\d{1,6}\)?\s*%?$"),
    "percent": re.compile(r"^\d{1,3}(?:[.,]\d+)?\s*%$"),
    "passport": re.compile(
        r"^(?:[A-Z]{1,3}|[А-ЯІЇЄ]{2})\s?№?\s?\d{6,8}$|^\d{2}\s?\d{2}\s?(?:№\s?)?\d{6}$|^\d{2}\s?(?:№\s?)?\d{7}$|^[A-Z]\d{7}[A-Z]?$|^[A-Z]{2}\d{2}[A-Z0-9]{5}$"
    ),
    "iata": re.compile(r"^[A-Z]{3}$"),
    "icao": re.compile(r"^[A-Z]{4}$"),
    "route": re.compile(r"^[A-Z]{3}\s*[-–—/>→]+\s*[A-Z]{3}$"),
    "flight": re.compile(r"^(?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[А-Я]{2})[\s\-]?\d{1,4}[A-Z]?$"),
    "train": re.compile(r"^(?:\d{1,4}\s?[А-ЯA-Z]{1,2}|[GDCZTKYS]\d{1,4})$"),
    "pnr": re.compile(r"^(?=[A-Z0-9]*[A-Z])(?=.{5,6}$)[A-Z0-9]+$"),
    "tail": re.compile(
        r"^(?:(?:RA|RF|CCCP|UR|EW|UP|UK|4K|EK|ER|EX|EY|EZ|4L)-\d{4,5}"
        r"|[A-Z]{1,2}-[A-Z0-9]{3,5}|N\d{1,5}[A-HJ-NP-Z]{0,2})$"
    ),
    "seat": re.compile(r"^\d{1,2}[A-HJKА-Е]$"),
    "hs": re.compile(
        r"^(?:0[1-9]|[1-8]\d|9[0-7])(?:\d{4}(?:\d{2}){0,2}|\d{2}\s?\d{2}(?:\s?\d{2,3}){0,2}(?:\s?\d)?|\d{2}\.\d{2}(?:\.\d{2,4})?)$"
    ),
    "activity": re.compile(r"^\d{2}\.\d{1,2}(?:\.\d{1,2})?$"),
    "case": re.compile(
        r"^[АA]\d{2}-\d{1,6}/\d{2,4}|^\d{1,2}-\d{1,6}/\d{2,4}$|^\d{1,4}/\d{1,6}/\d{2}(-[а-яії]+)?$|^[（(]?\d{4}[)）]?.{1,12}\d+号$"
        r"|^\d{2,3}年.{1,10}字第?\d+號?|^\d:\d{2}-(?:cv|cr|mc)-\d+"
    ),
    "declaration": re.compile(r"^\d{8}/\d{6}/[\dА-ЯA-Z]?\d{6}$|^\d{2}[A-Z]{2}[A-Z0-9]{14}$"),
    "currency_code": re.compile(
        r"^(?:USD|EUR|RUB|RUR|CNY|RMB|UAH|GBP|JPY|HKD|CHF|KZT|BYN|AED|TRY|INR|KRW|SGD|CAD|AUD|PLN|TWD|SEK|NOK|DKK|CZK)$"
    ),
    "phone": re.compile(r"^(?=(?:\D*\d){7,15}\D*$)\+?[\d(][\d\s()\-./]{6,24}(?:\s*(?:доб|ext|x|вн)\.?\s*\d+)?$"),
    "email": re.compile(r"^[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+$"),
    "url": re.compile(
        r"^(?:https?://|www\.|ftp://)\S|^/(?:[\w.\-]{1,80}/){1,20}[\w.\-%]{1,200}$"
        r"|^[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){0,6}\.(?:com|org|net|ru|рф|ua|cn|gov|eu|info|de|by|kz|io|tw|edu|uk|us|su|biz)(?:[/,;\s]|$)",
        re.IGNORECASE,
    ),
    "coordinate": re.compile(r"^-?\d{1,3}\.\d{3,}$"),
    "uuid": re.compile(r"^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$|^[0-9a-f]{32,64}$"),
    "code": re.compile(r"^(?=.*\d)(?=.*[A-Za-zА-Яа-я])[\w\-./]{3,40}$"),
    "slug": re.compile(r"^(?=[\w\-]*[A-Za-z])[A-Za-z0-9]+(?:[\-_][A-Za-z0-9]+)*$"),
    "upper_code": re.compile(r"^[A-Z0-9\-]{2,6}$"),
    "han": re.compile(r"[一-鿿]"),
    "cyrillic": re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ]"),
    "capitalised": re.compile(r"^[A-ZА-ЯЁІЇЄҐ][^\W\d_]+(?:[\s\-'’][^\W\d_]+){0,3}$"),
    "sex": re.compile(r"^[MFmfМЖмжЧчWw男女]$"),
}  # fmt: skip


_ROUTE_ENDS = re.compile(r"\s+[-–—]\s+|\s*[–—/>→]+\s*|(?<=\w)-(?=\w)")


def is_route(text: str) -> bool:
    """Two codes of airports, or two places that are known, with a dash or arrow between them."""
    return bool(_PATTERNS["route"].match(text)) or (len(text) < 60 and route_ends(text) is not None)


@lru_cache(maxsize=65536)
def route_ends(text: str) -> tuple[str, str] | None:
    """The two places of a route, each in a country that is known; None where it is no such thing.

    Example:
        >>> route_ends("РОСТОВ-НА-ДОНУ-ПЕКИН"), route_ends("Ил-76")
        (('РОСТОВ-НА-ДОНУ', 'ПЕКИН'), None)
    """
    for mark in _ROUTE_ENDS.finditer(text):
        one, other = text[: mark.start()].strip(), text[mark.end() :].strip()
        if one and other and is_place(one) and is_place(other):
            return one, other
    return None


def is_organization(text: str) -> bool:
    """Names a legal form, an institution, or stands in the quotes that company names do."""
    if _LEGAL_HAN.search(text) and len(text) >= 4:
        return True
    found = [word.lower().rstrip(".") for word in _WORD.findall(text)] if " " in text else []
    return len(found) >= 2 and any(word in _LEGAL for word in found)


def is_person(text: str) -> bool:
    """Two to four words of letters, at most one of them in initials; or a Chinese name."""
    if _HAN_NAME.match(text):
        return text[0] in _HAN_FAMILIES or "·" in text
    parts = _SEPARATORS.sub(" ", text).replace(".", ". ").split()
    if parts and parts[-1].lower().rstrip(".") in _MANNERS:
        parts.pop()
    if not 2 <= len(parts) <= 6 or is_organization(text):
        return False
    if not all(_NAME_WORD.match(part) or _INITIALS.match(part) for part in parts):
        return False
    named = [part for part in parts if part.lower() not in _PARTICLES]
    return len(named) >= 2 and all(part[0].isupper() for part in named) and sum(len(part) > 1 for part in parts) >= 1


def has_given_name(text: str) -> bool:
    """A person, with a given name that is frequent somewhere."""
    return is_person(text) and any(part.strip(",.").lower() in _GIVEN for part in text.split())


def has_patronymic(text: str) -> bool:
    """A name with a patronymic or with a family name and initials: nothing else is written so."""
    parts = text.replace(".", ". ").split()
    if len(parts) >= 3 and any(_PATRONYMIC.search(part) for part in parts[1:]):
        return is_person(text)
    return len(parts) == 3 and sum(bool(_INITIALS.match(part)) for part in parts) == 2 and is_person(text)


def _is_date(text: str) -> bool:
    return (
        len(text) >= 6
        and text[0].isalnum()
        and (parsed := dates.parse(text)) is not None
        and len(parsed) == 10
        or _is_us_date(text)
        or _is_minguo_date(text)
    )


def _is_minguo_date(text: str) -> bool:
    """`112/05/03`, a day in a year of the Republic of China that has three digits."""
    parsed = dates.parse(text, dates.MINGUO) if re.match(r"1\d\d[./-]", text) else None
    return parsed is not None and len(parsed) == 10


def _is_us_date(text: str) -> bool:
    return "/" in text and dates.parse(text, dates.MONTH_FIRST) is not None


_PREDICATES: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "datetime": lambda text: ":" in text and len(text) > 8 and dates.split_time(text)[1] is not None and _is_date(text),
    "partial_date": lambda text: len(text) >= 4 and (dates.parse(text) or "") != "",
    "route": is_route,
    "person": is_person,
    "patronymic": has_patronymic,
    "organization": is_organization,
    "inn": checksums.is_inn,
    "ogrn": checksums.is_ogrn,
    "edrpou": checksums.is_edrpou,
    "uscc": checksums.is_uscc,
    "imo": checksums.is_imo,
    "country": lambda text: (len(text) > 2 or text > "一") and not text.isdigit() and country(text) is not None,
    "country_code": lambda text: bool(_COUNTRY_CODE.match(text)) and country(text) is not None,
    "direction": lambda text: len(text) < 24 and words.direction(text) is not None,
    "currency": lambda text: not text.isdigit() and len(text) > 1 and words.currency(text) is not None,
    "sex_word": lambda text: words.sex(text) is not None,
    "given": has_given_name,
    "address": lambda text: len(text) > 5 and bool(_LETTER.search(text)) and bool(_ADDRESS.search(text)),
    "court": lambda text: len(text) < 120 and bool(_COURT.search(text)),
    "title": lambda text: len(text) < 160 and bool(_TITLE_WORDS.search(text)),
    "family": lambda text: bool(_CAPITAL_WORD.match(text)) and bool(_FAMILY.search(text.lower())),
    "place_han": lambda text: bool(_PLACE_HAN.search(text)) and len(text) <= 12,
    "text": lambda text: any(char.isalpha() for char in text),
    "long_text": lambda text: len(text) > 60 or text.count(" ") >= 6,
}  # fmt: skip

SHAPES = (*_PATTERNS, *_PREDICATES)


@lru_cache(maxsize=131072)
def of(untrusted_text: str) -> frozenset[str]:
    """All shapes that a cell has; empty for an empty cell.

    Example:
        >>> sorted(of("CA909") & {"flight", "iata", "date"})
        ['flight']
    """
    text = untrusted_text.strip()
    if not text:
        return frozenset()
    text = text[:2000]
    found = {name for name, pattern in _PATTERNS.items() if pattern.search(text)}
    found.update(name for name, is_shape in _PREDICATES.items() if is_shape(text))
    if found & {"date", "decimal"}:
        found.discard("phone")
    return frozenset(found)
