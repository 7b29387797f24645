"""What the exchange does after acts: unconditional requests are granted at once, obtained fields leave their form."""

from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.catalogue.acts.forms import take_by_sharing
from banyan.catalogue.acts.resources import withdraw_resource
from banyan.catalogue.models import FormField, Sharing
from banyan.catalogue.queries.gate import GateRow, gate
from banyan.exchange.acts.sharing import grant_by_rule, revoke_for_withdrawal, submit_share_request
from banyan.exchange.models import Grant, ShareRequest


@reaction(submit_share_request)
def grant_what_is_unconditional(entry: Entry) -> list[Task]:
    """An unconditional resource is granted by rule, at once."""
    request = ShareRequest.objects.select_related("resource").get(pk=entry.on)
    if request.state != ShareRequest.State.SUBMITTED or request.resource.sharing != Sharing.UNCONDITIONAL:
        return []
    return [Task(grant_by_rule, request.pk)]


@reaction(submit_share_request)
def leave_out_of_the_form(entry: Entry) -> list[Task]:
    """Fields that the requested items answer are no longer asked of people."""
    request = ShareRequest.objects.select_related("form").get(pk=entry.on)
    if request.form is None or request.form.state != "draft":
        return []
    items = set(request.items.values_list("pk", flat=True))
    rows = [row.field for row in gate(request.form) if row.evidence and _answers(row, items)]
    fields = list(
        FormField.objects.filter(pk__in=rows, state=FormField.State.ASKED).values_list("pk", flat=True)
    )
    return [Task(take_by_sharing, request.form.pk, {"fields": fields})] if fields else []


def _answers(row: GateRow, items: set[int]) -> bool:
    evidence = [one for one in (row.evidence, *row.others) if one]
    return any(one.item in items for one in evidence)


@reaction(withdraw_resource)
def revoke_what_is_withdrawn(entry: Entry) -> list[Task]:
    """Grants on a withdrawn resource end."""
    running = Grant.objects.filter(resource=entry.object_id, state__in=["active", "suspended"])
    return [Task(revoke_for_withdrawal, pk) for pk in running.values_list("pk", flat=True)]
