"""Draws the pages that are cited, each once, in the cage."""

from __future__ import annotations

from pathlib import Path

from corrobora.case import Case
from corrobora.case.sandbox import Sandbox, Task
from corrobora.errors import UnreadableError
from corrobora.model.document import Box, Document
from corrobora.publication.pictures import DrawOptions, draw, preload
from corrobora.publication.rereading import NOTHING, Again

EXPOSED = "exposed"
"""In place of a file name: what was painted over can still be read, so there is no picture."""
DRAW = Task("draw", draw, DrawOptions, bytes)


class Drawing:
    """Pictures of pages in one folder.

    Args:
        case: whose originals.
        folder: where the pictures go.
    """

    def __init__(self, case: Case, folder: Path) -> None:
        self._case, self._folder = case, folder
        self._cage = Sandbox((DRAW,), preload)
        self._drawn: dict[tuple[str, int], str] = {}

    def __enter__(self) -> Drawing:
        return self

    def __exit__(self, *exc: object) -> None:
        self._cage.close()

    def picture(self, document: Document, page: int, hidden: tuple[Box, ...] = (), again: Again = NOTHING) -> str:
        """File name of the picture of a page; empty where it cannot be drawn, EXPOSED where a secret would show.

        Args:
            document: whose page.
            page: from 1.
            hidden: what is painted over in the picture itself.
            again: what must not be readable on it afterwards.
        """
        key = (document.sha256, page)
        if key not in self._drawn:
            self._drawn[key] = self._draw(document, page, hidden, again)
        return self._drawn[key]

    def _draw(self, document: Document, page: int, hidden: tuple[Box, ...], again: Again) -> str:
        options = DrawOptions(document.media_type, page, hidden, again)
        try:
            picture = self._cage.run(DRAW, self._case.original(document.sha256), options).answer
        except UnreadableError:
            return ""
        if not picture:
            return EXPOSED
        name = f"{document.sha256[:16]}-{page}.webp"
        (self._folder / name).write_bytes(picture)
        return name
