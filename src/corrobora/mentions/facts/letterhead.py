"""The letterhead of a paper: its number, its dates by kind, sender, recipient, subject, attachments, page numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corrobora.mentions.facts.organizations import ORG
from corrobora.mentions.facts.paper import Line, Paper, line_at, lines, match_span, span, spans_of, tidy, unique
from corrobora.mentions.facts.papertype import UNCOMMON, line_type, recognise
from corrobora.mentions.facts.patterns import one_of
from corrobora.mentions.facts.values import NUMBER, SIGNED_NUMBER, Dated, clean_number, days_in, is_number, numbers_in
from corrobora.mentions.facts.words.papers import ATTACHMENT_WORDS
from corrobora.model.dates import is_day
from corrobora.model.document import Page
from corrobora.model.facts import LetterFact, Span

_ACCOUNT_DIGITS = 12
_HEAD = 2200
_SENT = (
    "letter",
    "request",
    "instruction",
    "invoice",
    "order",
    "memo",
    "report",
    "note",
    "payment_order",
    "other",
    *UNCOMMON,
    "packing_list",
)
_STAMP = re.compile(
    r"(?i:вход(?:ящий|\.)|\bвх\.?\s*(?:№|n)|вхідн(?:ий|\.)|получен[оа]?\b|отримано|надійшло|поступил[оа]?\b|"
    r"received|incoming|date\s+of\s+receipt)|收\s*文|收\s*到|收\s*件|来\s*文\s*登\s*记"
)
_REGISTERED = re.compile(
    r"(?i:зарегистрирован\w*|зареєстрован\w*|registered|дата\s+регистрации|дата\s+реєстрації)|登\s*记\s*日\s*期|登\s*记"
)
_SIGNED = re.compile(
    r"(?i:подписан[оаы]?\b|підписан[оаий]*\b|signed(?:\s+on)?|дата\s+подписания|дата\s+підписання|"
    r"date\s+of\s+signature|签\s*署\s*日\s*期|签\s*订\s*日\s*期|签\s*字\s*日\s*期)"
)
_OWN = re.compile(
    r"(?im:^\s*(?:исх(?:одящий|\.)?|вих(?:ідний|\.)?|our\s+ref(?:erence)?\.?|ref(?:erence)?\.?(?:\s*no\.?)?|"
    r"letter\s+no\.?|outgoing(?:\s+no\.?)?|reg\.?\s*no\.?|(?:p\.?o\.?|order|invoice|contract|agreement|document|"
    r"doc\.?)\s*(?:no\.?|number|#|№))\s*(?:№|n[oо°]\.?|#)?\s*[:.]?"
    r"|发\s*文\s*(?:字\s*号|编\s*号|号)\s*[:：]?|文\s*号\s*[:：]|编\s*号\s*[:：]|^\s*(?:№|N[oо°]\.?:?|#)|"
    r"第(?=\s*[A-Z0-9][^\s稿版页期条章批]*\s*号))"
    rf"[\s|]*(?P<number>{NUMBER})"
)
_DATED_NUMBER = re.compile(rf"(?m:^\s*(?:от|від|dated)\s+[^\n№]{{6,34}}?\s*(?:№|N[oо°]?\.?)\s*(?P<number>{NUMBER}))")
_TITLED_NUMBER = re.compile(
    rf"(?P<head>[^\n]{{0,80}}?)(?:№|\bN[oо°]\.?:?|(?i:number|номер)[:.]?|#|编\s*号\s*[:：]?|号\s*码?\s*[:：])[\s|"
    rf"]*(?P<number>{NUMBER})"
)
_DATE_WORD = re.compile(r"(?im:^\s*(?:дата|date|dated|日\s*期)[\s:：|]*)")
_CITED = re.compile(
    one_of(
        [
            "запрос",
            "письмо",
            "обращение",
            "заявка",
            "телеграмма",
            "нота",
            "исх.",
            "поручение",
            "указание",
            "распоряжение",
            "ваш",
            "запит",
            "лист",
            "звернення",
            "заявка",
            "доручення",
            "вказівка",
            "request",
            "letter",
            "your ref",
            "your reference",
            "fax",
            "note",
            "instruction",
            "message",
            "memo",
            "来函",
            "请求",
            "函",
            "来文",
            "指示",
            "批示",
            "通知",
            "в ответ на",
            "у відповідь на",
            "in reply to",
            "in response to",
            "further to",
            "with reference to",
            "на №",
            "на ваш №",
            "关于",
            "根据",
            "回复",
            "文号",
            "编号",
            "на основании",
            "на підставі",
        ]
    )
)
_CLOSE = re.compile(
    r"(?i:(?:на|ваш\w*|исх\w*|письм\w*|запрос\w*|лист\w*|запит\w*|letter|request|ref\w*|your)[\s.:(от]*$)|(?:函|"
    r"请求)\s*$"
)
_CONTRACTUAL = re.compile(
    r"(?i:контракт\w*|договор\w*|договор[іу]\w*|договір|соглашени\w*|угод\w*|спецификаци\w*|специфікаці\w*|"
    r"счет\w*|счёт\w*|рахун\w*|заказ\w*|contract|agreement|invoice|order|specification)\s*$"
    r"|(?:合同|协议|发票|订单)\s*(?:编号|号)?\s*[:：]?\s*$"
)
_PAGE = re.compile(
    r"(?i:(?<![\w])(?:стр(?:аница|\.)?|с\.|стор(?:інка|\.)?|лист|аркуш|page|p\.|sheet)\s*(?P<n>\d{1,4})\s*(?:из|з|"
    r"із|of|/|\\)\s*(?P<of>\d{1,4})(?!\d))"
    r"|第\s*(?P<zn>\d{1,4})\s*页\s*[,，/、]?\s*共\s*(?P<zof>\d{1,4})\s*页|"
    r"共\s*(?P<yof>\d{1,4})\s*页\s*[,，/、]?\s*第\s*(?P<yn>\d{1,4})\s*页"
)
_ENDING = r"\.(?:xlsx?|docx?|pdf|zip|rar|7z|jpe?g|png|csv|odt|ods|txt|pptx?|tiff?|eml|msg)\b"
_FILE = re.compile(
    rf"(?<=[«“\"])[^«»“”\"\n]{{1,80}}{_ENDING}(?=[»”\"])|(?<![\w@/.-])[\w\-][\w\-.+()]*{_ENDING}", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"(?im:^\s*(?:тема|subject|re|касательно|предмет|щодо|стосовно|о\s*предмете)\s*:\s*(?P<s>[^\n]{3,200}))|(?:^|"
    r"\n)\s*(?:事\s*由|主\s*题|关\s*于)\s*[:：]?\s*(?P<z>[^\n]{3,120})"
)
_TOPIC = re.compile(r"(?m:^\s*(?P<s>(?:О|Об|Про|Щодо|On|About|Regarding)\s+(?!\d)[^\n]{6,160}(?<![.:;]))$)")
_TO = re.compile(
    r"(?im:^\s*(?:кому|адресат|to|attention|attn\.?)\s*[:：]\s*(?P<s>[^\n]{3,160}))|(?:^|\n)\s*(?:致|收件人|"
    r"主送)\s*[:：]\s*(?P<z>[^\n]{2,80})"
)
_FROM = re.compile(
    r"(?im:^\s*(?:от\s+кого|від\s+кого|от|від|from|отправитель|відправник)\s*[:：]\s*(?P<s>[^\n]{3,160}))|(?:^|"
    r"\n)\s*(?:发件人|发文单位|自)\s*[:：]\s*(?P<z>[^\n]{2,80})"
)
DATIVE = re.compile(
    r"^\s*(?:(?:Генеральному|Первому|Першому|Исполнительному|Виконавчому|Техническому|Технічному|Главному|"
    r"Головному)\s+)*(?:Директору|директору|заместителю|Заместителю|заступнику|Заступнику"
    r"|Начальнику|Командиру|Руководителю|Керівнику|Председателю|Голові|Министру|Міністру|Президенту|Управляющему|"
    r"Посланнику|Послу|Главе|конструктору|инженеру|інженеру)\b"
    r"|^\s*В\s+(?:администраци|министерств|адміністраці|міністерств|управлени|департамент|посольств)"
    r"|^\s*(?:До|Dear)\s+[А-ЯІЇЄA-Z]"
)
ORG_LINE = re.compile(
    r"(?:АО|ООО|ПАО|ОАО|ЗАО|ФГУП|ГУП|НИИ|НПП|НПО|ТОВ|ПАТ|ПрАТ|ДП|LLC|JSC|Ltd|Co\.|Inc|Corp)\b|(?i:управлени|"
    r"управлінн|министерств|міністерств|корпораци|корпораці|компани|компані|бюро|завод"
    r"|институт|інститут|академи|академі|баз[аы]|комитет|комітет|департамент|агентств|концерн|bureau|company|"
    r"institute|ministry|department|academy|group|base|plant|works|office|university)"
    r"|公司|集团|局|研究院|研究所|工厂|基地|部队|委员会|总部|中心|大学|协会"
)


@dataclass(frozen=True, slots=True)
class _Own:
    """The paper's own number and the line it stands on."""

    number: str
    span: Span
    line: Line


def read_letter(paper: Paper) -> LetterFact:
    """The letterhead of a paper."""
    kind = recognise(paper)
    if not paper.pages:
        return LetterFact((), kind)
    page = paper.pages[0]
    own = _own_number(page)
    stamp = _stamp(page)
    registered, signed = _labelled(page, _REGISTERED), _labelled(page, _SIGNED)
    # a contract is dated by its signature; the other days in it are those of its terms
    written = signed if signed and kind == "contract" else _written(paper, page, own, stamp, kind)
    cited = _cited(paper, own, kind)
    sender, recipient, subject = _sender(paper, page, kind), _recipient(paper, page), _subject(paper, page)
    return LetterFact(
        spans=spans_of(
            own.span if own else None,
            written.span if written else None,
            stamp.span if stamp else None,
            sender[1],
            recipient[1],
            subject[1],
            *(place for place, _ in cited),
            _first_line(page),
        ),
        type=kind,
        number=own.number if own else None,
        reply_to=unique(number for _, number in cited),
        written=_metadata_date(paper)
        if kind == "mail" and _metadata_date(paper)
        else (written.value if written else None),
        received=stamp.value if stamp else None,
        registered=registered.value if registered else None,
        signed=signed.value if signed and kind == "contract" else None,
        sender=sender[0],
        recipient=recipient[0],
        subject=subject[0],
        attachments=_attachments(paper),
        page_numbers=tuple(_page_numbers(paper)),
    )


def _first_line(page: Page) -> Span | None:
    """The first line that says anything: the last resort of a finding about the paper as a whole."""
    found = re.search(r"\S[^\n]*", page.text)
    if found is None:
        return None
    quote = found.group().rstrip()
    return Span(page.document, page.page, found.start(), found.start() + len(quote), quote)


def _metadata_date(paper: Paper) -> str | None:
    value = paper.metadata.get("date") or paper.metadata.get("Date") or ""
    return value[:10] if is_day(value[:10]) else None


def _stamp_lines(page: Page) -> set[int]:
    """Starts of the lines that belong to a stamp of reception: the word's own line and the one below."""
    starts: set[int] = set()
    for found in _STAMP.finditer(page.text[:_HEAD]):
        line = line_at(page, found.start())
        if found.group()[:2].casefold() not in ("вх", "收文") and len(line.text.strip()) > 48:
            continue
        starts |= {line.start, line_at(page, min(line.end + 1, len(page.text))).start}
    return starts


def _own_number(page: Page) -> _Own | None:
    stamped = _stamp_lines(page)
    for found in (*_OWN.finditer(page.text[:_HEAD]), *_DATED_NUMBER.finditer(page.text[:_HEAD])):
        line = line_at(page, found.start("number"))
        number = clean_number(found.group("number"))
        if line.start not in stamped and is_number(number) and not _is_reply_line(line):
            return _Own(number, match_span(page, found, "number"), line)
    for count, line in enumerate(lines(page)):
        if count > 10:
            break
        if line.start not in stamped and (dated := _number_and_date(page, line)) is not None:
            return dated
        if re.match(r"\d{1,2}[.)]\s", line.text) or re.search(r"(?<!\d г)(?<!\d р)(?<!\dг)[.;]$", line.text):
            continue
        match = _TITLED_NUMBER.match(line.text)
        if match is None or line.start in stamped or not is_number(clean_number(match.group("number"))):
            continue
        head = match.group("head")
        # a bill ("Счет № 44") has a short number, an account ("счет № 40702810...") a long one
        account = r"счет|" if len(re.sub(r"\D", "", match.group("number"))) >= _ACCOUNT_DIGITS else ""
        if line_type(line) and not re.search(
            rf"(?i:\bна\s*$|\b(?:запрос\w*|ответ\w*|связи|reply|инн|тел|tel|{account}account)\b|ОКПО|ИНН)", head
        ):
            start = line.start + match.start("number")
            return _Own(
                clean_number(match.group("number")),
                span(page, start, line.start + match.end("number")),
                line_at(page, start),
            )
    return None


def _number_and_date(page: Page, line: Line) -> _Own | None:
    """The number on a line that holds nothing but a date and a number ("12 сентября 2022 г.      № 311")."""
    found = SIGNED_NUMBER.search(page.text, line.start, line.end)
    days = days_in(page, line.start, line.end)
    if found is None or len(days) != 1 or not is_number(clean_number(found.group("number"))):
        return None
    spots = sorted([(found.start(), found.end()), (days[0].span.start, days[0].span.end)])
    rest = (
        page.text[line.start : spots[0][0]] + page.text[spots[0][1] : spots[1][0]] + page.text[spots[1][1] : line.end]
    )
    if re.sub(r"(?i:\b(?:от|від|dated|года|року|г|р)\b|\W)", "", rest):
        return None
    return _Own(clean_number(found.group("number")), match_span(page, found, "number"), line)


def _is_reply_line(line: Line) -> bool:
    return re.match(r"(?i:\s*(?:на\s+№|на\s+n|your\s+ref|ваш))", line.text) is not None


def _stamp(page: Page) -> Dated | None:
    for found in _STAMP.finditer(page.text[:_HEAD]):
        line = line_at(page, found.start())
        if found.group()[:2].casefold() not in ("вх", "收文") and len(line.text.strip()) > 48:
            continue
        below = page.text.find("\n", line.end + 1)
        day = next(iter(days_in(page, line.start, len(page.text) if below < 0 else below)), None)
        if day is not None:
            return day
    return None


def _labelled(page: Page, label: re.Pattern[str]) -> Dated | None:
    for found in label.finditer(page.text):
        day = next((d for d in days_in(page, found.end()) if d.span.start - found.end() <= 25), None)
        if day is not None:
            return day
    return None


def _written(paper: Paper, page: Page, own: _Own | None, stamp: Dated | None, kind: str) -> Dated | None:
    """The date of the paper: beside its number, after the word "date", below its title, else the last line's."""
    days = [d for d in days_in(page) if stamp is None or d.span.start != stamp.span.start]
    days = [d for d in days if not _is_birth(page, d)]
    if own is not None:
        same = [d for d in days if own.line.start <= d.span.start < own.line.end]
        if same:
            return next((d for d in same if d.span.start > own.span.start), same[0])
    for found in _DATE_WORD.finditer(page.text[:_HEAD]):
        near = next((d for d in days if 0 <= d.span.start - found.end() <= 15), None)
        if near is not None:
            return near
    if kind in ("list", "registry", "bank_statement", "passport"):
        return None
    alone = [d for d in days if d.span.start < _HEAD and _stands_alone(page, d, kind)]
    if alone:
        return alone[0]
    return _at_end(page, days)


_BIRTH_BEFORE = re.compile(r"(?i:рожд\w*|народж\w*|\bнар\.|\bрод\.|birth|\bborn|\bd\.?o\.?b\.?)[\s:：|]*$|"
r"(?:出生|生日)\S{0,3}[\s:：|]*$")
_BIRTH_AFTER = re.compile(r"\s*(?:г\.\s?р|р\.\s?н|г(?:ода)?\.?\s+рожд|р(?:оку)?\.?\s+нар)|\s*(?:日)?\s*出?生")


def _is_birth(page: Page, day: Dated) -> bool:
    """Whether a day is somebody's birth date, by the words around it."""
    figures = day.span.start + len(day.span.quote.rstrip("гр.нодаку \n"))
    before = page.text[max(0, day.span.start - 24) : day.span.start]
    return bool(_BIRTH_BEFORE.search(before) or _BIRTH_AFTER.match(page.text, figures))


def _stands_alone(page: Page, day: Dated, kind: str) -> bool:
    line = line_at(page, day.span.start)
    rest = (line.text[: day.span.start - line.start] + " " + line.text[day.span.end - line.start :]).strip()
    if re.search(r"(?i:\bна\s*$|\bс\s*$|до\s*$|по\s*$)", line.text[: day.span.start - line.start]):
        return False
    place = r"(?:(?:г|м|с)\.\s*)?[\w\-. ]{0,40}?,?\s*(?:от|від|dated|dd|of|«|\")?\s*(?:г\.?|р\.?|года|року)?[.,]?"
    if re.fullmatch(place, tidy(rest)) and len(rest) <= 44:
        return True
    head = kind in (
        "minutes",
        "contract",
        "draft_contract",
        "memo",
        "order",
        "invoice",
        "note",
        "report",
        "web_page",
        "payment_order",
        "packing_list",
    )
    titled = re.search(r"(?i:\b(?:от|від|dated|dd\.?|date:?)\s*$)", line.text[: day.span.start - line.start])
    others = days_in(page, line.start, line.end)
    twice = kind == "contract" and len(others) > 1 and len({d.value for d in others}) == 1
    bilingual = len(rest) <= 60 and (kind == "minutes" or twice)
    return bool(head and (titled or bilingual))


def _at_end(page: Page, days: list[Dated]) -> Dated | None:
    last = [line for line in lines(page)][-6:]
    for line in reversed(last):
        day = next((d for d in days if line.start <= d.span.start < line.end), None)
        if day is not None and len(line.text) - len(day.span.quote) <= 24 and not re.search(r"[%％;；]", line.text):
            return day
    return None


def _cited(paper: Paper, own: _Own | None, kind: str) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    for page in paper.pages:
        for place, number in numbers_in(page):
            if own is not None and number == own.number:
                continue
            before = page.text[max(0, place.start - 70) : place.start]
            before = re.sub(r"(?:№|N[oо°]\.?|#)\s*$", "", before).rstrip()
            ends = (". ", "。", ";", "\n" if kind == "registry" else "\n\n")
            cut = max(before.rfind(mark) for mark in ends)
            window = before[cut + 1 :]
            answered = re.search(r"(?:^|\s)(?:[Нн]а|[Уу]\s+відповідь\s+на)$", before) is not None
            if (
                _CONTRACTUAL.search(before)
                or not (answered or _CITED.search(window))
                or (_STAMP.search(window) and not answered)
            ):
                continue
            if number.isdigit() and not answered and not _CLOSE.search(window):
                continue
            if not any(number == known for _, known in found):
                found.append((place, number))
    return found


def _sender(paper: Paper, page: Page, kind: str) -> tuple[str | None, Span | None]:
    if value := paper.metadata.get("from"):
        return value, None
    if kind not in _SENT:
        return None, None
    found = _FROM.search(page.text[:_HEAD])
    if found:
        group = "s" if found.group("s") else "z"
        return tidy(found.group(group)), match_span(page, found, group)
    for count, line in enumerate(lines(page)):
        if count >= 6:
            break
        if re.match(r"[a-zа-яёіїєґ\d]", line.text) or re.search(
            r"—|[。，；;]|\d\d\.\d\d|\.\s+[А-ЯA-ZІЇЄ][а-яa-z]+", line.text
        ):
            continue
        if (
            ORG_LINE.search(line.text)
            and not DATIVE.match(line.text)
            and not re.search(r"(?:\d{5,})|:", line.text)
            and len(line.text) < 120
        ):
            return tidy(line.text), span(page, line.start, line.end)
    return None, None


def _recipient(paper: Paper, page: Page) -> tuple[str | None, Span | None]:
    if value := paper.metadata.get("to"):
        return value, None
    found = _TO.search(page.text[:_HEAD])
    if found:
        group = "s" if found.group("s") else "z"
        return tidy(found.group(group)), match_span(page, found, group)
    head = [line for line in lines(page) if line.start < _HEAD]
    for position, line in enumerate(head[:20]):
        if not DATIVE.match(line.text) or len(line.text) > 110:
            continue
        end = line.end
        following = head[position + 1] if position + 1 < len(head) else None
        if following and ORG.match(following.text) and not re.search(r"[.!?]\s", following.text[:90]):
            end = min(following.end, following.start + max(m.end() for m in ORG.finditer(following.text)) + 1)
        return tidy(page.text[line.start : end]), span(page, line.start, end)
    return None, None


def _subject(paper: Paper, page: Page) -> tuple[str | None, Span | None]:
    if value := paper.metadata.get("subject"):
        return value, None
    found = _SUBJECT.search(page.text[:_HEAD]) or _TOPIC.search(page.text[:_HEAD])
    if found is None:
        return None, None
    group = "s" if found.group("s") else "z"
    return tidy(found.group(group)), match_span(page, found, group)


def _attachments(paper: Paper) -> tuple[str, ...]:
    """Files named in the text, and what "Приложение:", "Enclosure:", "附件:" announce."""
    named: list[str] = []
    for page in paper.pages:
        named += [tidy(m.group()) for m in _FILE.finditer(page.text)]
        for found in _ANNOUNCED.finditer(page.text):
            named.append(tidy(found.group("what")))
    return unique(name.strip("()") for name in named)


_ANNOUNCED = re.compile(rf"(?m:^\s*{one_of(ATTACHMENT_WORDS)}\s*[:：]\s*(?P<what>[^\n]{{3,160}}))")


def _page_numbers(paper: Paper) -> list[tuple[int, int, int]]:
    found = []
    for page in paper.pages:
        matches = list(_PAGE.finditer(page.text))
        if not matches:
            continue
        last = matches[-1]
        stated = last.group("n") or last.group("zn") or last.group("yn")
        total = last.group("of") or last.group("zof") or last.group("yof")
        if int(stated) <= int(total):
            found.append((page.page, int(stated), int(total)))
    return found
