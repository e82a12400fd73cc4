"""Machine-readable zones of travel documents (ICAO 9303, parts 3 to 6): reading, check digits, correction by position.

Recognition confuses O and 0, I and 1, B and 8, S and 5, Z and 2, and reads fillers as K, L, C or E. Where a position may hold only digits
or only letters, the confusion is undone; where it may hold both, the check digit decides. Nationality has no digit of its own: letters only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TO_DIGIT = str.maketrans("OQDILZSBGT", "0001125867")
_TO_LETTER = str.maketrans("012568", "OIZSGB")
_SWAPS = {"O": "0", "0": "O", "I": "1", "1": "I", "B": "8", "8": "B", "S": "5", "5": "S", "Z": "2", "2": "Z", "D": "0", "G": "6", "6": "G"}


@dataclass(frozen=True, slots=True)
class Zone:
    """What a zone says.

    Attributes:
        lines: the zone, corrected.
        birth_date: ISO; the century is the latest that is not in the future of the expiry date.
        checks: field -> whether its check digit fits ("number", "birth_date", "expiry", "composite").
    """

    lines: tuple[str, ...]
    type: str
    country: str
    surname: str
    given: str
    number: str
    nationality: str
    birth_date: str | None
    sex: str
    expiry: str | None
    checks: dict[str, bool]


def check_digit(text: str) -> str:
    """The check digit of a field (weights 7, 3, 1; A is 10; filler is 0)."""
    values = (0 if c == "<" else int(c, 36) for c in text)
    return str(sum(v * w for v, w in zip(values, itertools.cycle((7, 3, 1)))) % 10)


def looks_like(line: str) -> bool:
    """Whether a recognised line may be part of a zone."""
    bare = _bare(line)
    fillers = bare.count("<")
    return 26 <= len(bare) <= 50 and (fillers >= 4 or bool(re.search(r"[A-Z0-9]{9}\d[A-Z]{3}\d{6}", bare))) and bool(re.fullmatch("[A-Z0-9<]+", bare))


def parse(lines: Sequence[str]) -> Zone | None:
    """Reads a passport's two lines, or a card's three (TD1) or two (TD2).

    Args:
        lines: as recognised, in order, at least the two (or three) of the zone.
    """
    bare = [_bare(line) for line in lines if looks_like(line)]
    for at in range(len(bare) - 1):
        zone = _two_lines(bare[at], bare[at + 1])
        if zone is not None:
            return zone
    for at in range(len(bare) - 2):
        zone = _three_lines(bare[at : at + 3])
        if zone is not None:
            return zone
    return None


def _two_lines(first: str, second: str) -> Zone | None:
    if not re.match(r"[PVIAC]", first) or "<" not in first:
        return None
    long = len(second) >= 40
    size = 44 if long else 36
    second = _fit(second, size)
    first = _names_line(first, size)
    body = list(second)
    nationality = "".join(body[10:13]).translate(_TO_LETTER)
    birth, birth_check = _digits(second[13:19]), _digits(second[19])
    expiry, expiry_check = _digits(second[21:27]), _digits(second[27])
    number, number_check = _checked(second[0:9], _digits(second[9]))
    sex = second[20] if second[20] in "MF<" else {"N": "M", "H": "M", "W": "M", "P": "F", "E": "F"}.get(second[20], "<")
    tail = _tail(second[28:], size - 28)
    fixed = number + number_check + nationality + birth + birth_check + sex + expiry + expiry_check + tail
    checks = {
        "number": check_digit(number) == number_check,
        "birth_date": check_digit(birth) == birth_check,
        "expiry": check_digit(expiry) == expiry_check,
        "composite": check_digit(fixed[:10] + fixed[13:20] + fixed[21 : size - 1]) == fixed[size - 1],
    }
    if sum(checks.values()) == 0:
        return None
    surname, given = _names(first[5:])
    country = first[2:5].translate(_TO_LETTER).rstrip("<")
    return Zone(
        (first, fixed), first[:2].rstrip("<"), country, surname, given, number.rstrip("<"), nationality.rstrip("<"),
        _date(birth, _date(expiry, None)), sex.rstrip("<"), _date(expiry, None), checks,
    )  # fmt: skip


def _three_lines(lines: Sequence[str]) -> Zone | None:
    first, second, third = (_fit(line, 30) for line in lines)
    if not re.match(r"[IAC]", first):
        return None
    number, number_check = _checked(first[5:14], _digits(first[14]))
    birth, birth_check = _digits(second[0:6]), _digits(second[6])
    expiry, expiry_check = _digits(second[8:14]), _digits(second[14])
    nationality = second[15:18].translate(_TO_LETTER)
    checks = {
        "number": check_digit(number) == number_check,
        "birth_date": check_digit(birth) == birth_check,
        "expiry": check_digit(expiry) == expiry_check,
    }
    if sum(checks.values()) < 2:
        return None
    fixed = (
        first[:5] + number + number_check + first[15:],
        birth + birth_check + second[7] + expiry + expiry_check + nationality + second[18:],
        third.translate(_TO_LETTER),
    )
    surname, given = _names(fixed[2])
    return Zone(
        fixed, first[:2].rstrip("<"), first[2:5].translate(_TO_LETTER).rstrip("<"), surname, given, number.rstrip("<"),
        nationality.rstrip("<"), _date(birth, _date(expiry, None)), second[7].strip("<"), _date(expiry, None), checks,
    )  # fmt: skip


def _bare(line: str) -> str:
    flat = re.sub(r"\s", "", line).upper()
    return flat.replace("«", "<<").replace("‹", "<").replace("＜", "<").replace("《", "<<").replace("〈", "<").replace("(", "<").replace("{", "<")


def _fit(line: str, size: int) -> str:
    """A line of the right length: fillers lost or doubled in the run of fillers are put right there."""
    if len(line) == size:
        return line
    runs = max(re.finditer("<+", line), key=lambda m: m.end() - m.start(), default=None)
    if runs is None:
        return line[:size].ljust(size, "<")
    missing = size - len(line)
    if missing > 0:
        return line[: runs.end()] + "<" * missing + line[runs.end() :]
    spare = min(-missing, runs.end() - runs.start() - 1)
    return (line[: runs.end() - spare] + line[runs.end() :])[:size]


def _names_line(line: str, size: int) -> str:
    """The line of names: letters only; what recognition made of the fillers at its end becomes fillers again."""
    head = line[:5] if line[1] != "<" else line[:2] + line[2:5].translate(_TO_LETTER)
    names = line[5:].translate(_TO_LETTER)
    names = re.sub(r"<[KLCES<]*$", lambda m: "<" * len(m.group()), names) if "<<" in names else names
    return (head + names)[:size].ljust(size, "<")


def _names(text: str) -> tuple[str, str]:
    surname, _, given = text.strip("<").partition("<<")
    return surname.replace("<", " ").strip(), " ".join(given.replace("<", " ").split())


def _digits(text: str) -> str:
    return text.translate(_TO_DIGIT)


def _checked(field: str, digit: str) -> tuple[str, str]:
    """The field under which the check digit fits, swapping at most two characters that recognition confuses."""
    if not digit.isdigit() or check_digit(field) == digit:
        return field, digit
    places = [i for i, c in enumerate(field) if c in _SWAPS]
    for count in (1, 2):
        for chosen in itertools.combinations(places, count):
            tried = "".join(_SWAPS[c] if i in chosen else c for i, c in enumerate(field))
            if check_digit(tried) == digit and _plausible(tried):
                return tried, digit
    return field, digit


def _plausible(number: str) -> bool:
    """Letters first, then digits, as nearly all countries number their passports."""
    return bool(re.fullmatch(r"[A-Z]{0,3}\d{5,9}[A-Z]?<*", number))


def _tail(text: str, size: int) -> str:
    """Personal number and its digits: letters in a run of fillers are fillers."""
    body, composite = text[: size - 1], _digits(text[size - 1 : size])
    mostly_filler = body[:-1].count("<") > len(body) // 2
    if mostly_filler:
        body = re.sub("[KLCE]", "<", body[:-1]) + (body[-1] if body[-1] in "<0123456789" else _digits(body[-1]))
    return body + composite


def _date(text: str, not_after: str | None) -> str | None:
    """YYMMDD as ISO; expiry dates lie in this century, births before them."""
    if not re.fullmatch(r"\d{6}", text) or not ("01" <= text[2:4] <= "12" and "01" <= text[4:6] <= "31"):
        return None
    iso = f"20{text[:2]}-{text[2:4]}-{text[4:6]}"
    if not_after is not None and iso >= f"{int(not_after[:4]) - 10}{not_after[4:]}":
        return f"19{iso[2:]}"
    return iso


def zone_lines(lines: Iterable[str]) -> list[int]:
    """Which of the lines may belong to a zone."""
    return [at for at, line in enumerate(lines) if looks_like(line)]
