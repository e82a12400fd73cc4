"""The command that shows papers which repeat each other, and what changed from one to the other."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import as_json, say
from corrobora.model.tables import METADATA, PAGES

_MOST_SHOWN = 12
_ONE_PAPER = 0.9
"""Below it two papers may be of one form only: orders of two days, passports of two people."""
_WORDS = {"copy": "says the same as", "version": "is another version of", "part": "stands in, or holds,"}


def register(app: typer.Typer) -> None:
    """Adds the command to the program."""
    app.command()(versions)


def versions(
    document: Annotated[str | None, typer.Argument(help="Only pairs with this document.")] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Copies, near copies and drafts of one paper, and what differs between them, in the words of both."""
    from corrobora.analysis.versions import pairs

    with Case.open(case) as opened:
        dates = {
            row.document: row.values.get("modified") or row.values.get("created") or row.values.get("sent_at") or ""
            for row in opened.read(METADATA)
        }
        found = pairs(opened.read(PAGES), {path: date for path, date in dates.items() if date})
    found = [pair for pair in found if document in (None, pair.first, pair.second)]
    if json:
        as_json({"pairs": [asdict(pair) for pair in found]})
        return
    for pair in found:
        is_form = pair.kind == "version" and pair.likeness < _ONE_PAPER
        what = "is worded much like" if is_form else _WORDS[pair.kind]
        say(f"{pair.first} {what} {pair.second} ({pair.likeness:.0%} alike)", "bold")
        for one in pair.differences[:_MOST_SHOWN]:
            numbers = sorted({one.first.page, one.second.page})
            pages = f"page{'s'[: len(numbers) - 1]} {', '.join(map(str, numbers))}"
            before = " ".join(one.before.split())
            change = " -> ".join(" ".join(side.quote.split()) or "(nothing)" for side in (one.first, one.second))
            say(f"  {pages}: ... {before} [{change}]")
        if len(pair.differences) > _MOST_SHOWN:
            say(f"  and {len(pair.differences) - _MOST_SHOWN} more (--json has all)")
    if not found:
        say("no two papers repeat each other")
