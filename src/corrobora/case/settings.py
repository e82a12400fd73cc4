"""case.toml: what the user set, and what a new one holds."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from corrobora.errors import CaseError

NAME = "case.toml"


def told(root: Path, table: str) -> dict[str, Any]:
    """What stands in one table of the case.toml of a case; empty where there is none.

    Raises:
        CaseError: where the file cannot be understood.
    """
    path = root / NAME
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")).get(table, {}) if path.is_file() else {}
    except tomllib.TOMLDecodeError as exc:
        raise CaseError(f"case.toml cannot be understood: {exc}", str(path)) from exc
    return found if isinstance(found, dict) else {}


def ask_for_faces(root: Path) -> None:
    """Writes into case.toml that faces are to be compared, where nothing stands there yet.

    Raises:
        CaseError: where case.toml says otherwise.
    """
    faces = told(root, "faces")
    if faces.get("compare") is True:
        return
    if faces:
        remedy = "set compare = true there, or leave --faces out"
        raise CaseError("[faces] says that faces are not to be compared", str(root / NAME), remedy)
    with (root / NAME).open("a", encoding="utf-8") as handle:
        handle.write("\n[faces]\ncompare = true\n")


def new_toml(title: str) -> str:
    """The case.toml of a new case: its title, and the settings with what they do."""
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    return (
        f'title = "{quoted}"\n\n'
        "[settings]\n"
        "# passwords to try on every encrypted file and archive; what stayed shut is tried again in the next run\n"
        '# passwords = ["...", "..."]\n'
        "# whom of a list of people (recruits, patients) the case is about: nationalities, ISO codes;\n"
        '# "foreign" means everyone but the country whose list it is\n'
        'people_of_interest = ["foreign"]\n'
        "# prices of contracts are shown in a second currency too; without this line the one the papers use most\n"
        '# currency = "USD"\n\n'
        "# faces on pictures of the case are held against each other only where this stands (corrobora run --faces)\n"
        "# [faces]\n"
        "# compare = true\n"
    )
