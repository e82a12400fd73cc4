"""Writes papers: PDF letters, scans, passports, DOCX, XLSX, mail. What a page shows is decided elsewhere."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from corrobora.errors import MissingToolError

LATIN = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
MONO = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
HAN = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
_RUN = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]+|[^\u2e80-\u9fff\uff00-\uffef]+")
WIDTH, HEIGHT, MARGIN, SIZE, LEAD = 595, 842, 56, 11, 16

Row = Sequence[str]
Line = str | list[Row]
"""A paragraph, or a table as a list of rows."""


def check_fonts() -> None:
    """Raises MissingToolError where a font that the pictures need is not there."""
    for path, package in ((LATIN, "fonts-dejavu-core"), (MONO, "fonts-dejavu-core"), (HAN, "fonts-droid-fallback")):
        if not path.is_file():
            raise MissingToolError(
                "a font that the sample's papers need is missing", str(path), f"sudo apt-get install {package}"
            )


def runs(text: str) -> list[tuple[str, bool]]:
    """The text in runs that one font can write: (run, is it Chinese)."""
    return [(m.group(), m.group()[0] >= HAN_START) for m in _RUN.finditer(text)]


HAN_START = "\u2e80"


def pdf(lines: Sequence[Line], title: str, created: str) -> bytes:
    """A born-digital letter with a text layer and drawn table borders."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    for name, path in (("Latin", LATIN), ("Han", HAN)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(path)))

    def width(text: str) -> float:
        return float(sum(pdfmetrics.stringWidth(run, "Han" if han else "Latin", SIZE) for run, han in runs(text)))

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setTitle(title)

    def write(x: float, y: float, text: str) -> None:
        for run, han in runs(text):
            canvas.setFont("Han" if han else "Latin", SIZE)
            canvas.drawString(x, HEIGHT - y, run)
            x += pdfmetrics.stringWidth(run, "Han" if han else "Latin", SIZE)

    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    canvas.setLineWidth(0.6)
    _flow(lines, _Pen(write, rule, width, canvas.showPage))
    canvas.save()
    # invariant files are all dated alike by the library; a letter was made on its day
    return buffer.getvalue().replace(b"D:20000101000000", f"D:{created.replace('-', '')}093000".encode())


def scan(lines: Sequence[Line], dice: random.Random) -> bytes:
    """A scanned letter: a picture in a PDF, a little turned, grey and spotted, without a text layer."""
    scale = 2.6
    pages = [_blank(scale)]
    fonts = {han: ImageFont.truetype(str(HAN if han else LATIN), int(SIZE * scale)) for han in (True, False)}

    def width(text: str) -> float:
        return sum(fonts[han].getlength(run) for run, han in runs(text)) / scale

    def write(x: float, y: float, text: str) -> None:
        for run, han in runs(text):
            pages[-1][1].text((x * scale, y * scale), run, font=fonts[han], fill=25, anchor="ls")
            x += fonts[han].getlength(run) / scale

    def rule(x0: float, y0: float, x1: float, y1: float) -> None:
        pages[-1][1].line([x0 * scale, y0 * scale, x1 * scale, y1 * scale], fill=60, width=2)

    _flow(lines, _Pen(write, rule, width, lambda: pages.append(_blank(scale))))
    pictures = [_aged(image, dice) for image, _ in pages]
    buffer = io.BytesIO()
    pictures[0].save(buffer, "PDF", resolution=72 * scale, save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


def passport(zone: tuple[str, str], printed: Sequence[str], dice: random.Random) -> bytes:
    """A photographed passport page: printed fields and the machine-readable zone; the face is a drawing of nobody."""
    image = Image.new("L", (1250, 880), 214)
    draw = ImageDraw.Draw(image)
    draw.rectangle((70, 190, 330, 520), fill=188)
    draw.ellipse((140, 240, 260, 400), fill=150)
    draw.pieslice((100, 400, 300, 640), 180, 360, fill=120)
    latin, han = ImageFont.truetype(str(LATIN), 30), ImageFont.truetype(str(HAN), 30)
    for row, text in enumerate(printed):
        x = 400.0
        for run, chinese in runs(text):
            font = han if chinese else latin
            draw.text((x, 70 + 62 * row), run, font=font, fill=20)
            x += font.getlength(run)
    mono = ImageFont.truetype(str(MONO), 43)
    for row, text in enumerate(zone):
        draw.text((50, 720 + 62 * row), text, font=mono, fill=15)
    buffer = io.BytesIO()
    _aged(image, dice).save(buffer, "JPEG", quality=88)
    return buffer.getvalue()


def docx(lines: Sequence[Line]) -> bytes:
    """A word processor's file with real tables."""
    import docx as library

    document = library.Document()
    for line in lines:
        if isinstance(line, str):
            document.add_paragraph(line)
            continue
        table = document.add_table(rows=0, cols=len(line[0]))
        for row in line:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(sheets: dict[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2023, 1, 9, tzinfo=UTC)})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return buffer.getvalue()


def mail(sender: str, to: str, subject: str, date: str, body: str, attached: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A mail with attachments."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"], message["Date"] = sender, to, subject, date
    message["Message-ID"] = f"<{abs(hash_text(subject + date)) % 10**8}@sample.example>"
    message.set_content(body)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary("=sample-boundary=") if message.is_multipart() else None
    return message.as_bytes()


def hash_text(text: str) -> int:
    """A number that depends on the text alone (Python's own hash changes from run to run)."""
    value = 0
    for char in text:
        value = (value * 131 + ord(char)) % (1 << 61)
    return value


class _Pen:
    def __init__(self, write: Any, rule: Any, width: Any, new_page: Any) -> None:
        self.write, self.rule, self.width, self.new_page = write, rule, width, new_page


def _flow(lines: Sequence[Line], pen: _Pen) -> None:
    y = float(MARGIN)
    for line in lines:
        height = (
            _table_height(line, pen) if isinstance(line, list) else LEAD * len(_wrap(line, WIDTH - 2 * MARGIN, pen))
        )
        if y + height > HEIGHT - MARGIN and y > MARGIN:
            pen.new_page()
            y = float(MARGIN)
        if isinstance(line, list):
            y = _table(line, y, pen)
            continue
        for text in _wrap(line, WIDTH - 2 * MARGIN, pen):
            y += LEAD
            pen.write(MARGIN, y, text)
        y += 5


def _columns(rows: list[Row], pen: _Pen) -> list[float]:
    widest = [max(pen.width(row[i]) for row in rows) + 12 for i in range(len(rows[0]))]
    longest = [max(pen.width(word) for row in rows for word in [*row[i].split(), ""]) + 10 for i in range(len(rows[0]))]
    spare = WIDTH - 2 * MARGIN - sum(longest)
    wish = sum(w - least for w, least in zip(widest, longest, strict=True)) or 1.0
    return [least + (w - least) * min(1.0, max(0.0, spare) / wish) for w, least in zip(widest, longest, strict=True)]


def _table_height(rows: list[Row], pen: _Pen) -> float:
    columns = _columns(rows, pen)
    deepest = [max(len(_wrap(c, w - 8, pen)) for c, w in zip(row, columns, strict=True)) for row in rows]
    return sum(LEAD * deep + 6 for deep in deepest)


def _table(rows: list[Row], top: float, pen: _Pen) -> float:
    columns = _columns(rows, pen)
    y, right = top + 8, MARGIN + sum(columns)
    pen.rule(MARGIN, y, right, y)
    first = y
    for row in rows:
        cells = [_wrap(text, w - 8, pen) for text, w in zip(row, columns, strict=True)]
        x = float(MARGIN)
        for lines, w in zip(cells, columns, strict=True):
            for at, text in enumerate(lines):
                pen.write(x + 4, y + LEAD * (at + 1) - 3, text)
            x += w
        y += LEAD * max(map(len, cells)) + 6
        pen.rule(MARGIN, y, right, y)
    x = float(MARGIN)
    for w in [0.0, *columns]:
        x += w
        pen.rule(x, first, x, y)
    return y + 8


def _wrap(text: str, room: float, pen: _Pen) -> list[str]:
    lines, current = [], ""
    for piece in re.findall(r"[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+", text):
        if current and pen.width(current + piece.rstrip()) > room:
            lines.append(current.rstrip())
            current = ""
        current += piece
    return [*lines, current.rstrip()] if current.strip() or not lines else lines


def _blank(scale: float) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (int(WIDTH * scale), int(HEIGHT * scale)), 240)
    return image, ImageDraw.Draw(image)


def _aged(image: Image.Image, dice: random.Random) -> Image.Image:
    turned = image.rotate(dice.uniform(-0.7, 0.7), resample=Image.Resampling.BICUBIC, fillcolor=236)
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    draw = ImageDraw.Draw(soft)
    for _ in range(60):
        x, y = dice.randrange(soft.width), dice.randrange(soft.height)
        draw.point((x, y), fill=90)
    return soft
