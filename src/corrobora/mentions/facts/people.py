"""People named in running text: participants, leaders, the responsible, signers, authors, whoever else is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corrobora.mentions.facts.letterhead import DATIVE
from corrobora.mentions.facts.names_seen import TITLE, NameHit, base_title, names_on
from corrobora.mentions.facts.organizations import ORG
from corrobora.mentions.facts.paper import Paper, line_at, match_span, span, spans_of, tidy
from corrobora.mentions.facts.patterns import LOWER, UPPER
from corrobora.mentions.facts.people_names import base_form, may_be_same
from corrobora.mentions.facts.values import days_in
from corrobora.mentions.facts.words.sides import LEADER_AFTER, PEOPLE_HEADING, ROLES, side_of
from corrobora.mentions.facts.words.visits import DELEGATION_OF, PROSE, VISIT
from corrobora.model.document import Page
from corrobora.model.facts import Appearance, NameForm, Span
from corrobora.model.mention import MentionType

_BEFORE, _AFTER = 140, 260
_SIGN = re.compile(r"[\u3400-\u9fff]")
_HEADING = re.compile(rf"(?P<words>{PEOPLE_HEADING.pattern}[^:：\n.;]{{0,70}}?)\s*(?:\n\s*)?[:：]", re.IGNORECASE)
_CLOSE = re.compile(
    r"(?:(?i:yours\s+(?:sincerely|faithfully|truly)|sincerely\s+yours|(?:best|kind|warm)\s+regards|\bregards|"
    r"respectfully|с\s+уважением|с\s+наилучшими\s+пожеланиями|з\s+повагою|з\s+найкращими\s+побажаннями)|此\s*致|敬\s*礼|"
    r"顺\s*颂|商\s*祺)[,!.。]?[^\S\n]*(?:\n+[^\n.]{0,70}){1,3}$"
)
_JOINED = re.compile(r"\s*(?:[,;、，]?\s*(?:and|и|та|і|й)\s|[,;、，])\s*(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?")
_BREAK = re.compile(r"\n\s*(?:\d{1,2}[.)]|[一二三四五六七八九十]{1,3}[、.])\s+|\n\s*\n\s*(?=\d{1,2}\.)")
_PARAGRAPH = re.compile(r"\n\s*\n(?=\s*\S)")
_LABEL = re.compile(
    r"\n(?=\s*(?:[А-ЯІЇЄҐA-Z][а-яёіїєґa-z]+(?:\s+[а-яёіїєґa-z]+){0,3}\s*[:：]|(?i:ответственн|відповідальн|"
    r"responsible)))"
)
_TITLE_TAIL = re.compile(rf"(?:\s+(?:[{LOWER}a-z][\w-]*|№\s*\d+|\d{{4,6}}|«[^»\n]*»|[IVX]+|of|and|the))*\s*[:,]?\s*$")
_STOP = (
    r"(?<!\bMaj)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bSr)(?<!\bCapt)(?<!\bBrig)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)"
    r"(?<!\bтов)(?<!\bген)(?<!\bполк)\.\s+(?=[А-ЯA-ZІЇЄ])"
)
_BIRTH_WORD = re.compile(r"(?i:born|b\.|род\.|нар\.|дата\s+рожд\w*|дата\s+народж\w*|d\.?o\.?b\.?)[\s:]*$")
_BIRTH_AFTER = re.compile(r"\s*(?:г\.?)?\s*(?:(?i:г\.?\s?р\.|р\.?\s?н\.|года\s+рожд|року\s+нар)|(?:日)?\s*出?\s*生)")
_PASSPORT = re.compile(
    r"(?:(?i:паспорт|passport)(?:\s*(?:№|no\.?|number|серия))?|护\s*照(?:\s*号\s*码?)?)\s*[:：№]?\s*"
    r"(?P<n>[A-Z]{1,2}\s?\d{6,9}|\d{2}\s?№?\s?\d{7})(?!\d)"
)
_BORN = re.compile(
    r"\s*[),，]?\s*[(（,，]?\s*(?:(?P<a>(?:19|20)\d\d)\s*(?:г\.?\s*р|р\.?\s*н|года\s+рожд|року\s+нар|"
    r"年\s*(?:出\s*)?生)|(?:born|b\.|род\.|нар\.)\s*(?:in\s*)?(?P<b>(?:19|20)\d\d))"
)
_ORG_MARK = re.compile(
    r"«|\"|“|\b(?:АО|ООО|ПАО|ОАО|ЗАО|ФГУП|НИИ|ТОВ|ПАТ|ПрАТ|ДП|КП|ГУП|НПО|НПП|Ltd|LLC|Inc|Co\.|JSC|Corp|Institute|"
    r"Bureau|Company|Academy|University|Base|Group|Ministry)\b"
    r"|(?i:\b(?:бюро|институт|інститут|корпораци|корпораці|компани|компані|завод|управлени|управлінн|министерств|"
    r"міністерств|академи|академі|баз[аыіу]|центр|отдел|відділ|войск|військ|в/ч|концерн|групп|фирм|фірм|общество|"
    r"товариство|агентств|департамент|комитет|комітет))"
    r"|公司|集团|局|院|所|厂|基地|部队|中心|大学|部|委员会|协会|处|单位"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under a heading that names a side: "Участники с китайской стороны:"."""

    start: int
    end: int
    side: str
    nation: str | None


def read(paper: Paper, listed: Sequence[Appearance] = ()) -> list[Appearance]:
    """The people named outside the tables that `listed` come from, each place of the paper once."""
    found: list[Appearance] = []
    for page in paper.pages:
        taken = [place for person in listed for place in person.spans if place.page == page.page]
        hits = names_on(page, paper.mentioned(page, MentionType.PER))
        free = [hit for hit in hits if not any(place.start < hit.end and hit.start < place.end for place in taken)]
        found += _on_page(paper, page, free, [place.start for place in taken])
    return found


def _on_page(paper: Paper, page: Page, hits: list[NameHit], listed_at: list[int]) -> list[Appearance]:
    """The people of a page; what stands behind a name is its own up to the next name, whoever read that one."""
    sections = sections_of(page)
    listed = {hit for hit in hits if _is_accepted(page, hit, sections, hits)}
    kept = [hit for hit in hits if hit in listed]
    drafts: list[tuple[NameHit, Appearance]] = []
    for position, hit in enumerate(kept):
        before = kept[position - 1].end if position else 0
        following = [start for start in listed_at if start >= hit.end]
        following += [kept[position + 1].start] if position + 1 < len(kept) else []
        after = min(following, default=len(page.text))
        drafts.append((hit, _appearance(paper, page, hit, (before, after), sections)))
    return _paired(page, _guests(paper, page, drafts))


def _guests(paper: Paper, page: Page, drafts: list[tuple[NameHit, Appearance]]) -> list[tuple[NameHit, Appearance]]:
    """Three Chinese names or more in one row of a paper that speaks of a visit are its guests."""
    if paper.type not in PROSE or not VISIT.search(page.text):
        return drafts
    row: list[int] = []
    guests: set[int] = set()
    for place, (hit, _) in enumerate(drafts):
        joined = row and _JOINED.fullmatch(page.text[drafts[row[-1]][0].end : hit.start])
        row = ([*row, place] if joined else [place]) if hit.chinese else []
        guests |= set(row) if len(row) >= 3 else set()
    return [
        (hit, replace(seen, side="delegation") if place in guests and seen.side == "other" else seen)
        for place, (hit, seen) in enumerate(drafts)
    ]


def sections_of(page: Page) -> list[Section]:
    """The parts of a page that list one side's people."""
    found: list[Section] = []
    heads = []
    for match in _HEADING.finditer(page.text):
        side, nation = side_of(
            re.split(r"[:：\n]", page.text[max(0, match.start() - 24) : match.start()])[-1] + match.group("words")
        )
        if side or re.search(
            r"(?i:делегаци|делегаці|delegation|代表团|присутств|присутні|участник|учасник|participants|present|"
            r"attendees|人员)",
            match.group("words"),
        ):
            heads.append((match.start(), match.end(), side, nation))
    breaks = sorted(match.start() for pattern in (_BREAK, _PARAGRAPH, _LABEL) for match in pattern.finditer(page.text))
    for position, (_, end, side, nation) in enumerate(heads):
        following = heads[position + 1][0] if position + 1 < len(heads) else len(page.text)
        stop = next((b for b in breaks if end < b < following and not _names_person(page, b)), following)
        found.append(Section(end, stop, side, nation))
    return found


def _names_person(page: Page, position: int) -> bool:
    line = re.sub(
        r"^\s*(?:\d{1,3}[.)、]?|[一二三四五六七八九十]{1,2}、|[—–•*·-])\s*",
        "",
        page.text[position : position + 90].lstrip(),
        count=1,
    )
    return bool(
        re.match(
            rf"(?:[{UPPER}][{LOWER}]+\s+){{1,2}}[{UPPER}]|[\u4e00-\u9fff]{{2,4}}\s*[—–,，(（-]|"
            rf"(?:[{UPPER}]\.\s?){{1,2}}[{UPPER}]|[A-Z][A-Za-z]+\s[A-Z]",
            line,
        )
    ) or bool(TITLE.match(line))


def _section_at(sections: Iterable[Section], position: int) -> Section | None:
    return next((s for s in sections if s.start <= position < s.end), None)


def _is_accepted(page: Page, hit: NameHit, sections: list[Section], hits: list[NameHit]) -> bool:
    text = page.text
    if hit.sort == "mention" and not hit.chinese and line_at(page, hit.start).text.isupper():
        return False
    if hit.sure:
        return True
    if hit.sort == "capital":
        return title_before(text, hit.start, max(0, hit.start - _BEFORE)) is not None
    if (
        title_before(text, hit.start, max(0, hit.start - _BEFORE)) is not None
        or role_before(text, hit.start) is not None
    ):
        return True
    if _section_at(sections, hit.start) is not None:
        return True
    tail = text[hit.end : hit.end + 30]
    if re.match(r"\s*(?:[—–]|-\s|[(（/])\s*", tail) and (
        TITLE.match(re.sub(r"^\s*[—–\-(（/]\s*", "", tail)) or _followed_by_hanzi(hit, hits)
    ):
        return True
    return re.match(r"\s*[,(（]\s*(?:[\u4e00-\u9fff]|\d)", tail) is not None


def _closes(page: Page, hit: NameHit) -> bool:
    """Whether the name is the signature under a complimentary close ("Yours sincerely, ...")."""
    return _CLOSE.search(page.text[max(0, hit.start - 160) : hit.start]) is not None


def _followed_by_hanzi(hit: NameHit, hits: list[NameHit]) -> bool:
    return any(other.sort == "hanzi" and 0 < other.start - hit.end <= 4 for other in hits)


def _appearance(paper: Paper, page: Page, hit: NameHit, room: tuple[int, int], sections: list[Section]) -> Appearance:
    text = page.text
    before = title_before(text, hit.start, max(room[0], hit.start - _BEFORE)) or _title_in_row(page, hit)
    tail_end = _tail_end(text, hit, room[1])
    title, organization, tail_span = after_name(page, hit.end, tail_end)
    section, role = _section_at(sections, hit.start), role_before(text, before[0] if before else hit.start, room[0])
    if role is None and _is_addressee(text, hit, before):
        role = "addressee"
    if role is None and hit.sort == "hanzi" and LEADER_AFTER.match(text, hit.end):
        role = "leader"
    closing = _closes(page, hit)
    section, role = (None, "signer") if closing else (section, role)
    side, nation = _side(paper, hit, section, role, closing or _is_signature(page, hit, before))
    birth, birth_span = _birth(page, hit.end, tail_end)
    passport = _PASSPORT.search(text, hit.end, min(room[1], hit.end + 160))
    place = span(page, hit.start, hit.end)
    return Appearance(
        names=(_form(page, hit, before, room[0]),),
        spans=spans_of(
            _entry(page, hit, before, tail_span),
            place,
            birth_span,
            match_span(page, passport, "n") if passport else None,
        ),
        birth_date=birth,
        document_number=re.sub(r"[\s№]", "", passport.group("n")) if passport else None,
        nationality=nation,
        title=(base_title(before[1]) if before else None) or title,
        organization=organization,
        side=side,
        group=paper.group,
        attested=paper.letter.written,
    )


def _birth(page: Page, start: int, end: int) -> tuple[str | None, Span | None]:
    """A birth date, or the year alone, told behind a name ("12.03.1966 г.р.", "born 1970", "1974年3月12日生")."""
    for day in days_in(page, start, min(end + 30, len(page.text), start + 120)):
        before = page.text[max(start, day.span.start - 20) : day.span.start]
        figures = len(day.span.quote.rstrip("гр.нодаку \n"))
        if _BIRTH_AFTER.match(page.text, day.span.start + figures):
            return day.value, day.span
        if _BIRTH_WORD.search(before):
            return day.value, day.span
    found = _BORN.match(page.text, start) or _BORN.search(page.text, start, min(end, start + 60))
    if found is None:
        return None, None
    group = "a" if found.group("a") else "b"
    return found.group(group), match_span(page, found, group)


def _form(page: Page, hit: NameHit, before: tuple[int, str] | None, room: int) -> NameForm:
    """The name as written where its place asks for the nominative (signature, list, label), else in its base form."""
    if hit.chinese or hit.sort not in ("initials", "full", "mention") or not hit.written:
        return hit.form
    start = before[0] if before else hit.start
    head = page.text[max(room, start - 40) : start]
    if _is_addressee(page.text, hit, before):
        return hit.form
    named = before is not None and (base_title(before[1]) or "").casefold() == tidy(before[1]).casefold()
    labelled = re.search(r"(?:^|[\n:：;—–(]|_{2}|\t|[ ]{4})\s*$", head) is not None and (before is None or named)
    nominative = re.search(
        r"(?i:ответственн(?:ый|ая|ые)|відповідальн(?:ий|а|і)|исполнил[аи]?|исполнитель|подписал[аи]?|виконавець|"
        r"підписав|исп\.|вик\.|initiator|инициатор|ініціатор|диспетчер|проводит)\s*$",
        head,
    )
    listed = (
        re.fullmatch(r"\s*[,;、]\s*", page.text[room : hit.start]) is not None and room > 0 and not head.strip(" ,;\n.")
    )
    if labelled or named or nominative or listed:
        return replace(hit.form, text=re.sub(r"(?<=\.)\s+(?=[^\W\d_]\.)", "", hit.written))
    return hit.form


def _is_addressee(text: str, hit: NameHit, before: tuple[int, str] | None) -> bool:
    """Whether the name closes the block "Директору ТОВ …" at the top of a letter, where it stands in the dative."""
    above = text[max(0, hit.start - 200) : hit.start].rstrip("\n ").splitlines()[-3:]
    if before is not None and not before[1][:1].islower():
        return False
    at = next((place for place, line in enumerate(above) if DATIVE.match(line)), None)
    return at is not None and all(line.strip() for line in above[at:])


def _title_in_row(page: Page, hit: NameHit) -> tuple[int, str] | None:
    """The post at the start of a line whose last column is the name ("Начальник управления … | В.Л. Громов")."""
    line = line_at(page, hit.start)
    if page.text[hit.end : line.end].strip(" .|") or not re.search(
        r"(?:\||\t|[ ]{3})\s*$", page.text[line.start : hit.start]
    ):
        return None
    head = line.text.lstrip()
    found = TITLE.match(head)
    if found is None:
        return None
    tail = re.match(rf"(?:\s+[{LOWER}a-z][\w-]*|\s+№\s*\d+)*", head[found.end() :])
    start = line.start + len(line.text) - len(head)
    return start, head[: found.end() + (tail.end() if tail else 0)]


def _entry(page: Page, hit: NameHit, before: tuple[int, str] | None, tail: Span | None) -> Span:
    start = before[0] if before and hit.start - before[0] <= _BEFORE else hit.start
    end = tail.end if tail is not None else hit.end
    return span(page, start, end)


def _side(
    paper: Paper, hit: NameHit, section: Section | None, role: str | None, signature: bool
) -> tuple[str, str | None]:
    nation = "cn" if hit.chinese else (section.nation if section and section.nation != "cn" else None)
    if hit.chinese:
        return _chinese_side(paper, section, role, signature), nation
    if section is not None and section.side:
        return section.side, nation
    if role == "leader":
        return "delegation", nation
    if role is not None:
        return role, nation
    return ("signer" if signature else "other"), nation


def _chinese_side(paper: Paper, section: Section | None, role: str | None, signature: bool) -> str:
    """Chinese people are the guests of papers that speak of a delegation; elsewhere they are what their role says."""
    if section is not None or role == "leader":
        return "delegation"
    if role is not None and (role != "signer" or signature or paper.type in ("contract", "draft_contract")):
        return role
    if signature:
        return "signer"
    visiting = paper.type in ("request", "instruction", "programme", "list", "minutes")
    return "delegation" if visiting or any(DELEGATION_OF.search(page.text) for page in paper.pages) else "other"


def role_before(text: str, position: int, after: int = 0) -> str | None:
    """What the words before a name, and `after` the last one, make of its bearer: leader, responsible, author, ..."""
    window = text[max(after, position - 90) : position]
    cut = max(window.rstrip().rfind(mark) for mark in (". ", ";", "。", ".\n", "?", "!"))
    window = window[cut + 1 :] if cut >= 0 else window
    if re.search(r"(?i:(?:^|[\s,(])старш(?:ий|им|ая))\s*[—–:-]\s*$", window):
        return "leader"
    best: tuple[int, str | None] = (-1, None)
    for role, pattern in ROLES:
        for match in pattern.finditer(window):
            if match.end() > best[0] and _reaches(window[match.end() :]):
                best = (match.end(), role)
    return best[1]


def _reaches(between: str) -> bool:
    """Whether nothing but a title, a side or a linking word stands between a role and the name."""
    rest = re.sub(r"[\s:：—–\-(),（）_*/]+", " ", between).strip()
    rest = re.sub(
        r"^(?i:назнач\w+|признач\w+|определ[её]н\w*|является|является|is|are|was|appointed|будет|буде)\s*", "", rest
    )
    if not rest or len(rest) <= 3:
        return True
    if TITLE.match(rest):
        return True
    return (
        re.match(r"(?i:с|со|з|із|зі|от|від|from|for|on|of|with|за|является|є|is|为|是|中方|俄方)\b", rest) is not None
        and len(rest) < 60
    )


def title_before(text: str, position: int, limit: int) -> tuple[int, str] | None:
    """Start and text of the rank or post that stands right before a name."""
    window = text[limit:position]
    cut = max((m.end() for m in re.finditer(r"[;:：。_]|" + _STOP + r"|\n\s*\n|[—–]\s", window)), default=0)
    found = None
    for match in TITLE.finditer(window, cut):
        tail = window[match.end() :]
        if _TITLE_TAIL.fullmatch(tail) and tail.count("\n") <= 2 and _fits(match.group(), text[position]):
            found = (limit + match.start(), window[match.start() :])
            break
    return found


def _fits(title: str, letter: str) -> bool:
    """Whether title and name are both Chinese signs or both letters: the title of another line is not this person's."""
    return bool(_SIGN.match(title)) == bool(_SIGN.match(letter))


def _tail_end(text: str, hit: NameHit, stop: int) -> int:
    """Where the words about a person end: at the next person, item, sentence or other script."""
    end = min(stop, hit.end + _AFTER)
    window = text[hit.end : end]
    other = r"\n\s*[А-ЯЁІЇЄҐ]" if hit.sort == "hanzi" else r"[\u4e00-\u9fff]"
    if hit.sort != "hanzi" and re.match(r"\s*[(（/]\s*[\u4e00-\u9fff]", window):
        other = r"\n\s*[\u4e00-\u9fff]"
    ends = [
        m.start()
        for m in re.finditer(
            rf"[;；。、]|\n[^\n:：]{{3,60}}[:：]\s*(?:\n|$)|\n\s*[\u4e00-\u9fff]{{1,8}}[:：]|\.\s*(?:\n|$)|"
            rf"\.\s+(?=[{UPPER}A-Z])|\n\s*\n|\n\s*[—–•*-]\s|\n\s*[{UPPER}]{{4,}}\s*[:：]|\n\s*\d{{1,2}}[.)]\s|{other}",
            window,
        )
    ]
    return hit.end + min(ends, default=len(window))


_PERSONAL = re.compile(
    r"(?i:^born|^b\.\s*\d|паспорт|passport|护照|г\.?\s?р\.|р\.?\s?н\.|рожд|народж)|\d{2}\.\d{2}\.\d{4}|出生|日生"
)


def after_name(page: Page, start: int, end: int) -> tuple[str | None, str | None, Span | None]:
    """Title and organisation told after a name ("— инженер, Корпорация …", "(генеральный директор)")."""
    raw = page.text[start:end]
    head = re.match(
        r"\s*[)）]?\s*(?:[(（/]\s*[\u4e00-\u9fff ]{2,6}\s*[)）]?\s*)?(?P<mark>[—–]|-\s|[(（]|[,，]|"
        r"(?=[\u4e00-\u9fff])(?=" + TITLE.pattern + r"))\s*",
        raw,
    )
    if head is None:
        return None, None, None
    body = raw[head.end() :]
    if head.group("mark") in "(（":
        body = re.split(r"[)）]", body, maxsplit=1)[0]
    parts = _split_entry(body)
    if not parts:
        return None, None, None
    first = parts[0]
    plain = TITLE.search(first) and head.group("mark") not in ",，" and not _ORG_MARK.search(first)
    title = first if TITLE.match(first) or plain else None
    rest = parts[1:] if title else parts
    if title is not None and (inner := ORG.search(title)) is not None and inner.start() > 3:
        title, rest = tidy(title[: inner.start()]), [title[inner.start() :], *rest]
    rest = [part for part in rest if not _PERSONAL.search(part)]
    fits = (
        bool(rest)
        and re.match(r"[A-ZА-ЯІЇЄҐ«\"\u4e00-\u9fff]|в/ч", rest[0]) is not None
        and len(", ".join(rest)) <= 140
    )
    organization = ", ".join(rest) if fits and _ORG_MARK.search(" ".join(rest)) else None
    if title is None and organization is None:
        return None, None, None
    if title and _SIGN.match(title) and len(title) > 8 and (short := TITLE.match(title)) is not None:
        title = short.group()
    if title and re.search(r"\d{3}|\bг\.\s?р", title):
        title = None
    place = span(page, start + head.start("mark"), start + head.end() + len(body))
    return (base_title(title) if title else None), (tidy(organization) if organization else None), place


def _split_entry(body: str) -> list[str]:
    text = tidy(body)
    parts = re.split(r"[,，]\s*(?![^«»]*»)", text)
    return [tidy(part) for part in parts if tidy(part)]


def _is_signature(page: Page, hit: NameHit, before: tuple[int, str] | None) -> bool:
    line = line_at(page, hit.start)
    head, tail = page.text[line.start : hit.start], page.text[hit.end : line.end]
    if "____" in head or re.search(r"/\s*$", head):
        return True
    if tail.strip(" .)_/") and not re.search(r"[\u4e00-\u9fff]|_{3}|:", tail):
        return False
    if before is not None and before[0] >= line.start - 60 and not page.text[line.start : before[0]].strip():
        return True
    return bool(re.search(r"[^\W\d_][^\n]*[ \t]{4,}$", head)) and not re.match(r"\s*\d{1,3}[.)]?\s", head)


def _paired(page: Page, drafts: list[tuple[NameHit, Appearance]]) -> list[Appearance]:
    """Joins the Cyrillic (or Latin) and the Chinese line of one person, by order and by sound."""
    used: set[int] = set()
    result: list[Appearance] = []
    for position, (hit, seen) in enumerate(drafts):
        if position in used:
            continue
        partner = _partner(page, drafts, position, used) if hit.chinese else None
        if partner is None:
            result.append(seen)
            continue
        used.add(partner)
        result.append(_merged(seen, drafts[partner][1]))
    return result


def _partner(page: Page, drafts: list[tuple[NameHit, Appearance]], position: int, used: set[int]) -> int | None:
    hit = drafts[position][0]
    hanzi = hit.sort == "hanzi"
    if not hanzi and position + 1 < len(drafts) and position + 1 not in used:
        beside = drafts[position + 1][0]
        bracket = re.fullmatch(r"\s*[(（/]\s*", page.text[hit.end : beside.start])
        if bracket and beside.chinese and {beside.form.script, hit.form.script} == {"Latn", "Cyrl"}:
            return position + 1 if may_be_same(hit.form.text, beside.form.text) else None
    for other in range(position + 1, len(drafts)):
        rival = drafts[other][0]
        if other in used or not rival.chinese or (rival.sort == "hanzi") == hanzi:
            continue
        if rival.form.script != hit.form.script and may_be_same(hit.form.text, rival.form.text):
            return other
        if other > position + 40:
            break
    return None


def _merged(one: Appearance, other: Appearance) -> Appearance:
    side = one.side if one.side != "other" else other.side
    hint = next((form.text for form in (*one.names, *other.names) if form.script == "Hani"), "")
    forms = (
        form if re.search(r"[ІіЇїЄєҐґ]", form.text) else replace(form, text=base_form(form.text, hint))
        for form in (*one.names, *other.names)
    )
    return replace(
        one,
        names=tuple(dict.fromkeys(forms)),
        spans=spans_of(*one.spans, *other.spans),
        birth_date=max(one.birth_date or "", other.birth_date or "", key=len) or None,
        document_number=one.document_number or other.document_number,
        title=one.title or other.title,
        organization=one.organization or other.organization,
        side="delegation" if "delegation" in (one.side, other.side) else side,
    )
