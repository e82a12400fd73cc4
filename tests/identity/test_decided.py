from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corrobora.case import Case
from corrobora.cli import judging
from corrobora.errors import InputError
from corrobora.identity import doubles, judge_persons, resolve
from corrobora.identity.decided import clash, with_decided
from corrobora.model.entities import Person
from corrobora.model.facts import Appearance, NameForm
from corrobora.model.records import RecordRef
from corrobora.model.tables import FACTS, FINDINGS, MATCHES, PERSONS
from identity.papers import seen

LIST = seen("王明亮", "WANG MINGLIANG", paper="list.xlsx", group="R1", organization="北辰重工集团")
TALK = seen("Ван Минлян", "王明亮", paper="students.docx", side="other")
LETTER = seen("Wang Mingliang", "王明亮", paper="letter.pdf", side="signer", organization="北辰重工集团")


def case_of(folder: Path, *found: Appearance) -> Path:
    with Case.create(folder) as case:
        put(case, *found)
        resolve(case)
    return folder


def put(case: Case, *found: Appearance) -> None:
    case.replace(FACTS, list(found))


def resolved(folder: Path) -> list[tuple[str, set[str]]]:
    with Case.open(folder) as case:
        resolve(case)
        return [(one.id, set(one.appearances)) for one in case.read(PERSONS)]


def test_a_yes_joins_two_people_and_none_parts_them_again(tmp_path: Path) -> None:
    root = case_of(tmp_path / "case", LIST, LETTER, TALK)
    before = resolved(root)
    assert [papers for _, papers in before] == [{"list.xlsx", "letter.pdf"}, {"students.docx"}]
    (first, _), (second, _) = before
    judging.judge(f"{first}={second}", "yes", later=True, case=root)
    assert resolved(root) == [(first, {"list.xlsx", "letter.pdf", "students.docx"})]
    with Case.open(root) as case:
        assert case.read(PERSONS)[0].formerly == (second,)
    judging.undo(later=True, case=root)
    assert resolved(root) == before


def test_a_join_holds_when_papers_come_and_ids_change(tmp_path: Path) -> None:
    root = case_of(tmp_path / "case", LIST, TALK)
    (first, _), (second, _) = resolved(root)
    judging.judge(f"{second}={first}", "yes", later=True, case=root)
    with Case.open(root) as case:
        put(case, replace(LIST, birth_date="1971-06-18"), TALK, LETTER)
    found = resolved(root)
    assert first not in dict(found), "the birth date gives another id"
    assert {"list.xlsx", "students.docx"} <= found[0][1]


def test_a_no_on_a_paper_splits_a_person_and_leaves_the_rest_together(tmp_path: Path) -> None:
    third = seen("王明亮", paper="minutes.docx", group="R2", organization="北辰重工集团")
    root = case_of(tmp_path / "case", LIST, LETTER, third)
    ((person, papers),) = resolved(root)
    assert papers == {"list.xlsx", "letter.pdf", "minutes.docx"}
    judging.judge(f"{person}=list.xlsx", "no", later=True, case=root)
    assert sorted(papers for _, papers in resolved(root)) == sorted([{"list.xlsx"}, {"letter.pdf", "minutes.docx"}])
    judging.judge(f"{person}=list.xlsx", "none", later=True, case=root)
    assert len(resolved(root)) == 1


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    root = case_of(tmp_path / "case", LIST, TALK)
    (first, _), (second, _) = resolved(root)
    with Case.open(root) as case:
        for one, other in (("person-0", second), (first, "elsewhere.pdf"), (first, "students.docx"), (first, first)):
            with pytest.raises(InputError):
                judge_persons(case, one, other, "no")
        with pytest.raises(InputError, match="nowhere else"):
            judge_persons(case, first, "list.xlsx", "no")


def test_decisions_that_contradict_each_other_are_refused() -> None:
    standing = {"person:a=b": "yes", "person:a=c": "no"}
    assert clash(standing, "person:b=c", "yes") == "person:a=c"
    assert clash(standing, "person:c=d", "yes") is None
    assert clash({"person:a=b": "yes", "person:b=c": "yes"}, "person:a=c", "no") in {"person:a=b", "person:b=c"}


def test_pairs_of_one_name_wait_until_they_are_judged(tmp_path: Path) -> None:
    root = case_of(tmp_path / "case", LIST, replace(TALK, birth_date="1999-01-02"), LETTER)
    with Case.open(root) as case:
        people = case.read(PERSONS)
        (waiting,) = doubles(people, {}, [people[0].id] * 3)
        assert waiting.settles == 3
        assert any("王明亮" in reason for reason in waiting.speaks_for)
        subject = judge_persons(case, waiting.one, waiting.other, "unsure")
        assert doubles(people, case.judgements()) == []
        assert case.judgements() == {subject: "unsure"}


def listed(number: str, *rows: int, name: str = "RAMESH THAPA") -> Person:
    records = tuple(RecordRef("r", "list.csv", row, (("name", name),)) for row in rows)
    return Person(number, name, (NameForm(name, "Latn"),), (), records=records)


def test_rows_of_lists_are_joined_and_parted(tmp_path: Path) -> None:
    root = tmp_path / "case"
    with Case.create(root) as case:
        people = [listed("person-a1", 1, 2), listed("person-b2", 7)]
        case.replace(PERSONS, people)
        judge_persons(case, "person-a1", "list.csv#2", "no")
        judge_persons(case, "person-a1", "person-b2", "yes")
        from corrobora.identity.step import _decided

        found = with_decided(people, _decided(case, case.judgements()))
    rows = sorted([ref.row for ref in one.records] for one in found)
    assert rows == [[1, 7], [2]]


def test_nomenklatura_s_own_ids_tie_what_they_stand_between(tmp_path: Path) -> None:
    root = case_of(tmp_path / "case", LIST, TALK)
    (first, _), (second, _) = resolved(root)
    with Case.open(root) as case:
        case.replace(MATCHES, [])
        case.replace(FINDINGS, [])
    lines = [
        ["NK-aaa", first, "positive", 0.9, "ann", "2026-01-01"],
        [second, "NK-aaa", "positive", 0.9, "ann", "2026-01-01"],
        ["Q42", "NK-aaa", "negative", None, "ann", "2026-01-02"],
    ]
    file = tmp_path / "resolver.json"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    judging.take(file, later=True, case=root)
    assert [papers for _, papers in resolved(root)] == [{"list.xlsx", "students.docx"}]
    judging.export(tmp_path / "out.json", case=root)
    told = [json.loads(line) for line in (tmp_path / "out.json").read_text(encoding="utf-8").splitlines()]
    assert [(set(line[:2]), line[2]) for line in told] == [({first, second}, "positive")]
