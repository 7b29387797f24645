"""The states of a noun as a filter's choices."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Filter


def by_state(model: Any) -> Filter:
    """Narrow a register to one state."""
    return Filter(
        "state",
        _("State"),
        "state",
        lambda actor: [(value, str(label)) for value, label in model.State.choices],
    )
