"""Days of the year and historical dates.

A day of the year is a month and a day, 366 of them. A historical date adds a
year as historians count it (44 BC is -44; there is no year 0) and a calendar.
Python's own ``datetime.date`` is used for today's date alone: it knows no BC
and no Julian calendar.

The conversions go through the Julian day number, by the integer formulas of
Richards in the *Explanatory Supplement to the Astronomical Almanac* (3rd ed.,
15.11), which hold for every date the collection can carry.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "GREGORIAN",
    "JULIAN",
    "LEAP_DAY",
    "MONTHS",
    "UNDATED",
    "WEEKDAYS",
    "Day",
    "HistoricalDate",
    "Year",
    "century_of",
    "days_in_month",
    "format_year",
    "is_leap",
    "shows_leap_day",
    "usual_calendar",
    "with_year",
    "years_between",
]

JULIAN, GREGORIAN = "julian", "gregorian"
UNDATED = 0  # the year of what returns every year and has none of its own: there is no year 0
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REFORM = (1582, 10, 15)  # the first day of the Gregorian calendar


def astronomical(year: int) -> int:
    """The year in the count that has a year 0: 44 BC, -44 here, is -43 there."""
    return year + 1 if year < 0 else year


def historical(year: int) -> int:
    """The year as historians count, from the count that has a year 0."""
    return year - 1 if year <= 0 else year


def is_leap(year: int, calendar: str = GREGORIAN) -> bool:
    """Whether ``year`` (never 0) has a 29 February in ``calendar``."""
    count = astronomical(year)
    if calendar == JULIAN:
        return count % 4 == 0
    return count % 4 == 0 and (count % 100 != 0 or count % 400 == 0)


def days_in_month(month: int, year: int | None = None, calendar: str = GREGORIAN) -> int:
    """The number of days of a month, 29 for February where no year is given."""
    if month == 2 and year is not None and not is_leap(year, calendar):
        return 28
    return _LENGTHS[month - 1]


def usual_calendar(year: int, month: int, day: int) -> str:
    """The calendar a date is taken to be in: Julian before 15 October 1582."""
    return JULIAN if (year, month, day) < _REFORM else GREGORIAN


def years_between(earlier: int, later: int) -> int:
    """Whole years from one year to another, without a year 0: -44 to 2026 is 2069."""
    return astronomical(later) - astronomical(earlier)


def century_of(year: int) -> int:
    """20 for 1901 to 2000, -1 for 100 to 1 BC; there is no century 0, as there is no year 0."""
    return (abs(year) + 99) // 100 * (1 if year > 0 else -1)


def format_year(year: int) -> str:
    """``"1956"``, ``"44 BC"`` for -44, and nothing for UNDATED."""
    return f"{-year} BC" if year < 0 else str(year or "")


def with_year(year: int, text: str) -> str:
    """``"1956: …"``; the text alone where it is UNDATED."""
    return f"{format_year(year)}: {text}" if year else text


class Day(NamedTuple):
    """A day of the year: month 1 to 12, day 1 to 31, 29 February among them."""

    month: int
    day: int

    @classmethod
    def of(cls, month: int, day: int) -> Day:
        """A day that exists; ValueError, with the reason, for one that does not."""
        if not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}: months go from 1 to 12")
        if not 1 <= day <= days_in_month(month):
            raise ValueError(f"{MONTHS[month - 1]} has {days_in_month(month)} days, not {day}")
        return cls(month, day)

    @classmethod
    def parse(cls, text: str) -> Day:
        """Read ``"06-04"``, the form the data uses; ValueError for anything else."""
        month, dash, day = text.partition("-")
        if not (dash and len(month) == len(day) == 2 and (month + day).isascii() and (month + day).isdecimal()):
            raise ValueError(f"a day is written MM-DD, such as 06-04, not {text!r}")
        return cls.of(int(month), int(day))

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]}"

    @property
    def short(self) -> str:
        """``"4 Jun"``"""
        return f"{self.day} {MONTHS[self.month - 1][:3]}"

    @property
    def iso(self) -> str:
        """``"06-04"``"""
        return f"{self.month:02}-{self.day:02}"


class Year(NamedTuple):
    """A year as historians count it, never 0."""

    number: int

    def __str__(self) -> str:
        return format_year(self.number)


class HistoricalDate(NamedTuple):
    """A date with its calendar: ``HistoricalDate(-44, 3, 15, "julian")``."""

    year: int
    month: int
    day: int
    calendar: str

    @classmethod
    def of(cls, year: int, month: int, day: int, calendar: str | None = None) -> HistoricalDate:
        """A date that exists, by default in the calendar usual for it; else ValueError."""
        if year == 0:
            raise ValueError("there is no year 0: 1 BC is followed by AD 1")
        Day.of(month, day)
        calendar = calendar or usual_calendar(year, month, day)
        if day > days_in_month(month, year, calendar):
            raise ValueError(f"February {format_year(year)} has 28 days in the {calendar.title()} calendar")
        return cls(year, month, day, calendar)

    @classmethod
    def parse(cls, text: str, calendar: str | None = None) -> HistoricalDate:
        """Read ``"1917-10-25"``, ``"-44-03-15"`` or, UNDATED, ``"--06-04"``; ValueError for anything else."""
        if text.startswith("--"):
            return cls(UNDATED, *Day.parse(text[2:]), GREGORIAN)
        parts = text.removeprefix("-").split("-")
        if [len(part) for part in parts[1:]] != [2, 2] or not all(p.isascii() and p.isdecimal() for p in parts):
            raise ValueError(f"a date is written YYYY-MM-DD, such as 1917-10-25, not {text!r}")
        year, month, day = (int(part) for part in parts)
        return cls.of(-year if text.startswith("-") else year, month, day, calendar)

    @property
    def day_of_year(self) -> Day:
        return Day(self.month, self.day)

    @property
    def iso(self) -> str:
        """``"1917-10-25"``; BC years keep the historians' count, ``"-44-03-15"``; UNDATED is ``"--06-04"``."""
        return f"{self.year or '-'}-{self.month:02}-{self.day:02}"

    def __str__(self) -> str:
        return f"{self.day_of_year} {format_year(self.year)}".rstrip()

    @property
    def julian_day_number(self) -> int:
        """Days since noon of 1 January 4713 BC (Julian), at noon of this date."""
        shift = -1 if self.month <= 2 else 0  # years run from March, so that 29 February is last
        year = astronomical(self.year) + 4800 + shift
        month = self.month - 2 - 12 * shift
        number = 1461 * year // 4 + 367 * month // 12 + self.day
        if self.calendar == JULIAN:
            return number - 32113
        return number - 3 * ((year + 100) // 100) // 4 - 32075

    @classmethod
    def from_julian_day_number(cls, number: int, calendar: str) -> HistoricalDate:
        """The date of a Julian day number, in the calendar asked for."""
        f = number + 1401
        if calendar == GREGORIAN:
            f += (4 * number + 274277) // 146097 * 3 // 4 - 38
        e = 4 * f + 3
        h = 5 * (e % 1461 // 4) + 2
        month = (h // 153 + 2) % 12 + 1
        year = e // 1461 - 4716 + (14 - month) // 12
        return cls(historical(year), month, h % 153 // 5 + 1, calendar)

    def in_calendar(self, calendar: str) -> HistoricalDate:
        """The same day in the other calendar (or this very date in its own)."""
        if calendar == self.calendar:
            return self
        return self.from_julian_day_number(self.julian_day_number, calendar)

    @property
    def weekday(self) -> str:
        """The day of the week, reckoned; the week runs on through every calendar."""
        return WEEKDAYS[self.julian_day_number % 7]


LEAP_DAY = Day(2, 29)


def shows_leap_day(day: Day, year: int, rule: str) -> bool:
    """Whether ``day`` shows 29 February's events too, in ``year``, which has none of its own.

    ``rule`` is ``"february"`` (28 February does), ``"march"`` (1 March does) or ``"hide"``.
    """
    return not is_leap(year) and day == {"february": Day(2, 28), "march": Day(3, 1)}.get(rule)
