"""Model designations of aircraft and other equipment; near variants stay apart (Ил-76ТД is not Ил-76МД)."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.mentions.kinds.aircraft import find_tails
from corrobora.mentions.kinds.numbers import find_documents
from corrobora.mentions.occupied import Occupied
from corrobora.model.mention import Mention, MentionType

_L = "A-Za-zА-Яа-яЁёІіЇїЄєҐґ"
_TAIL = (
    rf"\d{{1,4}}(?:[{_L}]{{1,4}}(?![{_L}])\d{{0,2}})?(?:[-–]\d{{1,3}}[{_L}]{{0,3}}|[-–][{_L}]{{1,4}}\d{{0,3}}(?!["
    rf"{_L}]))?"
)
_KNOWN = (
    "Ил|Ту|Ан|Як|Су|МиГ|Ми|Ка|Бе|Л|А|Т|БМД|БМП|БТР|БТР-МД|ПТРК|ЗРК|С|Р|Х|ПД|НК|ТВ3|ВК|РД|АИ|Д|ПС|МС|Л|"
    "Il|IL|Tu|An|Yak|Su|MiG|Mi|Ka|Be|BMD|BMP|BTR|PD|NK|WS|WJ|WZ|CJ|J|JH|H|Y|Z|KJ|Y-?|GJ|HQ|HJ|PL|YJ|CH|FL|VT|ZBD|"
    "ZTZ|LY|"
    "歼|轰|运|直|歼轰|教|空警|伊尔|图|安|苏|米|卡|涡扇|红旗|翼龙|彩虹"
)
_FREE = rf"(?<![0-9{_L}№/–-])"
_DESIGNATION = re.compile(rf"{_FREE}(?P<n>(?:{_KNOWN})\s?[-–]\s?{_TAIL})(?![0-9{_L}]|[-/–][0-9{_L}])")
_CHINESE = re.compile(
    r"(?P<n>(?:伊尔|空警|歼轰|翼龙|彩虹|红旗|涡扇|歼|轰|运|图|苏|米格|米|卡|直|安)[-–]?\d{1,3}(?:[A-Z]{1,3}(?![A-Za-z]))?)(?![0-9]|[万亿千"
    r"百元%年月日号架台名人次个公吨米])"
)
_NAMED = re.compile(
    rf"{_FREE}(?P<n>[А-ЯЁІЇЄҐA-Z][а-яёіїєґa-z]{{3,14}}\s?[-–]\s?\d{{1,4}}(?:[A-ZА-ЯЁ]{{1,3}})?(?:[-–][0-9A-ZА-ЯЁ]{{"
    rf"1,4}})?)(?![0-9{_L}]|[-/–][0-9{_L}])"
)
_CODED = re.compile(
    rf"{_FREE}(?P<n>[A-ZА-ЯЁІЇЄҐ]{{1,5}}[-–]\d{{2,4}}(?:[A-ZА-ЯЁ]{{1,4}})?(?:[-–][0-9A-ZА-ЯЁ]{{1,4}})?)(?![0-9{_L}]"
    rf"|[-/–][0-9{_L}]|[.,]\d)"
)
_NOT_NAMED = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|covid|корпус|строение|"
    r"приложение|глава|пункт|статья|article|annex|page|phase|group|room)",
    re.IGNORECASE,
)


def normal_model(written: str) -> str:
    """A designation without spaces and with plain hyphens ("Ил - 76ТД" -> "Ил-76ТД").

    Example:
        >>> normal_model("Il–78M–90A")
        'Il-78M-90A'
    """
    return re.sub(r"\s", "", even(written)).replace("–", "-")


def find_models(text: str) -> list[Mention]:
    """Model designations of a text; the value keeps every sign that tells variants apart."""
    plain = even(text)
    taken = Occupied((m.start, m.end) for finder in (find_tails, find_documents) for m in finder(text))
    found: list[Mention] = []
    for pattern, sure in ((_DESIGNATION, 0.95), (_CHINESE, 0.9), (_NAMED, 0.7), (_CODED, 0.6)):
        for match in pattern.finditer(plain):
            start, end = match.span("n")
            if taken.is_free(start, end) and not _NOT_NAMED.match(match["n"]):
                found.append(mention(text, (start, end), MentionType.MODEL, normal_model(match["n"]), "models", sure))
    return without_overlaps(found)


KIND = Kind("models", "Models of aircraft and equipment", (MentionType.MODEL,), find_models)
