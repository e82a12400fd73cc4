"""Every line of text to its recogniser: Chinese to PP-OCR, Cyrillic and Latin to tesseract, mixed lines to both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from corrobora.reading.layout.pieces import IDEOGRAM, is_wide
from corrobora.reading.ocr import engines
from corrobora.reading.ocr.engines import Glyph, Image, LineWord, Quad
from corrobora.reading.ocr.straighten import Sheet, cut, size

_TEXT_HEIGHT = 48
"""Pixels of line height that tesseract is given: its models were trained on lines of about this size."""
_BORDER = 10
_TRIMS = (0.0, 0.12, 0.06)
"""Lines of a tight page reach into each other: one with a word that reads badly is tried again with less."""
_GOOD, _DOUBTFUL = 0.8, 0.7
_COARSE = 1.5
_SURE = 0.9
_LONGEST, _SPREAD = 4, 6
_FEW, _PLAINLY = 8, 0.8
_WIDEST_GAP = 1.2
"""Heights of a line: two Chinese characters that were passed over leave more."""
_PLAIN = re.compile("[«(]*(?:[\u0400-\u04ff]+(?:[-.][\u0400-\u04ff]+)*|[\\d.,:/()%–-]+)[»),.;:!?]*|[—–№-]")
_HAN_DIGITS = frozenset("〇一二三四五六七八九")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9/.\-]*")
_ONLY_DIGITS = re.compile(r"[\d.,:/()+\-–—%№]+")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ыэъёЫЭЪЁ]")
_TO_LATIN = str.maketrans("АВЕКМНОРСТУХІ", "ABEKMHOPCTYXI")
_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
_MIXED_CODE = re.compile(r"(?=.*[A-Z])(?=.*\d.*\d)[A-Z0-9][A-Z0-9/.\-]{3,}")
_CLEARLY_LATIN = re.compile("[DFGJLNQRSUVWZbdfghjlqstvwz]")
"""Letters with no twin among Cyrillic ones; two I look like П."""
_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXacejopxy", "АВСЕНКМОРТХасејорху")
"""The small j is Serbian: "је"."""
_TO_UKRAINIAN = _TO_CYRILLIC | str.maketrans("Ii", "Іі")
_MIXED_WORD = re.compile("[ABCEHIKMOPTXaceijopxy\u0400-\u04ff'’.,;:!?\\-]+")
"""Cyrillic letters and Latin ones that have a twin among them, nothing else: one word is in one script."""
_NUMBER_SIGNS = ("Ne", "No", "Nо", "Nе", "N°", "Nº", "М»", "№.", "Хо", "Мо")
_ROMAN = re.compile(r"[IVX]+\W?")
_DASHES = re.compile("[-–]+—[-–]*|—[-–]+")
_NOISE = re.compile(r"^[`‘'|_~]+(?=\w\w)")
_PASSPORT = re.compile(r"[A-Z]{1,2}\d{7,8}")


@dataclass(frozen=True, slots=True)
class Token:
    """A word found on a line: its place along the line as fractions."""

    text: str
    x0: float
    x1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A line of text as read.

    Attributes:
        glyphs_text: what PP-OCR read on the whole line, spaces out; passports' zones are taken from it.
    """

    quad: Quad
    tokens: tuple[Token, ...]
    glyphs_text: str


def read_lines(sheet: Sheet, languages: Sequence[str]) -> list[ReadLine]:
    """Reads every line of a sheet."""
    numbers = range(len(sheet.quads))
    glyphs = _glyphs(sheet, _sample(sheet))
    known: dict[int, list[Token]] = {}
    tongue = _tongue(sheet, glyphs, languages) if _is_all_cyrillic(sheet, glyphs) else "eng"
    if tongue != "eng":
        rest = [number for number in numbers if number not in glyphs]
        known = {number: _tesseract_words(sheet.image, sheet.quads[number], tongue) for number in rest}
    plain = {number for number, words in known.items() if _is_plain(words, sheet.quads[number])}
    glyphs |= _glyphs(sheet, [number for number in numbers if number not in glyphs and number not in plain])
    if not known:
        tongue = _tongue(sheet, glyphs, languages)
    return [
        ReadLine(quad, tuple(_checked(known[number], [], tongue)), "")
        if number in plain
        else ReadLine(
            quad,
            tuple(_tokens(sheet.image, quad, glyphs[number], tongue, known.get(number))),
            "".join(glyph.text for glyph in glyphs[number]).replace(" ", ""),
        )
        for number, quad in enumerate(sheet.quads)
    ]


def _glyphs(sheet: Sheet, numbers: Sequence[int]) -> dict[int, list[Glyph]]:
    """What PP-OCR reads on some lines."""
    found = engines.read_glyphs([cut(sheet.image, sheet.quads[number]) for number in numbers])
    return dict(zip(numbers, found, strict=True))


def _sample(sheet: Sheet) -> list[int]:
    """Lines that tell which scripts a sheet is in: the longest, and some from everywhere."""
    numbers = sorted(range(len(sheet.quads)), key=lambda number: -size(sheet.quads[number])[0])
    spread = range(0, len(numbers), max(len(numbers) // _SPREAD, 1))
    return sorted({*numbers[:_LONGEST], *spread})


def _is_all_cyrillic(sheet: Sheet, lines: dict[int, list[Glyph]]) -> bool:
    return all(_has_foreign(glyphs, sheet.quads[number]) and not _has_han(glyphs) for number, glyphs in lines.items())


def _is_plain(words: Sequence[Token], quad: Quad) -> bool:
    """Whether a line is nothing but surely read Cyrillic words and numbers from end to end: PP-OCR could add nothing.

    Latin letters and codes are read by both, and so is what may be Chinese: it leaves gaps or doubts.
    """
    if len(_CYRILLIC.findall(_joined(words))) < _FEW or min(word.confidence for word in words) < _PLAINLY:
        return False
    wide, high = size(quad)
    edges = [0.0, *(edge for word in words for edge in (word.x0, word.x1)), 1.0]
    gaps = (after - before for before, after in zip(edges[::2], edges[1::2], strict=True))
    return all(_PLAIN.fullmatch(word.text) for word in words) and max(gaps) * wide < _WIDEST_GAP * high


def _tokens(
    image: Image, quad: Quad, glyphs: list[Glyph], tongue: str, known: list[Token] | None = None
) -> list[Token]:
    if looks_like_zone("".join(glyph.text for glyph in glyphs)):
        return _glyph_words(glyphs, quad)
    if not _has_han(glyphs):
        words = (
            _cyrillic_words(image, quad, tongue, known=known)
            if _has_foreign(glyphs, quad)
            else known or _tesseract_words(image, quad, tongue)
        )
        return _checked(words, _glyph_words(glyphs, quad), tongue)
    glyphs = _with_zeros(glyphs, _pitch(glyphs, quad))
    if tongue == "eng":
        return _glyph_words(glyphs, quad)
    tokens: list[Token] = []
    for low, high, is_han in _spans(glyphs, quad):
        if is_han:
            tokens += _glyph_words([g for g in glyphs if low <= g.x <= high], quad)
        else:
            tokens += _sure_words(_cyrillic_words(image, quad, tongue, (low, high)))
    return sorted(tokens, key=lambda token: token.x0)


def _has_han(glyphs: Sequence[Glyph]) -> bool:
    return any(IDEOGRAM.match(glyph.text) for glyph in glyphs)


def looks_like_zone(text: str) -> bool:
    """Whether a line may belong to a machine-readable zone."""
    plain = text.replace(" ", "")
    return len(plain) >= 26 and plain.count("<") >= 2 and sum(c.isascii() for c in plain) >= 0.9 * len(plain)


def _has_foreign(glyphs: Sequence[Glyph], quad: Quad) -> bool:
    """Whether the line holds letters that PP-OCR does not know: they leave wide blanks."""
    wide, high = size(quad)
    width = sum(2 if is_wide(g.text) else 1 for g in glyphs if not g.text.isspace())
    if not width:
        return True
    sure = sum(g.confidence for g in glyphs) / len(glyphs)
    each = (wide - 0.5 * high) / max(high, 1.0) / width
    return each > (0.75 if sure > _SURE else 0.6)


def _tongue(sheet: Sheet, lines: dict[int, list[Glyph]], languages: Sequence[str]) -> str:
    """The languages that tesseract is to know on this sheet, by what PP-OCR read on some or all of its lines."""
    widths = {n: size(sheet.quads[n])[0] for n, glyphs in lines.items() if not _has_han(glyphs)}
    foreign = [n for n in widths if _has_foreign(lines[n], sheet.quads[n])]
    total, cyrillic = sum(widths.values()), sum(widths[n] for n in foreign)
    if not any(code in languages for code in ("ru", "uk")) and languages:
        return "eng"
    if cyrillic <= 0.12 * total:
        return "eng"
    if languages and "uk" not in languages:
        return "rus+eng"
    if languages and "ru" not in languages:
        return "ukr+eng"
    samples = sorted(foreign, key=lambda n: -widths[n])[:4]
    rus = [word for index in samples for word in _tesseract_words(sheet.image, sheet.quads[index], "rus")]
    russian = _telling(_RUSSIAN, rus)
    if russian >= 3 and _sureness(rus) > _SURE:
        return "rus+eng"
    ukr = [word for index in samples for word in _tesseract_words(sheet.image, sheet.quads[index], "ukr")]
    is_ukrainian = _telling(_UKRAINIAN, ukr) > russian and _usual(ukr) > _usual(rus) - 0.01
    return "ukr+eng" if is_ukrainian else "rus+eng"


def _usual(words: Sequence[Token]) -> float:
    """Median confidence by letters: a signature across a line says nothing about its language."""
    values = sorted(word.confidence for word in words for _ in word.text)
    return values[len(values) // 2] if values else 0.0


def _telling(letters: re.Pattern[str], words: Sequence[Token]) -> int:
    """How often surely read words hold letters that only one language has."""
    return len(letters.findall(_joined([word for word in words if word.confidence > 0.75])))


def _spans(glyphs: Sequence[Glyph], quad: Quad) -> list[tuple[float, float, bool]]:
    """Parts of a line with Chinese in it: (from, to, whether PP-OCR reads it)."""
    pitch = _pitch(glyphs, quad)
    spans: list[tuple[float, float, bool]] = []
    reached = 0.0
    for run in _known_runs(glyphs, pitch):
        low = max(run[0].x - pitch * (0.55 if is_wide(run[0].text) else 0.35), reached)
        high = min(run[-1].x + pitch * (0.55 if is_wide(run[-1].text) else 0.35), 1.0)
        if low - reached > 1.1 * pitch:
            spans.append((reached, low, False))
        spans.append((low, high, True))
        reached = high
    if 1.0 - reached > 1.4 * pitch:
        spans.append((reached, 1.0, False))
    return spans


def _pitch(glyphs: Sequence[Glyph], quad: Quad) -> float:
    """Width of a Chinese character as a fraction of the line."""
    wide, high = size(quad)
    pairs = zip(glyphs, glyphs[1:], strict=False)
    steps = sorted(b.x - a.x for a, b in pairs if IDEOGRAM.match(a.text) and IDEOGRAM.match(b.text))
    guess = 0.72 * high / max(wide, 1.0)
    return min(max(steps[len(steps) // 2], 0.8 * guess), 1.4 * guess) if len(steps) > 1 else guess


def _known_runs(glyphs: Sequence[Glyph], pitch: float) -> list[list[Glyph]]:
    """Runs of characters that stand as close as characters do, and hold Chinese, or are surely Latin or digits."""
    runs: list[list[Glyph]] = []
    for stretch in _stretches([g for g in glyphs if not g.text.isspace()]):
        if _is_code(stretch) and not _is_known(stretch):
            runs.append([])
            continue
        for glyph in stretch:
            if runs and runs[-1] and glyph.x - runs[-1][-1].x <= _reach(runs[-1][-1], glyph) * pitch:
                runs[-1].append(glyph)
            else:
                runs.append([glyph])
    return [run for run in runs if run and (any(IDEOGRAM.match(g.text) for g in run) or _is_known(run))]


def _stretches(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Runs of narrow letters and digits, and what stands between them."""
    found: list[list[Glyph]] = []
    for glyph in glyphs:
        is_narrow = glyph.text.isalnum() and not is_wide(glyph.text)
        if found and is_narrow == (found[-1][-1].text.isalnum() and not is_wide(found[-1][-1].text)):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return found


def _is_code(stretch: Sequence[Glyph]) -> bool:
    return stretch[0].text.isalnum() and not is_wide(stretch[0].text) and not all(g.text.isdigit() for g in stretch)


def _is_known(run: Sequence[Glyph]) -> bool:
    """Whether PP-OCR can be believed on letters and digits among Cyrillic, which it takes for Latin ones or skips."""
    sure = sum(g.confidence for g in run) / len(run)
    text = "".join(g.text for g in run)
    is_latin = bool(_CLEARLY_LATIN.search(text)) and sum(c.isalnum() for c in text) >= 3
    return sure > 0.93 and (is_latin or text.isdigit())


def _reach(left: Glyph, right: Glyph) -> float:
    """The largest distance of two characters of one word, in widths of a Chinese one."""
    return (1.35, 1.4, 1.75)[is_wide(left.text) + is_wide(right.text)]


def _with_zeros(glyphs: Sequence[Glyph], pitch: float) -> list[Glyph]:
    """The round zero of years written in characters, which is taken for a letter O, a dash, or nothing."""
    mended: list[Glyph] = []
    for at, glyph in enumerate(glyphs):
        before = mended[-1].text if mended else ""
        after = glyphs[at + 1].text if at + 1 < len(glyphs) else ""
        is_zero = glyph.text in ("O", "0", "o", "-") and before in _HAN_DIGITS and after in _HAN_DIGITS
        is_after_gap = before in _HAN_DIGITS and glyph.text in _HAN_DIGITS
        if is_after_gap and 1.6 * pitch < glyph.x - mended[-1].x < 2.5 * pitch:
            mended.append(Glyph("〇", (glyph.x + mended[-1].x) / 2, 0.6))
        mended.append(replace(glyph, text="〇") if is_zero else glyph)
    return mended


def _glyph_words(glyphs: Sequence[Glyph], quad: Quad) -> list[Token]:
    """Characters to words, cut at spaces and at wide gaps."""
    pitch = _pitch(glyphs, quad)
    words: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            last = None
            continue
        if last is None or glyph.x - last.x > _reach(last, glyph) * pitch:
            words.append([])
        words[-1].append(glyph)
        last = glyph
    return [
        Token(
            _DASHES.sub("—", "".join(g.text for g in word)),
            max(word[0].x - pitch * (0.33 if is_wide(word[0].text) else 0.3), 0.0),
            min(word[-1].x + pitch * (0.33 if is_wide(word[-1].text) else 0.3), 1.0),
            sum(g.confidence for g in word) / len(word),
        )
        for word in words
    ]


def _tesseract_words(image: Image, quad: Quad, tongue: str, part: tuple[float, float] = (0.0, 1.0)) -> list[Token]:
    wide, high = size(quad)
    low, high_end = part
    if part != (0.0, 1.0):
        along = quad[1] - quad[0], quad[2] - quad[3]
        quad = np.array(
            [
                quad[0] + along[0] * low,
                quad[0] + along[0] * high_end,
                quad[3] + along[1] * high_end,
                quad[3] + along[1] * low,
            ],
            np.float32,
        )
    line = cut(image, quad)
    best: list[Token] = []
    for trim in _TRIMS:
        lines = prepare_line(line, trim)
        words = [
            _token(word, lines.shape[1] - 2 * _BORDER, low, high_end) for word in engines.read_words(lines, tongue)
        ]
        if _sureness(words) > _sureness(best) + 0.02:
            best = words
        if _sureness(best) > _GOOD and min(word.confidence for word in best) > _DOUBTFUL:
            break
    return best


def _cyrillic_words(
    image: Image,
    quad: Quad,
    tongue: str,
    part: tuple[float, float] = (0.0, 1.0),
    known: list[Token] | None = None,
) -> list[Token]:
    """Words of a line that PP-OCR could not read: where English was read into Cyrillic letters, they are read again."""
    words = known or _tesseract_words(image, quad, tongue, part)
    if tongue == "eng" or not words or _CYRILLIC.search(_joined(words)) or not _LATIN.search(_joined(words)):
        return words
    again = _tesseract_words(image, quad, tongue.split("+", maxsplit=1)[0], part)
    return again if _sureness(again) > _sureness(words) - 0.25 and _CYRILLIC.search(_joined(again)) else words


def _sure_words(words: list[Token]) -> list[Token]:
    """Between Chinese characters scraps of strokes are taken for letters; words are surer."""
    return [
        word
        for word in words
        if any(c.isalnum() for c in word.text)
        and (word.confidence > 0.5 or (len(word.text) > 3 and word.confidence > 0.3))
    ]


def _sureness(words: Sequence[Token]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def _token(word: LineWord, width: int, low: float, high: float) -> Token:
    x0, _, x1, _ = word.box
    span = high - low
    first, last = (min(max((x - _BORDER) / max(width, 1), 0.0), 1.0) for x in (x0, x1))
    return Token(word.text, low + span * first, low + span * last, word.confidence)


def prepare_line(line: Image, trim: float = 0.0) -> Image:
    """A line in shades of grey at the height tesseract likes, with a border; coarse ones are smoothed.

    Args:
        line: as cut from the page.
        trim: share of its height to take off above and below, where the lines next to it reach in.
    """
    off = int(trim * line.shape[0])
    cropped = line[off : line.shape[0] - off] if off else line
    scale = _TEXT_HEIGHT / max(cropped.shape[0], 1)
    kind = cv2.INTER_CUBIC if scale > 1.0 else cv2.INTER_AREA
    gray = cv2.resize(cropped, None, fx=scale, fy=scale, interpolation=kind)
    if scale > _COARSE:
        gray = cv2.GaussianBlur(gray, (0, 0), 0.4 * scale)
    return np.asarray(cv2.copyMakeBorder(gray, *(_BORDER,) * 4, cv2.BORDER_REPLICATE), np.uint8)


def _checked(words: list[Token], seen: list[Token], tongue: str) -> list[Token]:
    """Tesseract's words, put right where PP-OCR saw digits and Latin letters better."""
    sure = bool(seen) and min(token.confidence for token in seen) > 0.8
    if not words:
        return seen if sure else []
    ours, theirs = _joined(words), _joined(seen)
    if sure and ours != theirs and len(theirs) >= 0.8 * len(ours):
        digits = sum(c.isdigit() for c in theirs)
        if digits * 2 >= len(theirs) and (_CODE.fullmatch(theirs) or _ONLY_DIGITS.fullmatch(theirs)):
            return seen
        if tongue == "eng" and _sureness(words) < 0.85:
            return seen
    kept = [word for word in words if word.confidence > 0.25 or len(words) > 1]
    while kept and _is_speck(kept[0]):
        kept = kept[1:]
    while kept and _is_speck(kept[-1]):
        kept = kept[:-1]
    return _settled([_mended(word, seen, tongue) for word in kept], tongue)


def _settled(words: list[Token], tongue: str) -> list[Token]:
    """What the words beside it tell: the number sign, letters that both alphabets have, double dashes."""
    if tongue == "eng":
        return words
    is_cyrillic = len(_CYRILLIC.findall(_joined(words))) > 3
    letters = _TO_UKRAINIAN if tongue.startswith("ukr") else _TO_CYRILLIC
    settled = []
    for word, following in zip(words, [*words[1:], None], strict=False):
        text = word.text
        if text in _NUMBER_SIGNS and following is not None and any(c.isdigit() for c in following.text):
            text = "№"
        elif text in ("--", "-—", "—-"):
            text = "—"
        elif is_cyrillic and _is_in_twins(text):
            text = text.translate(letters)
        settled.append(replace(word, text=text))
    return settled


def _is_in_twins(text: str) -> bool:
    """Whether a word among Cyrillic ones is Cyrillic too, though read with Latin letters: Roman numerals are not."""
    if text == "j" or _ROMAN.fullmatch(text) or not _MIXED_WORD.fullmatch(text):
        return False
    return len(text) <= 2 or _CYRILLIC.search(text) is not None


def _is_speck(word: Token) -> bool:
    return len(word.text) <= 2 and word.confidence < 0.6 and not any(c.isalnum() for c in word.text)


def _joined(words: Sequence[Token]) -> str:
    return "".join(word.text for word in words).replace(" ", "")


def _mended(word: Token, seen: Sequence[Token], tongue: str) -> Token:
    """A code of Latin letters and digits that was read half in Cyrillic put back into Latin."""
    word = replace(word, text=_NOISE.sub("", word.text))
    if tongue == "eng" or not any(c.isdigit() for c in word.text):
        return word
    for other in seen:
        shared = min(word.x1, other.x1) - max(word.x0, other.x0)
        if shared < 0.6 * max(word.x1 - word.x0, other.x1 - other.x0) or other.confidence < 0.85:
            continue
        text = other.text.strip("-.,")
        if _MIXED_CODE.fullmatch(text) and (_CLEARLY_LATIN.search(text) or _PASSPORT.fullmatch(text)):
            return Token(text, word.x0, word.x1, max(word.confidence, other.confidence))
    text = word.text.translate(_TO_LATIN).replace("З", "3")
    return Token(text, word.x0, word.x1, word.confidence) if _PASSPORT.fullmatch(text) else word
