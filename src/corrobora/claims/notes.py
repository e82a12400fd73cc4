"""What an editor should know beside a sentence that is not wrong: laws, translations, a company's word. Pure.

Notes never change the status of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.claims.checks.quotation import is_foreign, kept_translations, quotations
from corrobora.claims.context import Held, firms_named
from corrobora.claims.laws import cited_laws, place_of
from corrobora.claims.vocabulary import DENIES, OPINION, SAID, SPOKEN
from corrobora.model.findings import Grade

_ASSERTED = (Grade.CONFIRMED, Grade.PROBABLE)
_FACTS = ("supply", "contract", "ownership", "sanction", "sector_mismatch", "chain")
_MOST = 3
_SHORT = 12
"""A shorter answer ("no") stands in many sentences."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: `kind` is law, translation, company's word, or beside it; with the place it points to, if any."""

    kind: str
    detail: str
    document: str = ""
    page: int = 0


def notes(held: Held) -> list[Note]:
    """Everything worth a look beside this sentence."""
    found = (*_laws(held), *_translations(held), *_own_word(held), *_beside(held))
    return list(dict.fromkeys(found))


def classes(held: Held) -> list[str]:
    """Which classes of source the sentence stands on: document, record, testimony, public paper, reply, expert view."""
    testimony = {str(f.body.get("document")) for f in held.case.findings if f.kind == "testimony"}
    found = ["record" for _ in held.rows]
    for page in held.pages:
        told = "testimony" if page.document in testimony else "public paper" if page.source.public else "document"
        found.append(told)
    if _answers(held):
        found.append("reply")
    if (held.pages or held.rows) and OPINION.search(held.prose):
        found.append("expert view")
    return sorted(set(found))


def _laws(held: Held) -> Iterator[Note]:
    for law in cited_laws(held.prose):
        place = place_of(law, held.case.rules)
        if place is None:
            yield Note("law", f"{law.text}: not on record; put its text among the papers as a public source")
        elif not any(page.document == place.document for page in held.pages):
            yield Note("law", f"{law.text} stands here: cite it", place.document, place.page)


def _translations(held: Held) -> Iterator[Note]:
    for quote in quotations(held):
        if not held.sought and is_foreign(held, quote) and not kept_translations(held, quote):
            remedy = "keep one: corrobora claim ID --translation TEXT --by WHO"
            first = held.pages[0]
            yield Note("translation", f"translation not on record; {remedy}", first.document, first.page)


def _own_word(held: Held) -> Iterator[Note]:
    """A firm's own publication as the only source, not told as its word."""
    if held.rows or not held.pages or SAID.search(held.prose) or SPOKEN.search(held.prose):
        return
    if all(page.source.public for page in held.pages) and firms_named(held.prose, held.mentions):
        first = held.pages[0]
        yield Note("company's word", "stands on published papers only; say who says so", first.document, first.page)


def _beside(held: Held) -> Iterator[Note]:
    """What the case holds beside a denial."""
    if not DENIES.search(held.prose) or not (SAID.search(held.prose) or SPOKEN.search(held.prose) or _answers(held)):
        return
    told = 0
    for firm in firms_named(held.prose, held.mentions):
        for finding in held.case.findings:
            if finding.kind in _FACTS and finding.grade in _ASSERTED and _names(held, firm, finding.body):
                yield Note("beside it", f"against this the case holds: {finding.statement}")
                told += 1
                if told == _MOST:
                    return


def _names(held: Held, firm: str, body: dict[str, object]) -> bool:
    keys = ("supplier", "receiver", "intermediaries", "parties", "owner", "asset", "target_label", "company", "target")
    values = [v for key in keys for v in _listed(body.get(key))]
    return any(held.case.same_firm(firm, value) for value in values)


def _listed(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return [str(value)] if isinstance(value, str) else []


def _answers(held: Held) -> bool:
    """Whether the sentence gives an answer that is on record, in its own words."""
    prose = held.prose.casefold()
    return any(len(reply.answer) > _SHORT and reply.answer.casefold() in prose for reply in held.case.replies)
