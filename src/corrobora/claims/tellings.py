"""What a finding says, as a sentence in Russian, Ukrainian or Chinese, worded as its grade allows. Pure.

The sentence is made from the finding's fields, never from its English statement. Where a field has no form in a
language the claim is left untold in it: better none than half a foreign sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from corrobora import names
from corrobora.claims import phrases
from corrobora.model.entities import Organization, Person
from corrobora.model.findings import Finding, Grade

FOREIGN = ("uk", "ru", "zh")
_MOST = 4


class UntoldError(Exception):
    """A field has no form in this language."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Names as papers and registers write them.

    Attributes:
        people: id -> the label, then every form of the name.
        firms: any name of an organisation, in small letters -> all of its names.
    """

    people: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    firms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def cast_of(persons: Iterable[Person], organizations: Iterable[Organization]) -> Cast:
    """The names of everybody in a case."""
    firms = {name.casefold(): one.names for one in organizations for name in (*one.names, one.label)}
    return Cast({p.id: (p.label, *(form.text for form in p.names)) for p in persons}, firms)


def telling(finding: Finding, language: str, cast: Cast, grade: Grade | None = None) -> str:
    """The finding as one sentence of a language, or "" where it cannot be told.

    Args:
        finding: of a kind that claims are made of.
        language: "uk", "ru" or "zh".
        cast: names of people.
        grade: of the claim, which may be weaker than the finding's.

    Example:
        >>> case = {"party": "АО «Пример»", "case": "А1-2/2021"}
        >>> telling(Finding("c", "court_case", "", Grade.PROBABLE, body=case), "ru", Cast())
        'Скорее всего, АО «Пример» — сторона судебного дела А1-2/2021.'
    """
    make = _TOLD.get(finding.kind)
    if make is None:
        return ""
    tongue = Tongue(language, cast)
    try:
        clause = phrases.JOIN[language].join(make(finding.body, tongue))
    except (UntoldError, KeyError, TypeError):
        return ""
    sources = [ref.source for ref in finding.pages] + [row.source for row in finding.rows]
    quoted = [f"“{s}”" if language == "zh" else f"«{s}»" for s in dict.fromkeys(sources)]
    frame = phrases.FRAMES[grade or finding.grade][language]
    if len(quoted) > 1 and language in phrases.SEVERAL:
        frame = frame.replace(*phrases.SEVERAL[language])
    text = frame.format(clause=clause, sources=phrases.COMMA[language].join(quoted[:_MOST]))
    return (text[:1].upper() + text[1:]).replace("..", ".")


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its forms, days, sums and names."""

    language: str
    cast: Cast

    def say(self, form: str, **slots: str) -> str:
        """A form of phrases.SAID, its places filled."""
        return phrases.SAID[form][self.language].format(**slots)

    def word(self, table: Mapping[str, Mapping[str, str]], word: object) -> str:
        """A word of a table.

        Raises:
            UntoldError: where the table does not know it.
        """
        if str(word) not in table:
            raise UntoldError(str(word))
        return table[str(word)][self.language]

    def day(self, iso: object) -> str:
        """A day in words, in the genitive; a month or year alone in brackets."""
        parts = str(iso or "").split("-")
        if not all(part.isdigit() for part in parts):
            raise UntoldError(str(iso))
        if self.language == "zh":
            return "".join(f"{int(n)}{unit}" for n, unit in zip(parts, "年月日", strict=False))
        year = "г." if self.language == "ru" else "р."
        if len(parts) == 1:
            return f"{parts[0]} {year}"
        month = int(parts[1]) - 1
        if len(parts) == 2:
            return f"{phrases.MONTH_NAMES[self.language][month]} {parts[0]} {year}"
        return f"{int(parts[2])} {phrases.MONTHS[self.language][month]} {parts[0]} {year}"

    def days(self, start: object, end: object) -> str:
        """From one day to another; a single one where they are the same, or where only months are known."""
        if start == end or not end:
            return self.day(start)
        if self.language != "zh" and min(len(str(start)), len(str(end))) < 10:
            return f"{self.day(start)} – {self.day(end)}"
        return self.say("from to", start=self.day(start), end=self.day(end))

    def money(self, value: Mapping[str, str]) -> str:
        """A sum with its currency in words."""
        whole, _, cents = str(value["amount"]).partition(".")
        gap, point = (",", ".") if self.language == "zh" else ("\u00a0", ",")
        number = f"{int(whole):,}".replace(",", gap) + (f"{point}{cents}" if cents else "")
        currency = phrases.CURRENCIES[self.language].get(value["currency"], value["currency"])
        return f"{number}{currency}" if self.language == "zh" else f"{number} {currency}"

    def count(self, number: int, noun: str) -> str:
        """A number and its noun in the right form."""
        forms = phrases.PLURALS[self.language][noun].split()
        if self.language == "zh":
            return f"{number}{forms[0]}"
        return f"{number} {forms[_plural(number)]}"

    def brackets(self, text: str) -> str:
        """An addition behind a word."""
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def listed(self, words: Iterable[str]) -> str:
        """Words joined as in a sentence, the first few."""
        told = [word for word in words if word]
        shown = told[:_MOST]
        comma, last = phrases.COMMA[self.language], phrases.AND[self.language]
        if len(told) > _MOST:
            return comma.join(shown) + {"ru": " и др.", "uk": " тощо", "zh": "等"}[self.language]
        return comma.join(shown[:-1]) + last + shown[-1] if len(shown) > 1 else "".join(shown)

    def name(self, known: object, label: object = None) -> str:
        """A person by id in the writing of the language, else a firm or person as papers write them."""
        forms = self.cast.people.get(str(known), ())
        if forms:
            return _person(forms, self.language)
        told = str(label or known or "")
        if not told or told.startswith(("person-", "organization-")):
            raise UntoldError(str(known))
        return _firm((told, *self.cast.firms.get(told.casefold(), ())), self.language)


def _plural(number: int) -> int:
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2


_HAN = re.compile(r"[\u4e00-\u9fff]")
_CYRILLIC = re.compile(r"[А-Яа-яЁёІЇЄҐіїєґ]")
_LATIN = re.compile(r"[A-Za-z]")


def _firm(forms: tuple[str, ...], language: str) -> str:
    """A firm's name in the script of the language where papers or registers have one, else as it is told."""
    wanted = _HAN if language == "zh" else _CYRILLIC
    return next((form for form in forms if wanted.search(form)), forms[0])


def _person(forms: tuple[str, ...], language: str) -> str:
    """A person's name as the language writes it: a Chinese one is transcribed, family name first."""
    han = [form for form in forms if _HAN.search(form)]
    if language == "zh":
        return han[0] if han else forms[0]
    cyrillic = [form for form in forms if _CYRILLIC.search(form) and not _LATIN.search(form)]
    if han or names.is_chinese(forms[0]):
        told = [v.text for form in (*han, forms[0]) for v in names.variants(form) if v.system == _SYSTEMS[language]]
        written = [form for form in cyrillic if form in told[:1]]
        return (written or told or list(forms))[0]
    return max(cyrillic, key=lambda form: ("." not in form, len(form)), default=forms[0])


_SYSTEMS = {"ru": "palladius", "uk": "ukrainian"}


def _visit(body: Mapping[str, Any], t: Tongue) -> list[str]:
    status = str(body.get("status") or "planned")
    form = status if status in ("happened", "cancelled") else "planned"
    guests = body.get("persons") or ()
    group = t.count(len(guests), "person") if guests else t.say("unnamed")
    days = t.days(body.get("from"), body.get("to"))
    return [t.say(f"visit {form}", group=group, place=_place(body, t), days=days)]


def _place(body: Mapping[str, Any], t: Tongue) -> str:
    places = [str(place) for place in (body.get("place"), *(body.get("places") or ())) if place]
    return _firm(tuple(places), t.language) if places else t.name(None)


def _contract(body: Mapping[str, Any], t: Tongue) -> list[str]:
    called = body.get("number") or f"«{body['codename']}»"
    status, signed = body["status"], body.get("signed")
    if status == "signed":
        form = "contract signed" if signed else "contract signed undated"
        parts = [t.say(form, name=str(called), **({"day": t.day(signed)} if signed else {}))]
    else:
        parts = [t.say(f"contract {status}", name=str(called))]
        parts += [t.say("as signed", day=t.day(signed))] if signed and status == "reported" else []
    parties = [t.name(party) for party in (body.get("parties") or ())[:2]]
    parts += [t.say("parties", names=t.listed(parties))] if len(parties) == 2 else []
    return parts + ([t.say("sum", sum=t.money(body["total"]))] if body.get("total") else [])


def _supply(body: Mapping[str, Any], t: Tongue) -> list[str]:
    parts = [t.say("supply", supplier=t.name(body.get("supplier")), receiver=t.name(body.get("receiver")))]
    between = [t.name(one) for one in body.get("intermediaries") or ()]
    parts += [t.say("through", names=t.listed(between))] if between else []
    goods = [str(one) for one in body.get("goods") or ()]
    parts += [t.say("goods", goods=t.listed(goods))] if goods else []
    quantity = body.get("quantity")
    parts += [t.say("amount", count=t.count(quantity, "piece"))] if isinstance(quantity, int) else []
    parts += [t.say("sum", sum=t.money(body["value"]))] if body.get("value") else []
    return parts + ([t.say("date", day=t.day(body["date"]))] if body.get("date") else [])


def _ownership(body: Mapping[str, Any], t: Tongue) -> list[str]:
    owner, asset = t.name(body.get("owner"), body.get("owner_name")), t.name(body.get("asset"))
    share = body.get("share")
    form = "owns" if share is not None else "owns unstated"
    number = f"{share:g}" if isinstance(share, int | float) else str(share)
    number = number if t.language == "zh" else number.replace(".", ",")
    parts = [t.say(form, owner=owner, asset=asset, share=number)]
    through = [t.name(step.get("asset")) for step in (body.get("path") or ())[:-1]]
    return parts + ([t.say("by way of", names=t.listed(through))] if through else [])


def _sanction(body: Mapping[str, Any], t: Tongue) -> list[str]:
    told = str(body.get("authority") or "")
    authority = phrases.AUTHORITIES.get(told, {}).get(t.language, told)
    whole = phrases.COMMA[t.language].join(filter(None, (authority, str(body.get("program") or ""))))
    target = t.name(body.get("target"), body.get("target_label"))
    parts = [t.say("listed", target=target, authority=whole, day=t.day(body.get("since")))]
    later = sum(not one.get("before_listing") for one in body.get("exposure") or ())
    return parts + ([t.say("after listing", count=str(later))] if later else [])


def _sector(body: Mapping[str, Any], t: Tongue) -> list[str]:
    activity = body["registered_activity"]
    told = " ".join(activity) if isinstance(activity, list | tuple) else str(activity)
    goods = t.listed(str(one) for one in body.get("goods") or ())
    return [t.say("mismatch", company=t.name(body.get("company")), activity=told, goods=goods)]


def _aircraft(body: Mapping[str, Any], t: Tongue) -> list[str]:
    happened = any(one.get("modality") == "happened" for one in body.get("sightings") or ())
    form = "aircraft seen" if happened else "aircraft planned"
    told = {"number": body["registration"], "type": body["type"], "place": body["place"]}
    if not all(told.values()):
        raise UntoldError("aircraft")
    parts = [t.say(form, day=t.day(body.get("seen")), **told)]
    return parts + ([t.say("owner", owner=t.name(body["owner"]))] if body.get("owner") else [])


def _fate(body: Mapping[str, Any], t: Tongue) -> list[str]:
    parts = [t.say("fate", person=t.name(body.get("person")), state=t.word(phrases.STATES, body.get("state")))]
    return parts + ([t.say("date", day=t.day(body["date"]))] if body.get("date") else [])


def _sequence(body: Mapping[str, Any], t: Tongue) -> list[str]:
    if body.get("changes"):
        return [_changes(body, t)]
    if body.get("company") and str(body.get("first_what")).startswith(("meeting of", "visit of")):
        count, met = t.count(body["days"], "day"), str(body["first_what"]).rpartition(" ")[2]
        told = t.say("registered after", company=t.name(body["company"]), count=count, day=t.day(met))
        return [told, t.say("not because")]
    told = t.say("in order", first=_step(body.get("first_what"), t), second=_step(body.get("second_what"), t),
                 first_day=t.day(body.get("first_date")), second_day=t.day(body.get("second_date")))  # fmt: skip
    return [told, t.say("not because")]


def _step(what: object, t: Tongue) -> str:
    text = str(what)
    if found := re.match(r"the visit to (.+) of \d", text):
        return t.word(phrases.STEPS, "visit") + t.brackets(found[1])
    if found := re.match(r"contract (\S+)", text):
        return f"{t.word(phrases.PAPERS, 'contract')} {found[1]}"
    if found := re.match(r"(\w+) for (.+)", text):
        return t.word(phrases.PAPERS, found[1]) + t.brackets(found[2])
    return t.word(phrases.STEPS, text)


def _changes(body: Mapping[str, Any], t: Tongue) -> str:
    told = []
    for change in body["changes"]:
        first, second, item = (change.get(key) for key in ("first", "second", "item"))
        if first is not None and second is not None:
            told.append(t.say("change", item=item, first=first, second=second))
        else:
            told.append(t.say("dropped" if second is None else "new", item=item, first=first, second=second))
    return t.say("changed", name=str(body["contract"]), changes=t.listed(told))


def _obligation(body: Mapping[str, Any], t: Tongue) -> list[str]:
    what, debtor = str(body["what"]), body.get("debtor")
    who = t.name(debtor) if debtor else t.say("one party")
    due = t.day(body.get("due"))
    if paid := re.fullmatch(r"payment of ([A-Z]{3}) ([\d,.]+) under (.+)", what):
        owed = t.money({"currency": paid[1], "amount": paid[2].replace(",", "")})
        parts = [t.say("owed payment", debtor=who, name=paid[3], sum=owed, day=due)]
    elif sent := re.fullmatch(r"delivery (?:of (?P<item>.+)|in full) under (?P<name>.+)", what):
        item = sent["item"]
        goods = t.say("all goods") if item is None else t.say("the goods") if item == "the goods" else item
        parts = [t.say("owed delivery", debtor=who, name=sent["name"], goods=goods, day=due)]
    else:
        raise UntoldError(what)
    late = body.get("late_days")
    if isinstance(late, int) and late > 0:
        parts.append(t.say("paid late" if body.get("fulfilled_by") else "late", count=t.count(late, "day")))
    return parts


def _chain(body: Mapping[str, Any], t: Tongue) -> list[str]:
    links = body["links"]
    if body.get("sort") == "payment_path":
        payer, payee = t.name(links[0].get("from")), t.name(body.get("target"))
        through = [t.name(one.get("to")) for one in links[:-1]]
        parts = [t.say("payments", payer=payer, payee=payee, day=t.day(links[-1].get("date")))]
        parts += [t.say("through", names=t.listed(through))] if through else []
        listed = body.get("before_listing")
        return parts + ([t.say("before listing" if listed else "already listed")] if listed is not None else [])
    told = []
    for link in links:
        kind, _, number = str(link.get("what") or "").partition(" ")
        day = t.brackets(t.day(link["date"])) if link.get("date") else ""
        told.append(f"{t.word(phrases.PAPERS, kind)} {number}".strip() + day)
    return [t.say("chain", count=t.count(len(links), "paper"), links=t.listed(told))]


def _court_case(body: Mapping[str, Any], t: Tongue) -> list[str]:
    day = t.brackets(t.day(body["date"])) if body.get("date") else ""
    parts = [t.say("court case", party=t.name(body.get("party")), case=f"{body['case']}{day}")]
    return parts + ([t.say("about", what=str(body["what"]))] if body.get("what") else [])


def _lag(body: Mapping[str, Any], t: Tongue) -> list[str]:
    first, second = body["first"], body["second"]
    slots = {
        "person": t.name(body.get("person")),
        "first": t.word(phrases.EVENTS, first["what"]), "second": t.word(phrases.EVENTS, second["what"]),
        "first_day": t.day(first["date"]), "second_day": t.day(second["date"]),
        "count": t.count(int(body["days"]), "day"),
    }  # fmt: skip
    return [t.say("lag" if body["days"] else "same day", **slots)]


def _series(body: Mapping[str, Any], t: Tongue) -> list[str]:
    what, counts = str(body["what"]), body["counts"]
    if what == "visits":
        told = t.count(int(body["total"]), "visit")
        return [t.say("visits counted", count=told, days=t.days(min(counts), max(counts)))]
    if found := re.fullmatch(r"days from (\w+) to (\w+)", what):
        first, second = (t.word(phrases.EVENTS, found[at]) for at in (1, 2))
        people = t.count(int(body["total"]), "person")
        low, high = str(body["minimum"]), str(body["maximum"])
        return [t.say("lags counted", count=people, first=first, second=second, low=low, high=high)]
    if found := re.fullmatch(r"age of (.+) at (\w+)", what):
        slots = {"low": str(body["minimum"]), "high": str(body["maximum"]), "middle": f"{body['median']:g}"}
        return [t.say("ages", event=t.word(phrases.EVENTS, found[2]), group=t.word(phrases.GROUPS, found[1]), **slots)]
    found = re.fullmatch(r"(\w+) of (.+)", what)
    if found is None:
        raise UntoldError(what)
    peak = str(body["peak"])
    slots = {
        "count": t.count(int(body["total"]), "case"), "event": t.word(phrases.EVENTS, found[1]),
        "group": t.word(phrases.GROUPS, found[2]), "days": t.days(min(counts), max(counts)),
        "most": str(counts[peak]), "peak": t.day(peak),
    }  # fmt: skip
    return [t.say("cases counted", **slots)]


_TOLD: dict[str, Callable[[Mapping[str, Any], Tongue], list[str]]] = {
    "visit": _visit, "contract": _contract, "supply": _supply, "ownership": _ownership, "sanction": _sanction,
    "sector_mismatch": _sector, "aircraft": _aircraft, "fate": _fate, "sequence": _sequence,
    "obligation": _obligation, "chain": _chain, "court_case": _court_case, "lag": _lag, "series": _series,
}  # fmt: skip
