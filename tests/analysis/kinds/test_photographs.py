"""Whom a caption or a message names beside a photograph, apart from whom it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.invented import person
from analysis.stories import case, named
from corrobora.analysis.kinds import photograph
from corrobora.model.document import Document, Page
from corrobora.model.mention import MentionType

PICTURE = "mailbox/1.eml!/p.jpg"
PEOPLE = (
    person("zorin", "Zorin Pavel Ilich", "Зорин Павел Ильич"), person("li", "Li Wenbo", "Li Wenbo", "李文博"),
    person("koval", "Koval Oksana", "Коваль Оксана"),
)  # fmt: skip


def pictures(message, values, *people):
    papers = {"mailbox/1.eml": message}
    known = case(papers, metadata={PICTURE: values}, persons=PEOPLE, mentions=named(papers, MentionType.PER, *people))
    file = Document(PICTURE, "1" * 64, 9, parent="mailbox/1.eml", media_type="image/jpeg")
    pages = {**known.pages, (PICTURE, 1): Page(1, "", document=PICTURE)}
    known = replace(known, documents={**known.documents, PICTURE: file}, pages=pages)
    return list(photograph.analyse(known))


@pytest.mark.parametrize(
    ("caption", "who"),
    [("Зорин Павел Ильич на заводе, май 2023", "zorin"), ("李文博访问图拉", "li"), ("Visit of Li Wenbo", "li")],
)
def test_a_caption_names_somebody_and_shows_nobody(caption, who):
    (found,) = pictures("See attachment.", {"title": caption})
    assert found.body["named"] == [who] and "does not show who is on it" in found.statement


@pytest.mark.parametrize("caption", ["Зорин на заводе", "Зорин П.И. и другие", "Li", "Liwenbo2023.jpg", "Завод"])
def test_a_surname_or_initials_are_not_enough(caption):
    assert pictures("See attachment.", {"title": caption}) == []


@pytest.mark.parametrize(
    ("message", "name", "who"),
    [
        ("На фото слева Зорин Павел Ильич.", "Зорин Павел Ильич", ["zorin"]),
        ("На світлині Коваль Оксана.", "Коваль Оксана", ["koval"]),
        ("The photo shows Li Wenbo.", "Li Wenbo", ["li"]),
        ("照片上是李文博。", "李文博", ["li"]),
        ("Ask Li Wenbo. The weather is fine.", "Li Wenbo", []),
    ],
)
def test_a_message_that_says_who_is_on_the_picture(message, name, who):
    (found,) = pictures(message, {"created": "2023-05-03T10:00:00"}, name)
    assert found.body["named"] == who
