"""Words for the units of organisations: stem, forms, rank (0 is the highest) and gender, in four languages."""

from __future__ import annotations

from dataclasses import dataclass

from corrobora.mentions.facts.patterns import words


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A Russian or Ukrainian noun for a unit.

    Attributes:
        rank: 0 for a government down to 6 for a bureau or group; what has the higher number is the part.
        gender: "m", "f" or "n"; decides the endings of the adjectives before it.
        ukrainian: whether the word is Ukrainian.
    """

    nominative: str
    genitive: str
    rank: int
    gender: str
    ukrainian: bool = False


_RUSSIAN = """
    правительство правительства 0 n, министерство министерства 1 n, корпорация корпорации 1 f, концерн концерна 1 m,
    госкорпорация госкорпорации 1 f, комиссия комиссии 2 f, комитет комитета 2 m, агентство агентства 2 n,
    администрация администрации 2 f, академия академии 2 f, университет университета 2 m, институт института 2 m,
    завод завода 2 m, предприятие предприятия 2 n, компания компании 2 f, инспекция инспекции 3 f,
    департамент департамента 3 m, факультет факультета 3 m, штаб штаба 3 m, дирекция дирекции 4 f, служба службы 4 f,
    управление управления 4 n, центр центра 4 m, филиал филиала 4 m, представительство представительства 4 n,
    кафедра кафедры 4 f, аппарат аппарата 4 m, отделение отделения 5 n, отдел отдела 5 m, цех цеха 5 m,
    сектор сектора 6 m, бюро бюро 6 n, лаборатория лаборатории 6 f
"""
_UKRAINIAN = """
    уряд уряду 0 m, міністерство міністерства 1 n, корпорація корпорації 1 f, концерн концерну 1 m, комісія комісії 2 f,
    комітет комітету 2 m, агентство агентства 2 n, адміністрація адміністрації 2 f, академія академії 2 f,
    університет університету 2 m, інститут інституту 2 m, завод заводу 2 m, підприємство підприємства 2 n,
    компанія компанії 2 f, інспекція інспекції 3 f, департамент департаменту 3 m, факультет факультету 3 m,
    штаб штабу 3 m, дирекція дирекції 4 f, служба служби 4 f, управління управління 4 n, центр центру 4 m,
    філія філії 4 f, представництво представництва 4 n, кафедра кафедри 4 f, апарат апарату 4 m,
    відділення відділення 5 n, відділ відділу 5 m, цех цеху 5 m, сектор сектору 6 m, бюро бюро 6 n,
    лабораторія лабораторії 6 f
"""


def _unit_words(table: str, *, ukrainian: bool) -> list[UnitWord]:
    rows = (row.split() for row in words(table))
    return [UnitWord(nominative, genitive, int(rank), gender, ukrainian) for nominative, genitive, rank, gender in rows]


UNIT_WORDS: tuple[UnitWord, ...] = (
    *_unit_words(_RUSSIAN, ukrainian=False),
    *_unit_words(_UKRAINIAN, ukrainian=True),
)
"""Russian ones first."""

ENGLISH_UNITS = (
    r"(?:Bureau|Office|Division|Section|Department|Directorate|Service|Branch|Centre|Center|Unit|Laboratory|Commission|"
    r"Committee|Ministry|Agency|Administration|Institute|Faculty|School|Academy|University|Inspectorate|Group|Command)"
)
CHINESE_UNITS = (
    r"(?:委员会|管理总局|总局|管理局|工业局|局(?![部面长])|总公司|集团公司|集团有限公司|有限公司|分公司|公司|集团|研究院|研究所|设计院|"
    r"设计所|办公室|办公厅|中心|大学|学院|工厂|制造厂|厂(?![商房长])|车间|事业部|部(?![门分件队位署长])|司(?![机令法长])|厅(?!长)|处(?![理置长])|"
    r"科(?![技学研长])|室(?!内))"
)
CHINESE_PARTS = r"(?:司|厅|处|科|室|部|办公室|办公厅|中心|研究所|研究院|设计院|设计所|学院|局|车间|分公司|厂)$"
