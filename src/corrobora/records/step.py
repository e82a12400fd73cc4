"""Adds bulk tables to a case: every table is told apart, mapped, and prepared as Parquet sorted for look-ups."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import msgspec
import pyarrow.parquet as pq

from corrobora.case.progress import Progress, silent, stage
from corrobora.case.store import Case
from corrobora.engine import duck
from corrobora.errors import CaseError, InputError, UnreadableError
from corrobora.model.document import Failure
from corrobora.model.records import Dataset, Mapping, RecordKind
from corrobora.records import ftm, prepare, registers
from corrobora.records.ahead import ahead
from corrobora.records.files import ENDINGS, NamedTable, ending, opened
from corrobora.records.lists import known_list
from corrobora.records.mapping import TableView, kept_by, propose, usable
from corrobora.records.origins import join_origins, put_sources, restore_origins, with_source
from corrobora.records.readers.columnar import SqliteTable
from corrobora.records.readers.objects import ObjectTable, objects
from corrobora.records.table import BadRow, Layout, OutOfStepError, RawTable

VERSION = "5"
"""Of what is prepared and how; raise it when the same file would give other rows."""

_STAGE = "records"
_ROOT, _STAT = "records-root", "records-stat"
_BIG = 256 << 20
_BY_HAND = "write a mapping: corrobora records map FILE > MAP.yml, correct it, corrobora records add FILE --map MAP.yml"
_LISTED_BAD_ROWS = 500
_ROW_GROUP, _LARGEST_GROUP, _ROW_GROUPS = 8192, 122_880, 1200
_SORT_MEMORY = "700MB"
_SORT_KEYS: dict[RecordKind, tuple[str, ...]] = {
    RecordKind.SHARE: ("asset",),
    RecordKind.CASE: ("case",),
    RecordKind.SHIPMENT: ("receiver", "sender"),
    RecordKind.ASSET: ("registration",),
    RecordKind.PAYMENT: ("date",),
}
"""By what look-ups come; by name where nothing else is said."""


def add_records(
    case: Case, files: Sequence[Path], root: Path, progress: Progress = silent, mapping: Mapping | None = None
) -> list[Dataset]:
    """Prepares every table in these files, and forgets those whose file is gone from the folder.

    Args:
        case: the case.
        files: the files; those that are no tables are passed over.
        root: the folder of the records; dataset names are relative to it.
        progress: who is told.
        mapping: how to read them, where a person says so; else the mapping kept with the case, else a proposed one.

    Returns:
        The record sets of these files, in order of path.
    """
    restore_origins(case)
    wanted = sorted(file for file in files if file.name != "sources.toml" and ending(file.name) in ENDINGS)
    names = {file: _relative(file, root) for file in wanted}
    put_sources(case, root, list(names.values()))
    _drop_missing(case, root)
    added: list[Dataset] = []
    with stage(progress, _STAGE, len(wanted), "files"):
        for file, name in names.items():
            progress.advance(0, name)
            added += _add_file(case, file, name, root, mapping, progress)
            progress.advance(1, name)
    join_origins(case)
    paths = {dataset.path for dataset in added}
    return sorted((one for one in case.datasets() if one.path in paths), key=lambda dataset: dataset.path)


def _relative(file: Path, root: Path) -> str:
    for whole, folder in ((file.absolute(), root.absolute()), (file.resolve(), root.resolve())):
        if whole.is_relative_to(folder):
            return whole.relative_to(folder).as_posix()
    return file.name


def _add_file(
    case: Case, file: Path, name: str, root: Path, mapping: Mapping | None, progress: Progress
) -> list[Dataset]:
    try:
        sha256 = _sha256(case, file, name)
    except OSError as exc:
        _fail(case, name, _unopened(exc, name))
        return []
    kept = [dataset for dataset in case.datasets() if dataset.path.split("!/")[0] == name]
    if kept and all(_is_current(case, dataset, sha256, mapping) for dataset in kept):
        return [with_source(case, dataset) for dataset in kept]
    case.clear_failures(_STAGE, name)
    added = []
    try:
        with opened(file, name) as tables:
            if not tables:
                _fail(
                    case,
                    name,
                    UnreadableError("there is no table in this file", name, "check that it is the right file"),
                )
            for named in tables:
                added += _add_table(case, named, sha256, (mapping, tables), progress)
    except UnreadableError as exc:
        _fail(case, name, exc)
    except OSError as exc:
        _fail(case, name, _unopened(exc, name))
    for dataset in kept:
        if dataset.path not in {new.path for new in added}:
            _drop(case, dataset)
    for dataset in added:
        case.finish_stage(f"{_ROOT}:{dataset.path}", str(root.resolve()))
    return added


def _unopened(exc: OSError, name: str) -> UnreadableError:
    return UnreadableError(
        f"this file cannot be read: {exc.strerror or exc}", name, "check the file and its permissions"
    )


def _sha256(case: Case, file: Path, name: str) -> str:
    """The hash of a file; a big one is not hashed again while its size and time stay the same."""
    stat = file.stat()
    stamp, key = f"{stat.st_size}:{stat.st_mtime_ns}:", f"{_STAT}:{name}"
    known = case.fingerprint(key) or ""
    if stat.st_size > _BIG and known.startswith(stamp):
        return known.removeprefix(stamp)
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    if stat.st_size > _BIG:
        case.finish_stage(key, stamp + digest)
    return digest


def _is_current(case: Case, dataset: Dataset, sha256: str, mapping: Mapping | None) -> bool:
    kept = case.mapping(dataset.path)
    same_mapping = mapping is None or (kept is not None and kept[0] == replace(mapping, dataset=dataset.path))
    whole = all(case.rows_path(dataset, kind).exists() for kind, _ in dataset.tables)
    done = case.fingerprint(f"{_STAGE}:{dataset.path}")
    return (
        dataset.sha256 == sha256 and same_mapping and whole and done == _fingerprint(sha256, kept[0] if kept else None)
    )


def _fingerprint(sha256: str, mapping: Mapping | None) -> str:
    body = msgspec.json.encode([VERSION, sha256, mapping])
    return hashlib.sha256(body).hexdigest()


def _fail(case: Case, subject: str, exc: UnreadableError) -> None:
    case.put_failures(
        [Failure(subject, _STAGE, exc.code, exc.what, exc.remedy, exc.where if exc.where != subject else "")]
    )


# ---- one table


class _BadRows:
    """The rows of a table that could not be read whole: the first ones by name, the rest by number."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forgets them, for the table is read again."""
        self.listed: list[BadRow] = []
        self.count = self.last = 0

    def __call__(self, row: BadRow) -> None:
        self.count += 1
        self.last = max(self.last, row.row)
        if self.count <= _LISTED_BAD_ROWS:
            self.listed.append(row)

    def failures(self, dataset: str) -> list[Failure]:
        """What the case lists."""
        found = [
            Failure(dataset, _STAGE, "bad-row", f"row {row.row} {row.reason}", "", f"row {row.row}")
            for row in self.listed
        ]
        if self.count > len(self.listed):
            more = f"{self.count - len(self.listed)} more rows could not be read whole, the last one is row {self.last}"
            found.append(Failure(dataset, _STAGE, "bad-row", more, "", "further rows"))
        return found


@dataclass(frozen=True, slots=True)
class _Told:
    """How a table is read, and who is told of its rows."""

    mapping: Mapping
    bad: _BadRows
    progress: Progress
    quoted: bool = True


def _add_table(
    case: Case,
    named: NamedTable,
    sha256: str,
    told: tuple[Mapping | None, Sequence[NamedTable]],
    progress: Progress,
) -> list[Dataset]:
    by_hand, siblings = told
    bad = _BadRows()
    case.clear_failures(_STAGE, named.dataset)
    try:
        found = _chosen_mapping(case, named, by_hand, siblings)
        if not usable(found):
            raise UnreadableError("no column of this table could be told", named.dataset, _BY_HAND)
        source = case.source_of("records", named.dataset)
        if not _is_by_hand(case, named.dataset, by_hand):
            found = kept_by(found, source.name)
        draft = Dataset(named.dataset, sha256, source.name, source.origin, found.format, 0)
        dataset = _write(case, draft, named.table, _Told(found, bad, progress))
    except UnreadableError as exc:
        _fail(case, named.dataset, exc)
        return []
    dataset = replace(dataset, bad_rows=bad.count, rows=max(dataset.rows, bad.last))
    with case.transaction():
        case.put_failures(bad.failures(named.dataset))
        if found.kind is RecordKind.OTHER and not _is_referred_to(named, siblings):
            _fail(
                case,
                named.dataset,
                UnreadableError("no kind of record fits the columns of this table", named.dataset, _BY_HAND),
            )
        case.put_dataset(dataset)
        case.put_mapping(found, by_hand=_is_by_hand(case, named.dataset, by_hand))
        case.finish_stage(f"{_STAGE}:{named.dataset}", _fingerprint(sha256, found))
        case.act(
            "records.add",
            dataset=named.dataset,
            sha256=sha256,
            rows=dataset.rows,
            bad_rows=bad.count,
            kind=found.kind.value,
        )
    return [dataset]


def _is_referred_to(named: NamedTable, siblings: Sequence[NamedTable]) -> bool:
    """Whether a table of a database is read with those that hold its keys."""
    tables = [other.table for other in siblings if isinstance(other.table, SqliteTable)]
    return isinstance(named.table, SqliteTable) and any(
        reference.table == named.table.table for other in tables for reference in other.references
    )


def _is_by_hand(case: Case, dataset: str, by_hand: Mapping | None) -> bool:
    kept = case.mapping(dataset)
    return by_hand is not None or (kept is not None and kept[1])


def _chosen_mapping(
    case: Case, named: NamedTable, by_hand: Mapping | None, siblings: Sequence[NamedTable]
) -> Mapping:
    if by_hand is not None:
        return replace(by_hand, dataset=named.dataset)
    kept = case.mapping(named.dataset)
    if kept is not None and kept[1]:
        return kept[0]
    return propose_table(named, siblings)


def propose_table(named: NamedTable, siblings: Sequence[NamedTable] = ()) -> Mapping:
    """The proposed mapping of one table.

    Args:
        named: the table.
        siblings: all tables of its file; of a table in several parts only the first may have a header.
    """
    table = named.table
    if isinstance(table, ObjectTable) and _is_ftm(table):
        return Mapping(named.dataset, "ftm", RecordKind.LISTING, (), header_rows=0, confidence=0.99)
    if table.format == "xml":
        return Mapping(named.dataset, "xml", RecordKind.LISTING, (), header_rows=0, confidence=0.99)
    layout = table.layout()
    headers, rows = table.head(layout)
    if layout.header_rows == 0 and not any(headers):
        headers = _headers_of_first(named, siblings, layout) or headers
    found = propose(TableView(named.dataset, table.format, headers, rows, layout))
    if isinstance(table, ObjectTable) and found.kind is RecordKind.OTHER:
        found = _inside(named.dataset, table) or found
    return known_list(found, rows) or found


def _headers_of_first(named: NamedTable, siblings: Sequence[NamedTable], layout: Layout) -> list[str] | None:
    """The headers of the part that has some: a table of the same width whose name differs in its number only."""
    for other in siblings:
        if other is named or re.sub(r"\d+", "", other.dataset) != re.sub(r"\d+", "", named.dataset):
            continue
        there = other.table.layout()
        if there.header_rows and there.width == layout.width:
            return other.table.head(there, 1)[0]
    return None


def _inside(dataset: str, table: ObjectTable) -> Mapping | None:
    """The mapping of the entries of a list inside each object (the passengers of a flight), where these are records."""
    best: Mapping | None = None
    for path in table.children():
        within = replace(table, inside=path)
        layout = within.layout()
        headers, rows = within.head(layout)
        found = propose(TableView(dataset, table.format, headers, rows, layout))
        if found.kind is not RecordKind.OTHER and (best is None or found.confidence > best.confidence):
            best = replace(found, inside=path)
    return best


def propose_file(path: Path, dataset: str = "") -> list[Mapping]:
    """The mapping that each table of a file would be read with; changes nothing.

    Args:
        path: the file.
        dataset: what to call it; its own name by default.

    Raises:
        InputError: there is no such file.
        UnreadableError: it holds no table that can be read.
    """
    if not path.is_file():
        raise InputError("there is no such file", str(path))
    with opened(path, dataset or path.name) as tables:
        return [propose_table(named, tables) for named in tables]


def _is_ftm(table: ObjectTable) -> bool:
    first = next(iter(objects(table.blob, lambda _: None, is_lines=table.is_lines)), None)
    return first is not None and ftm.is_entity(first[1])


# ---- prepared rows


def _write(case: Case, dataset: Dataset, table: RawTable, told: _Told) -> Dataset:
    folder = case.rows_path(dataset, "x").parent
    draft = folder.with_name(f".{folder.name}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        try:
            rows, counts, span = _write_drafts(draft, table, told)
        except OutOfStepError:
            told.bad.clear()
            rows, counts, span = _write_drafts(draft, table, replace(told, quoted=False))
        for kind in counts:
            _sort(draft, kind)
        _move(draft, folder)
    except OSError as exc:
        raise CaseError(
            f"the case cannot be written: {exc.strerror or exc}", str(folder), "make room on the disk and run again"
        ) from exc
    except duckdb.Error as exc:
        raise CaseError(
            f"the rows could not be sorted: {exc}", str(folder), "make room on the disk and run again"
        ) from exc
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    tables = tuple((kind.value, count) for kind, count in counts.items())
    return replace(dataset, rows=rows, tables=tables, first=span[0], last=span[1])


def _write_drafts(
    draft: Path, table: RawTable, told: _Told
) -> tuple[int, dict[RecordKind, int], tuple[str | None, str | None]]:
    """Unsorted rows as they come, kind by kind; gives rows read, rows per kind, and the span of dates."""
    writers: dict[RecordKind, pq.ParquetWriter] = {}
    counts: dict[RecordKind, int] = {}
    last_row = 0
    span: tuple[str | None, str | None] = (None, None)
    try:
        for highest, kind, batch in ahead(registers.batches(table, told.mapping, told.bad, quoted=told.quoted)):
            last_row = max(last_row, highest)
            told.progress.advance(0, f"{told.mapping.dataset}: {last_row} rows")
            if batch is None:
                continue
            if kind not in writers:
                writers[kind] = pq.ParquetWriter(draft / f"{kind.value}.draft", batch.schema, compression="snappy")
            writers[kind].write_table(prepare.folded(batch))
            counts[kind] = counts.get(kind, 0) + batch.num_rows
            span = registers.widened(span, batch)
    finally:
        for writer in writers.values():
            writer.close()
    return last_row, counts, span


def _sort(draft: Path, kind: RecordKind) -> None:
    """Sorted by name in small row groups, so that one name costs one group."""
    source, target = draft / f"{kind.value}.draft", draft / f"{kind.value}.parquet"
    present = pq.read_schema(source).names
    # So many groups that a name costs little, so few that their list costs little.
    group = min(max(_ROW_GROUP, pq.read_metadata(source).num_rows // _ROW_GROUPS), _LARGEST_GROUP)
    key = next((name for name in _SORT_KEYS.get(kind, ("name",)) if name in present), "row")
    with duck.connect(spill=draft / "spill", memory=_SORT_MEMORY) as db:
        db.execute(
            f"copy (select {prepare.unfolded(kind, present)} from "
            f"(select * from read_parquet('{_sql(source)}') order by \"{key}\" nulls last, row)) "
            f"to '{_sql(target)}' (format parquet, compression zstd, row_group_size {group})"
        )
    source.unlink()


def _sql(path: Path) -> str:
    return str(path).replace("'", "''")


def _move(draft: Path, folder: Path) -> None:
    shutil.rmtree(draft / "spill", ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)


def _drop(case: Case, dataset: Dataset) -> None:
    with case.transaction():
        case.drop_dataset(dataset.path)
        case.clear_failures(_STAGE, dataset.path)
        case.act("records.drop", dataset=dataset.path, sha256=dataset.sha256)
    shutil.rmtree(case.rows_path(dataset, "x").parent, ignore_errors=True)


def _drop_missing(case: Case, root: Path) -> None:
    for dataset in case.datasets():
        is_here = case.fingerprint(f"{_ROOT}:{dataset.path}") == str(root.resolve())
        if is_here and not (root / dataset.path.split("!/")[0]).exists():
            _drop(case, dataset)
