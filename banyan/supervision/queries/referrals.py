"""Reads of referrals: which case of article 38 findings support, and until when a sanction has effect."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.law.norms import Norm
from banyan.law.problems import LawError
from banyan.supervision.models import Order, Referral
from banyan.supervision.queries.orders import visible_orders
from banyan.supervision.rules.referrals import OutcomeFacts, ReferralFacts

Sanction = Referral.Sanction
PERIODS = {
    Sanction.WARNING: "discipline.warning",
    Sanction.DEMERIT: "discipline.demerit",
    Sanction.MAJOR_DEMERIT: "discipline.major_demerit",
    Sanction.DEMOTION: "discipline.demotion",
}


def cases_of(norm: str) -> tuple[str, ...]:
    """The items of article 38 that answer a breach of this norm, as the law pack in force says."""
    try:
        breach = pack().provision(Norm(norm)).breach
    except LawError:
        return ()
    return tuple(
        item for item in Referral.Item.values if not Norm(item).groups.isdisjoint({*breach} - {"38"})
    )


def proposed_cases(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The items of article 38 that these findings support, the best supported first."""
    support = Counter(item for finding in findings for item in cases_of(finding.norm))
    return tuple(item for item, _number in support.most_common())


def _supported(order: Order) -> tuple[str, ...]:
    return proposed_cases(order.findings.exclude(state=Finding.State.WITHDRAWN))


def referral_facts(on: Order, asked: Any) -> ReferralFacts:
    """What the rules of drawing up a referral may know."""
    found = _supported(on)
    named = "；".join(str(Referral.Item(item).label) for item in found)
    return ReferralFacts(found, named, Referral.objects.filter(order=on).exists())


def best_case(on: Order, actor: Actor) -> str:
    """The case that the findings support best, to begin the form with."""
    return next(iter(_supported(on)), "")


def told_facts(on: Order, actor: Actor) -> str:
    """The facts of the order's findings, to begin the form with."""
    return "\n".join(f"{one}: {one.because_words}" for one in on.findings.order_by("pk"))[:4000]


def outcome_facts(on: Referral, asked: Any) -> OutcomeFacts:
    """What the rules of an outcome may know."""
    return OutcomeFacts(tuple(str(one) for one in PERIODS))


def effect_until(sanction: str, since: date | None) -> date | None:
    """Until when a sanction has effect; None for one without a period."""
    name = PERIODS.get(Sanction(sanction))
    if name is None or since is None:
        return None
    return months_after(since, pack().parameter(name, on=clock.today()).of(int))


def visible_referrals(actor: Actor) -> QuerySet[Referral]:
    return Referral.objects.filter(order__in=visible_orders(actor).values("pk")).select_related("order__body")
