"""The gate of any act that declares one: its preconditions as a table, the red ones first, and the act beside it."""

from dataclasses import replace
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.governed import Governed
from banyan.acts.queries import conditions
from banyan.acts.refusal import Fix
from banyan.acts.rule import Condition
from banyan.desk import shapes
from banyan.desk.shapes import Form, Head, Link, State, Stopped
from banyan.desk.words import address_of_act, article, reason, said


def gate_of(act: Act, actor: Actor, thing: Governed, head: Head, form: Form | None) -> shapes.Gate:
    """The gate of an act on an object; ``form`` is the act itself, for whoever may do it."""
    rows = conditions(act, actor, thing)
    return shapes.Gate(
        head=head,
        conditions=tuple(_row(one) for one in rows),
        sentence=_("{held} of {all} conditions hold.").format(
            held=sum(one.holds for one in rows), all=len(rows)
        ),
        what=_("Condition"),
        group=_without(form, rows) if form and form.stopped else form,
    )


def _without(form: Form, rows: list[Condition]) -> Form:
    """The act that is stopped: of its reasons only those that no row of the table says already."""
    told = [reason(one.refusal) for one in rows if one.refusal]
    rest = tuple(one for one in form.stopped.reasons if one not in told) if form.stopped else ()
    return replace(form, stopped=Stopped(what=form.title, reasons=rest))


def _row(one: Condition) -> shapes.Condition:
    refusal = one.refusal
    shown = said(one.evidence) if one.evidence else ""
    return shapes.Condition(
        what=_(one.rule.demand),
        verdict=State(_("does not hold"), "bad") if refusal else State(_("holds"), "good"),
        article=article(one.rule.norm),
        because=f"{said(refusal.because)} {said(refusal.instead)}" if refusal else "",
        evidence=Link(shown) if shown else None,
        fix=_fix(refusal.fix) if refusal and refusal.fix else None,
    )


def _fix(fix: Fix) -> Link | None:
    """The act that brings the missing fact, as a button."""
    act = registry.acts.get(fix.act)
    if act is None:
        return None
    query = f"?{urlencode(fix.given)}" if fix.given else ""
    return Link(_(act.title), address_of_act(act, fix.on) + query)
