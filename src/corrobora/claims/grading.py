"""What a claim's grade is, what it allows, and what would raise it. Pure.

A claim stands no better than the weakest finding it needs; what speaks against it is heard first. The source is rated
apart from the information (NATO Admiralty code): letters from `sources.toml`, figures from the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corrobora.claims.context import same_firm
from corrobora.claims.tellings import Cast, telling
from corrobora.model.claims import Claim, GradedClaim, Reply, ReplyKind
from corrobora.model.findings import Finding, Grade
from corrobora.model.source import Source

_ORDER = tuple(Grade)
_CREDIBILITY = {
    Grade.CONFIRMED: 1, Grade.PROBABLE: 2, Grade.POSSIBLE: 3, Grade.CONTRADICTED: 4, Grade.UNVERIFIED: 6,
}  # fmt: skip
_ASSERTED = (Grade.CONFIRMED, Grade.PROBABLE)
LANGUAGES = ("en", "uk", "ru", "zh")
WORDING = {
    Grade.CONFIRMED: {
        "en": "… , as papers and records of independent origin show (name both). No hedge is needed.",
        "uk": "… , як показують документи й записи незалежного походження (назвіть обидва джерела). Застереження не потрібне.",
        "ru": "… , как показывают документы и записи независимого происхождения (назовите оба источника). Оговорка не нужна.",
        "zh": "来源彼此独立的文件和记录显示，……（两个来源都要写明），不需要保留性措辞。",
    },
    Grade.PROBABLE: {
        "en": "Very likely …; the evidence points to …. Not: confirmed, proved, established.",
        "uk": "Найімовірніше, …; дані вказують на те, що …. Не можна: підтверджено, доведено, встановлено.",
        "ru": "Скорее всего, …; данные указывают на то, что …. Нельзя: подтверждено, доказано, установлено.",
        "zh": "很可能……；证据指向……。不可写：已证实、已证明、已确认。",
    },
    Grade.POSSIBLE: {
        "en": "It may be that …; this could not be verified. A lead: best left out, or marked as such.",
        "uk": "Можливо, …; перевірити це не вдалося. Це лише версія: краще не публікувати або так і позначити.",
        "ru": "Возможно, …; проверить это не удалось. Это лишь версия: лучше не публиковать или так и обозначить.",
        "zh": "可能……；这一点未能核实。仅为线索：最好不写，或明确注明。",
    },
    Grade.UNVERIFIED: {
        "en": "According to [source], …; [source] says …. It could not be confirmed independently.",
        "uk": "За даними [джерело], …; [джерело] стверджує, що …. Незалежно підтвердити це не вдалося.",
        "ru": "По данным [источник], …; [источник] утверждает, что …. Независимо подтвердить это не удалось.",
        "zh": "据[来源]称，……；[来源]写道……。这一点未得到独立证实。",
    },
    Grade.CONTRADICTED: {
        "en": "[Source] says …, but [other source] disagrees. Both must stand in the text.",
        "uk": "[Джерело] стверджує, що …, проте [інше джерело] цьому суперечить. У тексті мають бути обидва.",
        "ru": "[Источник] утверждает, что …, однако [другой источник] этому противоречит. В тексте должны быть оба.",
        "zh": "[来源]称……，但[另一来源]与此不符。两者都必须写入文中。",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims are graded on.

    Attributes:
        findings: by id.
        source_of: side ("leak", "records") and path -> the source.
        replies: the log of requests for comment.
        cast: names of people and firms, for claims told in other languages.
    """

    findings: Mapping[str, Finding]
    source_of: Callable[[str, str], Source]
    replies: tuple[Reply, ...] = ()
    cast: Cast = field(default_factory=Cast)


def graded(claim: Claim, ground: Ground) -> GradedClaim:
    """The claim with its grade, ratings, wording, and what would raise it."""
    supports = [ground.findings[id_] for id_ in claim.supports if id_ in ground.findings]
    supports = [f for f in supports if f.review != "no"]
    against = [f for id_ in claim.against if (f := ground.findings.get(id_)) is not None and f.review != "no"]
    sources = _sources(supports, ground)
    grade, why = _grade(supports, against, sources)
    letters = sorted({source.reliability for source in sources})
    told = tuple((name, _answer(name, ground.replies)) for name in claim.accused)
    return GradedClaim(
        claim,
        grade,
        letters[0] if letters else "F",
        _credibility(grade, supports, against),
        tuple(sorted({source.origin for source in sources})),
        tuple(why),
        tuple(_would_raise(grade, supports, against, sources, told)),
        tuple((language, WORDING[grade][language]) for language in LANGUAGES),
        told,
        tuple(_told(claim, supports, grade, ground)),
    )


def _told(
    claim: Claim, supports: Sequence[Finding], grade: Grade, ground: Ground
) -> Iterator[tuple[str, str]]:
    """The claim in every language that has it: worded by a person, else told from the fields of its one finding."""
    worded = {one.language: one.text for one in claim.worded}
    own = language_of(claim.text)
    proposed = supports[0] if claim.origin == "proposed" and len(supports) == 1 else None
    for language in LANGUAGES:
        text = worded.get(language) or (claim.text if language == own else "")
        if not text and proposed is not None and language != "en":
            text = telling(proposed, language, ground.cast, grade)
        if text:
            yield language, text


def language_of(text: str) -> str:
    """The language that a sentence of ours is in, by its letters: names in other scripts do not count for much."""
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    cyrillic, latin = len(re.findall(r"[А-Яа-яЁёІіЇїЄєҐґ]", text)), len(re.findall(r"[A-Za-z]", text))
    if han * 3 > cyrillic + latin:
        return "zh"
    if latin >= cyrillic or _ENGLISH.search(text):
        return "en"
    return "uk" if re.search(r"[ІіЇїЄєҐґ]", text) else "ru"


_ENGLISH = re.compile(r"^[A-Z][a-z]+ |\b(?:the|of|was|is|and|to|by|under|that|has)\b")


def _sources(supports: Iterable[Finding], ground: Ground) -> list[Source]:
    found: dict[str, Source] = {}
    for finding in supports:
        for side, path in [("leak", p.document) for p in finding.pages] + [
            ("records", r.dataset) for r in finding.rows
        ]:
            source = ground.source_of(side, path)
            found.setdefault(source.name, source)
    return list(found.values())


def _grade(
    supports: Sequence[Finding], against: Sequence[Finding], sources: Sequence[Source]
) -> tuple[Grade, list[str]]:
    if not supports:
        return Grade.UNVERIFIED, ["nothing in the case supports it"]
    weakest = max(supports, key=lambda f: _ORDER.index(f.grade))
    grade = weakest.grade
    why = [f"{len(supports)} finding{'s' if len(supports) > 1 else ''}, the weakest of them {grade.value}"]
    origins = {source.origin for source in sources}
    why.append(f"{len(origins)} independent origin{'s' if len(origins) != 1 else ''}: {', '.join(sorted(origins))}")
    if grade is Grade.CONFIRMED and len(origins) < 2 and not any(f.review == "yes" for f in supports):
        grade = Grade.PROBABLE
        why.append("of one origin: no more than probable")
    if any(f.grade in _ASSERTED for f in against):
        grade = Grade.CONTRADICTED
    elif against and grade in _ASSERTED:
        grade = _ORDER[_ORDER.index(grade) + 1]
    why += [f"against it: {f.statement}" for f in against]
    why += [f"reviewed by a person: {f.review}" for f in supports if f.review != "none"]
    return grade, why


def _credibility(grade: Grade, supports: Sequence[Finding], against: Sequence[Finding]) -> int:
    """1 confirmed by other sources ... 4 doubtful, 5 improbable, 6 cannot be judged."""
    if grade is Grade.CONTRADICTED and not any(f.grade in _ASSERTED for f in supports):
        return 5
    if grade is Grade.UNVERIFIED and against:
        return 4
    return _CREDIBILITY[grade]


def _would_raise(
    grade: Grade,
    supports: Sequence[Finding],
    against: Sequence[Finding],
    sources: Sequence[Source],
    told: Sequence[tuple[str, str]],
) -> list[str]:
    found = []
    if not supports:
        found.append("a finding, page or row that says so")
    if len({source.origin for source in sources}) < 2 and grade is not Grade.CONFIRMED:
        found.append("a second, independent origin: a register, a ticket, a person who was there")
    if grade is Grade.PROBABLE:
        found.append("a passport number or birth date on the row, or a second record set that agrees")
    found += [f"an answer to: {f.statement}" for f in against]
    found += [f"a person's look: corrobora judge {f.id} yes|no" for f in supports if f.review == "none"][:1]
    if any(source.reliability == "F" for source in sources):
        named = ", ".join(source.name for source in sources if source.reliability == "F")
        found.append(f"a rating of the source in sources.toml ({named})")
    found += [f"a request for comment to {name}" for name, kind in told if kind == "not asked"]
    return found


def _answer(name: str, replies: Iterable[Reply]) -> str:
    kinds = [reply.kind for reply in replies if is_same(name, reply.asked)]
    spoken = [kind for kind in kinds if kind not in (ReplyKind.WAITING, ReplyKind.SILENCE)]
    return (spoken or kinds)[-1].value if kinds else "not asked"


def is_same(name: str, asked: str) -> bool:
    """Whether a log entry is about this person or firm."""
    return name.casefold() == asked.casefold() or same_firm(name, asked)
