"""What people type to search, as a query of FTS5.

Nothing they type is a syntax error: words are taken out of it and put into
quotation marks, so that no operator of FTS5 is left. The rules of its query
language are in https://www.sqlite.org/fts5.html, section 3.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from historycli.letters import fold

__all__ = ["Term", "fts_query", "terms_of"]


class Term(NamedTuple):
    """Words that must stand together; ``prefix`` lets the last one go on."""

    words: tuple[str, ...]
    prefix: bool = False


def terms_of(typed: str) -> list[Term]:
    """The terms of what was typed: ``"a phrase" word begin*``."""
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"?|(\S+)', fold(typed).casefold()):
        words = tuple(re.findall(r"[^\W_]+", phrase or word))
        if words:
            terms.append(Term(words, word.endswith("*")))
    return terms


def fts_query(terms: list[Term], *, prefixes: bool = False) -> str:
    """The query in which every term must be found; ``prefixes`` lets each of them go on."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if prefixes or term.prefix else ""}' for term in terms)
