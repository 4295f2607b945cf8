"""Whole screens: each file in ``tests/screens`` is a command line and what it must print.

The first line is the command, with settings before it: ``$ COLUMNS=60 historycli
today``. Run with UPDATE_SCREENS=1 to write them anew, then read the difference.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from tests.conftest import Cli

SCREENS = sorted((Path(__file__).parent / "screens").glob("*.txt"))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda path: path.stem)
def test_screen(screen: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _, expected = screen.read_text(encoding="utf-8").partition("\n")
    words = shlex.split(first.removeprefix("$ "))
    start = words.index("historycli")
    for setting in words[:start]:
        monkeypatch.setenv(*setting.split("=", 1))
    result = cli(*words[start + 1 :])
    printed = (
        result.out + (f"--- standard error\n{result.err}" if result.err else "") + f"--- exit code {result.code}\n"
    )
    if os.environ.get("UPDATE_SCREENS"):
        screen.write_text(f"{first}\n{printed}", encoding="utf-8")
        expected = printed
    assert printed == expected
