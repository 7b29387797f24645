"""Commendations: proposed from figures, heard, decided by the government (article 9)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.bodies.models import Body
from banyan.supervision.models import Commendation
from banyan.supervision.queries import commendations as queries
from banyan.supervision.rules import commendations as rules

ProposedBody = Annotated[Body, Ask(choices=queries.proposable)]


@act(
    under="9.1-a",
    by="own managing_department : inspector, planning_officer, head",
    on=Commendation,
    moves="-> proposed",
    facts=queries.proposal_facts,
    rules=[
        rules.commended_body_is_within_the_own_region,
        rules.commended_period_is_over,
        rules.commended_body_has_no_open_finding,
        rules.commended_body_has_met_its_orders,
        rules.figures_propose_the_body,
    ],
    title="Propose commendation",
    says="{by} proposed to commend {body}: {merit}",
)
def propose_commendation(
    *,
    body: ProposedBody,
    since: date,
    until: date,
    merit: Annotated[Long, Ask(label="What it did")],
    by: Any,
) -> Commendation:
    """Propose a body of the best part of its peers over a period, with what it did."""
    stood = queries.standing(body, queries.peers_of(body, by.region, by.level), since, until)
    return Commendation.objects.create(
        office_id=by.body,
        body=body,
        since=since,
        until=until,
        merit=merit,
        points=stood.points,
        rank=stood.rank,
        peers=stood.peers,
    )


@act(
    under="9.1-a",
    by="office : inspector, planning_officer, head",
    on=Commendation,
    moves="proposed -> heard",
    title="Record hearing",
    says="{by} heard opinions on the commendation of {on.body}",
)
def hear_commendation(
    commendation: Commendation, *, heard: Annotated[Long, Ask(label="Opinions heard")]
) -> None:
    """Record whom the proposal was shown to and what they said."""
    commendation.heard = heard


@act(
    under="9.1-a",
    by="office.government : leader",
    on=Commendation,
    moves="heard -> commended",
    facts=queries.commendation_facts,
    rules=[rules.commended_body_has_no_open_finding, rules.commended_body_has_met_its_orders],
    title="Commend",
    says="{by} commended {on.body}: {decision}",
)
def commend(commendation: Commendation, *, decision: Long) -> None:
    """Decide to commend the body; the commendation is then public."""
    commendation.decision = decision


@act(
    under="9.1-a",
    by="office.government : leader",
    on=Commendation,
    moves="proposed, heard -> declined",
    title="Do not commend",
    says="{by} did not commend {on.body}: {decision}",
)
def decline_commendation(commendation: Commendation, *, decision: Long) -> None:
    """Decide not to commend the body, with the reason."""
    commendation.decision = decision
