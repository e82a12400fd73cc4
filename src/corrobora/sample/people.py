"""Invented people: Chinese names with their true spellings in every system, Russian and Ukrainian officials.

The spellings stand in a table of their own, typed from the systems' rules, so that the sample does not test
`corrobora.names` with `corrobora.names`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SURNAMES = (
    "王 Wang Ван|李 Li Ли|张 Zhang Чжан|刘 Liu Лю|陈 Chen Чэнь|杨 Yang Ян|赵 Zhao Чжао|黄 Huang Хуан|周 Zhou Чжоу|吴 Wu У|"
    "徐 Xu Сюй|孙 Sun Сунь|胡 Hu Ху|朱 Zhu Чжу|高 Gao Гао|林 Lin Линь|何 He Хэ|郭 Guo Го|马 Ma Ма|罗 Luo Ло|梁 Liang Лян|"
    "宋 Song Сун|郑 Zheng Чжэн|谢 Xie Се|韩 Han Хань|唐 Tang Тан|冯 Feng Фэн|于 Yu Юй|董 Dong Дун|程 Cheng Чэн|曹 Cao Цао|"
    "袁 Yuan Юань|邓 Deng Дэн|许 Xu Сюй|傅 Fu Фу|沈 Shen Шэнь|曾 Zeng Цзэн|彭 Peng Пэн|蒋 Jiang Цзян|蔡 Cai Цай|贾 Jia Цзя|"
    "魏 Wei Вэй|薛 Xue Сюэ|潘 Pan Пань|杜 Du Ду|戴 Dai Дай|钟 Zhong Чжун|汪 Wang Ван|田 Tian Тянь|任 Ren Жэнь|范 Fan Фань|"
    "方 Fang Фан|石 Shi Ши|姚 Yao Яо|谭 Tan Тань|欧阳 Ouyang Оуян"
)
GIVEN = (
    "明 ming мин|亮 liang лян|伟 wei вэй|建 jian цзянь|国 guo го|华 hua хуа|志 zhi чжи|强 qiang цян|军 jun цзюнь|平 ping пин|"
    "东 dong дун|海 hai хай|春 chun чунь|文 wen вэнь|林 lin линь|德 de дэ|勇 yong юн|杰 jie цзе|峰 feng фэн|超 chao чао|"
    "辉 hui хуэй|龙 long лун|庆 qing цин|振 zhen чжэнь|宝 bao бао|成 cheng чэн|光 guang гуан|新 xin синь|学 xue сюэ|世 shi ши|"
    "红 hong хун|丽 li ли|芳 fang фан|静 jing цзин|敏 min минь|秀 xiu сю|兰 lan лань|梅 mei мэй|俊 jun цзюнь|凯 kai кай|"
    "鹏 peng пэн|仁 ren жэнь|瑞 rui жуй|泽 ze цзэ|浩 hao хао|涛 tao тао|刚 gang ган|诚 cheng чэн"
)
RUSSIANS = (
    "Агапов Виктор Семёнович|Берёзкин Олег Игоревич|Вострецов Павел Николаевич|Горелов Денис Аркадьевич|"
    "Дубровин Илья Максимович|Еремеев Артур Львович|Жаворонков Кирилл Андреевич|Заварзин Роман Евгеньевич|"
    "Истомин Глеб Тимофеевич|Каретников Лев Борисович|Лопухов Степан Ильич|Мельгунов Фёдор Юрьевич"
)
UKRAINIANS = "Бондарчук Остап Миколайович|Галущенко Ігор Степанович|Дорошук Тарас Андрійович|Ковтуненко Петро Іванович"


@dataclass(frozen=True, slots=True)
class ChinesePerson:
    """A Chinese citizen with the spellings that papers and records use.

    Attributes:
        title: in Chinese, Russian, English, Ukrainian, then as Russian and Ukrainian decline it after "headed by".
        unit: in Chinese, Russian, English, Ukrainian.
    """

    id: str
    hanzi: str
    family: str
    given: tuple[str, ...]
    family_ru: str
    given_ru: tuple[str, ...]
    birth: str
    passport: str
    title: tuple[str, ...] = ("",) * 6
    unit: tuple[str, ...] = ("",) * 4

    @property
    def pinyin(self) -> str:
        """Family name first, given name joined."""
        return f"{self.family} {''.join(self.given).capitalize()}"

    @property
    def palladius(self) -> str:
        """The usual Russian transcription."""
        joined = self.given_ru[0]
        for syllable in self.given_ru[1:]:
            joined += ("ъ" if joined.endswith("н") and syllable[0] in "аеиоуэюя" else "") + syllable
        return f"{self.family_ru} {joined.capitalize()}"

    @property
    def ukrainian(self) -> str:
        """The usual Ukrainian transcription."""
        return self.palladius.translate(str.maketrans("иэыИЭ", "іеиІЕ"))

    @property
    def passport_name(self) -> str:
        """As in the passport: capitals, family name first."""
        return f"{self.family.upper()} {''.join(self.given).upper()}"

    def spelling(self, dice: random.Random) -> str:
        """One of the ways in which tickets and border posts write the name."""
        family, given = self.family.upper(), [part.upper() for part in self.given]
        ways = (
            f"{family} {''.join(given)}",
            f"{family}/{''.join(given)}",
            f"{''.join(given)} {family}",
            f"{family} {' '.join(given)}",
            f"{family} {'-'.join(given)}",
            self.palladius,
            self.palladius.upper(),
        )
        return dice.choices(ways, (8, 3, 3, 3, 1, 2, 2))[0]


def instrumental(palladius: str) -> str:
    """As after «во главе с»: the given name declined, the family name left, as Russian officials do."""
    family, given = palladius.split(" ")
    if given.endswith(("ь", "й")):
        return f"{family} {given[:-1]}ем"
    return f"{family} {given}ом" if given[-1] not in "аеиоуэюя" else palladius


class People:
    """Draws people; every name form of those already drawn for the papers is kept away from the crowd's birth dates."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.surnames = [row.split(" ") for row in SURNAMES.split("|")]
        self.given = [row.split(" ") for row in GIVEN.split("|")]
        self.count = 0

    def chinese(self, prefix: str) -> ChinesePerson:
        """A person whose name is as common as real ones: surnames by rank, mostly two given characters."""
        weights = [1 / (rank + 3) for rank in range(len(self.surnames))]
        surname = self.dice.choices(self.surnames, weights)[0]
        given = self.dice.sample(self.given, 2 if self.dice.random() < 0.8 else 1)
        self.count += 1
        return ChinesePerson(
            id=f"{prefix}{self.count:03d}",
            hanzi=surname[0] + "".join(g[0] for g in given),
            family=surname[1],
            given=tuple(g[1] for g in given),
            family_ru=surname[2],
            given_ru=tuple(g[2] for g in given),
            birth=f"{self.dice.randint(1958, 2001)}-{self.dice.randint(1, 12):02d}-{self.dice.randint(1, 28):02d}",
            passport=f"{self.dice.choice(['E', 'G', 'EA', 'EB'])}{self.dice.randint(10_000_000, 99_999_999)}"[:9],
        )
