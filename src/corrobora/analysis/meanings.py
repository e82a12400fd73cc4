"""Organisations named by what they do, told to be one across languages by the meaning of every word.

"Bureau of Foreign Equipment", "Бюро внешнего оснащения" and "对外装备局" are one name in three languages. Only names
whose words are all known count, and only those of three words or more: anything less would join strangers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

FEWEST = 3

# concept: beginnings of Russian and Ukrainian words; beginnings of English words; Chinese words
_TABLE = """
bureau: бюро; bureau office; 局 办公室
department: управлени управлінн департамент отдел відділ; department directorate division; 部 处 司 部门
ministry: министерств міністерств; ministry; 部
committee: комитет комітет; committee; 委员会
commission: комисси комісі; commission; 委
agency: агентств; agency; 署
center: центр; center centre; 中心
institute: институт інститут; institute; 研究所 研究院 院 所
academy: академи академі; academy; 科学院 学院
university: университет університет; university; 大学
works: завод предприяти підприємств фабрик; works plant factory enterprise; 厂 工厂
corporation: корпораци корпораці; corporation; 总公司
group: групп груп; group; 集团
union: союз об'єднанн объединени; union association; 联合会 协会
laboratory: лаборатор; laborator; 实验室
research: исследовательск науков дослідн научно научн; research scientific science; 研究 科研 科学
production: производствен виробнич производств; production manufacturing; 生产 制造
repair: ремонтн ремонт; repair overhaul; 修理 维修
aircraft: авиаремонтн авиастроит самолет літак авиационн авіаційн авиаци авіаці; aircraft aviation; 航空 飞机
space: космическ космічн; space aerospace; 航天
ship: судостроит суднобуд корабл; ship shipbuilding; 船舶
vehicle: автомобил автомобіл машин; vehicle automobile; 车辆 汽车
heavy: тяжел тяжк важк; heavy; 重型 重
machinery: машиностроен машинобуд; machinery engineering; 机械 工程
industry: промышленн промислов индустр індустр; industry industrial industries; 工业
defence: оборон; defence defense; 国防
military: воен військ; military; 军事
technical: техническ технічн техник технік; technical technics; 技术
technology: технологи технологі; technology technologies; 科技 工艺
equipment: оснащени оборудован обладнан спорядженн снаряжен; equipment; 装备 设备
exchange: обмен обмін; exchange; 交流 交换
cooperation: сотрудничеств співробітн коопераци; cooperation collaboration; 合作
external: внешн зовнішн; external foreign; 对外 外
international: международн міжнародн; international; 国际
national: национальн національн; national; 国家
state: государствен державн; state; 国有
general: генеральн общ загальн; general; 总
central: центральн; central; 中央
supply: постав снабжени постачан закупок закупівел; supply supplies procurement; 供应 采购
trade: торгов торгівл торгов; trade trading; 贸易
export: экспорт експорт; export; 出口
import: импорт імпорт; import; 进口
transport: транспорт; transport transportation; 运输
logistics: логист логіст; logistics; 物流
electronic: электрон електрон; electronic electronics; 电子
radio: радио радіо; radio; 无线电
communication: связ зв'язк; communication communications; 通信
instrument: прибор прилад; instrument; 仪器
system: систем; system systems; 系统
training: тренажер тренажн обучени навчальн; training simulator; 训练 培训
parachute: парашют; parachute; 降落伞
weapon: вооружен оружи озброєн збро; weapon armament arms; 武器
material: материал матеріал; material materials; 材料
energy: энерг енерг; energy power; 能源
oil: нефт нафт; oil petroleum; 石油
gas: газов газ; gas; 天然气
chemical: химическ хімічн; chemical; 化工 化学
steel: сталь металлург металург; steel metallurgical; 钢铁
coordination: координацион координац; coordination coordinating; 协调
development: развити розвитк; development; 发展
security: безопасност безпек; security safety; 安全
information: информаци інформаці; information; 信息
design: конструктор конструкторськ проектн; design; 设计
test: испытательн випробувальн; test testing; 试验
main: главн головн; main chief; 主
aid: помощ допомог; aid; 援助
"""
_IGNORED = frozenset("of the and for de и і та й в у на по с".split())  # noqa: SIM905 (reads as a sentence)


def _concepts() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    stems: list[tuple[str, str]] = []
    signs: list[tuple[str, str]] = []
    for line in _TABLE.strip().splitlines():
        concept, _, forms = line.partition(":")
        slavic, latin, chinese = forms.split(";")
        stems += [(stem.replace("ё", "е"), concept) for stem in (*slavic.split(), *latin.split())]
        signs += [(word, concept) for word in chinese.split()]
    by_length = [sorted(pairs, key=lambda pair: (-len(pair[0]), pair)) for pairs in (stems, signs)]
    return tuple(by_length[0]), tuple(by_length[1])


_STEMS, _SIGNS = _concepts()


@lru_cache(maxsize=16384)
def meaning_key(name: str) -> str | None:
    """What a name means, word by word, or None where a word is not known or the words are too few.

    Example:
        >>> meaning_key("Bureau of Foreign Equipment") == meaning_key("Бюро внешнего оснащения")
        True
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("ё", "е")
    found: list[str] = []
    for word in re.findall(r"[\u4e00-\u9fff]+|[^\W\d_'’]+(?:['’][^\W\d_]+)?|\d+", text):
        if word in _IGNORED:
            continue
        concepts = _chinese(word) if "\u4e00" <= word[0] <= "\u9fff" else _slavic_or_latin(word)
        if concepts is None:
            return None
        found += concepts
    return " ".join(sorted(set(found))) if len(set(found)) >= FEWEST else None


def _slavic_or_latin(word: str) -> list[str] | None:
    if word.isdigit():
        return [word]
    for stem, concept in _STEMS:
        # an ending of a few letters more is the same word, many more are another
        if word.startswith(stem) and len(word) - len(stem) <= 5:
            return [concept]
    return None


def _chinese(text: str) -> list[str] | None:
    found, place = [], 0
    while place < len(text):
        if text[place] in "与和及之的":
            place += 1
            continue
        hit = next(((sign, concept) for sign, concept in _SIGNS if text.startswith(sign, place)), None)
        if hit is None:
            return None
        found.append(hit[1])
        place += len(hit[0])
    return found
