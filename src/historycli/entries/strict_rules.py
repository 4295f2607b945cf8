"""The rules of the bundled entries beyond those that every pack keeps."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from historycli.entries.fields import ENTRY, Field
from historycli.entries.markdown import links
from historycli.entries.parse import Draft
from historycli.entries.rules import TABLES, Finding, Found, Rule, tables

__all__ = ["STRICT"]

ARTICLE_WORDS = (400, 600)


def text_is_too_long(draft: Draft) -> Found:
    tables_of_fields: list[tuple[str, Mapping[str, Any], tuple[Field, ...]]] = [("", draft.table, ENTRY)]
    for name, fields in TABLES.items():
        tables_of_fields += [(f"{label} ", table, fields) for label, table in tables(draft, name)]
    for prefix, table, fields in tables_of_fields:
        for field in fields:
            value = table.get(field.name)
            if isinstance(value, str) and field.most and len(value) > field.most:
                over = len(value) - field.most
                yield Finding(prefix + field.name, f"has {len(value)} characters, {over} more than {field.most}")


def sources_are_too_few(draft: Draft) -> Found:
    for field in ENTRY:
        least = field.least_tables[0 if draft.is_article else 1]
        count = sum(1 for _ in tables(draft, field.name))
        if least > count:
            form = "an article" if draft.is_article else "a short entry"
            yield Finding(field.name, f"has {count}: {form} needs at least {least}")


def reading_is_incomplete(draft: Draft) -> Found:
    for label, reading in tables(draft, "reading"):
        for name in ("author", "year") if reading.get("kind") in ("book", "article") else ():
            if name not in reading:
                yield Finding(f"{label} {name}", f"is missing: a work of kind {reading['kind']!r} has one")


def summary_is_no_sentence(draft: Draft) -> Found:
    summary = draft.table.get("summary")
    if isinstance(summary, str) and not summary.rstrip('”"’').endswith((".", "!", "?")):
        yield Finding("summary", "must be a sentence that ends with a full stop")


def fun_fact_is_missing(draft: Draft) -> Found:
    if draft.is_article and draft.table.get("grim") is not True and "fun_fact" not in draft.table:
        yield Finding("fun_fact", "is missing: only a grim entry may leave it out")


def article_is_too_short_or_long(draft: Draft) -> Found:
    least, most = ARTICLE_WORDS
    words = sum(1 for word in draft.body.split() if word != "##")
    if draft.is_article and not least <= words <= most:
        yield Finding("body", f"has {words} words: {least} to {most} are wanted")


def _urls(draft: Draft) -> Iterator[tuple[str, str, int]]:
    for name in ("source", "reading"):
        for label, table in tables(draft, name):
            if isinstance(url := table.get("url"), str):
                yield f"{label} url", url, 0
    for line, url in links(draft.body):
        yield "body", url, line


def address_is_not_https(draft: Draft) -> Found:
    for label, url, line in _urls(draft):
        if not re.fullmatch(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:\d+)?(/[^\s<>\"]*)?", url):
            yield Finding(label, f"{url!r} is not an address that begins with https://", line)


def title_has_marks(draft: Draft) -> Found:
    if draft.is_article and re.search(r"[*_`\[\]]", draft.title):
        yield Finding("title", "is plain text: it is shown where no emphasis can be")


def control_character_stands_in_text(draft: Draft) -> Found:
    named = [(name, value, 0) for name, value in draft.table.items()]
    for name in TABLES:
        named += [(f"{label} {key}", value, 0) for label, table in tables(draft, name) for key, value in table.items()]
    named += [("title", draft.title, 0)] + [
        ("body", line, number) for number, line in enumerate(draft.body.split("\n"))
    ]
    for label, value, line_number in named:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str) and any(unicodedata.category(letter) in ("Cc", "Cf") for letter in item):
                yield Finding(label, "holds a character that cannot be seen", line_number)


STRICT: tuple[Rule, ...] = (
    title_has_marks, text_is_too_long, sources_are_too_few, reading_is_incomplete, summary_is_no_sentence,
    fun_fact_is_missing, article_is_too_short_or_long, address_is_not_https, control_character_stands_in_text,
)  # fmt: skip
