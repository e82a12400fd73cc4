"""Drafts: plain text and Markdown cut into sentences with their citations.

A citation is `[doc: PATH p.N]`, `[rec: DATASET row N]`, or a footnote `[^key]` whose definition holds one. It
belongs to the sentence it stands in or follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corrobora.claims.citations import Citation, Shelf, cited, without

_RAISED = "¹²³⁴⁵⁶⁷⁸⁹⁰"
_FOOTNOTE = re.compile(rf"\[\^(?P<key>[^\]]+)\]|\[(?P<number>\d{{1,3}})\](?![(:])|(?P<raised>[{_RAISED}]+)")
_DEFINITION = re.compile(
    rf"^(?:\[\^(?P<key>[^\]]+)\]:|\[(?P<number>\d{{1,3}})\]:?|(?P<raised>[{_RAISED}]+))[ \t]*(?P<text>\S.*)$", re.M
)
_BRACKETED = re.compile(rf"\[[^\]\n]*\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\))?|[{_RAISED}]+")
_MARKUP = re.compile(r"(?<![\w*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*])|^\s*(?:>|[-*+]\s|\d{1,2}[.)]\s)+", re.M)
_NO_PROSE = re.compile(
    rf"^(?:#.*|\[\^[^\]]+\]:.*|\[\d{{1,3}}\]:?[ \t]+\S.*|[{_RAISED}]+[ \t]*\S.*|\s*[-=*_]{{3,}}\s*)$", re.M
)
_LOWERED = str.maketrans(_RAISED, "1234567890")
_END = re.compile(r"(?:[.!?…]+[\"»”’)]*(?=[\s\ue000\ue001]|$)|[。！？]+[\"»”’)」』]*)(?:\s*\ue000+)*")
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
class Sentence:
    """A sentence; `start` and `end` are code points, the citation included; `prose` is it without citations."""

    text: str
    start: int
    end: int
    prose: str
    citations: tuple[Citation, ...]


_NOTHING = Shelf()


def sentences(draft: str, held: Shelf = _NOTHING) -> list[Sentence]:
    """The sentences of a draft in order; headings and definitions of notes are none.

    Args:
        draft: Markdown or plain text.
        held: what of the case may be cited, for citations that name a paper without a mark.
    """
    notes = {_key(m): m["text"] for m in _DEFINITION.finditer(draft)}
    hidden = _BRACKETED.sub(_veiled, draft)
    found: list[tuple[int, int]] = []
    for block in re.finditer(r"(?:(?!\n\s*\n).)+", draft, re.S):
        start = block.start()
        for line in _NO_PROSE.finditer(draft[start : block.end()]):
            hidden = hidden[: start + line.start()] + "\n" * len(line.group()) + hidden[start + line.end() :]
        found += _cut(draft, hidden, start, block.end())
    return [_sentence(draft, left, right, notes, held) for left, right in found]


def _key(mark: re.Match[str]) -> str:
    """What joins the mark of a note with its text."""
    return mark["key"] or mark["number"] or mark["raised"].translate(_LOWERED)


def _veiled(mark: re.Match[str]) -> str:
    """Brackets do not end sentences; the words of a link stay readable."""
    text = mark.group()
    if not text.startswith("[") or not text.endswith(")"):
        return "\ue000" * len(text)
    words = text[1 : text.index("](")]
    return "\ue001" + words + "\ue001" * (len(text) - len(words) - 1)


def _cut(draft: str, hidden: str, start: int, end: int) -> list[tuple[int, int]]:
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
    found: list[tuple[int, int]] = []
    for before, after in cuts:
        text = hidden[before:after]
        if not text.strip():
            continue
        left = before + len(text) - len(text.lstrip())
        right = after - len(text) + len(text.rstrip())
        if not re.sub(r"[\ue000\W]", "", hidden[left:right]) and found:
            left = found.pop()[0]
        found.append((left, right))
    return found


def _goes_on(hidden: str, at: int, end: int) -> bool:
    """Whether what follows an abbreviation's full stop is no new sentence."""
    following = hidden[at:end].lstrip(" \n\ue000\ue001")
    if _TITLE.search(hidden[max(0, at - 12) : at]):
        return True
    return (
        not following[:1].isupper()
        or bool(re.match(r"[\w]\.|\d", following))
        or bool(re.search(r"\b\w\.$", hidden[:at]))
    )


def _sentence(draft: str, start: int, end: int, notes: dict[str, str], held: Shelf) -> Sentence:
    text = draft[start:end]
    noted = "\n".join(notes[key] for m in _FOOTNOTE.finditer(text) if (key := _key(m)) in notes)
    citations = [*cited(text, held), *(c for line in noted.split("\n") for c in cited(line, held))]
    prose = without(_FOOTNOTE.sub(lambda m: "" if _key(m) in notes or m["key"] else m.group(), text))
    bare = re.sub(r"\s+([.,;。，；])", r"\1", " ".join(_MARKUP.sub("", prose).split()))
    return Sentence(text, start, end, bare, tuple(dict.fromkeys(citations)))
