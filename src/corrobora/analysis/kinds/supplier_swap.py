"""A supplier swapped for another: a later contract for the same goods that repeats the words of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.parties import Party
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import ContractFact, Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.identifiers import hash_id

ALIKE = 92
"""Likeness of two passages (0 to 100, rapidfuzz ratio) from which one echoes the other."""
LONG, LONG_CHINESE = 60, 20
"""Letters of a passage that says something of its own."""
MOST = 0.6
"""Share of the later contract's passages that must echo the earlier one."""
FEWEST = 3


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one contract: who sells what to whom, and its longer passages."""

    fact: ContractFact
    supplier: Party
    customer: Party
    goods: frozenset[str]
    passages: tuple[Span, ...]


def analyse(view: CaseView) -> Iterator[Finding]:
    """Contracts of one customer with two suppliers for the same goods, the later in the words of the earlier.

    Most of the longer passages of the later text must be all but word for word those of the earlier one, and both must
    name the same model or named goods. Customers use forms of contract, so an echo is a lead: the passages are quoted
    side by side, and that one supplier stood in for the other is not said.
    """
    texts = [text for fact in view.facts_of(ContractFact) if (text := _text(view, fact)) is not None]
    texts.sort(key=lambda text: (text.fact.signed or "", text.fact.number or ""))
    for place, later in enumerate(texts):
        for earlier in texts[:place]:
            yield from _compared(view, earlier, later)


def _text(view: CaseView, fact: ContractFact) -> Text | None:
    if fact.status != "signed" or len(fact.parties) < 2 or not fact.spans or not is_day(fact.signed):
        return None
    supplier, customer = (view.parties.find(name) for name in fact.parties[:2])
    named = (key for item in fact.items for key in goods_keys(item.description))
    # words of general use (parts, equipment) do not make goods the same, a model does
    goods = frozenset(key for key in named if any(sign.isdigit() for sign in key))
    passages = tuple(_passages(view, fact.spans[0].document))
    if supplier is None or customer is None or not goods or len(passages) < FEWEST:
        return None
    return Text(fact, supplier, customer, goods, passages)


def _passages(view: CaseView, document: str) -> Iterator[Span]:
    for page in view.page_numbers.get(document, ()):
        for line in re.finditer(r"[^\n]+", view.pages[document, page].text):
            words = line[0].strip()
            chinese = re.search("[\u3400-\u9fff]", words) is not None
            if len(words) >= (LONG_CHINESE if chinese else LONG) and "|" not in words:
                start = line.start() + line[0].index(words)
                yield Span(document, page, start, start + len(words), words)


def _compared(view: CaseView, earlier: Text, later: Text) -> list[Finding]:
    one, other = earlier.fact, later.fact
    days = days_between(one.signed or "", other.signed or "")
    same_customer = earlier.customer.key == later.customer.key and earlier.supplier.key != later.supplier.key
    goods = sorted(earlier.goods & later.goods)
    if not same_customer or not goods or not days or number_key(one.number) == number_key(other.number):
        return []
    echoes = [(best, span) for span in later.passages if (best := _echo(span, earlier)) is not None]
    if len(echoes) < FEWEST or len(echoes) < MOST * len(later.passages):
        return []
    body = {
        "first": hash_id("contract text", one.spans[0].document),
        "second": hash_id("contract text", other.spans[0].document),
        "days": days,
        "first_what": f"contract {one.number} with {earlier.supplier.label}",
        "second_what": f"contract {other.number} with {later.supplier.label}",
        "passages": [{"first": best.quote, "second": span.quote} for best, span in echoes],
    }
    clause = (
        f"contract {other.number} with {later.supplier.label} repeats {count(len(echoes), 'passage')} of contract "
        f"{one.number} with {earlier.supplier.label}, signed {count(days, 'day')} earlier for goods of the same model"
    )
    spans = (one.spans[0], other.spans[0], *(span for pair in echoes[:5] for span in pair))
    basis = Basis(spans, grade=Grade.POSSIBLE, strength=float(len(echoes)))
    return conclude(view, "sequence", ("swap", one.spans[0].document, other.spans[0].document), clause, body, basis)


def _echo(span: Span, earlier: Text) -> Span | None:
    scored = [(fuzz.ratio(span.quote, known.quote, score_cutoff=ALIKE), known) for known in earlier.passages]
    best = max(scored, key=lambda entry: entry[0])
    return best[1] if best[0] else None


ANALYSIS = Analysis("supplier_swap", "A contract that echoes another supplier's", ("sequence",), analyse)
