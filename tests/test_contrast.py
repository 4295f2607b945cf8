"""Whether what is coloured can be read, on the backgrounds that terminals commonly have."""

from __future__ import annotations

import pytest
from rich.color import Color

from historycli.render.blocks import ACCENT

BACKGROUNDS = {
    "black": "000000", "white": "ffffff", "Tango dark": "2e3436", "Tango light": "eeeeec", "Ubuntu": "300a24",
    "GNOME dark": "1e1e1e", "Windows Terminal": "0c0c0c", "PowerShell": "012456", "Solarized dark": "002b36",
    "Solarized light": "fdf6e3", "Gruvbox dark": "282828", "Gruvbox light": "fbf1c7", "Nord": "2e3440",
    "One dark": "282c34", "One light": "fafafa",
}  # fmt: skip


def luminance(rgb: tuple[int, ...]) -> float:
    """Relative luminance, 0 to 1, by WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("background", BACKGROUNDS)
def test_the_accent_stands_out(background: str) -> None:
    """3:1, which WCAG asks of headings and of what is drawn."""
    levels = (
        luminance(tuple(Color.parse(ACCENT).get_truecolor())),
        luminance(tuple(bytes.fromhex(BACKGROUNDS[background]))),
    )
    assert (max(levels) + 0.05) / (min(levels) + 0.05) >= 3
