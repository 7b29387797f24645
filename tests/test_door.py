"""The one door: what it judges, what it writes, and that there is no other."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, KeyReused, Nested, NotThere, Refused
from banyan.acts.governed import UnderWay, WriteOutsideAct, under_way
from banyan.acts.models import Duty, Entry, Touch
from banyan.acts.queries import creating, history, owed, possible
from banyan.acts.record import forget
from banyan.acts.sentences import entry_sentence, refusals_of
from banyan.bodies import acts
from banyan.bodies.models import Body, Region
from banyan.catalogue.acts import collection, resources
from banyan.catalogue.models import CollectionItem
from banyan.lake.acts.loads import begin_load
from banyan.ledger.models import Leaf
from tests import province

pytestmark = pytest.mark.django_db


def proposed_item() -> CollectionItem:
    unit = province.body("鼓楼区民政局", "350102")
    province.body("鼓楼区数字办", "350102", "managing_department")
    entry = perform(
        collection.propose_item,
        province.officer(unit, "form_designer"),
        matter="高龄津贴",
        name="银行账号",
        subject="natural_person",
        frequency="on_application",
        basis="老年人权益保障法第三十三条",
    )
    return CollectionItem.objects.get(pk=entry.on)


def leaf_of(entry: Entry) -> dict[str, object]:
    return dict(json.loads(bytes(Leaf.objects.get(pk=entry.leaf).data)))


def test_an_act_changes_the_state_and_writes_its_leaf_entry_and_touches() -> None:
    item = proposed_item()
    entry = Entry.objects.get(act="catalogue.propose_item")
    assert item.state == "proposed"
    assert leaf_of(entry)["changes"] == [["catalogue.collectionitem", item.pk, None, "proposed"]]
    assert list(Touch.objects.filter(entry=entry).values_list("noun", "object_id", "after")) == [
        ("catalogue.collectionitem", item.pk, "proposed")
    ]
    assert "银行账号" in entry_sentence(entry)
    assert list(history("catalogue.collectionitem", item.pk)) == [entry]


@pytest.mark.norm("5.2-b")
def test_refuses_an_office_that_may_not_and_records_the_attempt() -> None:
    item = proposed_item()
    stranger = province.officer(province.body("台江区民政局", "350103"), "catalogue_officer")
    with pytest.raises(Refused) as refused:
        perform(collection.review_item, stranger, [item.pk])
    assert [one.rule for one in refused.value.refusals] == ["acts.office_may"]
    assert "鼓楼区数字办" in str(refused.value.refusals[0].instead)
    entry = Entry.objects.get(pk=refused.value.entry or 0)
    assert entry.outcome == "refused"
    assert leaf_of(entry)["refusals"] == [{"norm": "16.1-b", "rule": "acts.office_may"}]
    item.refresh_from_db()
    assert item.state == "proposed"


def test_a_record_that_the_actor_may_not_see_is_judged_by_no_rule_and_named_by_no_refusal() -> None:
    """A load of another body's unpublished resource: neither the answer nor the entry may tell its name."""
    owner, stranger = province.body("鼓楼区民政局", "350102"), province.body("台江区民政局", "350103")
    described: dict[str, Any] = {**province.RESOURCE, "name": "不为人知的名册", "code": "1/01/001/9"}
    hidden = perform(resources.describe_resource, province.officer(owner, "data_officer"), **described).on
    given: dict[str, Any] = {"resource": hidden, "file_name": "x.csv", "file_digest": f"sha256:{'0' * 64}"}
    with pytest.raises(Invalid, match="no record") as invalid:
        perform(begin_load, province.officer(stranger, "data_officer"), **given)
    assert "名册" not in str(invalid.value)
    with pytest.raises(Refused) as refused:
        perform(begin_load, province.officer(stranger, "form_designer"), **given)
    assert [one.rule for one in refused.value.refusals] == ["acts.office_may"]
    assert "名册" not in entry_sentence(Entry.objects.get(pk=refused.value.entry or 0))


@pytest.mark.norm("22.1-b")
@pytest.mark.parametrize("field", ["name", "line", "authorised_by"])
def test_no_text_of_any_act_bears_the_mark_of_a_state_secret(field: str) -> None:
    with pytest.raises(Refused) as refused:
        province.body(**{"name": "鼓楼区民政局", field: "某部队番号 机 密★20年"})
    assert "acts.no_marked_secret_enters" in {one.rule for one in refused.value.refusals}
    kept = Entry.objects.get(pk=refused.value.entry or 0)
    assert "番号" not in json.dumps(
        [kept.given, kept.words, kept.refusals, leaf_of(kept)], ensure_ascii=False
    )
    assert not Body.objects.exists()


def test_why_an_attempt_was_stopped_is_read_in_the_language_of_the_reader() -> None:
    item = proposed_item()
    stranger = province.officer(province.body("台江区民政局", "350103"), "catalogue_officer")
    with pytest.raises(Refused) as refused:
        perform(collection.review_item, stranger, [item.pk])
    entry = Entry.objects.get(pk=refused.value.entry or 0)
    (told,) = refusals_of(entry)
    assert told["because"] == str(refused.value.refusals[0].because)
    with translation.override("zh-hans"):
        (told,) = refusals_of(entry, gettext)
    assert told["because"].endswith("。")


def test_refuses_a_state_from_which_the_act_does_not_lead() -> None:
    item = proposed_item()
    designer = province.officer(item.body, "form_designer")
    with pytest.raises(Refused) as refused:
        perform(collection.confirm_item, designer, [item.pk])
    assert [one.rule for one in refused.value.refusals] == ["acts.state_allows_it"]


def test_the_same_key_answers_with_the_same_entry_and_another_request_is_refused() -> None:
    province.load_regions()
    given: dict[str, Any] = {
        "name": "甲局",
        "code": province.code(),
        "kind": "application_unit",
        "level": "province",
    }
    region = Region.objects.get(code="350000")
    first = perform(acts.register_body, SYSTEM, key="k1", region=region, **given)
    assert perform(acts.register_body, SYSTEM, key="k1", region=region, **given) == first
    assert Body.objects.filter(name="甲局").count() == 1
    with pytest.raises(KeyReused):
        perform(acts.register_body, SYSTEM, key="k1", region=region, **{**given, "name": "乙局"})


def test_every_input_that_cannot_be_read_gets_its_own_sentence() -> None:
    province.load_regions()
    with pytest.raises(Invalid) as invalid:
        perform(
            acts.register_body,
            SYSTEM,
            name="",
            code=7,
            kind="palace",
            level="province",
            region=999,
            colour="x",
        )
    assert set(invalid.value.fields) == {"name", "code", "kind", "region", "colour"}


def test_an_object_that_does_not_exist_is_not_there() -> None:
    with pytest.raises(NotThere):
        perform(acts.abolish_body, SYSTEM, 4711, reason="—")


def test_an_act_inside_an_act_is_an_error() -> None:
    with under_way(UnderWay("outer")), pytest.raises(Nested):
        perform(acts.abolish_body, SYSTEM, 1, reason="—")


def test_python_refuses_a_write_outside_an_act() -> None:
    unit = province.body("甲局")
    unit.name = "乙局"
    with pytest.raises(WriteOutsideAct):
        unit.save()
    with pytest.raises(WriteOutsideAct):
        Body.objects.filter(pk=unit.pk).update(name="乙局")
    with pytest.raises(WriteOutsideAct):
        Body.objects.filter(pk=unit.pk).delete()
    with pytest.raises(WriteOutsideAct):
        Body.objects.bulk_create([Body(name="丙局")])


@pytest.mark.norm("17.1-c")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bodies_body SET name = '乙局'",
        "DELETE FROM bodies_term",
        "INSERT INTO bodies_region (state, code, name, level) VALUES ('in_force', '99', 'x', 'province')",
        "UPDATE acts_duty SET closed_at = opened_at",
    ],
)
def test_the_database_refuses_a_write_round_the_door(statement: str) -> None:
    proposed_item()
    with pytest.raises(DatabaseError, match="governed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_duty_opens_with_its_state_and_closes_with_the_act() -> None:
    item = proposed_item()
    duty = Duty.objects.get(noun="catalogue.collectionitem", object_id=item.pk)
    managing = item.body.managing
    assert managing is not None
    assert (duty.body, duty.parameter, duty.closed_at) == (managing.pk, "collection_catalogue.review", None)
    assert duty.due_at > duty.opened_at
    catalogue = province.officer(managing, "catalogue_officer")
    assert list(owed(catalogue)) == [duty]
    perform(collection.review_item, catalogue, [item.pk])
    duty.refresh_from_db()
    assert duty.closed_at is not None
    assert not owed(catalogue).exists()


def test_possibilities_say_what_is_free_and_why_not_for_the_rest() -> None:
    item = proposed_item()
    designer = province.officer(item.body, "form_designer")
    found = {one.act.verb: one for one in possible(designer, item)}
    assert not found["confirm_item"].free
    assert [one.rule for one in found["confirm_item"].refusals] == ["acts.state_allows_it"]
    assert not found["review_item"].mine
    assert not found["review_item"].refusals
    assert [act.verb for act in creating(designer, "catalogue.collectionitem")] == ["propose_item"]


def test_a_refused_attempt_leaves_nothing_else_behind() -> None:
    province.load_regions()
    before = Body.objects.count(), Duty.objects.count(), Touch.objects.count()
    with pytest.raises(Refused):
        perform(
            acts.register_body,
            SYSTEM,
            name="甲局",
            code="11350000000000000X",
            kind="application_unit",
            level="province",
            region=Region.objects.get(code="350000"),
        )
    assert before == (Body.objects.count(), Duty.objects.count(), Touch.objects.count())


def test_no_input_enters_the_leaf_in_clear_and_what_stands_beside_it_can_be_forgotten() -> None:
    unit = province.body("甲局")
    entry = perform(
        acts.appoint_officer,
        SYSTEM,
        unit,
        name="王示例",
        user_name="wang",
        kind="head",
        since=date(2024, 1, 1),
    )
    leaf = bytes(Leaf.objects.get(pk=entry.leaf).data)
    assert "王示例".encode() not in leaf
    forget(entry)
    assert bytes(Leaf.objects.get(pk=entry.leaf).data) == leaf
