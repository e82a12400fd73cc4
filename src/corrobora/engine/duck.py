"""DuckDB as a query engine: no database file, no extension that would have to be fetched, bounded memory."""

from __future__ import annotations

from pathlib import Path

import duckdb


def connect(spill: Path | None = None, memory: str = "1200MB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """A fresh connection that never touches the network.

    Args:
        spill: folder for what does not fit into memory (None: no spilling).
        memory: DuckDB's own limit, as it spells it.
        threads: worker threads.
    """
    options: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "memory_limit": memory,
        "threads": str(threads),
    }
    if spill is not None:
        options["temp_directory"] = str(spill)
    db = duckdb.connect(":memory:", config=options)
    # Its own progress bar would be written into what a command prints.
    db.execute("set enable_progress_bar = false")
    return db
