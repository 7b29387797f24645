"""What the one door may answer instead of an entry.

ActError
├── Refused      the law stops the act: every reason, each with its article and the lawful way (HTTP 409)
├── Invalid      an input cannot be read: one sentence a field (HTTP 422)
│   └── Taken    there is such a record already: the database allows one
├── SignInFirst  only who holds an office may read or do this (HTTP 401)
├── NotThere     the object does not exist, or the actor may not see it (HTTP 404)
├── KeyReused    an idempotency key came back with another request (HTTP 422)
└── Nested       an act was begun inside an act: a fault of the program (HTTP 500)
"""

from collections.abc import Mapping, Sequence

from banyan.acts.refusal import Refusal
from banyan.kit.sentence import Sentence, say


class ActError(Exception):
    """The root of all answers that are not an entry."""


class Refused(ActError):
    """The act is not lawful now (不予): ``refusals`` holds every reason at once."""

    def __init__(self, act: str, refusals: Sequence[Refusal]) -> None:
        self.act = act
        self.refusals = tuple(refusals)
        self.entry: int | None = None
        super().__init__(f"{act}: " + " ".join(str(refusal) for refusal in refusals))


class Invalid(ActError):
    """An input that cannot be read; ``fields`` maps each field to a sentence saying what to type."""

    def __init__(self, fields: Mapping[str, Sentence]) -> None:
        self.fields = dict(fields)
        super().__init__("; ".join(f"{name}: {sentence}" for name, sentence in fields.items()))


class Taken(Invalid):
    """There is such a record already (已有); of two who made one at once, the other was first."""

    def __init__(self) -> None:
        super().__init__({"": say("There is such a record already; use it, or give another name or number.")})


class SignInFirst(ActError):
    """For officers alone: whoever asks holds no office, or has not signed in."""

    def __init__(self) -> None:
        self.sentence = say("Sign in first: this is for officers.")
        super().__init__(str(self.sentence))


class NotThere(ActError):
    """There is no such object for this actor."""

    def __init__(self) -> None:
        self.sentence = say("There is no such record, or you may not see it.")
        super().__init__(str(self.sentence))


class KeyReused(ActError):
    """The idempotency key was used before with another request."""

    def __init__(self) -> None:
        self.sentence = say("This idempotency key was used for another request. Send a new key.")
        super().__init__(str(self.sentence))


class Nested(ActError):
    """An act was begun inside an act; use a reaction instead."""
