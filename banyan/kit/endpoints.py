"""Addresses of systems (端点) in their form: which a probe could call, whatever stands behind them."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

WEB_PORTS = frozenset({80, 443})
FREE_FROM = 1024
"""Ports below belong to other services: mail, files, remote login."""


@dataclass(frozen=True)
class Endpoint:
    """An address that may be asked, as it is called (端点)."""

    url: str
    host: str
    port: int


class NotAsked(SentenceError):
    """The probe does not call this address; it says nothing about the system."""


def endpoint(url: str) -> Endpoint:
    """The endpoint behind a registered address; NotAsked when it is none that a probe may call."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    except ValueError as error:
        raise NotAsked(say("The address cannot be read.")) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise NotAsked(say("Only addresses that begin with http:// or https:// are called."))
    if parts.username or parts.password:
        raise NotAsked(say("An address with a password in it is not called."))
    if port not in WEB_PORTS and port < FREE_FROM:
        raise NotAsked(say("Port {port} is not called.", port=port))
    if not url.isascii() or any(sign.isspace() for sign in url.strip()):
        raise NotAsked(say("The address cannot be read."))
    return Endpoint(url.strip(), parts.hostname, port)
