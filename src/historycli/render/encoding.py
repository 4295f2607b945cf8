"""Text for streams that have not every letter: something readable instead of a crash."""

from __future__ import annotations

import codecs
import io
from typing import TextIO

from historycli.letters import ascii_only

__all__ = ["never_fail"]


def never_fail(stream: TextIO) -> None:
    """Make ``stream`` write a plain letter, or ``?``, for each one that its encoding lacks."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors != "plainly":
        codecs.register_error("plainly", _plainly)
        stream.reconfigure(errors="plainly")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return ascii_only(error.object[error.start : error.end]), error.end
