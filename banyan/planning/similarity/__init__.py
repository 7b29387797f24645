"""Software that does the same under another name (功能相似): found, ranked and explained function by function.

Articles 18.2 and 24: duplication is avoided, and no software with similar functions is developed. Which business
object a function is about and what it does with it decide; words that every project's name has count for nothing.
"""

from banyan.planning.similarity.files import answers
from banyan.planning.similarity.register import FunctionPair, Register, Similar, Software

__all__ = ["FunctionPair", "Register", "Similar", "Software", "answers"]
