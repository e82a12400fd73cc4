"""Base forms of Ukrainian organisations and places by their paradigms; no freely licensed dictionary is needed.

A name whose head noun and places are not listed here stays as written: a wrong base form is worse than none.
"""

from __future__ import annotations

import re
from functools import lru_cache

_M, _F, _N = "m", "f", "n"
_HEADS: dict[str, str] = {
    _M: """банк завод суд інститут університет комітет департамент відділ центр концерн холдинг фонд союз клуб штаб
    комбінат трест цех сектор апарат кабінет парламент музей театр ліцей коледж порт аеропорт вокзал район округ край
    готель ринок острів полк батальйон загін спецпідрозділ офіс магазин склад канал""",
    _F: """служба рада прокуратура поліція адміністрація компанія корпорація академія комісія інспекція дирекція філія
    асоціація спілка партія група фірма агенція бригада дивізія митниця область республіка лабораторія кафедра лікарня
    школа гімназія церква організація федерація конфедерація палата фабрика біржа гвардія армія держава столиця громада
    вулиця площа станція""",
    _N: """міністерство товариство підприємство агентство управління бюро об'єднання відділення представництво
    посольство консульство видавництво казначейство господарство командування місто село селище військо училище""",
}
_PLACES = """
    Україна Росія Польща Німеччина Франція Італія Іспанія Румунія Молдова Білорусь Туреччина Болгарія Угорщина
    Словаччина Чехія Австрія Швейцарія Швеція Норвегія Фінляндія Естонія Латвія Литва Грузія Вірменія Китай Індія
    Японія Корея Америка Британія Європа Азія Київ Харків Львів Миколаїв Чернігів Дніпро Донецьк Луганськ Одеса
    Запоріжжя Вінниця Полтава Херсон Черкаси Суми Житомир Хмельницький Чернівці Рівне Ужгород Луцьк Тернопіль
    Кропивницький Маріуполь Севастополь Сімферополь Крим Донбас Буковина Галичина Закарпаття Волинь Поділля Полісся
    Кременчук Мелітополь Бердянськ Краматорськ Слов'янськ Нікополь Мукачево Умань Бровари Ірпінь Буча Бориспіль Фастів
    Ізмаїл Конотоп Шостка Ніжин Прилуки Коломия Калуш Дрогобич Стрий Ковель Нововолинськ Лозова Ізюм Чугуїв Балаклія
    Енергодар Токмак Бахмут Авдіївка Покровськ Горлівка Макіївка Лисичанськ Рубіжне Кам'янське Павлоград Новомосковськ
    Москва Варшава Берлін Париж Лондон Прага Відень Рим Мінськ Пекін Шанхай Вашингтон Женева Брюссель Тегеран Анкара
    Стамбул Кишинів Вільнюс Рига Таллінн Тбілісі Єреван Баку
"""
_WORD = re.compile(r"[А-Яа-яІіЇїЄєҐґ]+(?:['’ʼ-][А-Яа-яІіЇїЄєҐґ]+)*")
_ADJECTIVE = re.compile(r"(?:ого|ому|им|ім|ої|ій|ою|ього|ьому|ьої|ьою|ію|ую|а|я|е|є|ий|у|ю)$")
_ADJECTIVE_STEM = re.compile(r"(?:[сзц]ьк|н|ов|ев|єв|ич|альн|ивн|йн|т|ш|ськ)$")
_QUOTE = re.compile(r"[«\"“„(]")


@lru_cache(maxsize=1)
def _heads() -> dict[str, tuple[str, str]]:
    """Every form of every head noun -> its nominative and gender."""
    found: dict[str, tuple[str, str]] = {}
    for gender, table in _HEADS.items():
        for noun in table.split():
            found.update({form: (noun, gender) for form in (*_forms(noun), noun)})
    return found


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    return {form: place for place in _PLACES.split() for form in _forms(place)}


# Ending of the nominative, what of it is cut, what of the stem is added, endings of the other cases; the first fits.
_PARADIGMS: tuple[tuple[re.Pattern[str], int, str, str], ...] = tuple(
    (re.compile(ending), cut, added, cases)
    for ending, cut, added, cases in (
        (r"(?:ський|цький)$", 2, "", "ого ому им ім"),
        (r"^(?:Рівне|Рубіжне|Кам'янське)$", 1, "", "ого ому им ім"),
        (r"^Лозова$", 1, "", "ої ій у ою"),
        (r"^(?:Черкаси|Суми|Прилуки|Бровари)$", 1, "", "ам ами ах"),
        (r"^Чернівці$", 1, "", "ів ям ями ях"),
        (r"^[А-ЯІЇЄҐ].*ів$", 2, "", "ова ову овом ові"),
        (r"їв$", 2, "", "єва єву євом єві"),
        (r"(?:жжя|лля|сся|ття|ння)$", 1, "", "ю ям і"),
        (r"піль$", 3, "ол", "я ю ем і"),
        (r"(?:ія|ея)$", 1, "", "ї ю єю"),
        (r"я$", 1, "", "і ю ею"),
        (r"[щчшж]а$", 1, "", "и у ею і"),
        (r"ка$", 2, "", "ки ку кою ці"),
        (r"га$", 2, "", "ги гу гою зі"),
        (r"а$", 1, "", "и у ою і"),
        (r"о$", 1, "", "а у ом і"),
        (r"ь$", 1, "", "і ю я ем"),
        (r"й$", 1, "", "ю єм ї я"),
        (r"[иуіюе]$", 0, "", ""),
        (r"", 0, "", "у а ом ові і"),
    )
)


def _forms(noun: str) -> list[str]:
    """The other singular forms of a noun, by its ending."""
    cut, added, cases = next((c, a, e) for pattern, c, a, e in _PARADIGMS if pattern.search(noun))
    stem = noun[: len(noun) - cut] + added
    return [stem + ending for ending in cases.split()]


def nominative(phrase: str) -> str:
    """A Ukrainian organisation or place with its head in the nominative; what is not known stays as written.

    Example:
        >>> nominative("Одеським припортовим заводом"), nominative("Харкові"), nominative("Київської області")
        ('Одеський припортовий завод', 'Харків', 'Київська область')
    """
    words = list(_WORD.finditer(phrase))
    if len(words) == 1:
        written = words[0][0]
        place = _places().get(written.replace("’", "'").replace("ʼ", "'"))
        if place is not None:
            return phrase.replace(written, place)
    head = _head(phrase, words)
    if head is None:
        return phrase
    noun, gender = _heads()[words[head][0].casefold().replace("’", "'").replace("ʼ", "'")]
    mended, at = [], 0
    for place_, word in enumerate(words[: head + 1]):
        base = noun if place_ == head else _adjective(word[0], gender)
        mended += [phrase[at : word.start()], _cased(base, word[0])]
        at = word.end()
    return "".join(mended) + phrase[at:]


def _head(phrase: str, words: list[re.Match[str]]) -> int | None:
    """The first noun, where only adjectives stand before it and no quotation opens."""
    for place, word in enumerate(words[:5]):
        if _QUOTE.search(phrase[: word.start()]):
            return None
        if word[0].casefold().replace("’", "'").replace("ʼ", "'") in _heads():
            return place
        stem = _ADJECTIVE.sub("", word[0].casefold())
        if stem == word[0].casefold() or not _ADJECTIVE_STEM.search(stem):
            return None
    return None


def _adjective(word: str, gender: str) -> str:
    lower = word.casefold()
    hard = lower.endswith(("ській", "цькій", "ній"))
    soft = not hard and re.search(r"(?:ього|ьому|ьої|ьою|ію|ій)$", lower) is not None
    stem = word[: len(_ADJECTIVE.sub("", lower))]
    return stem + {_M: "ій" if soft else "ий", _F: "я" if soft else "а", _N: "є" if soft else "е"}[gender]


def _cased(word: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
