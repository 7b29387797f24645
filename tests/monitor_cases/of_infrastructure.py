"""Cases of the monitors of infrastructure."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.infrastructure.acts import centres, channels, networks, platforms, sensing, systems
from banyan.infrastructure.models import DataCentre
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let, on_day

Cure = Callable[[Any], None]
MOST_DAYS_OF_REST = timedelta(days=15)
"""A clock that ends on a day of rest ends on the next working day, no more than so many days later."""


def _planner() -> Actor:
    """The officer of the managing department of the province who plans."""
    managing = province.body("电子政务管理部门", kind="managing_department")
    return province.officer(managing, "planning_officer")


def _integrating(integrate: Act) -> Cure:
    """The cure of what exists: the managing department records that it is integrated."""

    def cure(thing: Any) -> None:
        perform(integrate, _planner(), thing.pk, answer="已并入统一设施")
        thing.refresh_from_db()
        assert thing.state == "integrated"

    return cure


def _move_channel(channel: Any) -> None:
    portal = a("infrastructure.channel", state="running")
    officer = province.officer(channel.body, "planning_officer")
    perform(channels.record_traffic, officer, channel.pk, day=on_day(0), moved=100, into=portal.pk)
    _integrating(channels.integrate_channel)(channel)


def _existing(
    noun: str, cure: Cure, kept: dict[str, object], lapsed: dict[str, object]
) -> Iterator[datetime]:
    a(noun, **kept, state="to_integrate")
    a(noun, **{**kept, **lapsed}, state="integrated")
    thing = a(noun, **{**kept, **lapsed}, state="to_integrate")
    yield in_days(0)
    cure(thing)
    yield in_days(0)


def _late(noun: str, cure: Cure, **more: object) -> Case:
    """Something whose day of integration was yesterday, beside one whose day is today."""
    return lambda: _existing(noun, cure, {**more, "integrate_by": on_day(0)}, {"integrate_by": on_day(-1)})


def _built_anew(noun: str, cure: Cure, **more: object) -> Case:
    """Something that began to run with the Measures in force, beside one that ran the day before."""

    def case() -> Iterator[datetime]:
        begun = pack().commencement
        before = {**more, "running_since": begun - timedelta(days=1)}
        return _existing(noun, cure, before, {"running_since": begun})

    return case


def _platform_built_anew(kind: str, *, beside: str) -> Case:
    """A platform of one kind that began to run with the Measures in force, beside one of another kind."""

    def case() -> Iterator[datetime]:
        a(_PLATFORM, kind=beside, state="to_integrate", running_since=pack().commencement)
        yield from _built_anew(_PLATFORM, _PLATFORMS, kind=kind)()

    return case


def _channel_lags() -> Iterator[datetime]:
    half = {"state": "to_integrate", "entered_on": on_day(-100), "integrate_by": on_day(100)}
    slack = pack().parameter("channel.behind_plan", on=on_day(0)).of(int)
    a("infrastructure.channel", **half, moved=50 - slack)
    a("infrastructure.channel", **{**half, "state": "integrated"}, moved=0)
    behind = a("infrastructure.channel", **half, moved=50 - slack - 1)
    yield in_days(0)
    officer = province.officer(behind.body, "planning_officer")
    perform(channels.record_traffic, officer, behind.pk, day=on_day(0), moved=50)
    yield in_days(0)


def _access_work_is_late() -> Iterator[datetime]:
    a("infrastructure.accesswork", planned_for=on_day(0))
    a("infrastructure.accesswork", planned_for=on_day(-1), state="connected")
    late = a("infrastructure.accesswork", planned_for=on_day(-1))
    yield in_days(0)
    officer = province.officer(late.body, "planning_officer")
    perform(networks.record_access, officer, late.pk, connected_on=on_day(0))
    yield in_days(0)


def _retention_has_ended() -> Iterator[datetime]:
    province.body("电子政务管理部门", kind="managing_department")
    retained = {"state": "retained", "review_on": on_day(-300)}
    a("infrastructure.network", **retained, retained_until=on_day(0))
    ended = a("infrastructure.network", **retained, retained_until=on_day(-1))
    yield in_days(0)
    officer = province.officer(ended.body, "planning_officer")
    perform(networks.ask_retention, officer, ended.pk, reason="仍需保留")
    yield in_days(0)


def _supplier_of_security_is_no_longer_qualified() -> Iterator[datetime]:
    bought = {"kind": "unit_security", "mode": "purchased", "state": "running"}
    a("infrastructure.platform", **bought, qualified_until=on_day(0))
    a("infrastructure.platform", **{**bought, "mode": "own"}, qualified_until=on_day(-1))
    ended = a("infrastructure.platform", **bought, qualified_until=on_day(-1))
    yield in_days(0)
    officer = province.officer(ended.body, "security_officer")
    renew = platforms.renew_qualification
    perform(renew, officer, ended.pk, qualification="网络安全服务甲级", qualified_until=on_day(365))
    yield in_days(0)


def _sensing_was_not_reported() -> Iterator[datetime]:
    begun, noun = pack().commencement, "infrastructure.sensingresource"
    a(noun, state="in_use", is_stock=True, in_use_since=begun - timedelta(days=1))
    a(noun, state="in_use", is_stock=False, in_use_since=begun)
    unreported = a(noun, state="in_use", is_stock=True, in_use_since=begun)
    yield in_days(0)
    officer = province.officer(unreported.body, "planning_officer")
    perform(sensing.remove_sensing_resource, officer, unreported.pk, reason="拆除")
    yield in_days(0)


def _sensing_access_was_not_ended() -> Iterator[datetime]:
    a("infrastructure.sensingaccess", state="dispatched", until=None)
    a("infrastructure.sensingaccess", state="dispatched", until=on_day(0))
    past = a("infrastructure.sensingaccess", state="dispatched", until=on_day(-1))
    yield in_days(0)
    perform(sensing.end_sensing_access, province.officer(past.unit, "planning_officer"), past.pk)
    yield in_days(0)


def _live(**as_it_stands: object) -> Any:
    return a("infrastructure.system", state="live", network="unified", **as_it_stands)


def _complete(system: Any, **given: Any) -> None:
    perform(systems.complete_system, province.officer(system.body, "integrator"), system.pk, **given)


def _test_is_old() -> Iterator[datetime]:
    months = pack().parameter("protection.test.level_3", on=on_day(0)).of(int)
    last = months_after(on_day(0), -months)
    _live(grade=3, live_on=on_day(-900), tested_on=last)
    _live(grade=3, live_on=last)
    _live(grade=2, live_on=on_day(-900), tested_on=on_day(-800))
    late = _live(grade=3, live_on=on_day(-900), tested_on=last - MOST_DAYS_OF_REST)
    yield in_days(0)
    _complete(late, tested_on=on_day(0))
    yield in_days(0)


def _system_is_on_a_private_network() -> Iterator[datetime]:
    _live()
    outside = a("infrastructure.system", state="live", network="private")
    yield in_days(0)
    _complete(outside, network="unified")
    yield in_days(0)


def _system_was_never_filed() -> Iterator[datetime]:
    days = pack().parameter("protection.filing", on=on_day(0)).of(int)
    least = pack().parameter("protection.filing_from_level", on=on_day(0)).of(int)
    late = {"live_on": on_day(-days - 1), "grade": least}
    _live(**late, filing_number="公备1号")
    _live(**{**late, "grade": least - 1})
    _live(**{**late, "live_on": on_day(-days)})
    let(_live(**late), state="suspended")
    unfiled = _live(**late)
    yield in_days(0)
    _complete(unfiled, filing_number="公备2号", filed_on=on_day(0))
    yield in_days(0)


def _central_software_has_no_place_here() -> Iterator[datetime]:
    centre = a("infrastructure.datacentre", state="approved")
    _live(central="no")
    _live(central="local", centre=centre)
    _live(central="linked", link_tested_on=on_day(-1))
    nowhere = _live(central="local")
    yield in_days(0)
    _complete(nowhere, centre=_visible_centre().pk)
    yield in_days(0)


def _visible_centre() -> DataCentre:
    """A data centre of a managing department, in which others may host their systems."""
    managing = province.body("电子政务管理部门", kind="managing_department")
    centre = a("infrastructure.datacentre", state="approved", body=managing)
    return DataCentre.objects.get(pk=centre.pk)


def _central_software_stores_nothing_here() -> Iterator[datetime]:
    resource = a("catalogue.resource")
    _live(central="no")
    _live(central="linked", body=resource.body).resources.add(resource)
    elsewhere = _live(central="linked", body=resource.body)
    yield in_days(0)
    _complete(elsewhere, resources=[resource.pk])
    yield in_days(0)


def _county_hosts_its_own_system() -> Iterator[datetime]:
    county = province.body("鼓楼区卫健局", region="350102")
    central = _visible_centre()
    own = a("infrastructure.datacentre", state="to_integrate", body=county)
    _live(body=county, centre=central)
    system = _live(body=county, centre=own)
    yield in_days(0)
    _complete(system, centre=central.pk)
    yield in_days(0)


def _unit_has_no_security() -> Iterator[datetime]:
    plan = a("infrastructure.platform", kind="security", state="running")
    _live(grade=2)
    a("infrastructure.platform", kind="unit_security", state="running", body=_live(grade=3).body)
    unit = _live(grade=3).body
    _live(grade=3, body=unit)
    yield in_days(0)
    perform(
        platforms.register_platform,
        province.officer(unit, "planning_officer"),
        kind="unit_security",
        name="安全系统",
        mode="own",
        follows=plan.pk,
    )
    yield in_days(0)


_CENTRE, _NETWORK = "infrastructure.datacentre", "infrastructure.network"
_CHANNEL, _PLATFORM = "infrastructure.channel", "infrastructure.platform"
_CENTRES = _integrating(centres.integrate_data_centre)
_NETWORKS = _integrating(networks.integrate_network)
_PLATFORMS = _integrating(platforms.integrate_platform)

CASES: dict[str, Case] = {
    "infrastructure.centre_is_not_integrated": _late(_CENTRE, _CENTRES),
    "infrastructure.centre_is_built_without_approval": _built_anew(_CENTRE, _CENTRES),
    "infrastructure.network_is_not_integrated": _late(_NETWORK, _NETWORKS),
    "infrastructure.network_is_built_against_the_measures": _built_anew(_NETWORK, _NETWORKS),
    "infrastructure.retention_has_ended": _retention_has_ended,
    "infrastructure.access_work_is_late": _access_work_is_late,
    "infrastructure.channel_is_not_moved": _late(_CHANNEL, _move_channel),
    "infrastructure.channel_is_behind_its_plan": _channel_lags,
    "infrastructure.channel_is_built_against_the_measures": _built_anew(_CHANNEL, _move_channel),
    "infrastructure.platform_is_not_integrated": _late(_PLATFORM, _PLATFORMS),
    "infrastructure.grid_platform_is_built_against_the_measures": _platform_built_anew(
        "special_grid", beside="terminal"
    ),
    "infrastructure.terminals_are_deployed_against_the_measures": _platform_built_anew(
        "terminal", beside="special_grid"
    ),
    "infrastructure.qualification_has_ended": _supplier_of_security_is_no_longer_qualified,
    "infrastructure.sensing_is_set_up_without_a_report": _sensing_was_not_reported,
    "infrastructure.sensing_access_is_past_its_end": _sensing_access_was_not_ended,
    "infrastructure.protection_test_is_overdue": _test_is_old,
    "infrastructure.system_is_outside_the_network": _system_is_on_a_private_network,
    "infrastructure.system_is_not_filed": _system_was_never_filed,
    "infrastructure.central_software_is_neither_here_nor_linked": _central_software_has_no_place_here,
    "infrastructure.central_software_leaves_nothing_here": _central_software_stores_nothing_here,
    "infrastructure.county_system_is_hosted_in_the_county": _county_hosts_its_own_system,
    "infrastructure.unit_has_no_security_system": _unit_has_no_security,
}
