"""Every analysis has its page in docs/analyses, made from its docstring."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_there_is_no_page_of_an_analysis_that_is_gone():
    assert {page.stem for page in PAGES.glob("*.md")} == {entry.name for entry in ENTRIES} | {"README"}
