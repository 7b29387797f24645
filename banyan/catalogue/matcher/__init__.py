"""The matcher (匹配器): finds the resource items that mean the same as a form's field, on one machine, and says why."""

from banyan.catalogue.matcher.files import match_files
from banyan.catalogue.matcher.matcher import Matcher
from banyan.catalogue.matcher.values import (
    CatalogueItem,
    FieldAnswer,
    FormField,
    Match,
    MatchInputError,
    Taught,
    TaughtPair,
)

__all__ = [
    "CatalogueItem",
    "FieldAnswer",
    "FormField",
    "Match",
    "MatchInputError",
    "Matcher",
    "Taught",
    "TaughtPair",
    "match_files",
]
