"""Addresses of the built front-end files."""

import json
from functools import cache
from pathlib import Path

from django.templatetags.static import static

BUILT = Path(__file__).parent / "static" / "built"


@cache
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text())) if path.exists() else {}


def asset(name: str) -> str:
    """The address of a built file by its plain name, such as ``desk.css``."""
    return str(static(f"built/{_manifest().get(name, name)}"))
