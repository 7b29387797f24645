"""Rules of articles 2 and 5 to 8: who counts as a body, who manages, and what an agreement must say."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.kit.sentence import say


@dataclass(frozen=True)
class BodyFacts:
    """What the rules may know when a body is registered."""

    code_fault: str
    code_taken: bool
    region_in_scope: bool
    region_name: str
    region_code: str
    managing_department: str


@dataclass(frozen=True)
class FoundingFacts(BodyFacts):
    """What the rules may know when the first managing department is founded."""

    registered: str


@dataclass(frozen=True)
class AppointmentFacts:
    """What the rules may know when an officer is appointed: who has the user name already, and in which body."""

    holder: str = ""
    body: str = ""


@dataclass(frozen=True)
class AgreementFacts:
    """What the rules may know when an agreement is concluded."""

    supplier_kind: str
    supplier: str


@rule("6.1-a")
def body_has_a_valid_credit_code(facts: BodyFacts, asked: Any) -> Objection | None:
    if not facts.code_fault and not facts.code_taken:
        return None
    because = say("The code {code} belongs to another body.", code=asked.code)
    return refuse(
        say("{fault}", fault=facts.code_fault) if facts.code_fault else because,
        instead=say("Type the 18 characters of the unified social credit code (GB 32100)."),
    )


@rule("2.1-a")
def body_lies_in_the_province(facts: BodyFacts, asked: Any) -> Objection | None:
    if facts.region_in_scope:
        return None
    return refuse(
        say("{region} lies outside the province.", region=facts.region_name),
        instead=say("Register bodies of the province only."),
    )


@rule("5.2-b")
def body_lies_in_the_own_region(facts: BodyFacts, asked: Any) -> Objection | None:
    prefix = {"province": 2, "city": 4, "county": 6}.get(asked.by.level, 0) if asked.by else 0
    if facts.region_code.startswith(asked.by.region[:prefix] if asked.by else ""):
        return None
    return refuse(
        say("{region} lies outside the region of {body}.", region=facts.region_name, body=asked.by.body_name),
        instead=say("Ask the managing department of that region to register it."),
    )


@rule("5.2-a")
def government_has_one_managing_department(facts: BodyFacts, asked: Any) -> Objection | None:
    if asked.kind != MANAGING or not facts.managing_department:
        return None
    return refuse(
        say(
            "{region} has a managing department: {name}.",
            region=facts.region_name,
            name=facts.managing_department,
        ),
        instead=say("Abolish the former one first."),
    )


@rule("5.2-b")
def nobody_is_registered_yet(facts: FoundingFacts, asked: Any) -> Objection | None:
    if not facts.registered:
        return None
    return refuse(
        say("The register of bodies has begun: {name} stands in it.", name=facts.registered),
        instead=say("Ask the administrator of the managing department of that region to register it."),
    )


@rule("5.2-b")
def user_name_is_this_persons(facts: AppointmentFacts, asked: Any) -> Objection | None:
    if facts.holder in ("", asked.name):
        return None
    return refuse(
        say(
            "The user name {user_name} is that of {holder}, {body}.",
            user_name=asked.user_name,
            holder=facts.holder,
            body=facts.body,
        ),
        instead=say("Give another user name, or the name of that officer as it is registered."),
    )


@rule("6.1-a")
def authorised_body_names_its_law(facts: BodyFacts, asked: Any) -> Objection | None:
    if asked.kind != "application_unit" or not asked.code or asked.code[:2] in {"11", "12", "13", "51"}:
        return None
    if asked.authorised_by:
        return None
    return refuse(
        say(
            "An organisation that is no state organ, public institution or social group acts only by authority of law."
        ),
        instead=say("Name the law or regulation that authorises it."),
    )


@rule("8.1-d")
def agreement_states_ownership(facts: AgreementFacts, asked: Any) -> Objection | None:
    clause = asked.ownership_clause or ""
    missing = [
        word
        for word, signs in (
            (say("State ownership").render(), ("国家所有", "State")),
            (say("management by the managing department").render(), ("管理部门", "managing department")),
            (say("return of the data at the end").render(), ("返还", "移交", "return")),
        )
        if not any(sign in clause for sign in signs)
    ]
    if not missing:
        return None
    return refuse(
        say("The agreement does not state: {missing}.", missing=", ".join(missing)),
        instead=say(
            "Write into it: 信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理，协议终止时全部返还。"
        ),
    )


@rule("7.1-b")
def supplier_is_a_technical_service_unit(facts: AgreementFacts, asked: Any) -> Objection | None:
    if facts.supplier_kind == "technical_service_unit":
        return None
    return refuse(
        say("{supplier} is not a registered technical service unit.", supplier=facts.supplier),
        instead=say("Register it as a technical service unit first."),
    )


@rule("7.1-b")
def agreement_ends_after_it_begins(facts: AgreementFacts, asked: Any) -> Objection | None:
    if not (isinstance(asked.since, date) and isinstance(asked.until, date)) or asked.since < asked.until:
        return None
    return refuse(say("The agreement ends before it begins."), instead=say("Choose a later last day."))
