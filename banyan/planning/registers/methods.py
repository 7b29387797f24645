"""How management methods of local standards are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, register
from banyan.acts.scopes import of_state
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
            Column("title", _("Title"), "record"),
            Column("number", _("Document number"), "code"),
            Column("body", _("Drafted by")),
            Column("quality", _("Issued jointly with")),
            Column("in_force_on", _("In force on"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Standards management method"),
                (
                    Column("number", _("Document number"), "code"),
                    Column("body", _("Drafted by"), "record"),
                    Column("quality", _("Issued jointly with"), "record"),
                    Column("in_force_on", _("In force on"), "date"),
                    Column("declined_because", _("Why it was not issued")),
                    Column("text", _("Text")),
                ),
            ),
        ),
        visible=queries.visible_methods,
        filters=(of_state(ManagementMethod),),
        search=("title", "number"),
        owner="body",
        code="number",
        menu=25,
        public=True,
    )
)
