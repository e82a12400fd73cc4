"""The unit that somebody heads, out of a title: "начальник цеха № 4" heads "цех № 4". Pure."""

from __future__ import annotations

import re

_HEAD = (
    r"(?:начальник\w*|руководител\w+|заведующ\w+|директор\w*|глав[аы]|шеф\w*|керівник\w*|завідувач\w*|"
    r"зам(?:еститель|\.)\s+начальник\w+|заступник\w*\s+начальник\w+)"
)
_FORMS = {
    "цеха": "цех", "отдела": "отдел", "управления": "управление", "департамента": "департамент", "бюро": "бюро",
    "лаборатории": "лаборатория", "службы": "служба", "сектора": "сектор", "отделения": "отделение",
    "филиала": "филиал", "участка": "участок", "дирекции": "дирекция",
    "відділу": "відділ", "цеху": "цех", "управління": "управління", "департаменту": "департамент",
    "лабораторії": "лабораторія", "служби": "служба", "сектору": "сектор", "відділення": "відділення",
    "філії": "філія", "дільниці": "дільниця", "дирекції": "дирекція",
}  # fmt: skip
_SLAVIC = re.compile(rf"^{_HEAD}\s+(?P<unit>{'|'.join(_FORMS)})(?P<rest>(?:\s+(?:№\s*)?[\w«»\"-]+)*)$", re.IGNORECASE)
_ENGLISH = re.compile(
    r"^(?:deputy\s+)?(?:head|chief|director|manager)\s+of\s+(?:the\s+)?"
    r"(?P<name>(?:[\w&-]+\s+){0,5}(?:department|division|bureau|office|section|workshop|laboratory|branch|directorate)"
    r"(?:\s+(?:no\.?\s*)?\d+)?)$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"^(?P<name>[\u3400-\u9fff]{1,14}?(?:处|局|部|科|办公室|车间|实验室|分公司))副?(?:处长|局长|部长|科长|主任|经理)$"
)
_SHARED = re.compile(r"^(?P<name>[\u3400-\u9fff]{1,14}(?P<unit>处|局|部|科|厂|所))副?长$")


def headed(title: str) -> str | None:
    """The unit whose head a title says somebody is, its name in the nominative; None where the title names none.

    Example:
        >>> headed("начальник отдела внешнеэкономических связей"), headed("Head of the Export Department")
        ('отдел внешнеэкономических связей', 'Export Department')
        >>> headed("技术处处长"), headed("главный инженер")
        ('技术处', None)
    """
    plain = " ".join(title.split()).rstrip(".,;")
    slavic = _SLAVIC.match(plain)
    if slavic is not None:
        # what follows the unit stands in the genitive by itself: it need not change with it
        return _FORMS[slavic["unit"].casefold()] + slavic["rest"] if slavic["rest"] else None
    for pattern in (_ENGLISH, _CHINESE, _SHARED):
        found = pattern.match(plain)
        if found is not None:
            return found["name"]
    return None
