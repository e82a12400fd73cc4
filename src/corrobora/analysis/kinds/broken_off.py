"""Relations broken off and taken up again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.parties import Party
from corrobora.analysis.prose import day_of, parties_in, told
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, short
from corrobora.model.dates import days_between
from corrobora.model.facts import Span
from corrobora.model.findings import Finding

DEALINGS = re.compile(
    r"сотруднич|отношени|переговор|поставк|контакт|взаимодейств|співпрац|співробітн|відносин|постачан|"
    r"cooperation|collaboration|relations|talks|negotiation|deliver|supplies|contacts|dealings|"
    r"合作|关系|谈判|供货|供应|往来|联系|洽谈",
    re.IGNORECASE,
)
BROKEN = re.compile(
    r"приостанов\w+|прекра(?:тил|щен)\w*|разорва\w+|разрыв\w*|свёрнут\w*|свернут\w*|заморо(?:зил|жен)\w*|"
    r"призупин\w+|припинен\w*|припинил\w*|розірва\w+|заморожен\w*|"
    r"\bsuspended\b|\bbroke(?:n)?\s+off\b|\bsevered\b|\bhalted\b|\bfr(?:oze|ozen)\b|\bcut\s+off\b|\bceased\b|"
    r"中止|终止|中断|停止|断绝|暂停",
    re.IGNORECASE,
)
RESUMED = re.compile(
    r"возобнов(?:ил|лен)\w*|восстанов(?:ил|лен)\w*|вновь\s+нача\w+|поновл\w+|поновил\w*|віднов(?:ил|лен)\w*|"
    r"\bresumed\b|\brestored\b|\brestarted\b|\bre-?established\b|\btaken\s+up\s+again\b|恢复|重启|重新开始",
    re.IGNORECASE,
)
UNSURE = re.compile(
    r"\bне\b|\bне(?:воз|об)|может|могут|планиру|намерен|предлаг|просим|если|\bбуд[еу]т|може|можуть|якщо|пропон|"
    r"\bnot\b|\bnever\b|\bmay\b|\bmight\b|\bcould\b|\bwould\b|\bwill\b|\bshould\b|\bif\b|\bplans?\b|\bpropos|"
    r"未|没有|不|拟|计划|可能|如果|若|建议|应",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence that tells relations with these parties to have been broken off, or taken up."""

    date: str
    parties: dict[str, Party]
    span: Span


def analyse(view: CaseView) -> Iterator[Finding]:
    """Cooperation, talks or deliveries that one paper tells to be broken off and a later one taken up again.

    Both sentences must name the same parties of the case and tell of it as done: what is planned, threatened or denied
    does not count. The day is the one in the sentence, else that of its paper. Innocent readings: the papers speak of
    two different dealings of the same parties.
    """
    broken = [turn for span in told(view, BROKEN) if (turn := _turn(view, span)) is not None]
    resumed = [turn for span in told(view, RESUMED) if (turn := _turn(view, span)) is not None] if broken else []
    for first in broken:
        later = [turn for turn in resumed if turn.date > first.date and _same(first, turn)]
        if later:
            yield from _finding(view, first, min(later, key=lambda turn: turn.date))


def _turn(view: CaseView, span: Span) -> Turn | None:
    if not DEALINGS.search(span.quote) or UNSURE.search(span.quote):
        return None
    date, parties = day_of(view, span), {party.key: party for party in parties_in(view, span)}
    return Turn(date, parties, span) if date is not None and parties else None


def _same(first: Turn, second: Turn) -> bool:
    fewer, more = sorted((set(first.parties), set(second.parties)), key=len)
    return fewer <= more and first.span != second.span


def _finding(view: CaseView, first: Turn, second: Turn) -> list[Finding]:
    names = [party.label for key, party in first.parties.items() if key in second.parties]
    days = days_between(first.date, second.date)
    between = f", {count(days, 'day')} later" if days is not None else ""
    clause = f"dealings with {short(names)} were broken off ({day(first.date)}) and taken up again ({day(second.date)}"
    steps = (
        Step("relations broken off", first.date, (first.span,)),
        Step("relations taken up again", second.date, (second.span,)),
    )
    return in_order(view, "broken_off", steps, f"{clause}{between})", {"parties": names})


ANALYSIS = Analysis("broken_off", "Relations broken off and taken up", ("sequence",), analyse)
