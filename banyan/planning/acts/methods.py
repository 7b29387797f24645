"""The management method of local standards: drafted by the provincial office, issued jointly (article 11)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.bodies.models import Body
from banyan.planning.models import ManagementMethod
from banyan.planning.queries import methods as reads
from banyan.planning.rules import methods as rules

Quality = Annotated[
    Body, Ask(label="Quality supervision department", choices=reads.departments_of_the_province)
]
JOINT_ISSUER = "quality : head, planning_officer, catalogue_officer"


@act(
    under="11.1-d",
    by="own managing_department province : planning_officer, catalogue_officer, head",
    on=ManagementMethod,
    moves="-> drafted",
    facts=reads.method_facts,
    rules=[rules.method_is_made_with_a_department_of_the_province, rules.no_other_method_is_in_work],
    title="Draft management method",
    says="{by} drafted {title} and sent it to {quality} for the joint issue",
)
def draft_method(
    *,
    title: Title,
    quality: Quality,
    text: Annotated[str, Ask(longest=100_000, lines=12)],
    by: Any,
) -> ManagementMethod:
    """Draft how local standards are proposed, made, reviewed and repealed, for the joint issue."""
    return ManagementMethod.objects.create(body_id=by.body, quality=quality, title=title, text=text)


@act(
    under="11.1-d",
    by=JOINT_ISSUER,
    on=ManagementMethod,
    moves="drafted -> in_force",
    title="Issue jointly",
    says="{by} issued {on} jointly with {on.body} as {number}",
)
def issue_method(
    method: ManagementMethod,
    *,
    number: Annotated[str, Ask(label="Document number", longest=80)],
    in_force_on: Annotated[date, Ask(label="In force on")],
) -> None:
    """Issue the method jointly; the one before it is replaced."""
    method.number, method.in_force_on = number, in_force_on
    former = ManagementMethod.objects.filter(body=method.body, state=ManagementMethod.State.IN_FORCE).first()
    if former is not None:
        former.state = ManagementMethod.State.REPLACED
        former.save()


@act(
    under="11.1-d",
    by=JOINT_ISSUER,
    on=ManagementMethod,
    moves="drafted -> declined",
    title="Decline joint issue",
    says="{by} declined to issue {on}: {reason}",
    tone="grave",
)
def decline_method(method: ManagementMethod, *, reason: Long) -> None:
    """Do not issue it, and say what is wrong; the provincial office drafts it anew."""
    method.declined_because = reason
