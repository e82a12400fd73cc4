"""Free text to blocks: columns that stand side by side, tables drawn by gaps alone, plain lines."""

from __future__ import annotations

from collections.abc import Sequence

from corrobora.model.document import Box
from corrobora.reading.layout.grids import Frame
from corrobora.reading.layout.lines import lines_of, segments_of
from corrobora.reading.layout.pairing import block_of
from corrobora.reading.layout.pieces import (
    Block,
    Grid,
    Lines,
    PlacedWord,
    Segment,
    around,
    line_height,
    overlap,
    unit_width,
)

_MIN_CORRIDOR = 1.2
"""Letters of free width between columns."""
_HAIR = 0.08
_PARAGRAPH = 1.8
"""Distance of two lines, in heights, from which an empty line is put between them."""

Line = tuple[Segment, ...]
Corridor = tuple[float, float]


def place_blocks(words: Sequence[PlacedWord], grids: Sequence[Grid], frames: Sequence[Frame]) -> list[Block]:
    """The blocks of a page, from top to bottom; framed words stand together, tables where they are."""
    placed: list[Block] = list(grids)
    placed += [Lines(tuple(lines_of(segments_of(frame.words))), frame.box) for frame in frames]
    placed.sort(key=lambda block: block.box[1])
    if not words:
        return placed
    unit = unit_width(words)
    lines = lines_of(segments_of(words, unit))
    found: list[Block] = []
    for band in _bands(lines, placed):
        found += band if isinstance(band, list) else _blocks(band, unit)
    return found


def _bands(lines: list[Line], placed: Sequence[Block]) -> list[list[Block] | tuple[Line, ...]]:
    """Runs of lines between the placed blocks."""
    bands: list[list[Block] | tuple[Line, ...]] = []
    rest = list(lines)
    for block in placed:
        middle = (block.box[1] + block.box[3]) / 2 if not isinstance(block, Grid) else block.box[1]
        above = [line for line in rest if _height_of(line) < middle]
        rest = [line for line in rest if _height_of(line) >= middle]
        bands += [tuple(above)] if above else []
        bands.append([block])
    return [*bands, tuple(rest)] if rest else bands


def _height_of(line: Line) -> float:
    return sum((s.box[1] + s.box[3]) / 2 for s in line) / len(line)


def _blocks(lines: Sequence[Line], unit: float) -> list[Block]:
    """Zones of columns and the plain lines between them."""
    height = line_height([s.box for line in lines for s in line])
    blocks: list[Block] = []
    plain: list[Line] = []
    at = 0
    while at < len(lines):
        end, corridors = _zone(lines, at, unit, height)
        zone = lines[at:end]
        if end - at >= 2 and _is_zone(zone, corridors):
            blocks += _paragraphs(plain, height)
            plain = []
            blocks.append(block_of(zone, corridors, unit))
            at = end
        else:
            plain.append(lines[at])
            at += 1
    return blocks + _paragraphs(plain, height)


def _zone(lines: Sequence[Line], start: int, unit: float, height: float) -> tuple[int, list[Corridor]]:
    """How far down from a line the same corridors stay free: the end of the zone and its corridors."""
    first = lines[start]
    corridors = _gaps(first, unit)
    if not corridors:
        return start + 1, []
    used = start + 1
    last_bottom = around([s.box for s in first])[3]
    for index in range(start + 1, len(lines)):
        line = lines[index]
        box = around([s.box for s in line])
        kept = [free for corridor in corridors for free in _left_free(corridor, line, unit)]
        kept = [c for c in kept if _has_both_sides(c, lines[start : index + 1])]
        if len(_main(kept)) < len(_main(corridors)) and (index - start > 1 or not kept):
            break
        single = not _gaps(line, unit)
        if box[1] - last_bottom > (1.2 if single else 4.0) * height:
            break
        corridors, used, last_bottom = kept, index + 1, max(box[3], last_bottom)
    return used, corridors


def _gaps(line: Line, unit: float) -> list[Corridor]:
    pairs = zip(line, line[1:], strict=False)
    return [(a.box[2], b.box[0]) for a, b in pairs if b.box[0] - a.box[2] >= _MIN_CORRIDOR * unit]


def _left_free(corridor: Corridor, line: Line, unit: float) -> list[Corridor]:
    """What a line leaves of a corridor."""
    free = [corridor]
    for segment in line:
        x0, x1 = segment.box[0], segment.box[2]
        free = [part for a, b in free for part in ((a, min(b, x0)), (max(a, x1), b)) if part[1] > part[0]]
    return [part for part in free if part[1] - part[0] >= _MIN_CORRIDOR * unit]


def _main(corridors: list[Corridor]) -> list[Corridor]:
    """Corridors counted once where a line split one."""
    merged: list[Corridor] = []
    for corridor in sorted(corridors):
        if not merged or corridor[0] > merged[-1][1]:
            merged.append(corridor)
    return merged


def _has_both_sides(corridor: Corridor, lines: Sequence[Line]) -> bool:
    return any(
        any(s.box[2] <= corridor[0] + 1e-6 for s in line) and any(s.box[0] >= corridor[1] - 1e-6 for s in line)
        for line in lines
    )


def _is_zone(zone: Sequence[Line], corridors: list[Corridor]) -> bool:
    """Two or more lines that have words on both sides of a corridor, or one such line beside a longer block."""
    for corridor in corridors:
        both = [line for line in zone if _has_both_sides(corridor, [line])]
        if len(both) >= 2 or (len(both) == 1 and not _is_one_line(both[0]) and _stands_beside(zone, corridor)):
            return True
    return False


def _is_one_line(line: Line) -> bool:
    """Whether the pieces of a line stand on one height to a hair: a post and the name of who signs, not two blocks."""
    height = line_height([s.box for s in line])
    tops = [(s.box[1] + s.box[3]) / 2 for s in (line[0], line[-1])]
    return abs(tops[0] - tops[1]) < _HAIR * height


def _stands_beside(zone: Sequence[Line], corridor: Corridor) -> bool:
    left = [s.box for line in zone for s in line if s.box[2] <= corridor[0] + 1e-6]
    right = [s.box for line in zone for s in line if s.box[0] >= corridor[1] - 1e-6]
    if min(len(left), len(right)) == 0 or max(len(left), len(right)) < 2:
        return False
    a, b = around(left), around(right)
    if overlap(a[1], a[3], b[1], b[3]) < 0.9:
        return False
    small, large = (a, b) if a[3] - a[1] < b[3] - b[1] else (b, a)
    is_centred = abs(small[1] + small[3] - large[1] - large[3]) < small[3] - small[1]
    return min(len(left), len(right)) >= 2 or is_centred


def _paragraphs(lines: Sequence[Line], height: float) -> list[Block]:
    """Lines cut where the distance to the next is that of a paragraph."""
    blocks: list[Block] = []
    run: list[Line] = []
    for line in lines:
        if run and _box(line)[1] - _box(run[-1])[3] > (_PARAGRAPH - 1) * height:
            blocks.append(Lines(tuple(run), around([_box(one) for one in run])))
            run = []
        run.append(line)
    if run:
        blocks.append(Lines(tuple(run), around([_box(one) for one in run])))
    return blocks


def _box(line: Line) -> Box:
    return around([segment.box for segment in line])
