"""Article 22: whatever an act asks for, no text that bears the mark of a State secret enters by it."""

from collections.abc import Mapping
from typing import Any

from banyan.acts.refusal import Refusal
from banyan.kit.secrecy import marks_in, texts_in
from banyan.kit.sentence import say
from banyan.law.norms import Norm

RULE = "acts.no_marked_secret_enters"


def marked(values: Mapping[str, Any]) -> Refusal | None:
    """The refusal of inputs that bear the mark of a State secret; its attempt is recorded without a word of them."""
    words = marks_in(text for value in values.values() for text in texts_in(value))
    if not words:
        return None
    return Refusal(
        Norm("22.1-b"),
        RULE,
        say("Marked as a State secret: {words}.", words="、".join(words)),
        say("Nothing was stored. Classified material never enters this system."),
        unstorable=True,
    )
