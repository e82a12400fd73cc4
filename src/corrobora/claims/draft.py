"""Drafts: plain text and Markdown cut into sentences with their citations.

A citation is `[doc: PATH p.N]`, `[rec: DATASET row N]`, or a footnote `[^key]` whose definition holds one. It
belongs to the sentence it stands in or follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

CITATION = re.compile(
    r"\[(?:doc:\s*(?P<document>[^\]]+?)\s+p\.?\s*(?P<page>\d+)|rec:\s*(?P<dataset>[^\]]+?)\s+row\s+(?P<row>\d+))\]"
)
_FOOTNOTE = re.compile(r"\[\^(?P<key>[^\]]+)\]")
_DEFINITION = re.compile(r"^\[\^(?P<key>[^\]]+)\]:\s*(?P<text>.+)$", re.M)
_BRACKETED = re.compile(r"\[[^\]\n]*\]")
_END = re.compile(r"(?:[.!?…]+[\"»”’)]*(?=[\s\ue000]|$)|[。！？]+[\"»”’)」』]*)(?:\s*\ue000+)*")
_TITLE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Lt|Capt|Adm|Sgt|Sen|Rep|Gov|Hon|Rev|Messrs|vs|"
    r"ул|им|вул|тов|гр|проф|акад|ген|полк|см|рис)|(?<!\d)(?<!\d[ \u00a0])\bг)\.$",
    re.I,
)
_SHORT = re.compile(
    r"(?:\b(?:Co|Ltd|Inc|Corp|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Lt|Capt|Adm|Sgt|Sen|Rep|Gov|Hon|Rev|Messrs|No|Nos|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|p|pp|"
    r"тов|гр|проф|акад|ген|полк|г|гг|ул|им|т|д|руб|млн|млрд|тыс|стр|см|рис|пп|вул|грн)|\b\w)\.$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence says it stands: a page of a document, or a row of a record set."""

    document: str = ""
    page: int = 0
    dataset: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `start` and `end` are code points, the citation included; `prose` is it without citations."""

    text: str
    start: int
    end: int
    prose: str
    citations: tuple[Citation, ...]


def sentences(draft: str) -> list[Sentence]:
    """The sentences of a draft in order; headings and footnote definitions are none."""
    notes = {m["key"]: m["text"] for m in _DEFINITION.finditer(draft)}
    hidden = _BRACKETED.sub(lambda m: "\ue000" * len(m.group()), draft)
    found: list[Sentence] = []
    for block in re.finditer(r"(?:(?!\n\s*\n).)+", draft, re.S):
        start = block.start()
        for line in re.finditer(r"^(?:#.*|\[\^[^\]]+\]:.*|\s*[-=*_]{3,}\s*)$", draft[start : block.end()], re.M):
            hidden = hidden[: start + line.start()] + "\n" * len(line.group()) + hidden[start + line.end() :]
        found += _cut(draft, hidden, start, block.end(), notes)
    return found


def _cut(draft: str, hidden: str, start: int, end: int, notes: dict[str, str]) -> list[Sentence]:
    cuts, at = [], start
    for mark in _END.finditer(hidden, start, end):
        stop = mark.start() + 1
        if (
            hidden[mark.start()] == "."
            and stop < end
            and _SHORT.search(hidden, at, stop)
            and _goes_on(hidden, stop, end)
        ):
            continue
        cuts.append((at, mark.end()))
        at = mark.end()
    cuts.append((at, end))
    found: list[Sentence] = []
    for before, after in cuts:
        text = hidden[before:after]
        if not text.strip():
            continue
        left = before + len(text) - len(text.lstrip())
        right = after - len(text) + len(text.rstrip())
        if not re.sub(r"[\ue000\W]", "", hidden[left:right]) and found:
            left = found.pop().start
        found.append(_sentence(draft, left, right, notes))
    return found


def _goes_on(hidden: str, at: int, end: int) -> bool:
    """Whether what follows an abbreviation's full stop is no new sentence."""
    following = hidden[at:end].lstrip(" \n\ue000")
    if _TITLE.search(hidden[max(0, at - 12) : at]):
        return True
    return (
        not following[:1].isupper()
        or bool(re.match(r"[\w]\.|\d", following))
        or bool(re.search(r"\b\w\.$", hidden[:at]))
    )


def _sentence(draft: str, start: int, end: int, notes: dict[str, str]) -> Sentence:
    text = draft[start:end]
    cited = text + " ".join(notes.get(m["key"], "") for m in _FOOTNOTE.finditer(text))
    cited = re.sub(r"(?<!\[)\b((?:doc|rec):\s*[^\[\]]+?\s(?:p\.?\s*|row\s+)\d+)", r"[\1]", cited)
    citations = tuple(
        Citation(document=m["document"], page=int(m["page"]))
        if m["document"]
        else Citation(dataset=m["dataset"], row=int(m["row"]))
        for m in CITATION.finditer(cited)
    )
    prose = _FOOTNOTE.sub("", CITATION.sub("", text))
    return Sentence(
        text, start, end, re.sub(r"\s+([.,;])", r"\1", " ".join(prose.split())), tuple(dict.fromkeys(citations))
    )
