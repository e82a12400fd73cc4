"""Bank accounts: Russian twenty-figure accounts, IBAN, Chinese account numbers, and the BIK of the bank."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.model.mention import Mention, MentionType

_BIK = re.compile(r"(?:БИК|BIK|BIC)[\s:№.)\-–—]{0,5}(?P<n>0[0-9]\d{7})(?!\d)", re.IGNORECASE)
_RUSSIAN = re.compile(
    r"(?<![\dA-Za-z])(?P<n>(?:[34]0[1-8]|4[2-5][0-9]|20[2-9]|47[4-9]|03[0-9])[\s.]?(?:\d[\s.]?){16}\d)(?!\d)"
)
_IBAN = re.compile(r"(?<![0-9A-Za-z])(?P<n>[A-Z]{2}\d{2}(?:\s?[0-9A-Z]{4}){2,7}(?:\s?[0-9A-Z]{1,3})?)(?![0-9A-Za-z])")
_LABELLED = re.compile(
    r"(?:р/с(?:ч\.?)?|к/с|л/с|сч[её]т\s?№|расч[её]тный\s+сч[её]т|рахунок\s?№|п/р|account(?:\s+(?:no\.?|number))?|"
    r"a/c(?:\s+no\.?)?"
    r"|银行账[号户]|账[号户]|帐号)[\s:№.：)]{0,5}(?P<n>\d(?:[\s-]?\d){7,24})(?!\d)",
    re.IGNORECASE,
)


def is_iban(number: str) -> bool:
    """Whether the check digits of an IBAN hold (ISO 13616: mod 97 of the number moved round is 1)."""
    compact = re.sub(r"\s", "", number).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[0-9A-Z]{11,30}", compact):
        return False
    return int("".join(str(int(sign, 36)) for sign in compact[4:] + compact[:4])) % 97 == 1


def is_account_of(account: str, bik: str) -> bool:
    """Whether a Russian account fits the bank's BIK (Bank of Russia 515 of 1997: weights 7, 1, 3)."""
    if not re.fullmatch(r"\d{20}", account) or not re.fullmatch(r"\d{9}", bik):
        return False
    correspondent = account.startswith("301") and not int(bik[6:]) < 50
    key = "0" + bik[4:6] if correspondent or int(bik[6:]) < 50 else bik[6:]
    return sum(int(sign) * (7, 1, 3)[place % 3] for place, sign in enumerate(key + account)) % 10 == 0


def find_bik(text: str) -> list[tuple[int, int, str]]:
    """(start, end, number) of every BIK beside its label."""
    return [(*match.span("n"), match["n"]) for match in _BIK.finditer(even(text))]


def find_accounts(text: str) -> list[Mention]:
    """Bank accounts of a text, value without spaces; those that fit a BIK of the text or are valid IBANs are sure."""
    plain, found = even(text), []
    banks = [number for _, _, number in find_bik(text)]
    for match in _RUSSIAN.finditer(plain):
        number = re.sub(r"\D", "", match["n"])
        if len(number) == 20:
            fits = any(is_account_of(number, bik) for bik in banks)
            found.append(mention(text, match.span("n"), MentionType.ACCOUNT, number, "accounts", 1.0 if fits else 0.8))
    for match in _IBAN.finditer(plain):
        number = re.sub(r"\s", "", match["n"])
        if is_iban(number):
            found.append(mention(text, match.span("n"), MentionType.ACCOUNT, number, "accounts"))
    for match in _LABELLED.finditer(plain):
        number = re.sub(r"\D", "", match["n"])
        found.append(mention(text, match.span("n"), MentionType.ACCOUNT, number, "accounts", 0.7))
    return without_overlaps(found)


KIND = Kind("accounts", "Bank accounts and IBANs", (MentionType.ACCOUNT,), find_accounts)
