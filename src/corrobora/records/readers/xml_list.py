"""XML files: of these only published sanctions lists are tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from corrobora.records.table import BadRow, Blob, Layout


@dataclass(frozen=True, slots=True)
class XmlList:
    """A published list in XML; its entries are read by `lists.un_rows`, not as columns."""

    blob: Blob
    inner: str = ""
    format: str = "xml"

    def layout(self) -> Layout:
        """It has no columns."""
        return Layout(0, 0)

    def head(self, layout: Layout, limit: int = 1000) -> tuple[list[str], list[list[str | None]]]:
        """It has no columns."""
        return [], []

    def batches(self, layout: Layout, on_bad: Callable[[BadRow], None]) -> Iterator[pa.Table]:
        """It has no columns."""
        return iter(())
