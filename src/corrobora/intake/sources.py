"""What `sources.toml` says about where files came from. Pure."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from typing import Any

from corrobora.errors import InputError
from corrobora.model.source import Source

NAME = "sources.toml"
_LETTERS = frozenset("ABCDEF")


def told(content: bytes) -> list[Source]:
    """The sources that a sources.toml describes.

    Raises:
        InputError: where it cannot be understood.
    """
    try:
        entries = tomllib.loads(content.decode("utf-8-sig")).get("source", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise InputError(f"it cannot be understood: {exc}", NAME, "see the form in the documentation") from exc
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError("its sources must stand under [[source]]", NAME)
    return [_source(entry) for entry in entries]


def implied(tops: Iterable[str], title: str, known: Iterable[Source] = ()) -> list[Source]:
    """A source for each top folder that nothing is told about, all of one origin.

    Args:
        tops: names of the top folders.
        title: name of the whole, for files that lie in no folder.
        known: sources that were told.
    """
    covered = [source.path for source in known]
    if "" in covered:
        return []
    sources = [Source("leak", top, top, origin="leak") for top in tops if top not in covered]
    return [*sources, Source("leak", "", title, origin="leak")]


def _source(entry: dict[str, Any]) -> Source:
    path = str(entry.get("path", "")).strip().replace("\\", "/").strip("/")
    path = "" if path == "." else path.removeprefix("./")
    name = str(entry.get("name") or path)
    reliability = str(entry.get("reliability", "F")).strip().upper()[:1]
    return Source(
        side="leak",
        path=path,
        name=name,
        origin=str(entry.get("origin") or path or "leak"),
        reliability=reliability if reliability in _LETTERS else "F",
        obtained=_date(entry.get("obtained")),
        obtained_how=_text(entry.get("obtained_how")),
        covers_from=_date(entry.get("covers_from")),
        covers_to=_date(entry.get("covers_to")),
        credit=_text(entry.get("credit")),
        public=entry.get("public") is True,
    )


def _date(value: Any) -> str | None:
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, dt.date) else _text(value)


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None
