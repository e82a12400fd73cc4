"""Units of organisations: "бюро ... управления ... комиссии", stacked letterheads, 局司处, "X Division of Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.mentions.facts.paper import Paper, lines, span, tidy
from corrobora.mentions.facts.words.unit_names import CHINESE_PARTS, CHINESE_UNITS, ENGLISH_UNITS, UNIT_WORDS, UnitWord
from corrobora.mentions.morphology import nominative, parses
from corrobora.model.document import Page
from corrobora.model.facts import OrganizationPart
from corrobora.model.mention import MentionType

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*|№\s?\d+|\d+")
# Between the words of one chain: white space, quotation marks, one line break; a comma ends it.
_GAP = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*[«»\"“”„]{0,2}[ \t\u00a0]*")
_LONGEST = 9
_FORMS: dict[str, tuple[UnitWord, str]] = {
    **{unit.genitive: (unit, "genitive") for unit in reversed(UNIT_WORDS)},
    **{unit.nominative: (unit, "nominative") for unit in reversed(UNIT_WORDS)},
    **{unit.nominative: (unit, "both") for unit in UNIT_WORDS if unit.nominative == unit.genitive},
}
_OBLIQUE = re.compile(r"(?:ом|ем|ой|ою|ею|ям|у|ю|е|і|ї|ам|ах|ями|ами)$")
_MASCULINE = re.compile(r"(?:ого|его|ього)$")
_ADJECTIVE = {"m": _MASCULINE, "n": _MASCULINE, "f": re.compile(r"(?:ой|ей|ої|ьої)$")}
# Words that end a name: it goes on with nouns, adjectives and prepositions only.
_UKRAINIAN_VERB = re.compile(r"(?:ть|ться|ли|ла|ло|вся|лися|лася|ати|ити|уть|ють|но|то)$")
_NO_PART = frozenset({"VERB", "INFN", "GRND", "PRTS", "NPRO", "ADVB", "PRCL", "PRED", "COMP"})
_LOOSE_END = re.compile(r"\s+(?:и|й|та|і|по|в|у|с|з|для|на|при|за|от|від|из|із|о|об|про)$", re.IGNORECASE)
_GENERIC = re.compile(
    r"(?:эт|дан|наш|ваш|сво|указанн|соответствующ|цього|цієї|вказан|відповідн|друг|інш|как|кажд)", re.IGNORECASE
)

_HAN_RUN = re.compile(r"[\u3400-\u9fff（）()]{6,40}")
_HAN_UNIT = re.compile(CHINESE_UNITS)
_HAN_PART = re.compile(r"[\u3400-\u9fff]{2,}" + CHINESE_PARTS)
_HAN_STOP = re.compile(r"[的和与及由向对在为是于]|工作人员|全部|内部|外部|干部")
_HAN_TITLE = re.compile(r"(?:副?(?:处|局|司|科|厅|部|院|所|厂|室)长|副?主任|副?总|经理|董事长|负责人|工程师|代表)")
_CAP = rf"(?!{ENGLISH_UNITS}\b)[A-Z][A-Za-z&'’-]*"
_NAME_OF = rf"(?:{_CAP}\s){{0,4}}{ENGLISH_UNITS}(?:\s(?:of|for)\s(?:the\s)?{_CAP}(?:\s(?:and\s|of\s)?{_CAP}){{0,4}})?"
_ENGLISH = re.compile(
    rf"(?<![\w-])(?P<part>{_NAME_OF})(?P<link>,\s(?:the\s)?|\s(?:of|at|within|under)\sthe\s|\sof\s|,\s?\n\s*)"
    rf"(?P<whole>(?:{_NAME_OF})|{_CAP}(?:\s{_CAP}){{0,5}},?\s(?:JSC|LLC|Ltd|Inc|Corporation|Co))(?![\w-])"
)
_VERBS = (
    (
        re.compile(
            r"\s*,?\s*(?:котор\w{2}\s)?(?:входит\sв\s(?:состав|структуру)|входящ\w{2,3}\sв\sсостав|в\sсоставе|подчиняется|"
            r"структурное\sподразделение|входить\sдо\sскладу|у\sскладі|підпорядкован\w{1,2}|is\s(?:a\s)?(?:part|division|"
            r"branch|unit)\sof(?:\sthe)?|,?\sa\s(?:division|branch|unit|part)\sof(?:\sthe)?|隶属于?|系)\s*"
        ),
        False,
    ),
    (re.compile(r"\s*(?:下属的?|所属的?|下设的?|下辖的?)\s*"), True),
)


@dataclass(frozen=True, slots=True)
class _Element:
    start: int
    end: int
    name: str
    rank: int


def read(paper: Paper) -> list[OrganizationPart]:
    """Which unit belongs to which, as the paper's phrases and its letterhead say."""
    found: dict[tuple[str, str], OrganizationPart] = {}
    for page in paper.pages:
        for one in (*_chains(paper, page), *_stacked(page), *_chinese(page), *_english(page), *_told(paper, page)):
            part, whole = one
            if part.name.casefold() == whole.name.casefold():
                continue
            start, end = min(part.start, whole.start), max(part.end, whole.end)
            fact = OrganizationPart(part.name, whole.name, span(page, start, end), paper.letter.written)
            found.setdefault((part.name.casefold(), whole.name.casefold()), fact)
    return list(found.values())


Pair = tuple[_Element, _Element]


def _chains(paper: Paper, page: Page) -> Iterator[Pair]:
    """Russian and Ukrainian phrases in which each unit stands in the genitive behind its part."""
    words = list(_WORD.finditer(page.text))
    units = [(at, known) for at, word in enumerate(words) if (known := _unit(word[0])) is not None]
    people = {m.start for m in paper.mentioned(page, MentionType.PER)}
    for (at, _), (following, (unit, form)) in zip(units, units[1:], strict=False):
        near = following - at <= _LONGEST and _joined(page.text, words, at, following)
        first = _start(words, following, unit)
        if form in ("oblique", "nominative") or not near or first <= at:
            continue
        part = _element(page.text, words, at, min(first - 1, _last(page.text, words, at, people)))
        whole = _element(page.text, words, following, _last(page.text, words, following, people))
        if part is None or whole is None or part.end < words[first - 1].end():
            continue
        if part.rank > whole.rank:
            yield part, whole
    yield from _of_firm(paper, page, words, [at for at, _ in units])


def _of_firm(paper: Paper, page: Page, words: list[re.Match[str]], units: list[int]) -> Iterator[Pair]:
    """A unit right before a firm: "отдел внешних связей АО «Заря»"."""
    for firm in paper.mentioned(page, MentionType.ORG):
        if not re.search(r"[«\"“„]|\b(?:АО|ООО|ПАО|ФГУП|ТОВ|АТ|ДП)\b", firm.text):
            continue
        before = [at for at in units if words[at].end() <= firm.start and firm.start - words[at].start() < 90]
        if not before:
            continue
        last = max((n for n, w in enumerate(words) if w.end() <= firm.start), default=before[-1])
        whole_chain = last - before[-1] < _LONGEST and _joined(page.text, words, before[-1], last)
        whole_chain = whole_chain and _last(page.text, words, before[-1], set()) >= last
        part = _element(page.text, words, before[-1], last) if whole_chain else None
        if part is not None and part.rank > 2 and _GAP.fullmatch(page.text, words[last].end(), firm.start):
            yield part, _Element(firm.start, firm.end, tidy(firm.value or firm.text), 2)


def _unit(word: str) -> tuple[UnitWord, str] | None:
    folded = word.casefold()
    if folded in _FORMS:
        return _FORMS[folded]
    stem = _OBLIQUE.sub("", folded)
    for ending in ("", "а", "я", "о", "е", "ь"):
        if stem != folded and stem + ending in _FORMS and _FORMS[stem + ending][1] == "nominative":
            return _FORMS[stem + ending][0], "oblique"
    return None


def _joined(text: str, words: list[re.Match[str]], first: int, last: int) -> bool:
    pairs = zip(words[first:last], words[first + 1 : last + 1], strict=False)
    return all(_GAP.fullmatch(text, one.end(), two.start()) for one, two in pairs)


def _start(words: list[re.Match[str]], at: int, unit: UnitWord) -> int:
    """The first adjective before a unit in the genitive."""
    while at > 0 and _is_adjective(words[at - 1][0], unit) and not _unit(words[at - 1][0]):
        at -= 1
    return at


def _is_adjective(word: str, unit: UnitWord) -> bool:
    if not _ADJECTIVE[unit.gender].search(word.casefold()):
        return False
    return unit.ukrainian or any(parse.tag.POS in ("ADJF", "PRTF") for parse in parses(word.casefold()))


def _ends_name(word: str, unit: UnitWord) -> bool:
    """Whether a word is none of those that names go on with: a verb, say."""
    if unit.ukrainian:
        return _UKRAINIAN_VERB.search(word.casefold()) is not None
    return parses(word.casefold())[0].tag.POS in _NO_PART


def _last(text: str, words: list[re.Match[str]], at: int, people: set[int]) -> int:
    """The last word of a unit's name: up to a stop, the next unit, or a word that is no part of a name."""
    known = _unit(words[at][0])
    unit = known[0] if known is not None else UNIT_WORDS[0]
    end = at
    while end + 1 < len(words) and end - at < _LONGEST - 1:
        following = words[end + 1]
        gap = text[words[end].end() : following.start()]
        if not _GAP.fullmatch(gap) or "\n" in gap or following.start() in people:
            break
        if _ends_name(following[0], unit):
            break
        next_unit = _unit(following[0])
        if next_unit is not None:
            return _start(words, end + 1, next_unit[0]) - 1
        if following[0].isdigit() or re.fullmatch(r"[A-ZА-ЯІЇЄ]", following[0]):
            break
        end += 1
    return end


def _element(text: str, words: list[re.Match[str]], at: int, last: int) -> _Element | None:
    """A unit with its words, in the nominative; None for one that does not say which it is."""
    known = _unit(words[at][0])
    if known is None or last < at:
        return None
    unit, form = known
    first = at if form == "nominative" else _start(words, at, unit)
    if form == "nominative" or (form == "both" and first == at):
        form, first = "nominative", _nominative_start(words, at, unit)
    written = _LOOSE_END.sub("", text[words[first].start() : words[last].end()])
    if first == last or _GENERIC.match(written) or len(written) > 140 or len(_WORD.findall(written)) < 2:
        return None
    lead = [word[0] if form == "nominative" else _adjective(word[0], unit) for word in words[first:at]]
    rest = tidy(text[words[at].end() : words[first].start() + len(written)])
    name = " ".join([*lead, unit.nominative, rest]).strip()
    return _Element(words[first].start(), words[first].start() + len(written), name[:1].upper() + name[1:], unit.rank)


def _nominative_start(words: list[re.Match[str]], at: int, unit: UnitWord) -> int:
    endings = {"m": r"(?:ый|ий|ой)$", "n": r"(?:ое|ее|е|є)$", "f": r"(?:ая|яя|а|я)$"}[unit.gender]
    while at > 0 and re.search(endings, words[at - 1][0].casefold()) and words[at - 1][0][:1].isupper():
        at -= 1
    return at


def _adjective(word: str, unit: UnitWord) -> str:
    """An adjective in the genitive as nominative, by the gender of its noun."""
    soft = re.search(r"(?:его|ей|ього|ьої)$", word.casefold()) is not None
    stem = re.sub(r"(?:ього|ьої|ого|его|ой|ей|ої)$", "", word)
    if unit.ukrainian:
        return stem + {"m": "ій" if soft else "ий", "n": "є" if soft else "е", "f": "я" if soft else "а"}[unit.gender]
    if soft:
        return stem + {"m": "ий", "n": "ее", "f": "ая" if stem[-1:] in "щшжч" else "яя"}[unit.gender]
    hard = "ий" if stem[-1:] in "кгх" else "ый"
    return stem + {"m": hard, "n": "ое", "f": "ая"}[unit.gender]


def _stacked(page: Page) -> Iterator[Pair]:
    """A letterhead: one unit a line, the higher above the lower."""
    if page.page != 1:
        return
    above: _Element | None = None
    for line in list(lines(page))[:8]:
        words = list(_WORD.finditer(line.text))
        known = ((n, _unit(word[0])) for n, word in enumerate(words[:4]))
        at = next((n for n, unit in known if unit is not None and unit[1] in ("nominative", "both")), None)
        if at is None or len(words) < 2 or re.search(r"[:;]", line.text):
            above = above if at is None and above is not None and not re.search(r"\d", line.text) else None
            continue
        unit = _FORMS[words[at][0].casefold()][0]
        name = tidy(line.text)
        name = name[:1] + name[1:].lower() if name.isupper() else name
        element = _Element(line.start, line.end, nominative(name) if not unit.ukrainian else name, unit.rank)
        if above is not None and element.rank > above.rank:
            yield element, above
        above = element


def _chinese(page: Page) -> Iterator[Pair]:
    """Chinese names that run from the whole to the part: 某某委员会国际合作司技术处."""
    for run in _HAN_RUN.finditer(page.text):
        text = run[0]
        ends = [m.end() for m in _HAN_UNIT.finditer(text)]
        pieces: list[tuple[int, int]] = []
        start = 0
        for end in ends:
            written = text[start:end]
            if len(written) < (5 if not pieces else 3) or (pieces and not _HAN_PART.search(written)):
                continue
            pieces.append((start, end))
            start = end
        rest = text[start:]
        if len(pieces) < 2 or _HAN_STOP.search(text[:start]) or (rest and not _HAN_TITLE.match(rest)):
            continue
        for (a, b), (c, d) in zip(pieces, pieces[1:], strict=False):
            at = run.start()
            yield _Element(at + c, at + d, text[c:d], 5), _Element(at + a, at + b, text[a:b], 1)


def _english(page: Page) -> Iterator[Pair]:
    at = 0
    while (match := _ENGLISH.search(page.text, at)) is not None:
        part = _Element(match.start("part"), match.end("part"), tidy(match["part"]), 5)
        whole = _Element(match.start("whole"), match.end("whole"), tidy(match["whole"]), 1)
        if " " in part.name and " " in whole.name:
            yield part, whole
        at = match.start("whole")


def _told(paper: Paper, page: Page) -> Iterator[Pair]:
    """Two organisations with words between them that say which belongs to which."""
    mentioned = paper.mentioned(page, MentionType.ORG)
    for one, two in zip(mentioned, mentioned[1:], strict=False):
        between = page.text[one.end : two.start]
        for pattern, turned in _VERBS:
            if len(between) < 60 and pattern.fullmatch(between):
                left, right = (_Element(m.start, m.end, tidy(m.value or m.text), 3) for m in (one, two))
                yield (right, left) if turned else (left, right)
