"""Letters brought down to their plain forms: Łódź to Lodz, Bogotá to Bogota.

Search uses it so that what people can type finds what is written, output so
that a terminal, or a program, without the letters shows something readable.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["ascii_only", "fold", "slug_words"]

# Letters that Unicode does not take apart into a plain one and a mark.
_WHOLE = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "ng", "ə": "e", "Ə": "E",
    "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "’": "'", "‘": "'",
})  # fmt: skip
_SIGNS = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...",
    "×": "x", "·": "-", "•": "*", "→": "->", "←": "<-", "°": " deg", "£": "GBP ", "€": "EUR ", "½": "1/2",
    "█": "#", "▌": "#", "▏": "|", "│": "|", "─": "-", "●": "*", "○": "o", "▶": ">", "✦": "*", "›": ">",
})  # fmt: skip


def fold(text: str) -> str:
    """``text`` without accents and with one-of-a-kind letters spelt plainly; case is kept."""
    if text.isascii():
        return text
    taken_apart = unicodedata.normalize("NFD", text.translate(_WHOLE))
    return unicodedata.normalize("NFC", "".join(c for c in taken_apart if not unicodedata.combining(c)))


def slug_words(text: str) -> list[str]:
    """The words of ``text`` as a slug has them: plain lower-case letters and digits."""
    return re.findall(r"[a-z0-9]+", fold(text).casefold())


def ascii_only(text: str) -> str:
    """``text`` in ASCII: letters and signs spelt plainly, ``?`` for each that cannot be."""
    if text.isascii():
        return text
    spelt = unicodedata.normalize("NFKD", fold(text.translate(_SIGNS)))
    return "".join(letter if letter.isascii() else "?" for letter in spelt)
