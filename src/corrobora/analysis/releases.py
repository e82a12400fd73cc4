"""When programs and fonts first appeared: facts, as their makers tell them. Pure.

A day is that of the first public trial version, so that a tester's file is none the worse for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PROGRAMS = (
    (r"Word 2007", "2006-05-23"), (r"Word 2010", "2009-07-13"), (r"Word 2013", "2012-07-16"),
    (r"Word 2016", "2015-03-16"), (r"Word 2019", "2018-04-27"), (r"Word 2021", "2021-04-22"),
    (r"(?:for|для|für|pour|适用于) Microsoft 365", "2020-04-21"), (r"Microsoft 365 专属", "2020-04-21"),
    (r"LibreOffice 3\.", "2010-09-28"), (r"LibreOffice 4\.", "2012-12-06"), (r"LibreOffice 5\.", "2015-05-20"),
    (r"LibreOffice 6\.", "2017-10-20"), (r"LibreOffice 7\.", "2020-05-15"), (r"LibreOffice 24\.", "2023-11-10"),
    (r"LibreOffice 25\.", "2024-11-10"), (r"macOS Version 11\b", "2020-06-22"), (r"macOS Version 12\b", "2021-06-07"),
    (r"macOS Version 13\b", "2022-06-06"), (r"macOS Version 14\b", "2023-06-05"),
    (r"macOS Version 15\b", "2024-06-10"),
)  # fmt: skip
"""Pattern of a PDF's producer and its day. Only programs that write the day of writing into the file stand here."""
FONTS = (
    (r"Calibri|Cambria|Candara|Consolas|Constantia|Corbel", "2005-07-27"), (r"Roboto\b|Roboto-", "2011-10-18"),
    (r"Carlito|Caladea", "2013-02-01"), (r"NotoSansCJK|SourceHanSans", "2014-07-15"), (r"DengXian", "2014-10-01"),
    (r"PTAstra", "2016-01-01"), (r"Bahnschrift", "2017-04-01"), (r"NotoSerifCJK|SourceHanSerif", "2017-04-03"),
    (r"IBMPlex", "2017-11-01"), (r"SegoeUIVariable", "2021-06-24"), (r"Bierstadt|Tenorite", "2021-04-28"),
    (r"Aptos", "2023-02-01"),
)  # fmt: skip
"""Pattern of a font's PostScript name and the day."""


def younger_program(producer: str, day: str) -> tuple[str, str] | None:
    """The program that wrote a file, as named there, and its first day, where that lies after a day; else None.

    Example:
        >>> younger_program("Microsoft® Word 2019", "2014-03-01")
        ('Word 2019', '2018-04-27')
    """
    return _younger(PROGRAMS, [producer], day)


def younger_font(fonts: Iterable[str], day: str) -> tuple[str, str] | None:
    """The first of these fonts that appeared after a day, and its first day; else None."""
    return _younger(FONTS, fonts, day)


def _younger(known: Iterable[tuple[str, str]], names: Iterable[str], day: str) -> tuple[str, str] | None:
    for name in names:
        for pattern, first in known:
            found = re.search(pattern, name)
            if found is not None and first > day:
                return found[0].rstrip("."), first
    return None
