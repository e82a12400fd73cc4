"""Claims and replies: what the story says, how well it stands, and what those named in it answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corrobora.model.findings import Grade


class ReplyKind(StrEnum):
    """How somebody answered a request for comment."""

    DENIAL = "denial"
    POLICY = "policy statement"
    UNAWARE = "unaware"
    ADMISSION = "admission"
    COMMENT = "comment"
    SILENCE = "silence"
    UNREACHABLE = "unreachable"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a paper with a translation beside them.

    Attributes:
        original: literal, in its own language.
        translation: "" where nobody has made one.
        made_by: who or what translated ("by hand, O. Petrenko", "a local engine, name and version").
    """

    document: str
    page: int
    original: str
    translation: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim in another language, worded by a person: "en", "uk", "ru" or "zh", the sentence, and who wrote it."""

    language: str
    text: str
    made_by: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A publishable sentence.

    Attributes:
        id: stable; a proposed claim has the same one each time.
        supports: ids of the findings it stands on; `against`: of those that speak against it.
        accused: names of the people and firms it puts in a bad light.
        origin: "proposed" from a finding, or "written" by a person.
        state: "open", "accepted" for the story, or "dropped".
        worded: the sentence in other languages, where a person wrote it; these go before what the program tells.
    """

    id: str
    text: str
    supports: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    accused: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    origin: str = "proposed"
    state: str = "open"
    worded: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A claim as somebody left it, and when."""

    claim: Claim
    actor: str
    at_utc: str


@dataclass(frozen=True, slots=True)
class GradedClaim:
    """A claim with all that follows from the evidence.

    Attributes:
        reliability: Admiralty letter of the source, A to F; `credibility`: figure of the information, 1 to 6. The two
            are judged apart: a reliable source may be wrong, an unreliable one right.
        origins: independent origins of its evidence.
        why: what made the grade, one line each.
        would_raise: what would make it stand better, one line each.
        wording: language ("en", "uk", "ru", "zh") -> the sentence form that the grade allows.
        replies: ("asked", "answer kind") of everybody it accuses.
        told: language -> the claim itself as a sentence of that language, no stronger than the grade; a language in
            which nobody has worded it and the program cannot is missing.
    """

    claim: Claim
    grade: Grade
    reliability: str
    credibility: int
    origins: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    would_raise: tuple[str, ...] = ()
    wording: tuple[tuple[str, str], ...] = ()
    replies: tuple[tuple[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A request for comment and what came back.

    Attributes:
        asked: the person or firm; `sent`: ISO date of the request; `by`: letter, e-mail, telephone.
        answer: their words; "" where there are none.
        kind: of the answer.
        deadline: ISO date by which an answer was asked for, or "".
        answered: ISO date of the answer, or "".
    """

    asked: str
    sent: str = ""
    by: str = ""
    answer: str = ""
    kind: ReplyKind = ReplyKind.WAITING
    deadline: str = ""
    answered: str = ""
