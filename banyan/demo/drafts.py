"""Work in hand on the demo's desks: drafts at the gate; an exception, a proposal and offers that wait for an answer."""

from collections.abc import Callable
from datetime import timedelta

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import collection, forms, offers, resources
from banyan.catalogue.models import (
    Classification,
    CollectionException,
    CollectionForm,
    CollectionItem,
    Cycle,
    FormField,
    Frequency,
    Opening,
    Resource,
    ResourceClass,
    ServiceEntry,
    Sharing,
    Subject,
)
from banyan.demo import read, records
from banyan.demo.timeline import days_ago, working_days

DESIGNERS = {"temporary_aid": "chenyangwen", "opening_subsidy": "caishishang"}
EXCEPTION = ("temporary_aid", "联系电话", "街面急难救助须当场联系本人，库中号码多有变更。")
PROPOSED = ("高龄津贴申领", "紧急联系人姓名")
DESCRIBED = ("3/08/008/350000/0002", "市县养老服务设施名录")
ITEMS = "设施编号\tC\t20\tkey\trequired\n设施名称\tC\t200\trequired\n详细地址\tC\t200\n床位数\tN\t6"
OFFERED = ("YF350000-0043", "民政对象比对服务")


def is_there() -> bool:
    return not _missing()


def prepare() -> None:
    """Begin what nobody has begun yet."""
    for begin in _missing():
        begin()


def _missing() -> list[Callable[[], None]]:
    return [begin for there, begin in _PIECES if not there()]


def _forms() -> list[records.Form]:
    """The forms of the cast that wait as drafts; the story drafts its own."""
    return [one for one in read.forms() if one.form in DESIGNERS]


def _title(form: str) -> str:
    return next(one.title for one in read.forms() if one.form == form)


def _drafts_are_there() -> bool:
    return all(CollectionForm.objects.filter(name=one.title).exists() for one in _forms())


def _draft() -> None:
    for one in _forms():
        if CollectionForm.objects.filter(name=one.title).exists():
            continue
        with days_ago(working_days(1)):
            perform(
                forms.draft_form,
                actor_by_user_name(DESIGNERS[one.form]),
                name=one.title,
                matter=one.matter,
                subject=one.subject,
                frequency=one.frequency,
                basis=one.basis,
                file=read.content(f"forms/{one.form}.xlsx"),
            )


def _ask_exception() -> None:
    form, field, reason = EXCEPTION
    with days_ago(working_days(1)):
        perform(
            forms.ask_exception,
            actor_by_user_name(DESIGNERS[form]),
            field=FormField.objects.get(form__name=_title(form), name=field),
            reason=reason,
            until=clock.today() + timedelta(days=180),
        )


def _propose() -> None:
    matter, name = PROPOSED
    with days_ago(working_days(1)):
        perform(
            collection.propose_item,
            actor_by_user_name("chenyangwen"),
            matter=matter,
            name=name,
            subject=Subject.PERSON,
            frequency=Frequency.OCCASION,
            basis="《中华人民共和国老年人权益保障法》第三十七条",
        )


def _describe() -> None:
    code, name = DESCRIBED
    officer = actor_by_user_name("liushihui")
    with days_ago(working_days(1)):
        if not Resource.objects.filter(code=code).exists():
            perform(
                resources.describe_resource,
                officer,
                code=code,
                name=name,
                resource_class=ResourceClass.DEPARTMENT,
                subclass="民政",
                abstract="全省市县登记和备案的养老机构、社区养老服务设施的名称、地址和床位数",
                media="电子表格",
                sharing=Sharing.UNCONDITIONAL,
                opening=Opening.OPEN,
                cycle=Cycle.QUARTERLY,
                classification=Classification.PUBLIC,
                items=ITEMS,
            )
        perform(resources.submit_resource, officer, Resource.objects.get(code=code))


def _offer() -> None:
    code, name = OFFERED
    with days_ago(working_days(1)):
        perform(
            offers.offer_service,
            actor_by_user_name("liushihui"),
            code=code,
            name=name,
            kind=ServiceEntry.Kind.DATA,
            abstract="按公民身份号码比对低保、特困、高龄津贴等民政对象身份",
            contact="接口调用；2 小时内答复",
        )


_PIECES: tuple[tuple[Callable[[], bool], Callable[[], None]], ...] = (
    (Resource.objects.filter(code=DESCRIBED[0]).exclude(state=Resource.State.DRAFT).exists, _describe),
    (_drafts_are_there, _draft),
    (CollectionException.objects.filter(reason=EXCEPTION[2]).exists, _ask_exception),
    (CollectionItem.objects.filter(matter=PROPOSED[0], name=PROPOSED[1]).exists, _propose),
    (ServiceEntry.objects.filter(code=OFFERED[0]).exists, _offer),
)
