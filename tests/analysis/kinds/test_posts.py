"""Pages of the web, people whom they may name, photographs, and what belongs to what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.invented import mentions, person, place, view
from analysis.kinds.test_plans import named
from corrobora.analysis.kinds import part_of, photograph, post, post_person
from corrobora.model.document import Document, Page
from corrobora.model.entities import Visit
from corrobora.model.facts import OrganizationPart
from corrobora.model.findings import Grade
from corrobora.model.mention import MentionType
from corrobora.model.records import RecordKind, RecordRef


def web(papers, metadata=None, places=(), people=(), **more):
    known = mentions(papers, places) + named(papers, MentionType.PER, *people)
    case = view(papers, mentions=known, metadata=metadata or {}, **more)
    documents = {path: replace(d, media_type="text/html") for path, d in case.documents.items() if "site" in path}
    return replace(case, documents={**case.documents, **documents})


@pytest.mark.parametrize(
    ("text", "metadata", "want"),
    [
        ("Li Wen\n@liwen88\nLocation: Tula", {"published": "2023-05-03"}, ("liwen88", "2023-05-03", "Tula", None)),
        ("Привет из части", {"url": "https://vk.com/id4455", "published": "2023-05-03T10:00:00+03:00"},
         ("id4455", "2023-05-03", None, "vk.com")),
        ("今天很好\n定位:Tula", {"url": "https://weibo.com/u/99887766", "author": "李文"},
         ("99887766", None, "Tula", "weibo.com")),
        ("Новость завода", {"published": "2023-05-03"}, (None, "2023-05-03", None, None)),
        ("A page of which nothing is known", {}, None),
    ],
)  # fmt: skip
def test_a_saved_page_has_its_account_day_and_place(text, metadata, want):
    papers = {"archive/site.html": text}
    found = list(post.analyse(web(papers, {"archive/site.html": metadata}, places=("Tula",))))
    keys = ("account", "published", "place", "site")
    assert [tuple(f.body[key] for key in keys) for f in found] == ([want] if want else [])


LIST = {"dataset": "recruits.csv", "row": 2, "name": "LI WEN", "date": "2023-05-20", "place": "Tula"}


def people_of(case_people=("p1",)):
    ref = RecordRef("the set recruits.csv", "recruits.csv", 2, (("name", "LI WEN"),))
    return tuple(
        person(key, "Li Wen", "Li Wen", "李文", records=(ref,), birth_date="1990-03-04") for key in case_people
    )


@pytest.mark.parametrize(
    ("text", "published", "agrees", "grade"),
    [
        ("Li Wen is here.\nLocation: Tula", None, ["name", "place"], Grade.POSSIBLE),
        ("Li Wen is here.", "2023-05-25", ["name", "time"], Grade.POSSIBLE),
        ("Li Wen, born 4 March 1990, is here.", None, ["name", "birth_date"], Grade.PROBABLE),
        ("Li Wen, born 9 March 1988, is here.\nLocation: Tula", None, ["name", "place"], Grade.CONTRADICTED),
        ("Li Wen is here.", "2019-05-25", None, None),
        ("Wu Fei is here.\nLocation: Tula", "2023-05-25", None, None),
    ],
)
def test_a_person_of_a_list_on_a_page(text, published, agrees, grade):
    papers = {"archive/site.html": text}
    facts = {"archive/site.html": {"account": "someone", **({"published": published} if published else {})}}
    tables = {RecordKind.ENROLMENT: [LIST]}
    case = web(papers, facts, ("Tula",), ("Li Wen", "Wu Fei"), persons=people_of(), tables=tables)
    found = list(post_person.analyse(case))
    assert [(f.body["agrees"], f.grade) for f in found] == ([(agrees, grade)] if agrees else [])
    namesakes = web(papers, facts, ("Tula",), ("Li Wen",), persons=people_of(("p1", "p2")), tables=tables)
    assert list(post_person.analyse(namesakes)) == []


def test_others_of_the_visit_on_the_same_page_agree():
    papers = {"archive/site.html": "Li Wen and Tan Bo at the fair", "archive/a.txt": "Tan Bo"}
    tan = person("p2", "Tan Bo", spans=(place(papers, "archive/a.txt", "Tan Bo"),))
    stay = Visit("v", None, ("Tula",), "2020-01-01", "2020-01-04", ("p1", "p2"))
    case = web(papers, {"archive/site.html": {"account": "x"}}, (), ("Li Wen", "Tan Bo"), persons=(*people_of(), tan),
               visits=(stay,))  # fmt: skip
    assert [(f.body["person"], f.body["agrees"]) for f in post_person.analyse(case)] == [
        ("p1", ["name", "others"]), ("p2", ["name", "others"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("metadata", "parent", "words"),
    [
        ({"created": "2023-05-03T10:00:00", "location": "54.2,37.6", "device": "Acme 5"}, True, "taken on 3 May 2023"),
        ({"created": "2023-05-03T10:00:00"}, True, "it lacks place, camera, author and credit"),
        ({"width": "10"}, True, None),
        ({"created": "2023-05-03T10:00:00"}, False, None),
    ],
)
def test_what_the_file_of_a_photograph_states(metadata, parent, words):
    papers = {"mailbox/1.eml": "Here is the picture."}
    picture = "mailbox/1.eml!/p.jpg"
    case = view(papers, metadata={picture: metadata})
    file = Document(picture, "1" * 64, 9, parent="mailbox/1.eml" if parent else None, media_type="image/jpeg")
    case = replace(case, documents={**case.documents, picture: file},
                   pages={**case.pages, (picture, 1): Page(1, "", document=picture)})  # fmt: skip
    found = list(photograph.analyse(case))
    assert len(found) == (words is not None)
    assert all(words in f.statement and f.body["came_with"] == "mailbox/1.eml" for f in found)


def parts(*pairs):
    text = "\n".join(f"{part} of {whole}" for part, whole, _ in pairs)
    papers = {"archive/a.txt": text}
    facts = tuple(OrganizationPart(p, w, place(papers, "archive/a.txt", f"{p} of {w}"), day) for p, w, day in pairs)
    return view(papers, facts=facts)


@pytest.mark.parametrize(
    ("pairs", "chains"),
    [
        ([("Bureau 7", "Department 2", "2023-01-01"), ("Department 2", "Commission", None)],
         [["Bureau 7", "Department 2", "Commission"]]),
        ([("Bureau 7", "Department 2", None), ("Bureau 7", "Department 3", None)],
         [["Bureau 7", "Department 2"], ["Bureau 7", "Department 3"]]),
        ([("Bureau 7", "Bureau 8", None), ("Bureau 8", "Bureau 7", None)], []),
        ([("Section 1", "Bureau 7", None), ("Bureau 7", "Section 1", None), ("Desk 4", "Section 1", None)],
         [["Desk 4", "Section 1", "Bureau 7"]]),
    ],
)  # fmt: skip
def test_chains_of_parts(pairs, chains):
    found = list(part_of.analyse(parts(*pairs)))
    assert [[f.body["organization"], *f.body["within"]] for f in found] == chains
    assert all(len(f.pages) == len(f.body["links"]) for f in found)
