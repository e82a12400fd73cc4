"""Other names that a paper gives to organisations, and the roles by which it calls them within itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from corrobora import names
from corrobora.mentions.facts.organizations import organizations_in
from corrobora.mentions.facts.paper import Paper, span, tidy
from corrobora.model.document import Page
from corrobora.model.facts import AliasFact, ContractFact, Fact, LetterFact, ShareFact, Span, TradeFact
from corrobora.model.mention import MentionType

_LABEL = re.compile(
    r"(?m)^[ \t|•*—–-]*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s*)?(?P<label>[^\n:：|«»\"“”]{2,48}?)\s*[:：|]\s*$"
)
_SPELT = re.compile(
    r"(?i:(?:публичное|закрытое|открытое|непубличное)?\s*акционерное\s+общество|общество\s+с\s+ограниченной\s+"
    r"ответственностью|товариство\s+з\s+обмеженою\s+відповідальністю|(?:публічне|приватне)?\s*акціонерне\s+товариство|"
    r"(?:федеральное\s+)?государственное\s+(?:\w+\s+)?(?:унитарное\s+предприятие|учреждение)|державне\s+підприємство)"
    r"\s*(?:«[^«»\n]{2,90}(?:«[^«»\n]{1,60}»)?»|\"[^\"\n]{2,90}\"|“[^”\n]{2,90}”)"
    r"|“[\u4e00-\u9fff]{2,12}”(?:[\u4e00-\u9fff]{0,12})公司"
)
_GOODS = re.compile(
    r"(?i:издели\w+|комплекс\w*|беспилотник\w*|бпла|дрон\w*|ракет\w+|боеприпас\w*|снаряд\w*|станц\w+|двигател\w+|прибор\w*|"
    r"систем\w+|вироб\w*|безпілотник\w*|двигун\w*|product|system|drone|uav|missile|munition|engine|aircraft|device|item|"
    r"无人机|导弹|产品|系统|设备|发动机)\s*(?P<name>[«\"“][^«»\"“”\n]{2,40}[»\"”])"
)
_THING_ALSO = re.compile(
    r"[»\"”]?\s*[,，(（—–-]{0,2}\s*(?i:он[аои]?\s+же|він\s+же|вон[ао]\s+ж|также\s+(?:известн\w+\s+как|обознача\w+)|"
    r"(?:в\s+)?экспортн\w+\s+(?:обозначени\w+|наименовани\w+|названи\w+|исполнени\w+)|експортн\w+\s+(?:позначенн\w+|назв\w+)|"
    r"(?:под\s+)?шифр\w*|индекс(?:\s+ГРАУ)?|под\s+(?:названием|именем|обозначением)|під\s+назвою|китайское\s+обозначение|"
    r"also\s+(?:known\s+as|called|designated)|a\.?k\.?a\.?|export\s+(?:designation|name|version)|code-?named?|known\s+as|"
    r"出口型号|代号|又称|又名|亦称|也称|即|外贸型号|内部代号)\s*[:：—–-]?\s*(?:as\s+)?"
    r"(?:[«\"“](?P<quoted>[^«»\"“”\n]{2,40})[»\"”]|(?P<plain>[A-ZА-ЯЁІЇЄҐ0-9][\w]*(?:-[\w]+)*))"
)
_VAGUE = frozenset({"", "party", "partner", "owner", "agent"})
_LINE = 60
_BRACKETS = str.maketrans("（）", "()")


def read(paper: Paper) -> list[AliasFact]:
    """What a paper calls the organisations that it names."""
    found: list[AliasFact] = []
    roles: dict[str, list[tuple[str, Span]]] = {}
    for page in paper.pages:
        bodies = _bodies(paper, page)
        for place, (name, where) in enumerate(bodies):
            facts = _defined(page, name, where, _limit(page.text, where, bodies[place + 1 :]))
            found += facts
            for role in {fact.role for fact in facts} | {_labelled(page, where)}:
                roles.setdefault(role, []).append((name, where))
        found += [*_spelt_out(page), *_things(paper, page)]
    found += [fact for role, named in roles.items() if role not in _VAGUE for fact in _bilingual(role, named)]
    return list({(fact.name, fact.other, fact.binds): fact for fact in reversed(found)}.values())[::-1]


def _bodies(paper: Paper, page: Page) -> list[tuple[str, Span]]:
    """The organisations of a page in order, those with a legal form in full words too."""
    spelt = [span(page, found.start(), found.end()) for found in _SPELT.finditer(page.text)]
    found = [(tidy(place.quote), place) for place in spelt]
    found += [
        (name, place)
        for name, place in organizations_in(paper, page, 0, len(page.text))
        if not any(place.start < other.end and other.start < place.end for other in spelt)
    ]
    return sorted(found, key=lambda one: one[1].start)


def _limit(text: str, where: Span, after: Sequence[tuple[str, Span]]) -> int:
    """Where the next organisation is named that stands in no bracket opened behind this one."""
    for _, other in after:
        between = text[where.end : other.start]
        if other.start >= where.end and between.count("(") + between.count("（") <= between.count(")") + between.count(
            "）"
        ):
            return other.start
    return len(text)


def _defined(page: Page, name: str, where: Span, limit: int) -> list[AliasFact]:
    found = []
    for one in names.definitions(page.text, where.start, where.end, limit):
        if names.organization_key(one.text) == names.organization_key(name) and not _other_script(name, one.text):
            continue
        role = names.role_of_party(one.text)
        found.append(AliasFact(name, one.text, (span(page, where.start, one.end),), one.binds, role=role))
    return found


def _other_script(one: str, other: str) -> bool:
    return names.script(one) != names.script(other)


def _spelt_out(page: Page) -> list[AliasFact]:
    """Short names behind full ones that no organisation was found in: "Институт полярных металлов (ИПМ)"."""
    found = []
    for full, short in names.introduced(page.text):
        start = page.text.find(full)
        end = page.text.find(short, start + len(full))
        if start >= 0 and end >= 0 and not names.is_role(short):
            found.append(AliasFact(full, short, (span(page, start, end + len(short)),)))
    return found


def _things(paper: Paper, page: Page) -> list[AliasFact]:
    """Goods with two names: a model, or a quoted name behind a word for goods, and what it is also called."""
    heads = [(one.start, one.end) for one in paper.mentioned(page, MentionType.MODEL)]
    heads += [found.span("name") for found in _GOODS.finditer(page.text)]
    found = []
    for start, end in heads:
        said = _THING_ALSO.match(page.text, end)
        if said is None:
            continue
        group = "quoted" if said["quoted"] else "plain"
        name, other = tidy(page.text[start:end]).strip('«»“”"'), tidy(said[group])
        if name.casefold() != other.casefold() and not names.is_role(other):
            place = span(page, start, said.end(group))
            found.append(AliasFact(name, other, (place,), schema="Product"))
    return found


def _labelled(page: Page, where: Span) -> str:
    """The role that the label before a name gives it ("Продавец:", "卖方：")."""
    line = page.text.rfind("\n", 0, where.start) + 1
    found = _LABEL.search(page.text[max(line, where.start - _LINE) : where.start])
    if found is None:
        return ""
    parts = (names.role_of_party(part) for part in re.split(r"[/()（）]", found["label"]))
    return next((role for role in parts if role), "")


def _bilingual(role: str, named: Sequence[tuple[str, Span]]) -> list[AliasFact]:
    """One party of one paper, named once in each of two or three scripts."""
    by_script: dict[str, dict[str, tuple[str, Span]]] = {}
    for name, where in named:
        by_script.setdefault(names.script(name), {}).setdefault(names.organization_key(name), (name, where))
    if len(by_script) < 2 or any(len(bodies) > 1 for bodies in by_script.values()):
        return []
    (name, where), *others = (next(iter(bodies.values())) for bodies in by_script.values())
    return [AliasFact(name, other, (where, place), how="bilingual", role=role) for other, place in others]


def with_parties(facts: Iterable[Fact], aliases: Sequence[AliasFact]) -> list[Fact]:
    """The facts of one paper with its own short names and roles put back into names.

    A role that the paper gives to two organisations, or that it does not define, is no organisation and is left out.
    """
    meant: dict[str, set[str]] = {}
    for alias in aliases:
        if alias.binds == "document":
            meant.setdefault(_folded(alias.other), set()).add(alias.name)

    def name(written: str) -> str:
        held = meant.get(_folded(written), set())
        return next(iter(held)) if len(held) == 1 else written if not names.role_of_party(written) else ""

    return [_named(fact, name) for fact in facts]


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _named(fact: Fact, name: Callable[[str], str]) -> Fact:
    if isinstance(fact, ContractFact):
        return replace(fact, parties=tuple(dict.fromkeys(filter(None, map(name, fact.parties)))))
    if isinstance(fact, TradeFact):
        sides = (name(side or "") or None for side in (fact.supplier, fact.buyer, fact.end_user))
        supplier, buyer, end_user = sides
        numbers = tuple((name(of) or of, number) for of, number in fact.numbers)
        return replace(fact, supplier=supplier, buyer=buyer, end_user=end_user, numbers=numbers)
    if isinstance(fact, ShareFact):
        return replace(fact, owner=name(fact.owner) or fact.owner, asset=name(fact.asset) or fact.asset)
    if isinstance(fact, LetterFact) and (fact.sender or fact.recipient):
        return replace(fact, sender=name(fact.sender or "") or None, recipient=name(fact.recipient or "") or None)
    return fact
