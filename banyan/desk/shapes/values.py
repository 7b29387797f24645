"""Small values that every shape is made of: links, states, clocks, reasons, facts, events (基本形状).

Every text is already in the reader's language. Times carry two forms: words for people, ISO 8601 for machines.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["good", "warn", "bad", "info", "quiet"]

MARKS: dict[Tone, str] = {"good": "check", "warn": "alert", "bad": "cross", "info": "dot", "quiet": "ring"}


@dataclass(frozen=True)
class Link:
    """A text that may lead somewhere (链接); without ``url`` it is plain text."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class State:
    """A state as word, icon and colour (状态); ``icon`` names a drawing of the sprite, by default the tone's own."""

    word: str
    tone: Tone = "quiet"
    icon: str = ""

    @property
    def mark(self) -> str:
        return self.icon or MARKS[self.tone]


@dataclass(frozen=True)
class Clock:
    """Time left in words, and the day it ends (期限); ``at`` is ISO 8601."""

    left: str
    until: str
    at: str
    tone: Tone = "quiet"

    @property
    def state(self) -> State:
        return State(self.left, self.tone, "late" if self.tone == "bad" else "clock")


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why an act is stopped (不予理由): the article, the fact, the lawful way and a link that starts it."""

    article: Link
    because: str
    instead: str
    fix: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Stopped:
    """An act that cannot be done (不予): what is not done, every reason, and the form that shows what it would ask."""

    what: str
    reasons: tuple[Reason, ...]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Done:
    """An act just done (已办): its sentence, its ledger number, and the act that would reverse it."""

    sentence: str
    entry: Link
    undo: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of an object (对象抬头): kind of thing, name, code, state, owner, clock."""

    kind: str
    name: str
    code: str = ""
    state: State | None = None
    owner: Link | None = None
    clock: Clock | None = None
    said: str = ""


@dataclass(frozen=True)
class Fact:
    """One fact under its label (事实).

    ``state`` replaces the value where the fact is a state; ``folded`` shows a long text for programs only on demand.
    """

    label: str
    value: str = ""
    url: str = ""
    help: str = ""
    state: State | None = None
    folded: bool = False


@dataclass(frozen=True)
class Facts:
    """Facts that belong together (事实组)."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One ledger entry as a sentence (历史记录); ``entry`` leads to its proof."""

    sentence: str
    when: str
    at: str
    who: str = ""
    article: Link | None = None
    entry: Link | None = None
    tone: Tone = "quiet"
