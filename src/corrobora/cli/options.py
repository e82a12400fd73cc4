"""Options that many commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CaseDir = Annotated[Path, typer.Option("--case", envvar="CORROBORA_CASE", help="The case folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
HERE = Path("case")
