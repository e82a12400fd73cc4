"""The identity step: reads facts and lists of people; writes people, organisations and visits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb

from corrobora.case import Case, Progress, silent
from corrobora.case.progress import stage
from corrobora.engine import connect
from corrobora.errors import InputError
from corrobora.identity.bearers import Bearer, bearer
from corrobora.identity.clustering import Cluster, cluster
from corrobora.identity.companies import organizations
from corrobora.identity.decided import (
    KEPT,
    PREFIX,
    Pair,
    Ties,
    anchors,
    clash,
    kept,
    pairs,
    ties,
    with_decided,
)
from corrobora.identity.gatherings import Gathering, gather_visits, is_abroad, paper_of
from corrobora.identity.listed import ListedRow, PeopleList, asked_for, listed_people
from corrobora.identity.persons import person_of, unique, with_namesakes
from corrobora.identity.scripts import with_split_names
from corrobora.model.entities import Organization, Person, Visit
from corrobora.model.facts import Appearance, Fact, LetterFact, VisitFact
from corrobora.model.identifiers import hash_id
from corrobora.model.places import likely_home
from corrobora.model.records import RecordKind
from corrobora.model.tables import FACTS, ORGANIZATIONS, PERSONS, VISITS

_LIST_PROPERTIES = ("name", "birth_date", "document", "nationality", "date", "unit", "title")


def resolve(case: Case, progress: Progress = silent) -> list[Person]:
    """Makes people, organisations and visits out of what papers and lists say, and stores them.

    Args:
        case: with its facts and prepared rows.
        progress: told after each part.

    Returns:
        The people, as stored.
    """
    facts: list[Fact] = case.read(FACTS)
    with stage(progress, "identity", 4, "parts"):
        seen = with_split_names([fact for fact in facts if isinstance(fact, Appearance) and fact.names])
        gatherings = gather_visits(
            [fact for fact in facts if isinstance(fact, VisitFact)],
            [fact for fact in facts if isinstance(fact, LetterFact)],
            seen,
        )
        progress.advance(1, "visits")
        verdicts = case.judgements()
        decided = _decided(case, verdicts)
        people, visits = _people_and_visits(seen, gatherings, decided)
        progress.advance(1, "people")
        home = likely_home(place for visit in visits if not visit.abroad for place in visit.places)
        people += _from_lists(case, home)
        bodies = organizations(facts)
        progress.advance(1, "organisations")
        people = _reviewed(with_decided(unique(people), decided), verdicts)
        visits = [replace(visit, organizations=_bodies_of(visit, gatherings, bodies)) for visit in visits]
        case.replace(PERSONS, people)
        case.replace(ORGANIZATIONS, bodies)
        case.replace(VISITS, visits)
        case.act("resolve", persons=len(people), organizations=len(bodies), visits=len(visits))
        progress.advance(1, "stored")
    return people


def judge_persons(case: Case, one: str, other: str, verdict: str, note: str = "") -> str:
    """Keeps a decision that two people are one, or that a person is not whoever stands in a paper or row.

    Args:
        case: with its people.
        one: a person's id.
        other: another's id, the path of a paper, or DATASET#ROW.
        verdict: "yes", "no", "unsure" or "none".
        note: why.

    Returns:
        The subject under which the decision is kept.

    Raises:
        InputError: nobody of this case is meant, or an earlier decision says the opposite.
    """
    standing = case.judgements()
    known = next((kept for kept in (f"{PREFIX}{one}={other}", f"{PREFIX}{other}={one}") if kept in standing), None)
    subject, sides = (known, None) if known else anchors(case.read(PERSONS), one, other)
    against = clash(standing, subject, verdict) if verdict in ("yes", "no") else None
    if against:
        raise InputError(
            f"this contradicts an earlier decision: {standing[against]}",
            against.removeprefix(PREFIX),
            "take that back first: corrobora judge A=B none",
        )
    if sides is not None:
        case.finish_stage(KEPT + subject, kept(sides))
    case.judge(subject, verdict, note)
    return subject


def _decided(case: Case, verdicts: Mapping[str, str]) -> list[Pair]:
    """What people decided about who is who."""
    subjects = [subject for subject in verdicts if subject.startswith(PREFIX)]
    return pairs(verdicts, {subject: case.fingerprint(KEPT + subject) or "[{}, {}]" for subject in subjects})


def _people_and_visits(
    seen: Sequence[Appearance], gatherings: Sequence[Gathering], decided: Sequence[Pair] = ()
) -> tuple[list[Person], list[Visit]]:
    """People of the papers, and the visits with who took part."""
    homes = {group: one.key for one in gatherings for group in one.groups}
    bearers = [bearer(index, one, homes) for index, one in enumerate(seen)]
    tied = ties(decided, bearers)
    clusters, people = _clustered(bearers, seen, tied)
    keys = {person.id: one.keys for person, one in zip(people, clusters, strict=True)}
    ids = {member.index: person.id for person, one in zip(people, clusters, strict=True) for member in one.members}
    visits = [_visit(one, bearers, seen, ids) for one in gatherings]
    return with_namesakes(people, keys), visits


def _clustered(
    bearers: Sequence[Bearer], seen: Sequence[Appearance], tied: Ties
) -> tuple[list[Cluster], list[Person]]:
    """The clusters and their people; whoever was joined by hand keeps the id of the one with more appearances."""
    clusters, people = _in_order(bearers, seen, tied)
    if not tied.together:
        return clusters, people
    before, alone = _in_order(bearers, seen, Ties((), tied.apart))
    former = {member.index: person.id for one, person in zip(before, alone, strict=True) for member in one.members}
    named = []
    for one, person in zip(clusters, people, strict=True):
        ids = Counter(former[member.index] for member in one.members)
        best = min(ids, key=lambda name: (-ids[name], name))
        named.append(replace(person, id=best, formerly=tuple(name for name in ids if name != best)))
    return clusters, unique(named)


def _in_order(bearers: Sequence[Bearer], seen: Sequence[Appearance], tied: Ties) -> tuple[list[Cluster], list[Person]]:
    clusters = sorted(cluster(bearers, tied).clusters.values(), key=lambda one: min(b.index for b in one.members))
    return clusters, unique([person_of(one, seen) for one in clusters])


def _visit(one: Gathering, bearers: Sequence[Bearer], seen: Sequence[Appearance], ids: Mapping[int, str]) -> Visit:
    period = one.period or ("", "")
    here = [bearer for bearer in bearers if bearer.visit == one.key]
    guests = [b for b in here if b.side == "delegation"]
    hosts = [b for b in here if b.side == "host"] or [b for b in here if b.side == "responsible"]
    nations = ([seen[b.index].nationality for b in group] for group in (guests, hosts))
    papers = {b.paper for b in here} | {paper_of(fact) for fact in one.facts}
    firmest = sorted(one.facts, key=lambda fact: (fact.request is None, fact.start is None, paper_of(fact)))
    return Visit(
        id=hash_id("visit", one.key),
        request=next((fact.request for fact in firmest if fact.request), None),
        places=one.places,
        start=period[0],
        end=period[1],
        persons=tuple(dict.fromkeys(ids[b.index] for b in guests)),
        hosts=tuple(dict.fromkeys(ids[b.index] for b in hosts)),
        purpose=next((fact.purpose for fact in firmest if fact.purpose), None),
        status=one.status,
        spans=tuple(fact.spans[0] for fact in firmest if fact.spans),
        documents=tuple(sorted(paper for paper in papers if paper)),
        abroad=is_abroad(one.places, *nations),
    )


def _bodies_of(visit: Visit, gatherings: Sequence[Gathering], bodies: Sequence[Organization]) -> tuple[str, ...]:
    """Ids of the organisations that the visit's papers name as hosts."""
    named = {
        name
        for one in gatherings
        if hash_id("visit", one.key) == visit.id
        for fact in one.facts
        for name in fact.organizations
    }
    return tuple(body.id for body in bodies if named & set(body.names))


def _reviewed(people: Sequence[Person], verdicts: Mapping[str, str]) -> list[Person]:
    """People with the verdict that a person gave on them."""
    return [replace(one, review=verdicts.get(one.id, "none")) for one in people]


# ---- lists


def _from_lists(case: Case, home: str | None) -> list[Person]:
    """People of the lists whom the case asks for."""
    interest = _interest(case)
    found = []
    with connect() as db:
        for dataset in case.datasets():
            if dict(dataset.tables).get(RecordKind.ENROLMENT):
                one = _read_list(case, db, dataset.path)
                found.append((one, asked_for(one, interest, home)))
    return listed_people(found)


def _interest(case: Case) -> list[str]:
    return [str(entry) for entry in case.settings().get("people_of_interest", ["foreign"])]


def _read_list(case: Case, db: duckdb.DuckDBPyConnection, path: str) -> PeopleList:
    dataset = next(one for one in case.datasets() if one.path == path)
    parquet = str(case.rows_path(dataset, RecordKind.ENROLMENT))
    kept = case.mapping(path)
    rows = db.execute("select * from read_parquet(?) order by row", [parquet])
    columns = [column[0] for column in rows.description or ()]
    listed = []
    for values in rows.fetchall():
        held = {name: str(value) for name, value in zip(columns, values, strict=True) if value is not None}
        listed.append(
            ListedRow(
                int(held["row"]),
                {name: held[name] for name in _LIST_PROPERTIES if name in held},
                {name: held[f"{name}_raw"] for name in _LIST_PROPERTIES if f"{name}_raw" in held},
            )
        )
    return PeopleList(path, dataset.source, kept[0].event if kept else "", listed)
