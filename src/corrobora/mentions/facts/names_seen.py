"""Where a page names people: initials, full names, Chinese names in any script, and the titles before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from os.path import commonprefix

from corrobora.mentions.facts.columns import role_of
from corrobora.mentions.facts.paper import tidy
from corrobora.mentions.facts.patterns import LOWER, UPPER, any_case, one_of, words
from corrobora.mentions.facts.people_names import base_form, is_chinese, is_surname, name_form
from corrobora.mentions.facts.words.titles import COURTESY, FULL_FORMS, POSTS, RANKS
from corrobora.model.document import Page
from corrobora.model.facts import NameForm
from corrobora.model.mention import Mention

_WHOLE_HANZI = re.compile(r"[\u4e00-\u9fff]{2,4}")
_ROW_OF_NAMES = re.compile(r"\s*(?:[(（][^()（）]{0,24}[)）])?\s*(?:[、,，]|和|与|及|以及)\s*")
_HANZI = re.compile(r"[\u3400-\u9fff]")
_L = LOWER + "'’ʼ"
_WORD = rf"[{UPPER}][{_L}]+(?:-[{UPPER}][{_L}]+)?"
_GAP = r"(?:[ \t\u00a0]+|[ \t\u00a0]*\n[ \t\u00a0]*)"
_I = rf"[{UPPER}]\.(?:\s?[{UPPER}]\.)?"
_EDGE_L, _EDGE_R = rf"(?<![{UPPER}{_L}\w«\"-])", rf"(?![{UPPER}{_L}\w])"
_NAME_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "full",
        re.compile(
            rf"{_EDGE_L}{_WORD}{_GAP}{_WORD}{_GAP}[{UPPER}][{_L}]*(?:[ое]вич|[иіїй]ч|[ое]вн|[їі]вн|йович|ичн|"
            rf"инічн)[{LOWER}]{{0,3}}{_EDGE_R}"
        ),
    ),
    (
        "full",
        re.compile(
            rf"{_EDGE_L}{_WORD}{_GAP}[{UPPER}][{_L}]*(?:[ое]вич|[ое]вн|[їі]вн|йович|"
            rf"иничн)[{LOWER}]{{0,3}}{_GAP}{_WORD}{_EDGE_R}"
        ),
    ),
    ("initials", re.compile(rf"{_EDGE_L}(?:{_WORD}|[{UPPER}]{{3,}}){_GAP}{_I}(?![{LOWER}])")),
    ("initials", re.compile(rf"(?<![{UPPER}\w.]){_I}{_GAP}?(?:{_WORD}|[{UPPER}]{{3,}}){_EDGE_R}")),
    ("capital", re.compile(rf"{_EDGE_L}{_WORD}[ ][{UPPER}]{{3,}}(?:-[{UPPER}]+)?{_EDGE_R}")),
    (
        "chinese",
        re.compile(
            rf"{_EDGE_L}(?:{_WORD}(?:{_GAP}{_WORD}){{1,2}}|[{UPPER}]{{2,}}(?:[ ][{UPPER}]{{2,}}){{1,2}}){_EDGE_R}"
        ),
    ),
    ("latin_initials", re.compile(r"(?<![\w.-])(?:[A-Z]\.\s?){1,2}[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?![\w])")),
    ("latin_initials", re.compile(r"(?<![\w.-])[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?,?\s(?:[A-Z]\.\s?){1,2}(?![\w])")),
    (
        "latin",
        re.compile(
            r"(?<![\w«\"-])[A-Z](?:[a-z'’]+|[A-Z'’]+)(?:[ \n](?:[A-Z](?:[a-z'’]+|[A-Z]+))(?:-[A-Za-z]+)?){1,2}(?![\w])"
        ),
    ),
)
_TITLES = one_of([*RANKS, *POSTS])
TITLE = re.compile(_TITLES)
_ZH_TITLES = [t for t in (*RANKS, *POSTS) if re.search(r"[\u4e00-\u9fff]", t)]
_ZH_TITLE = "|".join(sorted((any_case(t) for t in _ZH_TITLES), key=len, reverse=True))
_ZH_AFTER = re.compile(rf"\s*[—–(（,，:：]?\s*(?:{_ZH_TITLE})")
_ZH_STOP = set(
    "率领等及和与的为任一行在于将从是带由并、，。"
    ":：;；()（）《》先女同代表团总副经主局处长工程师翻译秘书参司令教授上中少大一二三四五六七八九十"
)
_ZH_NAME = r"(?P<name>[\u4e00-\u9fff](?:[ \u3000]?[\u4e00-\u9fff]){1,3})"
_ZH_TITLED = re.compile(rf"(?:{_ZH_TITLE})[ \t\u3000]*[:：]?[ \t\u3000]*{_ZH_NAME}")
_ZH_BEFORE = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{{2,4}})\s*(?:[—–-]{{1,2}}|[(（]|[,，]|\s)\s*(?:{_ZH_TITLE})"
)
_ZH_JOINED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:{_ZH_TITLE})(?![\u4e00-\u9fff]{{1,2}}[,，])"
)
_ZH_LED = re.compile(
    rf"(?:由|以|为|是|及|和|与|、|，|,|:|：|长|人)[ \t]*(?P<name>[\u4e00-\u9fff]{{2,3}}?)[ \t]*(?:{_ZH_TITLE})"
)
_ZH_POSTED = re.compile(
    rf"(?<=[、,，:：;；\s])(?P<name>[\u4e00-\u9fff]{{2,4}})(?=\s*[(（][^()（）\n]{{0,30}}(?:{_ZH_TITLE})\s*[)）])"
)
_LATIN_IN_HANZI = re.compile(
    r"(?<=[:：;；、，])\s*[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?\s[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?(?=\s*[(（][\u4e00-\u9fff])"
)
_ZH_BRACKET = re.compile(r"\s*[(（/]\s*(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3})\s*(?=[)）/,;\s]|$)")
_ZH_LISTED = re.compile(r"(?<=[、:：,，\s])(?P<name>[\u4e00-\u9fff]{2,4})(?=[、,，;；。\s]|$)")


@dataclass(frozen=True, slots=True)
class NameHit:
    """A person's name on a page.

    Attributes:
        form: the name in its base form.
        written: the name as it stands, on one line.
        sort: "full", "initials", "chinese", "latin", "hanzi", ...
        chinese: whether it is a Chinese name.
        sure: whether its shape alone makes it a name (initials, patronymic, rank beside Hanzi).
    """

    start: int
    end: int
    form: NameForm
    sort: str
    chinese: bool
    sure: bool
    written: str = ""


# Recognition drops or swaps the points of initials ("БА.", "В:И.").
_TORN_INITIALS = re.compile(rf"{_EDGE_L}(?P<s>{_WORD})[ ](?P<a>[{UPPER}])(?P<m>[:;,]?)(?P<b>[{UPPER}])\.(?![{LOWER}])")
_ONE_SCRIPT = re.compile(r"[A-Za-z'’ .-]+|[А-Яа-яЁёІіЇїЄєҐґ'’ .-]+")


def names_on(page: Page, people: list[Mention]) -> list[NameHit]:
    """The names on a page, in order, none overlapping; `people` are the page's PER mentions."""
    hits: list[NameHit] = []
    for sort, pattern in _NAME_PATTERNS:
        position = 0
        while found := pattern.search(page.text, position):
            position = found.start() + 1
            torn = _is_town(page.text, found) or _joins_lines(page.text, found.start(), found.end())
            hit = None if torn else _hit(found.group(), found.start(), sort)
            if hit is not None:
                hits.append(hit)
                position = hit.end
    hits += [
        NameHit(m.start(), m.end(), name_form(m.group(), "latin"), "mention", is_chinese(m.group()), True, m.group())
        for m in _LATIN_IN_HANZI.finditer(page.text)
        if not TITLE.match(m.group())
    ]
    hits += _hanzi(page.text, hits)
    hits += _in_rows(page.text, people)
    recognised = page.ocr_confidence is not None
    if recognised:
        hits += [hit for found in _TORN_INITIALS.finditer(page.text) if (hit := _torn(found)) is not None]
    hits += [hit for m in people if (hit := _mentioned(m)) is not None and (not recognised or hit.chinese)]
    return _apart(hits)


_ADDRESS = re.compile(
    r"(?i:уважаем\w+|дорог\w+|многоуважаем\w+|шановн\w+|вельмишановн\w+|господин\w*|госпож\w+|пане|пані)\s"
)
# "В Г. ОМСК" names a town and "2023 Г. ЦЗЯ" a year: the letter is an abbreviation, not an initial.
_TOWN = re.compile(r"(?i:г|м|с|р|п)\.\s*\S+")
_BEFORE_TOWN = re.compile(r"(?:\d|(?<!\w)(?i:в|во|из|до|у|із))\s+$")
_COUNTRY = re.compile(r"(?:P\.\s?R|R\.\s?O|D\.\s?P\.\s?R)\.\s?(?:China|Korea|Vietnam)\b|U\.\s?[SK]\.")
_FORM_WORD = re.compile(
    r"(?i:ооо|ао|пао|зао|оао|ип|тов|пат|дп|llc|ltd|jsc|inc|co|unit|price|buyer|seller|invoice|bank|date|no)\.?"
)
_ROLE_WORD = re.compile(
    r"(?i:поставщик|заказчик|покупатель|продавец|исполнитель|подрядчик|получатель|плательщик|утверждаю|"
    r"согласовано|подпись|дата|москва"
    r"|постачальник|замовник|покупець|продавець|виконавець|одержувач|платник|затверджую|погоджено|підпис|київ|от|"
    r"від|протокол|приказ|наказ)"
)


_LABELLED = re.compile(r"[\u4e00-\u9fff]\s*[:：]\s*$")
_ENDS = re.compile(r"\s|$|[，,、（(；;。]")


def _joins_lines(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name ends one line and begins the next, where a name of its own begins."""
    head, line, tail = text[start:end].rpartition("\n")
    if not line:
        return False
    tail = tail.strip()
    if len(tail.split()) > 1:
        return True
    following = re.match(rf"[ \t]+([{UPPER}][{_L}]+)(?![\w.])", text[end:])
    if following is None or "." in tail or not re.search(r"[^\s,;]\s+\S+\s*$", text[max(0, start - 20) : start] + head):
        return False
    return is_chinese(f"{tail} {following.group(1)}")


def _is_town(text: str, found: re.Match[str]) -> bool:
    return _TOWN.fullmatch(found.group()) is not None and _BEFORE_TOWN.search(text[: found.start()][-8:]) is not None


def _in_rows(text: str, people: list[Mention]) -> list[NameHit]:
    """Chinese names in a row of such names ("张三、李四和王五") or alone behind a label ("法定代表人：王五")."""
    named = sorted((m for m in people if _WHOLE_HANZI.fullmatch(m.text) and is_surname(m.text)), key=lambda m: m.start)
    kept: set[int] = set()
    for place, (one, other) in enumerate(pairwise(named)):
        if _ROW_OF_NAMES.fullmatch(text[one.end : other.start]):
            kept |= {place, place + 1}
    kept |= {n for n, m in enumerate(named) if _LABELLED.search(text[: m.start][-12:]) and _ENDS.match(text, m.end)}
    return [
        NameHit(m.start, m.end, name_form(m.text, "hanzi"), "hanzi", True, True)
        for place, m in enumerate(named)
        if place in kept and not _is_word(m.text)
    ]


def _torn(found: re.Match[str]) -> NameHit | None:
    return _hit(f"{found.group('s')} {found.group('a')}.{found.group('b')}.", found.start(), "initials", found.end())


def _hit(text: str, start: int, sort: str, end: int | None = None) -> NameHit | None:
    if TITLE.match(text.split(maxsplit=1)[0]) and sort not in ("initials", "latin_initials"):
        return None
    if sort == "full" and _ADDRESS.match(text):
        return None
    if sort == "initials" and any(TITLE.fullmatch(word) or _ROLE_WORD.fullmatch(word) for word in text.split()):
        return None
    if sort in ("chinese", "latin"):
        return _chinese_hit(text, start, sort)
    if sort == "initials" and re.match(r"(?:Исх|Вх|Исп|Тел|Стр|Пер|Ул|Просп|Вих|Рис|Таб|Гл|Ст|Кв|Акт|Доп)\b", text):
        return None
    if sort == "latin_initials" and _COUNTRY.match(text):
        return None
    written = tidy(text)
    stop = start + len(text) if end is None else end
    return NameHit(start, stop, name_form(base_form(written), sort), sort, False, sort != "capital", written)


def _chinese_hit(text: str, start: int, sort: str) -> NameHit | None:
    words = list(re.finditer(r"\S+", text))
    for count in (len(words), 2):
        if count > len(words) or count < 2:
            continue
        part = text[: words[count - 1].end()]
        if is_chinese(tidy(part)):
            form = name_form(base_form(tidy(part)), "chinese")
            return NameHit(start, start + len(part), form, sort, True, False)
    return None


def _hanzi(text: str, others: list[NameHit]) -> list[NameHit]:
    found: list[NameHit] = []
    for pattern in (_ZH_TITLED, _ZH_BEFORE, _ZH_JOINED, _ZH_LED, _ZH_POSTED):
        position = 0
        while match := pattern.search(text, position):
            position = max(match.start() + 1, match.start("name"))
            hit = hanzi_at(text, match.start("name"), match.end("name"))
            if hit is not None:
                found.append(hit)
    for other in others:
        if other.chinese and (match := _ZH_BRACKET.match(text, other.end)) is not None:
            name = tidy(match.group("name"))
            if is_surname(name):
                form = name_form(re.sub(r"\s", "", name), "hanzi")
                found.append(NameHit(match.start("name"), match.end("name"), form, "hanzi", True, True))
    return found


def hanzi_at(text: str, start: int, end: int) -> NameHit | None:
    """The Hanzi name that begins at a position and ends before `end`, or None."""
    raw = text[start:end]
    signs = [(position, sign) for position, sign in enumerate(raw) if not sign.isspace()]
    compound = is_surname("".join(sign for _, sign in signs[:3]), compound=True)
    size = 0
    for count, (_, sign) in enumerate(signs[: 4 if compound else 3]):
        if (
            count >= 2
            and sign in _ZH_STOP
            and _stops("".join(s for _, s in signs[count:]), text, start + signs[count][0])
        ):
            break
        size = count + 1
    name = "".join(sign for _, sign in signs[:size])
    if size < 2 or not is_surname(name) or TITLE.fullmatch(name) or _is_word(name):
        return None
    last = signs[size - 1][0]
    return NameHit(start, start + last + 1, name_form(name, "hanzi"), "hanzi", True, True)


def _stops(rest: str, text: str, position: int) -> bool:
    if rest[0] in "率领等及和与的、，。:：;；()（）带为任在":
        return True
    return _ZH_AFTER.match(text, position) is not None


def _is_word(name: str) -> bool:
    if name[:2] in (
        "双方",
        "中方",
        "俄方",
        "对方",
        "我方",
        "贵方",
        "甲方",
        "乙方",
        "各方",
        "买方",
        "卖方",
        "单位",
        "时间",
        "地点",
    ):
        return True
    return name in _COMMON_WORDS or any(
        name.endswith(tail) for tail in ("公司", "方面", "代表", "单位", "集团", "先生", "女士", "部门")
    )


_COMMON_WORDS = frozenset(
    words("""
    安全, 方面, 方式, 高级, 高度, 金额, 白色, 黄色, 常务, 常规, 成本, 成员, 程度, 单位, 党委, 时间, 时候, 项目,
    全部, 全体, 任务, 任何, 万元, 文件, 文本, 和平, 向上, 应当, 应该, 管理, 关于, 经济, 经理, 计划, 计算, 江苏,
    江西, 云南, 海南, 河南, 河北, 湖北, 湖南, 山东, 山西, 广东, 广西, 安徽, 华东, 华北, 何时, 来自, 利用, 李某,
    牛皮, 马上, 路线, 路上, 陆军, 空军, 海军, 温度, 包括, 包装, 毛重, 净重, 金属, 甘肃, 宁夏, 连同, 连长, 雷达,
    商务, 商业, 宣传, 和谈
    """)
)


def _mentioned(mention: Mention) -> NameHit | None:
    above, line, below = mention.text.rpartition("\n")
    if line and len(below.split()) >= 2 and len(above.split()) <= 2 and not above.endswith("-"):
        # the end of one line of a list and the name that begins the next
        mention = replace(mention, start=mention.end - len(below), text=below, value="")
    polite = re.match(r"(?i:mr|mrs|ms|miss|dr|г-н|г-жа|пан|пані)\.?\s+", mention.text)
    if polite is not None:
        mention = replace(mention, start=mention.start + polite.end(), text=mention.text[polite.end() :], value="")
    text = tidy(mention.text)
    if re.fullmatch(r"[\u4e00-\u9fff\s]{2,6}", text) or len(text.split()) < 2 or len(text) > 60 or TITLE.match(text):
        return None
    if not _ONE_SCRIPT.fullmatch(text) or any(
        len(re.sub(r"\W", "", word)) < 2 and not word.endswith(".") for word in text.split()
    ):
        return None
    odd = (
        TITLE.fullmatch(word) or _ROLE_WORD.fullmatch(word) or _FORM_WORD.fullmatch(word) or role_of(word)
        for word in text.split()
    )
    if re.search(r"\d|[«»\"@]", text) or _ADDRESS.match(text) or any(odd):
        return None
    chinese = is_chinese(text)
    value = mention.value if mention.value and len(mention.value.split()) == len(text.split()) else base_form(text)
    form = name_form(base_form(text) if chinese else value, "chinese" if chinese else "")
    return NameHit(mention.start, mention.end, form, "mention", chinese, True, text)


def _apart(hits: list[NameHit]) -> list[NameHit]:
    order = {
        "full": 0,
        "initials": 1,
        "latin_initials": 1,
        "hanzi": 2,
        "mention": 4,
        "chinese": 3,
        "latin": 3,
        "capital": 5,
    }
    chosen: list[NameHit] = []
    for hit in sorted(hits, key=lambda h: (order[h.sort], _unlikely(h), h.start, h.start - h.end)):
        rival = next((h for h in chosen if h.start < hit.end and hit.start < h.end), None)
        if rival is None:
            chosen.append(hit)
        elif hit.sort == "mention" and not rival.sure and hit.chinese and rival.chinese:
            chosen[chosen.index(rival)] = NameHit(rival.start, rival.end, rival.form, rival.sort, True, True)
    return sorted(chosen, key=lambda h: h.start)


_SURNAME = re.compile(
    r"(?i:(?:[оеё]в|ин|ын|[сц]к(?:ий|ой|ая|ого|ому|им|ом)|[оеё]в(?:а|у|ым|е|ой)|ин(?:а|у|ым|е|ой)|ко|[уюа]к|"
    r"[иоа]ч|ян|енко|[иы]х|швили|дзе|ets|ov|ev|in|sky|skiy|enko|uk|va|na|ich))$"
)


def _unlikely(hit: NameHit) -> int:
    """Orders rival readings of "в Шанхае И.В. Лапшин": the word that looks like a surname goes with the initials."""
    if hit.sort not in ("initials", "latin_initials"):
        return 0
    word = max(re.findall(r"[^\W\d_]+", hit.written or hit.form.text), key=len)
    return 0 if _SURNAME.search(word) else 1


@lru_cache(maxsize=4096)
def base_title(text: str) -> str | None:
    """A rank or post in its base form, or None where it is only a form of address.

    Example:
        >>> base_title("старшего полковника"), base_title("г-на")
        ('старший полковник', None)
    """
    plain = tidy(text)
    fitting = [(phrase, end) for phrase, pattern in _ordered_titles() if (end := _matched(pattern, plain))]
    if not fitting:
        return plain or None
    longest = max(end for _, end in fitting)
    phrase = max(
        (p for p, end in fitting if end == longest), key=lambda p: len(commonprefix([p.casefold(), plain.casefold()]))
    )
    rest = plain[longest:]
    if phrase in COURTESY:
        return base_title(rest.strip()) if rest.strip() else None
    head = FULL_FORMS.get(phrase, phrase if plain[:longest].casefold() != phrase.casefold() else plain[:longest])
    return tidy(_decapitalised(head) + rest)


def _matched(pattern: re.Pattern[str], plain: str) -> int:
    found = pattern.match(plain)
    whole = found is not None and not (
        re.match(r"[A-Za-zА-Яа-яЁёІіЇїЄєҐґ]", plain[found.end() :]) and not _HANZI.match(found.group())
    )
    return found.end() if found is not None and whole else 0


@lru_cache(maxsize=1)
def _ordered_titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    phrases = sorted(dict.fromkeys((*RANKS, *POSTS)), key=len, reverse=True)
    return tuple((phrase, re.compile(f"(?i:{any_case(phrase)})")) for phrase in phrases)


def _decapitalised(text: str) -> str:
    return text[0].lower() + text[1:] if re.match(rf"[{UPPER}][{LOWER}]", text) else text
