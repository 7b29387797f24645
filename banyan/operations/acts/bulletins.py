"""Security bulletins: issued to the bodies concerned, received, answered with what was done (article 32.3)."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.bodies.models import Body
from banyan.operations.acts.incidents import GUARDS, KEEPERS
from banyan.operations.models import Bulletin, BulletinReply
from banyan.operations.queries import bulletins as queries
from banyan.operations.rules import bulletins as rules

State = BulletinReply.State


@act(
    under="32.3-d",
    by=f"own security province : {GUARDS}",
    on=Bulletin,
    moves="-> issued",
    facts=queries.bulletin_facts,
    rules=[
        rules.bulletin_has_a_number_of_its_own,
        rules.bulletin_goes_to_bodies_concerned,
        rules.reply_can_be_given_in_time,
    ],
    title="Issue security bulletin",
    says="{by} issued the security bulletin {number}",
    tone="grave",
)
def issue_bulletin(
    *,
    number: Annotated[str, Ask(label="Document number", longest=60)],
    title: Annotated[str, Ask(longest=200)],
    urgency: Annotated[Bulletin.Urgency, Ask(label="Urgency")],
    threat: Annotated[str, Ask(label="Threat", longest=4000, lines=4)],
    affected: Annotated[str, Ask(label="Systems affected", longest=2000, lines=2)],
    measures: Annotated[str, Ask(label="Measures", longest=4000, lines=4)],
    bodies: Annotated[list[Body], Ask(label="Bodies concerned", choices=queries.bodies_to_tell)],
    weaknesses: Annotated[str, Ask(label="Vulnerabilities", longest=4000, lines=2)] = "",
    reply_by: Annotated[date | None, Ask(label="Reply by", help="Empty: the time of the law.")] = None,
    by: Any,
    at: datetime,
) -> Bulletin:
    """Tell the bodies concerned of a threat; each confirms the receipt and reports what it did."""
    bulletin = Bulletin.objects.create(
        office_id=by.body,
        number=number,
        title=title,
        urgency=urgency,
        threat=threat,
        weaknesses=weaknesses,
        affected=affected,
        measures=measures,
        issued_on=localdate(at),
        reply_by=reply_by,
    )
    for body in bodies:
        BulletinReply.objects.create(bulletin=bulletin, body=body, counted_from=bulletin.issued_on)
    return bulletin


@act(
    under="32.3-d",
    by=f"body : {KEEPERS}, data_officer",
    on=BulletinReply,
    moves="told -> received",
    due=queries.RECEIPT,
    title="Confirm receipt",
    says="{by} confirmed the receipt of {on}",
)
def confirm_receipt(reply: BulletinReply, *, at: datetime) -> None:
    """Confirm the receipt; in time, the time to report runs from today, later it has run since the bulletin's issue."""
    if queries.is_received_in_time(reply, at):
        reply.counted_from = localdate(at)


@act(
    under="32.3-d",
    by=f"body : {KEEPERS}, data_officer",
    on=BulletinReply,
    moves="told, received -> reported",
    due=queries.REPORT,
    title="Report action",
    says="{by} reported what was done: {on}",
)
def report_action(
    reply: BulletinReply,
    *,
    touched: Annotated[str, Ask(label="Own systems affected", longest=2000, lines=2, help="None: say so.")],
    done: Annotated[str, Ask(label="What was done", longest=4000, lines=4)],
) -> None:
    """Report which systems are affected and what was done about it; whoever reports has received the bulletin."""
    reply.touched, reply.done = touched, done


@act(
    under="32.3-d",
    by=f"office : {GUARDS}",
    on=Bulletin,
    moves="issued -> withdrawn",
    title="Withdraw security bulletin",
    says="{by} withdrew the security bulletin {on.number}",
    tone="grave",
)
def withdraw_bulletin(bulletin: Bulletin, *, reason: Long) -> None:
    """Withdraw a bulletin that was wrong; whoever has not answered owes nothing more."""
    bulletin.withdrawn_because = reason
    for reply in bulletin.replies.filter(state__in=[State.TOLD, State.RECEIVED]):
        reply.state = State.RELEASED
        reply.save()
