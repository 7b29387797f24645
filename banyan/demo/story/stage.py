"""Where the story is told: scenes, steps that hold or do not, and the language of the reader."""

from dataclasses import dataclass, field
from typing import Any

from rich.console import Console

from banyan.demo.language import of_the_user
from banyan.law.inforce import pack
from banyan.law.norms import Norm


class DoesNotHold(Exception):
    """A step of the story that did not go as the law wants it."""


@dataclass
class Stage:
    """Tells the steps and counts them (讲台)."""

    console: Console = field(default_factory=Console)
    chinese: bool = field(default_factory=lambda: of_the_user() == "zh-hans")
    steps: int = 0

    @property
    def language(self) -> str:
        """The language to ask the server for."""
        return "zh-hans" if self.chinese else "en"

    def say(self, zh: str, en: str) -> str:
        return zh if self.chinese else en

    def scene(self, zh: str, en: str) -> None:
        self.console.rule(self.say(zh, en), align="left")

    def step(self, norm: str, zh: str, en: str) -> None:
        """A step that held, with its article."""
        self.steps += 1
        cited = pack().named(Norm(norm), "zh" if self.chinese else "en")
        self.console.print(
            f"[green]✓[/] {self.say(zh, en)} [dim]({cited})[/]", highlight=False, soft_wrap=True
        )

    def show(self, text: str) -> None:
        self.console.print(f"    {text}", style="dim", highlight=False, markup=False, soft_wrap=True)


def holds(condition: Any, otherwise: str) -> None:
    """Go on only when the condition holds."""
    if not condition:
        raise DoesNotHold(otherwise)
