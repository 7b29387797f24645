"""What goes wrong in planning: documents approved and not published, cities without a plan."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.clock import midnight
from banyan.acts.due import Due
from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.bodies.models import Body
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.planning.models import ManagementMethod, Plan, PlanKind, Project, Standard
from banyan.planning.queries.projects import projects_citing_replaced_standards


@monitor("10.1-d", title="Approved and not published", ended_by=("planning.publish_plan",))
def approved_plan_is_not_published(at: datetime) -> Iterator[Lapse]:
    """Documents of the province that were approved and are not published within the due time."""
    yield from _unpublished(at, ["framework", "provincial_plan"], "approved", "approved_on")


@monitor("10.2-d", title="Filed and not published", ended_by=("planning.publish_plan",))
def filed_plan_is_not_published(at: datetime) -> Iterator[Lapse]:
    """City plans that are filed and not published within the due time."""
    yield from _unpublished(at, ["city_plan"], "filed", "filed_on")


def _unpublished(at: datetime, kinds: list[str], state: str, since: str) -> Iterator[Lapse]:
    clock = Due("plan.publish", since=state)
    for plan in Plan.objects.filter(kind__in=kinds, state=state).select_related("body"):
        began = getattr(plan, since)
        if began is None or clock.last_moment(midnight(began)).at >= at:
            continue
        yield lapse_of(
            plan, "unpublished", say("It could have been published since {day}.", day=began.isoformat())
        )


@monitor("10.2-a", title="Cities without a plan in force", ended_by=("planning.draft_plan",))
def city_has_no_plan(at: datetime) -> Iterator[Lapse]:
    """City managing departments under a provincial plan that has been in force for a year, without one of their own."""
    above = Plan.objects.filter(kind=PlanKind.PROVINCIAL, state=Plan.State.PUBLISHED).first()
    if above is None or above.published_on is None or (localdate(at) - above.published_on).days <= 365:
        return
    planned = Plan.objects.filter(kind=PlanKind.CITY, state=Plan.State.PUBLISHED).values("body")
    rows = Body.objects.filter(kind=Body.Kind.MANAGING, level="city", state=Body.State.ACTIVE)
    since = above.published_on.isoformat()
    for body in rows.exclude(pk__in=planned):
        yield lapse_of(
            body,
            "no-plan",
            say("No plan of the city is in force under the provincial plan of {day}.", day=since),
            body=body.pk,
        )


@monitor("11.1-a", title="Projects under replaced standards", ended_by=("planning.change_project",))
def project_cites_a_replaced_standard(at: datetime) -> Iterator[Lapse]:
    """Open projects that cite a standard which a newer one replaces."""
    for project in projects_citing_replaced_standards():
        yield lapse_of(project, "standard", say("A standard that it cites was replaced."))


@monitor("11.1-d", title="Local standards without a management method", ended_by=("planning.draft_method",))
def standards_have_no_method(at: datetime) -> Iterator[Lapse]:
    """Offices whose local standards are in force while no management method for them is."""
    kept = ManagementMethod.objects.filter(state=ManagementMethod.State.IN_FORCE).values("body")
    rows = Body.objects.filter(standards__rank=Standard.Rank.LOCAL, standards__state=Standard.State.IN_FORCE)
    for body in rows.exclude(pk__in=kept).distinct():
        because = say("Local standards are in force, and no method says how they are made and kept.")
        yield lapse_of(body, "no-method", because, body=body.pk)


@monitor("34.1-b", title="After-evaluation overdue", ended_by=("planning.evaluate_project",))
def project_is_not_evaluated(at: datetime) -> Iterator[Lapse]:
    """Projects in operation whose after-evaluation is overdue."""
    months = pack().parameter("project.after_evaluation_latest", on=localdate(at)).of(int)
    before = months_after(localdate(at), -months)
    rows = Project.objects.filter(state=Project.State.OPERATING, accepted_on__lt=before, evaluation=None)
    for project in rows.select_related("body").iterator():
        yield lapse_of(
            project,
            "evaluation",
            say("Accepted on {day} and not evaluated since.", day=str(project.accepted_on)),
        )
