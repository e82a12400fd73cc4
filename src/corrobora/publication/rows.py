"""The rows that findings cite, as they stand in their record sets."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow.compute as pc
import pyarrow.parquet as pq

from corrobora.case import Case
from corrobora.model.records import RecordRef

Row = tuple[tuple[str, str], ...]
"""(property, value as it stands in the row), in the order of the table."""


def cited(case: Case, references: Iterable[RecordRef]) -> dict[tuple[str, int], Row]:
    """All values of every cited row that was mapped to a property, by (dataset, row)."""
    wanted: dict[str, set[int]] = {}
    for reference in references:
        wanted.setdefault(reference.dataset, set()).add(reference.row)
    found: dict[tuple[str, int], dict[str, str]] = {}
    for dataset in case.datasets():
        numbers = sorted(wanted.get(dataset.path, ()))
        for kind, _ in dataset.tables if numbers else ():
            path = case.rows_path(dataset, kind)
            if not path.is_file():
                continue
            table = pq.read_table(path, filters=pc.field("row").isin(numbers))
            for row in table.to_pylist():
                kept = found.setdefault((dataset.path, row["row"]), {})
                for name, value in row.items():
                    if name.endswith("_raw") and value not in (None, ""):
                        kept.setdefault(name.removesuffix("_raw"), str(value))
    return {key: tuple(values.items()) for key, values in found.items()}
