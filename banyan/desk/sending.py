"""What makes a form that is sent twice count once: a key that it carries, a new one each time that it is shown."""

import uuid

from banyan.kit.sentence import say

KEY = "act-key"
SENT_BEFORE = say(
    "This form was sent before with other answers, and that was done. Send it again to do this too."
)


def new_key() -> tuple[str, str]:
    """The key as a hidden field of the form."""
    return (KEY, uuid.uuid4().hex)
