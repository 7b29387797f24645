"""What ``banyan doctor`` finds."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from banyan.acts.log import acts_log
from banyan.lake.loading import load_file
from banyan.lake.models import Row
from banyan.lake.tests.factories import make_province, person
from banyan.site.checkup import Check, checks


def _rows() -> Check:
    return {one.name: one for one in checks()}["rows of the present versions"]


@pytest.mark.django_db
def test_a_row_altered_in_the_database_is_found(settings: Settings, tmp_path: Path) -> None:
    settings.BANYAN_HOME = tmp_path / "home"
    acts_log.cache_clear()
    province = make_province()
    load_file(province.officer, province.resource, province.file(tmp_path, [person(1), person(2)]))
    assert _rows().holds
    Row.objects.filter(key=person(1)[0]).update(region="350103")
    assert not _rows().holds
    assert province.resource.name in _rows().found
