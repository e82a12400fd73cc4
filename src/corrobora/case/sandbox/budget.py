"""Budgets on what compressed files may grow to, checked before any reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.model import magic


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may come out of one container.

    Attributes:
        total_bytes: of all members together.
        ratio: unpacked to packed size; counts only above `free_bytes`.
        free_bytes: may come out whatever the ratio.
        members: how many.
        depth: of containers in containers.
    """

    total_bytes: int = 2 << 30
    ratio: int = 200
    free_bytes: int = 64 << 20
    members: int = 20_000
    depth: int = 12

    def allowance(self, packed_bytes: int) -> int:
        """How many bytes may come out of a container of this size."""
        return min(self.total_bytes, max(self.free_bytes, packed_bytes * self.ratio))


def zip_excess(untrusted_bytes: bytes, budget: Budget) -> str:
    """Why a ZIP-based document must not be opened by its reader, or ""; looks at the directory only."""
    entries = magic.zip_directory(untrusted_bytes, limit=budget.members + 1)
    if len(entries) > budget.members:
        return f"it holds more than {budget.members} parts"
    allowed = budget.allowance(len(untrusted_bytes))
    declared = sum(entry.size for entry in entries)
    if declared > allowed:
        return f"its parts unpack to {declared >> 20} MB, which {len(untrusted_bytes) >> 10} kB may not"
    return ""
