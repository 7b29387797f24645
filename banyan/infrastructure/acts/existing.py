"""What is done with everything that exists: entered as stock, put off, integrated (articles 13, 14, 19 and 20)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.act import Act, act
from banyan.acts.actor import Held
from banyan.acts.asks import Ask, Long
from banyan.acts.rule import Rule
from banyan.bodies.models import Body
from banyan.infrastructure.models import Existing
from banyan.infrastructure.queries import existing as queries
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

Whose = Annotated[
    Body | None,
    Ask(label="Body", help="Left empty: your own body.", choices=queries.bodies_to_enter_for),
]
Since = Annotated[
    date | None, Ask(label="Running since", help="Left empty: since before the Measures came into force.")
]
Until = Annotated[
    date | None, Ask(label="To be integrated by", help="Left empty: the last day that is allowed.")
]
Plan = Annotated[Long, Ask(label="Plan of integration")]

OWN = "own : planning_officer, integrator, administrator, head"
ENTERING = f"{OWN} | machine"
"""Who enters what exists; the system does, for a corrected row of an inventory."""
DEPARTMENT = "approver : planning_officer, catalogue_officer, head"


def whose(by: Held, body: Body | None = None) -> int:
    """For whom something is entered: the body named, else the actor's own; the system has none of its own."""
    if body is None and not by.body:
        raise SentenceError(say("Say whose it is."))
    return body.pk if body else by.body


def as_stock(
    by: Held, body: Body | None, since: date | None, until: date | None, plan: str
) -> dict[str, Any]:
    """What everything entered as stock carries: whose it is, and its plan of integration (逐步整合)."""
    today = clock.today()
    return {
        "body_id": whose(by, body),
        "running_since": since,
        "entered_on": today,
        "integrate_by": until or queries.integrated_at_the_latest(today),
        "plan": plan or "逐步整合",
        "state": "to_integrate",
    }


def integrating(
    noun: str,
    on: type[Existing],
    norm: str,
    *,
    sources: str = "to_integrate",
    facts: Callable[..., Any] | None = None,
    rules: Sequence[Rule] = (),
) -> Act:
    """Declare ``integrate_{noun}``: the managing department records that something is integrated."""

    def integrate(thing: Any, *, answer: Long, at: datetime) -> None:
        """Record that its load has moved into what is unified."""
        thing.answer = answer
        thing.integrated_on = localdate(at)

    integrate.__name__ = f"integrate_{noun}"
    return act(
        under=norm,
        by=DEPARTMENT,
        on=on,
        moves=f"{sources} -> integrated",
        facts=facts,
        rules=rules,
        title="Record integration",
        says="{by} recorded that {on} is integrated",
    )(integrate)


def putting_off(noun: str, on: type[Existing], norm: str, in_time: Rule) -> Act:
    """Declare ``put_off_{noun}``: the managing department sets another day of integration, within the law's bound."""

    def put_off(
        thing: Any, *, integrate_by: Annotated[date, Ask(label="To be integrated by")], answer: Long
    ) -> None:
        """Set another day of integration, with the reason; never later than the law allows."""
        thing.integrate_by = integrate_by
        thing.answer = answer

    put_off.__name__ = f"put_off_{noun}"
    return act(
        under=norm,
        by=DEPARTMENT,
        on=on,
        moves="to_integrate",
        facts=queries.entry_facts,
        rules=[in_time],
        title="Set day of integration",
        says="{by} set {integrate_by} as the day by which {on} is integrated",
    )(put_off)
