"""The log of acts: opened at the first act, named ``acts``."""

from functools import cache

from django.conf import settings

from banyan.ledger.models import Log
from banyan.ledger.queries import open_log

NAME = "acts"


@cache
def acts_log() -> Log:
    """The log that every act's leaf goes into; public in the demo."""
    return open_log(NAME, kind="acts", title="行为台账", public=settings.BANYAN_DEMO)
