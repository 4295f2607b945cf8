"""The hour about midnight and the changes of the clock, by a clock that faketime sets for real programs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pexpect
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


def environment(zone: str, home: Path) -> dict[str, str]:
    return {**MEASURED, "HOME": str(home), "PATH": os.environ["PATH"], "TERM": "xterm", "LANG": "C.UTF-8", "TZ": zone}


def at(moment: str, zone: str, home: Path, *command: str) -> str:
    """What the program prints that is started in that zone at that moment of its clock."""
    faked = [require("faketime"), "-f", moment, PROGRAM, *command]
    done = subprocess.run(faked, env=environment(zone, home), capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.mark.parametrize(("zone", "moment", "day"), MOMENTS)
def test_the_day_changes_with_the_users_clock(zone: str, moment: str, day: str, tmp_path: Path) -> None:
    assert f"\n{day} (today): " in at(moment, zone, tmp_path, "week")


@pytest.mark.parametrize(("shell", "bare"), [("bash", "--norc"), ("zsh", "-f")])
def test_a_shell_greets_anew_after_midnight(shell: str, bare: str, tmp_path: Path) -> None:
    zone, hook = "Asia/Kathmandu", tmp_path / f".config/historycli/hook.{shell}"
    at("2026-12-31 12:00:00", zone, tmp_path, "init", shell, "--install")

    def started(moment: str) -> str:
        """What a shell prints on its terminal that starts at that moment."""
        faked = ["-f", moment, require(shell), bare, "-ic", f". {hook}"]
        child = pexpect.spawn(require("faketime"), faked, env=environment(zone, tmp_path), encoding="utf-8")
        child.expect(pexpect.EOF)
        child.close()
        return str(child.before)

    old = started("2026-12-31 23:59:00")
    assert old.rstrip().endswith("Read on: history today")
    assert started("2026-12-31 23:59:30") == ""
    new = started("2027-01-01 00:00:00")
    assert new.rstrip().endswith("Read on: history today")
    assert new != old
