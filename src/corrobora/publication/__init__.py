"""Hands the proof over: evidence packs, charts, exports.

In: FINDINGS, PAGES, originals, prepared rows. Out: files outside the case. `exporters/` has one file for each format.
"""

from corrobora.publication.exporters import REGISTRY

__all__ = ["REGISTRY"]
