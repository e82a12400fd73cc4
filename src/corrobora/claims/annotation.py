"""A checked draft to hand back to its writer: Word with comments at the sentences, or a page. Pure."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from corrobora.errors import DamagedError

Checked = Mapping[str, Any]
"""A sentence as `check_draft` gives it."""
AUTHOR = "Corrobora"
_NOTE_MARK = re.compile(r"\[\^[^\]]+\]")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTROL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_TITLES = {
    "supported": "supported", "unsupported": "unsupported", "contradicted": "contradicted", "no_claim": "no claim",
}  # fmt: skip


def as_word(draft_bytes: bytes, draft: str, sentences: Sequence[Checked]) -> bytes:
    """The draft as DOCX with a comment at every sentence that has a problem.

    Args:
        draft_bytes: the file; a Word file is kept as it is, anything else is set anew from `draft`.
        draft: its text.
        sentences: as checked.

    Raises:
        DamagedError: where the Word file cannot be opened.
    """
    import docx
    from docx.opc.exceptions import OpcError

    if draft_bytes[:4] == b"PK\x03\x04":
        try:
            paper = docx.Document(io.BytesIO(draft_bytes))
        except (OpcError, KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as exc:
            raise DamagedError("this Word file cannot be opened", remedy="save it again as .docx") from exc
    else:
        paper = docx.Document()
        for block in re.split(r"\n\s*\n", draft):
            title = re.match(r"(#{1,6})\s+(.*)", block.strip())
            if title:
                paper.add_heading(_clean(title[2]), min(len(title[1]), 4))
            elif block.strip():
                paper.add_paragraph(_clean(" ".join(block.split())))
    _comment(paper, sentences)
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def _comment(paper: Any, sentences: Sequence[Checked]) -> None:
    paragraphs = list(_paragraphs(paper))
    at = 0
    for sentence in sentences:
        pattern = _pattern(sentence["text"])
        places = ((n, m) for n in range(at, len(paragraphs)) if (m := pattern.search(_shown(paragraphs[n]))))
        number, found = next(places, (at, None))
        at = number
        if sentence["problems"] and paragraphs:
            runs = _runs_at(paragraphs[number], found.start(), found.end()) if found else paragraphs[number].runs
            runs = runs or [paragraphs[number].add_run()]
            told = "\n".join(f"{p['kind'].replace('_', ' ')}: {_clean(p['detail'])}" for p in sentence["problems"])
            note = paper.add_comment([runs[0], runs[-1]], f"{_TITLES[sentence['status']]}\n{told}", AUTHOR, "C")
            # the same bytes for the same draft
            note._comment_elm.attrib.pop(f"{_W}date", None)


def _paragraphs(paper: Any) -> Iterator[Any]:
    for block in paper.iter_inner_content():
        if not hasattr(block, "rows"):
            yield block
            continue
        seen: set[Any] = set()
        for cell in (cell for row in block.rows for cell in row.cells):
            if cell._tc not in seen:
                seen.add(cell._tc)
                yield from cell.paragraphs


def _shown(paragraph: Any) -> str:
    return "".join(run.text for run in paragraph.runs)


def _pattern(text: str) -> re.Pattern[str]:
    """Finds a sentence in a paragraph whose notes and links are marks of Word's own."""
    bare = _LINK.sub(r"\1", _NOTE_MARK.sub("", text))
    return re.compile(r"\s*".join(re.escape(_clean(word)) for word in bare.split()) or r"(?!)")


def _runs_at(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs of a stretch of a paragraph; runs of plain text are cut at its ends."""
    for place in (start, end):
        at = 0
        for run in paragraph.runs:
            if at < place < at + len(run.text):
                _cut(run, place - at)
                break
            at += len(run.text)
    held, at = [], 0
    for run in paragraph.runs:
        if at < end and at + len(run.text) > start:
            held.append(run)
        at += len(run.text)
    return held


def _cut(run: Any, at: int) -> None:
    if any(child.tag not in (f"{_W}t", f"{_W}rPr") for child in run._r):
        return
    text = run.text
    rest = copy.deepcopy(run._r)
    run._r.addnext(rest)
    run.text = text[:at]
    type(run)(rest, run._parent).text = text[at:]


def as_page(draft: str, sentences: Sequence[Checked], title: str) -> str:
    """The draft as a web page without script: each sentence coloured, what is wrong beside its paragraph."""
    counts = {status: sum(s["status"] == status for s in sentences) for status in _TITLES}
    key = Markup(" ").join(
        Markup('<span class="k {}">{} {}</span>').format(status, count, _TITLES[status])
        for status, count in counts.items()
    )
    body = Markup("\n").join(_blocks(draft, sentences))
    return str(Markup(_PAGE).format(title=_clean(title), key=key, body=body, style=Markup(_STYLE)))


def _blocks(draft: str, sentences: Sequence[Checked]) -> Iterator[Markup]:
    block: list[Checked] = []
    last = 0
    for number, sentence in enumerate(sentences, 1):
        gap = draft[last : sentence["start"]]
        if re.search(r"\n\s*\n", gap) or gap.lstrip().startswith("#"):
            if block:
                yield _block(block, number - len(block))
            block = []
            yield from (Markup("<h2>{}</h2>").format(_clean(t)) for t in re.findall(r"^#+\s*(.+)$", gap, re.M))
        block.append(sentence)
        last = sentence["end"]
    if block:
        yield _block(block, len(sentences) - len(block) + 1)


def _block(block: Sequence[Checked], first: int) -> Markup:
    said, notes = [], []
    for number, sentence in enumerate(block, first):
        mark = Markup('<sup><a href="#n{0}">{0}</a></sup>').format(number) if sentence["problems"] else ""
        text = _clean(" ".join(sentence["text"].split()))
        said.append(Markup('<span class="s {}" id="s{}">{}</span>{}').format(sentence["status"], number, text, mark))
        for problem in sentence["problems"]:
            kind = problem["kind"].replace("_", " ")
            found = _clean(str(problem["found"]))
            told = (_clean(problem["detail"]), _clean(str(problem["stated"])), found)
            notes.append(
                Markup(
                    '<li id="n{}"><b>{} <a href="#s{}">{}</a></b> {}<small>stated: {} · found: {}</small></li>'
                ).format(number, kind, number, number, *told)
            )
        for note in sentence.get("notes", ()):
            place = f" {note['document']}, p. {note['page']}" if note["document"] else ""
            beside = Markup('<li class="note"><b><a href="#s{}">{}</a> {}</b> {}<small>{}</small></li>')
            notes.append(beside.format(number, number, note["kind"], _clean(note["detail"]), _clean(place)))
    return Markup('<div class="b"><p>{}</p><ul>{}</ul></div>').format(Markup(" ").join(said), Markup("").join(notes))


def _clean(untrusted: str) -> str:
    return _CONTROL.sub("", untrusted)


_STYLE = """
body { margin: 0 auto; max-width: 72rem; padding: 2rem; color: #1b1f24; background: #fff; font: 17px/1.6 Georgia, "Libertinus Serif", "DejaVu Serif", "Noto Serif CJK SC", serif; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 1.6rem 0 .4rem; }
.b { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; } .b p { margin: .5rem 0; }
ul { list-style: none; margin: .5rem 0; padding: 0; font: 13px/1.45 system-ui, "DejaVu Sans", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
li { border-left: 3px solid #a8201a; padding: .1rem 0 .1rem .7rem; margin: 0 0 .7rem; } li.note { border-color: #7a8691; } li b { display: block; } small { display: block; color: #57606a; }
.s { border-bottom: 2px solid transparent; } .supported { border-color: #9ccdae; } .unsupported { border-color: #d9a441; background: #fff8e8; } .contradicted { border-color: #a8201a; background: #fdf0ef; }
.k { font: 13px system-ui, "DejaVu Sans", sans-serif; border-bottom: 3px solid #d9dee3; margin-right: 1rem; } .k.supported { border-color: #9ccdae; } .k.unsupported { border-color: #d9a441; } .k.contradicted { border-color: #a8201a; }
a { color: #0b4f8a; text-decoration: none; } @media (max-width: 50rem) { .b { display: block; } }
@media print { body { font-size: 10.5pt; padding: 0; } .b { break-inside: avoid; } .s, .k { print-color-adjust: exact; } }
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>{title}: checked</title><style>{style}</style></head>
<body><h1>{title}</h1><p>{key}</p>
{body}
</body></html>
"""
