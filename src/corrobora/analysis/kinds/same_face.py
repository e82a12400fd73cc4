"""Faces of two pictures of the case that are alike: a lead for people to look at, asked for and never a name."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.evidence import first_line_of, page_ref
from corrobora.analysis.faces import PUBLISHED, PUBLISHED_ERROR, USUAL, Pair, alike
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, listing, statement
from corrobora.model.contract import document_json
from corrobora.model.faces import Face
from corrobora.model.facts import Appearance
from corrobora.model.findings import DocumentRef, Finding, Grade
from corrobora.model.identifiers import hash_id

REVIEWERS = 2
"""People who must have said yes before the finding counts as a lead."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Pairs of pictures of the case whose faces are alike, with the distance and how often strangers are as alike.

    Only where the user asked (`corrobora run --faces`, or `[faces] compare = true` in case.toml) and the extra is
    installed. Nothing outside the case is compared, nobody is named, and what a caption says stays apart. The rate of
    false matches is measured in the case itself: portraits of passports with different numbers are different people,
    and the share of such pairs as alike as this one, the pair itself counted in, is what strangers reach here. The
    published figure stands beside it with its bias. Until two different people have judged the pair with yes it is
    unverified; then it is possible, and never more.
    """
    if not view.faces:
        return
    copies = {path: document.sha256 for path, document in view.documents.items()}
    for pair in alike(view.faces, passports_of(view), copies):
        yield from _finding(view, pair)


def passports_of(view: CaseView) -> dict[str, str]:
    """Document -> the number of the passport it shows, for pictures of passports."""
    holders = (f for f in view.facts_of(Appearance) if f.side == "holder" and f.document_number and f.spans)
    return {f.spans[0].document: f.document_number for f in holders if f.document_number}


def _finding(view: CaseView, pair: Pair) -> Iterator[Finding]:
    refs = [_photograph(view, *end) for end in (pair.one, pair.other)]
    key = hash_id("same_face", *(part for ref in refs for part in (ref.document, ref.page, ref.box)))
    said_yes = view.approvals.get(key, frozenset())
    grade = Grade.POSSIBLE if len(said_yes) >= REVIEWERS else Grade.UNVERIFIED
    body = {
        "photographs": [document_json(ref) for ref in refs],
        "distance": round(pair.distance, 3),
        "false_match_rate": round(pair.rate, 3),
        "measured": {"strangers": pair.strangers, "as_alike": pair.as_alike},
        "published": {"threshold": USUAL, "error": PUBLISHED_ERROR, "note": PUBLISHED},
        "reviewers": len(said_yes),
    }
    names = " and ".join(f"\u201c{ref.document.rsplit('/', maxsplit=1)[-1]}\u201d" for ref in refs)
    clause = f"faces on {names} look alike at a distance of {pair.distance:.2f}, which {_worth(pair)}; "
    clause += "whether they are one person only people can judge"
    sources = list(dict.fromkeys(ref.source for ref in refs))
    text = statement(grade, clause, [listing(sources)], lead="in")
    shown = tuple(ref for ref in refs if ref.quote) or tuple(refs)
    yield Finding(key, "same_face", text, grade, shown, (), body, strength=1 - pair.rate)


def _worth(pair: Pair) -> str:
    if not pair.strangers:
        return "nothing in this case tells how often strangers reach"
    pairs = count(pair.strangers, "pair of different passports", "pairs of different passports")
    return f"{pair.as_alike} of {pairs} of this case also reach"


def _photograph(view: CaseView, document: str, face: Face) -> DocumentRef:
    """The picture at the face; its quote is the first line read there, or "" where nothing was."""
    span = first_line_of(view, document, face.page)
    ref = page_ref(view, span) if span is not None else None
    known = view.documents.get(document)
    quote = ref.quote if ref is not None else ""
    source = view.source_of_document(document).name
    return DocumentRef(source, document, known.sha256 if known is not None else "", face.page, quote, face.box)


ANALYSIS = Analysis("same_face", "The same face in two pictures, to be judged by people", ("same_face",), analyse)
