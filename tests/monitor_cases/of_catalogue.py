"""Cases of the monitors of the catalogues."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.catalogue.acts import developments, forms, resources
from banyan.catalogue.models import CollectionForm
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let, on_day


def _no_edition_was_published() -> Iterator[datetime]:
    managing = province.body("电子政务管理部门", kind="managing_department")
    yield in_days(0)
    a("catalogue.edition", kind="services", body=managing, state="published", published_on=in_days(0).date())
    yield in_days(0)


def _daily_resource_is_old() -> Iterator[datetime]:
    daily = {"state": "published", "cycle": "daily"}
    a("catalogue.resource", **daily, updated_on=in_days(0).date())
    late = a("catalogue.resource", **daily, updated_on=in_days(-60).date())
    yield in_days(0)
    let(late, updated_on=in_days(0).date())
    yield in_days(0)


def _form_asks_what_left_the_catalogue() -> Iterator[datetime]:
    unit = province.body("鼓楼区民政局", "350102")
    item = province.effective_item(unit, "银行账号")
    designer = province.officer(unit, "form_designer")
    made = perform(
        forms.draft_form,
        designer,
        name="高龄津贴申请表",
        matter="高龄津贴",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
        fields="银行账号",
    ).on
    perform(forms.register_form, designer, made)
    let(item, state="withdrawn")
    yield in_days(0)
    perform(forms.withdraw_form, designer, CollectionForm.objects.get(pk=made))
    yield in_days(0)


def _agreement_brought_nothing() -> Iterator[datetime]:
    unit = province.body("鼓楼区民政局", "350102")
    begun = {"body": unit, "since": on_day(-400)}
    a("bodies.agreement", **begun, without_resources="只维护机房空调。")
    a("bodies.agreement", **begun, state="ended")
    a("bodies.agreement", body=unit, since=on_day(-30))
    silent = a("bodies.agreement", **begun)
    yield in_days(0)
    resource = a("catalogue.resource", body=unit)
    perform(resources.name_agreement, province.officer(unit, "data_officer"), resource, agreement=silent)
    yield in_days(0)


def _nothing_was_told_of_a_development() -> Iterator[datetime]:
    a("catalogue.development", since=on_day(-800), told_on=on_day(-30))
    a("catalogue.development", state="ended", since=on_day(-800), until=on_day(-1))
    silent = a("catalogue.development", since=on_day(-800))
    yield in_days(0)
    officer = province.officer(silent.body, "catalogue_officer")
    perform(developments.record_development, officer, silent.pk, made="公交到站提醒", users=1200)
    yield in_days(0)


CASES: dict[str, Case] = {
    "catalogue.development_is_not_told_of": _nothing_was_told_of_a_development,
    "catalogue.edition_is_overdue": _no_edition_was_published,
    "catalogue.resource_is_stale": _daily_resource_is_old,
    "catalogue.form_has_drifted": _form_asks_what_left_the_catalogue,
    "catalogue.agreement_has_no_resources": _agreement_brought_nothing,
}
