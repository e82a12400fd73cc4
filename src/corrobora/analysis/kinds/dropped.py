"""A rule, and the contracts that were dropped after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.prose import keys_in, mentions_in, told
from corrobora.analysis.terms import group_contracts, number_key, versions_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import ContractFact, Span
from corrobora.model.findings import Finding
from corrobora.model.mention import MentionType

LONGEST = 730
"""Days after a rule within which a contract dropped is set beside it."""
RULE = re.compile(
    r"(?:указ|постановлени|распоряжени|закон|запрет|санкци|ограничени|экспортн\w+\s+контрол|наказ|постанов|заборон|"
    r"обмежен|decree|regulation|executive\s+order|export\s+control|\bban\b|sanctions|\blaw\b|\brules?\b|restriction|"
    r"法令|条例|公告|禁令|管制|规定|制裁)[^.;。；]{0,160}?"
    r"(?:вступ\w+\s+в\s+силу|введ[её]н\w*|запре(?:щ|т)\w*|ограничи\w*|набу(?:в|л)\w*\s+чинності|набира\w+\s+чинності|"
    r"запроваджен\w*|ent(?:er|ered|ers)\s+into\s+force|t(?:akes|ook)\s+effect|in\s+force|prohibit\w*|banned|bars?\b|imposed|"
    r"施行|生效|实施|禁止|实行)",
    re.IGNORECASE,
)
DROPPED = re.compile(
    r"расторгнут\w*|аннулирован\w*|отмен[её]н\w*|прекращ[её]н\w*|отказал\w*\s+от|сорван\w*|розірван\w*|скасован\w*|"
    r"анульован\w*|\bterminated\b|\bcancell?ed\b|\bscrapped\b|\bannulled\b|\brescinded\b|\bcalled\s+off\b|"
    r"已?(?:解除|取消|终止|作废|撤销)",
    re.IGNORECASE,
)
OPEN = re.compile(
    r"\bне\b|может|могут|если|може|якщо|вправе|\bnot\b|\bmay\b|\bmight\b|\bif\b|\bcan\b|\bshall\b|\bwould\b|未|不|可以|如果|有权",
    re.IGNORECASE,
)
LOST = re.compile(
    r"(?:аванс|предоплат|передоплат|prepay|advance|down\s+payment|deposit|预付|定金)[^;。；\n]{0,80}?"
    r"(?:не\s+возвра|не\s+поверн|удержан|утриман|потерян|втрачен|not\s+(?:been\s+)?(?:refunded|returned|repaid)|forfeit|"
    r"withheld|\blost\b|不退|未退|不予退还|没收|损失)",
    re.IGNORECASE,
)


def analyse(view: CaseView) -> Iterator[Finding]:
    """Contracts that a paper tells to be cancelled after a rule came into force of which that same paper speaks.

    The rule must bear a date in its sentence, the contract its number, and both stand in one paper. A prepayment that
    the paper tells to be lost is quoted with it. That the contract fell because of the rule is said only where the
    paper's own words say so, and they are shown; the finding tells the order and the days.
    """
    groups = [versions_of(facts) for facts in group_contracts(view.facts_of(ContractFact))]
    numbers = {number_key(known.number): known.number for known in groups if len(number_key(known.number)) >= 3}
    for drop in told(view, DROPPED):
        named = sorted(keys_in(drop.quote) & numbers.keys())
        if not named or not _is_done(drop.quote):
            continue
        rules = [(on, span) for span in told(view, RULE, [drop.document]) if (on := _first_day(view, span)) is not None]
        fell = _dropped_on(view, drop, {on for on, _ in rules})
        fitting = [(on, span) for on, span in rules if fell and 0 <= (days_between(on, fell) or -1) <= LONGEST]
        if fell is not None and fitting:
            for key in named:
                yield from _finding(view, (numbers[key] or "", drop, fell), max(fitting, key=lambda entry: entry[0]))


def _is_done(words: str) -> bool:
    """Whether it is told as done: what a contract allows, and what did not happen, is no drop."""
    found = DROPPED.search(words)
    return found is not None and not OPEN.search(words[max(0, found.start() - 40) : found.start()])


def _first_day(view: CaseView, span: Span) -> str | None:
    return next((m.value for m in mentions_in(view, span, MentionType.DATE) if is_day(m.value)), None)


def _dropped_on(view: CaseView, drop: Span, rules: set[str]) -> str | None:
    """The day on which a contract fell: a day of its sentence that is not the rule's own, else that of the paper."""
    days = [m.value for m in mentions_in(view, drop, MentionType.DATE) if is_day(m.value) and m.value not in rules]
    return days[-1] if days else view.dated(drop.document)


def _finding(view: CaseView, fell: tuple[str, Span, str], rule: tuple[str, Span]) -> list[Finding]:
    (number, drop, on), (since, told_rule) = fell, rule
    lost = next(told(view, LOST, [drop.document]), None)
    sums = [mention.value for mention in mentions_in(view, lost, MentionType.MONEY)] if lost is not None else []
    clause = f"contract {number} was dropped {count(days_between(since, on) or 0, 'day')} after a rule of {day(since)}"
    clause += ", and a prepayment is told to be lost" if lost is not None else ""
    steps = (
        Step("rule", since, (told_rule,)),
        Step(f"contract {number} dropped", on, (drop, *((lost,) if lost is not None else ()))),
    )
    more = {"contract": number, "prepayment_lost": lost is not None, "prepayment": sums[0] if sums else None}
    return in_order(view, "dropped", steps, clause, more)


ANALYSIS = Analysis("dropped", "A rule, and contracts dropped after it", ("sequence",), analyse)
