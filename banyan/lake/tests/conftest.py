"""The province of the lake's tests."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from banyan.acts.log import acts_log
from banyan.lake.tests.factories import Province, make_province


@pytest.fixture
def province(db: None, settings: Settings, tmp_path: Path) -> Province:
    settings.BANYAN_HOME = tmp_path / "home"
    acts_log.cache_clear()
    return make_province()
