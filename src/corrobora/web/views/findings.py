"""Findings: the list, and one with every page and row it stands on."""

from __future__ import annotations

from collections import Counter
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora.case import Case
from corrobora.model.findings import Finding, Grade
from corrobora.model.tables import MATCHES
from corrobora.publication import kinds, rows
from corrobora.publication.pictures import PICTURED
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, get

_SHOWN = 200
"""Findings of a list that are shown at once."""


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of findings."""

    def home(_: Asked) -> Response:
        return back("/findings")

    def findings(asked: Asked) -> Response:
        kind, grade, q, start = *_filter(asked), asked.number("start")
        with desk.case() as case:
            known = desk.findings(case)
        kept = [f for f in known if _holds(f, kind, grade, q)]
        counts = Counter(f.kind for f in known if _holds(f, "", grade, q))
        return pages.show(
            "findings.html",
            found=kept[start:][:_SHOWN],
            total=len(kept),
            start=start,
            step=_SHOWN,
            kinds=[(name, counts[name]) for name in dict.fromkeys((*kinds.TITLES, *counts)) if counts[name]],
            grades=[(g.value, sum(f.grade is g for f in known if _holds(f, kind, "", q))) for g in Grade],
            asked={"kind": kind, "grade": grade, "q": q},
        )

    def finding(asked: Asked) -> Response:
        id_, (kind, grade, q) = asked.text("id"), _filter(asked)
        with desk.case() as case:
            known = desk.findings(case)
            one = next((f for f in known if f.id == id_), None)
            if one is None:
                raise HTTPException(404)
            kept = [f.id for f in known if _holds(f, kind, grade, q)] or [id_]
            at = kept.index(id_) if id_ in kept else 0
            return pages.show(
                "finding.html",
                **exhibits(desk, case, one),
                before=kept[at - 1] if at else "",
                after=kept[at + 1] if at + 1 < len(kept) else "",
                place=f"{at + 1} of {len(kept)}",
                asked={"kind": kind, "grade": grade, "q": q},
            )

    return [
        get("/", home),
        get("/findings", findings),
        get("/finding/{id}", finding),
    ]


def exhibits(desk: Desk, case: Case, one: Finding) -> dict[str, Any]:
    """What a finding stands on, for the templates: its rows whole, its pages, why the program thinks so."""
    documents = {ref.document: case.document(ref.document) for ref in one.pages}
    cited = rows.cited(case, one.rows)
    waterfall = next(
        (
            match
            for match in desk.read(case, MATCHES)
            if one.kind == "match"
            and one.rows
            and (match.person, match.record.dataset, match.record.row)
            == (one.body.get("person"), one.rows[0].dataset, one.rows[0].row)
        ),
        None,
    )
    statements = {f.id: f.statement for f in desk.findings(case)}
    return {
        "finding": one,
        "rows": [(ref, cited.get((ref.dataset, ref.row), ref.fields), dict(ref.fields)) for ref in one.rows],
        "sheets": [(ref, _is_pictured(documents[ref.document])) for ref in one.pages],
        "waterfall": waterfall,
        "related": [(id_, statements[id_]) for id_ in _ids(one.body) if id_ in statements and id_ != one.id],
        "sets": {dataset.path: dataset for dataset in case.datasets()},
    }


def _filter(asked: Asked) -> tuple[str, str, str]:
    return asked.text("kind"), asked.text("grade"), asked.text("q")


def _is_pictured(document: object) -> bool:
    return str(getattr(document, "media_type", "")).startswith(PICTURED)


def _holds(finding: Finding, kind: str, grade: str, q: str) -> bool:
    return (
        kind in ("", finding.kind)
        and grade in ("", finding.grade.value)
        and q.casefold() in finding.statement.casefold()
    )


def _ids(value: object) -> list[str]:
    """Every string of a finding's fields that may be the id of another."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return list(dict.fromkeys(id_ for one in inner for id_ in _ids(one)))


VIEW = View("findings", "Findings with the pages and rows they stand on", routes)
