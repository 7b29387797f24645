"""Inspections: drawn so that anybody can repeat it, carried out line by line (articles 34 and 35)."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import duty_is_overdue, sweep
from banyan.ledger.sequence import sequence_all
from banyan.supervision import drawing
from banyan.supervision.acts import checking, inspections, orders
from banyan.supervision.drawing import Candidate, draw, drawn_again, seed_of, weight_of
from banyan.supervision.models import CheckLine, Inspection, InspectionPlan, Material, Order
from banyan.supervision.queries.checklists import checklist
from banyan.supervision.queries.inspections import digest_now, published_list
from banyan.supervision.tests.stage import Cast, found, refused_by
from tests import province

LISTS = st.lists(st.integers(1, 12), min_size=1, max_size=30).map(
    lambda weights: [Candidate(f"{number:018d}", weight) for number, weight in enumerate(weights)]
)


@pytest.mark.norm("34.1-a")
@given(
    LISTS,
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.integers(0, 9),
    st.integers(0, 9),
    st.randoms(),
)
def test_a_draw_depends_on_nothing_but_seed_and_list(
    listed: list[Candidate], seed: str, at_random: int, by_risk: int, chance: Any
) -> None:
    drawn = draw(seed, listed, at_random=at_random, by_risk=by_risk)
    shuffled = chance.sample(listed, len(listed))
    assert draw(seed, shuffled, at_random=at_random, by_risk=by_risk) == drawn
    assert len({one.code for one in drawn}) == len(drawn) == min(len(listed), at_random + by_risk)
    assert sum(one.how == "random" for one in drawn) == min(len(listed), at_random)
    more = draw(seed, listed, at_random=at_random, by_risk=by_risk + 1)
    assert more[: len(drawn)] == drawn, "to draw more adds to what was drawn"


@pytest.mark.norm("34.1-a")
def test_the_chance_grows_with_the_weight() -> None:
    listed = [Candidate("A", 1), Candidate("B", 3)]
    drawn = Counter(
        draw(seed_of("1", number, ""), listed, at_random=0, by_risk=1)[0].code for number in range(2000)
    )
    assert 0.70 < drawn["B"] / 2000 < 0.80
    assert weight_of(0, 0) == 1
    assert weight_of(3, 0) > weight_of(2, 0)
    assert weight_of(0, 365) > weight_of(0, 30)


def _plan(
    cast: Cast, *, at_random: int = 1, by_risk: int = 1, number: str = "闽检〔2026〕1号"
) -> InspectionPlan:
    given_: dict[str, Any] = {"since": date(2026, 1, 1), "until": date(2026, 12, 31), "title": "年度检查"}
    made = perform(
        inspections.draft_inspection_plan,
        cast.inspector,
        number=number,
        at_random=at_random,
        by_risk=by_risk,
        **given_,
    ).on
    return InspectionPlan.objects.get(pk=made)


def _issued(cast: Cast) -> InspectionPlan:
    plan = _plan(cast)
    perform(inspections.fix_list, cast.inspector, plan, digest=digest_now(plan, cast.inspector))
    sequence_all()
    perform(inspections.issue_inspection_plan, cast.inspector, plan.pk)
    plan.refresh_from_db()
    return plan


@pytest.mark.django_db(transaction=True)
@pytest.mark.norm("34.1-a")
def test_a_plan_is_drawn_from_a_fixed_list_by_a_later_checkpoint_and_anybody_draws_it_again(
    tmp_path: Path,
) -> None:
    cast = Cast()
    plan = _plan(cast)
    sequence_all()
    with pytest.raises(Refused) as refused:
        perform(inspections.fix_list, cast.inspector, plan.pk, digest="sha256:0")
    assert refused_by(refused) == {"supervision.list_is_the_one_shown"}
    perform(inspections.fix_list, cast.inspector, plan.pk, digest=digest_now(plan, cast.inspector))
    with pytest.raises(Refused) as refused:
        perform(inspections.issue_inspection_plan, cast.inspector, plan.pk)
    assert refused_by(refused) == {"supervision.ledger_has_moved_on"}
    found(cast.unit)
    sequence_all()
    perform(inspections.issue_inspection_plan, cast.inspector, plan.pk)
    plan.refresh_from_db()
    told = published_list(plan)
    made = {(one.body.code, one.how, one.weight) for one in Inspection.objects.select_related("body")}
    assert made == {(one.code, one.how, one.weight) for one in drawn_again(json.dumps(told))}
    file = tmp_path / "list.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    program = [sys.executable, "-I", str(drawing.__file__), str(file)]
    printed = subprocess.run(program, capture_output=True, text=True, check=True).stdout
    assert {tuple(line.split("\t")[:2]) for line in printed.splitlines()} == {pick[:2] for pick in made}


@pytest.mark.django_db
@pytest.mark.norm("34.1-a", "34.1-b")
def test_a_checklist_holds_the_norms_of_its_kind_of_body() -> None:
    unit = {str(one.norm) for one in checklist("application_unit", "county")}
    service = {str(one.norm) for one in checklist("technical_service_unit", "province")}
    assert "16.2-b" in unit
    assert "35.2-b" in service
    assert "35.2-b" not in unit
    assert "5.1-b" in {str(one.norm) for one in checklist("managing_department", "province")}
    assert "5.1-b" not in unit


def _running(cast: Cast) -> Inspection:
    _issued(cast)
    inspection = Inspection.objects.get(body=cast.unit)
    perform(inspections.begin_inspection, cast.inspector, inspection)
    inspection.refresh_from_db()
    return inspection


@pytest.mark.django_db(transaction=True)
@pytest.mark.norm("35.1-b", "35.2-a", "35.2-b")
def test_material_is_supplied_completely_by_its_day_or_becomes_a_finding() -> None:
    cast = Cast()
    inspection = _running(cast)
    with clock.at(clock.now() - timedelta(days=40)):
        perform(inspections.request_material, cast.inspector, inspection.pk, items="系统清单\n采集表目录")
    first, second = Material.objects.order_by("pk")
    assert Duty.objects.filter(noun="supervision.material", body=cast.unit.pk, closed_at=None).count() == 2
    assert inspection.missing == "系统清单、采集表目录"
    perform(checking.deliver_material, cast.head, first, note="见附件", file=b"xlsx")
    perform(checking.return_material, cast.inspector, first.pk, lacking="缺第二页")
    first.refresh_from_db()
    with override("en"):
        assert (first.state, first.standing) == ("asked", "returned: 缺第二页")
    perform(checking.deliver_material, cast.head, first.pk, note="补齐")
    perform(checking.take_material, cast.inspector, first.pk)
    _keep_all(cast, inspection)
    with pytest.raises(Refused) as refused:
        perform(inspections.conclude_inspection, cast.inspector, inspection.pk, result="查毕")
    assert refused_by(refused) == {"supervision.material_is_complete"}
    sweep([duty_is_overdue])
    finding = Finding.objects.get(noun="supervision.material", object_id=second.pk)
    assert finding.norm in {"35.1-b", "35.2-a"}
    perform(inspections.conclude_inspection, cast.inspector, inspection.pk, result="查毕，材料不齐")


def _keep_all(cast: Cast, inspection: Inspection) -> None:
    perform(checking.find_rest_kept, cast.inspector, inspection.pk, facts="现场查看")
    assert not inspection.lines.filter(state="open").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.norm("34.1-a", "34.1-c")
def test_what_is_not_kept_is_a_finding_and_joins_the_open_one_that_says_the_same() -> None:
    cast = Cast()
    known = found(cast.unit, "16.2-b")
    inspection = _running(cast)
    with pytest.raises(Refused) as refused:
        perform(inspections.conclude_inspection, cast.inspector, inspection, result="查毕")
    assert refused_by(refused) == {"supervision.every_line_was_looked_at"}
    lines = {one.norm: one for one in inspection.lines.all()}
    perform(checking.find_not_kept, cast.inspector, lines["16.2-b"], facts="表中多采集婚姻状况")
    perform(checking.find_not_kept, cast.inspector, lines["6.1-d"], facts="目录未更新")
    known.refresh_from_db()
    assert [one["text"] for one in known.evidence] == ["表中多采集婚姻状况"]
    recorded = Finding.objects.get(monitor=Finding.RECORDED)
    assert (recorded.norm, recorded.because_words) == ("6.1-d", "目录未更新")
    assert CheckLine.objects.get(norm="16.2-b").finding == known
    _keep_all(cast, inspection)
    perform(inspections.conclude_inspection, cast.inspector, inspection.pk, result="两项不符")
    order = perform(
        orders.order_correction,
        cast.inspector,
        body=cast.unit.pk,
        findings=[known.pk, recorded.pk],
        demands="限期整改",
    ).on
    assert Order.objects.get(pk=order).findings.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.norm("34.1-a")
def test_of_several_open_findings_a_person_chooses_the_same_one() -> None:
    cast = Cast()
    first, _second = found(cast.unit), found(cast.unit)
    foreign = found(cast.other)
    line = _running(cast).lines.get(norm="16.2-b")
    with pytest.raises(Refused) as refused:
        perform(checking.find_not_kept, cast.inspector, line, facts="多采集")
    assert refused_by(refused) == {"supervision.same_lapse_is_not_found_twice"}
    with pytest.raises(Refused) as refused:
        perform(checking.find_not_kept, cast.inspector, line.pk, facts="多采集", same_as=foreign.pk)
    assert refused_by(refused) == {"supervision.chosen_finding_is_of_this_body"}
    perform(checking.find_not_kept, cast.inspector, line.pk, facts="多采集", same_as=first.pk)
    first.refresh_from_db()
    assert len(first.evidence) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.norm("34.1-a")
def test_an_inspector_judges_no_lines_of_another_department() -> None:
    cast = Cast()
    line = _running(cast).lines.get(norm="16.2-b")
    other = province.officer(province.body("福州市数字办", "350100", "managing_department"), "inspector")
    with pytest.raises(Refused) as refused:
        perform(checking.find_kept, other, [line.pk])
    assert "acts.office_may" in refused_by(refused)


@pytest.mark.django_db
@pytest.mark.norm("34.1-a", "5.2-b")
def test_a_body_is_inspected_for_cause_in_the_own_region_and_once_at_a_time() -> None:
    cast = Cast()
    city = province.officer(province.body("福州市数字办", "350100", "managing_department"), "inspector")
    with pytest.raises(Refused) as refused:
        perform(inspections.inspect_for_cause, city, body=cast.unit.pk, cause="群众反映重复填报")
    assert refused_by(refused) == {"supervision.inspected_body_is_of_the_own_region"}
    perform(inspections.inspect_for_cause, cast.inspector, body=cast.unit.pk, cause="群众反映重复填报")
    with pytest.raises(Refused) as refused:
        perform(inspections.inspect_for_cause, cast.inspector, body=cast.unit.pk, cause="又有反映")
    assert refused_by(refused) == {"supervision.one_inspection_of_a_body_runs"}
