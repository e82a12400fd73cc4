"""Indicators that a paper may not be what it seems: each with what was seen and how it may be innocent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from corrobora.analysis.arithmetic import check_lines, check_payments, check_total
from corrobora.analysis.evidence import first_line, words_on
from corrobora.analysis.likeness import changes_between, matters
from corrobora.analysis.numbering import PARTS, Gap, gaps_in
from corrobora.analysis.terms import number_key
from corrobora.analysis.view import CaseView
from corrobora.model.dates import days_between, is_day
from corrobora.model.facts import ContractFact, LetterFact, Span, TradeFact
from corrobora.model.records import RecordRef

LATE_DAYS = 60
"""Days between a paper's date and the making of its file that need explaining."""
LISTED = 3
"""Numbers of letters that a paper lists to be a register of mail."""
PAGE_NUMBERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?:стр(?:аница|\.)?|лист|с\.|page|p\.|pg\.?|сторінка|арк(?:уш|\.)?)\s*(?P<n>\d+)\s*(?:из|з|із|of|от|/)\s*(?P<total>\d+)",
        r"第\s*(?P<n>\d+)\s*页\s*[,，/]?\s*共\s*(?P<total>\d+)\s*页",
        r"共\s*(?P<total>\d+)\s*页\s*[,，/]?\s*第\s*(?P<n>\d+)\s*页",
        r"^[-–—\s]*(?P<n>\d{1,3})\s*(?:/|из|of|з)\s*(?P<total>\d{1,3})[-–—\s]*$",
    )
)
ANNOUNCING = re.compile(
    r"(?:во|в)\s+вложени[ии]|прилагаю\b|прикладываю\b|у\s+вкладенні|надсилаю\s+у\s+вкладенні|"
    r"please\s+find\s+(?:the\s+)?(?:attached|enclosed)|\bsee\s+(?:the\s+)?attached|\battached\s+(?:is|are|please)\b|"
    r"请查收附件|见附件|请见附件|随信附上",
    re.IGNORECASE,
)
DRAFTS = frozenset({"contract", "draft_contract"})
FILE_NAME = re.compile(r"[\w\-. ()№]+\.[A-Za-z]{2,4}\b")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One indicator in one paper.

    Attributes:
        documents: all papers it concerns, the first is the one in question.
        innocent: how it may be explained.
    """

    document: str
    indicator: str
    detail: str
    innocent: str
    spans: tuple[Span, ...] = ()
    documents: tuple[str, ...] = ()
    rows: tuple[RecordRef, ...] = ()


def is_recognised(view: CaseView, document: str) -> bool:
    """Whether any page of a paper was read from its picture: figures may then be misread."""
    return any(
        view.pages[document, number].ocr_confidence is not None for number in view.page_numbers.get(document, ())
    )


def wrong_sums(view: CaseView) -> Iterator[Suspicion]:
    """Papers whose lines do not add up to their total."""
    facts: list[ContractFact | TradeFact] = [*view.facts_of(ContractFact), *view.facts_of(TradeFact)]
    for fact in facts:
        # a misread figure is no wrong sum, nor are figures of two revisions that stand one over the other
        document = fact.spans[0].document if fact.spans else ""
        if not document or is_recognised(view, document) or document in view.revisions:
            continue
        if isinstance(fact, ContractFact):
            checks = [*check_total(fact.items, fact.total), *check_lines(fact.items)]
            checks += check_payments(fact.payments, fact.total)
            spans = [item.span for item in fact.items]
        else:
            checks = [*check_total(fact.lines, fact.total), *check_lines(fact.lines)]
            spans = [line.span for line in fact.lines]
        for check in checks:
            if not check.ok:
                detail = f"{check.check}: {check.stated} is stated, the figures come to {check.computed}"
                innocent = "a slip of the pen, a discount or a line that is not shown"
                yield Suspicion(document, "sum_mismatch", detail, innocent, (*fact.spans[:2], *spans[:6]))
                break


def missing_numbers(view: CaseView) -> Iterator[Suspicion]:
    """Gaps in the series of numbers of outgoing letters and of the registers of outgoing mail.

    A number is missing where letters leave it out, where letters and registers together do, or where a register leaves
    out a letter that is there.
    """
    letters: dict[str, Span] = {}
    for fact in view.facts_of(LetterFact):
        if fact.number and fact.spans:
            at = words_on(view, fact.spans[0].document, fact.number) or fact.spans[0]
            letters.setdefault(fact.number, at)
    registers = _registered(view, list(letters))
    listed = {number: span for found in registers.values() for number, span in found.items()}
    series = [{**listed, **letters}, letters, *registers.values()]
    seen: set[tuple[str, ...]] = set()
    for written in series:
        for gap in gaps_in(written):
            if gap.missing not in seen:
                seen.add(gap.missing)
                yield _gap(gap, written, letters, registers)


def _gap(
    gap: Gap, written: dict[str, Span], letters: dict[str, Span], registers: dict[str, dict[str, Span]]
) -> Suspicion:
    spans = [written[gap.after], written[gap.before]]
    detail = f"{gap.before} and {gap.after} are there, {', '.join(gap.missing)} not"
    kept = [number for number in letters if PARTS.match(number) and number.startswith(gap.missing)]
    if kept and written is not letters:
        spans.insert(0, letters[kept[0]])
        detail = f"the register goes from {gap.before} to {gap.after} and leaves out {kept[0]}, which is there"
    elif any(number.startswith(gap.missing) for found in registers.values() for number in found):
        detail += ", though the register lists it"
    innocent = "the number was cancelled, given to a paper of another kind, or its paper is not part of the leak"
    listing = [document for document, found in registers.items() if gap.before in found or gap.after in found]
    documents = (*(span.document for span in spans), *sorted(listing))
    return Suspicion(
        spans[0].document, "numbering_gap", detail, innocent, tuple(spans), tuple(dict.fromkeys(documents))
    )


def _registered(view: CaseView, known: list[str]) -> dict[str, dict[str, Span]]:
    """Registers of mail: papers that list, line by line, numbers of the same form as the letters' own."""
    forms = {re.sub(r"\d+", "#", number) for number in known if re.search(r"[^\W\d_]", number)}
    found: dict[str, dict[str, Span]] = {}
    for document, pages in view.page_numbers.items() if forms else ():
        for page in pages:
            text = view.pages[document, page].text
            for hit in re.finditer(r"[^\s|;,]+\d[^\s|;,]*", text):
                if re.sub(r"\d+", "#", hit[0]) in forms:
                    at = Span(document, page, hit.start(), hit.end(), hit[0])
                    found.setdefault(document, {}).setdefault(hit[0], at)
    return {document: listed for document, listed in found.items() if len(listed) >= LISTED}


def missing_pages(view: CaseView) -> Iterator[Suspicion]:
    """Papers whose own page numbers leave one out."""
    for document, pages in view.page_numbers.items():
        stated = {page: found for page in pages if (found := stated_page(view.pages[document, page].text)) is not None}
        totals = {total for _, total, _ in stated.values()}
        # where some pages bear no number, what is missing may be what bears none
        if len(stated) < 2 or len(totals) != 1 or len(stated) != len(pages):
            continue
        total, numbers = totals.pop(), {number for number, _, _ in stated.values()}
        missing = [number for number in range(1, total + 1) if number not in numbers]
        if missing and len(missing) < total and max(numbers) <= total:
            detail = f"page {', '.join(map(str, missing))} of {total} is missing"
            spans = []
            for page, (_, _, line) in stated.items():
                start = view.pages[document, page].text.index(line)
                spans.append(Span(document, page, start, start + len(line), line))
            innocent = "the page was left out in scanning or copying"
            yield Suspicion(document, "missing_page", detail, innocent, tuple(spans))


def stated_page(text: str) -> tuple[int, int, str] | None:
    """(number, total, line) that a page states at its head or foot, or None.

    Example:
        >>> stated_page("Report of the demonstration, page 4 of 5")[:2]
        (4, 5)
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in (*lines[:-4:-1], *lines[:2]):
        for pattern in PAGE_NUMBERS:
            found = pattern.search(line)
            if found is not None and int(found["n"]) >= 1 and int(found["total"]) <= 2000:
                return int(found["n"]), int(found["total"]), line
    return None


def missing_attachments(view: CaseView) -> Iterator[Suspicion]:
    """Mail that announces a file which is not attached and is nowhere in the leak."""
    names = {_file_key(path.rsplit("!/", maxsplit=1)[-1].rsplit("/", maxsplit=1)[-1]) for path in view.documents}
    parents = {document.parent for document in view.documents.values() if document.parent}
    for document, fact in sorted(view.letters.items()):
        if fact.type != "mail":
            continue
        files = [found[0] for announced in fact.attachments if (found := FILE_NAME.search(announced)) is not None]
        # a name with a blank in it is told in words, of which only the last shows that it is a file's
        lost = [file for file in files if not any(name.endswith(_file_key(file)) for name in names)]
        for file in lost:
            at = words_on(view, document, file.strip()) or fact.spans[0]
            extra = "; other files are attached" if document in parents else ""
            innocent = "it was forgotten, or sent in another message"
            detail = f"{file.strip()} is announced and not attached{extra}"
            yield Suspicion(document, "missing_attachment", detail, innocent, (at,))
        words = ANNOUNCING.search(_own_words(view.text_of(document)))
        if not files and document not in parents and words is not None:
            at = words_on(view, document, words[0]) or fact.spans[0]
            innocent = "it was forgotten, or the mail was saved without it"
            yield Suspicion(document, "missing_attachment", "a file is announced and none is attached", innocent, (at,))


def _own_words(text: str) -> str:
    """A message without the messages that it quotes."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith((">", "|")))


def _file_key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()


UNDATED = frozenset({"mail", "other", "registry", "list", "passport", "web_page", "photograph"})
"""Kinds of papers whose date need not be that of their making: an extract bears the day a company was founded."""


def late_files(view: CaseView) -> Iterator[Suspicion]:
    """Papers whose file was made long after the day they bear; tables are filled in and saved anew for years."""
    for document, values in sorted(view.metadata.items()):
        made, dated = (values.get("created") or "")[:10], view.dated(document)
        letter = view.letters.get(document)
        if (
            not is_day(made)
            or dated is None
            or letter is None
            or is_recognised(view, document)
            or letter.type in UNDATED
            or "sheet" in view.documents[document].media_type
        ):
            continue
        late = days_between(dated, made) or 0
        if late > LATE_DAYS:
            detail = f"the paper is dated {dated}, its file was made on {made}, {late} days later"
            innocent = "the file was saved anew, converted or scanned for the archive"
            head = words_on(view, document, letter.number or "") or first_line(view, document)
            spans = (head,) if head is not None else letter.spans[:1]
            yield Suspicion(document, "metadata_conflict", detail, innocent, spans)


def altered_duplicates(view: CaseView) -> Iterator[Suspicion]:
    """Two copies of one letter that differ in a figure or a name."""
    copies: dict[tuple[str, str], list[str]] = {}
    for document, fact in sorted(view.letters.items()):
        if fact.number and fact.written and fact.type not in DRAFTS and not is_recognised(view, document):
            copies.setdefault((number_key(fact.number), fact.written), []).append(document)
    for documents in copies.values():
        for first, second in combinations(documents, 2):
            changes = changes_between(view.text_of(first), view.text_of(second))
            found = [change for change in changes or () if matters(change)]
            if not found:
                continue
            detail = "; ".join(f"{c.second or 'nothing'} against {c.first or 'nothing'}" for c in found[:4])
            spans = [
                span
                for document, words in ((second, found[0].second), (first, found[0].first))
                if (span := _line_with(view, document, words)) is not None
            ]
            letter = view.letters[second]
            innocent = "one is an earlier or corrected version"
            yield Suspicion(
                second, "altered_duplicate", f"two copies of {letter.number} of {letter.written}: {detail}", innocent,
                tuple(spans), (second, first),
            )  # fmt: skip


def _line_with(view: CaseView, document: str, words: str) -> Span | None:
    at = words_on(view, document, words) if words else first_line(view, document)
    if at is None:
        return first_line(view, document)
    text = view.pages[document, at.page].text
    start = text.rfind("\n", 0, at.start) + 1
    end = text.find("\n", at.end)
    end = len(text) if end < 0 else end
    return Span(document, at.page, start, end, text[start:end])


def later_revisions(view: CaseView) -> Iterator[Suspicion]:
    """PDF files onto whose end changes of their pages were saved."""
    for document, number in sorted(view.revisions.items()):
        head = first_line(view, document)
        if number and head is not None:
            changed = (view.metadata.get(document, {}).get("modified") or "")[:10]
            detail = f"{number} later revision{'s' if number > 1 else ''} changed what its pages show"
            detail += f", the last saved on {changed}" if is_day(changed) else ""
            gone = (view.metadata.get(document, {}).get("replaced_text") or "").splitlines()
            detail += f"; no longer shown: {'; '.join(line[:80] for line in gone[:3])}" if gone else ""
            fonts = view.new_fonts.get(document, ())
            detail += f"; in a font not used before: {', '.join(fonts[:2])}" if fonts else ""
            innocent = "a form was filled in, a stamp or note was added, or a programme saves that way"
            yield Suspicion(document, "incremental_update", detail, innocent, (head,))


def anachronisms(view: CaseView) -> Iterator[Suspicion]:
    """Papers that name a company, with its number, before the register has it founded."""
    papers = _papers_by_number(view)
    for party in view.parties.all():
        entry = view.register.of(party)
        founded = entry.registered
        if not entry.rows or founded is None or not is_day(founded):
            continue
        for document in sorted({paper for number in entry.numbers for paper in papers.get(number, ())}):
            dated = view.dated(document)
            if dated is None or (days_between(dated, founded) or 0) <= 0:
                continue
            words = (*party.names, *entry.numbers)
            spans = [span for word in words if (span := words_on(view, document, word)) is not None]
            detail = f"it names {party.label} on {dated}; the company was registered on {founded}"
            innocent = "the number was added to a later copy, or the paper bears a wrong date"
            rows = (entry.rows[0].ref("name", "inn", "ogrn", "registered"),)
            yield Suspicion(document, "anachronism", detail, innocent, tuple(spans[:4]), (), rows)


def _papers_by_number(view: CaseView) -> dict[str, set[str]]:
    """Long numbers of the papers -> the papers that hold them."""
    papers: dict[str, set[str]] = {}
    for (document, _), page in view.pages.items():
        for number in re.findall(r"(?<![0-9A-Z])(?:\d{8,15}|[0-9A-Z]{18})(?![0-9A-Z])", page.text):
            papers.setdefault(number, set()).add(document)
    return papers
