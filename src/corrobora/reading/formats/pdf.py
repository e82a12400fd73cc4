"""PDF: the text layer where there is a true one, recognition of the rendered page where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from corrobora.errors import DamagedError, EncryptedError, UnreadableError
from corrobora.model.document import Box, Page, Reading
from corrobora.reading import hyphens, textlayer
from corrobora.reading.covered import covered_words
from corrobora.reading.drawing import IMAGE, Painted, bounds, painted
from corrobora.reading.format import NEEDS_OCR, Format, ReadOptions
from corrobora.reading.language import detect
from corrobora.reading.layout import Composition, PlacedWord, compose
from corrobora.reading.plainorder import plain_composition
from corrobora.reading.rulings import BoxMaker, read_rulings
from corrobora.reading.stamps import small_pictures

_MAX_PAGES = 5000
_MAX_PIXELS = 24_000_000
_DPI = 300
_MAX_REVISIONS = 10
_STAMPED_PAGES, _MOST_STAMPS = 100, 60
_KEYS = {
    "Title": "title", "Author": "author", "Subject": "subject", "Keywords": "keywords", "Creator": "creator",
    "Producer": "producer", "CreationDate": "created", "ModDate": "modified",
}  # fmt: skip
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([Z+-])?(\d\d)?'?(\d\d)?")
_ACTIVE = (b"/JavaScript", b"/JS ", b"/JS(", b"/Launch", b"/SubmitForm", b"/RichMedia", b"/ImportData")


def read(untrusted_bytes: bytes, options: ReadOptions) -> Reading:
    """Reads every page of a PDF, or those asked for."""
    with _opened(untrusted_bytes, options.passwords) as document:
        pages: list[Page] = []
        problems: list[tuple[str, str, str, str]] = []
        covered: list[str] = []
        for number in _numbers(document, options):
            try:
                page, problem = _page(document, number, options, covered)
            except (pdfium.PdfiumError, ValueError) as exc:
                problems.append(
                    (f"page {number}", "damaged", f"page {number} cannot be read: {exc}", "look at the original")
                )
                continue
            pages.append(page)
            problems += [problem] if problem else []
        metadata = _metadata(document, untrusted_bytes)
        if not options.ocr and (stamps := _stamps(document)):
            metadata["pictures"] = "\n".join(stamps)
        if covered:
            metadata["covered_words"] = "; ".join(covered)[:500]
    if not options.ocr and metadata["revisions"] != "1":
        metadata.update(_replaced(untrusted_bytes, pages, options))
    if not pages:
        raise DamagedError("the PDF holds no page that can be read", remedy="ask for another copy")
    return Reading(pages=tuple(pages), metadata=metadata, problems=tuple(problems), reader="pdfium")


@contextmanager
def _opened(untrusted_bytes: bytes, passwords: tuple[str, ...]) -> Iterator[pdfium.PdfDocument]:
    document = None
    for password in (None, *passwords):
        try:
            document = pdfium.PdfDocument(untrusted_bytes, password=password)
            break
        except pdfium.PdfiumError as exc:
            if getattr(exc, "err_code", None) != pdfium_c.FPDF_ERR_PASSWORD:
                raise DamagedError(f"the PDF cannot be opened: {exc}", remedy="ask for another copy") from exc
    if document is None:
        raise EncryptedError("the PDF is encrypted")
    try:
        yield document
    finally:
        document.close()


def _stamps(document: pdfium.PdfDocument) -> list[str]:
    found: list[str] = []
    for number in range(1, min(len(document), _STAMPED_PAGES) + 1):
        with suppress(pdfium.PdfiumError, ValueError):
            source = document[number - 1]
            try:
                found += small_pictures(source, number)
            finally:
                source.close()
    return found[:_MOST_STAMPS]


def _numbers(document: pdfium.PdfDocument, options: ReadOptions) -> list[int]:
    total = min(len(document), _MAX_PAGES)
    return [number for number in options.pages if 1 <= number <= total] if options.pages else list(range(1, total + 1))


def _page(
    document: pdfium.PdfDocument, number: int, options: ReadOptions, covered: list[str]
) -> tuple[Page, tuple[str, str, str, str] | None]:
    source = document[number - 1]
    try:
        to_box, drawn = BoxMaker(source), painted(source)
        layer = textlayer.read_layer(source, to_box)
        page = _from_layer(source, number, layer, read_rulings(drawn, to_box))
        hidden = covered_words(drawn, layer.words, to_box)
        if hidden:
            covered.append(f"page {number}: {hidden} under a dark box, still in the file")
        if not _wants_ocr(source, layer, drawn):
            return page, None
        if not options.ocr:
            return page, (f"page {number}", NEEDS_OCR, "the page has no true text layer", "")
        return _better(page, _recognised(source, number, options)), None
    finally:
        source.close()


def _from_layer(source: pdfium.PdfPage, number: int, layer: textlayer.Layer, rulings: list[Box]) -> Page:
    width, height = source.get_size()
    composed = plain_composition(layer.words, rulings, height / max(width, 1.0)) or _composed(layer, rulings)
    return Page(
        number,
        composed.text,
        detect(composed.text),
        words=composed.words,
        tables=composed.tables,
        width=width,
        height=height,
    )


def _composed(layer: textlayer.Layer, rulings: list[Box]) -> Composition:
    # the mark of a broken line would be dropped as unprintable: a private character stands in for it
    words = [PlacedWord(word.text.replace(hyphens.MARK, hyphens.STAND_IN), word.box) for word in layer.words]
    return hyphens.mended(compose(words, rulings))


def _wants_ocr(source: pdfium.PdfPage, layer: textlayer.Layer, drawn: Sequence[Painted]) -> bool:
    """A page without words, one whose layer cannot be believed, or a picture with a few words on it (a stamp)."""
    if not layer.words or not textlayer.is_believable(layer):
        return True
    return layer.characters < 200 and _picture_share(source, drawn) > 0.5


def _picture_share(source: pdfium.PdfPage, drawn: Sequence[Painted]) -> float:
    """How much of the page its largest picture covers."""
    width, height = source.get_size()
    places = [place for kind, handle in drawn if kind == IMAGE and (place := bounds(handle))]
    areas: list[float] = [(right - left) * (top - bottom) for left, bottom, right, top in places]
    largest: float = max(areas, default=0.0)
    return largest / max(float(width * height), 1.0)


def _recognised(source: pdfium.PdfPage, number: int, options: ReadOptions) -> Page:
    from corrobora.reading.ocr import recognise  # noqa: PLC0415 - the models are only loaded where pages need them

    return recognise_page(render(source), number, options, recognise)


def recognise_page(image: Any, number: int, options: ReadOptions, recognise: Any) -> Page:
    """The page as recognised from its picture."""
    found: Page = recognise(image, options.languages)
    return Page(
        number, found.text, found.language or detect(found.text), found.ocr_confidence, found.words, found.tables,
        found.width, found.height,
    )  # fmt: skip


def render(source: pdfium.PdfPage) -> Any:
    """The page as an image at 300 dpi, less where it would be too large."""
    width, height = source.get_size()
    scale = _DPI / 72
    pixels = width * height * scale * scale
    if pixels > _MAX_PIXELS:
        scale *= (_MAX_PIXELS / pixels) ** 0.5
    return source.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def _better(layer: Page, recognised: Page) -> Page:
    """What was recognised, unless the few words of the layer are more."""
    return recognised if len(recognised.text) >= len(layer.text) * 0.6 or not layer.text.strip() else layer


def _metadata(document: pdfium.PdfDocument, untrusted_bytes: bytes) -> dict[str, str]:
    found = {}
    for key, name in _KEYS.items():
        try:
            value = document.get_metadata_value(key).strip()
        except (pdfium.PdfiumError, UnicodeDecodeError):
            continue
        if value:
            found[name] = _iso(value) if key.endswith("Date") else value[:500]
    revisions = _revisions(document, untrusted_bytes)
    found["revisions"] = str(revisions)
    found["pages"] = str(len(document))
    active = sorted({mark.decode().strip("/ (") for mark in _ACTIVE if mark in untrusted_bytes})
    if active:
        found["active_content"] = " ".join(active)
    signatures = pdfium_c.FPDF_GetSignatureCount(document)
    if signatures > 0:
        found["signatures"] = str(signatures)
    return found


def _revisions(document: pdfium.PdfDocument, untrusted_bytes: bytes) -> int:
    """How many times the file was saved with the earlier state kept inside: 1 for a file written in one go."""
    ends = untrusted_bytes.count(b"%%EOF")
    # a linearised file has two ends and was saved once
    if b"/Linearized" in untrusted_bytes[:2048]:
        ends -= 1
    return max(ends, 1)


def _replaced(untrusted_bytes: bytes, pages: list[Page], options: ReadOptions) -> dict[str, str]:
    """Lines that earlier saves of the file still hold and its present pages no longer show."""
    present = {line.strip() for page in pages for line in page.text.splitlines()}
    gone: dict[str, None] = {}
    ends = [match.end() for match in re.finditer(rb"%%EOF[\r\n]*", untrusted_bytes)]
    for end in ends[:-1][-_MAX_REVISIONS:]:
        try:
            with _opened(untrusted_bytes[:end], options.passwords) as earlier:
                for number in range(min(len(earlier), 50)):
                    text = textlayer.read_layer(earlier[number]).text()
                    gone.update(
                        dict.fromkeys(line.strip() for line in text.splitlines() if line.strip() not in present)
                    )
        except (UnreadableError, pdfium.PdfiumError, ValueError):
            continue
    gone.pop("", None)
    return {"replaced_text": "\n".join(gone)[:20_000]} if gone else {}


def _iso(value: str) -> str:
    match = _PDF_DATE.match(value)
    if not match:
        return value[:40]
    year, month, day, hour, minute, second, sign, zone_hours, zone_minutes = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not hour or not day:
        return date
    zone = "Z" if sign == "Z" else f"{sign}{zone_hours}:{zone_minutes or '00'}" if sign and zone_hours else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


FORMAT = Format(
    name="pdf",
    title="PDF: born digital, scanned or mixed",
    media_types=("application/pdf",),
    read=read,
)
