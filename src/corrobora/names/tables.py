"""Reads the packaged tables."""

from __future__ import annotations

from importlib.resources import files


def table_lines(name: str) -> list[list[str]]:
    """The rows of a packaged tab-separated table, without comments."""
    text = files("corrobora.names").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
