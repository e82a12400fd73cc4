"""Rules for people in Cyrillic and Latin writing: initials, patronymics, Chinese names in Cyrillic."""

from __future__ import annotations

import re

from corrobora import names
from corrobora.mentions import morphology
from corrobora.mentions.slavic_words import Span

_UP, _LOW = "А-ЯЁІЇЄҐ", "а-яёіїєґ'’ʼ"
_NAME = rf"[{_UP}][{_LOW}]+(?:-[{_UP}][{_LOW}]+)*"
_INITIAL = rf"[{_UP}](?:[{_LOW}])?\."
_INITIALS_FIRST = re.compile(rf"(?<![{_UP}{_LOW}.])(?:{_INITIAL}\s?){{1,2}}(?:{_NAME})(?![{_LOW}])")
_INITIALS_LAST = re.compile(rf"(?<![{_UP}{_LOW}])(?:{_NAME})\s(?:[{_UP}]\.\s?){{1,2}}(?![{_LOW}])")
_PATRONYMIC = (
    rf"[{_UP}][{_LOW}]+(?:[оеєё]вич|йович|ьич|[оеєё]вна|[иії]чна|[иії]нична|івна|ївна)(?:а|у|ем|ем|е|ы|ой|і|ові|у|ою)?"
    rf"|[{_UP}][{_LOW}]+(?:[оеє]вн|йовн|івн|ївн|ичн)(?:ы|е|у|ой|и|і|ою)"
)
_FULL = re.compile(rf"(?<![{_UP}{_LOW}])(?:{_NAME}\s{{1,2}}){{1,2}}(?:{_PATRONYMIC})(?:\s{{1,2}}{_NAME})?(?![{_LOW}])")
_CAPITALISED = re.compile(
    rf"(?<![{_UP}{_LOW}\"«“-])[{_UP}][{_LOW}]+(?:-[{_UP}{_LOW}][{_LOW}]*)?(?:[ \t\u00a0]{{1,2}}[{_UP}][{_LOW}]+(?:-"
    rf"[{_UP}{_LOW}][{_LOW}]*)?){{0,2}}(?![{_LOW}-])"
)

# Wu and E are surnames of one letter in Cyrillic; "У" is also a preposition, so the word after it must look Chinese.
_ONE_LETTER = re.compile(rf"(?<![{_UP}{_LOW}-])(?:У|Э)[ \t\u00a0][{_UP}][{_LOW}]+(?![{_LOW}-])")

_COMPOUND = (
    "Оуян",
    "Сыма",
    "Чжугэ",
    "Шангуан",
    "Хуанфу",
    "Дунфан",
    "Линху",
    "Юйвэн",
    "Гунсун",
    "Мужун",
    "Сяхоу",
    "Вэйчи",
    "Чжансун",
    "Чжунли",
    "Дугу",
)


def people_by_rule(text: str) -> list[Span]:
    """People that their form shows: initials with a surname, a patronymic, Chinese syllables.

    Args:
        text: Cyrillic, capitals already re-cased.
    """
    spans = [
        Span(m.start(), m.end(), "PER") for pattern in (_INITIALS_FIRST, _INITIALS_LAST) for m in pattern.finditer(text)
    ]
    spans += [_full(text, m) for m in _FULL.finditer(text)]
    return spans + chinese_in_cyrillic(text)


def _full(text: str, match: re.Match[str]) -> Span:
    """A match on a full name, without a capitalised word of another kind in front ("Директор Иванов Иван Иванович")."""
    words = list(re.finditer(_NAME, match[0]))
    start = match.start()
    patronymic = next(n for n, word in enumerate(words) if re.fullmatch(_PATRONYMIC, word[0]))
    if patronymic == 2 and len(words) > 3:
        return Span(start, match.start() + words[2].end(), "PER")
    return Span(start, match.end(), "PER")


def chinese_in_cyrillic(text: str) -> list[Span]:
    """Chinese names in Cyrillic letters, two or three words or syllables joined, in any case of the language."""
    spans = [Span(m.start(), m.end(), "PER") for m in _ONE_LETTER.finditer(text) if _is_one_letter_name(m[0])]
    for match in _CAPITALISED.finditer(text):
        words = match[0].split()
        for size in (3, 2):
            for first in range(len(words) - size + 1):
                part = words[first : first + size]
                if is_chinese_name(" ".join(part)):
                    start = (
                        match.start() + match[0].index(" ".join(part)) if " ".join(part) in match[0] else match.start()
                    )
                    spans.append(Span(start, start + len(" ".join(part)), "PER"))
                    break
            else:
                continue
            break
    return spans


def is_chinese_name(written: str) -> bool:
    """Whether capitalised words are a Chinese name in Cyrillic letters."""
    words = written.split()
    if len(words) == 3 and max(map(len, words)) > 6:
        return False
    return names.is_chinese(" ".join(words)) > (0.7 if words[0].startswith(_COMPOUND) else 0.9)


def _is_one_letter_name(written: str) -> bool:
    return is_chinese_name(written) and not morphology.grammemes(written.split()[1].lower())
