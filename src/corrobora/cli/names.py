"""Commands about names: compare, variants."""

from __future__ import annotations

import csv
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corrobora.cli.options import Json
from corrobora.cli.show import as_json, say
from corrobora.errors import InputError

if TYPE_CHECKING:
    from corrobora.names import Aliases, Commonness, NameCounts


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    group = typer.Typer(help="One name in every script and spelling.", no_args_is_help=True)
    group.command()(compare)
    group.command()(variants)
    app.add_typer(group, name="names")


def compare(  # noqa: PLR0913, PLR0917  (the options of one command)
    left: Annotated[str | None, typer.Argument()] = None,
    right: Annotated[str | None, typer.Argument()] = None,
    pairs: Annotated[Path | None, typer.Option("--pairs", help="A CSV with columns left, right (and schema).")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to write the pairs with their score.")
    ] = None,
    schema: Annotated[str, typer.Option("--schema", help="Person or Organization.")] = "Person",
    case: Annotated[
        Path | None,
        typer.Option("--case", help="Also by what this case knows: other names, how common they are in it."),
    ] = None,
    json: Json = False,
) -> None:
    """Are these spellings of one name, how likely, why, and how common it is."""
    from corrobora import names

    known, counts = _knowledge(case, schema if pairs is None else "")
    if pairs is not None:
        if output is None:
            raise InputError("nowhere to write the scores", remedy="say where with -o OUT.csv")
        _score_file(pairs, output, known)
        return
    if left is None or right is None:
        raise InputError("two names are needed", remedy='corrobora names compare "王明亮" "Ван Минлян"')
    schema = names.schema_of({"schema": schema})
    result = names.compare(left, right, schema, known)
    common = {name: names.commonness(name, counts) for name in (left, right)} if schema == "Person" else {}
    if json:
        numbers = {"score": result.score, "bits": result.bits, "undecidable": result.undecidable}
        as_json(
            {"left": left, "right": right, **numbers, "reasons": list(result.reasons)}
            | {"commonness": {name: asdict(one) for name, one in common.items()}}
        )
        return
    note = "  (cannot be told apart in this script)" if result.undecidable else ""
    say(f"{result.score:.3f}  {result.bits:+.1f} bits{note}")
    for line in (*result.reasons, *(_how_common(name, one, counts) for name, one in common.items())):
        say(f"  {line}")


def _how_common(name: str, one: Commonness, counts: NameCounts | None) -> str:
    """How common a name is, in words."""
    text = f"{name}: about {one.share * 1e6:.2g} people in a million bear a name that can be written so"
    if counts is not None:
        text += f"; {one.seen:.2g} of {counts.total:,} people and rows of this case"
    if one.hidden > 1:
        text += f"; {one.hidden} names cannot be told apart in this form"
    return f"{text}."


def _knowledge(folder: Path | None, schema: str) -> tuple[Aliases | None, NameCounts | None]:
    """What a case calls its organisations, and how often names occur in it; nothing without a case."""
    if folder is None:
        return None, None
    from corrobora import names
    from corrobora.case import Case
    from corrobora.corroboration import whereabouts

    with Case.open(folder) as opened:
        known, _ = whereabouts.known_names(opened)
        people = schema and names.schema_of({"schema": schema}) == "Person"
        counts = names.count_names(whereabouts.names_of_people(opened)) if people else None
    return known, counts


def _score_file(pairs: Path, output: Path, known: Aliases | None) -> None:
    from corrobora import names

    if not pairs.is_file():
        raise InputError("there is no such file", str(pairs))
    with pairs.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.DictReader(handle)
        fields = list(reader.fieldnames or ())
        if not {"left", "right"} <= set(fields):
            raise InputError("the columns left and right are needed", str(pairs), f"it has: {', '.join(fields)}")
        rows = list(reader)
    with output.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, [*fields, "score"])
        writer.writeheader()
        writer.writerows(names.score_rows(rows, known))
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
