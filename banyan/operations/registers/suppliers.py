"""How the supplier of backups is listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.operations.models import BackupSupplier
from banyan.operations.queries import suppliers as queries

register(
    Register(
        model=BackupSupplier,
        title=_("Supplier of backups"),
        one=_("supplier of backups"),
        about=_("The one body from which the province purchases backup (article 14.4)."),
        columns=(Column("__str__", _("Supplier")), Column("agreement", kind="record")),
        groups=(Group(_("Supplier of backups"), ("body", "agreement")),),
        visible=queries.visible_suppliers,
        owner="body",
        menu=11,
    )
)
