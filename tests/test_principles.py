"""What is decided shows the principle of article 3 that it serves."""

import re

import pytest
from django.test import Client

from banyan.acts.coverage import coverage_rows
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry
from banyan.api.problems import refusal_as_json
from banyan.bodies.acts import declare_no_resources
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.supervision.tests.stage import found
from tests import province
from tests.monitor_cases.case import a

pytestmark = pytest.mark.django_db


def _page(client: Client, path: str) -> str:
    return client.get(path, headers={"accept-language": "zh-hans"}).content.decode()


@pytest.mark.norm("3.1-d", "3.1-e")
def test_the_law_page_shows_the_principles_beside_a_norm_and_a_sum_beside_each_principle(
    client: Client,
) -> None:
    unit = province.body("鼓楼区民政局", "350102")
    found(unit, norm="25.1-c")
    found(unit, norm="25.2-a")
    page = _page(client, "/law")
    serving = sum("3.1-e" in row.principles for row in coverage_rows()) - 1
    note = re.sub("<[^>]+>", "", page[page.index(">3.1-e<") : page.index(">3.1-f<")])
    assert f"{serving} 条规范" in note
    assert "1 个未关闭问题" in note
    both = page[page.index(">25.2-a<") : page.index(">25.2-b<")]
    assert "充分共享" in both
    assert "协同应用" in both


@pytest.mark.norm("3.1-d")
def test_findings_entries_and_refusals_show_the_principle(client: Client) -> None:
    unit = province.body("鼓楼区民政局", "350102")
    head = province.officer(unit, "head")
    finding = found(unit, norm="25.1-c")
    assert finding.principles == "充分共享"
    ended = a("bodies.agreement", body=unit, state="ended")
    with pytest.raises(Refused) as refused:
        perform(declare_no_resources, head, ended, reason="已终止")
    assert all("principles" in refusal_as_json(one) for one in refused.value.refusals)
    running = a("bodies.agreement", body=unit)
    entry = perform(declare_no_resources, head, running, reason="只维护机房空调")
    officer = Officer.objects.get(pk=head.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    assert Entry.objects.get(pk=entry.pk).norm == "8.1-b"
    assert "充分共享" in _page(client, f"/entries/{entry.pk}/")
    assert "充分共享" in _page(client, f"/acts/findings/{finding.pk}/")
