"""Writes `docs/analyses/`: a page for each analysis, from its docstring and from what it finds in the demo case.

    python tools/docs/analyses.py [DIR]

DIR is where the demo case is made; a folder that holds one already (`corrobora demo DIR`) is used as it is. Nothing on
the pages is written by hand: change the docstring or the analysis and run this again.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corrobora import pipeline
from corrobora.analysis import REGISTRY
from corrobora.analysis.conclusion import Analysis
from corrobora.analysis.step import load_view, strongest_first
from corrobora.case import Case
from corrobora.model.contract import document_json, finding_json, record_json
from corrobora.model.findings import DocumentRef, Finding
from corrobora.model.records import RecordRef
from corrobora.sample import make

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from analysis.stories import STORIES  # noqa: E402 - the tests are no part of the program

PAGES = ROOT / "docs" / "analyses"
TESTS = ROOT / "tests" / "analysis" / "kinds"
QUOTES = 4
LISTED = 3
IMPORTS = re.compile(r"from corrobora\.analysis\.kinds import ([^\n(]+|\([^)]*\))")
COMMON = frozenset({"id", "kind", "statement", "grade", "evidence", "review"})


def main() -> None:
    """Makes the demo case where there is none, runs every analysis on it and writes the pages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("directory", nargs="?", type=Path, help="where the demo case is, or is to be made")
    chosen = arguments.parse_args().directory
    with tempfile.TemporaryDirectory() as spare:
        found = findings_of_demo(chosen or Path(spare))
    PAGES.mkdir(parents=True, exist_ok=True)
    for page in PAGES.glob("*.md"):
        page.unlink()
    for entry in REGISTRY:
        (PAGES / f"{entry.name}.md").write_text(page_of(entry, found[entry.name]), encoding="utf-8")
    (PAGES / "README.md").write_text(index(found), encoding="utf-8")


def findings_of_demo(directory: Path) -> dict[str, list[Finding]]:
    """Analysis -> what it finds in the demo case, strongest first."""
    root = directory / "case"
    if not (root / "case.toml").exists():
        leak, records = make(directory)
        with Case.create(root) as case:
            pipeline.run(leak, records, case)
    found: dict[str, list[Finding]] = {}
    with Case.open(root) as case:
        view = load_view(case)
        for entry in REGISTRY:
            mine = list(entry.analyse(view))
            view = view.having(view.findings + tuple(mine))
            found[entry.name] = strongest_first(mine)
    return found


def index(found: dict[str, list[Finding]]) -> str:
    """The table of all analyses."""
    lines = [
        "# The analyses", "",
        "Each reads what the steps before found and writes findings of the kinds named, each with its evidence.",
        "They run in this order; a later one may look at what an earlier one found. The pages are made by",
        "`tools/docs/analyses.py`.",
        "", "| analysis | finds | kinds | findings in the demo case |", "|---|---|---|---|",
    ]  # fmt: skip
    for entry in REGISTRY:
        kinds = ", ".join(f"`{kind}`" for kind in entry.kinds)
        lines.append(f"| [{entry.name}]({entry.name}.md) | {entry.title} | {kinds} | {len(found[entry.name])} |")
    return "\n".join(lines) + "\n"


def page_of(entry: Analysis, found: list[Finding]) -> str:
    """The page of one analysis."""
    kinds = " and ".join(f"`{kind}`" for kind in entry.kinds)
    lines = [f"# {entry.title}", "", entry.docs, "", f"Analysis `{entry.name}`; findings of kind {kinds}.", ""]
    lines += ["## Worked example", ""]
    lines += list(_example(found)) if found else _no_example(entry)
    return "\n".join(lines).rstrip() + "\n"


def _example(found: list[Finding]) -> Iterator[str]:
    shown = best_example(found)
    yield "Taken from the demo case (`corrobora demo`), in which everybody is invented."
    yield "It is the only finding there." if len(found) == 1 else f"It is one of {len(found)} findings there."
    yield ""
    yield f"> {shown.statement}"
    yield ""
    yield f"**Grade:** {shown.grade.value}"
    yield ""
    yield "**Evidence**"
    yield ""
    yield from (_quoted(page) for page in shown.pages[:QUOTES])
    yield from (_rowed(row) for row in shown.rows[:QUOTES])
    more = max(len(shown.pages) - QUOTES, 0) + max(len(shown.rows) - QUOTES, 0)
    if more:
        yield f"- ... and {more} more"
    yield ""
    yield "**Fields**"
    yield ""
    yield "```json"
    fields = {name: _cut(value) for name, value in finding_json(shown).items() if name not in COMMON}
    yield json.dumps(fields, ensure_ascii=False, indent=2)
    yield "```"


def best_example(found: list[Finding]) -> Finding:
    """The strongest of the findings that stand on most sources."""
    return max(found[:12], key=lambda f: (len({p.source for p in f.pages} | {r.source for r in f.rows}), f.strength))


def _no_example(entry: Analysis) -> list[str]:
    if entry.name in STORIES:
        found = strongest_first(entry.analyse(STORIES[entry.name]()))
        lines = list(_example(found))
        return [
            "The demo case holds nothing of this kind. Taken from invented papers of the tests",
            "(`tests/analysis/stories.py`).",
            "",
            *lines[3:],
        ]
    lines = ["The demo case holds nothing of this kind, so there is no finding of it to show."]
    tests = [t.name for t in sorted(TESTS.glob("test_*.py")) if _is_tested_in(entry.name, t)]
    if tests:
        named = ", ".join(f"`tests/analysis/kinds/{name}`" for name in tests)
        lines.append(f"It is shown on invented papers by {named}.")
    return lines


def _is_tested_in(name: str, path: Path) -> bool:
    imports = IMPORTS.findall(path.read_text(encoding="utf-8"))
    return any(name in re.findall(r"\w+", line) for line in imports)


def _quoted(page: DocumentRef) -> str:
    words = " ".join(document_json(page)["quote"].split())
    return f"- `{page.document}`, page {page.page} ({page.source}): \u201c{words}\u201d"


def _rowed(row: RecordRef) -> str:
    fields = "; ".join(f"{name} {value}" for name, value in record_json(row)["fields"].items())
    chance = f"; expected by chance {row.expected_by_chance:.2g}" if row.expected_by_chance is not None else ""
    return f"- row {row.row} of `{row.dataset}` ({row.source}): {fields}{chance}"


def _cut(value: Any) -> Any:
    """Long lists shortened, digests left out: a page shows the form, not all of the case."""
    if isinstance(value, dict):
        return {name: _cut(held) for name, held in value.items() if name not in ("sha256", "box")}
    if isinstance(value, Iterable) and not isinstance(value, str):
        held = [_cut(element) for element in value]
        return held if len(held) <= LISTED + 1 else [*held[:LISTED], f"... {len(held) - LISTED} more"]
    return float(f"{value:.3g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main()
