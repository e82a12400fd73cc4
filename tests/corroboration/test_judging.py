from __future__ import annotations

import json
from pathlib import Path

import pytest

from corrobora.case import Case
from corrobora.cli import judging
from corrobora.corroboration.edges import edges, findings_of, read, row_id, spread
from corrobora.corroboration.judging import Said, judged
from corrobora.corroboration.queue import doubt, queue
from corrobora.errors import InputError
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id
from corrobora.model.judgement import Judgement
from corrobora.model.match import Match
from corrobora.model.records import RecordRef
from corrobora.model.tables import FINDINGS, MATCHES


def match(
    person: str, row: int, posterior: float = 0.5, grade: str = "possible", agrees: tuple[str, ...] = ()
) -> Match:
    record = RecordRef("tickets", "t.csv", row, (), 0.1, 0.04)
    return Match(person, "v1", record, "in", "exact", 5, 9.0, (), ("name", *agrees), (), 0.1, 0.04, posterior, 3, grade)


def finding_of(one: Match) -> str:
    return hash_id("match", one.person, one.visit, one.record.dataset, one.record.row)


LARIN, RIVAL, SEAT, TICKET = (
    match("larin", 1, 0.5),
    match("larina", 1, 0.4),
    match("larin", 2, 0.45),
    match("larin", 3, 0.97, "probable", ("document",)),
)
ALL = [LARIN, RIVAL, SEAT, TICKET]


def test_a_yes_rules_out_the_rivals_of_the_row_and_of_the_seat() -> None:
    mine, other, seat, ticket = judged(ALL, Said({("t.csv", 1): "larin"}))
    assert mine.grade == "probable"
    assert (other.grade, other.posterior) == ("contradicted", 0.0)
    assert seat.grade == "contradicted"
    assert ticket == TICKET, "a second ticket with the person's own passport is theirs all the same"


def test_a_no_rules_out_the_row_and_nothing_else() -> None:
    assert [one.grade for one in judged(ALL, Said(no=frozenset({("larin", ("t.csv", 1))})))] == [
        "contradicted", "possible", "possible", "probable",
    ]  # fmt: skip


def test_the_queue_begins_with_what_settles_most_and_forgets_what_is_judged() -> None:
    travel = Finding("travel-1", "travel", "", Grade.POSSIBLE, rows=(LARIN.record,))
    waiting = queue(ALL, [travel], {})
    assert [one.match.record.row for one in waiting][0] == 1
    assert waiting[0].match.person == "larin", "two claims to the row, two more rows for the seat, a journey after it"
    assert waiting[0].settles == pytest.approx(1 * (1 + 1 + 2 + 1))
    assert waiting[-1].match == TICKET
    left = queue(ALL, [travel], {waiting[0].finding: "unsure"})
    assert [one.finding for one in left] == [one.finding for one in waiting[1:]] or waiting[0].finding not in {
        one.finding for one in left
    }


def test_doubt() -> None:
    assert doubt(0.5) == 1.0
    assert doubt(0.0) == doubt(1.0) == 0.0
    assert doubt(0.9) == pytest.approx(doubt(0.1))


def test_decisions_go_out_and_come_back_as_resolver_lines() -> None:
    log = [
        Judgement(finding_of(LARIN), "no", "ann", "2026-01-01T00:00:00Z", ""),
        Judgement(finding_of(LARIN), "yes", "ann", "2026-01-02T00:00:00Z", ""),
        Judgement(finding_of(SEAT), "unsure", "ben", "2026-01-03T00:00:00Z", ""),
        Judgement(finding_of(TICKET), "none", "ben", "2026-01-04T00:00:00Z", ""),
    ]
    lines = [edge.line() for edge in edges(ALL, log)]
    target, source, word, score, user, at = json.loads(lines[0])
    assert {target, source} == {"larin", row_id("t.csv", 1)}
    assert target > source
    assert (word, score, user, at) == ("positive", 0.5, "ann", "2026-01-02T00:00:00Z")
    decided, strange = findings_of(ALL, read([*lines, '["a", "b", "negative", null, null, null]', ""]))
    assert [(finding, edge.verdict) for finding, edge in decided] == [
        (finding_of(LARIN), "yes"), (finding_of(SEAT), "unsure"),
    ]  # fmt: skip
    assert [{edge.source, edge.target} for edge in strange] == [{"a", "b"}]


def test_ids_of_another_program_between_two_of_ours_are_no_obstacle() -> None:
    row = row_id("t.csv", 1)
    told = [["NK-1", "larin", "positive"], [row, "NK-1", "positive"], ["NK-1", "larina", "negative"]]
    known = {"larin", "larina", row}.__contains__
    found = spread(read([json.dumps([*line, None, "x", "y"]) for line in told]), known)
    assert {(frozenset((edge.source, edge.target)), edge.verdict) for edge in found} == {
        (frozenset(("larin", row)), "yes"), (frozenset(("larina", "larin")), "no"), (frozenset(("larina", row)), "no"),
    }  # fmt: skip
    assert [finding for finding, _ in findings_of(ALL, found)[0]] == [finding_of(LARIN), finding_of(RIVAL)]


def test_objects_with_these_names_are_edges_too_and_nonsense_is_refused() -> None:
    line = json.dumps({"source": "a", "target": "b", "judgement": "negative", "score": None, "user": "x"})
    assert [edge.verdict for edge in read([line])] == ["no"]
    assert list(read(['["a", "b", "no_judgement", 0.2, null, null]'])) == []
    for wrong in ("{", '["a"]', '["a", "b", "perhaps", 1, null, null]'):
        with pytest.raises(InputError):
            list(read([wrong]))


def test_the_commands_keep_undo_export_and_import(tmp_path: Path) -> None:
    root = tmp_path / "case"
    with Case.create(root) as case:
        case.replace(MATCHES, ALL)
        case.replace(FINDINGS, [Finding(finding_of(one), "match", "A row.", Grade.POSSIBLE) for one in ALL])
    judging.judge(finding_of(LARIN), "no", later=True, case=root)
    judging.judge(finding_of(LARIN), "yes", later=True, case=root)
    judging.judge(finding_of(SEAT), "no", later=True, case=root)
    judging.undo(later=True, case=root)
    with Case.open(root) as case:
        assert case.judgements() == {finding_of(LARIN): "yes"}
    judging.undo(later=True, case=root)
    judging.export(tmp_path / "edges.json", case=root)
    judging.undo(later=True, case=root)
    with Case.open(root) as case:
        assert case.judgements() == {}
    judging.take(tmp_path / "edges.json", later=True, case=root)
    with Case.open(root) as case:
        assert case.judgements() == {finding_of(LARIN): "no"}
