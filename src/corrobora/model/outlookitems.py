"""Which properties of Outlook's items tell what, beside those of mail: appointments, people, tasks. Pure.

Numbers after [MS-OXPROPS]; those over 0x8000 have names of their own and are looked up by the number they are named by.
"""

from __future__ import annotations

from collections.abc import Callable

_SHOWN: tuple[tuple[str, int], ...] = (
    ("Start", 0x820D),
    ("Start", 0x0060),
    ("End", 0x820E),
    ("End", 0x0061),
    ("Location", 0x8208),
    ("Required", 0x823C),
    ("Attendees", 0x8238),
    ("Name", 0x3001),
    ("Company", 0x3A16),
    ("Post", 0x3A17),
    ("Department", 0x3A18),
    ("E-mail", 0x8083),
    ("E-mail", 0x8093),
    ("Telephone", 0x3A08),
    ("Mobile", 0x3A1C),
    ("Home-Telephone", 0x3A09),
    ("Fax", 0x3A24),
    ("Address", 0x3A15),
    ("Birthday", 0x3A42),
    ("Task-Start", 0x8104),
    ("Due", 0x8105),
)
"""A header for each property; later ones of the same name count where the earlier are missing."""

HEADERS = tuple(dict.fromkeys(name for name, _ in _SHOWN))
"""Names of the headers that `headers` writes."""

_KINDS = ("ipm.appointment", "ipm.schedule", "ipm.contact", "ipm.distlist", "ipm.task", "ipm.activity")


def headers(kind: str, value_of: Callable[[int], str]) -> dict[str, str]:
    """What an item says beside subject and body, as headers; {} for mail.

    Args:
        kind: its class, "IPM.Appointment".
        value_of: gives a property's value in words, "" where it has none.
    """
    if not kind.casefold().startswith(_KINDS):
        return {}
    found: dict[str, str] = {}
    for name, number in _SHOWN:
        value = " ".join(value_of(number).split())
        if value:
            found.setdefault(name, value)
    return found
