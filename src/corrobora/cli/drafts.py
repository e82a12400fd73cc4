"""Commands that hold something of the user's against the case: a draft, a list of names."""

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
    app.command()(screen)


def check(
    draft: Annotated[Path, typer.Argument(help="The draft: Markdown, plain text, DOCX or HTML.")],
    replies: Annotated[Path | None, typer.Option("--replies", help="Who was asked for comment (CSV).")] = None,
    annotated: Annotated[
        Path | None, typer.Option("--annotated", help="Also write the draft with notes: .docx (comments) or .html.")
    ] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Fact-checks a draft, sentence by sentence. Exit code 1 where it finds problems."""
    for path in filter(None, (draft, replies)):
        if not path.is_file():
            raise InputError("there is no such file", str(path))
    from corrobora.claims import plain

    text = plain(draft.read_bytes(), str(draft))
    log = plain(replies.read_bytes(), str(replies)) if replies else ""
    with Case.open(case) as opened:
        sentences = pipeline.check(opened, text, log, Bar())
    if annotated is not None:
        _annotate(annotated, draft, text, sentences)
    if json:
        as_json({"sentences": sentences})
    else:
        _show(sentences)
    if any(sentence["problems"] for sentence in sentences):
        raise typer.Exit(1)


def _annotate(target: Path, draft: Path, text: str, sentences: list[dict[str, Any]]) -> None:
    from corrobora.claims import as_page, as_word

    if target.suffix.lower() not in (".docx", ".html"):
        raise InputError("a checked draft is written as .docx or .html", str(target))
    if target.suffix.lower() == ".docx":
        target.write_bytes(as_word(draft.read_bytes(), text, sentences))
    else:
        target.write_text(as_page(text, sentences, draft.name), encoding="utf-8")


def screen(
    listed: Annotated[Path, typer.Argument(metavar="LIST.csv", help="A list of names, any table.")],
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """A list of names against everything in the case: people, papers, record sets. Hits are leads, not findings."""
    with Case.open(case) as opened:
        hits = pipeline.screen(opened, listed, Bar())
    if json:
        as_json({"hits": hits})
        return
    for hit in hits:
        place = f"{hit['where']} {'row' if hit['kind'] == 'row' else 'p.'} {hit['number']}"
        beside = f"{hit['verdict']}; {hit['bearers']} places bear this name{_commonness(hit)}"
        line = (f"{hit['tier']:8}", "cyan"), clean(f"{hit['name']}  {hit['found']}  {place}"), (f"  {beside}", "dim")
        out.print(Text.assemble(*line))
        for place in hit["introduced"][:1]:
            said = place["document"] if "document" in place else f"{place['dataset']} row {place['row']}"
            say(f"{'':8}{said} gives both names", "dim")
    tried = hits[0]["tried"] if hits else 0
    say(f"{len(hits)} hits for {len({hit['line'] for hit in hits})} names" + (f" of {tried} tried" if tried else ""))


def _commonness(hit: dict[str, Any]) -> str:
    if hit["share"] is None:
        return ""
    alike = f"; {hit['hidden']} names cannot be told apart in this script" if hit["hidden"] > 1 else ""
    chance = f"; by chance {hit['expected_by_chance']:.2g} other names of the case would agree as well"
    return f"; in general {hit['share'] * 1e6:.2g} people in a million{alike}{chance}"


def _show(sentences: list[dict[str, Any]]) -> None:
    for sentence in sentences:
        status = sentence["status"]
        out.print(Text.assemble((f"{status:13}", _STYLE[status]), clean(" ".join(sentence["text"].split()))))
        for problem in sentence["problems"]:
            out.print(Text.assemble(" " * 13, (f"{problem['kind']}: ", "bold red"), clean(problem["detail"])))
        for note in sentence["notes"]:
            place = f" ({note['document']} p.{note['page']})" if note["document"] else ""
            out.print(Text.assemble(" " * 13, (f"{note['kind']}: ", "cyan"), clean(f"{note['detail']}{place}")))
    accused = sum(bool(s["problems"]) for s in sentences)
    say(f"{len(sentences)} sentences, {accused} with problems")
