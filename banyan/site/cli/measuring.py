"""``banyan probe`` and ``banyan readings``: how available the systems are."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter
from cyclopts.validators import Number
from django.utils.timezone import get_default_timezone

from banyan.acts import clock
from banyan.acts.asks import FIRST_YEAR, LAST_YEAR
from banyan.acts.sentences import worded
from banyan.operations.measuring import prometheus, rounds
from banyan.site.cli.answers import BadInput, out, show_json
from banyan.site.probing import turns

Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]
LONGEST_STEP = 86_400
DAY = timedelta(days=1)


def probe(
    *,
    json: Json = False,
    every: Annotated[
        int, Parameter(validator=Number(gte=0), help="Go on, with so many seconds from round to round.")
    ] = 0,
) -> None:
    """Call the endpoint of every system in operation once, side by side, and keep who answered and how fast."""
    for done, seconds in turns(every):
        _tell(done, seconds, json=json)


def _tell(done: rounds.ProbeRound, seconds: float, *, json: bool) -> None:
    if json:
        show_json(
            {
                "called": len(done.answers) - len(done.not_asked),
                "up": done.up,
                "failed": [
                    {"system": code, "why": str(why), "because": str(worded(why))}
                    for code, why in done.failed
                ],
                "not_called": [{"system": code, "because": str(said)} for code, said in done.not_asked],
                "seconds": round(seconds, 2),
            }
        )
        return
    called = len(done.answers) - len(done.not_asked)
    out.print(f"{called} called, {done.up} up, {len(done.failed)} failed, in {seconds:.1f} s")
    for code, why in done.failed:
        out.print(f"  {code} is not up: {worded(why)}.")
    for code, said in done.not_asked:
        out.print(f"  {code}: not called. {said}")


def readings(
    *,
    prometheus_url: Annotated[str, Parameter(name="--prometheus", help="Address of a Prometheus.")] = "",
    query: Annotated[str, Parameter(help="What tells whether a system is up.")] = "probe_success",
    seconds_query: Annotated[
        str, Parameter(name="--seconds", help="What tells how long it took, such as probe_duration_seconds.")
    ] = "",
    start: Annotated[
        str, Parameter(help="From this moment on, such as 2026-11-01T00:00; yesterday if unset.")
    ] = "",
    end: Annotated[str, Parameter(help="Until this moment; now if unset.")] = "",
    step: Annotated[int, Parameter(help="Seconds from reading to reading.")] = 300,
    file: Annotated[
        Path | None, Parameter(help="A saved answer of query_range, instead of a Prometheus.")
    ] = None,
    label: Annotated[str, Parameter(help="The label that holds the code of the system.")] = "system",
    json: Json = False,
) -> None:
    """Take readings in from Prometheus; each is kept once, however often it is read."""
    if bool(prometheus_url) == bool(file):
        raise BadInput("Give either --prometheus with an address, or --file with a saved answer.")
    if not 1 <= step <= LONGEST_STEP:
        raise BadInput(f"--step is a number of seconds from 1 to {LONGEST_STEP}.")
    if file:
        up, took = prometheus.from_file(file), []
    else:
        span = _span(start, end, step)
        up = prometheus.from_server(prometheus_url, query, span)
        took = prometheus.from_server(prometheus_url, seconds_query, span) if seconds_query else []
    imported, kept = rounds.keep_imported(up, took, label)
    told = {**kept.__dict__, "unreadable": imported.unreadable, "unknown_series": list(imported.unknown)}
    if json:
        show_json(told)
    else:
        _tell_kept(told)


def _tell_kept(told: dict[str, Any]) -> None:
    out.print(
        f"{told['written']} written, {told['known']} known already, {told['too_old']} older than readings are kept,"
        f" {told['unreadable']} no number"
    )
    for name in told["unknown_series"]:
        out.print(f"  of no known system: {{{name}}}")


def _span(start: str, end: str, step: int) -> prometheus.Span:
    until = _moment(end) if end else clock.now()
    since = _moment(start) if start else until - DAY
    if since >= until:
        raise BadInput("--start lies before --end.")
    return prometheus.Span(since, until, timedelta(seconds=step))


def _moment(text: str) -> datetime:
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"Write a moment as 2026-11-01T00:00, not {text!r}.") from None
    if not FIRST_YEAR < told.year < LAST_YEAR:
        raise BadInput(f"Name a moment after {FIRST_YEAR} and before {LAST_YEAR}, not {text!r}.")
    return told if told.tzinfo else told.replace(tzinfo=get_default_timezone())
