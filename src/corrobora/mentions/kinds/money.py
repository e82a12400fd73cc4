"""Money: amounts with their currency in full units, in the forms of four languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from corrobora.mentions.calendar_words import even
from corrobora.mentions.currencies import (
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    SCALE,
    currency_code,
    currency_in,
    scale_factor,
    scale_in,
)
from corrobora.mentions.kind import Kind
from corrobora.mentions.number_words import CHINESE_NUMBER, NUMBER_WORDS, chinese_value, words_value
from corrobora.model.mention import Mention, MentionType
from corrobora.model.money import Money

__all__ = ["MoneyMention", "currency_code", "currency_in", "find_money", "parse_number", "scale_in"]

_LETTER = "a-zа-яёіїєґ"
_SPACE = r"[ '’]"
NUMBER = (
    rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,4}})?|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:\.\d{{3}})+("
    rf"?:,\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
)
_GLOSS = r"(?:\s?[(（][^()（）\d]{3,160}[)）])?"
_FREE = rf"(?<![\d№#{_LETTER}])(?<!\d[.,/])(?<![{_LETTER}]-)(?<!\d-)"
_FLAGS = re.IGNORECASE
_CENTS = (
    r"(?:\s?,?\s?(?P<cents>\d\d)\s?(?:коп(?:\.|еек|ейки|ейка|ійок|ійки|ійка)?|cents?|"
    r"цент\w{0,2})(?![a-zа-яёіїєґ]))?"
)

_AFTER = re.compile(
    rf"(?:{_FREE}|(?<=\d-)|(?<=\d–))(?P<n>{NUMBER}){_GLOSS}(?:\s{{0,2}}(?P<scale>{SCALE})){_GLOSS}?\s{{0,2}}(?P<cur"
    rf">{CURRENCY_AFTER}){_CENTS}"
    rf"|{_FREE}(?P<n2>{NUMBER}){_GLOSS}(?:\s?-)?\s{{0,2}}(?P<cur2>{CURRENCY_AFTER})"
    rf"{_CENTS.replace('cents>', 'cents2>', 1)}",
    _FLAGS,
)
_BEFORE = re.compile(
    rf"(?P<cur>{CURRENCY_BEFORE})[ ]{{0,2}}[:]?[ ]?(?P<n>{NUMBER})(?:[\s-]{{0,2}}(?P<scale>{SCALE}))?(?:\s?元)?整?",
    _FLAGS,
)
_WORDS = re.compile(
    rf"(?<![{_LETTER}\d])(?P<n>{NUMBER_WORDS}|полтора|півтора|a|half\s+a|several|несколько|кілька|сотни|тысячи|милл"
    rf"ионы)?\s?(?P<scale>{SCALE})\s{{1,2}}(?P<cur>{CURRENCY_AFTER})",
    _FLAGS,
)
_CHINESE = re.compile(
    rf"(?:(?P<pre>人民币|美元|欧元)[（(]?大写[）)]?[:：]?\s?)?(?P<n>{CHINESE_NUMBER})(?P<cur>{CURRENCY_AFTER})整?"
)
_SCALE_SIGNS = frozenset("百千万亿萬億佰仟")
_COMMA_SCALE = re.compile(r"(?:млн|млрд|тыс|трлн|миллион|миллиард|мільйон|мільярд|тис|тысяч|тисяч)", _FLAGS)
_VAT = (
    (
        False,
        re.compile(
            r"^[\s,(]{0,3}(?:без\s+(?:учета\s+|учёта\s+)?НДС|без\s+ПДВ|НДС\s+не\s+облагается|excl(?:\.|uding)?\s+VAT|"
            r"net of VAT|不含税)",
            _FLAGS,
        ),
    ),
    (
        True,
        re.compile(
            r"^[\s,(]{0,3}(?:(?:с|включая|в\s+т(?:ом|\.)\s*ч(?:исле|\.))\s+(?:учетом\s+|учётом\s+)?НДС|(?:з|"
            r"у\s+т\.\s*ч\.|в\s+т\.\s*ч\.|включно\s+з)\s+ПДВ|incl(?:\.|uding)?\s+VAT|含税)",
            _FLAGS,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount of money in a text.

    Attributes:
        start: offset of its first character; `end`: after its last.
        money: in full units; None where the amount is only vague ("millions of dollars").
        vat: True with value added tax, False without, None where the text does not say.
    """

    start: int
    end: int
    money: Money | None
    text: str
    vat: bool | None = None

    @property
    def value(self) -> str:
        """Amount and currency as in the contract: "585000000 USD"."""
        return "" if self.money is None else f"{self.money.contract()['amount']} {self.money.currency}"


def parse_number(text: str, *, decimal_comma: bool | None = None) -> Decimal | None:
    """A plain number with spaces, commas or points in any custom, or None.

    Args:
        text: "30 944 000", "610,600.00", "1.250.000,50", "7,1".
        decimal_comma: True where a comma is known to be decimal; None: a lone comma or point before exactly three
            figures separates thousands if it is a comma, and is decimal if it is a point.

    Example:
        >>> parse_number("30 944 000"), parse_number("3,600"), parse_number("7,1")
        (Decimal('30944000'), Decimal('3600'), Decimal('7.1'))
    """
    written = re.sub(r"[\s'’_]", "", even(text)).rstrip("-–—")
    if not re.fullmatch(r"[+-]?\d[\d.,]*", written):
        return None
    written = written.rstrip(".,")
    commas, points = written.count(","), written.count(".")
    if commas and points:
        written = (
            written.replace(",", "")
            if written.rfind(".") > written.rfind(",")
            else written.replace(".", "").replace(",", ".")
        )
    elif commas > 1 or (commas and not decimal_comma and _is_grouped(written, ",")):
        written = written.replace(",", "")
    elif points > 1 or (points and decimal_comma and _is_grouped(written, ".")):
        written = written.replace(".", "")
    else:
        written = written.replace(",", ".")
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


def _is_grouped(written: str, sign: str) -> bool:
    return re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}{re.escape(sign)}\d{{3}}", written) is not None


def find_money(text: str, *, currency: str | None = None, scale: Decimal = Decimal(1)) -> list[MoneyMention]:
    """All amounts of money of a text in order; none overlap.

    Args:
        text: in any of the four languages.
        currency: of plain numbers, where the column says it (`currency_in`); None: plain numbers are no money.
        scale: what plain numbers are to be multiplied with, where the column says it (`scale_in`).

    Example:
        >>> [m.value for m in find_money("585 млн долл. США, 1.5亿美元")]
        ['585000000 USD', '150000000 USD']
    """
    plain = even(text)
    found = [*_written_after(text, plain), *_written_before(text, plain), *_in_words(text, plain)]
    if currency is not None:
        found.extend(_plain(text, plain, currency, scale))
    found.sort(key=lambda m: (m.start, m.money is None, -m.end))
    chosen: list[MoneyMention] = []
    for mention in found:
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
        elif mention.end > chosen[-1].end and mention.start == chosen[-1].start:
            chosen[-1] = mention
    return chosen


def _written_after(text: str, plain: str) -> list[MoneyMention]:
    found = []
    for match in _AFTER.finditer(plain):
        number, scale, cents = match["n"] or match["n2"], match["scale"] or "", match["cents"] or match["cents2"]
        comma = True if _COMMA_SCALE.match(scale) else None
        mention = _mention(text, plain, match, (number, scale, match["cur"] or match["cur2"]), comma)
        if mention is not None and mention.money is not None and cents:
            whole = Money(mention.money.amount + Decimal(cents) / 100, mention.money.currency)
            if mention.money.amount == mention.money.amount.to_integral_value():
                mention = MoneyMention(mention.start, mention.end, whole, mention.text, mention.vat)
        if mention is not None:
            found.append(mention)
    return found


def _written_before(text: str, plain: str) -> list[MoneyMention]:
    mentions = (_mention(text, plain, m, (m["n"], m["scale"] or "", m["cur"]), None) for m in _BEFORE.finditer(plain))
    return [mention for mention in mentions if mention is not None]


def _in_words(text: str, plain: str) -> list[MoneyMention]:
    found = []
    for match in _WORDS.finditer(plain):
        code, words = currency_code(match["cur"]), (match["n"] or "").casefold()
        amount = {"полтора": Decimal("1.5"), "півтора": Decimal("1.5"), "half a": Decimal("0.5"), "a": Decimal(1)}.get(
            words
        )
        count = words_value(words) if amount is None and words else amount
        money = Money(Decimal(count) * scale_factor(match["scale"]), code) if count and code else None
        found.append(MoneyMention(match.start(), match.end(), money, text[match.start() : match.end()]))
    for match in _CHINESE.finditer(plain):
        value, code = chinese_value(match["n"]), currency_code(match["pre"] or match["cur"])
        # "单价（万元）" heads a column: a scale alone is no amount
        told = any(sign not in _SCALE_SIGNS for sign in match["n"])
        if value and code and told and not (len(match["n"]) == 1 and match["cur"] == "元"):
            found.append(
                MoneyMention(match.start(), match.end(), Money(value, code), text[match.start() : match.end()])
            )
    return found


def _plain(text: str, plain: str, currency: str, scale: Decimal) -> list[MoneyMention]:
    found = []
    for match in re.finditer(rf"{_FREE}(?<![.,-])(?P<n>{NUMBER})(?![\d%]|\s?%|[.,/-]\d)", plain):
        amount = parse_number(match["n"])
        if amount is not None:
            money = Money(amount * scale, currency)
            found.append(MoneyMention(match.start(), match.end(), money, text[match.start() : match.end()]))
    return found


def _mention(
    text: str, plain: str, match: re.Match[str], written: tuple[str, str, str], comma: bool | None
) -> MoneyMention | None:
    number, scale, currency = written
    amount, code = parse_number(number, decimal_comma=comma), currency_code(currency)
    if amount is None or code is None:
        return None
    start, end = match.span()
    while plain[end - 1].isspace():
        end -= 1
    after = plain[end : end + 40]
    vat = next((flag for flag, pattern in _VAT if pattern.match(after)), None)
    return MoneyMention(start, end, Money(amount * scale_factor(scale), code), text[start:end], vat)


def find_mentions(text: str) -> list[Mention]:
    """The amounts of money of a text as mentions."""
    return [Mention(m.start, m.end, MentionType.MONEY, m.text, m.value, "money") for m in find_money(text)]


KIND = Kind("money", "Amounts of money", (MentionType.MONEY,), find_mentions)
