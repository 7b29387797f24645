"""Cases of the monitors of the spine."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.catalogue.acts import collection
from banyan.catalogue.models import CollectionItem
from tests import province
from tests.monitor_cases.case import Case, in_days


def _item_waits_for_its_review() -> Iterator[datetime]:
    unit = province.body("甲局")
    managing = unit.managing or province.body("电子政务管理部门", kind="managing_department")
    item = perform(
        collection.propose_item,
        province.officer(unit, "form_designer"),
        matter="高龄津贴",
        name="银行账号",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
    ).on
    yield in_days(60)
    perform(collection.review_item, province.officer(managing, "catalogue_officer"), [item])
    assert CollectionItem.objects.get(pk=item).state == "reviewed"
    yield in_days(60)


CASES: dict[str, Case] = {"acts.duty_is_overdue": _item_waits_for_its_review}
