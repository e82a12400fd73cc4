"""Writes the leak of a shared world anew in other templates and scores the whole way on it: other papers, the same truth.

    CORROBORA_SHARED=... PYTHONPATH=src python benchmarks/worlds/leaks.py [--world bead] [--keep DIR] [--records] [SEED...]

People, visits, contracts, chains and owners come from the world's `truth.json`; photographs, the small talk of the office and the
papers that only an authenticity check is about are taken over unchanged. Each seed draws a template, a language, date forms,
systems of spelling and a file format for every paper, and another folder tree. `--records` dresses the tables anew as well (`restyle.py`).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "tests")]

from worlds import deals, papers, restyle
from worlds.clothes import Paper, Person, day, render

KEPT = ("06_Паспорта/", "09_Разное/", "прочее/", "foto_", "смета_приёма", "дрон-снаб", "заметки", "in_0417")
TREES = (
    {"request": "Входящие", "order": "Исходящие", "programme": "Исходящие", "list": "Входящие", "minutes": "Протоколы", "thread": "Почта", "contract": "Договора", "kept": "Прочее"},
    {"request": "2023/in", "order": "2023/out", "programme": "2023/out", "list": "2023/in", "minutes": "2023/meetings", "thread": "mail", "contract": "contracts", "kept": "misc"},
    {"request": "", "order": "", "programme": "", "list": "", "minutes": "", "thread": "", "contract": "", "kept": ""},
    {"request": "来函", "order": "复函", "programme": "日程", "list": "名单", "minutes": "会谈纪要", "thread": "邮件", "contract": "合同", "kept": "其他"},
    {"request": "МВС/Делегації/запити", "order": "МВС/Делегації/накази", "programme": "МВС/Делегації", "list": "МВС/Делегації", "minutes": "МВС/Протоколи", "thread": "МВС/пошта", "contract": "МВС/Договори", "kept": "МВС/різне"},
)  # fmt: skip


class Leak:
    """A leak in the making."""

    def __init__(self, source: Path, target: Path, seed: int) -> None:
        self.source, self.target, self.dice = source / "leak", target, random.Random(seed)
        self.truth = json.loads((source / "truth.json").read_text(encoding="utf-8"))
        self.people = {row["id"]: Person(row) for row in self.truth["people"]}
        self.tree, self.moved, self.log = self.dice.choice(TREES), {}, []  # type: ignore[var-annotated]
        self.tops = self.dice.choice((("kb-2025", "post-2024", "open"), ("a", "b", "web"), ("Архив завода", "Почта", "сайт")))

    def put(self, made: Paper, top: int, folder: str, *old: str) -> None:
        """Writes a paper; the truth learns where what it says of the old ones stands now."""
        name, content = render(made, self.dice)
        path = f"{self.tops[top]}/{folder}/{name}".replace("//", "/")
        while (self.target / path).exists():
            path = re.sub(r"(\.\w+)$", r" (2)\1", path)
        file = self.target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        inner = f"!/{made.stem}.docx" if name.endswith(".zip") else ""
        for document in old:
            self.moved[document] = path + inner

    def draw(self, makers: list[Any], what: Any) -> Paper:
        make = self.dice.choice(makers)
        self.log.append(make.__name__)
        return make(what)  # type: ignore[no-any-return]

    def write(self) -> dict[str, Any]:
        self.kept()
        for row in self.truth["visits"]:
            self.visit(row)
        self.contracts()
        self.trade()
        self.press()
        sources = (self.source / "sources.toml").read_text(encoding="utf-8")
        for old, new in zip(("kb-2025", "post-2024", "open"), self.tops, strict=True):
            sources = sources.replace(f'path = "{old}"', f'path = "{new}"')
        (self.target / "sources.toml").write_text(sources, encoding="utf-8")
        return self.moved_truth()

    def kept(self) -> None:
        for file in sorted(self.source.rglob("*")):
            old = file.relative_to(self.source).as_posix()
            if not file.is_file() or not any(k in old for k in KEPT):
                continue
            top = ("kb-2025", "post-2024", "open").index(old.split("/", maxsplit=1)[0])
            new = f"{self.tops[top]}/{self.tree['kept']}/{old.split('/', 1)[1]}".replace("//", "/")
            (self.target / new).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, self.target / new)
            self.moved[old] = new

    def organisation(self, russian: str) -> list[str]:
        for person in self.people.values():
            for position in person.row["positions"]:
                if position["organization"][0] == russian:
                    return list(position["organization"])
        return [russian]

    def visit(self, row: dict[str, Any]) -> None:
        if row["status"] != "held" or row.get("basis") != "papers":
            return
        minutes = next((m for d in row["documents"] if (m := re.search(r"Протокол .*?(\d\d)\.(\d\d)\.(\d{4})", d))), None)
        held = date(*(int(minutes[n]) for n in (3, 2, 1))) if minutes else date.fromisoformat(row["to"])
        visit = papers.Visit(row, [self.people[p] for p in row["persons"]], [self.people[h] for h in row["hosts"]], [self.organisation(o) for o in row["organizations"]], held, self.dice)
        visit.aircraft = next((a for a in self.truth["aircraft"] if row["from"] <= a["seen"] <= row["to"]), None)
        late = self.truth["contracts"][0]
        if "parachute" in row["purpose"]:
            visit.remark = {
                "ru": f"Отмечено, что работы по контракту № {late['number']} задерживаются.", "uk": f"Зазначено, що роботи за контрактом № {late['number']} затримуються.",
                "en": f"It was noted that the work under Contract No. {late['number']} is delayed.", "zh": f"第{late['number']}号合同工作延期。",
            }  # fmt: skip
        for other in self.truth["contracts"][2:]:
            if set(other["documents"]) & set(row["documents"]):
                visit.remark = {k: v.replace(late["number"], other["number"]) for k, v in visit.remark.items()}
        old = {
            "request": "01_", "order": "02_", "programme": "03_", "list": "04_", "minutes": "05_", "thread": "08_",
        }  # fmt: skip
        for name, makers in papers.KINDS.items():
            if name == "thread" and self.dice.random() < 0.5:
                continue
            documents = [d for d in row["documents"] if old[name] in d]
            self.put(self.draw(makers, visit), 0, self.tree[name], *documents)

    def contracts(self) -> None:
        first, second = self.truth["contracts"][:2]
        late = self.organisation(first["parties"][1])
        seller = ["АО «Спецэкспорт-Авиа»", "АО «Спецэкспорт-Авиа»", "Spetsexport-Avia JSC"]
        lines = [(i["description"], i["quantity"], int(i["unit_price"]["amount"])) for i in first["items"]]
        signed = deals.Deal(first, lines, int(first["total"]["amount"]), self.dice, seller, late)
        keys = self.truth["key_docs"]
        self.put(self.draw(deals.DEALS["signed"], signed), 0, self.tree["contract"], keys["c1"])
        lines = [(i["description"], i["quantity"], int(i["unit_price"]["amount"])) for i in second["items"]]
        total, before = int(second["total"]["amount"]), int(second["earlier_total"]["amount"])
        more = (before - total) // lines[0][2]
        makers = [self.dice.choice(deals.DEALS["draft"])]
        earlier = [(lines[0][0], lines[0][1] + more, lines[0][2]), *lines[1:]]
        for edition, (items, value, key, dated) in enumerate(((earlier, before, "c2a", date(2024, 2, 6)), (lines, total, "c2b", date(2024, 6, 20))), 1):
            draft = deals.Deal(second, items, value, self.dice, seller, late, edition, dated)
            self.put(self.draw(makers, draft), 0, self.tree["contract"], keys[key])
        final = deals.Deal(second, lines, total, self.dice, seller, late)
        self.put(self.draw(deals.DEALS["note"], final), 0, self.tree["contract"], keys["note"])

    def trade(self) -> None:
        keys, inns = self.truth["key_docs"], self.inns()
        s1, s2 = self.truth["supply"][:2]
        lines, sold = self.invoice_lines(keys)
        text = self.texts[keys["bank"]]
        paid = re.search(r"(\d\d\.\d\d\.\d{4}) \| \d+ \| Shenzhen[^|]*\|[^|]*\| ([\d.]+)", text)
        got = re.search(r"(\d\d\.\d\d\.\d{4}) \| \d+ \| АО «Камск", text)
        assert paid and got
        as_date = lambda s: date(int(s[6:]), int(s[3:5]), int(s[:2]))  # noqa: E731
        other = s1["other_values"][0]
        made = deals.Chain(
            s1["supplier"], s1["intermediaries"][0], s1["receiver"], lines, int(s1["value"]["amount"]), int(other["amount"]), sold,
            {"middle": inns[s1["intermediaries"][0][0]], "end": inns[s1["receiver"][0]]}, "LY-2024-0417", "ТП-88", date.fromisoformat(s1["date"]),
            date.fromisoformat(other["date"]), (as_date(paid[1]), round(float(paid[2]))), as_date(got[1]), self.dice,
        )  # fmt: skip
        for name, key in (("invoice", "inv"), ("bill", "inv2"), ("bank", "bank")):
            self.put(self.draw(deals.CHAINS[name], made), 1, self.dice.choice(("счета", "fin", "", "бухгалтерия")), keys[key])
        order = deals.Order(s2["supplier"], s2["intermediaries"][0], s2["receiver"][0], s2["goods"][0], s2["quantity"], int(s2["value"]["amount"]), date.fromisoformat(s2["date"]), {"payer": inns[s2["intermediaries"][0][0]], "supplier": inns[s2["supplier"][0]]}, self.dice)  # fmt: skip
        for name, key in (("payment", "po"), ("letter", "poletter")):
            self.put(self.draw(deals.ORDERS[name], order), 1, self.dice.choice(("заказы", "fin", "")), keys[key])
        shares = [tuple(x.strip() for x in r.split("|")) for r in self.texts[keys["own"]].splitlines() if r.count("|") == 2][1:]
        paths = self.truth["ownership"][0]["path"]
        early = next(a for a in self.truth["authenticity"] if a["indicator"] == "anachronism")["detail"]
        met = self.truth["company_after_meeting"]["meeting"]
        group = deals.Owners(
            [(a, b, float(s)) for a, b, s in shares], self.people["O01"].row, self.people["O02"].row, paths[0]["asset"], inns[paths[0]["asset"]], paths[1]["asset"], inns[paths[1]["asset"]],
            s1["supplier"][0], date.fromisoformat(met), date.fromisoformat(re.search(r"on (\d{4}-\d\d-\d\d)", early)[1]), self.dice,  # type: ignore[index]
        )  # fmt: skip
        for name, key in (("shares", "own"), ("memo", "memo"), ("early", "anach")):
            self.put(self.draw(deals.OWNERS[name], group), 1, self.dice.choice(("проект", "доли", "")), keys[key])

    def inns(self) -> dict[str, str]:
        rows = map(json.loads, (self.source.parent / "records" / "companies.jsonl").read_text(encoding="utf-8").splitlines())
        return {row["name_short"]: row["inn"] for row in rows}

    def invoice_lines(self, keys: dict[str, str]) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
        """The lines of the two invoices, as the readers read them in the shared world (they are not in the truth)."""
        number = lambda t: round(float(t.replace(" ", "").replace(",", ".")))  # noqa: E731
        lines = re.findall(r"^(\S+) \| Unmanned[^|]* \| (\d+) \| ([\d,]+)\.00 \|", self.texts[keys["inv"]], re.M)
        sold = re.findall(r"^Изделие (\S+) \| (\d+) \| ([\d ]+),\d\d", self.texts[keys["inv2"]], re.M)
        return [(m, int(q), int(p.replace(",", ""))) for m, q, p in lines], [(m, int(q), number(s)) for m, q, s in sold]

    @property
    def texts(self) -> dict[str, str]:
        return TEXTS

    def press(self) -> None:
        host = next((h for h in self.people.values() if "open" in str(h.row["documents"])), None)
        old = self.truth["key_docs"]["press"]
        text = self.texts[old]
        when = re.search(r"(\d\d)\.(\d\d)\.(\d{4})", text)
        if not host or not when:
            return
        language = self.dice.choice(("ru", "en", "uk"))
        told = day(date(int(when[3]), int(when[2]), int(when[1])), language)
        line = deals.PRESS[language].format(when=told, org="АО «Тулатехмаш»", host=host.host("en") if language == "en" else " ".join(host.host("full").split()[1::-1]))
        self.put(Paper(f"news_{when[3]}{when[2]}", ["Новости | Контакты", line], "html"), 2, "", old)

    def moved_truth(self) -> dict[str, Any]:
        """The truth with the new places; faults that only the old files had are left out."""
        gone = {"incremental_update", "metadata_conflict", "numbering_gap"}
        kept = [a for a in self.truth["authenticity"] if a["indicator"] not in gone]
        moved: dict[str, Any] = json.loads(json.dumps(self.truth | {"authenticity": kept}))

        def walk(node: Any) -> Any:
            if isinstance(node, dict):
                return {k: walk(v) for k, v in node.items()}
            if isinstance(node, list):
                return [walk(v) for v in node]
            return self.moved.get(node, node) if isinstance(node, str) else node

        for key in ("authenticity", "contradictions", "neutral", "same_face", "key_docs"):
            moved[key] = walk(moved[key])
        return moved


TEXTS: dict[str, str] = {}


def read(source: Path) -> None:
    """What the papers of the shared world say that its truth does not repeat: bank rows, shares, lines of invoices."""
    from corrobora.pipeline import read_files

    keys = json.loads((source / "truth.json").read_text(encoding="utf-8"))["key_docs"]
    for key in ("inv", "inv2", "bank", "own", "press"):
        for document in read_files([source / "leak" / keys[key]]):
            TEXTS[keys[key]] = "\n".join(page["text"] for page in document["pages"])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=[1, 2, 3, 4, 5, 6])
    parser.add_argument("--world", default="bead")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--records", action="store_true")
    parser.add_argument("--second", action="store_true", help="the second set of templates instead of the first")
    options = parser.parse_args()
    source = Path(os.environ["CORROBORA_SHARED"]) / "worlds" / options.world
    read(source)
    if options.second:
        from worlds.second import only_these

        only_these()
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as temporary:
            place = (options.keep or Path(temporary)) / f"{options.world}-{seed}"
            shutil.rmtree(place, ignore_errors=True)
            leak = Leak(source, place / "leak", seed)
            (place / "leak").mkdir(parents=True)
            truth = leak.write()
            (place / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), encoding="utf-8")
            shutil.copytree(source / "records", place / "records", copy_function=shutil.copyfile)
            (place / "records").chmod(0o755)
            styles: dict[str, str] = {}
            if options.records:
                dice = random.Random(seed)
                styles = restyle.restyle(place / "records", dice)
                styles["customs.csv.zip"] = restyle.customs(place / "records" / "customs.csv.zip", dice)
            began = time.process_time()
            scorer = restyle.scored(place / "records", place / "case", place)
            restyle.show(seed, styles, scorer, time.process_time() - began)
            print("   " + " ".join(leak.log), flush=True)


if __name__ == "__main__":
    main()
