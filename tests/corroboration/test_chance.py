from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corrobora.corroboration.chance import Profile, Standing, decoy_sets, expected, false_discovery, grade, outlook

EXACT_2 = 4  # class 2, as q_classes numbers it


def profile(**changed: object) -> Profile:
    usual: dict[str, object] = {
        "rate": np.array([[1.0, 0.0, 0.0, 1.0], [0.2, 0, 0, 0.2], [0.1, 0, 0, 0.1]]),
        "birth": np.array([1.0, 1e-4, 2e-3, 1 - 2.1e-3]),
        "doc": np.array([1.0, 1e-7, 7e-6, 1.0]),
        "event": np.tile([0.9, 0.05, 0.04, 0.008, 0.002], (4, 1)),
        "name_bits": np.array([10.0, 6.0, 5.0, -30.0]),
        "birth_bits": np.array([0.0, 13.0, 3.0, -6.0]),
        "doc_bits": np.array([0.0, 23.0, 12.0, -5.0]),
        "event_bits": np.tile([-3.0, 0.0, 4.0, 6.0, 9.0], (4, 1)),
        "has_birth": True,
        "has_doc": False,
    }
    return Profile(**(usual | changed))  # type: ignore[arg-type]


def test_the_outlook_falls_in_weight_and_grows_in_number() -> None:
    weights, cumulated = outlook(profile())
    assert np.all(np.diff(weights) <= 0)
    assert np.all(np.diff(cumulated) >= 0)
    # All that chance can show sums up to the compatible travellers times their rows.
    assert np.isclose(cumulated[-1], profile().rate.sum(), rtol=1e-6)


def test_expected_counts_what_is_at_least_as_heavy() -> None:
    weights, cumulated = outlook(profile())
    heaviest = expected(weights, cumulated, np.array([weights[0]]))[0]
    assert np.isclose(heaviest, 1.0 * 1e-4 * 0.002)
    assert expected(weights, cumulated, np.array([weights[0] + 5]))[0] == 0
    assert np.isclose(expected(weights, cumulated, np.array([-99.0]))[0], cumulated[-1])


def test_a_bare_name_is_expected_as_often_as_it_is_borne() -> None:
    lone = profile(has_birth=False, event=np.tile([1.0, 0, 0, 0, 0], (4, 1)), event_bits=np.zeros((4, 5)))
    weights, cumulated = outlook(lone)
    assert np.isclose(expected(weights, cumulated, np.array([10.0]))[0], 2.0)


def test_enough_decoys_for_few_names() -> None:
    assert (decoy_sets(26), decoy_sets(2000), decoy_sets(0)) == (77, 20, 2000)


def test_q_without_a_decoy_hit_is_one_in_all_decoys() -> None:
    q = false_discovery(np.array([30.0, 20.0]), np.array([EXACT_2, EXACT_2]), np.zeros(0), np.zeros(0, dtype=int), 50)
    assert np.allclose(q, 1 / 50 / 2)


def test_q_counts_decoys_that_do_as_well() -> None:
    decoys = np.array([25.0] * 9)
    q = false_discovery(np.array([30.0, 20.0]), np.array([EXACT_2] * 2), decoys, np.array([EXACT_2] * 9), 10)
    assert np.allclose(q, [0.1, 0.5])


def test_conflicts_have_no_q() -> None:
    assert np.isnan(false_discovery(np.array([9.0]), np.array([0]), np.zeros(0), np.zeros(0, dtype=int), 20)).all()


@given(st.lists(st.floats(0, 40), min_size=1, max_size=30), st.lists(st.floats(0, 40), max_size=60))
def test_a_heavier_match_never_has_a_worse_q(targets: list[float], decoys: list[float]) -> None:
    weight = np.array(targets)
    q = false_discovery(weight, np.full(len(targets), 10), np.array(decoys), np.full(len(decoys), 10), 20)
    order = np.argsort(-weight)
    assert np.all(np.diff(q[order]) >= -1e-12)
    assert np.all((q > 0) & (q <= 1))


def standing(**changed: object) -> Standing:
    usual: dict[str, object] = {
        "number": 2, "exact": True, "mixed": False, "posterior": 0.999,
        "expected": 1e-5, "q": 0.001, "independent": True,
    }  # fmt: skip
    return Standing(**{name: np.array([value]) for name, value in (usual | changed).items()})  # type: ignore[arg-type]


def graded(**changed: object) -> int:
    return int(grade(standing(**changed), 100)[0])


def test_grades() -> None:
    confirmed, probable, possible, unverified, contradicted = range(5)
    assert graded() == confirmed
    assert graded(independent=False) == probable
    assert graded(posterior=0.9) == probable
    assert graded(expected=1e-3) == probable
    assert graded(number=5) == probable
    assert graded(number=4, exact=False) == probable
    assert graded(number=6, posterior=0.9) == possible
    assert graded(q=0.2) == possible
    assert graded(posterior=0.3) == possible
    assert graded(posterior=0.01) == unverified
    assert graded(number=7) == unverified
    assert graded(number=0, q=np.nan) == contradicted
    assert graded(number=0, mixed=True, q=np.nan) == possible
