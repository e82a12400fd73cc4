"""Reads what a page says: mentions and facts.

In: PAGES. Out: MENTIONS (people, organisations, dates, money, identifiers ...) and FACTS (appearances, visits ...).
`kinds/` has one file for each mention kind, `facts/` one for each fact kind. Others may import `find`, `annotate`,
`Gazetteer`, and, for corrections by hand, `verdict_of` and `is_on_a_page`.
"""

from __future__ import annotations

from corrobora.mentions.corrections import is_on_a_page, verdict_of
from corrobora.mentions.finding import annotate, find
from corrobora.mentions.gazetteer import Entry, Gazetteer

__all__ = ["Entry", "Gazetteer", "annotate", "find", "is_on_a_page", "verdict_of"]
