"""``about``: what the collection holds, counted."""

from __future__ import annotations

from historycli import __version__
from historycli.commands.frame import Frame
from historycli.commands.options import FormatOption, JsonOption, PlainOption
from historycli.dates import century_of
from historycli.event import REGIONS, TOPICS
from historycli.pages import AboutPage

__all__ = ["about"]

LICENCES = {
    "Code": "MIT, Copyright (c) 2026 the historycli authors",
    "Texts": "CC BY 4.0, the historycli authors, https://creativecommons.org/licenses/by/4.0/",
}


def about(form: FormatOption = None, plain: PlainOption = False, json: JsonOption = False) -> None:
    """What the collection holds, counted; its version and licences."""
    frame = Frame.of(form, plain, json)
    with frame.collection() as collection:
        bundled, *packs = collection.shelves
        centuries: dict[int, int] = {}
        for year, count in bundled.tally("year").items():
            century = century_of(int(year))
            centuries[century] = centuries.get(century, 0) + count
        regions, topics = bundled.tally("region"), bundled.tally("topics")
        articles = bundled.tally("is_article").get("1", 0)
        days_with_article, days_with_event = bundled.days_covered()
        frame.show(AboutPage(
            version=__version__,
            data_version=bundled.meta()["data_version"],
            articles=articles,
            short_entries=bundled.count() - articles,
            days_with_article=days_with_article,
            days_with_event=days_with_event,
            centuries=dict(sorted(centuries.items())),
            regions={region: regions[region] for region in REGIONS if region in regions},
            topics={topic: topics[topic] for topic in TOPICS if topic in topics},
            packs={pack.pack: pack.count() for pack in packs},
            licences=LICENCES,
        ))  # fmt: skip
