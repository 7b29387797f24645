"""How catalogue updates are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_body
from banyan.catalogue.models import CollectionItem, Resource, UpdateTask
from banyan.catalogue.queries import updates as queries

register(
    Register(
        model=UpdateTask,
        title=_("Catalogue updates"),
        one=_("catalogue update"),
        about=_(
            "When a body's functions or the law behind them change, its entries are brought up to date (article 16)."
        ),
        columns=("body", "event", "about", "owner"),
        groups=(Group(_("Update"), ("body", "event", "about", "owner", "changes")),),
        visible=queries.visible_updates,
        filters=("event", *of_body()),
        related=(
            Related(
                _("Its collection items in effect"),
                queries.items_of_task,
                (Column("__str__", _("Item")), "basis"),
                of=CollectionItem,
            ),
            Related(
                _("Its resources in the catalogue"),
                queries.resources_of_task,
                ("__str__", "code", "state"),
                of=Resource,
            ),
        ),
        search=("about", "body__name"),
        owner="owner",
        menu=16,
    )
)
