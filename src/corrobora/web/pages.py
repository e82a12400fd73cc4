"""Templates: everything the program shows is escaped, and cleaned of characters that reorder or hide text."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from corrobora import __version__
from corrobora.publication import chance, kinds
from corrobora.publication.exhibits import visible
from corrobora.web.desk import Desk

NAVIGATION = (
    ("/findings", "Findings"),
    ("/queue", "Decide"),
    ("/people", "People"),
    ("/files", "Papers"),
    ("/timeline", "Timeline"),
    ("/charts", "Charts"),
    ("/claims", "Claims"),
    ("/draft", "Check a draft"),
    ("/screen", "Screen a list"),
    ("/export", "Hand over"),
)


class Pages:
    """Renders the application's pages."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        made = Environment(
            loader=PackageLoader("corrobora.web", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        made.filters |= {
            "clean": lambda text: visible(str(text)),
            "chance": chance.in_words,
            "false_share": chance.false_share,
            "weakest": chance.weakest,
            "kind": kinds.title,
        }
        made.globals |= {"link": link, "navigation": NAVIGATION, "version": __version__, "meanings": kinds.GRADES}
        self._templates = made

    def show(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page."""
        page = self._templates.get_template(template)
        return HTMLResponse(page.render(title=self._desk.title, job=self._desk.jobs.told(), **values), status)


def link(path: str, **query: Any) -> str:
    """An address inside the application; empty values are left out.

    Example:
        >>> link("/page", document="a b.pdf", page=2, q="")
        '/page?document=a+b.pdf&page=2'
    """
    told = {name: value for name, value in query.items() if value not in ("", None)}
    return f"{path}?{urlencode(told)}" if told else path


def back(where: str) -> RedirectResponse:
    """Sends the browser on after a change; only to a page of ours."""
    return RedirectResponse(where if where.startswith("/") and not where.startswith(("//", "/\\")) else "/", 303)
