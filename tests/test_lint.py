"""One good tree gives no fault; one gloriously bad tree gives every fault, each pinned word for word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from historycli.dates import Day
from historycli.entries import rules
from historycli.entries.parse import Draft, EntryError, parse_article, parse_short_entries
from historycli.entries.strict_rules import STRICT
from historycli.entries.tree import faults_of, read_tree

LINT = Path(__file__).parent / "lint"


def test_a_good_tree_has_no_fault() -> None:
    events, faults = read_tree(LINT / "good")
    assert faults == []
    short, article = events
    assert (short.slug, article.slug) == ("petrograd-soviet", "winter-palace")
    assert article.title == "The Winter Palace is taken"
    assert str(article.julian) == "25 October 1917"
    assert [section.heading for section in article.sections] == ["", "The rain stops", "A door that was open"]
    assert article.readings[0].isbn == "9780393051445"


def test_a_bad_tree_has_every_fault() -> None:
    _, faults = read_tree(LINT / "bad")
    expected = LINT / "bad-faults.txt"
    found = "".join(f"{fault}\n" for fault in faults)
    if os.environ.get("UPDATE_SCREENS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", rules.RULES + STRICT, ids=lambda rule: rule.__name__)
def test_every_rule_is_broken_in_the_bad_tree(rule: rules.Rule) -> None:
    """A rule that no bad entry breaks is a rule that no test would miss."""
    article = parse_article("x.md", (LINT / "bad/06/04/everything-wrong.md").read_text("utf-8"), Day(6, 4), "x")
    short = parse_short_entries("x.toml", (LINT / "bad/11/07/also.toml").read_text("utf-8"), Day(11, 7))
    leap = parse_short_entries("x.toml", (LINT / "bad/02/29/also.toml").read_text("utf-8"), Day(2, 29))
    assert any(list(rule(draft)) for draft in [article, *short, *leap])


def found_in(**table: object) -> list[str]:
    """What the rules find wrong with a short entry that has these fields, beyond what it lacks."""
    draft = Draft("x", Day(6, 4), "x", {"year": 1956, "title": "T", **table}, False, "T")
    return [fault.message for fault in faults_of(draft, strict=True) if fault.message != "is missing"]


def test_lengths_and_years_at_their_limits() -> None:
    assert not [message for message in found_in(summary="x" * 159 + ".") if "characters" in message]
    assert "has 161 characters, 1 more than 160" in found_in(summary="x" * 160 + ".")
    for year, fits in ((9999, True), (-9999, True), (10_000, False), (-10_000, False)):
        assert ("must lie between -9999 and 9999" in found_in(year=year)) is not fits


def test_the_same_day_of_another_year_is_another_day() -> None:
    def other(year: int) -> list[str]:
        return found_in(also_on=[{"day": "06-04", "year": year, "reason": "R"}])

    assert "is the entry's own day" in other(1956)
    assert "is the entry's own day" not in other(1957)


def test_an_empty_tree_is_refused(tmp_path: Path) -> None:
    _, (fault,) = read_tree(tmp_path)
    assert fault.message == "holds no entries: they stand in MM/DD/slug.md and MM/DD/also.toml"


def test_linting_by_hand(tmp_path: Path) -> None:
    def lint(folder: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "historycli.entries", folder], capture_output=True, encoding="utf-8"
        )

    assert lint(LINT / "good").returncode == 0
    bad = lint(LINT / "bad")
    assert bad.returncode == 1
    assert "bad/06/04/notes.txt:1: path: has no place here" in bad.stdout
    assert lint(tmp_path / "missing").returncode == 2


@given(st.text())
def test_no_text_breaks_the_parser(text: str) -> None:
    for parse in (
        lambda: parse_article("x.md", text, Day(6, 4), "x"),
        lambda: parse_short_entries("x.toml", text, Day(6, 4)),
    ):
        try:
            parse()
        except EntryError as error:
            assert str(error).startswith("x.")


@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner)),
    st.text(),
)
def test_no_value_breaks_a_rule(value: object, name: str) -> None:
    from historycli.entries.fields import ENTRY

    for key in [name, *(field.name for field in ENTRY)]:
        for table in (
            {key: value},
            {key: [{"title": value, "url": value, "isbn": value, "day": value, "kind": value}]},
        ):
            draft = Draft("x", Day(6, 4), "x", table, True, "Title", "Body.")
            assert all(str(fault) for fault in faults_of(draft, strict=True))
