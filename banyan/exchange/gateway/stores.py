"""The store for the database that Django is set up with."""

from collections.abc import Mapping

from django.db import connection

from banyan.exchange.gateway.postgresql import PostgresStore
from banyan.exchange.gateway.sqlite import SqliteStore
from banyan.exchange.gateway.store import Store

_PARAMETERS: Mapping[str, str] = {
    "NAME": "dbname",
    "USER": "user",
    "PASSWORD": "password",
    "HOST": "host",
    "PORT": "port",
}


def open_store() -> Store:
    """A new connection of the gateway's own (新开连接)."""
    chosen = connection.settings_dict
    if connection.vendor == "sqlite":
        return SqliteStore(str(chosen["NAME"]))
    return PostgresStore(
        {name: str(chosen[place]) for place, name in _PARAMETERS.items() if chosen.get(place)}
    )


def reads_in_loop() -> bool:
    """Whether a row is read faster without changing the thread, as from a file in memory."""
    return connection.vendor == "sqlite"
