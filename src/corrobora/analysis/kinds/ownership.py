"""Ownership: chains of shares from people and companies of the papers to companies of the papers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corrobora.analysis.arithmetic import plain
from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.grading import grade_of, weakest
from corrobora.analysis.owners import Owners, Ownership, Share, product
from corrobora.analysis.persons import Likeness
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.findings import Finding, Grade
from corrobora.names import label

SUBSTANTIAL, HALF = Decimal(25), Decimal(50)
"""Per cent: from which an owner whom no paper names is told; above which one link controls the next."""
MOST = 20


def analyse(view: CaseView) -> Iterator[Finding]:
    """All chains of ownership above the companies that the papers name, with the shares multiplied.

    Shares come from company registers and from ownership papers; owners are told apart by taxpayer number, so that a
    founder of the same name elsewhere is left out. A chain is as strong as its weakest link. Links that no day has in
    common make no chain: an owner who sold before the next one bought owned nothing through it. A chain whose top no
    paper names is told where it goes all the way up and each link holds a quarter or more, the bound from which
    registers of beneficial owners ask; the twenty largest for a company. With more than half at each link the owner
    controls the company (`control`), whatever the product of the shares is. Where a share ended, the day is told:
    `until` marks past owners.
    """
    ownership, owners = view.ownership, view.owners
    for party in view.parties.all():
        for path in _reported(owners, ownership, party.key):
            yield from _finding(view, owners, path)


def _reported(owners: Owners, ownership: Ownership, asset: str) -> list[tuple[Share, ...]]:
    """Chains whose top the papers name and that are no part of a longer such chain; then complete ones of strangers."""
    known = [path for path in ownership.paths_to(asset) if held_together(path)]
    named = [path for path in known if owners.named(path[0]) is not None]
    told = [path for path in named if not any(len(o) > len(path) and o[-len(path) :] == path for o in named)]
    strangers = [
        path
        for path in known
        if owners.named(path[0]) is None
        and not ownership.above.get(path[0].owner)
        and all(share.share is not None and share.share >= SUBSTANTIAL for share in path)
    ]
    return told + sorted(strangers, key=lambda path: (-(product(path) or 0), path[0].owner))[:MOST]


def held_together(path: tuple[Share, ...]) -> bool:
    """Whether there is a day on which all shares of a chain were held, as far as their days are known."""
    since = max((share.since for share in path if share.since), default="")
    until = min((share.until for share in path if share.until), default="9999")
    return since <= until


def _grade(view: CaseView, path: tuple[Share, ...], likeness: Likeness) -> Grade:
    links = [
        grade_of(view.sources_behind((span.document for span in s.spans), (row.dataset for row in s.rows)))
        for s in path
    ]
    # that the owner of the register is the person of the papers rests on a surname and initials alone
    if likeness is Likeness.INITIALS and not path[0].spans:
        return Grade.POSSIBLE
    return weakest(links)


def _finding(view: CaseView, owners: Owners, path: tuple[Share, ...]) -> list[Finding]:
    person, likeness = owners.person(path[0].owner_name)
    share = product(path)
    body = {
        "owner": owners.named(path[0]) or path[0].owner_name,
        "asset": path[-1].asset_name,
        "path": [
            {"owner": s.owner_name, "asset": s.asset_name, "share": _json(s.share), "since": s.since} for s in path
        ],
        "share": _json(share),
        "owner_name": path[0].owner_name,
        "since": max((s.since for s in path if s.since), default=None),
        "until": min((s.until for s in path if s.until), default=None),
        "control": all(s.share is not None and s.share > HALF for s in path),
    }
    spans = tuple(span for s in path for span in s.spans) + (person.spans[:1] if person is not None else ())
    rows = tuple(row for s in path for row in s.rows)
    basis = Basis(spans, rows, _grade(view, path, likeness), strength=float(share or 0))
    key = (path[0].owner, path[-1].asset, [s.owner for s in path])
    return conclude(view, "ownership", key, _clause(path, share, person is not None), body, basis)


def _clause(path: tuple[Share, ...], share: Decimal | None, by_person: bool) -> str:
    held = f"{plain(share)} %" if share is not None else "a share that is not stated"
    owner = label(path[0].owner_name) if by_person else path[0].owner_name
    clause = f"{owner} owned {held} of {path[-1].asset_name}"
    through = listing(share.owner_name for share in path[1:])
    until = min((share.until for share in path if share.until), default=None)
    return clause + (f" through {through}" if through else "") + (f" until {day(until)}" if until else "")


def _json(share: Decimal | None) -> float | int | None:
    if share is None:
        return None
    return int(share) if share == int(share) else round(float(share), 6)


ANALYSIS = Analysis("ownership", "Chains of ownership", ("ownership",), analyse)
