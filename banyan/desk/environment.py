"""The Jinja2 environment of all pages: translation, addresses, built assets."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

BUILT = Path(__file__).parent / "static" / "built"


def environment(**options: Any) -> Environment:
    """What Django's Jinja2 backend asks for."""
    options["undefined"] = StrictUndefined
    made = Environment(**options, extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(static=static, url=reverse, asset=asset)
    return made


@cache
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text())) if path.exists() else {}


def asset(name: str) -> str:
    """The address of a built asset by its plain name, such as ``desk.css``."""
    return str(static(f"built/{_manifest().get(name, name)}"))
