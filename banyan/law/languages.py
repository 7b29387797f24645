"""The two languages of the law pack: Chinese, which is the law, and English, which explains it."""

from typing import TypeVar

T = TypeVar("T")


def either(language: str, zh: T, en: T) -> T:
    """The Chinese for any ``zh`` code, the English otherwise."""
    return zh if language.startswith("zh") else en
