"""``month`` and ``week``: many days at a glance, each with its lead."""

from __future__ import annotations

import calendar
import datetime
from typing import Annotated

import typer

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, PlainOption
from historycli.dates import MONTHS, Day
from historycli.errors import WrongUsage
from historycli.pages import DatedDay, DaysPage
from historycli.typed_dates import month_named

__all__ = ["month", "week"]


def month(
    name: Annotated[str, typer.Argument(metavar="MONTH", help="june, jun or 6; left out, this one.")] = "",
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """A month with the lead of each day."""
    frame = Frame.of(form, plain, json, date)
    number = _month(name) if name else frame.today.month
    year = frame.today.year
    dates = [datetime.date(year, number, day + 1) for day in range(calendar.monthrange(year, number)[1])]
    with frame.collection() as collection:
        days = tuple(_day(collection, date) for date in dates)
        frame.show(DaysPage(f"{MONTHS[number - 1]} {year}", frame.today, days, in_weeks=True))


def week(
    back: Annotated[bool, typer.Option("--back", help="The last seven days instead.")] = False,
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """The next seven days, today's first."""
    frame = Frame.of(form, plain, json, date)
    offsets = range(-6, 1) if back else range(7)
    try:
        dates = [frame.today + datetime.timedelta(days=offset) for offset in offsets]
    except OverflowError:
        raise WrongUsage("the week goes beyond the calendar", "Give another --date.") from None
    with frame.collection() as collection:
        days = tuple(_day(collection, date) for date in dates)
        frame.show(
            DaysPage("The last seven days" if back else "The next seven days", frame.today, days, in_weeks=False)
        )


def _day(collection: Collection, date: datetime.date) -> DatedDay:
    day = Day(date.month, date.day)
    return DatedDay(date, collection.lead(day, date.year), collection.count_on(day))


def _month(name: str) -> int:
    """The number of a month by its name, three letters of it or more, or its number."""
    if name.isascii() and name.isdecimal() and 1 <= int(name) <= 12:
        return int(name)
    if number := month_named(name):
        return number
    raise WrongUsage(f"{name!r} is no month", "Write june, jun or 6.")
