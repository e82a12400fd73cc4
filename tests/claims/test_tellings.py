"""Claims told in Russian, Ukrainian and Chinese, and the letters made of them."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

import pytest

from corrobora.claims import letters
from corrobora.claims.grading import Ground, graded, language_of
from corrobora.claims.phrases import FRAMES, GRADES, PLURALS, SAID
from corrobora.claims.proposal import KINDS, propose
from corrobora.claims.replies_log import standing
from corrobora.claims.tellings import FOREIGN, Cast, Tongue, cast_of, telling
from corrobora.claims.vocabulary import STRONG
from corrobora.model.claims import Claim, Reply, ReplyKind, Wording
from corrobora.model.entities import Organization, Person
from corrobora.model.facts import NameForm
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.source import Source

PAGE = DocumentRef("Архив порта", "a.pdf", "0" * 64, 1, "Сумма 5 долларов.")
ZHOU = Person("person-1", "Zhou Ruilin", (NameForm("周瑞林", "Hani", "hanzi"),), ())
KORZH = Person("person-2", "Korzh Taras", (NameForm("Корж Т.І.", "Cyrl", "initials"), NameForm("Корж Тарас", "Cyrl", "full")), ())
FIRM = Organization("organization-1", "ТОВ «Буг-Марін»", ("ТОВ «Буг-Марін»", "Bug-Marine LLC", "布格海事公司"))
CAST = cast_of([ZHOU, KORZH], [FIRM])
_EUR = {"amount": "1250000.50", "currency": "EUR"}

BODIES = {
    "visit": {"persons": ["person-1"] * 22, "place": "Миколаїв", "places": ["Миколаїв", "尼古拉耶夫"], "status": "happened",
              "from": "2021-06-01", "to": "2021-06-04"},
    "contract": {"number": "В-9/21", "status": "reported", "signed": "2021-07", "parties": ["Bug-Marine LLC", "Iksa Ltd"], "total": _EUR},
    "supply": {"supplier": "Iksa Ltd", "receiver": "Bug-Marine LLC", "intermediaries": ["Mid GmbH"], "goods": ["Насос", "Вал"],
               "quantity": 3, "value": _EUR, "date": "2021-09-30"},
    "ownership": {"owner": "person-2", "asset": "Bug-Marine LLC", "share": 33.5, "path": [{"asset": "Bug-Marine LLC"}]},
    "sanction": {"target": "person-2", "authority": "Council of the European Union", "program": "P", "since": "2022-02-25",
                 "exposure": [{"before_listing": False}]},
    "sector_mismatch": {"company": "Bug-Marine LLC", "registered_activity": ["10.71", "хліб"], "goods": ["радар"]},
    "aircraft": {"registration": "UR-1234", "type": "Ан-26", "place": "Одеса", "seen": "2021-02-02", "owner": "Bug-Marine LLC",
                 "sightings": [{"modality": "happened"}]},
    "fate": {"person": "person-1", "state": "captured", "date": "2022-05-01"},
    "sequence": {"first_what": "relations broken off", "second_what": "relations taken up again", "first_date": "2021-01-01",
                 "second_date": "2021-03", "days": 60},
    "obligation": {"debtor": "Bug-Marine LLC", "what": "payment of EUR 1,250,000.50 under В-9/21", "due": "2021-12-31", "late_days": 21},
    "chain": {"links": [{"what": "request 7", "date": "2021-01-05"}, {"what": "instruction 8/2", "date": None}]},
    "court_case": {"party": "Bug-Marine LLC", "case": "915/44/21", "date": "2021-04-04", "what": "про стягнення"},
    "lag": {"person": "person-1", "first": {"what": "arrival", "date": "2022-03-01"},
            "second": {"what": "enlistment", "date": "2022-03-23"}, "days": 22},
    "series": {"what": "enlistment of Cuban citizens", "counts": {"2022-03": 2, "2022-05": 9}, "total": 11, "peak": "2022-05"},
}  # fmt: skip


def _finding(kind, grade=Grade.UNVERIFIED, **changed):
    return Finding(f"{kind}-1", kind, "In English.", grade, (PAGE,), (), {**BODIES[kind], **changed})


def test_every_kind_that_claims_are_made_of_is_told_in_every_language():
    assert set(BODIES) == set(KINDS)
    for kind in KINDS:
        for language in FOREIGN:
            told = telling(_finding(kind), language, CAST)
            assert told and "{" not in told and "person-" not in told and ".." not in told, (kind, language, told)


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_word_of_ours_stands_in_a_foreign_claim(kind):
    known = {"Bug", "Marine", "LLC", "Iksa", "Ltd", "Mid", "GmbH", "UR", "Korzh", "Taras", "P", "EUR"}
    for language in FOREIGN:
        words = set(re.findall(r"[A-Za-z]+", telling(_finding(kind), language, CAST)))
        assert words <= known, (language, words)


def test_no_wording_is_stronger_than_its_grade():
    for grade in Grade:
        for language in FOREIGN:
            told = telling(_finding("supply", grade), language, CAST)
            assert bool(STRONG.search(told)) <= (grade is Grade.CONFIRMED), told
    weak = telling(_finding("supply", Grade.CONFIRMED), "ru", CAST, Grade.POSSIBLE)
    assert weak.startswith("Возможно")


def test_people_and_firms_are_named_as_the_language_writes_them():
    lag = _finding("lag")
    assert "Чжоу Жуйлинь" in telling(lag, "ru", CAST)
    assert "Чжоу Жуйлінь" in telling(lag, "uk", CAST)
    assert "周瑞林" in telling(lag, "zh", CAST)
    assert "Корж Тарас" in telling(_finding("ownership"), "uk", CAST)
    assert "布格海事公司" in telling(_finding("ownership"), "zh", CAST)
    assert "尼古拉耶夫" in telling(_finding("visit"), "zh", CAST)


def test_numbers_days_and_sums_are_written_as_the_language_does():
    tongue = {language: Tongue(language, CAST) for language in FOREIGN}
    assert [tongue["ru"].count(n, "day") for n in (1, 2, 5, 11, 21, 112)] == [
        "1 день", "2 дня", "5 дней", "11 дней", "21 день", "112 дней",
    ]  # fmt: skip
    assert tongue["uk"].day("2021-07") == "липень 2021 р."
    assert tongue["zh"].day("2021-07-09") == "2021年7月9日"
    assert tongue["ru"].money(_EUR) == "1\u00a0250\u00a0000,50 евро"
    assert tongue["zh"].money(_EUR) == "1,250,000.50欧元"
    assert all(len(forms.split()) == 3 for language in ("ru", "uk") for forms in PLURALS[language].values())


def test_what_has_no_form_is_left_untold_and_never_half_told():
    assert telling(_finding("obligation", what="return of the drawings"), "ru", CAST) == ""
    assert telling(_finding("fate", person="person-9"), "uk", CAST) == ""
    assert telling(_finding("series", what="enlistment of citizens of XX"), "zh", CAST) == ""
    assert telling(_finding("sequence", second_what="an eclipse"), "ru", CAST) == ""
    assert telling(Finding("match-1", "match", "x", Grade.PROBABLE, (PAGE,)), "ru", CAST) == ""


def test_every_form_exists_in_every_language():
    for table in (SAID, *({g.value: forms for g, forms in t.items()} for t in (FRAMES, GRADES))):
        for name, forms in table.items():
            assert set(forms) == set(FOREIGN), name
            places = {language: set(re.findall(r"{(\w+)}", form)) for language, form in forms.items()}
            assert len({frozenset(p) for p in places.values()}) == 1, (name, places)


def _ground(*findings):
    source = Source("leak", "", "Архив порта", "o")
    return Ground({f.id: f for f in findings}, lambda side, path: source, (), CAST)


def test_letters_say_the_claims_in_their_own_language():
    finding = _finding("supply", Grade.PROBABLE, receiver="ТОВ «Буг-Марін»", supplier="伊克萨公司")
    claim = propose([finding], {})[0]
    made = {letter.to: letter for letter in letters([graded(claim, _ground(finding))], "2026-12-10")}
    ukrainian, chinese = made["ТОВ «Буг-Марін»"].text, made["伊克萨公司"].text
    assert "Найімовірніше, постачальник" in ukrainian and "In English" not in ukrainian
    assert "很可能，供应方" in chinese and "In English" not in chinese and "probable" not in chinese
    assert not any(letter.untold for letter in made.values())


def test_a_person_s_wording_goes_before_the_program_s():
    finding = _finding("lag")
    claim = dataclasses.replace(propose([finding], {})[0], worded=(Wording("ru", "Так сказала редакция.", "by hand"),))
    assert dict(graded(claim, _ground(finding)).told)["ru"] == "Так сказала редакция."
    written = Claim("c", "Компанія отримала двигуни.", ("lag-1",), origin="written")
    assert dict(graded(written, _ground(finding)).told) == {"uk": "Компанія отримала двигуни."}


def test_the_language_of_a_sentence_is_told_in_spite_of_foreign_names():
    assert language_of("According to ЕГРЮЛ, АО «Большой завод имени Героев» was sold.") == "en"
    assert language_of("АО «Завод» поставило насосы компании Iksa Ltd.") == "ru"
    assert language_of("据ООО «Пример»称，该公司已出售。") == "zh"


def test_silence_begins_when_the_deadline_has_passed():
    waiting = Reply("Iksa Ltd", "2026-11-01", deadline="2026-11-10")
    assert standing(waiting, date(2026, 11, 10)).kind is ReplyKind.WAITING
    assert standing(waiting, date(2026, 11, 11)).kind is ReplyKind.SILENCE
    answered = dataclasses.replace(waiting, kind=ReplyKind.DENIAL)
    assert standing(answered, date(2027, 1, 1)).kind is ReplyKind.DENIAL


def test_names_of_people_nobody_knows_are_not_guessed():
    assert telling(_finding("lag"), "ru", Cast()) == ""
