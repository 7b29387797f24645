"""Who may read what: desk and API answer alike, to officers and to everybody else."""

from typing import Any

import pytest
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.acts import open_findings
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry
from banyan.bodies.models import Officer
from banyan.bodies.sign_in import open_account
from banyan.catalogue.acts import resources
from banyan.exchange.acts import systems
from tests import province
from tests.monitor_cases.case import a, let
from tests.samples import MAKERS
from tests.test_api import API, headers
from tests.test_sharing import KEY, Town

pytestmark = pytest.mark.django_db
OPEN = {
    "bodies/bodies",
    "bodies/regions",
    "catalogue/collection-items",
    "catalogue/edition-lines",
    "catalogue/editions",
    "catalogue/resources",
    "catalogue/service-entries",
    "operations/service-rules",
    "planning/key-points",
    "planning/management-methods",
    "planning/plans",
    "planning/software-entries",
    "planning/standards",
    "supervision/commendations",
    "supervision/leaderships",
    "supervision/security-mechanisms",
}
"""What the Measures have published, and the bodies and regions that all of it names."""


def _lapse(of: Any) -> dict[str, Any]:
    return {
        "key": str(of.pk),
        "norm": "16.2-b",
        "body": of.pk,
        "region": "350000",
        "noun": "bodies.body",
        "object_id": of.pk,
        "title": f"{of}目录外采集",
        "because": {"pattern": "", "values": {}},
        "facts": {},
    }


def _signed_in(client: Client, reader: Actor) -> Client:
    officer = Officer.objects.get(pk=reader.officer or 0)
    client.force_login(open_account(officer.user_name, officer.pk, "long-enough-for-a-test", bytes(20)))
    return client


@pytest.mark.parametrize("path", sorted(one.path for one in registry.registers))
def test_without_signing_in_desk_and_api_open_the_same_registers(client: Client, path: str) -> None:
    api = client.get(f"{API}/{path}")
    desk = client.get(f"/{path}/")
    if path in OPEN:
        assert (api.status_code, desk.status_code) == (200, 200)
    else:
        assert (api.status_code, desk.status_code) == (401, 302)
        assert api["Content-Type"] == "application/problem+json"
        assert api["WWW-Authenticate"] == "Bearer"
        assert desk["Location"].startswith("/sign-in?next=")


@pytest.mark.parametrize("path", sorted(one.path for one in registry.registers if one.path not in OPEN))
def test_without_signing_in_no_object_of_a_closed_register_is_read(client: Client, path: str) -> None:
    register = next(one for one in registry.registers if one.path == path)
    pk = MAKERS[register.noun]().pk if register.noun in MAKERS else 1
    for address in (f"{API}/{path}/{pk}", f"{API}/{path}/{pk}/history"):
        assert client.get(address).status_code == 401
    assert client.get(f"/{path}/{pk}/").status_code == 302


def test_without_signing_in_an_open_object_tells_nothing_of_closed_registers(client: Client) -> None:
    project = a("planning.project", name="内部项目")
    standard = a("planning.standard")
    project.standards.add(standard)
    place = f"/planning/standards/{standard.pk}"
    assert "projects" not in client.get(f"{API}{place}").json()
    assert "内部项目" not in client.get(f"{place}/").content.decode()
    reader = province.officer(project.body, "planning_officer")
    assert [one["name"] for one in client.get(f"{API}{place}", headers=headers(reader)).json()["projects"]]
    assert "内部项目" in _signed_in(client, reader).get(f"{place}/").content.decode()


def test_without_signing_in_the_history_of_an_open_object_is_what_was_done_to_it(client: Client) -> None:
    town = Town()
    with pytest.raises(Refused):
        perform(resources.submit_resource, town.designer, town.resource.pk)
    refused = Entry.objects.latest("pk")
    place = f"/catalogue/resources/{town.resource.pk}"
    told = client.get(f"{API}{place}/history").json()["items"]
    assert {one["outcome"] for one in told} == {"done"}
    assert client.get(f"{API}{place}").json()["acts"] == []
    page = client.get(f"{place}/").content.decode()
    assert f"/entries/{refused.pk}/" not in page
    assert town.decider.name not in page
    own = client.get(f"{API}{place}/history", headers=headers(town.decider)).json()["items"]
    assert own[0]["entry"] == refused.pk
    assert client.get(f"{API}{place}", headers=headers(town.decider)).json()["acts"]


def _software(state: str, name: str, points_state: str) -> Any:
    points = let(a("planning.keypoints"), state=points_state)
    return let(a("planning.softwareentry"), state=state, name=name, key_points=points, year=points.year)


def test_without_signing_in_approved_key_points_stand_with_their_software(client: Client) -> None:
    entry = _software("included", "渔船安全平台", "approved")
    points = f"/planning/key-points/{entry.key_points_id}"
    software = f"/planning/software-entries/{entry.pk}"
    assert [one["name"] for one in client.get(f"{API}{points}").json()["softwareentries"]] == ["渔船安全平台"]
    assert client.get(f"{API}{software}").json()["facts"]["key_points"]["id"] == entry.key_points_id
    assert f'href="{software}/"' in client.get(f"{points}/").content.decode()
    assert "渔船安全平台" in client.get(f"{software}/").content.decode()


@pytest.mark.parametrize("state", ["compiling", "submitted"])
def test_software_of_key_points_on_the_way_is_for_its_body_and_who_compiles_them(
    client: Client, state: str
) -> None:
    entry = _software("included", "渔船安全平台", state)
    place = f"/planning/software-entries/{entry.pk}"
    stranger = headers(province.officer(province.body("连江县水利局", "350103"), "planning_officer"))
    for given in ({}, stranger):
        assert client.get(f"{API}{place}", headers=given).status_code == 404
        assert client.get(f"{API}/planning/software-entries", headers=given).json()["items"] == []
        assert (
            client.get(f"{API}/planning/key-points/{entry.key_points_id}", headers=given).status_code == 404
        )
    assert client.get(f"{place}/").status_code == 404
    own = headers(province.officer(entry.body, "planning_officer"))
    assert client.get(f"{API}{place}", headers=own).status_code == 200


def test_software_that_no_key_points_hold_is_read_by_no_one_else(client: Client) -> None:
    let(a("planning.keypoints"), state="approved")
    entry = a("planning.softwareentry")
    assert client.get(f"{API}/planning/software-entries/{entry.pk}").status_code == 404
    assert client.get(f"/planning/software-entries/{entry.pk}/").status_code == 404


def test_the_gate_of_a_form_is_for_officers(client: Client) -> None:
    form = let(a("catalogue.collectionform"), state="registered")
    path = f"{API}/catalogue/collection-forms/{form.pk}/gate"
    assert client.get(path).status_code == 401
    reader = headers(province.officer(form.body, "form_designer"))
    assert client.get(path, headers=reader).status_code == 200


def test_an_entry_of_the_system_is_told_to_nobody_without_an_office(client: Client) -> None:
    mine, other = province.body("鼓楼区民政局", "350102"), province.body("连江县水利局", "350103")
    rows = [_lapse(mine), _lapse(other)]
    entry = perform(
        open_findings, SYSTEM, monitor="planning.city_has_no_plan", number=2, lapses={"rows": rows}
    )
    path = f"{API}/entries/{entry.pk}"
    assert client.get(path).status_code == 401
    assert client.get(f"/entries/{entry.pk}/").status_code == 302
    own, stranger = (province.officer(one, "data_officer") for one in (mine, other))
    assert client.get(path, headers=headers(stranger)).status_code == 404
    told = client.get(path, headers=headers(own))
    assert told.status_code == 200
    assert "连江县水利局" not in told.content.decode()


def test_a_refused_creation_is_told_to_its_body_alone(client: Client) -> None:
    town = Town()
    with pytest.raises(Refused) as refused:
        perform(
            systems.register_system,
            town.decider,
            name="内部系统",
            client_id="x",
            protection=2,
            public_key=KEY,
        )
    entry = refused.value.entry
    stranger = province.officer(province.body("连江县水利局", "350103"), "data_officer")
    for reader, api, desk in ((stranger, 404, 404), (town.decider, 200, 200)):
        assert client.get(f"{API}/entries/{entry}", headers=headers(reader)).status_code == api
        assert _signed_in(client, reader).get(f"/entries/{entry}/").status_code == desk
