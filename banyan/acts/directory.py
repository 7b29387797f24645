"""What the spine and the surfaces ask about bodies and people, answered by the part above that knows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from banyan.acts.actor import Actor
from banyan.kit.sentence import Sentence


@dataclass(frozen=True)
class BodyName:
    """A body as lists show it: name, region code and level."""

    name: str
    region: str
    level: str


@dataclass(frozen=True)
class SignedIn:
    """The answer to a sign-in: the account, or the sentence that says why not."""

    account: Any = None
    fault: Sentence | None = None


class Directory(Protocol):
    """The questions that ``banyan.bodies`` answers."""

    def actor(self, account: Any) -> Actor:
        """The actor behind a signed-in account, with the offices held today."""

    def officer(self, number: int | None) -> Actor:
        """The officer of this number, with the offices held today; nobody where there is none."""

    def sign_in(self, user_name: str, password: str, code: str) -> SignedIn:
        """Check a password and a one-time code; counts failures and locks out."""

    def token(self, account: Any) -> str:
        """A token by which the account's programs act for eight hours."""

    def actor_of_token(self, token: str) -> Actor | None:
        """The actor behind a token, or None when it is not valid any more."""

    def names(self, bodies: Iterable[int]) -> Mapping[int, BodyName]:
        """Names of bodies by number."""

    def standing(self, region: str) -> Mapping[int, BodyName]:
        """The active bodies of a region and of all below it, by number; of the whole province when it is empty."""

    def numbers(self, region: str) -> Any:
        """The numbers of all bodies of a region and of all below it, as a query."""

    def regions(self, within: str) -> Mapping[str, str]:
        """The codes and names of a region, its cities and, of a city, its counties."""

    def region_name(self, code: str) -> str:
        """The name of a region by its code; empty when there is none."""

    def province(self) -> str:
        """The name of the province, the root of all regions; empty before there is one."""

    def supervised(self, actor: Actor) -> Any:
        """The numbers of the bodies that the actor's managing department watches, as a query; None for none."""


_directory: list[Directory] = []


def install(answers: Directory) -> None:
    """Let this part answer; once, at the start."""
    _directory[:] = [answers]


def directory() -> Directory:
    """Whoever answers."""
    return _directory[0]
