"""Rules for Chinese names over the model's words: organisations by their last word, names that stand alone in lists."""

from __future__ import annotations

import re
from dataclasses import replace

import rjieba

from corrobora.mentions.chinese_model import Tagged, is_word
from corrobora.names.hanzi import surnames

# A word that ends so is an organisation once something stands before it that tells which.
_ORGANISATIONS = re.compile(
    r"(?:公司|集团|制造厂|工厂|修理厂|银行|大学|学院|研究院|研究所|设计院|设计所|设计局|研究中心|实验室|委员会|常委会|组委会|管委会|总局|管理局|公安局|工商局|税务局|监管局|财政局|教育局|民政局|"
    r"市政局|立法局|立法会|议会|参议院|众议院|"
    r"法院|检察院|使馆|领事馆|外交部|国防部|商务部|教育部|财政部|科技部|公安部|信息化部|工业部|装备部|参谋部|后勤部|联络部|安全部|交通部|水利部|公安厅|商务厅|财政厅|教育厅|建设厅|派出所|代表大会|协会|学会|联合会|商会|基金会|出版社|通讯社|报社|电视台|杂志社|党委|县委|省委|"
    r"市委|区委|纪委|教委|团委|工委|党组|"
    r"事务所|代表处|办事处|联合体|俱乐部|联盟|总部|舰队|集团军|司令部|兵工厂|医院|海关|使团|合作社|工会|政务院|国务院|书记处|主席团|统战部|组织部|宣传部|新闻出版署|审计署)$"
)
# Ends that say so on their own, whatever stands before.
_ALONE = re.compile(
    r"(?:[省市县区镇乡]委|[省市县][\u4e00-\u9fff]{1,4}[厅局委]|[\u4e00-\u9fff]{1,6}(?:派出所|公安厅|出版署|有限公司|总公司))$"
)
_BEFORE = frozenset({"LOC", "ORG", "n", "nz", "nw", "vn", "a", "an", "m", "xc", "f", "s"})
_STOP_WORDS = frozenset(
    [
        "本",
        "该",
        "此",
        "各",
        "这",
        "那",
        "我",
        "贵",
        "其",
        "某",
        "每",
        "两",
        "几",
        "一个",
        "一些",
        "多家",
        "各家",
        "有关",
        "上述",
        "相关",
        "同志",
        "会议",
        "主席",
        "总统",
        "总理",
        "部长",
        "先生",
        "代表",
        "记者",
        "首席",
        "本报",
        "成员",
        "高级",
        "主要",
        "著名",
        "今年",
        "去年",
        "新",
        "老",
    ]
)
_GENERIC = re.compile(
    r"^(?:第?[一二三四五六七八九十\d]+|两|各|多|数)?(?:家|个)?(?:国|地方|有关|政府|中央|外国|国际|地区|关键|中|外|一些|大)?$"
)
_CITIES = frozenset(
    [
        "莫斯科",
        "梁赞",
        "库宾卡",
        "图拉",
        "喀山",
        "萨马拉",
        "萨拉托夫",
        "沃罗涅日",
        "乌法",
        "彼尔姆",
        "鄂木斯克",
        "伊尔库茨克",
        "哈巴罗夫斯克",
        "符拉迪沃斯托克",
        "海参崴",
        "布拉戈维申斯克",
        "赤塔",
        "乌兰乌德",
        "新西伯利亚",
        "叶卡捷琳堡",
        "车里雅宾斯克",
        "克拉斯诺亚尔斯克",
        "圣彼得堡",
        "下诺夫哥罗德",
        "罗斯托夫",
        "克拉斯诺达尔",
        "索契",
        "加里宁格勒",
        "摩尔曼斯克",
        "阿尔汉格尔斯克",
        "茹科夫斯基",
        "科罗廖夫",
        "图希诺",
        "利佩茨克",
        "特维尔",
        "雅罗斯拉夫尔",
        "伊万诺沃",
        "乌里扬诺夫斯克",
        "塔甘罗格",
        "伏尔加格勒",
        "阿斯特拉罕",
        "别尔哥罗德",
        "库尔斯克",
        "奥廖尔",
        "布良斯克",
        "斯摩棱斯克",
        "普斯科夫",
        "卡卢加",
        "弗拉基米尔",
        "奔萨",
        "共青城",
        "雅库茨克",
        "马加丹",
        "南萨哈林斯克",
        "纳霍德卡",
        "乌苏里斯克",
        "基辅",
        "哈尔科夫",
        "敖德萨",
        "利沃夫",
        "第聂伯",
        "扎波罗热",
        "尼古拉耶夫",
        "顿涅茨克",
        "卢甘斯克",
        "马里乌波尔",
        "塞瓦斯托波尔",
        "辛菲罗波尔",
        "明斯克",
        "阿拉木图",
        "阿斯塔纳",
        "塔什干",
    ]
)
_OF_CITY = re.compile(r"市|州|机场|空军基地|航空站|港口")
_SEPARATORS = "、，,;；:：|｜\t \n·()（）"
_HANZI_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")


def with_rules(text: str, words: list[Tagged]) -> list[Tagged]:
    """The named words of a sentence, the model's and those that the rules add or lengthen."""
    placed = [replace(word, tag="LOC") if _is_place(text, word) else word for word in words]
    return _lists(text, _organizations(text, placed))


def _is_place(text: str, word: Tagged) -> bool:
    """A foreign city that the model takes for a person: Chinese spells both by sound."""
    if word.tag != "PER":
        return False
    return text[word.start : word.end] in _CITIES or _OF_CITY.match(text, word.end) is not None


def _organizations(text: str, words: list[Tagged]) -> list[Tagged]:
    kept: list[Tagged] = []
    for at, word in enumerate(words):
        written = text[word.start : word.end]
        if word.tag in ("PER", "LOC", "w", "v", "u") or not _ORGANISATIONS.search(written):
            kept.append(word)
            continue
        first = _first_of(text, words, at)
        start = words[first].start
        if _GENERIC.match(text[start : word.end - _ending(written)]) and not _ALONE.search(written):
            kept.append(word)
            continue
        kept = [one for one in kept if one.end <= start]
        kept.append(Tagged(start, word.end, "ORG"))
    return kept


def _ending(written: str) -> int:
    match = _ORGANISATIONS.search(written)
    return len(match[0]) if match else 0


def _first_of(text: str, words: list[Tagged], at: int) -> int:
    first = at
    while first > 0 and at - first < 7:
        before = words[first - 1]
        written = text[before.start : before.end]
        if written in "（(）)" and before.tag == "w" and at - first < 6:
            first -= 1
            continue
        if before.tag not in _BEFORE or written in _STOP_WORDS:
            break
        first -= 1
    while first < at and text[words[first].start : words[first].end] in "（(）)":
        first += 1
    return first


def _lists(text: str, words: list[Tagged]) -> list[Tagged]:
    """Names that stand between separators, beside another name or alone, and that the model left unnamed."""
    taken = [word for word in words if word.tag in ("PER", "LOC", "ORG")]
    found = list(words)
    for match in _HANZI_NAME.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if (before and before not in _SEPARATORS) or (after and after not in _SEPARATORS):
            continue
        if any(word.start < end and start < word.end for word in taken):
            continue
        if _may_be_listed(text, match, words) and _is_name(match[0]):
            found = [word for word in found if word.end <= start or word.start >= end] + [Tagged(start, end, "PER")]
    return sorted(found, key=lambda word: word.start)


def _may_be_listed(text: str, match: re.Match[str], words: list[Tagged]) -> bool:
    """Beside another person, alone in its line, or in brackets after the same name in letters."""
    start, end = match.span()
    if text.strip() == match[0] or re.search(r"[A-Za-zА-Яа-яё]\s?[(（]$", text[:start]):
        return True
    return any(word.tag == "PER" and (0 < start - word.end <= 2 or 0 < word.start - end <= 2) for word in words)


def _is_name(written: str) -> bool:
    family = written[:2] if written[:2] in surnames() and len(written) > 2 else written[:1]
    if family not in surnames() or not 1 <= len(written) - len(family) <= 2:
        return False
    return not rjieba.has_word(written) and not is_word(written)
