"""The `corrobora` command: every command of the contract, one module for each group."""

from __future__ import annotations

from typing import Annotated

import typer

from corrobora import __version__
from corrobora.cli import claims, drafts, judging, look, names, papers, paths, presence, serving, stages, versions

app = typer.Typer(
    name="corrobora",
    help="Turns a leak into a verified, publishable investigation: offline, with the chance of every agreement.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"corrobora {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


ROOMS = (stages, look, serving, judging, presence, paths, drafts, claims, papers, versions, names)
for room in ROOMS:
    room.register(app)
