"""What a paper leaves out though its sibling says it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.suspicions import is_recognised
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count
from corrobora.model.facts import Span
from corrobora.model.findings import Finding

LONG, LONG_CHINESE = 25, 9
SHARED, PART = 4, 0.6
"""Sentences that siblings have in common, at least, and what part of the shorter paper they are."""
MOST = 3
"""Sentences left out, at most: more is another paper."""
COMMON = 25
"""Papers in which a sentence may stand; one that stands in more is a form."""
PIECE = re.compile(r"(?:[^.!?。！？；\n]|[.!?](?!\s))+[.!?。！？；]?")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Sentences that one paper of a pair of siblings leaves out though it keeps those before and after them.

    Siblings share most of their sentences word for word: a letter to two offices, a report and its shortened form. The
    sentence and its neighbours are quoted. Why it was left out is not said: the addressee may not have needed it, or
    the other paper had it added. Pages read from pictures are not compared.
    """
    papers = {document: _pieces(view, document) for document in sorted(view.page_numbers)
              if not is_recognised(view, document)}  # fmt: skip
    where: dict[str, set[str]] = {}
    for document, pieces in papers.items():
        for key, _ in pieces:
            where.setdefault(key, set()).add(document)
    shared: Counter[tuple[str, str]] = Counter()
    for documents in where.values():
        if 1 < len(documents) <= COMMON:
            shared.update(combinations(sorted(documents), 2))
    for (one, other), number in sorted(shared.items()):
        if number >= SHARED and number >= PART * min(len(papers[one]), len(papers[other])):
            yield from _compared(view, (one, papers[one]), (other, papers[other]))
            yield from _compared(view, (other, papers[other]), (one, papers[one]))


def _pieces(view: CaseView, document: str) -> list[tuple[str, Span]]:
    found: dict[str, Span] = {}
    for page in view.page_numbers[document]:
        for piece in PIECE.finditer(view.pages[document, page].text):
            words = piece[0].strip()
            key = re.sub(r"\W+", "", unicodedata.normalize("NFKC", words).casefold())
            if len(key) >= (LONG_CHINESE if re.search("[\u4e00-\u9fff]{4}", words) else LONG):
                start = piece.start() + piece[0].index(words)
                found.setdefault(key, Span(document, page, start, start + len(words), words))
    return list(found.items())


def _compared(
    view: CaseView, fuller: tuple[str, list[tuple[str, Span]]], shorter: tuple[str, list[tuple[str, Span]]]
) -> list[Finding]:
    (sibling, pieces), (document, others) = fuller, shorter
    kept = dict(others)
    order = {key: place for place, key in enumerate(kept)}
    gone = [place for place, (key, _) in enumerate(pieces) if key not in kept]
    if not gone or len(gone) > MOST or len(pieces) - len(gone) < SHARED:
        return []
    left = []
    for place in gone:
        before, after = (pieces[n][0] if 0 <= n < len(pieces) else None for n in (place - 1, place + 1))
        # its neighbours follow each other in the other paper: nothing stands in its stead
        if before in order and after in order and order[after] == order[before] + 1:
            left.append(place)
    if not left:
        return []
    said = [pieces[place][1] for place in left]
    names = [path.rsplit("/", maxsplit=1)[-1] for path in (document, sibling)]
    body = {
        "document": document, "siblings": [sibling], "left_out": [span.quote for span in said],
        "date": view.dated(document),
    }  # fmt: skip
    clause = (
        f"\u201c{names[0]}\u201d leaves out {count(len(said), 'sentence')} that \u201c{names[1]}\u201d, otherwise much "
        "the same, says between the same neighbours"
    )
    spans = (*said, *(kept[pieces[n][0]] for place in left[:2] for n in (place - 1, place + 1)))
    basis = Basis(spans, strength=float(len(said)), seen=True)
    return conclude(view, "omission", (document, sibling), clause, body, basis)


ANALYSIS = Analysis("omission", "What a paper leaves out though its sibling says it", ("omission",), analyse)
