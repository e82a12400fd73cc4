"""A BagIt 1.0 bag (RFC 8493): the evidence pack and, where chosen, originals, with SHA-256 manifests for archives."""

from __future__ import annotations

import hashlib
import shutil
import uuid
from pathlib import Path
from urllib.parse import quote

from corrobora import __version__
from corrobora.case import Case, Progress
from corrobora.errors import InputError
from corrobora.model.tables import FINDINGS
from corrobora.publication.exporter import DEFAULT, EVERYBODY, Exporter, Options, story_head
from corrobora.publication.exporters import html


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the bag into a new folder.

    Raises:
        InputError: where `output` exists and is not empty, or an original that was asked for is not in the case.
    """
    if output.exists() and (output.is_file() or any(output.iterdir())):
        raise InputError("this folder is not empty", str(output), "name a new folder for the bag")
    chosen = _chosen(case, options)
    draft = output.with_name(f".{output.name}.{uuid.uuid4().hex}")
    try:
        (draft / "data").mkdir(parents=True)
        html.write(case, draft / "data" / "pack", progress, options)
        for _, sha256 in chosen:
            target = draft / "data" / "originals" / sha256
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(case.original(sha256))
        if chosen:
            index = "".join(f"{sha256}  {_one_line(path)}\n" for path, sha256 in chosen)
            (draft / "data" / "originals" / "paths.txt").write_text(index, encoding="utf-8")
        _write_tags(case, draft)
        if output.exists():
            output.rmdir()
        draft.replace(output)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _chosen(case: Case, options: Options) -> list[tuple[str, str]]:
    paths = set(options.originals)
    if EVERYBODY in paths:
        paths = {ref.document for finding in case.read(FINDINGS) for ref in finding.pages}
    found = []
    for path in sorted(paths):
        document = case.document(path)
        if document is None:
            raise InputError("there is no such document in the case", path, "name it as corrobora findings does")
        found.append((path, document.sha256))
    return found


def _write_tags(case: Case, bag: Path) -> None:
    payload = sorted(p for p in (bag / "data").rglob("*") if p.is_file())
    size = sum(path.stat().st_size for path in payload)
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": (
            f"Bag-Software-Agent: corrobora {__version__}\nExternal-Identifier: ledger {story_head(case)}\n"
            f"Payload-Oxum: {size}.{len(payload)}\n"
        ),
        "manifest-sha256.txt": _sums(bag, payload),
    }
    for name, text in tags.items():
        (bag / name).write_text(text, encoding="utf-8", newline="\n")
    sums = _sums(bag, [bag / name for name in sorted(tags)])
    (bag / "tagmanifest-sha256.txt").write_text(sums, encoding="utf-8", newline="\n")


def _sums(bag: Path, paths: list[Path]) -> str:
    lines = []
    for path in paths:
        with path.open("rb") as handle:
            digest = hashlib.file_digest(handle, "sha256").hexdigest()
        # RFC 8493, 2.1.3: only CR, LF and the per cent sign are encoded
        name = path.relative_to(bag).as_posix().replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
        lines.append(f"{digest}  {name}\n")
    return "".join(lines)


def _one_line(path: str) -> str:
    return quote(path, safe="/!«»() .,-_№" + "".join(c for c in path if c.isprintable()))


EXPORTER = Exporter("bagit", "A BagIt bag of the pack and chosen originals, for archives", export)
