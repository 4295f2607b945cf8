"""What can go wrong, and the exit code of each.

Every error says what happened and what to do next; the front door prints it on
standard error and leaves with its code.
"""

from __future__ import annotations

__all__ = ["EXIT_CODES", "CollectionError", "HistorycliError", "NameTaken", "NotFound", "WrongUsage"]

EXIT_CODES = {
    0: "found, or done",
    1: "failure: the data, a file or the system would not do it",
    2: "wrong usage: an argument or option that cannot be read",
    3: "nothing found",
}


class HistorycliError(Exception):
    """A failure that is told to the user: what happened, then what to do."""

    exit_code = 1

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class WrongUsage(HistorycliError):
    """An argument that cannot be read as what it should be."""

    exit_code = 2


class NotFound(HistorycliError):
    """A question that was understood and has no answer in the collection."""

    exit_code = 3


class NameTaken(HistorycliError):
    """A slug or alias that two events would have: ``name``."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name!r} is taken by an earlier entry")
        self.name = name


class CollectionError(HistorycliError):
    """A compiled collection is missing, damaged or of another version: then ``schema`` is that version."""

    def __init__(self, message: str, advice: str = "", schema: int | None = None) -> None:
        super().__init__(message, advice)
        self.schema = schema
