"""Counts suspicions about papers in worlds without a forged one: each is a false alarm.

    PYTHONPATH=src:tests python benchmarks/worlds/alarms.py [NAME...]

The worlds of the tests plant no false, changed or incomplete paper (their truth lists none); neither does what the demo
makes besides the draft that it changes on purpose. Printed: documents, findings of kind authenticity, contradiction and
sector_mismatch that the truth does not know, each with its words.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from cases.worlds import NAMES, findings, world

KINDS = {"authenticity": "authenticity", "contradiction": "contradictions", "sector_mismatch": "sector_mismatch"}


def main() -> None:
    total = {"documents": 0, **dict.fromkeys(KINDS, 0)}
    for name in sys.argv[1:] or NAMES:
        with tempfile.TemporaryDirectory() as temporary:
            made = world(name)
            found = findings(made, Path(temporary))
            documents = sum(1 for path in (Path(temporary) / "leak").rglob("*") if path.is_file())
            alarms = [one for one in found if one["kind"] in KINDS and not made.truth.get(KINDS[one["kind"]])]
            total["documents"] += documents
            print(f"## {name}: {documents} documents")
            for one in alarms:
                total[one["kind"]] += 1
                print(f"{one['kind']:16}{one['statement'][:260]}", flush=True)
    print(total)


if __name__ == "__main__":
    main()
