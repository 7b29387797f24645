"""Rules of articles 14.1, 17.1, 19 and 21 on platforms and terminals: who builds what, and in which mode."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.infrastructure.rules.existing import Bounded, Builder, too_late
from banyan.kit.sentence import say


@dataclass(frozen=True)
class PlatformFacts(Builder):
    """What the rules may know when a platform is registered: who builds it, and what stands already."""

    standing: str
    today: date


@rule("14.1-c")
def iot_platform_is_built_by_province_or_city(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "iot" or facts.manages_above_county:
        return None
    return refuse(
        say("Only the province and the cities build a platform for the Internet of Things."),
        instead=say("Connect to the platform of the city or the province: ask its managing department."),
    )


@rule("17.1-a")
def sharing_platform_is_the_provinces(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "sharing" or (facts.manages and facts.level == "province" and not facts.standing):
        return None
    return refuse(
        say("The province has one open sharing platform; the provincial office has it built."),
        instead=say("Register your resources in the catalogue and share them on the provincial platform."),
    )


@rule("17.1-b")
def sharing_platform_is_not_purchased(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "sharing" or asked.mode != "purchased":
        return None
    return refuse(
        say("The open sharing platform may not be purchased as a service."),
        instead=say("Commission a technical service unit to build and run it."),
    )


@rule("19.1-a")
def grid_platform_is_built_by_province_or_city(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "grid" or facts.manages_above_county:
        return None
    return refuse(
        say("Only the province and the cities plan and build the comprehensive grid platform."),
        instead=say("Connect to the comprehensive grid platform and take the information from there."),
    )


@rule("19.1-b")
def no_specialised_grid_platform_is_built(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "special_grid":
        return None
    return refuse(
        say("Units may not build specialised grid platforms."),
        instead=say(
            "Connect to the comprehensive grid platform; one that exists already is entered with its plan."
        ),
    )


@rule("19.1-c")
def no_terminals_of_one_unit_are_deployed(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "terminal":
        return None
    return refuse(
        say("Units may not develop or deploy terminals of their own for communities and villages."),
        instead=say("Use the shared grid terminals; those that exist already are entered with their plan."),
    )


@rule("19.2-a")
def shared_terminals_are_set_up_by_the_government(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "grid_terminal" or facts.body_kind in {MANAGING, "government"}:
        return None
    return refuse(
        say("The people's government sets up grid terminals, for all lines of work together."),
        instead=say("Ask the managing department of your level to let your work use the shared terminals."),
    )


@rule("21.1-a")
def security_platform_is_planned_jointly(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "security":
        return None
    return refuse(
        say("The provincial network security department plans this platform with the provincial office."),
        instead=say("Register the security system of your own unit, under that plan."),
    )


@rule("21.1-a")
def security_platform_is_one(facts: PlatformFacts, asked: Any) -> Objection | None:
    if not facts.standing:
        return None
    return refuse(
        say("The province has one such platform: {name}.", name=facts.standing),
        instead=say("Extend the platform that stands."),
    )


@rule("21.1-b")
def supplier_of_security_is_qualified(facts: PlatformFacts, asked: Any) -> Objection | None:
    bought = asked.mode == "purchased" and asked.kind in {None, "security", "unit_security"}
    if not bought or (asked.qualification and asked.qualified_until and asked.qualified_until >= facts.today):
        return None
    return refuse(
        say("Security is bought only from a qualified supplier."),
        instead=say("State the supplier's qualification and until when it is valid, or build it yourself."),
    )


@dataclass(frozen=True)
class RenewalFacts:
    """What the rules may know when the qualification of a platform's supplier is renewed."""

    mode: str
    today: date


@rule("21.1-b")
def platform_has_a_supplier(facts: RenewalFacts) -> Objection | None:
    if facts.mode == "purchased":
        return None
    return refuse(
        say("This platform is not purchased as a service: no supplier has to be qualified."),
        instead=say("Leave the qualification as it stands."),
    )


@rule("21.1-b")
def renewed_qualification_is_valid(facts: RenewalFacts, asked: Any) -> Objection | None:
    if asked.qualified_until >= facts.today:
        return None
    return refuse(
        say("This qualification ended on {day}.", day=str(asked.qualified_until)),
        instead=say("Have the supplier renew it, or buy from a qualified one and state its qualification."),
    )


@rule("21.2-a")
def security_of_a_unit_follows_the_plan(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind != "unit_security" or asked.follows:
        return None
    return refuse(
        say("A unit builds its security system under the plan of the province."),
        instead=say("Choose the security platform of the province that it follows."),
    )


@rule("14.1-a")
def one_platform_for_a_department(facts: PlatformFacts, asked: Any) -> Objection | None:
    if asked.kind not in {"iot", "grid"} or not facts.standing:
        return None
    return refuse(
        say("The department has one already: {name}.", name=facts.standing),
        instead=say("Use the one that stands."),
    )


@rule("19.1-d")
def platform_is_integrated_in_time(facts: Bounded, asked: Any) -> Objection | None:
    return too_late(facts, asked)
