"""Rules of use are accepted with each grant; of a later version the users are told, and confirm it (article 37)."""

from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.exchange.models import Grant
from banyan.operations.models import Acceptance, ServiceRule


@act(
    under="37.1-a",
    by="machine",
    on=Acceptance,
    moves="-> accepted",
    title="Make grant under rules",
    says="The grant {grant} is made under “{rule}”",
)
def make_grant_under_rule(*, grant: Grant, rule: ServiceRule, at: datetime) -> Acceptance:
    """Note which version of the rules of use was in force when the grant was made: the consumer keeps it."""
    return Acceptance.objects.create(rule=rule, body=grant.consumer, grant=grant, since=localdate(at))


@act(
    under=("37.1-a", "33.1-b"),
    by="machine",
    on=Acceptance,
    moves="-> told",
    title="Tell of rules",
    says="{body} was told of “{rule}”, which binds what it shares and uses",
)
def tell_of_rule(*, body: Body, rule: ServiceRule, at: datetime) -> Acceptance:
    """Tell a body that uses shared resources of a version of the rules that it has not accepted yet."""
    return Acceptance.objects.create(rule=rule, body=body, since=localdate(at))


@act(
    under="37.1-a",
    by="body : data_officer, form_designer, integrator, administrator, head",
    on=Acceptance,
    moves="told -> accepted",
    due=Due("service_rule.confirm", since="told"),
    title="Confirm rules",
    says="{by} confirmed that it keeps “{on.rule}”",
)
def confirm_rule(acceptance: Acceptance) -> None:
    """Confirm that your body has read this version and keeps it from the day on which it is in force."""
