"""Referrals to the supervision organ (article 38)."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.supervision.models import Order, Referral
from banyan.supervision.queries import referrals as queries
from banyan.supervision.rules import referrals as rules


@act(
    under=("38.1-a", "38.1-b"),
    by="order.issued_by : inspector, head",
    on=Referral,
    moves="drawn_up -> referred",
    title="Refer",
    says="{by} referred {on} to the supervision organ",
    tone="grave",
)
def refer(referral: Referral) -> None:
    """Hand the file to the supervision organ of the same government."""


@act(
    under=("38.1-a", "38.1(1)-a", "38.1(2)-a", "38.1(3)-a", "38.1(4)-a", "38.1(5)-a"),
    by="issued_by : inspector, head",
    on=Order,
    moves="escalated",
    facts=queries.referral_facts,
    rules=[
        rules.some_finding_is_a_case_of_the_article,
        rules.order_is_referred_once,
        rules.case_follows_from_the_findings,
        rules.gravity_was_judged_by_a_person,
    ],
    title="Draw up referral",
    says="{by} drew up the referral of {on}: {item}",
    tone="grave",
)
def draw_up_referral(
    order: Order,
    *,
    item: Annotated[Referral.Item, Ask(label="Case of article 38", initial=queries.best_case)],
    facts: Annotated[Long, Ask(initial=queries.told_facts)],
    amount: Annotated[Decimal | None, Ask(label="Amount concerned (yuan)")] = None,
    people: Annotated[int | None, Ask(label="People concerned")] = None,
    judged: Annotated[Long, Ask(label="How the gravity was judged", must=True)] = "",
) -> None:
    """Draw up the file for the supervision organ, in one of the five cases of article 38."""
    Referral.objects.create(order=order, item=item, facts=facts, amount=amount, people=people, judged=judged)


@act(
    under="38.1-a",
    by="organ : auditor, supervision_officer, head",
    on=Referral,
    moves="referred -> accepted",
    title="Accept referral",
    says="{by} took over the file {on}",
)
def accept_referral(referral: Referral) -> None:
    """Take the file over."""


@act(
    under=("38.1-a", "38.1-b", "38.1-c"),
    by="organ : auditor, supervision_officer, head",
    on=Referral,
    moves="accepted -> concluded",
    facts=queries.outcome_facts,
    rules=[rules.sanction_has_its_first_day],
    title="Record outcome",
    says="{by} recorded the outcome of {on}",
)
def conclude_referral(
    referral: Referral,
    *,
    outcome: Long,
    sanction: Referral.Sanction = Referral.Sanction.NONE,
    effective_on: Annotated[date | None, Ask(label="In effect from")] = None,
    damages: Annotated[Decimal | None, Ask(label="Damages to be compensated (yuan)")] = None,
    handed_over_to: Annotated[str, Ask(label="Handed over for prosecution to", longest=120)] = "",
) -> None:
    """Record what came of it; the sanction itself is decided outside this system, its period is computed here."""
    referral.outcome = outcome
    referral.sanction = sanction
    referral.effective_on = effective_on
    referral.effective_until = queries.effect_until(sanction, effective_on)
    referral.damages = damages
    referral.handed_over_to = handed_over_to
