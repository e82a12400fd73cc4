"""Rules over the English model: rosters and enumerations, people by what is said of them, places by preposition."""

from __future__ import annotations

import re
from collections import Counter

from corrobora.mentions.slavic_words import Span

# Possessive, so that no word is tried in more than one way.
_WORD = r"(?>[A-ZÀ-Ž](?:[A-ZÀ-Ža-zà-ÿ'’-]*[a-zà-ÿ]|\.))"
_PARTICLE = r"(?:(?:de|da|di|du|del|van|von|der|den|bin|ibn|al|el|la|le|dos|De|Van|Von|El|Al|La|Le)[ -])"
_FULL = rf"{_WORD}(?:[ ]{_PARTICLE}{{0,2}}{_WORD}){{1,3}}"
# "4. Geir Solberg (Norway) 20.41", "16 - Luc Marchand (Belgium)": a person with the country in brackets.
_WITH_COUNTRY = re.compile(rf"(?<![\w-])(?P<n>{_FULL}) ?\( ?(?P<c>[A-Z][A-Za-z. ]{{1,24}}?) ?\)")
# Items of an enumeration: "2 - Bertrand Colin ,", "3) Dirk Maas;", "(b) Pascal Aubert".
_ITEM = re.compile(
    rf"(?:(?<![\w.])(?:\d{{1,3}}|\(?[a-h])[ ]?[.)–—-]+[ ]|[•▪*][ ]|(?<=[,;])[ ])(?P<n>{_FULL})"
    rf"(?=[ ]?(?:[,;.(/]|\n|$|\d| and ))"
)
_AGED = re.compile(rf"(?<![\w-])(?P<n>(?:{_WORD} ){{0,2}}{_WORD})(?= ?, (?:aged )?\d\d ?,)")
_WHO = re.compile(rf"(?<![\w-])(?P<n>(?:{_WORD} ){{0,2}}{_WORD})(?= ?, (?:who|whose|whom) )")
_OF_RANK = re.compile(
    rf"\b(?:Queen|King|Prince|Princess|Pope|Cardinal|Archbishop|Bishop|Father|Sister|Rabbi|Imam|Sheikh|Emir|Sultan|"
    rf"Senator|Congressman|Judge|Justice|Sergeant|Corporal|Commander|Admiral|Brigadier|Marshal|Lord|Lady|Dame|Baron|"
    rf"Count|Engineer|Interpreter|Detective|Inspector|Officer|Private)\s(?P<n>(?:[A-Z]\.\s?)*{_WORD}(?:\s{_WORD}){{0,2}}"
    rf"(?:\s[IVX]+\b)?)"
)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:town|city|village|port|province|region|district|suburb|island|capital|resort)\s(?:of\s)?|"
    r"(?<![\w-])(?:in|near|outside|towards?|from|around)\s)(?:the\s)?$"
)
_DATELINE = re.compile(
    r"^(?P<n>[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,2})(?=,? (?:[A-Z][a-z]+(?: [A-Z][a-z]+)? )?(?:\d{4}-\d\d-\d\d|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2})|, [A-Z][a-z]+(?: [A-Z][a-z]+)? "
    r"(?:\(|[-–—]))",
    re.MULTILINE,
)
# Lists of travellers: "Harrow/Ellen", "HARROW/ELLEN MRS", "Harrow, Ellen" alone in a line.
_SLASHED = re.compile(r"(?<![\w/.-])(?P<n>[A-Z][a-z]{2,}/[A-Z][a-z]{2,})(?![\w/])")
_TICKET = re.compile(r"(?<![\w/])(?P<n>[A-Z]{2,}/[A-Z]{2,}(?:\s[A-Z]{2,})?)(?=\s?(?i:MR|MRS|MS|MISS|MSTR|DR)\b)")
_SURNAME_FIRST = re.compile(
    r"^[ \t]*(?:\d{1,3}[.)]\s)?(?P<n>[A-Z][a-z'’-]+[a-z], [A-Z][a-z]+(?: [A-Z][a-z]*\.?)?)[ \t]*$", re.MULTILINE
)
# Words that make a name in capitals an institution or a thing, whatever stands around it.
_NO_PERSON = frozenset(
    [
        "Airlines", "Airways", "Army", "Association", "Authority", "Bank", "Board", "Bureau", "Capital", "Center",
        "Centre", "Church", "City", "Club", "College", "Commission", "Committee", "Company", "Conference", "Congress",
        "Corp", "Council", "Court", "County", "Department", "Division", "Exchange", "Federation", "Foundation", "Fund",
        "Group", "Holding", "Holdings", "Hospital", "Industries", "Institute", "International", "League", "Ltd",
        "Ministry", "National", "Navy", "Office", "Open", "Organisation", "Organization", "Park", "Party", "Plant",
        "Press", "Republic", "School", "Services", "Society", "State", "States", "Street", "Systems", "Trust", "Union",
        "United", "University", "Works", "World", "Avenue", "Road", "Airport", "River", "Island", "Islands", "North",
        "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "The", "Annex", "Article",
        "Contract", "Invoice", "Total", "Delivery", "Payment", "January", "February", "March", "April", "June", "July",
        "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday",
        "Friday", "Saturday", "Sunday",
    ]
)  # fmt: skip
_OF_SPEECH = frozenset(
    ["He", "She", "It", "They", "We", "You", "But", "And", "In", "On", "At", "For", "A", "An", "This"]
)
_HOUSES = frozenset(["Congress", "Parliament", "Senate", "Cabinet", "Court", "Council", "God", "Christ", "English"])


def people_by_structure(text: str, told: list[Span]) -> list[Span]:
    """People that a roster, an enumeration or a phrase around the name shows.

    Args:
        text: English, capitals already re-cased.
        told: what the model says; an enumeration is one of people when the model says so of most it knows in it.
    """
    places = {text[s.start : s.end] for s in told if s.type == "LOC"}
    found = [
        Span(m.start("n"), m.end("n"), "PER")
        for m in _WITH_COUNTRY.finditer(text)
        if _may_be_person(m["n"]) and (m["c"] in places or _is_code(m["c"]))
    ]
    found += [
        Span(m.start("n"), m.end("n"), "PER")
        for pattern in (_AGED, _WHO, _OF_RANK)
        for m in pattern.finditer(text)
        if _may_be_person(m["n"])
    ]
    found += [
        Span(m.start("n"), m.end("n"), "PER")
        for pattern in (_SLASHED, _SURNAME_FIRST)
        for m in pattern.finditer(text)
        if any(s.type == "PER" and s.start < m.end("n") and m.start("n") < s.end for s in told)
    ]
    found += [Span(m.start("n"), m.end("n"), "PER") for m in _TICKET.finditer(text)]
    return found + _enumerated(text, told)


def _is_code(written: str) -> bool:
    return written.replace(".", "").isupper() and 2 <= len(written.replace(".", "")) <= 3


def _may_be_person(written: str) -> bool:
    words = written.split()
    return not any(word in _NO_PERSON for word in words) and words[0] not in _OF_SPEECH


def _enumerated(text: str, told: list[Span]) -> list[Span]:
    """Items of a line that are people because the model takes most of the other items for people."""
    found: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        items = [Span(at + m.start("n"), at + m.end("n"), "PER") for m in _ITEM.finditer(line)]
        if len(items) > 2:
            kinds = Counter(s.type for s in told for item in items if s.start < item.end and item.start < s.end)
            if kinds["PER"] >= 2 and kinds["PER"] > 2 * (kinds["ORG"] + kinds["LOC"]):
                found += [item for item in items if _may_be_person(text[item.start : item.end])]
        at += len(line)
    return found


def places_by_structure(text: str, told: list[Span]) -> list[Span]:
    """Places at the head of a despatch, and single words after "in", "near" or "town of" that the model misread."""
    found = [Span(m.start("n"), m.end("n"), "LOC") for m in _DATELINE.finditer(text)]
    for span in told:
        written = text[span.start : span.end]
        if span.type == "LOC" or not re.fullmatch(r"[A-ZÀ-Ž][a-zà-ÿ'’]{3,}(?:-[A-ZÀ-Ž]?[a-zà-ÿ]+)*", written):
            continue
        if written not in _HOUSES and _PLACE_BEFORE.search(text[max(0, span.start - 20) : span.start]):
            found.append(Span(span.start, span.end, "LOC"))
    return found


_GREETING = re.compile(r"(?:Dear|Hi|Hello|Attn|Attention|Cc|From|To|By|Signed)[\s.:,]+", re.IGNORECASE)
_POST = re.compile(
    r"[\s,]+(?:Managing|General|Executive|Deputy|Chief|Senior|Vice|Director|Manager|Engineer|President|Chairman|Officer|"
    r"Secretary|Counsel|Adviser|Advisor|Head|Representative|Interpreter|Colonel|Major|Captain)$"
)
_COUNTRY = re.compile(r"(?:P\.\s?R\.|R\.\s?O\.|Republic|D\.\s?P\.\s?R\.)(?:\s+of)?\s+[A-Z]\w+")
_PATRONYMIC = re.compile(r"\S+ \S+(?:vich|vych|ovna|evna|ivna|yevna|ichna)$")
_SURNAME_BEFORE = re.compile(r"(?<![\w-])(?P<n>[A-Z][a-z'’]+(?:-[A-Z][a-z'’]+)?) $")


def whole_person(text: str, span: Span) -> Span | None:
    """A person without greeting, post or the next line at the ends, with the surname in front of a patronymic.

    Returns:
        None where the words name a country or nothing is left.

    Example:
        >>> text = "Petrosyan Karen Gagikovich holds 80 %"
        >>> found = whole_person(text, Span(10, 26, "PER"))
        >>> text[found.start : found.end]
        'Petrosyan Karen Gagikovich'
    """
    start, end = span.start, span.end
    line_end = text.find("\n", start, end)
    if line_end >= 0 and (len(text[start:line_end].split()) >= 2 or text[end : end + 1] == ":"):
        end = line_end
    while greeting := _GREETING.match(text, start, end):
        start = greeting.end()
    # "John Major" is no major
    while (post := _POST.search(text[start:end])) and len(text[start : start + post.start()].split()) >= 2:
        end = start + post.start()
    written = text[start:end]
    if not written.strip() or _COUNTRY.fullmatch(written):
        return None
    before = _SURNAME_BEFORE.search(text[:start][-40:])
    if before is not None and _PATRONYMIC.fullmatch(" ".join(written.split())) and len(written.split()) == 2:
        start -= len(before["n"]) + 1
    return Span(start, end, span.type)
