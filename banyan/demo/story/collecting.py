"""First part: a body tries to collect what it may not, and is led to who holds the facts already."""

import time
from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.demo import read
from banyan.demo.story.client import Person
from banyan.demo.story.stage import Stage, holds

FORMS = "/catalogue/collection-forms"
REQUESTS = "/exchange/share-requests"
FORM = "elderly_allowance"


def drafts(stage: Stage, designer: Person) -> int:
    """The designer drafts a real form."""
    form = next(one for one in read.forms() if one.form == FORM)
    fields = [one.name for one in read.expected_fields() if one.form == FORM]
    entry = designer.act(
        f"{FORMS}/draft-form",
        name=f"{form.title}（{time.strftime('%m%d-%H%M%S')}）",
        matter=form.matter,
        subject=form.subject,
        frequency=form.frequency,
        basis=form.basis,
        fields="\n".join(fields),
    )
    stage.step(
        "16.2-a",
        f"鼓楼区民政局起草《{form.title}》，{len(fields)} 个字段",
        f"鼓楼区民政局 drafts 《{form.title}》 with {len(fields)} fields",
    )
    return int(entry["on"]["id"])


def is_refused(stage: Stage, designer: Person, form: int) -> None:
    """The form may not be registered: fields outside the catalogue, facts that government holds."""
    found = designer.refused(f"{FORMS}/{form}/register-form")
    holds({"16.2-b", "16.2-c"} <= set(found), f"the gate refused only under {sorted(found)}")
    for norm, zh, en in (
        (
            "16.2-b",
            "登记被拒：有字段不在采集目录内",
            "Registering is refused: fields outside the collection catalogue",
        ),
        (
            "16.2-c",
            "登记被拒：有事实政府已经掌握",
            "Registering is refused: government already holds some facts",
        ),
    ):
        stage.step(norm, zh, en)
        stage.show(found[norm]["because"])
        stage.show("→ " + found[norm]["instead"])


def secret_is_kept_out(stage: Stage, designer: Person) -> None:
    """Material marked secret is refused and nothing of it is stored."""
    before = designer.get(FORMS, q="涉密")["items"]
    designer.refused(
        f"{FORMS}/draft-form",
        name="涉密测试表",
        matter="测试",
        subject="natural_person",
        frequency="once",
        basis="测试",
        fields="姓名\n部队番号（机密★20年）",
    )
    holds(designer.get(FORMS, q="涉密")["items"] == before, "the classified form was stored")
    stage.step(
        "32.1-b",
        "标有密级的表被拒绝，未存储任何内容",
        "A form marked secret is refused; nothing of it is stored",
    )


def strikes(stage: Stage, designer: Person, form: int) -> None:
    """What may not be asked is struck out."""
    outside = [row["id"] for row in gate(designer, form) if row["verdict"] == "outside"]
    holds(outside, "the gate names no field outside the catalogue")
    designer.act(f"{FORMS}/{form}/strike-fields", fields=outside)
    stage.step(
        "16.2-b",
        f"删去目录外的 {len(outside)} 个字段",
        f"{len(outside)} fields outside the catalogue are struck out",
    )


def gate(person: Person, form: int) -> list[dict[str, Any]]:
    """The gate's answer field by field."""
    rows: list[dict[str, Any]] = person.get(f"{FORMS}/{form}/gate")["items"]
    return rows


def requests(stage: Stage, designer: Person, form: int, system: int, responsible: int) -> list[int]:
    """The facts are requested from those who hold them: one request for each resource, for one purpose."""
    wanted: dict[int, set[int]] = {}
    names: dict[int, str] = {}
    for row in gate(designer, form):
        if row["verdict"] == "obtainable" and row["evidence"] and not row["evidence"]["own"]:
            wanted.setdefault(row["evidence"]["resource"], set()).add(row["evidence"]["item"])
            names[row["evidence"]["resource"]] = (
                f"{row['evidence']['provider']}·{row['evidence']['resource_name']}"
            )
    holds(wanted, "the gate found nothing that government holds")
    made = []
    for resource, items in wanted.items():
        entry = designer.act(
            f"{REQUESTS}/submit-share-request",
            resource=resource,
            items=sorted(items),
            system=system,
            purpose=f"高龄津贴资格审核 {time.strftime('%H%M%S')}",
            legal_basis="《中华人民共和国老年人权益保障法》第三十三条",
            case_type="高龄津贴申领",
            daily_volume=200,
            until=(clock.today() + timedelta(days=365)).isoformat(),
            responsible=responsible,
            form=form,
        )
        made.append(int(entry["on"]["id"]))
        stage.step(
            "22.3-a",
            f"向 {names[resource]} 申请 {len(items)} 个信息项",
            f"Requested from {names[resource]}: {len(items)} of its items",
        )
    return made


def registers(stage: Stage, designer: Person, form: int) -> None:
    """The form now asks only what may be asked."""
    own = [row["id"] for row in gate(designer, form) if row["verdict"] == "obtainable"]
    if own:
        designer.act(f"{FORMS}/{form}/take-by-sharing", fields=own)
    designer.act(f"{FORMS}/{form}/register-form")
    asked = [row for row in gate(designer, form) if row["state"] == "asked"]
    stage.step(
        "16.2-a",
        f"采集表登记：只向群众采集 {len(asked)} 项",
        f"The form is registered: people are asked {len(asked)} things only",
    )
