"""Lists of people (recruits, patients, staff): whom the case is about, by nationality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from corrobora.analysis.rows import Row

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


def home_of(rows: Iterable[Row]) -> str | None:
    """The country whose list it is: the nationality of most people on a list that holds several, or None."""
    counted = Counter(code.casefold() for row in rows if (code := row.get(CITIZENSHIP)))
    if len(counted) < 2:
        return None
    code, most = counted.most_common(1)[0]
    return code if 2 * most > counted.total() else None


def of_interest(rows: Sequence[Row], interest: Iterable[str]) -> dict[str, list[Row]]:
    """Nationality -> rows of the people whom the case is about.

    Args:
        rows: of one list.
        interest: ISO codes; "foreign" stands for everyone but the country whose list it is.
    """
    wanted = {code.casefold() for code in interest}
    home = home_of(rows)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        code = (row.get(CITIZENSHIP) or "").casefold()
        if code and (code in wanted or ("foreign" in wanted and code != home)):
            groups.setdefault(code, []).append(row)
    return groups


def citizens(code: str) -> str:
    """What citizens of a country are called: "Chinese citizens"."""
    return f"{DEMONYMS[code]} citizens" if code in DEMONYMS else f"citizens of {code.upper()}"


def by_dataset(rows: Iterable[Row]) -> Mapping[str, list[Row]]:
    """Rows of each record set, in order."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.dataset, []).append(row)
    return groups
