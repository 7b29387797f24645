"""Stored objects of infrastructure."""

from collections.abc import Callable
from datetime import date

from banyan.acts import clock
from banyan.acts.governed import Governed
from banyan.bodies.models import Region
from banyan.infrastructure.models import (
    AccessWork,
    Channel,
    DataCentre,
    GridCell,
    GridTeam,
    Network,
    Platform,
    SensingAccess,
    SensingResource,
    StockRow,
)
from tests.samples.sample import a_body, a_system, inside

DAY = date(2027, 1, 1)


def _sensing() -> SensingResource:
    return SensingResource.objects.create(
        name="示例摄像头",
        body=a_body(),
        kind="camera",
        number=4,
        region=Region.objects.get(code="350102"),
        place="五一广场",
    )


def _team() -> GridTeam:
    return GridTeam.objects.create(
        name="示例网格队伍", body=a_body(), region=Region.objects.get(code="350102"), members=8
    )


def _cell() -> GridCell:
    place = Region.objects.get(code="350102")
    return GridCell.objects.create(
        code=f"350102001001{GridCell.objects.count():03}", name="示例网格", community=place, team=_team()
    )


MAKERS: dict[str, Callable[[], Governed]] = {
    "infrastructure.system": inside(a_system),
    "infrastructure.datacentre": inside(
        lambda: DataCentre.objects.create(name="示例中心", body=a_body(), work="build", reason="示例")
    ),
    "infrastructure.network": inside(
        lambda: Network.objects.create(
            kind="private",
            name="示例专网",
            body=a_body(),
            review_on=DAY,
            retained_until=DAY,
        )
    ),
    "infrastructure.accesswork": inside(
        lambda: AccessWork.objects.create(
            body=a_body(), unit=a_body(), access_point="示例", bandwidth=100, planned_for=DAY
        )
    ),
    "infrastructure.platform": inside(
        lambda: Platform.objects.create(name="示例平台", body=a_body(), kind="special_grid")
    ),
    "infrastructure.channel": inside(
        lambda: Channel.objects.create(name="示例网站", body=a_body(), kind="website")
    ),
    "infrastructure.stockrow": inside(
        lambda: StockRow.objects.create(
            kind="network",
            body=a_body(),
            file_name="专网清查.xlsx",
            file_digest=f"sha256:{StockRow.objects.count()}",
            line=2,
            data={"名称": ""},
            faults=[{"field": "名称", "rule": "required", "value": ""}],
            since=clock.now(),
        )
    ),
    "infrastructure.gridteam": inside(_team),
    "infrastructure.gridcell": inside(_cell),
    "infrastructure.sensingresource": inside(_sensing),
    "infrastructure.sensingaccess": inside(
        lambda: SensingAccess.objects.create(resource=_sensing(), unit=a_body(), purpose="示例")
    ),
}
