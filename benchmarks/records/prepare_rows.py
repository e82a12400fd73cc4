"""Times the preparation of an invented ticket table: seconds per million rows and the highest memory.

Run: PYTHONPATH=src python benchmarks/records/prepare_rows.py [ROWS]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from corrobora.case.store import Case
from corrobora.records.step import add_records

NAMES = """WANG,LI,ZHANG,LIU,CHEN,YANG,HUANG,ZHAO,WU,ZHOU,XU,SUN,MA,ZHU,HU,GUO,HE,LIN,GAO,LUO
WEI,MING,JUN,HAO,YU,XIN,LEI,JIE,FANG,PENG,BO,QIANG,HUA,PING,GANG,DONG,NA,YAN,LIANG,TAO"""
FAMILIES, SYLLABLES = (line.split(",") for line in NAMES.splitlines())


def write_tickets(path: Path, rows: int) -> None:
    """Writes an invented table in code page 1251, two years of tickets."""
    rng = random.Random(1)
    with path.open("w", encoding="cp1251") as out:
        out.write("Дата;Рейс;Вылет;Прилет;ФИО пассажира;Дата рожд.;Документ;PNR\n")
        for number in range(rows):
            day = number * 728 // rows
            name = f"{rng.choice(FAMILIES)} {rng.choice(SYLLABLES)}{rng.choice(SYLLABLES)}"
            birth = f"{rng.randint(1, 28):02d}.{rng.randint(1, 12):02d}.{rng.randint(1950, 2003)}"
            date = f"{day % 28 + 1:02d}.{day // 28 % 12 + 1:02d}.{2023 + day // 365}"
            paper, booking = f"E{rng.randint(10**7, 10**8 - 1)}", f"{rng.choice('ABCDEF')}{rng.randint(10000, 99999)}"
            out.write(f"{date};CA{900 + number % 97};PEK;SVO;{name};{birth};{paper};{booking}\n")


def main() -> None:
    """Prints one line."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "records"
        root.mkdir()
        write_tickets(root / "flights.csv", rows)
        with Case.create(Path(folder) / "case") as case:
            started, cpu = time.monotonic(), time.process_time()
            (dataset,) = add_records(case, [root / "flights.csv"], root)
            wall, cpu = time.monotonic() - started, time.process_time() - cpu
            started = time.monotonic()
            add_records(case, [root / "flights.csv"], root)
            again = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{dataset.rows} rows: {wall:.1f} s, {cpu:.1f} CPU s ({wall / rows * 1e6:.1f} s per million), "
        f"{peak:.0f} MB; again {again:.2f} s"
    )


if __name__ == "__main__":
    main()
