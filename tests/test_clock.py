"""The hour about midnight and the changes of the clock, by a clock that faketime sets for real programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import MEASURED, require

PROGRAM = str(Path(sys.executable).with_name("historycli"))
MOMENTS = [  # where, the clock there, and the day that is today
    ("Europe/Berlin", "2026-03-29 01:59:59", "Sunday 29 March"),  # 03:00 is next
    ("Europe/Berlin", "2026-10-25 02:30:00", "Sunday 25 October"),  # comes twice
    ("America/Sao_Paulo", "2018-11-03 23:59:58", "Saturday 3 November"),
    ("America/Sao_Paulo", "2018-11-04 01:00:00", "Sunday 4 November"),  # that day had no midnight
    ("Pacific/Apia", "2011-12-29 23:59:55", "Thursday 29 December"),
    ("Pacific/Apia", "2011-12-31 00:00:00", "Saturday 31 December"),  # Samoa left out the 30th
    ("Asia/Kathmandu", "2026-06-03 23:59:55", "Wednesday 3 June"),  # 18:15 in UTC
    ("Asia/Kathmandu", "2026-06-04 00:00:00", "Thursday 4 June"),
]


def at(moment: str, zone: str, home: Path, *command: str) -> str:
    """What a command prints that is started in that zone at that moment of its clock."""
    environment = {**MEASURED, "HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm", "TZ": zone}
    faked = [require("faketime"), "-f", moment, *command]
    return subprocess.run(faked, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize(("zone", "moment", "day"), MOMENTS)
def test_the_day_changes_with_the_users_clock(zone: str, moment: str, day: str, tmp_path: Path) -> None:
    assert f"\n{day} (today): " in at(moment, zone, tmp_path, PROGRAM, "week")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_shell_greets_anew_after_midnight(shell: str, tmp_path: Path) -> None:
    at("2026-12-31 12:00:00", "Asia/Kathmandu", tmp_path, PROGRAM, "init", shell, "--install")
    hook = f". {tmp_path}/.config/historycli/hook.{shell}"
    quiet = ["--noprofile", "--norc"] if shell == "bash" else ["-f"]
    # script(1) gives the shell the terminal that it greets on.
    start = ["script", "-qec", f"{require(shell)} {' '.join(quiet)} -ic '{hook}'", "/dev/null"]
    greeted = [
        at(f"{date} {clock}", "Asia/Kathmandu", tmp_path, *start)
        for date, clock in (("2026-12-31", "23:59:00"), ("2026-12-31", "23:59:30"), ("2027-01-01", "00:00:00"))
    ]
    assert greeted[0].rstrip().endswith("Read on: history today")
    assert greeted[1] == ""
    assert greeted[2].rstrip().endswith("Read on: history today")
    assert greeted[2] != greeted[0]
