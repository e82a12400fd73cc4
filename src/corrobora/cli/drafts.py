"""Commands about what is to be published: check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from corrobora import pipeline
from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import Bar, as_json, clean, out, say
from corrobora.errors import InputError

_STYLE = {"supported": "green", "unsupported": "yellow", "contradicted": "red", "no_claim": "dim"}


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command()(check)


def check(
    draft: Annotated[Path, typer.Argument(help="The draft: Markdown or plain text.")],
    replies: Annotated[Path | None, typer.Option("--replies", help="Who was asked for comment (CSV).")] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Fact-checks a draft, sentence by sentence. Exit code 1 where it finds problems."""
    for path in filter(None, (draft, replies)):
        if not path.is_file():
            raise InputError("there is no such file", str(path))
    with Case.open(case) as opened:
        log = replies.read_text(encoding="utf-8-sig") if replies else ""
        sentences = pipeline.check(opened, draft.read_text(encoding="utf-8-sig"), log, Bar())
    if json:
        as_json({"sentences": sentences})
    else:
        _show(sentences)
    if any(sentence["problems"] for sentence in sentences):
        raise typer.Exit(1)


def _show(sentences: list[dict[str, Any]]) -> None:
    for sentence in sentences:
        status = sentence["status"]
        out.print(Text.assemble((f"{status:13}", _STYLE[status]), clean(" ".join(sentence["text"].split()))))
        for problem in sentence["problems"]:
            out.print(Text.assemble(" " * 13, (f"{problem['kind']}: ", "bold red"), clean(problem["detail"])))
    accused = sum(bool(s["problems"]) for s in sentences)
    say(f"{len(sentences)} sentences, {accused} with problems")
