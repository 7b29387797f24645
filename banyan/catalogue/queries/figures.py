"""Live figures of sharing for the overview: what article 1 wants to see grow."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import F

from banyan.acts import clock
from banyan.acts.models import Duty
from banyan.catalogue.models import FormField, Resource, Sharing


@dataclass(frozen=True)
class Figures:
    """Counts over the watched bodies (指标)."""

    published: int
    shareable: int
    answered: int
    answered_in_time: int
    spared_fields: int


def figures(bodies: Any) -> Figures:
    """Resources, answers and spared fields of these bodies."""
    since = clock.now() - timedelta(days=365)
    published = Resource.objects.filter(body__in=bodies, state=Resource.State.PUBLISHED)
    answered = Duty.objects.filter(parameter="share_request.reply", body__in=bodies, closed_at__gte=since)
    return Figures(
        published=published.count(),
        shareable=published.exclude(sharing=Sharing.NOT_SHARED).count(),
        answered=answered.count(),
        answered_in_time=answered.filter(closed_at__lte=F("due_at")).count(),
        spared_fields=FormField.objects.filter(form__body__in=bodies, state=FormField.State.SHARED).count(),
    )
