"""People decide: `judge`, and `judgements`: the queue, undo, decisions handed to and taken from other programs."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from corrobora import pipeline
from corrobora.case import Case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import Bar, as_json, say
from corrobora.errors import InputError
from corrobora.model.tables import FINDINGS, MATCHES, PERSONS

_KEYS = {"y": "yes", "n": "no", "u": "unsure"}

Later = Annotated[bool, typer.Option("--later", help="Do not work out at once what follows.")]


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    app.command()(judge)
    more = typer.Typer(help="Decisions: what waits for one, undo, to and from other programs.", no_args_is_help=True)
    for name, command in (("queue", queue), ("undo", undo), ("export", export), ("import", take)):
        more.command(name)(command)
    app.add_typer(more, name="judgements")


def judge(
    finding: Annotated[
        str,
        typer.Argument(
            help="The id of a finding; PERSON=PERSON for two people who are one (yes) or not (no); PERSON=DOCUMENT or "
            "PERSON=DATASET#ROW with no for somebody else of the name; "
            '"mention:WORDS" or "mention:DOCUMENT#PAGE:WORDS".'
        ),
    ],
    verdict: Annotated[str, typer.Argument(help="yes, no, unsure; none takes it back.")],
    told: Annotated[
        str, typer.Option("--as", help='What the words of a mention name and its base form: PER, "ORG:Завод «Маяк»".')
    ] = "",
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    later: Later = False,
    case: CaseDir = HERE,
) -> None:
    """A person's verdict on a match, on who is one person, or on a mention, kept in the ledger with who and when."""
    if verdict not in ("yes", "no", "unsure", "none"):
        raise InputError(f"there is no verdict {verdict!r}", remedy="yes, no, unsure, or none to take it back")
    with Case.open(case) as opened:
        if "=" in finding and not finding.startswith("mention:"):
            from corrobora.identity import judge_persons

            one, _, other = finding.removeprefix("person:").partition("=")
            finding = judge_persons(opened, one, other, verdict, note)
            _follow(opened, later=later)
            say(f"{finding}: {verdict}")
            return
        if finding.startswith("mention:"):
            kept = pipeline.verdict_on_mention(opened, finding, verdict, told)
        elif finding in {f.id for f in opened.read(FINDINGS)} | set(opened.judgements()):
            kept = verdict
        else:
            raise InputError("there is no such finding", finding, "corrobora findings --json lists the ids")
        head = opened.judge(finding, kept, note)
        _follow(opened, later=later)
    say(f"{finding}: {verdict} (ledger {head[:16]})")


def _follow(case: Case, *, later: bool) -> None:
    if not later:
        pipeline.follow(case, Bar())


def undo(later: Later = False, case: CaseDir = HERE) -> None:
    """Takes the last decision back; called again, the one before it."""
    with Case.open(case) as opened:
        last, earlier = pipeline.take_back(opened)
        _follow(opened, later=later)
    say(f"{last.subject}: {last.verdict} taken back; it stands at {earlier}")


def queue(
    limit: Annotated[int, typer.Option("--limit", help="How much of it.")] = 50,
    people: Annotated[bool, typer.Option("--people", help="Pairs of people of one name, instead of matches.")] = False,
    later: Later = False,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """What waits for a decision, what settles most first; asks on a terminal, and goes on where it was left."""
    from corrobora.corroboration.queue import queue as waiting_in

    with Case.open(case) as opened:
        if people:
            _queue_people(opened, limit, json=json, later=later)
            return
        waiting = waiting_in(opened.read(MATCHES), opened.read(FINDINGS), opened.judgements())
        statements = {one.id: one.statement for one in opened.read(FINDINGS)}
        if json:
            as_json({"waiting": len(waiting), "queue": [_waiting_json(one, statements) for one in waiting[:limit]]})
            return
        if not waiting:
            say("nothing waits for a decision")
        if _ask(opened, waiting[:limit], statements, len(waiting)):
            _follow(opened, later=later)


def _waiting_json(one: Any, statements: dict[str, str]) -> dict[str, Any]:
    told = asdict(one)
    match = told.pop("match")
    kept = ("person", "visit", "grade", "posterior", "q", "weight", "agrees", "disagrees", "terms")
    place = {"dataset": match["record"]["dataset"], "row": match["record"]["row"]}
    return {**told, **place, **{name: match[name] for name in kept}, "statement": statements.get(one.finding)}


def _ask(case: Case, waiting: list[Any], statements: dict[str, str], total: int) -> bool:
    """On a terminal one key decides and the next one comes; elsewhere the queue is only listed."""
    is_terminal = sys.stdin.isatty()
    changed = False
    for place, one in enumerate(waiting, 1):
        say(f"{place} of {total}  {one.finding}  settles {one.settles:.2f}  P {one.match.posterior:.2f}", "bold")
        say(f"  {statements.get(one.finding) or one.match.person}")
        for term in one.match.terms:
            say(f"  {term.bits:+6.1f} bits  {term.reason}")
        if not is_terminal:
            continue
        key = input("y, n, u; Enter skips, q stops: ").strip().lower()[:1]
        if key == "q":
            break
        if key in _KEYS:
            case.judge(one.finding, _KEYS[key], "")
            changed = True
    return changed


def _queue_people(case: Case, limit: int, *, json: bool, later: bool) -> None:
    """Pairs of people of one name: those without a word against them first."""
    from corrobora.identity import doubles, judge_persons

    people = case.read(PERSONS)
    named = (str(value) for one in case.read(FINDINGS) for value in _people_in(one.body))
    waiting = doubles(people, case.judgements(), named)
    labels = {one.id: one.label for one in people}
    if json:
        as_json({"waiting": len(waiting), "queue": [asdict(one) for one in waiting[:limit]]})
        return
    changed = False
    for place, one in enumerate(waiting[:limit], 1):
        say(f"{place} of {len(waiting)}  {one.one}={one.other}  {labels[one.one]}", "bold")
        for reason in (*one.speaks_for, *one.speaks_against):
            say(f"  {reason}")
        key = input("one person? y, n, u; Enter skips, q stops: ").strip().lower()[:1] if sys.stdin.isatty() else ""
        if key == "q":
            break
        if key in _KEYS:
            judge_persons(case, one.one, one.other, _KEYS[key])
            changed = True
    if not waiting:
        say("nothing waits for a decision")
    if changed:
        _follow(case, later=later)


def _people_in(body: dict[str, Any]) -> list[Any]:
    return [*([body["person"]] if body.get("person") else []), *(body.get("persons") or [])]


def export(
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write it.")], case: CaseDir = HERE
) -> None:
    """Writes the decisions on matches as a resolver file of nomenklatura: one edge on each line."""
    from corrobora.corroboration.edges import edges

    with Case.open(case) as opened:
        lines = [f"{edge.line()}\n" for edge in edges(opened.read(MATCHES), opened.judgement_log())]
        output.write_text("".join(lines), encoding="utf-8")
        opened.act("judgements.export", path=str(output), edges=len(lines))
    say(f"wrote {len(lines)} decisions to {output}")


def take(
    file: Annotated[Path, typer.Argument(help="A resolver file.")], later: Later = False, case: CaseDir = HERE
) -> None:
    """Takes decisions from a resolver file; who made them and when stays in the note."""
    from corrobora.corroboration.edges import findings_of, read, row_id, spread
    from corrobora.identity import judge_persons

    if not file.is_file():
        raise InputError("there is no such file", str(file))
    with Case.open(case) as opened:
        matches = opened.read(MATCHES)
        people = {name for one in opened.read(PERSONS) for name in (one.id, *one.formerly)}
        ids = people | {row_id(one.record.dataset, one.record.row) for one in matches}
        with file.open(encoding="utf-8") as lines:
            decided, others = findings_of(matches, spread(read(lines), ids.__contains__))
        standing = opened.judgements()
        pairs = [edge for edge in others if edge.source in people and edge.target in people]
        fresh = [(finding, edge) for finding, edge in decided if standing.get(finding) != edge.verdict]
        new = [edge for edge in pairs if standing.get(f"person:{edge.source}={edge.target}") != edge.verdict]
        for finding, edge in fresh:
            opened.judge(finding, edge.verdict, _whose(file, edge))
        for edge in new:
            judge_persons(opened, edge.source, edge.target, edge.verdict, _whose(file, edge))
        if fresh or new:
            _follow(opened, later=later)
    taken = len(fresh) + len(new)
    known, strange = len(decided) + len(pairs) - taken, len(others) - len(pairs)
    say(f"{taken} decisions taken, {known} known already, {strange} about nothing in this case")


def _whose(file: Path, edge: Any) -> str:
    return f"{file.name}: {edge.user or 'nobody named'}, {edge.timestamp or 'undated'}"
