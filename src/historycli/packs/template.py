"""A pack to begin with."""

from __future__ import annotations

from pathlib import Path

from historycli.errors import HistorycliError, WrongUsage

__all__ = ["write_template"]

_README = """\
A pack of historycli: events of your own, a folder for each day.

    06/04/also.toml     the short entries of 4 June
    06/04/a-name.md     an article of that day

Check it with `historycli pack check`, add it with `historycli pack add`; after
a change add it again. The fields are explained in 06/04/also.toml.
"""
_ENTRIES = """\
# Events of 4 June: the folder's name says the day, MM/DD. Each begins with [[event]].
# Only a title is needed. The other lines below may be left out, or have their # taken away.

[[event]]
title = "The first garden party"
year = 1987                 # -44 is 44 BC; without a year it is a day that returns, like a birthday
# summary = "Forty guests, one thunderstorm and no umbrella."
# place = "Lisbon, Portugal"
# region = "europe"          # one of the regions that `historycli about` shows
# topics = ["society"]       # one to three of its topics
# kind = "event"             # event, birth, death or observance
# slug = "garden-party"      # what to type after `historycli show`; else made of the title
# detail = "One more thing worth knowing."
# grim = true                # the gentle greeting passes over it

# [[event.source]]
# title = "The photograph album"
# publisher = "The family"
# url = "https://example.org/album"
"""


def write_template(directory: Path) -> None:
    """Write the pack into a folder that is not there yet, or empty. Raises WrongUsage where it is neither."""
    if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
        raise WrongUsage(f"{directory} is there already", "Name a folder that is not.")
    try:
        day = directory / "06" / "04"
        day.mkdir(parents=True, exist_ok=True)
        (directory / "README.md").write_text(_README, encoding="utf-8")
        (day / "also.toml").write_text(_ENTRIES, encoding="utf-8")
    except OSError as error:
        raise HistorycliError(f"cannot write {directory}: {error.strerror}", "Name another place.") from None
