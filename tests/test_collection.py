from __future__ import annotations

import sqlite3
import tracemalloc
from pathlib import Path

import pytest

from historycli.collection import Collection, open_collection
from historycli.collection.compile import compile_events, data_version
from historycli.collection.lead import choose_lead
from historycli.dates import Day, HistoricalDate, Year
from historycli.entries.tree import read_tree
from historycli.errors import CollectionError, NameTaken, NotFound
from historycli.event import Event

TREE = Path(__file__).parent / "tree"


def test_what_is_compiled_is_read_back(collection: Collection) -> None:
    events, _ = read_tree(TREE, strict=False)
    for event in events:
        assert collection.get(event.slug) == event


def test_a_day_lists_its_events_by_year(collection: Collection) -> None:
    assert [shown.event.slug for shown in collection.on(Day(6, 4))] == [
        "montgolfier-balloon",
        "secret-speech-published",
        "ghana-coup-1979",
    ]
    assert [shown.year for shown in collection.on(Day(6, 4), 2)] == [1783, 1956]
    assert collection.count_on(Day(6, 4)) == 3


def test_another_day_lists_an_event_with_its_reason(collection: Collection) -> None:
    (shown,) = collection.on(Day(2, 25))
    assert (shown.event.slug, shown.year) == ("secret-speech-published", 1956)
    assert shown.reason == "Khrushchev speaks to a closed session in Moscow"


def test_a_date_and_a_year(collection: Collection) -> None:
    assert [s.event.slug for s in collection.on_date(HistoricalDate.of(1956, 6, 4))] == ["secret-speech-published"]
    assert collection.on_date(HistoricalDate.of(1957, 6, 4)) == []
    assert [str(shown.day) for shown in collection.in_year(Year(1956))] == ["25 February", "4 June"]
    assert [shown.event.slug for shown in collection.in_year(Year(-44))] == ["caesar-killed"]
    assert collection.count_in(Year(1956)) == 2


@pytest.mark.parametrize(
    "words",
    [
        "secret-speech-published",
        "cult-of-personality",
        "secret speech",
        "speech secret",
        "Secret SPEECH published",
        " cult ",
        "sécrèt spéech",
    ],
)
def test_an_entry_is_found_by(words: str, collection: Collection) -> None:
    assert collection.find(words).slug == "secret-speech-published"


def test_an_unknown_name_is_answered_with_the_nearest(collection: Collection) -> None:
    with pytest.raises(NotFound) as missing:
        collection.find("seccret-speach-published")
    assert missing.value.message == "there is no entry 'seccret-speach-published'"
    assert missing.value.advice == "Did you mean secret-speech-published?"


def test_a_name_that_several_have_is_answered_with_them(collection: Collection) -> None:
    with pytest.raises(NotFound) as several:
        collection.find("o")
    assert "fits 6 entries" in several.value.message
    assert "columbus-eclipse, ghana-coup-1979" in several.value.advice


@pytest.mark.parametrize("words", ["", "   ", "☃", "--", "%", "_", "'; DROP TABLE event", "\0"])
def test_rubbish_is_not_found(words: str, collection: Collection) -> None:
    with pytest.raises(NotFound):
        collection.find(words)


def test_all_events_come_by_day_year_and_slug(collection: Collection) -> None:
    events = list(collection.all())
    assert len(events) == 7
    assert events == sorted(events, key=lambda event: (event.date.day_of_year, event.date.year, event.slug))


def test_all_events_are_read_one_at_a_time(tmp_path: Path) -> None:
    """Ten megabytes of text, of which never one is held at a time."""
    days = [HistoricalDate(1900 + number % 100, 1 + number % 12, 1, "gregorian") for number in range(500)]
    body = "Text. " * 3500
    events = (
        Event(f"e-{number}", "E", day, "europe", ("law",), "X", "X.", body=body) for number, day in enumerate(days)
    )
    compile_events(events, tmp_path / "large.db", {})
    with open_collection(tmp_path / "large.db") as collection:
        tracemalloc.start()
        try:
            assert sum(len(event.body) for event in collection.all()) == 500 * len(body)
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()


def test_random_gives_every_event_in_time(collection: Collection) -> None:
    assert len({collection.random().slug for _ in range(500)}) == 7


@pytest.mark.parametrize(
    ("typed", "slug"), [("lodz", "secret-speech-published"), ("poznan", "secret-speech-published")]
)
def test_text_is_indexed_without_accents(typed: str, slug: str, database: Path) -> None:
    with sqlite3.connect(f"file:{str(database).replace('#', '%23').replace('?', '%3f')}?mode=ro", uri=True) as opened:
        rows = opened.execute(
            "SELECT slug, highlight(event_text, 5, '[', ']') FROM event_text JOIN event ON event.id = event_text.rowid"
            " WHERE event_text MATCH ?",
            (typed,),
        ).fetchall()
    opened.close()
    assert [row[0] for row in rows] == [slug]
    assert "[Łódź]" in rows[0][1] or "[Poznań]" in rows[0][1]


def _article(slug: str, year: int) -> Event:
    return Event(slug, slug, HistoricalDate(year, 6, 4, "gregorian"), "europe", ("law",), "X", "X.", body="Text.")


def test_the_roundest_anniversary_leads() -> None:
    articles = [_article("a", 1956), _article("b", 1926), _article("c", 1961)]
    assert [choose_lead(articles, year) and choose_lead(articles, year).slug for year in (2026, 2056)] == ["b", "a"]  # type: ignore[union-attr]


def test_where_none_is_round_they_take_turns() -> None:
    articles = [_article("a", 1951), _article("b", 1952)]
    first, second, third = (choose_lead(articles, year) for year in (2023, 2024, 2025))
    assert first != second
    assert first == third
    assert choose_lead([], 2026) is None


def test_a_year_to_come_is_no_anniversary() -> None:
    articles = [_article("a", 2036), _article("b", 1999)]
    assert {choose_lead(articles, year) for year in (2026, 2027)} == set(articles)


def test_two_compilations_are_the_same_bytes(tmp_path: Path) -> None:
    events, _ = read_tree(TREE, strict=False)
    for name in ("one.db", "two.db"):
        compile_events(events, tmp_path / name, {"data_version": data_version(TREE)})
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_a_failed_compilation_leaves_the_old_file(tmp_path: Path) -> None:
    events, _ = read_tree(TREE, strict=False)
    target = tmp_path / "collection.db"
    compile_events(events, target, {})
    before = target.read_bytes()
    with pytest.raises(NameTaken):
        compile_events([*events, events[0]], target, {})
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["collection.db"]


def test_a_missing_collection_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CollectionError) as missing:
        open_collection(tmp_path / "none.db")
    assert "python -m historycli.collection" in missing.value.advice


def test_a_damaged_collection_is_told(database: Path, tmp_path: Path) -> None:
    whole = database.read_bytes()
    for number, content in enumerate([b"", b"no database at all" * 100, whole[:5000]]):
        path = tmp_path / f"{number}.db"
        path.write_bytes(content)
        with pytest.raises(CollectionError), open_collection(path) as collection:
            collection.on(Day(6, 4))


def test_a_collection_of_another_schema_is_told(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    path.write_bytes(database.read_bytes())
    opened = sqlite3.connect(path)
    opened.execute("PRAGMA user_version = 99")
    opened.close()
    with pytest.raises(CollectionError, match="schema 99"):
        open_collection(path)


def test_the_data_version_follows_the_texts(tmp_path: Path) -> None:
    day = tmp_path / "06" / "04"
    day.mkdir(parents=True)
    (day / "a.md").write_text("one")
    first = data_version(tmp_path)
    (day / "a.md").write_text("two")
    assert first != data_version(tmp_path)
    assert len(first) == 12
