"""Lags: days between two dated events of one person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.moves import Move, by_person, last_arrival, matches_by_person
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.contract import record_json
from corrobora.model.dates import days_between, is_day
from corrobora.model.entities import Person
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.records import RecordKind, RecordRef


def analyse(view: CaseView) -> Iterator[Finding]:
    """From the last arrival to the day on a list (enlistment and the like), and from one list to the next, in days.

    The arrival is the last one on or before the listed day that was found to be the person's; a flight is taken before
    the border row of the same arrival. A lag is as strong as the match that it rests on.
    """
    asserted = matches_by_person(view)
    places = {(ref.dataset, ref.row) for person in view.persons for ref in person.records}
    places |= {(m.record.dataset, m.record.row) for found in asserted.values() for m in found}
    entries = view.rows.at(RecordKind.ENROLMENT, sorted(places))
    moves = by_person(view)
    for person in view.persons:
        listed = _listed(entries, person)
        for row in listed:
            arrival = last_arrival(moves.get(person.id, []), row.values["date"])
            if arrival is not None:
                yield from _from_arrival(view, person, arrival, row)
        if listed:
            yield from _to_later_lists(view, (entries, asserted.get(person.id, [])), person, listed[0])


def _listed(entries: dict[tuple[str, int], Row], person: Person) -> list[Row]:
    found = [entries.get((ref.dataset, ref.row)) for ref in person.records]
    return sorted((row for row in found if row and is_day(row.get("date"))), key=lambda row: row.values["date"])


def _event(view: CaseView, row: Row) -> str:
    return view.events.get(row.dataset) or row.get("event") or "entry"


def _from_arrival(view: CaseView, person: Person, arrival: Move, row: Row) -> list[Finding]:
    first = {"what": "arrival", "date": arrival.date, "record": record_json(arrival.match.record)}
    grade = Grade(arrival.match.grade)
    return _finding(view, person, first, arrival.match.record, row, grade)


def _to_later_lists(
    view: CaseView, known: tuple[dict[tuple[str, int], Row], list[Match]], person: Person, start: Row
) -> Iterator[Finding]:
    entries, matches = known
    own = {(ref.dataset, ref.row) for ref in person.records}
    ref = start.ref("name", "date")
    first = {"what": _event(view, start), "date": start.values["date"], "record": record_json(ref)}
    for match in matches:
        row = entries.get((match.record.dataset, match.record.row))
        if row is None or (row.dataset, row.row) in own:
            continue
        if is_day(row.get("date")) and row.values["date"] >= start.values["date"]:
            yield from _finding(view, person, first, ref, row, Grade(match.grade))


def _finding(
    view: CaseView, person: Person, first: Mapping[str, object], ref: RecordRef, row: Row, grade: Grade
) -> list[Finding]:
    second_ref = row.ref("name", "date")
    second = {"what": _event(view, row), "date": row.values["date"], "record": record_json(second_ref)}
    days = days_between(str(first["date"]), row.values["date"])
    body = {"person": person.id, "first": dict(first), "second": second, "days": days}
    began = day(str(first["date"]))
    arrived, recorded = f"{person.label} arrived on {began}", f"{first['what']} of {person.label} was dated {began}"
    later = f"{count(days, 'day')} later, on {day(row.values['date'])}" if days else "on the same day"
    clause = f"{arrived if first['what'] == 'arrival' else recorded}, and {second['what']} followed {later}"
    key = (person.id, ref.dataset, ref.row, row.dataset, row.row)
    return conclude(
        view, "lag", key, clause, body, Basis(rows=(ref, second_ref), grade=grade, strength=-float(days or 0))
    )


ANALYSIS = Analysis("lag", "Days between two events of one person", ("lag",), analyse)
