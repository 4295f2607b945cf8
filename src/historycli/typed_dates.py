"""Reading what people type for a day, a date or a year.

``06-04``, ``4 June``, ``june 4th``, ``today``, ``+3``, ``friday``,
``1956-06-04``, ``1956``, ``44 BC``, ``15 March 44 BC``. What could mean two
things is refused with what to type instead, never guessed.
"""

from __future__ import annotations

import datetime
import re

from historycli.dates import MONTHS, WEEKDAYS, Day, HistoricalDate, Year
from historycli.errors import WrongUsage

__all__ = ["month_named", "read_day", "read_today"]

_EXAMPLES = "Type a day (06-04, 4 June, today, friday, +3), a date (1956-06-04) or a year (1956, 44 BC)."
_ERA = r"(?P<era>bc|bce|ad|ce)"
_DAY_MONTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[a-z]{3,9})\.?"
_MONTH_DAY = r"(?P<month>[a-z]{3,9})\.? (?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = rf"(?P<year>\d{{1,4}}) ?{_ERA}|(?P<ad>ad|ce) (?P<after>\d{{1,4}})|(?P<plain>\d{{3,4}})"


def read_day(text: str, today: datetime.date, date_order: str = "") -> Day | HistoricalDate | Year:
    """Read a day of the year, a date or a year as people type them.

    ``today`` is what ``today``, ``+3`` and ``friday`` count from. ``date_order``
    is ``"day-first"`` or ``"month-first"`` for ``6/4``; empty, ``6/4`` is refused.
    Raises WrongUsage, with what to type instead, for what cannot be read.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    try:
        found = (
            _relative(words, today) or _numeric(words) or _slashed(words, date_order) or _year(words) or _named(words)
        )
    except ValueError as error:
        raise WrongUsage(f"{text}: {error}", _EXAMPLES) from None
    if found is None:
        raise WrongUsage(f"cannot read {text!r} as a day", _advice(words))
    return found


def read_today(text: str) -> datetime.date:
    """Read the date that stands for today, ``YYYY-MM-DD``; WrongUsage for anything else."""
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError("it is not YYYY-MM-DD")
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise WrongUsage(f"cannot take {text!r} for today's date: {error}", "Write it like 2026-06-04.") from None


def month_named(name: str) -> int | None:
    """The number of the month that three letters of its name, or more, begin; None where none or several do."""
    return _begins(name.casefold(), MONTHS)


def _relative(words: str, today: datetime.date) -> Day | None:
    offsets = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if words in offsets:
        offset = offsets[words]
    elif re.fullmatch(r"[+-]\d+", words, re.ASCII):
        offset = int(words[:12])
    elif weekday := _begins(words, WEEKDAYS):
        offset = (weekday - 1 - today.weekday()) % 7
    else:
        return None
    try:
        then = today + datetime.timedelta(days=offset)
    except OverflowError:
        raise ValueError("that is further from today than the calendar goes") from None
    return Day(then.month, then.day)


def _numeric(words: str) -> Day | HistoricalDate | None:
    if match := re.fullmatch(r"(\d{1,2})-(\d{1,2})", words, re.ASCII):
        return Day.of(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{1,4})-(\d{1,2})-(\d{1,2})", words, re.ASCII):
        return HistoricalDate.of(int(match[1]), int(match[2]), int(match[3]))
    return None


def _slashed(words: str, date_order: str) -> Day | None:
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})", words, re.ASCII)
    if not match:
        return None
    first, second = int(match[1]), int(match[2])
    if first == second or first > 12 or second > 12:
        return Day.of(min(first, second), max(first, second))
    if date_order == "day-first":
        return Day.of(second, first)
    if date_order == "month-first":
        return Day.of(first, second)
    one, other = Day(first, second), Day(second, first)
    raise ValueError(f"it could be {one} or {other}; type {one.iso} or {other.iso}")


def _year(words: str) -> Year | None:
    match = re.fullmatch(_YEAR, words, re.ASCII)
    if not match:
        return None
    number = int(match["year"] or match["after"] or match["plain"])
    if number == 0:
        raise ValueError("there is no year 0: 1 BC is followed by AD 1")
    return Year(-number if match["era"] in ("bc", "bce") else number)


def _named(words: str) -> Day | HistoricalDate | None:
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        match = re.match(pattern, words, re.ASCII)
        month = month_named(match["month"]) if match else None
        if not match or not month:
            continue
        rest = words[match.end() :]
        if not rest:
            return Day.of(month, int(match["day"]))
        year = _year(rest.strip()) if rest.startswith(" ") else None
        if year:
            return HistoricalDate.of(year.number, month, int(match["day"]))
    return None


def _begins(word: str, names: tuple[str, ...]) -> int | None:
    """The number, from 1, of the one name that ``word`` (three letters or more) begins."""
    if len(word) < 3:
        return None
    found = [number for number, name in enumerate(names, 1) if name.casefold().startswith(word)]
    return found[0] if len(found) == 1 else None


def _advice(words: str) -> str:
    if words.isascii() and words.isdecimal() and len(words) <= 2:
        day = f"For a day, add its month: {words} June or 06-{int(words):02}."
        return f"{day} For a year, add its era: {words} BC or AD {words}."
    if month_named(words):
        return f"Add the day of the month: 4 {words.title()}."
    return _EXAMPLES
