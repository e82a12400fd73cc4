"""What a registered activity and a line of goods are about, so that the two can be compared.

Codes are those of OKVED 2, KVED and NACE, which agree in their first four digits
(ISIC rev. 4 in the first two). Where
there is no code of that form (the Chinese GB/T 4754 counts otherwise) the words
decide. Goods are told by customs codes
or words.
"""

from __future__ import annotations

import re
import unicodedata

# family: the beginnings of its codes
_CODES = {
    "farming and fishing": "01 02 03",
    "food": "10 11 12 46.17 46.2 46.3 47.11 47.2 47.81",
    "clothing and textiles": "13 14 15 46.16 46.24 46.41 46.42 47.51 47.71 47.72 47.82 95.23",
    "catering and hotels": "55 56",
    "building": "41 42 43 23.5 23.6 46.13 47.52",
    "real estate": "68",
    "health and beauty": "86 87 88 96.02 96.04 46.45 47.73 47.75 21",
    "education": "85",
    "culture and sport": "90 91 92 93 59 60",
    "books and printing": "18 58 47.61 47.62",
    "furniture and household": "31 46.15 46.44 46.47 47.59",
    "household services": "96 97 95.2 81",
    "travel agencies": "79",
    "waste": "37 38 39",
    "forestry and wood": "16 17",
}
# family: beginnings of words in Russian, Ukrainian, English and Chinese
_WORDS_TABLE = """
farming and fishing: рыболовств рибальств рыбоводств животноводств тваринництв
  растениеводств рослинництв выращиван вирощуван
  разведени fishing farming crop livestock 农业 渔业 养殖 种植 畜牧
food: рыбой рыбы рибою морепродукт ракообразн пищев харчов продовольств молочн мясн
  м'яс напитк напоїв хлеб хліб фрукт овощ овоч
  food seafood fish meat beverage grocery dairy bakery 食品 水产 海鲜 饮料 粮油 肉类 蔬菜 水果
clothing and textiles: одежд одяг обувь обуви взутт текстил трикотаж clothing footwear textile garment 服装 纺织 鞋
catering and hotels: питани харчуван ресторан кафе гостиниц готел столов catering restaurant hotel canteen
  餐饮 酒店 饭店 食堂 宾馆
building: строительств будівництв construction 建筑 施工
real estate: недвижим нерухом realty 房地产
health and beauty: медицинск медичн парикмахер перукар косметик стоматолог фармац
  hairdress beauty dental cosmetic medical
  pharma 美容 医疗 化妆品 医药
education: образован освіт education school 教育 培训
culture and sport: концерт развлечен розваг театр спортивн entertainment theatre sports 文化 娱乐 体育
books and printing: издани книг книж полиграф publishing printing books 出版 印刷
furniture and household: мебел мебл посуд furniture tableware 家具
household services: уборк прибиран химчист стирк cleaning laundry 清洁 洗衣
travel agencies: туристическ туристичн турагент tourist 旅行社 旅游
forestry and wood: лесозаготов деревообраб лісозаготів timber logging 木材
"""
_TECHNICAL_CODES = ("84", "85", "86", "87", "88", "89", "90", "93", "36")
_TECHNICAL_TABLE = """
беспилотн безпілотн бпла дрон квадрокоптер летательн літальн самолет літак вертолет
гелікоптер авиацион авіаційн авиадвиг двигател двигун
мотор турбин радио радіо радар локатор микросхем мікросхем процессор процесор электрон електрон станок станк верстат
подшипник підшипник прибор прилад датчик видеокамер відеокамер фотокамер
тепловиз тепловіз оптик прицел приціл антенн передатчик передавач аккумулятор
акумулятор батаре бронет бронев танк ракет снаряд боеприпас боєприпас патрон взрывчат вибухов порох оружи збро машин
запчаст комплектующ комплектуюч оборудован обладнан uav uas drone quadcopter
unmanned aircraft aerial helicopter engine
turbine radar microchip semiconductor processor electronic circuit machine bearing sensor camera thermal optic antenna
transmitter transceiver battery batteries armoured armored missile ammunition
explosive weapon servo gyroscope navigation
无人机 飞行器 飞机 直升机 发动机 电机 雷达 芯片 半导体 处理器 电子 机床 轴承 传感器 相机 热像
光学 天线 电池 装甲 导弹 弹药 炸药 武器 舵机 陀螺仪 导航 设备 零部件
"""
_TECHNICAL_WORDS = tuple(_TECHNICAL_TABLE.replace("ё", "е").split())


def _word_table() -> dict[str, tuple[str, ...]]:
    joined = _WORDS_TABLE.strip().replace("\n  ", " ")
    pairs = (line.partition(":") for line in joined.splitlines())
    return {family: tuple(words.split()) for family, _, words in pairs}


_WORDS = _word_table()
_WIDE_CODES = ("45", "46.1", "46.5", "46.6", "46.7", "46.9", "47.4")
"""Trade in machines, unspecialised trade and the like: they fit technical goods."""
_CODE = re.compile(r"\d{2}(?:\.\d{1,2}){0,3}")


def families_of(code: str | None, words: str | None) -> frozenset[str]:
    """The families of everyday trades that an activity belongs to; none for industry, machines and unspecialised trade.

    Example:
        >>> sorted(families_of("46.38.1", None)), sorted(families_of("46.69", None))
        (['food'], [])
    """
    known = _CODE.match(code.strip()) if code else None
    if known is not None:
        return frozenset(_by_code(known[0]))
    text = _plain(words or "")
    return frozenset(family for family, stems in _WORDS.items() if any(_holds(text, stem) for stem in stems))


def fits_technical(code: str | None, words: str | None) -> bool:
    """Whether an activity is about machines, vehicles, electronics or trade in anything."""
    known = _CODE.match(code.strip()) if code else None
    if known is not None:
        return not _by_code(known[0]) and (known[0][:2] in _MAKERS or known[0].startswith(_WIDE_CODES))
    return is_technical(words or "")


_MAKERS = frozenset({"25", "26", "27", "28", "29", "30", "33", "61", "62", "71", "72"})


def is_technical(goods: str, customs_code: str | None = None) -> bool:
    """Whether goods are machines, aircraft, vehicles, electronics, arms or parts of them."""
    if customs_code and customs_code[:2] in _TECHNICAL_CODES:
        return True
    text = _plain(goods)
    return any(_holds(text, stem) for stem in _TECHNICAL_WORDS)


def _by_code(code: str) -> list[str]:
    best: dict[str, int] = {}
    for family, starts in _CODES.items():
        lengths = [len(start) for start in starts.split() if code == start or code.startswith(start)]
        if lengths:
            best[family] = max(lengths)
    longest = max(best.values(), default=0)
    wide = max((len(start) for start in _WIDE_CODES if code.startswith(start)), default=0)
    return [family for family, length in best.items() if length == longest and length >= wide]


def _holds(text: str, stem: str) -> bool:
    if not stem.isascii() and "\u4e00" <= stem[0] <= "\u9fff":
        return stem in text
    return re.search(rf"(?<![^\W\d_]){re.escape(stem)}", text) is not None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
