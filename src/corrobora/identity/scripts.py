"""Names as they came out of the papers, put into the form that the rest works with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corrobora import names
from corrobora.model.facts import Appearance, NameForm

_HAN = re.compile(r"[\u3400-\u9fff·]{2,}")


def with_split_names(seen: Sequence[Appearance]) -> list[Appearance]:
    """Appearances in which "Ван Минлян (王明亮)" stands as two forms of one name."""
    return [replace(one, names=tuple(part for form in one.names for part in _parts(form))) for one in seen]


def _parts(form: NameForm) -> tuple[NameForm, ...]:
    han = _HAN.findall(form.text)
    rest = re.sub(r"[\s()（）,/]+", " ", _HAN.sub(" ", form.text)).strip()
    if not han or not rest:
        return (replace(form, text=_even(form.text)),)
    other = (NameForm(_even(rest), names.script(rest), form.system),) if any(sign.isalpha() for sign in rest) else ()
    return (*other, *(NameForm(text, "Hani", "hanzi") for text in han))


def _even(text: str) -> str:
    """Capitals inside an otherwise small-lettered name ("ЮЙ Или", a machine's reading) made like the rest."""
    words = text.split()
    loud = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if not loud or len(loud) == len([word for word in words if len(word) > 1]):
        return text
    return " ".join(word.capitalize() if word in loud else word for word in words)
