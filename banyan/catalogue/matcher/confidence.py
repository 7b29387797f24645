"""How sure it is that a field and an item mean the same (置信度): what a pair shows, weighed as the labelled sets teach."""

from functools import cache
from math import exp, log

from rapidfuzz import fuzz

from banyan.catalogue.matcher.agreement import Agreement
from banyan.catalogue.matcher.context import Context, basic, kinship
from banyan.catalogue.matcher.words import FOLDER, rows

SAME_MEANING = 0.6
SURE, MOST = 1.0, 0.99
LEAST_ODDS = 0.005


def signs(found: Agreement, form: Context, matter: Context, resource: Context) -> dict[str, float]:
    """What speaks for and against a pair, each about 0 to 1; ``matter`` is the form's name with the field's."""
    field, item = found.texts
    letters, near = fuzz.ratio(field, item) / 100, kinship(matter, resource)
    return {
        "constant": 1.0,
        "agreement": log_odds(found.score),
        "agreed": float(found.score >= SAME_MEANING),
        "letters": letters,
        "said": sum(letter in item or letter in resource.text for letter in field) / max(1, len(field)),
        "kindred form": kinship(form, resource),
        "kindred field": near,
        "letters in a kindred field": letters * near,
        "basic register": float(basic(resource)),
        "head": found.head,
        "same name": float(found.ground == "same"),
        "words only in the field": float(min(found.ours, 2)),
        "unknown words": float(min(found.unknown, 2)),
    }


def confidence(found: Agreement, form: Context, matter: Context, resource: Context) -> float:
    """A score from 0 to 1 that orders the items; from `SAME_MEANING` on the item is accepted."""
    if found.score >= SURE:
        return SURE
    weights = _weights()
    total = sum(weights[sign] * value for sign, value in signs(found, form, matter, resource).items())
    return min(MOST, 1 / (1 + exp(-total)))


def log_odds(score: float) -> float:
    """The logarithm of the odds of a score, kept finite."""
    score = min(max(score, LEAST_ODDS), 1 - LEAST_ODDS)
    return log(score / (1 - score))


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in rows(FOLDER / "confidence.csv")}
