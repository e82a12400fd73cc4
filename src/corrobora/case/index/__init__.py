"""Full text over all pages in all scripts: words, phrases, proximity, fuzzy, boolean.

In: PAGES. Out: hits with page, snippet and the places of the words found.
"""

from corrobora.case.index.search import Hit, search
from corrobora.case.index.update import update

__all__ = ["Hit", "search", "update"]
