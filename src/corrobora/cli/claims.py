"""Commands on what the story says: claims, and who was asked for comment."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from corrobora import pipeline
from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import GRADE_STYLE, as_json, clean, out, say
from corrobora.errors import InputError
from corrobora.model.claims import Claim, GradedClaim, Quotation, Wording

_STATES = ("open", "accepted", "dropped")
Ids = list[str] | None


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command()(claims)
    app.command()(claim)
    app.command()(replies)


def claims(
    propose: Annotated[bool, typer.Option("--propose", help="Add one for each finding a story would tell.")] = False,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """What the story may say: every claim with its grade, why, the wording allowed, and what would raise it."""
    with Case.open(case) as opened:
        told = pipeline.claims(opened, propose=propose)
        if json:
            as_json({"claims": [_json(opened, one) for one in told]})
            return
    for one in told:
        _show(one)
    say(f"{len(told)} claims" if told else "no claims yet: corrobora claims --propose makes them from the findings")


def claim(
    text: Annotated[str, typer.Argument(help="The sentence, or the id of a claim to change.")],
    supports: Annotated[Ids, typer.Option("--for", help="Id of a finding it stands on.")] = None,
    against: Annotated[Ids, typer.Option("--against", help="Id of a finding that speaks against it.")] = None,
    accused: Annotated[Ids, typer.Option("--accuses", help="A person or firm it puts in a bad light.")] = None,
    translation: Annotated[str, typer.Option("--translation", help="Of its first quotation that has none.")] = "",
    made_by: Annotated[str, typer.Option("--by", help="Who or what made the translation.")] = "",
    language: Annotated[str, typer.Option("--in", help="With --wording: en, uk, ru, zh.")] = "",
    wording: Annotated[str, typer.Option("--wording", help="The claim in that language, worded by you.")] = "",
    state: Annotated[str, typer.Option("--state", help="open, accepted, dropped.")] = "",
    case: CaseDir = HERE,
) -> None:
    """Writes a claim, or changes one: evidence, whom it accuses, translations, whether the story says it."""
    from corrobora.claims import LANGUAGES, claim_id
    from corrobora.claims.step import write_claim

    if state and state not in _STATES:
        raise InputError(f"there is no state {state!r}", remedy="one of: " + ", ".join(_STATES))
    if translation and not made_by:
        raise InputError("a translation without its maker", "--translation", "say with --by who or what made it")
    if bool(wording) != bool(language) or (language and language not in LANGUAGES):
        raise InputError("a wording needs a language", language or "--in", "--in uk --wording TEXT; en, uk, ru or zh")
    if wording and not made_by:
        raise InputError("a wording without its maker", "--wording", "say with --by who or what made it")
    with Case.open(case) as opened:
        known = {one.id: one for one in opened.claims()}
        kept = known.get(text) or Claim(claim_id("written", text), text, origin="written")
        changed = dataclasses.replace(
            kept,
            supports=_added(kept.supports, supports),
            against=_added(kept.against, against),
            accused=_added(kept.accused, accused),
            quotations=_translated(kept.quotations, translation, made_by),
            state=state or kept.state,
            worded=_worded(kept.worded, language, wording, made_by),
        )
        write_claim(opened, changed)
        graded = next(one for one in pipeline.claims(opened) if one.claim.id == changed.id)
    _show(graded)


def replies(
    add: Annotated[Path | None, typer.Option("--add", help="A log to add (CSV: asked, sent, by, answer).")] = None,
    letters: Annotated[
        Path | None, typer.Option("--letters", help="Folder for letters to whoever is not asked.")
    ] = None,
    deadline: Annotated[str, typer.Option("--deadline", help="For the letters, ISO date.")] = "",
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Who was asked for comment, when and how, and what came back; drafts the letters that are missing."""
    from corrobora.claims import plain
    from corrobora.claims.step import asked_by, log_replies

    with Case.open(case) as opened:
        if add is not None:
            if not add.is_file():
                raise InputError("there is no such file", str(add))
            log_replies(opened, plain(add.read_bytes(), str(add)), datetime.now(UTC).date())
        told = asked_by(opened, datetime.now(UTC).date())
        graded = pipeline.claims(opened)
        if letters is not None:
            _write_letters(graded, letters, deadline)
    accused = _accused(graded)
    if json:
        as_json({"replies": [dataclasses.asdict(reply) for reply in told], "accused": accused})
        return
    for reply in told:
        when = f"{reply.sent} {reply.by}".strip()
        until = f", by {reply.deadline}" if reply.deadline else ""
        kind = (f"{reply.kind.value:17}", "cyan")
        out.print(Text.assemble(kind, clean(f"{reply.asked}  ({when}{until})  {reply.answer}")))
    for one in accused:
        if one["answer"] == "not asked":
            line = f"{one['name']}  (accused in {len(one['claims'])} claim{'s' * (len(one['claims']) > 1)})"
            out.print(Text.assemble((f"{'not asked':17}", "yellow"), clean(line)))
    say(f"{len(told)} requests for comment on record")


def _accused(told: list[GradedClaim]) -> list[dict[str, Any]]:
    """Who is accused, in which claims that are not dropped, and what came back."""
    held: dict[str, dict[str, Any]] = {}
    for one in told:
        for name, kind in one.replies if one.claim.state != "dropped" else ():
            held.setdefault(name, {"name": name, "answer": kind, "claims": []})["claims"].append(one.claim.id)
    return [held[name] for name in sorted(held)]


def _write_letters(told: list[GradedClaim], folder: Path, deadline: str) -> None:
    from corrobora.claims import letters as drafted

    try:
        datetime.fromisoformat(deadline)
    except ValueError as exc:
        raise InputError("letters need a deadline", deadline, "--deadline 2026-12-01") from exc
    folder.mkdir(parents=True, exist_ok=True)
    made = drafted(told, deadline)
    for at, letter in enumerate(made, 1):
        name = "".join(c if c.isalnum() else "-" for c in letter.to)[:60]
        (folder / f"{at:03d}-{name}.txt").write_text(letter.text, encoding="utf-8")
    say(f"wrote {len(made)} letters to {folder}")
    untold = sum(letter.untold for letter in made)
    if untold:
        remedy = "corrobora claim ID --in LANGUAGE --wording TEXT --by WHO"
        say(f"{untold} points stand in another language than their letter: {remedy}", "yellow")


def _added(kept: tuple[str, ...], more: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*kept, *(more or ()))))


def _worded(kept: tuple[Wording, ...], language: str, text: str, made_by: str) -> tuple[Wording, ...]:
    if not text:
        return kept
    return (*(one for one in kept if one.language != language), Wording(language, text, made_by))


def _translated(kept: tuple[Quotation, ...], translation: str, made_by: str) -> tuple[Quotation, ...]:
    if not translation:
        return kept
    first = next((at for at, one in enumerate(kept) if not one.translation), None)
    if first is None:
        raise InputError("this claim has no quotation without a translation", translation[:40])
    told = dataclasses.replace(kept[first], translation=translation, made_by=made_by)
    return (*kept[:first], told, *kept[first + 1 :])


def _show(one: GradedClaim) -> None:
    grade = one.grade.value
    rating = f"{one.reliability}{one.credibility}"
    out.print(Text.assemble((f"{grade:13}", GRADE_STYLE[grade]), (f"{rating:4}", "bold"), clean(one.claim.text)))
    for language, text in one.told:
        if text != one.claim.text:
            say(f"{'':17}{language}: {clean(text)}")
    for line in one.why:
        say(f"{'':17}why: {line}", "dim")
    for line in one.would_raise:
        say(f"{'':17}would raise it: {line}", "cyan")
    for name, kind in one.replies:
        say(f"{'':17}{name}: {kind}", "yellow" if kind == "not asked" else "dim")
    say(f"{'':17}{one.claim.id}  {one.claim.state}", "dim")


def _json(case: Case, one: GradedClaim) -> dict[str, Any]:
    told = dataclasses.asdict(one)
    history = case.claim_history(one.claim.id)
    told["wording"] = dict(one.wording)
    told["told"] = dict(one.told)
    told["replies"] = [{"asked": name, "answer": kind} for name, kind in one.replies]
    told["history"] = [{"at": v.at_utc, "by": v.actor, "text": v.claim.text, "state": v.claim.state} for v in history]
    return told
