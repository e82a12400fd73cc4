"""Expressions of time that only their surroundings date: "вчера", "минулого року", "last week", "去年"."""

from __future__ import annotations

import re

from corrobora.mentions.calendar_words import MONTH_FULL, even, month_number
from corrobora.mentions.number_words import NUMBER_WORDS

_L = "a-zа-яёіїєґ'’"
_RU_UNIT = (
    r"(?:секунд\w{0,2}|минут\w{0,2}|час(?:а|ов|ам|у)?|д(?:ень|ня|ней|ню|нём|нем|ни|нями|нях)|сут(?:ки|ок)|"
    r"недел\w{1,3}|месяц\w{0,3}|квартал\w{0,3}|полугоди\w{1,2}|год(?:а|у|ом|ы|ов|ам|ами|ах)?|лет|десятилети\w{1,2}|"
    r"столети\w{1,2}|век(?:а|е|у|ом|ов)?|сезон\w{0,2}|выходн\w{2,3})"
)
_UK_UNIT = (
    r"(?:хвилин\w{0,2}|годин\w{0,2}|д(?:ень|ня|нів|ні|ню|нями|нях)|доб\w{1,2}|тиж\w{2,4}|місяц\w{1,3}|"
    r"кварта\w{1,3}|р(?:ік|оку|оці|оки|оків|оком)|десятиліт\w{1,2}|столітт\w{1,2}|вік\w{0,2}|сезон\w{0,2}|"
    r"вихідн\w{1,2})"
)
_EN_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters?|years?|decades?|century|"
    r"centuries|seasons?)"
)
_RU_WEEKDAY = (
    r"(?:понедельник\w{0,2}|вторник\w{0,2}|сред[уыеа]|четверг\w{0,2}|пятниц\w{1,2}|суббот\w{1,2}|воскресень\w{1,2})"
)
_UK_WEEKDAY = r"(?:понеділ\w{1,4}|вівтор\w{1,4}|серед[уиіа]|четвер\w{0,2}|п.ятниц\w{1,2}|субот\w{1,2}|неділ\w{1,2})"
_EN_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_RU_SEASON = r"(?:весн(?:ой|у|ы|е)|лет(?:ом|а|у)|осен(?:ью|и|ь)|зим(?:ой|у|ы|е))"
_RU_POINTER = (
    r"(?:прошл|минувш|эт|нынешн|текущ|будущ|следующ|последн|ближайш|предстоящ|предыдущ|прошедш|последующ|перв|"
    r"т)(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|ую|ей|ые|ие|ых|их|ыми|ими|от|у|и|ое|ее|о|а|е)"
)
_UK_POINTER = (
    r"(?:минул|торішн|цього|ц|нинішн|поточн|наступн|майбутн|останн|попередн|найближч|позаминул|т)(?:ий|ій|ого|ього|"
    r"ому|ьому|им|ім|а|я|у|ю|ої|ьої|і|их|іх|ими|іми|е|є|ей|ієї)?"
)
_SOME = (
    rf"(?:\d{{1,4}}(?:\s?[–-]\s?\d{{1,4}})?|{NUMBER_WORDS}|нескольк\w{{1,2}}|пар\w|полтора|кілька|декілька|several|"
    rf"few|couple\s+of|many|a)"
)
_CN_NUMBER = r"[\d一二三四五六七八九十两几数]{1,3}"

_RU = (
    rf"(?:(?:в\sтечение|на\sпротяжении|около|более|менее|примерно|почти|через|спустя|за|на|до|после)\s)?(?:нескольк"
    rf"\w{{1,2}}|многих|полтора)\s{_RU_UNIT}",
    r"(?:через|спустя|за|на|больше|менее|около|почти)\s(?:полгода|год(?:а|у)?|недел[юи]|месяц(?:а|у)?|сутки)",
    r"(?:на\s)?сегодняшн\w{2,3}\s(?:день|дня)|на\sднях|\d{1,3}-летн\w{2,3}\sсрок\w{0,2}",
    rf"(?:(?:ещё|еще|почти|около|примерно|более)\s)?{_SOME}\s{_RU_UNIT}\s(?:назад|спустя|ранее|раньше|позже|позднее"
    rf")|(?:{_RU_UNIT})\s(?:назад|спустя)",
    rf"(?:на\s|за\s|в\s|с\s|до\s|к\s)?{_RU_POINTER}\s(?:\d{{1,3}}\s|{NUMBER_WORDS}\s|нескольк\w{{1,2}}\s)?(?:же\s)?"
    rf"(?:{_RU_UNIT}|{_RU_WEEKDAY}|{MONTH_FULL}|{_RU_SEASON})",
    rf"(?:в|во|с|со|до|к|на)\s{_RU_WEEKDAY}|{_RU_WEEKDAY}(?=\s(?:утром|вечером|днём|днем|ночью))",
    r"(?:сегодня|вчера|завтра|позавчера|послезавтра|накануне)",
    r"в\s(?:разные\sгоды|те\sгоды)",
    rf"(?:в\s)?{MONTH_FULL}\s(?:эт|прошл|следующ|текущ|т|нынешн)\w+\s(?:же\s)?года",
    rf"(?:в|с|к|до|с\sначала|в\sначале|в\sконце|к\sконцу|до\sконца|в\sсередине|с\sконца)\s(?P<m>{MONTH_FULL})(?:\s?"
    rf"[–-]\s?{MONTH_FULL})?",
    rf"(?:в\s|с\s|до\s|к\s)?(?:начал[еоау]|конц[еаую]|середин[еыу])\s(?:эт\w+\s|прошл\w+\s|следующ\w+\s|текущ\w+\s)"
    rf"?(?:{_RU_UNIT}|{_RU_SEASON})",
    rf"{_RU_SEASON}\s(?:\d{{4}}(?:-го)?(?:\sгода)?|(?:прошл|эт|следующ|нынешн)\w+\sгода)",
    r"(?:в\s)?(?:(?:начале|конце|середине|начала|конца|середины)\s)?(?:(?:19|20)\d0|[1-9]0)-?(?:е|х|ых|м|ми|"
    r"ые)(?:\s(?:годы|годах|годов|гг\.?))?",
    r"(?:[IVX]{1,5}|\d{1,2}(?:-?(?:го|м|й))?)\s(?:век(?:а|е|у|ом|ов|ах)?|столети[еяю])",
    r"(?:на\s)?следующ(?:ий|его|ем)\sдень|в\sтот\sже\sдень|ежегодно|ежемесячно|ежедневно|еженедельно|"
    r"кажд\w{2,3}\s(?:\w+\s)?(?:год|месяц|день|неделю|года|лет)",
)
_UK = (
    rf"(?:(?:понад|майже|близько)\s)?(?:{_SOME}\s)?{_UK_UNIT}\s(?:тому|потому|по\sтому)",
    rf"{_UK_POINTER}\s(?:ж\s|же\s)?(?:рік|року|році|роком|місяц[яіь]|місяць|тижн[яіь]|тиждень|столітт[яі]|"
    rf"{_UK_WEEKDAY})",
    r"наступного\sдня|торік|цьогоріч|щороку",
    rf"(?:(?:наприкінці|на\sпочатку|в\sкінці|у\sкінці|в\sсередині|у\sсередині|початку|кінця|середини)\s)?(?P<m>"
    rf"{MONTH_FULL})(?:\s(?:ж\s)?(?:минулого|цього|наступного|поточного|того\sж)\sроку)?(?:-{MONTH_FULL})?",
    r"(?:навесні|влітку|восени|взимку|узимку)\s(?:\d{4}(?:\s?-?го)?(?:\sроку|\sр\s?\.?)?|(?:цього|минулого|"
    r"того\sж)\sроку)|цієї\s(?:весни|осені|зими)",
    r"(?:(?:на\sпочатку|наприкінці|початку|кінця|середини|половині|у\sсередині)\s)?(?:(?:19|20)\d0|"
    r"[1-9]0)\s?-?(?:х|ті|их|тих|ми)(?:\s(?:роки|роках|років|рр\s?\.?))?(?:\sминулого\sстоліття)?",
    r"(?:[IVXІХ]{1,5}|\d{1,2}(?:-?(?:го|му|й))?)\s(?:столітт[яіюем]{1,2})",
    r"(?:19|20)\d\d\s?-?\s?(?:го|му|м|й)",
)
_EN = (
    rf"(?:(?:nearly|almost|about|over|more\sthan|some|just)\s)?{_SOME}\s(?:\w{{3,6}}\s)?{_EN_UNIT}\s(?:ago|earlier|"
    rf"later|before)",
    rf"(?:the\s)?(?:last|next|this|past|previous|following|coming|recent|same|first|final|current)\s(?:\d{{1,3}}\s("
    rf"?:-\s)?|{NUMBER_WORDS}\s|few\s|several\s|couple\sof\s)?(?:{_EN_UNIT}|{_EN_WEEKDAY}|{MONTH_FULL}|spring|summe"
    rf"r|autumn|fall|winter|morning|evening|night)",
    rf"(?:early\s|late\s)?{_EN_WEEKDAY}(?:\s(?:morning|evening|night|afternoon))?",
    r"(?:today|yesterday|tomorrow|tonight)(?:\s(?:morning|evening|night))?",
    rf"(?<=[a-z]\s)(?:(?:early|late|mid)[\s-])?(?P<m>{MONTH_FULL})(?![\w.])",
    rf"(?:the\s)?(?:end|beginning|start|middle)\sof\sthe\s{_EN_UNIT}",
    r"(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:(?:19|20)\d0s|[1-9]0s)",
    r"(?:the\s)?\d{1,2}(?:st|nd|rd|th)\scentury",
    rf"(?<!\w)(?:every|each)\s(?:day|week|month|year|night)|{_SOME}\s(?:\w{{3,6}}\s)?(?:{_EN_UNIT})|(?:for\s|take\s"
    rf"|of\s)(?:days|weeks|months|years|decades)",
)
_BARE_YEAR = re.compile(r"(?<=[(,]\s)(?:19[3-9]|20[0-4])\d(?=\s?[),])|(?<=\()(?:19[3-9]|20[0-4])\d(?=[),])")
_BARE_YEAR_EN = re.compile(r"(?<=[a-z]\s)(?:19[3-9]|20[0-3])\d(?=\s?[,.;)]|\s[a-z])", re.ASCII)
_CN = re.compile(
    rf"(?:昨[天日晚]|今[天日晚晨]|明[天日]|前[天日]|后天|去年|今年|明年|前年|后年|本[年月周]|上[个]?[月周]|下[个]?[月周]|次[年月日]|当[年月日天]|同[年月日]|近[日期年]|日前|("
    rf"?:周|星期)[一二三四五六日天]|年[初底末]|月[初底末]"
    rf"|(?:过去|未来|最近|近){_CN_NUMBER}(?:个)?(?:年|月|周|天|日)|{_CN_NUMBER}(?:个)?(?:年|月|周|星期|天|日)(?:前|后|来|之前|之后))"
)


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(re.sub(r"\(\?P<m>", f"(?P<m{n}>", pattern) for n, pattern in enumerate(patterns))
    return re.compile(rf"(?<![{_L}\d-])(?:{joined})(?![{_L}\d])", re.IGNORECASE)


_BY_LANGUAGE = {"ru": _compiled(_RU), "uk": _compiled(_UK), "en": _compiled(_EN), "zh": _CN}


def find_loose(text: str, language: str) -> list[tuple[int, int, str]]:
    """(start, end, value) of expressions of time in one language; the value is "--06" for a month, a bare year, or "".

    Example:
        >>> find_loose("как сообщили вчера", "ru")
        [(13, 18, '')]
    """
    plain = even(text)
    pattern = _BY_LANGUAGE.get(language)
    found = [(m.start(), m.end(), _value(m)) for m in pattern.finditer(plain) if not _is_modal(m)] if pattern else []
    found += [(m.start(), m.end(), m[0]) for m in _BARE_YEAR.finditer(plain)]
    if language == "en":
        found += [(m.start(), m.end(), m[0]) for m in _BARE_YEAR_EN.finditer(plain)]
    return found


def _value(match: re.Match[str]) -> str:
    groups = match.groupdict()
    word = next((groups[key] for key in groups if groups[key]), None)
    month = month_number(word) if word else None
    return f"--{month:02d}" if month else ""


def _is_modal(match: re.Match[str]) -> bool:
    """Whether the word is no month: "may" and "march" in small letters."""
    return match[0] in ("may", "march") or match[0].lower() in ("мая", "марта", "маю", "марту", "лютий", "лютого")
