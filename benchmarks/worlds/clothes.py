"""What new papers are cut from: dates in every form, names in every system, and files in every format."""

from __future__ import annotations

import html
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from cases import kit
from corrobora.sample import paper
from corrobora.sample.people import instrumental

Line = str | list[list[str]]
MONTHS = {
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря".split("|"),
    "uk": "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня".split("|"),
    "en": "January|February|March|April|May|June|July|August|September|October|November|December".split("|"),
}
HAN = "〇一二三四五六七八九十"
RANKS = {
    "генерал-майор": ("генерал-майором", "генерал-майора", "генерал-майором"),
    "старший полковник": ("старшим полковником", "старшего полковника", "старшим полковником"),
    "полковник": ("полковником", "полковника", "полковником"),
    "подполковник": ("подполковником", "подполковника", "підполковником"),
    "заместитель директора": ("заместителем директора", "заместителя директора", "заступником директора"),
    "переводчик": ("переводчиком", "переводчика", "перекладачем"),
    "инженер": ("инженером", "инженера", "інженером"),
}
RANKS_UK = {"подполковник": "підполковник", "заместитель директора": "заступник директора", "переводчик": "перекладач", "инженер": "інженер"}
PLACES = {  # Ukrainian, and Russian after "in"
    "Рязань": ("Рязань", "Рязани"), "Москва": ("Москва", "Москве"), "Кубинка": ("Кубинка", "Кубинке"),
    "Ульяновск": ("Ульяновськ", "Ульяновске"), "Пекин": ("Пекін", "Пекине"), "Тула": ("Тула", "Туле"),
}  # fmt: skip
POSTS = {
    "генеральный директор": ("Director General", "总经理", "генеральний директор"),
    "первый заместитель генерального директора": ("First Deputy Director General", "第一副总经理", "перший заступник генерального директора"),
    "главный инженер": ("Chief Engineer", "总工程师", "головний інженер"),
    "начальник отдела внешнеэкономических связей": ("Head of Foreign Trade", "外经处处长", "начальник відділу зовнішньоекономічних зв'язків"),
    "военный представитель": ("Military Representative", "军代表", "військовий представник"),
    "начальник цеха № 4": ("Head of Shop No. 4", "四车间主任", "начальник цеху № 4"),
    "советник управления": ("Adviser", "顾问", "радник управління"),
}  # fmt: skip


def day(when: date, form: str) -> str:
    """A date in one of the forms."""
    d, m, y = when.day, when.month, when.year
    match form:
        case "ru":
            return f"{d} {MONTHS['ru'][m - 1]} {y} г."
        case "ru года":
            return f"{d} {MONTHS['ru'][m - 1]} {y} года"
        case "«ru»":
            return f"«{d:02d}» {MONTHS['ru'][m - 1]} {y} г."
        case "uk":
            return f"{d} {MONTHS['uk'][m - 1]} {y} року"
        case "en":
            return f"{d} {MONTHS['en'][m - 1]} {y}"
        case "us":
            return f"{MONTHS['en'][m - 1]} {d}, {y}"
        case "en th":
            end = "th" if 11 <= d <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
            return f"{d}{end} of {MONTHS['en'][m - 1]} {y}"
        case "mon":
            return f"{d:02d}-{MONTHS['en'][m - 1][:3]}-{y}"
        case "MON":
            return f"{d:02d} {MONTHS['en'][m - 1][:3].upper()} {y}"
        case "dot":
            return f"{d:02d}.{m:02d}.{y}"
        case "dot2":
            return f"{d:02d}.{m:02d}.{y % 100:02d}"
        case "slash":
            return f"{d:02d}/{m:02d}/{y}"
        case "iso":
            return when.isoformat()
        case "zh":
            return f"{y}年{m}月{d}日"
        case "zh.":
            return f"{y}.{m:02d}.{d:02d}"
        case "han":
            number = lambda n: HAN[n] if n <= 10 else ("" if n < 20 else HAN[n // 10]) + "十" + (HAN[n % 10] if n % 10 else "")  # noqa: E731
            return "".join(HAN[int(c)] for c in str(y)) + f"年{number(m)}月{number(d)}日"
    raise ValueError(form)


def span(a: date, b: date, form: str) -> str:
    """A period in one of the forms."""
    one = (a.year, a.month) == (b.year, b.month)
    match form:
        case "ru с":
            return f"с {a.day} по {day(b, 'ru')}" if one else f"с {a.day} {MONTHS['ru'][a.month - 1]} по {day(b, 'ru')}"
        case "ru –":
            return f"{a.day}–{day(b, 'ru года')}" if one else f"{a.day} {MONTHS['ru'][a.month - 1]} – {day(b, 'ru года')}"
        case "dot с":
            return f"с {day(a, 'dot')} по {day(b, 'dot')}"
        case "dot –":
            return f"{day(a, 'dot')}–{day(b, 'dot')}"
        case "dd–":
            return f"{a.day:02d}–{day(b, 'dot')}" if one else f"{a.day:02d}.{a.month:02d}–{day(b, 'dot')}"
        case "uk з":
            return f"з {a.day} до {day(b, 'uk')}" if one else f"з {a.day} {MONTHS['uk'][a.month - 1]} до {day(b, 'uk')}"
        case "uk –":
            return f"{a.day}–{day(b, 'uk')}" if one else f"{a.day} {MONTHS['uk'][a.month - 1]} – {day(b, 'uk')}"
        case "en from":
            return f"from {a.day} to {day(b, 'en')}" if one else f"from {a.day} {MONTHS['en'][a.month - 1]} to {day(b, 'en')}"
        case "en –":
            return f"{a.day}–{day(b, 'en')}" if one else f"{a.day} {MONTHS['en'][a.month - 1]} – {day(b, 'en')}"
        case "us –":
            return f"{MONTHS['en'][a.month - 1]} {a.day}–{b.day}, {b.year}" if one else f"{MONTHS['en'][a.month - 1]} {a.day} – {day(b, 'us')}"
        case "slash":
            return f"{day(a, 'slash')} - {day(b, 'slash')}"
        case "iso":
            return f"{a.isoformat()} to {b.isoformat()}"
        case "zh至":
            return f"{day(a, 'zh')}至{b.day}日" if one else f"{day(a, 'zh')}至{b.month}月{b.day}日"
        case "zh—":
            return f"{day(a, 'zh')}—{day(b, 'zh')}"
    raise ValueError(form)


@dataclass(slots=True)
class Person:
    """Somebody of the truth, as papers write him."""

    row: dict[str, Any]

    @property
    def chinese(self) -> bool:
        return bool(self.row.get("hanzi"))

    @property
    def rank(self) -> list[str]:
        return list(self.row["positions"][0]["title"]) if self.row["positions"] else ["", "", ""]

    @property
    def unit(self) -> list[str]:
        """Russian, Chinese, English."""
        return list(self.row["positions"][0]["organization"]) if self.row["positions"] else ["", "", ""]

    def born(self, form: str) -> str:
        """The birth date where the papers know it."""
        return day(date.fromisoformat(self.row["birth"]), form) if self.row["known"]["birth"] else ""

    @property
    def passport(self) -> str:
        """The passport number where the papers know it."""
        return str(self.row["passport"]) if self.row["known"]["passport"] else ""

    def name(self, system: str) -> str:
        """The name in one of the systems."""
        family, given = self.row["pinyin"].split(" ", 1)
        split = _syllables(given, len(self.row["hanzi"]) - 1)
        return {
            "hanzi": self.row["hanzi"], "pinyin": self.row["pinyin"], "palladius": self.row["palladius"], "ukrainian": self.row["ukrainian"],
            "PALLADIUS": self.row["palladius"].upper(), "PINYIN": self.row["latin"], "PINYIN Given": f"{family.upper()} {given}",
            "given first": f"{given} {family.upper()}", "spaced": f"{family} {' '.join(s.capitalize() for s in split)}",
            "hyphen": f"{family} {'-'.join(split).capitalize()}", "comma": f"{family.upper()}, {given}", "slash": f"{family}/{given}".upper(),
            "with": instrumental(self.row["palladius"]), "both": f"{self.row['palladius']} ({self.row['hanzi']})",
            "en both": f"{self.row['pinyin']} ({self.row['hanzi']})",
        }[system]  # fmt: skip

    def host(self, form: str) -> str:
        """The name of a Russian in one of the forms."""
        family, first, father = self.row["russian"].split(" ")
        a, b = first[0], father[0]
        return {
            "full": self.row["russian"], "after": f"{family} {a}.{b}.", "before": f"{a}.{b}. {family}", "spaced": f"{family} {a}. {b}.",
            "en": " ".join(reversed(self.row["latin"].split(" "))), "en last": self.row["latin"], "CAPS": f"{family.upper()} {first} {father}",
        }[form]  # fmt: skip

    def post(self, language: str) -> str:
        """The post of a Russian."""
        title = self.rank[0]
        return title if language == "ru" else POSTS.get(title, (title,) * 3)["en zh uk".split().index(language)]


def _syllables(given: str, count: int) -> list[str]:
    if count < 2:
        return [given]
    parts = re.fullmatch(
        r"((?:zh|ch|sh|[b-df-hj-np-tw-z])?[aeiouü]+(?:ng|n|r)?)((?:zh|ch|sh|[b-df-hj-np-tw-z])[aeiouü]+(?:ng|n|r)?|[aeo][a-z]*)", given.lower()
    )
    return list(parts.groups()) if parts else [given]


def party(forms: Sequence[str], language: str) -> str:
    """An organisation in a language, where the truth has it: Russian, Chinese, English."""
    return {"ru": forms[0], "uk": forms[0], "zh": forms[1] if len(forms) > 1 else forms[0], "en": forms[-1]}[language]


def amount(value: int | float, form: str) -> str:
    """A sum of money without its currency."""
    whole = f"{value:,.0f}"
    return {
        "space": whole.replace(",", " "), "space.00": whole.replace(",", " ") + ",00", "comma": whole, "comma.00": f"{value:,.2f}",
        "dot": whole.replace(",", "."), "plain": f"{value:.0f}", "plain.00": f"{value:.2f}", "apostrophe": whole.replace(",", "'"),
        "nbsp": whole.replace(",", "\u00a0"),
    }[form]  # fmt: skip


@dataclass(slots=True)
class Paper:
    """A paper before it is a file: its name without ending, its lines, and the formats it may come in."""

    stem: str
    lines: list[Line]
    formats: str = "docx odt pdf scan rtf html"
    created: str = "2023-01-15"
    mail: tuple[str, str, str, str] | None = None
    more: dict[str, bytes] = field(default_factory=dict)


def render(made: Paper, dice: random.Random) -> tuple[str, bytes]:
    """File name and content."""
    choices = [f for f in made.formats.split() if f != "scan"] * 2 + (["scan"] if "scan" in made.formats.split() else [])
    kind = dice.choice(choices)
    table = any(not isinstance(line, str) for line in made.lines)
    if kind == "rtf" and table:
        kind = "docx"
    squared = [line if isinstance(line, str) else [row + [""] * (max(map(len, line)) - len(row)) for row in line] for line in made.lines]
    escaped = [html.escape(x, False) if isinstance(x, str) else [[html.escape(c, False) for c in r] for r in x] for x in squared]
    match kind:
        case "docx":
            content = paper.docx(squared)
        case "pdf":
            content = paper.pdf(squared, made.stem, made.created)
        case "scan":
            kind, content = "pdf", paper.scan(squared, dice)
        case "odt":
            content = kit.odt(escaped)
        case "rtf":
            content = kit.rtf([str(x) for x in squared])
        case "html":
            kind, content = dice.choice((("html", kit.html(made.stem, escaped)), ("doc", kit.html(made.stem, escaped, "utf-8"))))
        case "txt":
            content = "\r\n".join(_flat(squared)).encode(dice.choice(("utf-8", "utf-8-sig")))
        case "xlsx":
            sheet: list[list[Any]] = []
            for line in squared:
                sheet += [[line]] if isinstance(line, str) else [[_cell(c) for c in row] for row in line]
            content = paper.xlsx({dice.choice(("Лист1", "Sheet1", "Список", "1")): sheet})
        case "eml":
            sender, to, subject, when = made.mail or ("a@example.org", "b@example.org", made.stem, "Mon, 16 Jan 2023 10:00:00 +0300")
            content = paper.mail(sender, to, subject, when, "\n".join(_flat(squared)), list(made.more.items()))
        case "eml+docx":
            sender, to, subject, when = made.mail or ("a@example.org", "b@example.org", made.stem, "Mon, 16 Jan 2023 10:00:00 +0300")
            kind, content = "eml", paper.mail(sender, to, subject, when, dice.choice(("Во вложении.", "See attached.", "У вкладенні.")), [(f"{made.stem}.docx", paper.docx(squared))])
        case "zip":
            content = kit.archive({f"{made.stem}.docx": paper.docx(squared)} | made.more)
        case _:
            raise ValueError(kind)
    return f"{made.stem}.{kind}", content


def _cell(text: str) -> Any:
    return int(text) if text.isdigit() and len(text) < 12 and not text.startswith("0") else text


def _flat(lines: Sequence[Line]) -> list[str]:
    flat: list[str] = []
    for line in lines:
        flat += [line] if isinstance(line, str) else ["\t".join(row) for row in line]
    return flat


def rfc(when: date, hour: int = 10) -> str:
    """A mail's date."""
    return format_datetime(datetime(when.year, when.month, when.day, hour, 12, tzinfo=timezone(timedelta(hours=3))))


__all__ = ["Line", "Paper", "Person", "amount", "day", "party", "render", "rfc", "span"]
