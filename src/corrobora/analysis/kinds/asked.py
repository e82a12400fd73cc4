"""Asked against agreed: what a letter asked for, and what a later paper settled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import amount_near, mentions_in, told
from corrobora.analysis.suspicions import is_recognised
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.dates import is_day
from corrobora.model.facts import ContractFact, Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

ASKED = re.compile(
    r"\bпросим\b|\bпросит\b|\bпрошу\b|\bзапрашива\w+|\bзаявк\w+|\bпросимо\b|\bпросить\b|\bзапиту\w+|\brequests?\b|"
    r"\bwould\s+like\b|\bask(?:s|ed)?\s+(?:for|to)\b|\bkindly\b|请求|申请|希望|拟采购|请贵方|需求",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"согласова\w+|договорил\w*|утвержд\w+|стороны\s+соглас\w+|решили|погоджен\w*|домовил\w*|затвердж\w*|вирішили|"
    r"\bagreed\b|\bapproved\b|\bsettled\s+on\b|\bdecided\b|同意|商定|批准|达成一致|确定",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of a model, as one place of a paper says."""

    model: str
    named: str
    pieces: Decimal
    span: Span
    document: str
    date: str


def analyse(view: CaseView) -> Iterator[Finding]:
    """Quantities that a letter asks for, against those that a later answer, minutes or signed contract settles.

    The two papers must belong together: one names the other's number, both belong to one visit, or the contract is
    between parties of which the letter names one. Models must be written alike; figures read from pictures are left
    out. Where nothing was settled nothing is said.
    """
    asked = [known for span in told(view, ASKED) for known in _wanted(view, span)]
    agreed = [known for span in told(view, AGREED) for known in _wanted(view, span)] if asked else []
    agreed += list(_signed(view)) if asked else []
    for one in asked:
        later = [other for other in agreed if other.model == one.model and other.document != one.document
                 and other.date > one.date and _belong(view, one, other)]  # fmt: skip
        first = min(later, key=lambda other: (other.date, other.document), default=None)
        if first is not None and first.pieces != one.pieces:
            yield from _finding(view, one, first)


def _wanted(view: CaseView, span: Span) -> Iterator[Wanted]:
    dated = view.dated(span.document)
    if dated is None or is_recognised(view, span.document):
        return
    for at in mentions_in(view, span, MentionType.MODEL):
        near, keys = amount_near(view, span, at), [key for key in goods_keys(at.text) if any(c.isdigit() for c in key)]
        pieces = number(near.value.split()[0]) if near is not None else None
        if pieces is not None and len(keys) == 1:
            yield Wanted(keys[0], at.text, pieces, span, span.document, dated)


def _signed(view: CaseView) -> Iterator[Wanted]:
    for fact in view.facts_of(ContractFact):
        if fact.status != "signed" or not is_day(fact.signed) or is_recognised(view, fact.spans[0].document):
            continue
        for item in fact.items:
            keys = [key for key in goods_keys(item.description) if any(c.isdigit() for c in key)]
            pieces = number(item.quantity)
            if len(keys) == 1 and pieces is not None:
                named = item.description.strip(" |-–—;:")[:60]
                yield Wanted(keys[0], named, pieces, item.span, item.span.document, fact.signed or "")


def _belong(view: CaseView, one: Wanted, other: Wanted) -> bool:
    first, second = view.letters.get(one.document), view.letters.get(other.document)
    answered = {number_key(named) for named in second.reply_to} if second is not None else set()
    if first is not None and first.number and number_key(first.number) in answered:
        return True
    if any({one.document, other.document} <= set(visit.documents) for visit in view.visits):
        return True
    parties = [name for fact in view.facts_of(ContractFact) if fact.spans and fact.spans[0].document == other.document
               for name in fact.parties]  # fmt: skip
    mine = (first.sender, first.recipient) if first is not None else ()
    keys = {party.key for name in mine if name and (party := view.parties.find(name)) is not None}
    return any((party := view.parties.find(name)) is not None and party.key in keys for name in parties)


def _finding(view: CaseView, asked: Wanted, agreed: Wanted) -> list[Finding]:
    was, now = plain(asked.pieces), plain(agreed.pieces)
    clause = f"{was} of {asked.named} were asked for ({day(asked.date)}) and {now} settled ({day(agreed.date)})"
    steps = (
        Step(f"{was} of {asked.named} asked for", asked.date, (asked.span,)),
        Step(f"{now} of {agreed.named} settled", agreed.date, (agreed.span,)),
    )
    return in_order(view, "asked", steps, clause, {"item": asked.named, "asked": was, "agreed": now})


ANALYSIS = Analysis("asked", "What was asked for and what was agreed", ("sequence",), analyse)
