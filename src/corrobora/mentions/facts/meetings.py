"""Meetings told in prose: who met whom, when, where, about what."""

from __future__ import annotations

import re

from corrobora.mentions.facts.names_seen import names_on
from corrobora.mentions.facts.organizations import organizations_in, places_in
from corrobora.mentions.facts.paper import Paper, line_at, span, spans_of, tidy, unique
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.values import days_in, last_day_of
from corrobora.mentions.facts.words.visits import VISIT
from corrobora.model.document import Page
from corrobora.model.facts import MeetingFact, Modality, Span
from corrobora.model.mention import MentionType

_MET = re.compile(
    r"(?i:состоял[аио]?сь?\s+(?:рабочая\s+|деловая\s+)?(?:встреч\w+|переговор\w+|беседа|совещани\w+)|(?:встреч\w+|"
    r"переговор\w+)\s+(?:состоял\w+|прошл\w+|был\w*\s+проведен\w*)|пров[её]л[иа]?\s+(?:рабоч\w+\s+)?(?:встреч\w+|"
    r"переговор\w+)"
    r"|(?:встреча|переговоры|зустріч|переговори|meeting|talks)\s+(?:с|со|з|із|with)\s[^\n;]{2,90}?\s(?:состоял\w+|прошл\w+|відбул\w+|"
    r"took\s+place|(?:was|were)\s+held)"
    r"|встрет(?:ился|илась|ились)|проведен[аыо]?\s+(?:рабоч\w+\s+)?(?:встреч\w+|переговор\w+)|"
    r"відбул[аио]?ся\s+(?:робоча\s+)?(?:зустріч|перемовини|переговори|нарада)|зустрі(?:вся|лася|лися)|"
    r"провел[иа]\s+(?:зустріч|перемовини|переговори)"
    r"|met\s+(?:with|in)|(?:a\s+)?(?:meeting|talks|negotiations)\s+(?:was|were|took\s+place|between)|"
    r"held\s+(?:a\s+meeting|talks|negotiations)|had\s+a\s+meeting)"
    r"|会\s*见|会\s*晤|会\s*谈|举\s*行(?:了)?\s*(?:会\s*议|会\s*谈)|见\s*面"
)
_PLANNED = re.compile(
    r"(?i:планир\w+|состоится|предлага\w+|намечен\w*|запланован\w*|відбудеться|will\s+(?:be\s+held|take\s+place|"
    r"meet)|is\s+scheduled|propose\w*)|拟|将于|计划"
)
_SUBJECT = re.compile(
    r"(?i:\b(?:договорил\w+|обсудил\w+|обсужда\w+|рассмотрел\w+|согласовал\w+|достигнут\w*|домовил\w+|обговор\w+|"
    r"розглянул\w+|узгодил\w+|agreed|discussed|considered|subject|on\s+the\s+subject))|商\s*定|讨\s*论|商\s*谈|"
    r"达\s*成|同\s*意|约\s*定"
)
_PRESENT = re.compile(
    r"(?im:^\s*(?:participants?|present|attendees|участник\w*|присутств\w*|учасник\w*|присутні)\b[^\n:]{0,40}[:：])|(?:参加|与会|出席)人员\s*[:：]"
)
_SKIPPED = (
    "contract",
    "draft_contract",
    "invoice",
    "payment_order",
    "bank_statement",
    "packing_list",
    "passport",
    "list",
    "registry",
)


def read(paper: Paper) -> list[MeetingFact]:
    """The meetings a memo, letter, report or news page tells of."""
    if paper.type == "minutes":
        return _minuted(paper)
    if paper.type in _SKIPPED:
        return []
    found = []
    for page in paper.pages:
        clauses = list(units(page))
        for position, clause in enumerate(clauses):
            if _MET.search(clause.quote):
                following = clauses[position + 1] if position + 1 < len(clauses) else None
                meeting = _meeting(paper, page, clause, following)
                if meeting is not None:
                    found.append(meeting)
    return found


def _minuted(paper: Paper) -> list[MeetingFact]:
    """Minutes of a meeting that is no delegation's visit: the day, and who took part."""
    page, day = paper.pages[0], paper.letter.written
    told = next((d for d in days_in(page) if d.value == day), None)
    heading = _PRESENT.search(page.text)
    if told is None or heading is None or VISIT.search(page.text):
        return []
    end = page.text.find("\n\n", heading.end())
    parties = _parties(paper, page, span(page, heading.end(), end if end > 0 else len(page.text)))
    if len(parties) < 2 or any(hit.chinese for hit in names_on(page, [])):
        return []
    line = line_at(page, told.span.start)
    place = next((name for name, _ in places_in(paper, page, line.start, line.end)), None)
    spans = spans_of(span(page, line.start, line.end), told.span)
    day = last_day_of(told.value)
    return [MeetingFact(spans=spans, date=day, place=place, parties=parties, modality=Modality.HAPPENED)]


def _meeting(paper: Paper, page: Page, clause: Span, following: Span | None) -> MeetingFact | None:
    verb = _MET.search(page.text, clause.start, clause.end)
    at = verb.start() if verb else clause.start
    days = sorted(days_in(page, clause.start, clause.end), key=lambda day: abs(day.span.start - at))
    parties = _parties(paper, page, clause)
    if not days and len(parties) < 2:
        return None
    if not parties:
        return None
    places = places_in(paper, page, clause.start, clause.end)
    told = following is not None and _SUBJECT.search(following.quote) is not None
    subject = following if told else None
    return MeetingFact(
        spans=spans_of(clause, days[0].span if days else None, subject),
        date=last_day_of(days[0].value) if days else None,
        place=next((name for name, place in places if re.search(r"[А-ЯA-ZІЇЄ\u4e00-\u9fff]", place.quote[:1])), None),
        parties=parties,
        subject=tidy(subject.quote) if subject is not None else None,
        modality=Modality.PLANNED if _PLANNED.search(clause.quote) else Modality.HAPPENED,
    )


def _parties(paper: Paper, page: Page, clause: Span) -> tuple[str, ...]:
    named = [(p.start, name) for name, p in organizations_in(paper, page, clause.start, clause.end)]
    taken = [(p.start, p.end) for _, p in organizations_in(paper, page, clause.start, clause.end)]
    for hit in names_on(page, paper.mentioned(page, MentionType.PER)):
        inside = clause.start <= hit.start and hit.end <= clause.end
        if inside and (hit.sure or hit.chinese) and not any(s < hit.end and hit.start < e for s, e in taken):
            named.append((hit.start, hit.form.text))
    return unique(name for _, name in sorted(named))
