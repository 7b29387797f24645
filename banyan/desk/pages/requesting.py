"""The group request of a collection gate: one share request for each resource with picked fields (一并申请共享)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, KeyReused, Refused
from banyan.acts.governed import Governed
from banyan.acts.models import Entry
from banyan.acts.reaction import follow
from banyan.acts.refusal import Refusal
from banyan.catalogue.queries.gate import GateRow
from banyan.desk.forms import given_by
from banyan.desk.frame import actor_of
from banyan.desk.sending import KEY, SENT_BEFORE
from banyan.desk.shapes import Stopped
from banyan.desk.words import stopped
from banyan.kit.sentence import Sentence, say

REQUEST = "exchange.submit_share_request"
PURPOSE = ("system", "purpose", "legal_basis", "case_type", "daily_volume", "until", "responsible")
PICK = "pick"


@dataclass
class Sent:
    """What came of it: the requests that were made, those that were not and why, and what is to be typed anew."""

    done: list[Entry] = field(default_factory=list)
    stopped: list[Stopped] = field(default_factory=list)
    faults: dict[str, Sentence] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return not self.stopped and not self.faults


def picked(request: HttpRequest, row: GateRow) -> bool:
    """Whether the field of this row is picked; in a form that was not sent yet, every one is."""
    return request.method != "POST" or str(row.field) in request.POST.getlist(PICK)


def request_items(request: HttpRequest, form: Governed, rows: Sequence[GateRow]) -> Sent:
    """Request what is picked, each resource for itself: one that is refused leaves the others their way.

    What was made under the form's key before answers again, also when its fields have left the form since.
    """
    act, actor, sent = registry.acts[REQUEST], actor_of(request), Sent()
    purpose = {name: value for name, value in given_by(request, act).items() if name in PURPOSE}
    wanted = _wanted(request, rows)
    if not wanted:
        sent.stopped.append(_nothing_picked())
    for resource, of_it in wanted.items():
        items = sorted({row.evidence.item for row in of_it if row.evidence})
        try:
            entry = perform(
                act,
                actor,
                key=_key(request, resource),
                resource=resource,
                items=items,
                form=form.pk,
                **purpose,
            )
        except Refused as refused:
            sent.stopped.append(stopped(_name(of_it[0]), refused.refusals))
        except KeyReused:
            sent.stopped.append(_stopped(of_it[0], {"": SENT_BEFORE}))
        except Invalid as invalid:
            sent.faults |= {name: why for name, why in invalid.fields.items() if name in PURPOSE}
            if rest := {name: why for name, why in invalid.fields.items() if name not in PURPOSE}:
                sent.stopped.append(_stopped(of_it[0], rest))
        else:
            follow(entry)
            sent.done.append(entry)
    return sent


def _wanted(request: HttpRequest, rows: Sequence[GateRow]) -> dict[int, list[GateRow]]:
    """The picked rows by the resource that holds them."""
    wanted: dict[int, list[GateRow]] = defaultdict(list)
    for row in rows:
        if row.evidence and picked(request, row):
            wanted[row.evidence.resource].append(row)
    return wanted


def _key(request: HttpRequest, resource: int) -> str | None:
    """The form's key, for this one of its requests."""
    sent = request.POST.get(KEY)
    return f"{sent}/{resource}" if sent else None


def _name(row: GateRow) -> str:
    """The request to one provider, as it is told that it was not made."""
    held = row.evidence
    name = f"{held.provider} · {held.resource_name}" if held else row.name
    return _("{act}: {on}").format(act=_(registry.acts[REQUEST].title), on=name)


def _stopped(row: GateRow, faults: Mapping[str, Sentence]) -> Stopped:
    norm, instead = registry.acts[REQUEST].norm, say("The table shows what can be requested now.")
    return stopped(_name(row), [Refusal(norm, "", why, instead) for why in faults.values()])


def _nothing_picked() -> Stopped:
    act = registry.acts[REQUEST]
    because, instead = say("No field is picked."), say("Pick in the table what is to be requested.")
    return stopped(_(act.title), [Refusal(act.norm, "", because, instead)])
