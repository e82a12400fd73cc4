"""Where files and rows come from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One source of documents or records, as told in `sources.toml`.

    Attributes:
        side: "leak" or "records".
        path: folder or file relative to the folder given ("" for the whole).
        name: what a reader is told.
        origin: sources of one origin are not independent of each other.
        reliability: NATO Admiralty letter, A to F; F cannot be judged.
        obtained: ISO date or None.
        covers_from: first day the source covers, or None; what lies outside is unknown, not absent.
        covers_to: last day the source covers, or None.
    """

    side: str
    path: str
    name: str
    origin: str
    reliability: str = "F"
    obtained: str | None = None
    obtained_how: str | None = None
    covers_from: str | None = None
    covers_to: str | None = None
    credit: str | None = None
    public: bool = False

    def holds(self, path: str) -> bool:
        """Whether a document or dataset path lies in this source."""
        outer = path.split("!/", maxsplit=1)[0]
        return self.path in ("", outer) or outer.startswith(self.path + "/")
