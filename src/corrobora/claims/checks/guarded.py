"""What a page gives as a view, a plan or a capacity must not be told as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import CitedPage, Held
from corrobora.claims.figures import NUMBER, value
from corrobora.claims.vocabulary import CANCELLED, CAPACITY, DONE, FULFILLED, HEDGED, OPINION, PLAN, SAID, SALES
from corrobora.model.facts import ContractFact
from corrobora.model.mention import Mention, MentionType

_FIGURE = re.compile(NUMBER, re.I)
_LEAST = 10
"""Smaller figures stand on a page by chance."""
_HARD = (MentionType.MONEY, MentionType.QUANT, MentionType.DATE)
_SENTENCE = re.compile(r"(?:(?!(?<!\b[A-ZА-Я])(?<![,(]\sг)[.!?…](?=\s+[^\sa-zа-яёіїєґ])|[。！？]|\n\s*\n|\|).)+", re.S)


@dataclass(frozen=True, slots=True)
class _Guard:
    """How a page puts it, and how a sentence would have to put it to be wrong (None: anyhow)."""

    what: str
    page: re.Pattern[str]
    wrong: re.Pattern[str] | None
    detail: str


_GUARDS = (
    _Guard("a capacity", CAPACITY, SALES, "the page speaks of what could be made, the sentence of what was"),
    _Guard("somebody's view", OPINION, None, "the page gives it as somebody's view; say whose"),
    _Guard("a plan", PLAN, DONE, "the page gives it as planned, the sentence as done"),
)


def check(held: Held) -> Iterator[Problem]:
    """A figure or day that every cited page holds only under such a word."""
    if HEDGED.search(held.prose) or SAID.search(held.prose):
        return
    yield from _signed_draft(held)
    yield from _cancelled(held)
    yield from _agreed(held)
    for stated, around in _told(held):
        for guard in _GUARDS:
            if around and all(guard.page.search(text) for text in around) and _is_wrong(guard, held):
                yield Problem("overclaim", stated, guard.what, guard.detail)
                break


def _told(held: Held) -> Iterator[tuple[str, list[str]]]:
    """Sums, days and figures of the sentence, each with the sentences of the pages in which it stands."""
    taken: list[tuple[int, int]] = []
    for mention in held.mentions:
        if mention.type in _HARD and mention.value:
            taken.append((mention.start, mention.end))
            yield mention.text, [text for page in held.pages for text in _around(page, mention)]
    for found in _FIGURE.finditer(held.prose):
        figure = value(found["number"]) or 0
        if figure >= _LEAST and not any(a <= found.start() < b for a, b in taken):
            yield found.group(), [text for page in held.pages for text in _with_figure(page, figure)]


def _is_wrong(guard: _Guard, held: Held) -> bool:
    if guard.wrong is None:
        return True
    # what a page plans may have happened according to another paper or a row
    return bool(guard.wrong.search(held.prose)) and not held.rows and not _happened(held)


def _happened(held: Held) -> bool:
    papers = {page.document for page in held.pages}
    return any(
        f.kind in ("visit", "supply", "travel")
        and f.body.get("status") not in ("planned", "cancelled", "requested")
        and papers & {p.document for p in f.pages}
        and f.grade.value in ("confirmed", "probable")
        for f in held.case.findings
    )


def _around(page: CitedPage, mention: Mention) -> Iterator[str]:
    """The sentences of the page in which a value stands."""
    for there in page.mentions:
        if there.type is mention.type and _plain(mention) in (_plain(there), *_plain(there).split("/")):
            for sentence in _SENTENCE.finditer(page.text):
                if sentence.start() <= there.start < sentence.end():
                    yield sentence.group()


def _with_figure(page: CitedPage, figure: int) -> Iterator[str]:
    for sentence in _SENTENCE.finditer(page.text):
        if any(value(m["number"]) == figure for m in _FIGURE.finditer(sentence.group())):
            yield sentence.group()


def _plain(mention: Mention) -> str:
    """A quantity without its unit, which a page may give in other words."""
    return mention.value.split(" ", maxsplit=1)[0] if mention.type is MentionType.QUANT else mention.value


_SIGNS = re.compile(
    r"\b(?:signed|concluded|came into force|entered into force|подписа\w+|заключ[её]н\w*|заключил\w*|вступил\w* в силу|"
    r"підписа\w+|укла\w+|набу\w+ чинності)\b|签署|签订|生效",
    re.I,
)


def _signed_draft(held: Held) -> Iterator[Problem]:
    """A contract known from a draft only, told as signed."""
    signs = _SIGNS.search(held.prose)
    drafts = [f for page in held.pages for f in page.facts if isinstance(f, ContractFact)]
    if signs is None or not drafts or held.rows or any(f.status != "draft" for f in drafts):
        return
    numbers = {f.number for f in drafts if f.number} | {f.codename for f in drafts if f.codename}
    elsewhere = ""
    for finding in held.case.findings:
        named = {finding.body.get("number"), finding.body.get("codename")}
        if finding.kind == "contract" and finding.body.get("status") != "draft" and numbers & named:
            papers = {page.document for page in held.pages}
            others = [ref.document for ref in finding.pages if ref.document not in papers]
            if not others:
                return
            elsewhere = others[0]
    if elsewhere:
        told = f"the paper cited is a draft; {elsewhere} tells of the signing: cite that"
        yield Problem("overclaim", signs.group(), "a draft", told)
        return
    yield Problem("overclaim", signs.group(), "a draft", "the paper cited is a draft, and nothing says it was signed")


def _agreed(held: Held) -> Iterator[Problem]:
    """A term of a contract told as fulfilled: a contract says what was agreed, and never what was done."""
    done = FULFILLED.search(held.prose)
    if done is None or held.rows or not held.pages or _happened(held):
        return
    if not any(m.type in (MentionType.MONEY, MentionType.DATE) for m in held.mentions):
        return
    texts = [[f for f in page.facts if isinstance(f, ContractFact)] for page in held.pages]
    if all(facts and all(f.status in ("draft", "signed") for f in facts) for facts in texts):
        yield Problem("overclaim", done.group(), "a term of a contract", "the contract says what was agreed, not done")


def _cancelled(held: Held) -> Iterator[Problem]:
    """A day told as one on which something happened, where every page that has the day says it was called off."""
    done = DONE.search(held.prose)
    if done is None or held.rows or CANCELLED.search(held.prose):
        return
    for mention in held.mentions:
        around = [t for page in held.pages for t in _around(page, mention)] if mention.type is MentionType.DATE else []
        if around and all(CANCELLED.search(text) for text in around):
            yield Problem("overclaim", mention.text, "called off", "the page says that it was called off")
            return


CHECK = Check("guarded", "Views, plans and capacities told as facts", check)
