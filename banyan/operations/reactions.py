"""What operations does after acts: a grant notes the rules that it is made under, users are told of later ones."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localdate

from banyan.acts.models import Entry
from banyan.acts.reaction import Task, reaction
from banyan.exchange.acts.dispatch import supply_ordered
from banyan.exchange.acts.sharing import grant_by_rule, grant_share
from banyan.exchange.models import Grant
from banyan.operations.acts.acceptances import make_grant_under_rule, tell_of_rule
from banyan.operations.acts.levels import publish_service_rule
from banyan.operations.models import ServiceRule
from banyan.operations.queries import acceptances as queries


@reaction(grant_share, grant_by_rule, supply_ordered)
def accept_rules_with_the_grant(entry: Entry) -> list[Task]:
    """A grant is made under the rules of use in force; of those that are published and to come its body is told."""
    made = "order" if entry.act == supply_ordered.name else "request"
    grant = Grant.objects.select_related("consumer").get(**{made: entry.on})
    return list(_of_grant(grant, localdate(entry.at)))


def _of_grant(grant: Grant, day: date) -> Iterable[Task]:
    for rule in queries.rules_of_use_over(grant.consumer, day):
        if rule.in_force_from and rule.in_force_from <= day:
            yield Task(make_grant_under_rule, rule.pk, {"grant": grant.pk, "rule": rule.pk})
        elif not queries.is_told(grant.consumer, rule):
            yield Task(tell_of_rule, rule.pk, {"body": grant.consumer_id, "rule": rule.pk})


@reaction(publish_service_rule)
def tell_the_users(entry: Entry) -> list[Task]:
    """Every body that uses shared resources is told of rules of use published after its grant."""
    rule = ServiceRule.objects.select_related("body").get(pk=entry.on)
    if rule.kind != ServiceRule.Kind.USE or rule.state != ServiceRule.State.PUBLISHED:
        return []
    return [
        Task(tell_of_rule, body, {"body": body, "rule": rule.pk})
        for body in queries.users_to_tell(rule).values_list("pk", flat=True)
    ]
