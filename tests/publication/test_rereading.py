"""What was painted over is read again: a box that slipped is noticed, a right one is not."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrobora.model.findings import Finding, Grade
from corrobora.publication.pictures import DrawOptions, draw
from corrobora.publication.redaction import Veil, veil
from corrobora.publication.rereading import Again, shows

FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 26)


def _page():
    picture = Image.new("RGB", (1000, 400), "white")
    pen = ImageDraw.Draw(picture)
    for at, line in enumerate(("List of guests", "Third Bystander E99988877 09.08.1966", "Somebody else")):
        pen.text((40, 60 + 60 * at), line, fill="black", font=FONT)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


@pytest.mark.parametrize(
    ("box", "kept"),
    [((0.03, 0.29, 0.97, 0.39), True), ((0.03, 0.43, 0.97, 0.54), False), ((0.03, 0.29, 0.22, 0.39), False)],
    ids=["right", "a line too low", "too narrow"],
)
def test_a_box_that_slipped_gives_no_picture(box, kept):
    made = draw(_page(), DrawOptions("image/png", 1, (box,), Again(("E99988877", "09081966"))))
    assert bool(made) is kept


def test_short_secrets_and_empty_pages_expose_nothing():
    blank = Image.new("RGB", (300, 200), "white")
    assert not shows(blank, [(0.1, 0.1, 0.9, 0.2)], Again(("E99988877",)))
    assert not shows(blank, [], Again(("E99988877",))) and not shows(blank, [(0.1, 0.1, 0.9, 0.2)], Again(("12",)))


def test_a_secret_that_nobody_found_on_a_scan_is_read_on_the_whole_page():
    told = DrawOptions("image/png", 1, ((0.03, 0.13, 0.3, 0.23),), Again(("E99988877",), whole=True))
    assert draw(_page(), told) == b""


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("паспорт Еб8 916432, тел.", "Еб8 916432"),
        ("паспорт Е1 E13415285 тел.", "Е1 E13415285"),
        ("护照号码：G84686034", "G84686034"),
        ("Passport No. 53 № 771 204", "53 № 771 204"),
        ("паспорт E55511122, тел.", ""),
        ("паспорт Еб E55511122 тел.", ""),
        ("паспорт выдан в 2019 году", ""),
    ],
)
def test_broken_numbers_of_a_scan_are_hidden(text, hidden):
    veil = Veil(frozenset(), frozenset({"E55511122"}), frozenset(), frozenset(), 2000)
    covered = {at for start, end in veil.spans(text, smudged=True) for at in range(start, end)}
    assert "".join(c for at, c in enumerate(text) if at in covered) == hidden


def test_whoever_made_a_photograph_is_hidden():
    body = {"document": "a.jpg", "author": "Olha Source", "location": "48.1, 37.5", "device": "Camera 3"}
    told = Finding(
        "photograph-1", "photograph", "The picture states the author Olha Source.", Grade.UNVERIFIED, (), (), body
    )
    hidden = veil([], [told]).text("author Olha Source, place 48.1, 37.5, camera Camera 3")
    assert "Olha" not in hidden and "48.1" not in hidden and "Camera 3" in hidden
    assert "Olha Source" in veil([], [told], ["all"]).text(told.statement)
