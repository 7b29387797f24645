"""Members of a declaration that are said shortly: a plain string stands for the value made of it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

T = TypeVar("T")


class Said(Generic[T]):
    """A dataclass's tuple whose members may be given as strings; ``default`` where it may be left out."""

    def __init__(self, made: Callable[[str], T], default: tuple[T, ...] | None = None) -> None:
        self.made = made
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, thing: object | None, owner: type | None = None) -> tuple[T, ...]:
        if thing is not None:
            return cast(tuple[T, ...], thing.__dict__[self.name])
        if self.default is None:
            raise AttributeError(self.name)
        return self.default

    def __set__(self, thing: object, given: Sequence[T | str]) -> None:
        thing.__dict__[self.name] = tuple(self.made(one) if isinstance(one, str) else one for one in given)
