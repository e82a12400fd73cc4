"""Names written in two scripts at once, taken apart."""

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
        return (form,)
    other = (NameForm(rest, names.script(rest), form.system),) if any(sign.isalpha() for sign in rest) else ()
    return (*other, *(NameForm(text, "Hani", "hanzi") for text in han))
