from __future__ import annotations

import numpy as np

from corrobora.corroboration.invention import Band, form_of, learn

NAMES = [(("wang", "ming", "liang"), 3.0), (("wang", "wei"), 4.0), (("li", "wei"), 2.0), (("zhao", "ming", "hua"), 1.0)]


def test_shares_multiply() -> None:
    model = learn(NAMES)
    assert np.isclose(model.frequency(("wang", "wei")), 0.6 * (4 / 6) * 1.0)
    assert model.frequency(("wang", "ming", "liang")) > model.frequency(("zhao", "ming", "hua"))
    assert 0 < model.frequency(("qian", "wei")) < model.frequency(("li", "wei"))


def test_invented_names_follow_the_shares() -> None:
    drawn = learn(NAMES).draw(4000, np.random.default_rng(7))
    assert len(drawn) == 4000
    assert abs(sum(name[0] == "wang" for name in drawn) / 4000 - 0.7) < 0.03
    assert ("zhao", "ming", "liang") in drawn


def test_the_same_seed_invents_the_same_people() -> None:
    model = learn(NAMES)
    assert model.draw(50, np.random.default_rng(3)) == model.draw(50, np.random.default_rng(3))


def test_no_invented_man_bears_a_womans_patronymic() -> None:
    model = learn([(("larin", "oleg", "borisoviC"), 1.0), (("larina", "olga", "borisovna"), 1.0)])
    for name in model.draw(200, np.random.default_rng(1)):
        assert name[0].endswith("a") == name[2].endswith("na"), name
    assert form_of(("larin", "oleg", "borisoviC")) != form_of(("larina", "olga", "borisovna"))


def test_the_prior_draws_a_count_towards_names_of_its_frequency() -> None:
    band = Band(np.full(300, 1e-4), np.tile([[2.0, 1.0, 0.0]], (300, 1)))
    prior = band.prior(1e-4)
    assert np.isclose(prior.mean[0], 2.0)
    assert np.isclose(prior.expected(np.array([2.0, 1.0, 0.0]))[0], 2.0)
    assert 0 < prior.expected(np.array([0.0, 0.0, 0.0]))[2] < 0.01
    assert 2.0 < prior.expected(np.array([30.0, 0.0, 0.0]))[0] < 30.0
