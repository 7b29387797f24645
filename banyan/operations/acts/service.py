"""Rating, service requests and instructions: how bodies and departments keep service units to their work."""

from datetime import datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Name, Remark
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.operations.asks import Account
from banyan.operations.models import Commission, Instruction, Rating, ServiceRequest
from banyan.operations.queries import service as queries
from banyan.operations.queries.levels import own_running_commissions
from banyan.operations.rules import service as rules

DEPARTMENT = "operations_officer, inspector, catalogue_officer, planning_officer, head"
UNIT = "operations_officer, administrator, integrator, head"
OwnCommission = Annotated[Commission, Ask(choices=own_running_commissions)]
Unit = Annotated[Body, Ask(label="Technical service unit", choices=queries.units_in_charge)]


@act(
    under="35.1-a",
    by="agreement.body : any",
    on=Commission,
    moves="running, ended",
    facts=queries.rating_facts,
    rules=[rules.period_is_rated_once, rules.score_is_one_to_five],
    title="Rate service",
    says="{by} rated {on.agreement.supplier} with {score} of 5",
)
def rate_service(
    commission: Commission,
    *,
    score: Annotated[int, Ask(label="Score", help="5 is very good, 1 is very bad.")],
    remark: Account,
    at: datetime,
) -> None:
    """Rate how the unit served your body in the period, once; the unit and the departments see it."""
    found = queries.period_to_rate(commission)
    if found:
        Rating.objects.create(
            commission=commission,
            since=found.since,
            until=found.until,
            score=score,
            remark=remark,
            given_on=localdate(at),
        )


@act(
    under="33.2-b",
    by="own : any",
    on=ServiceRequest,
    moves="-> asked",
    facts=queries.request_facts,
    rules=[rules.service_is_asked_under_the_own_commission],
    title="Ask for service",
    says="{by} asked {commission}: {what}",
)
def ask_service(
    *,
    commission: OwnCommission,
    what: Annotated[Name, Ask(label="What is asked")],
    details: Account = "",
    at: datetime,
) -> ServiceRequest:
    """Ask the unit that works for your body for help or a change; its reply is due."""
    return ServiceRequest.objects.create(commission=commission, what=what, details=details, asked_at=at)


@act(
    under="33.2-b",
    by=f"commission.agreement.supplier : {UNIT}",
    on=ServiceRequest,
    moves="asked -> replied",
    due=Due("service_request.reply", since="asked"),
    title="Reply to request",
    says="{by} replied to “{on}”",
)
def reply_service(request: ServiceRequest, *, reply: Account, at: datetime) -> None:
    """Reply with what was done, or when it will be."""
    request.reply = reply
    request.replied_at = at


@act(
    under="33.2-b",
    by="commission.agreement.body : any",
    on=ServiceRequest,
    moves="replied -> asked",
    title="Ask again",
    says="{by} asked again: {on}",
)
def ask_service_again(request: ServiceRequest, *, why: Account) -> None:
    """Send the request back when the reply does not help; the clock begins anew."""
    request.details = f"{request.details}\n{why}".strip()
    request.replied_at = None


@act(
    under="33.2-b",
    by="commission.agreement.body : any",
    on=ServiceRequest,
    moves="replied -> closed",
    title="Close request",
    says="{by} closed “{on}”",
)
def close_service(request: ServiceRequest) -> None:
    """Close the request when it is done."""


@act(
    under=("7.1-c", "34.1-a"),
    by=f"own managing_department : {DEPARTMENT}",
    on=Instruction,
    moves="-> given",
    facts=queries.instruction_facts,
    rules=[rules.department_instructs_units_of_its_region],
    title="Instruct service unit",
    says="{by} instructed {unit}: {title}",
)
def instruct_unit(*, unit: Unit, title: Name, demand: Account, by: Any) -> Instruction:
    """Demand something of a technical service unit in the coordination of e-government; its reply is due."""
    return Instruction.objects.create(department_id=by.body, unit=unit, title=title, demand=demand)


@act(
    under="7.1-c",
    by=f"unit : {UNIT}",
    on=Instruction,
    moves="given -> replied",
    due=Due("instruction.reply", since="given"),
    title="Reply to instruction",
    says="{by} replied to the instruction “{on}”",
)
def reply_instruction(instruction: Instruction, *, reply: Account) -> None:
    """Reply with what was done and what proves it."""
    instruction.reply = reply


@act(
    under=("7.1-c", "35.2-b"),
    by=f"department : {DEPARTMENT}",
    on=Instruction,
    moves="replied -> given",
    title="Return reply",
    says="{by} returned the reply to “{on}”: {opinion}",
)
def return_reply(instruction: Instruction, *, opinion: Account) -> None:
    """Return an incomplete reply and say what is missing; the clock begins anew."""
    instruction.opinion = opinion


@act(
    under="7.1-c",
    by=f"department : {DEPARTMENT}",
    on=Instruction,
    moves="replied -> closed",
    title="Accept reply",
    says="{by} accepted the reply to “{on}”",
)
def accept_reply(instruction: Instruction, *, opinion: Remark = "") -> None:
    """Accept the reply; the instruction is done."""
    instruction.opinion = opinion
