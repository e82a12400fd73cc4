"""Contracts out of all papers that show them: versions compared, terms turned into dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corrobora.analysis.arithmetic import number
from corrobora.analysis.parties import latin_key
from corrobora.model.dates import add_months, first_day, is_day, last_day
from corrobora.model.facts import ContractFact, ContractPayment, DeliveryTerm, Span
from corrobora.model.money import Money

LOOKALIKES = str.maketrans("авекмнрстухізоo", "abekmhpctyxi300")
"""Letters of two alphabets, and letters and digits, that readers of pictures take for each other."""
RANK = {"signed": 2, "draft": 1, "reported": 0}


def number_key(text: str | None) -> str:
    """A contract or letter number without spaces, signs, case and the letters that look alike in two alphabets.

    Example:
        >>> number_key("№ 15-К/24") == number_key("15 - K / 24")
        True
    """
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    bare = re.sub(r"^\s*(no\.?(?![^\W\d_])|n°|号)", "", plain)
    return re.sub(r"[\W_]+", "", bare.translate(LOOKALIKES))


@dataclass(frozen=True, slots=True)
class Versions:
    """Everything the papers say of one contract.

    Attributes:
        facts: all of them, as they came.
        text: the paper whose terms count: the signed text, else the latest draft that fits the total reported later.
        signed_text: whether `text` is the signed contract itself.
    """

    facts: tuple[ContractFact, ...]
    text: ContractFact | None
    signed_text: bool

    @property
    def number(self) -> str | None:
        """The number as most fully written."""
        numbers = [fact.number for fact in self.facts if fact.number]
        return self.text.number if self.text is not None and self.text.number else max(numbers, key=len, default=None)

    @property
    def codename(self) -> str | None:
        """The code name, from the contract itself where it stands there."""
        ranked = sorted(self.facts, key=lambda fact: -RANK.get(fact.status, 0))
        return next((fact.codename for fact in ranked if fact.codename), None)

    @property
    def signed(self) -> str | None:
        """The date of signature, the most exact one, the contract's own before a report's."""
        dates = [fact.signed for fact in sorted(self.facts, key=lambda f: -RANK.get(f.status, 0)) if fact.signed]
        return max(dates, key=len, default=None)

    @property
    def status(self) -> str:
        """`signed` where the text or a later paper about a known draft says so, else `draft`, else `reported`."""
        states = {fact.status for fact in self.facts}
        reported = any(fact.status == "reported" and fact.signed for fact in self.facts)
        if "signed" in states or ("draft" in states and reported):
            return "signed"
        return "draft" if "draft" in states else "reported"

    @property
    def total(self) -> Money | None:
        """The price: of the signed text, else as a later paper reports it, else of the latest draft."""
        reports = [fact for fact in self.facts if fact.status == "reported" and fact.total is not None]
        ranked = ([self.text] if self.signed_text and self.text is not None else []) + reports
        ranked += [self.text] if self.text is not None else []
        return next((fact.total for fact in ranked if fact.total is not None), None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The best places to quote, those of the text that counts first."""
        ordered = sorted(self.facts, key=lambda fact: (fact is not self.text, -RANK.get(fact.status, 0)))
        spans = [span for fact in ordered for span in fact.spans[:3]]
        if self.text is not None:
            spans += [item.span for item in self.text.items] + [payment.span for payment in self.text.payments]
        return tuple(spans)


def group_contracts(facts: Iterable[ContractFact]) -> list[tuple[ContractFact, ...]]:
    """Facts of one contract together: by number, else by code name."""
    known = [fact for fact in facts if fact.number or fact.codename]
    groups: dict[str, list[ContractFact]] = {}
    by_codename: dict[str, set[str]] = {}
    for fact in known:
        if key := number_key(fact.number):
            groups.setdefault(key, []).append(fact)
            if fact.codename:
                by_codename.setdefault(latin_key(fact.codename), set()).add(key)
    for fact in known:
        if number_key(fact.number):
            continue
        code = latin_key(fact.codename or "")
        owners = by_codename.get(code, set())
        # a code name that two contracts bear belongs to neither on its own
        key = next(iter(owners)) if len(owners) == 1 else f"={code}"
        groups.setdefault(key, []).append(fact)
    for key in sorted(groups, key=len):
        whole = next((other for other in groups if _is_cut_from(key, other, groups)), None)
        if whole is not None:
            groups[whole] += groups.pop(key)
    return [tuple(groups[key]) for key in sorted(groups)]


def _is_cut_from(key: str, other: str, groups: dict[str, list[ContractFact]]) -> bool:
    """Whether a number is the end of another that was signed on the same day: one of them was not read whole."""
    if len(key) < 4 or key == other or not other.endswith(key):
        return False
    return bool({f.signed for f in groups[key] if f.signed} & {f.signed for f in groups[other] if f.signed})


def versions_of(facts: tuple[ContractFact, ...]) -> Versions:
    """Chooses the paper whose terms count."""
    signed = [fact for fact in facts if fact.status == "signed"]
    if signed:
        return Versions(facts, max(signed, key=_fullness), True)
    drafts = sorted((fact for fact in facts if fact.status == "draft"), key=_age)
    reported = {fact.total for fact in facts if fact.status == "reported" and fact.total is not None}
    fitting = [fact for fact in drafts if fact.total in reported]
    latest = fitting or drafts
    return Versions(facts, latest[-1] if latest else None, False)


def due_day(payment: ContractPayment) -> str | None:
    """The last day of the period in which an instalment is due, or None."""
    return _end(payment.due)


def anchor_day(anchor: str, versions: Versions) -> date | None:
    """The day that a delivery term counts from: the first instalment's due date, the signature, or None."""
    text = versions.text
    due = sorted(day for day in map(due_day, text.payments if text is not None else ()) if day)
    if anchor == "first_payment":
        return date.fromisoformat(due[0]) if due else None
    signed = versions.signed
    if anchor in ("signature", "effective") and signed is not None and is_day(signed):
        return date.fromisoformat(signed)
    return None


def term_dates(term: DeliveryTerm, versions: Versions) -> tuple[str | None, str | None]:
    """(earliest, latest) day of a delivery term."""
    start = anchor_day(term.anchor, versions)
    earliest, latest = _start(term.earliest), _end(term.latest)
    if start is not None and earliest is None and term.earliest_months is not None:
        earliest = add_months(start, term.earliest_months).isoformat()
    if start is not None and latest is None and term.latest_months is not None:
        latest = add_months(start, term.latest_months).isoformat()
    return earliest, latest


def complete_not_before(terms: Sequence[DeliveryTerm], versions: Versions) -> str | None:
    """The first day on which everything can have been delivered: as stated, else the latest of the earliest days."""
    stated = [term_dates(term, versions)[0] for term in terms if term.complete]
    parts = [term_dates(term, versions)[0] for term in terms if not term.complete]
    known = [day for day in stated if day] or [day for day in parts if day]
    return max(known, default=None)


def _fullness(fact: ContractFact) -> tuple[int, int]:
    return len(fact.items) + len(fact.payments) + len(fact.deliveries), len(fact.spans)


def _age(fact: ContractFact) -> tuple[str, int]:
    return fact.version_date or "", fact.version or 0


def _start(iso: str | None) -> str | None:
    try:
        return first_day(iso).isoformat() if iso else None
    except ValueError:
        return None


def _end(iso: str | None) -> str | None:
    try:
        return last_day(iso).isoformat() if iso else None
    except ValueError:
        return None


def share_number(text: str | None) -> float | int | None:
    """A share in per cent as a JSON number, or None."""
    value = number(text)
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
