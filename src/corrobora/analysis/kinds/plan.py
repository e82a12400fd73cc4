"""The arithmetic of plans: price times yearly pieces, and where a plan of so many months ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import number, plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.prose import mentions_in, told
from corrobora.analysis.suspicions import is_recognised
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, money
from corrobora.model.dates import add_months, is_day, parse_day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding
from corrobora.model.mention import Mention, MentionType

EACH = re.compile(
    r"за\s+(?:штуку|единицу|шт|ед|одиницю|комплект)|цен[аеу]|ціна|ціною|per\s+(?:unit|piece|set)|\beach\b|apiece|unit\s+price|"
    r"单价|每[台架件套枚辆]",
    re.IGNORECASE,
)
YEARLY = re.compile(
    r"в\s+год|ежегодно|на\s+рік|щорічно|щороку|per\s+year|a\s+year|annually|per\s+annum|每年|年产", re.IGNORECASE
)
LASTING = re.compile(
    r"(?:план\w*|программ\w*|програм\w*|график\w*|графік\w*|\bplan\b|\bprogramme\b|\bprogram\b|\bschedule\b|计划|方案|规划)"
    r"[^.。;；\n]{0,80}?(?P<n>\d{1,3})[\s-]*(?:месяц\w*|мес\b|місяц\w*|months?|个月)",
    re.IGNORECASE,
)
CLOSE = Decimal("0.01")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Sums of plans, made anew: price of one piece times pieces a year, and the end of a plan of so many months.

    A sentence must give the price of one piece, the pieces of a year and a yearly sum; they agree within one in a
    hundred, for such sums are rounded. A plan of so many months in a dated paper runs from the paper's day, where the
    sentence names no other; an end that it states is compared by the month. Pages read from pictures are left out.
    """
    for span in told(view, YEARLY):
        if EACH.search(span.quote) and not is_recognised(view, span.document):
            yield from _yearly(view, span)
    for span in told(view, LASTING):
        if not is_recognised(view, span.document):
            yield from _end(view, span)


def _amount(mention: Mention) -> tuple[Decimal, str] | None:
    found = re.match(r"([\d.]+) ([A-Z]{3})$", mention.value)
    value = number(found[1]) if found is not None else None
    return (value, found[2]) if found is not None and value is not None else None


def _yearly(view: CaseView, span: Span) -> list[Finding]:
    sums = [known for m in mentions_in(view, span, MentionType.MONEY) if (known := _amount(m)) is not None]
    counts = [m for m in mentions_in(view, span, MentionType.QUANT) if re.match(r"[\d.]+ (pcs|set)$", m.value)]
    pieces = number(counts[0].value.split()[0]) if len(counts) == 1 else None
    if len(sums) != 2 or sums[0][1] != sums[1][1] or pieces is None:
        return []
    (price, currency), (stated, _) = sorted(sums)
    computed = price * pieces
    ok = abs(computed - stated) <= stated * CLOSE
    told_sum, made = (money({"amount": plain(value), "currency": currency}) for value in (stated, computed))
    body = {
        "what": "yearly sum", "stated": plain(stated), "computed": plain(computed), "currency": currency, "ok": ok,
        "derivation": f"{plain(price)} x {plain(pieces)}",
    }  # fmt: skip
    clause = f"a plan gives {told_sum} a year, and its price times its {plain(pieces)} pieces comes to {made}"
    clause += ", which agrees" if ok else ", which does not agree"
    return conclude(view, "comparison", ("yearly", span.document, span.start), clause, body, Basis((span,)))


def _end(view: CaseView, span: Span) -> list[Finding]:
    found = LASTING.search(span.quote)
    dates = [m.value for m in mentions_in(view, span, MentionType.DATE)]
    days = [value for value in dates if is_day(value)]
    start = days[0] if len(days) > 1 else view.dated(span.document)
    began = parse_day(start or "")
    if found is None or began is None or not 1 <= int(found["n"]) <= 240:
        return []
    months = int(found["n"])
    end = add_months(began, months).isoformat()
    later = [value for value in dates if value[:7] > began.isoformat()[:7] and re.match(r"\d{4}-\d{2}", value)]
    stated = later[-1] if later else None
    ok = stated[:7] == end[:7] if stated is not None else None
    body = {
        "what": "end of a plan", "stated": stated, "computed": end, "ok": ok, "months": months,
        "derivation": f"{began.isoformat()} + {months} months",
    }  # fmt: skip
    clause = f"a plan of {count(months, 'month')} counted from {day(began.isoformat())} runs to {day(end)}"
    if stated is not None:
        clause += f", as its paper says ({day(stated)})" if ok else f", where its paper says {day(stated)}"
    return conclude(view, "comparison", ("months", span.document, span.start), clause, body, Basis((span,)))


ANALYSIS = Analysis("plan", "The arithmetic of plans", ("comparison",), analyse)
