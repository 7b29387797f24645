"""The software under every shipped pack: its acts, its clocks, its pages, its API and its commands."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from banyan.acts import clock, registry
from banyan.acts.coverage import coverage_rows, mechanisms
from banyan.acts.due import working_calendar
from banyan.acts.models import Duty, Entry
from banyan.acts.queries import packs_recorded
from banyan.acts.refusal import Refusal
from banyan.api.openapi import whole
from banyan.api.problems import refusal_as_json
from banyan.api.urls import urlpatterns
from banyan.kit.sentence import say
from banyan.kit.worktime import Clock, Unit, due_at
from banyan.law.folder import shipped
from banyan.law.inforce import in_force
from banyan.law.norms import Norm
from banyan.law.pack import Pack
from banyan.law.shelf import on_shelf
from banyan.law.tests.trial_packs import TINY
from banyan.site.checkup import checks
from banyan.site.reference import pages
from tests.test_door import proposed_item

BEFORE = datetime(2025, 7, 30, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
AFTER = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
ADOPTED, DRAFT, SHARING = "fujian-2015", "fujian-draft", "state-2025-sharing"


@pytest.fixture(params=shipped())
def pack(request: pytest.FixtureRequest) -> Iterator[Pack]:
    with in_force(on_shelf(request.param)) as chosen:
        yield chosen


def test_every_act_rule_and_monitor_names_norms_that_the_pack_knows(pack: Pack) -> None:
    assert all(pack.knows(norm) for norm in mechanisms())


def test_every_act_stands_on_a_norm_of_the_pack(pack: Pack) -> None:
    assert [act.name for act in registry.acts if not any(pack.holds(norm) for norm in act.under)] == []


def test_every_clock_that_acts_wait_for_runs(pack: Pack) -> None:
    for act in registry.acts:
        if act.due:
            for name in act.due.parameters:
                assert replace(act.due, parameter=name).last_moment(clock.now()).at > clock.now(), act.name


@pytest.mark.django_db
def test_coverage_has_a_row_for_each_norm_and_as_many_work_as_under_the_draft(pack: Pack) -> None:
    rows = coverage_rows()
    assert {row.id for row in rows} == {norm.key for norm in pack.provisions}
    works = {row.id for row in rows if row.state == "works"}
    with in_force(on_shelf(DRAFT)):
        under_draft = {row.id for row in coverage_rows() if row.state == "works"}
    assert works == under_draft - {norm.key for norm in pack.dropped}


def test_a_refusal_under_a_norm_that_a_pack_dropped_is_told_by_its_key() -> None:
    refusal = Refusal(Norm("14.2-a"), "lake.centre_is_approved", say("Not approved."), say("Apply first."))
    assert refusal_as_json(refusal)["cited"]["zh"] == "第十四条第二款"
    with in_force(TINY):
        told = refusal_as_json(refusal)
    assert (told["article"], told["cited"]) == ("", {"zh": "14.2-a", "en": "14.2-a"})


@pytest.mark.django_db
def test_the_software_works_under_a_law_that_dropped_most(client: Client) -> None:
    with in_force(TINY):
        assert client.get("/law").status_code == 200
        assert client.get("/law/compare").status_code == 200
        assert len(coverage_rows()) == 36
        assert all(pages().values())


@pytest.mark.django_db
def test_every_page_of_the_law_is_there(pack: Pack, client: Client) -> None:
    for language in ("zh-hans", "en"):
        answer = client.get("/law", headers={"accept-language": language})
        assert answer.status_code == 200
        assert pack.title(language) in answer.content.decode()
        assert pack.note(language) == "" or pack.version in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.norm("16.1-b")
@pytest.mark.parametrize(
    ("name", "at", "days"),
    [
        (DRAFT, BEFORE, 10),
        (DRAFT, AFTER, 10),
        (SHARING, BEFORE, 10),
        (SHARING, AFTER, 2),
        (ADOPTED, AFTER, 10),
    ],
)
def test_a_duty_gets_the_clock_of_the_pack_in_force_on_its_first_day(
    name: str, at: datetime, days: int
) -> None:
    with in_force(on_shelf(name)) as chosen, clock.at(at):
        item = proposed_item()
        duty = Duty.objects.get(noun="catalogue.collectionitem", object_id=item.pk)
        wanted = due_at(clock.now(), Clock(days, Unit.WORKING_DAYS), working_calendar()).at
        assert (duty.parameter, duty.due_at) == ("collection_catalogue.review", wanted)
        assert Entry.objects.get(act="catalogue.propose_item").pack == chosen.version


@pytest.mark.django_db
def test_a_duty_keeps_the_clock_it_began_with() -> None:
    with in_force(on_shelf(SHARING)), clock.at(BEFORE):
        item = proposed_item()
        due = Duty.objects.get(noun="catalogue.collectionitem", object_id=item.pk).due_at
    with in_force(on_shelf(SHARING)), clock.at(AFTER):
        assert Duty.objects.get(noun="catalogue.collectionitem", object_id=item.pk).due_at == due


@pytest.mark.django_db
def test_the_doctor_sees_acts_under_another_pack() -> None:
    assert packs_recorded() == ()
    proposed_item()
    assert packs_recorded() == (DRAFT,)
    law = {one.name: one for one in checks()}["law pack"]
    assert law.holds
    with in_force(on_shelf(ADOPTED)):
        law = {one.name: one for one in checks()}["law pack"]
    assert not law.holds
    assert DRAFT in law.found


@pytest.mark.django_db
def test_the_api_lists_the_packs_and_compares_two(client: Client) -> None:
    listed = client.get("/api/v1/law/packs").json()["items"]
    assert [one["id"] for one in listed] == list(shipped())
    assert [one["id"] for one in listed if one["in_force"]] == [DRAFT]
    answer = client.get("/api/v1/law/compare", {"a": DRAFT, "b": ADOPTED, "on": "2026-11-29"}).json()
    assert answer["on"] == "2026-11-29"
    rows = {one["norm"]: one for one in answer["items"]}
    assert len(rows) == 206
    assert rows["4.1-d"]["b"]["cited"]["zh"] == "第五条第一款"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({}, {"a", "b"}),
        ({"a": DRAFT, "b": "../fujian-draft"}, {"b"}),
        ({"a": DRAFT, "b": ADOPTED, "on": "tomorrow"}, {"on"}),
    ],
)
def test_the_api_says_what_of_a_comparison_it_cannot_read(
    client: Client, given: dict[str, str], fields: set[str]
) -> None:
    answer = client.get("/api/v1/law/compare", given)
    assert answer.status_code == 422
    told = json.dumps(answer.json())
    assert all(f'"{field}"' in told for field in fields)


def test_the_document_describes_every_address_of_the_law() -> None:
    routes = {str(one.pattern) for one in urlpatterns if str(one.pattern).startswith("law/")}
    assert {f"/{route}" for route in routes} <= set(whole()["paths"])


def banyan(home: Path, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """The command line in a home of its own."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("BANYAN_") and name not in {"PORT", "PYTEST_CURRENT_TEST"}
    }
    return subprocess.run(
        [sys.executable, "-c", "from banyan.site.cli import main; main()", *words],
        env=inherited | {"BANYAN_HOME": str(home)} | more,
        capture_output=True,
        text=True,
        check=False,
    )


def in_force_at(home: Path, **more: str) -> list[str]:
    listed: list[dict[str, Any]] = json.loads(banyan(home, "law", "packs", "--json", **more).stdout)
    return [one["id"] for one in listed if one["in_force"]]


def test_a_pack_is_chosen_for_a_home_and_the_variable_wins(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert in_force_at(home) == [DRAFT]
    assert banyan(home, "law", "use", ADOPTED).returncode == 0
    assert in_force_at(home) == [ADOPTED]
    assert in_force_at(home, BANYAN_LAW_PACK=SHARING) == [SHARING]
    told = banyan(home, "law", "use", DRAFT, BANYAN_LAW_PACK=SHARING)
    assert "BANYAN_LAW_PACK=state-2025-sharing is set and wins" in told.stdout
    assert in_force_at(home) == [DRAFT]


def test_an_unknown_pack_names_the_known_ones(tmp_path: Path) -> None:
    answer = banyan(tmp_path, "law", "use", "atlantis")
    assert answer.returncode == 2
    assert all(name in answer.stderr for name in shipped())
    assert not (tmp_path / "law-pack").exists()
    wrong = banyan(tmp_path, "law", "coverage", BANYAN_LAW_PACK="atlantis")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1)


def test_a_folder_is_kept_by_its_whole_path(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "pack.toml").write_text('id = "mine"\nextends = "fujian-draft"\n')
    assert banyan(tmp_path, "law", "use", str(mine)).returncode == 0
    assert (tmp_path / "law-pack").read_text() == f"{mine}\n"
    assert in_force_at(tmp_path) == ["mine"]


def test_packs_are_compared_on_the_command_line(tmp_path: Path) -> None:
    answer = banyan(tmp_path, "law", "compare", DRAFT, SHARING, "--json", "--on", "2025-08-01")
    rows = {one["norm"]: one for one in json.loads(answer.stdout)["items"]}
    assert rows["16.1-b"]["differences"] == ["clocks", "roles"]
    assert rows["16.2-b"]["a"]["words"] == rows["16.2-b"]["b"]["words"]
    wide = banyan(tmp_path, "law", "compare", DRAFT, ADOPTED, COLUMNS="200")
    assert "206 norms: 3 the same" in wide.stdout
    assert banyan(tmp_path, "law", "compare", DRAFT, "atlantis").returncode == 2
    assert banyan(tmp_path, "law", "compare", DRAFT, ADOPTED, "--on", "soon").returncode == 2
