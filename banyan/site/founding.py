"""The beginning of an installation: the regions of the province, its first body, and the account of an officer."""

from pathlib import Path

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies.acts import found_managing_department, load_regions
from banyan.bodies.models import Body, Region
from banyan.bodies.queries import regions_to_choose
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.site.regions import from_file, shipped


def found(
    *, name: str, code: str, region: str, officer: str, user_name: str, table: Path | None = None
) -> Body:
    """Load the regions where there are none, and found the first managing department with its administrator.

    ``table`` is a file of regions, where those that come with the software are not meant.
    """
    _load_regions(region, table)
    place = regions_to_choose(None, SYSTEM).filter(code=region).first()
    if place is None:
        raise _no_region(region)
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


def _load_regions(needed: str, table: Path | None) -> None:
    """Load them once; a table given again must be the one that was loaded."""
    if Region.objects.exists():
        if table and {tuple(row[:3]) for row in from_file(table)} != _loaded():
            raise SentenceError(say("Other regions are loaded already; leave out --regions."))
        return
    rows = from_file(table) if table else shipped()
    if needed not in {row[0] for row in rows}:
        raise _no_region(needed)
    perform(load_regions, SYSTEM, number=len(rows), rows={"regions": rows})


def _loaded() -> set[tuple[str, ...]]:
    return set(Region.objects.values_list("code", "name", "level"))


def _no_region(code: str) -> SentenceError:
    return SentenceError(say("There is no province, city or county with the code {code}.", code=code))
