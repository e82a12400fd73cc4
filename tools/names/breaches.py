"""Estimates how often Russian writers break which rule of Palladius, from pairs of name tokens.

Reads `train.csv` (name tokens of Wikidata, after Merhav and Ash 2018, CC0) and writes `breaches.tsv`: right letters,
letters written instead, share of the chances taken::

    PYTHONPATH=src python tools/names/breaches.py train.csv src/corrobora/names/data

Only Latin tokens that can hardly be anything but pinyin count (two or three syllables, one of them with x, q, zh,
-iang ...), and only Cyrillic forms that follow the rule or break it in one way.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from itertools import product
from pathlib import Path

from corrobora.names.lattice import cuts
from corrobora.names.syllables import palladius

RULES = (
    ("э", "е"), ("чж", "дж"), ("чж", "ж"), ("чж", "ч"), ("ж", "р"), ("хуэй", "хуй"), ("хуэй", "хуей"), ("уй", "уэй"),
    ("юй", "ю"), ("юй", "ый"), ("ы", "и"), ("ы", "у"), ("цз", "дз"), ("цз", "дж"), ("цз", "ц"), ("ц", "ч"), ("с", "ш"),
    ("н$", "нг"), ("нь$", "н"), ("о", "уо"), ("я", "иа"), ("ю", "иу"), ("юэ", "уэ"), ("юнь", "унь"), ("юань", "уань"),
    ("ун", "онг"), ("ун$", "унг"), ("в", "у"), ("й$", "и"), ("ао", "ау"),
)  # fmt: skip
CHINESE = re.compile(r"x[iu]|q[iu]|zh|[jlnbpmdt]i(?:ang|ao)$|[gkhlzcsdt]uang?$|feng|cheng|sheng|zong|jun")
MINIMUM = 2


def syllable_forms(syllable: str) -> dict[str, tuple[str, str] | None]:
    """The proper form and every form with one rule broken."""
    proper = palladius()[syllable]
    out: dict[str, tuple[str, str] | None] = {proper: None}
    for right, wrong in RULES:
        bare = right.rstrip("$")
        changed = (
            proper[: -len(bare)] + wrong
            if right.endswith("$") and proper.endswith(bare)
            else proper.replace(bare, wrong)
        )
        if (not right.endswith("$") or proper.endswith(bare)) and changed != proper:
            out.setdefault(changed, (right, wrong))
    return out


def main(source: str, folder: str) -> None:
    """Writes `breaches.tsv`."""
    chances: Counter[str] = Counter()
    broken: Counter[tuple[str, str]] = Counter()
    with Path(source).open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["script"] == "Cyrl" and CHINESE.search(row["latin"])]
    for row in rows:
        found = [cut for cut in cuts(row["latin"], False) if cut.system == "pinyin" and 2 <= len(cut.syllables) <= 3]
        if not found:
            continue
        syllables = [alternatives[0][0] for alternatives in found[0].syllables]
        other = row["other"].replace("ъ", "").replace("ё", "е")
        for way in product(*(syllable_forms(syllable).items() for syllable in syllables)):
            rules = [rule for _, rule in way if rule is not None]
            if "".join(form for form, _ in way) == other and len(rules) <= 1:
                count = int(row["count"])
                broken.update({rule: count for rule in rules})
                for syllable in syllables:
                    form = palladius()[syllable]
                    chances.update({right: count for right in {rule[0] for rule in RULES} if re.search(right, form)})
                break
    out = [
        f"{right}\t{wrong}\t{count / chances[right]:.3g}"
        for (right, wrong), count in broken.most_common()
        if count >= MINIMUM
    ]
    head = (
        "# right letters ($: at the end), written instead, share; from Wikidata name tokens (Merhav and Ash 2018, CC0)"
    )
    Path(folder, "breaches.tsv").write_text("\n".join([head, *out]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
