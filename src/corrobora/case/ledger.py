"""The ledger: a SHA-256 chain over every act, with who and when."""

from __future__ import annotations

import getpass
import hashlib
import json
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64

SCHEMA = """
create table if not exists ledger (
    seq integer primary key,
    at_utc text not null,
    actor text not null,
    act text not null,
    payload text not null,
    previous text not null,
    hash text not null
) strict
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One act, as the ledger keeps it."""

    seq: int
    at_utc: str
    actor: str
    act: str
    payload: dict[str, Any]
    hash: str


def entry_hash(previous: str, seq: int, at_utc: str, actor: str, act: str, payload: str) -> str:
    """The hash that chains an entry to the one before it."""
    encoded = json.dumps([previous, seq, at_utc, actor, act, payload], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(encoded.encode()).hexdigest()


def actor_name() -> str:
    """The user of this machine who acts."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "unknown"


def append(db: sqlite3.Connection, act: str, payload: dict[str, Any], actor: str | None = None) -> str:
    """Adds an act inside the caller's transaction and returns the new head."""
    row = db.execute("select seq, hash from ledger order by seq desc limit 1").fetchone()
    seq, previous = (row[0] + 1, row[1]) if row else (1, GENESIS)
    at_utc = datetime.now(UTC).isoformat(timespec="milliseconds")
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    who = actor or actor_name()
    head = entry_hash(previous, seq, at_utc, who, act, text)
    db.execute("insert into ledger values (?,?,?,?,?,?,?)", (seq, at_utc, who, act, text, previous, head))
    return head


def entries(db: sqlite3.Connection) -> list[Entry]:
    """All acts, oldest first."""
    rows = db.execute("select seq, at_utc, actor, act, payload, hash from ledger order by seq")
    return [Entry(seq, at, actor, act, json.loads(payload), digest) for seq, at, actor, act, payload, digest in rows]


def head(db: sqlite3.Connection) -> str:
    """The hash of the newest entry; kept elsewhere it makes truncation visible."""
    row = db.execute("select hash from ledger order by seq desc limit 1").fetchone()
    return str(row[0]) if row else GENESIS


def broken_at(db: sqlite3.Connection) -> int | None:
    """The number of the first entry that does not fit the chain, or None when it is whole."""
    previous, expected = GENESIS, 1
    for seq, at, actor, act, payload, prev, digest in db.execute("select * from ledger order by seq"):
        if seq != expected or prev != previous or digest != entry_hash(prev, seq, at, actor, act, payload):
            return int(expected)
        previous, expected = digest, expected + 1
    return None
