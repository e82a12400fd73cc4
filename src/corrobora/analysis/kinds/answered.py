"""Requests and answers: what was asked, when, and what came back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.evidence import first_line
from corrobora.analysis.kinds.asked import AGREED, ASKED
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import told
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import days_between
from corrobora.model.facts import LetterFact, Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

REFUSED = re.compile(
    r"отказ\w*|не\s+(?:можем|представляется|имеем)|невозможн\w*|отклон\w+|відмов\w*|не\s+можемо|неможлив\w*|"
    r"\brefus\w*|\bunable\b|\bcannot\b|\bregret\b|\bdeclin\w+|拒绝|无法|不能|遗憾",
    re.IGNORECASE,
)
LONGEST = 160
"""Letters of a sentence that the statement quotes; the evidence has it whole."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Letters that ask for something, and the first later paper that names their number: what was asked, and what came.

    An answer is a paper of the same day or later that says whose number it answers. Of the request the first sentence
    that asks is quoted, of the answer the first that agrees or refuses, else its first sentence. Both are quoted, not
    judged: whether the answer gives what was asked a reader sees. A request without an answer is not told as one: the
    answer may be no part of the leak.
    """
    letters = [fact for fact in view.facts_of(LetterFact) if fact.spans]
    answers: dict[str, list[tuple[str, LetterFact]]] = {}
    for fact in letters:
        on = view.dated(fact.spans[0].document)
        for named in fact.reply_to if on is not None else ():
            answers.setdefault(number_key(named), []).append((on or "", fact))
    for fact in letters:
        asked_on, document = view.dated(fact.spans[0].document), fact.spans[0].document
        later = [
            (on, other) for on, other in answers.get(number_key(fact.number), ()) if fact.number
            if asked_on is not None and on >= asked_on and other.spans[0].document != document
        ]  # fmt: skip
        asked = next(iter(told(view, ASKED, [document])), None) if later else None
        if asked is not None:
            on, first = min(later, key=lambda entry: (entry[0], entry[1].spans[0].document))
            yield from _finding(view, (asked_on or "", fact, asked), (on, first, _came_back(view, first)))


def _came_back(view: CaseView, answer: LetterFact) -> Span | None:
    document = answer.spans[0].document
    settled = next(iter(told(view, AGREED, [document])), None)
    refused = next(iter(told(view, REFUSED, [document])), None)
    found = [span for span in (settled, refused) if span is not None]
    return min(found, key=lambda span: (span.page, span.start), default=first_line(view, document))


def _finding(
    view: CaseView, request: tuple[str, LetterFact, Span], answer: tuple[str, LetterFact, Span | None]
) -> list[Finding]:
    asked_on, asking, asked = request
    on, answering, came = answer
    days = days_between(asked_on, on) or 0
    told_after = "on the same day" if not days else f"{count(days, 'day')} later"
    quoted = f": \u201c{_short(came.quote)}\u201d" if came is not None else ""
    number = f" {answering.number}" if answering.number else ""
    clause = (
        f"{asking.number} of {day(asked_on)} asked \u201c{_short(asked.quote)}\u201d, and paper{number} answered it "
        f"{told_after} ({day(on)}){quoted}"
    )
    goods = [m.text for m in view.mentioned.get((asked.document, asked.page, MentionType.MODEL), ())
             if asked.start <= m.start < asked.end]  # fmt: skip
    steps = (
        Step(f"request {asking.number}", asked_on, (asked,)),
        Step(f"answer{number}", on, tuple(span for span in (came, answering.spans[0]) if span is not None)),
    )
    more = {"number": asking.number, "asked": asked.quote, "answer": came.quote if came is not None else None,
            "from": asking.sender, "to": asking.recipient, "goods": goods}  # fmt: skip
    return in_order(view, "answered", steps, clause, more)


def _short(words: str) -> str:
    plain = " ".join(words.split()).rstrip(".。")
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", maxsplit=1)[0] + " ..."


ANALYSIS = Analysis("answered", "What was asked, and what came back", ("sequence",), analyse)
