"""Text (文本) for comparing and searching: one spelling, pairs of characters, pinyin initials."""

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from banyan.kit.characters import fold, is_cjk

__all__ = ["bigrams", "cells_of", "cites_law", "initials", "is_cjk", "normalise"]

_RUN = re.compile(r"[^\W_]+")
_LAW = re.compile(
    r"《[^《》]+》|第\s*[一二三四五六七八九十百千零〇\d]+\s*条|\bart(?:icle|\.)\s*\d", re.IGNORECASE
)
_NOT_LATIN = re.compile(r"[^0-9a-z]+")


def normalise(text: str) -> str:
    """The text (规范化) in form NFKC, without invisible characters, trimmed, each run of blanks as one blank.

    Letter case and traditional characters stay as written.
    """
    return " ".join(fold(text).split())


def bigrams(text: str) -> list[str]:
    """Every pair of neighbouring letters or digits (二元组), in order, repeats kept, without regard to case.

    Blanks and punctuation part the pairs; a character that stands alone gives itself, so nothing is lost.
    """
    runs = _RUN.findall(normalise(text).casefold())
    return [pair for run in runs for pair in _pairs(run)]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


@lru_cache(maxsize=65_536)
def initials(text: str) -> str:
    """The pinyin initials (拼音首字母) in small letters: 统一社会信用代码 gives ``tyshxydm``.

    Latin letters and digits stay, everything else is left out. Readings follow known phrases: 重庆 is ``cq``.
    """
    return "".join(lazy_pinyin(fold(text), style=Style.FIRST_LETTER, errors=_latin))


def _latin(characters: str) -> str:
    return _NOT_LATIN.sub("", characters.lower())


def cells_of(line: str) -> list[str]:
    """The cells of a typed line (单元格): pasted from a table with tabs, or typed with upright bars."""
    return [cell.strip() for cell in re.split(r"[\t|｜]", line)]


def cites_law(text: str) -> bool:
    """Whether the text names a law (法律依据): its title in title marks, as 《统计法》, or an article."""
    return _LAW.search(normalise(text)) is not None
