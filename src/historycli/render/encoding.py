"""Text for streams that have not every letter: something readable instead of a crash."""

from __future__ import annotations

import codecs
import io
import unicodedata
from typing import TextIO

from historycli.letters import fold

__all__ = ["never_fail"]

_SIGNS = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...",
    "×": "x", "·": "-", "•": "*", "→": "->", "←": "<-", "°": " deg", "£": "GBP ", "€": "EUR ", "½": "1/2",
    "█": "#", "▌": "#", "▏": "|", "│": "|", "─": "-", "●": "*", "○": "o", "▶": ">", "✦": "*", "›": ">",
})  # fmt: skip


def never_fail(stream: TextIO) -> None:
    """Make ``stream`` write a plain letter, or ``?``, for each one that its encoding lacks."""
    if isinstance(stream, io.TextIOWrapper) and stream.errors != "plainly":
        codecs.register_error("plainly", _plainly)
        stream.reconfigure(errors="plainly")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    spelt = unicodedata.normalize("NFKD", fold(text.translate(_SIGNS)))
    return "".join(letter if letter.isascii() else "?" for letter in spelt), error.end
