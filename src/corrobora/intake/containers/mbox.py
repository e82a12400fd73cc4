"""Mail folders in one file: each message is a member."""

from __future__ import annotations

import re

from corrobora.errors import OverBudgetError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions
from corrobora.model import magic
from corrobora.model.document import Member

_START = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]*\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Cuts a mail folder into its messages, named by their place in it."""
    allowance = Allowance(options.budget, len(untrusted_bytes))
    starts = list(_START.finditer(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    for number, start in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(untrusted_bytes)
        message = _QUOTED.sub(rb"\1", untrusted_bytes[start.end() : end])
        try:
            allowance.member()
            allowance.spend(len(message))
        except OverBudgetError as exc:
            problems.append((f"message {number + 1}", exc.code, exc.what, ""))
            break
        members.append(Member(f"{number + 1}.eml", message))
    return Unpacked(tuple(members), tuple(problems))


CONTAINER = Container(
    name="mbox",
    title="Mail folders (MBOX)",
    media_types=(magic.MBOX,),
    is_archive=True,
    unpack=unpack,
)
