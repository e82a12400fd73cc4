"""Runs queries over Parquet: DuckDB here, in memory, with no store of its own.

What comes in: SQL built as a value by the rooms, and paths of Parquet files. What goes out: Arrow tables or rows.
"""

from corrobora.engine.duck import connect

__all__ = ["connect"]
