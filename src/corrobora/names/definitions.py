"""What a text calls somebody right after naming it: "(далее — «Заказчик», Teply Bereg LLC)", 以下简称“远航”.

A short name holds beyond its paper only where it is made of the full one, is a whole name itself, or is said to be
another name of the bearer. All else ("the Buyer", 甲方, "Исполнитель", any word nobody foresaw) holds within its paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corrobora.names.hanzi import simplified
from corrobora.names.organizations import brand_bits, has_legal_form, organization_form
from corrobora.names.roles import is_role
from corrobora.names.slavic import skeleton
from corrobora.names.text import clean, script

CASE, DOCUMENT = "case", "document"
"""How far a name binds: in the whole case, or within the paper that gives it."""

_REACH = 420
_SAME_SOUND = 8.0
_SHORT = (
    r"(?:далее|далі|надалі|в\s+дальнейшем|у\s+подальшому|по\s+тексту|за\s+текстом|сокращ[её]нно|скорочено|hereinafter|"
    r"hereafter|以\s*下\s*简\s*称|以\s*下\s*簡\s*稱|以\s*下\s*称|下\s*称|简\s*称|簡\s*稱)"
)
_ALSO = (
    r"(?:(?:сокращ[её]нное|краткое|скорочене|коротке|полное|повне|фирменное|прежнее|старое|колишнє|попереднє|английское|"
    r"англійське|китайское|китайське|русское|російське|иностранное|международное|торговое|комерційне|коммерческое)\s+"
    r"(?:фирменное\s+)?(?:наименование|название|имя|найменування|назва)(?:\s+на\s+\w+\s+\w+)?|"
    r"(?:также|тж\.?)\s+(?:известн\w+|именуем\w+|называем\w+)(?:\s+как)?|також\s+відом\w+(?:\s+як)?|он[аои]?\s+же|"
    r"він\s+же|ранее|раніше|бывш(?:ее|ая|ий|\.)|колишн\w+|до\s+\d{4}\s+(?:года?|р\.|року)|торговая\s+марка|торгова\s+марка|"
    r"бренд|товарный\s+знак|англ\.|кит\.|рус\.|рос\.|укр\.|на\s+\w+ском\s+языке|по-(?:английски|китайски|русски)|"
    r"(?:English|Chinese|Russian|Ukrainian|short|abbreviated|full|former|trade|trading|business|brand)\s+names?|"
    r"in\s+(?:English|Chinese|Russian|Ukrainian)|also\s+known\s+as|a\.?k\.?a\.?|formerly(?:\s+known\s+as)?|"
    r"f\.?/?k\.?/?a\.?|doing\s+business\s+as|d\.?/?b\.?/?a\.?|trading\s+as|t/a|abbreviated(?:\s+as|\s+to)?|"
    r"英\s*文\s*(?:名\s*称|名|简\s*称)|俄\s*文\s*(?:名\s*称|名)|外\s*文\s*(?:名\s*称|名)|中\s*文\s*(?:名\s*称|名)|"
    r"曾\s*用\s*名|原\s*名|又\s*名|又\s*称|亦\s*称|也\s*称|别\s*名|商\s*号)"
)
_MARKER = re.compile(rf"(?<![^\W\d_])(?:(?P<short>{_SHORT})|(?P<also>{_ALSO}))(?![a-zа-яёіїєґ])", re.IGNORECASE)
_SEVERAL = re.compile(
    r"совместно|вместе|каждый|стороны|спільно|разом|сторони|jointly|collectively|together|each|合\s*称|统\s*称|共\s*同",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:[-–—:：=,，]|\s|по\s+тексту|за\s+текстом|именуем\w+|имен\w+|іменован\w+|іменується|называем\w+|что|як|как|"
    r"referred\s+to|as|called|the|simply|за\s+договором|по\s+договору|в\s+дальнейшем|надалі|далее|также|или|为)*",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"\s*(?:[«\"“„”‘'「]+(?P<quoted>[^«»\"“”„‘'」\n]{1,90}(?:«[^«»\n]{1,60}»)?)[»\"”“’'」]+"
    r"|(?P<formed>(?:[А-ЯІЇЄҐ]{2,6}|ПрАТ|Акционерное общество|Общество с ограниченной ответственностью)\s*"
    r"[«\"“„][^»\"”“\n]{2,80}[»\"”“]+|[A-Z][^()«»\"“”\n;；]{1,80}?,?\s(?:Co\.?,?\s*Ltd\.?|LLC|Ltd\.?|JSC|PJSC|Inc\.?|GmbH|"
    r"Corp\.?|PLC|Limited|Corporation)(?![\w]))"
    r"|(?P<plain>[^,，;；()（）\[\]«»“”\"\n。]{2,90}))"
)
_NEXT = re.compile(r"\s*(?:[,，、;；/]|или|либо|або|чи|or|and|и|та|й|и\s+также|或|及)\s*(?:the\s+)?", re.IGNORECASE)
_NUMBERS_BETWEEN = re.compile(
    r"(?:[»\"”“’'.]|\s|[,，(（]|\)|）|(?:ИНН|КПП|ОГРН|ОГРНИП|ЄДРПОУ|ЕДРПОУ|код|INN|OGRN|reg(?:istration)?\.?|no\.?|№|"
    r"统一社会信用代码|信用代码|[:：/-]|[0-9A-Z]{8,20}))*",
    re.IGNORECASE,
)
_BARE = re.compile(r"[»\"”“’']*\s*[(（]\s*(?P<inner>[^()（）\n]{2,90}?)\s*[)）]")
_BESIDE = re.compile(r"[»\"”“’']*\s*/\s*(?P<inner>[^/()（）\n|;]{3,90}?)\s*(?=[\n|;(（]|$)")
_CAPITALS = re.compile(r"[A-ZА-ЯЁІЇЄҐ]{3,8}(?:-\d{1,4})?")


@dataclass(frozen=True, slots=True)
class Definition:
    """Another name that a text gives to somebody.

    Attributes:
        text: the other name as written; text[start:end] of the text it stands in.
        binds: CASE or DOCUMENT.
    """

    text: str
    start: int
    end: int
    binds: str


def definitions(text: str, start: int, end: int, limit: int | None = None) -> tuple[Definition, ...]:
    """The other names that a text gives to the organisation named at text[start:end].

    Args:
        text: the page.
        start: where the full name begins.
        end: where it ends.
        limit: where the next one is named outside brackets, or the paragraph ends.

    Example:
        >>> page = 'ООО "Тёплый берег" (далее — "Заказчик", Teply Bereg LLC)'
        >>> [(one.text, one.binds) for one in definitions(page, 0, 18)]
        [('Заказчик', 'document'), ('Teply Bereg LLC', 'case')]
    """
    full = text[start:end]
    stop = min(len(text), end + _REACH)
    out: dict[str, Definition] = {}
    for one in (*_marked(text, full, end, stop if limit is None else min(stop, limit)), *_unmarked(text, full, end)):
        out.setdefault(one.text, one)
    return tuple(out.values())


def _marked(text: str, full: str, end: int, stop: int) -> Iterator[Definition]:
    """Names behind a word that introduces them."""
    place = end
    while (found := _MARKER.search(text, place, stop)) is not None:
        between = text[end : found.start()]
        place = found.end()
        if re.search(r"\n\s*\n|[。;；]|[.]\s+[А-ЯЁІЇЄҐA-Z]", between) or _SEVERAL.search(between):
            return
        near = _NUMBERS_BETWEEN.fullmatch(re.sub(r"[(（][^()（）]*[)）]", " ", between)) is not None
        if found["also"] and not near:
            continue
        closing = _closing(text, end, found.start())
        for name, left, right in _items(text, found.end(), closing):
            binds = _binds(full, name, stated=bool(found["also"]), near=near)
            yield Definition(name, left, right, binds)
            place = max(place, right)


def _closing(text: str, end: int, marker: int) -> int:
    """Where the bracket around a marker closes, else as far as names are looked for."""
    opened = max(text.rfind("(", end, marker), text.rfind("（", end, marker))
    if opened >= 0 and not re.search(r"[)）]", text[opened:marker]):
        closed = re.search(r"[)）]", text[marker : marker + _REACH])
        if closed is not None:
            return marker + closed.start()
    return min(len(text), marker + _REACH)


def _items(text: str, place: int, stop: int) -> Iterator[tuple[str, int, int]]:
    """Names one after another, as far as commas and "or" join them."""
    filler = _FILLER.match(text, place, stop)
    place = filler.end() if filler is not None else place
    while _SEVERAL.match(text, place, stop) is None:
        found = _ITEM.match(text, place, stop)
        if found is None:
            return
        group = next(name for name in ("quoted", "formed", "plain") if found[name])
        left, right = found.span(group)
        raw = text[left:right]
        if group == "plain" and not _is_name(raw, closed=text[right : right + 1] in ")）,，"):
            return
        left += len(raw) - len(raw.lstrip())
        yield " ".join(raw.split()), left, left + len(raw.strip())
        following = _NEXT.match(text, found.end(), stop)
        if following is None or following.end() == found.end():
            return
        place = following.end()
        again = _MARKER.match(text, place, stop)
        filler = _FILLER.match(text, again.end() if again else place, stop)
        place = filler.end() if filler is not None else place


def _is_name(raw: str, *, closed: bool) -> bool:
    """Whether words without quotation marks are a name: capitals, or Chinese, few, and the bracket ends behind them."""
    words = raw.split()
    if not words or len(words) > 9 or not closed:
        return False
    return script(raw) == "Han" and len(raw.strip()) <= 30 or words[0][:1].isupper() or words[0][:1].isdigit()


def _unmarked(text: str, full: str, end: int) -> Iterator[Definition]:
    """A name in brackets, or behind a stroke, with no word of introduction."""
    bare = _BARE.match(text, end)
    if bare is not None and _MARKER.search(bare["inner"]) is None:
        inner = re.sub(r"(?i:the)\s+(?=[\"“'‘])", "", bare["inner"])
        name = _unquoted(inner)
        foreign = script(name) != script(full) and has_legal_form(name) and not _is_sentence(name)
        if name and not is_role(name) and (foreign or is_made_of(full, name)) and not _clash(full, name):
            yield _found(text, bare, name, CASE)
        elif name and inner[:1] in "«\"“„'‘" and not _is_sentence(name):
            yield _found(text, bare, name, DOCUMENT)
    beside = _BESIDE.match(text, end)
    if beside is not None:
        name = beside["inner"].strip(" —–-")
        if script(name) != script(full) and has_legal_form(name) and not _clash(full, name) and not _is_sentence(name):
            yield _found(text, beside, name, CASE)


def _unquoted(text: str) -> str:
    """The words without quotation marks around the whole of them, and without dashes at their ends."""
    bare = text.strip(" —–-")
    return bare[1:-1].strip() if bare[:1] in "«\"“„'‘" and bare[-1:] in "»\"”“'’" and len(bare) > 2 else bare


def _found(text: str, match: re.Match[str], name: str, binds: str) -> Definition:
    left = text.index(name, match.start("inner"))
    return Definition(" ".join(name.split()), left, left + len(name), binds)


def _is_sentence(name: str) -> bool:
    return bool(re.search(r"[:：=]|\d{6,}", name)) or len(name.split()) > 9


def _binds(full: str, name: str, *, stated: bool, near: bool) -> str:
    if is_role(name) or _clash(full, name) or _is_sentence(name):
        return DOCUMENT
    whole = has_legal_form(name) and bool(organization_form(name).plain)
    return CASE if is_made_of(full, name) or (near and (stated or whole)) else DOCUMENT


def _clash(full: str, name: str) -> bool:
    """Whether two forms have different numbers: № 2 is not № 12."""
    one, other = organization_form(full).numbers, organization_form(name).numbers
    return bool(one and other and not one & other)


@lru_cache(maxsize=16384)
def is_made_of(full: str, short: str) -> bool:
    """Whether a short name is made of a full one: first letters, some of its signs in order, or its own words.

    Example:
        >>> is_made_of("Уральское бюро точных приборов", "УБТП"), is_made_of("深圳远航贸易有限公司", "远航")
        (True, True)
        >>> is_made_of("ООО «Тёплый берег»", "Берег"), is_made_of("ООО «Тёплый берег»", "Буран")
        (True, False)
    """
    name = clean(re.sub(r"[«»\"“”„‘’'()（）]", " ", short))
    if not name or is_role(name):
        return False
    if script(name) == "Han":
        rest = iter(simplified(clean(full)))
        return 1 < len(name) < len(full) and all(sign in rest for sign in simplified(name) if not sign.isspace())
    if _is_acronym(full, name):
        return True
    short_form, full_form = organization_form(name), organization_form(full)
    if not short_form.numbers <= full_form.numbers or not (short_form.brands or short_form.numbers):
        return False
    return all(any(_is_one_brand(own, held) for held in full_form.brands) for own in short_form.brands)


def _is_one_brand(own: str, held: str) -> bool:
    return skeleton(own) == skeleton(held) or (script(own) != script(held) and brand_bits(own, held) >= _SAME_SOUND)


def _is_acronym(full: str, short: str) -> bool:
    """Whether capitals are the first letters of the words of a name, small words and legal forms counted or not."""
    if not _CAPITALS.fullmatch(short):
        return False
    letters = "".join(sign for sign in short if sign.isalpha())
    held = [word for word in re.findall(r"[^\W\d_]+", clean(full).replace("-", " "))]
    whole = "".join(word[0] for word in held).upper()
    bare = "".join(word[0] for word in held if len(word) > 2 and word[0].isupper() or len(word) > 3).upper()
    inner = "".join(word[0] for word in held if not has_legal_form(word) and len(word) > 2).upper()
    return letters in (whole, bare, inner)
