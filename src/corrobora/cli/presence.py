"""`presence`: who was in the country on which day."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import as_json, say

_MARKS = {"arrives": ">", "leaves": "<", "both": "x", "present": "=", "absent": ".", "": " "}


def register(app: typer.Typer) -> None:
    """Adds this command to the program."""
    app.command()(presence)


def presence(
    person: Annotated[str | None, typer.Option("--person", help="The id of one person.")] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Person by day: what crossings settle, what papers say, and days on which both cannot be right."""
    from corrobora.analysis.presence import table
    from corrobora.analysis.step import load_view

    with Case.open(case) as opened:
        view = load_view(opened)
        days = [one for one in table(view) if person in (None, one.person)]
    if json:
        as_json({"days": [{**asdict(one), "conflict": one.is_conflict} for one in days]})
        return
    say("> arrives, < leaves, x both, = present, . absent, V by the papers of a visit, ! against the rows", "bold")
    for who in dict.fromkeys(one.person for one in days):
        mine = [one for one in days if one.person == who]
        say(f"{view.label(who)} ({who})", "bold")
        for month in dict.fromkeys(one.day[:7] for one in mine):
            marks = " ".join(
                f"{one.day[8:]}{'!' if one.is_conflict else _MARKS[one.crossing]}{'V' if one.paper else ''}"
                for one in mine
                if one.day.startswith(month)
            )
            say(f"  {month}: {marks}")
