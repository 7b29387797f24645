"""What an edition changes against the edition before (版本差异), before it is published and after; article 22(2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from banyan.acts.actor import Actor
from banyan.catalogue.models import CollectionItem, Edition, EditionLine, Resource, ServiceEntry
from banyan.catalogue.queries.resources import lines_of

FACTS: dict[str, type[Model]] = {
    Edition.Kind.COLLECTION: CollectionItem,
    Edition.Kind.RESOURCES: Resource,
    Edition.Kind.SERVICES: ServiceEntry,
}
IN_WORK = (Edition.State.DRAFT, Edition.State.REVIEW)
FIELDS = {"provider": "body", "unit": "body", "item": "name"}


@dataclass(frozen=True)
class Change:
    """One entry that came, went or changed, and how."""

    code: str
    title: str
    how: str


def changes(edition: Edition, actor: Actor) -> list[Change] | None:
    """What came, what changed and what went; None for the first edition, before which there was none."""
    before = _former(edition)
    if before is None:
        return None
    old = {line.object_id: line for line in before.lines.all()}
    new = {line.object_id: line for line in _lines(edition)}
    came = [Change(line.code, line.title, _("new")) for key, line in new.items() if key not in old]
    other = [
        Change(line.code, line.title, _how(edition.kind, old[key].facts, line.facts))
        for key, line in new.items()
        if key in old and old[key].digest != line.digest
    ]
    went = [Change(line.code, line.title, _("left out")) for key, line in old.items() if key not in new]
    return [*came, *other, *went]


def _former(edition: Edition) -> Edition | None:
    rows = Edition.objects.filter(kind=edition.kind, body=edition.body_id, number__lt=edition.number)
    return rows.exclude(state__in=IN_WORK).order_by("-number").first()


def _lines(edition: Edition) -> Iterator[EditionLine]:
    """The lines as published, or as they would be published today."""
    return lines_of(edition) if edition.state in IN_WORK else edition.lines.all().iterator()


def _how(kind: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    told = (_told(kind, name, old.get(name), new.get(name)) for name in new if old.get(name) != new[name])
    return _("changed: {what}").format(what=_("; ").join(told))


def _told(kind: str, name: str, old: Any, new: Any) -> str:
    """The name of the fact, and what it was and is where that is a choice."""
    if name == "items":
        return _("items")
    field = FACTS[kind]._meta.get_field(FIELDS.get(name, name))
    choices = dict(getattr(field, "flatchoices", ()))
    label = str(getattr(field, "verbose_name", name))
    if old in choices and new in choices:
        return _("{fact} {old} → {new}").format(fact=label, old=choices[old], new=choices[new])
    return label
