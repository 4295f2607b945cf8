from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historycli.dates import (
    GREGORIAN,
    JULIAN,
    LEAP_DAY,
    UNDATED,
    Day,
    HistoricalDate,
    days_in_month,
    format_year,
    is_leap,
    shows_leap_day,
    with_year,
    years_between,
)

years = st.integers(-4000, 4000).filter(bool)
calendars = st.sampled_from([JULIAN, GREGORIAN])


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    year, month, calendar = draw(years), draw(st.integers(1, 12)), draw(calendars)
    return HistoricalDate(year, month, draw(st.integers(1, days_in_month(month, year, calendar))), calendar)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ("1582-10-05", "1582-10-15"),
        ("1582-10-04", "1582-10-14"),
        ("1917-10-25", "1917-11-07"),
        ("1732-02-11", "1732-02-22"),
        ("1900-02-29", "1900-03-13"),
        ("-44-03-15", "-44-03-13"),
        ("-1-12-30", "-1-12-28"),
        ("1-01-01", "-1-12-30"),
    ],
)
def test_a_day_has_these_names_in_both_calendars(julian: str, gregorian: str) -> None:
    assert HistoricalDate.parse(julian, JULIAN).in_calendar(GREGORIAN) == HistoricalDate.parse(gregorian, GREGORIAN)
    assert HistoricalDate.parse(gregorian, GREGORIAN).in_calendar(JULIAN) == HistoricalDate.parse(julian, JULIAN)


def test_the_reform_left_out_ten_days() -> None:
    last, first = HistoricalDate.of(1582, 10, 4), HistoricalDate.of(1582, 10, 15)
    assert (last.calendar, first.calendar) == (JULIAN, GREGORIAN)
    assert first.julian_day_number - last.julian_day_number == 1


@pytest.mark.parametrize(
    ("date", "number"), [("2000-01-01", 2451545), ("-4713-01-01", 0), ("1858-11-17", 2400001), ("-1-12-31", 1721423)]
)
def test_julian_day_numbers_that_astronomers_use(date: str, number: int) -> None:
    assert HistoricalDate.parse(date).julian_day_number == number


@given(st.dates())
def test_modern_dates_agree_with_the_standard_library(date: datetime.date) -> None:
    ours = HistoricalDate(date.year, date.month, date.day, GREGORIAN)
    assert ours.julian_day_number == date.toordinal() + 1721425
    assert ours.weekday == date.strftime("%A")


@given(dates(), calendars)
def test_there_and_back(date: HistoricalDate, calendar: str) -> None:
    assert date.in_calendar(calendar).in_calendar(date.calendar) == date


@given(dates())
def test_the_next_day_number_is_the_next_day(date: HistoricalDate) -> None:
    following = HistoricalDate.from_julian_day_number(date.julian_day_number + 1, date.calendar)
    assert following > date
    assert following.day == date.day + 1 or (
        following.day == 1 and date.day == days_in_month(date.month, date.year, date.calendar)
    )
    assert following.year != 0


@given(dates())
def test_what_is_written_is_read_back(date: HistoricalDate) -> None:
    assert HistoricalDate.parse(date.iso, date.calendar) == date
    assert Day.parse(date.day_of_year.iso) == date.day_of_year


@pytest.mark.parametrize(
    "text", ["6-4", "06/04", "", "0604", "06-04-", "-6-04", "٠٦-٠٤", "13-01", "00-10", "02-30", "04-31"]
)
def test_no_day_of_the_data(text: str) -> None:
    with pytest.raises(ValueError, match=r"MM-DD|month|days"):
        Day.parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("0-01-01", "no year 0"),
        ("1900-02-29", "28 days in the Gregorian"),
        ("1001-02-29", "28 days in the Julian"),
        ("1956-6-4", "YYYY-MM-DD"),
        ("June", "YYYY-MM-DD"),
    ],
)
def test_no_date(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        HistoricalDate.parse(text)


@pytest.mark.parametrize(
    ("year", "calendar", "leap"),
    [
        (1900, GREGORIAN, False),
        (1900, JULIAN, True),
        (2000, GREGORIAN, True),
        (-1, JULIAN, True),
        (-4, JULIAN, False),
        (-5, JULIAN, True),
    ],
)
def test_leap_years(year: int, calendar: str, leap: bool) -> None:
    assert is_leap(year, calendar) is leap


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [(-44, 2026, 2069), (1956, 2026, 70), (-1, 1, 1), (2026, 2026, 0), (2030, 2026, -4), (-202, -44, 158)],
)
def test_years_are_counted_without_a_year_0(earlier: int, later: int, years: int) -> None:
    assert years_between(earlier, later) == years


@pytest.mark.parametrize(
    ("day", "year", "rule", "shows"),
    [
        (Day(2, 28), 2026, "february", True),
        (Day(2, 28), 2028, "february", False),
        (Day(3, 1), 2026, "february", False),
        (Day(3, 1), 2026, "march", True),
        (Day(2, 28), 2026, "march", False),
        (Day(2, 28), 2026, "hide", False),
        (Day(3, 1), 2026, "hide", False),
    ],
)
def test_where_29_february_is_shown_in_a_common_year(day: Day, year: int, rule: str, shows: bool) -> None:
    assert shows_leap_day(day, year, rule) is shows


def test_the_months_have_their_days() -> None:
    lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [days_in_month(month) for month in range(1, 13)] == lengths
    assert sum(lengths) == 366
    assert days_in_month(2, 1900) == 28
    assert Day(2, 29) == LEAP_DAY


@pytest.mark.parametrize(("year", "text"), [(1956, "1956"), (-44, "44 BC"), (-1, "1 BC"), (UNDATED, "")])
def test_years_are_written(year: int, text: str) -> None:
    assert format_year(year) == text
    assert with_year(year, "so") == (f"{text}: so" if text else "so")


def test_what_has_no_year_of_its_own() -> None:
    undated = HistoricalDate.parse("--06-04")
    assert (undated.year, str(undated), undated.iso) == (UNDATED, "4 June", "--06-04")
