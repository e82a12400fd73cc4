from __future__ import annotations

from corrobora.corroboration.rivals import settled
from corrobora.model.match import Match
from corrobora.model.records import RecordRef


def match(
    person: str, row: int, tier: str, agrees: tuple[str, ...], weight: float = 20.0, grade: str = "probable"
) -> Match:
    record = RecordRef("tickets", "tickets.csv", row, (("name", "SHEN JIE HUI"),))
    return Match(person, None, record, "in", tier, 2, weight, (), agrees, (), 0.0, 0.01, 0.9, 10, grade)


def grades(*matches: Match) -> list[str]:
    return [m.grade for m in settled(matches)]


def test_a_slip_gives_way_to_the_bearer_of_the_name():
    assert grades(match("chen", 1, "slip", ("name",), 90.0), match("shen", 1, "exact", ("name",))) == [
        "possible",
        "probable",
    ]


def test_a_document_goes_before_a_name():
    own = match("shen", 1, "slip", ("name", "document"), grade="confirmed")
    assert grades(match("chen", 1, "exact", ("name",)), own) == ["possible", "confirmed"]


def test_equal_claims_leave_the_row_to_nobody():
    assert grades(match("a", 1, "exact", ("name",)), match("b", 1, "exact", ("name",))) == ["possible", "possible"]


def test_other_rows_and_one_person_twice_are_left_alone():
    kept = (match("a", 1, "exact", ("name",)), match("b", 2, "exact", ("name",)), match("a", 1, "slip", ("name",)))
    assert grades(*kept) == ["probable"] * 3
    assert (
        grades(match("a", 1, "exact", ("name",)), match("b", 1, "exact", ("name",), grade="contradicted"))[0]
        == "probable"
    )
