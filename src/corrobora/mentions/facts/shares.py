"""Who owns what part of which company: ownership tables and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corrobora.mentions.facts.columns import Grid, Row, grids
from corrobora.mentions.facts.names_seen import names_on
from corrobora.mentions.facts.organizations import ORG, organizations_in
from corrobora.mentions.facts.paper import Paper, tidy
from corrobora.mentions.facts.terms import share_in
from corrobora.mentions.facts.units import units
from corrobora.mentions.facts.words.contracts import SHARE
from corrobora.mentions.facts.words.trades import TAX_NUMBER
from corrobora.mentions.kinds.dates import find_dates
from corrobora.model.document import Page
from corrobora.model.facts import ShareFact, Span
from corrobora.model.mention import MentionType

_FOUNDER = re.compile(
    r"(?i:(?:единственн\w+\s+)?(?:учредител\w+|участник\w*|акционер\w*|собственник\w*|владел[еь]ц\w*)|"
    r"засновник\w*|учасник\w*|акціонер\w*|власник\w*|founders?|shareholders?|owners?|participants?)\s*(?:общества|"
    r"компании|товариства|of\s+the\s+company)?\s*(?:[—–:-]|является|выступает|є|is|are)\s*"
    r"|(?:股\s*东|投\s*资\s*人|出\s*资\s*人|所\s*有\s*者)\s*(?:为|是|[:：])\s*"
)
_OWNERS_OF = re.compile(
    r"(?i:реестр\w*\s+(?:участник|акционер)\w*|(?:участник|учредител|акционер|собственник|владел)\w*|"
    r"структур\w+\s+(?:владения|собственности|"
    r"власності)|реєстр\w*\s+\w+|(?:учасник|засновник|акціонер|власник)\w*|(?:share\s*holders?|owners?|"
    r"founders?|ownership)"
    r"(?:\s+(?:structure|register))?(?:\s+of)?)\s*|股\s*东\s*(?:名\s*册|名\s*单|情\s*况)?"
)
_OWNS = re.compile(
    r"(?i:владе[ею]т\w*|принадлежит\s+(?!на)|имеет\s+дол\w+|приобр[её]л\w*|володі[єю]\w*|має\s+частк\w+|owns?|"
    r"holds?|acquired|has\s+an?\s+(?:\d+\s*%\s+)?(?:stake|share|interest)|controls)|持\s*有|拥\s*有|持\s*股|"
    r"占\s*股|控\s*股"
)
_OWNED = re.compile(r"(?i:принадлеж\w+|належ\w+|owned\s+by|belongs?\s+to|held\s+by)|由|归")
_SHARE_WORD = re.compile(
    r"(?i:дол[яиюей]+|частк\w+|уставн\w+|статутн\w+|капитал\w*|капітал\w*|акци\w+|акці\w+|share\w*|stake|interest|"
    r"equity|capital|own\w*|held|влад\w+|волод\w+|принадлеж\w+|належ\w+|учредит\w+|засновник\w*|founder\w*)|"
    r"股\s*(?:份|权|东)|出\s*资|持\s*股|持\s*有"
)


@dataclass(frozen=True, slots=True)
class _Party:
    """An organisation or person in a sentence."""

    name: str
    start: int
    end: int
    is_company: bool


def read(paper: Paper) -> list[ShareFact]:
    """The shares a paper tells of."""
    found = [fact for grid in grids(paper) for fact in _rows(paper, grid)]
    if paper.type not in ("contract", "draft_contract", "invoice", "payment_order"):
        for page in paper.pages:
            found += _sentences(paper, page)
            found += _listed(paper, page)
    return list({(f.owner, f.asset, f.share): f for f in reversed(found)}.values())[::-1]


def _rows(paper: Paper, grid: Grid) -> list[ShareFact]:
    columns = grid.columns
    if not columns.has("share") or not columns.has("owner"):
        return []
    titled = None if columns.has("asset") else _company_above(paper, grid)
    return [fact for row in grid.rows if (fact := _row(grid, list(row), titled)) is not None]


def _company_above(paper: Paper, grid: Grid) -> str | None:
    """The company a table of owners is about, where no column names it: the last one named above the table."""
    first = min((cell.start for row in grid.rows for cell in row if cell is not None), default=0)
    above = [name for name, place in organizations_in(paper, grid.page, 0, first) if ORG.match(place.quote)]
    return above[-1] if above else None


def _row(grid: Grid, row: Row, titled: str | None) -> ShareFact | None:
    columns = grid.columns
    owner, asset = columns.text(row, "owner"), columns.text(row, "asset") or titled
    cell = columns.cell(row, "share")
    if not owner or not asset or re.match(r"(?i:итого|всего|разом|усього|total)|合计", owner):
        return None
    share = share_in(cell.text if re.search(r"[%％]|百分", cell.text) else f"{tidy(cell.text)} %") if cell else None
    since = columns.text(row, "since") or columns.text(row, "date")
    dates = find_dates(since) if since else []
    number = re.sub(r"\D", "", columns.text(row, "taxno") or "") or None
    return ShareFact(owner, asset, grid.span_of(row), share, dates[0].value if dates else None, owner_number=number)


def _sentences(paper: Paper, page: Page) -> list[ShareFact]:
    found = []
    for unit in units(page):
        if SHARE.search(unit.quote) is None or _SHARE_WORD.search(unit.quote) is None:
            continue
        found += _sentence(paper, page, unit)
    return found


def _listed(paper: Paper, page: Page) -> list[ShareFact]:
    """Owners listed one by one under a heading that names their company ("Участники ООО «А»: ... — 60 %")."""
    heading = _OWNERS_OF.search(page.text)
    if heading is None:
        return []
    companies = [
        p for p in _parties(paper, page, heading.start(), min(len(page.text), heading.end() + 160)) if p.is_company
    ]
    if not companies or companies[0].start - heading.end() > 60:
        return []
    found = []
    for unit in units(page):
        parties = [
            p for p in _parties(paper, page, max(unit.start, companies[0].end), unit.end) if p.name != companies[0].name
        ]
        shares = list(SHARE.finditer(page.text, unit.start, unit.end))
        plain = _OWNS.search(unit.quote) is None and _OWNED.search(unit.quote) is None
        if len(parties) == 1 and len(shares) == 1 and plain and parties[0].end <= shares[0].start():
            found.append(_fact(page, unit, parties[0], companies[0], share_in(shares[0].group())))
    return found


def _sentence(paper: Paper, page: Page, unit: Span) -> list[ShareFact]:
    parties = _parties(paper, page, unit.start, unit.end)
    founder = _FOUNDER.search(page.text, unit.start, unit.end)
    shares = list(SHARE.finditer(page.text, unit.start, unit.end))
    if founder is not None:
        return _founders(paper, page, unit, parties, (founder.start(), founder.end()))
    if len(parties) < 2 or len(shares) != 1:
        return []
    owner, asset = _roles(page, unit, parties, shares[0])
    if owner is None or asset is None or not asset.is_company or owner.name == asset.name:
        return []
    return [_fact(page, unit, owner, asset, share_in(shares[0].group()))]


def _roles(page: Page, unit: Span, parties: list[_Party], share: re.Match[str]) -> tuple[_Party | None, _Party | None]:
    """Owner and company: "X владеет 70 % Y" has the owner first, "Y на 70 % принадлежит X" last."""
    owned = _OWNED.search(page.text, unit.start, unit.end)
    owns = _OWNS.search(page.text, unit.start, unit.end)
    if owned is not None and (owns is None or owned.start() <= owns.start()):
        before = [p for p in parties if p.end <= owned.start() and p.is_company]
        after = [p for p in parties if p.start >= owned.end()]
        if before and after:
            return after[0], before[-1]
    if owns is not None:
        before = [p for p in parties if p.end <= max(owns.start(), share.start())]
        after = [p for p in parties if p.start >= owns.start() and p not in before[:1] and p.is_company]
        if before and after:
            return before[0], after[-1]
    return None, None


def _founders(paper: Paper, page: Page, unit: Span, parties: list[_Party], label: tuple[int, int]) -> list[ShareFact]:
    """The shares of founders ("Учредитель — ООО X, доля 70 %"): the company is the last one named before."""
    owners = [p for p in parties if p.start >= label[1]]
    before = [p for p in _parties(paper, page, max(0, label[0] - 600), label[0]) if p.is_company]
    if not owners or not before:
        return []
    found = []
    for position, owner in enumerate(owners):
        stop = owners[position + 1].start if position + 1 < len(owners) else unit.end
        share = share_in(page.text[owner.end : stop])
        if share is not None and owner.name != before[-1].name:
            found.append(_fact(page, unit, owner, before[-1], share))
    return found


def _fact(page: Page, unit: Span, owner: _Party, asset: _Party, share: str | None) -> ShareFact:
    dates = [d for d in find_dates(unit.quote) if "/" not in d.value]
    since = next(
        (
            d.value
            for d in dates
            if re.search(r"(?i:\b(?:с|з|із|since|from))\s*$", unit.quote[max(0, d.start - 8) : d.start])
        ),
        None,
    )
    return ShareFact(owner.name, asset.name, unit, share, since, _number(page, owner), _number(page, asset))


def _number(page: Page, party: _Party) -> str | None:
    found = re.match(rf"\s*[(（,]?\s*(?:{TAX_NUMBER.pattern})", page.text[party.end : party.end + 60])
    return (found.group("n") or found.group("z")) if found else None


def _parties(paper: Paper, page: Page, start: int, end: int) -> list[_Party]:
    found = [_Party(name, p.start, p.end, True) for name, p in organizations_in(paper, page, start, end)]
    for hit in names_on(page, paper.mentioned(page, MentionType.PER)):
        if (
            start <= hit.start
            and hit.end <= end
            and hit.sure
            and not any(p.start < hit.end and hit.start < p.end for p in found)
        ):
            found.append(_Party(hit.form.text, hit.start, hit.end, False))
    return sorted(found, key=lambda p: p.start)
