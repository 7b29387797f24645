"""Readings from Prometheus: what its HTTP API answers to ``query_range``, read from its address or from a file.

A series belongs to the system whose code stands in its label (``system``, or the one named), or to the one whose
endpoint is its ``instance``. A value above 0 means that the system was up; a second query may tell seconds.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import msgspec

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.operations.measuring.keeping import Taken

MOST_POINTS = 10_000
"""Prometheus answers at most 11,000 points a series at a time."""
MOST_BYTES = 256 * 1024 * 1024
WAIT_SECONDS = 60


class Series(msgspec.Struct, frozen=True):
    """One series of a matrix: its labels and its samples, each a moment and a number as text."""

    metric: dict[str, str]
    values: list[tuple[float, str]] = []


class Matrix(msgspec.Struct, frozen=True):
    """The data of an answer."""

    resultType: str  # noqa: N815  the name in Prometheus' API
    result: list[Series]


class Envelope(msgspec.Struct, frozen=True):
    """An answer of Prometheus' HTTP API."""

    status: str
    data: Matrix | None = None
    error: str = ""


LATEST = 2**32
"""The latest moment of a reading, in seconds of Unix time: in the year 2106."""

LONGEST = 86_400
"""So many seconds an answer may have taken; what is told to have taken longer has no time."""


@dataclass(frozen=True)
class Span:
    """From when to when, and how far apart."""

    start: datetime
    end: datetime
    step: timedelta

    def pieces(self) -> Iterator["Span"]:
        """The span in pieces that Prometheus answers."""
        start, most = self.start, self.step * (MOST_POINTS - 1)
        while start <= self.end:
            end = min(self.end, start + most)
            yield Span(start, end, self.step)
            start = end + self.step


@dataclass(frozen=True)
class Imported:
    """What was read: readings, series of no known system, samples that are no number."""

    taken: tuple[Taken, ...]
    unknown: tuple[str, ...]
    unreadable: int


@dataclass(frozen=True)
class Known:
    """How a series finds its system: by code in a label, or by endpoint."""

    label: str
    codes: dict[str, int]
    endpoints: dict[str, int]

    def system(self, series: Series) -> int | None:
        labels = series.metric
        code, instance = labels.get(self.label, ""), labels.get("instance", "")
        return self.codes.get(code) or self.endpoints.get(instance.rstrip("/"))


def series_of(answer: bytes) -> list[Series]:
    """The series of an answer; one sentence when it is none, or Prometheus refused."""
    try:
        told = msgspec.json.decode(answer, type=Envelope)
    except msgspec.DecodeError as error:
        raise SentenceError(
            say("This is no answer of Prometheus' query_range: {error}.", error=str(error).rstrip("."))
        ) from error
    if told.status != "success" or told.data is None:
        raise SentenceError(say("Prometheus answers: {error}", error=told.error or told.status))
    if told.data.resultType != "matrix":
        raise SentenceError(
            say("Prometheus answered a {kind}; ask with query_range.", kind=told.data.resultType)
        )
    return told.data.result


def from_file(path: Path) -> list[Series]:
    """The series of an answer that was saved."""
    if path.stat().st_size > MOST_BYTES:
        raise SentenceError(say("{file} is larger than 256 MB; save it in pieces.", file=path.name))
    return series_of(path.read_bytes())


def from_server(server: str, query: str, span: Span) -> list[Series]:
    """The series that a Prometheus answers, piece by piece."""
    if not server.startswith(("http://", "https://")):
        raise SentenceError(say("Give Prometheus' address with http:// or https://."))
    found: list[Series] = []
    with httpx.Client(timeout=WAIT_SECONDS) as web:
        for piece in span.pieces():
            found.extend(series_of(_ask(web, server, query, piece)))
    return found


def _ask(web: httpx.Client, server: str, query: str, span: Span) -> bytes:
    asked: dict[str, Any] = {
        "query": query,
        "start": span.start.timestamp(),
        "end": span.end.timestamp(),
        "step": span.step.total_seconds(),
    }
    try:
        answer = web.post(f"{server.rstrip('/')}/api/v1/query_range", data=asked)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SentenceError(
            say("{server} does not answer: {error}", server=server, error=str(error) or type(error).__name__)
        ) from error
    if not answer.headers.get("content-type", "").startswith("application/json"):
        raise SentenceError(
            say(
                "{server} answered with status {status} and no JSON.",
                server=server,
                status=answer.status_code,
            )
        )
    return answer.content


def readings(up: list[Series], seconds: list[Series], known: Known) -> Imported:
    """The readings in two sets of series: whether each was up, and how many seconds it took."""
    took = {
        (system, at): value
        for series in seconds
        if (system := known.system(series)) is not None
        for at, value in _samples(series)
        if value is not None and 0 <= value <= LONGEST
    }
    taken, unknown, unreadable = [], [], 0
    for series in up:
        system = known.system(series)
        if system is None:
            unknown.append(_named(series))
            continue
        for at, value in _samples(series):
            if value is None:
                unreadable += 1
                continue
            ms = round(took[system, at] * 1000) if (system, at) in took else None
            taken.append(_taken(system, at, up=value > 0, ms=ms))
    return Imported(tuple(taken), tuple(unknown), unreadable)


def _taken(system: int, at: float, *, up: bool, ms: int | None) -> Taken:
    moment = datetime.fromtimestamp(at, UTC)
    return Taken(system, moment, up, ms if up else None, "" if up else "told", "prometheus")


def _samples(series: Series) -> Iterator[tuple[float, float | None]]:
    for at, text in series.values:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        yield at, value if math.isfinite(value) and 0 <= at <= LATEST else None


def _named(series: Series) -> str:
    return ",".join(f'{name}="{value}"' for name, value in sorted(series.metric.items()))
