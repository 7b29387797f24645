"""The similarity engine (功能类似比对): finds registered business software that does the same, and says why."""

from banyan.planning.similarity.register import Register
from banyan.planning.similarity.values import FunctionPair, Similar, SimilarityInputError

__all__ = ["FunctionPair", "Register", "Similar", "SimilarityInputError"]
