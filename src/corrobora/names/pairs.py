"""Scores rows of a table of pairs: the pure part of `corrobora names compare --pairs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corrobora.names.aliases import Aliases
from corrobora.names.comparison import compare
from corrobora.names.outcome import Comparison

ORGANIZATIONS = frozenset({"organization", "organisation", "company", "legalentity", "publicbody"})


def schema_of(row: Mapping[str, str]) -> str:
    """The schema of a row, "Person" unless it says otherwise."""
    return "Organization" if (row.get("schema") or "").strip().lower() in ORGANIZATIONS else "Person"


def compare_row(row: Mapping[str, str], aliases: Aliases | None = None) -> Comparison:
    """Compares the `left` and `right` of one row."""
    return compare(row.get("left") or "", row.get("right") or "", schema_of(row), aliases)


def score_rows(rows: Iterable[Mapping[str, str]], aliases: Aliases | None = None) -> Iterator[dict[str, str]]:
    """Adds `score` to each row; its other columns stay as they are.

    Args:
        rows: rows with `left`, `right` and, if there is one, `schema` (Person or Organization).
        aliases: what the papers of the case say that bearers are also called.

    Example:
        >>> next(score_rows([{"left": "王明亮", "right": "Wang Mingliang"}]))["score"] > "0.9"
        True
    """
    for row in rows:
        yield {**row, "score": f"{compare_row(row, aliases).score:.6f}"}
