"""The build hook: lints ``data/`` and compiles it into the wheel, and never into the sdist.

It calls the code that a developer calls by hand, ``python -m historycli.collection``.
An editable install compiles into ``src/``, where the program then reads it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATABASE = Path("src", "historycli", "collection.db")


class CollectionHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from historycli.collection.build import build_bundled

        build_bundled(root / "data", root / DATABASE)
        if version != "editable":
            build_data["force_include"][str(root / DATABASE)] = "historycli/collection.db"
