"""Commands that work without a case: read, mentions."""

from __future__ import annotations

import json as json_lines
import sys
from pathlib import Path
from typing import Annotated

import typer

from corrobora import pipeline
from corrobora.cli.show import Bar, clean, say
from corrobora.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command()(read)
    app.command()(mentions)


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...")],
    json: Annotated[bool, typer.Option("--json", help="JSON lines, one for each document.")] = False,
) -> None:
    """What the readers make of files, without a case: one document after another, contained ones too."""
    for document in pipeline.read_files(paths, Bar()):
        if json:
            sys.stdout.write(json_lines.dumps(document, ensure_ascii=False) + "\n")
            continue
        why = f" ({document['failure']})" if document["failure"] else ""
        say(
            f"{document['document']}: {document['status']}, {document['type']}, {len(document['pages'])} pages{why}",
            "bold",
        )
        for page in document["pages"]:
            say(clean(page["text"]))


def mentions(
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help='Lines of {"id", "text"}.')],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write the lines with mentions.")],
) -> None:
    """People, organisations, places, dates, money and identifiers in texts, with normalised values."""
    from corrobora.mentions import annotate

    if not source.exists() or source.is_dir():
        raise InputError("there is no such file", str(source))
    with source.open(encoding="utf-8") as lines, output.open("w", encoding="utf-8") as target:
        for row in annotate(json_lines.loads(line) for line in lines if line.strip()):
            target.write(json_lines.dumps(row, ensure_ascii=False) + "\n")
    say(f"wrote {output}")
