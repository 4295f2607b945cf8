"""The fields of an entry, stated once.

Parsing, lint and the field table of ``data/README.md`` all read these tables.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["ALSO_ON", "ENTRY", "READING", "SOURCE", "Field"]

ARTICLE, SHORT = "article", "short entry"
BOTH = (ARTICLE, SHORT)


@dataclass(frozen=True, slots=True)
class Field:
    """One key: its type, where it may and must stand, its longest text, and what it says."""

    name: str
    type: str  # "text", "year", "day", "date", "yes or no", "list of texts", "tables"
    meaning: str
    allowed: tuple[str, ...] = BOTH
    required: tuple[str, ...] = ()
    most: int = 0  # characters; 0 is no limit
    least_tables: tuple[int, int] = (0, 0)  # for tables: at least so many in an article, in a short entry


ENTRY = (
    Field("slug", "text", "The entry's name, as typed after `show`; an article has it from its file name.", (SHORT,), (SHORT,)),
    Field("title", "text", "Three to nine words, in the present tense; an article has it from its `# ` line.", (SHORT,), (SHORT,), 90),
    Field("year", "year", "The year as historians count: 44 BC is -44; there is no year 0.", BOTH, BOTH),
    Field("region", "text", "One word of the list of regions.", BOTH, BOTH),
    Field("topics", "list of texts", "One to three words of the list of topics, the most telling first.", BOTH, BOTH),
    Field("place", "text", "Where it happened, as it is called now: town, country.", BOTH, BOTH, 90),
    Field("summary", "text", "One sentence that makes sense alone; the greeting and the lists use it.", BOTH, BOTH, 160),
    Field("detail", "text", "One more telling fact, where the summary is not enough.", (SHORT,), (), 240),
    Field("fun_fact", "text", "One or two sentences, true, surprising, sourced; a grim entry may leave it out.", (ARTICLE,), (), 320),
    Field("kind", "text", "`event` (if left out), `birth`, `death` or `observance`."),
    Field("grim", "yes or no", "`true` for atrocity and mass death: the gentle greeting passes over it."),
    Field("calendar", "text", "`julian` or `gregorian`, only where the day departs from the rule (Julian before 15 October 1582)."),
    Field("julian", "date", "The whole Old Style date, `\"1917-10-25\"`, where the sources give one."),
    Field("disputed", "text", "What is disputed and by whom.", most=400),
    Field("date_checked", "text", "Where the day is stated, if no common reference lists it.", most=300),
    Field("aliases", "list of texts", "Old slugs and names people would type; a published slug never stops working."),
    Field("related", "list of texts", "Slugs of entries that tell the same story from another day."),
    Field("also_on", "tables", "Other days on which the same story is remembered."),
    Field("source", "tables", "Where the facts come from: two or more for an article, one for a short entry.", least_tables=(2, 1)),
    Field("reading", "tables", "Works to go on with: two or more for an article, the best first.", (ARTICLE,), least_tables=(2, 0)),
)  # fmt: skip

ALSO_ON = (
    Field("day", "day", 'The other day, `"02-25"`.', required=BOTH),
    Field("year", "year", "Its year.", required=BOTH),
    Field("reason", "text", "What happened on it, in a clause.", required=BOTH, most=160),
)

SOURCE = (
    Field("title", "text", "The page's or document's own title.", required=BOTH),
    Field("publisher", "text", "Who answers for it.", required=BOTH),
    Field("url", "text", "Its address, https.", required=BOTH),
    Field("supports", "text", "What in it bears what in the text.", required=(ARTICLE,)),
)

READING = (
    Field("kind", "text", "`book`, `article`, `primary`, `film` or `web`.", required=BOTH),
    Field("title", "text", "The work's own title.", required=BOTH),
    Field("author", "text", "Its authors, separated by commas and `and`; needed for books and articles."),
    Field("year", "year", "The year of publication; needed for books and articles."),
    Field("publisher", "text", "The publisher or journal."),
    Field("isbn", "text", "Thirteen digits, only where a record was seen."),
    Field("url", "text", "An address, https."),
    Field("note", "text", "Why this one, in a clause.", required=BOTH, most=240),
)
