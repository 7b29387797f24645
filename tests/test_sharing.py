"""One sharing from end to end, as acts: the gate, the request, the decision, the grant, and what follows."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.figures import told_of
from banyan.acts.models import Duty, Entry, Finding
from banyan.acts.reaction import follow, follow_all
from banyan.acts.sweep import sweep
from banyan.bodies.models import Body, Officer
from banyan.bodies.sign_in import open_account
from banyan.catalogue.acts import forms, resources
from banyan.catalogue.models import CollectionForm, FormField, Resource
from banyan.catalogue.queries.gate import gate
from banyan.exchange.acts import sharing as acts
from banyan.exchange.acts import systems
from banyan.exchange.expiry import expire_grants
from banyan.exchange.models import ConsumerSystem, Grant, ShareRequest
from banyan.ledger.models import Leaf
from tests import province

pytestmark = pytest.mark.django_db

KEY = {
    "kty": "EC",
    "crv": "P-256",
    "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
}


class Town:
    """A provider with a published resource, and a consumer with a designer and a system."""

    def __init__(self, **resource: Any) -> None:
        self.police = province.body("福建省公安厅", line="公安")
        self.resource = province.published_resource(self.police, **resource)
        self.decider = province.officer(self.police, "data_officer")
        self.civil = province.body("鼓楼区民政局", "350102", line="民政")
        self.designer = province.officer(self.civil, "form_designer", "integrator", name="林设计")
        made = perform(
            systems.register_system,
            self.designer,
            name="高龄津贴系统",
            client_id="gl-mzj",
            protection=2,
            public_key=KEY,
        )
        self.system = ConsumerSystem.objects.get(pk=made.on)

    def given(self, **more: Any) -> dict[str, Any]:
        given = {
            "resource": self.resource,
            "items": list(self.resource.items.all()[:2]),
            "system": self.system,
            "purpose": "高龄津贴资格审核",
            "legal_basis": "老年人权益保障法第三十三条",
            "case_type": "高龄津贴",
            "daily_volume": 200,
            "until": clock.today() + timedelta(days=300),
            "responsible": self.designer.officer,
        }
        return {**given, **more}

    def request(self, **more: Any) -> ShareRequest:
        entry = perform(acts.submit_share_request, self.designer, **self.given(**more))
        follow(entry)
        return ShareRequest.objects.get(pk=entry.on)


def rules_of(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


def draft(designer: Actor, *fields: str) -> CollectionForm:
    entry = perform(
        forms.draft_form,
        designer,
        name="高龄津贴申请表",
        matter="高龄津贴",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
        fields="\n".join(fields),
    )
    return CollectionForm.objects.get(pk=entry.on)


@pytest.mark.norm("16.2-b")
@pytest.mark.norm("16.2-c")
def test_the_gate_tells_lawful_obtainable_and_outside_apart() -> None:
    town = Town()
    province.effective_item(town.civil, "银行账号")
    form = draft(town.designer, "申请人姓名", "身份证号", "银行账号", "宗教信仰")
    rows = {row.name: row for row in gate(form)}
    assert {name: row.verdict for name, row in rows.items()} == {
        "申请人姓名": "obtainable",
        "身份证号": "obtainable",
        "银行账号": "lawful",
        "宗教信仰": "outside",
    }
    assert rows["身份证号"].evidence is not None
    assert rows["身份证号"].evidence.item_name == "公民身份号码"
    with pytest.raises(Refused) as refused:
        perform(forms.register_form, town.designer, form)
    assert rules_of(refused) == {
        "catalogue.every_field_is_catalogued",
        "catalogue.nothing_obtainable_is_asked",
    }


@pytest.mark.norm("25.2-a")
def test_requested_fields_leave_the_form_and_then_it_registers() -> None:
    town = Town()
    province.effective_item(town.civil, "银行账号")
    form = draft(town.designer, "申请人姓名", "身份证号", "银行账号", "宗教信仰")
    items = [row.evidence.item for row in gate(form) if row.evidence]
    town.request(items=items, form=form)
    outside = FormField.objects.get(form=form, name="宗教信仰")
    perform(forms.strike_fields, town.designer, form, fields=[outside])
    perform(forms.register_form, town.designer, form)
    form.refresh_from_db()
    assert form.state == "registered"
    assert list(form.fields.values_list("state", flat=True)) == ["shared", "shared", "asked", "struck"]


@pytest.mark.norm("3.1-e", "25.2-b")
def test_a_share_counts_as_collaboration_and_as_an_effect_only_once_it_is_granted() -> None:
    town = Town()
    form = draft(town.designer, "申请人姓名", "身份证号")
    items = [row.evidence.item for row in gate(form) if row.evidence]
    request = town.request(items=items, form=form)
    given, taken = {"body": str(town.police.pk)}, {"body": str(town.civil.pk)}
    assert (told_of(given)["together"].part, told_of(taken)["spared"].part) == (0, 0)
    until = clock.today() + timedelta(days=300)
    perform(acts.grant_share, town.decider, request, items=list(request.items.all()), until=until)
    assert (told_of(given)["together"].part, told_of(taken)["spared"].part) == (1, 1)
    town.request(purpose="社会救助核对", case_type="社会救助")
    assert told_of(taken)["spared"].part == 1, "a share without a form spares no question"


@pytest.mark.norm("22.1-b")
@pytest.mark.norm("32.1-b")
def test_secret_material_is_refused_and_not_stored() -> None:
    town = Town()
    with pytest.raises(Refused) as refused:
        draft(town.designer, "姓名", "部队番号（机密★20年）")
    assert rules_of(refused) == {"catalogue.no_secret_is_stored"}
    assert not CollectionForm.objects.exists()
    kept = Entry.objects.get(pk=refused.value.entry or 0)
    assert "番号" not in json.dumps([kept.given, kept.words, kept.refusals], ensure_ascii=False)
    assert bytes(Leaf.objects.get(pk=kept.leaf).data).count(b"digest") == 0


@pytest.mark.norm("32.1-d")
def test_only_who_may_answer_a_request_sees_samples_of_its_data(client: Client) -> None:
    town = Town()
    page = f"/exchange/share-requests/{town.request().pk}/"
    watcher = province.officer(town.police.managing or town.police, "head")
    for actor, status in ((town.designer, 404), (watcher, 404), (town.decider, 200)):
        officer = Officer.objects.get(pk=actor.officer or 0)
        client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
        assert (client.get(page).status_code, client.get(f"{page}decide/").status_code) == (200, status)


@pytest.mark.norm("25.1-c", "26.2-a")
def test_a_conditional_request_is_decided_by_the_provider_within_its_clock() -> None:
    town = Town()
    request = town.request()
    duty = Duty.objects.get(noun="exchange.sharerequest", object_id=request.pk)
    assert (duty.body, duty.parameter) == (town.police.pk, "share_request.reply")
    items = list(request.items.all())
    perform(acts.grant_share, town.decider, request, items=items, until=request.until, masked=[items[0]])
    request.refresh_from_db()
    assert request.state == "granted"
    grant = Grant.objects.get(request=request)
    assert (grant.state, grant.region_scope, list(grant.masked.all())) == ("active", "350102", [items[0]])
    duty.refresh_from_db()
    assert duty.closed_at is not None


def test_granting_fewer_items_is_a_grant_in_part() -> None:
    town = Town()
    request = town.request()
    perform(acts.grant_share, town.decider, request, items=[request.items.first()], until=request.until)
    request.refresh_from_db()
    assert request.state == "partly_granted"


@pytest.mark.norm("25.1-a")
def test_an_unconditional_request_is_granted_by_rule_at_once() -> None:
    town = Town(sharing="1", condition="")
    request = town.request()
    assert request.state == "granted"
    assert Entry.objects.get(act="exchange.grant_by_rule").officer is None
    follow_all()
    assert Grant.objects.filter(request=request).count() == 1


@pytest.mark.norm("22.1-b")
@pytest.mark.norm("22.1-a")
def test_refuses_a_refusal_without_ground_or_for_money() -> None:
    town = Town()
    request = town.request()
    with pytest.raises(Refused) as refused:
        perform(acts.refuse_share, town.decider, request, reason="系统建设经费不足")
    assert rules_of(refused) == {"exchange.ground_is_lawful", "exchange.refusal_asks_for_no_money"}
    perform(
        acts.refuse_share,
        town.decider,
        request,
        ground="personal_privacy",
        ground_basis="个人信息保护法第二十八条",
    )
    request.refresh_from_db()
    assert request.state == "refused"


@pytest.mark.norm("32.1-d")
def test_refuses_a_grant_to_a_system_below_the_required_protection() -> None:
    town = Town(required_protection=3)
    request = town.request()
    with pytest.raises(Refused) as refused:
        perform(acts.grant_share, town.decider, request, items=list(request.items.all()), until=request.until)
    assert rules_of(refused) == {"exchange.consumer_is_protected_enough"}


@pytest.mark.norm("37.1-a")
def test_a_grant_is_suspended_resumed_and_revoked() -> None:
    town = Town()
    request = town.request()
    perform(acts.grant_share, town.decider, request, items=list(request.items.all()), until=request.until)
    grant = Grant.objects.get(request=request)
    steps: tuple[tuple[Act, dict[str, Any], str], ...] = (
        (acts.suspend_grant, {"reason": "异常调用"}, "suspended"),
        (acts.resume_grant, {}, "active"),
        (acts.revoke_grant, {"reason": "用途终止"}, "revoked"),
    )
    for act, given, state in steps:
        perform(act, town.decider, grant, **given)
        grant.refresh_from_db()
        assert grant.state == state


def test_grants_expire_after_their_last_day_and_not_before() -> None:
    town = Town(sharing="1", condition="")
    grant = Grant.objects.get(request=town.request())
    with pytest.raises(Refused):
        perform(acts.expire_grant, SYSTEM, grant)
    with clock.at(clock.now() + timedelta(days=301)):
        assert expire_grants() == 1
    grant.refresh_from_db()
    assert grant.state == "expired"


@pytest.mark.norm("8.1-c")
def test_grants_end_when_their_resource_is_withdrawn() -> None:
    town = Town(sharing="1", condition="")
    town.request()
    managing = Body.objects.get(kind="managing_department", region__code="350000")
    entry = perform(
        resources.withdraw_resource,
        province.officer(managing, "catalogue_officer"),
        town.resource,
        reason="机构职能调整",
    )
    follow(entry)
    assert Grant.objects.get().state == "revoked"
    assert Resource.objects.get().state == "withdrawn"


@pytest.mark.norm("25.1-c")
def test_an_overdue_reply_becomes_a_finding_once_and_closes_with_the_reply() -> None:
    town = Town()
    request = town.request()
    with clock.at(clock.now() + timedelta(days=30)):
        for _ in range(2):
            sweep()
        finding = Finding.objects.get(monitor="acts.duty_is_overdue")
        assert (finding.state, finding.body) == ("open", town.police.pk)
        perform(acts.grant_share, town.decider, request, items=list(request.items.all()), until=request.until)
        sweep()
    finding.refresh_from_db()
    assert finding.state == "closed"


@pytest.mark.norm("26.2-b")
def test_a_county_answers_a_request_of_the_province_by_the_same_clock_and_rules() -> None:
    county = province.body("鼓楼区公安分局", "350102")
    resource = province.published_resource(county)
    upper = province.officer(province.body("福建省民政厅"), "form_designer", "integrator")
    system = perform(
        systems.register_system, upper, name="救助系统", client_id="fj-mzt", protection=2, public_key=KEY
    ).on
    made = perform(
        acts.submit_share_request,
        upper,
        resource=resource,
        items=list(resource.items.all()),
        system=system,
        purpose="低保核对",
        legal_basis="社会救助暂行办法第五十八条",
        case_type="低保",
        daily_volume=100,
        until=clock.today() + timedelta(days=300),
        responsible=upper.officer,
    ).on
    duty = Duty.objects.get(noun="exchange.sharerequest", object_id=made)
    assert (duty.body, duty.parameter) == (county.pk, "share_request.reply")
    decider = province.officer(county, "data_officer")
    with pytest.raises(Refused) as refused:
        perform(acts.refuse_share, decider, made, reason="不便提供")
    assert rules_of(refused) == {"exchange.ground_is_lawful"}
    perform(
        acts.grant_share, decider, made, items=list(resource.items.all()), until=clock.today() + timedelta(9)
    )
    assert Grant.objects.get().provider == county
