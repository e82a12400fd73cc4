"""Saved pages of the web as documents: who posted, from which account, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.evidence import first_line, words_on
from corrobora.analysis.view import CaseView
from corrobora.model.dates import is_day
from corrobora.model.facts import Span
from corrobora.model.mention import MentionType

ACCOUNT = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?P<site>vk\.com|ok\.ru|t\.me|facebook\.com|instagram\.com|x\.com|twitter\.com|weibo\.com|"
    r"douyin\.com|tiktok\.com|youtube\.com|linkedin\.com|xiaohongshu\.com)/(?:u/|user/|profile/|s/|in/|@)?(?P<name>[\w.\-]{3,60})",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<![\w@.])@(?P<name>[A-Za-z0-9_.]{3,40})(?![\w@])")
PLACE = re.compile(
    r"(?:геометка|место(?:положение)?|місце|location|checked\s+in\s+at|位置|定位|地点|📍)\s*[:：\-–—]?\s*",
    re.IGNORECASE,
)
HEAD = 1200
"""Letters of a page in which its account and place stand; further down are those of others."""


@dataclass(frozen=True, slots=True)
class Post:
    """One saved page.

    Attributes:
        account: name on its site; `site`: of the page; `published`: day, ISO, or None.
        place: as written on it; `shown`: the words to quote.
    """

    document: str
    author: str | None
    account: str | None
    site: str | None
    published: str | None
    place: str | None
    url: str | None
    shown: tuple[Span, ...]


def is_from_web(view: CaseView, document: str) -> bool:
    """Whether a document was saved from the web: by its type or its source's origin."""
    letter, known = view.letters.get(document), view.documents.get(document)
    by_type = (letter is not None and letter.type == "web_page") or (
        known is not None and known.media_type == "text/html"
    )
    return by_type or view.source_of_document(document).origin == "web"


def posts_of(view: CaseView) -> Iterator[Post]:
    """Every saved page that names its author, account, address or day."""
    for document in sorted(view.page_numbers):
        if is_from_web(view, document):
            post = _read(view, document)
            if post.shown and (post.author or post.account or post.url or post.published):
                yield post


def _read(view: CaseView, document: str) -> Post:
    values, head = view.metadata.get(document, {}), view.text_of(document)[:HEAD]
    url = values.get("url")
    linked, handle = ACCOUNT.search(url or ""), HANDLE.search(head)
    account = values.get("account") or (linked["name"] if linked else None) or (handle["name"] if handle else None)
    published = (values.get("published") or "")[:10]
    place, at = _place(view, document, head)
    words = (account or "", values.get("author") or "")
    shown = [span for word in words if word and (span := words_on(view, document, word)) is not None]
    spans = (*shown, *((at,) if at is not None else ()))
    first = first_line(view, document)
    return Post(
        document, values.get("author"), account.lstrip("@") if account else None,
        (linked["site"].lower() if linked else None) or values.get("site"),
        published if is_day(published) else view.dated(document), values.get("place") or place, url,
        spans or ((first,) if first is not None else ()),
    )  # fmt: skip


def _place(view: CaseView, document: str, head: str) -> tuple[str | None, Span | None]:
    """A place that the page itself marks as its own: a geotag."""
    mark = PLACE.search(head)
    page = view.page_numbers[document][0]
    for at in view.mentioned.get((document, page, MentionType.LOC), ()) if mark is not None else ():
        if mark is not None and mark.end() <= at.start <= mark.end() + 40:
            return at.value or at.text, Span(document, page, at.start, at.end, at.text)
    return None, None
