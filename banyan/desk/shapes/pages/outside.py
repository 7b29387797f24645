"""The pages beside: the form of an act, signing in, a problem (办理、登录与问题)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.forms import Form
from banyan.desk.shapes.tables import Table
from banyan.desk.shapes.values import Facts, Head, Link


@dataclass(frozen=True, kw_only=True)
class ActForm:
    """An act on a page of its own; a script may lift the form into the object's page (办理页).

    ``downloads`` are files that help to fill it in.
    """

    template: ClassVar[str] = "desk/act_form.html"
    form: Form
    head: Head | None = None
    downloads: Facts | None = None


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Sign-in (登录): the form, other lawful ways in, and what the reader should know before."""

    template: ClassVar[str] = "desk/sign_in.html"
    title: str
    form: Form
    said: str = ""
    others: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    accounts: Table | None = None


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A page that cannot be shown (无法显示): what, why, what to do; ``reference`` is what to quote when asking."""

    template: ClassVar[str] = "desk/problem.html"
    status: int
    title: str
    because: str
    instead: str
    article: Link | None = None
    ways: tuple[Link, ...] = ()
    reference: str = ""
