"""Lists of people (recruits, patients, staff): whom the case is about, by nationality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corrobora.analysis.rows import Row, Rows
from corrobora.model.records import RecordKind

DEMONYMS = {
    "cn": "Chinese", "ru": "Russian", "ua": "Ukrainian", "by": "Belarusian", "kz": "Kazakh", "uz": "Uzbek",
    "tj": "Tajik", "kg": "Kyrgyz", "tm": "Turkmen", "am": "Armenian", "az": "Azerbaijani", "ge": "Georgian",
    "md": "Moldovan", "np": "Nepalese", "in": "Indian", "cu": "Cuban", "kp": "North Korean", "kr": "South Korean",
    "vn": "Vietnamese", "mn": "Mongolian", "ir": "Iranian", "iq": "Iraqi", "sy": "Syrian", "tr": "Turkish",
    "us": "US", "gb": "British", "de": "German", "fr": "French", "it": "Italian", "es": "Spanish", "pl": "Polish",
    "rs": "Serbian", "ae": "Emirati", "eg": "Egyptian", "pk": "Pakistani", "af": "Afghan", "bd": "Bangladeshi",
    "lk": "Sri Lankan", "co": "Colombian", "br": "Brazilian", "ke": "Kenyan", "cm": "Cameroonian", "ng": "Nigerian",
    "gh": "Ghanaian", "ye": "Yemeni",
}  # fmt: skip
CITIZENSHIP = "nationality"
ANYBODY = ""
LONGEST = 100_000
"""People of a list without nationalities that are looked at one by one."""


def home_of(counted: Mapping[str | None, int]) -> str | None:
    """The country whose list it is: the nationality of most people on a list that holds several, or None."""
    known = {code: number for code, number in counted.items() if code}
    if len(known) < 2:
        return None
    code = max(known, key=known.__getitem__)
    return code if 2 * known[code] > sum(known.values()) else None


def groups_of_interest(counted: Mapping[str | None, int], interest: Iterable[str]) -> list[str]:
    """Nationalities of a list that the case is about, as the list codes them.

    A list that knows no nationalities is looked at as a whole (ANYBODY).

    Args:
        counted: nationality -> people of one list.
        interest: ISO codes; "foreign" stands for everyone but the country whose list it is.
    """
    codes = [code for code in counted if code]
    if not codes:
        return [ANYBODY] if 0 < sum(counted.values()) <= LONGEST else []
    wanted, home = {code.casefold() for code in interest}, home_of(counted)
    return [code for code in codes if code.casefold() in wanted or ("foreign" in wanted and code != home)]


def rows_of(rows: Rows, dataset: str, code: str) -> list[Row]:
    """The people of one list and nationality."""
    if code == ANYBODY:
        return rows.select(RecordKind.ENROLMENT, '"dataset" = ?', [dataset])
    return rows.select(RecordKind.ENROLMENT, f'"dataset" = ? and "{CITIZENSHIP}" = ?', [dataset, code])


def citizens(code: str) -> str:
    """What citizens of a country are called: "Chinese citizens"."""
    if code == ANYBODY:
        return "people"
    key = code.casefold()
    return f"{DEMONYMS[key]} citizens" if key in DEMONYMS else f"citizens of {code.upper()}"
