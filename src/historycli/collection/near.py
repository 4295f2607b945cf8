"""Words of the collection that are spelt nearly like those that found nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

__all__ = ["nearest_words"]


def nearest_words(words: Sequence[str], slugs: Iterable[str]) -> list[str]:
    """For each word the nearest that stands in a slug, nearest first; nothing for one that has none."""
    known = {part for slug in slugs for part in slug.split("-") if len(part) > 2}
    near = [close for word in words if word not in known for close in difflib.get_close_matches(word, known, 3, 0.7)]
    return list(dict.fromkeys(near))[:5]
