"""Words to segments, segments to lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corrobora.reading.layout.pieces import PlacedWord, Segment, around, overlap, unit_width, units

_WIDE_GAP = 2.0
"""Letters of gap that end a segment: a space is about 0.6 of a letter, a stretched one in justified text up to 1.5."""
_SAME_LINE = 0.5


def segments_of(words: Sequence[PlacedWord], unit: float | None = None) -> list[Segment]:
    """Chains words that stand side by side with no wide gap between them."""
    page_unit = unit or unit_width(words)
    found: list[Segment] = []
    for line in _rows_of_words(words):
        chain: list[PlacedWord] = []
        for word in line:
            if chain and word.box[0] - max(w.box[2] for w in chain) > _WIDE_GAP * _unit_near(
                chain[-1], word, page_unit
            ):
                found.append(_as_segment(chain))
                chain = []
            chain.append(word)
        found.append(_as_segment(chain))
    return found


def _rows_of_words(words: Sequence[PlacedWord]) -> list[list[PlacedWord]]:
    """Words that stand on one line: by number where it is known, else by their boxes."""
    known: dict[int, list[PlacedWord]] = {}
    for word in words:
        if word.line is not None:
            known.setdefault(word.line, []).append(word)
    loose = [_as_segment([word]) for word in words if word.line is None]
    rows = [sorted(line, key=lambda word: word.box[0]) for line in known.values()]
    return rows + [[segment.words[0] for segment in line] for line in _lines(loose)]


def lines_of(segments: Iterable[Segment]) -> list[tuple[Segment, ...]]:
    """Segments that stand on one height, from top to bottom, each line from left to right."""
    return _lines(list(segments))


def _lines(segments: list[Segment]) -> list[tuple[Segment, ...]]:
    lines: list[list[Segment]] = []
    spans: list[tuple[float, float]] = []
    for segment in sorted(segments, key=lambda s: (_middle(s), s.box[0])):
        top, bottom = segment.box[1], segment.box[3]
        fitting = [
            number
            for number in range(max(len(lines) - 6, 0), len(lines))
            # most lines lie wholly above: no word of theirs need be looked at
            if top < spans[number][1] and bottom > spans[number][0] and _belongs(segment, lines[number])
        ]
        if fitting:
            best = min(fitting, key=lambda number: abs(_middle(lines[number][-1]) - _middle(segment)))
            lines[best].append(segment)
            spans[best] = (min(spans[best][0], top), max(spans[best][1], bottom))
        else:
            lines.append([segment])
            spans.append((top, bottom))
    ordered = [tuple(sorted(line, key=lambda s: s.box[0])) for line in lines]
    return sorted(ordered, key=lambda line: sum(_middle(s) for s in line) / len(line))


def _belongs(segment: Segment, line: list[Segment]) -> bool:
    """Whether it stands on the height of its nearest neighbour in the line, and above or below nothing of the line."""
    x0, y0, x1, y1 = segment.box
    near, least, touching = line[0].box, float("inf"), []
    for other in line:
        box = other.box
        before, after = box[0] - x1, x0 - box[2]
        distance = before if before > after else after
        if distance < least:
            near, least = box, distance
        if distance < 0:
            touching.append(box)
    if overlap(y0, y1, near[1], near[3]) < _SAME_LINE:
        return False
    # what is printed over other words (a stamp, a sum put over a sum) is a line of its own
    return not any(overlap(x0, x1, box[0], box[2]) > 0.5 for box in touching)


def _middle(segment: Segment) -> float:
    return (segment.box[1] + segment.box[3]) / 2


def _unit_near(left: PlacedWord, right: PlacedWord, page_unit: float) -> float:
    """Width of a letter between two words: large headings have large spaces."""
    local = max((w.box[2] - w.box[0]) / units(w.text) for w in (left, right))
    return max(page_unit, min(local, 3 * page_unit))


def _as_segment(words: Sequence[PlacedWord]) -> Segment:
    return Segment(tuple(words), around([word.box for word in words]))
