"""An invented ticket table of any size, with 5,000 people of a case hidden in it, written by DuckDB.

    python benchmarks/corroboration/million.py FOLDER ROWS [PEOPLE]

Writes FOLDER/records/tickets.csv and FOLDER/people.json. Two passengers of five are Chinese, written in pinyin, the
others bear a Russian name with a patronymic; names follow shares that fall like those of real ones. Every person of
the case belongs to a delegation of five with one visit, one flight there and one back. One row in twenty of theirs has
a letter missing in the name; birth dates and documents are missing as often as in the rest of the table.
"""

# ruff: noqa: SIM905
from __future__ import annotations

import json
import random
import sys
import zlib
from datetime import date, timedelta
from pathlib import Path

from corrobora.engine import connect
from corrobora.names.syllables import palladius

FAMILIES = """
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang
deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong
cui tan fan wan liao shi jin jia xia fu fang zou xiong bai meng qin qiu hou yan xue lei long duan hao kong shao
mao chang gu lai wen qian niu hong
""".split()
STEMS = """
Бел Гор Дуб Зар Кал Лав Мар Нов Ост Пав Рад Сав Тар Ул Фил Хар Чер Шум Щег Яг Бор Вар Глад Дор Ель Жил Зим Крас
Луг Мол Ник Ов Пан Руб Сол Туп Уст Фом Храп Цап
""".split()
MIDDLES = """
ан ич ен ош ук ал им ош ар ит ол ег уш ын ат ик оч ил ем ор
""".split()
ENDINGS = """
ов ев ин
""".split()
GIVEN = """
Иван Пётр Сергей Алексей Дмитрий Андрей Николай Михаил Павел Олег Игорь Юрий Виктор Антон Роман Илья Максим Егор
Денис Артём Кирилл Глеб Борис Лев Марк
""".split()
FATHERS = """
Иванович Петрович Сергеевич Алексеевич Дмитриевич Андреевич Николаевич Михайлович Павлович Олегович Игоревич
Юрьевич Викторович Антонович Романович Ильич Максимович Егорович Денисович Борисович
""".split()
PORTS = ("PEK", "PVG", "CAN", "HRB", "URC")
HOME = ("SVO", "VKO", "LED", "OVB", "VVO")
FIRST, DAYS = date(2021, 1, 1), 1095


def main() -> None:
    """Writes the table and the people."""
    folder, rows = Path(sys.argv[1]), int(sys.argv[2])
    people = invented(int(sys.argv[3]) if len(sys.argv) > 3 else 5000)
    (folder / "records").mkdir(parents=True, exist_ok=True)
    target = folder / "records" / "tickets.csv"
    own = [line for one in people for line in one["rows"]]
    with connect(spill=folder / "spill", memory="1GB") as db:
        db.execute(f"set variable own = {len(own)}")
        db.execute(f"copy ({crowd(rows - len(own))}) to '{target}' (format csv, delimiter ';', header true)")
    with target.open("a", encoding="utf-8") as out:
        for number, line in enumerate(own):
            out.write(";".join(line) + "\n")
            people[number // 2].setdefault("numbers", []).append(rows - len(own) + number + 1)
    (folder / "people.json").write_text(json.dumps(people, ensure_ascii=False), encoding="utf-8")


def invented(count: int) -> list[dict]:
    """The people of the case, with what the papers know of them and their two rows."""
    rng = random.Random(7)
    table = palladius()
    syllables = sorted(table)
    out = []
    for number in range(count):
        if number % 5 == 0:
            start = FIRST + timedelta(rng.randint(30, DAYS - 40))
            end = start + timedelta(rng.randint(3, 6))
            there, back = rng.choice(PORTS), rng.choice(HOME)
            flights = f"CA{rng.randint(900, 999)}", f"CA{rng.randint(900, 999)}"
            days = start - timedelta(rng.randint(0, 1)), end + timedelta(rng.randint(0, 1))
        family = FAMILIES[int(len(FAMILIES) * rng.random() ** 2)]
        given = [syllables[int(len(syllables) * rng.random() ** 1.5)] for _ in range(2)]
        birth = date(1955, 1, 1) + timedelta(rng.randint(0, 15000))
        paper = f"E{rng.randint(10**7, 10**8 - 1)}"
        pinyin = f"{family.capitalize()} {''.join(given).capitalize()}"
        shows = rng.random() < 0.6, rng.random() < 0.5
        rows = [
            [day.isoformat(), flight, *way, written(pinyin, rng), birth.isoformat() if shows[0] else "",
             paper if shows[1] else "", f"Z{rng.randint(10**5, 10**6)}"]
            for day, flight, way in zip(days, flights, ((there, back), (back, there)), strict=True)
        ]  # fmt: skip
        cyrillic = f"{table[family].capitalize()} {''.join(table[one] for one in given).capitalize()}" \
            if family in table else pinyin  # fmt: skip
        out.append({
            "id": f"p{number}", "pinyin": pinyin, "forms": [cyrillic, pinyin], "visit": f"v{number // 5}",
            "from": start.isoformat(), "to": end.isoformat(),
            "birth": birth.isoformat() if rng.random() < 0.6 else None,
            "document": paper if rng.random() < 0.2 else None, "rows": rows,
        })  # fmt: skip
    return out


def written(pinyin: str, rng: random.Random) -> str:
    """The name as a ticket has it; one in twenty lacks a letter."""
    name = pinyin.upper()
    if rng.random() < 0.05:
        place = rng.randint(name.index(" ") + 2, len(name) - 1)
        return name[:place] + name[place + 1 :]
    return name


def crowd(rows: int) -> str:
    """The query for the rows of everybody else: a third as many travellers, each with one name and birth date."""
    syllables = sorted(palladius())

    def pick(values: list[str] | tuple[str, ...], salt: str, power: float = 1.0, of: str = "t") -> str:
        listed = ", ".join(f"'{value}'" for value in values)
        return f"([{listed}])[1 + floor({len(values)} * pow({unit(salt, of)}, {power}))::int]"

    def unit(salt: str, of: str = "t") -> str:
        return f"({mixed(salt, of)} % 16777216)::double / 16777216"

    def mixed(salt: str, of: str = "t") -> str:
        # hash(a, b) of DuckDB leaves a and b correlated; a spread sum does not.
        return f"(hash({of} * 1000003 + {zlib.crc32(salt.encode())}) >> 7)"

    chinese = (
        f"upper({pick(FAMILIES, 'family', 2)}) || ' ' || upper({pick(syllables, 'one', 1.5)})"
        f" || case when {unit('short')} < 0.9 then upper({pick(syllables, 'two', 1.5)}) else '' end"
    )
    russian = (
        f"upper({pick(STEMS, 'stem')} || {pick(MIDDLES, 'middle')} || {pick(ENDINGS, 'end')} || ' ' ||"
        f" {pick(GIVEN, 'given', 1.5)} || ' ' || {pick(FATHERS, 'father', 1.5)})"
    )
    return f"""
    with base as (select i, ({mixed("who", "i")} % {max(1, rows // 3)})::bigint as t from range({rows}) as r(i)),
    drawn as (select *, {unit("tradition")} < 0.4 as is_chinese, {unit("way", "i")} < 0.5 as arrives from base)
    select (date '{FIRST}' + ({mixed("day", "i")} % {DAYS})::int)::varchar as "Дата",
        'CA' || (900 + {mixed("flight", "i")} % 97) as "Рейс",
        case when arrives then {pick(PORTS, "a", of="i")} else {pick(HOME, "b", of="i")} end as "Вылет",
        case when arrives then {pick(HOME, "b", of="i")} else {pick(PORTS, "a", of="i")} end as "Прилет",
        case when is_chinese then {chinese} else {russian} end as "Пассажир",
        case when {unit("shows", "i")} < 0.6
            then (date '1950-01-01' + ({mixed("born")} % 19000)::int)::varchar end as "Дата рождения",
        case when {unit("paper", "i")} < 0.5 then 'E' || (10000000 + {mixed("doc")} % 90000000) end as "Документ",
        'P' || ({mixed("pnr", "i")} % 100000000) as "PNR"
    from drawn"""


if __name__ == "__main__":
    main()
