"""Words in quotation marks must stand on the page that is cited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rapidfuzz import fuzz

from corrobora.claims.check import Check, Problem
from corrobora.claims.context import CitedPage, Held
from corrobora.claims.figures import NUMBER, value
from corrobora.model.claims import Quotation
from corrobora.model.mention import MentionType

_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«((?:[^«»]|«[^»]*»)+)»|„([^“”„]+)[“”]|「([^」]+)」|『([^』]+)』")
_GAP = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_FEWEST_WORDS, _FEWEST_HAN = 4, 6
_MUCH, _MUCH_HAN, _PART = 150, 40, 0.12
"""Letters of another script, and their share of the page, from which on the page is held to speak it as well."""
_LEAST_FIGURE = 10
_LITERAL, _RECOGNISED = 99.0, 90.0
"""How like a passage must be; on a scan letters are misread."""


def check(held: Held) -> Iterator[Problem]:
    """A quotation that no cited page holds, where it is in the language of a page."""
    if held.sought or not held.pages:
        return
    for found in _QUOTED.finditer(held.prose):
        quote = next(group for group in found.groups() if group)
        if not _is_speech(quote) or _is_name(held, found, quote):
            continue
        pages = [page for page in held.pages if _speaks(page.text, quote)]
        if not pages:
            yield from _translated(held, quote)
        elif not any(_holds(page, quote) for page in pages):
            near = max((_nearest(page, quote) for page in pages), key=lambda pair: pair[0])
            shown = near[1] if near[0] > 60 else "no such words"
            yield Problem("attribution", quote, shown, "the page cited does not hold these words as quoted")


def is_foreign(held: Held, quote: str) -> bool:
    """Whether a quotation is in a language that no cited page is in."""
    return bool(held.pages) and not any(_speaks(page.text, quote) for page in held.pages)


def quotations(held: Held) -> Iterator[str]:
    """Words in quotation marks that are somebody's speech, and no name or title."""
    for found in _QUOTED.finditer(held.prose):
        quote = next(group for group in found.groups() if group)
        if _is_speech(quote) and not _is_name(held, found, quote):
            yield quote


def kept_translations(held: Held, quote: str) -> list[Quotation]:
    """Translations on record of the papers cited, in the script of the quotation."""
    kept = [q for page in held.pages for q in held.case.translations.get(page.document, ())]
    return [q for q in kept if q.translation and _script(q.translation) == _script(quote)]


def _translated(held: Held, quote: str) -> Iterator[Problem]:
    """A translated quotation against the translations that are kept, and its numbers against the page."""
    kept = kept_translations(held, quote)
    near = max(kept, key=lambda q: fuzz.partial_ratio(_flat(quote), _flat(q.translation)), default=None)
    if near is not None and not _is_part(quote, near.translation):
        detail = f"the translation on record ({near.made_by}) reads otherwise"
        yield Problem("attribution", quote, near.translation, detail)
    known = {n for page in held.pages for n in _figures(page.text)}
    for stated in _figures(quote):
        if stated >= _LEAST_FIGURE and known and stated not in known:
            beside = str(min(known, key=lambda n: abs(n - stated)))
            yield Problem("number", str(stated), beside, "the original of this quotation has no such number")


def _is_part(quote: str, translation: str) -> bool:
    flat = _flat(translation)
    parts = (_flat(part) for part in _GAP.split(quote))
    return all(fuzz.partial_ratio(part, flat) >= _RECOGNISED for part in parts if part)


def _figures(text: str) -> set[int]:
    whole = {n for m in re.finditer(NUMBER, text, re.I) if (n := value(m["number"])) is not None}
    bare = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return whole | {int(n) for n in re.findall(r"(?<![\d.,])\d{1,12}(?![\d])", bare)}


def _speaks(page: str, quote: str) -> bool:
    """Whether a page holds enough in the script of a quotation to have it; many papers are in two languages."""
    script = _script(quote)
    if _script(page) == script:
        return True
    letters = {"Hani": r"[\u4e00-\u9fff]", "Latn": r"[A-Za-z]", "ru": r"[А-Яа-яЁё]", "uk": r"[А-Яа-яІіЇїЄєҐґ]"}[script]
    there, whole = len(re.findall(letters, page)), len(re.findall(r"[^\W\d_]", page))
    if {_script(page), script} == {"ru", "uk"}:
        return False
    return there >= (_MUCH_HAN if script == "Hani" else _MUCH) and there >= whole * _PART


def _is_speech(quote: str) -> bool:
    return len(quote.split()) >= _FEWEST_WORDS or len(re.findall(r"[\u4e00-\u9fff]", quote)) >= _FEWEST_HAN


def _is_name(held: Held, found: re.Match[str], quote: str) -> bool:
    """A firm's or a paper's title stands in quotation marks as well."""
    if any(quote in source for source in held.case.sources):
        return True
    if any(m.type in (MentionType.ORG, MentionType.DOC) and quote[:20] in m.text for m in held.mentions):
        return True
    words = [word for word in re.findall(r"[^\W\d_]+", quote) if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words) and words[0] != words[0].lower()


def _holds(page: CitedPage, quote: str) -> bool:
    flat = _flat(page.text)
    for part in _GAP.split(quote):
        bare = _flat(part)
        if bare and bare not in flat and fuzz.partial_ratio(bare, flat) < _limit(page):
            return False
    return True


def _limit(page: CitedPage) -> float:
    return _RECOGNISED if page.recognised else _LITERAL


def _nearest(page: CitedPage, quote: str) -> tuple[float, str]:
    bare, flat = _flat(quote), " ".join(page.text.split())
    spot = fuzz.partial_ratio_alignment(bare, flat.casefold())
    return (spot.score, flat[spot.dest_start : spot.dest_end]) if spot is not None else (0.0, "")


def _flat(text: str) -> str:
    """Letters and digits with single spaces: line breaks, hyphens at them and kinds of quotation marks do not count."""
    whole = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    whole = re.sub(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])", "", whole)
    return " ".join(re.sub(r"[^\w\s]", " ", whole.casefold().replace("ё", "е")).split())


def _script(text: str) -> str:
    counts = {
        "Hani": 2 * len(re.findall(r"[\u4e00-\u9fff]", text)),
        "uk": 0,
        "Cyrl": len(re.findall(r"[А-Яа-яЁёІіЇїЄєҐґ]", text)),
        "Latn": len(re.findall(r"[A-Za-z]", text)),
    }
    most = max(counts, key=lambda name: counts[name])
    if most != "Cyrl":
        return most
    return "uk" if len(re.findall(r"[іїєґ]", text.lower())) * 40 > counts["Cyrl"] else "ru"


CHECK = Check("quotation", "Quotations that are not literal", check)
