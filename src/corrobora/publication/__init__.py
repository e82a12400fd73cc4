"""Hands the proof over: evidence packs, charts, exports.

In: FINDINGS, PAGES, originals, prepared rows. Out: files outside the case. `exporters/` has one file for each format;
`check_pack` holds a pack against its manifest, without a case.
"""

from corrobora.publication.exporter import Options
from corrobora.publication.exporters import REGISTRY
from corrobora.publication.manifest import check as check_pack

__all__ = ["REGISTRY", "Options", "check_pack"]
