"""Names made of other names, as they read in the language of whoever looks; records keep them by ``recorded``."""

from typing import Any

from django.utils.translation import gettext as _


def paired(one: Any, other: Any) -> str:
    """Two names as one: «省水利厅：停止采集目录外信息», in English with a colon and a space."""
    return _("{one}: {other}").format(one=one, other=other)


def in_edition(name: Any, number: int) -> str:
    """A name and the number of its edition or version (版次): «水利系统电子政务建设方案（第2版）»."""
    return _("{name}, edition {n}").format(name=name, n=number)
