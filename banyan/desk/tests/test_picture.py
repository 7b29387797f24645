"""The page that shows where everything stands: drawn from what registers say about their places."""

import pytest
from django.test import Client

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies.models import Account
from banyan.bodies.sign_in import open_account
from banyan.desk.shapes.picture import HEIGHT, WIDTH, around, fanned
from banyan.infrastructure.acts import centres, networks
from banyan.infrastructure.tests.stage import Cast

pytestmark = pytest.mark.django_db


def _signed_in(client: Client, actor: Actor) -> Client:
    user = f"user{actor.officer}"
    account = Account.objects.filter(officer=actor.officer).first()
    client.force_login(account or open_account(user, actor.officer or 0, "long-enough-for-a-test", bytes(20)))
    return client


def _page(client: Client, query: str = "") -> str:
    answer = client.get(f"/picture/{query}", headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def _stock(cast: Cast) -> None:
    perform(networks.enter_private_network, cast.county_office, name="卫生专网", body=cast.bureau)
    asked = perform(
        centres.request_data_centre, cast.office, name="省级中心", work="build", reason="统筹", racks=9
    ).on
    perform(centres.approve_data_centre, cast.office, asked, answer="同意")


def test_every_register_with_a_place_is_counted_and_leads_to_its_rows(client: Client) -> None:
    cast = Cast()
    _stock(cast)
    page = _page(_signed_in(client, cast.office), "?at=350100")
    assert 'href="/infrastructure/networks/?region=350102&amp;state=to_integrate"' in page
    assert "1, 1 to settle" in page
    assert 'href="/infrastructure/data-centres/?region=350000"' in page
    for register in registry.registers:
        assert (f"?show={register.path.replace('/', '%2F')}" in page) is bool(register.place)


def test_one_register_may_be_shown_alone(client: Client) -> None:
    cast = Cast()
    _stock(cast)
    page = _page(_signed_in(client, cast.office), "?show=infrastructure/data-centres")
    assert "to settle" not in page.partition('class="sheet topology"')[2].partition("</svg>")[0]


def test_an_officer_sees_only_what_the_registers_show_them(client: Client) -> None:
    cast = Cast()
    _stock(cast)
    assert "to settle" not in _page(_signed_in(client, cast.builder))
    assert "1, 1 to settle" in _page(_signed_in(Client(), cast.local))


def test_the_numbers_open_the_rows_that_they_count(client: Client) -> None:
    cast = Cast()
    _stock(cast)
    answer = _signed_in(client, cast.office).get("/infrastructure/networks/?region=350102&state=to_integrate")
    assert "卫生专网" in answer.content.decode()
    other = client.get("/infrastructure/networks/?region=350103&state=to_integrate")
    assert "卫生专网" not in other.content.decode()


def test_a_place_makes_a_filter_of_its_own() -> None:
    made = [one for one in registry.registers if one.place]
    assert made
    for register in made:
        assert any(one.name == "region" for one in register.filters)


def test_the_drawing_stays_within_its_box() -> None:
    for cities in (1, 9, 10):
        for city in range(cities):
            x, y, angle = around(city, cities)
            for county in range(13):
                at = fanned(x, y, angle, county, 13)
                assert 0 < at[0] < WIDTH
                assert 0 < at[1] < HEIGHT
