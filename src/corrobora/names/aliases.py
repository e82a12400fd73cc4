"""Other names that the papers of one case give to one bearer: acronyms, trade names, noms de guerre.

No comparison of spellings finds that 阳光 is Brightmile; a paper that says so does. An `Aliases` holds what the papers
said, and `compare` looks behind both forms. It is a value: a case that learns more makes a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from corrobora.names.hanzi import simplified
from corrobora.names.organizations import has_legal_form, organization_key
from corrobora.names.text import clean, words

_Index = dict[str, tuple[tuple[str, ...], ...]]
_MOST_FORMS = 8
_LONGEST_NAME = 9


@dataclass(frozen=True, slots=True)
class Aliases:
    """Groups of written forms, each group one bearer as the papers of a case say.

    Attributes:
        groups: the forms of each bearer, the fullest first.

    Example:
        >>> Aliases().joined("阳光集团", "Brightmile Group").of("BRIGHTMILE GROUP", "Organization")
        (('阳光集团', 'Brightmile Group'),)
    """

    groups: tuple[tuple[str, ...], ...] = ()
    _found: dict[str, _Index] = field(default_factory=dict, init=False, repr=False, compare=False)

    def joined(self, *forms: str) -> Aliases:
        """These aliases and one group more; groups are not merged, for one acronym may stand for two firms."""
        group = tuple(dict.fromkeys(form for form in forms if form.strip()))
        return Aliases((*self.groups, group)) if len(group) > 1 and group not in self.groups else self

    def of(self, form: str, schema: str = "Person") -> tuple[tuple[str, ...], ...]:
        """The groups that hold a form; more than one where the form stands for several bearers.

        A whole name is not found by the short one of another: ООО «Берег» is not what calls itself «Берег» for short.
        """
        if schema not in self._found:
            self._found[schema] = _index(self.groups, schema)
        found = self._found[schema].get(_alias_key(form, schema), ())
        if schema != "Organization" or not has_legal_form(form):
            return found
        return tuple(group for group in found if _holds_whole(group, form))

    def with_listed(self, listed: Iterable[tuple[str, ...]]) -> Aliases:
        """These aliases with what lists say that organisations are also called.

        Names are added to the group that holds a whole name among them; where none does, they are a group of their
        own, and where several do, they say nothing.
        """
        groups = list(self.groups)
        for forms in listed:
            held = [
                at
                for at, group in enumerate(groups)
                if any(has_legal_form(form) and _alias_key(form, "Organization") in _keys(group) for form in forms)
            ]
            if len(held) == 1:
                groups[held[0]] = tuple(dict.fromkeys((*groups[held[0]], *forms)))
            elif not held and len(forms) > 1:
                groups.append(tuple(dict.fromkeys(forms)))
        return Aliases(tuple(groups))


def _alias_key(form: str, schema: str) -> str:
    if schema == "Organization":
        return organization_key(form)
    return " ".join(sorted(word.strip(".") for word in words(simplified(clean(form)).lower()))) or clean(form).lower()


@lru_cache(maxsize=65536)
def _keys(group: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_alias_key(form, "Organization") for form in group if has_legal_form(form))


def _holds_whole(group: tuple[str, ...], form: str) -> bool:
    """Whether a group holds this whole name as one, or holds no whole names at all."""
    return _alias_key(form, "Organization") in _keys(group) or not _keys(group)


def _index(groups: tuple[tuple[str, ...], ...], schema: str) -> _Index:
    out: dict[str, dict[tuple[str, ...], None]] = {}
    for group in groups:
        for form in group:
            out.setdefault(_alias_key(form, schema), {})[group] = None
    return {key: tuple(held) for key, held in out.items()}


def other_forms(form: str, schema: str, aliases: Aliases) -> tuple[str, ...]:
    """The form itself, and what else its bearer is called; nothing that stands for several bearers is looked behind."""
    groups = aliases.of(form, schema)
    if len(groups) != 1:
        return (form,)
    own = (other for other in groups[0] if len(aliases.of(other, schema)) == 1)
    return tuple(dict.fromkeys((form, *own)))[:_MOST_FORMS]


_SHORT = re.compile(
    r"\s*[(（]\s*(?:(?:далее|далі|сокращ[её]нно|скорочено|hereinafter|hereafter|referred to as|the|以下|简称|簡稱|"
    r"по тексту|именуемое|именуемый|also|[-–—:：,“”\"«»「」'])\s*)*"
    r"(?P<short>[^\s()（）“”\"«»「」']{2,16})[“”\"«»」']*\s*[)）]"
)
_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{4,30}$")
_SMALL = frozenset(["и", "в", "по", "на", "им", "of", "the", "and", "for", "in", "та", "з", "de"])


def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """The full names and the short ones that a text introduces in brackets: ("… бюро …", "КБ").

    Only a short name that is made of the full one is believed: the first letters of its words, or some of its signs in
    their order.

    Example:
        >>> introduced("Северное бюро точных приборов (далее — СБТП) просит")
        (('Северное бюро точных приборов', 'СБТП'),)
    """
    out: dict[tuple[str, str], None] = {}
    for found in _SHORT.finditer(text):
        short, before = found["short"], text[max(0, found.start() - 160) : found.start()]
        full = _chinese_full(before, short) or _spelt_full(before, short)
        if full:
            out[full, short] = None
    return tuple(out)


def _chinese_full(before: str, short: str) -> str:
    run = _CHINESE_NAME.search(before)
    if run is None or not short.isalpha() or len(short) >= len(run[0]):
        return ""
    rest = iter(run[0])
    return run[0] if all(sign in rest for sign in short) else ""


def _spelt_full(before: str, short: str) -> str:
    """The words before the bracket whose first letters are the acronym."""
    if not short.isupper() or not short.isalpha() or len(short) < 3:
        return ""
    found = list(re.finditer(r"[^\W\d_]+", before))[-_LONGEST_NAME:]
    for start in range(len(found) - 1, -1, -1):
        held = [word[0] for word in found[start:]]
        letters = "".join(word[0] for word in held).upper()
        bare = "".join(word[0] for word in held if word.lower() not in _SMALL).upper()
        if short in (letters, bare) and held[0].lower() not in _SMALL:
            return before[found[start].start() :].strip(' «»"“”')
    return ""
