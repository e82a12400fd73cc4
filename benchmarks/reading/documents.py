"""Reads a collection of real files whose content is partly known, and says which snippets were found and how strictly.

usage: python benchmarks/reading/documents.py FOLDER [CASE]

FOLDER holds `manifest.tsv` (columns `path`, `language`, `must_contain`) and the files. "strict" compares words and
punctuation as they stand, spaces made one; "loose" compares letters and digits only. Every file must have a state.
"""

from __future__ import annotations

import collections
import csv
import re
import sys
import tempfile
import unicodedata
from pathlib import Path

from corrobora.case import Case, silent
from corrobora.intake.step import take_in
from corrobora.model.tables import PAGES
from corrobora.reading.step import read_documents

SCRIPTS = ("cyr", "han", "zh", "ru", "uk")


def strict(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace(" | ", " ").split())


def loose(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def read(folder: Path, root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """(text, state) of each file, with what is inside it."""
    with Case.create(root) as case:
        take_in(case, folder / "files", silent)
        read_documents(case, silent)
        texts: dict[str, list[str]] = collections.defaultdict(list)
        for page in case.read(PAGES):
            texts[page.document.split("!/")[0]].append(page.text)
        states = {one.path: f"{one.state.value}: {one.failure}" for one in case.documents() if one.parent is None}
    return {path: "\n".join(found) for path, found in texts.items()}, states


def main() -> None:
    folder = Path(sys.argv[1])
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    with tempfile.TemporaryDirectory() as scratch:
        texts, states = read(folder, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "case")
    wanted = [row for row in rows if (row["must_contain"] or "").strip()]
    names = {row["path"]: row["path"].removeprefix("files/") for row in rows}
    hits = collections.Counter[str]()
    for row in wanted:
        text = texts.get(names[row["path"]], "")
        is_strict = strict(row["must_contain"]) in strict(text)
        is_loose = loose(row["must_contain"]) in loose(text)
        hits["strict"] += is_strict
        hits["loose"] += is_loose
        if not (is_strict and is_loose):
            print(
                f"{'loose only' if is_loose else 'MISSED':10} {row['path']} [{row['language']}] {row['must_contain']!r}"
            )
    print(f"snippets: {hits['loose']} of {len(wanted)} found, {hits['strict']} with punctuation as it stands")
    print(f"states: {collections.Counter(state.split(':')[0] for state in states.values())} of {len(rows)} files")
    lost = [names[row["path"]] for row in rows if names[row["path"]] not in states]
    print(f"without a state: {lost}")
    ours = [row for row in rows if any(part in row["language"] for part in SCRIPTS)]
    unread = [f"{row['path']} {states.get(names[row['path']], '')}" for row in ours]
    unread = [line for line in unread if " read:" not in line and " partial:" not in line]
    print(f"Cyrillic and Chinese: {len(ours) - len(unread)} of {len(ours)} read; not: {unread}")
    for path, state in sorted(states.items()):
        if state.startswith("unread"):
            print(f"  unread {path}: {state[8:]}")


if __name__ == "__main__":
    main()
