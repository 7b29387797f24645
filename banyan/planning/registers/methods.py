"""How management methods of local standards are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.planning.models import ManagementMethod
from banyan.planning.queries import methods as queries

register(
    Register(
        model=ManagementMethod,
        title=_("Standards management methods"),
        one=_("standards management method"),
        about=_(
            "How local standards are made and kept, as the provincial office and the quality supervision department"
            " issued it (article 11)."
        ),
        columns=(
            "title",
            "number",
            "body",
            Column("quality", _("Issued jointly with")),
            Column("in_force_on", sort=True),
        ),
        groups=(
            Group(
                _("Standards management method"),
                (
                    "number",
                    "body",
                    Column("quality", _("Issued jointly with")),
                    "in_force_on",
                    "declined_because",
                    "text",
                ),
            ),
        ),
        visible=queries.visible_methods,
        search=("title", "number"),
        owner="body",
        code="number",
        menu=25,
        public=True,
    )
)
