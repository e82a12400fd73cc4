"""The case folder: originals by hash, derived tables, the record of truth with its ledger, the index, the cage.

What comes in: bytes, dataclasses of `corrobora.model`. What goes out: the same, durably. Layout in DESIGN: `case.toml`,
`originals/`, `case.sqlite`, `tables/`, `index/`. Only this package, `engine` and the exporters open files of a case.
"""

from corrobora.case.progress import Progress, silent
from corrobora.case.store import Case

__all__ = ["Case", "Progress", "silent"]
