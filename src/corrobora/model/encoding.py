"""Which encoding a text is in: by marks, by validity, then by how its letters follow each other. Pure.

Byte statistics of Russian and Ukrainian tell CP1251, KOI8-R/U, CP866, MacCyrillic and ISO 8859-5 apart on a few words
already, where
general detectors need a page; Chinese is told by how common its characters are in the decoded text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

# Shares per thousand of letters in Russian running text (counted by many; rounded), for the score of a decoded text.
_COMMON = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ",
        (
            110,
            85,
            80,
            74,
            67,
            63,
            55,
            47,
            45,
            44,
            35,
            32,
            30,
            28,
            26,
            20,
            19,
            17,
            17,
            16,
            16,
            15,
            12,
            10,
            9,
            7,
            6,
            5,
            4,
            3,
            3,
            1,
            1,
            12,
            6,
            5,
            1,
        ),
        strict=True,
    )
)
_CYRILLIC = ("cp1251", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5")
_CHINESE = ("gb18030", "big5hkscs")
_LATIN = ("cp1252", "cp1250", "cp1254", "mac_roman")
# Characters that open most Chinese and Taiwanese running text, simplified and traditional: function words, numbers,
# dates, offices.
_FREQUENT_HANZI = set(
    "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想"
    "看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给"
    "等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市司部合同甲乙方签字日期号单价总额"
    "這個來說們為時過學對還發當開見經頭動兩長樣現將與進實點種聲話給業間電門東關並內產總額價單號簽約會國無於後機務員請書"
)
_TELLING, _PLAINLY = 8, 0.5
_WESTERN = frozenset("éèêëàâäöüßçñóíáîôûïęąłśżźćńčšžřůýăşţğıåøæ")
_ONE_LETTER_WORDS = frozenset("аикосувяіїєзйгдпнлмт")
_SIGNS = re.compile("[№«»—–…“”„’]")
_CYRILLIC_RUN = re.compile(r"[\u0400-\u045f]+")
_LETTER_RUN = re.compile(r"[^\W\d_]+")


def decode(untrusted_bytes: bytes, declared: str = "") -> tuple[str, str]:
    """The text and the name of the encoding it was in.

    Args:
        untrusted_bytes: the text's bytes.
        declared: what a header or a meta tag claims; believed unless it does not fit, or something else fits plainly
            better (mail programs write one name and another encoding).

    Example:
        >>> decode("Протокол встречи".encode("cp866"))
        ('Протокол встречи', 'cp866')
    """
    marked = _by_mark(untrusted_bytes)
    if marked:
        return marked
    claimed = _known(declared)
    if claimed and claimed not in ("ascii", "iso8859-1", "cp1252"):
        fitting = _fitting(untrusted_bytes, claimed)
        text = untrusted_bytes.decode(fitting, "replace")
        if text.count("\ufffd") * 50 <= len(text):
            return text, fitting
    try:
        return untrusted_bytes.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as exc:
        # a file cut in the middle of a character, or one bad byte in a long one, is still UTF-8
        lenient = untrusted_bytes.decode("utf-8", "replace")
        if exc.start >= len(untrusted_bytes) - 3 or lenient.count("\ufffd") * 100 < _non_ascii(lenient):
            return lenient, "utf-8"
    name = guess(untrusted_bytes)
    return untrusted_bytes.decode(name, "replace"), name


def encoding_of(untrusted_bytes: bytes) -> str:
    """The name of the encoding of a text or of its head, which may end inside a character; ASCII is UTF-8."""
    return decode(untrusted_bytes)[1]


def guess(untrusted_bytes: bytes) -> str:
    """The likeliest 8-bit or Chinese encoding of bytes that are no UTF-8."""
    sample = _telling_part(untrusted_bytes)
    scores = {name: _score(sample, name) for name in (*_CYRILLIC, *_CHINESE, *_LATIN)}
    best = max(scores, key=lambda name: scores[name])
    if best == "koi8_u" and not re.search(rb"[\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd]", sample):
        return "koi8_r"
    return best


def _by_mark(untrusted_bytes: bytes) -> tuple[str, str] | None:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if untrusted_bytes.startswith(mark):
            return untrusted_bytes.decode(name, "replace"), name
    head = untrusted_bytes[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(even, odd) * 5 > len(head) and min(even, odd) * 50 < len(head):
        name = "utf-16-le" if odd > even else "utf-16-be"
        return untrusted_bytes.decode(name, "replace"), name
    return _utf16_without_zeros(untrusted_bytes)


def _utf16_without_zeros(untrusted_bytes: bytes) -> tuple[str, str] | None:
    """Cyrillic UTF-16 has 0x04 in every other byte where English has zeros."""
    head = untrusted_bytes[: 4096 & ~1]
    for name, half in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(half) >= 4 and (half.count(4) + half.count(0)) * 10 > len(half) * 9:
            return untrusted_bytes.decode(name, "replace"), name
    return None


def _known(declared: str) -> str:
    try:
        return codecs.lookup(
            {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(declared.lower(), declared)
        ).name
    except (LookupError, ValueError):
        return ""


def _fitting(untrusted_bytes: bytes, claimed: str) -> str:
    """The claimed encoding, or the one that the bytes plainly are in.

    Over texts of 3 to 70 letters in Russian, Ukrainian and Chinese the true encoding never scored below another, and
    the wrong ones scored 0.5 and more below it (only the Macintosh's comes near Windows').
    """
    if claimed.replace("_", "-") != "utf-8" and _is_plainly_utf8(untrusted_bytes):
        return "utf-8"
    name = {"koi8-r": "koi8_u", "koi8-u": "koi8_u", "iso8859-5": "iso8859_5", "mac-cyrillic": "mac_cyrillic"}.get(
        claimed, claimed
    )
    sample = _telling_part(untrusted_bytes)
    if name not in (*_CYRILLIC, *_CHINESE) or sum(1 for byte in sample if byte > 127) < _TELLING:
        return claimed
    best = guess(sample)
    return best if best not in _LATIN and _score(sample, best) > _score(sample, name) + _PLAINLY else claimed


def _is_plainly_utf8(untrusted_bytes: bytes) -> bool:
    """Whether there are several characters of more than one byte, all well formed: no other encoding does that."""
    try:
        text = untrusted_bytes.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _non_ascii(text) >= 3


def _non_ascii(text: str) -> int:
    return sum(1 for letter in text if letter > "\x7f")


def _telling_part(untrusted_bytes: bytes) -> bytes:
    """Lines with bytes over 127, up to 16 kB of them: the rest tells nothing."""
    if len(untrusted_bytes) <= 16_384:
        return untrusted_bytes
    lines = [line for line in untrusted_bytes[: 1 << 20].splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:16_384] or untrusted_bytes[:16_384]


def _score(sample: bytes, name: str) -> float:
    """How natural the sample reads in this encoding, per byte over 127."""
    text = sample.decode(name, "replace")
    high = sum(1 for byte in sample if byte > 127) or 1
    penalty = 12.0 * text.count("\ufffd")
    if name in _CHINESE:
        return (_chinese_points(text) - penalty) / high
    letters = 0.0
    for run in _LETTER_RUN.findall(text):
        letters += _run_points(run, latin=name in _LATIN)
    odd = sum(
        1
        for letter in text
        if letter > "\x7f" and unicodedata.category(letter) in ("So", "Cc", "Cn", "Sm", "Sk", "Co") and letter != "№"
    )
    return (letters + 2.0 * len(_SIGNS.findall(text)) - penalty - 3.0 * odd) / high


def _chinese_points(text: str) -> float:
    # Chinese encodings hold Cyrillic and Latin words too: the table of a Russian authority with Chinese headers
    points = sum(2.0 * _run_points(run, latin=False) for run in _CYRILLIC_RUN.findall(text))
    for letter in text:
        if "\u0400" <= letter <= "\u045f":
            continue
        if "\u4e00" <= letter <= "\u9fff":
            # two bytes for one character: the points of two letters
            points += 6.0 if letter in _FREQUENT_HANZI else 3.0 if _is_common(letter) else -1.0
        elif "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uff60":
            points += 4.0
        elif letter > "\x7f":
            points -= 4.0
    return points


def _is_common(letter: str) -> bool:
    """Whether it stands in the first, common part of the Chinese or the Taiwanese standard."""
    try:
        if letter.encode("gb2312")[0] < 0xD8:
            return True
    except UnicodeEncodeError:
        pass
    try:
        return letter.encode("big5")[0] <= 0xC6
    except UnicodeEncodeError:
        return False


def _run_points(run: str, *, latin: bool) -> float:
    """Points of one run of letters: common letters, one script, capitals only in front or throughout."""
    high = [letter for letter in run if letter > "\x7f"]
    if latin:
        usual = sum(letter.lower() in _WESTERN for letter in high)
        return 1.5 * usual - 1.5 * (len(high) - usual) if len(high) < len(run) else -1.0 * len(high)
    if len(high) < len(run):
        # Latin and Cyrillic letters in one word
        return -2.0 * len(high)
    points = sum(1.0 + min(_COMMON[letter], 80) / 40 if letter in _COMMON else -1.5 for letter in run.lower())
    if len(run) == 1 and run.lower() not in _ONE_LETTER_WORDS:
        points -= 3.0
    inner = run[1:]
    if any(letter.isupper() for letter in inner) and not run.isupper():
        points -= 1.5 * sum(1 for letter in inner if letter.isupper())
    return points
