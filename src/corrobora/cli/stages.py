"""Commands that move the case on: run, the stages one by one, records, demo."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from corrobora import pipeline
from corrobora.case import Case
from corrobora.case.settings import ask_for_faces
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import Bar, as_json, say
from corrobora.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    for command in (run, ingest, resolve, corroborate, analyse, demo):
        app.command()(command)
    records = typer.Typer(
        help="Record sets: add them, look at how their columns are read, look names up.", no_args_is_help=True
    )
    records.command("add")(records_add)
    records.command("map")(records_map)
    records.command("find")(records_find)
    app.add_typer(records, name="records")


def run(
    leak: Annotated[Path, typer.Argument(help="The folder of papers.")],
    records: Annotated[Path | None, typer.Option("--records", help="The folder of record sets.")] = None,
    faces: Annotated[
        bool, typer.Option("--faces", help="Hold faces on pictures of the case against each other (an extra).")
    ] = False,
    case: CaseDir = HERE,
) -> None:
    """The whole way: ingest, read, resolve, corroborate, analyse. Goes on where it was stopped."""
    for folder, what in ((leak, "papers"), (records, "record sets")):
        if folder is not None and not folder.is_dir():
            raise InputError("there is no such folder", str(folder), f"name the folder that holds the {what}")
    began = time.monotonic()
    if faces:
        from corrobora.analysis.facing import require

        require()
    with Case.create(case) as opened:
        if faces:
            ask_for_faces(opened.root)
        outcome = pipeline.run(leak, records, opened, Bar())
        _tell(opened, outcome, began)


def ingest(paths: Annotated[list[Path], typer.Argument(help="The folder of papers.")], case: CaseDir = HERE) -> None:
    """Takes papers into custody and reads them."""
    if len(paths) != 1:
        raise InputError("a case has one folder of papers", remedy="put them into one folder, each source in its own")
    _stage(case, lambda opened, outcome: pipeline.ingest(paths[0], opened, Bar(), outcome), create=True)


def resolve(case: CaseDir = HERE) -> None:
    """Who is who: people, organisations and visits out of what the papers say."""
    _stage(case, lambda opened, outcome: pipeline.resolve(opened, Bar(), outcome))


def corroborate(case: CaseDir = HERE) -> None:
    """What agrees outside the leak, and how likely that is by chance."""
    _stage(case, lambda opened, outcome: pipeline.corroborate(opened, Bar(), outcome))


def analyse(case: CaseDir = HERE) -> None:
    """What follows: findings."""
    _stage(case, lambda opened, outcome: pipeline.analyse(opened, Bar(), outcome))


def records_add(
    files: Annotated[list[Path], typer.Argument(help="Files or folders of record sets.")],
    mapping: Annotated[Path | None, typer.Option("--map", help="A mapping corrected by hand (YAML).")] = None,
    case: CaseDir = HERE,
) -> None:
    """Adds record sets to the case."""
    from corrobora.records.mapping_yaml import from_yaml

    by_hand = from_yaml(mapping.read_text(encoding="utf-8")) if mapping else None

    def work(opened: Case, outcome: pipeline.Outcome) -> None:
        for path in files:
            pipeline.add_records(path, opened, Bar(), outcome, mapping=by_hand)

    _stage(case, work, create=True)


def records_map(file: Annotated[Path, typer.Argument(help="A record set.")]) -> None:
    """Prints the mapping it would use (column -> property, parser, confidence) as YAML, to correct by hand."""
    from corrobora.records.mapping_yaml import to_yaml
    from corrobora.records.step import propose_file

    if not file.is_file():
        raise InputError("there is no such file", str(file))
    typer.echo("---\n".join(to_yaml(mapping) for mapping in propose_file(file, file.name)), nl=False)


def records_find(
    name: Annotated[list[str], typer.Argument(help="A name, in any script.")],
    near: Annotated[bool, typer.Option("--near", help="Also names one slip away or that sound alike.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="Rows of each set.")] = 50,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """One name in all travellers and lists of people, in every script and spelling. A name alone proves nothing."""
    from corrobora.corroboration.lookup import find_name

    with Case.open(case) as opened:
        found = find_name(opened, " ".join(name), limit, near=near)
    if json:
        as_json([asdict(row) | {"values": dict(row.values)} for row in found])
        return
    for row in found:
        say(f"{row.dataset} row {row.row}  {row.tier}  " + "; ".join(f"{k} {v}" for k, v in row.values))
    say(f"{len(found)} rows")


def demo(directory: Annotated[Path, typer.Argument(help="Where to make it.")] = Path("demo-case")) -> None:
    """Makes the sample case and runs the whole way on it. Everybody in it is invented."""
    from corrobora.sample import make

    leak, records = make(directory)
    say(f"made a small invented leak: {leak}, {records}")
    run(leak, records, case=directory / "case")
    say(f"look at it:  corrobora findings --case {directory / 'case'}")


def _stage(root: Path, work: object, *, create: bool = False) -> None:
    began = time.monotonic()
    outcome = pipeline.Outcome()
    with Case.create(root) if create else Case.open(root) as opened:
        work(opened, outcome)  # type: ignore[operator]
        if outcome.done:
            opened.act("stage", done=outcome.done)
        _tell(opened, outcome, began)


def _tell(case: Case, outcome: pipeline.Outcome, began: float) -> None:
    took = time.monotonic() - began
    if not outcome.done:
        say(f"nothing has changed since the last run; nothing to do ({took:.1f} s)")
        return
    for name, what in outcome.done.items():
        say(f"{name:14} {what}")
    failures = case.failures()
    if failures:
        say(f"{len(failures)} files, pages or rows could not be used: corrobora findings --failures --case {case.root}")
    say(f"done in {took:.1f} s; ledger head {case.act('seal')[:16]}")
