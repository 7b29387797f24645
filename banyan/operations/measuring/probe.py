"""The probe (探测): calls endpoints side by side, each within its time, and tells who answered and how fast.

The name is looked up here, its addresses are checked, and the connection goes to the checked address itself: a name
that changes its address in between leads nowhere else. Redirects are not followed, proxies of the environment not
used, and no more than the head of an answer is read.
"""

import asyncio
import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpcore

from banyan.kit.endpoints import NotAsked, endpoint
from banyan.kit.sentence import Sentence
from banyan.operations.measuring.addresses import Network, checked

PARALLEL = 64
CONNECT_SECONDS, WHOLE_SECONDS = 5.0, 10.0
FAILS_FROM = 400
STANDS_BEHIND_A_DOOR = frozenset({401, 403, 405})
"""Answers of a system that works, and asks who is there or for another method."""
HEADERS = [(b"User-Agent", b"Banyan-probe"), (b"Accept", b"*/*"), (b"Connection", b"close")]


@dataclass(frozen=True)
class Target:
    """A system and the address that it is called at."""

    system: int
    url: str


@dataclass(frozen=True)
class Answer:
    """What a call told: ``why`` names a failure, ``not_asked`` why there was no call."""

    system: int
    up: bool
    ms: int | None = None
    why: str = ""
    not_asked: Sentence | None = None


class _NoName(httpcore.ConnectError):
    """The name has no address."""


class _Guarded(httpcore.AsyncNetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, opened: Sequence[Network]) -> None:
        self._opened = opened
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  httpcore's signature
        *args: Any,
        **more: Any,
    ) -> httpcore.AsyncNetworkStream:
        addresses = checked(await _addresses(host, port), self._opened)
        fault: Exception = _NoName(host)
        for address in addresses[:3]:
            try:
                return await self._inner.connect_tcp(address, port, timeout, *args, **more)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


async def _addresses(host: str, port: int) -> list[str]:
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise _NoName(host) from error
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def trusted(authorities: str = "") -> ssl.SSLContext:
    """The certificates that are believed: the system's, and those of a file of the operator's own authority."""
    context = ssl.create_default_context()
    if authorities:
        context.load_verify_locations(cafile=authorities)
    return context


def ask_all(targets: Iterable[Target], opened: Sequence[Network], trust: ssl.SSLContext) -> list[Answer]:
    """Call every target, ``PARALLEL`` at a time; one answer for each."""
    return asyncio.run(_ask_all(list(targets), opened, trust))


async def _ask_all(targets: list[Target], opened: Sequence[Network], trust: ssl.SSLContext) -> list[Answer]:
    places = asyncio.Semaphore(PARALLEL)
    with ThreadPoolExecutor(PARALLEL) as lookups:
        asyncio.get_running_loop().set_default_executor(lookups)
        pool = httpcore.AsyncConnectionPool(
            ssl_context=trust,
            max_connections=PARALLEL,
            max_keepalive_connections=0,
            network_backend=_Guarded(opened),
        )

        async def within(target: Target) -> Answer:
            async with places:
                return await _ask(pool, target)

        async with pool:
            return list(await asyncio.gather(*map(within, targets)))


async def _ask(pool: httpcore.AsyncConnectionPool, target: Target) -> Answer:
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(WHOLE_SECONDS):
            status = await _status(pool, endpoint(target.url).url)
    except NotAsked as fault:
        return Answer(target.system, up=False, not_asked=fault.sentence)
    except (TimeoutError, httpcore.TimeoutException):
        return Answer(target.system, up=False, why="timeout")
    except _NoName:
        return Answer(target.system, up=False, why="name")
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as fault:
        return Answer(target.system, up=False, why="certificate" if _is_certificate(fault) else "connection")
    ms = round((time.perf_counter() - begun) * 1000)
    works = status < FAILS_FROM or status in STANDS_BEHIND_A_DOOR
    return Answer(target.system, works, ms, "" if works else "status")


async def _status(pool: httpcore.AsyncConnectionPool, url: str) -> int:
    """The status of the answer; its body is not read."""
    waits = {"connect": CONNECT_SECONDS, "read": WHOLE_SECONDS, "write": CONNECT_SECONDS}
    async with pool.stream("GET", url, headers=HEADERS, extensions={"timeout": waits}) as answer:
        return int(answer.status)


def _is_certificate(fault: BaseException | None) -> bool:
    while fault is not None:
        if isinstance(fault, ssl.SSLError):
            return True
        fault = fault.__cause__ or fault.__context__
    return False
