"""What the tests share: a small collection of their own, and a way to run the command line in this process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from historycli.cli import run
from historycli.collection import Collection, open_collection
from historycli.collection.compile import compile_events
from historycli.entries.tree import read_tree

settings.register_profile("historycli", deadline=None)  # a slow machine is no fault
settings.load_profile("historycli")

# What a measurement of coverage needs to see the processes that tests start.
MEASURED = {name: value for name, value in os.environ.items() if name.startswith("COV")}
TREE = Path(__file__).parent / "tree"


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home of the tests' own: every command keeps the greetings and hooks current that it finds in one."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The entries of ``tests/tree``, compiled."""
    events, faults = read_tree(TREE, strict=False)
    assert not faults, "\n".join(map(str, faults))
    path = tmp_path_factory.mktemp("collection") / "odd # name?.db"
    compile_events(events, path, {"data_version": "0123456789ab"})
    return path


@pytest.fixture
def collection(database: Path) -> Iterator[Collection]:
    with open_collection(database) as opened:
        yield opened


class Result(NamedTuple):
    """What a command line printed, and its exit code."""

    out: str
    err: str
    code: int


Cli = Callable[..., Result]


@pytest.fixture
def cli(database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Cli:
    """Run a command line over the tests' collection, on 4 June 2026, with a home of its own."""
    for name in ("NO_COLOR", "FORCE_COLOR", "PAGER", "MANPAGER", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HISTORYCLI_TODAY", "2026-06-04")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr("historycli.commands.frame.BUNDLED", database)
    monkeypatch.setattr("historycli.commands.frame.is_stale", lambda: False)

    def call(*arguments: str) -> Result:
        code = run(arguments)
        printed = capsys.readouterr()
        return Result(printed.out, printed.err, code)

    return call


def require(program: str) -> str:
    """The path of a program that the tests drive; a skip, and with CI a failure, where it is not there."""
    found = shutil.which(program, path=f"{os.environ['PATH']}{os.pathsep}/usr/games")
    if not found:
        assert "CI" not in os.environ, f"{program} is missing: .ci/run installs it"
        pytest.skip(f"{program} is not installed, so NOTHING was tested with it")
    return found
