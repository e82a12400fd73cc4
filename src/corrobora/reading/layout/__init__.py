"""Words with their places on a page -> text in reading order, with the tables among them. Pure geometry.

In: `PlacedWord`s (from a text layer or from recognition) and the lines ruled on the page. Out: `Composition`: the text,
every word with its offsets in it, every table with cells whose offsets are true. Columns come out one after the other,
or block by block where left and right blocks belong together (bilingual minutes); no line mixes two columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from corrobora.model.document import Box
from corrobora.reading.layout.columns import place_blocks
from corrobora.reading.layout.grids import split_by_rulings
from corrobora.reading.layout.pieces import PlacedWord, tidy
from corrobora.reading.layout.writing import Composition, write

__all__ = ["Composition", "PlacedWord", "compose"]


def compose(words: Sequence[PlacedWord], rulings: Sequence[Box] = ()) -> Composition:
    """Puts the words of a page into reading order.

    Args:
        words: in any order; boxes as fractions of the page.
        rulings: thin boxes of lines drawn on the page, as fractions of it.

    Returns:
        Text, words and tables of the page.

    Example:
        >>> compose([PlacedWord("Wei", (0.2, 0.1, 0.25, 0.12)), PlacedWord("Wang", (0.1, 0.1, 0.18, 0.12))]).text
        'Wang Wei'
    """
    tidied = tidy(words)
    grids, frames, free = split_by_rulings(tidied, rulings)
    return write(place_blocks(free, grids, frames))
