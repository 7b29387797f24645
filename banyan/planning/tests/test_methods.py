"""The management method of local standards: two departments make it, one is in force (article 11)."""

from datetime import date

import pytest

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.planning.acts import methods
from banyan.planning.models import ManagementMethod
from banyan.planning.queries.methods import visible_methods
from tests import province

pytestmark = pytest.mark.django_db


class Departments:
    """The provincial office, and the quality supervision department of the province."""

    def __init__(self) -> None:
        office = province.body("省数字办", kind="managing_department")
        self.quality = province.body("福建省市场监督管理局")
        self.planner = province.officer(office, "planning_officer")
        self.partner = province.officer(self.quality, "head")

    def drafted(self, title: str = "福建省电子政务地方标准管理办法") -> int:
        made = perform(
            methods.draft_method, self.planner, title=title, quality=self.quality, text="第一条"
        ).on
        assert made
        return made

    def issued(self, number: str) -> int:
        made = self.drafted()
        perform(methods.issue_method, self.partner, made, number=number, in_force_on=date(2026, 12, 1))
        return made


@pytest.mark.norm("11.1-d")
def test_a_method_is_in_force_only_once_the_quality_department_issues_it_too() -> None:
    both = Departments()
    made = both.drafted()
    assert not visible_methods(Actor(None, "", ())).exists()
    with pytest.raises(Refused) as refused:
        perform(
            methods.issue_method, both.planner, made, number="闽数〔2026〕1号", in_force_on=date(2026, 12, 1)
        )
    assert [one.rule for one in refused.value.refusals] == ["acts.office_may"]
    perform(methods.issue_method, both.partner, made, number="闽数〔2026〕1号", in_force_on=date(2026, 12, 1))
    (method,) = visible_methods(Actor(None, "", ()))
    assert (method.state, method.number) == ("in_force", "闽数〔2026〕1号")


@pytest.mark.norm("11.1-d")
def test_a_new_method_replaces_the_one_before() -> None:
    both = Departments()
    first, second = both.issued("闽数〔2026〕1号"), both.issued("闽数〔2027〕3号")
    assert dict(ManagementMethod.objects.values_list("pk", "state")) == {
        first: "replaced",
        second: "in_force",
    }


@pytest.mark.norm("11.1-d")
def test_a_method_that_is_declined_is_drafted_anew() -> None:
    both = Departments()
    made = both.drafted()
    with pytest.raises(Refused) as refused:
        both.drafted("另一办法")
    assert [one.rule for one in refused.value.refusals] == ["planning.no_other_method_is_in_work"]
    perform(methods.decline_method, both.partner, made, reason="缺少复审期限")
    assert ManagementMethod.objects.get(pk=made).declined_because == "缺少复审期限"
    both.issued("闽数〔2026〕2号")
