"""Dated parameters: the clocks and thresholds that the Measures leave open, each with its source."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from banyan.kit.sentence import Sentence, say
from banyan.law.languages import either
from banyan.law.norms import Article, Norm
from banyan.law.problems import LawError
from banyan.law.sources import Source
from banyan.law.units import Amount, Certainty, Unit, in_words

Wanted = TypeVar("Wanted", int, Decimal, float, bool, str, date, tuple[str, ...])


@dataclass(frozen=True)
class Value:
    """One value of a parameter (参数值) and the days it is in force; both ends count, None is open."""

    name: str
    amount: Amount
    unit: Unit
    source: Source
    articles: tuple[Article, ...]
    certainty: Certainty
    norms: tuple[Norm, ...]
    since: date | None = None
    until: date | None = None
    note_zh: str = ""
    note_en: str = ""

    @property
    def norm(self) -> Norm:
        """The norm whose gap the value fills; the first, where it serves several."""
        return self.norms[0]

    def of(self, kind: type[Wanted]) -> Wanted:
        """The amount as ``kind``; any number also serves as Decimal or float. `LawError` if it is none."""
        if type(self.amount) is kind:
            return self.amount
        number = isinstance(self.amount, (int, Decimal)) and not isinstance(self.amount, bool)
        if number and kind in (Decimal, float):
            return kind(str(self.amount))
        raise LawError(
            say(
                "The parameter «{name}» is counted in {unit}; it cannot be read as {kind}.",
                name=self.name,
                unit=self.unit.value,
                kind=kind.__name__,
            )
        )

    def words(self) -> Sentence:
        """The amount as people say it, e.g. “10 working days”."""
        return in_words(self.amount, self.unit)

    def citation(self, language: str) -> str:
        """The source with its articles, e.g. 政府信息公开条例第三十三条."""
        places = [article.cite(language) for article in self.articles]
        if language.startswith("zh"):
            return self.source.zh + "、".join(places)
        return " ".join([self.source.en, ", ".join(places)]).strip()

    def holds_on(self, day: date) -> bool:
        """Whether the value is in force on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Parameter:
    """A named gap of the Measures (参数) with its values over time, oldest first."""

    name: str
    zh: str
    en: str
    norms: tuple[Norm, ...]
    values: tuple[Value, ...]

    def title(self, language: str) -> str:
        """What the parameter settles, in ``language``."""
        return either(language, self.zh, self.en)

    def on(self, day: date) -> Value:
        """The value in force on that day; `LawError` if the pack gives none for it."""
        for value in reversed(self.values):
            if value.holds_on(day):
                return value
        raise LawError(
            say(
                "The parameter «{name}» has no value on {day}; add one to parameters.toml.",
                name=self.name,
                day=day.isoformat(),
            )
        )
