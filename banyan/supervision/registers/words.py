"""Words that several registers of supervision share."""

from collections.abc import Callable, Sequence

from banyan.acts.actor import Actor
from banyan.acts.governed import Governed


def states(model: type[Governed]) -> Callable[[Actor], Sequence[tuple[str, str]]]:
    """The states of a noun, to filter by."""
    return lambda actor: [(str(value), str(label)) for value, label in model.State.choices]
