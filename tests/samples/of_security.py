"""Stored objects of the security of systems: checks, assessments, bulletins, the mechanism of supervision."""

from collections.abc import Callable
from datetime import date

from banyan.acts.governed import Governed
from banyan.operations.models import (
    Bulletin,
    BulletinReply,
    ProtectionCheck,
    ProtectionControl,
    Risk,
    RiskAssessment,
)
from banyan.supervision.models import SecurityMechanism
from tests.samples.of_operations import UNTIL, a_commission
from tests.samples.sample import a_body, a_system, inside

BEGUN = date(2026, 1, 1)


def _check() -> ProtectionCheck:
    return ProtectionCheck.objects.create(system=a_system(), level=2, begun_on=BEGUN)


def _assessment() -> RiskAssessment:
    return RiskAssessment.objects.create(commission=a_commission(), system=a_system())


def _bulletin() -> Bulletin:
    return Bulletin.objects.create(
        office=a_body(),
        number=f"通报〔2026〕{Bulletin.objects.count()}号",
        title="示例",
        threat="示例",
        affected="示例",
        measures="示例",
        urgency="urgent",
        issued_on=BEGUN,
    )


MAKERS: dict[str, Callable[[], Governed]] = {
    "operations.protectioncheck": inside(_check),
    "operations.protectioncontrol": inside(
        lambda: ProtectionControl.objects.create(check_round=_check(), category="computing")
    ),
    "operations.riskassessment": inside(_assessment),
    "operations.risk": inside(
        lambda: Risk.objects.create(assessment=_assessment(), level="high", what="示例", measure="示例")
    ),
    "operations.bulletin": inside(_bulletin),
    "operations.bulletinreply": inside(
        lambda: BulletinReply.objects.create(bulletin=_bulletin(), body=a_body())
    ),
    "supervision.securitymechanism": inside(
        lambda: SecurityMechanism.objects.create(
            office=a_body(), title="示例", text="第一条", every_months=6, since=BEGUN, until=UNTIL
        )
    ),
}
