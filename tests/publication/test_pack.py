from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from PIL import Image

from corrobora import pipeline
from corrobora.case import Case
from corrobora.case.progress import silent
from corrobora.errors import InputError
from corrobora.model.claims import Claim, Quotation, Reply, ReplyKind, Wording
from corrobora.publication import REGISTRY, Options
from corrobora.publication.chance import false_share, in_words
from corrobora.publication.redaction import veil

from .invented import HOSTILE, SECRETS, SUBJECT, THIRD, fill


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    place = tmp_path_factory.mktemp("pack")
    with Case.create(place / "case") as case:
        REGISTRY["html"].export(fill(case), place / "pack", silent)
    return place / "pack"


def _text(pack):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(pack.rglob("*.html")))


def test_a_subject_is_shown_and_a_third_person_is_blacked_out(pack):
    text = _text(pack)
    assert "E55511122" in text and "3 April 1971" in text
    assert "Third Bystander" in text
    assert [secret for secret in SECRETS if secret in text] == []
    assert "1966" in text  # the year stays


def test_the_picture_is_painted_over_where_the_third_person_stands(pack):
    picture = Image.open(next((pack / "pages").glob("*.webp"))).convert("L")
    width, height = picture.size

    def darkest_share(line):
        band = picture.crop(
            (
                int(width * 0.06),
                int(height * (45 + 80 * line) / 400),
                int(width * 0.94),
                int(height * (75 + 80 * line) / 400),
            )
        )
        pixels = list(band.tobytes())
        return sum(p < 40 for p in pixels) / len(pixels)

    assert darkest_share(2) > 0.98 and darkest_share(3) > 0.98
    assert darkest_share(1) < 0.5


@pytest.mark.parametrize(("reveal", "shown"), [((THIRD,), True), (("all",), True), (("none",), False)])
def test_reveal_chooses_who_is_shown(case, tmp_path, reveal, shown):
    REGISTRY["html"].export(fill(case), tmp_path / "pack", silent, Options(reveal))
    text = _text(tmp_path / "pack")
    assert ("E99988877" in text) is shown
    assert ("E55511122" in text) is (reveal != ("none",))


def test_nothing_runs_and_nothing_is_fetched(pack):
    text = _text(pack)
    assert "<script" not in text.lower() and HOSTILE not in text
    for path in pack.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "default-src 'none'" in page and not re.search(r"""\s(?:style|on\w+)=["']""", page)
        assert not re.search(r"""(?:href|src)=["'](?:https?:|//|data:)""", page)


def test_every_link_leads_somewhere(pack):
    class Links(HTMLParser):
        def __init__(self):
            super().__init__()
            self.found, self.ids = [], set()

        def handle_starttag(self, tag, attrs):
            self.found += [v for k, v in attrs if k in ("href", "src")]
            self.ids |= {v for k, v in attrs if k == "id"}

    read = {}
    for path in pack.rglob("*.html"):
        read[path.resolve()] = Links()
        read[path.resolve()].feed(path.read_text(encoding="utf-8"))
    assert len(read) > 10
    for path, links in read.items():
        for link in links.found:
            file, _, anchor = link.partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), link
            assert not anchor or anchor in read[target].ids, link


def test_a_folder_that_is_no_pack_is_left_alone(case, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep")
    with pytest.raises(InputError):
        REGISTRY["html"].export(fill(case), tmp_path / "mine", silent)
    assert (tmp_path / "mine" / "notes.txt").read_text() == "keep"


def test_people_and_timeline_tell_of_the_subject(pack):
    people = (pack / "people.html").read_text(encoding="utf-8")
    assert "文主" in people and f'id="{SUBJECT}"' in people and f'id="{THIRD}"' not in people
    assert "2023-03-09" in (pack / "timeline.html").read_text(encoding="utf-8")
    assert "under 1 in a million" in (pack / "findings" / "match-1.html").read_text(encoding="utf-8")


def test_chance_in_words():
    cases = {
        0.0: "under 1 in a million",
        2e-6: "about 1 in 500,000",
        0.25: "about 1 in 4",
        1.0: "about 1 other",
        12.3: "about 12 others",
    }
    assert {x: in_words(x) for x in cases} == cases
    assert false_share(0.00625) == "at most 1 in 160" and false_share(0.7) == "more than half"


def test_claims_charts_and_replies_stand_in_the_pack_and_hide_third_persons(case, tmp_path):
    fill(case)
    case.put_replies(
        [Reply("Second Ltd", "2026-01-02", "mail", "Ask <script>alert(2)</script> E99988877.", ReplyKind.COMMENT)]
    )
    quote = Quotation("list.png", 1, "2 Third Bystander 09.08.1966 E99988877", "Third Bystander", "by hand, A. Writer")
    case.put_claims(
        [Claim("claim-1", "Wen Subject owned 51 %.", ("ownership-1",), ("sanction-1",), ("Second Ltd",), (quote,))]
    )
    pipeline.claims(case)
    REGISTRY["html"].export(case, tmp_path / "pack", silent)
    page = (tmp_path / "pack" / "claims.html").read_text(encoding="utf-8")
    assert 'href="findings/ownership-1.html"' in page and 'href="findings/sanction-1.html"' in page
    assert "translation: by hand, A. Writer" in page and "Second Ltd: comment" in page
    assert "<script" not in page and [s for s in SECRETS if s in page] == []
    assert all(language in page for language in ('lang="en"', 'lang="uk"', 'lang="ru"', 'lang="zh"'))
    assert 'src="charts/presence.svg"' in (tmp_path / "pack" / "charts.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("电话+86 139 5550 1234。", "139 5550 1234"), ("电话：13955501234", "13955501234"), ("手机 010-8888-1234", "010-8888-1234"),
        ("тел. (4912) 55-01-77", ""), ("моб.: 8 912 555 01 77", "912 555 01 77"), ("护照号E99988877号", "E99988877"),
        ("请接待张伟（E99988877），", "E99988877"), ("1966年8月9日出生", "8月9日"), ("тел +7 (912) 555-01-77 доб. 3", "555-01-77"),
    ],
)
def test_numbers_are_hidden_in_every_script(text, secret):
    hidden = veil([], [], ())
    assert not secret or secret not in hidden.text(text), hidden.text(text)


def test_file_names_hide_what_people_write_into_them():
    hidden = veil([], [], ())
    shown = hidden.path("папка/паспорт_E99988877_09.08.1966.txt")
    assert "E99988877" not in shown and "09.08" not in shown and shown.endswith("1966.txt")
    assert hidden.path("kb-2025/скан_20230407_4994.pdf") == "kb-2025/скан_20230407_4994.pdf"
    assert hidden.path("x/Протокол Рязань 07.03.2023.pdf") == "x/Протокол Рязань 07.03.2023.pdf"


def test_a_pack_hides_numbers_in_claims_wordings_and_the_log_of_replies(case, tmp_path):
    fill(case)
    quote = Quotation("list.png", 1, "Bystander E99988877", "born 9 August 1966", "third.bystander@example.org")
    worded = (Wording("zh", "该人护照E99988877，电话+86 139 5550 1234。", "by hand"),)
    case.put_claims([Claim("c", "Bystander (E99988877) was there.", accused=("Bystander E99988877",), quotations=(quote,),
                           worded=worded, origin="written")])  # fmt: skip
    case.put_replies([Reply("Bystander E99988877", "2026-11-01", "third.bystander@example.org", "+86 139 5550 1234", ReplyKind.COMMENT)])
    pipeline.claims(case)
    REGISTRY["html"].export(case, tmp_path / "pack", silent)
    text = (tmp_path / "pack" / "claims.html").read_text(encoding="utf-8")
    assert "该人护照" in text
    assert [secret for secret in SECRETS if secret in text] == []
