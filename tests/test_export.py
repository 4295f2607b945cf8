"""``export`` and ``cite``: what is written where, and what is left alone."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from tests.conftest import Cli

PROGRAM = [sys.executable, "-m", "historycli"]
FORMATS = ("jsonl", "csv", "ics", "calendar", "fortune", "markdown")
BEGINNINGS = {
    "jsonl": '{"slug": "nylon-made", "pack": null, "title": "Wallace Carothers makes nylon", ',
    "csv": "slug,pack,title,year,month,day,calendar,julian,kind,region,topics,place,summary,",
    "ics": "BEGIN:VCALENDAR",
    "calendar": "02/28\t1935: Wallace Carothers makes the fibre that will be sold as nylon.\n02/29\t1504: ",
    "fortune": "28 February 1935: Wallace Carothers makes the fibre that will be sold as\nnylon.\n\t-- historycli",
    "markdown": "# 28 February\n\n- **28 February 1935**, Wilmington, United States: Wallace Carothers makes",
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_event_is_exported(form: str, cli: Cli, tmp_path: Path) -> None:
    printed = cli("export", "--as", form)
    assert (printed.err, printed.code) == ("", 0)
    assert printed.out.startswith(BEGINNINGS[form])
    slugs = {"nylon-made", "columbus-eclipse", "caesar-killed", "montgolfier-balloon", "october-revolution"}
    if form not in ("calendar", "markdown"):
        assert {slug for slug in slugs if slug in printed.out} == slugs
    written = cli("export", "--as", form, "-o", str(tmp_path / "events"))
    assert (written.out, written.err, written.code) == ("", "", 0)
    assert (tmp_path / "events").read_bytes().decode("utf-8") == printed.out
    assert [path.name for path in tmp_path.iterdir()] == ["events"]
    assert cli("export", "--as", form, "-o", "-").out == printed.out


def test_the_calendar_begins_today_and_is_stamped_with_the_date_of_the_data(cli: Cli, database: Path) -> None:
    os.utime(database, (0, 1_777_000_000))
    calendar = icalendar.Calendar.from_ical(cli("export", "--as", "ics", "--date", "2030-01-01").out)
    events = calendar.walk("VEVENT")
    assert {event["DTSTART"].to_ical()[:4] for event in events} == {b"2030"}
    assert {event["DTSTAMP"].to_ical() for event in events} == {b"20260424T000000Z"}
    assert len(events) == 8


def test_an_existing_file_is_replaced_with_force_alone(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "events"
    file.write_text("mine")
    refused = cli("export", "--as", "csv", "-o", str(file))
    assert (refused.code, refused.err) == (
        1, f"historycli: {file} is there already\nReplace it with --force, or name another file.\n",
    )  # fmt: skip
    assert file.read_text() == "mine"
    assert cli("export", "--as", "csv", "-o", str(file), "--force").code == 0
    assert file.read_text().startswith("slug,")


def test_a_link_stays_and_what_it_points_at_is_replaced(cli: Cli, tmp_path: Path) -> None:
    file, link = tmp_path / "events", tmp_path / "link"
    file.write_text("old")
    link.symlink_to(file)
    assert cli("export", "--as", "csv", "-o", str(link), "--force").code == 0
    assert link.is_symlink()
    assert file.read_text().startswith("slug,")


@pytest.mark.parametrize(
    ("path", "told"),
    [("/dev/null", "/dev/null is no file"), (".", ". is no file"), ("missing/x", "cannot write missing/x: No such")],
)
def test_what_cannot_be_written_is_told(path: str, told: str, cli: Cli) -> None:
    refused = cli("export", "--as", "csv", "-o", path, "--force")
    assert refused.code == 1
    assert refused.err.startswith(f"historycli: {told}")


def test_a_failure_leaves_no_half_of_a_file(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("historycli.share.ics.write", fail)
    failed = cli("export", "--as", "ics", "-o", str(tmp_path / "events"))
    assert failed.code == 1
    assert failed.err.endswith("events: No space left on device\nNothing was written.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16", "utf-8"])
def test_exports_are_utf_8_whatever_the_terminal_is(encoding: str) -> None:
    for command in (["export", "--as", "jsonl"], ["cite", "treaty-of-waitangi"]):
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run([*PROGRAM, *command], capture_output=True, env=environment, check=True)
        assert "ā" in done.stdout.decode("utf-8")
        assert b"\r" not in done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_closed_pipe_is_quiet(form: str) -> None:
    shell = f"{sys.executable} -m historycli export --as {form} | head -n 1"
    done = subprocess.run(shell, shell=True, capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, "export", "--as", "jsonl"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"historycli: No space left on device\nThe system would not do it.\n"


def test_several_names_are_cited_together(cli: Cli) -> None:
    names = ("caesar-killed", "secret-speech-published", "caesar-killed")
    items = json.loads(cli("cite", *names, "--as", "csl-json").out)
    assert [item["title"] for item in items[:2]] == [
        "Assassination of Julius Caesar",
        "Khrushchev: The Man and His Era",
    ]
    assert len({item["id"] for item in items}) == len(items) == 5
    assert cli("cite", *names, "--as", "markdown").out.count("\n# ") == 1


def test_words_that_stand_apart_name_one_entry(cli: Cli) -> None:
    assert cli("cite", "secret", "speech").out == cli("cite", "secret-speech-published").out


def test_rows_reach_a_reader_of_csv(cli: Cli) -> None:
    rows = list(csv.DictReader(cli("export", "--as", "csv").out.split("\r\n")))
    assert [row["slug"] for row in rows][:3] == ["nylon-made", "columbus-eclipse", "caesar-killed"]
    assert len(rows) == 7
