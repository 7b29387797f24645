"""What is wrong with a pack, said so that the person who edits it can put it right."""

from dataclasses import dataclass, field

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence, say


class LawError(SentenceError):
    """A question about the law that has no answer; ``sentence`` says what to do."""


@dataclass(frozen=True)
class Problem:
    """One mistake (差错) in a pack: where it stands (file, then line or table) and what to do."""

    where: str
    what: Sentence

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class PackError(LawError):
    """A pack that cannot be used; ``problems`` holds every mistake found, not only the first."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(say("The law pack «{name}» cannot be used.", name=name))
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join([str(self.sentence), *(f"- {problem}" for problem in self.problems)])


@dataclass
class Problems:
    """The mistakes found so far while one pack is read."""

    found: list[Problem] = field(default_factory=list)

    def add(self, where: str, what: Sentence) -> None:
        """Note one mistake and go on reading, so that the editor sees all of them at once."""
        self.found.append(Problem(where, what))

    def stop_if_any(self, name: str) -> None:
        """Raise `PackError` if anything was noted for the pack called ``name``."""
        if self.found:
            raise PackError(name, tuple(self.found))
