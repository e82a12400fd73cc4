"""One file for each group of pages; registered in `REGISTRY`."""

from __future__ import annotations

from corrobora.registry import Registry
from corrobora.web.view import View
from corrobora.web.views import (
    decisions,
    draft,
    export,
    findings,
    jobs,
    overview,
    papers,
    people,
    screen,
    search,
    story,
)

REGISTRY: Registry[View] = Registry(
    "view",
    findings.VIEW,
    decisions.VIEW,
    search.VIEW,
    papers.VIEW,
    people.VIEW,
    overview.VIEW,
    story.VIEW,
    draft.VIEW,
    screen.VIEW,
    export.VIEW,
    jobs.VIEW,
)
