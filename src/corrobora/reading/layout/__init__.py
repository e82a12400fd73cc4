"""Pure geometry: words on a page to text in reading order, columns kept apart, tables found.

In: placed words and ruled lines, all as fractions of the page. Out: text, word offsets, tables.
"""

from corrobora.reading.layout.compose import Composition, compose
from corrobora.reading.layout.words import PlacedWord

__all__ = ["Composition", "PlacedWord", "compose"]
