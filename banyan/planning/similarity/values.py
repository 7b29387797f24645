"""What comes out of the similarity engine: similar software, with the functions that have a counterpart."""

from dataclasses import dataclass

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class FunctionPair:
    """One of our functions and its counterpart (功能对应): ``score`` from 0 to 1, ``why`` in a sentence for people."""

    ours: str
    theirs: str
    score: float
    why: Sentence


@dataclass(frozen=True, slots=True)
class Similar:
    """Functionally similar software of the register (功能类似软件), the best pairs of functions first."""

    id: str
    name: str
    score: float
    pairs: tuple[FunctionPair, ...]


class SimilarityInputError(SentenceError):
    """A file the engine cannot use (输入有误); its sentence says what to do."""
