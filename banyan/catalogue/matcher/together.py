"""The fields of one form looked at together (整表): they belong to one matter, and two of them seldom ask the same."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import exp
from typing import NamedTuple

from banyan.catalogue.matcher.confidence import DOUBTED, MOST, SAME_MEANING, log_odds
from banyan.catalogue.matcher.context import KINDRED
from banyan.catalogue.matcher.words import FOLDER, rows

RIVALS, LEAST = 2, 1e-9
FAR_FETCHED = 0.8


class Candidate(NamedTuple):
    """An item that may be a field's.

    ``name`` is its name's number, ``matter`` what its resource is about, ``score`` how sure it is by itself, and
    ``kinship`` how kindred the form is to the resource.
    """

    name: int
    matter: str
    score: float
    kinship: float


class Together:
    """What the fields of a form are by themselves: in which matters they are surely held, and which items they take.

    ``bound`` tells of each field whether it asks for what is bound to its matter.
    """

    def __init__(self, fields: Sequence[Sequence[Candidate]], bound: Sequence[bool]) -> None:
        self._bound = bound
        self._held = [
            {each.matter for each in candidates if each.score >= SAME_MEANING} for candidates in fields
        ]
        self._fields = Counter(matter for held in self._held for matter in held)
        votes: defaultdict[str, float] = defaultdict(float)
        for held in self._held:
            for matter in held:
                votes[matter] += 1 / len(held)
        self._votes = dict(sorted(votes.items(), key=lambda pair: -pair[1]))
        self._taken = _taken(fields)

    def signs(self, field: int, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
        """What the other fields say of each candidate of a field, by its place; each sign about 0 to 1.

        A field that is held in few resources says more of the form's matter. Where the other fields are found nowhere,
        each matter may be the form's.
        """
        mine = dict.fromkeys(self._held[field], 1 / len(self._held[field]) if self._held[field] else 0.0)
        most = _most_without(self._votes, mine)
        few = 1 / (1 + _most_without(dict(self._fields.most_common()), dict.fromkeys(mine, 1)))
        shown = []
        for each in candidates:
            votes = self._votes.get(each.matter, 0.0) - mine.get(each.matter, 0.0)
            matter = votes / most if most > LEAST else 1.0
            shown.append(
                {
                    "constant": 1.0,
                    "by itself": log_odds(each.score),
                    "the form's matter": matter,
                    "few others": few,
                    "the form's matter, by many": matter * (1 - few),
                    "taken by another field": self._by_another(field, each),
                    "kindred form": each.kinship,
                }
            )
        return shown

    def scores(self, field: int, candidates: Sequence[Candidate]) -> list[float]:
        """How sure each candidate of a field is in the light of the others."""
        weights = _weights()
        totals = (
            sum(weights[sign] * value for sign, value in shown.items())
            for shown in self.signs(field, candidates)
        )
        return [
            self._doubted(field, each, min(MOST, 1 / (1 + exp(-total))))
            for each, total in zip(candidates, totals, strict=True)
        ]

    def _doubted(self, field: int, candidate: Candidate, score: float) -> float:
        """申请日期 of a patent is not that of a subsidy: in a matter not the form's it must be all but certain."""
        others = self._fields[candidate.matter] - (candidate.matter in self._held[field])
        foreign = not others and candidate.kinship < KINDRED
        return min(score, DOUBTED) if self._bound[field] and foreign and score < FAR_FETCHED else score

    def _by_another(self, field: int, candidate: Candidate) -> float:
        rivals = self._taken.get((candidate.matter, candidate.name), ())
        return next((score for score, other in rivals if other != field), 0.0)


def _taken(fields: Sequence[Sequence[Candidate]]) -> dict[tuple[str, int], list[tuple[float, int]]]:
    """For each item the two fields that are surest of it."""
    best: defaultdict[tuple[str, int], dict[int, float]] = defaultdict(dict)
    for number, candidates in enumerate(fields):
        for each in candidates:
            scores = best[each.matter, each.name]
            scores[number] = max(scores.get(number, 0.0), each.score)
    return {
        item: nlargest(RIVALS, ((score, field) for field, score in scores.items()))
        for item, scores in best.items()
    }


def _most_without(ranked: Mapping[str, float], mine: Mapping[str, float]) -> float:
    """The most that any matter has without what one field gives; ``ranked`` has the highest first."""
    most = 0.0
    for matter, value in ranked.items():
        if value <= most:
            break
        most = max(most, value - mine.get(matter, 0.0))
    return most


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in rows(FOLDER / "together.csv")}
