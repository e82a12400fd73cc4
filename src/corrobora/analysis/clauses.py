"""Clauses of contracts that a reporter looks for: new units only, year of manufacture, currency and bank of payment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corrobora.analysis.prose import told
from corrobora.analysis.view import CaseView
from corrobora.model.facts import Span

CLAUSES = {
    "new_units_only": re.compile(
        r"не\s+бывш\w+\s+в\s+(?:употреблени|эксплуатаци)\w+|(?:являются|должн\w+\s+быть|поставля\w+)\s+нов(?:ыми|ым|ой)\b|"
        r"не\s+бу[влт]\w*\s+(?:у|в)\s+(?:вжитк|користуванн)\w+|(?:brand[\s-])?new\s+and\s+unused|\bunused\b|brand[\s-]new|"
        r"全新|未(?:经)?使用过?的?",
        re.IGNORECASE,
    ),
    "year_of_manufacture": re.compile(
        r"(?:год\w*\s+(?:выпуска|изготовления|производства)|р(?:ік|оку)\s+(?:випуску|виготовлення)|"
        r"(?:выпущен|изготовлен|произвед[её]н|виготовлен|випущен)\w*\s+не\s+(?:ранее|раніше)|"
        r"year\s+of\s+(?:manufacture|production|make)|manufactured\s+(?:not\s+earlier|no\s+earlier|in\s+or\s+after|after)|"
        r"(?:生产|制造)(?:年份|日期|年))[^.。;；\n]{0,60}?(?:19|20)\d{2}",
        re.IGNORECASE,
    ),
    "currency_of_payment": re.compile(
        r"(?:валют\w+\s+(?:платежа|контракта|договора|расч[её]тов|контракту|розрахунк\w+)|"
        r"(?:оплата|расч[её]ты|плат[её]ж\w*|розрахунки)\s+(?:производ\w+|осуществл\w+|здійсн\w+|ведутся)\s+(?:в|у)\s|"
        r"currency\s+of\s+(?:payment|the\s+contract)|payments?\s+(?:shall\s+be|is|are)\s+made\s+in\s|"
        r"(?:付款|支付|结算|合同)货币|以(?:人民币|美元|欧元|卢布)(?:支付|结算|付款))",
        re.IGNORECASE,
    ),
    "bank": re.compile(
        r"(?:через|в|у)\s+(?:уполномоченн\w+\s+)?банк\w*\s+[«\"“]|банк\w*\s+(?:получателя|плательщика|продавца|покупателя|поставщика|"
        r"одержувача|платника)|beneficiary['’]?s?\s+bank|(?:seller|buyer|supplier)['’]s\s+bank|through\s+(?:the\s+)?bank\s|"
        r"letter\s+of\s+credit|аккредитив\w*|акредитив\w*|开户(?:银)?行|收款银行|信用证",
        re.IGNORECASE,
    ),
}  # fmt: skip
EACH = 2
"""Places of one clause that are shown at most."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause, as its sentence stands in the contract."""

    sort: str
    span: Span


def clauses_of(view: CaseView, document: str) -> Iterator[Clause]:
    """The clauses of one contract text, by sort and place."""
    for sort, pattern in CLAUSES.items():
        for count, span in enumerate(told(view, pattern, [document])):
            if count < EACH:
                yield Clause(sort, span)
