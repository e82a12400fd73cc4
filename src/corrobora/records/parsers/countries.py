"""Countries in the words of tables: codes, names in five languages, adjectives and official forms, to ISO alpha-2."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

# What no list of country names holds: short forms, official forms, adjectives and demonyms (stems end in "*").
_ALIASES: dict[str, str] = {
    "CN": "китайская народная республика|кнр|китайська народна республіка|кнр|китай*|prc|p.r.china|pr china|p.r. china|"
    "people's republic of china|chinese|中国|中國|中华人民共和国|中華人民共和國|中国籍|中|volksrepublik china|chinesisch*",
    "RU": "российская федерация|рф|россия|росія|російська федерація|россий*|росій*|russia|russian|俄罗斯|俄|俄国|俄罗斯联邦|俄羅斯|русск*|"
    "russisch*|russland|russian federation|rus",
    "UA": "украин*|україн*|ukrainian|乌克兰|烏克蘭|ukrainisch*",
    "BY": "беларусь|белоруссия|республика беларусь|рб|белорус*|білорус*|belarusian|白俄罗斯|白俄羅斯",
    "KZ": "казахстан*|республика казахстан|рк|казах*|kazakh*|哈萨克斯坦|哈薩克",
    "UZ": "узбек*|республика узбекистан|uzbek*|乌兹别克斯坦",
    "TJ": "таджик*|республика таджикистан|tajik*|塔吉克斯坦",
    "KG": "киргиз*|кыргыз*|киргизія|кыргызская республика|kyrgyz*|kirghiz*|吉尔吉斯斯坦",
    "TM": "туркмен*|turkmen*|土库曼斯坦",
    "AM": "армен*|армян*|вірмен*|республика армения|armenian|亚美尼亚",
    "AZ": "азербайджан*|azerbaijani|азербайджанская республика|阿塞拜疆",
    "GE": "грузия|грузин*|грузія|georgian|格鲁吉亚",
    "MD": "молдав*|молдова|республика молдова|moldovan|摩尔多瓦",
    "NP": "непал*|nepal*|непальская|尼泊尔",
    "IN": "индия|индий*|індія|індій*|indian|印度",
    "CU": "куба|кубин*|cuban|古巴",
    "KP": "кндр|корейская народно-демократическая республика|северная корея|північна корея|dprk|d.p.r.k.|north korea|north korean|"
    "democratic people's republic of korea|朝鲜|朝鮮|nordkorea|корейська народно-демократична республіка",
    "KR": "республика корея|южная корея|південна корея|south korea|south korean|republic of korea|korea, republic of|韩国|韓國|корея|корей*",
    "VN": "вьетнам*|в'єтнам*|вєтнам*|в’єтнам*|vietnam*|viet nam|越南|срв",
    "MN": "монгол*|mongolian|蒙古|蒙古国",
    "IR": "иран*|іран*|ири|iran|iranian|islamic republic of iran|iran (islamic republic of)|伊朗|исламская республика иран",
    "IQ": "ирак*|ірак*|iraqi|伊拉克",
    "SY": "сирия|сирий*|сирія|сирій*|сар|syria|syrian|叙利亚|敘利亞|сирийская арабская республика",
    "TR": "турция|турец*|туреччина|turkey|türkiye|turkish|土耳其",
    "US": "сша|usa|u.s.|u.s.a.|us|америка*|american|соединенные штаты|соединенные штаты америки|сполучені штати|美国|美國|united states of america",
    "GB": "великобритания|великобританія|uk|u.k.|англия|англія|британ*|british|great britain|united kingdom|英国|英國|соединенное королевство",
    "DE": "германия|немец*|німеч*|німець*|фрг|german|deutsch*|德国|德國",
    "FR": "франц*|french|法国|法國",
    "IT": "итальян*|італій*|italian|意大利",
    "ES": "испан*|іспан*|spanish|西班牙",
    "PL": "польша|польск*|поляк*|польщ*|polish|波兰",
    "CZ": "чехия|чешск*|чеська|czech|czech republic|чешская республика|捷克",
    "SK": "словак*|slovak|slovakia|斯洛伐克",
    "RO": "румын*|румун*|romanian|罗马尼亚",
    "BG": "болгар*|bulgarian|保加利亚",
    "RS": "сербия|сербск*|сербія|serbian|塞尔维亚",
    "LV": "латвия|латвий*|латві*|latvian|拉脱维亚",
    "LT": "литва|литов*|lithuanian|立陶宛",
    "EE": "эстон*|естон*|estonian|爱沙尼亚",
    "FI": "финлянд*|финск*|фінлянд*|finnish|芬兰",
    "IL": "израил*|ізраїл*|israeli|以色列",
    "AE": "оаэ|оае|эмират*|uae|u.a.e.|emirati|united arab emirates|阿联酋|объединенные арабские эмираты",
    "EG": "египет|египт*|єгипет|egyptian|арэ|埃及",
    "SA": "саудовская аравия|саудівська аравія|ксa|saudi|saudi arabia|ksa|沙特|沙特阿拉伯",
    "PK": "пакистан*|pakistani|巴基斯坦",
    "AF": "афган*|afghan*|阿富汗",
    "BD": "бангладеш*|bangladeshi|孟加拉国",
    "LK": "шри-ланка|шри ланка|sri lankan|斯里兰卡",
    "ID": "индонез*|indonesian|印尼|印度尼西亚",
    "MY": "малайз*|malaysian|马来西亚",
    "TH": "таиланд*|тайланд*|тайск*|thai|泰国|泰國",
    "PH": "филиппин*|filipino|philippine|菲律宾",
    "JP": "япон*|japanese|日本",
    "TW": "тайван*|taiwanese|taiwan|台湾|臺灣|中华民国|中華民國|中国台湾",
    "HK": "гонконг*|hong kong|hongkong|hksar|香港|中国香港",
    "MO": "макао|macau|macao|澳门|澳門",
    "SG": "сингапур*|singaporean|新加坡",
    "AO": "ангол*|angolan|安哥拉", "NG": "нигер*|nigerian|尼日利亚", "GH": "гана|ghanaian|加纳", "KE": "кения|kenyan|肯尼亚",
    "CM": "камерун*|cameroonian", "CG": "республика конго|конго", "CD": "дрк|dr congo|drc|демократическая республика конго",
    "ET": "эфиоп*|ethiopian", "SO": "сомал*|somali", "SD": "судан*|sudanese", "LY": "ливия|ливий*|libyan",
    "DZ": "алжир*|algerian", "MA": "марокк*|moroccan", "TN": "тунис*|tunisian", "YE": "йемен*|yemeni",
    "ZA": "юар|южно-африканская республика|south african", "ZW": "зимбабве|zimbabwean", "TG": "того|togolese", "SN": "сенегал*",
    "BR": "бразил*|brazilian|巴西", "AR": "аргентин*", "CO": "колумб*|colombian", "VE": "венесуэл*|venezuelan",
    "MX": "мексик*|mexican", "CA": "канад*|canadian|加拿大", "AU": "австрал*|australian|澳大利亚", "GR": "грец*|греч*|greek",
    "CY": "кипр*|cypriot", "CH": "швейцар*|swiss", "AT": "австри*|austrian", "NL": "голланд*|нидерланд*|dutch|holland",
    "BE": "бельги*|belgian", "SE": "швед*|swedish", "NO": "норвеж*|norwegian", "DK": "датск*|danish", "HU": "венгр*|венгерск*|угорщ*|hungarian",
    "PT": "португал*|portuguese", "IE": "ирланд*|irish", "LB": "ливан*|lebanese", "JO": "иордан*|jordanian", "PS": "палестин*|palestinian",
    "KW": "кувейт*|kuwaiti", "QA": "катар*|qatari", "OM": "оман*|omani", "MM": "мьянма*|бирма*|burma|burmese", "LA": "лаос*|lao",
    "KH": "камбодж*|cambodian", "BA": "босни*|bosnian", "HR": "хорват*|croatian", "SI": "словен*|slovenian", "MK": "македон*|macedonian",
    "AL": "албан*|albanian", "ME": "черногор*|чорногор*|montenegrin", "CI": "кот-д'ивуар|кот-д’ивуар|ivory coast", "TZ": "танзани*",
    "UG": "уганд*", "RW": "руанд*", "BI": "бурунд*", "ZM": "замби*", "MZ": "мозамбик*", "ML": "мали|малий*", "GN": "гвине*", "BF": "буркина-фасо",
    "NE": "нигер", "TD": "чад", "ER": "эритре*", "BJ": "бенин*", "GA": "габон*", "SL": "сьерра-леоне", "LR": "либери*", "EC": "эквадор*",
    "PE": "перу|перуан*", "CL": "чили|чилий*", "BO": "боливи*", "NI": "никарагуа", "HT": "гаити", "DO": "доминик*",
}  # fmt: skip

_CODES_NOT_ISO = {"EU": "EU", "XK": "XK", "SU": "RU", "SUN": "RU", "СССР": "RU"}
_PREFIX = re.compile(r"^(?:гр(?:-н|-ка|ажданин|ажданка|ажданство|\.)?|громадян(?:ин|ка|ство)?|citizen of|республика|республіка|republic of|the)\s+")
_SPLIT = re.compile(r"\s*[,;/|\n]\s*|\s+(?:и|та|and)\s+")


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip().lower().replace("ё", "е").replace("’", "'").strip(" .()\"«»"))


@cache
def _tables() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    exact: dict[str, str] = {}
    listing = resources.files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    for line in listing.splitlines():
        alpha2, alpha3, number, *names = line.split("\t")
        for name in (alpha2, alpha3, number, *names):
            exact.setdefault(_key(name), alpha2)
    stems: list[tuple[str, str]] = []
    for alpha2, aliases in _ALIASES.items():
        for alias in aliases.split("|"):
            if alias.endswith("*"):
                stems.append((_key(alias[:-1]), alpha2))
            else:
                exact[_key(alias)] = alpha2
    exact |= {_key(code): alpha2 for code, alpha2 in _CODES_NOT_ISO.items()}
    return exact, tuple(sorted(stems, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=65536)
def country(untrusted_text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, nationality or citizenship; None where it is none.

    Example:
        >>> country("КИТАЙ"), country("Китайська Народна Республіка"), country("CHN"), country("гр. Узбекистана")
        ('CN', 'CN', 'CN', 'UZ')
    """
    key = _key(untrusted_text)
    exact, stems = _tables()
    for candidate in (key, _PREFIX.sub("", key)):
        if candidate in exact:
            return exact[candidate]
    key = _PREFIX.sub("", key)
    if len(key) > 60 or not key:
        return None
    for stem, alpha2 in stems:
        # an adjective or a case form: the stem and a short ending, alone
        if key.startswith(stem) and len(key) - len(stem) <= 6 and " " not in key[len(stem) :]:
            return alpha2
    return _first_of_list(key)


def _first_of_list(key: str) -> str | None:
    pieces = [piece for piece in _SPLIT.split(key) if piece]
    return country(pieces[0]) if len(pieces) > 1 else None
