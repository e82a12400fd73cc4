"""Numbers of documents: letters, contracts, requests, invoices, customs declarations, court cases (type DOC)."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import even
from corrobora.mentions.kind import Kind, mention, without_overlaps
from corrobora.mentions.kinds.accounts import find_accounts, find_bik, is_account_of, is_iban
from corrobora.mentions.kinds.aircraft import find_tails, normal_tail
from corrobora.mentions.kinds.contacts import find_mails, find_phones
from corrobora.mentions.kinds.flights import find_flights
from corrobora.mentions.kinds.passports import find_passports, normal_passport
from corrobora.mentions.kinds.taxpayers import find_kpp, find_taxpayers, is_edrpou, is_inn, is_ogrn, is_uscc
from corrobora.mentions.occupied import Occupied
from corrobora.model.mention import Mention, MentionType

__all__ = [
    "find_accounts",
    "find_bik",
    "find_documents",
    "find_flights",
    "find_kpp",
    "find_mails",
    "find_passports",
    "find_phones",
    "find_tails",
    "find_taxpayers",
    "is_account_of",
    "is_edrpou",
    "is_iban",
    "is_inn",
    "is_ogrn",
    "is_uscc",
    "normal_number",
    "normal_passport",
    "normal_tail",
]

_L = "A-Za-zА-Яа-яЁёІіЇїЄєҐґ"
_U = "A-ZА-ЯЁІЇЄҐ"
_GROUP = rf"[0-9{_L}]+"
_CODE = rf"(?:{_GROUP}(?:\s?[/\\–_-]\s?{_GROUP}|\.(?=[0-9{_L}]){_GROUP})*)"

# Words before a number that make it the number of a paper, even when it is a bare figure.
_PAPERS = (
    r"(?:письм\w{1,3}|исх(?:одящ\w{2,3}|\.)?|вх(?:одящ\w{2,3}|\.)?|запрос\w{0,3}|договор\w{0,3}|контракт\w{0,3}|"
    r"соглашени\w{1,3}|дог\.|приказ\w{0,3}|распоряжени\w{1,3}|поручени\w{1,3}"
    r"|указани\w{1,3}|протокол\w{0,3}|акт\w{0,2}|сч[её]т\w{0,2}(?:-фактур\w{1,2})?|инвойс\w{0,2}|накладн\w{2,3}|"
    r"заявк\w{1,2}|заказ\w{0,3}|справк\w{1,2}|телеграмм\w{1,2}|факс\w{0,3}|решени\w{1,3}"
    r"|постановлени\w{1,3}|декларац\w{2,3}|ДТ|ГТД|УПД|спецификац\w{2,3}|извещени\w{1,3}|удостоверени\w{1,3}|"
    r"лицензи\w{1,3}|сертификат\w{0,3}|регистрационн\w{2,3}|рег\.|дел[оау]"
    r"|лист\w{0,3}|вих\.?|вхідн\w{2,3}|вихідн\w{2,3}|запит\w{0,3}|догов[оі]р\w{0,3}|угод\w{1,2}|наказ\w{0,3}|"
    r"дорученн\w{1,2}|рахун\w{2,4}|накладн\w{1,2}|заявк\w{1,2}|довідк\w{1,2}|ріш\w{3,6}"
    r"|letter|contract|agreement|order|invoice|request|ref(?:erence|\.)?|minutes|protocol|act|"
    r"annex\s+to\s+contract|purchase\s+order|P\.?O\.?|bill\s+of\s+lading|B/L|waybill|AWB|declaration|case|"
    r"licen[cs]e|certificate|file"
    r"|合同|协议|函|文|来函|复函|订单|发票|编号|文号|号码|批准书)"
)
_MARK = r"(?:№№?|№\s?№|N[°ºo]\.?|No\.?|Nr\.?|Num\.?|#|номер|number|编号|文号|号码|(?<![0-9一二三四五六七八九十])号)"
_NUMBERED = re.compile(
    rf"(?P<paper>(?<![{_L}]){_PAPERS}(?:\s+(?:{_L[:0]}[{_L}«»\"().-]{{1,24}}\s){{0,3}}?)?\s?(?:[:：.]|от\s\S{{6,12}}"
    rf"\s(?:г\.\s)?)?\s{{0,2}})?(?P<mark>{_MARK})\s?[:：]?\s?(?P<n>{_CODE})",
    re.IGNORECASE,
)
_UNMARKED = re.compile(
    rf"(?<![{_L}])(?P<paper>исх\.?|вх\.?|вих\.?|рег\.|(?:our|your)\s+ref(?:erence|\.)?|ref(?:erence|\.)?|合同|订单|发票)"
    rf"\s?[:：]?\s?(?P<n>(?=[^\s]*\d){_CODE})",
    re.IGNORECASE,
)
# A code that shows by itself that it numbers a paper: letters and figures with a year, or figures / two-figure year.
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_BY_FORM = re.compile(
    rf"(?<![0-9{_L}/.№_-])(?P<n>"
    rf"[{_U}]{{1,6}}{_YEAR}(?:[-/–][0-9{_U}]{{1,8}}){{1,3}}"
    rf"|[{_U}]{{1,6}}(?:[-/–][{_U}]{{1,5}})?[-/–]{_YEAR}(?:[-/–][0-9{_U}]{{1,8}}){{1,3}}"
    rf"|[{_U}]{{1,6}}[-/–]?\d{{1,6}}[-/–]{_YEAR}(?:[-/–][0-9{_U}]{{1,6}}){{0,3}}"
    rf"|[{_U}]{{1,5}}\d{{0,3}}[-/–]\d{{1,6}}/\d\d(?:[-/–][0-9{_U}]{{1,6}})?"
    rf"|\d{{1,6}}/\d\d[-–][{_U}]{{1,6}}|\d{{1,4}}[-–]\d{{1,5}}/{_YEAR}(?:[-–][{_U}]{{1,4}})?|\d{{1,5}}[-/–][{_U}]{{"
    rf"1,4}}[-/–]{_YEAR}"
    rf"|[АA]\d{{2}}[-–]\d{{1,6}}/{_YEAR}"
    rf"|\d{{8}}/\d{{6}}/[0-9{_U}]\d{{6}}"
    rf")(?![0-9{_L}]|[-/–][0-9{_L}]|[.,]\d)"
)
_CHINESE = re.compile(
    r"(?P<n>(?:[\u4e00-\u9fff]{1,10}(?:字|函|发|办|令|号|初|终|民|刑|行|执)?)?\s?[〔\[（(【]\s?(?:19|"
    r"20)\d\d\s?[〕\]）)】]\s?(?:[\u4e00-\u9fff]{0,2}\d{0,4}[\u4e00-\u9fff]{0,3}字?)?第?\s?\d{1,6}\s?号"
    r"|[\u4e00-\u9fff]{1,6}字\s?第?\s?[0-9A-Za-z-]{1,12}\s?号)"
)
_LEAD = re.compile(
    r"^.{0,4}?(?:根据|依据|按照|依照|关于|收到|贵方|我方|我司|贵司|来函|参见|详见|见|的|与|和|及|对|为|以|文号|编号)(?=.{1,10}$)"
)

_NOT_PAPERS = re.compile(
    r"(?:завод\w{0,3}|цех\w{0,3}|школ\w{1,2}|больниц\w{1,2}|в/ч|част\w{1,3}|рейс\w{0,3}|борт\w{0,2}|паспорт\w{0,3}|"
    r"приложени\w{1,3}|додат\w{2,4}|пункт\w{0,3}|п\.|глав\w{1,2}|раздел\w{0,2}|стат\w{2,3}|ст\."
    r"|лист\s+дела|страниц\w{1,2}|стр\.|издели\w{1,3}|серийн\w{2,3}|зав\.|заводск\w{2,3}|дом\w{0,2}|д\.|кв\.|"
    r"кабинет\w{0,2}|ком\.|комнат\w{1,2}|каб\.|АРЗ|участ\w{2,4}|отдел\w{0,3}|управлени\w{1,3}|институт\w{0,3}|НИИ"
    r"|flight|annex|appendix|page|item|section|room|plant|factory|serial|passport|account|счет|р/с|сч|附件|护照|航班|"
    r"工厂)\.?\s{0,2}$",
    re.IGNORECASE,
)


def normal_number(written: str) -> str:
    """A document number without spaces around its signs and with plain hyphens.

    Example:
        >>> normal_number("ЛУ – 12 / 345")
        'ЛУ-12/345'
    """
    compact = re.sub(r"\s*([/\\_–-])\s*", r"\1", even(written).strip(" .,;:"))
    return re.sub(r"\s+", "", compact).replace("–", "-")


def find_documents(text: str) -> list[Mention]:
    """Numbers of papers in a text; the span holds the mark ("исх. № 01/1234"), the value only the number."""
    plain = even(text)
    taken = Occupied((m.start, m.end) for finder in (find_tails, find_passports) for m in finder(text))
    found = [*_marked(text, plain), *_by_form(text, plain), *_chinese(text, plain)]
    return without_overlaps([m for m in found if taken.is_free(m.start, m.end)])


def _marked(text: str, plain: str) -> list[Mention]:
    found = []
    for match in (*_NUMBERED.finditer(plain), *_UNMARKED.finditer(plain)):
        written, end = _cut(match["n"], match.end())
        paper = bool(match["paper"])
        if not any(sign.isdigit() for sign in written) or (not paper and not _is_telling(written)):
            continue
        if not paper and _NOT_PAPERS.search(plain[max(0, match.start() - 30) : match.start()]):
            continue
        start = match.start() if re.match(r"(?:исх|вх|вих|рег|ref)", match[0], re.IGNORECASE) else _mark_start(match)
        found.append(
            mention(text, (start, end), MentionType.DOC, normal_number(written), "numbers", 0.95 if paper else 0.85)
        )
    return found


def _mark_start(match: re.Match[str]) -> int:
    return match.start("mark") if "mark" in match.groupdict() else match.start("n")


def _cut(written: str, end: int) -> tuple[str, int]:
    """The number without a word that only follows it ("12-А от" has no spaces, "5 - копия" has)."""
    match = re.match(rf"[^\s]+(?:\s?[/\\–_-]\s?(?=[0-9{_U}])[0-9{_U}а-яёa-z]+)*", written)
    kept = match[0] if match else written
    return kept, end - (len(written) - len(kept))


def _is_telling(written: str) -> bool:
    """Whether a number without a paper's word before it looks like a paper's: a separator, or three figures."""
    digits = sum(sign.isdigit() for sign in written)
    return (digits >= 2 and re.search(r"[/\\–-]", written) is not None) or (
        digits >= 3 and written.isdigit() and digits <= 6
    )


def _by_form(text: str, plain: str) -> list[Mention]:
    found = []
    for match in _BY_FORM.finditer(plain):
        before = plain[max(0, match.start() - 12) : match.start()]
        if not re.search(
            r"(?:ГОСТ|ОСТ|ТУ|СТО|ДСТУ|ISO|ИСО|GOST|GB/?T?|GJB|EN|IEC|МЭК)\s?(?:Р|R|В)?\s?(?:ИСО|ISO)?\s?$", before
        ):
            found.append(mention(text, match.span("n"), MentionType.DOC, normal_number(match["n"]), "numbers", 0.9))
    return found


def _chinese(text: str, plain: str) -> list[Mention]:
    found = []
    for match in _CHINESE.finditer(plain):
        start, end = match.span("n")
        prefix = re.match(r"[\u4e00-\u9fff]*", plain[start:end])
        lead = _LEAD.match(prefix[0]) if prefix else None
        start += lead.end() if lead else 0
        found.append(mention(text, (start, end), MentionType.DOC, re.sub(r"\s", "", text[start:end]), "numbers"))
    return found


KIND = Kind("numbers", "Numbers of letters, contracts, requests and other papers", (MentionType.DOC,), find_documents)
