"""Military or industry: what the guests of a visit are by rank, post and employer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import count, day, listing
from corrobora.model.entities import Person, Visit
from corrobora.model.facts import Span
from corrobora.model.findings import Finding

RANK = re.compile(
    r"\bгенерал(?:-\w+|а|у|ом)?\b|\b(?:под|під)?полковник\w*|\bмайор\w*|\bлейтенант\w*|\bкапитан\w*|\bкапітан\w*|"
    r"\bадм[иі]рал\w*|\bсержант\w*|\bпрапорщик\w*|"
    r"\b(?:major|lieutenant|brigadier|colonel)[\s-]general\b|^general\b(?!\s+(?:director|manager|secretary|designer|counsel))|"
    r"\bcolonel\b|\bmajor\b|\blieutenant\b|\badmiral\b|\bcommodore\b|\bsergeant\b|\bbrigadier\b|"
    r"[上中少]将|大校|[上中少][校尉]|军士",
    re.IGNORECASE,
)
FORCES = re.compile(
    r"войсков\w+\s+част|воинск\w+\s+част|\bв/ч\b|вооруж[её]нн\w+\s+сил|министерств\w+\s+обороны|генеральн\w+\s+штаб|"
    r"воздушно-десантн|военн\w+\s+(?:округ|академи|представит)|\bарми[яию]\b|\bВВС\b|\bВМФ\b|\bВКС\b|"
    r"збройн\w+\s+сил|міністерств\w+\s+оборони|військов\w+\s+частин|"
    r"\barmy\b|\bnavy\b|\bair\s+force\b|armed\s+forces|ministry\s+of\s+defen[cs]e|military\s+unit|\bbrigade\b|\bregiment\b|"
    r"airborne\s+(?:troops|forces)|general\s+staff|军区|部队|解放军|国防部|空军|海军|陆军|空降兵|军委|参谋部|军事代表",
    re.IGNORECASE,
)
TRADE = re.compile(
    r"завод|корпораци|концерн|фирм|\bООО\b|\bАО\b|\bПАО\b|\bЗАО\b|\bОАО\b|предприяти|компани|холдинг|\bНПО\b|\bНПП\b|"
    r"підприємств|\bТОВ\b|\bАТ\b|корпораці|компані|инженер|технолог|конструктор|інженер|менеджер|"
    r"\bworks\b|\bplant\b|corporation|company|\bltd\b|\binc\b|\bllc\b|manufactur|industr|\bgroup\b|engineer|"
    r"sales|公司|集团|厂|工业|工程师|经理|销售",
    re.IGNORECASE,
)
NAMES = {"military": "of the armed forces", "industry": "of industry", "both": "of both", "unknown": "of neither"}


def analyse(view: CaseView) -> Iterator[Finding]:
    """The guests of each visit by what papers call them: of the armed forces, of industry, of both, of neither.

    A military rank or an armed service as employer makes military, a company, works or technical post makes industry.
    Ranks are kept by people long retired, and officers sit in companies, so "both" is said where papers say both. Only
    the words of the papers count; who pays somebody is not known.
    """
    for visit in view.visits:
        guests = [view.people[known] for known in visit.persons if known in view.people]
        if guests:
            yield from _finding(view, visit, {person.id: side_of(person) for person in guests})


def side_of(person: Person) -> tuple[str, str]:
    """("military", "industry", "both" or "unknown", the words that say so)."""
    titles = " | ".join(post.title for post in person.positions if post.title)
    offices = " | ".join(post.organization for post in person.positions if post.organization)
    forces = next((hit[0] for text in titles.split(" | ") if (hit := RANK.search(text))), None) or _hit(FORCES, offices)
    trade = _hit(TRADE, offices) or _hit(TRADE, titles)
    words = ", ".join(dict.fromkeys(word for word in (forces, trade) if word))
    if forces and trade:
        return "both", words
    return ("military" if forces else "industry" if trade else "unknown"), words


def _hit(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found[0] if found is not None else None


def _finding(view: CaseView, visit: Visit, sides: dict[str, tuple[str, str]]) -> list[Finding]:
    groups = {side: [person for person, (known, _) in sides.items() if known == side] for side in NAMES}
    body = {
        "visit": visit.id, "persons": list(sides), **groups,
        "words": [{"person": person, "side": side, "words": words} for person, (side, words) in sides.items()],
    }  # fmt: skip
    place = visit.places[0] if visit.places else "an unnamed place"
    told = listing(f"{len(groups[side])} {NAMES[side]}" for side in NAMES if groups[side])
    clause = f"papers describe {count(len(sides), 'guest')} of the visit to {place} of {day(visit.start)} as {told}"
    spans: tuple[Span, ...] = tuple(span for known in sides for span in view.people[known].spans[:1])
    basis = Basis(spans, strength=float(len(sides)), limit=40)
    return conclude(view, "background", (visit.id,), clause, body, basis)


ANALYSIS = Analysis("background", "Guests by rank and employer", ("background",), analyse)
