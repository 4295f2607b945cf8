"""What a reader would rather meet, and would rather not, on a day's page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from historycli.event import Event

__all__ = ["Taste"]


class Taste(NamedTuple):
    """Regions and topics: those whose articles lead before others, and those that no day shows."""

    favour: frozenset[str] = frozenset()
    leave_out: frozenset[str] = frozenset()

    def shows(self, event: Event) -> bool:
        """Whether a day shows the event."""
        return not self.leave_out & {event.region, *event.topics}

    def candidates(self, articles: Sequence[Event]) -> list[Event]:
        """The articles that a lead is chosen from: those of a favoured region or topic, if there are any."""
        shown = [article for article in articles if self.shows(article)]
        return [article for article in shown if self.favour & {article.region, *article.topics}] or shown
