"""The corroboration step: reads people, visits and prepared rows; writes matches and searches."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from corrobora.case import Case, Progress, silent
from corrobora.case.progress import stage
from corrobora.corroboration.bench import Bench, lay_out, seed_of
from corrobora.corroboration.crowd import Subject
from corrobora.corroboration.days import Routes, enlistment_window, visit_window
from corrobora.corroboration.inquiry import search
from corrobora.corroboration.judging import Said, said, swayed
from corrobora.corroboration.outcomes import birth_number, document_key
from corrobora.corroboration.report import SHOWN, TOLD, Context, matches_of, searches_of
from corrobora.corroboration.rivals import settled
from corrobora.corroboration.shelf import opened
from corrobora.corroboration.spelling import spell_person
from corrobora.corroboration.stocking import VERSION, stock
from corrobora.engine import connect
from corrobora.errors import CaseError
from corrobora.model.dates import is_day
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Modality
from corrobora.model.match import Match, Search
from corrobora.model.places import country_of, likely_home
from corrobora.model.records import Dataset, RecordKind
from corrobora.model.tables import MATCHES, PERSONS, SEARCHES, VISITS

SEARCHED = (RecordKind.JOURNEY, RecordKind.ENROLMENT)
"""Kinds of rows that stand for a person."""


def corroborate(case: Case, progress: Progress = silent) -> list[Match]:
    """Looks for the people of the case in every set of journeys and lists of people, and stores what came of it.

    Args:
        case: with its persons, visits and prepared rows.
        progress: told after each set.

    Returns:
        The matches, as stored.
    """
    persons, visits = case.read(PERSONS), case.read(VISITS)
    tables = [
        (dataset, kind) for dataset in case.datasets() for kind, rows in dataset.tables if kind in SEARCHED and rows
    ]
    with stage(progress, "corroboration", len(tables) + 1, "sets"):
        matches, searches = _search_all(case, persons, visits, tables, progress)
        matches = settled(matches)
        case.replace(MATCHES, matches)
        case.replace(SEARCHES, searches)
        seeds = {dataset.path: seed_of(dataset.path) for dataset, _ in tables}
        case.act("corroborate", matches=len(matches), searches=len(searches), seeds=seeds)
    return matches


@dataclass(frozen=True, slots=True)
class _Set:
    dataset: Dataset
    kind: str
    bench: Bench
    persons: list[Person]
    decided: Said


def _search_all(
    case: Case, persons: list[Person], visits: list[Visit], tables: list[tuple[Dataset, str]], progress: Progress
) -> tuple[list[Match], list[Search]]:
    spill = case.tables / ".spill"
    db = connect(spill=spill)
    home = _home(visits)
    routes = _routes(case, persons, visits, home)
    enlisted = _enlistments(case, db, persons)
    judged = case.judgements()
    former = {one.id: one.formerly for one in persons if one.formerly}
    sets: list[_Set] = []
    for dataset, kind in tables:
        wanted = _wanted(persons, visits, kind, dataset.path)
        if wanted:
            visited = _journeys(visits) if kind == RecordKind.JOURNEY else {}
            subjects = [_subject(one, visited.get(one.id, ()), (enlisted.get(one.id, ()), home)) for one in wanted]
            opened = _open(case, db, (dataset, kind), subjects, (home, routes))
            ids = [one.id for one in wanted]
            journeys = [[visit.id for visit in visited.get(one, ())] for one in ids]
            decided = said(opened.real.hits, ids, journeys, dataset.path, judged, formerly=former)
            opened.swayed = swayed(opened.real.hits, ids, dataset.path, decided)
            sets.append(_Set(dataset, kind, opened, wanted, decided))
        progress.advance(1, dataset.path)
    verdicts = search([one.bench for one in sets], [_independent(case, one) for one in sets]) if sets else []
    progress.advance(1, "chances")
    matches: list[Match] = []
    searches: list[Search] = []
    for one, verdict in zip(sets, verdicts, strict=True):
        context = _context(case, one)
        found = matches_of(one.bench, verdict, context)
        matches += found
        searches += searches_of(one.bench, verdict, context, found)
    db.close()
    shutil.rmtree(spill, ignore_errors=True)
    return matches, searches


# ---- whom to look for


def _wanted(persons: Sequence[Person], visits: Sequence[Visit], kind: str, path: str) -> list[Person]:
    """People of whom more than a name is known; a bare name finds everybody and nobody."""
    travelling = {one for visit in visits if visit.status != Modality.CANCELLED for one in _travellers(visit)}
    firm = [one for one in persons if one.birth_date or one.documents]
    named = [one for one in persons if one.id in travelling and not (one.birth_date or one.documents)]
    chosen = firm + (named if kind == RecordKind.JOURNEY else [])
    return sorted((one for one in chosen if one.review != "no"), key=lambda one: one.id)


def _travellers(visit: Visit) -> tuple[str, ...]:
    return visit.hosts if visit.abroad else visit.persons


def _subject(person: Person, visits: Sequence[Visit], listed: tuple[Sequence[str], str | None]) -> Subject:
    """A person as the search sees them.

    Args:
        person: of the case.
        visits: those that count as windows.
        listed: days on which lists record the person, and the country of these lists.
    """
    days, home = listed
    origin = person.nationality.lower() if person.nationality else None
    windows = [
        visit_window(visit.id, _day(visit.start), _day(visit.end), likely_home(visit.places), origin)
        for visit in visits
    ]
    windows += [enlistment_window(_day(day), home, origin) for day in days]
    documents = tuple(dict.fromkeys(document_key(number) for number in person.documents))
    spelling = spell_person([form.text for form in person.names] or [person.label])
    return Subject(person.id, spelling, birth_number(person.birth_date), documents, tuple(windows))


def _journeys(visits: Sequence[Visit]) -> dict[str, list[Visit]]:
    """The dated visits that each person travels for."""
    found: dict[str, list[Visit]] = {}
    for visit in visits:
        if is_day(visit.start) and is_day(visit.end) and visit.status != Modality.CANCELLED:
            for person in dict.fromkeys(_travellers(visit)):
                found.setdefault(person, []).append(visit)
    return found


def _day(iso: str) -> int:
    return (date.fromisoformat(iso) - date(1970, 1, 1)).days


def _enlistments(case: Case, db: duckdb.DuckDBPyConnection, persons: Sequence[Person]) -> dict[str, tuple[str, ...]]:
    """The days on which the lists that made a person record them."""
    datasets = {dataset.path: dataset for dataset in case.datasets()}
    days: dict[tuple[str, int], str] = {}
    for path in sorted({ref.dataset for one in persons for ref in one.records}):
        parquet = case.rows_path(datasets[path], RecordKind.ENROLMENT) if path in datasets else None
        if parquet is None or not parquet.exists():
            continue
        query = "select row, left(date, 10) from read_parquet(?) where length(date) >= 10"
        days |= {(path, int(row)): day for row, day in db.execute(query, [str(parquet)]).fetchall()}
    return {
        one.id: tuple(
            dict.fromkeys(days[ref.dataset, ref.row] for ref in one.records if (ref.dataset, ref.row) in days)
        )
        for one in persons
    }


def _home(visits: Sequence[Visit]) -> str | None:
    """The country where guests are received."""
    return likely_home(chain.from_iterable(visit.places for visit in visits if not visit.abroad))


def _routes(case: Case, persons: Sequence[Person], visits: Sequence[Visit], home: str | None) -> Routes:
    """The countries that matter: of the visits, of the people, and of those who keep the registers."""
    countries = {country_of(place) for visit in visits for place in visit.places} | {home}
    moving = {person for visit in visits for person in _travellers(visit)}
    countries |= {one.nationality.lower() for one in persons if one.nationality and one.id in moving}
    countries |= {_keeper(case, dataset.path) for dataset in case.datasets()}
    return Routes(tuple(sorted(country for country in countries if country)))


def _keeper(case: Case, path: str) -> str | None:
    """The country whose border the set's "in" and "out" mean, where its mapping says so."""
    kept = case.mapping(path)
    return kept[0].home.lower() or None if kept is not None else None


# ---- the sets


def _open(
    case: Case,
    db: duckdb.DuckDBPyConnection,
    table: tuple[Dataset, str],
    subjects: Sequence[Subject],
    abroad: tuple[str | None, Routes],
) -> Bench:
    dataset, kind = table
    home, routes = abroad
    folder = stocked(case, dataset, kind)
    keeper = _keeper(case, dataset.path) or home
    shelf = opened(db, f"t{seed_of(dataset.path + kind)}", folder, routes, keeper)
    return lay_out(shelf, subjects, routes, seed=seed_of(dataset.path))


def stocked(case: Case, dataset: Dataset, kind: str) -> Path:
    """The shelf of a record set, made where it is missing; it is gone as soon as the set is prepared anew."""
    parquet = case.rows_path(dataset, kind)
    folder = parquet.with_name(f"{kind}.shelf-{VERSION}-{duckdb.__version__}")
    if folder.is_dir():
        return folder
    for old in parquet.parent.glob(f"{kind}.shelf-*"):
        shutil.rmtree(old)
    draft = parquet.with_name(f".{folder.name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        with connect(spill=draft / "spill") as db:
            stock(db, parquet, draft)
        shutil.rmtree(draft / "spill", ignore_errors=True)
        draft.replace(folder)
    except (OSError, duckdb.Error) as exc:
        raise CaseError(f"the rows could not be made ready: {exc}", dataset.path, "make room on the disk") from exc
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def _independent(case: Case, one: _Set) -> npt.NDArray[np.bool_]:
    """Whether the set is of another origin than something that the case knows the person from."""
    origins = {dataset.path: dataset.origin for dataset in case.datasets()}
    known: dict[str, str] = {}

    def origin(document: str) -> str:
        if document not in known:
            known[document] = case.source_of("leak", document).origin
        return known[document]

    def independent(person: Person) -> bool:
        behind = {origin(span.document) for span in person.spans} | {
            origins.get(ref.dataset, ref.dataset) for ref in person.records
        }
        return bool(behind - {one.dataset.origin})

    return np.array([independent(person) for person in one.persons], dtype=bool)


def _context(case: Case, one: _Set) -> Context:
    own = {(person.id, ref.row) for person in one.persons for ref in person.records if ref.dataset == one.dataset.path}
    parquet = case.rows_path(one.dataset, one.kind)

    def rows(wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
        return _raw_rows(one.bench.shelf.db, parquet, wanted)

    return Context(
        dataset=one.dataset,
        source=one.dataset.source,
        persons=tuple(person.id for person in one.persons),
        own=frozenset(own),
        decided=one.decided,
        raw_rows=rows,
    )


def _raw_rows(db: duckdb.DuckDBPyConnection, parquet: Path, wanted: Sequence[int]) -> dict[int, dict[str, Any]]:
    if not wanted:
        return {}
    listed = ", ".join(str(int(row)) for row in sorted(set(wanted)))
    there = {name for (name, *_) in db.execute("describe select * from read_parquet(?)", [str(parquet)]).fetchall()}
    shown = [name for name in (*TOLD, *(f"{one}_raw" for one in SHOWN)) if name in there]
    columns = ", ".join(f'"{name}"' for name in ("row", *shown))
    found = db.execute(f"select {columns} from read_parquet(?) where row in ({listed})", [str(parquet)])
    rows = [dict(zip(("row", *shown), values, strict=True)) for values in found.fetchall()]
    return {int(row["row"]): row for row in rows}
