"""What a container format is: a name, a title, the media types it opens and one pure function of bytes and a budget."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corrobora.case.sandbox import Budget
from corrobora.errors import OverBudgetError
from corrobora.model.document import Member
from corrobora.model.encoding import decode

Problem = tuple[str, str, str, str]
"""Place (a member's name or ""), code, message, remedy."""


@dataclass(frozen=True, slots=True)
class UnpackOptions:
    """How to unpack.

    Attributes:
        media_type: of the container, by magic.
        name: of the container's file, for those that do not name what they hold (x.csv.gz).
        budget: what may come out.
        passwords: to try on encrypted members.
        first: how many entries earlier rounds have dealt with.
        round_bytes: stop after so many bytes and say where to go on: a large archive comes out in rounds.
    """

    media_type: str = ""
    name: str = ""
    budget: Budget = Budget()
    passwords: tuple[str, ...] = ()
    first: int = 0
    round_bytes: int = 128 << 20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came out of a container: its members, and what did not come out and why.

    Attributes:
        resume: `first` of the next round, or 0 when nothing is left.
    """

    members: tuple[Member, ...] = ()
    problems: tuple[Problem, ...] = ()
    resume: int = 0


@dataclass(frozen=True, slots=True)
class Container:
    """An unpacker of one container format.

    Attributes:
        is_archive: whether it is nothing but its members (a mail is also a page).
        unpack: bytes and options to members. Raises `UnreadableError`s only; opens nothing and writes nothing.
    """

    name: str
    title: str
    media_types: tuple[str, ...]
    is_archive: bool
    unpack: Callable[[bytes, UnpackOptions], Unpacked]


class Allowance:
    """Counts what comes out of one container and stops it at the budget's end.

    Attributes:
        spent: bytes that came out so far.
    """

    def __init__(self, budget: Budget, packed_bytes: int) -> None:
        self._budget, self._left = budget, budget.allowance(packed_bytes)
        self._total = self._left
        self.spent = 0
        self._members = 0

    def member(self) -> None:
        """Takes one more member.

        Raises:
            OverBudgetError: where there are too many.
        """
        self._members += 1
        if self._members > self._budget.members:
            raise OverBudgetError(f"it holds more than {self._budget.members} members; the rest was not opened")

    def spend(self, count: int) -> None:
        """Takes so many more bytes.

        Raises:
            OverBudgetError: where there are too many.
        """
        self._left -= count
        self.spent += count
        if self._left < 0:
            raise OverBudgetError(f"it unpacks to more than {self._total >> 20} MB; the rest was not opened")

    def expect(self, count: int) -> None:
        """Refuses what says itself that it is too large, before any of it is unpacked.

        Raises:
            OverBudgetError: where it would not fit.
        """
        if count > self._left:
            raise OverBudgetError(f"it unpacks to more than {self._total >> 20} MB; the rest was not opened")

    def gather(self, chunks: Iterable[bytes]) -> bytes:
        """The chunks as one, each paid for before the next is made."""
        content = bytearray()
        for chunk in chunks:
            self.spend(len(chunk))
            content += chunk
        return bytes(content)


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def safe_name(name: str) -> str:
    r"""A member's name as a relative path: no way up, no root, no control characters.

    Example:
        >>> safe_name("..\\..\\letters/1.eml")
        'letters/1.eml'
    """
    visible = _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", name)
    parts = [part for part in visible.replace("\\", "/").replace("/x0", "\\x0").replace("/x1", "\\x1").split("/")]
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"


def unique(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members with a number behind names that occur again: "a.txt", "a.txt (2)"."""
    taken: dict[str, int] = {}
    found = []
    for member in members:
        count = taken.get(member.name, 0) + 1
        taken[member.name] = count
        name = member.name if count == 1 else f"{member.name} ({count})"
        while count > 1 and name in taken:
            count += 1
            name = f"{member.name} ({count})"
        taken.setdefault(name, 1)
        found.append(Member(name, member.untrusted_bytes))
    return tuple(found)


def decode_names(raw_names: list[bytes]) -> list[str]:
    """Names of one archive that were stored as bytes, in the one encoding that suits all of them."""
    joined = b"\n".join(name.replace(b"\n", b"_") for name in raw_names)
    _, encoding = decode(joined)
    return [name.decode(encoding, "backslashreplace") for name in raw_names]
