"""A gateway on a database that its own connections can reach, and a consumer who calls it."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from banyan.exchange.gateway.assertions import TYPE
from banyan.exchange.gateway.gateway import Gateway
from banyan.exchange.tests.factories import Exchange, assertion, make_exchange

T = TypeVar("T")
GATEWAY = "http://gateway.example"


@pytest.fixture(autouse=True)
def home(settings: Settings, tmp_path: Path) -> Path:
    settings.BANYAN_HOME = tmp_path / "home"
    settings.BANYAN_GATEWAY_URL = GATEWAY
    settings.BANYAN_HOME.mkdir()
    return tmp_path / "home"


@pytest.fixture
def database(transactional_db: None, home: Path) -> Iterator[None]:
    """The test's database, on SQLite as a file: one in memory belongs to Django's connection alone."""
    memory = connections["default"]
    if memory.vendor != "sqlite":
        kept = connections.settings["default"]["CONN_MAX_AGE"]
        connections.settings["default"]["CONN_MAX_AGE"] = 0  # threads of the log server keep no connection
        yield
        connections.settings["default"]["CONN_MAX_AGE"] = kept
        return
    name, file = memory.settings_dict["NAME"], home / "banyan.sqlite3"
    memory.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        memory.connection.backup(copy)
    onfile = memory.copy()
    onfile.settings_dict["NAME"] = str(file)
    connections.settings["default"]["NAME"] = str(file)
    connections["default"] = onfile
    yield
    connections["default"].close()
    connections.settings["default"]["NAME"] = name
    connections["default"] = memory


class Caller:
    """A consumer's client, in front of a gateway that runs in this process."""

    def __init__(self, exchange: Exchange, gateway: Gateway) -> None:
        self.exchange, self.gateway = exchange, gateway
        self.seconds: int | None = None
        transport = httpx.ASGITransport(app=gateway)
        self.web = httpx.AsyncClient(transport=transport, base_url=GATEWAY)

    async def ask_token(self, given: str | None = None, **more: Any) -> httpx.Response:
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": TYPE,
            "client_assertion": given or assertion(self.exchange, GATEWAY, now=self.seconds),
            **more,
        }
        return await self.web.post("/token", data={k: v for k, v in form.items() if v is not None})

    async def token(self, **more: Any) -> str:
        answer = await self.ask_token(**more)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    async def read(self, key: str, token: str = "", **headers: str) -> httpx.Response:
        return await self.get(f"{self.rows}/{key}", token, **headers)

    async def get(self, path: str, token: str = "", **headers: str) -> httpx.Response:
        bearer = {"Authorization": f"Bearer {token or await self.token()}"}
        return await self.web.get(path, headers=bearer | headers)

    @property
    def rows(self) -> str:
        return f"/resources/{self.exchange.resource.pk}/rows"


async def aside(work: Callable[[], T]) -> T:
    """Do blocking work, such as an act, while the gateway runs."""

    def closing_after() -> T:
        try:
            return work()
        finally:
            connections.close_all()

    return await asyncio.to_thread(closing_after)


Scene = Callable[[Caller], Awaitable[T]]


@pytest.fixture
def exchange(database: None) -> Exchange:
    return make_exchange()


@pytest.fixture
def play() -> Callable[[Exchange, Scene[Any]], Any]:
    """Open a gateway, let a scene call it, and close it."""

    async def scene(exchange: Exchange, act: Scene[Any]) -> Any:
        gateway = Gateway()
        await gateway.open()
        caller = Caller(exchange, gateway)
        try:
            return await act(caller)
        finally:
            await caller.web.aclose()
            await gateway.close()

    return lambda exchange, act: asyncio.run(scene(exchange, act))
