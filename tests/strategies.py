"""Events that hypothesis makes up: whole, and full of whatever text may hold."""

from __future__ import annotations

from hypothesis import strategies as st

from historycli.dates import GREGORIAN, JULIAN, Day, HistoricalDate, days_in_month
from historycli.event import READING_KINDS, REGIONS, TOPICS, AlsoOn, Event, Reading, Source

# Any text but halves of characters, of which no file can hold one; the sample is what the formats obey.
letters = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "%\\{}\"',;:\r\n\t*_#&$[]()<>/=+-@\u2028\x85\x1b|~^`"
)
texts = st.text(letters, min_size=1, max_size=120).filter(str.strip)
maybe = st.just("") | texts
years = st.integers(-9999, 9999).filter(bool)
slugs = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,4}", fullmatch=True)
days = st.integers(1, 12).flatmap(lambda month: st.builds(Day, st.just(month), st.integers(1, days_in_month(month))))


@st.composite
def dates(draw: st.DrawFn) -> HistoricalDate:
    year, month, calendar = draw(years), draw(st.integers(1, 12)), draw(st.sampled_from([JULIAN, GREGORIAN]))
    return HistoricalDate(year, month, draw(st.integers(1, days_in_month(month, year, calendar))), calendar)


readings = st.builds(
    Reading, st.sampled_from(READING_KINDS), texts, texts,
    author=maybe, year=st.none() | years, publisher=maybe, isbn=st.sampled_from(["", "9780393051445"]), url=maybe,
)  # fmt: skip
events = st.builds(
    Event,
    slug=slugs,
    title=texts,
    date=dates(),
    region=st.sampled_from(REGIONS),
    topics=st.lists(st.sampled_from(TOPICS), min_size=1, max_size=3, unique=True).map(tuple),
    place=texts,
    summary=texts,
    kind=st.sampled_from(["event", "birth"]),
    detail=maybe,
    body=maybe.map(str.strip),
    fun_fact=maybe,
    grim=st.booleans(),
    disputed=maybe,
    date_checked=maybe,
    julian=st.none() | st.builds(HistoricalDate, st.just(1917), st.just(10), st.integers(1, 31), st.just(JULIAN)),
    aliases=st.lists(slugs, max_size=2).map(tuple),
    related=st.lists(slugs, max_size=2).map(tuple),
    also_on=st.lists(st.builds(AlsoOn, days, years, texts), max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, texts, texts, texts, maybe), max_size=2).map(tuple),
    readings=st.lists(readings, max_size=2).map(tuple),
    pack=st.just("") | slugs,
)
