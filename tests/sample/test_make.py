from __future__ import annotations

import filecmp
import json

import pytest

from corrobora.errors import InputError
from corrobora.sample import make
from corrobora.sample.tables import inn10, inn12


def test_the_same_seed_makes_the_same_records(tmp_path):
    for name in ("one", "two"):
        make(tmp_path / name, travellers=300)
    same = filecmp.dircmp(tmp_path / "one" / "records", tmp_path / "two" / "records")
    assert same.diff_files == [] and len(same.same_files) == 7
    truths = [json.loads((tmp_path / name / "truth.json").read_text()) for name in ("one", "two")]
    assert truths[0] == truths[1]


def test_true_rows_bear_the_birth_dates_and_passports_of_their_people(tmp_path):
    _, records = make(tmp_path / "demo", travellers=300)
    truth = json.loads((tmp_path / "demo" / "truth.json").read_text())
    rows = (records / "tickets_2021_2022.csv").read_text().splitlines()[1:]
    people = {p["id"]: p for p in truth["people"]}
    checked = 0
    for match in truth["matches"]:
        person = people.get(match["person"])
        if match["dataset"].startswith("tickets") and person and person["role"] == "delegate":
            passport = rows[match["row"] - 1].split(",")[-1]
            assert passport in ("", person["passport"])
            checked += 1
    assert checked >= 15 and len(truth["namesakes"]) >= 3


def test_another_folder_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(InputError):
        make(tmp_path)


def test_taxpayer_numbers_have_their_check_digits():
    import random

    dice = random.Random(1)
    assert all(len(inn10(dice)) == 10 and len(inn12(dice)) == 12 for _ in range(50))
