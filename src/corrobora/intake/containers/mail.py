"""Attachments of a mail, attached mails among them."""

from __future__ import annotations

from corrobora.errors import OverBudgetError, UnreadableError
from corrobora.intake.container import Allowance, Container, Problem, Unpacked, UnpackOptions, safe_name, unique
from corrobora.model import magic, mail
from corrobora.model.document import Member


def unpack(untrusted_bytes: bytes, options: UnpackOptions) -> Unpacked:
    """Takes the attachments off a mail."""
    try:
        message = mail.open_message(untrusted_bytes, options.media_type)
    except UnreadableError:
        return Unpacked()
    allowance = Allowance(options.budget, len(untrusted_bytes))
    members: list[Member] = []
    problems: list[Problem] = []
    for name, part in mail.attachments(message):
        own = safe_name(name).replace("/", "_")
        try:
            allowance.member()
            content = mail.payload(part)
            allowance.spend(len(content))
        except OverBudgetError as exc:
            problems.append((own, exc.code, exc.what, ""))
            break
        if content:
            members.append(Member(own, content))
        else:
            problems.append((own, "damaged", "the attachment is empty or cannot be decoded", ""))
    return Unpacked(unique(members), tuple(problems))


CONTAINER = Container(
    name="mail",
    title="Attachments of mails (EML, EMLX, MSG, winmail.dat)",
    media_types=(magic.EML, magic.MSG, magic.TNEF),
    is_archive=False,
    unpack=unpack,
)
