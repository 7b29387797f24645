"""How collection items, forms, exceptions and data elements are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, Way, register
from banyan.acts.scopes import holding
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    DataElement,
    FormField,
    TaughtPair,
)
from banyan.catalogue.queries import collection as queries


def _fields(form: CollectionForm, actor: Actor) -> Any:
    return FormField.objects.filter(form=form).order_by("position")


register(
    Register(
        model=CollectionForm,
        title=_("Collection forms"),
        one=_("collection form"),
        about=_(
            "Forms by which bodies ask people or firms for facts; each passes the gate before it is used (article 16)."
        ),
        columns=("name", "body", "matter", "subject"),
        groups=(Group(_("Form"), ("body", "matter", "subject", "frequency", "basis")),),
        visible=queries.visible_forms,
        related=(
            Related(
                _("Fields"),
                _fields,
                (Column("position", _("No.")), "name", "note", "state"),
                most=200,
                of=FormField,
            ),
        ),
        ways=(
            Way(
                _("See the gate"),
                _("Field by field: lawful, obtainable by sharing, or outside the catalogue."),
                "gate/",
                before=("catalogue.register_form",),
                key="g",
            ),
        ),
        search=("name", "matter"),
        owner="body",
        menu=10,
    )
)


def _not_struck() -> Q:
    return ~Q(state=FormField.State.STRUCK)


register(
    Register(
        model=FormField,
        title=_("Fields of forms"),
        one=_("form field"),
        about=_("What forms ask or asked: still asked, obtained by sharing, or struck out (article 16)."),
        columns=("name", Column("form", kind="record"), "form.body"),
        groups=(Group(_("Field"), ("form", "form.body", "note")),),
        visible=queries.visible_fields,
        filters=(holding("kept", _("Not struck out"), _not_struck),),
        search=("name",),
        owner="form.body",
        menu=0,
    )
)
register(
    Register(
        model=CollectionItem,
        title=_("Collection catalogue"),
        one=_("collection item"),
        about=_(
            "What may be asked, by whom, from whom, on which basis and how often. What is not listed may not be asked."
        ),
        columns=("name", "matter", "body", "subject", "frequency"),
        groups=(Group(_("Item"), ("body", "matter", "element", "subject", "frequency", "basis", "level")),),
        visible=queries.visible_items,
        public=True,
        filters=("line",),
        search=("name", "matter"),
        owner="body",
        menu=12,
    )
)
register(
    Register(
        model=CollectionException,
        title=_("Collection exceptions"),
        one=_("collection exception"),
        about=_(
            "Leave to collect what sharing could give, with reason and last day («in principle», article 16)."
        ),
        columns=("field", "field.form", Column("until", sort=True)),
        groups=(Group(_("Exception"), ("field.form", "field", "reason", "until")),),
        visible=queries.visible_exceptions,
        owner="field.form.body",
        menu=14,
    )
)
register(
    Register(
        model=DataElement,
        title=_("Data elements"),
        one=_("data element"),
        about=_("The standard meanings of fields, with the names by which forms call them."),
        columns=(Column("name", sort=True), "synonyms", "data_type", "pattern"),
        groups=(
            Group(_("Meaning"), ("synonyms", "data_type", "length", "pattern", "definition", "standard")),
        ),
        visible=queries.visible_elements,
        search=("name", "synonyms"),
        menu=40,
    )
)
register(
    Register(
        model=TaughtPair,
        title=_("What the matcher was taught"),
        one=_("taught pair"),
        about=_("Pairs of names that officers have confirmed or rejected; the matcher keeps to them."),
        columns=("field", "item", "form", "resource"),
        groups=(Group(_("Pair"), ("field", "item", "form", "resource")),),
        visible=queries.visible_pairs,
        search=("field", "item"),
        menu=45,
    )
)
