"""What the invented worlds are made with: people, visits, tickets, and the truth beside them."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from corrobora.sample.people import ChinesePerson, People

Money = dict[str, str]


@dataclass(slots=True)
class Row:
    """A ticket or a crossing, whatever table shows it."""

    day: date
    flight: str
    origin: str
    target: str
    person: ChinesePerson
    birth: str
    document: str
    owner: str = ""
    visit: str = ""
    contra: str = ""
    inward: bool = True


@dataclass(slots=True)
class World:
    """A leak, its record sets and what is true of them."""

    name: str
    seed: int
    routes: dict[str, tuple[str, str]]
    leak: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, bytes] = field(default_factory=dict)
    truth: dict[str, Any] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    known: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    dice: random.Random = field(init=False)
    people: People = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.people = People(self.dice)
        self.truth = {"world": self.name} | {key: [] for key in KINDS}

    def guests(self, count: int) -> list[ChinesePerson]:
        """People whom no two spellings confuse; half are known by birth date, a third by passport."""
        taken = {p["pinyin"] for p in self.truth["people"] if "pinyin" in p}
        found: list[ChinesePerson] = []
        while len(found) < count:
            guest = self.people.chinese("g")
            if guest.pinyin in taken or guest.family in ("Ouyang",):
                continue
            taken.add(guest.pinyin)
            found.append(guest)
            self.known[guest.id] = (len(found) % 2 == 1, len(found) % 3 == 1)
            row = {"id": guest.id, "role": "delegate", "hanzi": guest.hanzi, "pinyin": guest.pinyin}
            row |= {"palladius": guest.palladius, "latin": guest.passport_name, "ukrainian": guest.ukrainian}
            self.truth["people"].append(row | {"birth": guest.birth, "passport": guest.passport, "positions": []})
        return found

    def birth(self, guest: ChinesePerson, form: str = "%d.%m.%Y") -> str:
        """The birth date as a paper gives it, or nothing where the papers do not know it."""
        return date.fromisoformat(guest.birth).strftime(form) if self.known[guest.id][0] else ""

    def passport(self, guest: ChinesePerson) -> str:
        """The passport number where the papers know it."""
        return guest.passport if self.known[guest.id][1] else ""

    def host(self, name: str, latin: str, initials: str = "", role: str = "host") -> str:
        """Adds an official; returns the name, by which the truth knows him."""
        row = {"id": name, "role": role, "russian": name, "latin": latin, "positions": []}
        self.truth["people"].append(row | ({"initials": initials} if initials else {}))
        return name

    def visit(
        self, key: str, place: Sequence[str], span: tuple[date, date], guests: Sequence[ChinesePerson], **more: Any
    ) -> None:
        """A visit held (or, with status="cancelled", not held)."""
        row = {"id": key, "place": list(place), "from": span[0].isoformat(), "to": span[1].isoformat()}
        row |= {"status": "held", "persons": [g.id for g in guests], "hosts": []}
        self.truth["visits"].append(row | more)

    def trips(self, key: str, span: tuple[date, date], guests: Sequence[ChinesePerson], way: tuple[str, str]) -> None:
        """Tickets of those who went, all but the last, and one of a namesake of the first."""
        for guest in guests[:-1]:
            for flight, day, inward in (
                (way[0], span[0] - timedelta(self.dice.randint(0, 2)), True),
                (way[1], span[1] + timedelta(self.dice.randint(0, 2)), False),
            ):
                birth = guest.birth if self.dice.random() < 0.75 else ""
                document = guest.passport if self.dice.random() < 0.75 else ""
                ends = self.routes[flight]
                self.rows.append(Row(day, flight, *ends, guest, birth, document, guest.id, key, "", inward))
        ends = self.routes[way[0]]
        self.rows.append(Row(span[0], way[0], *ends, guests[0], "1991-03-03", "EC1234567", contra=guests[0].id))

    def crowd(self, size: int, first: date, days: int) -> None:
        """Other travellers."""
        for _ in range(size):
            person, flight = self.people.chinese("x"), self.dice.choice(list(self.routes))
            birth = person.birth if self.dice.random() < 0.7 else ""
            document = person.passport if self.dice.random() < 0.7 else ""
            day = first + timedelta(self.dice.randrange(days))
            self.rows.append(Row(day, flight, *self.routes[flight], person, birth, document))
        self.rows.sort(key=lambda r: (r.day, r.flight, r.person.pinyin))

    def table(
        self, dataset: str, write: Callable[[list[Row]], bytes], rows: list[Row], flights: bool, file: str = ""
    ) -> None:
        """Writes a table of travellers and tells the truth about its rows."""
        self.records[file or dataset] = write(rows)
        bearers: dict[str, list[Row]] = {}
        for row in rows:
            bearers.setdefault(row.person.pinyin, []).append(row)
        for at, row in enumerate(rows, 1):
            if row.contra:
                bare = not any(self.known[row.contra])
                decoy = {
                    "person": row.contra,
                    "dataset": dataset,
                    "row": at,
                    "planted": True,
                    "bare": bare,
                    "sort": "contra",
                }
                self.truth["namesakes"].append(decoy)
            elif row.owner:
                sure = self._decidable(row, bearers[row.person.pinyin])
                base = {
                    "person": row.owner,
                    "dataset": dataset,
                    "row": at,
                    "date": row.day.isoformat(),
                    "decidable": sure,
                }
                self.truth["matches"].append(base | {"visit": row.visit})
                if flights:
                    more = {"flight": row.flight, "from": row.origin, "to": row.target}
                    self.truth["travel"].append(base | more)
        if flights:
            self._together(rows)

    def _decidable(self, row: Row, bearers: list[Row]) -> bool:
        birth, passport = self.known[row.owner]
        if (birth and row.birth) or (passport and row.document):
            return True
        return not any(b.owner != row.owner and abs((b.day - row.day).days) <= 10 for b in bearers)

    def _together(self, rows: list[Row]) -> None:
        sure = {(m["person"], m["date"]) for m in self.truth["travel"] if m["decidable"]}
        flown: dict[frozenset[str], list[dict[str, str]]] = {}
        aboard: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            if row.owner:
                aboard.setdefault((row.flight, row.day.isoformat()), []).append(row.owner)
        for (flight, day), owners in aboard.items():
            for a, b in combinations(sorted(set(owners)), 2):
                flown.setdefault(frozenset((a, b)), []).append({"flight": flight, "date": day})
        for pair, journeys in flown.items():
            certain = any(all((p, j["date"]) in sure for p in pair) for j in journeys)
            self.truth["co_travel"].append({"persons": sorted(pair), "journeys": journeys, "decidable": certain})

    def contract(self, number: str, status: str, total: Money | None, **more: Any) -> None:
        """A contract as the papers give it."""
        row: dict[str, Any] = {"number": number, "codename": None, "status": status, "signed": None, "total": total}
        row |= {"items": [], "payments": [], "deliveries": [], "complete_not_before": None, "arithmetic": []}
        self.truth["contracts"].append(row | more)

    def save(self, directory: Path) -> tuple[Path, Path]:
        """Writes leak, records and truth; returns the two folders."""
        for folder, files in (("leak", self.leak), ("records", self.records)):
            for name, content in files.items():
                path = directory / folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        (directory / "truth.json").write_text(json.dumps(self.truth, ensure_ascii=False, indent=1), encoding="utf-8")
        return directory / "leak", directory / "records"


KINDS = (
    "people visits matches namesakes travel co_travel lags series aircraft contracts supply ownership ownership_decoys "
    "sanctions sanction_decoys sector_mismatch sector_decoys authenticity neutral contradictions same_face nothing_found"
).split()


def money(amount: int | float | str, currency: str = "USD") -> Money:
    """An amount as the contract of the program writes it."""
    return {"amount": str(amount), "currency": currency}


def item(quantity: int, price: int | float | str, currency: str = "USD") -> dict[str, Any]:
    """A position of a contract."""
    return {"quantity": quantity, "unit_price": money(price, currency)}


def payment(share: float, amount: int | float | str, due: str | None, currency: str = "USD") -> dict[str, Any]:
    """An instalment."""
    return {"share": share, "amount": money(amount, currency), "due": due}


def delimited(rows: Iterable[Sequence[object]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Delimited text."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode(encoding)


def html(title: str, lines: Sequence[Any], encoding: str = "utf-8") -> bytes:
    """A web page as an office suite saves it: paragraphs, and tables where a line is a list of rows."""
    parts = []
    for line in lines:
        if isinstance(line, str):
            parts.append(f"<p>{line}</p>")
        else:
            cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in line)
            parts.append(f"<table border=1>{cells}</table>")
    head = f'<html><head><meta charset="{encoding}"><title>{title}</title></head><body>'
    return (head + "\n".join(parts) + "</body></html>").encode(encoding)


def rtf(lines: Sequence[str]) -> bytes:
    """Rich text with every letter beyond ASCII as an escape."""
    body = "\\par\n".join("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in line) for line in lines)
    return ("{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24 " + body + "\\par}").encode(
        "ascii"
    )


def odt(lines: Sequence[Any]) -> bytes:
    """An OpenDocument text."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    )
    parts = []
    for line in lines:
        if isinstance(line, str):
            parts.append(f"<text:p>{line}</text:p>")
            continue
        cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
        rows = "".join("<table:table-row>" + "".join(cell.format(c) for c in r) + "</table:table-row>" for r in line)
        parts.append(f'<table:table table:name="T">{rows}</table:table>')
    body = f"<office:document-content {spaces}><office:body><office:text>{''.join(parts)}</office:text></office:body></office:document-content>"
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()})


def archive(files: dict[str, bytes]) -> bytes:
    """A ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(zipfile.ZipInfo(name, (2023, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()
