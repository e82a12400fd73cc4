"""The log of requests for comment (`replies.csv`), and letters that ask for them. Pure."""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corrobora.claims.phrases import GRADES
from corrobora.claims.tellings import Cast, Tongue
from corrobora.errors import InputError
from corrobora.model.claims import GradedClaim, Reply, ReplyKind
from corrobora.model.findings import Grade

_COLUMNS = {
    "asked": ("asked", "to", "whom", "name", "кого", "кому", "запитано", "收件人", "对象"),
    "sent": ("sent", "date", "asked on", "отправлено", "дата", "надіслано", "日期", "发送"),
    "by": ("by", "how", "channel", "как", "способ", "як", "спосіб", "方式"),
    "answer": ("answer", "reply", "response", "ответ", "відповідь", "答复", "回复"),
    "kind": ("kind", "type", "вид", "тип", "类型"),
    "deadline": ("deadline", "until", "due", "срок", "термін", "期限"),
    "answered": ("answered", "answered on", "получен", "отримано", "答复日期"),
}
_KINDS = (
    (ReplyKind.UNREACHABLE, r"unreachable|bounced|undeliver\w*|could not be reached|no contact|не удалось связаться|"
                            r"недоступ\w*|не вдалося зв.язатися|无法联系|退信"),
    (ReplyKind.SILENCE, r"^\W*(?:no (?:answer|reply|response|comment)|none|silence|declined|нет ответа|не ответил\w*|без ответа|"
                        r"немає відповіді|не відповіл\w*|без відповіді|未答复|无回复|没有答复|没有回应)\W*$|declined to comment|отказал\w* от комментар|"
                        r"відмовил\w* від комент|拒绝置评"),
    (ReplyKind.UNAWARE, r"\b(?:not aware|unaware|no knowledge|do(?:es)? not know|did not know|не знал\w*|не знаем|не знаю|"
                        r"не известно|неизвестно|не знал\w*|не знаємо|не відомо|невідомо)\b|不知情|不清楚|不了解"),
    (ReplyKind.DENIAL, r"\b(?:den(?:y|ies|ied)|untrue|false|not true|never (?:supplied|sold|paid|met|took)|baseless|reject\w*|"
                       r"отрица\w*|опроверг\w*|не соответству\w+ действительности|ложь|заперечу\w*|спростову\w*|"
                       r"не відповіда\w+ дійсності|неправда)\b|否认|不属实|虚假|毫无根据"),
    (ReplyKind.POLICY, r"\b(?:we (?:only|always|sell only|comply)|polic(?:y|ies)|compl(?:y|ies|iance)|in accordance with|"
                       r"only for civil|соблюда\w+|в соответствии с|политик\w+|дотриму\w+|відповідно до|політик\w+)\b|遵守|政策|合规"),
    (ReplyKind.ADMISSION, r"\b(?:admit\w*|confirm\w*|acknowledg\w*|признал\w*|подтвержда\w*|визна\w*|підтверджу\w*)\b|承认|证实"),
)  # fmt: skip


def parse(text: str, today: date) -> list[Reply]:
    """The entries of a log in CSV; whoever was asked and has not answered by the deadline is silent.

    Raises:
        InputError: where no column says who was asked.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=max(",;\t", key=lines[0].count)))
    head = [cell.strip().casefold() for cell in rows[0]]
    at = {field: head.index(name) for field, forms in _COLUMNS.items() for name in reversed(forms) if name in head}
    if "asked" not in at:
        raise InputError("no column says who was asked", "replies", "give it the columns asked, sent, by, answer")

    def cell(row: Sequence[str], field: str) -> str:
        place = at.get(field)
        return row[place].strip() if place is not None and place < len(row) else ""

    told = []
    for row in rows[1:]:
        if cell(row, "asked"):
            values = {field: cell(row, field) for field in _COLUMNS if field != "kind"}
            told.append(Reply(**values, kind=_kind(cell(row, "kind"), values["answer"], values["deadline"], today)))
    return told


def standing(reply: Reply, today: date) -> Reply:
    """The entry as it stands today: whoever has not answered by the deadline is silent."""
    if reply.kind is ReplyKind.WAITING and reply.deadline and reply.deadline < today.isoformat():
        return dataclasses.replace(reply, kind=ReplyKind.SILENCE)
    return reply


def _kind(stated: str, answer: str, deadline: str, today: date) -> ReplyKind:
    if stated.casefold() in set(ReplyKind):
        return ReplyKind(stated.casefold())
    if not answer:
        passed = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", deadline)) and deadline < today.isoformat()
        return ReplyKind.SILENCE if passed or not deadline else ReplyKind.WAITING
    return next((kind for kind, words in _KINDS if re.search(words, answer, re.I)), ReplyKind.COMMENT)


@dataclass(frozen=True, slots=True)
class Letter:
    """A request for comment as it could go out; `untold`: points that nobody has worded in its language yet."""

    to: str
    language: str
    text: str
    untold: int = 0


_LETTERS = {
    "en": (
        "To: {to}\n\nWe are preparing a publication in which you are mentioned. Before it appears we would like to have"
        " your answer. We intend to say the following:\n\n{claims}\n\nPlease tell us by {deadline}\n"
        "1. whether each of these points is right, and if not, what is wrong and which papers show it;\n"
        "2. what you wish to say about them;\n3. whether anything should be added so that they are understood fairly.\n\n"
        "We will report your answer, or that there was none.\n"
    ),
    "uk": (
        "Кому: {to}\n\nМи готуємо публікацію, у якій згадано вас. Перш ніж вона вийде, ми хотіли б почути вашу відповідь."
        " Ми маємо намір написати таке:\n\n{claims}\n\nПросимо до {deadline} повідомити:\n"
        "1. чи правильне кожне з цих тверджень, а якщо ні, то що саме хибне і які документи це показують;\n"
        "2. що ви хочете про це сказати;\n3. чи треба щось додати, щоб це зрозуміли справедливо.\n\n"
        "Ми наведемо вашу відповідь або вкажемо, що її не було.\n"
    ),
    "ru": (
        "Кому: {to}\n\nМы готовим публикацию, в которой упомянуты вы. Прежде чем она выйдет, мы хотели бы получить ваш"
        " ответ. Мы намерены написать следующее:\n\n{claims}\n\nПросим до {deadline} сообщить:\n"
        "1. верно ли каждое из этих утверждений, а если нет, то что неверно и какие документы это показывают;\n"
        "2. что вы хотите об этом сказать;\n3. нужно ли что-то добавить, чтобы это поняли справедливо.\n\n"
        "Мы приведём ваш ответ или укажем, что его не было.\n"
    ),
    "zh": (
        "致：{to}\n\n我们正在准备一篇提到贵方的报道。发表之前，希望听取贵方的答复。我们拟写明以下内容：\n\n{claims}\n\n"
        "请于{deadline}前告知：\n1. 以上各点是否属实；如不属实，错在何处，有何文件为证；\n2. 贵方对此有何说明；\n"
        "3. 是否还有需要补充之处，以便读者公正理解。\n\n我们将如实刊登贵方的答复，或注明未获答复。\n"
    ),
}  # fmt: skip
_UNTOLD = {
    "en": "(in the words of the case: {text})", "uk": "(у формулюванні, якого ще не перекладено: {text})",
    "ru": "(в формулировке, которая ещё не переведена: {text})", "zh": "（原表述，尚未译出：{text}）",
}  # fmt: skip
_STATED = {
    "en": "(the wording so far; the grade of the evidence: {grade})", "uk": "(поки що в такому формулюванні; оцінка: {grade})",
    "ru": "(пока в такой формулировке; оценка: {grade})", "zh": "（目前的表述；证据等级：{grade}）",
}  # fmt: skip


def letters(claims: Iterable[GradedClaim], deadline: str) -> list[Letter]:
    """A letter to everybody whom open or accepted claims accuse and who has not been asked yet.

    Contradicted claims and leads are left out: nobody is asked about what the story will not say.
    """
    held: dict[str, list[GradedClaim]] = {}
    for one in claims:
        if one.claim.state != "dropped" and one.grade not in (Grade.CONTRADICTED, Grade.POSSIBLE):
            for name, kind in one.replies:
                if kind == "not asked":
                    held.setdefault(name, []).append(one)
    return [_letter(name, told, deadline) for name, told in sorted(held.items())]


def _letter(name: str, told: Sequence[GradedClaim], deadline: str) -> Letter:
    language = _language(name)
    tongue = Tongue(language, Cast())
    points = "\n".join(f"{at}. {_point(one, language)}" for at, one in enumerate(told, 1))
    until = deadline if language == "en" else tongue.day(deadline)
    untold = sum(language not in dict(one.told) for one in told)
    return Letter(name, language, _LETTERS[language].format(to=name, claims=points, deadline=until), untold)


def _point(one: GradedClaim, language: str) -> str:
    """A claim in the language of the letter; in its own words, and said to be so, where nobody has told it there."""
    grade = one.grade.value if language == "en" else GRADES[one.grade][language]
    text = dict(one.told).get(language) or _UNTOLD[language].format(text=one.claim.text)
    return f"{text} {_STATED[language].format(grade=grade)}"


def _language(name: str) -> str:
    if re.search(r"[\u4e00-\u9fff]", name):
        return "zh"
    if re.search(r"[ІіЇїЄєҐґ]|\b(?:ТОВ|ПрАТ)\b", name):
        return "uk"
    return "ru" if re.search(r"[А-Яа-яЁё]", name) else "en"
