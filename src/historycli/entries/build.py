"""From a draft without faults to an Event."""

from __future__ import annotations

from historycli.dates import GREGORIAN, JULIAN, UNDATED, Day, HistoricalDate
from historycli.entries.parse import Draft
from historycli.event import AlsoOn, Event, Reading, Source

__all__ = ["build_event"]


def build_event(draft: Draft, pack: str = "") -> Event:
    """The Event of a draft in which the rules found nothing wrong.

    A pack's entry may leave out more than a bundled one: without a year it is an
    undated observance, and its summary is its title.
    """
    table = draft.table
    year = table.get("year", UNDATED)
    julian = table.get("julian")
    return Event(
        slug=draft.slug,
        title=draft.title,
        date=(
            HistoricalDate.of(year, draft.day.month, draft.day.day, table.get("calendar"))
            if year
            else HistoricalDate(UNDATED, draft.day.month, draft.day.day, GREGORIAN)
        ),
        region=table.get("region", "world"),
        topics=tuple(table.get("topics", ("society",))),
        place=table.get("place", ""),
        summary=table.get("summary", draft.title),
        kind=table.get("kind", "event" if year else "observance"),
        detail=table.get("detail", ""),
        body=draft.body,
        fun_fact=table.get("fun_fact", ""),
        grim=table.get("grim", False),
        disputed=table.get("disputed", ""),
        date_checked=table.get("date_checked", ""),
        julian=HistoricalDate.parse(julian, JULIAN) if julian else None,
        aliases=tuple(table.get("aliases", ())),
        related=tuple(table.get("related", ())),
        also_on=tuple(AlsoOn(Day.parse(t["day"]), t["year"], t["reason"]) for t in table.get("also_on", ())),
        sources=tuple(Source(**t) for t in table.get("source", ())),
        readings=tuple(Reading(**t) for t in table.get("reading", ())),
        pack=pack,
    )
