"""``today`` and ``on``: the page of a day, a date or a year."""

from __future__ import annotations

import re
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from historycli.collection import Collection
from historycli.commands.frame import Frame
from historycli.commands.options import DateOption, FormatOption, JsonOption, LimitOption, PlainOption
from historycli.dates import LEAP_DAY, WEEKDAYS, Day, HistoricalDate, shows_leap_day
from historycli.errors import NotFound
from historycli.event import Anniversary
from historycli.pages import DayPage, ListPage
from historycli.typed_dates import read_day

__all__ = ["on", "today"]

FullOption = Annotated[bool, typer.Option("--full", help="Print the lead article whole.")]
OTHERS = 12


def today(
    full: FullOption = False,
    limit: LimitOption = OTHERS,
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """Today's page: the lead story, then the other events."""
    frame = Frame.of(form, plain, json, date)
    day = Day(frame.today.month, frame.today.day)
    heading = f"{WEEKDAYS[frame.today.weekday()]} {day} {frame.today.year}"
    with frame.collection() as collection:
        frame.show(_day_page(collection, frame, day, heading, full, limit))


def on(
    day: Annotated[list[str], typer.Argument(help="06-04, 4 June, friday, +3, 1956-06-04, 1956 or 44 BC.")],
    full: FullOption = False,
    limit: LimitOption = OTHERS,
    date: DateOption = None,
    form: FormatOption = None,
    plain: PlainOption = False,
    json: JsonOption = False,
) -> None:
    """The same for any day, date or year."""
    frame = Frame.of(form, plain, json, date)
    wanted = read_day(" ".join(day), frame.today, frame.settings.values["date_order"])
    with frame.collection() as collection:
        if isinstance(wanted, Day):
            frame.show(_day_page(collection, frame, wanted, str(wanted), full, limit))
        elif isinstance(wanted, HistoricalDate):
            shown = collection.on_date(wanted)
            if not shown:
                raise NotFound(
                    f"nothing is told of {wanted}", f"For the day in every year: historycli on {wanted.day_of_year.iso}"
                )
            frame.show(_list_page(str(wanted), shown, len(shown), limit))
        else:
            count = collection.count_in(wanted)
            if not count:
                raise NotFound(f"nothing is told of the year {wanted}", "Try a year near it, or: historycli about")
            frame.show(_list_page(str(wanted), collection.in_year(wanted, limit), count, limit))


class DayCommand(TyperCommand):
    """A command that takes ``-1`` as a day: dash words of digits are arguments, all others are options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        days = [word for word in args if re.fullmatch(r"-[0-9][0-9-]*", word)]
        if days and "--" not in args:
            args = [*(word for word in args if word not in days), "--", *days]
        return super().parse_args(ctx, args)


COMMAND_CLASSES = {"on": DayCommand}


def _day_page(collection: Collection, frame: Frame, day: Day, heading: str, whole: bool, limit: int) -> DayPage:
    """The page of a day in the year of today. Raises NotFound where the day has no event at all."""
    year = frame.today.year
    lead = collection.lead(day, year)
    others = [
        shown
        for shown in collection.on(day, limit + 1)
        if not (lead and shown.event.name == lead.name and not shown.reason)
    ]
    guests = collection.on(LEAP_DAY) if shows_leap_day(day, year, frame.settings.values["leap_day"]) else []
    if not (lead or others or guests):
        raise NotFound(f"nothing is told of {day} yet", "Add events of your own with a pack, or try another day.")
    more = collection.count_on(day) - bool(lead) - len(others[:limit])
    return DayPage(heading, day, frame.today, lead, whole, tuple(others[:limit]), tuple(guests), more)


def _list_page(heading: str, shown: list[Anniversary], count: int, limit: int) -> ListPage:
    return ListPage(heading, tuple(shown[:limit]), max(0, count - limit))
