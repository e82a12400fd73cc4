"""Machine-readable zones of travel documents (ICAO 9303): fields, check digits, errors of recognition put right.

A character is changed only where the standard says what may stand in its place (a digit in a date, a letter in a
country), or where exactly one exchange of look-alikes makes the check digits right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

_TO_DIGIT = str.maketrans("OQDUILJZASGTB", "0000111245678")
_TO_LETTER = str.maketrans("0125678", "OIZSGTB")
_ALIKE = {
    "O": "0", "0": "OQD", "Q": "0", "D": "0", "I": "1", "L": "1", "1": "IL7", "Z": "2", "2": "Z", "S": "5", "5": "S",
    "B": "8", "8": "B", "G": "6", "6": "G", "7": "1T", "T": "7", "A": "4", "4": "A",
}  # fmt: skip
_ODD_FILLERS = str.maketrans(
    {"«": "<<", "‹": "<", "≤": "<", "＜": "<", "〈": "<", "《": "<<", "(": "<", "{": "<", "_": "<"}
)
_LATIN = str.maketrans("АВЕЕКМНОРСТУХІЗ", "ABEEKMHOPCTYXI3")
_UNKNOWN_CENTURY = 100
_USUAL_NUMBER = re.compile("[A-Z]{0,3}[0-9]+<*")
_CODES = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE D<< GBD GBN
GBO GBP GBS RKS EUE UNO UNA UNK XOM XXA XXB XXC XXX UTO
"""
_COUNTRIES = frozenset(_CODES.split())
"""ISO 3166-1 alpha-3, and the further codes of ICAO 9303 part 3, section 5."""
_SHORTEST = 26


@dataclass(frozen=True, slots=True)
class Check:
    """A check digit and whether it agrees with its field."""

    field: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """What a machine-readable zone says.

    Attributes:
        kind: "TD1", "TD2", "TD3", or "MRV-A", "MRV-B" for visas.
        type: document type and its subtype ("P", "PE", "ID").
        birth_date: ISO, partial where the zone leaves parts open; "" where it cannot be read.
        sex: "M", "F" or "".
        lines: the zone as corrected.
        checks: every check digit with its verdict.
    """

    kind: str
    type: str
    country: str
    surname: str
    given: str
    number: str
    nationality: str
    birth_date: str
    sex: str
    expiry: str
    optional: str
    lines: tuple[str, ...]
    checks: tuple[Check, ...]

    @property
    def is_valid(self) -> bool:
        """Whether every check digit agrees."""
        return all(check.is_right for check in self.checks)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a format: which slices hold what.

    Attributes:
        digits: positions where only digits (or fillers) may stand.
        letters: positions where only letters (or fillers) may stand.
        gap: where fillers may have been lost or doubled: the end of the run of fillers is moved to fit.
    """

    width: int
    digits: tuple[tuple[int, int], ...]
    letters: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Format:
    """Where the fields of a format stand: (line, from, to)."""

    kind: str
    lines: tuple[_Line, ...]
    number: tuple[int, int, int]
    birth: tuple[int, int, int]
    expiry: tuple[int, int, int]
    sex: tuple[int, int, int]
    nationality: tuple[int, int, int]
    names: tuple[int, int, int]
    optional: tuple[int, int, int]
    optional_check: tuple[int, int] | None
    composite: tuple[tuple[int, int, int], ...]
    composite_check: tuple[int, int] | None


_TD3 = _Format(
    "TD3",
    (_Line(44, (), ((0, 5),)), _Line(44, ((9, 10), (13, 20), (21, 28), (42, 44)), ((10, 13), (20, 21)))),
    (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 20, 21), (1, 10, 13), (0, 5, 44), (1, 28, 42), (1, 42),
    ((1, 0, 10), (1, 13, 20), (1, 21, 43)), (1, 43),
)  # fmt: skip
_TD2 = _Format(
    "TD2",
    (_Line(36, (), ((0, 5),)), _Line(36, ((9, 10), (13, 20), (21, 28), (35, 36)), ((10, 13), (20, 21)))),
    (1, 0, 9), (1, 13, 19), (1, 21, 27), (1, 20, 21), (1, 10, 13), (0, 5, 36), (1, 28, 35), None,
    ((1, 0, 10), (1, 13, 20), (1, 21, 35)), (1, 35),
)  # fmt: skip
_TD1 = _Format(
    "TD1",
    (
        _Line(30, ((14, 15),), ((0, 5),)),
        _Line(30, ((0, 7), (8, 15), (29, 30)), ((7, 8), (15, 18))),
        _Line(30, (), ((0, 30),)),
    ),
    (0, 5, 14), (1, 0, 6), (1, 8, 14), (1, 7, 8), (1, 15, 18), (2, 0, 30), (0, 15, 30), None,
    ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)), (1, 29),
)  # fmt: skip


def check_digit(text: str) -> str:
    """The check digit of a field: weights 7, 3, 1; letters count from 10, fillers nothing.

    Example:
        >>> check_digit("AB2134<<<")
        '5'
    """
    values = (0 if c == "<" else int(c, 36) if c.isascii() and c.isalnum() else 0 for c in text)
    return str(sum(value * weight for value, weight in zip(values, (7, 3, 1) * len(text), strict=False)) % 10)


def parse(lines: Sequence[str]) -> Zone | None:
    """Reads the lines of a zone, misread characters put right where that is certain.

    Args:
        lines: two or three recognised lines, from top to bottom.

    Returns:
        The zone; None where the lines are not one, or no check digit of number, birth or expiry agrees.

    Example:
        >>> parse(["P<UTOERIKSSON<<ANNA<MARIA" + "<" * 19, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]).number
        'L898902C3'
    """
    cleaned = [_cleaned(line) for line in lines]
    if not all(_SHORTEST <= len(line) <= 52 for line in cleaned):
        return None
    best: Zone | None = None
    for form in _formats(cleaned):
        found = _best(form, cleaned)
        if found is not None and (best is None or _score(found) > _score(best)):
            best = found
        if best is not None and best.is_valid:
            break
    if best is None or not any(c.is_right for c in best.checks if c.field in ("number", "birth_date", "expiry")):
        return None
    return best if _score(best) * 2 >= len(best.checks) else None


def _best(form: _Format, cleaned: Sequence[str]) -> Zone | None:
    """The reading of the lines in one format with the most check digits right."""
    fittings = [
        list(_fittings(line, spec, form, at)) for at, (line, spec) in enumerate(zip(cleaned, form.lines, strict=True))
    ]
    zones = [_zone(form, _corrected(form, list(fitted))) for fitted in product(*fittings)]
    return max((zone for zone in zones if zone is not None), key=_score, default=None)


def _score(zone: Zone) -> int:
    return sum(check.is_right for check in zone.checks)


def _cleaned(line: str) -> str:
    text = line.upper().translate(_ODD_FILLERS).translate(_LATIN)
    text = re.sub(r"[^A-Z0-9<]", "", text)
    # K, C and L inside a run of fillers are fillers; after just two of them they may be a given name (Le, Ke, E)
    text = re.sub(r"(?<=<<<)[KCLES](?=<)", "<", text)
    return re.sub(r"(?<=<<<)[KCL<]{2,}(?=<|$)", lambda run: "<" * len(run.group()), text)


def _formats(lines: Sequence[str]) -> list[_Format]:
    if len(lines) == 3:
        return [_TD1]
    if len(lines) != 2:
        return []
    return [_TD3] if max(map(len, lines)) >= 40 else [_TD2, _TD3]


def _fittings(line: str, spec: _Line, form: _Format, at: int) -> Iterator[str]:
    """The line brought to its width by adding to, or taking from, its runs of fillers."""
    surplus = len(line) - spec.width
    if surplus == 0:
        yield line
        return
    if at == form.names[0]:
        yield line.rstrip("<")[: spec.width].ljust(spec.width, "<")
        return
    runs = [match.span() for match in re.finditer("<+", line)]
    seen = set()
    for start, end in sorted(runs, key=lambda run: run[0] - run[1]):
        if surplus < 0:
            fitted = line[:end] + "<" * -surplus + line[end:]
        elif end - start >= surplus:
            fitted = line[: end - surplus] + line[end:]
        else:
            continue
        if fitted not in seen:
            seen.add(fitted)
            yield fitted
    # a lost or doubled character before the fields of a fixed place
    if surplus == 1:
        yield line[1:]
    yield line[: spec.width].ljust(spec.width, "<")


def _corrected(form: _Format, lines: list[str]) -> list[str]:
    for at, spec in enumerate(form.lines):
        text = list(lines[at])
        for low, high in spec.digits:
            text[low:high] = "".join(text[low:high]).translate(_TO_DIGIT)
        for low, high in spec.letters:
            text[low:high] = "".join(text[low:high]).translate(_TO_LETTER)
        lines[at] = "".join(text)
    lines = _with_countries(form, _with_names(form, _with_sex(form, lines)))
    return _with_composite(form, _with_number(form, lines))


def _with_countries(form: _Format, lines: list[str]) -> list[str]:
    """An unknown code one letter away from the known one on the other line is that one misread: most are citizens."""
    at, low, high = form.nationality
    issuer, nationality = lines[0][2:5], lines[at][low:high]
    if sum(a != b for a, b in zip(issuer, nationality, strict=True)) != 1:
        return lines
    if _is_country(issuer) and not _is_country(nationality):
        return _put(lines, at, low, issuer)
    return _put(lines, 0, 2, nationality) if _is_country(nationality) and not _is_country(issuer) else lines


def _is_country(code: str) -> bool:
    return code in _COUNTRIES


def _with_sex(form: _Format, lines: list[str]) -> list[str]:
    at, low, _ = form.sex
    return (
        lines
        if lines[at][low] in "MF<"
        else _set(lines, at, low, {"H": "M", "N": "M", "P": "F", "E": "F"}.get(lines[at][low], "<"))
    )


def _with_names(form: _Format, lines: list[str]) -> list[str]:
    """Names hold letters; two fillers part surname and given names, and one alone is two of which one was lost."""
    at, low, high = form.names
    names = lines[at][low:high]
    if not (lines[at].startswith("PN") and lines[at][2:5] == "RUS"):
        names = names.translate(_TO_LETTER)
    names = re.sub("<[KCL]*$", "<", names) if re.search("<[KCL]{2,}$", names) else names
    core = names.strip("<")
    core = re.sub("<{3,}", "<<", core)
    if "<<" not in core and core.count("<") == 1:
        core = core.replace("<", "<<")
    width = high - low
    lines[at] = lines[at][:low] + core[:width].ljust(width, "<")
    return lines


def _with_number(form: _Format, lines: list[str]) -> list[str]:
    """The number with the one exchange of look-alikes that makes its check digit right, if there is just one."""
    at, low, high = form.number
    number, digit = lines[at][low:high], lines[at][high]
    if check_digit(number) == digit:
        return lines
    for changes in (1, 2):
        found = {changed for changed in _exchanged(number, changes) if check_digit(changed) == digit}
        fitting = [
            changed for changed in found if _composite_is_right(form, _put(lines, at, low, changed)) is not False
        ]
        # the composite weighs these places alike and cannot choose: letters before digits is how numbers are made
        usual = [changed for changed in fitting if _USUAL_NUMBER.fullmatch(changed)]
        chosen = fitting if len(fitting) == 1 else usual
        if len(chosen) == 1:
            return _put(lines, at, low, chosen[0])
        if fitting:
            return lines
    computed = check_digit(number)
    changed = _put(lines, at, high, computed)
    return changed if computed in _ALIKE.get(digit, "") and _composite_is_right(form, changed) else lines


def _exchanged(text: str, changes: int) -> Iterator[str]:
    places = [place for place, c in enumerate(text) if c in _ALIKE]
    for chosen in combinations(places, changes):
        for letters in product(*(_ALIKE[text[place]] for place in chosen)):
            changed = list(text)
            for place, letter in zip(chosen, letters, strict=True):
                changed[place] = letter
            yield "".join(changed)


def _with_composite(form: _Format, lines: list[str]) -> list[str]:
    """A filler in the place of the optional field's check digit is allowed where the field is empty."""
    if form.optional_check is None:
        return lines
    at, place = form.optional_check
    _, low, high = form.optional
    if not lines[at][low:high].strip("<") and lines[at][place] not in "0<":
        for candidate in "0<":
            changed = _set(lines, at, place, candidate)
            if _composite_is_right(form, changed):
                return changed
    return lines


def _composite_is_right(form: _Format, lines: Sequence[str]) -> bool | None:
    if form.composite_check is None:
        return None
    at, place = form.composite_check
    return check_digit("".join(lines[i][low:high] for i, low, high in form.composite)) == lines[at][place]


def _set(lines: Sequence[str], at: int, place: int, letter: str) -> list[str]:
    return _put(lines, at, place, letter)


def _put(lines: Sequence[str], at: int, low: int, text: str) -> list[str]:
    changed = list(lines)
    changed[at] = changed[at][:low] + text + changed[at][low + len(text) :]
    return changed


def _zone(form: _Format, lines: list[str]) -> Zone | None:
    def field(where: tuple[int, int, int]) -> str:
        return lines[where[0]][where[1] : where[2]]

    kind = lines[0][0]
    if kind not in "PVIAC" or not lines[0][2:5].strip("<").isalpha():
        return None
    is_visa = kind == "V"
    surname, _, given = field(form.names).strip("<").partition("<<")
    expiry = _date(field(form.expiry), _UNKNOWN_CENTURY)
    return Zone(
        kind={"TD3": "MRV-A", "TD2": "MRV-B"}.get(form.kind, form.kind) if is_visa else form.kind,
        type=lines[0][:2].strip("<"),
        country=lines[0][2:5].strip("<"),
        surname=surname.replace("<", " ").strip(),
        given=" ".join(given.replace("<", " ").split()),
        number=field(form.number).strip("<"),
        nationality=field(form.nationality).strip("<"),
        birth_date=_date(field(form.birth), int(expiry[2:4]) if expiry else _UNKNOWN_CENTURY),
        sex=field(form.sex).strip("<"),
        expiry=expiry,
        optional=field(form.optional).strip("<"),
        lines=tuple(lines),
        checks=tuple(_checks(form, lines, is_visa=is_visa)),
    )


def _checks(form: _Format, lines: Sequence[str], *, is_visa: bool) -> Iterator[Check]:
    for name, (at, low, high) in (("number", form.number), ("birth_date", form.birth), ("expiry", form.expiry)):
        yield Check(name, check_digit(lines[at][low:high]) == lines[at][high])
    if is_visa:
        return
    if form.optional_check is not None:
        at, place = form.optional_check
        optional = lines[form.optional[0]][form.optional[1] : form.optional[2]]
        digit = lines[at][place]
        yield Check("optional", check_digit(optional) == digit or (digit == "<" and not optional.strip("<")))
    right = _composite_is_right(form, lines)
    if right is not None:
        yield Check("composite", right)


def _date(text: str, expiry_year: int) -> str:
    """YYMMDD as an ISO date: an expiry lies in this century, a birth before the expiry."""
    match = re.fullmatch(r"(\d\d)(\d\d|<<)(\d\d|<<)", text)
    if not match:
        return ""
    year, month, day = match.groups()
    century = "20" if int(year) < expiry_year else "19"
    if expiry_year == _UNKNOWN_CENTURY:
        century = "20" if int(year) < 80 else "19"
    if month == "<<":
        return f"{century}{year}"
    if not 1 <= int(month) <= 12 or (day != "<<" and not 1 <= int(day) <= 31):
        return ""
    return f"{century}{year}-{month}" + ("" if day == "<<" else f"-{day}")
