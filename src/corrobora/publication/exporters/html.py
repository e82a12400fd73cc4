"""The evidence pack: one folder that opens offline, every finding beside the page and the row it stands on."""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

from corrobora import __version__
from corrobora.case import Case, Progress
from corrobora.case.progress import stage
from corrobora.errors import CorroboraError, InputError
from corrobora.model.claims import GradedClaim
from corrobora.model.findings import Finding, Grade
from corrobora.model.match import Term
from corrobora.model.tables import CLAIMS, FINDINGS, MATCHES, ORGANIZATIONS, PERSONS
from corrobora.publication import chance, kinds, manifest
from corrobora.publication.charts import Chart, charts
from corrobora.publication.drawing import Drawing
from corrobora.publication.exhibits import Cabinet, cabinet, visible
from corrobora.publication.exporter import DEFAULT, Exporter, Options, story_head
from corrobora.publication.exporters.charts import table
from corrobora.publication.redaction import Veil, bare, veil
from corrobora.publication.roster import Card, cards
from corrobora.publication.timeline import months

_OPEN = (Grade.CONFIRMED, Grade.PROBABLE, Grade.CONTRADICTED)
_UNSHOWN = ("record", "records", "between", "terms", "label")


@dataclass(frozen=True, slots=True)
class Section:
    """One kind on the front page: what is asserted or contradicted, and what is only a lead (folded away)."""

    kind: str
    title: str
    firm: tuple[Finding, ...]
    leads: tuple[Finding, ...]


def export(case: Case, output: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the pack into a new folder; an older pack in its place is replaced only when the new one is whole.

    Raises:
        InputError: where `output` is something else than a pack or an empty folder.
        CorroboraError: where there are no findings, or the finished pack would show what it must hide.
    """
    if output.exists() and not (output / manifest.NAME).is_file() and (output.is_file() or any(output.iterdir())):
        raise InputError("this is not an evidence pack, and it would be overwritten", str(output), "name a new folder")
    draft = output.with_name(f".{output.name}.{uuid.uuid4().hex}")
    try:
        write(case, draft, progress, options)
        if output.exists():
            shutil.rmtree(output)
        draft.replace(output)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def write(case: Case, folder: Path, progress: Progress, options: Options = DEFAULT) -> None:
    """Writes the pack into a folder that does not exist yet."""
    findings: list[Finding] = case.read(FINDINGS)
    if not findings:
        raise CorroboraError("there are no findings to export", str(case.root), "run corrobora run first")
    persons = case.read(PERSONS)
    hidden = veil(persons, findings, options.reveal)
    for name in ("findings", "pages", "charts"):
        (folder / name).mkdir(parents=True)
    templates = _templates(hidden)
    roster = cards(findings, persons, hidden)
    with Drawing(case, folder / "pages") as drawing, stage(progress, "pack", len(findings), "findings"):
        held = cabinet(case, hidden, drawing, findings)
        labels = {card.finding.id: card.label for card in roster}
        for finding, page in _pages(case, findings, held, labels, templates):
            (folder / "findings" / f"{finding.id}.html").write_text(page, encoding="utf-8")
            progress.advance()
    drawn = charts(findings, persons, case.read(ORGANIZATIONS))
    for chart in drawn:
        (folder / "charts" / f"{chart.name}.svg").write_text(chart.svg, encoding="utf-8", newline="\n")
        (folder / "charts" / f"{chart.name}.csv").write_text(table(chart), encoding="utf-8-sig", newline="")
    _write_front(case, folder, findings, roster, templates, drawn)
    _check_hidden(folder, persons, hidden)
    manifest.write(folder, story_head(case))


def _pages(
    case: Case, findings: Sequence[Finding], held: Cabinet, labels: dict[str, str], templates: Environment
) -> Iterator[tuple[Finding, str]]:
    waterfalls = {(m.person, m.record.dataset, m.record.row): (m.terms, m.tried) for m in case.read(MATCHES)}
    sets = {dataset.path: dataset for dataset in case.datasets()}
    statements = {finding.id: finding.statement for finding in findings}
    template = templates.get_template("finding.html")
    for finding in findings:
        terms, tried = _terms(waterfalls, finding)
        yield (
            finding,
            template.render(
                finding=finding,
                kind=kinds.title(finding.kind),
                meaning=kinds.GRADES[finding.grade.value],
                exhibits=[held.page(ref) for ref in finding.pages],
                records=[held.row(ref, finding) for ref in finding.rows],
                terms=terms,
                tried=tried,
                sets=sets,
                bars=_bars(finding),
                details=_details(finding, labels | statements),
            ),
        )


def _write_front(
    case: Case,
    folder: Path,
    findings: Sequence[Finding],
    roster: Sequence[Card],
    templates: Environment,
    drawn: Sequence[Chart],
) -> None:
    common = {"title": case.root.resolve().name, "version": __version__}
    claims = [one for one in case.read(CLAIMS) if one.claim.state != "dropped"]
    method = {
        "sources": [s for s in case.sources() if s.name],
        "datasets": case.datasets(),
        "failures": case.failures(),
        "tried": max((m.tried for m in case.read(MATCHES)), default=0),
        "documents": len(case.documents()),
        "states": Counter(d.state.value for d in case.documents()),
        "head": story_head(case),
    }
    pages: dict[str, dict[str, Any]] = {
        "index.html": {
            "sections": _sections(findings),
            "grades": Counter(f.grade.value for f in findings),
            "meanings": kinds.GRADES,
            **method,
        },
        "people.html": {"cards": roster},
        "timeline.html": {"months": months(findings)},
        "charts.html": {"charts": drawn},
        "claims.html": {
            "claims": sorted(claims, key=_standing),
            "asked": case.replies(),
            "known": {finding.id for finding in findings},
            "said": {finding.id: finding.statement for finding in findings},
            "history": {one.claim.id: case.claim_history(one.claim.id) for one in claims},
        },
    }
    for name, values in pages.items():
        page = templates.get_template(name).render(**common, **values)
        (folder / name).write_text(page, encoding="utf-8")
    (folder / "pack.css").write_bytes(files("corrobora.publication").joinpath("templates/pack.css").read_bytes())


def _standing(one: GradedClaim) -> tuple[bool, bool, int]:
    """What the story says first, then what stands best."""
    return one.claim.state != "accepted", one.claim.origin != "written", list(Grade).index(one.grade)


def _sections(findings: Sequence[Finding]) -> list[Section]:
    found: dict[str, list[Finding]] = {kind: [] for kind in kinds.TITLES}
    for finding in findings:
        found.setdefault(finding.kind, []).append(finding)
    return [
        Section(
            kind,
            kinds.title(kind),
            tuple(f for f in held if f.grade in _OPEN),
            tuple(f for f in held if f.grade not in _OPEN),
        )
        for kind, held in found.items()
        if held
    ]


def _check_hidden(folder: Path, persons: Sequence[Any], hidden: Veil) -> None:
    """Looks for what must not be there; better no pack than one that exposes somebody."""
    if hidden.open:
        return
    secret = {bare(n) for p in persons if p.id not in hidden.shown for n in p.documents} - hidden.numbers
    words = {word for word in secret if len(word) > 5}
    for path in sorted(p for ending in ("html", "svg", "csv") for p in folder.rglob(f"*.{ending}")):
        shown = {bare(word) for word in re.split(r"[\s<>|,;:]+", path.read_text(encoding="utf-8"))}
        if shown & words:
            raise CorroboraError("a third person's passport number would be shown", path.name, "please report this")


def _terms(
    waterfalls: dict[tuple[str, str, int], tuple[tuple[Term, ...], int]], finding: Finding
) -> tuple[tuple[Term, ...], int]:
    if finding.kind != "match" or not finding.rows:
        return (), 0
    return waterfalls.get((str(finding.body.get("person")), finding.rows[0].dataset, finding.rows[0].row), ((), 0))


def _bars(finding: Finding) -> list[tuple[str, int, float]]:
    """Counts of a series as bars: label, count, width in per cent of the longest."""
    counts = finding.body.get("counts")
    if finding.kind != "series" or not isinstance(counts, dict) or not counts:
        return []
    longest = max(counts.values()) or 1
    return [(str(label), int(count), round(100 * count / longest, 1)) for label, count in counts.items()]


def _details(finding: Finding, labels: dict[str, str]) -> list[tuple[str, str]]:
    """The finding's own fields in words; ids of other findings are replaced by what they say."""
    shown = []
    for name, value in finding.body.items():
        if value in (None, "", [], {}) or name in _UNSHOWN or (name == "counts" and finding.kind == "series"):
            continue
        shown.append((name.replace("_", " "), visible(_said(value, labels))))
    return shown


def _said(value: Any, labels: dict[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and set(value) == {"amount", "currency"}:
        return f"{value['currency']} {value['amount']}"
    if isinstance(value, dict):
        parts = [
            f"{k.replace('_', ' ')}: {_said(v, labels)}"
            for k, v in value.items()
            if v not in (None, "", [], {}) and k not in _UNSHOWN
        ]
        return ", ".join(parts)
    if isinstance(value, list | tuple):
        return "\n".join(_said(inner, labels) for inner in value)
    return labels.get(value, value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _templates(hidden: Veil) -> Environment:
    loader = PackageLoader("corrobora.publication", "templates")
    made = Environment(loader=loader, autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True)
    made.filters["safe_text"] = lambda text: visible(hidden.text(str(text)))
    made.filters["safe_path"] = lambda path: visible(hidden.path(str(path)))
    made.filters["chance"] = chance.in_words
    made.filters["false_share"] = chance.false_share
    made.filters["weakest"] = chance.weakest
    made.globals["languages"] = {"en": "English", "uk": "Ukrainian", "ru": "Russian", "zh": "Chinese"}
    made.globals["kind_title"] = kinds.title
    return made


EXPORTER = Exporter("html", "Evidence pack: a folder that opens offline", export)
