"""The command that starts the web application."""

from __future__ import annotations

from typing import Annotated

import typer

from corrobora.cli.options import HERE, CaseDir
from corrobora.cli.show import say


def register(app: typer.Typer) -> None:
    """Adds this command to the program."""
    app.command()(serve)


def serve(
    host: Annotated[str, typer.Option("--host", help="Where to listen; anything but loopback is open to others.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", help="0 takes any that is free.")] = 8765,
    case: CaseDir = HERE,
) -> None:
    """The web application, on the loopback address unless told otherwise."""
    from corrobora.web import serve as start
    from corrobora.web.application import LOOPBACK

    if host not in LOOPBACK:
        say(f"{host}: others can reach this address, and nothing is encrypted on the way", "red")
    start(case, host, port, lambda address: say(f"open {address}  (it works once; Ctrl-C stops)"))
