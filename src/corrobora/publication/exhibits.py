"""Exhibits: a place in a document and a row of a record set, as the pack shows them, third persons blacked out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from corrobora.case import Case
from corrobora.model.document import Document, Page
from corrobora.model.findings import DocumentRef, Finding
from corrobora.model.mention import Mention
from corrobora.model.records import RecordRef
from corrobora.model.tables import MENTIONS, PAGES
from corrobora.publication import chance, rows
from corrobora.publication.drawing import EXPOSED, Drawing
from corrobora.publication.pictures import PICTURED
from corrobora.publication.redaction import Veil, bare, black, hidden_boxes
from corrobora.publication.rereading import Again

_AROUND = 400


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A place in a document: a picture with a box, or the text with the quote marked.

    Attributes:
        quote: literal, but for what is blacked out.
        hidden: how many places of the page are blacked out.
        picture: file name, or "".
        withheld: why there is no picture of a page that could be drawn, or "".
    """

    reference: DocumentRef
    source_name: str
    quote: str
    picture: str
    text: Markup
    hidden: int
    withheld: str = ""


@dataclass(frozen=True, slots=True)
class RecordExhibit:
    """A row; `agrees` are the properties that matched; `chance` and `false` say how likely it is nobody's."""

    reference: RecordRef
    source_name: str
    values: rows.Row
    agrees: frozenset[str]
    chance: str = ""
    false: str = ""


@dataclass(slots=True)
class Cabinet:
    """Everything that exhibits are made of, read once.

    Attributes:
        boxes: (document, page) -> what is blacked out there, or None where no picture may be shown.
    """

    case: Case
    veil: Veil
    drawing: Drawing
    documents: dict[str, Document]
    pages: dict[tuple[str, int], Page]
    mentions: dict[tuple[str, int], list[Mention]]
    rows: dict[tuple[str, int], rows.Row]
    _places: dict[tuple[str, int], list[tuple[int, int]]] = field(default_factory=dict)

    def page(self, ref: DocumentRef) -> Exhibit:
        """The exhibit of a place in a document."""
        place = (ref.document, ref.page)
        page = self.pages.get(place) or Page(ref.page, ref.quote, document=ref.document)
        spans = self._spans(page)
        picture, withheld = self._picture(ref, page, spans)
        masked = _masked(page.text, spans)
        at = page.text.find(ref.quote)
        quote = masked[at : at + len(ref.quote)] if at >= 0 else self.veil.text(ref.quote)
        text = _around(masked, at, len(ref.quote)) if at >= 0 else Markup("<mark>{}</mark>").format(visible(quote))
        name = self.case.source_of("leak", ref.document).name
        return Exhibit(ref, name, visible(quote), picture, text, len(spans), withheld)

    def row(self, ref: RecordRef, finding: Finding) -> RecordExhibit:
        """The exhibit of a row."""
        asserted = self.veil.asserts(finding)
        values = tuple(
            (name, visible(self.veil.value(name, value, asserted=asserted)))
            for name, value in self.rows.get((ref.dataset, ref.row), ref.fields)
        )
        likely = chance.in_words(ref.expected_by_chance) if ref.expected_by_chance is not None else ""
        false = chance.false_share(ref.q) if ref.q is not None else ""
        name = self.case.source_of("records", ref.dataset).name
        return RecordExhibit(ref, name, values, frozenset(name for name, _ in ref.fields), likely, false)

    def _spans(self, page: Page) -> list[tuple[int, int]]:
        place = (page.document, page.page)
        if place not in self._places:
            smudged = page.ocr_confidence is not None
            self._places[place] = self.veil.spans(page.text, self.mentions.get(place, ()), smudged=smudged)
        return self._places[place]

    def _picture(self, ref: DocumentRef, page: Page, spans: list[tuple[int, int]]) -> tuple[str, str]:
        document = self.documents.get(ref.document)
        if document is None or not document.media_type.startswith(PICTURED):
            return "", ""
        if any("<<" in page.text[start:end] for start, end in spans) or (document.type == "passport" and spans):
            return "", "the picture is withheld: it is a passport of a person who is no subject of the findings"
        boxes = hidden_boxes(page, spans)
        if boxes is None:
            return "", "the picture is withheld: what must be blacked out cannot be placed on it"
        secrets = {bare(page.text[start:end]) for start, end in spans} | self.veil.secrets
        # on a scan the text itself may be wrong: the whole page is read again
        again = Again(tuple(sorted(secrets)), whole=page.ocr_confidence is not None)
        name = self.drawing.picture(document, ref.page, boxes, Again() if self.veil.open else again)
        if name == EXPOSED:
            return "", "the picture is withheld: read again after blacking out, it still showed something"
        return name, ""


def cabinet(case: Case, veil: Veil, drawing: Drawing, findings: Iterable[Finding]) -> Cabinet:
    """Reads everything that the findings cite."""
    told = list(findings)
    cited = {ref.document for finding in told for ref in finding.pages}
    mentions: dict[tuple[str, int], list[Mention]] = {}
    for mention in case.read(MENTIONS, cited):
        mentions.setdefault((mention.document, mention.page), []).append(mention)
    return Cabinet(
        case,
        veil,
        drawing,
        {d.path: d for d in case.documents()},
        {(p.document, p.page): p for p in case.read(PAGES, cited)},
        mentions,
        rows.cited(case, [ref for finding in told for ref in finding.rows]),
    )


def visible(untrusted: str) -> str:
    """The text without characters that reorder or hide what follows them."""
    return "".join(c for c in untrusted if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + black(text[start:end]) + text[end:]
    return text


def _around(masked: str, at: int, length: int) -> Markup:
    """The text around the quote, the quote marked; everything escaped."""
    before, quote = masked[max(0, at - _AROUND) : at], masked[at : at + length]
    after = masked[at + length : at + length + _AROUND]
    return escape(visible(before)) + Markup("<mark>{}</mark>").format(visible(quote)) + escape(visible(after))
