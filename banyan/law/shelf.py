"""The packs that a reader may open: those shipped with the software, and the one in force."""

from datetime import date
from functools import cache

from banyan.kit.sentence import Sentence, say
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
        known = ", ".join(names())
        raise LawError(
            say("There is no law pack «{name}»; the known ones are {known}.", name=name, known=known)
        )
    return _opened(name)


@cache
def _opened(name: str) -> Pack:
    return load_pack(name)


def two_on_shelf(
    a: str, b: str, on: str, today: date
) -> tuple[tuple[Pack, Pack, date] | None, dict[str, Sentence]]:
    """The two packs and the day that somebody asks for, or what cannot be read: one sentence a field."""
    found: dict[str, Pack] = {}
    faults: dict[str, Sentence] = {}
    for field, name in (("a", a), ("b", b)):
        try:
            found[field] = on_shelf(name)
        except LawError as error:
            faults[field] = error.sentence
    try:
        day = date.fromisoformat(on) if on else today
    except ValueError:
        faults["on"] = say("{day} is not a day; write it like “2026-11-29”.", day=on)
    return (None, faults) if faults else ((found["a"], found["b"], day), {})
