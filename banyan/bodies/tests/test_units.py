"""What a technical service unit is, and what only one may do."""

from datetime import date
from typing import Any

import pytest

from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.bodies.acts import conclude_agreement
from banyan.bodies.models import Agreement
from tests import province

pytestmark = pytest.mark.django_db


@pytest.mark.norm("7.1-a")
def test_only_a_registered_technical_service_unit_can_be_commissioned() -> None:
    unit = province.body("福建省公安厅")
    cloud = province.body("数字福建云公司", kind="technical_service_unit")
    other = province.body("福建省民政厅")
    head = province.officer(unit, "head")
    given: dict[str, Any] = {
        "title": "云平台运行维护",
        "mode": "purchase",
        "ownership_clause": "所产生的信息资源归国家所有，由同级电子政务管理部门综合管理，期满返还全部数据。",
        "since": date(2026, 1, 1),
        "until": date(2027, 1, 1),
    }
    with pytest.raises(Refused) as refused:
        perform(conclude_agreement, head, supplier=other.pk, **given)
    assert [one.rule for one in refused.value.refusals] == ["bodies.supplier_is_a_technical_service_unit"]
    perform(conclude_agreement, head, supplier=cloud.pk, **given)
    assert Agreement.objects.get().supplier == cloud
