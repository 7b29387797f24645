"""Reads of the collection catalogue and of forms."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    DataElement,
    FormField,
    TaughtPair,
)


def visible_items(actor: Actor) -> QuerySet[CollectionItem]:
    """Effective items for everybody; others for their unit and those who watch it."""
    rows = CollectionItem.objects.select_related("body")
    return rows.filter(Q(state=CollectionItem.State.EFFECTIVE) | Q(body__in=watched(actor).values("pk")))


def visible_forms(actor: Actor) -> QuerySet[CollectionForm]:
    """Registered forms for everybody; drafts for their unit and those who watch it."""
    rows = CollectionForm.objects.select_related("body")
    return rows.filter(Q(state=CollectionForm.State.REGISTERED) | Q(body__in=watched(actor).values("pk")))


def visible_fields(actor: Actor) -> QuerySet[FormField]:
    """The fields of the forms that the actor may see."""
    return FormField.objects.filter(form__in=visible_forms(actor).values("pk")).select_related("form__body")


def visible_exceptions(actor: Actor) -> QuerySet[CollectionException]:
    return CollectionException.objects.filter(field__form__in=visible_forms(actor)).select_related(
        "field__form"
    )


def visible_elements(actor: Actor) -> QuerySet[DataElement]:
    return DataElement.objects.all()


def visible_pairs(actor: Actor) -> QuerySet[TaughtPair]:
    return TaughtPair.objects.all()


def elements_to_choose(on: Any, actor: Actor) -> QuerySet[DataElement]:
    return DataElement.objects.filter(state=DataElement.State.IN_FORCE)


def asked_fields(on: CollectionForm, actor: Actor) -> QuerySet[FormField]:
    """The fields of a form that people are still asked for."""
    return on.fields.filter(state=FormField.State.ASKED)
