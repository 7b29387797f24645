"""Names written for machines (物理字段名): zzjgdm is 组织机构代码 by its initials, legalPerson is 法定代表人."""

import re
from functools import cache, lru_cache

from pypinyin import Style, lazy_pinyin

from banyan.catalogue.matcher.words import lexicon

PHYSICAL = re.compile(r"[A-Za-z][A-Za-z0-9_]{1,40}")
PREFIX = re.compile(r"^(f|c|t|hj|qx|tb|col|fld|zd|xx)_")


@lru_cache(maxsize=300_000)
def spoken(name: str) -> str:
    """The Chinese name a physical name stands for; any other name as it is."""
    text = name.strip()
    if not PHYSICAL.fullmatch(text):
        return text
    plain = PREFIX.sub("", text.lower()).replace("_", "")
    return lexicon().english.get(plain) or _initials().get(plain) or _phrase(text) or text


def _phrase(text: str) -> str:
    """contact_phone and contactPhone word by word, if all words are known."""
    parts = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", text)
    words = [lexicon().english.get(part.lower(), "") for part in parts]
    return "".join(words) if len(words) > 1 and all(words) else ""


@cache
def _initials() -> dict[str, str]:
    """The lexicon's names of three characters and more by their pinyin initials; the first row in the lists wins."""
    found: dict[str, str] = {}
    for name, means in lexicon().ending.items():
        if len(name) > 2 and means and re.fullmatch(r"[一-鿿]+", name):
            initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
            found.setdefault(initials, name)
    return found
