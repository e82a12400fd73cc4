"""Who owns whom: shares from registers and papers as one graph, and all paths up from a company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from corrobora.analysis.arithmetic import number
from corrobora.analysis.parties import Parties, Party, org_key
from corrobora.analysis.persons import Likeness, People, likeness
from corrobora.analysis.registers import Register, rows_named
from corrobora.analysis.rows import Row, Rows
from corrobora.model.entities import Person
from corrobora.model.facts import ShareFact, Span
from corrobora.model.records import RecordKind, RecordRef

DEEPEST = 8
"""Longest chain that is followed; beyond it registers mostly run in circles."""


@dataclass(frozen=True, slots=True)
class Share:
    """One owner's part of one company.

    Attributes:
        owner: node of the owner (a number, else a key of the name); `asset`: node of the company.
        share: in per cent, or None where it is not stated.
        rows, spans: who says so.
    """

    owner: str
    asset: str
    owner_name: str
    asset_name: str
    share: Decimal | None = None
    since: str | None = None
    until: str | None = None
    owner_number: str | None = None
    rows: tuple[RecordRef, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass
class Ownership:
    """The shares above the companies of a case, fetched level by level.

    Attributes:
        fractions: record sets that state shares as parts of one, not in per cent.
        above: node of a company -> the shares in it.
    """

    rows: Rows
    parties: Parties
    register: Register
    facts: tuple[ShareFact, ...]
    fractions: frozenset[str] = frozenset()
    above: dict[str, list[Share]] = field(default_factory=dict)

    def node_of(self, name: str | None, number_: str | None) -> str:
        """The node of a party: its key among the parties of the papers, else its number, else its name."""
        party = self.parties.find(name, number_)
        return party.key if party is not None else f"={org_key(name or '')}"

    def climb(self, targets: Iterable[Party]) -> None:
        """Fetches everything above these companies."""
        level = {party.key: party for party in targets}
        for _ in range(DEEPEST):
            fresh = {key: party for key, party in level.items() if key not in self.above}
            if not fresh:
                return
            for key in fresh:
                self.above[key] = []
            for share in self._shares_in(fresh):
                self.above[share.asset].append(share)
            level = {}
            for key in fresh:
                self.above[key] = merge_shares(self.above[key])
                for share in self.above[key]:
                    numbers = (share.owner_number,) if share.owner_number else ()
                    known = self.parties.find(share.owner_name, share.owner_number)
                    party = known if known is not None and known.key == share.owner else None
                    level[share.owner] = party or Party(share.owner, share.owner_name, (share.owner_name,), numbers)

    def paths_to(self, asset: str) -> Iterator[tuple[Share, ...]]:
        """All ways up from a company, each from the top owner down to it; no company twice on one way."""
        yield from self._paths(asset, ())

    def _paths(self, asset: str, below: tuple[Share, ...]) -> Iterator[tuple[Share, ...]]:
        seen = {share.asset for share in below} | {asset}
        for share in self.above.get(asset, ()):
            if share.owner in seen or len(below) >= DEEPEST:
                continue
            path = (share, *below)
            yield path
            yield from self._paths(share.owner, path)

    def _shares_in(self, assets: dict[str, Party]) -> Iterator[Share]:
        by_number = {n: key for key, party in assets.items() for n in self.register.of(party).numbers}
        for row in self.rows.whose(RecordKind.SHARE, "asset_number", by_number):
            yield self._from_row(row, by_number[row.values["asset_number"]])
        nameless = {org_key(n): key for key, p in assets.items() if not self.register.of(p).numbers for n in p.names}
        for name, found in rows_named(self.rows, RecordKind.SHARE, ("asset",), nameless).items():
            # without a number a name stands for the company only where no other bears it
            if len({row.get("asset_number") for row in found}) == 1:
                yield from (self._from_row(row, nameless[name]) for row in found if name in nameless)
        for fact in self.facts:
            key = self.node_of(fact.asset, fact.asset_number)
            if key in assets:
                yield self._from_fact(fact, key)

    def _from_row(self, row: Row, asset: str) -> Share:
        owner, owner_number = row.get("owner") or "", row.get("owner_number")
        written = row.raw.get("owner") or owner
        ref = row.ref("owner", "owner_number", "asset", "asset_number", "share", "since")
        node = self._owner_node(written, owner_number)
        share = number(row.get("share"))
        if share is not None and row.dataset in self.fractions:
            share *= 100
        name = row.raw.get("asset") or row.get("asset") or ""
        return Share(node, asset, written, name, share, row.get("since"), row.get("until"), owner_number, (ref,))

    def _from_fact(self, fact: ShareFact, asset: str) -> Share:
        node = self._owner_node(fact.owner, fact.owner_number)
        share = number(fact.share)
        holder = fact.owner_number
        return Share(node, asset, fact.owner, fact.asset, share, fact.since, None, holder, (), (fact.span,))

    def _owner_node(self, name: str, owner_number: str | None) -> str:
        party = self.parties.find(name, owner_number)
        if party is not None and (not owner_number or owner_number in party.numbers):
            return party.key
        return f"#{owner_number}" if owner_number else f"={org_key(name)}"


class Owners:
    """Which owners of registers the papers name.

    Args:
        persons: of the case; only those whom papers name count, a row of a list is none.
        parties: of the case.
    """

    def __init__(self, persons: Iterable[Person], parties: Parties) -> None:
        self._parties = parties
        self._people = People(person for person in persons if person.spans)

    def person(self, name: str) -> tuple[Person | None, Likeness]:
        """The person of the case who is this owner, and how alike the names are."""
        return next(iter(self._people.like(name)), (None, Likeness.NONE))

    def named(self, share: Share) -> str | None:
        """Id of the person, else the name, where the papers name the owner of this share."""
        person, _ = self.person(share.owner_name)
        if person is not None:
            return person.id
        named = share.spans or self._parties.known(share.owner_name, share.owner_number)
        return share.owner_name if named else None


def sets_of_fractions(rows: Rows) -> frozenset[str]:
    """Record sets whose shares are all at most one, with some part of one among them: parts, not per cents."""
    found = set()
    for dataset, counted in rows.count(RecordKind.SHARE, "share").items():
        shares = [share for text in counted if (share := number(text)) is not None]
        if shares and max(shares) <= 1 and any(0 < share < 1 for share in shares):
            found.add(dataset)
    return frozenset(found)


def merge_shares(shares: Iterable[Share]) -> list[Share]:
    """Shares of one company with what a paper and a register say of the same owner put together.

    The register's number identifies the owner; where the two state different shares, the register's counts.
    """
    merged: list[Share] = []
    for share in sorted(shares, key=lambda known: (not known.rows, known.owner, known.since or "")):
        place = next((n for n, known in enumerate(merged) if _same_holding(known, share)), None)
        if place is None:
            merged.append(share)
            continue
        known = merged[place]
        merged[place] = replace(
            known,
            share=known.share if known.share is not None else share.share,
            since=known.since or share.since,
            rows=known.rows + share.rows,
            spans=known.spans + share.spans,
        )
    return merged


def product(path: Iterable[Share]) -> Decimal | None:
    """The part of the last company that the first owner holds along a path, in per cent."""
    part = Decimal(100)
    for share in path:
        if share.share is None:
            return None
        part = part * share.share / 100
    return part


def _same_holding(known: Share, share: Share) -> bool:
    if known.owner_number and share.owner_number and known.owner_number != share.owner_number:
        return False
    # two register lines of one owner are two holdings, unless they are the same line told twice
    if known.rows and share.rows:
        return known.owner == share.owner and (known.share, known.since) == (share.share, share.since)
    if known.owner == share.owner or org_key(known.owner_name) == org_key(share.owner_name):
        return True
    return likeness(known.owner_name, share.owner_name) >= Likeness.INITIALS
