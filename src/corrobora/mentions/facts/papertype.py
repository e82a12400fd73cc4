"""What sort of paper a document is: by its heading, its phrases, its tables and how it came."""

from __future__ import annotations

import re

from corrobora.mentions.facts.cards import cards_on
from corrobora.mentions.facts.columns import Columns, columns_of
from corrobora.mentions.facts.paper import Line, Paper, lines
from corrobora.mentions.facts.patterns import any_case, one_of
from corrobora.mentions.facts.words.papers import DRAFT_WORDS, HEADINGS, INSTRUCTION_WORDS, REQUEST_WORDS

_HEAD_LINES = 24
UNCOMMON = ("power_of_attorney", "bill_of_lading", "press_release", "cv")
"""Types that tell a reader what to expect; facts are read from them as from any other paper."""
_HEADINGS = tuple((kind, re.compile(one_of(phrases))) for kind, phrases in HEADINGS)
_REQUEST = re.compile(one_of(REQUEST_WORDS))
_INSTRUCTION = re.compile(one_of(INSTRUCTION_WORDS))
_DRAFT = re.compile(rf"^\W*(?:{one_of(DRAFT_WORDS)})")
_DRAFT_LOUD = re.compile(r"\bDRAFT\b|\bПРОЕКТ\b|\bПРОЄКТ\b|草\s*案|草\s*稿|讨\s*论\s*稿|征\s*求\s*意\s*见\s*稿")
_DRAFT_NAME = re.compile(rf"(?i:{'|'.join(any_case(w) for w in ('проект', 'проєкт', 'draft', '草案', 'черновик'))})")
_AFTER = re.compile(
    r"\s*(?:$|№|N[oо]\b|[/:.,\"«“(（—–-]|\d|от\b|від\b|о\b|об\b|про\b|of\b|on\b|for\b|dated\b|на\b|к\b|до\b|з\b|"
    r"с\b|по\b|рабоч|состав|пребыв)",
    re.IGNORECASE,
)
_PASSPORT = re.compile(r"(?i:date\s+of\s+birth|дата\s+(?:рождения|народження))|出\s*生\s*日\s*期")
_SENTENCE = re.compile(
    r"(?i:\b(?:подписан|заключ[её]н|был[аио]?|является|исполняется|просим|сообщаем|was|were|is|are|has|have|will|"
    r"підписан|укладен|буде|повідомляємо)\w{0,2}\b)|^.{45,}(?<!\d г)(?<!\d р)(?<!\dг)\.$"
)
_MRZ = re.compile(r"P[A-Z<][A-Z<]{3}[A-Z<]{2,}<<[A-Z<]{5,}")
_PASSPORT_WORD = re.compile(r"(?i:p\s?a\s?s\s?s\s?p\s?o\s?r\s?t|паспорт)|护\s*照")
_PICTURE = re.compile(r"\.(?:jpe?g|png|tiff?|bmp|gif|webp|heic)$", re.IGNORECASE)
_WEB = re.compile(r"\.x?html?$|\.mht(?:ml)?$", re.IGNORECASE)
_LIFE = re.compile(
    r"(?i:дата\s+(?:рождения|народження)|родил(?:ся|ась)|опыт\s+работы|досвід\s+роботи|образование|освіта|"
    r"date\s+of\s+birth|education|work\s+experience|employment)|出\s*生|学\s*历|工作经历|教育背景"
)
_ADDRESSED = re.compile(
    r"(?im:^\s*(?:кому|to|attention|attn\.?)\s*:\s*\S)|(?:^|\n)\s*(?:致|主送)\s*[:：]|(?im:^\s*(?:dear|уважаем\w+|"
    r"шановн\w+)\b)|尊敬的"
)
_ANNEX = re.compile(
    r"(?im:^[^\n|]{0,20}\b(?:приложени[ея]|додаток|annex|appendix|schedule)\s*(?:№|n[oо°]\.?)?\s*\w{0,3}\s+(?:к|до|to)\s+(?:the\s+)?"
    r"(?:контракт|договор|соглашени|угод|contract|agreement))|(?:^|\n)[^\n]{0,30}合\s*同[^\n]{0,24}附\s*件"
)
_SHEET = re.compile(r"\.(?:xls[xmb]?|ods)$", re.IGNORECASE)
_OFFICE = re.compile(r"(?:^|\n)\s*(?:Исх|Вих|Ref|Our ref|发文)[\s.:№]", re.IGNORECASE)


def recognise(paper: Paper) -> str:
    """The type of a paper, one of those LetterFact lists."""
    text = "\n".join(page.text for page in paper.pages)
    if _is_mail(paper):
        return "mail"
    if paper.metadata.get("chat"):
        return "chat"
    cards = any(len(cards_on(page)) > 1 for page in paper.pages)
    if _MRZ.search(text.replace(" ", "")) or (not cards and _is_passport(paper, text)):
        return "passport"
    if _PICTURE.search(paper.document) and len(text.strip()) < 25:
        return "photograph"
    if not text.strip():
        return "photograph" if _PICTURE.search(paper.document) else "other"
    kind = heading_type(paper) or _by_phrases(text) or _by_tables(paper)
    if kind == "cv" and not _LIFE.search(text):
        # a summary at the head of a report is called the same in Russian
        kind = "other"
    if kind in ("", "other", "passport") and cards:
        kind = "list"
    if kind in ("", "other", "list") and paper.pages and _ANNEX.search(paper.pages[0].text[:400]):
        kind = "contract"
    if kind == "contract" and is_draft(paper):
        return "draft_contract"
    if kind in ("", "other"):
        if _WEB.search(paper.document):
            return "web_page"
        return "letter" if _OFFICE.search(text) or _ADDRESSED.search(text[:1500]) else "other"
    return kind


def _is_passport(paper: Paper, text: str) -> bool:
    printed = _PASSPORT_WORD.search(text[:80]) and _PASSPORT.search(text) and len(text) < 1500
    return bool(printed) and heading_type(paper) in ("", "passport") and _by_tables(paper) != "list"


def _is_mail(paper: Paper) -> bool:
    known = {key.casefold() for key, value in paper.metadata.items() if value}
    return bool({"from", "message_id", "message-id"} & known) and bool({"to", "subject", "message_id"} & known)


def heading_type(paper: Paper) -> str:
    """The type that a heading at the top of the first page names, or ""."""
    if not paper.pages:
        return ""
    if _SHEET.search(paper.document):
        # what the sheet is called says less than the heading written on it
        below = [line for line in list(lines(paper.pages[0]))[1:5] if " | " not in line.text]
        if told := next((kind for line in below if (kind := line_type(line))), ""):
            return told
    for count, line in enumerate(lines(paper.pages[0])):
        if count >= _HEAD_LINES:
            break
        kind = line_type(line)
        if kind:
            return kind
    return ""


def line_type(line: Line) -> str:
    """The type of paper that a line names as a heading, or ""."""
    text = re.sub(r"(?<=\b[А-ЯЁІЇЄҐA-Z]) (?=[А-ЯЁІЇЄҐA-Z]\b)", "", line.text.strip("*#=_ "))
    if len(text) > 160 or _SENTENCE.search(text):
        return ""
    best: tuple[int, str] = (0, "")
    for kind, pattern in _HEADINGS:
        for found in pattern.finditer(text):
            if _is_heading(text, found) and found.end() - found.start() > best[0]:
                best = (found.end() - found.start(), kind)
                break
    return best[1]


def _is_heading(text: str, found: re.Match[str]) -> bool:
    phrase, before, after = found.group(), text[: found.start()], text[found.end() :]
    if re.search(r"[\u4e00-\u9fff]", phrase):
        return (
            len(text) <= 40
            and (not after.strip(" :：)）》") or not before.strip())
            and not after.startswith(("的", "中"))
        )
    if phrase.isupper() and len(before) <= 40 and len(phrase) > 3:
        return True
    return not before.strip(' «"(№0123456789.') and bool(_AFTER.match(after)) and len(text) <= 110


def _by_phrases(text: str) -> str:
    if _REQUEST.search(text):
        return "request"
    return "instruction" if _INSTRUCTION.search(text) else ""


def _by_tables(paper: Paper) -> str:
    for page in paper.pages:
        for table in page.tables:
            columns = columns_of(table)
            if columns is not None:
                return _table_type(columns)
    return ""


def _table_type(columns: Columns) -> str:
    if columns.has("debit") or columns.has("credit"):
        return "bank_statement"
    named = columns.has("name") or columns.has("surname")
    if named and (columns.has("birth") or columns.has("passport") or columns.has("post")):
        return "list"
    if columns.has("share") and columns.has("owner"):
        return "registry"
    return ""


def is_draft(paper: Paper) -> bool:
    """Whether a contract calls itself a draft: in its first lines or in its file name."""
    if _DRAFT_NAME.search(paper.document.rsplit("/", maxsplit=1)[-1]):
        return True
    head = [line.text for count, line in enumerate(lines(paper.pages[0])) if count < 6] if paper.pages else []
    return any(_DRAFT.match(text) or (len(text) < 60 and _DRAFT_LOUD.search(text)) for text in head)
