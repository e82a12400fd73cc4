"""The day from which a paper is in force: "вступает в силу", "набирає чинності", "effective from", "自…起生效"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corrobora.model.mention import Mention, MentionType

_FLAGS = re.IGNORECASE | re.DOTALL
# What stands before the day; at most a few words between.
_BEFORE = re.compile(
    r"(?:вступ\w{1,4}\s+в\s+(?:законную\s+)?силу|введ\w{2,5}\s+в\s+действие|вводит\w{1,3}\s+в\s+действие|"
    r"(?:дата|день)\s+вступления\s+в\s+силу|действу\w{2,4}|(?:считать|считается)\s+действующ\w{2,3}|"
    r"наб(?:ирає|уває|ере|уде|рав|ула|рала|рання|уття)\s+чинності|чинн(?:ий|а|е|им)|діє|введ\w{2,4}\s+в\s+дію|"
    r"(?:дата|день)\s+наб(?:рання|уття)\s+чинності|"
    r"(?:comes?|came|coming|enters?|entered|entry|entering|shall\s+(?:come|enter))\s+into\s+(?:force|effect)|"
    r"(?:is|be|becomes?|became|shall\s+be|shall\s+become|made)\s+effective|effective\s+(?:date|as\s+of|from|on|since)|"
    r"with\s+effect\s+from|takes?\s+effect|in\s+force\s+(?:from|since|as\s+of)|valid\s+(?:from|as\s+of)|"
    r"生效日期?(?:为|是)?|起效日期?|实施日期?|施行日期?)"
    r"(?P<gap>[\s:：,]*(?:(?:с|со|з|із|від|from|on|as\s+of|is|since|starting|beginning|начиная|починаючи|для|на|"
    r"настоящ\w{2,3}|в|у|даты|дати)[\s:：,]+){0,4}[«\"„]?)$",
    _FLAGS,
)
# What stands behind it: 自 ... 起生效; "с 1 марта 2024 г. вступает в силу".
_AFTER = re.compile(
    r"\s?(?:起|开始|之日起|起正式)?\s?(?:正式)?(?:生效|施行|实施|执行|有效)|"
    r"[\s,»\"”]*(?:г\.|года|р\.|року)?[\s,]*(?:вступ\w{1,4}\s+в\s+силу|ввод\w{2,5}\s+в\s+действие|набира[єю]\w*\s+чинності|"
    r"набува[єю]\w*\s+чинності|shall\s+(?:come|enter)\s+into\s+force)"
    r"(?!\s+(?:с|со|з|із|від|from|on|as\s+of)\s)",
    _FLAGS,
)
_END = re.compile(r"(?:до|по|until|till|to|至|до\s+конца)\s*$", re.IGNORECASE)
_NEAR = 70
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_effective(text: str, mention: Mention) -> bool:
    """Whether a date is the day from which something is in force."""
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if _END.search(before):
        return False
    return _BEFORE.search(before) is not None or _AFTER.match(text, mention.end) is not None


def effective_day(pages: Iterable[tuple[str, Iterable[Mention]]]) -> tuple[Mention, str] | None:
    """The first day of effect that the pages of a paper name, and its value; of a period, the first day.

    Args:
        pages: text of each page with its mentions.
    """
    for text, mentions in pages:
        for mention in mentions:
            first = mention.value.split("/")[0]
            if mention.type is MentionType.DATE and _DAY.fullmatch(first) and is_effective(text, mention):
                return mention, first
    return None
