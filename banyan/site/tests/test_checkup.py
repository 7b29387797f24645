"""What ``banyan doctor`` finds."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

import tests.province
from banyan.acts import clock
from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Touch
from banyan.acts.record import forget
from banyan.lake.loading import load_file
from banyan.lake.models import Row
from banyan.lake.tests.factories import make_province, person
from banyan.site.checkup import Check, checks


def _entries() -> Check:
    return {one.name: one for one in checks()}["entries against the ledger"]


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


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"officer": 7},
        {"act": "bodies.end_term"},
        {"at": clock.now() - timedelta(days=3)},
        {"outcome": "refused"},
        {"given": {"name": "张三"}},
        {"given": {}},
        {"object_id": 99},
        None,
    ],
)
def test_an_entry_altered_or_deleted_in_the_database_is_found(change: dict[str, object] | None) -> None:
    tests.province.officer(tests.province.body("民政局"), "head")
    assert _entries().holds
    entry = Entry.objects.filter(act="bodies.appoint_officer")
    Touch.objects.filter(entry__in=entry).delete()
    entry.update(**change) if change else entry.delete()
    assert not _entries().holds


@pytest.mark.django_db
def test_an_entry_whose_personal_inputs_were_forgotten_still_agrees() -> None:
    tests.province.officer(tests.province.body("民政局"), "head")
    for entry in Entry.objects.all():
        forget(entry)
    assert _entries().holds
