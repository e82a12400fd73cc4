"""Everything that can go wrong, with what to do about it.

CorroboraError               exit 2
├── InputError               a path, file or option the user gave cannot be used
├── CaseError                the case folder cannot be used (missing, locked, newer version)
├── UnreadableError          one document or table could not be read: a state to list, never the end of a run
│   ├── EncryptedError       a password is missing
│   ├── UnsupportedError     nothing here reads this format
│   ├── DamagedError         the file is broken
│   ├── OverBudgetError      the file asks for more than the limits allow (bombs, depth, count)
│   └── WorkerError          the reader crashed, hung or was killed
└── MissingToolError         something that is not installed would help
"""

from __future__ import annotations


class CorroboraError(Exception):
    """An error with its three parts: what happened, where, and what to do.

    Args:
        what: what happened, in one short sentence without a full stop.
        where: the file, page, row or option it happened to; empty when there is none.
        remedy: what the user can do next; empty when nothing helps.
    """

    exit_code = 2
    code = "error"

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what, self.where, self.remedy = what, where, remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}{self.what}{remedy}"


class InputError(CorroboraError):
    """A path, file or option that the user gave cannot be used."""

    code = "input"


class CaseError(CorroboraError):
    """The case folder cannot be used."""

    code = "case"


class UnreadableError(CorroboraError):
    """One document or table could not be read; the rest goes on."""

    code = "unreadable"


class EncryptedError(UnreadableError):
    """A password is missing; unless told otherwise the remedy says where to put it."""

    code = "encrypted"
    way_out = "add its password to passwords in case.toml and run again"

    def __init__(self, what: str, where: str = "", remedy: str = way_out) -> None:
        super().__init__(what, where, remedy)


class UnsupportedError(UnreadableError):
    """Nothing here reads this format."""

    code = "unsupported"


class DamagedError(UnreadableError):
    """The file is broken."""

    code = "damaged"


class OverBudgetError(UnreadableError):
    """The file asks for more bytes, members, depth or time than the limits allow."""

    code = "over-budget"


class WorkerError(UnreadableError):
    """The reader crashed, hung or was killed."""

    code = "worker"


class MissingToolError(UnreadableError):
    """Something that is not installed would help; the remedy names the command."""

    code = "missing-tool"
