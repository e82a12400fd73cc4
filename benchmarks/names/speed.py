"""Measures how fast keys are made and pairs compared, on invented names.

PYTHONPATH=src python benchmarks/names/speed.py [HOW_MANY]
"""

from __future__ import annotations

import random
import sys
import time

from corrobora import names
from corrobora.names.hanzi import given_shares, surname_shares
from corrobora.names.labels import cyrillic_given
from corrobora.names.syllables import palladius
from corrobora.names.tables import table_lines


def invented(count: int) -> list[str]:
    """Distinct names as a table of flights has them: Chinese in pinyin and Palladius, and Russian ones."""
    chance = random.Random(7)
    surnames, weights = zip(*((s, w) for s, w in surname_shares().items() if s in palladius()), strict=True)
    parts, shares = zip(*given_shares().items(), strict=True)
    given = sorted({row[0] for row in table_lines("given.tsv")})
    out: dict[str, None] = {}
    while len(out) < count:
        family = chance.choices(surnames, weights)[0]
        first, second = chance.choices(parts, shares, k=2)
        form = chance.choice("pppcshr")
        if form in "rh":
            stem = (palladius()[first] + palladius()[second]).rstrip("ьй").capitalize()
            name = f"{stem}ов {chance.choice(given)} {chance.choice(given)}ович"
        elif form == "c":
            name = f"{palladius()[family].capitalize()} {cyrillic_given(f'{first}-{second}')}"
        elif form == "s":
            name = f"{family} {first} {second}".upper()
        else:
            name = f"{family} {first}{second}".upper()
        out[name] = None
    return list(out)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    forms = invented(count)
    names.block_keys(forms[:10])
    start = time.process_time()
    names.block_keys(forms)
    print(f"block_keys: {count / (time.process_time() - start):,.0f} distinct names/s")
    start = time.process_time()
    for form in forms:
        names.canonical(form)
    print(f"canonical: {count / (time.process_time() - start):,.0f} distinct names/s")
    chance = random.Random(8)
    few = forms[:2000]
    pairs = [(chance.choice(few), chance.choice(few)) for _ in range(100_000)]
    names.compare_many(pairs[:10000])
    start = time.process_time()
    names.compare_many(pairs)
    print(f"compare_many: {len(pairs) / (time.process_time() - start):,.0f} pairs/s over 2,000 known names")


if __name__ == "__main__":
    main()
