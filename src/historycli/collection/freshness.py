"""Whether the compiled collection of a checkout is older than its entries."""

from __future__ import annotations

from historycli.collection import BUNDLED

__all__ = ["is_stale"]

_DATA = BUNDLED.parents[2] / "data"


def is_stale() -> bool:
    """True in a checkout whose ``data/`` was changed after the collection was compiled; False anywhere else."""
    if not (_DATA.parent / "hatch_build.py").is_file() or not BUNDLED.is_file():
        return False
    compiled = BUNDLED.stat().st_mtime
    months = list(_DATA.glob("[0-9][0-9]"))
    days = [path for month in months for path in month.iterdir() if path.is_dir()]
    files = [path for day in days for path in day.iterdir()]
    return any(path.stat().st_mtime > compiled for path in months + days + files)
