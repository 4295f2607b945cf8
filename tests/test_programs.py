"""Exports in the real programs they are for: calendar(1), strfile and fortune, khal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from historycli.collection import open_collection
from historycli.dates import HistoricalDate
from historycli.event import Event
from historycli.inline import one_line
from historycli.share import calendar1, fortune, ics
from tests.conftest import require
from tests.strategies import texts
from tests.test_ics import STAMP, TODAY

EVENT = Event("x", "X", HistoricalDate(1956, 6, 4, "gregorian"), "europe", ("law",), "X", "X.")
LOCALES = pytest.mark.parametrize("locale", ["C", "C.UTF-8"])


def calendar(folder: Path, events: list[Event], day: str, locale: str) -> list[str]:
    """What calendar(1) says on a day, written YYYYMMDD: a line an event, with its date before the tab."""
    (folder / "calendar").write_text("".join(calendar1.write(events)), encoding="utf-8")
    done = subprocess.run(
        [require("calendar"), "-f", "./calendar", "-t", day, "-A", "0"],
        cwd=folder, env={"PATH": os.environ["PATH"], "LC_ALL": locale, "HOME": str(folder)},
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


@LOCALES
def test_calendar_shows_a_day(locale: str, tmp_path: Path) -> None:
    with open_collection() as collection:
        events = list(collection.all())
    lines = calendar(tmp_path, events, "20260604", locale)
    days = [shown for event in events for shown in event.shown if shown.day == (6, 4)]
    assert len(lines) == len(days) > 5
    assert all(line.startswith("Jun 04 \t") for line in lines)
    assert "Jun 04 \t1783: Two brothers" in "\n".join(lines)


@LOCALES
@settings(max_examples=25)
@given(summaries=st.lists(texts, min_size=1, max_size=30))
def test_calendar_drops_and_changes_nothing(
    locale: str, summaries: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every line of any text comes out of cpp and the locale as it was written."""
    folder = tmp_path_factory.mktemp("calendar")
    events = [EVENT._replace(summary=summary) for summary in summaries]
    written = [line.removeprefix("06/04") for line in "".join(calendar1.write(events)).split("\n")[:-1]]
    shown = [line.removeprefix("Jun 04 ") for line in calendar(folder, events, "20260604", locale)]
    assert sorted(shown) == sorted(written)


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Łódź — “quoted”, 正統", 'Lodz - "quoted", ??'),
        ("one /* two and // three", "one / * two and // three"),
        ("__LINE__ and __DATE__ and # 1", "_LINE_ and _DATE_ and # 1"),
        ("it's 100% \"so", "it's 100% \"so"),
        ("ends\\", "ends\\."),
        ("two\nlines\tand \x1b[31m", "two lines and ?[31m"),
    ],
    ids=["letters", "comment", "names of cpp", "signs", "backslash", "control characters"],
)
def test_calendar_shows_what_survives(summary: str, line: str, tmp_path: Path) -> None:
    (own,) = calendar(tmp_path, [EVENT._replace(summary=summary)], "20260604", "C")
    assert own == f"Jun 04 \t1956: {line}"


def test_fortune_tells_every_event(tmp_path: Path) -> None:
    with open_collection() as collection:
        written = "".join(fortune.write(collection.all()))
        count = len(list(collection.all()))
    done = strfile(tmp_path, written)
    assert f"There were {count} strings" in done
    told = told_by_fortune(tmp_path)
    assert told.rstrip("\n").split("\n")[-1].startswith("\t-- historycli show ")
    assert told + "%\n" in written


@settings(max_examples=25)
@given(summaries=st.lists(texts, min_size=2, max_size=30))
def test_no_text_ends_an_epigram(summaries: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    events = [EVENT._replace(summary=summary, fun_fact=summary) for summary in summaries]
    written = "".join(fortune.write(events))
    assert all(line.removeprefix("\t").isprintable() for line in written.split("\n"))
    done = strfile(tmp_path_factory.mktemp("fortune"), written)
    assert f"There were {len(events)} strings" in done


def test_a_percent_sign_alone_is_set_in() -> None:
    long = "x" * 80
    (text,) = fortune.write([EVENT._replace(summary=f"{long} % {long}", fun_fact="% of what")])
    assert f"\n{long}\n %\n{long}\n\n% of what\n\t-- historycli show " in text


def strfile(folder: Path, text: str) -> str:
    (folder / "history").write_text(text, encoding="utf-8")
    done = subprocess.run([require("strfile"), folder / "history"], capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def told_by_fortune(folder: Path) -> str:
    done = subprocess.run(
        [require("fortune"), folder / "history"],
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout


KHAL = """\
[calendars]
[[history]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def test_khal_imports_a_calendar(tmp_path: Path) -> None:
    """It is installed with the other tools for developing, so it is never skipped."""
    config = tmp_path / "config"
    config.write_text(KHAL.format(folder=tmp_path), encoding="utf-8")
    with open_collection() as collection:
        speech, eclipse = collection.find("secret speech"), collection.find("columbus-lunar-eclipse")
    file = tmp_path / "history.ics"
    file.write_bytes("".join(ics.write([speech, eclipse], TODAY, STAMP)).encode("utf-8"))

    def khal(*arguments: str | Path) -> str:
        program = Path(sys.executable).with_name("khal")
        done = subprocess.run(
            [program, "-c", config, *arguments], capture_output=True, encoding="utf-8", check=True,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout

    (tmp_path / "calendar").mkdir()
    khal("import", "--batch", "-a", "history", file)
    khal("import", "--batch", "-a", "history", file)  # the same names: replaced, not doubled
    form = ("--format", "{title}|{location}", "--day-format", "{date}")
    title = one_line(speech.title)
    assert khal("list", *form, "2026-06-04", "1d") == f"2026-06-04\n1956: {title}|{speech.place}\n"
    assert khal("list", *form, "2031-06-04", "1d") == f"2031-06-04\n1956: {title}|{speech.place}\n"
    assert khal("list", *form, "2026-06-05", "200d") == ""
    leap = f"1504: {one_line(eclipse.title)}|{eclipse.place}\n"
    for day, other in (("2027-02-28", "2027-03-01"), ("2028-02-29", "2028-02-28")):
        assert leap in khal("list", *form, day, "1d")
        assert leap not in khal("list", *form, other, "1d")
