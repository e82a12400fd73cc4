"""Laws and rules that a sentence cites, and where the case has them. Pure.

A law is a document of a public source like any other; what is not on record is said to be so, and never looked up
over a network.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from corrobora.claims.context import CitedPage

_ARTICLE = r"(?P<article>\d{1,4}(?:[.-]\d{1,3})?)"
_CODES = (
    ("criminal", r"criminal code|уголовн\w+ кодекс\w*|\bук(?: рф)?\b|кримінальн\w+ кодекс\w*|\bкк(?: україни)?\b|刑法"),
    ("civil", r"civil code|гражданск\w+ кодекс\w*|\bгк(?: рф)?\b|цивільн\w+ кодекс\w*|\bцк(?: україни)?\b|民法典?"),
    ("customs", r"customs code|таможенн\w+ кодекс\w*|митн\w+ кодекс\w*|海关法"),
    ("tax", r"tax code|налогов\w+ кодекс\w*|податков\w+ кодекс\w*|税法"),
    ("administrative", r"code of administrative offen\w+|коап(?: рф)?|купап|кодекс\w* об административн\w+ правонарушени\w+|行政处罚法"),
    ("export", r"export control (?:act|law)|出口管制法|закон\w* об экспортном контроле|закон\w* про експортний контроль"),
)
_OF_ARTICLE = re.compile(
    rf"(?:\barticles?|\bsection|\bст(?:\.|ать\w+|атт\w+)|第)\s*(?:№\s*)?(?:{_ARTICLE}(?:\s*条)?|(?P<han>[一二三四五六七八九十百零〇]{{1,7}})\s*条)", re.I
)
_RULE = re.compile(
    r"(?P<kind>\b(?:regulation(?: \((?:EU|EC|EEC)\))?|executive order|directive|decree|resolution|order|public law|"
    r"постановлени\w+(?: правительства(?: рф)?)?|указ\w*(?: президента)?|федеральн\w+ закон\w*|закон\w*|приказ\w* (?:фстэк|минобороны|минпромторга)|"
    r"постанов\w+(?: кабінету міністрів| кму)?|указ\w*(?: президента україни)?)|令)\s*"
    r"(?:of \d{1,2} \w+ \d{4}\s*|от \d{1,2}[. ][\w.]+[. ]\d{4}(?: г\.| года)?\s*|від \d{1,2}[. ][\w.]+[. ]\d{4}(?: р\.| року)?\s*)?"
    r"(?:no\.?|№|N|номер)?\s*(?P<number>\d{1,6}(?:/\d{2,4})?(?:-[А-ЯA-ZІЇЄ]{1,3})?)(?!\d|[.,]\d| ?(?:млн|million|руб|%|people|человек))",
    re.I,
)
_NEEDS_SIGN = re.compile(r"^(?:order|закон\w*|resolution|directive|decree|указ\w*)$", re.I)
_READS_LIKE = re.compile(
    r"(?:^|\n)\s*(?:article|section|статья|стаття|第[一二三四五六七八九十百\d]+条)\b|\b(?:regulation|постановлени\w+|федеральн\w+ закон|"
    r"закон україни|постанова|executive order|law of|кодекс\w*|code)\b|条例|法律|刑法|办法",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Law:
    """A rule as a sentence cites it.

    Attributes:
        text: as written.
        article: its number, or "".
        code: of which code ("criminal", ...), or "".
        number: of the regulation, decree or act, or "".
    """

    text: str
    article: str = ""
    code: str = ""
    number: str = ""


def cited_laws(text: str) -> list[Law]:
    """Laws named in a text: articles of codes, and numbered acts.

    Example:
        >>> [(law.article, law.code) for law in cited_laws("Article 359 of the Criminal Code forbids it.")]
        [('359', 'criminal')]
        >>> [law.number for law in cited_laws("Постановление № 506 от 2022 года")]
        ['506']
    """
    found: list[Law] = []
    for mark in _OF_ARTICLE.finditer(text):
        around = text[max(0, mark.start() - 14) : mark.end() + 48]
        code = next((name for name, words in _CODES if re.search(words, around, re.I)), "")
        rule = _RULE.search(around)
        article = mark["article"] or str(_han(mark["han"] or ""))
        # an article of no named law may be a newspaper's
        if code or rule or mark["han"]:
            found.append(Law(" ".join(mark.group().split()), article, code, rule["number"] if rule else ""))
    for mark in _RULE.finditer(text):
        signed = re.search(r"no\.?|№|N|\(EU\)|-[А-Я]|/\d{4}", mark.group(), re.I)
        if (signed or not _NEEDS_SIGN.match(mark["kind"])) and not any(law.number == mark["number"] for law in found):
            found.append(Law(" ".join(mark.group().split()), "", "", mark["number"]))
    return found


def is_rule(text: str) -> bool:
    """Whether a public page reads like a law or rule."""
    return bool(_READS_LIKE.search(text))


def place_of(law: Law, rules: Iterable[CitedPage]) -> CitedPage | None:
    """The page of a public source that has this law, or None."""
    return next((page for page in rules if _has(page.text, law)), None)


def _has(text: str, law: Law) -> bool:
    flat = unicodedata.normalize("NFKC", text)
    if law.number and not re.search(rf"(?<![\d/]){re.escape(law.number)}(?![\d/])", flat):
        return False
    if law.code and not re.search(dict(_CODES)[law.code], flat, re.I):
        return False
    if law.article:
        articles = {m["article"] or str(_han(m["han"] or "")) for m in _OF_ARTICLE.finditer(flat)}
        return law.article in articles
    return bool(law.number)


def _han(text: str) -> int:
    digits = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
    whole = digit = 0
    for c in text:
        if c in digits:
            digit = digits[c]
        else:
            whole, digit = whole + (digit or 1) * {"十": 10, "百": 100}[c], 0
    return whole + digit
