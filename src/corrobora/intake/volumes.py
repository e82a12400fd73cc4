"""Split archives: which files belong together, in which order, which are missing, and the whole put together. Pure."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from corrobora.intake import rar
from corrobora.model import magic

_PART = re.compile(r"(?P<stem>.+)\.part(?P<number>\d{1,5})\.rar$", re.IGNORECASE)
_OLD_RAR = re.compile(r"(?P<stem>.+)\.r(?P<number>\d{2,3})$", re.IGNORECASE)
_ZIP = re.compile(r"(?P<stem>.+)\.z(?P<number>\d{2,3})$", re.IGNORECASE)
_CUT = re.compile(r"(?P<stem>.+)\.(?P<number>\d{3,4})$")
_MOST = 2000
_ARCHIVES = (magic.ZIP, "application/x-7z-compressed", "application/vnd.rar", "application/x-tar", "application/gzip")
_END = b"PK\x05\x06"


@dataclass(frozen=True, slots=True)
class VolumeSet:
    """Files that are parts of one.

    Attributes:
        whole: name of the file that was cut.
        volumes: names of the parts that are there, in order.
        missing: names of the parts between them that are not.
        kind: "rar", "zip" or "cut".
    """

    whole: str
    volumes: tuple[str, ...]
    missing: tuple[str, ...] = ()
    kind: str = "cut"

    @property
    def carrier(self) -> str:
        """The part under which stands what is inside."""
        return self.volumes[0]


def sets(names: Iterable[str]) -> dict[str, VolumeSet]:
    """The set each name belongs to; names that are parts of nothing are left out.

    Example:
        >>> sets(["a.part1.rar", "a.part3.rar", "b.txt"])["a.part1.rar"].missing
        ('a.part2.rar',)
    """
    known = set(names)
    by_number: dict[tuple[str, str], dict[int, str]] = {}
    for name in known:
        for kind, pattern in (("part", _PART), ("old", _OLD_RAR), ("zip", _ZIP), ("cut", _CUT)):
            found = pattern.match(name)
            if found:
                by_number.setdefault((kind, found["stem"]), {})[int(found["number"])] = name
                break
    found_sets: dict[str, VolumeSet] = {}
    for (kind, stem), parts in by_number.items():
        one = _set(kind, stem, parts, known)
        if one is not None:
            found_sets |= dict.fromkeys(one.volumes, one)
    return found_sets


def _set(kind: str, stem: str, parts: dict[int, str], known: set[str]) -> VolumeSet | None:
    numbers = sorted(parts)
    if numbers[-1] > _MOST:
        return None
    base = stem.rpartition("/")[2] or stem
    ordered = [parts[number] for number in numbers]
    if kind == "part":
        return VolumeSet(f"{base}.rar", tuple(ordered), _gaps(parts, 1, numbers[-1]), "rar")
    if kind == "old":
        first = next((name for name in (f"{stem}.rar", f"{stem}.RAR") if name in known), None)
        missing = _gaps(parts, 0, numbers[-1])
        lead = ((first,), missing) if first else ((), (f"{stem}.rar", *missing))
        return VolumeSet(f"{base}.rar", (*lead[0], *ordered), lead[1], "rar")
    if kind == "zip":
        last = next((name for name in (f"{stem}.zip", f"{stem}.ZIP") if name in known), None)
        missing = _gaps(parts, 1, numbers[-1])
        tail = ((last,), missing) if last else ((), (*missing, f"{stem}.zip"))
        return VolumeSet(f"{base}.zip", (*ordered, *tail[0]), tail[1], "zip")
    # "report.2023" is a year: a cut file begins with .001 or has several parts close to it
    if 1 not in parts and (len(parts) < 2 or numbers[0] > 9 or numbers[-1] > 9 * len(parts)):
        return None
    return VolumeSet(base, tuple(ordered), _gaps(parts, 1, numbers[-1]), "cut")


def _gaps(parts: dict[int, str], first: int, last: int) -> tuple[str, ...]:
    """Names of the parts that should be there, spelled like the others."""
    number, sample = next(iter(sorted(parts.items())))
    digits = re.search(rf"0*{number}(?=\D*$)", sample)
    if digits is None:
        return ()
    width = len(digits.group())
    return tuple(
        f"{sample[: digits.start()]}{missing:0{width}d}{sample[digits.end() :]}"
        for missing in range(first, last)
        if missing not in parts
    )


def is_cut(one: VolumeSet, parts: list[bytes]) -> bool:
    """Whether these are pieces of one file: numbered scans ("page.001", "page.002") are whole files of their own."""
    if one.kind != "cut":
        return True
    kinds = [magic.media_type(part) for part in parts]
    return magic.BINARY in kinds[1:] or (kinds[0] in _ARCHIVES and kinds[0] not in kinds[1:])


def in_short(missing: tuple[str, ...]) -> list[str]:
    """The names of missing parts, at most a few one by one.

    Example:
        >>> in_short(("a.r00", "a.r01", "a.r02", "a.r03", "a.r04"))
        ['a.r00 to a.r04 (5 parts)']
    """
    return list(missing) if len(missing) < 5 else [f"{missing[0]} to {missing[-1]} ({len(missing)} parts)"]


def follows(one: VolumeSet, last_bytes: bytes) -> str:
    """What is missing after the last part, as it says of itself; "" where nothing is or it does not say."""
    if one.kind == "rar" and rar.volume(last_bytes).more:
        return f"those after {one.volumes[-1]}"
    return ""


def joined(one: VolumeSet, parts: list[bytes]) -> bytes:
    """The file that was cut."""
    return _rejoined_zip(parts) if one.kind == "zip" else b"".join(parts)


def _rejoined_zip(parts: list[bytes]) -> bytes:
    """One ZIP of the parts of a split one: places that were told by disk are told from the start."""
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    whole = bytearray(b"".join(parts))
    end = whole.rfind(_END)
    if end < 0 or end + 22 > len(whole):
        return bytes(whole)
    disk, entries = struct.unpack_from("<H", whole, end + 6)[0], struct.unpack_from("<H", whole, end + 10)[0]
    if disk >= len(parts):
        return bytes(whole)
    place = directory = starts[disk] + struct.unpack_from("<I", whole, end + 16)[0]
    for _ in range(entries):
        if whole[place : place + 4] != b"PK\x01\x02" or place + 46 > len(whole):
            break
        sizes = struct.unpack_from("<HHH", whole, place + 28)
        own_disk, offset = (
            struct.unpack_from("<H", whole, place + 34)[0],
            struct.unpack_from("<I", whole, place + 42)[0],
        )
        if own_disk < len(parts):
            struct.pack_into("<H", whole, place + 34, 0)
            struct.pack_into("<I", whole, place + 42, (starts[own_disk] + offset) & 0xFFFFFFFF)
        place += 46 + sum(sizes)
    struct.pack_into("<HHHH", whole, end + 4, 0, 0, entries, entries)
    struct.pack_into("<I", whole, end + 16, directory & 0xFFFFFFFF)
    return bytes(whole)
