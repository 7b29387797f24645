"""A sentence for people, kept as its English pattern and values until somebody reads it in a language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Sentence:
    """One translatable sentence (句子): ``msgid`` is the English pattern, ``args`` the values for its braces."""

    msgid: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language of ``translate``; nested sentences are rendered in the same language."""
        values = {
            name: value.render(translate) if isinstance(value, Sentence) else value
            for name, value in self.args.items()
        }
        return translate(self.msgid).format(**values) if values else translate(self.msgid)

    def __str__(self) -> str:
        return self.render()


def say(msgid: str, /, **args: Any) -> Sentence:
    """Make a sentence; the message extractor looks for calls of this name."""
    return Sentence(msgid, args)
