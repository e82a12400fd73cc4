"""What a written name is: its base form, script and system, and whether it is Chinese."""

from __future__ import annotations

import re
from functools import lru_cache

from corrobora import names
from corrobora.mentions.facts.paper import tidy
from corrobora.mentions.facts.patterns import words
from corrobora.model.facts import NameForm
from corrobora.names.hanzi import surnames

_HANZI = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]")
_CHINESE_ENOUGH = 0.6
_COMPOUND = frozenset(
    words("""
    欧阳, 司马, 上官, 诸葛, 司徒, 东方, 皇甫, 尉迟, 公孙, 慕容, 令狐, 宇文, 长孙, 夏侯, 端木, 独孤, 南宫, 轩辕,
    闻人, 歐陽, 司馬, 諸葛
    """)
)
_COMPOUND_SPELT = frozenset(
    words("""
    оуян, сыма, шангуань, чжугэ, сыту, дунфан, хуанфу, юйчи, гунсунь, мужун, линху, юйвэнь, сяхоу, дуаньму, ouyang,
    sima, shangguan, zhuge, situ, dongfang, huangfu, yuchi, gongsun, murong, linghu, yuwen, xiahou, duanmu, оуян,
    сима, чжуге, сіту
    """)
)


def script_of(text: str) -> str:
    """Hani, Cyrl or Latn, by the first letter that tells."""
    if _HANZI.search(text):
        return "Hani"
    return "Cyrl" if _CYRILLIC.search(text) else "Latn"


@lru_cache(maxsize=16384)
def is_chinese(text: str) -> bool:
    """Whether a name written in Cyrillic or Latin letters or Hanzi is a Chinese one."""
    likely = names.is_chinese(text)
    compound = text.split(maxsplit=1)[0].casefold() in _COMPOUND_SPELT if text.split() else False
    return likely >= _CHINESE_ENOUGH or (compound and likely > 0.01)


def is_surname(name: str, *, compound: bool = False) -> bool:
    """Whether a Hanzi name begins with a known surname (with a compound one, where that is asked)."""
    if name[:2] in _COMPOUND and len(name) > 2:
        return True
    return not compound and name[:1] in surnames()


@lru_cache(maxsize=16384)
def base_form(text: str, hint: str = "") -> str:
    """The name in its base form, the nominative; `hint` is another spelling of it that decides open cases.

    Example:
        >>> base_form("Ван Цзюнем"), base_form("Агееву В.Б.")
        ('Ван Цзюнь', 'Агеев В.Б.')
    """
    plain = tidy(text)
    if _HANZI.search(plain):
        return re.sub(r"\s+", "", plain)
    return re.sub(r"(?<=\.)\s+(?=[^\W\d_]\.)", "", names.lemma(plain, hint) or plain)


def name_form(text: str, sort: str = "") -> NameForm:
    """A name with its script and the system it is written in."""
    script = script_of(text)
    if script == "Hani":
        return NameForm(text, script, "hanzi")
    if "." in text and re.search(r"(?:^|\s)[^\W\d_]\.", text):
        return NameForm(text, script, "initials")
    if sort == "passport" or (script == "Latn" and text.isupper()):
        return NameForm(text, script, "passport" if script == "Latn" else "russian")
    if sort in ("chinese", "latin") or is_chinese(text):
        return NameForm(text, script, "palladius" if script == "Cyrl" else "pinyin")
    ukrainian = re.search(r"[ІіЇїЄєҐґ]", text)
    return NameForm(text, script, ("ukrainian" if ukrainian else "russian") if script == "Cyrl" else "latin")


def may_be_same(one: str, other: str) -> bool:
    """Whether two spellings can be one person's name (so that they may stand for each other in a bilingual list)."""
    return names.compare(one, other).score >= 0.5
