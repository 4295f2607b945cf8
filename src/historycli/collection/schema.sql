-- The compiled collection. It is made from text files and thrown away at will;
-- a program that meets another user_version than its own rebuilds or refuses it.

PRAGMA application_id = 0x48697374;  -- "Hist"
PRAGMA user_version = 3;

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an event. Lists that are never searched by (sources, readings, other
-- days) are JSON; topics, aliases and related are words between spaces.
CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    slug         TEXT NOT NULL,
    year         INTEGER NOT NULL,  -- as historians count: -44 is 44 BC
    month        INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    calendar     TEXT NOT NULL,
    julian       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    region       TEXT NOT NULL,
    topics       TEXT NOT NULL,
    grim         INTEGER NOT NULL,
    is_article   INTEGER NOT NULL,
    place        TEXT NOT NULL,
    title        TEXT NOT NULL,
    summary      TEXT NOT NULL,
    detail       TEXT NOT NULL,
    fun_fact     TEXT NOT NULL,
    body         TEXT NOT NULL,
    disputed     TEXT NOT NULL,
    date_checked TEXT NOT NULL,
    aliases      TEXT NOT NULL,
    related      TEXT NOT NULL,
    also_on      TEXT NOT NULL,
    sources      TEXT NOT NULL,
    readings     TEXT NOT NULL
);

-- The days an event is shown on: its own (position 0), then its also_on by position.
CREATE TABLE shown (
    month      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    is_article INTEGER NOT NULL,  -- 1 for an article on its own day: a lead can be chosen from these
    year       INTEGER NOT NULL,
    event      INTEGER NOT NULL REFERENCES event,
    position   INTEGER NOT NULL,
    PRIMARY KEY (month, day, is_article, year, event, position)
) WITHOUT ROWID;

CREATE INDEX shown_by_year ON shown (year, month, day);
CREATE INDEX event_by_date ON event (year, month, day);
-- What to read on with is found here, without a look at the articles themselves.
CREATE INDEX article_by_topic ON event (topics, place, region, year, slug) WHERE is_article = 1;

-- Slugs and aliases: whatever an event may be called.
CREATE TABLE name (
    name  TEXT PRIMARY KEY,
    event INTEGER NOT NULL REFERENCES event
) WITHOUT ROWID;

-- Full text over the event table's own columns; what is put in is folded
-- (Łódź as Lodz), one word for one word, so that matches are marked in the original.
CREATE VIRTUAL TABLE event_text USING fts5 (
    title, summary, place, fun_fact, detail, body,
    content = 'event', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
