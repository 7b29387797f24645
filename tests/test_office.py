"""What an office works with follows from the declarations: its registers, its gates, what it begins from an object."""

import pytest
from django.utils import translation

from banyan.acts.office import before_gates, begun_from, registers_of
from banyan.acts.sentences import recorded, stored, stored_sentence, worded
from banyan.catalogue.models import Cycle
from banyan.kit.sentence import say
from banyan.planning.models import BudgetLine
from tests.works import Cast, designed_project, finding_against, running_project

pytestmark = pytest.mark.django_db


def test_who_has_one_job_sees_the_registers_of_that_job() -> None:
    assert {one.noun for one in registers_of(Cast().treasurer)} == {"planning.budgetline", "planning.payment"}


def test_a_designed_project_stands_before_the_gate_of_the_approval_officer_alone() -> None:
    cast = Cast()
    project = designed_project(cast)
    waiting = before_gates(cast.approver, 5)
    assert [(one.act.name, one.thing.pk) for one in waiting] == [("planning.approve_project", project.pk)]
    assert before_gates(cast.treasurer, 5) == []


def test_an_order_is_begun_from_a_finding_with_its_body() -> None:
    cast = Cast()
    finding = finding_against(cast.unit)
    begun = {act.name: given for act, given in begun_from(cast.inspector, finding)}
    assert begun["supervision.order_correction"] == {"findings": finding.pk, "body": cast.unit.pk}
    assert begun_from(cast.treasurer, finding) == []


def test_a_sentence_within_a_sentence_is_said_in_the_language_of_the_reader() -> None:
    with translation.override("zh-hans"):
        kept = stored(say("Updated {cycle}.", cycle=worded(Cycle.MONTHLY)))
    words = {"Updated {cycle}.": "更新周期为{cycle}。", "monthly": "每月"}
    assert stored_sentence(kept).render(lambda msgid: words[msgid]) == "更新周期为每月。"
    assert stored_sentence(kept).render() == "Updated monthly."


def test_records_name_things_in_one_language_whoever_acts() -> None:
    running_project(Cast())
    with translation.override("en"):
        assert "建设资金" in recorded(BudgetLine.objects.get())


def test_a_finding_is_told_apart_by_its_kind_and_its_body() -> None:
    cast = Cast()
    finding = finding_against(cast.unit)
    assert finding.told_apart.startswith("目录外采集 · ")
    assert finding.told_apart.endswith("福建省海洋与渔业局")
