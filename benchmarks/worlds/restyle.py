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
HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "flight_date": {
        "ru": ("Дата вылета", "Дата рейса", "Дата отпр."), "uk": ("Дата вильоту", "Дата рейсу"),
        "en": ("Flight Date", "dep_date", "Departure date", "DepDate"), "zh": ("航班日期", "起飞日期"), "bare": ("DT", "D1"),
    },
    "flight": {
        "ru": ("Номер рейса", "№ рейса", "Рейс №"), "uk": ("Номер рейсу", "Рейс"),
        "en": ("Flight No", "flight_number", "FlightNo", "Flt"), "zh": ("航班号", "航班"), "bare": ("FLT", "F2"),
    },
    "origin": {
        "ru": ("Пункт отправления", "Аэропорт вылета", "Из"), "uk": ("Звідки", "Аеропорт вильоту"),
        "en": ("Origin", "dep_airport", "From", "Departure Airport"), "zh": ("出发地", "起飞机场"), "bare": ("ORG", "F3"),
    },
    "target": {
        "ru": ("Пункт назначения", "Аэропорт прилёта", "В"), "uk": ("Куди", "Аеропорт прильоту"),
        "en": ("Destination", "arr_airport", "To", "Arrival Airport"), "zh": ("目的地", "到达机场"), "bare": ("DST", "F4"),
    },
    "name": {
        "ru": ("Пассажир", "Фамилия Имя", "ФИО", "Ф.И.О. полностью"), "uk": ("ПІБ", "Прізвище, ім'я", "Пасажир"),
        "en": ("Passenger Name", "full_name", "paxName", "Name of traveller"), "zh": ("姓名", "旅客姓名"), "bare": ("NAM", "F5"),
    },
    "birth": {
        "ru": ("Дата рожд.", "Д.р.", "Родился", "ДР"), "uk": ("Дата народження", "Дата нар.", "Д.н."),
        "en": ("Date of Birth", "dob", "birthDate", "DOB"), "zh": ("出生日期", "生日"), "bare": ("BD", "F6"),
    },
    "document": {
        "ru": ("Паспорт", "№ документа", "Серия и номер документа"), "uk": ("Номер документа", "Паспорт №"),
        "en": ("Passport No", "doc_number", "travelDocument", "Document No."), "zh": ("护照号", "证件号码"), "bare": ("DOC", "F7"),
    },
    "booking": {
        "ru": ("Код брони", "Бронь"), "uk": ("Код бронювання",), "en": ("Record locator", "booking_ref", "PNR"),
        "zh": ("订座编码", "PNR"), "bare": ("PNR", "F8"),
    },
    "nationality": {
        "ru": ("Гражд.", "Подданство", "Страна гражданства"), "uk": ("Громадянство", "Країна"),
        "en": ("Nationality", "citizenship", "Citizen of"), "zh": ("国籍",), "bare": ("CTZ", "F9"),
    },
    "direction": {
        "ru": ("Напр.", "Въезд/выезд", "Вид пересечения"), "uk": ("Напрямок", "В'їзд/виїзд"),
        "en": ("Direction", "Entry/Exit", "movement"), "zh": ("出入境", "方向"), "bare": ("DIR", "F10"),
    },
    "point": {
        "ru": ("КПП", "Пункт пересечения", "Погранпункт"), "uk": ("Пункт пропуску",),
        "en": ("Border Point", "checkpoint", "Port of entry"), "zh": ("口岸",), "bare": ("PNT", "F11"),
    },
    "moment": {
        "ru": ("Дата пересечения", "Когда", "Время пересечения"), "uk": ("Дата перетину", "Дата і час перетину"),
        "en": ("Crossing time", "timestamp", "Crossed at"), "zh": ("出入境时间", "时间"), "bare": ("TS", "F12"),
    },
    "case": {
        "ru": ("Номер дела", "№ дела"), "uk": ("Номер справи", "Справа №"), "en": ("Case No", "case_number"),
        "zh": ("案号",), "bare": ("CASE",),
    },
    "case_date": {
        "ru": ("Дата решения", "Дата поступления"), "uk": ("Дата рішення",), "en": ("Date filed", "decision_date"),
        "zh": ("日期",), "bare": ("DATE",),
    },
    "plaintiff": {
        "ru": ("Истцы", "Заявитель"), "uk": ("Позивач",), "en": ("Plaintiff", "claimant"), "zh": ("原告",), "bare": ("PLT",),
    },
    "defendant": {
        "ru": ("Ответчики", "Должник"), "uk": ("Відповідач",), "en": ("Defendant", "respondent"), "zh": ("被告",), "bare": ("DEF",),
    },
    "defendant_inn": {
        "ru": ("ИНН отв.", "ИНН должника"), "uk": ("ІПН відповідача", "Код відповідача"), "en": ("Defendant TIN", "respondent_inn"),
        "zh": ("被告税号",), "bare": ("INN",),
    },
    "subject": {
        "ru": ("Существо требований", "О чём"), "uk": ("Предмет спору",), "en": ("Subject matter", "claim"), "zh": ("案由",), "bare": ("SUBJ",),
    },
    "sum_rub": {
        "ru": ("Сумма иска, руб", "Цена иска (руб.)"), "uk": ("Сума, руб.",), "en": ("Amount, RUB", "amount_rub"), "zh": ("金额（卢布）",), "bare": ("SUM_RUB",),
    },
    "outcome": {
        "ru": ("Исход", "Решение суда"), "uk": ("Результат",), "en": ("Outcome", "result"), "zh": ("结果",), "bare": ("RES",),
    },
    "patient": {
        "ru": ("ФИО пациента", "Больной", "Военнослужащий"), "uk": ("ПІБ пацієнта",), "en": ("Patient", "patient_name"), "zh": ("患者姓名",), "bare": ("NAM",),
    },
    "admitted": {
        "ru": ("Дата поступления", "Дата госпитализации"), "uk": ("Дата госпіталізації", "Надійшов"), "en": ("Admitted", "admission_date"),
        "zh": ("入院日期",), "bare": ("D2",),
    },
    "diagnosis": {
        "ru": ("Диагноз при поступлении", "DS"), "uk": ("Діагноз",), "en": ("Diagnosis", "dx"), "zh": ("诊断",), "bare": ("DS",),
    },
    "unit": {
        "ru": ("Подразделение", "Откуда поступил"), "uk": ("Підрозділ",), "en": ("Unit", "referred_from"), "zh": ("单位",), "bare": ("UNIT",),
    },
    "no": {"ru": ("№ п/п", "п/п"), "uk": ("№ з/п",), "en": ("No.", "#"), "zh": ("序号",), "bare": ("N",)},
    "enlisted": {
        "ru": ("Дата заявления", "Обратился", "Дата подписания контракта"), "uk": ("Дата звернення", "Дата укладення контракту"),
        "en": ("Application date", "signed_on", "Contract signed"), "zh": ("报名日期", "签约日期"), "bare": ("Дата",),
    },
    "registration": {
        "ru": ("Бортовой номер", "Рег. номер", "Борт"), "uk": ("Бортовий номер",), "en": ("Reg", "tail_number", "Registration mark"),
        "zh": ("注册号", "机号"), "bare": ("REG",),
    },
    "type": {"ru": ("Тип ВС", "Тип"), "uk": ("Тип ПС",), "en": ("Aircraft type", "model"), "zh": ("机型",), "bare": ("TYP",)},
    "msn": {"ru": ("Заводской номер", "Зав. №"), "uk": ("Заводський номер",), "en": ("Serial No", "msn"), "zh": ("出厂序号",), "bare": ("MSN",)},
    "owner": {"ru": ("Собственник", "Владелец ВС"), "uk": ("Власник",), "en": ("Owner", "registered_owner"), "zh": ("所有人",), "bare": ("OWN",)},
    "base": {"ru": ("Аэродром базирования", "База"), "uk": ("Базування",), "en": ("Home base", "base_airport"), "zh": ("基地",), "bare": ("BASE",)},
    "built": {"ru": ("Год выпуска", "Выпуск"), "uk": ("Рік випуску",), "en": ("Year built", "yom"), "zh": ("出厂年份",), "bare": ("YR",)},
    "declaration": {
        "ru": ("Номер ДТ", "№ ДТ", "Рег. номер декларации"), "uk": ("Номер МД",), "en": ("Declaration No", "declaration_number"),
        "zh": ("报关单号",), "bare": ("G07",),
    },
    "regime": {"ru": ("Направление (ИМ/ЭК)", "Тип"), "uk": ("Напрям",), "en": ("Import/Export", "flow"), "zh": ("进出口",), "bare": ("G011",)},
    "sender": {"ru": ("Отправитель груза", "Грузоотправитель"), "uk": ("Відправник",), "en": ("Consignor", "shipper"), "zh": ("发货人",), "bare": ("G022",)},
    "receiver": {"ru": ("Грузополучатель", "Получатель груза"), "uk": ("Одержувач",), "en": ("Consignee", "importer_name"), "zh": ("收货人",), "bare": ("G082",)},
    "receiver_inn": {
        "ru": ("ИНН получателя груза", "ИНН импортёра"), "uk": ("Код ЄДРПОУ одержувача", "ІПН одержувача"),
        "en": ("Consignee TIN", "importer_inn"), "zh": ("收货人税号",), "bare": ("G081",),
    },
    "hs": {"ru": ("Код товара ТН ВЭД", "ТНВЭД"), "uk": ("Код УКТЗЕД",), "en": ("HS code", "tnved"), "zh": ("商品编码", "HS编码"), "bare": ("G33",)},
    "goods": {"ru": ("Наименование товара", "Описание товара"), "uk": ("Опис товару",), "en": ("Goods description", "product"), "zh": ("品名", "商品名称"), "bare": ("G31_1",)},
    "weight": {"ru": ("Вес нетто, кг", "Нетто"), "uk": ("Вага нетто, кг",), "en": ("Net weight, kg", "net_kg"), "zh": ("净重（千克）",), "bare": ("G38",)},
    "value_usd": {
        "ru": ("Статистическая стоимость, USD", "Стат. стоимость, долл."), "uk": ("Вартість, дол. США",), "en": ("Value USD", "usd_value"),
        "zh": ("金额（美元）",), "bare": ("G46",),
    },
    "pieces": {"ru": ("Количество, шт", "Кол-во"), "uk": ("Кількість, шт",), "en": ("Quantity", "qty"), "zh": ("数量",), "bare": ("G41",)},
    "country": {"ru": ("Страна отправления",), "uk": ("Країна відправлення",), "en": ("Origin country", "country_of_dispatch"), "zh": ("启运国",), "bare": ("G15",)},
}  # fmt: skip
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
COUNTRIES = {
    "КИТАЙ": {"ru": ("КНР", "Китай"), "uk": ("Китай", "КНР"), "en": ("China", "CHN", "CN"), "zh": ("中国",), "bare": ("CHN", "156")},
    "РОССИЯ": {"ru": ("РФ", "Россия"), "uk": ("Росія", "РФ"), "en": ("Russia", "RUS", "RU"), "zh": ("俄罗斯",), "bare": ("RUS", "643")},
    "КАЗАХСТАН": {"ru": ("Казахстан",) * 2, "uk": ("Казахстан",), "en": ("Kazakhstan", "KAZ", "KZ"), "zh": ("哈萨克斯坦",), "bare": ("KAZ", "398")},
}  # fmt: skip
WAYS = {
    "ru": (("Въезд", "Выезд"), ("въезд в РФ", "выезд из РФ"), ("В", "ВЫ")), "uk": (("В'їзд", "Виїзд"),),
    "en": (("ENTRY", "EXIT"), ("Arrival", "Departure"), ("IN", "OUT")), "zh": (("入境", "出境"),), "bare": (("1", "2"), ("I", "O")),
}  # fmt: skip
DELIMITERS = {"ru": ";\t", "uk": ";,", "en": ",\t|", "zh": ",\t", "bare": "|;"}
ENCODINGS = {
    "ru": ("cp1251", "utf-8", "utf-8-sig", "koi8-r"), "uk": ("utf-8", "cp1251"), "en": ("utf-8",), "zh": ("gb18030", "utf-8-sig"),
    "bare": ("utf-8", "cp1251"),
}  # fmt: skip
Rows = list[dict[str, str]]


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
    nations = {word: dice.choice(forms[language]) for word, forms in COUNTRIES.items()}
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
            moment = datetime.strptime(text, known)
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
        "declaration", "flight_date", "regime", "sender", "receiver", "receiver_inn", "hs", "goods", "pieces", "weight", "value_usd", "country",
    )  # fmt: skip
    order = list(range(len(names)))
    dice.shuffle(order)
    form = dice.choice(DATES[language])
    head = [dice.choice(HEADERS[name][language]) if name != "flight_date" else HEADERS["case_date"][language][0] for name in names]
    if language == "ru":
        head[1] = "Дата ДТ"
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
