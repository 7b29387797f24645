"""Masking (脱敏): values shown in part, so that a person can be told apart but not known; no Django here."""

import re
from collections.abc import Callable

from banyan.lake.meaning import Meaning, meaning_of

_CITIZEN = re.compile(r"[0-9]{17}[0-9Xx]")
_MOBILE = re.compile(r"[0-9]{11}")


def mask(value: str, item: str = "", element: str = "") -> str:
    """The value as its item is masked: 350102********002X, 张*, 138****1234, 1990-**-**, else its middle hidden.

    What looks like a citizen number or a mobile number is masked as one, whatever its item is called. An empty value
    stays empty; of every other something is hidden, and half of what has no form of its own.
    """
    if _CITIZEN.fullmatch(value):
        return _citizen(value)
    if _MOBILE.fullmatch(value):
        return _phone(value)
    return _MASKS.get(meaning_of(item, element), _middle)(value)


def _citizen(value: str) -> str:
    return _keep(value, 6, 4) if len(value) == 18 else _middle(value)


def _phone(value: str) -> str:
    return _keep(value, 3, 4) if len(value) >= 11 else _middle(value)


def _name(value: str) -> str:
    return value[:1] + "*" * max(len(value) - 1, 1) if value else ""


def _address(value: str) -> str:
    return _keep(value, min(6, len(value) // 2), 0)


def _birthday(value: str) -> str:
    hidden = value[:4] + re.sub(r"[0-9]", "*", value[4:])
    return hidden if hidden != value else _middle(value)


def _middle(value: str) -> str:
    return _keep(value, len(value) // 4, len(value) // 4)


def _keep(value: str, first: int, last: int) -> str:
    return value[:first] + "*" * (len(value) - first - last) + value[len(value) - last :]


_MASKS: dict[Meaning, Callable[[str], str]] = {
    Meaning.CITIZEN: _citizen,
    Meaning.PHONE: _phone,
    Meaning.NAME: _name,
    Meaning.ADDRESS: _address,
    Meaning.BIRTHDAY: _birthday,
}
