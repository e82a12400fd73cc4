"""How long it takes to find copies and drafts among many pages, and how many of those put there are found.

usage: python benchmarks/reading/versions.py [PAGES]

Pages are made here: 300 words each out of 5,000 invented ones. One in a hundred comes again with 2 in 100 letters
changed (a scan), one in a hundred with one word changed (a draft).
"""

from __future__ import annotations

import random
import sys
import time

from corrobora.analysis.versions import pairs
from corrobora.model.document import Page

LETTERS = "оеаинтсрвлкмдпуяыьгз"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    rng = random.Random(1)
    words = ["".join(rng.choice(LETTERS) for _ in range(rng.randint(3, 9))) for _ in range(5000)]
    texts = [" ".join(rng.choices(words, k=300)) for _ in range(count)]
    pages = [Page(1, text, document=f"{number:06}") for number, text in enumerate(texts)]
    for number in range(0, count, 100):
        noisy = "".join(rng.choice(LETTERS) if rng.random() < 0.02 else letter for letter in texts[number])
        pages.append(Page(1, noisy, document=f"{number:06} scan", ocr_confidence=0.9))
        changed = texts[number + 1].split()
        changed[150] = "изменено"
        pages.append(Page(1, " ".join(changed), document=f"{number + 1:06} draft"))
    started = time.process_time()
    found = {(pair.first.split()[0], pair.second.split()[0]): pair for pair in pairs(pages)}
    seconds = time.process_time() - started
    planted = len(pages) - count
    right = sum(one == other for one, other in found)
    drafts = [pair for pair in found.values() if pair.second.endswith("draft")]
    exact = sum([side.second.quote for side in pair.differences] == ["изменено"] for pair in drafts)
    print(f"{len(pages)} pages: {seconds:.0f} processor seconds, {1000 * seconds / len(pages):.2f} ms a page")
    print(f"{right} of {planted} found, {len(found) - right} wrong")
    print(f"of {len(drafts)} drafts {exact} with just the change")


if __name__ == "__main__":
    main()
