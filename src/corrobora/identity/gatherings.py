"""Visits: what all papers say of one visit, merged; the firmest paper sets the days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from corrobora import names
from corrobora.model.dates import parse_day
from corrobora.model.facts import Appearance, LetterFact, Modality, VisitFact
from corrobora.model.places import country_of

FIRMNESS = {
    Modality.REQUESTED: 0, Modality.OFFERED: 0, Modality.DRAFTED: 0, Modality.PLANNED: 1, Modality.AGREED: 1,
    Modality.DENIED: 1, Modality.CANCELLED: 1, Modality.HAPPENED: 2,
}  # fmt: skip

_OFF = (Modality.CANCELLED, Modality.DENIED)


@dataclass(slots=True)
class Gathering:
    """One visit in the making.

    Attributes:
        key: request number, or the first paper.
        groups: groups of appearances that belong to it (request numbers and paths).
        written: path -> day on which the paper was written.
    """

    key: str
    facts: list[VisitFact] = field(default_factory=list)
    groups: set[str] = field(default_factory=set)
    written: Mapping[str, str] = field(default_factory=dict)

    @property
    def period(self) -> tuple[str, str] | None:
        """First and last day by the firmest paper; of equally firm ones what most say, or a newer one as often."""
        dated = [
            fact for fact in self._standing if fact.start and fact.end and parse_day(fact.start) and parse_day(fact.end)
        ]
        if not dated:
            held = sorted(fact.held_on for fact in self.facts if fact.held_on)
            return (held[0], held[-1]) if held else None
        firmest = max(FIRMNESS[fact.modality] for fact in dated)
        firm = [fact for fact in dated if FIRMNESS[fact.modality] == firmest]
        counted = Counter((str(fact.start), str(fact.end)) for fact in firm)
        newest: dict[tuple[str, str], str] = {}
        for fact in firm:
            span = (str(fact.start), str(fact.end))
            newest[span] = max(newest.get(span, ""), self.written.get(paper_of(fact), ""))
        return max(sorted(counted), key=lambda span: (counted[span], newest[span]))

    @property
    def _standing(self) -> list[VisitFact]:
        """The facts without those days that a paper gives up for other days."""
        new = {paper_of(fact) for fact in self.facts if fact.start and fact.modality not in _OFF}
        moved = (f for f in self.facts if f.start and f.modality in _OFF and paper_of(f) in new)
        given_up = {(fact.start, fact.end) for fact in moved}
        return [
            fact for fact in self.facts if fact not in moved and (fact.start, fact.end) not in given_up
        ] or self.facts

    @property
    def status(self) -> Modality:
        """Held where minutes or a report say so, cancelled where the firmest paper says so, else planned."""
        if any(fact.modality == Modality.HAPPENED or fact.held_on for fact in self.facts):
            return Modality.HAPPENED
        if any(fact.modality in (Modality.CANCELLED, Modality.DENIED) for fact in self._standing):
            return Modality.CANCELLED
        return Modality.PLANNED

    @property
    def places(self) -> tuple[str, ...]:
        """All spellings of the place, as written."""
        return tuple(dict.fromkeys(place for fact in self.facts for place in fact.places))


def request_key(number: str) -> str:
    """A request number without blanks and signs."""
    return re.sub(r"[\W_]+", "", number.upper())


def paper_of(fact: VisitFact | LetterFact | Appearance) -> str:
    """The path of the document a fact stands in."""
    return fact.spans[0].document if fact.spans else ""


def gather_visits(
    facts: Sequence[VisitFact], letters: Sequence[LetterFact], seen: Sequence[Appearance]
) -> list[Gathering]:
    """Merges what papers say of visits: by request number, else by days and place, else by the people they name."""
    found: dict[str, Gathering] = {}
    loose: list[VisitFact] = []
    written = {paper_of(letter): letter.written for letter in letters if letter.written}
    for fact in facts:
        if fact.request:
            one = found.setdefault(request_key(fact.request), Gathering(request_key(fact.request), written=written))
            _take(one, fact)
            one.groups.add(fact.request)
        else:
            loose.append(fact)
    visits = list(found.values())
    for fact in sorted(loose, key=lambda fact: (fact.start is None, fact.held_on is None, paper_of(fact))):
        home = _referred(fact, found) or _same_event(fact, visits)
        if home is None:
            home = Gathering(paper_of(fact), written=written)
            visits.append(home)
        _take(home, fact)
    for letter in letters:
        for number in (*letter.reply_to, *([letter.number] if letter.number else [])):
            if letter.spans and len(letter.reply_to) <= 1 and request_key(number) in found:
                found[request_key(number)].groups.add(paper_of(letter))
    _add_lists(visits, seen)
    return [one for one in _without_doubles(visits, seen) if one.period is not None]


def _without_doubles(visits: Sequence[Gathering], seen: Sequence[Appearance]) -> list[Gathering]:
    """The same guests cannot be in two places in the same days: what lacks a request joins what has one."""
    guests: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.side == "delegation":
            key = min((min(names.exact_keys(form.text)) for form in one.names[:1]), default="")
            guests[one.group].add(key)
            guests[paper_of(one)].add(key)
    kept: list[Gathering] = []
    for visit in sorted(visits, key=lambda one: (all(fact.request is None for fact in one.facts), one.key)):
        mine = _guests_of(visit, guests)
        twin = next(
            (
                other
                for other in kept
                if visit.period and other.period and _overlap(visit.period, other.period, 0)
                if len(mine & _guests_of(other, guests)) >= max(2, (len(mine) + 1) // 2)
            ),
            None,
        )
        if twin is None or any(fact.request for fact in visit.facts):
            kept.append(visit)
        else:
            twin.facts += visit.facts
            twin.groups |= visit.groups
    return kept


def _guests_of(visit: Gathering, guests: Mapping[str, set[str]]) -> set[str]:
    return set().union(*(guests[group] for group in visit.groups if group in guests))


def _take(one: Gathering, fact: VisitFact) -> None:
    one.facts.append(fact)
    one.groups.add(paper_of(fact))


def _referred(fact: VisitFact, found: Mapping[str, Gathering]) -> Gathering | None:
    """The visit whose request the paper names, where it names only one and the days do not speak against it."""
    named = {key for number in fact.references if (key := request_key(number)) in found}
    if len(named) != 1:
        return None
    one = found[named.pop()]
    return one if one.period is None or _overlap(_days(fact), one.period, 14) else None


def _days(fact: VisitFact) -> tuple[str, str] | None:
    if fact.start and fact.end:
        return fact.start, fact.end
    day = fact.held_on or fact.start or fact.end
    return (day, day) if day else None


def _overlap(one: tuple[str, str] | None, other: tuple[str, str] | None, slack: int) -> bool:
    if one is None or other is None:
        return one is None
    bounds = [parse_day(day) for day in (*one, *other)]
    if any(day is None for day in bounds):
        return False
    start, end, first, last = (day for day in bounds if day is not None)
    return start <= last + timedelta(days=slack) and first <= end + timedelta(days=slack)


def _same_event(fact: VisitFact, visits: Iterable[Gathering]) -> Gathering | None:
    """The visit at the same place in the same days; without a place, the one with the same host."""
    days = _days(fact)
    if days is None:
        return None
    near = [one for one in visits if one.period and _overlap(days, one.period, 1)]
    if fact.places:
        placed = [one for one in near if any(names.is_one_place(a, b) for a in fact.places for b in one.places)]
        return placed[0] if len(placed) == 1 else max(placed, key=lambda one: _shared_days(days, one), default=None)
    hosts = {names.organization_key(name) for name in fact.organizations}
    hosted = [one for one in near if hosts & {names.organization_key(n) for f in one.facts for n in f.organizations}]
    return hosted[0] if len(hosted) == 1 else None


def _shared_days(days: tuple[str, str], one: Gathering) -> int:
    assert one.period is not None
    start, end = max(days[0], one.period[0]), min(days[1], one.period[1])
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _add_lists(visits: Sequence[Gathering], seen: Sequence[Appearance]) -> None:
    """A list of guests that names no request belongs to the visit with whose papers it shares most of its people."""
    guests: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, str] = {}
    for one in seen:
        if one.side == "delegation" and one.spans:
            guests[paper_of(one)] |= {key for form in one.names for key in names.exact_keys(form.text)}
            if one.attested:
                dates[paper_of(one)] = one.attested
    homes = {group: visit for visit in visits for group in visit.groups}
    for one in seen:
        if one.group in homes and one.spans:
            homes[paper_of(one)] = homes[one.group]
            homes[one.group].groups.add(paper_of(one))
    for paper in sorted(guests.keys() - homes.keys()):
        carrier = paper.partition("!/")[0]
        carried = [visit for visit in visits if carrier != paper and carrier in visit.groups]
        if len(carried) == 1:
            carried[0].groups.add(paper)
            continue
        if len({one.names[0].text for one in seen if paper_of(one) == paper and one.side == "delegation"}) < 2:
            continue
        scored = [(_shared(guests, paper, visit), visit) for visit in visits if _in_time(dates.get(paper), visit)]
        scored = [(share, visit) for share, visit in scored if share >= 2]
        if scored:
            best = max(share for share, _ in scored)
            top = [visit for share, visit in scored if share == best]
            if len(top) == 1:
                top[0].groups.add(paper)


def _shared(guests: Mapping[str, set[str]], paper: str, visit: Gathering) -> int:
    there = set().union(*(guests[group] for group in visit.groups if group in guests))
    return len(guests[paper] & there)


def _in_time(written: str | None, visit: Gathering) -> bool:
    """A list is written within ten weeks before the visit, or during it."""
    day, period = parse_day(written) if written else None, visit.period
    if day is None or period is None:
        return period is not None
    start, end = parse_day(period[0]), parse_day(period[1])
    return start is not None and end is not None and start - timedelta(days=70) <= day <= end + timedelta(days=10)


def is_abroad(places: Sequence[str], guests: Iterable[str | None], hosts: Iterable[str | None]) -> bool:
    """Whether the hosts travelled: the place lies in the guests' country, and the hosts are of another."""
    countries = {country for place in places if (country := country_of(place)) is not None}
    guest = {nation.lower() for nation in guests if nation}
    host = {nation.lower() for nation in hosts if nation}
    return len(countries) == 1 and bool(countries & guest) and not countries & host
