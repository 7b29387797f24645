"""What the demo province runs on: one backbone, access works, what is unified, and what is still to be integrated."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies.models import Agreement, Body, Region
from banyan.bodies.queries import actor_by_user_name
from banyan.demo.agreements import AGREEMENTS
from banyan.demo.timeline import days_ago
from banyan.infrastructure.acts import centres, channels, grid, networks, platforms, sensing, systems
from banyan.infrastructure.models import AccessWork, Channel, GridTeam, Network

ENTERED, MOVED = 200, 20
"""So many days ago the inventory was entered, and the last traffic was read."""

OFFICE, CITY, COUNTY, UNIT = "gaoyanggui", "panshigui", "luolijian", "lailiqi"
PRIVATE = (
    ("省水利厅", "水利防汛专网", "汛情水情报送", 850),
    ("省林业局", "森林防火专网", "林火监测视频回传", -12),
    ("厦门市公安局", "交通视频专网", "路口视频汇聚", 700),
    ("福安市教育局", "教育城域网", "学校互联", 800),
)
RETAINED = ("救灾应急专网", "灾情直报和应急通信", "断网时仍须直报，近期难以替代，同意保留。")
EXPERTS = "省经济信息中心、福州大学（示例专家组）"
CENTRES = (
    ("省教育厅", "教育厅机房", 24, 500),
    ("泉州市公安局", "泉州公安机房", 30, 640),
    ("漳州市教育局", "漳州教育机房", 12, 420),
    ("福安市卫健局", "福安卫健机房", 6, 300),
    ("城厢区教育局", "城厢教育机房", 4, -5),
)
STOCK_PLATFORMS = (
    ("泉州市市场监管局", "市场监管专业网格", "special_grid", 0),
    ("城厢区民政局", "民政入户采集终端", "terminal", 120),
)
CHANNELS = (
    ("省文旅厅", "文旅服务网", "website", 12, 400),
    ("省医保局", "医保服务热线", "hotline", 65, 300),
    ("泉州市教育局", "泉州招生报名网", "website", 0, 200),
    ("厦门市人社局", "厦门人社移动应用", "app", 0, 500),
)
ACCESS = (
    (OFFICE, "省民政厅", "省政务服务中心", 1000, True),
    (OFFICE, "省水利厅", "水利大楼", 1000, True),
    (CITY, "福州市民政局", "福州市民服务中心", 500, True),
    (CITY, "福州市教育局", "福州市教育局", 200, False),
    (COUNTY, "鼓楼区民政局", "鼓楼区行政服务中心", 100, True),
    (COUNTY, "鼓楼区卫健局", "鼓楼区卫健局", 100, False),
)
SENSING = (
    ("五一广场人流摄像头", "camera", 16, "五一广场"),
    ("西湖水位计", "water", 4, "西湖公园"),
)
TEAMS = (
    (CITY, "福州市网格机动队伍", "350100", 36),
    (COUNTY, "鼓东街道网格队伍", "350102001", 24),
    (COUNTY, "鼓西街道网格队伍", "350102002", 21),
)
CELLS = (
    ("350102001001001", "中山社区第一网格", "鼓东街道网格队伍"),
    ("350102001001002", "中山社区第二网格", "鼓东街道网格队伍"),
    ("350102001002001", "庆城社区第一网格", "鼓东街道网格队伍"),
    ("350102001004001", "观风亭社区第一网格", "鼓东街道网格队伍"),
    ("350102002002001", "梦山社区第一网格", "鼓西街道网格队伍"),
    ("350102002003001", "西湖社区第一网格", "鼓西街道网格队伍"),
)
SYSTEMS = (
    ("省教育厅", "JY-01", "学籍管理系统", "local", 3),
    ("省医保局", "YB-01", "医保结算系统", "linked", 3),
    ("泉州市公安局", "QZGA-01", "户政业务系统", "no", 3),
    ("福安市卫健局", "FAWJ-01", "预约挂号系统", "no", 2),
)


@dataclass(frozen=True)
class Cast:
    """Who enters it: the planning officers of the province, of a city and of a county; and all bodies by short name."""

    office: Actor
    city: Actor
    county: Actor
    bodies: dict[str, Body]

    def named(self, user: str) -> Actor:
        return {OFFICE: self.office, CITY: self.city, COUNTY: self.county}[user]

    def enter(self, act: Act, body: str, **given: Any) -> Any:
        """Enter what a body has, by the provincial office."""
        return _once(act, self.office, body=self.bodies[body], **given)


def stands() -> bool:
    """Whether all of it was entered; the last piece are the readings of traffic."""
    return Channel.objects.filter(moved_on__isnull=False).count() == sum(bool(one[3]) for one in CHANNELS)


def build() -> None:
    """Enter all of it, in the order in which it happened."""
    names = {one[0] for rows in (PRIVATE, CENTRES, STOCK_PLATFORMS, CHANNELS, SYSTEMS) for one in rows}
    names |= {one[1] for one in ACCESS}
    cast = Cast(
        actor_by_user_name(OFFICE),
        actor_by_user_name(CITY),
        actor_by_user_name(COUNTY),
        {body.short_name: body for body in Body.objects.filter(short_name__in=names)},
    )
    with days_ago(ENTERED):
        for piece in (_unify, _inventory, _connect, _sense, _patrol, _retain):
            piece(cast)
    with days_ago(MOVED):
        _move(cast)


def _once(act: Act, actor: Actor, **given: Any) -> Any:
    """Do an act that makes something of this name, unless it was done before; what was made."""
    noun: Any = act.on
    known = noun.objects.filter(name=given["name"])
    if not known.exists():
        perform(act, actor, **given)
    return known.get()


def _day(days: int) -> date:
    """So many days from the real today, whatever the clock of the demo says."""
    return clock.today() + timedelta(days=days + ENTERED)


def _unify(cast: Cast) -> None:
    agreement = Agreement.objects.get(title=AGREEMENTS[1])
    _once(networks.establish_backbone, cast.office, name="省电子政务外网骨干网", agreement=agreement)
    for officer, name in ((cast.office, "省级政务数据中心"), (cast.city, "福州市政务数据中心")):
        given: dict[str, Any] = {"work": "build", "reason": "统筹建设", "racks": 400}
        centre = _once(centres.request_data_centre, officer, name=name, **given)
        if centre.state == "requested":
            perform(centres.approve_data_centre, officer, centre, answer="同意，纳入统筹规划")
    for officer, name, kind, number in (
        (cast.office, "全省综合网格平台", "grid", 0),
        (cast.city, "福州市物联网平台", "iot", 0),
        (cast.county, "鼓楼区共享网格终端", "grid_terminal", 160),
    ):
        _once(platforms.register_platform, officer, name=name, kind=kind, mode="own", number=number)
    for officer, name, kind, address in (
        (cast.office, "闽政通", "app", "https://mztapp.example.cn"),
        (cast.city, "福州12345便民服务热线", "hotline", "12345"),
    ):
        _once(channels.register_channel, officer, name=name, kind=kind, address=address)


def _inventory(cast: Cast) -> None:
    for body, name, purpose, days in PRIVATE:
        cast.enter(networks.enter_private_network, body, name=name, purpose=purpose, integrate_by=_day(days))
    for body, name, racks, days in CENTRES:
        given: dict[str, Any] = {"work": "stock", "reason": "存量清查", "integrate_by": _day(days)}
        cast.enter(centres.request_data_centre, body, name=name, racks=racks, **given)
    for body, name, kind, number in STOCK_PLATFORMS:
        cast.enter(platforms.enter_platform, body, name=name, kind=kind, number=number)
    portal = Channel.objects.get(name="闽政通")
    for body, name, kind, _moved, days in CHANNELS:
        cast.enter(channels.enter_channel, body, name=name, kind=kind, integrate_by=_day(days), into=portal)
    for body, code, name, central, grade in SYSTEMS:
        given = {"code": code, "central": central, "grade": grade, "is_stock": True, "interface": "https"}
        cast.enter(systems.register_information_system, body, name=name, **given)


def _connect(cast: Cast) -> None:
    for user, unit, point, bandwidth, done in ACCESS:
        officer = cast.named(user)
        if AccessWork.objects.filter(unit=cast.bodies[unit]).exists():
            continue
        work = perform(
            networks.plan_access,
            officer,
            unit=cast.bodies[unit],
            access_point=point,
            bandwidth=bandwidth,
            planned_for=_day(60),
        ).on
        if done:
            perform(networks.record_access, officer, work, connected_on=clock.today())


def _sense(cast: Cast) -> None:
    region = Region.objects.get(code="350102")
    for name, kind, number, place in SENSING:
        given: dict[str, Any] = {"kind": kind, "number": number, "place": place, "region": region}
        _once(sensing.enter_sensing_resource, cast.county, name=name, **given)


def _patrol(cast: Cast) -> None:
    """Teams of the governments, each with its cells."""
    for user, name, place, members in TEAMS:
        region = Region.objects.get(code=place)
        _once(grid.set_up_grid_team, cast.named(user), name=name, region=region, members=members)
    for code, name, team in CELLS:
        _once(grid.draw_grid_cell, cast.county, code=code, name=name, team=GridTeam.objects.get(name=team))


def _retain(cast: Cast) -> None:
    """One private network asked to be retained, and the review let it."""
    unit = actor_by_user_name(UNIT)
    name, purpose, opinion = RETAINED
    network = _once(networks.enter_private_network, unit, name=name, purpose=purpose)
    if network.state == Network.State.STOCK:
        perform(networks.ask_retention, unit, network, reason=purpose)
    review: dict[str, Any] = {"review_on": clock.today(), "experts": EXPERTS, "opinion": opinion}
    if network.state != Network.State.RETAINED:
        perform(networks.retain_network, cast.office, network.pk, until=_day(400), **review)


def _move(cast: Cast) -> None:
    for _body, name, _kind, moved, _days in CHANNELS:
        channel = Channel.objects.get(name=name)
        if moved and channel.moved_on is None:
            perform(channels.record_traffic, cast.office, channel, day=clock.today(), moved=moved)
