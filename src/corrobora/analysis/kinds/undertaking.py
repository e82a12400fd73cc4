"""Undertakings: what one side was to send, hand over or do by a day, and the paper that says it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import page_ref
from corrobora.analysis.prose import mentions_in, parties_in, told
from corrobora.analysis.suspicions import is_recognised
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.contract import document_json
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import ContractFact, Span
from corrobora.model.findings import Finding
from corrobora.model.mention import Mention, MentionType

OWED = re.compile(
    r"обязу[ею]тся|обязал\w*\s|(?:должн[аоы]|должен|поручено|надлежит)\s|"
    r"\b(?:направ|представ|предостав|переда|подготов|вышл|изготов|согласу|сообщ)(?:ит|ят|ет|ют|аст|адут)\b|"
    r"зобов['’]яз\w+|\b(?:над(?:ішле|асть|ішлють|адуть)|переда(?:сть|дуть)|підготу(?:є|ють)|повідом(?:ить|лять))\b|"
    r"\b(?:shall|undertakes?|undertook|agreed\s+to|is\s+to|are\s+to|must|will)\b|应(?!用)|须|将|负责|承诺",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:направля|представля|переда[её]|высыла|предоставля|сообща)(?:ем|ю)\b|"
    r"\b(?:направлен|представлен|передан|выслан)[аоы]?\b|"
    r"\b(?:надсила|нада|переда|повідомля)(?:ємо|ю)\b|\b(?:надіслан|надан|передан)[аоі]?\b|"
    r"\b(?:enclosed|attached|herewith|hereby\s+(?:send|submit)|we\s+(?:send|submit|forward|enclose)|"
    r"(?:was|were|has\s+been|have\s+been)\s+(?:sent|submitted|handed\s+over|delivered|forwarded))\b|现(?:将|提交|寄送)|随函|兹(?:送|寄)|已(?:提交|寄出|发送|移交|交付)",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"(?:\bдо|\bк|\bне\s+поздне[ей]|\bв\s+срок\s+до|\bне\s+пізніше(?:\s+ніж)?|\bby|\bbefore|\bno\s+later\s+than|\bnot\s+later\s+than|"
    r"\buntil|不迟于|最迟)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
AFTERWARDS = re.compile(r"\s*(?:之?前|以前)")
SIDE = re.compile(
    r"\b(?:Сторон\w+|Side|Party)\s+[\"«]?[АБВABC1-3]\b[\"»]?|甲方|乙方|[中俄]方|"
    r"\b(?:the\s+)?(?:Russian|Chinese|Ukrainian)\s+side\b|\b(?:российск|русск|китайск|украинск|українськ)\w+\s+сторон\w+",
    re.IGNORECASE,
)
COMMON = 2
"""Words that an undertaking and the paper that fulfils it must share besides the names of parties."""
STEM = 5


def analyse(view: CaseView) -> Iterator[Finding]:
    """What minutes and letters say one side was to do by a day, and the later paper that says it was done.

    Taken are sentences with a side (a party, or "side A", 甲方), a verb of obligation and a last day ("до 15 марта",
    "no later than", 日前). Fulfilled by: a paper of a later day in which a sentence tells of sending or handing over
    and shares two words of what was owed with it, or one where that paper answers the number of the first. A paper of
    another sender than the side that owed is none. Where no such paper is found nothing is said to be late. Instalments
    and deliveries of contracts are told by the analysis `obligation`.
    """
    texts = [fact for fact in view.facts_of(ContractFact) if fact.spans and fact.status != "reported"]
    contracts = {fact.spans[0].document for fact in texts}
    done = list(told(view, DONE))
    for span in told(view, OWED):
        written = view.dated(span.document)
        due = _due(view, span)
        debtor = _debtor(view, span)
        if span.document in contracts or is_recognised(view, span.document) or due is None or debtor is None:
            continue
        if written is not None and written <= due:
            yield from _finding(view, span, (debtor, due, written), _fulfilled(view, span, (debtor, written), done))


def _due(view: CaseView, span: Span) -> str | None:
    text = view.pages[span.document, span.page].text
    for at in mentions_in(view, span, MentionType.DATE):
        before, after = text[max(span.start, at.start - 24) : at.start], text[at.end : at.end + 4]
        marked = UNTIL.search(before) or AFTERWARDS.match(after)
        last = _last_day(at)
        if marked and last is not None:
            return last
    return None


def _last_day(at: Mention) -> str | None:
    end = at.value.rsplit("/", maxsplit=1)[-1]
    return end if is_day(end) else None


def _debtor(view: CaseView, span: Span) -> str | None:
    verb = OWED.search(span.quote)
    head = span.quote[: verb.start() + 1] if verb is not None else ""
    side = SIDE.search(head)
    if side is not None:
        return side[0]
    named = parties_in(view, Span(span.document, span.page, span.start, span.start + len(head), head))
    return named[0].label if len(named) == 1 else None


def _fulfilled(view: CaseView, owed: Span, terms: tuple[str, str], done: list[Span]) -> tuple[str, Span] | None:
    debtor, written = terms
    party = view.parties.find(debtor)
    letter = view.letters.get(owed.document)
    own = number_key(letter.number) if letter is not None and letter.number else ""
    wanted = _words(owed.quote) - _words(debtor)
    found = []
    for span in done:
        on, answer = view.dated(span.document), view.letters.get(span.document)
        if span.document == owed.document or on is None or on <= written:
            continue
        sender = view.parties.find(answer.sender) if answer is not None and answer.sender else None
        if party is not None and sender is not None and sender.key != party.key:
            continue
        answers = answer is not None and own != "" and own in {number_key(named) for named in answer.reply_to}
        if len(wanted & _words(span.quote)) >= (1 if answers else COMMON):
            found.append((on, span))
    return min(found, key=lambda entry: (entry[0], entry[1].document), default=None)


def _words(text: str) -> set[str]:
    plain = OWED.sub(" ", DONE.sub(" ", text)).casefold().replace("ё", "е")
    stems = {word[:STEM] for word in re.findall(r"[^\W\d_]{4,}", plain) if word < "\u3400"}
    chinese = "".join(re.findall(r"[\u3400-\u9fff]+", plain))
    return (stems - NOT_WHAT) | {chinese[n : n + 3] for n in range(len(chinese) - 2)}


NOT_WHAT = frozenset((
    "сторо", "январ", "февра", "марта", "апрел", "август", "авгус", "сентя", "октяб", "ноябр", "декаб",
    "позде", "later", "janua", "febru", "march", "april", "augus", "septe", "octob", "novem", "decem",
    "party", "письм", "листа", "lette", "пізні", "січня", "берез", "квітн", "травн", "червн", "липня",
    "серпн", "this", "that", "with", "from", "have", "which", "года", "году", "есть", "були", "буде",
    "будет", "верес", "жовтн", "листо", "груде", "грудн", "насто", "адрес",
))  # fmt: skip
"""Stems that say when, who and by what, not what is owed."""


def _finding(
    view: CaseView, span: Span, terms: tuple[str, str, str], fulfilled: tuple[str, Span] | None
) -> list[Finding]:
    debtor, due, written = terms
    shown = page_ref(view, fulfilled[1]) if fulfilled is not None else None
    late = days_between(due, fulfilled[0]) if fulfilled is not None and shown is not None else None
    what = " ".join(span.quote.split())
    body = {
        "debtor": debtor, "what": what, "due": due,
        "fulfilled_by": document_json(shown) if shown is not None else None,
        "late_days": max(late, 0) if late is not None else None, "undertaken": written,
    }  # fmt: skip
    clause = f"{debtor} was by {day(due)} to do what a paper of {day(written)} says"
    clause += f": \u201c{what[:200].rstrip('. 。')}\u201d"
    if fulfilled is not None and shown is not None:
        clause += f"; a paper of {day(fulfilled[0])} tells of it" + (f", {late} days late" if late and late > 0 else "")
    spans = (span, *((fulfilled[1],) if fulfilled is not None else ()))
    return conclude(view, "obligation", ("undertaking", span.document, span.start), clause, body, Basis(spans))


ANALYSIS = Analysis("undertaking", "What a side was to do by a day, and what fulfilled it", ("obligation",), analyse)
