"""A load is published whole or not at all, and bad rows wait with their faults."""

import json
from pathlib import Path

import pytest

from banyan.lake import queries
from banyan.lake.loading import load_file
from banyan.lake.models import Load, Row
from banyan.lake.tests.factories import Province, person


@pytest.mark.norm("25.1-b")
def test_a_good_file_becomes_the_present_version(province: Province, tmp_path: Path) -> None:
    report = load_file(province.officer, province.resource, province.file(tmp_path, [person(n) for n in range(3)]))
    assert (report.rows_good, report.rows_bad, report.published) == (3, 0, True)
    load = queries.published_load(province.resource)
    assert load is not None
    row = queries.row(load, person(1)[0])
    assert row is not None
    assert row.region == "350102"
    assert json.loads(row.data)["姓名"] == "张试1"
