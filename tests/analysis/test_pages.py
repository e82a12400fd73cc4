"""Every analysis has its page in docs/analyses, made from its docstring."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from analysis.stories import STORIES
from corrobora.analysis import REGISTRY

PAGES = Path(__file__).resolve().parents[2] / "docs" / "analyses"
ENTRIES = list(REGISTRY)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_analysis_has_its_page_with_its_docstring_and_example(entry):
    page = (PAGES / f"{entry.name}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {entry.title}\n") and entry.docs in page
    # either a finding with its evidence, or the words that there is none and the tests that show one
    shown = all(part in page for part in ("\n> ", "**Grade:**", "**Evidence**", "```json"))
    assert shown or "`tests/analysis/kinds/test_" in page


@pytest.mark.parametrize("name", sorted(STORIES))
def test_a_worked_example_is_what_the_analysis_finds(name):
    found = list(next(entry for entry in ENTRIES if entry.name == name).analyse(STORIES[name]()))
    assert found and all(finding.pages or finding.rows for finding in found)
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert "demo case (`corrobora demo`)" in page or any(f"> {finding.statement}\n" in page for finding in found)


def test_there_is_no_page_of_an_analysis_that_is_gone():
    assert {page.stem for page in PAGES.glob("*.md")} == {entry.name for entry in ENTRIES} | {"README"}


def test_the_table_of_operations_is_whole_and_names_only_what_there_is():
    rows = re.findall(r"^\| (\d+) \| .+ \| (.+) \|$", (PAGES.parent / "operations.md").read_text("utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 105))
    source = PAGES.parents[1] / "src" / "corrobora"
    for _, where in rows:
        for path in re.findall(r"`([a-z_/]+\.py)`", where):
            assert (source / path).exists(), path
