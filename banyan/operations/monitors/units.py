"""What goes wrong with service units: qualification expired, commission run out."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.bodies.models import Agreement
from banyan.kit.sentence import say
from banyan.operations.models import Commission
from banyan.operations.queries.units import unqualified


@monitor("7.1-a", title="Service units without valid qualification")
def qualification_has_expired(at: datetime) -> Iterator[Lapse]:
    """Running commissions whose unit holds no valid qualification for the work any more."""
    for one in unqualified(localdate(at)).iterator():
        because = say("{unit} works without a valid qualification.", unit=str(one.agreement.supplier))
        yield lapse_of(one, "qualification", because, body=one.agreement.supplier_id)


@monitor("7.1-b", title="Commissions that have run out")
def commission_has_run_out(at: datetime) -> Iterator[Lapse]:
    """Commissions that still run although their day, or that of their agreement, has passed."""
    past = Q(until__lt=localdate(at)) | Q(agreement__state=Agreement.State.ENDED)
    late = Commission.objects.filter(past, state=Commission.State.RUNNING)
    for one in late.select_related("agreement__supplier").iterator():
        day = min(one.until, one.agreement.until)
        because = say("It was to end on {day}: end it, or commission the unit anew.", day=day.isoformat())
        yield lapse_of(one, "run_out", because, body=one.agreement.body_id)
