"""Aircraft named by their numbers: type, place and day at which a paper puts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrobora.mentions.facts.organizations import places_in
from corrobora.mentions.facts.paper import Paper, span, spans_of, tidy
from corrobora.mentions.facts.units import unit_at
from corrobora.mentions.facts.values import days_in
from corrobora.model.dates import is_day
from corrobora.model.document import Page
from corrobora.model.facts import Modality, SightingFact, Span, VisitFact
from corrobora.model.mention import MentionType

_TAIL = re.compile(
    r"(?<![A-Za-zА-Яа-я0-9-])(?:R[AF]-\d{4,5}|UR-[A-Z0-9]{3,5}|UP-[A-Z]{2}\d{3}|EW-\d{3}[A-Z]{2}|"
    r"B-\d{2}[0-9A-Z]{2}|EK-\d{5}|UK-\d{5}|EP-[A-Z]{3}|4K-[A-Z]{2}\d{1,3}|ST-[A-Z]{3}|5A-[A-Z]{3}|YK-[A-Z]{3}|"
    r"[РR][АAФF]-\d{5})(?![A-Za-zА-Яа-я0-9])"
)
_LABELLED = re.compile(
    r"(?i:борт(?:овой|а|у|ом)?\s*(?:номер\w*|№)?\s*(?:№\s*)?|хвостов\w+\s+номер\w*|регистрационн\w+\s+(?:номер\w*|"
    r"знак\w*)|бортов\w+\s+номер\w*|tail\s*(?:no\.?|number)|registration(?:\s+(?:no\.?|number|mark))?|"
    r"reg\.)\s*[:№]?\s*(?P<n>[A-ZА-Я0-9]{1,3}-[A-ZА-Я0-9]{2,6})"
    r"|(?:机\s*号|注\s*册\s*号|尾\s*号)\s*[:：为]?\s*(?P<z>[A-Z0-9]{1,3}-[A-Z0-9]{2,6})"
)
_MODEL = re.compile(
    r"(?:Ил|Ан|Ту|Су|МиГ|Як|Бе|Ми|Ка|Іл|Il|An|Tu|Su|MiG|Yak|Be|Mi|Ka|Y|C|A|伊尔|安|图|苏|运|米格|"
    r"米)\s?-\s?\d{1,3}(?:[A-Za-zА-Яа-я]{0,4}(?:-?\d{1,3}[A-Za-zА-Яа-я]{0,2})?)?(?![\w-])"
    r"|(?:Boeing|Airbus|Боинг|Эйрбас|波音|空客)[\s-]?[A-Z]?\d{3}(?:-\d{2,3}[A-Z]{0,3})?|SSJ-?100|MC-21"
)
_HAPPENED = re.compile(
    r"(?i:показан\w*|осмотрен\w*|осмотрел\w*|находи(?:тся|лся)|прибыл\w*|стоит|на\s+стоянке|передан\w*|"
    r"приземлил\w*|продемонстрирован\w*|показано|оглянут\w*|прибу\w+|знаходиться|was\s+(?:shown|inspected|parked|"
    r"delivered)|is\s+parked|arrived|inspected|landed|stood)|察\s*看\s*了|停\s*放|抵\s*达|展\s*示\s*了|"
    r"已\s*交\s*付"
)


def read(paper: Paper, visits: Sequence[VisitFact]) -> list[SightingFact]:
    """The aircraft a paper names, each once, the firmest place first."""
    best: dict[str, SightingFact] = {}
    for page in paper.pages:
        for number, place in _numbers(paper, page):
            fact = _sighting(paper, page, number, place, visits)
            known = best.get(number)
            if known is None:
                best[number] = fact
            else:
                best[number] = _fuller(known, fact)
    return list(best.values())


def _numbers(paper: Paper, page: Page) -> list[tuple[str, Span]]:
    found: dict[int, tuple[str, Span]] = {}
    for match in _LABELLED.finditer(page.text):
        group = "n" if match.group("n") else "z"
        if re.search(r"\d", match.group(group)):
            found[match.start(group)] = (_latin(match.group(group)), span(page, match.start(group), match.end(group)))
    for match in _TAIL.finditer(page.text):
        found.setdefault(match.start(), (_latin(match.group()), span(page, match.start(), match.end())))
    for mention in paper.mentioned(page, MentionType.TAIL):
        if not any(place.start < mention.end and mention.start < place.end for _, place in found.values()):
            found[mention.start] = (mention.value or _latin(mention.text), span(page, mention.start, mention.end))
    if page.ocr_confidence is not None:
        # no state's mark is BA: a machine reads the R of the Russian RA-76543 as a Cyrillic V
        found = {at: (re.sub(r"^BA-(?=\d{5}$)", "RA-", number), place) for at, (number, place) in found.items()}
    return [found[start] for start in sorted(found)]


def _latin(text: str) -> str:
    return tidy(text).upper().translate(str.maketrans("АВСЕНКМОРТХФ", "ABCEHKMOPTXF"))


def _sighting(paper: Paper, page: Page, number: str, place: Span, visits: Sequence[VisitFact]) -> SightingFact:
    clause = unit_at(page, place.start) or place
    kind = _type_near(page, place, clause)
    visit = visits[0] if len(visits) == 1 else None
    happened = (
        paper.type == "minutes"
        or (visit is not None and visit.held_on is not None)
        or _HAPPENED.search(clause.quote) is not None
    )
    days = days_in(page, clause.start, clause.end)
    own = next((d.value for d in days), None) if happened and paper.type != "minutes" else None
    written = paper.letter.written if happened and is_day(paper.letter.written) else None
    day = (
        own or (visit.held_on if visit is not None else None) or written or (visit.start if visit is not None else None)
    )
    inside = [name for name, _ in places_in(paper, page, clause.start, clause.end)]
    where = (visit.places[0] if visit is not None and visit.places else None) or (
        inside[0] if inside and happened else None
    )
    return SightingFact(
        registration=number,
        spans=spans_of(clause, place),
        type=kind,
        place=where,
        date=day,
        modality=Modality.HAPPENED if happened else Modality.PLANNED,
    )


def _type_near(page: Page, place: Span, clause: Span) -> str | None:
    """The model that stands nearest to the number in its clause, before it where there is one."""
    models = list(_MODEL.finditer(page.text, max(clause.start, place.start - 120), min(clause.end, place.end + 60)))
    before = [m for m in models if m.end() <= place.start]
    chosen = before[-1] if before else next((m for m in models if m.start() >= place.end), None)
    return tidy(chosen.group()) if chosen else None


def _fuller(one: SightingFact, other: SightingFact) -> SightingFact:
    first, second = (
        (other, one) if other.modality is Modality.HAPPENED and one.modality is not Modality.HAPPENED else (one, other)
    )
    return SightingFact(
        registration=first.registration,
        spans=spans_of(*first.spans, *second.spans),
        type=first.type or second.type,
        place=first.place or second.place,
        date=first.date or second.date,
        modality=first.modality,
    )
