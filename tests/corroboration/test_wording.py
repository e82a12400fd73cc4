from __future__ import annotations

from corrobora.corroboration.days import BOOKED, EDGE
from corrobora.corroboration.outcomes import ABSENT, DIFFERENT, EQUAL, SLIP
from corrobora.corroboration.scoring import EXACT, OTHER
from corrobora.corroboration.wording import Outcome, agreements, terms

PRESENT = frozenset({"name", "birth_date", "document", "date", "from", "to", "number", "booking"})


def outcome(**changed: object) -> Outcome:
    usual: dict[str, object] = {
        "tier": EXACT, "birth": EQUAL, "doc": ABSENT, "own_tier": EXACT, "own_birth": EQUAL,
        "own_doc": ABSENT, "level": EDGE,
        "leg": "in", "visit": True, "compatible": 0.4, "bits": (12.0, 14.0, 0.0, 5.0),
    }  # fmt: skip
    return Outcome(**(usual | changed))  # type: ignore[arg-type]


def test_one_term_per_field_heaviest_first() -> None:
    assert [term.field for term in terms(outcome())] == ["birth_date", "name", "event"]
    assert "0.4 other people" in terms(outcome())[1].reason


def test_what_comes_from_other_rows_of_the_traveller_is_said() -> None:
    borrowed = outcome(own_birth=ABSENT)
    assert "other rows of the same traveller" in terms(borrowed)[0].reason
    assert agreements(borrowed, PRESENT)[0] == ("name", "date", "from", "to")


def test_agreements_and_disagreements() -> None:
    assert agreements(outcome(level=BOOKED), PRESENT)[0][-2:] == ("number", "booking")
    assert agreements(outcome(own_birth=DIFFERENT, birth=DIFFERENT), PRESENT)[1] == ("birth_date",)
    assert agreements(outcome(tier=OTHER, own_tier=OTHER, doc=EQUAL, own_doc=SLIP), PRESENT)[1] == ("name",)
    assert "booking" not in agreements(outcome(level=BOOKED), PRESENT - {"booking"})[0]
