"""The syllables of Standard Chinese and how each is spelt in every system.

Palladius and the Ukrainian transcription are built from initials and finals (facts as in Unicode CLDR's transform
`zh_Latn_PINYIN-ru`); what passports and careless typists make of the Cyrillic form is built letter by letter.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from corrobora.names.tables import table_lines

INITIALS = ("zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s")
_ALL = (
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen "
    "ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci "
    "cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du "
    "duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong "
    "gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang "
    "hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken "
    "keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie "
    "lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min "
    "ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan "
    "nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang "
    "qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa "
    "sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan "
    "shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong "
    "tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu "
    "xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng "
    "zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi "
    "zong zou zu zuan zui zun zuo"
)
SYLLABLES: tuple[str, ...] = tuple(_ALL.split())

_PAL_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
    "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_PAL_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан",
    "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь",
    "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань",
    "un": "унь", "uang": "уан", "v": "юй", "ve": "юэ", "van": "юань", "vn": "юнь",
}  # fmt: skip
_PAL_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "hui": "хуэй", "er": "эр",
    "yi": "и", "ya": "я", "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин",
    "yong": "юн", "yo": "йо", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай", "wei": "вэй", "wan": "вань",
    "wen": "вэнь", "wang": "ван", "weng": "вэн", "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь",
}  # fmt: skip


def split_syllable(syllable: str) -> tuple[str, str]:
    """Initial and final of a pinyin syllable; u after j, q and x is given as v."""
    for initial in INITIALS:
        if syllable.startswith(initial):
            final = syllable[len(initial) :]
            if initial in ("j", "q", "x") and final.startswith("u"):
                final = "v" + final[1:]
            return initial, final
    return "", syllable


@lru_cache(maxsize=1)
def palladius() -> dict[str, str]:
    """Each pinyin syllable in the Palladius system."""
    table = {}
    for syllable in SYLLABLES:
        initial, final = split_syllable(syllable)
        table[syllable] = _PAL_WHOLE.get(syllable) or _PAL_INITIALS.get(initial, "") + _PAL_FINALS[final]
    return table


def ukrainian(russian: str) -> str:
    """A Palladius syllable as Ukrainian papers write it."""
    whole = {"цзы": "цзи", "цы": "ци", "сы": "си"}.get(russian)
    if whole:
        return whole
    out = russian.replace("хуэй", "хуей").replace("е", "є").replace("и", "і").replace("ы", "и").replace("э", "е")
    # After a consonant Ukrainian writes е for both: Цзє is rare, Цзе is the rule.
    return out[0] + out[1:].replace("є", "е") if len(out) > 1 else out


Spellings = dict[str, dict[str, float]]

# Careless Cyrillic: what people write instead of Palladius. These breaches were too rare to be counted in the names of
# `breaches.tsv`, which holds the others with their share.
_RARE_BREACHES: tuple[tuple[str, str, float], ...] = (
    ("чж", "дж", 0.01),
    ("ж", "р", 0.01),
    ("уэй", "уй", 0.02),
    ("уй", "уэй", 0.01),
    ("ы", "и", 0.01),
    ("цз", "дз", 0.01),
    ("цз", "дж", 0.005),
    ("в", "у", 0.003),
)
_MOST_CARELESS = 0.1
_COMMON_BREACH = 0.08
_BESIDE_PROPER = 0.03


@lru_cache(maxsize=1)
def _breach_rules() -> tuple[tuple[str, str, float], ...]:
    counted = [(right, wrong, min(_MOST_CARELESS, float(share))) for right, wrong, share in table_lines("breaches.tsv")]
    return (*counted, *_RARE_BREACHES)


def _breaches(form: str, syllable: str) -> list[tuple[str, float]]:
    """Forms of a syllable with one rule broken, and those where -ng is written on top of it."""
    out: dict[str, float] = {}
    for right, wrong, share in _breach_rules():
        if not right.endswith("$"):
            changed = form.replace(right, wrong)
        elif right == "н$" and not syllable.endswith("ng"):
            continue
        else:
            changed = form[: 1 - len(right)] + wrong if form.endswith(right[:-1]) else form
        if changed != form:
            out[changed] = max(out.get(changed, 0.0), share)
            if right == "э":
                out[changed + "г"] = max(out.get(changed + "г", 0.0), share / 2) if syllable.endswith("ng") else 0.0
    return [(wrong, share) for wrong, share in out.items() if share > 0.0]


@lru_cache(maxsize=1)
def cyrillic_spellings() -> dict[str, Spellings]:
    """For each Cyrillic system: spelling -> {pinyin syllable: how likely the syllable is spelt so}."""
    russian: Spellings = {}
    careless: Spellings = {}
    ukrainian_forms: Spellings = {}
    for syllable, form in palladius().items():
        _put(russian, form, syllable, 1.0)
        _put(ukrainian_forms, ukrainian(form), syllable, 1.0)
        _put(ukrainian_forms, form.replace("э", "е").replace("ы", "и"), syllable, 0.2)
        for wrong, share in _breaches(form, syllable):
            _put(careless, wrong, syllable, share)
            if share >= _COMMON_BREACH:
                # Common enough to be thought of even where the spelling is the proper one of another syllable.
                _put(russian, wrong, syllable, _BESIDE_PROPER)
    return {"palladius": russian, "ukrainian": ukrainian_forms, "careless": {**careless}}


def _put(table: Spellings, spelling: str, syllable: str, share: float) -> None:
    held = table.setdefault(spelling, {})
    held[syllable] = max(held.get(syllable, 0.0), share)


# What becomes of a Cyrillic letter in Latin, by passport rules of several years, BGN, GOST and habit.
_LETTER: dict[str, tuple[tuple[str, float], ...]] = {
    "а": (("a", 1.0),), "б": (("b", 1.0),), "в": (("v", 1.0), ("w", 0.2)), "г": (("g", 1.0),), "д": (("d", 1.0),),
    "е": (("e", 1.0), ("ye", 0.5), ("ie", 0.2), ("je", 0.1)), "є": (("ie", 1.0), ("ye", 1.0)),
    "ж": (("zh", 1.0), ("j", 0.1)), "з": (("z", 1.0),), "и": (("i", 1.0), ("y", 0.05)), "і": (("i", 1.0),),
    "й": (("i", 1.0), ("y", 1.0), ("j", 0.2), ("", 0.05)), "к": (("k", 1.0),), "л": (("l", 1.0),), "м": (("m", 1.0),),
    "н": (("n", 1.0),), "о": (("o", 1.0),), "п": (("p", 1.0),), "р": (("r", 1.0),), "с": (("s", 1.0),),
    "т": (("t", 1.0),), "у": (("u", 1.0), ("ou", 0.1)), "ф": (("f", 1.0),), "х": (("kh", 1.0), ("h", 1.0), ("x", 0.05)),
    "ц": (("ts", 1.0), ("c", 0.3), ("tc", 0.1)), "ч": (("ch", 1.0), ("tch", 0.05)), "ш": (("sh", 1.0),),
    "ы": (("y", 1.0), ("i", 0.1)), "ь": (("", 1.0),), "э": (("e", 1.0),), "ю": (("iu", 1.0), ("yu", 1.0), ("ju", 0.2)),
    "я": (("ia", 1.0), ("ya", 1.0), ("ja", 0.2)),
}  # fmt: skip
_CLUSTERS: dict[str, tuple[tuple[str, float], ...]] = {
    "цз": (("tsz", 1.0), ("cz", 0.3), ("dz", 0.3), ("tz", 0.2), ("ts", 0.05)),
    "чж": (("chzh", 1.0), ("zh", 0.4), ("czh", 0.05), ("dzh", 0.2), ("j", 0.05)),
}


def romanisations(form: str) -> dict[str, float]:
    """Every Latin spelling that typists make of one Cyrillic syllable, with a share against the usual one.

    Example:
        >>> sorted(romanisations("лян"))[:3]
        ['lian', 'ljan', 'lyan']
    """
    slots: list[tuple[tuple[str, float], ...]] = []
    rest = form
    while rest:
        cluster = rest[:2]
        if cluster in _CLUSTERS:
            slots.append(_CLUSTERS[cluster])
            rest = rest[2:]
        else:
            slots.append(_LETTER[rest[0]])
            rest = rest[1:]
    out: dict[str, float] = {}
    for choice in product(*slots):
        share = 1.0
        for _, part in choice:
            share *= part
        if share >= 0.02:
            spelling = "".join(letters for letters, _ in choice)
            out[spelling] = max(out.get(spelling, 0.0), share)
    return out


@lru_cache(maxsize=1)
def latin_spellings() -> dict[str, Spellings]:
    """For each Latin system: spelling -> {pinyin syllable: how likely the syllable is spelt so}."""
    pinyin: Spellings = {}
    roman: Spellings = {}
    mixed: Spellings = {}
    for syllable, form in palladius().items():
        for spelling, share in pinyin_variants(syllable):
            _put(pinyin, spelling, syllable, share)
        forms = {ukrainian(form): 0.3} | {form: 1.0}
        for wrong, share in _breaches(form, syllable):
            forms.setdefault(wrong, share)
        for written, share in forms.items():
            for spelling, part in romanisations(written).items():
                if share * part >= 0.02:
                    _put(roman, spelling, syllable, share * part)
        for spelling in _half_pinyin(syllable):
            _put(mixed, spelling, syllable, 0.3)
    return {"pinyin": pinyin, "romanised": roman, "careless": mixed, "wade-giles": wade_giles()}


def pinyin_variants(syllable: str) -> list[tuple[str, float]]:
    """Spellings of one syllable in pinyin: ü as v, u or yu."""
    if "v" not in syllable:
        return [(syllable, 1.0)]
    return [
        (syllable, 0.6),
        (syllable.replace("v", "yu"), 0.6),
        (syllable.replace("v", "u"), 0.5),
        (syllable.replace("v", "ue"), 0.05),
        (syllable.replace("v", "uu"), 0.02),
    ]


def _half_pinyin(syllable: str) -> set[str]:
    out = set()
    if syllable.startswith("w"):
        out.add("v" + syllable[1:])
    if "ia" in syllable or "iu" in syllable:
        out.add(syllable.replace("ia", "ya").replace("iu", "yu"))
    if syllable.startswith("x"):
        out |= {"s" + syllable[1:], "hs" + syllable[1:]}
    if syllable.startswith("q"):
        out.add("ts" + syllable[1:])
    return out - set(SYLLABLES)


_WG_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs", "zh": "ch",
    "ch": "ch'", "r": "j", "z": "ts", "c": "ts'",
}  # fmt: skip
_WG_WHOLE = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu", "er": "erh",
    "yi": "i", "yan": "yen", "ye": "yeh", "you": "yu", "yu": "yu", "yue": "yueh", "yuan": "yuan", "yong": "yung",
    "e": "o", "ge": "ko", "ke": "k'o", "he": "ho", "guo": "kuo", "kuo": "k'uo", "huo": "huo", "shuo": "shuo",
    "gui": "kuei", "kui": "k'uei", "weng": "weng",
}  # fmt: skip


def wade_giles_form(syllable: str) -> str:
    """One syllable in the Wade-Giles system, with its apostrophe.

    Example:
        >>> wade_giles_form("qing")
        "ch'ing"
    """
    if syllable in _WG_WHOLE:
        return _WG_WHOLE[syllable]
    initial, final = split_syllable(syllable)
    left = _WG_INITIALS.get(initial, initial)
    if final == "ian":
        final = "ien"
    elif final == "ie":
        final = "ieh"
    elif final == "ong":
        final = "ung"
    elif final == "iong":
        final = "iung"
    elif final == "uo":
        final = "o"
    elif final == "ve":
        final = "ueh"
    return left + final.replace("v", "u")


@lru_cache(maxsize=1)
def wade_giles() -> Spellings:
    """Wade-Giles as it is really written: with or without the apostrophe, ih or i, and Taiwan's habits."""
    table: Spellings = {}
    for syllable in SYLLABLES:
        form = wade_giles_form(syllable)
        _put(table, form.replace("'", ""), syllable, 1.0 if "'" not in form else 0.8)
        if form == "ssu":
            _put(table, "szu", syllable, 0.7)
            _put(table, "sze", syllable, 0.3)
        if form.endswith("ieh"):
            _put(table, form.replace("'", "")[:-1], syllable, 0.3)
    return table
