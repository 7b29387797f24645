"""A round of the probe and an import of readings, as the commands do them."""

import ssl
from collections.abc import Sequence
from dataclasses import dataclass

from banyan.acts import clock
from banyan.infrastructure.models import System
from banyan.kit.sentence import Sentence
from banyan.operations.measuring import prometheus
from banyan.operations.measuring.addresses import Network
from banyan.operations.measuring.keeping import Kept, Taken, forget, keep
from banyan.operations.measuring.probe import Answer, Target, ask_all
from banyan.operations.models import Reading


@dataclass(frozen=True)
class ProbeRound:
    """What a round of the probe did."""

    answers: tuple[Answer, ...]
    names: dict[int, str]
    forgotten: int

    @property
    def up(self) -> int:
        return sum(one.up for one in self.answers)

    @property
    def failed(self) -> tuple[tuple[str, Reading.Why], ...]:
        """Systems that did not answer, each with the reason."""
        return tuple((self.names[one.system], Reading.Why(one.why)) for one in self.answers if one.why)

    @property
    def not_asked(self) -> tuple[tuple[str, Sentence], ...]:
        """Systems whose address the probe does not call: nothing is known of them."""
        return tuple((self.names[one.system], one.not_asked) for one in self.answers if one.not_asked)


def probe_round(opened: Sequence[Network], trust: ssl.SSLContext) -> ProbeRound:
    """Call every system in operation that has an endpoint, and keep what was told; all under one moment."""
    rows = System.objects.filter(state=System.State.LIVE).exclude(endpoint="").order_by("pk")
    targets = [Target(pk, url) for pk, url in rows.values_list("pk", "endpoint")]
    names = dict(rows.values_list("pk", "code"))
    at = clock.now()
    answers = ask_all(targets, opened, trust)
    keep(Taken(one.system, at, one.up, one.ms, one.why) for one in answers if not one.not_asked)
    return ProbeRound(tuple(answers), names, forget(at))


def known_systems(label: str) -> prometheus.Known:
    """Every system, by code and by endpoint."""
    rows = list(System.objects.values_list("pk", "code", "endpoint"))
    return prometheus.Known(
        label=label,
        codes={code: pk for pk, code, _ in rows},
        endpoints={url.rstrip("/"): pk for pk, _, url in rows if url},
    )


def keep_imported(
    up: list[prometheus.Series], seconds: list[prometheus.Series], label: str
) -> tuple[prometheus.Imported, Kept]:
    """Keep the readings of these series; what was read, and what became of it."""
    imported = prometheus.readings(up, seconds, known_systems(label))
    return imported, keep(imported.taken)
