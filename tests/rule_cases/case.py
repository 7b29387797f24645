"""What a case of a rule is."""

from types import SimpleNamespace
from typing import Any

Case = tuple[tuple[Any, Any], tuple[Any, Any]]


class Asked(SimpleNamespace):
    """What is asked; an input that is not given reads as None, as in the one door."""

    def __getattr__(self, name: str) -> None:
        return None
