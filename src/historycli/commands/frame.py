"""What every command begins with: the settings, today's date, the collection and the form of output."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, NamedTuple

from historycli import paths
from historycli.collection import BUNDLED, Collection, Taste
from historycli.collection.freshness import is_stale
from historycli.collection.shelf import Shelf
from historycli.commands.options import Form
from historycli.errors import WrongUsage
from historycli.pages import Page
from historycli.render import choose_format, show, tell
from historycli.settings import Settings, load_settings

if TYPE_CHECKING:
    from historycli.packs.limits import Limits

__all__ = ["Frame"]


class Frame(NamedTuple):
    """The settings in force, the date that stands for today, and the form pages take."""

    settings: Settings
    today: datetime.date
    form: str

    @classmethod
    def of(cls, form: Form | None = None, plain: bool = False, json: bool = False, date: str | None = None) -> Frame:
        """The frame that a command's options ask for; what the settings have wrong is told and passed over."""
        asked = ([form.value] if form else []) + ["plain"] * plain + ["json"] * json
        if len(set(asked)) > 1:
            raise WrongUsage(f"--format {asked[0]} and --{asked[1]} ask for two forms at once", "Leave one out.")
        settings = load_settings()
        for complaint in settings.complaints:
            tell(complaint)
        chosen = choose_format(asked[0] if asked else settings.values["format"])
        return cls(settings, _today(date), chosen)

    def collection(self) -> Collection:
        """The collection that is asked: use it in a ``with`` statement."""
        shelves = [Shelf(BUNDLED)]
        if is_stale():
            tell("the compiled collection is older than data/", "Rebuild it with: python -m historycli.collection")
        if self.settings.values["packs"] and _has_packs():
            from historycli.packs.opening import open_packs

            shelves += open_packs(self.limits, tell)
        values = self.settings.values
        return Collection(shelves, Taste(frozenset(values["favour"]), frozenset(values["leave_out"])))

    def limits(self) -> Limits:
        """How much a pack may hold, by the settings."""
        from historycli.packs.limits import Limits  # 5 ms, for what reads packs alone

        return Limits(self.settings.values["pack_events"], self.settings.values["pack_megabytes"])

    def show(self, page: Page) -> None:
        """Print a page in the form asked for."""
        show(page, self.form, self.settings.values["width"])


def _has_packs() -> bool:
    data = paths.data_dir()
    return bool(data) and os.path.isdir(os.path.join(str(data), "packs"))


def _today(date: str | None) -> datetime.date:
    """The date of ``--date``, else of HISTORYCLI_TODAY, else the clock's."""
    given = date or os.environ.get("HISTORYCLI_TODAY")
    if not given:
        return datetime.date.today()
    from historycli.typed_dates import read_today

    return read_today(given)
