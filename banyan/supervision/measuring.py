"""Writes down once in every sweep what each figure is today, for the province and every city and county in it."""

from collections import defaultdict
from collections.abc import Mapping

from banyan.acts import clock, registry
from banyan.acts.figure import Told
from banyan.acts.figures import standings, summed
from banyan.supervision.models import Measure

registry.carries("record", "supervision.measure", "1.1-b")
SCORE = "score"
"""The mean score of a region's bodies: tenths of a point of all of them, out of a thousand for each."""


def measure() -> int:
    """Write or renew today's measures; how many."""
    today = clock.today()
    rows = [
        Measure(day=today, region=region, figure=name, part=one.part, whole=one.whole)
        for region, told in _by_region().items()
        for name, one in told.items()
    ]
    Measure.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["region", "figure", "day"],
        update_fields=["part", "whole"],
    )
    return len(rows)


def _by_region() -> Mapping[str, Mapping[str, Told]]:
    bodies = defaultdict(list)
    for one in standings():
        for region in around(one.name.region):
            bodies[region].append(one)
    return {
        region: {
            **summed(one.told for one in those),
            SCORE: Told(sum(int(one.score.points * 10) for one in those), 1000 * len(those)),
        }
        for region, those in bodies.items()
    }


def around(region: str) -> set[str]:
    """A region and those above it, down to the county: 350102 lies in 350100 and in 350000."""
    return {f"{region[:2]}0000", f"{region[:4]}00", region[:6]}
