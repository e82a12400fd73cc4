"""Posts before their holder held them, and annexes that are left out."""

from __future__ import annotations

import pytest

from analysis.invented import match, person, place, view
from corrobora.analysis import suspicions_files
from corrobora.model.entities import Organization, Position
from corrobora.model.facts import LetterFact
from corrobora.model.records import RecordKind


@pytest.mark.parametrize(
    ("since", "office", "flagged"),
    [("2023-06-01", "ОКБ «Заря»", True), ("2023-03-20", "ОКБ «Заря»", False), ("2021-01-01", "ОКБ «Заря»", False),
     ("2023-06-01", "ОКБ «Рассвет»", False)],
)  # fmt: skip
def test_a_post_before_the_list_of_staff_has_it(since, office, flagged):
    papers = {"archive/l.txt": "Письмо от 03.03.2023. Главный инженер Гордеев П.С."}
    letter = LetterFact((place(papers, "archive/l.txt", "Письмо"),), "letter", written="2023-03-03")
    row = {"dataset": "staff.csv", "row": 4, "name": "Гордеев П.С.", "title": "главный инженер", "date": since,
           "organization": office}  # fmt: skip
    post = Position("Главный инженер", "ОКБ «Заря»", ("2023-03-03",))
    gordeev = person("p1", "Gordeev", spans=(place(papers, "archive/l.txt", "Гордеев П.С."),), positions=(post,))
    case = view(papers, {RecordKind.ENROLMENT: [row]}, facts=(letter,), persons=(gordeev,),
                matches=(match("p1", None, 4, dataset="staff.csv"),))  # fmt: skip
    found = list(suspicions_files.early_posts(case))
    assert [s.indicator for s in found] == (["anachronism"] if flagged else [])
    assert all(s.innocent and s.rows[0].row == 4 for s in found)


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Согласно приложению № 2.\nПриложение № 1\nПеречень\nПриложение № 3\nГрафик", True),
        ("See Annex 2.\nAnnex 1\nList\nAnnex 3\nTimes", True),
        ("详见附件2。\n附件1\n清单\n附件3\n时间", True),
        ("Згідно з додатком, додаток 2.\nДодаток 1\nПерелік\nДодаток 3\nГрафік", True),
        ("Согласно приложению № 2.\nПриложение № 1\nПеречень\nПриложение № 2\nГрафик", False),
        ("Согласно приложению № 2.\nПриложение № 1\nПеречень", False),
        ("Приложение № 1\nПеречень\nПриложение № 3\nГрафик", False),
    ],
)
def test_an_annex_between_others_that_is_named_and_not_there(text, flagged):
    found = list(suspicions_files.missing_annexes(view({"archive/c.txt": text})))
    assert [s.indicator for s in found] == (["missing_attachment"] if flagged else [])


def test_an_annex_kept_in_a_file_of_its_own_is_not_missing():
    papers = {
        "archive/c.txt": "См. приложение № 2.\nПриложение № 1\nА\nПриложение № 3\nБ",
        "archive/2.txt": "Приложение № 2\nВ",
    }
    assert list(suspicions_files.missing_annexes(view(papers))) == []


STAMP = "1 0.100 0.700 0.250 0.850 " + "a5" * 32
NEARLY = STAMP[:-1] + "4"
LETTERHEAD = STAMP.replace("0.700", "0.050")
OTHER = "1 0.100 0.700 0.250 0.850 " + "3c" * 32


def stamped(*papers):
    texts = {f"archive/{n}.pdf": f"Letter {n} of the works" for n in range(len(papers))}
    facts = tuple(
        LetterFact((place(texts, path, "Letter"),), "letter", sender=sender)
        for path, (sender, _) in zip(texts, papers, strict=True)
    )
    metadata = {path: {"pictures": held} for path, (_, held) in zip(texts, papers, strict=True)}
    known = tuple(Organization(name, name, (name,)) for name in ("Northern Works", "Southern Works"))
    case = view(texts, facts=facts, metadata=metadata, organizations=known)
    return [(s.document, s.documents) for s in suspicions_files.same_stamps(case)]


@pytest.mark.parametrize(
    ("papers", "flagged"),
    [
        ((("Northern Works", STAMP), ("Southern Works", STAMP)), True),
        ((("Northern Works", STAMP), ("Southern Works", NEARLY)), True),
        ((("Northern Works", STAMP), ("Northern Works", STAMP)), False),
        ((("Northern Works", STAMP), ("Southern Works", OTHER)), False),
        ((("Northern Works", STAMP), (None, STAMP)), False),
        ((("Northern Works", LETTERHEAD), ("Southern Works", LETTERHEAD)), False),
        (tuple((name, STAMP) for name in ("Northern Works", "Southern Works") for _ in range(3)), False),
    ],
)  # fmt: skip
def test_one_stamp_under_papers_of_two_senders(papers, flagged):
    assert stamped(*papers) == ([("archive/0.pdf", ("archive/0.pdf", "archive/1.pdf"))] if flagged else [])
