"""Visits as requests, instructions, programmes, lists, minutes and mails tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corrobora.mentions.facts.organizations import organizations_in, places_in
from corrobora.mentions.facts.paper import Paper, match_span, span, spans_of, tidy, unique
from corrobora.mentions.facts.papertype import UNCOMMON
from corrobora.mentions.facts.people import role_before
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import Dated, days_in, periods_in
from corrobora.mentions.facts.words.sides import LEADER_AFTER, NATIONS
from corrobora.mentions.facts.words.visits import (
    CANCELLED,
    CITY,
    DELEGATION_OF,
    HAPPENED,
    INTO,
    PLACE_LABEL,
    POSTPONED,
    PURPOSE_LABEL,
    PURPOSE_PHRASE,
    SIZE,
    SIZE_IN_WORDS,
    SIZE_WORDS,
    VISIT,
)
from corrobora.model.dates import is_day
from corrobora.model.document import Page
from corrobora.model.facts import Appearance, Modality, Span, VisitFact

_TELLING = (
    "request",
    "instruction",
    "programme",
    "list",
    "minutes",
    "mail",
    "chat",
    "letter",
    "order",
    "memo",
    "note",
    "report",
    "registry",
    "web_page",
    "other",
    *UNCOMMON,
)
_BY_TYPE = {
    "request": Modality.REQUESTED,
    "instruction": Modality.PLANNED,
    "programme": Modality.PLANNED,
    "list": Modality.PLANNED,
    "minutes": Modality.HAPPENED,
    "report": Modality.HAPPENED,
    "web_page": Modality.HAPPENED,
}
_CITY_MARK = re.compile(r"(?:^|[\s:,])(?:г|м|гор|с|пос)\s*$")
# "tests in Izmir (9-13 October)", "stayed in Izmir from 9 October": the town stands against its days.
_BESIDE_PERIOD = re.compile(
    r"\s(?:in|to|at|в|во|у|до)\s+(?P<city>[A-ZА-ЯІЇЄҐ][a-zа-яёіїєґ'’]+(?:[- ][A-ZА-ЯІЇЄҐ][a-zа-яёіїєґ'’]+)?)"
    r"\s*[,(]?\s*(?:from|on|between|during|for\s+the\s+period(?:\s+(?:of|from))?|с|со|з|із|в\s+период\s+с|в\s+период|у\s+період\s+з)?\s*$"
)
_NEXT_CITY = re.compile(r"\s*(?:,|и|та|і|and)\s+(?P<city>[А-ЯІЇЄҐA-Z][а-яёіїєґa-z'’]+(?:-[А-ЯA-Z][а-яa-z]+)?)")
_ONTO = re.compile(
    r"(?:\s|г\.|р\.|года|году|року|,|\([^()]{0,80}\)|（[^（）]{0,80}）)*"
    r"(?i:(?:на|to|until|до|till)\s|[改推延]?[至到为])"
)
_MEETING = re.compile(
    r"(?i:встреч\w+|переговор\w+|совещани\w+|зустріч\w*|перемовин\w*|meeting|talks|negotiations)|会谈|会见|会晤"
)
_ZH_NUMBERS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page that speaks of one visit."""

    page: Page
    start: int
    end: int
    period: Dated | None


def read(paper: Paper, people: Iterable[Appearance] = ()) -> list[VisitFact]:
    """The visits a paper speaks of."""
    if paper.type not in _TELLING or not paper.pages:
        return []
    known = list(people)
    facts = _given_up(paper, _merged([_visit(paper, region, known) for region in _regions(paper)]))
    head = paper.pages[0].text[:300]
    reported = paper.type == "report" and _MEETING.search(head) and DELEGATION_OF.search(head)
    if not facts and (paper.type == "minutes" or reported):
        facts = _from_minutes(paper, known)
    elif not facts:
        facts = _on_days(paper) or (
            _undated(paper, known) if paper.type in ("list", "mail", "web_page", "report") else []
        )
    return [_held(paper, fact) for fact in facts]


def _regions(paper: Paper) -> list[Region]:
    """One region for each period: up to the next other period; a bilingual repetition belongs to the first."""
    found: list[Region] = []
    for page in paper.pages:
        periods = _visit_periods(paper, page)
        for position, period in enumerate(periods):
            start = 0 if position == 0 else _paragraph_start(page, period.span.start, periods[position - 1].span.end)
            end = (
                len(page.text)
                if position + 1 == len(periods)
                else _paragraph_start(page, periods[position + 1].span.start, period.span.end)
            )
            found.append(Region(page, start, end, period))
    return found


def _visit_periods(paper: Paper, page: Page) -> list[Dated]:
    periods: list[Dated] = []
    for period in periods_in(page):
        near = page.text[max(0, period.span.start - 500) : period.span.end + 200]
        if not VISIT.search(near) and paper.type not in ("programme", "list"):
            continue
        if re.search(
            r"(?i:отпуск\w*|відпустк\w*|vacation|annual leave|休假|контракт\w* действует|гарант\w+|"
            r"оплат\w+)\s[^.]{0,80}$",
            page.text[max(0, period.span.start - 120) : period.span.start],
        ):
            continue
        if any(known.value == period.value for known in periods):
            continue
        periods.append(period)
    return periods


def _paragraph_start(page: Page, position: int, after: int) -> int:
    cuts = [m.end() for m in re.finditer(r"\n\s*\n|\n|(?<=[.;。；])\s", page.text[after:position])]
    return after + (cuts[-1] if cuts else 0)


def _given_up(paper: Paper, facts: list[VisitFact]) -> list[VisitFact]:
    """Marks the period that a postponement gives up as cancelled: the first of two with such a word around them."""
    page = paper.pages[0]
    periods = periods_in(page)
    for one, other in zip(periods, periods[1:], strict=False):
        between = page.text[one.span.end : other.span.start]
        before = page.text[max(0, one.span.start - 90) : one.span.start]
        moved = len(between) < 160 and (
            POSTPONED.search(between) or (POSTPONED.search(before) and _ONTO.match(between))
        )
        if moved:
            return [
                replace(f, modality=Modality.CANCELLED) if (f.start, f.end) == (one.start, one.end) else f
                for f in facts
            ]
    return facts


def _visit(paper: Paper, region: Region, people: list[Appearance]) -> VisitFact:
    page, period = region.page, region.period
    text = page.text[region.start : region.end]
    size, size_span = _size(page, region)
    places, place_span = _places(paper, page, region)
    purpose, purpose_span = _purpose(page, region)
    organizations = _organizations(paper, page, region)
    leader = _leader(people, page, region)
    modality = _modality(paper, text)
    return VisitFact(
        spans=spans_of(
            period.span if period else None, place_span, purpose_span, size_span, *_leader_spans(people, page, region)
        ),
        start=period.start if period else None,
        end=period.end if period else None,
        places=places,
        organizations=organizations,
        purpose=purpose,
        delegation=_nation(text),
        size=size,
        request=_request(paper),
        references=unique([paper.letter.number or "", *paper.letter.reply_to]),
        leader=leader,
        modality=modality,
    )


def _request(paper: Paper) -> str | None:
    letter = paper.letter
    if letter.type == "request":
        return letter.number
    return letter.reply_to[0] if letter.reply_to else (paper.group if paper.group != paper.document else None)


def _nation(text: str) -> str | None:
    for found in DELEGATION_OF.finditer(text):
        near = text[max(0, found.start() - 40) : found.end() + 40]
        for code, side, pattern in NATIONS:
            if side == "delegation" and pattern.search(near):
                return code
    return next((code for code, side, pattern in NATIONS if side == "delegation" and pattern.search(text)), None)


def _size(page: Page, region: Region) -> tuple[int | None, Span | None]:
    for found in SIZE.finditer(page.text, region.start, region.end):
        count = int(found.group("a") or found.group("b") or found.group("c"))
        if 1 < count < 100:
            return count, match_span(page, found)
    found_words = SIZE_IN_WORDS.search(page.text, region.start, region.end)
    if found_words is None:
        return None, None
    signs = found_words.group("z")
    spelled = SIZE_WORDS.get((found_words.group("w") or "").casefold()) if not signs else _chinese_count(signs)
    return spelled, match_span(page, found_words)


def _chinese_count(signs: str) -> int | None:
    if signs in _ZH_NUMBERS:
        return _ZH_NUMBERS[signs]
    tens, _, ones = signs.partition("十")
    return (_ZH_NUMBERS.get(tens, 1) * 10 + _ZH_NUMBERS.get(ones, 0)) if "十" in signs else None


def _places(paper: Paper, page: Page, region: Region) -> tuple[tuple[str, ...], Span | None]:
    """Places after a label, after "г." or "city of", after "направить в"; else places mentioned near the period."""
    names: list[str] = []
    first: Span | None = None
    for found in PLACE_LABEL.finditer(page.text, region.start, region.end):
        stop = re.search(
            r"[.。;；](?=\s*(?:[А-ЯA-ZІЇЄ\n]|目|$))|\n\s*\n|目\s*的", page.text[found.end() : found.end() + 260]
        )
        end = found.end() + (stop.start() if stop else 80)
        while stop and _CITY_MARK.search(page.text[found.end() : end]) and page.text[end : end + 1] == ".":
            following = re.search(r"[.。;；]", page.text[end + 1 : found.end() + 260])
            end = end + 1 + (following.start() if following else 60)
        inside = places_in(paper, page, found.end(), min(end, len(page.text)), labelled=True)
        names += [name for name, _ in inside]
        first = first or (span(page, found.end(), min(end, len(page.text))) if inside else None)
    for pattern in (CITY, INTO):
        if names:
            break
        for found in pattern.finditer(page.text, region.start, region.end):
            group = "city" if "city" in found.groupdict() and found.group("city") else "zh"
            place = match_span(page, found, group)
            inside = places_in(paper, page, found.start(group), found.end(group), bare=True)
            names += [name for name, _ in inside]
            names += [name for name, _ in _further_cities(paper, page, found)] if pattern is CITY else []
            first = first or (place if inside else None)
    if not names and region.period is not None:
        near = places_in(
            paper,
            page,
            max(region.start, region.period.span.start - 160),
            min(region.end, region.period.span.end + 160),
        )
        start = region.period.span.start
        beside = _BESIDE_PERIOD.search(page.text, max(region.start, start - 60), start)
        if beside is not None:
            near = places_in(paper, page, beside.start("city"), beside.end("city"), bare=True) or near
        names, first = [name for name, _ in near[:1]], (near[0][1] if near else None)
    return unique(names), first


def _further_cities(paper: Paper, page: Page, found: re.Match[str]) -> list[tuple[str, Span]]:
    """The cities that follow the first of several ("в города Казань и Самара")."""
    if re.match(r"(?i:города|городах|міста|cities)\s", found.group()) is None:
        return []
    more: list[tuple[str, Span]] = []
    end = found.end()
    while other := _NEXT_CITY.match(page.text, end):
        more += places_in(paper, page, other.start("city"), other.end("city"), bare=True)
        end = other.end()
    return more


def _purpose(page: Page, region: Region) -> tuple[str | None, Span | None]:
    found = PURPOSE_LABEL.search(page.text, region.start, region.end)
    if found is not None:
        stop = re.search(r"[.。](?=\s|$)|\n\s*\n|[;；]", page.text[found.end() : found.end() + 300])
        end = found.end() + (stop.start() if stop else 160)
        place = span(page, found.end(), min(end, len(page.text)))
        return tidy(place.quote) or None, place
    phrase = PURPOSE_PHRASE.search(page.text, region.start, region.end)
    return (tidy(phrase.group("p")), match_span(page, phrase, "p")) if phrase else (None, None)


def _organizations(paper: Paper, page: Page, region: Region) -> tuple[str, ...]:
    """The organisations at the place of the visit: in the sentence of its label, else in the region's text."""
    label = PLACE_LABEL.search(page.text, region.start, region.end)
    if label is not None:
        found = organizations_in(paper, page, label.end(), min(region.end, label.end() + 240))
        return unique(
            name
            for name, place in found
            if "\n\n" not in page.text[label.end() : place.start]
            and not PURPOSE_LABEL.search(page.text, label.end(), place.start)
        )
    if paper.type == "list":
        return ()
    return unique(name for name, _ in organizations_in(paper, page, region.start, region.end))


def _leader(people: list[Appearance], page: Page, region: Region) -> str | None:
    for person in people:
        for place in person.spans[:2]:
            inside = place.page == page.page and region.start <= place.start < region.end
            if inside and (
                role_before(page.text, place.start) == "leader"
                or (person.names[0].script == "Hani" and LEADER_AFTER.match(page.text, place.end))
            ):
                return person.names[0].text
    return None


def _leader_spans(people: list[Appearance], page: Page, region: Region) -> list[Span]:
    leader = _leader(people, page, region)
    return [p.spans[0] for p in people if leader and p.names[0].text == leader and p.spans[0].page == page.page][:1]


def _modality(paper: Paper, text: str) -> Modality:
    if CANCELLED.search(text):
        return Modality.CANCELLED
    if paper.type in _BY_TYPE:
        return _BY_TYPE[paper.type]
    return (
        Modality.HAPPENED
        if HAPPENED.search(text) and not re.search(r"(?i:план|запланирован|will|буде|将)", text)
        else Modality.PLANNED
    )


def _merged(facts: list[VisitFact]) -> list[VisitFact]:
    """One fact for each period; the period that a postponement gives up is cancelled."""
    by_period: dict[tuple[str | None, str | None], VisitFact] = {}
    for fact in facts:
        known = by_period.get((fact.start, fact.end))
        by_period[(fact.start, fact.end)] = fact if known is None else _joined(known, fact)
    return list(by_period.values())


def _joined(one: VisitFact, other: VisitFact) -> VisitFact:
    return replace(
        one,
        spans=spans_of(*one.spans, *other.spans),
        places=unique((*one.places, *other.places)),
        organizations=unique((*one.organizations, *other.organizations)),
        purpose=one.purpose or other.purpose,
        delegation=one.delegation or other.delegation,
        size=one.size or other.size,
        leader=one.leader or other.leader,
    )


def _held(paper: Paper, fact: VisitFact) -> VisitFact:
    """The day on which minutes or a report say the visit was going on."""
    told = paper.type != "web_page" or any(HAPPENED.search(page.text) for page in paper.pages)
    dated = fact.held_on is None and is_day(paper.letter.written)
    if told and dated and paper.type in ("minutes", "web_page", "report"):
        return replace(fact, held_on=paper.letter.written)
    return fact


def _from_minutes(paper: Paper, people: list[Appearance]) -> list[VisitFact]:
    """Minutes name the day and the place only: the visit was going on then."""
    page = paper.pages[0]
    guests = [p for p in people if p.side == "delegation"]
    day = next((d for d in days_in(page) if d.value == paper.letter.written), None)
    if day is None and paper.type == "report":
        # a report bears the day of the meeting in its heading and none of its own
        day = next((d for d in days_in(page, 0, min(len(page.text), 300)) if is_day(d.value)), None)
    if day is None or not guests:
        return []
    region = Region(page, 0, len(page.text), None)
    fact = _visit(paper, region, people)
    near = places_in(paper, page, max(0, day.span.start - 80), min(len(page.text), day.span.end + 80))
    places = fact.places[:2] if fact.places else unique(name for name, _ in near)
    return [
        replace(
            fact,
            spans=spans_of(day.span, *fact.spans),
            places=places,
            held_on=day.value,
            organizations=(),
            size=None,
            modality=Modality.HAPPENED,
        )
    ]


def _on_days(paper: Paper) -> list[VisitFact]:
    """A clause that says a delegation came or was received on a day."""
    found = []
    for page in paper.pages:
        for clause in units(page):
            whose = page.text if _MEETING.search(clause.quote) else clause.quote
            if not (DELEGATION_OF.search(whose) and HAPPENED.search(clause.quote)) or paper.type in (
                "list",
                "programme",
                "registry",
            ):
                continue
            day = next(iter(days_in(page, clause.start, clause.end)), None)
            if day is None:
                continue
            region = Region(page, clause.start, clause.end, None)
            places = places_in(paper, page, clause.start, clause.end)
            told = _visit(paper, region, [])
            found.append(
                replace(
                    told,
                    spans=spans_of(clause, day.span),
                    held_on=day.value,
                    modality=Modality.HAPPENED,
                    places=told.places or unique(name for name, _ in places),
                )
            )
    return _merged(found)


def _undated(paper: Paper, people: list[Appearance]) -> list[VisitFact]:
    """A list of a delegation, a mail or a news page about one without a period."""
    page = paper.pages[0]
    known = paper.group != paper.document
    if not (VISIT.search(page.text) or (known and paper.type == "list")) or (
        paper.type in ("mail", "report") and paper.group == paper.document
    ):
        return []
    region = Region(page, 0, len(page.text), None)
    fact = _visit(paper, region, people)
    if paper.type == "list" and fact.request is None and not fact.places:
        return []
    if paper.type == "web_page":
        # a form or letter saved as HTML is no news of a visit
        told = HAPPENED.search(page.text) is not None
        happened = next((d for d in days_in(page)), None) if told else None
        return [
            replace(
                fact,
                held_on=happened.value if happened else None,
                spans=spans_of(happened.span if happened else None, *fact.spans),
            )
        ]
    return [fact]
