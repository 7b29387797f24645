"""What the registers of all that exists have in common."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group

NAME = Column("name", sort=True)
BY = Column("integrate_by", sort=True)
INTEGRATION = Group(
    _("Integration"), ("running_since", "entered_on", "plan", "integrate_by", "integrated_on", "answer")
)
