"""Runs the whole way on the invented worlds of the tests and scores the findings.

    CORROBORA_SHARED=... PYTHONPATH=src:tests python benchmarks/worlds/measure.py [--keep DIR] [NAME...]

The scorer is `score.py` of the shared folder: the same as for the shared worlds.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from cases.worlds import NAMES, findings, world


def main() -> None:
    """Prints one block of figures for each world."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=NAMES)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    sys.path.insert(0, os.environ["CORROBORA_SHARED"])
    for name in options.names:
        with tempfile.TemporaryDirectory() as temporary:
            place = (options.keep or Path(temporary)) / name
            place.mkdir(parents=True)
            began = time.monotonic()
            made = world(name)
            found = findings(made, place)
            (place / "findings.json").write_text(json.dumps({"findings": found}, ensure_ascii=False), encoding="utf-8")
            show(name, scored(made.truth, found), time.monotonic() - began)


def scored(truth: dict[str, Any], found: list[dict[str, Any]]) -> Any:
    """The scorer after its run."""
    import score  # type: ignore[import-not-found]

    return score.Scorer(truth, found).run()


def show(name: str, scorer: Any, seconds: float) -> None:
    """One line for each kind."""
    f1 = [figures["f1"] for figures in scorer.kinds.values()]
    print(f"## {name}: macro F1 {sum(f1) / len(f1):.3f} in {seconds:.0f} s")
    for kind, figures in scorer.kinds.items():
        print(f"{kind:<16}" + " ".join(f"{k} {figures[k]:g}" for k in ("precision", "recall", "f1", "tp", "fp", "fn")))
    extra = scorer.extra
    print("visit persons   ", extra.get("visit_persons"))
    print("namesakes taken ", extra.get("planted_namesakes_taken"), flush=True)


if __name__ == "__main__":
    main()
