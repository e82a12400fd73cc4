"""Words of forms, headers and calendars that models take for names, and things named after nobody."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from corrobora.mentions.slavic_words import Span
from corrobora.model.places import is_city

_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
# Beginnings of Russian and Ukrainian words that stand over columns and at the head of papers.
_SLAVIC = re.compile(
    r"(?:адрес|аванс|банк$|валют|вартіст|вид$|виконав|відповідальн|відмітк|відправник|вих$|вход|вхідн|громадянств|"
    r"гражданств|дат[аиуе]$|дебет$|держав[аи]$|договор|договір|документ|должност|дол[яи]$|додат[ок]|доставк|"
    r"единиц|заявк|запит|запрос|звани[ея]|званн|зміст|имя$|індекс|індивідуал|исполнит|исх$|итог|кількіст|количеств|"
    r"контакт$|контракт|країна$|кредит$|кільк|листок|лист$|мета$|місце|мест[оа]$|назв[аи]|наименован|найменуван|"
    r"накладн|номер|одержувач|одиниц|опис|основани|ответственн|отправител|отчеств|оплат|організаці[яї]$|"
    r"организаци[яи]$|паспорт|перелік|перечен|период|період|підпис|підстав|платник|плательщик|платеж|платіж|пол$|"
    r"поз$|позиц|покуп|получател|посад|послуг|постачальн|поставк|постав|по-батькові|поштов|предмет|призначенн|прийом|"
    r"прилож|примечан|примітк|прибут|приложени|прізвищ|продав|протокол|рахун|реквізит|реквизит|роль$|сплат|спис[ок]|"
    r"срок|строк|стать$|стаття$|стор[оі]н|стран[аыі]$|сум[амуи]|счет|счёт|тел$|телефон|тема$|тип$|товар|тов$|"
    r"убыт|факс|фамили|фио$|піб$|фото|цел[ьи]$|цін[аи]$|цен[аы]$|часть?$|член|шт$|кому$|від$|копи[яі]|"
    r"графік|график|розклад|расписан|зміна$|смена|відомост|ведомост|объект|об.єкт|разом|усього|всего|всього|итого|"
    r"понедельник$|вторник$|четверг$|пятница$|суббота$|воскресенье$|понеділок$|вівторок$|четвер$|п.ятниця$|субота$|неділя$|"
    r"январ[ьяе]$|феврал[ьяе]$|март[еу]?$|апрел[ьяе]$|июн[ьяе]$|июл[ьяе]$|август[еу]?$|сентябр[ьяе]$|октябр[ьяе]$|"
    r"ноябр[ьяе]$|декабр[ьяе]$|січ(?:ень|ня|ні)$|лютого$|березень$|квітень$|травень$|червень$|липень$|серпень$|"
    r"вересень$|жовтень$|грудень$)"
)  # fmt: skip
_TITLE = re.compile(
    r"(?<![^\W\d_])(?:Mr|Mrs|Ms|Dr|Prof|г-н\w?|г-ж\w|пан\w{0,3}|господин\w?|госпож\w)\.?\s$", re.IGNORECASE
)
# A name behind or before such a word is a house's, a street's or a ship's, not a person's.
_THING = re.compile(
    r"(?<![^\W\d_])(?:hotel|hostel|motel|inn|restaurant|cafe|café|palace|plaza|tower|airport|station|street|avenue|road|"
    r"square|bridge|park|hall|отел[ьяеи]\w?|гостиниц[аыеу]\w?|ресторан\w{0,2}|кафе|площад[ьи]|улиц[аыеу]|ул\.|проспект\w{0,2}|пр-т|"
    r"аэропорт\w{0,2}|станци[яию]|мост|готел[ьюі]\w?|вулиц[яіею]|вул\.|площ[аі]|аеропорт\w{0,2}|теплоход\w?|суд(?:но|на)|"
    r"пароход|яхт[аыеу]|т/х)(?![^\W\d_])",
    re.IGNORECASE,
)
_CHINESE_THING = re.compile(r"(?:酒店|宾馆|饭店|大厦|机场|大街|路|广场|轮)")


def is_form_word(written: str) -> bool:
    """Whether all words of a supposed name are those of forms, headers and calendars.

    Example:
        >>> is_form_word("Посада"), is_form_word("Список"), is_form_word("期间"), is_form_word("Sun")
        (True, True, True, True)
        >>> is_form_word("Список Шиндлера")
        False
    """
    if _HAN.search(written):
        return "".join(_HAN.findall(written)) in _exact()
    words = _WORD.findall(written.casefold())
    return bool(words) and all(word in _exact() or _SLAVIC.match(word) is not None for word in words)


@lru_cache(maxsize=1)
def _exact() -> frozenset[str]:
    lines = files("corrobora.mentions").joinpath("data/form_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def thing_or_name(text: str, span: Span) -> Span | None:
    """A person as a place where the words around make it a house, a street or an airport; nothing for words of forms.

    Args:
        text: that the span belongs to.
        span: what a model or rule says.
    """
    written = text[span.start : span.end]
    if is_form_word(written) and not _TITLE.search(text[max(0, span.start - 12) : span.start]):
        return None
    if span.type == "PER" and (_is_thing(text, span) or is_city(written)):
        return Span(span.start, span.end, "LOC")
    return span


def _is_thing(text: str, span: Span) -> bool:
    written = text[span.start : span.end]
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    before = re.search(r"[^\W\d_][^\s«\"“„]*\.?[\s«\"“„]*$", line[-24:])
    inside = _THING.match(written) or re.search(rf"(?:{_THING.pattern})$", written, re.IGNORECASE)
    beside = before is not None and _THING.fullmatch(before[0].strip(' \t«"“„')) is not None
    return bool(inside) or beside or _CHINESE_THING.match(text, span.end) is not None
