"""The beginning of an installation: the regions of the province, its first body, and the account of an officer."""

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies.acts import found_managing_department, load_regions
from banyan.bodies.models import Body, Region
from banyan.bodies.queries import regions_to_choose
from banyan.demo import read
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.law.inforce import pack


def found(*, name: str, code: str, region: str, officer: str, user_name: str) -> Body:
    """Load the regions where there are none, and found the first managing department with its administrator."""
    if not Region.objects.exists():
        _load_regions()
    place = regions_to_choose(None, SYSTEM).filter(code=region).first()
    if place is None:
        raise SentenceError(say("There is no province, city or county with the code {code}.", code=region))
    entry = perform(
        found_managing_department,
        SYSTEM,
        name=name,
        code=code,
        region=place,
        officer=officer,
        user_name=user_name,
    )
    return Body.objects.get(pk=entry.on)


def _load_regions() -> None:
    prefix = str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
    rows = [
        [one.code, one.name, one.level, one.parent] for one in read.regions() if one.code.startswith(prefix)
    ]
    if not rows:
        raise SentenceError(
            say("No list of the regions that begin with {prefix} comes with the software.", prefix=prefix)
        )
    perform(load_regions, SYSTEM, number=len(rows), rows={"regions": rows})
