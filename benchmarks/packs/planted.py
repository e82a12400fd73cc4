"""Plants secrets of third persons in leaks, makes packs, and looks for the secrets in every way a stranger could.

    python benchmarks/packs/planted.py SCRATCH [--packs 5]

Forty secrets a leak, most of them in several places: passport numbers, birth dates, telephone numbers and mail addresses of people who are no subject
of any finding, on a scan, in a PDF, a Word file, a mail with its headers, a table, a web page, testimony, papers in three languages,
file names, claims with wordings and translations, and the log of replies; and the authors in the files' own metadata. The
search: every file as bytes (`strings`), the pages' text, pdftotext, pikepdf (all streams and metadata), and every
picture recognised anew. pikepdf is asked for only here.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import re
import subprocess
from pathlib import Path

import docx
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from corrobora import pipeline
from corrobora.case import Case
from corrobora.case.progress import silent
from corrobora.model.claims import Claim, Quotation, Reply, Wording
from corrobora.publication import REGISTRY

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_S = "WANG ZHANG LIU CHEN YANG ZHAO HUANG ZHOU WU XU SUN MA ZHU HU GUO LIN HE GAO LIANG ZHENG"
_G = "JIANGUO TIEZHU LIJUN DAPENG GUOQIANG YUMING HAITAO XIAOMING ZHIYUAN WENBIN SHUFEN JIAQI BOWEN RUILIN"
SURNAMES, GIVEN = _S.split(), _G.split()


class Leak:
    """An invented leak and what must not leave it."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.secrets: dict[str, list[str]] = {}
        told = {person[0]: person for person in (self._person() for _ in range(40))}
        self.people = list(told.values())[:10]
        self.subjects, self.third = self.people[:2], self.people[2:]
        for name, born, passport, phone, mail in self.third:
            day, month, year = born.split(".")
            self.secrets[f"passport {name}"] = [passport]
            self.secrets[f"born {name}"] = [
                born,
                f"{year}-{month}-{day}",
                f"{year}{month}{day}",
                f"{day}/{month}/{year}",
                f"{year}年{int(month)}月{int(day)}日",
            ]
            self.secrets[f"phone {name}"] = [re.sub(r"\D", "", phone)[-9:]]
            self.secrets[f"mail {name}"] = [mail.partition("@")[0]]
        for at in range(8):
            self.secrets[f"author {at}"] = [f"Autor{seed}{at}Geheim"]

    def _person(self) -> tuple[str, str, str, str, str]:
        name = f"{self.dice.choice(SURNAMES)} {self.dice.choice(GIVEN)}"
        born = f"{self.dice.randint(1, 28):02d}.{self.dice.randint(1, 12):02d}.{self.dice.randint(1955, 1995)}"
        passport = f"{self.dice.choice('EGP')}{self.dice.randint(10_000_000, 99_999_999)}"
        phone = f"+86 {self.dice.randint(130, 189)} {self.dice.randint(1000, 9999)} {self.dice.randint(1000, 9999)}"
        mail = f"{name.split()[1].lower()}.{self.dice.randint(1000, 9999)}@example.org"
        return name, born, passport, phone, mail

    def lines(self, people: list[tuple[str, str, str, str, str]]) -> list[str]:
        head = ["Запрос № ZH2023-Y17 от 20 февраля 2023 г.",
                "Просим принять делегацию КНР в количестве 10 человек в г. Тула с 10 марта 2023 г. по 14 марта 2023 г.",
                "Список делегации:"]  # fmt: skip
        return head + [f"{at}. {n}, {b}, паспорт {p}, тел. {t}, {m}" for at, (n, b, p, t, m) in enumerate(people, 1)]

    def write(self, place: Path) -> None:
        (place / "leak").mkdir(parents=True)
        authors = [self.secrets[f"author {at}"][0] for at in range(8)]
        _scan(place / "leak" / "scan.png", self.lines(self.people), authors[0])
        _jpeg(place / "leak" / "photo.jpg", self.lines(self.people), authors[1])
        _pdf(place / "leak" / "list.pdf", self.lines(self.people), authors[2], authors[3])
        _word(place / "leak" / "list.docx", self.lines(self.people), authors[4], authors[5])
        text = f"From: Office <office@example.org>\nSubject: list\nX-Sender: {authors[6]}\nX-Mailer: {authors[7]}\n"
        body = "Content-Type: text/plain; charset=utf-8\n\n" + "\n".join(self.lines(self.people))
        (place / "leak" / "mail.eml").write_text(text + body, encoding="utf-8")
        self._write_more(place / "leak")
        (place / "records").mkdir()
        with (place / "records" / "flights.csv").open("w", encoding="utf-8", newline="") as handle:
            table = csv.writer(handle)
            table.writerow(("Фамилия", "Имя", "Дата рождения", "Документ", "Рейс", "Дата вылета", "Откуда", "Куда"))
            for name, born, passport, _, _ in self.subjects:
                table.writerow((*name.split(), born, passport, "CA909", "09.03.2023", "PEK", "SVO"))
            # namesakes of four third persons: their rows are cited as contradicted, and are nobody's business
            for at, (name, *_) in enumerate(self.third[:4]):
                _, _, born, passport = Leak.stranger(self.dice)
                table.writerow((*name.split(), born, passport, "CA909", "09.03.2023", "PEK", "SVO"))
                self.secrets[f"author {at}"] += [passport]
            for at in range(900):
                other = Leak.stranger(self.dice)
                table.writerow((*other, "SU204", f"{1 + at % 28:02d}.{1 + at % 12:02d}.2023", "SVO", "PEK"))

    def _write_more(self, leak: Path) -> None:
        """The same secrets in file names, mail headers, testimony, web pages, and papers in three more languages."""
        (leak / "папка").mkdir()
        name, born, passport, phone, mail = self.third[0]
        (leak / "папка" / f"паспорт_{passport}_{born}.txt").write_text(
            f"Справка\n{name} был в списке делегации ZH2023-Y17 от 20 февраля 2023 г.", encoding="utf-8")  # fmt: skip
        name, born, passport, phone, mail = self.third[1]
        (leak / "папка" / "допрос.txt").write_text(
            f"ПРОТОКОЛ ОПРОСА\n\nОпрошен: {name}, {born} г.р., паспорт серии и номер {passport}, тел. {phone}\n\n"
            f"Он рассказал, что 12 марта 2023 г. был на заводе вместе с делегацией. Писать: {mail}\n", encoding="utf-8")  # fmt: skip
        name, born, passport, phone, mail = self.third[2]
        (leak / "папка" / "лист.txt").write_text(
            f"Лист № 45/2 від 3 червня 2023 року\n\nПросимо прийняти {name}, дата народження {born}, паспорт {passport}, "
            f"телефон {phone}, пошта {mail}.\nОплату 2 500 000 євро буде здійснено до 1 вересня 2023 року.\n", encoding="utf-8")  # fmt: skip
        name, born, passport, phone, mail = self.third[3]
        day, month, year = born.split(".")
        (leak / "папка" / "函.txt").write_text(
            f"函（2023）第12号\n日期：2023年7月5日\n\n请接待{name}，{year}年{int(month)}月{int(day)}日出生，护照号{passport}，"
            f"电话{phone}，邮箱{mail}。\n", encoding="utf-8")  # fmt: skip
        name, born, passport, phone, mail = self.third[4]
        (leak / "папка" / "page.html").write_text(
            f"<html><body><h1>12 March 2023</h1><p>@user: met {name} (born {born}), call {phone}, {mail}, "
            f"passport No. {passport}</p></body></html>", encoding="utf-8")  # fmt: skip
        name, born, passport, phone, mail = self.third[5]
        (leak / "headers.eml").write_text(
            f"From: {name} <{mail}>\nTo: {mail}\nCc: office@example.org\nReply-To: {mail}\nSubject: passport {passport}, {phone}\n"
            f"Date: Tue, 21 Feb 2023 10:00:00 +0300\nContent-Type: text/plain; charset=utf-8\n\n"
            f"Запрос № ZH2023-Y17 от 20 февраля 2023 г.: {name}, {born}.\n", encoding="utf-8")  # fmt: skip

    def claim(self, case: Case) -> None:
        """Claims, translations and replies that name third persons with their numbers."""
        for at, (name, born, passport, phone, mail) in enumerate(self.third):
            quote = Quotation("list.docx", 1, f"{name}, {born}", f"{name}, born {born}, passport {passport}", f"by hand, {mail}")
            worded = (Wording("ru", f"{name}, паспорт {passport}, {born} г.р., был на заводе.", "by hand"),
                      Wording("zh", f"{name}，护照{passport}，电话{phone}。", "by hand"))  # fmt: skip
            text = f"{name}, passport {passport}, was at the plant."
            case.put_claims([Claim(f"c{at}", text, accused=(f"{name} ({passport})",), quotations=(quote,), worded=worded, origin="written")])
            case.put_replies([Reply(name, f"2026-11-{at + 1:02d}", f"e-mail to {mail}", f"Call me: {phone}. Born {born}.")])
        pipeline.claims(case)

    @staticmethod
    def stranger(dice: random.Random) -> tuple[str, str, str, str]:
        born = f"{dice.randint(1, 28):02d}.{dice.randint(1, 12):02d}.{dice.randint(1955, 1995)}"
        return dice.choice(SURNAMES), dice.choice(GIVEN), born, f"E{dice.randint(10_000_000, 99_999_999)}"


def _scan(path: Path, lines: list[str], author: str) -> None:
    picture = Image.new("L", (1900, 140 + 60 * len(lines)), 250)
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 28)
    for at, line in enumerate(lines):
        pen.text((60, 60 + 60 * at), line, fill=20, font=font)
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", author)
    picture.rotate(0.4, fillcolor=250).save(path, pnginfo=told)


def _jpeg(path: Path, lines: list[str], author: str) -> None:
    picture = Image.new("RGB", (1900, 140 + 60 * len(lines)), (250, 250, 245))
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(FONT, 28)
    for at, line in enumerate(lines):
        pen.text((60, 60 + 60 * at), line, fill=(20, 20, 60), font=font)
    exif = picture.getexif()
    exif[0x013B] = author
    picture.save(path, quality=90, exif=exif)


def _pdf(path: Path, lines: list[str], author: str, subject: str) -> None:
    pdfmetrics.registerFont(TTFont("DejaVu", FONT))
    page = canvas.Canvas(str(path))
    page.setAuthor(author)
    page.setSubject(subject)
    page.setFont("DejaVu", 9)
    for at, line in enumerate(lines):
        page.drawString(40, 780 - 24 * at, line)
    page.save()


def _word(path: Path, lines: list[str], author: str, comment: str) -> None:
    paper = docx.Document()
    paper.core_properties.author, paper.core_properties.comments = author, comment
    for line in lines:
        paper.add_paragraph(line)
    paper.save(str(path))


def search(folder: Path, secrets: dict[str, list[str]]) -> dict[str, set[str]]:
    """Which secrets are found, and where."""
    found: dict[str, set[str]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        for way, text in _ways(path):
            flat = re.sub(r"[^0-9a-zа-яё年月日]", "", text.casefold())
            for name, forms in secrets.items():
                if any(re.sub(r"[^0-9a-zа-яё年月日]", "", form.casefold()) in flat for form in forms):
                    found.setdefault(name, set()).add(f"{path.name} ({way})")
    return found


def _ways(path: Path):
    whole = path.read_bytes()
    yield "strings", whole.decode("utf-8", "ignore")
    if path.suffix == ".pdf":
        yield (
            "pdftotext",
            subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout,
        )
        yield "pikepdf", _streams(path)
    if path.suffix == ".docx":
        import zipfile

        with zipfile.ZipFile(io.BytesIO(whole)) as packed:
            yield "unzip", "\n".join(packed.read(n).decode("utf-8", "ignore") for n in packed.namelist())
    if path.suffix in (".webp", ".png"):
        with Image.open(path) as picture:
            yield "metadata", repr(picture.info) + repr(dict(picture.getexif()))
            yield "OCR", _recognised(picture.convert("L"))


def _streams(path: Path) -> str:
    import pikepdf

    parts = []
    with pikepdf.open(path) as held:
        parts.append(repr(held.docinfo))
        for item in held.objects:
            if isinstance(item, pikepdf.Stream):
                try:
                    parts.append(item.read_bytes().decode("utf-8", "ignore"))
                except pikepdf.PdfError:
                    continue
    return "\n".join(parts)


def _recognised(picture: Image.Image) -> str:
    large = picture.resize((picture.width * 2, picture.height * 2))
    kept = io.BytesIO()
    large.save(kept, "PNG")
    ran = subprocess.run(
        ["tesseract", "-", "-", "-l", "eng+rus", "--psm", "6"], input=kept.getvalue(), capture_output=True, check=True
    )
    return ran.stdout.decode()


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("scratch", type=Path)
    asked.add_argument("--packs", type=int, default=5)
    told = asked.parse_args()
    planted = exposed = 0
    for seed in range(told.packs):
        leak, place = Leak(seed), told.scratch / str(seed)
        leak.write(place)
        with Case.create(place / "case") as case:
            pipeline.run(place / "leak", place / "records", case)
            leak.claim(case)
            for form in ("html", "pdf", "docx"):
                suffix = "" if form == "html" else f".{form}"
                (place / "out").mkdir(exist_ok=True)
                REGISTRY[form].export(case, place / "out" / f"pack{suffix}", silent)
            shown = sum(f.grade.value in ("confirmed", "probable") for f in case.read(_findings()) if f.kind == "match")
        found = search(place / "out", leak.secrets)
        control = search(place / "leak", leak.secrets)
        planted, exposed = planted + len(leak.secrets), exposed + len(found)
        seen = f"{len(control)} seen in the leak itself, {len(found)} in the pack"
        print(f"pack {seed}: {len(leak.secrets)} secrets, {seen}; {shown} asserted matches", flush=True)
        for name, places in sorted(found.items()):
            print(f"  {name}: {', '.join(sorted(places))}")
    print(f"{exposed} of {planted} secrets found")


def _findings():
    from corrobora.model.tables import FINDINGS

    return FINDINGS


if __name__ == "__main__":
    main()
