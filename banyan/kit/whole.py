"""Whole numbers as people and addresses write them: ASCII digits, no more than any database counts to."""

import re

_WHOLE = re.compile(r"-?[0-9]{1,18}")


def whole(text: str) -> int | None:
    """The number, with a minus or without; None for anything else."""
    bare = text.strip()
    return int(bare) if _WHOLE.fullmatch(bare) else None


def natural(text: str) -> int | None:
    """The number of a record, a year, a page: none below nought; None for anything else."""
    number = whole(text)
    return number if number is not None and number >= 0 else None
