"""The API: derived from the registry, honest about errors, and described by its own document."""

from typing import Any

import pytest
from django.test import Client

from banyan.acts import registry
from banyan.acts.directory import directory
from banyan.acts.door import perform
from banyan.acts.register import plural
from banyan.bodies.models import Account, Officer
from banyan.bodies.sign_in import open_account
from banyan.ledger.models import Log
from banyan.supervision.acts import inspections
from tests import province
from tests.samples import MAKERS
from tests.test_sharing import Town

pytestmark = pytest.mark.django_db
API = "/api/v1"


def headers(actor: Any) -> dict[str, str]:
    officer = Officer.objects.get(pk=actor.officer)
    made: Account = open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20))
    return {"Authorization": f"Bearer {directory().token(made)}"}


def test_the_document_is_openapi_31_without_remote_references(client: Client) -> None:
    document = client.get(f"{API}/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    names = [verb["operationId"] for path in document["paths"].values() for verb in path.values()]
    assert len(names) == len(set(names))
    people = {act.name.replace(".", "_") for act in registry.acts if act.by.places}
    assert people <= set(names)
    assert document["paths"]["/resources/{resource}/rows"]["get"]["servers"] != document["servers"]

    def references(value: Any) -> Any:
        if isinstance(value, dict):
            yield from ([value["$ref"]] if "$ref" in value else [])
            for inner in value.values():
                yield from references(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from references(inner)

    for reference in references(document):
        step: Any = document
        for name in reference.removeprefix("#/").split("/"):
            step = step[name]


def test_an_act_by_http_answers_with_its_entry_and_a_repeat_with_the_same(client: Client) -> None:
    town = Town()
    given = {
        name: getattr(value, "pk", value)
        for name, value in town.given().items()
        if name not in {"items", "until", "responsible"}
    }
    given |= {
        "items": [item.pk for item in town.given()["items"]],
        "until": town.given()["until"].isoformat(),
        "responsible": town.designer.officer,
    }
    who = headers(town.designer) | {"Idempotency-Key": "one"}
    path = f"{API}/exchange/share-requests/submit-share-request"
    first = client.post(path, given, content_type="application/json", headers=who)
    assert first.status_code == 201, first.content
    assert first.json()["act"] == "exchange.submit_share_request"
    again = client.post(path, given, content_type="application/json", headers=who)
    assert again.json()["entry"] == first.json()["entry"]
    seen = client.get(f"{API}/exchange/share-requests/{first.json()['on']['id']}", headers=who).json()
    assert seen["state"] == "submitted"
    assert {act["act"]: act["possible"] for act in seen["acts"]}["exchange.withdraw_request"]


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("sensingaccess", "sensingaccesses"),
        ("body", "bodies"),
        ("keypoints", "keypoints"),
        ("survey", "surveys"),
        ("branch", "branches"),
        ("share", "shares"),
    ],
)
def test_tables_are_named_in_the_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.norm("34.1-a")
def test_the_api_offers_what_the_form_fills_in_and_a_wrong_value_names_the_way(client: Client) -> None:
    office = province.body("省数字办", kind="managing_department")
    inspector = province.officer(office, "inspector")
    province.body("福建省海洋与渔业局")
    given: dict[str, Any] = {"number": "1号", "title": "年度检查", "at_random": 1, "by_risk": 0}
    made = perform(
        inspections.draft_inspection_plan, inspector, since="2026-01-01", until="2026-12-31", **given
    ).on
    who = headers(inspector) | {"Accept-Language": "en"}
    path = f"{API}/supervision/inspection-plans/{made}"
    send: dict[str, Any] = {"content_type": "application/json", "headers": who}
    wrong = client.post(f"{path}/fix-list", {"digest": "sha256:0"}, **send)
    assert wrong.status_code == 409
    assert "offered" in wrong.json()["refusals"][0]["instead"]
    acts = {one["act"]: one for one in client.get(path, headers=who).json()["acts"]}
    offered = acts["supervision.fix_list"]["offered"]
    assert client.post(f"{path}/fix-list", offered, **send).status_code == 201
    assert "offered" not in acts["supervision.issue_inspection_plan"]
    stranger = headers(province.officer(office, "catalogue_officer"))
    seen = client.get(path, headers=stranger).json()["acts"]
    assert all("offered" not in one for one in seen)


def test_a_refusal_is_a_problem_with_every_reason(client: Client) -> None:
    town = Town()
    request = town.request()
    who = headers(town.decider) | {"Accept-Language": "en"}
    answer = client.post(
        f"{API}/exchange/share-requests/{request.pk}/refuse-share",
        {"reason": "需先付费"},
        content_type="application/json",
        headers=who,
    )
    assert answer.status_code == 409
    assert answer["Content-Type"] == "application/problem+json"
    assert {one["norm"] for one in answer.json()["refusals"]} == {"22.1-b", "22.1-a"}
    assert all(one["because"] and one["instead"] and one["article"] for one in answer.json()["refusals"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/exchange/palaces", 404),
        ("/sign-in", 405),
        ("/exchange/share-requests", 401),
        ("/exchange/share-requests/999999", 401),
        ("/planning/plans?limit=many", 422),
        ("/planning/plans?colour=red", 422),
        ("/planning/plans?sort=digest", 422),
        ("/planning/plans?after=%00", 422),
        ("/planning/plans/999999", 404),
        ("/catalogue/resources?limit=5", 200),
        ("/search?q=", 422),
        ("/search?q=户籍&limit=2", 200),
        ("/search?q=户籍&limit=many", 422),
        ("/search?q=户籍&limit=0", 422),
        ("/search?q=户籍&after=page-2", 422),
        ("/search?q=户籍&colour=red", 422),
        (f"/search?q={'户' * 1000}", 422),
        (f"/catalogue/resources?q={'户' * 1000}", 422),
        (f"/entries/{10**30}", 401),
        (f"/planning/plans/{10**30}", 404),
        ("/logs", 200),
        ("/law/coverage", 200),
    ],
)
def test_bad_addresses_are_problems_and_public_ones_answer(client: Client, path: str, status: int) -> None:
    province.load_regions()
    answer = client.get(f"{API}{path}")
    assert answer.status_code == status, answer.content
    if status >= 400:
        assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["/nothing", "/catalogue/collection-forms/-1/strike-fields", "/search", "/logs"]
)
def test_what_is_sent_to_no_address_is_a_problem_too(path: str) -> None:
    answer = Client(enforce_csrf_checks=True).post(f"{API}{path}", {}, content_type="application/json")
    assert answer.status_code in {404, 405}
    assert answer["Content-Type"] == "application/problem+json"


def test_a_history_is_read_page_by_page(client: Client) -> None:
    town = Town()
    path = f"{API}/catalogue/resources/{town.resource.pk}/history"
    who = headers(town.decider)
    whole = [one["entry"] for one in client.get(path, headers=who).json()["items"]]
    paged: list[int] = []
    after: str | None = ""
    while after is not None:
        page = client.get(f"{path}?limit=1&after={after}", headers=who).json()
        paged += [one["entry"] for one in page["items"]]
        after = page["next"]
    assert paged == whole
    assert len(whole) > 1
    for bad in ("limit=0", "after=x", "q=x"):
        assert client.get(f"{path}?{bad}", headers=who).status_code == 422


def test_an_act_needs_a_token_and_good_json(client: Client) -> None:
    town = Town()
    grant = f"{API}/exchange/share-requests/{town.request().pk}/grant-share"
    assert client.post(grant, {}, content_type="application/json").status_code == 401
    path = f"{API}/catalogue/collection-forms/draft-form"
    assert client.post(path, {}, content_type="application/json").status_code == 401
    who = headers(town.designer)
    assert client.post(path, "[", content_type="application/json", headers=who).status_code == 400
    assert client.post(path, "[]", content_type="application/json", headers=who).status_code == 400
    half = '{"name": "\\ud800"}'
    assert client.post(path, half, content_type="application/json", headers=who).status_code == 400
    assert client.post(path, "x", content_type="text/plain", headers=who).status_code == 415
    assert client.put(path, headers=who).status_code == 405
    bad = client.post(path, {"name": 7}, content_type="application/json", headers=who)
    assert bad.status_code == 422
    assert {"name", "matter"} <= set(bad.json()["errors"])
    assert client.get(f"{API}/logs", headers={"Authorization": "Bearer nonsense"}).status_code == 401


@pytest.mark.parametrize(
    ("path", "kind"), [(f"{API}/logs", "application/problem+json"), ("/law", "text/html")]
)
def test_a_fault_of_the_system_is_told_in_the_shape_of_the_place(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str, kind: str
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Log.objects, "order_by", fail)
    monkeypatch.setattr("banyan.desk.pages.law.show", fail)
    client.raise_request_exception = False
    answer = client.get(path)
    assert answer.status_code == 500
    assert answer["Content-Type"].startswith(kind)


def test_a_fact_of_several_values_is_a_list(client: Client) -> None:
    entry: Any = MAKERS["planning.softwareentry"]()
    reader = headers(province.officer(entry.body, "planning_officer"))
    facts = client.get(f"{API}/planning/software-entries/{entry.pk}", headers=reader).json()["facts"]
    assert facts["function_list"] == entry.function_list != []


@pytest.mark.parametrize("address", ["/law/packs", "/catalogue/resources"])
def test_what_can_be_read_can_be_asked_for_its_head(address: str, client: Client) -> None:
    answer = client.head(f"{API}{address}")
    assert answer.status_code == 200
    assert answer.content == b""
    assert answer["Content-Type"] == client.get(f"{API}{address}")["Content-Type"]
    assert client.delete(f"{API}{address}")["Allow"] == "GET, HEAD"
