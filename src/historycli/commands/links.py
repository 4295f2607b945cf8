"""``open``: a link of an entry in the browser, or printed where there is none."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from historycli.commands.frame import Frame
from historycli.errors import NotFound
from historycli.event import Event
from historycli.render import write_text

__all__ = ["open_link"]


def open_link(
    slug: Annotated[list[str], typer.Argument(help="An entry's name or words of it, then the number of the link.")],
) -> None:
    """Open the link that has this number in ``show``; without a number the first there is."""
    frame = Frame.of()
    words, number = (slug[:-1], int(slug[-1])) if len(slug) > 1 and slug[-1].isdecimal() else (slug, None)
    with frame.collection() as collection:
        event = collection.find(" ".join(words))
    url = _link(event, number)
    if not (_has_browser() and _open(url)):
        write_text(f"{url}\n")


def _link(event: Event, number: int | None) -> str:
    urls = [work.url for work in event.readings] + [source.url for source in event.sources]
    wanted = urls if number is None else urls[number - 1 : number] if number else []
    url = next(filter(None, wanted), "")
    if not url.startswith("https://"):
        with_links = [str(place) for place, one in enumerate(urls, 1) if one.startswith("https://")]
        what = f"number {number} of {event.name}" if number else event.name
        raise NotFound(f"{what} has no link", f"These have: {', '.join(with_links)}." if with_links else "")
    return url


def _has_browser() -> bool:
    """Whether a browser can show itself: a terminal's own, started in its place, would be no help."""
    if sys.platform in ("darwin", "win32"):
        return True
    return any(os.environ.get(variable) for variable in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _open(url: str) -> bool:
    import webbrowser

    return webbrowser.open(url)
