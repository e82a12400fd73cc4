"""Indicators in files: signatures that do not fit, programs that change pages, posts and annexes out of place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.evidence import first_line, words_on
from corrobora.analysis.moves import matches_by_person
from corrobora.analysis.releases import younger_font, younger_program
from corrobora.analysis.seal import Seal, SealOutcome
from corrobora.analysis.suspicions import Suspicion, is_recognised
from corrobora.analysis.view import CaseView
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import Span
from corrobora.model.records import RecordKind

NEIGHBOURS = 3
"""Messages of one domain whose signature is sound: enough for a broken one beside them to stand out."""
RARE = 100
"""One file in so many may be singled out for the program that made it."""
EARLY_DAYS = 31
ALIKE_BITS, COMPARED = 4, 2000
"""Bits of 256 in which two prints of one picture may differ, and pictures up to which they are compared so."""
MOST_STAMPED = 3
LOW = 0.4
"""How far down the page a stamp or signature stands, at least; pictures above are of letterheads."""
EDITORS = re.compile(
    r"photoshop|illustrator|\bgimp\b|inkscape|coreldraw|pdf[\s-]?editor|pdf-xchange\s+editor|phantom\s?pdf|sejda|smallpdf|"
    r"pdfelement|infix\s+pdf|ilovepdf",
    re.IGNORECASE,
)
ANNEX = re.compile(
    r"(?P<line>^[ \t]*)?(?P<word>приложени[еяюи]м?|додат(?:ок|ка|ку)|annex|appendix|附件|附录)"
    r"\s*(?:№|no\.?|n)?\s*(?P<n>\d{1,2})\b",
    re.IGNORECASE | re.MULTILINE,
)


def broken_seals(view: CaseView) -> Iterator[Suspicion]:
    """Files whose signature does not fit; of mail only where its neighbours of the same domain fit."""
    sound = Counter(
        (view.source_of_document(document).path, seal.signer)
        for document, seals in view.seals.items() for seal in seals if seal.method == "DKIM" and _is_sound(seal)
    )  # fmt: skip
    for document, seals in sorted(view.seals.items()):
        head = first_line(view, document)
        for seal in seals if head is not None else ():
            beside = sound[view.source_of_document(document).path, seal.signer]
            if seal.outcome is not SealOutcome.BROKEN or (seal.method == "DKIM" and beside < NEIGHBOURS):
                continue
            detail = f"its {seal.method} in the name of {seal.signer or 'somebody'} does not fit: {seal.detail}"
            innocent = "the file was repaired or converted" if seal.method != "DKIM" else "the mail was exported anew"
            yield Suspicion(document, "broken_signature", detail, innocent, (head,) if head is not None else ())


def _is_sound(seal: Seal) -> bool:
    return seal.outcome is SealOutcome.HOLDS or (seal.outcome is SealOutcome.UNCHECKED and "as signed" in seal.detail)


def changed_after_signing(view: CaseView) -> Iterator[Suspicion]:
    """Files that were made, or had something saved onto them, after the time that their signature bears."""
    for document, seals in sorted(view.seals.items()):
        made, head = (view.metadata.get(document, {}).get("created") or "")[:10], first_line(view, document)
        for seal in seals if head is not None else ():
            signed = (seal.signed_at or "")[:10]
            spans = (head,) if head is not None else ()
            if seal.changed_after and document not in view.revisions:
                detail = f"something was saved onto it after it was signed{f' on {signed}' if signed else ''}"
                innocent = "a programme saved a note or its own settings with it"
                yield Suspicion(document, "incremental_update", detail, innocent, spans)
            elif seal.method != "DKIM" and is_day(made) and (days_between(signed, made) or 0) > 1:
                detail = f"its file says that it was made on {made}, its signature that it was signed on {signed}"
                innocent = "the clock of one of the two machines was wrong"
                yield Suspicion(document, "metadata_conflict", detail, innocent, spans)


def made_by_editors(view: CaseView) -> Iterator[Suspicion]:
    """The one file in a hundred that a program for changing pictures or pages made."""
    found = {
        document: program for document, values in sorted(view.metadata.items())
        if view.documents.get(document) is not None and view.documents[document].media_type == "application/pdf"
        and (program := EDITORS.search(f"{values.get('producer', '')} {values.get('creator', '')}")) is not None
    }  # fmt: skip
    if len(found) > max(1, len(view.documents) // RARE):
        return
    for document, program in found.items():
        head = first_line(view, document)
        if head is not None and len(view.documents) >= RARE // 2:
            detail = f"its file was saved by a program for changing pages ({program[0]}), as hardly another here was"
            yield Suspicion(
                document, "edited_file", detail, "pages were joined, turned or made smaller with it", (head,)
            )


def younger_than_told(view: CaseView) -> Iterator[Suspicion]:
    """PDFs written by a program, or in a font, that did not exist yet on the day on which their file says it was made.

    Only the file's own days count: a paper of 1999 may be typed anew. One that says it was changed later is left out.
    """
    for document, values in sorted(view.metadata.items()):
        known, made = view.documents.get(document), (values.get("created") or "")[:10]
        changed = (values.get("modified") or "")[:10]
        if known is None or known.media_type != "application/pdf" or not is_day(made) or changed > made:
            continue
        program = younger_program(values.get("producer", ""), made)
        font = younger_font(view.fonts.get(document, ()), made)
        head = first_line(view, document)
        for what, found in (("written by", program), ("set in", font)):
            if found is not None and head is not None:
                detail = f"its file says it was made on {made} and is {what} {found[0]}, which appeared on {found[1]}"
                innocent = "the clock of the machine was wrong, or a programme kept the day of an older file"
                yield Suspicion(document, "anachronism", detail, innocent, (head,))


def early_posts(view: CaseView) -> Iterator[Suspicion]:
    """Papers that name somebody in a post before the list of staff has that person enter it."""
    known = matches_by_person(view)
    rows = view.rows.at(RecordKind.ENROLMENT, [(m.record.dataset, m.record.row) for ms in known.values() for m in ms])
    for person in view.persons:
        for match in known.get(person.id, []):
            row = rows.get((match.record.dataset, match.record.row))
            title, since = (_plain(row.get("title")), row.get("date")) if row is not None else ("", None)
            for post in person.positions if title and is_day(since) else ():
                if _plain(post.title) != title or not _is_same_office(post.organization, row.get("organization")):  # type: ignore[union-attr]
                    continue
                for span in person.spans:
                    dated = view.dated(span.document)
                    early = days_between(dated or "", since or "") or 0
                    at = words_on(view, span.document, post.title or "")
                    if dated in post.attested and early > EARLY_DAYS and at is not None and row is not None:
                        detail = (
                            f"it names {person.label} as {post.title} on {dated}; a list gives {since} for that post"
                        )
                        innocent = (
                            "the post was held for the time being, or the list gives the date of a later contract"
                        )
                        ref = row.ref("name", "title", "organization", "date")
                        yield Suspicion(span.document, "anachronism", detail, innocent, (at, span), (), (ref,))


def _is_same_office(paper: str | None, row: str | None) -> bool:
    return not paper or not row or _plain(paper) == _plain(row)


def _plain(text: str | None) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", text or "").casefold().replace("ё", "е")).strip()


def missing_annexes(view: CaseView) -> Iterator[Suspicion]:
    """Papers that hold some of their numbered annexes and leave out one between them, which is nowhere else."""
    heads: dict[str, set[int]] = {}
    named: dict[str, dict[int, Span]] = {}
    for document, pages in view.page_numbers.items():
        if is_recognised(view, document):
            continue
        for page in pages:
            for found in ANNEX.finditer(view.pages[document, page].text):
                number = int(found["n"])
                if found["line"] is not None:
                    heads.setdefault(document, set()).add(number)
                at = Span(
                    document, page, found.start("word"), found.end(), found[0][found.start("word") - found.start() :]
                )
                named.setdefault(document, {}).setdefault(number, at)
    apart = {number for document, numbers in heads.items() for number in numbers if min(numbers) == number > 1}
    for document, numbers in sorted(heads.items()):
        lost = [n for n in range(1, max(numbers)) if n not in numbers and n in named[document] and n not in apart]
        if 1 in numbers and lost:
            spans = (*(named[document][n] for n in lost[:2]), named[document][max(numbers)])
            detail = f"annex {', '.join(map(str, lost))} is named and not there, though annexes before and after it are"
            yield Suspicion(document, "missing_attachment", detail, "the annex was agreed later or kept apart", spans)


@dataclass(frozen=True, slots=True)
class _Picture:
    """A small picture low on a page: where a stamp or signature stands."""

    document: str
    page: int
    digest: int


def same_stamps(view: CaseView) -> Iterator[Suspicion]:
    """The same picture of a stamp or signature under papers of two different senders."""
    seen: dict[int, dict[str, _Picture]] = {}
    for document, values in sorted(view.metadata.items()):
        for picture in _low_pictures(document, values.get("pictures", "")):
            digest = picture.digest
            if digest not in seen and len(seen) <= COMPARED:
                digest = next((known for known in seen if (known ^ digest).bit_count() <= ALIKE_BITS), digest)
            seen.setdefault(digest, {}).setdefault(document, picture)
    for papers in seen.values():
        # one that many papers bear is the picture of a form
        if not 2 <= len(papers) <= MOST_STAMPED:
            continue
        senders = {document: _sender(view, document) for document in papers}
        known = {key: document for document, key in senders.items() if key is not None}
        if len(known) == 2 and None not in senders.values():
            first, second = sorted(known.values())
            heads = [head for document in (first, second) if (head := first_line(view, document)) is not None]
            detail = f"it bears the same picture of a stamp or signature as {second.rsplit('/', maxsplit=1)[-1]}"
            detail += ", a paper of another sender"
            innocent = "both were issued by one office, or a picture of a form, a badge or a sign of approval is shared"
            yield Suspicion(first, "reused_picture", detail, innocent, tuple(heads), (first, second))


def _low_pictures(document: str, written: str) -> Iterator[_Picture]:
    for line in written.splitlines():
        parts = line.split()
        if len(parts) == 6 and float(parts[2]) >= LOW:
            yield _Picture(document, int(parts[0]), int(parts[5], 16))


def _sender(view: CaseView, document: str) -> str | None:
    letter = view.letters.get(document)
    if letter is None or not letter.sender or not view.parties.known(letter.sender):
        return None
    party = view.parties.find(letter.sender)
    return party.key if party is not None else None
