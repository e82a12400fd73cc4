"""Papers: the files and their states, and a page with everything found on it marked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.case import Case, Progress, ledger
from corrobora.case.index import Hit
from corrobora.errors import InputError
from corrobora.model.document import Page, State
from corrobora.model.mention import Mention, MentionType
from corrobora.model.records import RecordRef
from corrobora.model.tables import CLAIMS, MENTIONS, PAGES
from corrobora.publication import rows
from corrobora.publication.pictures import PICTURED
from corrobora.web.desk import Desk, plain
from corrobora.web.marks import Mark, placed, stretches
from corrobora.web.pages import Pages, back, link
from corrobora.web.view import Asked, View, get, post
from corrobora.web.views.search import LIMIT

_NAMED = (MentionType.PER, MentionType.ORG, MentionType.LOC)
_SHOWN = 500


@dataclass(frozen=True, slots=True)
class _Place:
    """Which place of which page, and what led there."""

    document: str
    page: int
    q: str
    quote: str


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of papers."""

    def files(asked: Asked) -> Response:
        state, q, start = asked.text("state"), asked.text("q"), asked.number("start")
        with desk.case() as case:
            known = case.documents()
            failures: dict[str, list[object]] = {}
            for failure in case.failures():
                failures.setdefault(failure.subject, []).append(failure)
        there, counts = {d.path for d in known}, Counter(d.state for d in known)
        kept = [d for d in known if state in ("", d.state.value) and q.casefold() in d.path.casefold()]
        return pages.show(
            "files.html",
            documents=kept[start:][:_SHOWN],
            total=len(kept),
            start=start,
            step=_SHOWN,
            states=[(s.value, counts[s]) for s in State],
            failures=failures,
            others=[(s, f) for s, f in failures.items() if s not in there],
            asked={"state": state, "q": q},
        )

    def retry(_: Asked) -> Response:
        """Reads again what could not be read; what was read stays."""
        with desk.case() as case:
            last = next((e.payload for e in reversed(ledger.entries(case.db)) if e.act == "run"), None)
        if last is None or not Path(str(last["leak"])).is_dir():
            raise InputError("the folder of papers is not where it was", remedy="corrobora run LEAK --case DIR")

        def work(progress: Progress) -> str:
            records = Path(str(last["records"])) if last.get("records") else None
            with desk.case() as opened:
                pipeline.run(Path(str(last["leak"])), records, opened, progress)
                return f"{len(opened.failures())} files, pages or rows could still not be used"

        desk.jobs.ask("reading again", work)
        return back("/files")

    def picture(asked: Asked) -> Response:
        drawn = desk.picture(asked.text("sha256"), asked.number("page", 1))
        if drawn is None:
            raise HTTPException(404)
        return FileResponse(drawn, media_type="image/webp", headers={"cache-control": "private, max-age=3600"})

    def page(asked: Asked) -> Response:
        place = _Place(asked.text("document"), asked.number("page", 1), asked.text("q"), asked.text("quote"))
        with desk.case() as case:
            return pages.show("page.html", **_page(desk, case, place))

    def row(asked: Asked) -> Response:
        dataset, row = asked.text("dataset"), asked.number("row")
        with desk.case() as case:
            found = rows.cited(case, [RecordRef("", dataset, row, ())])
            known = next((d for d in case.datasets() if d.path == dataset), None)
            cites = [f for f in desk.findings(case) if any((r.dataset, r.row) == (dataset, row) for r in f.rows)]
        if known is None:
            raise HTTPException(404)
        return pages.show("row.html", dataset=known, row=row, values=found.get((dataset, row), ()), cites=cites)

    return [
        get("/files", files),
        post("/retry", retry),
        get("/picture/{sha256}/{page}", picture),
        get("/page", page),
        get("/row", row),
    ]


def _page(desk: Desk, case: Case, asked: _Place) -> dict[str, Any]:
    held = case.read(PAGES, {asked.document})
    page = next((p for p in held if p.page == asked.page), None)
    document = case.document(asked.document)
    if document is None:
        raise HTTPException(404)
    # an unread file has no page: its state and the way out are shown in its place
    shown = page or Page(asked.page, "", document=asked.document)
    mentions = [m for m in case.read(MENTIONS, {asked.document}) if m.page == asked.page]
    hits = pipeline.search(case, asked.q, limit=LIMIT) if asked.q.strip() else []
    marks = _marks(desk, case, shown, mentions, asked, hits)
    at = next((i for i, h in enumerate(hits) if (h.document, h.page) == (asked.document, asked.page)), None)
    pictured = document.media_type.startswith(PICTURED) and page is not None
    return {
        "document": document,
        "page": shown,
        "count": max((p.page for p in held), default=1),
        "asked": asked,
        "pictured": pictured,
        "placed": placed(shown, marks) if pictured else [],
        "pieces": stretches(shown.text, marks),
        "words": [(w.start, w.end, w.box) for w in shown.words if w.box] if pictured else [],
        "mentions": _by_kind(mentions),
        "kinds": list(MentionType),
        "cites": [
            f
            for f in desk.findings(case)
            if any((r.document, r.page) == (asked.document, asked.page) for r in f.pages)
        ],
        "failures": [f for f in case.failures() if f.subject == asked.document],
        "claims": [one.claim for one in desk.read(case, CLAIMS) if one.claim.state != "dropped"],
        "before": _hit_link(hits, at - 1, asked.q) if at else "",
        "after": _hit_link(hits, at + 1, asked.q) if at is not None else "",
        "place": f"{at + 1} of {len(hits)}" if at is not None else "",
    }


def _hit_link(hits: list[Hit], at: int, q: str) -> str:
    return link("/page", document=hits[at].document, page=hits[at].page, q=q) if 0 <= at < len(hits) else ""


def _marks(
    desk: Desk, case: Case, page: Page, mentions: list[Mention], asked: _Place, hits: list[Hit]
) -> list[Mark]:
    """What is marked on a page: what was looked for first, then the quote, then names that lead on."""
    here = next((h for h in hits if (h.document, h.page) == (asked.document, asked.page)), None)
    marks = [Mark(a, b, "found") for a, b in (here.marks if here else ())]
    at = page.text.find(asked.quote) if asked.quote else -1
    if at >= 0:
        marks.append(Mark(at, at + len(asked.quote), "quote", "the words a finding stands on"))
    bearers = desk.bearers(case)
    for one in mentions:
        if one.type in _NAMED:
            person = bearers.get(plain(one.value)) or bearers.get(plain(one.text)) if one.type == "PER" else None
            href = f"/person/{person}" if person else link("/search", q=one.value or one.text)
            marks.append(Mark(one.start, one.end, one.type.value.lower(), one.value or one.text, href))
    return marks


def _by_kind(mentions: list[Mention]) -> list[tuple[str, list[Mention]]]:
    """Mentions by kind, each value once, in order of the page."""
    found: dict[str, dict[str, Mention]] = {}
    for one in sorted(mentions, key=lambda m: m.start):
        found.setdefault(one.type.value, {}).setdefault(one.value or one.text, one)
    return [(kind.value, list(found[kind.value].values())) for kind in MentionType if kind.value in found]


VIEW = View("papers", "Papers, their states, and their pages with what was found on them", routes)
