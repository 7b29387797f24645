"""Tokens by which an officer's programs act and read for eight hours; they end at once when the password changes."""

from django.core import signing

from banyan.acts.actor import Actor
from banyan.bodies.models import Account
from banyan.bodies.queries import actor_of

SALT = "banyan.api"
SECONDS = 8 * 3600


def make_token(account: Account) -> str:
    """A token for the account."""
    return signing.dumps([account.pk, account.password[-12:]], salt=SALT, compress=True)


def actor_of_token(token: str) -> Actor | None:
    """The actor behind a token, or None when it is not valid any more."""
    try:
        pk, fragment = signing.loads(token, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    account = (
        Account.objects.select_related("officer").filter(pk=pk, is_active=True, must_change=False).first()
    )
    if account is None or account.officer is None or account.password[-12:] != fragment:
        return None
    return actor_of(account.officer)
