"""The fault of one among many (故障): logged and told in one line, and the others go on."""

import logging
from collections.abc import Callable
from typing import TypeVar

from django.db import InterfaceError, OperationalError

_log = logging.getLogger(__name__)
T = TypeVar("T")


def attempt(what: str, do: Callable[[], T]) -> tuple[T | None, str]:
    """What ``do`` gives or, where it raises, why; ``what`` names it in the log.

    A database that does not answer is the fault of none: it is raised.
    """
    try:
        return do(), ""
    except (OperationalError, InterfaceError):
        raise
    except Exception as why:  # noqa: BLE001 - one that fails must not stop the others
        _log.exception("%s", what)
        return None, f"{type(why).__name__}: {why}"
