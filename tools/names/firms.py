"""Estimates what agreeing and left-over words of organisations' names weigh, from names that authorities list.

Reads the lists of the US Treasury (`ofac_sdn.csv`, `ofac_alt.csv`) and of the UN Security Council
(`UN_consolidated.xml`), public documents, and writes `firm_words.tsv` (word or concept, share of bodies that bear it)
and `firms.tsv` (the weights of `corrobora.names.firms.features`)::

    PYTHONPATH=src python tools/names/firms.py FOLDER src/corrobora/names/data

A pair is one body under two of its names; against it stand a body whose name is among the nearest ten, and two drawn
at random, so that one pair in four is one body. The weights are those of a logistic regression with a small penalty,
first fitted on the bodies with even numbers, and what it is worth on the odd ones is printed; then on all.
"""

from __future__ import annotations

import csv
import math
import random
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from corrobora.names import firms
from corrobora.names.organizations import organization_form, organization_key
from corrobora.names.slavic import skeleton

FEWEST = 4
LATIN_AMERICA = ("SDNT", "CUBA", "VENEZUELA")
"""Programmes whose firms bear Spanish names, which are no business of the library."""
PENALTY = 3.0
AGAINST = (
    "brands_against",
    "any_brand_against",
    "brands_left_over",
    "trades_against",
    "trades_left_over",
    "place_left_over",
    "places_differ",
    "number_left_over",
)
"""Evidence against; all else is evidence for. A weight of the wrong sign is held at nought."""


def bodies(folder: Path) -> list[list[str]]:
    """The names of each organisation of the two lists."""
    found: dict[str, list[str]] = {}
    with (folder / "ofac_sdn.csv").open(encoding="utf-8", errors="replace", newline="") as handle:
        for row in csv.reader(handle):
            if len(row) > 3 and row[2].strip() in ("-0-", "") and not row[3].strip().startswith(LATIN_AMERICA):
                found[row[0].strip()] = [row[1].strip()]
    with (folder / "ofac_alt.csv").open(encoding="utf-8", errors="replace", newline="") as handle:
        for row in csv.reader(handle):
            if len(row) > 3 and row[0].strip() in found:
                found[row[0].strip()].append(row[3].strip())
    out = list(found.values())
    for entity in ET.parse(folder / "UN_consolidated.xml").getroot().iter("ENTITY"):  # noqa: S314 (a published list)
        aliases = [one.text or "" for one in entity.iter("ALIAS_NAME")]
        out.append([name.strip() for name in (entity.findtext("FIRST_NAME") or "", *aliases) if name.strip()])
    return [list(dict.fromkeys(names)) for names in out if names]


def word_shares(known: list[list[str]]) -> dict[str, float]:
    """Share of bodies that bear a word (as a skeleton) or a concept (with @)."""
    counted: Counter[str] = Counter()
    for names in known:
        forms = [organization_form(name) for name in names]
        words = {skeleton(brand) or brand for form in forms for brand in form.brands}
        counted.update(words | {f"@{concept}" for form in forms for concept in form.trades | form.places})
    return {word: number / len(known) for word, number in sorted(counted.items()) if number >= FEWEST}


def pairs(known: list[list[str]], dice: random.Random) -> list[tuple[int, str, str, bool]]:
    """(body, left, right, whether they are one body)."""
    every = [(body, name) for body, names in enumerate(known) for name in names]
    texts = [name for _, name in every]
    out = []
    for body, names in enumerate(known):
        if len(names) < 2:
            continue
        left, right = dice.sample(names, 2)
        near = process.extract(left, texts, scorer=fuzz.token_sort_ratio, limit=30)
        others = [texts[place] for _, _, place in near if every[place][0] != body]
        others = [name for name in others if organization_key(name) != organization_key(left)][:10]
        strangers = [dice.choice(others), *(name for b, name in dice.sample(every, 5) if b != body)][:3]
        out.append((body, left, right, True))
        out += [(body, left, other, False) for other in strangers]
    return out


def table(made: list[tuple[int, str, str, bool]]) -> tuple[list[str], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Names of the features, their values, and the answers."""
    rows = []
    for _, one, other, _ in made:
        left, right = organization_form(one), organization_form(other)
        rows.append(firms.features(left, right, firms.agreement(left, right)))
    header = list(rows[0])
    return header, np.array([[row[name] for name in header] for row in rows]), np.array([float(y) for *_, y in made])


def fit(header: list[str], values: npt.NDArray[np.float64], answers: npt.NDArray[np.float64]) -> dict[str, float]:
    """Newton's steps, with weights of the wrong sign taken out one by one."""
    used = list(range(len(header)))
    while True:
        x = values[:, used]
        weights = np.zeros(len(used))
        penalty = np.diag([0.0 if header[place] == "constant" else PENALTY for place in used])
        for _ in range(60):
            chance = 1 / (1 + np.exp(-x @ weights))
            slope = x.T @ (answers - chance) - penalty @ weights
            bend = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
            weights += np.linalg.solve(bend, slope)
        wrong = [(abs(w), at) for at, w in zip(used, weights, strict=True) if _is_wrong(header[at], w)]
        if not wrong:
            return {header[at]: round(float(w), 3) for at, w in zip(used, weights, strict=True)}
        used.remove(max(wrong)[1])


def _is_wrong(name: str, weight: float) -> bool:
    return name != "constant" and (weight > 0 if name in AGAINST else weight < 0)


def calibration(chances: npt.NDArray[np.float64], answers: npt.NDArray[np.float64]) -> float:
    """The expected calibration error over ten bands."""
    bands = np.minimum(9, (chances * 10).astype(int))
    return float(sum(abs((chances - answers)[bands == band].sum()) for band in range(10)) / len(answers))


def main(folder: Path, target: Path) -> None:
    """Writes both tables."""
    known = bodies(folder)
    shares = word_shares(known)
    (target / "firm_words.tsv").write_text(
        "# word or @concept\tshare of bodies that bear it\n"
        + "".join(f"{word}\t{share:.5f}\n" for word, share in shares.items()),
        encoding="utf-8",
    )
    firms._shares.cache_clear()
    firms.rarity.cache_clear()
    made = [pair for seed in range(3) for pair in pairs(known, random.Random(seed))]
    header, values, answers = table(made)
    odd = np.array([body % 2 == 1 for body, *_ in made])
    weights = fit(header, values[~odd], answers[~odd])
    vector = np.array([weights.get(name, 0.0) for name in header])
    chances = 1 / (1 + np.exp(-values[odd] @ vector))
    error = calibration(chances, answers[odd])
    sys.stdout.write(f"{len(known)} bodies, {len(shares)} words; calibration error on the odd {error:.3f}\n")
    loss = -np.mean(answers[odd] * np.log2(chances) + (1 - answers[odd]) * np.log2(1 - chances))
    nothing = -0.25 * math.log2(0.25) - 0.75 * math.log2(0.75)
    sys.stdout.write(f"bits of loss a pair on the odd {loss:.3f} (knowing nothing: {nothing:.3f})\n")
    weights = fit(header, values, answers)
    (target / "firms.tsv").write_text(
        "# evidence\tweight in natural log odds\n" + "".join(f"{name}\t{weight}\n" for name, weight in weights.items()),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
