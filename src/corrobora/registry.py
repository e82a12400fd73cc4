"""Plug-in drawers: explicit, typed, ordered; one file and one line of registration for each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

from corrobora.errors import InputError


class Entry(Protocol):
    """What every plug-in has: a name to call it by and a title that a reporter can read."""

    @property
    def name(self) -> str:
        """The name it is registered under."""

    @property
    def title(self) -> str:
        """One line that a reporter can read."""


E = TypeVar("E", bound=Entry)


class Registry(Generic[E]):
    """An ordered set of plug-ins of one kind.

    Args:
        kind: what the entries are, for messages ("format", "analysis").
        entries: the entries, in the order in which they are tried.

    Raises:
        ValueError: at import, when two entries share a name or one has no title.
    """

    def __init__(self, kind: str, *entries: E) -> None:
        self.kind = kind
        self._entries: dict[str, E] = {}
        for entry in entries:
            if entry.name in self._entries:
                raise ValueError(f"two entries of the {kind} registry are called {entry.name!r}")
            if not entry.title:
                raise ValueError(f"the {kind} {entry.name!r} has no title")
            self._entries[entry.name] = entry

    def __iter__(self) -> Iterator[E]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, name: str) -> E:
        try:
            return self._entries[name]
        except KeyError:
            known = ", ".join(self._entries)
            raise InputError(f"there is no {self.kind} called {name!r}", remedy=f"known: {known}") from None

    def names(self) -> tuple[str, ...]:
        """The names of all entries, in order."""
        return tuple(self._entries)
