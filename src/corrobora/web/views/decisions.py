"""Decisions: the queue with both sides in view, one key for a verdict, undo, names mended."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import BaseRoute

from corrobora import pipeline
from corrobora.corroboration.queue import queue
from corrobora.errors import InputError
from corrobora.model.mention import MentionType
from corrobora.model.tables import FINDINGS, MATCHES, PERSONS
from corrobora.web.desk import Desk
from corrobora.web.pages import Pages, back
from corrobora.web.view import Asked, View, get, post
from corrobora.web.views.findings import exhibits

_VERDICTS = ("yes", "no", "unsure", "none")


def routes(desk: Desk, pages: Pages) -> list[BaseRoute]:
    """The addresses of decisions."""

    def waiting(asked: Asked) -> Response:
        with desk.case() as case:
            known = {f.id: f for f in desk.findings(case)}
            held = queue(desk.read(case, MATCHES), desk.read(case, FINDINGS), case.judgements())
            left = [one for one in held if one.finding in known]
            at = min(asked.number("skip"), max(0, len(left) - 1))
            one = known[left[at].finding] if left else None
            if one is None:
                return pages.show("queue.html", left=0, at=0, one=None, person=None)
            person = next((p for p in desk.read(case, PERSONS) if p.id == one.body.get("person")), None)
            told = exhibits(desk, case, one)
        return pages.show("queue.html", left=len(left), at=at, one=left[at], person=person, **told)

    def judge(asked: Asked) -> Response:
        subject, verdict = asked.text("subject"), asked.text("verdict")
        with desk.case() as case:
            if verdict not in _VERDICTS:
                raise InputError(f"there is no verdict {verdict!r}", remedy="yes, no, unsure, none")
            if desk.finding(case, subject) is None and subject not in case.judgements():
                raise InputError("there is no such finding", subject)
            case.judge(subject, verdict, asked.text("note"))
        desk.follow()
        return back(asked.text("where") or "/queue")

    def undo(asked: Asked) -> Response:
        with desk.case() as case:
            last, _ = pipeline.take_back(case)
        desk.follow()
        return back(f"/finding/{last.subject}" if not last.subject.startswith("mention:") else "/queue")

    def mend(asked: Asked) -> Response:
        """What words on a page name: a kind of mention and the base form, or nothing at all."""
        subject, kind, name = asked.text("subject"), asked.text("kind"), asked.text("name").strip()
        is_one = kind in set(MentionType)
        with desk.case() as case:
            told = f"{kind}:{name}" if is_one and name else kind if is_one else ""
            kept = pipeline.verdict_on_mention(case, subject, "yes" if is_one else "no", told)
            case.judge(subject, kept, "")
        desk.follow()
        return back(asked.text("where"))

    return [
        get("/queue", waiting),
        post("/judge", judge),
        post("/undo", undo),
        post("/mend", mend),
    ]


VIEW = View("decisions", "Matches to decide, with both sides in view", routes)
