"""What a wheel needs besides the source: the pages' scripts and styles, and the compiled message catalogues."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own hooks leave the configuration open
    """Builds them before the files of a wheel are gathered; an editable installation takes what the checkout has."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        subprocess.run(["tools/assets"], cwd=root, check=True)
        subprocess.run([sys.executable, "tools/messages.py"], cwd=root, check=True)
