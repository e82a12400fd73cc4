"""Ships, stations, cars and works of art in Cyrillic papers: a model of news takes their names for organisations."""

from __future__ import annotations

import re

from corrobora.mentions.slavic_words import Span

_KINDS = (
    r"(?:шаттл|челнок|корабл|кораблі|теплоход|пароход|крейсер|эсмин|есмін|фрегат|корвет|катер|яхт|танкер|сухогруз|контейнеровоз|"
    r"балкер|ледокол|траулер|паром|подлодк|субмарин|самол[её]т|вертол[её]т|літак|гелікоптер|спутник|супутник|"
    r"автомобил|автомобіл|внедорожник|трактор)[а-яіїєё]{0,4}"
)
# "шаттлы «Заря» (в апреле) и «Буря»": every name of such an enumeration.
_LISTED = r"(?:[«\"“„][^«»\"“”„\n]{2,40}[»\"”“](?:\s?\([^()\n]{1,60}\))?(?:\s?,\s?|\s(?:и|та|й|або|или)\s))"
_NAMED = re.compile(
    rf"(?<![а-яіїєё]){_KINDS}\s(?:[а-яіїєё-]+\s)?{_LISTED}{{0,4}}[«\"“„](?P<n>[^«»\"“”„\n]{{2,40}})[»\"”“]",
    re.IGNORECASE,
)
# Titles in Latin letters, quoted or not: "конкурс The Best", "под девизом One World".
_TITLED = re.compile(
    r"(?<![а-яіїєё])(?i:конкурс|фестивал|сериал|серіал|девиз|девіз|турнир|турнір|преми[яюи]|премі[яюї])[а-яіїєё]{0,3}\s"
    r"[«\"“„]?(?P<n>[A-Z][\w'’.-]*(?:\s(?:[A-Z0-9]|of|the|and|in|for)[\w'’.-]*){0,5})",
)
# What one boards, docks at or has a crew on is no organisation.
_BOARDED = re.compile(
    r"(?:(?<![а-яіїєё])(?:на борту|с борта|з борту|на борт|борт|экипаж\w{0,2}|екіпаж\w{0,2})|"
    r"(?:пристыкова|состыкова|пристиков|стыковк|стиковк|расстыковк)\w*\s(?:к|с|от|до|з|із|від)|"
    r"(?<![а-яіїєё])(?:сегмент|модул|відсік|отсек)\w{0,3})\s[«\"“„]?$",
    re.IGNORECASE,
)
_STEM = 5


def without_vessels(text: str, spans: list[Span]) -> list[Span]:
    """The spans without the names of vessels and works that a paper introduces as such, wherever they stand in it.

    An abbreviation that people board or dock at (a station) becomes a place.

    Args:
        text: the whole paper: the word for the thing may stand far before the name.
        spans: that a model and rules found.
    """
    if not any(span.type == "ORG" for span in spans):
        return spans
    things = {_stem(match["n"]) for match in _NAMED.finditer(text)}
    titles = {match["n"] for match in _TITLED.finditer(text)}
    boarded = [s for s in spans if s.type == "ORG" and _BOARDED.search(text[max(0, s.start - 24) : s.start])]
    stations = {text[s.start : s.end] for s in boarded if text[s.start : s.end].isupper()}
    things |= {_stem(text[s.start : s.end]) for s in boarded if _is_quoted(text, s)}
    if not things and not stations and not titles:
        return spans
    kept: list[Span] = []
    for span in spans:
        written = text[span.start : span.end]
        if span.type == "ORG" and written in titles:
            continue
        if span.type == "ORG" and written in stations:
            kept.append(Span(span.start, span.end, "LOC"))
        elif span.type != "ORG" or _stem(written) not in things or not _is_quoted(text, span):
            kept.append(span)
    return kept


def _is_quoted(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] in tuple('«"“„') or text[span.start] in '«"“„'


def _stem(written: str) -> str:
    words = re.findall(r"\w+", written.casefold())
    return " ".join(word[: max(_STEM, len(word) - 2)] for word in words)
