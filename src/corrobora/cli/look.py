"""Commands that look at a case: findings, search, census, verify, doctor, export."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from corrobora import __version__, pipeline
from corrobora.case import Case
from corrobora.case.index import Hit
from corrobora.case.verify import verify as check_case
from corrobora.cli.options import HERE, CaseDir, Json
from corrobora.cli.show import GRADE_STYLE, Bar, as_json, clean, marked, out, say
from corrobora.errors import InputError
from corrobora.model.facts import LetterFact
from corrobora.model.findings import CONTRACT_KINDS, KINDS, Finding
from corrobora.model.tables import FACTS, FINDINGS, PAGES

_FORMATS = "html, pdf, docx, csv, xlsx, ftm, gexf, graphml, bagit, charts, annotations"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    for command in (findings, search, census, verify, export, doctor):
        app.command()(command)


def findings(
    kind: Annotated[str | None, typer.Option("--kind", help="Only findings of this kind.")] = None,
    failures: Annotated[
        bool, typer.Option("--failures", help="What could not be read or used, and the way out.")
    ] = False,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """The findings, strongest first."""
    if kind is not None and kind not in KINDS:
        raise InputError(f"there is no kind of finding called {kind!r}", remedy=f"known: {', '.join(KINDS)}")
    with Case.open(case) as opened:
        if failures:
            _show_failures(opened, json)
            return
        verdicts = opened.judgements()
        known = (replace(f, review=verdicts.get(f.id, "none")) for f in opened.read(FINDINGS))
        found = [f for f in known if kind in (None, f.kind)]
        if json:
            as_json(_document(opened, found, asked=kind is not None))
        else:
            _show_findings(found)


def _document(case: Case, found: list[Finding], *, asked: bool) -> dict[str, Any]:
    """The contract's document; findings of the program's own kinds stand apart unless one was asked for by name."""
    from corrobora.model.contract import finding_json

    generated = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = {"case": case.root.resolve().name, "generated": generated, "version": __version__}
    ours = [] if asked else [finding for finding in found if finding.kind not in CONTRACT_KINDS]
    named = [finding for finding in found if asked or finding.kind in CONTRACT_KINDS]
    return {**head, "findings": [finding_json(one) for one in named], "beyond": [finding_json(one) for one in ours]}


def _show_findings(found: list[Finding]) -> None:
    for finding in found:
        line = Text.assemble(
            (f"{finding.grade.value:13}", GRADE_STYLE[finding.grade.value]), (f"{finding.kind:16}", "cyan")
        )
        line.append(clean(finding.statement))
        if finding.review != "none":
            line.append(f"  [reviewed: {finding.review}]", "magenta")
        out.print(line)
        for page in finding.pages[:2]:
            say(f"{'':29}{page.document} p.{page.page}: {' '.join(page.quote.split())[:100]}", "dim")
        for row in finding.rows[:2]:
            chance = f"; expected by chance {row.expected_by_chance:.2g}" if row.expected_by_chance is not None else ""
            say(f"{'':29}{row.dataset} row {row.row}: {', '.join(v for _, v in row.fields)}{chance}", "dim")
    kinds = Counter(finding.kind for finding in found)
    say(f"{len(found)} findings: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()))


def _show_failures(case: Case, json: bool) -> None:
    rows = case.failures()
    if json:
        keys = ("subject", "place", "stage", "code", "message", "remedy")
        as_json({"failures": [{key: getattr(row, key) for key in keys} for row in rows]})
        return
    for row in rows:
        place = f" {row.place}" if row.place else ""
        remedy = f" ({row.remedy})" if row.remedy else ""
        say(f"{row.stage:10}{row.code:13}{row.subject}{place}: {row.message}{remedy}")
    say(f"{len(rows)} failures")


def search(
    query: Annotated[list[str], typer.Argument(help='word, "exact words", "near words"~3, word~, AND OR NOT ( )')],
    limit: Annotated[int, typer.Option("--limit", help="How many pages at most.")] = 20,
    exact: Annotated[bool, typer.Option("--exact", help="Do not look for other spellings of a name.")] = False,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Full text over all pages in all scripts; a name also finds its other spellings and scripts."""
    with Case.open(case) as opened:
        began = time.perf_counter()
        hits = pipeline.search(opened, " ".join(query), limit=limit, exact=exact)
        took = time.perf_counter() - began
    if json:
        as_json({"query": " ".join(query), "seconds": round(took, 4), "hits": [_hit_json(hit) for hit in hits]})
        return
    for hit in hits:
        out.print(Text.assemble((clean(hit.document), "cyan"), f" p.{hit.page}"))
        shift = hit.snippet_start
        out.print(Text.assemble("    ", marked(hit.snippet, [(a - shift, b - shift) for a, b in hit.marks])))
    say(f"{len(hits)} pages in {took * 1000:.0f} ms")


def _hit_json(hit: Hit) -> dict[str, Any]:
    shift = hit.snippet_start
    words = [hit.snippet[max(0, a - shift) : max(0, b - shift)] for a, b in hit.marks]
    return {
        "document": hit.document,
        "page": hit.page,
        "score": round(hit.score, 4),
        "snippet": hit.snippet,
        "marks": [list(mark) for mark in hit.marks],
        "words": [word for word in words if word],
    }


def census(json: Json = False, case: CaseDir = HERE) -> None:
    """The size of the leak: documents, pages, kinds, languages, dates covered, states, for each source."""
    from corrobora.analysis.census import count

    with Case.open(case) as opened:
        letters = [fact for fact in opened.read(FACTS) if isinstance(fact, LetterFact)]
        rows = count(opened.documents(), opened.read(PAGES), letters, opened.sources("leak"))
        datasets = opened.datasets()
    if json:
        sets = [
            {"dataset": d.path, "rows": d.rows, "bad_rows": d.bad_rows, "from": d.first, "to": d.last} for d in datasets
        ]
        fields = ("source", "origin", "documents", "pages", "bytes", "types", "formats", "languages", "states")
        sources = [
            {k: getattr(r, k) for k in fields} | {"from": r.first, "to": r.last, "undated": r.undated} for r in rows
        ]
        as_json({"sources": sources, "records": sets})
        return
    for row in rows:
        say(f"{row.source} (origin {row.origin})", "bold")
        dates = f"{row.first} to {row.last}, {row.undated} undated"
        say(f"  {row.documents} documents, {row.pages} pages, {row.bytes / 1e6:.1f} MB, {dates}")
        for what in ("states", "types", "languages", "formats"):
            counts: Counter[str] = getattr(row, what)
            say(f"  {what + ':':11}" + ", ".join(f"{count} {name}" for name, count in counts.most_common()))
    for dataset in datasets:
        bad = f", {dataset.bad_rows} bad" if dataset.bad_rows else ""
        say(f"{dataset.path}: {dataset.rows:,} rows{bad}, {dataset.first} to {dataset.last}")


def verify(
    pack: Annotated[Path | None, typer.Argument(help="An evidence pack; without it the case is verified.")] = None,
    json: Json = False,
    case: CaseDir = HERE,
) -> None:
    """Re-hashes every original and walks the ledger's chain; or holds an evidence pack against its manifest."""
    if pack is not None:
        _verify_pack(pack, json)
        return
    with Case.open(case) as opened:
        verdict = check_case(opened, Bar())
    if json:
        counts = {"originals": verdict.originals, "entries": verdict.entries, "head": verdict.head}
        as_json({**counts, "problems": list(verdict.problems)})
    else:
        for problem in verdict.problems:
            say(problem, "red")
        say(f"{verdict.originals} originals, {verdict.entries} ledger entries, {len(verdict.problems)} problems")
        say(f"ledger head {verdict.head}")
    if verdict.problems:
        raise typer.Exit(1)


def _verify_pack(pack: Path, json: bool) -> None:
    from corrobora.publication import check_pack

    verdict = check_pack(pack)
    if json:
        named = {"files": verdict.files, "head": verdict.head, "manifest_sha256": verdict.seal}
        as_json({**named, "problems": list(verdict.problems)})
    else:
        for problem in verdict.problems:
            say(problem, "red")
        say(f"{verdict.files} files, {len(verdict.problems)} problems")
        say(f"ledger head {verdict.head}")
        say(f"SHA-256 of the manifest {verdict.seal}: compare it with the one the newsroom gives you")
    if verdict.problems:
        raise typer.Exit(1)


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=_FORMATS)],
    output: Annotated[Path, typer.Option("-o", "--output", help="Where to write it.")],
    reveal: Annotated[
        list[str] | None,
        typer.Option("--reveal", help="html, docx, bagit: id of a person to show in full; all; none."),
    ] = None,
    originals: Annotated[
        list[str] | None, typer.Option("--original", help="bagit: document whose original goes along; all cited: all.")
    ] = None,
    case: CaseDir = HERE,
) -> None:
    """Hands the proof over: html is an evidence pack that opens offline, third persons blacked out."""
    from corrobora.publication import REGISTRY, Options

    exporter = REGISTRY[form]
    options = Options(tuple(reveal or ()), tuple(originals or ()))
    with Case.open(case) as opened:
        exporter.export(opened, output, Bar(), options)
        opened.act("export", format=form, path=str(output), reveal=list(options.reveal))
    say(f"wrote {output}")


def doctor(json: Json = False) -> None:
    """What is installed, the OCR languages, the cage's level, what is missing and the command that mends it."""
    from corrobora.cli.doctor import examine

    checks = examine()
    if json:
        as_json([{"check": c.name, "ok": c.ok, "found": c.found, "remedy": c.remedy} for c in checks])
    else:
        for check in checks:
            mark = Text("ok      ", "green") if check.ok else Text("missing ", "red")
            out.print(
                Text.assemble(
                    mark,
                    clean(f"{check.name:24}{check.found}"),
                    (f"  -> {check.remedy}" if check.remedy else "", "yellow"),
                )
            )
    if any(not check.ok and check.needed for check in checks):
        raise typer.Exit(1)
