"""Every test of operations happens on one day of November 2026."""

from collections.abc import Iterator

import pytest

from banyan.acts import clock
from banyan.operations.tests.scene import NOW


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.at(NOW):
        yield
