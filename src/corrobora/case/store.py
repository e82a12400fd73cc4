"""The case folder as one object: opened, written and read by the steps of the rooms."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from corrobora.case import ledger, parts
from corrobora.case.settings import new_toml, told
from corrobora.errors import CaseError
from corrobora.model.claims import Claim, Reply, Version
from corrobora.model.document import Document, Failure, State
from corrobora.model.judgement import Judgement
from corrobora.model.records import Dataset, Mapping
from corrobora.model.source import Source
from corrobora.model.tables import Table

SCHEMA_VERSION = 1
_PIECE = 1 << 20

SCHEMA = (
    ledger.SCHEMA,
    "create table if not exists meta (key text primary key, value text not null) strict",
    "create table if not exists sources (side text, path text, body text not null, primary key (side, path)) strict",
    """create table if not exists documents (
        path text primary key, sha256 text not null, state text not null, body text not null) strict""",
    "create index if not exists documents_by_hash on documents (sha256)",
    "create table if not exists files (path text primary key, mark text not null) strict",
    """create table if not exists failures (
        subject text not null, stage text not null, place text not null, body text not null,
        primary key (subject, stage, place)) strict""",
    "create table if not exists datasets (path text primary key, sha256 text not null, body text not null) strict",
    "create table if not exists mappings (path text primary key, by_hand integer not null, body text not null) strict",
    """create table if not exists parts (
        name text not null, part text not null, file text not null, primary key (name, part)) strict""",
    """create table if not exists part_documents (
        name text not null, document text not null, part text not null, primary key (name, document)) strict""",
    "create table if not exists stages (stage text primary key, fingerprint text not null) strict",
    """create table if not exists judgements (
        seq integer primary key, subject text not null, verdict text not null, actor text not null,
        at_utc text not null, note text not null) strict""",
    """create table if not exists claims (
        seq integer primary key, id text not null, actor text not null, at_utc text not null,
        body text not null) strict""",
    """create table if not exists replies (
        asked text not null, sent text not null, body text not null, primary key (asked, sent)) strict""",
)


class Case:
    """A case folder.

    Open it with `Case.open` or `Case.create`; close it when done (it is a context manager).

    Attributes:
        root: the folder.
        db: the record of truth (`case.sqlite`, WAL, synchronous=FULL). Use the methods where there is one.
    """

    def __init__(self, root: Path, db: sqlite3.Connection) -> None:
        self.root, self.db = root, db
        self.originals, self.tables, self.index = root / "originals", root / "tables", root / "index"

    # ---- opening

    @classmethod
    def create(cls, root: Path, title: str = "") -> Case:
        """Opens the case in this folder, making it first where there is none.

        Raises:
            CaseError: where the folder holds something else or cannot be written.
        """
        if root.exists() and not root.is_dir():
            raise CaseError("a case is a folder, and this is a file", str(root), "name another folder with --case")
        if root.is_dir() and any(root.iterdir()) and not (root / "case.sqlite").exists():
            raise CaseError("this folder is not empty and holds no case", str(root), "name an empty or new folder")
        try:
            for folder in (root, root / "originals", root / "tables", root / "index"):
                folder.mkdir(parents=True, exist_ok=True)
            if not (root / "case.toml").exists():
                (root / "case.toml").write_text(new_toml(title or root.name), encoding="utf-8")
            return cls._connect(root)
        except OSError as exc:
            raise CaseError(f"the case cannot be written: {exc.strerror or exc}", str(root)) from exc

    @classmethod
    def open(cls, root: Path) -> Case:
        """Opens an existing case.

        Raises:
            CaseError: where there is none.
        """
        if not (root / "case.sqlite").exists():
            raise CaseError("there is no case here", str(root), "make one with: corrobora run LEAK --case DIR")
        return cls._connect(root)

    @classmethod
    def _connect(cls, root: Path) -> Case:
        try:
            db = sqlite3.connect(root / "case.sqlite", timeout=30, isolation_level=None)
            db.execute("pragma journal_mode=wal")
            db.execute("pragma synchronous=full")
            with _transaction(db):
                for statement in SCHEMA:
                    db.execute(statement)
                db.execute("insert or ignore into meta values ('schema', ?)", (str(SCHEMA_VERSION),))
            version = int(db.execute("select value from meta where key='schema'").fetchone()[0])
        except sqlite3.DatabaseError as exc:
            raise CaseError(f"case.sqlite cannot be used: {exc}", str(root)) from exc
        if version != SCHEMA_VERSION:
            raise CaseError(f"this case has format {version}, this program reads {SCHEMA_VERSION}", str(root))
        return cls(root, db)

    def close(self) -> None:
        """Closes the database."""
        self.db.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; nests into one."""
        if self.db.in_transaction:
            yield self.db
            return
        with _transaction(self.db):
            yield self.db

    def settings(self) -> dict[str, Any]:
        """What the user set in case.toml, table [settings]."""
        return told(self.root, "settings")

    def compares_faces(self) -> bool:
        """Whether the user asked for faces to be compared: `compare = true` in [faces] of case.toml."""
        return told(self.root, "faces").get("compare") is True

    def passwords(self) -> tuple[str, ...]:
        """Passwords to try on encrypted files, from case.toml."""
        told = self.settings().get("passwords", [])
        return tuple(str(one) for one in told) if isinstance(told, list) else (str(told),)

    # ---- ledger

    def act(self, act: str, **payload: Any) -> str:
        """Writes an act into the ledger and returns the new head."""
        with self.transaction() as db:
            return ledger.append(db, act, payload)

    # ---- originals

    def keep_original(self, untrusted_bytes: bytes) -> str:
        """Stores bytes under their SHA-256, read-only and never changed; returns the hash."""
        digest = hashlib.sha256(untrusted_bytes).hexdigest()
        target = self.original_path(digest)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            parts.write_durably(target, untrusted_bytes)
            target.chmod(0o444)
        return digest

    def keep_large_original(self, untrusted: BinaryIO) -> str:
        """The same for a file that is too large to be held in memory; it is copied piece by piece."""
        draft = self.originals / ".large"
        digest = hashlib.sha256()
        try:
            with draft.open("wb") as copy:
                while piece := untrusted.read(_PIECE):
                    digest.update(piece)
                    # what is empty stays a hole: disk images are mostly empty
                    if piece.count(0) == len(piece):
                        copy.seek(len(piece), os.SEEK_CUR)
                    else:
                        copy.write(piece)
                copy.truncate()
                copy.flush()
                os.fsync(copy.fileno())
            target = self.original_path(digest.hexdigest())
            target.parent.mkdir(exist_ok=True)
            draft.chmod(0o444)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        return digest.hexdigest()

    def original_path(self, sha256: str) -> Path:
        """Where the original with this hash lies."""
        return self.originals / sha256[:2] / sha256

    def original(self, sha256: str) -> bytes:
        """The bytes of an original."""
        return self.original_path(sha256).read_bytes()

    # ---- sources, documents, failures

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Replaces what is known of the sources of the sides given."""
        rows = list(sources)
        with self.transaction() as db:
            for side in {source.side for source in rows}:
                db.execute("delete from sources where side=?", (side,))
            db.executemany("insert or replace into sources values (?,?,?)", [(s.side, s.path, _dump(s)) for s in rows])

    def sources(self, side: str | None = None) -> list[Source]:
        """All sources, or those of one side ("leak", "records")."""
        query = "select body from sources where ? is null or side=? order by side, path"
        return [_load(body, Source) for (body,) in self.db.execute(query, (side, side))]

    def source_of(self, side: str, path: str) -> Source:
        """The source that holds a document or dataset path: the one with the longest matching path."""
        held = [source for source in self.sources(side) if source.holds(path)]
        if held:
            return max(held, key=lambda source: len(source.path))
        return Source(
            side,
            path.split("/", maxsplit=1)[0],
            path.split("/", maxsplit=1)[0],
            origin="leak" if side == "leak" else path,
        )

    def put_documents(self, documents: Iterable[Document]) -> None:
        """Adds documents or replaces them by path."""
        rows = [(d.path, d.sha256, d.state.value, _dump(d)) for d in documents]
        with self.transaction() as db:
            db.executemany("insert or replace into documents values (?,?,?,?)", rows)

    def documents(self, state: State | None = None) -> list[Document]:
        """All documents in order of path, or those in one state."""
        query = "select body from documents where ? is null or state=? order by path"
        wanted = state.value if state else None
        return [_load(body, Document) for (body,) in self.db.execute(query, (wanted, wanted))]

    def document(self, path: str) -> Document | None:
        """One document by path."""
        row = self.db.execute("select body from documents where path=?", (path,)).fetchone()
        return _load(row[0], Document) if row else None

    def count_documents(self) -> int:
        """How many documents there are."""
        return int(self.db.execute("select count(*) from documents").fetchone()[0])

    def file_marks(self) -> dict[str, str]:
        """Path -> size and times of every file of the leak when it was last looked into."""
        return dict(self.db.execute("select path, mark from files").fetchall())

    def mark_file(self, path: str, mark: str) -> None:
        """Keeps a file's size and times, so that it need not be opened again while they stand."""
        with self.transaction() as db:
            db.execute("insert or replace into files values (?,?)", (path, mark))

    def drop_files(self, paths: Iterable[str]) -> None:
        """Forgets files of the leak: their documents, those of their members, and what was made of them."""
        with self.transaction() as db:
            for path in paths:
                # "0" comes right after "/": all paths that start with "PATH!/"
                inside = (path, f"{path}!/", f"{path}!0")
                for table, column in (("documents", "path"), ("part_documents", "document"), ("failures", "subject")):
                    db.execute(f"delete from {table} where {column}=? or ({column}>=? and {column}<?)", inside)  # noqa: S608
                db.execute("delete from files where path=?", (path,))

    def put_failures(self, failures: Iterable[Failure]) -> None:
        """Adds failures; a newer one for the same subject, stage and place replaces the older."""
        rows = [(f.subject, f.stage, f.place, _dump(f)) for f in failures]
        with self.transaction() as db:
            db.executemany("insert or replace into failures values (?,?,?,?)", rows)

    def clear_failures(self, stage: str, subject: str | None = None) -> None:
        """Forgets the failures of a stage (of one subject) before it is tried again."""
        with self.transaction() as db:
            db.execute("delete from failures where stage=? and (? is null or subject=?)", (stage, subject, subject))

    def failures(self, stage: str | None = None) -> list[Failure]:
        """All failures that stand, or those of one stage."""
        query = "select body from failures where ? is null or stage=? order by subject, stage, place"
        return [_load(body, Failure) for (body,) in self.db.execute(query, (stage, stage))]

    # ---- record sets

    def put_dataset(self, dataset: Dataset, mapping: Mapping | None = None) -> None:
        """Registers a prepared record set and the mapping it was read with."""
        with self.transaction() as db:
            db.execute("insert or replace into datasets values (?,?,?)", (dataset.path, dataset.sha256, _dump(dataset)))
            if mapping is not None:
                row = (dataset.path, 0, _dump(mapping))
                db.execute("insert into mappings values (?,?,?) on conflict (path) do nothing", row)

    def put_mapping(self, mapping: Mapping, *, by_hand: bool) -> None:
        """Keeps a mapping; one made by hand wins over a proposed one."""
        with self.transaction() as db:
            row = (mapping.dataset, int(by_hand), _dump(mapping))
            db.execute("insert or replace into mappings values (?,?,?)", row)

    def mapping(self, dataset: str) -> tuple[Mapping, bool] | None:
        """The kept mapping of a dataset and whether it was made by hand."""
        row = self.db.execute("select body, by_hand from mappings where path=?", (dataset,)).fetchone()
        return (_load(row[0], Mapping), bool(row[1])) if row else None

    def datasets(self) -> list[Dataset]:
        """All prepared record sets in order of path."""
        return [_load(body, Dataset) for (body,) in self.db.execute("select body from datasets order by path")]

    def drop_dataset(self, path: str) -> None:
        """Forgets a record set that is gone from the folder."""
        with self.transaction() as db:
            db.execute("delete from datasets where path=?", (path,))

    def rows_path(self, dataset: Dataset, kind: str) -> Path:
        """The Parquet file with a record set's prepared rows of one kind (`RecordKind`)."""
        return self.tables / "rows" / hashlib.sha256(dataset.path.encode()).hexdigest()[:16] / f"{kind}.parquet"

    def rows(self, dataset: Dataset, kind: str) -> list[dict[str, Any]]:
        """A record set's prepared rows of one kind, all at once: for small sets."""
        path = self.rows_path(dataset, kind)
        return parts.plain_rows(path) if path.is_file() else []

    # ---- derived tables

    def write_part(self, table: Table, part: str, rows: Iterable[Any], documents: Iterable[str] = ()) -> None:
        """Writes one immutable part of a table and registers it, inside the caller's transaction where there is one.

        Args:
            table: which table.
            part: name of the part; an older part of that name is replaced.
            rows: dataclasses of the table's types.
            documents: paths of the documents whose rows these are, so that they can be replaced one by one later.
        """
        file = parts.write(self.tables / table.name, table, rows)
        with self.transaction() as db:
            db.execute("insert or replace into parts values (?,?,?)", (table.name, part, file))
            marks = [(table.name, document, part) for document in documents]
            db.executemany("insert or replace into part_documents values (?,?,?)", marks)

    def replace(self, table: Table, rows: Iterable[Any]) -> None:
        """Makes these the only rows of a table."""
        file = parts.write(self.tables / table.name, table, rows)
        with self.transaction() as db:
            db.execute("delete from parts where name=?", (table.name,))
            db.execute("delete from part_documents where name=?", (table.name,))
            db.execute("insert into parts values (?,?,?)", (table.name, "all", file))
        self.sweep(table)

    def read(self, table: Table, documents: set[str] | None = None, shape: type[Any] | None = None) -> list[Any]:
        """The rows of a table, in the order of their parts.

        A document's rows count only from the part with its newest reading; rows of removed documents do not count.

        Args:
            table: which table.
            documents: only rows of these documents (None: all).
            shape: a struct with some of the fields of a row, where the others are not needed: that is faster.
        """
        newest = dict(
            self.db.execute("select document, part from part_documents where name=?", (table.name,)).fetchall()
        )
        holding = {newest.get(document) for document in documents or ()}
        rows: list[Any] = []
        for part, file in self.db.execute("select part, file from parts where name=? order by part", (table.name,)):
            if documents is not None and newest and part not in holding:
                continue

            def wants(document: str, part: str = part) -> bool:
                current = not newest or not document or newest.get(document) == part
                return current and (documents is None or document in documents)

            rows += parts.read(self.tables / table.name / file, table, wants=wants, shape=shape)
        return rows

    def documents_in(self, table: Table) -> set[str]:
        """Paths of the documents that have been through the step that writes this table."""
        return {path for (path,) in self.db.execute("select document from part_documents where name=?", (table.name,))}

    def forget(self, table: Table, documents: Iterable[str]) -> None:
        """Drops the rows of these documents from a table, so that its step makes them again."""
        with self.transaction() as db:
            marks = [(table.name, document) for document in documents]
            db.executemany("delete from part_documents where name=? and document=?", marks)

    def sweep(self, table: Table) -> None:
        """Deletes part files that nothing refers to any more (left by a kill between write and commit)."""
        folder = self.tables / table.name
        known = {file for (file,) in self.db.execute("select file from parts where name=?", (table.name,))}
        for path in folder.glob("*.parquet") if folder.is_dir() else ():
            if path.name not in known:
                path.unlink(missing_ok=True)

    # ---- stages and judgements

    def fingerprint(self, stage: str) -> str | None:
        """What a stage's inputs looked like when it last finished, or None."""
        row = self.db.execute("select fingerprint from stages where stage=?", (stage,)).fetchone()
        return str(row[0]) if row else None

    def finish_stage(self, stage: str, fingerprint: str) -> None:
        """Marks a stage as finished for inputs of this fingerprint."""
        with self.transaction() as db:
            db.execute("insert or replace into stages values (?,?)", (stage, fingerprint))

    def judge(self, subject: str, verdict: str, note: str = "") -> str:
        """Keeps a person's verdict ("yes", "no", "unsure", or "none" to undo) with who and when."""
        with self.transaction() as db:
            head = ledger.append(db, "judge", {"subject": subject, "verdict": verdict, "note": note})
            row = db.execute("select at_utc, actor from ledger where hash=?", (head,)).fetchone()
            db.execute(
                "insert into judgements (subject, verdict, actor, at_utc, note) values (?,?,?,?,?)",
                (subject, verdict, row[1], row[0], note),
            )
        return head

    def judgements(self) -> dict[str, str]:
        """The verdict that stands for each subject (finding id)."""
        rows = self.db.execute("select subject, verdict from judgements order by seq").fetchall()
        return {subject: verdict for subject, verdict in dict(rows).items() if verdict != "none"}

    def judgement_log(self) -> list[Judgement]:
        """Every decision ever made, those taken back too, oldest first."""
        rows = self.db.execute("select subject, verdict, actor, at_utc, note from judgements order by seq")
        return [Judgement(*row) for row in rows.fetchall()]

    # ---- claims and replies

    def put_claims(self, claims: Iterable[Claim]) -> None:
        """Keeps claims as they are now, with who and when; what they were before stays in their history."""
        with self.transaction() as db:
            for claim in claims:
                head = ledger.append(db, "claim", {"id": claim.id, "text": claim.text, "state": claim.state})
                actor, at_utc = db.execute("select actor, at_utc from ledger where hash=?", (head,)).fetchone()
                row = (claim.id, actor, at_utc, _dump(claim))
                db.execute("insert into claims (id, actor, at_utc, body) values (?,?,?,?)", row)

    def claims(self) -> list[Claim]:
        """Every claim as it stands now, oldest first."""
        rows = self.db.execute("select id, body from claims order by seq").fetchall()
        return [_load(body, Claim) for body in dict(rows).values()]

    def claim_history(self, id_: str) -> list[Version]:
        """Every version of a claim, oldest first."""
        query = "select body, actor, at_utc from claims where id=? order by seq"
        return [Version(_load(body, Claim), actor, at) for body, actor, at in self.db.execute(query, (id_,))]

    def put_replies(self, replies: Iterable[Reply]) -> None:
        """Adds to the log of requests for comment; one to the same on the same day replaces the older."""
        rows = list(replies)
        with self.transaction() as db:
            db.executemany("insert or replace into replies values (?,?,?)", [(r.asked, r.sent, _dump(r)) for r in rows])
            ledger.append(db, "replies", {"asked": [r.asked for r in rows]})

    def replies(self) -> list[Reply]:
        """The log of requests for comment, by day."""
        query = "select body from replies order by sent, asked"
        return [_load(body, Reply) for (body,) in self.db.execute(query)]


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.execute("rollback")
        raise
    db.execute("commit")


def _dump(row: object) -> str:
    return msgspec.json.encode(row).decode()


def _load(body: str, kind: type[Any]) -> Any:
    return msgspec.json.decode(body, type=kind)
