"""The user's own events: what packs are made of, kept, refused and shown."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from historycli.dates import Day
from historycli.entries.parse import Draft, Fault
from historycli.errors import HistorycliError, NotFound, WrongUsage
from historycli.packs import store
from historycli.packs.calendar1 import read_calendar
from historycli.packs.limits import Limits
from historycli.packs.reading import PackReader
from tests.conftest import Cli

LIMITS = Limits(events=1000, megabytes=10)
TOML = """\
[[event]]
day = "06-04"
year = 1987
title = "The first garden party"

[[event]]
day = "06-04"
title = "Founders' day"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def packs_folder(home: Path) -> Path:
    return home / ".local/share/historycli/packs"


# What packs are made of


def test_a_template_is_a_pack(cli: Cli, home: Path) -> None:
    directory = home / "family"
    assert cli("pack", "new", str(directory)).code == 0
    assert cli("pack", "check", str(directory)).out == "1 events without a fault.\n"
    assert cli("pack", "add", str(directory)).out == "Added family: 1 events.\n"
    page = cli("today", "--plain").out
    assert "1987  The first garden party  family:the-first-garden-party-1987" in page
    assert cli("pack", "new", str(directory)).code == 2


def test_a_file_of_short_entries(cli: Cli, home: Path) -> None:
    (home / "team.toml").write_text(TOML)
    assert cli("pack", "add", str(home / "team.toml")).out == "Added team: 2 events.\n"
    page = cli("on", "4", "June", "--plain").out
    assert "\n  Founders' day  team:founders-day\n" in page
    shown = cli("show", "team:founders-day", "--plain").out
    assert "4 June, every year" in shown
    assert "From the pack team." in shown


def test_events_of_packs_are_found_listed_and_told_apart(cli: Cli, home: Path) -> None:
    for name in ("one", "two"):
        (home / f"{name}.toml").write_text(TOML.replace("first garden", f"{name} garden"))
        cli("pack", "add", str(home / f"{name}.toml"))
    assert "one:the-one-garden-party-1987" in cli("search", "garden", "--plain").out
    assert "two:founders-day" in cli("list", "--plain").out
    assert cli("show", "one:founders-day", "--plain").out != cli("show", "two:founders-day", "--plain").out
    assert cli("list", "--from", "1980", "--plain").out.count("founders") == 0
    about = cli("about", "--json").out
    assert json.loads(about)["packs"] == {"one": 2, "two": 2}


def test_packs_may_be_switched_off(cli: Cli, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "team.toml").write_text(TOML)
    cli("pack", "add", str(home / "team.toml"))
    monkeypatch.setenv("HISTORYCLI_PACKS", "off")
    assert "garden" not in cli("today", "--plain").out


def test_json_lines_go_out_and_in_without_loss(cli: Cli, home: Path) -> None:
    first = cli("export", "--as", "jsonl").out
    (home / "all.jsonl").write_text(first)
    assert cli("pack", "add", str(home / "all.jsonl")).code == 0
    again = [line for line in cli("export", "--as", "jsonl").out.splitlines() if '"pack": "all"' in line]
    assert "\n".join(again).replace('"pack": "all"', '"pack": null') + "\n" == first


CALENDAR = """\
/* A comment
 * over lines */
#include <calendar.other>
01/02\tCanada and the United States agree on a plan to preserve
\tNiagara Falls, 1929
Jan 5\tTwelfth night
6 Jan.\tA sixth
March\tThe first of March
03/15\tCaesar is killed, 44 BC
* 13\tThe thirteenth
Thursday\tMarket day
04/SunLast\tThe clocks change
Easter-2\tGood Friday
05/10*\tA day that moves
02/30\tNo such day
no tab in this line
01/02\tCanada and the United States agree on a plan to preserve Niagara Falls, 1929
"""


def test_a_calendar_file() -> None:
    found = list(read_calendar("c", enumerate(CALENDAR.splitlines(), 1)))
    drafts = [one for one in found if isinstance(one, Draft)]
    told = [(d.day.iso, d.table.get("year"), d.title) for d in drafts if not d.title.startswith("The thirteenth")]
    assert told == [
        ("01-02", 1929, "Canada and the United States agree on a plan to preserve Niagara Falls"),
        ("01-05", None, "Twelfth night"),
        ("01-06", None, "A sixth"),
        ("03-01", None, "The first of March"),
        ("03-15", -44, "Caesar is killed"),
        ("01-02", 1929, "Canada and the United States agree on a plan to preserve Niagara Falls"),
    ]
    assert sum(draft.title == "The thirteenth" for draft in drafts) == 12
    assert len({draft.slug for draft in drafts}) == len(drafts)
    assert [(fault.line, fault.message.split(",")[0]) for fault in found if isinstance(fault, Fault)] == [
        (11, "'Thursday' falls on another day each year"),
        (12, "'04/SunLast' falls on another day each year"),
        (13, "'Easter-2' falls on another day each year"),
        (14, "'05/10*' falls on another day each year"),
        (15, "'02/30' is no day: February has 29 days"),
    ]


def test_a_calendar_line_keeps_its_letters_in_its_slug() -> None:
    (draft,) = read_calendar("c", [(1, "06/28\tPowstanie w Łodzi, 1905")])
    assert isinstance(draft, Draft)
    assert draft.slug == "powstanie-w-lodzi-1905"


def test_debians_own_calendar_file(cli: Cli) -> None:
    path = Path("/usr/share/calendar/calendar.history")
    if not path.exists():
        assert "CI" not in os.environ, "calendar.history is missing: .ci/run installs it"
        pytest.skip("Debian's calendar files are not installed, so NOTHING was tested with them")
    assert cli("pack", "add", str(path), "--name", "debian").code == 0
    page = cli("on", "01-08", "--plain").out
    assert "1297  Monaco gains its independence  debian:monaco-gains-its-independence-1297" in page


# What is refused


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.toml", b"[[event]]\nday = '13-01'\ntitle = 'T'\n", "x.toml:2: day: there is no month 13"),
        ("x.toml", b"[[event]]\ntitle = 'T'\n", "x.toml:1: day: a day is written MM-DD"),
        ("x.toml", b"[[event]]\nday = '01-01'\n", "title: is missing"),
        ("x.toml", b"[[event]]\nday = '01-01'\ntitle = 'T'\ntopics = ['nonsense']\n", "topics: 'nonsense' is not one of"),
        ("x.toml", b"not toml", "x.toml:1: TOML:"),
        ("x.toml", b"[[event]]\ntitle = \"\xff\"\n", "x.toml:2: encoding: is not UTF-8"),
        ("x.toml", b"a = " + b"[" * 5000, "TOML:"),
        ("x.toml", b"", "the file has no [[event]] table"),
        ("x.toml", b"# " + b"x" * 5_000_000, "size: has 5,000,002 bytes, more than the 4,000,000 allowed"),
        ("x.jsonl", b"{}\n", "x.jsonl:1: line:"),
        ("x.jsonl", b"\n\nnonsense\n", "x.jsonl:3: line:"),
        ("x.jsonl", b"[" * 100_000 + b"\n", "nested too deeply"),
        ("x.jsonl", b"{\"a\": \"" + b"x" * 2_000_000 + b"\"}\n", "x.jsonl:1: size: the line is longer than 1,000,000 bytes"),
        ("x.jsonl", b"\xff\n", "x.jsonl:1: encoding: is not UTF-8"),
        ("calendar.x", b"01/01\tNew Year\0\n", "calendar.x:1: encoding: holds a NUL byte"),
        ("calendar.x", b"", "holds no events"),
    ],
    ids=range(16),
)  # fmt: skip
def test_a_faulty_file_is_not_added(name: str, content: bytes, told: str, home: Path, cli: Cli) -> None:
    (home / name).write_bytes(content)
    result = cli("pack", "add", str(home / name))
    assert result.code == 1
    assert told in result.err
    assert "Nothing was added" in result.err
    assert [path.name for path in packs_folder(home).iterdir()] == [".lock"]
    checked = cli("pack", "check", str(home / name))
    assert checked.code == 1
    assert told in checked.out


def test_links_devices_and_strays_in_a_folder(home: Path) -> None:
    root = home / "pack"
    day = root / "06" / "04"
    day.mkdir(parents=True)
    (home / "secret").write_text("[[event]]\ntitle = 'A secret'\n")
    (day / "also.toml").symlink_to(home / "secret")
    (root / "06" / "05").symlink_to(home)
    os.mkfifo(day / "pipe.md")
    (root / "stray.txt").write_text("x")
    (root / "02").mkdir()
    (root / "02" / "30").mkdir()
    (root / "02" / "30" / "also.toml").write_text("[[event]]\ntitle = 'T'\n")
    reader = PackReader(root, "p", LIMITS)
    assert list(reader.events()) == []
    assert [f"{fault.path}: {fault.message.split(':')[0]}" for fault in sorted(reader.faults)] == [
        "02/30/also.toml: February has 29 days, not 30",
        "06/04/also.toml: is a link",
        "06/04/pipe.md: is no regular file",
        "06/05: is a link",
        "stray.txt: has no place here",
    ]


def test_limits_hold(home: Path) -> None:
    (home / "many.toml").write_text("".join(f"[[event]]\nday='01-01'\ntitle='T{n}'\n" for n in range(20)))
    reader = PackReader(home / "many.toml", "p", Limits(10, 10))
    assert len(list(reader.events())) <= 11
    assert reader.faults[0].message == "holds more than 10 events"
    (home / "big.jsonl").write_bytes(b" " * 2_000_001)
    reader = PackReader(home / "big.jsonl", "p", Limits(10, 2))
    assert list(reader.events()) == []
    assert "more than the 2,000,000 allowed" in reader.faults[0].message


def test_a_slug_taken_twice(home: Path, cli: Cli) -> None:
    (home / "x.toml").write_text(TOML + TOML)
    result = cli("pack", "add", str(home / "x.toml"))
    assert "x.toml:9: slug: 'the-first-garden-party-1987' is taken by an earlier entry" in result.err
    checked = cli("pack", "check", str(home / "x.toml"))
    assert "x.toml:9: slug: 'the-first-garden-party-1987' is taken by an earlier entry" in checked.out
    assert checked.code == 1


def test_check_finds_a_taken_alias_as_add_does(home: Path, cli: Cli) -> None:
    (home / "x.toml").write_text(TOML + 'aliases = ["the-first-garden-party-1987"]\n')
    told = "x.toml:9: aliases: 'the-first-garden-party-1987' is taken by an earlier entry"
    assert told in cli("pack", "check", str(home / "x.toml")).out
    assert told in cli("pack", "add", str(home / "x.toml")).err


@pytest.mark.parametrize("name", ["", "Bad Name", "../up", "a/b", "ä", ".x"])
def test_names_that_no_pack_can_have(name: str, home: Path) -> None:
    (home / "ä.toml").write_text(TOML)
    with pytest.raises(WrongUsage):
        store.add(home / "ä.toml", name or "-", LIMITS)
    with pytest.raises(NotFound):
        store.remove(name)


def test_another_pack_of_the_same_name(home: Path) -> None:
    for folder in ("one", "two"):
        (home / folder).mkdir()
        (home / folder / "team.toml").write_text(TOML)
    assert store.add(home / "one/team.toml", "", LIMITS).events == 2
    assert store.add(home / "one/team.toml", "", LIMITS).events == 2
    with pytest.raises(WrongUsage, match="there is a pack 'team'"):
        store.add(home / "two/team.toml", "", LIMITS)
    store.remove("team")
    assert store.installed() == []
    assert store.add(home / "two/team.toml", "", LIMITS).events == 2


def test_a_second_writer_waits_its_turn(home: Path) -> None:
    (home / "team.toml").write_text(TOML)
    from historycli.packs.lock import only_writer

    with only_writer(packs_folder(home)), pytest.raises(HistorycliError, match="another historycli"):
        store.add(home / "team.toml", "", LIMITS)


def test_nowhere_to_keep_packs(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "team.toml").write_text(TOML)
    (home / ".local").write_text("a file where a folder should be")
    with pytest.raises(HistorycliError, match="cannot write to"):
        store.add(home / "team.toml", "", LIMITS)
    monkeypatch.setattr("historycli.paths.data_dir", lambda: None)
    with pytest.raises(HistorycliError, match="no home directory"):
        store.installed()


def test_a_full_disk_leaves_the_old_pack(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "team.toml").write_text(TOML)
    store.add(home / "team.toml", "", LIMITS)
    before = (packs_folder(home) / "team.db").read_bytes()

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("historycli.collection.compile._insert", full)
    with pytest.raises(HistorycliError, match="disk is full"):
        store.add(home / "team.toml", "", LIMITS)
    assert (packs_folder(home) / "team.db").read_bytes() == before


# What becomes of an index


def _set_schema(path: Path, version: int) -> None:
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {version}")
    database.commit()
    database.close()


def test_an_older_index_is_made_anew(home: Path, cli: Cli) -> None:
    (home / "team.toml").write_text(TOML)
    cli("pack", "add", str(home / "team.toml"))
    _set_schema(packs_folder(home) / "team.db", 1)
    (home / "team.toml").write_text(TOML.replace("first garden", "second garden"))
    result = cli("today", "--plain")
    assert "second garden" in result.out
    assert result.err == ""


@pytest.mark.parametrize(("version", "advice"), [(99, "Install a newer historycli."), (1, "Name a folder or a file.")])
def test_an_index_that_cannot_be_opened_is_left_out(version: int, advice: str, home: Path, cli: Cli) -> None:
    (home / "team.toml").write_text(TOML)
    cli("pack", "add", str(home / "team.toml"))
    _set_schema(packs_folder(home) / "team.db", version)
    (home / "team.toml").unlink()
    result = cli("today", "--plain")
    assert result.code == 0
    assert "A secret speech is published" in result.out
    assert "the pack team is left out" in result.err
    assert advice in result.err


def test_a_damaged_index_is_left_out(home: Path, cli: Cli) -> None:
    packs_folder(home).mkdir(parents=True)
    (packs_folder(home) / "broken.db").write_bytes(b"nonsense" * 1000)
    result = cli("today", "--plain")
    assert result.code == 0
    assert "the pack broken is left out" in result.err
    assert "broken  cannot be read: add it again" in cli("pack", "list").out


@pytest.mark.parametrize("moment", [round(random.Random(7).uniform(0.02, 0.6), 3) for _ in range(20)])
def test_killing_an_import_leaves_the_old_state_or_the_new(moment: float, home: Path) -> None:
    lines = [
        json.dumps({"slug": f"e-{n}", "title": f"Event {n}", "date": {"date": "1987-06-04"}, "summary": "S."})
        for n in range(6000)
    ]
    path = home / "big.jsonl"
    path.write_text("\n".join(lines[:10]) + "\n")
    store.add(path, "", LIMITS._replace(events=10_000))
    path.write_text("\n".join(lines) + "\n")
    child = subprocess.Popen([sys.executable, "-m", "historycli", "pack", "add", str(path)], stdout=subprocess.DEVNULL)
    time.sleep(moment)  # the moment is the thing tested
    child.send_signal(signal.SIGKILL)
    child.wait()
    (pack,) = store.installed()
    assert pack.events in (10, 6000)
    assert store.add(path, "", LIMITS._replace(events=10_000)).events == 6000
    assert sorted(one.name for one in packs_folder(home).iterdir()) == [".lock", "big.db"]


# What a hostile pack can do


ESCAPES = "\x1b[31m\x1b]0;title\x07\x9b5n\r\x08\x7f\u202e[bold red]x[/] {0} %s `$(id)`"


def test_nothing_in_a_pack_is_obeyed(home: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    event = {
        "slug": "evil", "title": f"Evil {ESCAPES}", "date": {"date": "1987-06-04"}, "summary": f"Sum {ESCAPES}.",
        "place": ESCAPES.strip(), "detail": ESCAPES, "disputed": ESCAPES.strip(),
        "sources": [
            {"title": ESCAPES.strip(), "publisher": "P", "url": "javascript:alert(1)"},
            {"title": "T", "publisher": "P", "url": "file:///etc/passwd"},
            {"title": "T", "publisher": "P", "url": "https://example.org/\x1b]8;;\x07"},
        ],
    }  # fmt: skip
    (home / "evil.jsonl").write_text(json.dumps(event) + "\n")
    result = cli("pack", "add", str(home / "evil.jsonl"))
    assert result.code == 0, result.err
    monkeypatch.setenv("FORCE_HYPERLINK", "1")
    commands = (["today"], ["show", "evil:evil"], ["list"], ["search", "evil"], ["timeline"], ["on", "1987"], ["week"])
    for command in commands:
        for form in ("rich", "plain", "json"):
            page = cli(*command, "--format", form).out
            assert not set(page) & set("\x1b\x07\x9b\x08\x7f\r\u202e"), (command, form)
            if form == "rich" and command[0] in ("today", "show"):
                assert "[bold red]x[/]" in page
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = cli("show", "evil:evil").out
    assert "\x1b]8;" not in page
    assert "\x1b[31m" not in page
    greeting = cli("greet").out
    assert greeting.endswith("today\n")
    assert not set(greeting) & set("\x1b\x07\x9b\x08\x7f\r\u202e")


letters = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["\x1b[2J", "\0", "../../x", "[red]", "'; DROP", "\u202e"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | letters,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(letters, inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from(
    ["slug", "title", "date", "summary", "topics", "region", "sources", "readings", "also_on", "body", "julian", "x"]
)
hostile_lines = st.dictionaries(keys, values, max_size=8).map(
    lambda line: json.dumps(line).encode("utf-8", "surrogatepass")
)
dates = st.fixed_dictionaries(
    {"date": st.sampled_from(["1987-06-04", "-44-03-15", "0-01-01", "1987-02-30", "x", "99999-01-01"])}
)
nearly = st.fixed_dictionaries(
    {
        "slug": st.text(string.ascii_lowercase + "-./", min_size=1, max_size=6),
        "title": letters,
        "date": dates,
        "summary": letters,
    }
).map(lambda line: json.dumps(line).encode())
files = st.lists(hostile_lines | nearly | st.binary(max_size=30), max_size=6).map(b"\n".join)
names = st.sampled_from(["p.jsonl", "p.toml", "calendar.p", "p.md", "p"])


@settings(max_examples=200, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=files, name=names)
def test_hostile_packs(content: bytes, name: str, home: Path) -> None:
    (home / name).write_bytes(content)
    before = {path for path in home.rglob("*") if packs_folder(home) not in path.parents}
    try:
        store.add(home / name, "hostile", LIMITS)
    except HistorycliError as error:
        assert error.message
    else:
        store.remove("hostile")
    after = {path for path in home.rglob("*") if packs_folder(home) not in path.parents}
    assert after - before <= {
        home / ".local",
        home / ".local/share",
        home / ".local/share/historycli",
        packs_folder(home),
    }


def test_days_of_every_month_for_a_star() -> None:
    drafts = [one for one in read_calendar("c", [(1, "31 *\tEnd")]) if isinstance(one, Draft)]
    assert [draft.day for draft in drafts] == [Day(month, 31) for month in (1, 3, 5, 7, 8, 10, 12)]


@pytest.mark.parametrize("form", ["rich", "plain"])
def test_a_work_of_an_ancient_year(form: str, home: Path, cli: Cli) -> None:
    reading = {"kind": "primary", "title": "Commentarii", "note": "His own.", "year": -46}
    event = {"slug": "x", "title": "X", "date": {"date": "1987-06-04"}, "body": "Told.", "readings": [reading]}
    (home / "x.jsonl").write_text(json.dumps(event) + "\n")
    assert cli("pack", "add", str(home / "x.jsonl")).code == 0
    assert "Commentarii (46 BC)." in cli("show", "x:x", "--format", form).out
