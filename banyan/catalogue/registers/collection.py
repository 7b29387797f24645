"""How collection items, forms, exceptions and data elements are listed and shown."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import holding, of_body, of_state
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
        columns=(
            Column("name", _("Name"), "record"),
            Column("body", _("Unit")),
            Column("matter", _("Matter")),
            Column("get_subject_display", _("From whom")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Form"),
                (
                    Column("body", _("Unit"), "record"),
                    Column("matter", _("Matter")),
                    Column("get_subject_display", _("From whom")),
                    Column("get_frequency_display", _("How often")),
                    Column("basis", _("Legal basis")),
                ),
            ),
        ),
        visible=queries.visible_forms,
        filters=(of_state(CollectionForm), *of_body()),
        related=(
            Related(
                _("Fields"),
                _fields,
                (
                    Column("position", _("No."), "number"),
                    Column("name", _("Field")),
                    Column("note", _("Note")),
                    Column("state", _("State"), "state"),
                ),
                most=200,
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
        columns=(
            Column("name", _("Field"), "record"),
            Column("form", _("Form"), "record"),
            Column("form.body", _("Unit")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Field"),
                (
                    Column("form", _("Form"), "record"),
                    Column("form.body", _("Unit"), "record"),
                    Column("note", _("Note")),
                ),
            ),
        ),
        visible=queries.visible_fields,
        filters=(
            of_state(FormField),
            *of_body("form__body"),
            holding("kept", _("Not struck out"), _not_struck),
        ),
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
        columns=(
            Column("name", _("Item"), "record"),
            Column("matter", _("Matter")),
            Column("body", _("Unit")),
            Column("get_subject_display", _("From whom")),
            Column("get_frequency_display", _("How often at most")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Item"),
                (
                    Column("body", _("Unit"), "record"),
                    Column("matter", _("Matter")),
                    Column("element", _("Data element")),
                    Column("get_subject_display", _("From whom")),
                    Column("get_frequency_display", _("How often at most")),
                    Column("basis", _("Legal basis")),
                    Column("get_level_display", _("Catalogue of")),
                ),
            ),
        ),
        visible=queries.visible_items,
        public=True,
        filters=(
            of_state(CollectionItem),
            Filter("line", _("Line of work"), "line"),
        ),
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
        columns=(
            Column("field", _("Field"), "record"),
            Column("field.form", _("Form")),
            Column("until", _("Until"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Exception"),
                (
                    Column("field.form", _("Form"), "record"),
                    Column("field", _("Field")),
                    Column("reason", _("Reason")),
                    Column("until", _("Until"), "date"),
                ),
            ),
        ),
        visible=queries.visible_exceptions,
        filters=(of_state(CollectionException),),
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
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("synonyms", _("Other names")),
            Column("get_data_type_display", _("Data type")),
            Column("pattern", _("Format or code list")),
        ),
        groups=(
            Group(
                _("Meaning"),
                (
                    Column("synonyms", _("Other names")),
                    Column("get_data_type_display", _("Data type")),
                    Column("length", _("Length"), "number"),
                    Column("pattern", _("Format or code list")),
                    Column("definition", _("Definition")),
                    Column("standard", _("Standard")),
                ),
            ),
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
        columns=(
            Column("field", _("Field"), "record"),
            Column("item", _("Item")),
            Column("form", _("Form")),
            Column("resource", _("Resource")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Pair"),
                (
                    Column("field", _("Field")),
                    Column("item", _("Item")),
                    Column("form", _("Form")),
                    Column("resource", _("Resource")),
                ),
            ),
        ),
        visible=queries.visible_pairs,
        search=("field", "item"),
        menu=45,
    )
)
