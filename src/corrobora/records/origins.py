"""Where record sets come from: what `sources.toml` tells, and which are of one origin because they share their rows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import msgspec
import pyarrow.parquet as pq

from corrobora.case.store import Case
from corrobora.engine import duck
from corrobora.errors import InputError
from corrobora.model.document import Failure
from corrobora.model.records import Dataset
from corrobora.model.source import Source
from corrobora.records import copies

_COPIES, _COPIED = "copies", "records-copied"
_COMPARABLE = 2_000_000
"""Rows of a set that is looked through for rows of another."""


def with_source(case: Case, dataset: Dataset) -> Dataset:
    """An unchanged record set whose source may be told otherwise by now."""
    source = case.source_of("records", dataset.path)
    if (dataset.source, dataset.origin) == (source.name, source.origin):
        return dataset
    changed = replace(dataset, source=source.name, origin=source.origin)
    case.put_dataset(changed)
    return changed


def put_sources(case: Case, root: Path, names: Sequence[str]) -> None:
    """What `sources.toml` says; a file that it does not name is a source and an origin of its own."""
    told = _told_sources(root)
    known = {source.path: source for source in case.sources("records")}
    known |= {source.path: source for source in told}
    for name in names:
        if not any(source.holds(name) for source in known.values()):
            known[name] = Source("records", name, name, origin=name)
    case.put_sources(known.values())


def restore_origins(case: Case) -> None:
    """Takes back what was concluded from shared rows: it is concluded anew."""
    before = case.fingerprint(_COPIED)
    if before:
        case.put_sources(msgspec.json.decode(before, type=list[Source]))
        case.finish_stage(_COPIED, "")


def join_origins(case: Case) -> None:
    """Gives sets that share their rows one origin, and lists it."""
    datasets = case.datasets()
    for dataset in datasets:
        if case.source_of("records", dataset.path).origin != dataset.origin:
            case.put_dataset(with_source(case, dataset))
    pairs = [pair for pair in _overlaps(case, case.datasets()) if pair[0].origin != pair[1].origin]
    origins = copies.origins_of(datasets, [(one, other) for one, other, _ in pairs])
    case.clear_failures(_COPIES)
    if not origins:
        return
    before = case.sources("records")
    joined = {}
    for path, origin in origins.items():
        source = case.source_of("records", path)
        joined[path.split("!/")[0]] = replace(source, path=path.split("!/")[0], origin=origin)
    case.put_sources([*(source for source in before if source.path not in joined), *joined.values()])
    case.finish_stage(_COPIED, msgspec.json.encode(before).decode())
    for dataset in datasets:
        case.put_dataset(with_source(case, dataset))
    for one, other, found in pairs:
        told = f"{found.shared} of {found.rows} rows stand in {other.path} too, as they stand: counted as one origin"
        case.put_failures([Failure(one.path, _COPIES, "copied-register", told, "", other.path)])
        case.act("records.copied", one=one.path, other=other.path, shared=found.shared, rows=found.rows)


def _overlaps(case: Case, datasets: Sequence[Dataset]) -> list[tuple[Dataset, Dataset, copies.Overlap]]:
    """(smaller, larger, what they share) of sets that are copies; each pair is compared once for its contents."""
    found = []
    with duck.connect() as db:
        for kind in copies.COMPARED:
            held = [one for one in datasets if 0 < dict(one.tables).get(kind, 0) <= _COMPARABLE]
            held.sort(key=_size(kind))
            filled = {one.path: _filled(db, case.rows_path(one, kind)) for one in held} if len(held) > 1 else {}
            for place, one in enumerate(held):
                for other in held[place + 1 :]:
                    told = copies.told_alike(filled[one.path], filled[other.path])
                    overlap = _overlap(db, [case.rows_path(side, kind) for side in (one, other)], told)
                    if copies.is_copy(overlap):
                        found.append((one, other, overlap))
    return found


def _size(kind: str) -> Callable[[Dataset], tuple[int, str]]:
    return lambda one: (dict(one.tables)[kind], one.path)


def _filled(db: duckdb.DuckDBPyConnection, parquet: Path) -> dict[str, float]:
    """The share of rows in which each property is told."""
    names = [n for n in pq.read_schema(parquet).names if n != "row" and not n.endswith("_raw") and n != "entity_row"]
    counted = ", ".join(f'count("{name}") / count(*)' for name in names)
    shares = db.execute(f"select {counted} from read_parquet(?)", [str(parquet)]).fetchone() or ()
    return dict(zip(names, shares, strict=True))


def _overlap(db: duckdb.DuckDBPyConnection, files: Sequence[Path], told: Sequence[str]) -> copies.Overlap:
    if not told:
        return copies.Overlap(0, 1)
    shared, rows, order = db.execute(copies.query_of(told), [str(file) for file in files]).fetchone() or (0, 0, 0.0)
    return copies.Overlap(int(shared), max(1, int(rows)), float(order))


def _told_sources(root: Path) -> list[Source]:
    file = root / "sources.toml"
    if not file.is_file():
        return []
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("source", [])
        return [_source(entry) for entry in entries]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as exc:
        raise InputError(f"this is no list of sources: {exc}", str(file), "see CONTRACT.md, sources.toml") from exc


def _source(entry: dict[str, Any]) -> Source:
    path = str(entry["path"]).strip("/")
    texts = {
        name: str(entry[name])
        for name in ("obtained", "obtained_how", "covers_from", "covers_to", "credit")
        if entry.get(name)
    }
    return Source(
        side="records",
        path="" if path == "." else path,
        name=str(entry.get("name") or path),
        origin=str(entry.get("origin") or path),
        reliability=str(entry.get("reliability") or "F"),
        public=bool(entry.get("public", False)),
        **texts,
    )
