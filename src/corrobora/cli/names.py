"""Commands about names: compare, variants."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Annotated

import typer

from corrobora.cli.options import Json
from corrobora.cli.show import as_json, say
from corrobora.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    group = typer.Typer(help="One name in every script and spelling.", no_args_is_help=True)
    group.command()(compare)
    group.command()(variants)
    app.add_typer(group, name="names")


def compare(
    left: Annotated[str | None, typer.Argument()] = None,
    right: Annotated[str | None, typer.Argument()] = None,
    pairs: Annotated[Path | None, typer.Option("--pairs", help="A CSV with columns left, right (and schema).")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write the pairs with their score.")
    ] = None,
    schema: Annotated[str, typer.Option("--schema", help="Person or Organization.")] = "Person",
    json: Json = False,
) -> None:
    """Are these spellings of one name, how likely, and why."""
    from corrobora import names

    if pairs is not None:
        if output is None:
            raise InputError("nowhere to write the scores", remedy="say where with -o OUT.csv")
        _score_file(pairs, output)
        return
    if left is None or right is None:
        raise InputError("two names are needed", remedy='corrobora names compare "王明亮" "Ван Минлян"')
    result = names.compare(left, right, schema)
    if json:
        numbers = {"score": result.score, "bits": result.bits, "undecidable": result.undecidable}
        as_json({"left": left, "right": right, **numbers, "reasons": list(result.reasons)})
        return
    note = "  (cannot be told apart in this script)" if result.undecidable else ""
    say(f"{result.score:.3f}  {result.bits:+.1f} bits{note}")
    for reason in result.reasons:
        say(f"  {reason}")


def _score_file(pairs: Path, output: Path) -> None:
    from corrobora import names

    if not pairs.is_file():
        raise InputError("there is no such file", str(pairs))
    with pairs.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        fields = list(reader.fieldnames or ())
        if not {"left", "right"} <= set(fields):
            raise InputError("the columns left and right are needed", str(pairs), f"it has: {', '.join(fields)}")
        rows = list(reader)
    triples = [(row["left"] or "", row["right"] or "", row.get("schema") or "Person") for row in rows]
    with output.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, [*fields, "score"])
        writer.writeheader()
        for row, result in zip(rows, (names.compare(*triple) for triple in triples), strict=True):
            writer.writerow({**row, "score": f"{result.score:.6f}"})
    say(f"wrote {output}")


def variants(name: Annotated[str, typer.Argument()], json: Json = False) -> None:
    """All spellings of a name in all systems."""
    from corrobora import names

    found = names.variants(name)
    if json:
        as_json([{"text": v.text, "system": v.system, "language": v.language} for v in found])
        return
    for variant in found:
        say(f"{variant.system:24}{variant.text}")
