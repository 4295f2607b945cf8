"""Real processes: what reaches a pipe, an old terminal, a person without a home."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from historycli import cli
from tests.conftest import MEASURED

PROGRAM = [sys.executable, "-m", "historycli"]
KHRUSHCHEV = "khrushchev-secret-speech"
PAGES = [["today"], ["about"], ["search", "telegraph"], ["timeline"], ["month"], ["week"], ["list", "--limit", "9"]]


def run(
    *arguments: str | bytes, env: Mapping[str, str] | None = None, **settings: object
) -> subprocess.CompletedProcess[bytes]:
    clean = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {
        **MEASURED,
        **clean,
        "HISTORYCLI_TODAY": "2026-06-04",
        "PYTHONWARNDEFAULTENCODING": "0",
        **(env or {}),
    }
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment, timeout=60, **settings)  # type: ignore[call-overload,no-any-return]


def test_today_leads_with_the_roundest_anniversary() -> None:
    page = run("today").stdout.decode()
    assert "70 years ago today, 1956" in page
    assert f"Read on: historycli show {KHRUSHCHEV}" in page


def test_a_page_fits_a_screen() -> None:
    page = run("today", "--format", "rich", env={"COLUMNS": "80"}).stdout.decode()
    assert len(page.splitlines()) <= 40
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    for command in PAGES:
        page = run(*command, "--format", "rich", env={"COLUMNS": str(columns)}).stdout.decode()
        assert max(map(len, page.splitlines())) <= columns


def test_another_day_lists_the_story_with_its_reason() -> None:
    page = run("on", "02-25").stdout.decode()
    assert "1956  Khrushchev speaks to a closed session" in page
    assert page.split(KHRUSHCHEV)[0].endswith("(told on 4 June 1956)  ")


def test_json_is_one_document_with_a_schema_version() -> None:
    document = json.loads(run("today", "--json").stdout)
    assert document["schema_version"] == 1
    assert document["lead"]["slug"] == KHRUSHCHEV
    assert document["lead"]["years_ago"] == 70


def test_a_pipe_has_no_colours_unless_it_is_asked_for() -> None:
    assert b"\x1b" not in run("today").stdout
    assert b"\x1b" not in run("today", "--format", "rich").stdout
    assert b"\x1b[" in run("today", env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b[35m" not in run("today", env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def on_a_terminal(*arguments: str, env: Mapping[str, str]) -> str:
    """What a command prints where standard output and input are a terminal."""
    ours, theirs = pty.openpty()
    fixed = {"HISTORYCLI_TODAY": "2026-06-04", "COLUMNS": "80", "LINES": "50"}
    environment = {**MEASURED, "PATH": os.environ["PATH"], **fixed, **env}
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        printed = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # what Linux says when the other side has closed
                break
            if not part:
                break
            printed += part
        process.wait(60)
    os.close(ours)
    return printed.decode()


def test_a_terminal_gets_colours() -> None:
    assert "\x1b[1m" in on_a_terminal("today", env={"TERM": "xterm-256color"})


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_plain_text(term: str) -> None:
    page = on_a_terminal("today", env={"TERM": term})
    assert "\x1b" not in page
    assert "70 years ago today" in page


def test_a_long_article_goes_through_the_pager() -> None:
    page = on_a_terminal("show", KHRUSHCHEV, env={"TERM": "xterm", "PAGER": "sed 's/^/paged: /'"})
    assert page.startswith("paged: ")
    assert "paged: " not in on_a_terminal("show", KHRUSHCHEV, env={"TERM": "xterm", "PAGER": "cat"})
    assert "paged: " not in on_a_terminal("today", env={"TERM": "xterm", "PAGER": "sed 's/^/paged: /'"})


def test_links_are_links_where_they_are_shown_and_written_out_elsewhere() -> None:
    linked = on_a_terminal("show", KHRUSHCHEV, env={"TERM": "xterm", "FORCE_HYPERLINK": "1", "PAGER": "cat"})
    written = on_a_terminal("show", KHRUSHCHEV, env={"TERM": "xterm", "PAGER": "cat"})
    address = "https://history.state.gov/historicaldocuments/frus1955-57v09/d199"
    assert f";{address}\x1b\\" in linked
    assert "\x1b]8" not in written
    assert address in written


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437", "cp1252", "utf-8"])
@pytest.mark.parametrize("form", ["rich", "plain", "json"])
def test_any_encoding_is_served(encoding: str, form: str) -> None:
    for command in (["today", "--full"], ["show", "treaty-of-waitangi"], *PAGES):
        done = run(*command, "--format", form, env={"PYTHONIOENCODING": encoding})
        assert done.returncode == 0, done.stderr
        text = done.stdout.decode(encoding)
        assert "Māori" in text if encoding == "utf-8" and command[0] == "show" else True
        if encoding == "ascii" and form != "json" and command[0] == "show":
            assert "Maori" in text


def test_a_closed_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "about"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""
    shell = subprocess.run(f"{sys.executable} -m historycli today --full | head -n 1", shell=True, capture_output=True)
    assert shell.stderr == b""
    assert len(shell.stdout.splitlines()) == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["today", "today --format rich", "greet", "on 2-30"])
def test_closed_streams(closed: str, command: str) -> None:
    line = f"{sys.executable} -m historycli {command} {closed}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8")
    assert done.returncode == (2 if command == "on 2-30" else 0)
    assert "Traceback" not in done.stderr


def test_a_full_disk() -> None:
    for form in ("rich", "plain", "json"):
        with open("/dev/full", "w") as full:
            command = [*PROGRAM, "today", "--format", form]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
        assert done.returncode == 1
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("date", ["0001-01-01", "1969-12-31", "1970-01-01", "9999-12-31"])
def test_clocks_far_away(date: str) -> None:
    for command in (["today"], ["week"], ["week", "--back"], ["month"], ["on", "+1"], ["greet"]):
        done = run(*command, env={"HISTORYCLI_TODAY": date})
        assert done.returncode in (0, 2, 3), done.stderr
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("zone", ["Etc/GMT-14", "Etc/GMT+12"])
def test_today_is_the_users_own(zone: str) -> None:
    environment = {"PATH": os.environ["PATH"], "TZ": zone}
    printed = subprocess.run([*PROGRAM, "week"], capture_output=True, env=environment, encoding="utf-8").stdout
    dated = subprocess.run(["date", "+%A %-d %B"], capture_output=True, env=environment, encoding="utf-8").stdout
    assert f"\n{dated.strip()} (today): " in printed


@pytest.mark.parametrize("command", [["list", "--limit", "9999"], ["export", "--as", "jsonl"]])
def test_an_interruption_is_quiet(command: list[str]) -> None:
    child = subprocess.Popen([*PROGRAM, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read(1)  # it is at work now, and waits for somebody to read on
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=30)
    assert (child.returncode, told.strip()) == (130, b"")


def test_a_fault_of_its_own_is_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise RuntimeError("nobody thought of this")

    monkeypatch.setattr("historycli.commands.days.read_day", faulty)
    assert cli.run(["on", "06-04"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("historycli: a fault of historycli's own: RuntimeError: nobody thought of this\n")


def test_a_package_in_a_zip_is_refused_clearly(tmp_path: Path) -> None:
    package = Path(__file__).parents[1] / "src" / "historycli"
    archive = tmp_path / "program.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for path in package.rglob("*.py"):
            zipped.write(path, f"historycli/{path.relative_to(package)}")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from historycli.__main__ import main; sys.exit(main())"
    command = [sys.executable, "-c", code, str(archive), "today"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert f"there is no collection at {archive}" in done.stderr
    assert "Traceback" not in done.stderr


def test_arguments_that_are_no_text() -> None:
    done = run("show", b"\xff\xfe")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


NOBODY = """
import os, pwd, sys
def unknown(uid):
    raise KeyError(uid)
pwd.getpwuid = unknown
from historycli.__main__ import main
sys.exit(main())
"""


@pytest.mark.parametrize("command", [["today"], ["show", KHRUSHCHEV], ["about"], ["random"]])
def test_no_home_and_an_unknown_user(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NOBODY, *command], capture_output=True, env={"PATH": os.environ["PATH"]}
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["show", "krushchev-secret-speech"], 3, f"Did you mean {KHRUSHCHEV}?"),
        (["on", "2-30"], 2, "February has 29 days, not 30"),
        (["on", "31", "April"], 2, "April has 30 days"),
        (["today", "--date", "2026-13-01"], 2, "Write it like 2026-06-04."),
        (["today", "--format", "html"], 2, "'html' is not one of"),
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["show"], 2, "Missing argument"),
        (["--version"], 0, ""),
        ([], 0, ""),
    ],
)
def test_exit_codes(arguments: list[str], code: int, told: str) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert told in done.stderr.decode()
    assert bool(done.stdout) == (code == 0)
    assert b"Traceback" not in done.stderr


def test_29_february_in_common_and_leap_years() -> None:
    common = run("today", "--date", "2026-02-28").stdout.decode()
    assert "29 February, shown here in a common year:" in common
    assert "columbus-lunar-eclipse" in common
    leap = run("today", "--date", "2028-02-29").stdout.decode()
    assert "shown here" not in leap
    assert "524 years ago today, 1504" in leap
