"""Audit logs handed over by consumers to the providers of sensitive information (article 32.2)."""

from datetime import date
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.acts.due import Due
from banyan.exchange.models import AuditHandover, Grant
from banyan.exchange.queries import handover as queries
from banyan.exchange.rules import handover as rules

CONSUMER = "integrator, data_officer, administrator"
PROVIDER = "grant.provider : data_officer, auditor"
OfGrant = Annotated[Grant, Ask(choices=queries.grants_to_hand_over)]
Records = Annotated[int, Ask(label="Records", help="How many uses the log of your system has in the period.")]
Digest = Annotated[
    str, Ask(label="SHA-256 of the file", help="64 characters, as sha256sum prints them.", longest=64)
]
File = Annotated[Title, Ask(label="File name")]


@act(
    under="32.2-b",
    by=f"own : {CONSUMER}",
    on=AuditHandover,
    moves="-> handed_over",
    facts=queries.handover_facts,
    rules=[
        rules.log_is_of_the_own_grant,
        rules.period_has_ended,
        rules.period_is_no_longer_than_allowed,
        rules.period_is_handed_over_once,
        rules.digest_is_a_sha256,
    ],
    title="Hand over audit log",
    says="{by} handed over the audit log of {grant} from {since} to {until}: {records} records, SHA-256 {digest}",
)
def hand_over_log(
    *, grant: OfGrant, since: date, until: date, records: Records, digest: Digest, file_name: File
) -> AuditHandover:
    """Hand the provider the audit log of your own system on its sensitive items, for one period."""
    return AuditHandover.objects.create(
        grant=grant, since=since, until=until, records=records, digest=digest.lower(), file_name=file_name
    )


@act(
    under="32.2-b",
    by=PROVIDER,
    on=AuditHandover,
    moves="handed_over -> acknowledged",
    due=Due("read.acknowledge", since="handed_over"),
    title="Acknowledge",
    says="{by} acknowledged the audit log {on}",
)
def acknowledge_log(handover: AuditHandover) -> None:
    """Acknowledge that the log has arrived and agrees with what you know of the uses."""


@act(
    under="32.2-b",
    by=PROVIDER,
    on=AuditHandover,
    moves="handed_over -> questioned",
    due=Due("read.acknowledge", since="handed_over"),
    title="Question a record",
    says="{by} questioned the audit log {on}: {question}",
    tone="grave",
)
def question_log(handover: AuditHandover, *, question: Long) -> None:
    """Ask the consumer about a record, or about what is missing; it hands the log over again."""
    handover.question = question


@act(
    under="32.2-b",
    by=f"grant.consumer : {CONSUMER}",
    on=AuditHandover,
    moves="questioned -> handed_over",
    facts=queries.handover_facts,
    rules=[rules.digest_is_a_sha256],
    title="Hand over again",
    says="{by} handed over the audit log {on} again: {records} records, SHA-256 {digest}; {answer}",
)
def hand_over_again(
    handover: AuditHandover, *, records: Records, digest: Digest, file_name: File, answer: Long
) -> None:
    """Answer the provider's question, with the log as it is right."""
    handover.records = records
    handover.digest = digest.lower()
    handover.file_name = file_name
    handover.answer = answer
