"""Choosing one record among thousands: what is found by name, code and initials, by whom, and at what cost."""

import re
from time import monotonic
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.asks import Input
from banyan.acts.choosing import choice
from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Entry
from banyan.bodies.models import Body, Office, Officer, Region
from banyan.bodies.sign_in import open_account
from banyan.catalogue import indexing
from banyan.catalogue.search import finding
from banyan.desk.forms import records_of
from tests import province
from tests.samples import MAKERS

pytestmark = pytest.mark.django_db
REGISTER = "/bodies/bodies/register-body/"
SUPERIORS = f"{REGISTER}choices/superior/"
AGREEMENTS = "/bodies/agreements/conclude-agreement/"
MANY, A_SECOND = 5_000, 1.0


def signed_in(client: Client, of: Body, *kinds: str) -> Client:
    officer = Officer.objects.get(pk=province.officer(of, *(kinds or Office.Kind.values)).officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client


@pytest.fixture
def managing(client: Client) -> Client:
    """An officer of the provincial office, who may register bodies."""
    return signed_in(client, province.body("省数字办", kind="managing_department"))


def bodies(number: int, name: str = "第{n}民政服务站", kind: str = "application_unit") -> None:
    """So many bodies at once, and the search index with them."""
    province.load_regions()
    place = Region.objects.get(code="350102")
    with under_way(UnderWay("tests.prepare")):
        Body.objects.bulk_create(
            Body(
                code=province.code(),
                name=name.format(n=n),
                kind=kind,
                level="county",
                region=place,
                region_code=place.code,
            )
            for n in range(1, number + 1)
        )
    indexing.index_all()


def found(client: Client, address: str, words: str = "", **more: Any) -> list[str]:
    answer = client.get(address, {"q": words, **more})
    assert answer.status_code == 200, answer
    return [one["label"] for one in answer.json()["options"]]


def names_in(page: str, field: str) -> list[str]:
    select = re.search(rf'<select[^>]* name="{field}".*?</select>', page, re.DOTALL)
    assert select, f"no list to choose {field} from"
    return re.findall(r'<option value="\d[^>]*>([^<]+)<', select[0])


@pytest.mark.parametrize("words", ["城厢", "城厢 水利", "CXQSL", "slj", "cx", "SL", "城厢sl", "qs lj"])
def test_a_record_behind_thousands_is_found_by_name_and_initials(managing: Client, words: str) -> None:
    bodies(60)
    province.body("城厢区水利局")
    indexing.index_all()
    assert found(managing, SUPERIORS, words) == ["城厢区水利局"]


def test_a_record_is_found_by_its_code_and_what_begins_with_the_words_comes_first(managing: Client) -> None:
    bodies(20)
    wanted = province.body("示范局")
    province.body("莆田市示范局")
    assert found(managing, SUPERIORS, wanted.code) == ["示范局"]
    assert found(managing, SUPERIORS, "示范局") == ["示范局", "莆田市示范局"]


def test_few_are_listed_of_many_and_their_number_is_told(managing: Client) -> None:
    bodies(70)
    answer = managing.get(SUPERIORS, {"q": "民政服务站"}, HTTP_ACCEPT_LANGUAGE="en").json()
    assert len(answer["options"]) == 50
    assert answer["told"].startswith("50 of 70 are listed.")
    none = managing.get(SUPERIORS, {"q": "无此\0单位"}, HTTP_ACCEPT_LANGUAGE="en").json()
    assert none["told"] == "Nothing is called “无此\0单位”."


def test_what_an_index_leaves_out_is_told(managing: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "SPELT", 60)
    bodies(70)
    answer = managing.get(SUPERIORS, {"q": "mz"}, HTTP_ACCEPT_LANGUAGE="en").json()
    assert answer["told"] == "More than 60 are spelt so; 50 are listed. Type more letters to find others."
    monkeypatch.undo()
    answer = managing.get(SUPERIORS, {"q": "mz"}, HTTP_ACCEPT_LANGUAGE="en").json()
    assert answer["told"].startswith("50 of 70 are listed.")
    none = managing.get(SUPERIORS, {"q": "zz"}, HTTP_ACCEPT_LANGUAGE="en").json()
    assert none["told"] == "Nothing is called “zz”."


def test_only_what_the_question_offers_to_this_officer_is_found(client: Client) -> None:
    unit = province.body("鼓楼区民政局", "350102")
    province.body("榕云运维有限公司", kind="technical_service_unit")
    province.body("榕云分公司")
    signed_in(client, unit)
    assert found(client, f"{AGREEMENTS}choices/supplier/", "榕云") == ["榕云运维有限公司"]


def test_a_question_without_choices_of_its_own_offers_what_the_officer_may_see(client: Client) -> None:
    exception: Any = MAKERS["catalogue.collectionexception"]()
    field = exception.field
    owner, stranger = field.form.body, province.body("台江区民政局", "350103")
    address = "/catalogue/collection-exceptions/ask-exception/choices/field/"
    assert found(signed_in(client, owner, "form_designer"), address) == [str(field)]
    assert found(signed_in(Client(), stranger, "form_designer"), address) == []


def test_the_door_takes_no_record_that_the_officer_may_not_see() -> None:
    exception: Any = MAKERS["catalogue.collectionexception"]()
    field = exception.field
    given = {"field": field.pk, "reason": "示例", "until": "2027-01-01"}
    stranger = province.officer(province.body("台江区民政局", "350103"), "form_designer")
    with pytest.raises(Invalid) as refused:
        perform(registry.acts["catalogue.ask_exception"], stranger, None, **given)
    assert list(refused.value.fields) == ["field"]


def test_nobody_else_and_nothing_else_is_answered(client: Client) -> None:
    assert client.get(SUPERIORS).status_code == 302
    signed_in(client, province.body("鼓楼区民政局", "350102"), "data_officer")
    assert client.get(SUPERIORS).status_code == 404
    for name in ("name", "kind", "nothing"):
        assert client.get(f"{REGISTER}choices/{name}/").status_code == 404
    assert client.get("/bodies/bodies/choices/kind/").status_code == 404


def test_who_may_not_do_an_act_is_told_so_and_offered_no_records(client: Client) -> None:
    bodies(20)
    signed_in(client, province.body("鼓楼区民政局", "350102"), "data_officer")
    page = client.get(REGISTER, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "Your office may not do this." in page
    assert "民政服务站" not in page
    assert 'name="superior"' not in page


def test_few_records_are_a_plain_list_and_many_a_search(managing: Client) -> None:
    province.body("城厢区水利局")
    assert (
        'data-finder="' not in managing.get(REGISTER).content.decode().split('id="register-body-superior"')[0]
    )
    bodies(20)
    page = managing.get(REGISTER).content.decode()
    assert f'data-finder="{SUPERIORS}"' in page


def test_without_scripts_a_search_loads_the_form_anew_and_loses_nothing(managing: Client) -> None:
    bodies(70)
    chosen = province.body("福州市水利局")
    province.body("城厢区水利局")
    before = Entry.objects.count()
    typed = {
        "name": "城厢区水利站",
        "code": "不是代码",
        "line": "水利",
        "superior": chosen.pk,
    }
    sent = {**typed, "superior.words": "水利局", "search": "superior"}
    page = managing.post(REGISTER, sent).content.decode()
    assert Entry.objects.count() == before
    assert names_in(page, "superior") == ["福州市水利局", "城厢区水利局"]
    assert f'value="{chosen.pk}" data-code="{chosen.code}" selected' in page
    for name in ("name", "code", "line"):
        assert f'value="{typed[name]}"' in page
    assert 'value="水利局"' in page


def test_what_is_chosen_stays_among_the_choices_whatever_is_searched(managing: Client) -> None:
    bodies(70)
    chosen = province.body("福州市水利局")
    page = managing.post(
        REGISTER, {"superior": chosen.pk, "superior.words": "第7民政", "search": "superior"}
    ).content.decode()
    assert names_in(page, "superior") == ["福州市水利局", "第7民政服务站"]


def test_several_are_searched_and_those_checked_stay(client: Client) -> None:
    signed_in(client, province.body("省数字办", kind="managing_department"))
    bodies(70)
    chosen = Body.objects.get(name="第3民政服务站")
    sent = {"bodies": [chosen.pk], "bodies.words": "第7民政", "search": "bodies"}
    page = client.post("/operations/drills/plan-drill/", sent).content.decode()
    ticks = re.findall(r'<input type="checkbox"[^>]* name="bodies" value="(\d+)"( checked)?', page)
    assert ticks[0] == (str(chosen.pk), " checked")
    assert len(ticks) == 2


def test_a_register_is_narrowed_to_a_body_that_is_searched_for(managing: Client) -> None:
    bodies(20)
    resource: Any = MAKERS["catalogue.resource"]()
    owner = resource.body
    address = "/catalogue/resources/"
    assert found(managing, f"{address}choices/body/", owner.code) == [str(owner)]
    page = managing.get(address, {"body.words": owner.code, "search": "body"}).content.decode()
    assert names_in(page, "body") == [str(owner)]
    page = managing.get(address, {"body": owner.pk, "body.words": "x"}).content.decode()
    assert "body.words=" not in page


@pytest.mark.parametrize("words", ["", "民政服务", "mzfw", "mz", "第4321"])
def test_a_search_among_five_thousand_bodies_asks_few_queries(managing: Client, words: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert found(managing, SUPERIORS, words)
        return len(asked)

    bodies(60, name="第{n}民政服务所" if words != "第4321" else "第4321号服务点{n}")
    few = cost()
    bodies(MANY)
    assert cost() <= few + 1, "one more tells how many there are"
    begun = monotonic()
    assert cost() <= 10
    assert monotonic() - begun < A_SECOND


@pytest.mark.parametrize(
    ("act", "one"),
    [
        (act, one)
        for act in registry.acts
        if act.by.places and (act.moves.creates or act.noun in MAKERS)
        for one in act.shape.inputs
        if one.kind == "record"
    ],
    ids=lambda value: value.name,
)
def test_whatever_an_act_asks_for_can_be_searched(act: Act, one: Input) -> None:
    actor = province.officer(province.body("省数字办", kind="managing_department"), *Office.Kind.values)
    on = None if act.moves.creates else MAKERS[act.noun]()
    offered = records_of(one, on, actor, "")
    listed = choice(offered, "", actor, 1_000)
    assert {row.pk for row in listed.rows} == set(offered.values_list("pk", flat=True))
    assert choice(offered, "无此 abc", actor, 50).number == 0
