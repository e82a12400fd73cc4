"""The rooms in order.

Each stage looks at what it would start from; where that has not changed since it last finished, it does nothing.
Intake, reading, extraction and indexing go document by document, so a new file costs one file. The rooms are imported
where they are entered: a search should not wait for the language models that only extraction needs.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corrobora import __version__
from corrobora.case import Case, Progress, silent
from corrobora.case import index as full_text
from corrobora.errors import InputError
from corrobora.model.claims import GradedClaim
from corrobora.model.document import Page
from corrobora.model.judgement import Judgement
from corrobora.model.records import Mapping
from corrobora.model.tables import FACTS, FINDINGS, MATCHES, ORGANIZATIONS, PAGES, PERSONS, SEARCHES, VISITS, Table

_LEDGER_FAILURES = 1000
"""Failures that an entry of the ledger names; their number stands there in full."""

_UNDONE = "undo:"

_LIST_HEADERS = {
    "name": ("name", "фио", "піб", "имя", "姓名", "ім"),
    "birth_date": ("birth", "dob", "рожд", "народ", "出生"),
    "document": ("passport", "document", "паспорт", "护照"),
}


@dataclass(slots=True)
class Outcome:
    """What a run did, stage by stage ("read": 12 documents); empty where there was nothing to do."""

    done: dict[str, str] = field(default_factory=dict)


def run(leak: Path, records: Path | None, case: Case, progress: Progress = silent) -> Outcome:
    """The whole way, from a folder of papers and a folder of record sets to findings.

    Args:
        leak: the folder of papers.
        records: the folder of record sets, or None.
        case: an open case; what it already holds is not done again.
        progress: who is told.

    Raises:
        InputError: where a folder does not exist.
    """
    outcome = Outcome()
    _require_faces(case)
    # The record sets come before the papers are read for names: what they name is looked for there.
    take(leak, case, progress, outcome)
    if records is not None:
        add_records(records, case, progress, outcome)
    outcome.done |= follow(case, progress).done
    if outcome.done:
        failed = [[f.subject, f.place, f.stage, f.code] for f in case.failures()]
        where = {"leak": str(leak), "records": str(records) if records else None}
        case.act("run", **where, done=outcome.done, failures=len(failed), failed=failed[:_LEDGER_FAILURES])
    return outcome


def _require_faces(case: Case) -> None:
    """Says before the long way, not after it, that what the user asked for is not installed."""
    if case.compares_faces():
        from corrobora.analysis.facing import require

        require()


def follow(case: Case, progress: Progress = silent) -> Outcome:
    """What follows from what the case now holds: a judgement changes who is who, what matches, and what is found."""
    outcome = Outcome()
    extract(case, progress, outcome)
    resolve(case, progress, outcome)
    corroborate(case, progress, outcome)
    analyse(case, progress, outcome)
    if case.claims():
        claims(case)
    return outcome


def ingest(leak: Path, case: Case, progress: Progress, outcome: Outcome) -> None:
    """Takes the papers into custody, reads them, indexes them and finds what they say."""
    take(leak, case, progress, outcome)
    extract(case, progress, outcome)


def take(leak: Path, case: Case, progress: Progress, outcome: Outcome) -> None:
    """Takes the papers into custody, reads and indexes them."""
    from corrobora.intake.step import take_in
    from corrobora.reading.step import read_documents

    if not leak.is_dir():
        raise InputError("there is no such folder", str(leak), "name the folder that holds the papers")
    before = _taken(case)
    take_in(case, leak, progress)
    if (after := _taken(case)) != before:
        gone = len({path for path, _ in before} - {path for path, _ in after})
        dropped = f", {gone} gone" if gone else ""
        outcome.done["intake"] = f"{len(after - before)} new or changed of {len(after)} documents{dropped}"
    before = _placed(case, PAGES)
    read_documents(case, progress)
    if new := _placed(case, PAGES) - before:
        outcome.done["reading"] = f"{len(new)} documents read, {len(case.documents_in(PAGES))} in all"
    if changed := full_text.update(case, progress):
        outcome.done["index"] = f"{changed} documents"


def extract(case: Case, progress: Progress, outcome: Outcome) -> None:
    """What the papers say: those not read out yet, and those in which a name stands that the case has learnt since."""
    from corrobora.mentions.step import extract as step

    before = _placed(case, FACTS)
    step(case, progress)
    if new := _placed(case, FACTS) - before:
        outcome.done["mentions"] = f"{len(new)} documents looked through, {len(case.documents_in(FACTS))} in all"


def add_records(
    records: Path, case: Case, progress: Progress, outcome: Outcome, mapping: Mapping | None = None
) -> None:
    """Prepares the record sets of a folder (or one file)."""
    from corrobora.records.step import add_records as prepare

    if not records.exists():
        raise InputError("there is no such folder", str(records), "name the folder that holds the record sets")
    root = records if records.is_dir() else records.parent
    files = sorted(p for p in records.rglob("*") if p.is_file()) if records.is_dir() else [records]
    before = _state(case, "datasets", "mappings")
    prepare(case, files, root, progress, mapping=mapping)
    if _state(case, "datasets", "mappings") != before:
        outcome.done["records"] = f"{len(case.datasets())} record sets"


def verdict_on_mention(case: Case, subject: str, verdict: str, told: str) -> str:
    """How a person's verdict on a mention is kept.

    Raises:
        InputError: where the words do not stand there, or the parts of the verdict do not fit together.
    """
    from corrobora.mentions import is_on_a_page, verdict_of

    kept = verdict_of(verdict, told)
    if subject not in case.judgements() and not any(is_on_a_page(subject, page) for page in case.read(PAGES)):
        remedy = 'write "mention:DOCUMENT#PAGE:WORDS", the words as the page has them'
        raise InputError("these words stand on no page", subject, remedy)
    return kept


def take_back(case: Case) -> tuple[Judgement, str]:
    """Takes the last decision back; called again, the one before it. Returns it and the verdict that now stands.

    Raises:
        InputError: where nothing was decided.
    """
    made: list[Judgement] = []
    for one in case.judgement_log():
        if one.note.startswith(_UNDONE) and made:
            made.pop()
        else:
            made.append(one)
    if not made:
        raise InputError("there is no decision to take back")
    last = made.pop()
    earlier = next((one.verdict for one in reversed(made) if one.subject == last.subject), "none")
    case.judge(last.subject, earlier, f"{_UNDONE} {last.verdict} of {last.at_utc}")
    return last, earlier


def resolve(case: Case, progress: Progress, outcome: Outcome) -> None:
    """Who is who."""
    from corrobora.identity.step import resolve as step

    inputs = (_parts(case, FACTS.name), _state(case, "datasets", "mappings", "judgements"), _settings(case))
    _when_changed(case, "identity", inputs, lambda: step(case, progress), outcome)


def corroborate(case: Case, progress: Progress, outcome: Outcome) -> None:
    """What agrees outside the leak."""
    from corrobora.corroboration.step import corroborate as step

    inputs = (_parts(case, PERSONS.name, VISITS.name), _state(case, "datasets", "mappings", "judgements"))
    _when_changed(case, "corroboration", inputs, lambda: step(case, progress), outcome)


def analyse(case: Case, progress: Progress, outcome: Outcome) -> None:
    """What follows."""
    from corrobora.analysis.step import analyse as step

    names = (PAGES.name, FACTS.name, PERSONS.name, VISITS.name, MATCHES.name, SEARCHES.name)
    inputs = (_parts(case, *names), _state(case, "datasets", "mappings", "judgements", "sources"), _settings(case))
    _when_changed(case, "analysis", inputs, lambda: step(case, progress), outcome)


def search(case: Case, query: str, *, limit: int = 20, exact: bool = False) -> list[full_text.Hit]:
    """The best pages for a query (`corrobora.case.index.query`); a name also finds its other spellings and scripts.

    Args:
        case: whose pages.
        query: words, a phrase, a name.
        limit: how many pages at most.
        exact: do not look for other spellings.

    Raises:
        InputError: where the query cannot be read.
    """
    other = [] if exact else [*_spellings(query), *_other_names(case, query)]
    return full_text.search(case, query, limit=limit, spellings=lambda _: other)


def _spellings(query: str) -> list[str]:
    from corrobora import names

    operators = {"AND", "OR", "NOT"} & set(query.split()) or any(word.startswith("-") for word in query.split())
    if not 1 < len(query) < 60 or operators or any(c in query for c in '"()~'):
        return []
    looks = names.is_chinese(query) > 0.5 or len(query.split()) in (2, 3)
    return [variant.text for variant in names.variants(query)] if looks else []


def _other_names(case: Case, query: str) -> list[str]:
    """What the papers of the case also call the organisation that a query names."""
    from corrobora import names

    if not 1 < len(query) < 120 or any(c in query for c in "()~"):
        return []
    known = names.Aliases(tuple(one.names for one in case.read(ORGANIZATIONS) if len(one.names) > 1))
    return [form for form in names.other_forms(query, "Organization", known) if form != query]


def screen(case: Case, listed: Path, progress: Progress = silent) -> list[dict[str, Any]]:
    """A list of names (any table) against everything in the case; firms by all that the case calls them."""
    from corrobora.corroboration import screening, whereabouts

    wanted = _wanted(listed, progress)
    aliases, told = whereabouts.known_names(case)
    hits = screening.screen(wanted, whereabouts.places(case), aliases)
    return [
        {
            "line": hit.wanted.line,
            "name": hit.wanted.name,
            "found": hit.place.name,
            "kind": hit.place.kind,
            "where": hit.place.where,
            "number": hit.place.number,
            "tier": hit.tier,
            "score": round(hit.score, 4),
            "verdict": hit.verdict,
            "bearers": hit.bearers,
            "because": list(hit.because),
            "share": hit.share,
            "hidden": hit.hidden,
            "expected_by_chance": hit.expected,
            "tried": len(wanted),
            "introduced": whereabouts.introduced(hit, told),
        }
        for hit in hits
    ]


def _wanted(listed: Path, progress: Progress) -> list[Any]:
    """The entries of a list, its columns recognised like those of a record set; a bare column of names will do."""
    from corrobora.corroboration.screening import Wanted
    from corrobora.records.step import add_records as prepare

    if not listed.is_file():
        raise InputError("there is no such file", str(listed))
    with (
        tempfile.TemporaryDirectory(prefix="corrobora-screen-") as scratch,
        Case.create(Path(scratch) / "case") as case,
    ):
        prepare(case, [listed], listed.parent, progress)
        rows = [row for d in case.datasets() for kind, _ in d.tables for row in case.rows(d, kind)]
    named = [r for r in rows if r.get("name")]
    if named:
        return [Wanted(r["row"], r["name"], r.get("birth_date"), r.get("document")) for r in named]
    return _plain_list(listed)


def _plain_list(listed: Path) -> list[Any]:
    """A short list that no record kind fits: names in the first column, or under a header that says so."""
    from corrobora.corroboration.screening import Wanted

    rows = list(csv.reader(io.StringIO(listed.read_text(encoding="utf-8-sig", errors="replace"))))
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    column = {
        field: next((at for at, cell in enumerate(head) if any(word in cell for word in words)), None)
        for field, words in _LIST_HEADERS.items()
    }
    first = 0 if all(at is None for at in column.values()) else 1

    def cell(row: list[str], field: str) -> str | None:
        at = column[field]
        return (row[at].strip() or None) if at is not None and at < len(row) else None

    named = [(at, row, cell(row, "name") or (row[0].strip() if row else "")) for at, row in enumerate(rows[first:], 1)]
    return [Wanted(at, name, cell(row, "birth_date"), cell(row, "document")) for at, row, name in named if name]


def check(case: Case, draft: str, replies: str = "", progress: Progress = silent) -> list[dict[str, Any]]:
    """A draft held against the case: every sentence with its status and problems."""
    from corrobora.claims.step import check_draft
    from corrobora.mentions import find

    return check_draft(case, draft, replies, find, progress)


def claims(case: Case, *, propose: bool = False) -> list[GradedClaim]:
    """The claims of the case, graded by what it now holds; `propose` adds one for each finding a story would tell."""
    from corrobora.claims.step import grade_claims, propose_claims

    if propose:
        propose_claims(case)
    return grade_claims(case, datetime.now(UTC).date())


def read_files(paths: Sequence[Path], progress: Progress = silent) -> Iterator[dict[str, Any]]:
    """What the readers make of files and folders, without a case: one document after another, contained ones too."""
    from corrobora.intake.step import take_in
    from corrobora.reading.step import read_documents

    for path in paths:
        if not path.exists():
            raise InputError("there is no such file or folder", str(path))
        with (
            tempfile.TemporaryDirectory(prefix="corrobora-read-") as scratch,
            Case.create(Path(scratch) / "case") as case,
        ):
            folder = path
            if path.is_file():
                folder = Path(scratch) / "leak"
                folder.mkdir()
                (folder / path.name).write_bytes(path.read_bytes())
            take_in(case, folder, progress)
            read_documents(case, progress)
            yield from _documents_read(case)


def _documents_read(case: Case) -> Iterator[dict[str, Any]]:
    pages: dict[str, list[Page]] = {}
    for page in case.read(PAGES):
        pages.setdefault(page.document, []).append(page)
    for document in case.documents():
        yield {
            "document": document.path,
            "sha256": document.sha256,
            "type": document.media_type,
            "status": "unread" if document.state == "new" else document.state.value,
            "reader": document.reader,
            "failure": document.failure or None,
            "pages": [
                {"page": p.page, "text": p.text, "language": p.language, "ocr_confidence": p.ocr_confidence}
                for p in sorted(pages.get(document.path, []), key=lambda p: p.page)
            ],
        }


def _when_changed(case: Case, stage: str, inputs: object, work: Any, outcome: Outcome) -> None:
    fingerprint = hashlib.sha256(json.dumps([__version__, inputs], default=str).encode()).hexdigest()
    if case.fingerprint(stage) == fingerprint:
        return
    work()
    case.finish_stage(stage, fingerprint)
    outcome.done[stage] = "done"


def _parts(case: Case, *names: str) -> list[list[object]]:
    """What the documents' parts of these tables are now; a rewritten part has another file."""
    marks = ",".join("?" * len(names))
    parts = case.db.execute(f"select name, part, file from parts where name in ({marks}) order by 1, 2", names)
    documents = case.db.execute(
        f"select name, document, part from part_documents where name in ({marks}) order by 1, 2", names
    )
    return [list(row) for row in (*parts.fetchall(), *documents.fetchall())]


def _state(case: Case, *tables: str) -> list[list[object]]:
    return [list(row) for table in tables for row in case.db.execute(f"select * from {table} order by 1, 2").fetchall()]


def _taken(case: Case) -> set[tuple[str, str]]:
    """The documents taken in so far, with the hash of each."""
    return set(case.db.execute("select path, sha256 from documents").fetchall())


def _placed(case: Case, table: Table) -> set[tuple[str, str]]:
    """The documents that have been through a table's step so far, with the part that holds each."""
    return set(case.db.execute("select document, part from part_documents where name=?", (table.name,)).fetchall())


def _settings(case: Case) -> str:
    return (case.root / "case.toml").read_text(encoding="utf-8")


def has_findings(case: Case) -> bool:
    """Whether the case was analysed at least once."""
    return bool(_parts(case, FINDINGS.name))
