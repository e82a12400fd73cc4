"""Mends what a model says about Cyrillic names: cuts what is no name off, splits aliases, finds repetitions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corrobora.mentions.gazetteer import Entry, Gazetteer
from corrobora.mentions.slavic_words import Span
from corrobora.model.mention import MentionType

_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*\.?")
_SHORT = re.compile(r"[»\"”]?\s?\(\s?(?P<n>[A-ZА-ЯЁІЇЄҐ][A-ZА-ЯЁІЇЄҐа-я]{0,3}[A-ZА-ЯЁІЇЄҐ]{1,6})\s?\)")
_ALIAS = re.compile(r"\)?\s?\((?P<n>[A-ZÀ-Ž][\w'’.-]*(?:\s(?:[A-ZÀ-Ž]|al-|el-|de|van|von|of|and|for|to)[\w'’.-]*)*)\)")
# Abbreviations that models take for organisations and that name none.
_NO_NAMES = frozenset(
    [
        "СМИ",
        "ЗМІ",
        "ЖЖ",
        "НДС",
        "ПДВ",
        "ФИО",
        "ПІБ",
        "ВВП",
        "ДТП",
        "ЧП",
        "СССР",
        "МРОТ",
        "ЕГЭ",
        "ЗНО",
        "ТВ",
        "ТЦ",
        "ТРЦ",
        "АЗС",
        "COVID",
        "COVID-19",
        "УК",
        "УПК",
        "ГК",
        "НК",
        "КК",
        "КПК",
        "КоАП",
        "ТК",
        "МСК",
        "SMS",
        "PDF",
        "ISO",
        "ГОСТ",
        "ДСТУ",
        "ТУ",
        "ОТК",
        "НИР",
        "ОКР",
    ]
)
_ADJECTIVE = re.compile(
    r"[\w'’-]+(?:[сц]ьк|зьк|ск|цк)(?:а|ої|ій|у|ою|ий|ого|ому|им|ім|е|і|их|ими|ая|ой|ую|ое|ого|ому|ом|ие|ими)"
)
# Parties of a contract and heads of forms, which stand with a capital or in quotes and name nobody.
_ROLES = frozenset(
    [
        "продавец",
        "покупатель",
        "поставщик",
        "заказчик",
        "исполнитель",
        "подрядчик",
        "арендатор",
        "арендодатель",
        "сторона",
        "стороны",
        "получатель",
        "плательщик",
        "отправитель",
        "грузополучатель",
        "грузоотправитель",
        "контракт",
        "договор",
        "счет",
        "счёт",
        "заявка",
        "приложение",
        "протокол",
        "продавець",
        "покупець",
        "постачальник",
        "замовник",
        "виконавець",
        "підрядник",
        "орендар",
        "орендодавець",
        "сторони",
        "одержувач",
        "платник",
        "рахунок",
        "договір",
        "додаток",
    ]
)
# What stands in quotes after such a word is a thing's name, not a firm's.
_THING_BEFORE = re.compile(
    r"(?<![а-яіїєё])(?:шаттл|корабл|теплоход|крейсер|эсмин|фрегат|катер|яхт|танкер|сухогруз|самол[её]т|вертол[её]т|літак|спутник|ракет|комплекс|"
    r"фильм|картин|сериал|роман|книг|песн|альбом|трек|спектакл|пьес|опер|рассказ|стать|передач|программ|проект|шоу|конкурс|"
    r"премь?[ия]|книз|фестивал|автомобил|марк|модел|напит|пісн|книжк|операци|операці|отел|готел|ресторан|кафе|площад|станци)"
    r"[а-яіїєё]{0,4}(?:\s[а-яіїєё]+)?\s?[«\"“„]\s?$",
    re.IGNORECASE,
)
_CODES = re.compile(r"(?:УК|УПК|ГК|НК|КоАП|ТК|АПК|ГПК|КК|КПК|ЦК|ГПК)\s(?:РФ|України|Украины|РБ)")
# Bodies between states: organisations, though a model trained on news often takes them for places.
_BODIES = re.compile(
    r"(?:Е(?:вропейск\w{2,3}\s[Сс]оюз\w{0,2}|вросоюз\w{0,2}|С)|Є(?:вропейськ\w{2,3}\s[Сс]оюз\w{0,2}|вросоюз\w{0,2}|"
    r"С)|ООН|НАТО|ОБСЕ|ОБСЄ|МАГАТЭ|МАГАТЕ|ОДКБ|ШОС|СНГ|СНД|ЕАЭС|ЮНЕСКО|ВОЗ|ВТО|МВФ|ОПЕК)"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's dictionary says about a word.

    Attributes:
        is_common: an ordinary word, no name.
        is_name: a given name, surname or patronymic.
        is_place: a place.
        is_noun: a noun; places written as ordinary nouns exist ("Кубинка"), as verbs or adjectives hardly.
    """

    is_common: Callable[[str], bool]
    is_name: Callable[[str], bool]
    is_place: Callable[[str], bool]
    is_noun: Callable[[str], bool] = bool


def mend(text: str, spans: Iterable[Span], lexicon: Lexicon) -> list[Span]:
    """The spans of a model, mended one by one; those that name nothing are dropped."""
    mended: list[Span] = []
    inside: set[str] | None = None
    for span in spans:
        for piece in _split_alias(text, span):
            part = Span(piece.start, piece.end, "ORG") if _is_firm(text, piece, lexicon) else piece
            kept = _person(text, part, lexicon) if part.type == "PER" else _other(text, part)
            if kept is not None and _opens_sentence(text, kept) and not lexicon.is_name(text[kept.start : kept.end]):
                inside = _capitalised_inside(text) if inside is None else inside
                kept = kept if _is_no_opening(text, kept, lexicon, inside) else None
            if kept is not None:
                mended.append(kept)
    return mended


# What bears a name of one word after such a noun is a firm or body, whatever its name sounds like.
_FIRM_BEFORE = re.compile(
    r"(?<![а-яіїєё])(?:компани|компані|фирм|фірм|корпораци|корпораці|концерн|холдинг|профсоюз|профспілк|агентств|"
    r"радиостанци|радіостанці|телекомпани|телеканал|авиакомпани|авіакомпані|издательств|видавництв|банк|партии|партию|"
    r"партией|партія|партії|партію|газет|журнал|группировк|угрупован|футбольн\w+\sклуб|оператор\w{0,2}\sсвязи)\w{0,3}\s$",
    re.IGNORECASE,
)


def _is_firm(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether one word that a model takes for a person stands behind a noun for a firm ("профсоюз Юнайт")."""
    written = text[span.start : span.end]
    if span.type != "PER" or " " in written or lexicon.is_name(written):
        return False
    return _FIRM_BEFORE.search(text[max(0, span.start - 28) : span.start]) is not None


_INSIDE = re.compile(r"[^\W\d_] ([A-ZА-ЯЁІЇЄҐ][^\W\d_]{2,})")
_OPENING = re.compile(r"(?:^|[.!?…:;\n«»\"“”—–-])\s*$")
_LOW_BEFORE = re.compile(r"[а-яёіїєґ],?\s[«\"“„]$")


def _opens_sentence(text: str, span: Span) -> bool:
    """Whether one word stands at the start of a sentence, where any word has a capital letter.

    A word alone in quotation marks inside a sentence does not ("радиостанция «Маяк»").
    """
    written = text[span.start : span.end]
    if text[span.end : span.end + 1] in tuple('»"”“') and _LOW_BEFORE.search(text[max(0, span.start - 4) : span.start]):
        return False
    return written.isalpha() and _OPENING.search(text[max(0, span.start - 6) : span.start]) is not None


def _is_no_opening(text: str, span: Span, lexicon: Lexicon, inside: set[str]) -> bool:
    """Whether a word at the start of a sentence is a name all the same: a capital elsewhere, or no ordinary word."""
    written = text[span.start : span.end]
    if written[:5] in inside:
        return True
    if span.type == "PER":
        return False
    return not lexicon.is_common(written) or (span.type == "LOC" and lexicon.is_noun(written))


def _capitalised_inside(text: str) -> set[str]:
    """The first letters of the words that have a capital inside sentences: those are names."""
    return {match[1][:5] for match in _INSIDE.finditer(text)}


def aliases(text: str, spans: list[Span]) -> list[Span]:
    """Latin names in brackets right after a name: "Джоэл Саймон (Joel Simon)"."""
    found = []
    for span in spans:
        match = _ALIAS.match(text, span.end)
        if match and span.type != "LOC":
            found.append(Span(match.start("n"), match.end("n"), span.type))
        if span.type == "ORG" and (short := _SHORT.match(text, span.end)) is not None:
            found.append(Span(short.start("n"), short.end("n"), "ORG"))
    return found


def repeated(text: str, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Further places of the names that a paper's spans hold, and surnames of its people standing alone."""
    counted = Counter(text[span.start : span.end] for span in spans)
    offered = {entry for span in spans for entry in _entries(text, span, lexicon)}
    entries = {
        entry for entry in offered if text.count(entry.text[: max(4, len(entry.text) - 3)]) > counted[entry.text]
    }
    if not entries:
        return []
    taken = sorted((span.start, span.end) for span in spans)
    ordered: list[Entry] = sorted(entries, key=_order)
    book = Gazetteer(ordered)
    found = (Span(m.start, m.end, m.type.value) for m in book.find(text))
    return [span for span in found if not any(a < span.end and span.start < b for a, b in taken)]


def _order(entry: Entry) -> tuple[str, str]:
    return entry.text, entry.type.value


def _entries(text: str, span: Span, lexicon: Lexicon) -> list[Entry]:
    words = [m[0] for m in _WORD.finditer(text[span.start : span.end])]
    if span.type == "LOC" or not words or any(w[:1].islower() for w in words[:1]):
        return []
    if len(words) == 1:
        good = len(words[0]) > 4 and not lexicon.is_common(words[0]) and not words[0].isupper()
        return [Entry(words[0], MentionType(span.type))] if good else []
    entries = [Entry(text[span.start : span.end], MentionType(span.type))]
    last = words[-1]
    if span.type == "PER" and len(words) < 4 and len(last) > 4 and "." not in last and not lexicon.is_common(last):
        entries.append(Entry(last, MentionType.PER))
    return entries


def _split_alias(text: str, span: Span) -> list[Span]:
    at = text.find("(", span.start + 1, span.end)
    if at < 0 or span.type == "LOC":
        return [span]
    close = text.find(")", at, span.end)
    inner = Span(at + 1, close if close > 0 else span.end, span.type)
    return [part for part in (Span(span.start, at, span.type), inner) if text[part.start : part.end].strip()]


def _person(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    words = [(m.start() + span.start, m.end() + span.start, m[0]) for m in _WORD.finditer(text[span.start : span.end])]
    words = _without_lead(words, lexicon)
    if not words or not any(word[:1].isupper() for _, _, word in words):
        return None
    if (
        len(words) == 1
        and _ADJECTIVE.fullmatch(words[0][2])
        and re.match(r"\s+[a-zа-яёіїєґ]", text[span.end : span.end + 4])
    ):
        return None
    if all(len(word.strip(".")) < 2 for _, _, word in words):
        return None
    whole = [word for _, _, word in words if not word.endswith(".")]
    if len(whole) == 1 and len(words) > 1 and _is_deed(whole[0], lexicon):
        return None
    if all(lexicon.is_common(word) and not lexicon.is_name(word) for _, _, word in words):
        return None
    if len(words) == 1 and lexicon.is_common(words[0][2]) and not lexicon.is_name(words[0][2]):
        return None
    return Span(words[0][0], span.end, "PER")


_LIKE_ADJECTIVE = re.compile(r"\w+(?:[иыо]й|[ая]я|ого|его|ому|ему|[иы]м|ом|ую|юю|ой|ых|их)")


def _is_deed(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a verb or particle that an item's letter only seems to make a surname ("К. Присутствовали")."""
    return lexicon.is_common(word) and not lexicon.is_noun(word) and _LIKE_ADJECTIVE.fullmatch(word.lower()) is None


def _without_lead(words: list[tuple[int, int, str]], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Words of a person without a country, rank or particle in front of a whole name."""
    while len(words) > 1 and (
        words[0][2][:1].islower()
        or (
            (lexicon.is_place(words[0][2]) or lexicon.is_common(words[0][2]))
            and not lexicon.is_name(words[0][2])
            and len(words) > 2
        )
    ):
        words = words[1:]
    return words


# A legal form without a name, and a general word for a firm with an adjective at most.
_BARE_FORM = re.compile(r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ФГУП|ГУП|МУП|ТОВ|ПАТ|ПрАТ|ЗАТ|ВАТ|LLC|Ltd|JSC|GmbH|Inc|Co)\.?")
_GENERAL = re.compile(
    r"(?:[А-ЯІЇЄ][а-яіїє]+(?:ая|ое|ый|ий|а|е)\s)(?:организация|компания|корпорация|учреждение|предприятие|ведомство|"
    r"агентство|фирма|організація|компанія|корпорація|установа|підприємство|відомство)"
)


def _other(text: str, span: Span) -> Span | None:
    written = text[span.start : span.end].strip(' «»"“”„')
    if (
        written.upper() in _NO_NAMES
        or _BARE_FORM.fullmatch(written)
        or (_GENERAL.fullmatch(written) and _OPENING.search(text[max(0, span.start - 6) : span.start]))
        or written.casefold() in _ROLES
        or _CODES.fullmatch(written)
        or not any(c.isupper() or c.isdigit() for c in written)
    ):
        return None
    lead = re.match(r"[«\s]*([^\W\d_]+)\s+", text[span.start : span.end])
    if lead and lead[1].casefold() in _ROLES:
        return Span(span.start + lead.end(), span.end, span.type)
    if span.type == "LOC" and _BODIES.fullmatch(written):
        return Span(span.start, span.end, "ORG")
    if not any(c.isalpha() for c in written):
        return None
    if span.type == "ORG" and _THING_BEFORE.search(text[max(0, span.start - 40) : span.start]):
        return None
    return span
