"""A claimed capacity against what papers show to have been sold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.deals import Deal, deals_of
from corrobora.analysis.parties import Party
from corrobora.analysis.prose import mentions_in, parties_in, told
from corrobora.analysis.view import CaseView
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import MentionType

CAPACITY = re.compile(
    r"мощност\w*|производительност\w*|способн\w+\s+(?:выпускать|производить)|может\s+(?:выпускать|производить)|"
    r"потужн\w*|здатн\w+\s+(?:випускати|виробляти)|виробнич\w+\s+можлив\w*|"
    r"\bcapacity\b|\bable\s+to\s+(?:make|produce)\b|\bcan\s+(?:make|produce)\b|\bcapable\s+of\b|产能|生产能力|年产|月产|可生产",
    re.IGNORECASE,
)
MONTHLY = re.compile(
    r"в\s+месяц|ежемесячно|на\s+місяць|щомісяц\w*|per\s+month|a\s+month|monthly|每月|月产|/\s*(?:мес|month|月)",
    re.IGNORECASE,
)
YEARLY = re.compile(
    r"в\s+год|ежегодно|на\s+рік|щорічно|щороку|per\s+year|a\s+year|annual(?:ly)?|per\s+annum|每年|年产|/\s*(?:год|year|年)",
    re.IGNORECASE,
)
BUCKETS = {"month": 7, "year": 4}


def analyse(view: CaseView) -> Iterator[Finding]:
    """What a maker says it can make in a month or year, beside what the papers show it to have sold in one.

    The sentence must give a number of pieces and the period, and name the maker, else be in a letter of it; the
    sales are those of invoices and orders in which it is the supplier, in at least two periods. A capacity is no sale,
    and the papers hold some of the sales at most: the two figures are set side by side and not called false.
    """
    deals = deals_of(view.trades, view.parties)
    for span in told(view, CAPACITY) if deals else ():
        bucket = "month" if MONTHLY.search(span.quote) else "year" if YEARLY.search(span.quote) else None
        pieces = [m for m in mentions_in(view, span, MentionType.QUANT) if re.match(r"[\d.]+ (pcs|set)$", m.value)]
        claimed = number(pieces[-1].value.split()[0]) if pieces else None
        if bucket is None or claimed is None or not claimed:
            continue
        for maker in _makers(view, span):
            sold = _sold(deals, maker, bucket)
            if len(sold) >= 2:
                yield from _finding(view, span, (maker, bucket, claimed), sold)


def _makers(view: CaseView, span: Span) -> list[Party]:
    letter = view.letters.get(span.document)
    sender = view.parties.find(letter.sender) if letter is not None and letter.sender else None
    return parties_in(view, span) or ([sender] if sender is not None else [])


def _sold(deals: list[Deal], maker: Party, bucket: str) -> dict[str, list[Deal]]:
    found: dict[str, list[Deal]] = {}
    for deal in deals:
        if deal.supplier.key == maker.key and deal.quantity is not None and len(deal.date or "") >= BUCKETS[bucket]:
            found.setdefault((deal.date or "")[: BUCKETS[bucket]], []).append(deal)
    return found


def _finding(
    view: CaseView, span: Span, claim: tuple[Party, str, Decimal], sold: dict[str, list[Deal]]
) -> list[Finding]:
    maker, bucket, claimed = claim
    sums = {period: sum((deal.quantity or Decimal(0) for deal in deals), Decimal(0)) for period, deals in sold.items()}
    low, high = plain(min(sums.values())), plain(max(sums.values()))
    body = {
        "what": "capacity", "party": maker.label, "bucket": bucket, "stated": plain(claimed),
        "computed": {"minimum": low, "maximum": high, "counts": {p: plain(n) for p, n in sorted(sums.items())}},
        "ok": None,
    }  # fmt: skip
    shown = low if low == high else f"from {low} to {high}"
    clause = (
        f"{maker.label} is said to be able to make {plain(claimed)} pieces a {bucket}, and papers show {shown} sold in "
        f"each {bucket} of which they tell; they need not hold all sales"
    )
    spans = (span, *(told for deals in sold.values() for deal in deals for told in deal.spans[:1]))
    # the claim stands on the word of one paper, however many tell of the sales
    basis = Basis(spans, grade=Grade.UNVERIFIED, seen=True)
    return conclude(view, "comparison", ("capacity", maker.key, span.document, span.start), clause, body, basis)


ANALYSIS = Analysis("capacity", "Claimed capacity against sales", ("comparison",), analyse)
