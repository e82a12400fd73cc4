"""Invented appearances and facts, short to write."""

from __future__ import annotations

from corrobora import names
from corrobora.model.facts import Appearance, LetterFact, Modality, NameForm, Span, VisitFact


def span(paper: str) -> Span:
    return Span(paper, 1, 0, 1, "x")


def seen(
    *forms: str, paper: str = "a.pdf", side: str = "delegation", group: str = "", **rest: str | None
) -> Appearance:
    return Appearance(
        names=tuple(NameForm(form, names.script(form)) for form in forms),
        spans=(span(paper),),
        side=side,
        group=group or paper,
        **rest,  # type: ignore[arg-type]
    )


def visit(paper: str, start: str | None = None, end: str | None = None, *places: str, **rest: object) -> VisitFact:
    return VisitFact(spans=(span(paper),), start=start, end=end, places=places, **rest)  # type: ignore[arg-type]


def letter(paper: str, **rest: object) -> LetterFact:
    return LetterFact(spans=(span(paper),), **rest)  # type: ignore[arg-type]


HELD = Modality.HAPPENED
