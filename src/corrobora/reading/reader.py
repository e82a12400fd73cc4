"""Reads one document in the cage: first without recognition, then with it, a few pages at a time, where needed."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

from corrobora.case.sandbox import Limits, Outcome, Sandbox, Task
from corrobora.errors import EncryptedError, OverBudgetError, UnreadableError
from corrobora.model import magic
from corrobora.model.document import Page, Reading
from corrobora.reading import package
from corrobora.reading.dispatch import READ, READ_AGAIN, READ_AT_LAST, preload, preload_second, preload_with_ocr
from corrobora.reading.format import NEEDS_OCR, ReadOptions
from corrobora.reading.formats import legacy
from corrobora.reading.language import UNDECIDED, settle

_PAGES_A_CALL = 4
_OCR_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OMP_THREAD_LIMIT": "1"}
_OCR_SECONDS_A_PAGE = 60
# on top of what the zygotes hold (340 MB with the models of recognition, 180 without) a worker stays below 1 GiB
_OCR_MEMORY_MB, _MEMORY_MB = 672, 832
_NOT_TEXT = frozenset(
    (
        "application/x-elf",
        "application/ogg",
        "application/vnd.apache.parquet",
        "application/applefile",
        "text/html",
        "text/plain",
    )
)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one document: a reading, or the error and an empty reading."""

    reading: Reading
    level: str = ""
    error: UnreadableError | None = None


class CagedReader:
    """Three cages, each started when first needed: a light one, one for the second readers, one with recognition.

    Args:
        recognises: whether pages without a true text layer are recognised from their picture.
        passwords: to try on encrypted files.
    """

    def __init__(self, *, recognises: bool = True, passwords: tuple[str, ...] = ()) -> None:
        self._passwords = passwords
        self._recognises = recognises
        self._light = Sandbox((READ,), preload)
        self._second = Sandbox((READ, READ_AGAIN, READ_AT_LAST), preload_second)
        self._heavy = Sandbox((READ,), preload_with_ocr, _OCR_ENVIRONMENT)

    def close(self) -> None:
        """Ends all three."""
        self._light.close()
        self._second.close()
        self._heavy.close()

    def read(self, untrusted_bytes: bytes, media_type: str) -> Result:
        """Reads a document; whatever happens to its reader happens to this document only."""
        options = ReadOptions(media_type=media_type, passwords=self._passwords)
        try:
            if untrusted_bytes[:2] == b"PK":
                # before any process is started: a bomb costs the look at its directory
                package.check(untrusted_bytes)
            outcome = self._first(untrusted_bytes, options)
        except UnreadableError as exc:
            return Result(Reading(), self._light.level, exc)
        reading = outcome.answer
        wanted = [int(place.split()[-1]) for place, code, _, _ in reading.problems if code == NEEDS_OCR]
        if wanted and self._recognises:
            reading = self._recognise(untrusted_bytes, options, reading, wanted)
        reading = _with_languages(reading)
        photograph = media_type.startswith("image/") and reading.pages and not reading.problems
        if not photograph and not any(page.text.strip() for page in reading.pages):
            return Result(reading, outcome.level, _nothing(reading))
        return Result(reading, outcome.level)

    def _first(self, untrusted_bytes: bytes, options: ReadOptions) -> Outcome[Reading]:
        """The format's own reader, then the others; where all fail, what the first said."""
        limits = _limits(len(untrusted_bytes))
        home = self._second if options.media_type in legacy.FORMAT.media_types else self._light
        try:
            return home.run(READ, untrusted_bytes, options, limits)
        except (EncryptedError, OverBudgetError):
            raise
        except UnreadableError:
            for task in _others(options.media_type):
                with contextlib.suppress(UnreadableError):
                    return self._second.run(task, untrusted_bytes, options, limits)
            raise

    def _recognise(self, untrusted_bytes: bytes, options: ReadOptions, reading: Reading, wanted: list[int]) -> Reading:
        pages = {page.page: page for page in reading.pages}
        problems = [problem for problem in reading.problems if problem[1] != NEEDS_OCR]
        reader = reading.reader
        for first in range(0, len(wanted), _PAGES_A_CALL):
            numbers = tuple(wanted[first : first + _PAGES_A_CALL])
            call = replace(options, ocr=True, pages=numbers)
            limits = Limits(
                cpu_seconds=_OCR_SECONDS_A_PAGE * len(numbers) + 30,
                memory_mb=_OCR_MEMORY_MB + 4 * (len(untrusted_bytes) >> 20),
            )
            try:
                part = self._heavy.run(READ, untrusted_bytes, call, limits).answer
            except UnreadableError as exc:
                problems += [
                    (f"page {n}", exc.code, f"page {n} could not be recognised: {exc.what}", exc.remedy)
                    for n in numbers
                ]
                continue
            pages.update({page.page: page for page in part.pages})
            problems += [problem for problem in part.problems if problem[1] != NEEDS_OCR]
            reader = (
                f"{reading.reader}+ocr" if reading.reader and part.reader == reading.reader else part.reader or reader
            )
        ordered: tuple[Page, ...] = tuple(pages[number] for number in sorted(pages))
        return Reading(ordered, reading.metadata, reading.members, tuple(problems), reader)


def _others(media_type: str) -> tuple[Task[ReadOptions, Reading], ...]:
    """Who else may know this type. Pictures, sound and programs hold no text that these could find."""
    if media_type == magic.EMPTY or media_type.split("/", maxsplit=1)[0] in ("image", "audio", "video", "font"):
        return ()
    if media_type in _NOT_TEXT:
        return ()
    if media_type in (magic.BINARY, "application/x-msaccess"):
        return (READ_AT_LAST,)
    return (READ_AGAIN, READ_AT_LAST)


def _limits(size: int) -> Limits:
    megabytes = size >> 20
    return Limits(cpu_seconds=30 + 10 * megabytes, memory_mb=_MEMORY_MB + 4 * megabytes, reply_mb=256)


def _with_languages(reading: Reading) -> Reading:
    """The reading with the languages that could not be told inside the cage."""
    if all(page.language != UNDECIDED for page in reading.pages):
        return reading
    pages = tuple(replace(page, language=settle(page.language, page.text)) for page in reading.pages)
    return replace(reading, pages=pages)


def _nothing(reading: Reading) -> UnreadableError:
    for place, code, message, remedy in reading.problems:
        if code != NEEDS_OCR:
            error = UnreadableError(message, place, remedy)
            return error
    return UnreadableError("no text was found, neither in the file nor in its picture", remedy="look at the original")
