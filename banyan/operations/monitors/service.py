"""What goes wrong with ratings: a period passes without one."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, monitor
from banyan.kit.sentence import say
from banyan.operations.queries.service import unrated


@monitor("35.1-a", title="Ratings missing")
def rating_is_missing(at: datetime) -> Iterator[Lapse]:
    """Running commissions whose last ended period was not rated by the body that gave them."""
    for commission, period in unrated(localdate(at)):
        yield Lapse(
            key=f"rating/{commission.pk}/{period.since}",
            body=commission.agreement.body_id,
            noun="operations.commission",
            object_id=commission.pk,
            title=str(commission),
            because=say(
                "The service from {since} to {until} is not rated.",
                since=str(period.since),
                until=str(period.until),
            ),
        )
