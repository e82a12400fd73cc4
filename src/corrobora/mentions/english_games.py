"""Clubs named by their city in English reports of games, and firms by the noun beside their name.

A town in a table of results is a club there. Only forms that check themselves are taken for such a table: games played
are the sum of won, drawn and lost; the quota is won over played; a line holds two names, each with its score.
"""

from __future__ import annotations

import re

from corrobora.mentions.slavic_words import Span

# Countries, and those that send teams of their own; compiled by hand.
_COUNTRIES = frozenset(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bermuda bhutan bolivia bosnia botswana brazil brunei bulgaria
    burundi burma cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti
    dominica ecuador egypt england eritrea estonia ethiopia fiji finland france gabon gambia georgia germany ghana
    greece greenland grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq
    ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho
    liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta
    mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal
    netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland
    portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia
    somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga
    tunisia turkey turkmenistan uganda ukraine uruguay usa uzbekistan vanuatu venezuela vietnam wales yemen
    yugoslavia zaire zambia zimbabwe britain holland u.s u.s.a u.k uk uae czechoslovakia
    """.split()  # noqa: SIM905  (a list of two hundred lines says no more)
) | {
    "burkina faso", "cape verde", "costa rica", "czech republic", "el salvador", "faroe islands", "great britain",
    "hong kong", "ivory coast", "new zealand", "north korea", "northern ireland", "papua new guinea", "puerto rico",
    "san marino", "saudi arabia", "sierra leone", "solomon islands", "south africa", "south korea", "soviet union",
    "sri lanka", "trinidad and tobago", "united arab emirates", "united kingdom", "united states", "west indies",
    "korea", "dominican republic", "bosnia and herzegovina", "new caledonia", "cayman islands", "republic of ireland",
}  # fmt: skip

# Possessive, so that a line is tried in one way only.
_NAME = (
    r"[A-Z][A-Za-z'’&.-]*+(?:[ ](?:'s[ ])?(?:of[ ](?:the[ ])?)?[A-Z][A-Za-z'’.-]*+){0,3}"
    r"(?:[ ]?\([ ]?[A-Z]{1,3}[ ]?\))?"
)
_NUMBER = r"(?:\d+|\.\d{3}|\d*\s?\d/\d|-)"
_ROW = re.compile(
    rf"^[ \t]*(?:\d{{1,2}}\.?\s)?(?P<n>{_NAME})[ \t]+(?P<f>{_NUMBER}(?:[ \t]+{_NUMBER}){{3,9}})[ \t]*$", re.MULTILINE
)
_SCORE = r"\d{1,3}(?:-\d{1,2})?(?:\s(?:and|for)\s\d{1,3}(?:-\d{1,2})?)?(?:\spoints)?"
_PAIR = re.compile(
    rf"^[ \t]*(?P<a>{_NAME})\s(?P<s>{_SCORE})\s(?P<b>{_NAME})\s(?P<t>{_SCORE})[ \t]*(?P<r>\([^()\n]*\))?[ \t.]*$",
    re.MULTILINE,
)
_CRICKET = re.compile(
    rf"^[ \t]*(?P<a>{_NAME})\s(?:{_SCORE}),?\s?,\s(?P<b>{_NAME})\s(?:{_SCORE})[ \t.]*$", re.MULTILINE
)
_VERSUS = re.compile(rf"(?:^|[:,;]\s)(?P<a>{_NAME})\sv(?:s\.?)?\s(?P<b>{_NAME})(?=\s?(?:[,;.]|\(|$))", re.MULTILINE)
_AT = re.compile(
    r"^[ \t]*(?P<a>[A-Z][A-Z'’.]+(?:\s[A-Z'’.]+){0,2})\sAT\s(?P<b>[A-Z][A-Z'’.]+(?:\s[A-Z'’.]+){0,2})[ \t]*$",
    re.MULTILINE,
)
_BEAT = re.compile(
    rf"(?P<a>{_NAME})\s(?:beat|defeated|thrashed|routed|edged|trounced|outplayed|crushed)\s(?:visiting\s)?(?P<b>{_NAME})"
)
_PLAYERS = (
    r"(?:striker|midfielder|goalkeeper|defender|skipper|winger|forward|batsman|bowler|all-rounder|pitcher|quarterback|"
    r"outfielder|infielder|shortstop|fullback|scrum-half|fly-half|centre-half|catcher|fans|supporters|coach)"
)
_PLAYER_OF = re.compile(rf"(?P<a>{_NAME})\s(?:(?:left-handed|right-handed|international|former|rookie)\s)?{_PLAYERS}\b")
_JOINED = re.compile(
    rf"\b(?:played\s(?:for|with)|transferred\sto|signed\s(?:for|from)|pitched\sfor|batting\sfor|bowling\sfor|"
    rf"(?:a\s)?(?:draw|match|game|win|victory|defeat|loss|innings)\s(?:against|over|by|at\sthe\shands\sof)|"
    rf"(?:won|lost|drew)\s\d+-\d+\s(?:against|to|at|with))\s(?:the\s)?(?P<a>{_NAME})"
)
# A firm by the noun behind or before its name, whatever a model takes the name for.
_FIRM_AFTER = re.compile(
    r"\s(?:CEO|CFO|chief\sexecutive|(?:common\s)?stock|shareholders|executives|analysts?|subsidiary|newspaper|magazine|"
    r"airline|plc|jetliner|freighter|dealers|brokers)\b"
)
_FIRM_BEFORE = re.compile(
    r"\b(?:newspaper|daily|weekly|magazine|publisher|distributor|brokerage|carmaker|airline|broadcaster|retailer|"
    r"conglomerate|start-up|[a-z]+\sfirm|[a-z]+\scompany|[a-z]+\sgroup|news\sagency)\s$"
)
_DESK = re.compile(r"(?<![\w-])(?:[A-Z][a-z]+\s){1,3}(?:Newsroom|Newsdesk|Editorial|Bureau)(?![\w-])")
_BODY = re.compile(
    r"(?<![\w-])(?:[A-Z][a-z]+\s)*(?:Party|Council|Committee|Movement|Front|League|Union|Association|Federation|"
    r"Organisation|Organization|Commission|Ministry|Institute|Bureau|Authority|Agency|Academy|Chamber)\s(?:of|for)\s(?:the\s)?"
    r"[A-Z][a-z]+(?:\s(?:and\s)?[A-Z][a-z]+){0,3}"
)
_ROSTER_OF_INITIALS = re.compile(r"(?:^|\s)[A-Z]\.(?:\s|$)")


def teams(text: str, told: list[Span]) -> list[Span]:
    """Clubs in tables, scores and fixtures; countries stay what they are.

    Args:
        text: English, as written.
        told: what the model says, for scores that check nothing themselves.
    """
    found = [Span(m.start("n"), m.end("n"), "ORG") for m in _ROW.finditer(text) if _adds_up(m["f"].split())]
    for match in _PAIR.finditer(text):
        pair = _both(match)
        if "-" in match["s"] or match["r"] or any(_is_told(pair_one, told) for pair_one in pair):
            found += pair
    found += [span for m in _CRICKET.finditer(text) for span in _both(m)]
    # Who is named second is at home: read as the place.
    found += [Span(m.start("a"), m.end("a"), "ORG") for m in _AT.finditer(text)]
    for match in _VERSUS.finditer(text):
        found += [span for span in _both(match) if not _is_told(span, told, "PER")]
    for match in _BEAT.finditer(text):
        found += [span for span in _both(match) if _is_told(span, told, "LOC")]
    for pattern in (_PLAYER_OF, _JOINED):
        for match in pattern.finditer(text):
            span = Span(match.start("a"), match.end("a"), "ORG")
            if _is_told(span, told, "LOC") and not any(_covers_less(s, span) for s in told):
                found.append(span)
    return [span for span in found if _is_club(text[span.start : span.end])]


def firms(text: str, told: list[Span]) -> list[Span]:
    """Names that a noun beside them makes a firm's, news desks, and bodies by their first word."""
    found = [Span(m.start(), m.end(), "ORG") for pattern in (_DESK, _BODY) for m in pattern.finditer(text)]
    for span in told:
        written = text[span.start : span.end]
        if span.type != "PER" or " " in written or not written[:1].isupper() or is_country(written):
            continue
        if _FIRM_AFTER.match(text, span.end) or _FIRM_BEFORE.search(text[max(0, span.start - 24) : span.start]):
            found.append(Span(span.start, span.end, "ORG"))
    return found


def is_country(written: str) -> bool:
    """Whether these words are the English name of a country."""
    return " ".join(written.split()).casefold().strip(".").removeprefix("the ") in _COUNTRIES


def _both(match: re.Match[str]) -> list[Span]:
    return [Span(match.start(group), match.end(group), "ORG") for group in ("a", "b")]


def _is_told(span: Span, told: list[Span], kind: str = "") -> bool:
    return any(s.start < span.end and span.start < s.end and s.type.startswith(kind) for s in told)


def _covers_less(one: Span, span: Span) -> bool:
    """Whether a name of another kind than a place takes part of a span."""
    return one.type != "LOC" and one.start < span.end and span.start < one.end


def _is_club(written: str) -> bool:
    return not is_country(written) and _ROSTER_OF_INITIALS.search(written) is None


def _adds_up(figures: list[str]) -> bool:
    """Whether the figures of a row are those of a table of results."""
    whole = [int(f) if f.isdigit() else None for f in figures]
    a, b, c, d = whole[:4]
    if a is not None and b is not None and c is not None and d is not None and len(figures) >= 6:
        return a > 0 and a == b + c + d
    quota = next((n for n, f in enumerate(figures) if f.startswith(".")), None)
    if quota is None or quota < 2:
        return False
    won, lost = whole[0], whole[quota - 1]
    if won is None or lost is None or won + lost == 0:
        return False
    return abs(won / (won + lost) - float(figures[quota])) < 0.02
