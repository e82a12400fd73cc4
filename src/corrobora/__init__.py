"""Corrobora turns a leak into a verified, publishable investigation.

The path of an investigation is the path through the packages: `intake`, `reading`, `mentions`, `records`, `identity`,
`corroboration`, `analysis`, `claims`, `publication`; `pipeline` walks it.
"""

__version__ = "0.1.0"
