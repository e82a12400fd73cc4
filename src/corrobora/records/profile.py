"""What the cells of one column look like together: shares of shapes, repetition, the span of its dates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corrobora.records import shapes
from corrobora.records.parsers import dates

NOTHING = frozenset(
    {
        "",
        "-",
        "--",
        "—",
        "–",
        "null",
        "none",
        "n/a",
        "na",
        "nan",
        "\\n",
        "-0-",
        "н/д",
        "нет данных",
        "无",
        "б/н",
        "(null)",
        "nil",
    }
)
"""Cells that say there is nothing, in lower case."""

AS_TEXT = r"^(?:='?\"([^\"]*)\"|'([+\-\d][^']*))$"
"""How spreadsheets keep a number as text: `="0123"`, `'0123`."""

_SPREAD_OF_BIRTHS = 12


@dataclass(frozen=True, slots=True)
class Profile:
    """One column, seen through a sample of its cells.

    Attributes:
        header: as it stands in the file, "" where there is none.
        count: non-empty cells looked at.
        filled: share of all cells that are not empty.
        distinct: distinct cells per non-empty cell.
        shares: share of the non-empty cells that have each shape (shapes seen only).
        mean_length: of the non-empty cells.
        is_counter: whole numbers that rise by one.
        samples: some distinct cells.
    """

    header: str
    count: int
    filled: float
    distinct: float
    mean_length: float
    is_counter: bool
    shares: dict[str, float] = field(default_factory=dict)
    samples: tuple[str, ...] = ()

    def share(self, shape: str) -> float:
        """The share of cells with this shape."""
        return self.shares.get(shape, 0.0)


def is_nothing(cell: str | None) -> bool:
    """Whether a cell says that there is nothing."""
    return cell is None or cell.strip().lower() in NOTHING


_AS_TEXT = re.compile(AS_TEXT)


def unwrapped(cell: str | None) -> str | None:
    """A number that a spreadsheet keeps as text, without the marks around it.

    Example:
        >>> unwrapped('="0123"'), unwrapped("'7707083893"), unwrapped("'t Hooft")
        ('0123', '7707083893', "'t Hooft")
    """
    if not cell or cell[0] not in "='":
        return cell
    return _AS_TEXT.sub(r"\1\2", cell.strip())


def profile(header: str, cells: Sequence[str | None]) -> Profile:
    """Looks at a column.

    Args:
        header: as it stands in the file.
        cells: a sample of the column, in order.
    """
    present = [cell.strip() for cell in cells if cell is not None and not is_nothing(cell)]
    if not present:
        return Profile(header, 0, 0.0, 0.0, 0.0, is_counter=False)
    counts = Counter(present)
    seen: Counter[str] = Counter()
    for cell, times in counts.items():
        for shape in shapes.of(_one_of(cell)):
            seen[shape] += times
    total = len(present)
    shares = {shape: times / total for shape, times in seen.items()}
    shares |= _births(list(counts), shares)
    if "digits" in shares and shares["digits"] >= 0.95 and _are_serials(list(counts)):
        shares["serial_date"] = shares["digits"]
    shares |= _row_facts(counts, total)
    if shares.get("country_code", 0.0) >= 0.95 and len(counts) >= 8:
        shares["country_codes"] = shares["country_code"]
    return Profile(
        header=header,
        count=total,
        filled=total / len(cells),
        distinct=len(counts) / total,
        mean_length=sum(map(len, present)) / total,
        is_counter=_is_counter(present),
        shares=shares,
        samples=tuple(list(counts)[:400]),
    )


def _are_serials(cells: Sequence[str]) -> bool:
    """Whether numbers can be days as spreadsheets count them, which only a header can say that they are."""
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) == 5]
    return len(numbers) >= 0.95 * len(cells) and all(10_000 <= number <= 60_000 for number in numbers)


def _one_of(cell: str) -> str:
    """Of several values in one cell, one in each line, the first stands for all."""
    return cell.split("\n", 1)[0] if "\n" in cell and len(cell) < 200 else cell


def _births(cells: Sequence[str], shares: dict[str, float]) -> dict[str, float]:
    """Dates of birth spread over decades that end well before today; dates of events do not."""
    if shares.get("date", 0.0) < 0.5:
        return {}
    form, _ = dates.column_form(cells)
    years = sorted(int(text[:4]) for cell in cells if (text := dates.parse(cell, form, is_birth=True)))
    if len(years) < 3:
        return {}
    low, middle, high = years[len(years) // 10], years[len(years) // 2], years[-1 - len(years) // 10]
    if high - low >= _SPREAD_OF_BIRTHS and middle <= 2005 and high <= 2012:
        return {"births": shares["date"]}
    if low >= 2012:
        return {"events": shares["date"], "recent": shares["date"]}
    return {"events": shares["date"]} if middle >= 1990 and high - low < 40 else {}


def _row_facts(counts: Counter[str], total: int) -> dict[str, float]:
    facts = {}
    if total >= 10 and len(counts) == total:
        facts["unique"] = 1.0
    elif len(counts) * 3 < total:
        facts["repeated"] = 1.0
    cells = list(counts)
    if len(cells) >= 4 and all(cell.isascii() and cell.isdigit() for cell in cells):
        lengths = {len(cell) for cell in cells}
        facts["fixed_length"] = float(len(lengths) == 1 and min(lengths) >= 2)
        facts["rising"] = float(all(int(a) <= int(b) for a, b in zip(cells, cells[1:], strict=False)))
    return facts


def _is_counter(cells: Sequence[str]) -> bool:
    numbers = [cell.removesuffix(".0").rstrip(".") for cell in cells[:200]]
    if len(numbers) < 4 or not all(number.isascii() and number.isdigit() and len(number) < 10 for number in numbers):
        return False
    steps = Counter(int(after) - int(before) for before, after in zip(numbers, numbers[1:], strict=False))
    return steps.get(1, 0) >= 0.9 * (len(numbers) - 1)
