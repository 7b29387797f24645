"""The page of an account: how it stands, a secret to take over, its forms and its latest events (账号)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.forms import Form
from banyan.desk.shapes.values import Event, Facts, Link


@dataclass(frozen=True, kw_only=True)
class Codes:
    """What an authenticator takes over (动态码密钥): the address as a picture of squares and as text.

    ``path`` draws the dark squares on a field that is ``side`` squares wide and high.
    """

    caption: str
    help: str
    alt: str
    path: str
    side: int
    facts: Facts


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account (账号); ``told`` is what was just done, ``warned`` what must be done first."""

    template: ClassVar[str] = "desk/account.html"
    title: str
    said: str = ""
    told: str = ""
    warned: str = ""
    facts: Facts | None = None
    codes: Codes | None = None
    forms: tuple[Form, ...] = ()
    ways: tuple[Link, ...] = ()
    events_title: str = ""
    events: tuple[Event, ...] = ()
