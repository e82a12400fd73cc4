"""Who is who: bearers joined into people, hardest evidence first, never against a birth date, document or Hanzi."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from corrobora import names
from corrobora.identity.bearers import Bearer, organization_key
from corrobora.identity.decided import Ties


@dataclass(slots=True)
class Cluster:
    """Bearers held to be one person, with what they state together."""

    members: list[Bearer] = field(default_factory=list)
    keys: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    forms: dict[str, None] = field(default_factory=dict)
    hanzi: set[str] = field(default_factory=set)
    births: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    visits: set[str] = field(default_factory=set)
    papers: set[str] = field(default_factory=set)
    organizations: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    @property
    def is_business(self) -> bool:
        """Whether any member is."""
        return any(one.is_business for one in self.members)

    @property
    def is_known(self) -> bool:
        """Whether something besides the name tells who this is, or several papers speak of them."""
        return bool(self.hanzi or self.births or self.documents or self.visits) or len(self.papers) > 1

    @property
    def short(self) -> bool:
        """Whether no member has a full given name."""
        return not self.keys

    def add(self, one: Bearer) -> None:
        """Takes a bearer in."""
        self.members.append(one)
        self.keys = (self.keys & one.keys or self.keys) if self.keys else one.keys
        self.initials |= one.initials
        self.forms |= dict.fromkeys(one.forms)
        self.hanzi |= {one.hanzi} if one.hanzi else set()
        self.births |= one.births
        self.documents |= one.documents
        self.visits |= {one.visit} if one.visit else set()
        self.papers.add(one.paper)
        self.organizations |= {organization_key(one.organization)} if one.organization else set()
        self.titles |= {one.title.casefold()} if one.title else set()


class Clusters:
    """A partition of the bearers that only ever merges what does not contradict itself.

    What people decided goes first: those whom they joined begin as one, those whom they keep apart never meet.
    """

    def __init__(self, bearers: Sequence[Bearer], decided: Ties | None = None) -> None:
        decided = decided or Ties()
        self.apart = decided.apart
        self.clusters: dict[int, Cluster] = {}
        self.home: dict[int, int] = {}
        for one in bearers:
            cluster = Cluster()
            cluster.add(one)
            self.clusters[one.index] = cluster
            self.home[one.index] = one.index
        for one_place, other_place in decided.together:
            self._join(one_place, other_place)

    def of(self, index: int) -> Cluster:
        """The cluster of a bearer."""
        return self.clusters[self.home[index]]

    def merge(self, one: int, other: int) -> bool:
        """Joins the clusters of two bearers unless they contradict each other."""
        left, right = self.home[one], self.home[other]
        if left == right:
            return True
        if contradicts(self.clusters[left], self.clusters[right]) or self._are_apart(left, right):
            return False
        self._join(one, other)
        return True

    def _are_apart(self, left: int, right: int) -> bool:
        if not self.apart:
            return False
        others = {member.index for member in self.clusters[right].members}
        return any(self.apart.get(member.index, frozenset()) & others for member in self.clusters[left].members)

    def _join(self, one: int, other: int) -> None:
        left, right = self.home[one], self.home[other]
        if left == right:
            return
        gone = self.clusters.pop(right)
        for member in gone.members:
            self.clusters[left].add(member)
            self.home[member.index] = left


def contradicts(one: Cluster, other: Cluster) -> bool:
    """Whether two clusters cannot be one person: another birth date, document, Hanzi or given name."""
    if one.documents & other.documents:
        return False
    if one.births and other.births and not any(_fits(a, b) for a in one.births for b in other.births):
        return True
    same_birth = bool({b for b in one.births if len(b) == 10} & other.births)
    if one.documents and other.documents and not same_birth and not _near_documents(one.documents, other.documents):
        return True
    if one.hanzi and other.hanzi and not same_birth and not _shared_hanzi(one.hanzi, other.hanzi):
        return True
    return not _names_fit(one, other)


def _fits(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one) or (len(one) == len(other) == 10 and _one_slip(one, other))


def _one_slip(one: str, other: str) -> bool:
    unlike = sum(a != b for a, b in zip(one, other, strict=True))
    swapped = one[:4] == other[:4] and one[5:7] == other[8:] and one[8:] == other[5:7]
    return unlike == 1 or swapped


def _near_documents(one: set[str], other: set[str]) -> bool:
    return any(len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= 1 for a in one for b in other)


def _shared_hanzi(one: set[str], other: set[str]) -> bool:
    """One sign misread by a machine is allowed; two are another name."""
    return any(
        len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) <= (len(a) > 2) for a in one for b in other
    )


@lru_cache(maxsize=65536)
def tier(one: str, other: str) -> str:
    """The tier of two forms, "" where they cannot be one name."""
    if one == other:
        return "exact"
    found = names.tier(one, other)
    return str(getattr(found, "value", found)) if found is not None else ""


_LIKELY = 0.9


@lru_cache(maxsize=65536)
def akin(one: str, other: str) -> bool:
    """Whether two forms can be one name, by their tier or, of other names than Chinese ones, by their sound.

    Шаціла is Шатило, and 库兹涅佐夫 is Кузнецов: no tier says so. Two Chinese names that sound alike are two.
    """
    if tier(one, other):
        return True
    if names.is_chinese(one) > 0.5 and names.is_chinese(other) > 0.5:
        return False
    return bool(names.sound_keys(one) & names.sound_keys(other)) and names.compare(one, other).score >= _LIKELY


def _names_fit(one: Cluster, other: Cluster) -> bool:
    if one.keys and other.keys:
        shared = bool(one.keys & other.keys)
        return (shared or bool(one.documents & other.documents) or _any_tier(one, other)) and _fathers_fit(one, other)
    return all(tier(a, b) for a in _telling(one) for b in _telling(other))


def _any_tier(one: Cluster, other: Cluster) -> bool:
    return any(akin(a, b) for a in _telling(one) for b in _telling(other))


def _fathers_fit(one: Cluster, other: Cluster) -> bool:
    """No pair of forms with patronymics or two initials may contradict each other."""
    long = [[form for form in _telling(cluster) if _is_long(form)] for cluster in (one, other)]
    return all(akin(a, b) for a in long[0] for b in long[1])


def _is_long(form: str) -> bool:
    return names.script(form) == "Cyrl" and len(form.replace(".", ". ").split()) >= 3


def _telling(cluster: Cluster) -> list[str]:
    return list(cluster.forms)[:8]


# ---- the order of evidence


def cluster(bearers: Sequence[Bearer], decided: Ties | None = None) -> Clusters:
    """Joins bearers into people; what people decided (`decided`) stands."""
    found = Clusters(bearers, decided)
    by_key, by_initial = _index(bearers)
    _join_numbers(found, bearers)
    for together in (_same_paper, _same_visit, _same_post, _same_business):
        for group in by_key.values():
            _join_pairs(found, group, together)
    _join_lone(found, bearers, by_key)
    for group in by_initial.values():
        _join_initials(found, [one for one in group if one.short], lambda one, other: True)
    for together in (_same_paper, _same_visit, _same_post, _same_business):
        for group in by_initial.values():
            _join_short(found, group, together)
    _join_slips(found, bearers)
    _join_mentions(found, bearers, by_key, by_initial)
    for group in by_initial.values():
        # Family name and both initials: within one case enough, where a single full name fits them.
        _join_short(found, [one for one in group if not one.short or _initials(one)], _both_initials)
    for group in by_initial.values():
        _join_lone_given(found, group)
    return found


def _index(bearers: Sequence[Bearer]) -> tuple[dict[str, list[Bearer]], dict[str, list[Bearer]]]:
    by_key: dict[str, list[Bearer]] = defaultdict(list)
    by_initial: dict[str, list[Bearer]] = defaultdict(list)
    for one in bearers:
        for key in sorted(one.keys):
            by_key[key].append(one)
        for key in sorted(one.initials):
            by_initial[key].append(one)
    return dict(sorted(by_key.items())), dict(sorted(by_initial.items()))


def _join_numbers(found: Clusters, bearers: Sequence[Bearer]) -> None:
    """One document number is one person; one birth date and a name that fits, too."""
    holders: dict[str, Bearer] = {}
    for one in bearers:
        for number in one.documents:
            if number in holders and any(akin(a, b) for a in one.forms for b in holders[number].forms):
                found.merge(holders[number].index, one.index)
            holders.setdefault(number, one)
    born: dict[str, list[Bearer]] = defaultdict(list)
    for one in bearers:
        for date in one.births:
            if len(date) == 10:
                born[date].append(one)
    for group in born.values():
        _join_pairs(found, group, lambda one, other: any(akin(a, b) for a in one.forms for b in other.forms))


def _join_pairs(found: Clusters, group: Sequence[Bearer], together: Callable[[Bearer, Bearer], bool]) -> None:
    for place, one in enumerate(group):
        for other in group[place + 1 :]:
            if found.home[one.index] != found.home[other.index] and together(one, other):
                found.merge(one.index, other.index)


def _same_paper(one: Bearer, other: Bearer) -> bool:
    return one.paper == other.paper


def _same_visit(one: Bearer, other: Bearer) -> bool:
    return bool(one.visit) and one.visit == other.visit


def _same_post(one: Bearer, other: Bearer) -> bool:
    return bool(one.organization) and organization_key(one.organization) == organization_key(other.organization)


def _same_business(one: Bearer, other: Bearer) -> bool:
    """Both stand among the case's people, and neither post speaks against it (posts compare within one script only)."""
    if not (one.is_business and other.is_business):
        return False
    if one.hanzi and one.hanzi == other.hanzi:
        return _posts_fit(one, other)
    return (
        not one.hanzi
        and not other.hanzi
        and all(names.script(form) in ("Cyrl", "Latn") for form in (one.forms[0], other.forms[0]))
        and not _is_chinese(one)
        and _posts_fit(one, other)
    )


def _is_chinese(one: Bearer) -> bool:
    return any(key.startswith("zh") for key in one.keys)


def _posts_fit(one: Bearer, other: Bearer) -> bool:
    unlike = 0
    for a, b in ((one.organization, other.organization), (one.title, other.title)):
        if a and b and names.script(a) == names.script(b):
            same = (
                organization_key(a) == organization_key(b)
                or a.casefold() in b.casefold()
                or b.casefold() in a.casefold()
            )
            unlike += not same
    return unlike < 2


def _join_lone(found: Clusters, bearers: Sequence[Bearer], by_key: dict[str, list[Bearer]]) -> None:
    """A business name that only one other person of the case's business bears is that person's."""
    for one in bearers:
        if not one.keys or not found.of(one.index).is_business:
            continue
        mine = found.home[one.index]
        others = {found.home[b.index] for key in one.keys for b in by_key[key] if found.of(b.index).is_business} - {
            mine
        }
        # bare mentions of the name elsewhere are nobody yet, and do not stand between this one and its bearer
        others = {place for place in others if found.clusters[place].is_known} or others
        fitting = [place for place in sorted(others) if not contradicts(found.clusters[mine], found.clusters[place])]
        if len(fitting) == 1 and len(others) == 1:
            found.merge(found.clusters[fitting[0]].members[0].index, one.index)


def _join_initials(found: Clusters, group: Sequence[Bearer], together: Callable[[Bearer, Bearer], bool]) -> None:
    """Equal family names with equal initials are one person within a case."""
    _join_pairs(
        found, [one for one in group if _initials(one)], lambda a, b: together(a, b) and _initials(a) == _initials(b)
    )


def _both_initials(one: Bearer, other: Bearer) -> bool:
    return any(_is_long(form) for form in other.forms) and bool(_initials(one))


def _join_lone_given(found: Clusters, group: Sequence[Bearer]) -> None:
    """Family name and both initials join the case's one full name without a patronymic that they can shorten.

    Only where nobody else of the case with this family name has the same first initial and another second one: the
    papers of one office call a man "Агеев В.Б.", those of another "Viktor Ageev".
    """
    short = [one for one in group if one.short and _initials(one)]
    if len({_initials(one) for one in short}) != 1 or any(_is_chinese(one) for one in group):
        return
    _join_short(
        found,
        [*short, *(one for one in group if not one.short and found.of(one.index).is_business)],
        lambda one, other: found.of(one.index).is_business,
    )


def _initials(one: Bearer) -> str:
    """Two initials, in order, "" where there are fewer: one initial is too little."""
    form = one.forms[0] if one.forms else ""
    letters = [part for part in form.replace(".", ". ").split() if len(part.rstrip(".")) == 1]
    return "".join(part[0].casefold() for part in letters) if len(letters) >= 2 else ""


def _join_short(found: Clusters, group: Sequence[Bearer], together: Callable[[Bearer, Bearer], bool]) -> None:
    """A name with initials joins the one full name that it fits in its surroundings."""
    full = [one for one in group if not one.short]
    for one in group:
        if not found.of(one.index).short:
            continue
        fitting = {found.home[other.index] for other in full if together(one, other)}
        fitting = {place for place in fitting if not contradicts(found.of(one.index), found.clusters[place])}
        if len(fitting) == 1:
            found.merge(found.clusters[fitting.pop()].members[0].index, one.index)


def _join_slips(found: Clusters, bearers: Sequence[Bearer]) -> None:
    """A misread or misspelt name is the person of the same visit whom it nearly names, where their posts agree."""
    by_visit: dict[str, list[Bearer]] = defaultdict(list)
    for one in bearers:
        if one.visit and one.keys:
            by_visit[one.visit].append(one)
    for group in by_visit.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if found.home[one.index] == found.home[other.index] or one.paper == other.paper:
                    continue
                near = any(tier(a, b) == "slip" for a in one.forms for b in other.forms)
                if near and (one.title or one.organization) and _posts_agree(one, other):
                    found.merge(one.index, other.index)


def _posts_agree(one: Bearer, other: Bearer) -> bool:
    pairs = ((one.title, other.title), (one.organization, other.organization))
    known = [(a, b) for a, b in pairs if a and b and names.script(a) == names.script(b)]
    return bool(known) and all(
        a.casefold() == b.casefold() or organization_key(a) == organization_key(b) for a, b in known
    )


def _join_mentions(
    found: Clusters, bearers: Sequence[Bearer], by_key: dict[str, list[Bearer]], by_initial: dict[str, list[Bearer]]
) -> None:
    """A passing mention is the case's person where the paper names somebody else who moves in the same circle."""
    circles = _circles(found)
    for one in bearers:
        mine = found.of(one.index)
        if mine.is_business or mine.births or mine.documents:
            continue
        keyed = (
            [b for key in one.keys for b in by_key[key]]
            if one.keys
            else [b for key in one.initials for b in by_initial[key]]
        )
        others = {found.home[b.index] for b in keyed if found.of(b.index).is_business}
        fitting = [place for place in sorted(others) if not contradicts(mine, found.clusters[place])]
        company = {found.home[b.index] for b in bearers if b.paper == one.paper} - {found.home[one.index]}
        near = [place for place in fitting if place in company or circles.get(place, set()) & company]
        if len(near) == 1:
            found.merge(found.clusters[near[0]].members[0].index, one.index)


def _circles(found: Clusters) -> dict[int, set[int]]:
    """For each person those who share a visit, a paper of business or an organisation with them."""
    places: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, one in found.clusters.items():
        for member in one.members:
            if member.visit:
                places["visit", member.visit].add(number)
            if member.is_business:
                places["paper", member.paper].add(number)
            if member.organization:
                places["organization", organization_key(member.organization)].add(number)
    circles: dict[int, set[int]] = defaultdict(set)
    for together in places.values():
        for number in together:
            circles[number] |= together - {number}
    return circles
