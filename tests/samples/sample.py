"""What samples are made with: a body, and an act under way in which governed rows may be written."""

from collections.abc import Callable

from banyan.acts.governed import Governed, UnderWay, under_way
from banyan.bodies.models import Body, Region
from banyan.infrastructure.models import System
from tests import province


def a_body() -> Body:
    """A body of the province, written as it stands."""
    number = Body.objects.count() + 1
    return Body.objects.create(
        code=province.code(),
        name=f"示例单位{number}",
        kind="application_unit",
        level="province",
        region=Region.objects.get(code="350000"),
        region_code="350000",
    )


def registered() -> Body:
    """A body registered by its act."""
    return province.body(f"示例{Body.objects.count()}局")


def inside(make: Callable[[], Governed]) -> Callable[[], Governed]:
    """Let a maker write governed rows, in a province that has a body and an officer."""

    def made() -> Governed:
        province.officer(registered(), "head")
        with under_way(UnderWay("tests.prepare")):
            return make()

    return made


def a_system() -> System:
    return System.objects.create(code=f"S{System.objects.count()}", name="示例系统", body=a_body())
