"""The frame around every page: whose desk, who works, where one can go, what was just done (页面框架)."""

from dataclasses import dataclass
from typing import Literal

from banyan.desk.shapes.values import Done, Link, Stopped

Lang = Literal["zh-Hans", "en"]
Theme = Literal["", "light", "dark"]


@dataclass(frozen=True)
class NavLink:
    """One way through the desk (导航项); ``count`` is a figure beside it, such as duties due."""

    text: str
    url: str
    current: bool = False
    count: str = ""


@dataclass(frozen=True)
class NavSection:
    """Ways that belong together (导航组); a section with a title folds, one without stands at the top.

    ``parts`` are smaller groups under their own headings, which fold and unfold with the section.
    """

    title: str
    links: tuple[NavLink, ...] = ()
    unfolded: bool = False
    parts: tuple["NavSection", ...] = ()

    @property
    def active(self) -> bool:
        return (
            self.unfolded or any(link.current for link in self.links) or any(one.active for one in self.parts)
        )


@dataclass(frozen=True)
class Choice:
    """One of a few settings, sent by a button (设定); ``lang`` where the word is in another language."""

    text: str
    value: str
    current: bool = False
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class Switch:
    """A setting with its choices (切换): posts ``name`` = value to ``url``."""

    label: str
    name: str
    url: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who is at work (经办人): the person, the office held now, its body, and the other offices held."""

    name: str
    office: str
    body: str
    offices: Switch | None = None
    account: str = ""
    sign_out: str = ""


@dataclass(frozen=True, kw_only=True)
class Assets:
    """Addresses of the built files (资源文件)."""

    css: str
    scripts: tuple[str, ...] = ()
    icon: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """The frame around every page (页面框架); ``place`` is whose desk this is, ``find`` the address of the search."""

    title: str
    lang: Lang
    place: str
    home: str
    assets: Assets
    theme: Theme = ""
    csrf: str = ""
    trail: tuple[Link, ...] = ()
    nav: tuple[NavSection, ...] = ()
    actor: Actor | None = None
    find: str = ""
    languages: Switch | None = None
    themes: Switch | None = None
    done: tuple[Done, ...] = ()
    stopped: tuple[Stopped, ...] = ()
    footer: tuple[Link, ...] = ()
