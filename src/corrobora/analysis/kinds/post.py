"""Saved pages and posts of the web."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.posts import Post, posts_of
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day
from corrobora.model.findings import Finding, Grade


def analyse(view: CaseView) -> Iterator[Finding]:
    """Saved web pages and posts with author, account, day and place, as far as the page or its file names them.

    A saved page is what somebody saved: it may have been changed or deleted since. An account's name does not tell who
    writes under it, and the place of a post is what its author chose to mark.
    """
    for post in posts_of(view):
        yield from _finding(view, post)


def _finding(view: CaseView, post: Post) -> list[Finding]:
    body = {
        "document": post.document, "author": post.author, "account": post.account, "site": post.site,
        "published": post.published, "place": post.place, "url": post.url,
    }  # fmt: skip
    name = post.document.rsplit("/", maxsplit=1)[-1]
    clause = f"\u201c{name}\u201d is a page of {post.site or 'the web'}"
    clause += f" by {post.author}" if post.author else ""
    clause += f" from the account {post.account}" if post.account else ""
    clause += f", dated {day(post.published)}" if post.published else ", without a date"
    clause += f", which marks {post.place} as its place" if post.place else ""
    basis = Basis(post.shown, grade=Grade.UNVERIFIED, seen=True)
    return conclude(view, "post", (post.document,), clause, body, basis)


ANALYSIS = Analysis("post", "Saved pages and posts of the web", ("post",), analyse)
