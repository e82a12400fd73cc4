"""Where a photograph comes from: what its file says, apart from what is claimed of it."""

from __future__ import annotations

from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import first_line
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.dates import is_day
from corrobora.model.findings import Finding, Grade

FIELDS = {
    "taken": "created", "location": "location", "device": "device", "author": "author", "credit": "copyright",
    "caption": "title", "program": "software",
}  # fmt: skip
NAMES = {"taken": "date", "location": "place", "device": "camera", "author": "author", "credit": "credit"}


def analyse(view: CaseView) -> Iterator[Finding]:
    """Date, place, camera, author, credit and caption that the file of a picture states, and which of them it lacks.

    What the file says is apart from what a caption or a message claims of it. All of it can be set by hand or by a
    wrong clock, and programmes that send pictures drop it, so nothing follows from its lack. A picture on which no
    text was read is shown by the message that it came with; where there is none, the finding cannot be cited and is
    left out.
    """
    for path, document in sorted(view.documents.items()):
        if not document.media_type.startswith("image/"):
            continue
        values = view.metadata.get(path, {})
        stated = {name: values[key] for name, key in FIELDS.items() if values.get(key)}
        letter = view.letters.get(path)
        if set(stated) & NAMES.keys() or (letter is not None and letter.type == "photograph"):
            yield from _finding(view, path, stated)


def _finding(view: CaseView, path: str, stated: dict[str, str]) -> list[Finding]:
    document = view.documents[path]
    own = first_line(view, path)
    carrier = first_line(view, document.parent) if document.parent else None
    missing = [name for key, name in NAMES.items() if key not in stated]
    body = {
        "document": path, **{key: stated.get(key) for key in FIELDS}, "missing": missing,
        "came_with": document.parent if carrier is not None else None,
    }  # fmt: skip
    name = path.rsplit("/", maxsplit=1)[-1]
    told = []
    if "taken" in stated:
        on = stated["taken"][:10]
        told.append(f"that it was taken on {day(on)}" if is_day(on) else f"the date {stated['taken']}")
    told += [
        f"the {NAMES.get(key, key)} {stated[key]}"
        for key in ("location", "device", "author", "credit")
        if key in stated
    ]
    clause = f"the file of the picture \u201c{name}\u201d states {listing(told)}" if told else (
        f"the file of the picture \u201c{name}\u201d states nothing of where it comes from"
    )  # fmt: skip
    clause += f"; it lacks {listing(missing)}" if told and missing else ""
    spans = tuple(span for span in (own, carrier) if span is not None)
    return conclude(view, "photograph", (path,), clause, body, Basis(spans, grade=Grade.UNVERIFIED, seen=True))


ANALYSIS = Analysis("photograph", "Where a photograph comes from", ("photograph",), analyse)
