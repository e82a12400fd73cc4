"""Who a party is: names of organisations and taxpayer numbers from papers and registers joined into one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corrobora.analysis.meanings import meaning_key
from corrobora.model.entities import Organization
from corrobora.model.facts import ContractFact, Fact, ShareFact, TradeFact

# Russian and Ukrainian, then Latin script, as registers and invoices write them
_FORMS = """
    ооо оао зао пао ао нао ип фгуп фгбу фгку гуп муп нко ано тоо тов ат прат пат зат ват пп дп
    llc ltd limited inc incorporated corp corporation co company jsc pjsc ojsc cjsc plc gmbh ag sa srl bv fze oy pte
    pty lp llp ooo oao zao pao ao the
"""
LEGAL_FORMS = frozenset(_FORMS.split())
SPELLED_FORMS = (
    "общество с ограниченной ответственностью",
    "публичное акционерное общество",
    "открытое акционерное общество",
    "закрытое акционерное общество",
    "непубличное акционерное общество",
    "акционерное общество",
    "индивидуальный предприниматель",
    "федеральное государственное унитарное предприятие",
    "товариство з обмеженою відповідальністю",
    "публічне акціонерне товариство",
    "приватне акціонерне товариство",
    "акціонерне товариство",
    "фізична особа-підприємець",
    "limited liability company",
    "joint stock company",
    "joint-stock company",
    "public joint stock company",
)
CHINESE_FORMS = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|公司)$")
LATIN = dict(
    zip("абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя", [
        "a", "b", "v", "g", "g", "d", "e", "e", "e", "zh", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r",
        "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia",
    ], strict=True)
)  # fmt: skip


@lru_cache(maxsize=262144)
def org_key(name: str) -> str:
    """What is left of an organisation's name without legal form, quotation marks, case and spaces.

    Example:
        >>> org_key("ООО «Сокол-Снаб»") == org_key("общество с ограниченной ответственностью СОКОЛ СНАБ")
        True
    """
    text = unicodedata.normalize("NFKC", name.replace("№", " ")).casefold().replace("ё", "е")
    for form in SPELLED_FORMS:
        text = text.replace(form, " ")
    text = re.sub(r"\([^()]*\)", " ", text) if re.sub(r"\([^()]*\)", "", text).strip() else text
    words = [word for word in re.split(r"[\W_]+", text) if word]
    kept = [word for word in words if word not in LEGAL_FORMS] or words
    return CHINESE_FORMS.sub("", "".join(kept)) or "".join(kept)


@lru_cache(maxsize=262144)
def latin_key(name: str) -> str:
    """The key in Latin letters with the usual differences between transliteration systems levelled.

    Example:
        >>> latin_key("ООО «Тихоречье-Продукт»") == latin_key("Tikhorechye-Produkt LLC")
        True
    """
    text = "".join(LATIN.get(letter, letter) for letter in org_key(name))
    text = text.replace("shch", "sch").replace("kh", "h").replace("ck", "k").replace("x", "ks").replace("w", "v")
    text = re.sub(r"[yj]+", "i", text.replace("ts", "c").replace("tz", "c"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"i+(?=[aeou])", "", text))


@dataclass(frozen=True, slots=True)
class Party:
    """One party: everything that is known to be it.

    Attributes:
        key: stable name of the party in this case.
        label: what a reader calls it.
        names: all forms; `numbers`: taxpayer and register numbers.
    """

    key: str
    label: str
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


class Parties:
    """Finds the party behind a name or a number.

    Names are joined with numbers where a paper or register says so, and names in two scripts where they spell
    alike. Two different numbers of one kind are never joined: firms of one name are many.
    """

    def __init__(self, known: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
        self._parent: dict[str, str] = {}
        self._names: dict[str, dict[str, None]] = {}
        self._numbers: dict[str, dict[str, None]] = {}
        for names, numbers in known:
            self._add([name for name in names if name], [number for number in numbers if number])

    def find(self, name: str | None, number: str | None = None) -> Party | None:
        """The party of this number or, failing that, of this name; a party nobody knows yet where there is none."""
        if number and f"#{number}" in self._parent:
            return self._party(self._root(f"#{number}"))
        if name:
            for node in _name_nodes(name):
                if node in self._parent and not (number and self._clash(self._root(node), [number])):
                    return self._party(self._root(node))
        if not name and not number:
            return None
        key = f"#{number}" if number else f"={org_key(name or '')}"
        return Party(key, name or f"the company {number}", (name,) if name else (), (number,) if number else ())

    def known(self, name: str | None, number: str | None = None) -> bool:
        """Whether the papers know a party of this number or name."""
        nodes = [f"#{number}"] if number else []
        nodes += _name_nodes(name) if name else []
        return any(node in self._parent for node in nodes)

    def all(self) -> list[Party]:
        """Every party that is known."""
        roots = sorted({self._root(node) for node in self._parent})
        return [self._party(root) for root in roots if self._names[root] or self._numbers[root]]

    def _add(self, names: list[str], numbers: list[str]) -> None:
        nodes = [f"#{number}" for number in numbers]
        nodes += [f"={org_key(name)}" for name in names if org_key(name)]
        # a short key spells like too many others to join two scripts by it
        nodes += [f"~{latin_key(name)}" for name in names if len(latin_key(name)) >= 5]
        nodes += [f"@{meaning}" for name in names if (meaning := meaning_key(name)) is not None]
        first: str | None = None
        for node in nodes:
            self._parent.setdefault(node, node)
            self._names.setdefault(node, {})
            self._numbers.setdefault(node, {node[1:]: None} if node[0] == "#" else {})
            if first is None:
                first = node
            else:
                self._join(first, node)
        if first is not None:
            self._names[self._root(first)].update(dict.fromkeys(names))

    def _join(self, one: str, other: str) -> None:
        left, right = self._root(one), self._root(other)
        if left == right or self._clash(left, list(self._numbers[right])):
            return
        self._parent[right] = left
        self._names[left].update(self._names[right])
        self._numbers[left].update(self._numbers[right])

    def _clash(self, root: str, numbers: list[str]) -> bool:
        mine = self._numbers[root]
        return any(len(number) == len(own) and number != own for number in numbers for own in mine)

    def _root(self, node: str) -> str:
        while self._parent[node] != node:
            node = self._parent[node]
        return node

    def _party(self, root: str) -> Party:
        names, numbers = tuple(self._names[root]), tuple(self._numbers[root])
        return Party(root, _best_label(names) or f"the company {numbers[0]}", names, numbers)


def _best_label(names: tuple[str, ...]) -> str | None:
    """The name to show in an English sentence: not all capitals, and not Chinese where there is another."""
    written = [name for name in names if not re.search("[\u3400-\u9fff]", name)]
    mixed = [name for name in written if name != name.upper()]
    return next(iter(mixed or written or names), None)


def _name_nodes(name: str) -> tuple[str, ...]:
    return f"={org_key(name)}", f"~{latin_key(name)}", f"@{meaning_key(name)}"


def parties_of(organizations: Iterable[Organization], facts: Iterable[Fact]) -> Parties:
    """The parties of a case, from its organisations and from what trades and ownership papers say of numbers."""
    known: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for organization in organizations:
        known.append(((organization.label, *organization.names), organization.numbers))
    for fact in facts:
        if isinstance(fact, TradeFact):
            numbers: Mapping[str, str] = dict(fact.numbers)
            parties = (name for name in (fact.supplier, fact.buyer, fact.end_user) if name)
            known += [((name,), (numbers.get(name, ""),)) for name in parties]
        elif isinstance(fact, ContractFact):
            known += [((name,), ()) for name in fact.parties]
        elif isinstance(fact, ShareFact):
            known.append(((fact.owner,), (fact.owner_number or "",)))
            known.append(((fact.asset,), (fact.asset_number or "",)))
    return Parties(known)
