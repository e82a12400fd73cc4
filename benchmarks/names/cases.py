"""Measures `lemma` against another source: pymorphy3 inflects its family names, and each form has to come back.

PYTHONPATH=src python benchmarks/names/cases.py [HOW_MANY]
"""

from __future__ import annotations

import random
import sys

import pymorphy3

from corrobora import names

CASES = ("gent", "datv", "accs", "ablt", "loct")
PEOPLE = (
    ("masc", ("иван", "сергей", "дмитрий", "алексей", "михаил"), ("петрович", "сергеевич")),
    ("femn", ("мария", "анна", "ольга", "наталья", "елена"), ("петровна", "сергеевна")),
)


def inflected(morph: pymorphy3.MorphAnalyzer, word: str, kind: str, case: str, gender: str) -> str:
    """A nominative of a kind ("Surn", "Name", "Patr") in a case, "" where the dictionary has none."""
    for parse in morph.parse(word):
        if kind in parse.tag and {"sing", "nomn"} in parse.tag and (gender in parse.tag or "ms-f" in parse.tag):
            found = parse.inflect({case, "sing", gender} if kind == "Surn" else {case, "sing"})
            if found is not None:
                return found.word
    return ""


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    morph = pymorphy3.MorphAnalyzer()
    families = sorted(
        {
            word
            for word, tag, normal, _, _ in morph.dictionary.iter_known_words()
            if "Surn" in tag and "Fixd" not in tag and word == normal and len(word) > 3 and "-" not in word
        }
    )
    chance, wrong, total = random.Random(3), [], 0
    for family in chance.sample(families, count):
        for gender, given, fathers in PEOPLE:
            parts = [("Surn", family), ("Name", chance.choice(given)), ("Patr", chance.choice(fathers))]
            bases = [inflected(morph, word, kind, "nomn", gender) for kind, word in parts]
            for case in CASES:
                forms = [inflected(morph, word, kind, case, gender) for kind, word in parts]
                if not all(forms) or not all(bases):
                    continue
                written, nominative = (" ".join(word.capitalize() for word in some) for some in (forms, bases))
                total += 1
                if names.lemma(written).replace("ё", "е") != nominative.replace("ё", "е"):
                    wrong.append(f"{written}: {names.lemma(written)}, not {nominative}")
    print(f"lemma: {total - len(wrong)} of {total} inflected full names go back, {1 - len(wrong) / total:.4f}")
    print(*wrong[:20], sep="\n")


if __name__ == "__main__":
    main()
