"""Charts as SVG: columns, lanes of time, a network. Pure; no script, no style sheet, no outside font.

The same drawing stands in the pack, in the PDF and on a graphics desk. Everything that comes from a leak is escaped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from corrobora.publication.exhibits import visible

WIDTH = 800
INK, SOFT, LINE, BLUE, RED, GREEN, AMBER = "#1b1f24", "#57606a", "#d9dee3", "#1f5f8b", "#b3401c", "#2f7d4f", "#b07a1e"
COLOURS = {"person": BLUE, "organization": GREEN, "visit": AMBER, "contract": RED, "aircraft": SOFT, "authority": INK}
_FONT = "'Libertinus Serif', 'Droid Sans Fallback', 'DejaVu Serif', Georgia, serif"
_LABELS = 14


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: its label and height; `told` is written above it."""

    label: str
    height: float
    told: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one day to another in a lane; a single day is a dot. `kind` picks the colour (see COLOURS)."""

    start: date
    end: date
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of a chart of time."""

    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a network, placed within 0 to 1 on both axes; `weight` 0 to 1 sets its size."""

    label: str
    kind: str
    x: float
    y: float
    weight: float


def columns(bars: Sequence[Bar], colour: str = BLUE) -> str:
    """Columns beside each other, labelled as far as there is room."""
    left, top, height = 8.0, 26.0, 220.0
    step = (WIDTH - 2 * left) / max(1, len(bars))
    broad = min(step * 0.78, 64.0)
    most = max((bar.height for bar in bars), default=0) or 1
    every = math.ceil(len(bars) / _LABELS)
    parts = [_rule(left, top + height, WIDTH - left, top + height, INK)]
    for at, bar in enumerate(bars):
        tall = height * bar.height / most
        x = left + step * at + (step - broad) / 2
        hint = f"{bar.label}: {bar.told}"
        parts.append(_box(x, top + height - tall, broad, tall, colour, hint))
        middle = x + broad / 2
        if bar.height and (len(bars) <= _LABELS * 2 or bar.height == most):
            parts.append(_text(middle, top + height - tall - 5, bar.told, "middle", INK))
        if at % every == 0:
            parts.append(_text(middle, top + height + 16, bar.label, "middle", SOFT))
    return _drawing(parts, top + height + 28)


def lanes(told: Sequence[Lane], *, legend: Sequence[tuple[str, str]] = ()) -> str:
    """Time from left to right, one lane for each person or thing; years are ruled."""
    days = [day for lane in told for s in lane.stretches for day in (s.start, s.end)]
    if not days:
        return _drawing([], 20)
    first, last = min(days).toordinal(), max(days).toordinal()
    room, left, top, high = max(1, last - first), 210.0, 44.0, 19.0
    scale = (WIDTH - left - 20) / room
    bottom = top + high * len(told)
    parts = []
    for day, label in _ticks(date.fromordinal(first), date.fromordinal(last)):
        x = left + max(0, day.toordinal() - first) * scale
        parts.append(_rule(x, top - 6, x, bottom, LINE))
        # a label at the edge would stand on its neighbour or be cut off
        parts += [_text(x, top - 10, label, "start", SOFT)] if x < WIDTH - 55 else []
    for at, lane in enumerate(told):
        y = top + high * at
        parts.append(_text(left - 10, y + high * 0.7, _cut(lane.label, 34), "end", INK))
        parts.append(_rule(left, y + high, WIDTH - 12, y + high, "#eef0f2"))
        for stretch in lane.stretches:
            x = left + (stretch.start.toordinal() - first) * scale
            wide = (stretch.end.toordinal() - stretch.start.toordinal() + 1) * scale
            colour = COLOURS.get(stretch.kind, BLUE)
            if stretch.start == stretch.end:
                parts.append(_disc(x + scale / 2, y + high / 2, 3.6, colour, stretch.title))
            else:
                parts.append(_box(x, y + high * 0.24, max(wide, 3.0), high * 0.52, colour, stretch.title))
    return _drawing([*_legend(legend), *parts], bottom + 12)


def net(nodes: Sequence[Node], edges: Sequence[tuple[int, int]], *, legend: Sequence[tuple[str, str]] = ()) -> str:
    """Nodes where they were laid out, edges under them; the label stands beside its node."""
    high, pad = 620.0, 60.0
    spots = [(pad + n.x * (WIDTH - 2 * pad - 60), 40 + pad / 2 + n.y * (high - pad - 40)) for n in nodes]
    parts = [_rule(*spots[one], *spots[other], "#c3cad1") for one, other in edges]
    for node, (x, y) in zip(nodes, spots, strict=True):
        size = 3.5 + 7 * math.sqrt(node.weight)
        parts.append(_disc(x, y, size, COLOURS.get(node.kind, SOFT), node.label))
    taken: list[tuple[float, float, float]] = []
    for node, (x, y) in zip(nodes, spots, strict=True):
        label = _cut(node.label, 30)
        away, wide = 6.5 + 7 * math.sqrt(node.weight), 6.4 * len(label)
        turned = x + away + wide > WIDTH
        low = _free(x - away - wide if turned else x + away, y + 4, wide, taken)
        parts.append(_text(x - away if turned else x + away, low, label, "end" if turned else "start", INK, halo=True))
    return _drawing([*_legend(legend), *parts], high)


def _free(left: float, low: float, wide: float, taken: list[tuple[float, float, float]]) -> float:
    """The height nearest to `low` at which a label does not stand on another one."""
    for step in (0, 13, -13, 26, -26, 39, -39):
        here = low + step
        if not any(abs(here - y) < 12 and left < right and begin < left + wide for begin, y, right in taken):
            break
    taken.append((left, here, left + wide))
    return here


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Years, or months where the whole is short."""
    if (last - first).days > 900:
        return [(date(y, 1, 1), str(y)) for y in range(first.year, last.year + 1)]
    every = 1 if (last - first).days < 300 else 3
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(date(m // 12, m % 12 + 1, 1), f"{m // 12}-{m % 12 + 1:02d}") for m in months if m % every == 0]


def _legend(legend: Sequence[tuple[str, str]]) -> list[str]:
    parts, x = [], 8.0
    for kind, label in legend:
        parts += [_disc(x + 4, 10, 4, COLOURS.get(kind, SOFT), label), _text(x + 13, 14, label, "start", SOFT)]
        x += 26 + 7.2 * len(label)
    return parts


def _drawing(parts: Sequence[str], height: float) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}"'
        f' font-family="{_FONT}" font-size="12.5">'
    )
    ground = f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>'
    return "\n".join([head, ground, *parts, "</svg>"]) + "\n"


def _text(x: float, y: float, untrusted: str, anchor: str, colour: str, *, halo: bool = False) -> str:
    around = ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round"' if halo else ""
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    written = escape(visible(untrusted))
    front = f'<text {place} fill="{colour}">{written}</text>'
    # painted twice, because not every renderer knows paint-order
    return f"<text {place}{around}>{written}</text>{front}" if halo else front


def _box(x: float, y: float, wide: float, high: float, colour: str, hint: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<rect {place} fill="{colour}"><title>{escape(visible(hint))}</title></rect>'


def _disc(x: float, y: float, size: float, colour: str, hint: str) -> str:
    place = f'cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"'
    return f"<circle {place} fill={quoteattr(colour)}><title>{escape(visible(hint))}</title></circle>"


def _rule(x0: float, y0: float, x1: float, y1: float, colour: str) -> str:
    return f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="{colour}" stroke-width="1"/>'


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
