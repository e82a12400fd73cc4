"""Counts of people are recounted from the lists and record sets they stand on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import Held
from corrobora.claims.figures import NUMBER, WORDS, value
from corrobora.claims.vocabulary import ABOUT, LESS, MORE, MOST
from corrobora.model.facts import Appearance, VisitFact
from corrobora.model.mention import Mention, MentionType

NOUN = (
    r"(?P<noun>names|people|persons|members|delegates|officers|citizens|men|women|guests|visitors|recruits|nationals|"
    r"specialists|engineers|passengers|soldiers|fighters|patients|representatives|"
    r"человек\w*|люд\w+|член\w*|делегат\w*|офицер\w*|граждан\w*|гост(?:ей|я|и)|посетител\w+|новобран\w+|рекрут\w*|"
    r"специалист\w*|инженер\w*|пассажир\w*|представител\w+|им[её]н\w*|фамили\w+|военнослужащ\w+|пациент\w*|"
    r"осіб|особ\w*|людей|людин\w*|офіцер\w*|громадян\w*|відвідувач\w*|фахівц\w+|спеціаліст\w*|інженер\w*|"
    r"пасажир\w*|представник\w*|імен\w*|прізвищ\w*|військовослужбовц\w+|пацієнт\w*)\b"
)
_COUNTING = "|".join(re.escape(word) for word in WORDS if word.isalpha())
_BETWEEN = rf"(?:(?!(?:of|из|з|із|in|в|у|on|{_COUNTING})\b)[^\W\d_][\w’'-]*\s+){{0,2}}?"
PEOPLE = re.compile(rf"{NUMBER}\s*(?:(?<=\s){_BETWEEN}{NOUN}|[多余]?(?P<han>[名位人]|个人))", re.I)
_IN_MONTH = re.compile(rf"\b{NUMBER}\s+of\s+them\s+in\s+(?P<month>[A-Z][a-z]+)\s+(?P<year>\d{{4}})", re.I)
_PART = re.compile(rf"{NUMBER}\s+(?:of|out of|из|з|із)\s+(?:the\s+|them\s+)?{NUMBER.replace('number', 'whole')}", re.I)
_AGE = re.compile(
    r"(?P<which>\byoungest|\boldest|\bmedian|самому? (?:молодому|младшему|старшему)|самый (?:молодой|младший|старший)|"
    r"наймолодш\w+|найстарш\w+|最年轻|最年长|最小|最大)(?:\b|(?=[^\x00-\x7f]))[^.;,。，]{0,30}?(?<![\d.])(?P<number>\d{1,3}(?:\.\d)?)(?![\d.]*\d)",
    re.I,
)
_FIELDS = {
    "minimum": ("young", "молод", "младш", "年轻", "最小"),
    "maximum": ("old", "старш", "年长", "最大"),
    "median": ("median",),
}
_STRICT = re.compile(
    r"\b(?:more than|over|above|fewer than|less than|under|below|более|больше|свыше|менее|меньше|понад|більше|"
    r"більш як|менше|менш як)\b|超过|多于|逾|少于|不到|不足",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = 24


def check(held: Held) -> Iterator[Problem]:
    """People of a list, citizens of a register, ages."""
    known = _sizes(held)
    told = list(counted(held.prose, held.mentions))
    right_ones = [stated for found, stated in told if any(fits(held.prose, found)(size) for size in known)]
    for _, stated in told:
        # beside a number that is right, a smaller one counts a part
        if known and stated not in right_ones and not any(stated < other for other in right_ones):
            right = max(known, key=lambda size: (known[size], size))
            yield Problem("count", str(stated), str(right), f"the evidence holds {right}, the sentence says {stated}")
    yield from _parts(held)
    yield from _series(held)


def counted(prose: str, mentions: Iterable[Mention] = ()) -> Iterator[tuple[re.Match[str], int]]:
    """People counted in a sentence; the year of a date before them is no count."""
    days = [(m.start, m.end) for m in mentions if m.type is MentionType.DATE]
    for found in PEOPLE.finditer(prose):
        stated = value(found["number"])
        if stated is not None and not any(a <= found.start("number") < b for a, b in days):
            yield found, stated


def fits(prose: str, found: re.Match[str]) -> Callable[[int], bool]:
    """Which right answers the wording around a number allows ("at least", "nearly", "half a dozen")."""
    stated = value(found["number"]) or 0
    before = re.split(r"[.;,:()。，；]", prose[max(0, found.start() - _NEAR) : found.start()])[-1]
    after = prose[found.end("number") : found.end("number") + 4]
    last = [m for pattern in (MORE, LESS, ABOUT) for m in pattern.finditer(before) if not before[m.end() :].strip(" a")]
    strict = bool(last and _STRICT.search(last[-1].group()))
    if any(MORE.fullmatch(m.group()) for m in last) or after.startswith(("以上", "多")):
        return lambda size: size > stated if strict else size >= stated
    if any(LESS.fullmatch(m.group()) for m in last) or after.startswith("以下"):
        return lambda size: size < stated if strict else size <= stated
    if last or ABOUT.match(after):
        return lambda size: abs(size - stated) <= max(1, stated * 0.2)
    if re.search(r"dozen|score|дюжин|сот|打", found["number"], re.I):
        return lambda size: abs(size - stated) <= max(1, stated * 0.1)
    return lambda size: size == stated


def _parts(held: Held) -> Iterator[Problem]:
    """A part of a whole that the same sentence gives, and "most" of it."""
    for found in _PART.finditer(held.prose):
        part, whole = value(found["number"]), value(found["whole"])
        dated = any(
            m.type is MentionType.DATE and m.start < found.end() and found.start() < m.end for m in held.mentions
        )
        if not part or not whole or dated:
            continue
        if part > whole:
            yield Problem("count", f"{part} of {whole}", f"at most {whole}", f"{part} of {whole} cannot be")
        elif MOST.search(held.prose[: found.start()]) and part * 2 <= whole:
            yield Problem("count", "most", f"{part} of {whole}", f"{part} of {whole} is not most of them")


def _sizes(held: Held) -> dict[int, int]:
    """Possible right answers and how directly the evidence gives them."""
    sizes: dict[int, int] = {}
    for page in held.pages:
        listed = [f for f in page.facts if isinstance(f, Appearance) and f.side == "delegation"]
        for size, weight in [
            (_heads(held, listed), 2),
            *((f.size or 0, 1) for f in page.facts if isinstance(f, VisitFact)),
        ]:
            # one guest on a page is its leader, and no list
            if size > 1:
                sizes[size] = max(weight, sizes.get(size, 0))
    datasets = {row.dataset for row in held.rows}
    for finding in held.case.findings:
        total = finding.body.get("total")
        if finding.kind == "series" and isinstance(total, int) and datasets & {r.dataset for r in finding.rows}:
            sizes[total] = 2
    return sizes


def _heads(held: Held, listed: Sequence[Appearance]) -> int:
    """How many people a list shows, a name in two scripts counted once."""
    keys = set()
    for one in listed:
        ids = [p.id for form in one.names for p in held.case.bearers(form.text)]
        keys.add(min(ids, default=one.names[0].text if one.names else ""))
    return len(keys)


def _series(held: Held) -> Iterator[Problem]:
    datasets = {row.dataset for row in held.rows}
    series = [f.body for f in held.case.findings if f.kind == "series" and datasets & {r.dataset for r in f.rows}]
    for found in _IN_MONTH.finditer(held.prose):
        month = found["month"][:3].lower()
        key = f"{found['year']}-{_MONTHS.index(month) + 1:02d}" if month in _MONTHS else ""
        counts = {body["counts"][key] for body in series if key in body.get("counts", {})}
        yield from _unless_in(counts, found["number"])
    for found in _AGE.finditer(held.prose):
        low = found["which"].lower()
        field = next(name for name, stems in _FIELDS.items() if any(stem in low for stem in stems))
        yield from _unless_in({body[field] for body in series if body.get(field) is not None}, found["number"])


def _unless_in(known: set[float], stated: str) -> Iterator[Problem]:
    meant = float(stated) if re.fullmatch(r"\d+\.\d", stated) else value(stated)
    if known and meant not in known:
        yield Problem("count", stated, f"{min(known):g}", f"counted again it is {min(known):g}")


CHECK = Check("count", "Counts that do not come out when counted again", check)
