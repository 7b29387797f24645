"""The demo's editions: most managing departments publish in time, some are late, some never have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.bodies.acts import appoint_officer
from banyan.bodies.models import Body, Office, Officer
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import editions as acts
from banyan.catalogue.models import Edition
from banyan.catalogue.queries.resources import entries_for
from banyan.demo import read, records
from banyan.demo.timeline import days_ago

IN_TIME, LATE = 62, 110
"""So many days ago; the period between editions is three months."""

APPOINTED = 390
LATE_IN_CAST = {"caiyangting"}
FAMILY, MIDDLE, LAST = "林陈黄张吴李郑王刘蔡", "样例示", "安宁和平康泰顺达明清"


@dataclass(frozen=True)
class Compiler:
    """A catalogue officer (目录管理岗) who publishes for a region; ``days`` ago, or never when zero."""

    body_code: str
    user_name: str
    name: str
    days: int


def compilers() -> tuple[Compiler, ...]:
    """One for each managing department, those of the cast first; how many are in time differs from city to city."""
    cast = [one for one in read.officers() if one.office == Office.Kind.CATALOGUE_OFFICER]
    known = {one.body_code for one in cast}
    others = [one for one in read.bodies() if one.kind == Body.Kind.MANAGING and one.code not in known]
    return (
        *(
            Compiler(
                one.body_code, one.user_name, one.name, LATE if one.user_name in LATE_IN_CAST else IN_TIME
            )
            for one in cast
        ),
        *_drawn(sorted(others, key=lambda one: one.region)),
    )


def _drawn(bodies: Sequence[records.Body]) -> Iterator[Compiler]:
    """In the first city every third is behind, in the next every fourth, and so on to every sixth, and again."""
    number = 0
    for city, (_prefix, within) in enumerate(groupby(bodies, key=lambda one: one.region[:4])):
        for place, body in enumerate(within, start=1):
            behind = place % (3 + city % 4) == 0
            name = FAMILY[number % 10] + MIDDLE[number % 3] + LAST[number // 10 % 10]
            yield Compiler(body.code, f"mulu{body.region}", name, (number % 2 * LATE) if behind else IN_TIME)
            number += 1


def are_appointed() -> bool:
    return not _unappointed()


def appoint() -> None:
    """Appoint the compilers who are not of the cast."""
    bodies = Body.objects.in_bulk([one.body_code for one in _unappointed()], field_name="code")
    with days_ago(APPOINTED):
        for one in _unappointed():
            perform(
                appoint_officer,
                SYSTEM,
                bodies[one.body_code],
                name=one.name,
                user_name=one.user_name,
                kind=Office.Kind.CATALOGUE_OFFICER,
                since=clock.today(),
            )


def _unappointed() -> list[Compiler]:
    known = set(Officer.objects.values_list("user_name", flat=True))
    return [one for one in compilers() if one.user_name not in known]


def are_published() -> bool:
    return not any(_unpublished())


def publish() -> None:
    """Every compiler publishes every catalogue that has entries, the earliest first."""
    for one, edition in sorted(_unpublished(), key=lambda late: -late[0].days):
        with days_ago(one.days):
            _publish(actor_by_user_name(one.user_name), edition)


def _unpublished() -> list[tuple[Compiler, Edition]]:
    """Who has still to publish what: the edition in work, or one that is only thought of."""
    bodies = Body.objects.in_bulk([one.body_code for one in compilers()], field_name="code")
    begun = {(one.body_id, one.kind): one for one in Edition.objects.order_by("number")}
    missing = []
    for one in compilers():
        for kind in Edition.Kind.values if one.days else ():
            body = bodies[one.body_code]
            edition = begun.get((body.pk, kind)) or Edition(kind=kind, body=body, number=0)
            if edition.number < 2 and not edition.published_on and entries_for(edition).exists():
                missing.append((one, edition))
    return missing


def _publish(actor: Actor, edition: Edition) -> None:
    if not edition.number:
        begun = perform(acts.begin_edition, actor, kind=edition.kind)
        edition = Edition.objects.get(pk=begun.object_id or 0)
    if edition.state == Edition.State.DRAFT:
        perform(acts.review_edition, actor, edition)
    perform(acts.publish_edition, actor, edition)
