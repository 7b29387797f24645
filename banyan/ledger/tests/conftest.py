"""A home for keys, and logs to write in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from banyan.ledger.models import Log
from banyan.ledger.queries import open_log
from banyan.ledger.sequence import sequence
from banyan.ledger.write import append

Write = Callable[..., list[bytes]]


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.BANYAN_HOME = tmp_path / "home"
    settings.BANYAN_PUBLIC_URL = "https://ledger.example"
    return tmp_path / "home"


@pytest.fixture
def log(db: None) -> Log:
    return open_log("acts", kind="acts", title="行为账本", public=True)


@pytest.fixture
def write() -> Write:
    """Write ``count`` more entries into a log, sequence them, and answer their bytes."""

    def write_entries(log: Log, count: int, *, first: int = 0) -> list[bytes]:
        entries = [b'{"act":"demo.do","n":%d}' % n for n in range(first, first + count)]
        with transaction.atomic():
            for entry in entries:
                append(log.pk, entry)
        sequence(log, limit=max(count, 1))
        return entries

    return write_entries
