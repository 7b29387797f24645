"""A sentence for people, kept as its English pattern and values until somebody reads it in a language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Sentence:
    """One translatable sentence (句子): ``msgid`` is the English pattern, ``args`` the values for its braces."""

    msgid: str
    args: Mapping[str, Any] = field(default_factory=dict)

    def render(self, translate: Callable[[str], str] = str) -> str:
        """The sentence in the language of ``translate``; nested sentences are rendered in the same language."""
        values = {name: _said(value, translate) for name, value in self.args.items()}
        return translate(self.msgid).format(**values) if values else translate(self.msgid)

    def __str__(self) -> str:
        return self.render()


def amount(value: Decimal) -> str:
    """A decimal as it reads in any language: 1,200,000 or 0.50, with the decimals it has unless all are zero."""
    text = f"{value:,f}"
    whole, _, part = text.partition(".")
    return text if part.strip("0") else whole


def listed(parts: Iterable[str], language: str, mark: str = "、") -> str:
    """Words or clauses one behind the other; ``mark`` is what stands between them in Chinese, 、 or ；."""
    return ({"、": ", ", "；": "; "}[mark] if language.startswith("en") else mark).join(parts)


def _said(value: Any, translate: Callable[[str], str]) -> Any:
    if isinstance(value, Sentence):
        return value.render(translate)
    return amount(value) if isinstance(value, Decimal) else value


def say(msgid: str, /, **args: Any) -> Sentence:
    """Make a sentence; the message extractor looks for calls of this name."""
    return Sentence(msgid, args)
