"""What goes wrong with service units: qualification expired, commission run out."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, monitor
from banyan.kit.sentence import Sentence, say
from banyan.operations.models import Commission
from banyan.operations.queries.units import unqualified


def _lapse(commission: Commission, key: str, body: int, because: Sentence) -> Lapse:
    return Lapse(
        key=f"{key}/{commission.pk}",
        body=body,
        noun="operations.commission",
        object_id=commission.pk,
        title=str(commission),
        because=because,
    )


@monitor("7.1-a", title="Service units without valid qualification")
def qualification_has_expired(at: datetime) -> Iterator[Lapse]:
    """Running commissions whose unit holds no valid qualification for the work any more."""
    for one in unqualified(localdate(at)).iterator():
        because = say("{unit} works without a valid qualification.", unit=str(one.agreement.supplier))
        yield _lapse(one, "qualification", one.agreement.supplier_id, because)


@monitor("7.1-b", title="Commissions that have run out")
def commission_has_run_out(at: datetime) -> Iterator[Lapse]:
    """Commissions that still run although their day has passed."""
    late = Commission.objects.filter(state=Commission.State.RUNNING, until__lt=localdate(at))
    for one in late.select_related("agreement__supplier").iterator():
        because = say("It was to end on {day}: end it, or commission the unit anew.", day=str(one.until))
        yield _lapse(one, "run_out", one.agreement.body_id, because)
