"""The packs that a reader may open: those shipped with the software, and the one in force."""

from functools import cache

from banyan.kit.sentence import say
from banyan.law.folder import shipped
from banyan.law.inforce import pack
from banyan.law.pack import Pack, load_pack
from banyan.law.problems import LawError


def names() -> tuple[str, ...]:
    """The ids of the packs on the shelf, in order."""
    return tuple(sorted({*shipped(), pack().id}))


def on_shelf(name: str) -> Pack:
    """The pack with that id; `LawError` naming the known ones if there is none. Never a path."""
    if name == pack().id:
        return pack()
    if name not in shipped():
        raise LawError(
            say(
                "There is no law pack «{name}»; the known ones are {known}.",
                name=name,
                known=", ".join(names()),
            )
        )
    return _opened(name)


@cache
def _opened(name: str) -> Pack:
    return load_pack(name)
