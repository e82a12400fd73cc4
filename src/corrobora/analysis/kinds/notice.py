"""A public notice on the days of a visit."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.deals import goods_keys
from corrobora.analysis.evidence import first_line
from corrobora.analysis.order import Step, in_order
from corrobora.analysis.view import CaseView
from corrobora.analysis.visiting import Held, held_visits, public_papers
from corrobora.analysis.wording import day, short
from corrobora.model.facts import Span
from corrobora.model.findings import Finding
from corrobora.model.mention import Mention, MentionType


def analyse(view: CaseView) -> Iterator[Finding]:
    """Notices that anybody could read, made public on a day of a visit, which name goods that its papers name.

    The same model must stand in the notice and in a paper of the visit that was not public; both places are quoted.
    That the notice came of the visit is not said: makers publish often, and two papers may name one model by chance.
    """
    notices = [(document, on) for document, on in public_papers(view) if on is not None]
    for held in held_visits(view) if notices else ():
        own = [paper for paper in held.visit.documents if not view.source_of_document(paper).public]
        negotiated = {key: at for paper in own for key, at in models_in(view, paper)}
        for document, on in notices:
            if held.visit.start <= on <= held.visit.end:
                named = {key: at for key, at in models_in(view, document) if key in negotiated}
                if named:
                    yield from _finding(view, held, (document, on), [(named[k], negotiated[k]) for k in sorted(named)])


def models_in(view: CaseView, document: str) -> Iterator[tuple[str, Mention]]:
    """The models that a paper names, by the keys of goods."""
    for page in view.page_numbers.get(document, ()):
        for at in view.mentioned.get((document, page, MentionType.MODEL), ()):
            for key in goods_keys(at.text):
                if any(sign.isdigit() for sign in key):
                    yield key, at


def _span(at: Mention) -> Span:
    return Span(at.document, at.page, at.start, at.end, at.text)


def _finding(
    view: CaseView, held: Held, notice: tuple[str, str], named: list[tuple[Mention, Mention]]
) -> list[Finding]:
    document, on = notice
    head = first_line(view, document)
    spans = (*((head,) if head is not None else ()), *(_span(public) for public, _ in named[:3]))
    visit = held.step(view, held.visit.start)
    first = Step(visit.what, visit.date, (*visit.spans[:2], *(_span(own) for _, own in named[:3])), (), visit.finding,
                 visit.grade)  # fmt: skip
    shared = list(dict.fromkeys(public.text for public, _ in named))
    clause = f"a public notice of {day(on)}, during {held.name}, names {short(shared)}, as papers of the visit do"
    steps = (first, Step("public notice", on, spans))
    return in_order(view, "notice", steps, clause, {"document": document, "named": shared})


ANALYSIS = Analysis("notice", "Public notices on the days of a visit", ("sequence",), analyse)
