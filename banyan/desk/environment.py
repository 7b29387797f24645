"""The Jinja2 environment of all pages: translation and the care of ``banyan.desk.jinja``."""

from typing import Any

from django.utils import translation
from jinja2 import Environment

from banyan.desk.jinja import equip


def environment(**options: Any) -> Environment:
    """What Django's Jinja2 backend asks for."""
    made = equip(Environment(**{**options, "autoescape": True}))  # noqa: S701  it is set to True just here
    made.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]  # given by the i18n extension
    return made
