"""Questions as people ask them (口语问句), put as the names that forms and catalogues use: 你叫什么名字 is the 姓名."""

import re
from functools import cache

from banyan.catalogue.matcher.words import FOLDER, rows


def as_a_name(text: str) -> str:
    """A plain spelling with the turns of speech of `asked.csv` put as names, one after the other, in their order.

    What would leave nothing stays as it is.
    """
    for pattern, name in _patterns():
        text = pattern.sub(name, text) or text
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["name"]) for row in rows(FOLDER / "asked.csv"))
