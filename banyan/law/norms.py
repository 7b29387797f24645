"""Names of places in the law: an article as a pack numbers it, and a norm by its lasting key."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import total_ordering

from banyan.kit.sentence import say
from banyan.law.languages import either
from banyan.law.numerals import han
from banyan.law.problems import LawError

_NUMBER = r"([1-9]\d{0,2})"
_ARTICLE = re.compile(rf"{_NUMBER}(?:\.{_NUMBER})?(?:\({_NUMBER}\))?")
_NORM = re.compile(rf"{_NUMBER}\.{_NUMBER}(?:\({_NUMBER}\))?-([a-z])")


class Kind(StrEnum):
    """What a norm does (规范类型); each kind has one mechanism in the software."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    POWER = "power"
    RIGHT = "right"
    CONSEQUENCE = "consequence"
    DEFINITION = "definition"


@total_ordering
@dataclass(frozen=True)
class Article:
    """A place in the Measures (条、款、项): ``16``, ``16.2`` (paragraph 2), ``38(3)`` or ``38.1(3)`` (item 3).

    The numbers are those of the pack in force; code that must survive renumbering cites a `Norm`.
    Raises `LawError` if the reference cannot be read.
    """

    reference: str
    place: tuple[int, int, int] = field(init=False, repr=False, compare=False)
    """Article, paragraph and item; 0 where the reference names none."""

    def __post_init__(self) -> None:
        match = _ARTICLE.fullmatch(self.reference)
        if not match:
            raise LawError(
                say(
                    "«{reference}» is not an article; write it like 16, 16.2 or 38(3).",
                    reference=self.reference,
                )
            )
        number, paragraph, item = match.groups("0")
        object.__setattr__(self, "place", (int(number), int(paragraph), int(item)))

    @property
    def number(self) -> int:
        """The number of the article (条)."""
        return self.place[0]

    @property
    def zh(self) -> str:
        """The Chinese citation, e.g. 第十六条第二款 or 第三十八条第(三)项."""
        number, paragraph, item = self.place
        cited = f"第{han(number)}条"
        if paragraph:
            cited += f"第{han(paragraph)}款"
        return f"{cited}第（{han(item)}）项" if item else cited

    @property
    def en(self) -> str:
        """The English citation, e.g. ``art. 16(2)`` or ``art. 38, item (3)``."""
        number, paragraph, item = self.place
        cited = f"art. {number}({paragraph})" if paragraph else f"art. {number}"
        return f"{cited}, item ({item})" if item else cited

    def cite(self, language: str) -> str:
        """The citation in ``language``: Chinese for any ``zh`` code, English otherwise."""
        return either(language, self.zh, self.en)

    def __lt__(self, other: "Article") -> bool:
        return self.place < other.place

    def __str__(self) -> str:
        return self.reference


@total_ordering
@dataclass(frozen=True)
class Norm:
    """The lasting key of one norm (规范), such as ``25.1-c``; the same in every pack, whatever its numbering.

    Keys were given from the draft: article, paragraph, item if any, then a letter. Raises `LawError` for
    another shape; whether a pack holds the norm is asked of the pack.
    """

    key: str
    place: tuple[int, int, int, str] = field(init=False, repr=False, compare=False)
    """Article, paragraph, item (0 if none) and letter of the key, for sorting."""

    def __post_init__(self) -> None:
        match = _NORM.fullmatch(self.key)
        if not match:
            raise LawError(
                say("«{key}» is not the key of a norm; write it like 25.1-c or 38.1(3)-a.", key=self.key)
            )
        number, paragraph, item, letter = match.groups("0")
        object.__setattr__(self, "place", (int(number), int(paragraph), int(item), letter))

    @property
    def groups(self) -> frozenset[str]:
        """The names that hold this norm: ``38``, ``38.1``, ``38(3)``, ``38.1(3)`` and the key itself.

        They number by the keys, not by a pack, so that packs may name norms together.
        """
        number, paragraph, item, _ = self.place
        names = {self.key, f"{number}", f"{number}.{paragraph}"}
        return frozenset(names | {f"{number}({item})", f"{number}.{paragraph}({item})"} if item else names)

    def __lt__(self, other: "Norm") -> bool:
        return self.place < other.place

    def __str__(self) -> str:
        return self.key
