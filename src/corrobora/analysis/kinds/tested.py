"""Delivered models that reappear in later papers on tests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.deals import Deal, deals_of, goods_keys
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import day_of, mentions_in, told
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

TEST = re.compile(
    r"испытани\w*|испытал\w*|испытан[аоы]?\b|пол[её]т\w*|обл[её]т\w*|полигон\w*|випробуван\w*|випробувал\w*|політ\w*|полігон\w*|"
    r"flight\s+tests?|test\s+flights?|field\s+tests?|\btrials?\b|\btested\b|\btest(?:ing|s)\b|试飞|试验|测试|靶场",
    re.IGNORECASE,
)


def analyse(view: CaseView) -> Iterator[Finding]:
    """Models of an invoice, order or delivery that a later paper names in a sentence on tests or flights.

    The model must be written alike, letter and figure; near variants are other models. That the pieces tested are those
    delivered is not said: one model is sold to many. Only the first later paper for each deal and model is told.
    """
    tests = [(on, span) for span in told(view, TEST) if (on := day_of(view, span)) is not None and is_day(on)]
    for deal in deals_of(view.trades, view.parties) if tests else ():
        papers = {span.document for span in deal.spans}
        for model in sorted(key for key in deal.goods if any(c.isdigit() for c in key) and not key.isdigit()):
            later = [(on, span, named) for on, span in tests
                     if span.document not in papers and on > (deal.date or "9999")
                     and (named := _named(view, span, model)) is not None]  # fmt: skip
            if later:
                yield from _finding(view, deal, model, min(later, key=lambda entry: (entry[0], entry[1].document)))


def _named(view: CaseView, span: Span, model: str) -> str | None:
    found = (m.text for m in mentions_in(view, span, MentionType.MODEL))
    return next((text for text in found if model in goods_keys(text)), None)


def _finding(view: CaseView, deal: Deal, model: str, test: tuple[str, Span, str]) -> list[Finding]:
    on, span, named = test
    line = next((line.span for line in deal.lines if model in goods_keys(line.description)), None)
    days = days_between(deal.date or "", on) or 0
    clause = (
        f"{named}, which {deal.supplier.label} sold to {deal.buyer.label} ({day(deal.date)}), stands "
        f"{count(days, 'day')} later in a paper on tests ({day(on)})"
    )
    spans = (*((line,) if line is not None else ()), *deal.spans[:2])
    first = Step(f"{deal.facts[0].kind} for {named}", deal.date, spans, deal.rows[:2])
    steps = (first, Step("paper on tests", on, (span,)))
    return in_order(view, "tested", steps, clause, {"model": named, "document": span.document})


ANALYSIS = Analysis("tested", "Delivered models in later papers on tests", ("sequence",), analyse)
