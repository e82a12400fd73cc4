"""Changes one byte of a pack at a time and asks whether the check names the file.

python benchmarks/packs/tamper.py PACK [--trials 1000]
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from corrobora.publication import check_pack


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("pack", type=Path)
    asked.add_argument("--trials", type=int, default=1000)
    told = asked.parse_args()
    dice = random.Random(8)
    files = sorted(p for p in told.pack.rglob("*") if p.is_file() and p.stat().st_size)
    named = 0
    for _ in range(told.trials):
        path = dice.choice(files)
        whole = path.read_bytes()
        at = dice.randrange(len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ dice.randrange(1, 256)]) + whole[at + 1 :])
        problems = check_pack(told.pack).problems
        path.write_bytes(whole)
        named += any(p.startswith(f"{path.relative_to(told.pack).as_posix()}: changed") for p in problems)
    print(f"{named} of {told.trials} changed bytes detected with the file named; {len(files)} files")
    print(f"problems of the pack as it was: {len(check_pack(told.pack).problems)}")


if __name__ == "__main__":
    main()
