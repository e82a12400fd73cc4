"""What became of people of lists: dead, wounded, captured, returned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.kinds.match import NAME_ALONE
from corrobora.analysis.rows import Row
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Match
from corrobora.model.records import RecordKind, RecordRef

# beginnings of words; negations in front of them are not read, so the row is always shown beside the state
_TABLE = """
dead: погиб убит умер смерт загину загибел помер dead killed died death deceased 死亡 阵亡 牺牲 去世
captured: плен полон captured captivity prisoner 被俘 俘虏
wounded: ранен поранен осколочн минно-взрывн мвр контуз огнестрельн пулев ампутац баротравм вибухов wound
  shrapnel gunshot
  contusion blast injured amputat 受伤 负伤 弹片 枪伤 爆炸伤
returned: вернулся вернулась уволен звільнен повернув демобилиз returned demobili 返回 退伍
"""
LEADS = (Grade.CONFIRMED, Grade.PROBABLE, Grade.POSSIBLE)
_EVENTS = {"death": "dead", "casualty": "dead", "capture": "captured", "return": "returned", "discharge": "returned"}


def analyse(view: CaseView) -> Iterator[Finding]:
    """The state that another list (patients, casualties, prisoners) gives for a person of the case, with its date.

    A list of deaths says so by being one; of patients the note tells wounds from illness. Only asserted and possible
    matches are used, and the finding is no stronger than its match.
    """
    leads = [m for m in view.matches if m.grade in LEADS and m.evidence_class != NAME_ALONE]
    entries = view.rows.at(RecordKind.ENROLMENT, [(m.record.dataset, m.record.row) for m in leads])
    for match in leads:
        row = entries.get((match.record.dataset, match.record.row))
        state = state_of(view.events.get(row.dataset, ""), row) if row is not None else None
        if row is not None and state is not None:
            yield from _finding(view, match, row, state)


def state_of(event: str, row: Row) -> str | None:
    """The state that a row of a list tells, or None."""
    if event in _EVENTS:
        return _EVENTS[event]
    text = " ".join(value for name in ("status", "note", "event") if (value := row.get(name)))
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        state, _, stems = line.partition(":")
        if any(_begins(plain, stem) for stem in stems.split()):
            return state
    return None


def _begins(text: str, stem: str) -> bool:
    """Whether a word of the text begins so; Chinese has no gaps between words."""
    if "\u4e00" <= stem[0] <= "\u9fff":
        return stem in text
    return re.search(rf"(?<![^\W\d_]){re.escape(stem)}", text) is not None


def _finding(view: CaseView, match: Match, row: Row, state: str) -> list[Finding]:
    body = {"person": match.person, "state": state, "date": row.get("date") or row.get("end_date")}
    source = view.source_of_dataset(row.dataset).name
    clause = f"{view.label(match.person)} is listed as {state} in {source}"
    clause += f", dated {day(body['date'])}" if body["date"] else ""
    ref = row.ref("name", "birth_date", "date", "status", "note")
    kept = RecordRef(ref.source, ref.dataset, ref.row, ref.fields, match.expected_by_chance, match.q)
    spans, rows = view.shown(match.person)
    basis = Basis(spans, (kept, *rows), Grade(match.grade), strength=match.weight)
    return conclude(view, "fate", (match.person, row.dataset, row.row), clause, body, basis)


ANALYSIS = Analysis("fate", "What became of people of lists", ("fate",), analyse)
