"""What a load tells in the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from banyan.kit.sentence import Sentence, say
from banyan.lake.faults import RULES


@dataclass(frozen=True)
class LoadReport:
    """How a load went (装载报告): its rows, the faults by rule, whether it is the present version now, in how long."""

    load: int
    resource: str
    version: int
    rows_good: int
    rows_bad: int
    faults: Mapping[str, int]
    seconds: float
    published: bool
    why_not: Sequence[Sentence] = ()

    @property
    def rows_read(self) -> int:
        return self.rows_good + self.rows_bad

    def plain(self) -> dict[str, Any]:
        """The report as JSON knows it."""
        told = {name: value for name, value in self.__dict__.items() if name != "why_not"}
        counted = {"faults": dict(self.faults), "rows_read": self.rows_read}
        return {**told, **counted, "reason": " ".join(map(str, self.why_not))}

    def sentences(self) -> list[Sentence]:
        """The report in sentences, faults by rule, the most frequent first."""
        return [
            say(
                "{resource}, version {version}: {read} rows read in {seconds} s, {good} good, {bad} in quarantine.",
                resource=self.resource,
                version=self.version,
                read=self.rows_read,
                seconds=round(self.seconds, 1),
                good=self.rows_good,
                bad=self.rows_bad,
            ),
            *(
                say("{number} × {fault}", number=number, fault=RULES[rule])
                for rule, number in sorted(self.faults.items(), key=lambda one: -one[1])
            ),
            *(say("It is not published: {why}", why=one) for one in self.why_not),
            *([say("It is published.")] if self.published else []),
        ]

    def words(self) -> str:
        """The sentences in English, one a line."""
        return "\n".join(map(str, self.sentences()))
