"""Late contracts: the promised end against the last state that a paper tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.prose import keys_in, told
from corrobora.analysis.terms import Versions, group_contracts, number_key, term_dates, versions_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import ContractFact, Span
from corrobora.model.findings import Finding

LATE = re.compile(
    r"просроч|задерж(?:ан|ива|к)|не\s+(?:поставлен|исполнен|заверш[её]н|выполнен|виконан)|срыв\w*\s+срок|"
    r"простроч|затрим|overdue|delayed|behind\s+schedule|not\s+(?:yet\s+)?(?:been\s+)?(?:delivered|completed)|"
    r"逾期|延误|延迟|拖延|(?:尚未|未能?)(?:交付|完成|履行)",
    re.IGNORECASE,
)
NOT_LATE = re.compile(
    r"без\s+(?:задерж|просроч|затрим|простроч)\w*|не\s+(?:просроч|задерж|простроч|затрим)\w*|"
    r"(?:просроч|задерж)\w*\s+(?:нет|отсутств\w*|не\s+\w+)|\b(?:no|without|not|never)\s+(?:\w+\s+)?(?:delay|overdue|late)\w*|"
    r"(?:未|无|没有|不)(?:逾期|延误|延迟|拖延)",
    re.IGNORECASE,
)
REASON = re.compile(
    r"(?:в\s+связи\s+с|из-за|по\s+причине|вследствие|ввиду|через\s+(?=відсутн|затрим|брак)|у\s+зв['’]язку\s+з|внаслідок|"
    r"\bdue\s+to\b|\bbecause\b|\bowing\s+to\b|\bcaused\s+by\b|由于|因为|因(?!此)|原因)",
    re.IGNORECASE,
)
COMPLAINT = re.compile(
    r"претензи\w*|рекламаци\w*|жалоб\w*|недовольств\w*|выразил\w*\s+обеспокоенност\w*|претензі\w*|рекламаці\w*|скарг\w*|"
    r"незадоволен\w*|\bcomplain\w*|\bclaims?\s+(?:for|against|letter)|\bdissatisf\w*|投诉|索赔|不满|异议",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?:[^.!?。！？\n]|[.!?](?!\s|$)|\n(?!\s*\n))+")


def analyse(view: CaseView) -> Iterator[Finding]:
    """Contracts of which a paper says, after the last promised day of delivery, that they are late or not delivered.

    The end is the latest day that the contract's own delivery terms give. The paper must name that contract and no
    other in the sentence that says so, and must be of a later day: its own date, else the latest signature that it
    tells of. The days late are counted to that paper; how late the delivery was in the end is not known. Reasons and
    complaints are quoted from sentences that name the contract.
    """
    groups = [versions_of(facts) for facts in group_contracts(view.facts_of(ContractFact))]
    keys = {key for versions in groups if len(key := number_key(versions.number)) >= 3}
    for versions in groups:
        end = _end(versions)
        key = number_key(versions.number)
        if end is None or len(key) < 3 or versions.status != "signed":
            continue
        late = [(seen, span) for fact in versions.facts if (span := _told(view, fact, key, keys)) is not None
                if (seen := _seen(view, span.document)) is not None and seen > end]  # fmt: skip
        if late:
            yield from _finding(view, versions, end, max(late, key=lambda entry: entry[0]))


def _end(versions: Versions) -> str | None:
    if versions.text is None:
        return None
    ends = [term_dates(term, versions)[1] for term in versions.text.deliveries]
    # a term without a known last day leaves the promised end open
    return max((end for end in ends if end), default=None) if all(ends) else None


def _told(view: CaseView, fact: ContractFact, key: str, keys: set[str]) -> Span | None:
    if fact.status != "reported" or not fact.spans:
        return None
    document = fact.spans[0].document
    for page in view.page_numbers.get(document, ()):
        for found in SENTENCE.finditer(view.pages[document, page].text):
            words = found[0]
            named = {number_key(token) for token in re.findall(r"[^\s,;:«»“”\"()]+", words)} & keys
            if named == {key} and LATE.search(words) and not NOT_LATE.search(words):
                start = found.start() + len(words) - len(words.lstrip())
                return Span(document, page, start, start + len(words.strip()), words.strip())
    return None


def _seen(view: CaseView, document: str) -> str | None:
    """The day of a paper: as it says, else the latest day of which it tells as past."""
    signed_days = [
        fact.signed
        for fact in view.facts_of(ContractFact)
        if fact.spans and fact.spans[0].document == document and is_day(fact.signed)
    ]
    return view.dated(document) or max((signed for signed in signed_days if signed), default=None)


def _is_about(known: Span, late: Span, key: str) -> bool:
    """Whether a sentence names the contract, or is the one that calls it late."""
    inside = known.document == late.document and known.page == late.page and known.start < late.end
    return key in keys_in(known.quote) or (inside and late.start < known.end)


def _finding(view: CaseView, versions: Versions, end: str, told_late: tuple[str, Span]) -> list[Finding]:
    seen, span = told_late
    text = versions.text
    debtor = text.parties[0] if text is not None and text.parties else None
    late = days_between(end, seen) or 0
    papers = sorted({fact.spans[0].document for fact in versions.facts if fact.spans and fact.status == "reported"})
    key = number_key(versions.number)
    reasons = [
        known for known in told(view, REASON, papers) if LATE.search(known.quote) and _is_about(known, span, key)
    ]
    complaints = [known for known in told(view, COMPLAINT, papers) if _is_about(known, span, key)]
    body = {
        "debtor": debtor,
        "what": f"delivery in full under {versions.number}",
        "due": end,
        "fulfilled_by": None,
        "late_days": late,
        "last_known": seen,
        "reasons": [known.quote for known in reasons],
        "complaints": [known.quote for known in complaints],
    }
    clause = f"delivery under contract {versions.number} was due by {day(end)}, and a paper "
    clause += f"at least {count(late, 'day')} later calls it late or not done"
    terms = [term.span for term in text.deliveries[:3]] if text is not None else []
    clause += "; a reason is given" if reasons else ""
    clause += "; a complaint is told" if complaints else ""
    basis = Basis((span, *reasons[:3], *complaints[:3], *terms, *versions.spans[:2]), strength=float(late))
    return conclude(view, "obligation", (key, "late"), clause, body, basis)


ANALYSIS = Analysis("late_contract", "Contracts that ran late", ("obligation",), analyse)
