"""Where a photograph comes from: what its file says, apart from what is claimed of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corrobora.analysis.conclusion import Analysis, Basis, conclude
from corrobora.analysis.evidence import first_line
from corrobora.analysis.persons import Likeness
from corrobora.analysis.prose import mentions_in, told
from corrobora.analysis.view import CaseView
from corrobora.analysis.wording import day, listing
from corrobora.model.dates import is_day
from corrobora.model.facts import Span
from corrobora.model.findings import Finding, Grade
from corrobora.model.mention import MentionType

FIELDS = {
    "taken": "created", "location": "location", "device": "device", "author": "author", "credit": "copyright",
    "caption": "title", "program": "software",
}  # fmt: skip
PICTURE = re.compile(
    r"\bфото\w*|\bсним(?:ок|ке|ки|ках)\b|\bзнімк?\w*|\bсвітлин\w*|\bphoto\w*|\bpictures?\b|"
    r"照片|图片|合影|相片",
    re.IGNORECASE,
)
NAMES = {"taken": "date", "location": "place", "device": "camera", "author": "author", "credit": "credit"}


def analyse(view: CaseView) -> Iterator[Finding]:
    """Date, place, camera, author, credit and caption that the file of a picture states, and which of them it lacks.

    What the file says is apart from what a caption or a message claims of it. All of it can be set by hand or by a
    wrong clock, and programmes that send pictures drop it, so nothing follows from its lack. A picture on which no
    text was read is shown by the message that it came with; where there is none, the finding cannot be cited and is
    left out. People of the case whom its caption, the text on it or a sentence on pictures in that message names in
    full are told (`named`), as what is claimed: whom the picture shows is not looked at.
    """
    for path, document in sorted(view.documents.items()):
        if not document.media_type.startswith("image/"):
            continue
        values = view.metadata.get(path, {})
        stated = {name: values[key] for name, key in FIELDS.items() if values.get(key)}
        letter = view.letters.get(path)
        pictured = letter is not None and letter.type == "photograph"
        captioned = bool(stated.get("caption")) and any(_named(view, path, stated["caption"]))
        if set(stated) & NAMES.keys() or pictured or captioned:
            yield from _finding(view, path, stated)


def _named(view: CaseView, path: str, caption: str) -> Iterator[tuple[str, Span | None]]:
    """People whom the caption, the picture's own text or its message names, each with the place where there is one."""
    for person in view.persons:
        # forms with a family and a given name; initials and bare surnames are borne by many
        forms = [n.text for n in person.names if len(n.text) >= (2 if n.text > "\u3400" else 7) and "." not in n.text
                 and (n.text > "\u3400" or " " in n.text)]  # fmt: skip
        if any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)" if form < "\u3400" else re.escape(form), caption)
               for form in forms):  # fmt: skip
            yield person.id, None
    parent = view.documents[path].parent
    spans = [*_whole(view, path), *(told(view, PICTURE, [parent]) if parent else ())]
    for span in spans:
        for at in mentions_in(view, span, MentionType.PER):
            like = [person for person, alike in view.everybody.like(at.text) if alike >= Likeness.PARTIAL]
            if len(like) == 1:
                yield like[0].id, Span(at.document, at.page, at.start, at.end, at.text)


def _whole(view: CaseView, document: str) -> Iterator[Span]:
    for page in view.page_numbers.get(document, ()):
        text = view.pages[document, page].text
        yield Span(document, page, 0, len(text), text)


def _finding(view: CaseView, path: str, stated: dict[str, str]) -> list[Finding]:
    people = dict(_named(view, path, stated.get("caption", "")))
    document = view.documents[path]
    own = first_line(view, path)
    carrier = first_line(view, document.parent) if document.parent else None
    missing = [name for key, name in NAMES.items() if key not in stated]
    body = {
        "document": path, **{key: stated.get(key) for key in FIELDS}, "missing": missing,
        "named": list(people), "came_with": document.parent if carrier is not None else None,
    }  # fmt: skip
    name = path.rsplit("/", maxsplit=1)[-1]
    says = []
    if "taken" in stated:
        on = stated["taken"][:10]
        says.append(f"that it was taken on {day(on)}" if is_day(on) else f"the date {stated['taken']}")
    says += [
        f"the {NAMES.get(key, key)} {stated[key]}"
        for key in ("location", "device", "author", "credit")
        if key in stated
    ]
    clause = f"the file of the picture \u201c{name}\u201d states {listing(says)}" if says else (
        f"the file of the picture \u201c{name}\u201d states nothing of where it comes from"
    )  # fmt: skip
    clause += f"; it lacks {listing(missing)}" if says and missing else ""
    if people:
        clause += f"; {listing(view.label(key) for key in people)} is named with it, which does not show who is on it"
    spans = tuple(span for span in (own, carrier, *people.values()) if span is not None)
    return conclude(view, "photograph", (path,), clause, body, Basis(spans, grade=Grade.UNVERIFIED, seen=True))


ANALYSIS = Analysis("photograph", "Where a photograph comes from", ("photograph",), analyse)
