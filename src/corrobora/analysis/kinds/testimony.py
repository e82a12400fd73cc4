"""Papers that hold what somebody told: interviews, interrogations, statements of witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.persons import Likeness
from corrobora.analysis.prose import mentions_in
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import MentionType
from corrobora.names import label

HEADING = re.compile(
    r"^[ \t*#«\"]{0,4}(?:протокол\s+(?:допроса|опроса|допиту|опитування)|объяснени[ея](?!\s+к)|объяснительная|"
    r"показани[ея]\s+свидетеля|"
    r"свидетельск\w+\s+показани\w+|интервью|запись\s+беседы|пояснення\s|свідчення|інтерв['’]ю|запис\s+розмови|"
    r"interview(?:\s+(?:with|of|transcript|notes)|\s*$|:)|testimony|witness\s+statement|statement\s+of\s+(?:the\s+)?witness|affidavit|deposition|"
    r"record\s+of\s+(?:interview|interrogation)|(?:询|讯)问笔录|证人证言|证言|采访(?:记录|实录)|访谈(?:记录|实录)|谈话笔录)",
    re.IGNORECASE | re.MULTILINE,
)
SPEAKER = re.compile(
    r"(?:опрошен\w*|допрошен\w*|свидетел\w*|опрашиваем\w*|интервью\s+с|собеседник|свідок|свідка|опитан\w*|інтерв['’]ю\s+з|"
    r"witness|interviewee|interview\s+with|statement\s+of|testimony\s+of|deponent|被询问人|被讯问人|证人|受访者|被采访人)",
    re.IGNORECASE,
)
HEAD = 900
"""Letters at the top of a paper in which its heading and its speaker stand."""


def analyse(view: CaseView) -> Iterator[Finding]:
    """Papers whose heading makes them a record of what somebody told, with the speaker and day where they are named.

    Testimony is a source of its own class: what such a paper says is what that person said, and a story words it so.
    Whether it is true is not judged. A speaker is taken for a person of the case only where one of them alone bears the
    name.
    """
    for document, pages in sorted(view.page_numbers.items()):
        text = view.pages[document, pages[0]].text[:HEAD]
        heading = HEADING.search(text)
        if heading is not None and heading.start() < HEAD // 2:
            yield from _finding(view, Span(document, pages[0], *heading.span(), heading[0]), text)


def _finding(view: CaseView, heading: Span, text: str) -> list[Finding]:
    told = SPEAKER.search(text, heading.start)
    after = Span(heading.document, heading.page, told.end(), min(len(text), told.end() + 160), "") if told else None
    named = mentions_in(view, after, MentionType.PER) if after is not None else []
    speaker = named[0] if named else None
    spans: tuple[Span, ...] = (heading,)
    person: str | None = None
    if speaker is not None:
        spans += (Span(speaker.document, speaker.page, speaker.start, speaker.end, speaker.text),)
        like = [known.id for known, alike in view.everybody.like(speaker.text) if alike >= Likeness.PARTIAL]
        person = like[0] if len(like) == 1 else None
    who = view.label(person) if person else label(speaker.value or speaker.text) if speaker is not None else None
    on = view.dated(heading.document)
    body = {
        "document": heading.document,
        "person": person,
        "speaker": who,
        "date": on,
        "heading": heading.quote.strip(),
    }
    name = heading.document.rsplit("/", maxsplit=1)[-1]
    clause = f"\u201c{name}\u201d is testimony of {who or 'somebody whom it does not name'}"
    clause += f" of {day(on)}" if on else ""
    clause += "; what it tells is that person's word"
    basis = Basis(spans, grade=Grade.UNVERIFIED, seen=True)
    return conclude(view, "testimony", (heading.document,), clause, body, basis)


ANALYSIS = Analysis("testimony", "Papers that are testimony", ("testimony",), analyse)
