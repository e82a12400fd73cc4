"""Organisations and places in a stretch of text: by legal form, quotation marks, kind of institution, mention."""

from __future__ import annotations

import re

from corrobora.mentions.facts.columns import role_of
from corrobora.mentions.facts.paper import Paper, span, tidy
from corrobora.mentions.facts.patterns import words
from corrobora.mentions.facts.words.visits import CITY
from corrobora.mentions.morphology import nominative
from corrobora.model.document import Page
from corrobora.model.facts import Span
from corrobora.model.mention import MentionType
from corrobora.model.places import country_of

_FORM = (
    r"(?:OOO|AO|ПAO|ЗAO|OAO|АО|ООО|ПАО|ОАО|ЗАО|НАО|АНО|ФГУП|ФКП|ГУП|МУП|ГП|ФГБУ|ФГБОУ|НИИ|НПП|НПО|НПК|НПЦ|КБ|ОКБ|"
    r"ЦНИИ|ИП|ТОВ|ПАТ|ПрАТ|АТ|ДП|КП|ДК|НВП|НВО|ДНВП|ФОП|ТД|УК|ГК|Концерн|Корпорация|Компания|Завод|Холдинг|"
    r"Институт|Інститут|Корпорація|Компанія)"
)
_QUOTED = (
    r"(?:«[^«»]{1,90}(?:«[^«»]{1,70}»(?:[^«»\n.,;:]{0,40}»)?|»)|\"[^\"\n]{2,80}\"|“[^”\n]{2,80}”|„[^“”\n]{2,80}[“”])"
)
ORG = re.compile(
    rf"(?<![^\W\d_]){_FORM}\s*{_QUOTED}"
    r"|(?<![\w])(?!(?:Buyer|Seller|Supplier|Vendor|Consignee|Consignor|Shipper|Payer|Payee|Beneficiary|Customer|"
    r"Client|To|From|Bill|Sold|Ship|Messrs|Between|The|And|With|Company|Manufacturer|Exporter|Importer|Dear|For|"
    r"Invoice|Shareholders?|Owners?|Founders?|Structure|Members|Directors?|Participants|Agreement|Contract|Letter|"
    r"Order|Payment|Purchase|Delivery|Representatives?|Delegation|Head|Manager|Chief|Engineer|Interpreter|"
    r"President|General|Major|Colonel|Senior|Deputy|Lieutenant|Mr|Ms|Mrs|Dr|Of|On|In|At|By|Re|Attn|Request|Visit|"
    r"Date|Name|Item|Total|Terms)\b)"
    r"[A-Z][\w&'’.-]*(?:[ \n](?:[A-Z][\w&'’.-]*|of|and|for|the|&)){0,8},?\s(?i:Co\.?,?\s?Ltd\.?|Ltd\.?|LLC|"
    r"L\.L\.C\.|Inc\.?|JSC|PJSC|OJSC|GmbH|Corp\.?|Corporation|Limited|Pte\.?\s?Ltd\.?|S\.A\.|FZE|FZCO|"
    r"PLC)(?![\w])"
    r"|[\u4e00-\u9fff（）()]{2,24}?(?:有限责任公司|股份有限公司|有限公司|集团公司|进出口公司|公司|研究院|研究所|"
    r"工厂|集团|基地|总局|局|制造厂|修理厂|飞机厂|机械厂|发动机厂|仪表厂|厂|设计局|"
    r"委员会)(?![\u4e00-\u9fff]{0,3}(?:公司|有限))"
)
_BODY = re.compile(
    r"(?<![^\W\d_])(?:[А-ЯІЇЄҐ][а-яёіїєґ'’-]+\s+){0,3}(?:[Бб]юро|[Уу]правлени[ея]|[Уу]правління|"
    r"[Мм]инистерств[оа]|[Мм]іністерств[оа]|[Кк]орпораци[яию]|[Кк]орпорація|[Аа]кадеми[яи]|[Аа]кадемія|"
    r"[Ии]нститут[а]?|[Іі]нститут|[Кк]омитет|[Кк]омітет|[Дд]епартамент|[Уу]чебная\s+база|[Бб]аза)"
    r"(?:\s+(?:[а-яёіїєґ'’-]+|«[^»\n]+»|и|та|й)){0,6}"
)
_ZH_VERB = re.compile(
    r"(?:\d|[年月日])*(?:的|将|拟|于)?(?:我方|贵方|双方|中方|俄方|甲方|乙方)?(?:持有|拥有|访问|参观|考察|接待|"
    r"委托|通过|购买|收购|前往|抵达|位于|由|与|向|对|在|及|和|致)"
)
_ZH_CITY = re.compile(r"\s*(?P<city>[\u4e00-\u9fff]{2,8}?)市(?!场)")
_NOT_PLACE = frozenset(
    words("""
    россия, китай, кнр, рф, украина, china, russia, ukraine, росія, україна, 中国, 俄罗斯, 乌克兰, prc,
    期间, 取消, 活动, 结束, 日程, 安排, 延期, 推迟, 任务, 计划, 成果, 总结, 贵国, 贵方, 我方, 我国, 该国
    """)
)


def organizations_in(paper: Paper, page: Page, start: int, end: int) -> list[tuple[str, Span]]:
    """Organisations named between two offsets, by shape first and then by ORG mentions, in order."""
    found: list[tuple[str, Span]] = []
    for match in ORG.finditer(page.text, start, end):
        place = span(page, match.start(), _closed(page.text, match.start(), match.end()))
        verb = _ZH_VERB.match(place.quote)
        if verb is not None:
            place = span(page, place.start + verb.end(), place.end)
        name = re.sub(r"(?<=[A-Za-z])\.$", "", tidy(place.quote))
        if len(name) > 3 or not re.search(r"[\u4e00-\u9fff]", name):
            found.append((name, place))
    for mention in paper.mentioned(page, MentionType.ORG):
        inside = start <= mention.start and mention.end <= end
        shouted = re.fullmatch(r"[А-ЯЁІЇЄҐA-Z]{7,}", mention.text.strip()) is not None
        header = sum(bool(role_of(word)) for word in mention.text.split()) >= 2
        taken = any(mention.start < p.end and p.start < mention.end for _, p in found)
        if inside and not taken and not shouted and not header and len(mention.text) > 4:
            value = mention.value or mention.text
            found.append((tidy(value), span(page, mention.start, mention.end)))
    return sorted(found, key=lambda one: one[1].start)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a name in quotation marks; an inner quotation closes with the outer one ("АО «Завод «Зенит»")."""
    opened = text.count("«", start, end) - text.count("»", start, end)
    while opened > 0 and text[end : end + 1] == "»":
        end += 1
        opened -= 1
    return end


def organization_at(paper: Paper, page: Page, start: int, end: int) -> tuple[str, Span] | None:
    """The first organisation between two offsets."""
    found = organizations_in(paper, page, start, end)
    return found[0] if found else None


# "Dear Deniz," greets somebody whose name is a place elsewhere.
_GREETED = re.compile(
    r"(?i:dear|hi|hello|hey|уважаем\w+|дорог\w+|шановн\w+|вітаю|привіт|привет|здравствуйте)[,!]?\s+$|>\s*$"
)


def places_in(
    paper: Paper, page: Page, start: int, end: int, *, bare: bool = False, labelled: bool = False
) -> list[tuple[str, Span]]:
    """Places named between two offsets, in the base form: after "г.", by LOC mentions.

    Where the stretch is `bare` it is nothing but a place; where it is `labelled` it begins with one ("Место: ...").
    """
    labelled = labelled or bare
    found: list[tuple[str, Span]] = []
    taken = [place for _, place in organizations_in(paper, page, start, end)]
    for match in CITY.finditer(page.text, start, end):
        place = span(page, match.start("city"), match.end("city"))
        found.append((place_name(paper, page, place), place))
    if labelled and (sign := _ZH_CITY.match(page.text, start, end)) is not None:
        place = span(page, sign.start("city"), sign.end("city"))
        return [(tidy(place.quote), place)]
    for mention in paper.mentioned(page, MentionType.LOC):
        inside = start <= mention.start and mention.end <= end
        if not inside or any(mention.start < p.end and p.start < mention.end for p in [*taken, *(p for _, p in found)]):
            continue
        first = mention.text.partition("\n")[0]
        place = span(page, mention.start, mention.start + len(first))
        found.append((place_name(paper, page, place), place))
    if not found and labelled:
        head = re.match(
            r"\s*([\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,8}|"
            r"[A-ZА-ЯІЇЄ][A-Za-zА-Яа-яёіїєґ'’]+(?:-[A-ZА-ЯІЇЄ]?[A-Za-zА-Яа-яёіїєґ]+)*)\s*(?=[,，.。;；\n(（]|$)",
            page.text[start:end],
        )
        if head and (bare or not re.search(r"公司|工厂|基地", head.group())):
            place = span(page, start + head.start(1), start + head.end(1))
            known = bare and country_of(tidy(place.quote)) is not None
            if known or not any(p.start <= place.start < p.end for p in taken):
                found.append((place_name(paper, page, place), place))
    kept = [
        (name, place)
        for name, place in found
        if name.casefold() not in _NOT_PLACE and not _GREETED.search(page.text[: place.start][-24:])
    ]
    return sorted(kept, key=lambda one: one[1].start)


def place_name(paper: Paper, page: Page, place: Span) -> str:
    """A place in the base form: the mention's lemma where there is one, else as written."""
    for mention in paper.mentioned(page, MentionType.LOC):
        whole = mention.start <= place.start and place.end <= mention.end and "\n" not in mention.text
        if whole and mention.value:
            return re.sub(r"^(?:г|гор|м)\.\s*|^(?:город|місто)\s+", "", tidy(mention.value))
    return _city(tidy(place.quote))


def _city(name: str) -> str:
    """A city in the nominative where its ending tells the locative ("Харкові", "Рязани")."""
    for ending, nominative_ending in _UKRAINIAN_LOCATIVE:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name[: -len(ending)] + nominative_ending
    return nominative(name) if re.fullmatch(r"[А-ЯЁ][а-яё]+", name) else name


_UKRAINIAN_LOCATIVE = (
    ("єві", "їв"),
    ("ові", "ів"),
    ("жжі", "жжя"),
    ("ллі", "лля"),
    ("есі", "еса"),
    ("аві", "ава"),
    ("прі", "про"),
)
