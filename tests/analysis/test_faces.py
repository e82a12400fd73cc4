"""Faces: which pairs are told, what their rate is worth, who must agree, and what happens without the extra."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from analysis.invented import place, view
from corrobora.analysis import facing
from corrobora.analysis.faces import ENOUGH, USUAL, alike, strangers
from corrobora.analysis.kinds import same_face
from corrobora.analysis.step import approvals_of, load_faces
from corrobora.case import Case
from corrobora.case.sandbox import Sandbox
from corrobora.case.settings import ask_for_faces
from corrobora.errors import MissingToolError
from corrobora.model.faces import Face
from corrobora.model.facts import Appearance
from corrobora.model.findings import Grade
from corrobora.model.judgement import Judgement

has_extra = pytest.mark.skipif(bool(facing.missing()), reason="the extra corrobora[faces] is not installed")


def face(at: float, *, size: float = 0.2, page: int = 1) -> Face:
    return Face(page, (0.1, 0.1, 0.1 + size, 0.1 + size), 1.0, (at, 0.0))


PASSPORTS = {"a.png": "N1", "b.png": "N2", "c.png": "N3"}
FACES = {"a.png": (face(0.0),), "b.png": (face(0.5),), "c.png": (face(1.2),), "stand.jpg": (face(0.1), face(1.9))}


def test_each_others_nearest_is_told_with_the_share_of_strangers_as_alike():
    (pair,) = alike(FACES, PASSPORTS, {})
    assert {pair.one[0], pair.other[0]} == {"a.png", "stand.jpg"}
    assert (pair.strangers, pair.as_alike, pair.rate) == (3, 0, 0.25)


def test_two_passports_and_two_faces_of_one_picture_are_not_compared():
    assert alike({"a.png": (face(0.0),), "b.png": (face(0.0),)}, PASSPORTS, {}) == []
    assert alike({"stand.jpg": (face(0.0), face(0.0))}, {}, {}) == []


def test_copies_of_one_picture_are_not_compared():
    faces = {"x.jpg": (face(0.0),), "y.jpg": (face(0.0),)}
    assert len(alike(faces, {}, {"x.jpg": "1", "y.jpg": "2"})) == 1
    assert alike(faces, {}, {"x.jpg": "1", "y.jpg": "1"}) == []


def test_a_distance_that_half_the_strangers_reach_says_nothing():
    crowd = {f"{n}.png": (face(n / 100),) for n in range(6)}
    faces = {**crowd, "stand.jpg": (face(-0.2),)}
    assert alike(faces, {name: name for name in crowd}, {}) == []


def test_many_strangers_none_as_alike_speak_without_being_nearest():
    crowd = {f"{n}.png": (face(10 + n),) for n in range(8)}
    faces = {**crowd, "me.png": (face(0.0),), "one.jpg": (face(0.1),), "two.jpg": (face(0.15),)}
    found = alike(faces, {**{name: name for name in crowd}, "me.png": "M"}, {})
    assert found[0].strangers >= ENOUGH
    assert {frozenset((pair.one[0], pair.other[0])) for pair in found} == {
        frozenset(("me.png", "one.jpg")), frozenset(("me.png", "two.jpg")), frozenset(("one.jpg", "two.jpg")),
    }  # fmt: skip


def test_the_portrait_is_the_largest_face_and_copies_of_a_passport_are_one():
    faces = {"a.png": (face(5.0, size=0.05), face(0.0)), "a2.png": (face(0.3),), "b.png": (face(1.0),)}
    assert strangers(faces, {"a.png": "N1", "a2.png": "N1", "b.png": "N2"}) == [1.0]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.floats(0, 2), min_size=1, max_size=3), max_size=6))
def test_what_is_told_is_near_rare_and_between_two_documents(places):
    faces = {name: tuple(face(at) for at in found) for name, found in places.items()}
    passports = {name: name for name in faces if name in "abcd"}
    for pair in alike(faces, passports, {}):
        assert pair.one[0] != pair.other[0] and not {pair.one[0], pair.other[0]} <= set(passports)
        assert pair.distance <= USUAL and 0 < pair.rate <= 1


PAPERS = {"archive/pass.png": "PASSPORT N100", "archive/stand.jpg": "Стенд завода"}


def case(**more):
    holder = Appearance((), (place(PAPERS, "archive/pass.png", "N100"),), document_number="N100", side="holder")
    faces = {"archive/pass.png": (face(0.0),), "archive/stand.jpg": (face(0.1), face(1.5))}
    return view(PAPERS, facts=(holder,), faces=faces, **more)


def test_a_pair_is_unverified_until_two_people_agree_and_then_possible():
    (alone,) = same_face.analyse(case())
    assert alone.grade is Grade.UNVERIFIED
    one = case(approvals={alone.id: frozenset({"ada"})})
    both = case(approvals={alone.id: frozenset({"ada", "bo"})})
    assert [f.grade for f in same_face.analyse(one)] == [Grade.UNVERIFIED]
    (agreed,) = same_face.analyse(both)
    assert agreed.grade is Grade.POSSIBLE and agreed.id == alone.id


def test_a_pair_shows_both_pictures_with_their_boxes_and_names_nobody():
    (found,) = same_face.analyse(case())
    shown = found.body["photographs"]
    assert [ref["document"] for ref in shown] == ["archive/pass.png", "archive/stand.jpg"]
    assert all(ref["box"] == [0.1, 0.1, pytest.approx(0.3), pytest.approx(0.3)] for ref in shown)
    assert found.body["distance"] == 0.1 and found.body["false_match_rate"] == 1.0
    assert "person" not in found.body and "N100" not in found.statement


def test_nothing_is_told_where_nobody_asked():
    assert list(same_face.analyse(replace(case(), faces={}))) == []


def test_one_person_who_says_yes_twice_is_one_and_a_later_no_counts():
    log = [
        Judgement("f", "yes", "ada", "1", ""), Judgement("f", "yes", "ada", "2", ""),
        Judgement("f", "yes", "bo", "3", ""), Judgement("g", "yes", "bo", "4", ""), Judgement("g", "no", "bo", "5", ""),
    ]  # fmt: skip
    assert approvals_of(log) == {"f": frozenset({"ada", "bo"}), "g": frozenset()}


def test_without_the_extra_there_is_one_clear_line(monkeypatch):
    monkeypatch.setattr(facing, "find_spec", lambda name: None)
    with pytest.raises(MissingToolError) as raised:
        facing.require()
    line = str(raised.value)
    assert "\n" not in line and "./run faces" in line and "dlib" in line and raised.value.exit_code == 2


def test_faces_are_looked_for_only_where_case_toml_says_so(tmp_path):
    with Case.create(tmp_path / "case") as opened:
        assert not opened.compares_faces() and load_faces(opened, opened.documents()) == {}
        ask_for_faces(opened.root)
        assert opened.compares_faces()


def portrait(*, shade: int = 190, brow: int = 0, mouth: int = 30, gap: int = 36) -> Image.Image:
    """A drawn face that the detector takes for one."""
    picture = Image.new("RGB", (400, 500), (175, 175, 175))
    draw, dark = ImageDraw.Draw(picture), (25, 22, 20)
    skin = (shade, shade - 15, shade - 30)
    darker, darkest = (tuple(part - less for part in skin) for less in (40, 90))
    draw.ellipse((20, 400, 380, 700), fill=(60, 60, 60))
    draw.rectangle((165, 350, 235, 430), fill=darker)
    draw.ellipse((108, 75, 292, 300), fill=dark)
    draw.ellipse((115, 110, 285, 385), fill=skin)
    draw.pieslice((108, 75, 292, 290), 180, 360, fill=dark)
    draw.ellipse((125, 135, 275, 260), fill=skin)
    for x in (200 - gap, 200 + gap):
        draw.ellipse((x - 19, 208, x + 19, 232), fill=(245, 245, 245), outline=dark)
        draw.ellipse((x - 9, 209, x + 9, 231), fill=dark)
        draw.arc((x - 24, 186 - brow, x + 24, 216), 200, 340, fill=dark, width=6)
    draw.line((196, 232, 190, 272), fill=darker, width=4)
    for x in (190, 210):
        draw.ellipse((x - 6, 272, x + 6, 280), fill=darkest)
    draw.ellipse((200 - mouth, 306, 200 + mouth, 324), fill=(120, 70, 70))
    draw.line((200 - mouth, 315, 200 + mouth, 315), fill=dark, width=3)
    return picture.filter(ImageFilter.GaussianBlur(2))


def as_png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "png")
    return buffer.getvalue()


@has_extra
def test_a_face_is_found_in_the_cage_with_its_box_and_a_plain_page_has_none():
    with Sandbox((facing.LOOK,), facing.preload) as cage:
        options = facing.FaceOptions("image/png")
        outcome = cage.run(facing.LOOK, as_png(portrait()), options, facing.LIMITS)
        blank = cage.run(facing.LOOK, as_png(Image.new("RGB", (400, 300), "white")), options, facing.LIMITS)
    (found,) = outcome.answer.faces
    assert outcome.level == "strict" and len(found.descriptor) == 128
    assert found.box[0] < 0.5 < found.box[2] and found.box[1] < 0.5 < found.box[3] and found.size > 0.1
    assert blank.answer.faces == ()


@has_extra
def test_a_face_is_nearer_to_itself_scaled_than_to_another():
    with Sandbox((facing.LOOK,), facing.preload) as cage:
        options = facing.FaceOptions("image/png")
        other = portrait(brow=8, mouth=20, gap=32, shade=150)
        pictures = (portrait(), portrait().resize((300, 375)), other)
        one, same, strange = (cage.run(facing.LOOK, as_png(p), options).answer.faces[0] for p in pictures)
    assert one.distance(same) < one.distance(strange)
