from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historycli.dates import MONTHS, Day, HistoricalDate, Year
from historycli.errors import WrongUsage
from historycli.typed_dates import read_day, read_today

TODAY = datetime.date(2026, 6, 4)  # a Thursday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("06-04", Day(6, 4)),
        ("6-4", Day(6, 4)),
        ("4 June", Day(6, 4)),
        ("june 4th", Day(6, 4)),
        ("4th of June", Day(6, 4)),
        ("Jun 4", Day(6, 4)),
        ("  JUNE   the 4th ", Day(6, 4)),
        ("4 Sept.", Day(9, 4)),
        ("29 february", Day(2, 29)),
        ("today", Day(6, 4)),
        ("tomorrow", Day(6, 5)),
        ("yesterday", Day(6, 3)),
        ("+3", Day(6, 7)),
        ("-1", Day(6, 3)),
        ("-365", Day(6, 4)),
        ("thursday", Day(6, 4)),
        ("fri", Day(6, 5)),
        ("wednesday", Day(6, 10)),
        ("13/4", Day(4, 13)),
        ("4/13", Day(4, 13)),
        ("4/4", Day(4, 4)),
        ("12/12", Day(12, 12)),
        ("1956-06-04", HistoricalDate(1956, 6, 4, "gregorian")),
        ("4 June 1956", HistoricalDate(1956, 6, 4, "gregorian")),
        ("June 4, 1956", HistoricalDate(1956, 6, 4, "gregorian")),
        ("15 March 44 BC", HistoricalDate(-44, 3, 15, "julian")),
        ("march 15 44bc", HistoricalDate(-44, 3, 15, "julian")),
        ("2 June AD 455", HistoricalDate(455, 6, 2, "julian")),
        ("10 Oct 1582", HistoricalDate(1582, 10, 10, "julian")),
        ("1956", Year(1956)),
        ("476", Year(476)),
        ("44 BC", Year(-44)),
        ("44 bce", Year(-44)),
        ("AD 64", Year(64)),
        ("64 CE", Year(64)),
    ],
)
def test_what_people_type(typed: str, meant: Day | HistoricalDate | Year) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(("order", "meant"), [("day-first", Day(4, 6)), ("month-first", Day(6, 4))])
def test_a_setting_says_which_comes_first(order: str, meant: Day) -> None:
    assert read_day("6/4", TODAY, order) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("6/4", "it could be 4 June or 6 April; type 06-04 or 04-06"),
        ("12/4", "it could be 4 December or 12 April"),
        ("4/12", "it could be 12 April or 4 December"),
        ("2-30", "February has 29 days, not 30"),
        ("13-04", "there is no month 13"),
        ("31 April", "April has 30 days"),
        ("29 February 1900", "28 days in the Gregorian"),
        ("0 BC", "no year 0"),
        ("000", "no year 0"),
        ("15/15", "there is no month 15"),
        ("+99999999999", "further from today"),
        ("4", "cannot read '4'"),
        ("June", "cannot read 'June'"),
        ("ju 4", "cannot read"),
        ("ma 3", "cannot read"),
        ("4 Juneish", "cannot read"),
        ("", "cannot read ''"),
        ("--5", "cannot read"),
        ("4 June 1956 BC AD", "cannot read"),
        ("٤ June", "cannot read"),
    ],
)
def test_what_is_refused(typed: str, told: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read_day(typed, TODAY)
    assert told in refused.value.message
    assert refused.value.advice


def test_a_bare_number_is_told_what_to_type() -> None:
    with pytest.raises(WrongUsage) as refused:
        read_day("4", TODAY)
    assert refused.value.advice == ("For a day, add its month: 4 June or 06-04. For a year, add its era: 4 BC or AD 4.")


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)))
def test_every_day_is_read_in_every_form(date: datetime.date) -> None:
    day, name = Day(date.month, date.day), MONTHS[date.month - 1]
    for typed in (
        day.iso,
        str(day),
        f"{name} {day.day}",
        f"{name[:3]} {day.day}th",
        f"the {day.day}".replace("the ", "") + f" of {name}",
    ):
        assert read_day(typed, TODAY) == day


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        read_day(typed, TODAY)
    except WrongUsage as refused:
        assert refused.advice


def test_today_may_be_set() -> None:
    assert read_today("2026-02-28") == datetime.date(2026, 2, 28)


@pytest.mark.parametrize("text", ["2026-02-30", "26-02-28", "today", "", "2026-2-28", "20260228", "0000-01-01"])
def test_today_is_a_whole_date(text: str) -> None:
    with pytest.raises(WrongUsage, match="today's date"):
        read_today(text)


def test_days_from_the_ends_of_the_calendar() -> None:
    with pytest.raises(WrongUsage, match="further from today"):
        read_day("+1", datetime.date.max)
