"""Flight numbers: an airline's two signs and up to four figures."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.model.mention import Mention, MentionType

# IATA designators of airlines that fly to, from and between Russia, China, Ukraine and their neighbours.
_CARRIERS = [
    "SU",
    "FV",
    "DP",
    "S7",
    "U6",
    "UT",
    "N4",
    "5N",
    "HZ",
    "R3",
    "Y7",
    "IO",
    "YC",
    "WZ",
    "EO",
    "A4",
    "D2",
    "ZF",
    "2S",
    "I8",
    "KV",
    "6R",
    "TK",
    "PC",
    "EK",
    "FZ",
    "EY",
    "QR",
    "G9",
    "SV",
    "KC",
    "HY",
    "T5",
    "KK",
    "J2",
    "A9",
    "5F",
    "4O",
    "B2",
    "JU",
    "AZ",
    "LH",
    "AF",
    "BA",
    "KL",
    "LO",
    "OS",
    "LX",
    "CA",
    "CZ",
    "MU",
    "HU",
    "3U",
    "ZH",
    "MF",
    "FM",
    "HO",
    "9C",
    "SC",
    "KN",
    "JD",
    "GS",
    "8L",
    "PN",
    "EU",
    "GJ",
    "HX",
    "CX",
    "KA",
    "CI",
    "BR",
    "NX",
    "UO",
    "KE",
    "OZ",
    "NH",
    "JL",
    "VN",
    "TG",
    "SQ",
    "MH",
    "AI",
    "OM",
    "W6",
    "PS",
    "PQ",
    "7W",
    "FR",
    "U2",
    "AY",
    "BT",
    "RJ",
    "ME",
    "MS",
    "ET",
]
_FREE = r"(?<![0-9A-Za-zА-Яа-яЁё№/-])"
_BARE = re.compile(rf"{_FREE}(?P<c>{'|'.join(_CARRIERS)})(?P<s>\s|)(?P<n>\d{{3,4}})(?![0-9A-Za-zА-Яа-яЁё%/-]|[.,]\d)")
_LABELLED = re.compile(
    r"(?:рейс\w{0,3}|рейсом|авиарейс\w{0,3}|flight|flt\.?|航班号?)(?:\s+(?:авиакомпании\s+\S+|no\.?|number))?[\s:№#：]{0,4}"
    r"(?P<c>[A-ZА-Я0-9]{2})\s?[-–]?\s?(?P<n>\d{1,4})(?![0-9A-Za-zА-Яа-яЁё])",
)
# Russia's internal designators differ from IATA's.
_RUSSIAN = {"СУ": "SU", "ЮТ": "UT", "ФВ": "FV", "ДП": "DP"}
_TWINS = str.maketrans("АВЕКМНОРСТХУЮ", "ABEKMHOPCTXUU")


def find_flights(text: str) -> list[Mention]:
    """Flight numbers of a text, value without spaces ("SU205")."""
    plain, found = even(text), []
    for match in _LABELLED.finditer(plain):
        carrier = _RUSSIAN.get(match["c"], match["c"].translate(_TWINS))
        if not carrier.isdigit():
            found.append(
                mention(text, (match.start("c"), match.end()), MentionType.FLIGHT, carrier + match["n"], "flights")
            )
    for match in _BARE.finditer(plain):
        found.append(
            mention(
                text, match.span(), MentionType.FLIGHT, match["c"] + match["n"], "flights", 0.7 if match["s"] else 0.9
            )
        )
    return without_overlaps(found)


KIND = Kind("flights", "Flight numbers", (MentionType.FLIGHT,), find_flights)
