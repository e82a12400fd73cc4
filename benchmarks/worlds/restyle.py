"""Restyles the record sets of a shared world and scores the whole way on it: the same rows in other clothes.

    CORROBORA_SHARED=... PYTHONPATH=src python benchmarks/worlds/restyle.py [--world bead] [--keep DIR] [SEED...]

Headers, order of columns, delimiter, encoding, date forms and words for countries and directions change, file names and
rows stay; so the truth of the world holds, and every point below the figures of the unchanged world is a column, a date
or a value that the records room did not understand.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import random
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

LANGUAGES = ("ru", "uk", "en", "zh", "bare")
COLUMNS = {
    "flights.csv": ("flight_date", "flight", "origin", "target", "name", "birth", "document", "booking"),
    "border.csv": ("name", "birth", "nationality", "direction", "point", "moment"),
    "courts.csv": ("case", "case_date", "plaintiff", "defendant", "defendant_inn", "subject", "sum_rub", "outcome"),
    "hospital.csv": ("patient", "birth", "admitted", "diagnosis", "unit"),
    "aircraft.csv": ("registration", "type", "msn", "owner", "base", "built"),
    "recruits.xlsx": ("no", "name", "birth", "nationality", "enlisted"),
}
DATES = {
    "ru": ("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"), "uk": ("%d.%m.%Y", "%d/%m/%Y"),
    "en": ("%Y-%m-%d", "%d-%b-%Y", "%d/%m/%Y", "%d%b%Y", "%m/%d/%Y"), "zh": ("%Y/%m/%d", "%Y年%m月%d日", "%Y%m%d"),
    "bare": ("%Y%m%d", "%d.%m.%Y"),
}  # fmt: skip
WAYS = {
    "ru": (("Въезд", "Выезд"), ("въезд в РФ", "выезд из РФ"), ("В", "ВЫ")), "uk": (("В'їзд", "Виїзд"),),
    "en": (("ENTRY", "EXIT"), ("Arrival", "Departure"), ("IN", "OUT")), "zh": (("入境", "出境"),),
    "bare": (("1", "2"), ("I", "O")),
}  # fmt: skip
DELIMITERS = {"ru": ";\t", "uk": ";,", "en": ",\t|", "zh": ",\t", "bare": "|;"}
ENCODINGS = {
    "ru": ("cp1251", "utf-8", "utf-8-sig", "koi8-r"), "uk": ("utf-8", "cp1251"), "en": ("utf-8",),
    "zh": ("gb18030", "utf-8-sig"), "bare": ("utf-8", "cp1251"),
}  # fmt: skip
Rows = list[dict[str, str]]


def _pools() -> dict[str, dict[str, tuple[str, ...]]]:
    """What a column (or, behind "=", a country) may be called in each language."""
    pools: dict[str, dict[str, tuple[str, ...]]] = {}
    lines = (Path(__file__).parent / "headers.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        name, language, forms = line.split("\t")
        pools.setdefault(name, {})[language] = tuple(forms.split("|"))
    return pools


HEADERS = _pools()


def restyle(folder: Path, dice: random.Random) -> dict[str, str]:
    """Rewrites the tables of a records folder; returns in which style each one is now."""
    styles: dict[str, str] = {}
    for name, columns in COLUMNS.items():
        file = folder / name
        rows = list(_read(file, columns))
        language = dice.choice(LANGUAGES[:4] if name == "recruits.xlsx" else LANGUAGES)
        header, table = _dress(rows, columns, language, dice)
        file.chmod(0o644)
        if name.endswith(".xlsx"):
            file.write_bytes(_xlsx([header, *table], dice))
            styles[name] = language
        else:
            content, style = _delimited([header, *table], language, dice)
            file.write_bytes(content)
            styles[name] = f"{language} {style}"
    return styles


def _read(file: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    if file.suffix == ".xlsx":
        from python_calamine import CalamineWorkbook

        table = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
        lines: list[list[str]] = [[str(c) if not isinstance(c, float) else f"{c:g}" for c in line] for line in table]
    else:
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1251")
        lines = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))
    for line in lines[1:]:
        yield dict(zip(columns, line, strict=True))


def _dress(
    rows: Rows, columns: tuple[str, ...], language: str, dice: random.Random
) -> tuple[list[str], list[list[str]]]:
    order = list(columns)
    dice.shuffle(order)
    header = [dice.choice(HEADERS[column][language]) for column in order]
    form = dice.choice(DATES[language])
    ways = dice.choice(WAYS[language])
    nations = {word[1:]: dice.choice(forms[language]) for word, forms in HEADERS.items() if word[0] == "="}
    empty = dice.choice(("", "", "-", "NULL"))

    def value(column: str, text: str) -> str:
        if column == "direction":
            return ways[0] if text == "въезд" else ways[1]
        if column == "nationality":
            return nations.get(text.upper(), text)
        if column in ("flight_date", "birth", "moment", "case_date", "admitted", "enlisted"):
            return _date(text, form)
        return text

    return header, [[value(column, row[column]) or empty for column in order] for row in rows]


def _date(text: str, form: str) -> str:
    for known, more in (("%d.%m.%Y %H:%M", " %H:%M"), ("%d.%m.%Y", "")):
        try:
            moment = datetime.strptime(text, known)  # noqa: DTZ007 - a day of a table has no zone
        except ValueError:
            continue
        written = moment.strftime(form + more)
        return written.upper() if form == "%d%b%Y" else written
    return text


def _delimited(lines: list[list[str]], language: str, dice: random.Random) -> tuple[bytes, str]:
    delimiter, encoding = dice.choice(DELIMITERS[language]), dice.choice(ENCODINGS[language])
    if delimiter == "," and encoding == "koi8-r":
        encoding = "utf-8"
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator=dice.choice(("\n", "\r\n"))).writerows(lines)
    try:
        return buffer.getvalue().encode(encoding), f"{encoding} {delimiter!r}"
    except UnicodeEncodeError:
        return buffer.getvalue().encode("utf-8"), f"utf-8 {delimiter!r}"


def _xlsx(lines: list[list[str]], dice: random.Random) -> bytes:
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet(dice.choice(("Лист1", "Sheet1", "数据")))
    for at, line in enumerate(lines):
        sheet.write_row(at, 0, line)
    book.close()
    return buffer.getvalue()


def customs(file: Path, dice: random.Random) -> str:
    """Rewrites the zipped customs table: other headers, another date form; the file keeps its name."""
    with zipfile.ZipFile(file) as packed:
        member = packed.namelist()[0]
        text = packed.read(member).decode("cp1251")
    lines = list(csv.reader(io.StringIO(text), delimiter=";"))
    language = dice.choice(LANGUAGES)
    names = (
        "declaration", "flight_date", "regime", "sender", "receiver", "receiver_inn", "hs", "goods", "pieces", "weight",
        "value_usd", "country",
    )  # fmt: skip
    order = list(range(len(names)))
    dice.shuffle(order)
    form = dice.choice(DATES[language])
    head = [dice.choice(HEADERS[name][language]) for name in names]
    head[1] = "Дата ДТ" if language == "ru" else HEADERS["case_date"][language][0]
    table = [[head[i] for i in order]]
    for line in lines[1:]:
        row = [_date(cell, form) if at == 1 else cell for at, cell in enumerate(line)]
        table.append([row[i] for i in order])
    content, style = _delimited(table, language, dice)
    file.chmod(0o644)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(member, content)
    return f"{language} {style}"


def scored(world: Path, case: Path, source: Path) -> Any:
    """Runs the whole way and gives the scorer after its run."""
    from corrobora.case import Case
    from corrobora.model.contract import finding_json
    from corrobora.model.tables import FINDINGS
    from corrobora.pipeline import run

    sys.path.insert(0, os.environ["CORROBORA_SHARED"])
    import score  # type: ignore[import-not-found]

    with Case.create(case) as made:
        run(source / "leak", world, made)
        found = [finding_json(finding) for finding in made.read(FINDINGS)]
    (case / "findings.json").write_text(json.dumps({"findings": found}, ensure_ascii=False), encoding="utf-8")
    return score.Scorer(json.loads((source / "truth.json").read_text(encoding="utf-8")), found).run()


def main() -> None:
    """Prints one line of figures for each seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", nargs="*", type=int, default=[1, 2, 3, 4, 5, 6])
    parser.add_argument("--world", default="bead")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    source = Path(os.environ["CORROBORA_SHARED"]) / "worlds" / options.world
    for seed in options.seeds:
        with tempfile.TemporaryDirectory() as temporary:
            place = (options.keep or Path(temporary)) / f"{options.world}-{seed}"
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(source / "records", place / "records", copy_function=shutil.copyfile)
            (place / "records").chmod(0o755)
            dice = random.Random(seed)
            styles = restyle(place / "records", dice)
            styles["customs.csv.zip"] = customs(place / "records" / "customs.csv.zip", dice)
            began = time.monotonic()
            show(seed, styles, scored(place / "records", place / "case", source), time.monotonic() - began)


def show(seed: int, styles: dict[str, str], scorer: Any, seconds: float) -> None:
    """What fell below 1, and in which style the tables were."""
    f1 = {kind: figures["f1"] for kind, figures in scorer.kinds.items() if kind != "same_face"}
    print(f"## seed {seed}: macro F1 {sum(f1.values()) / len(f1):.3f} in {seconds:.0f} s")
    print("   " + "; ".join(f"{name}: {style}" for name, style in styles.items()))
    print("   below 1: " + ", ".join(f"{kind} {value:.3f}" for kind, value in f1.items() if value < 0.9995), flush=True)
    print("   namesakes taken: " + str(scorer.extra.get("planted_namesakes_taken")), flush=True)


if __name__ == "__main__":
    main()
