"""How sure it is that a field and an item mean the same (置信度): what a pair shows, weighed by what was labelled."""

from functools import cache
from math import exp, log

from rapidfuzz import fuzz

from banyan.catalogue.matcher.agreement import Agreement
from banyan.catalogue.matcher.context import Context, basic, kinship
from banyan.catalogue.matcher.words import FOLDER, rows

SAME_MEANING, AGREED, DOUBTED = 0.6, 0.75, 0.59
SURE, MOST, VETOED = 1.0, 0.99, 0.5
LEAST_ODDS = 0.005


def signs(found: Agreement, form: Context, matter: Context, resource: Context) -> dict[str, float]:
    """What speaks for and against a pair, each about 0 to 1; ``matter`` is the form's name with the field's.

    Where the reading holds both for the same, letters say nothing: 手机号码 and 联系电话 share none.
    """
    near = kinship(matter, resource)
    shown = {
        "constant": 1.0,
        "agreement": log_odds(found.score),
        "kindred form": kinship(form, resource),
        "kindred field": near,
        "basic register": float(basic(resource)),
        "same name": float(found.ground == "same"),
        "person and body": float(found.stranger),
    }
    if agreed(found):
        return shown
    field, item = found.texts
    letters = fuzz.ratio(field, item) / 100
    shown["letters"] = letters
    shown["letters in a kindred field"] = letters * near
    shown["said"] = len([letter for letter in field if letter in item or letter in resource.text]) / max(
        1, len(field)
    )
    shown["head"] = found.head
    shown["words only in the field"] = float(min(found.ours, 2))
    shown["unknown words"] = float(min(found.unknown, 2))
    return shown


def confidence(found: Agreement, form: Context, matter: Context, resource: Context) -> float:
    """A score from 0 to 1 that orders the items; from `SAME_MEANING` on the item is accepted."""
    if found.score >= SURE:
        return SURE
    weights = _weights("agreed" if agreed(found) else "doubtful")
    total = sum(weights[sign] * value for sign, value in signs(found, form, matter, resource).items())
    return min(MOST, 1 / (1 + exp(-total))) * (VETOED if found.vetoed else 1.0)


def agreed(found: Agreement) -> bool:
    """Whether the reading alone holds both for the same: letters then weigh otherwise than in names it half knows."""
    return found.score >= AGREED


def log_odds(score: float) -> float:
    """The logarithm of the odds of a score, kept finite."""
    score = min(max(score, LEAST_ODDS), 1 - LEAST_ODDS)
    return log(score / (1 - score))


@cache
def _weights(column: str) -> dict[str, float]:
    return {row["sign"]: float(row[column] or 0) for row in rows(FOLDER / "confidence.csv")}
