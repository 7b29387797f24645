"""What goes wrong with risk assessments: none of a system in the period."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.bodies.queries import security_department
from banyan.kit.sentence import say
from banyan.law.inforce import pack
from banyan.operations.queries.assessments import unassessed


@monitor("32.3-b", title="Risk assessments overdue", ended_by=("operations.report_assessment",))
def risk_assessment_is_missing(at: datetime) -> Iterator[Lapse]:
    """Systems of which the security department of the province had no third party assess the risks in the period."""
    department, day = security_department(), localdate(at)
    if department is None:
        return
    months = pack().parameter("risk_assessment.interval", on=day).of(int)
    for system in unassessed(day).iterator():
        because = say(
            "Level {level}: no third party assessed its risks in the last {months} months.",
            level=system.grade,
            months=months,
        )
        yield lapse_of(system, "risk_assessment", because, body=department.pk)
