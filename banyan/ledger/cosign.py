"""Bring a log's newest checkpoint to its witnesses and keep their cosignatures in its note."""

import base64
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from http import HTTPStatus

import httpx
from django.db import transaction

from banyan.kit.numbers import whole
from banyan.kit.sentence import Sentence, say
from banyan.ledger.models import Checkpoint, Log
from banyan.ledger.note import Note, NoteFault, Signature, VerifierKey, parse_note, parse_signatures
from banyan.ledger.proofs import consistency_proof
from banyan.ledger.queries import latest

SECONDS = 10
TRIES = 3


@dataclass(frozen=True)
class WitnessAddress:
    """Where a witness answers (见证方地址) and the key it cosigns with."""

    url: str
    key: VerifierKey


@dataclass(frozen=True)
class Outcome:
    """What one witness answered (会签结果). ``alarm``: it has seen a history that contradicts ours."""

    witness: str
    cosigned: bool
    alarm: bool
    says: Sentence


def cosign(
    log: Log, witnesses: Sequence[WitnessAddress], client: httpx.Client | None = None
) -> list[Outcome]:
    """Ask every witness to cosign the newest checkpoint of a log; one that fails does not stop the others."""
    head = latest(log)
    with nullcontext(client) if client else httpx.Client(timeout=SECONDS) as web:
        return [_ask(web, head, witness) for witness in witnesses]


def _ask(web: httpx.Client, head: Checkpoint, witness: WitnessAddress) -> Outcome:
    name = witness.key.name
    try:
        answer, old = _submit(web, head, witness)
    except httpx.HTTPError as error:
        return _failed(
            name, say("The witness {witness} cannot be reached: {why}", witness=name, why=str(error))
        )
    if answer.status_code == HTTPStatus.OK:
        return _keep(head, witness.key, answer.text)
    if _contradicts(head, answer.status_code, old):
        says = say(
            "The witness {witness} has seen another history of the log {log}: it knows {old} entries, we have {size}."
            " Find out who changed the log before anything else is signed.",
            witness=name,
            log=head.log.name,
            old=old,
            size=head.size,
        )
        return Outcome(name, cosigned=False, alarm=True, says=says)
    why, status = answer.text.strip()[:200], answer.status_code
    return _failed(
        name, say("The witness {witness} refused with {status}: {why}", witness=name, status=status, why=why)
    )


def _submit(web: httpx.Client, head: Checkpoint, witness: WitnessAddress) -> tuple[httpx.Response, int]:
    """Send the checkpoint, again with the size the witness names; answers its last reply and that size."""
    old = _last_cosigned(head.log, witness.key)
    answer = _post(web, head, witness, old)
    for _ in range(TRIES):
        named = whole(answer.text.strip())
        if answer.status_code != HTTPStatus.CONFLICT or named is None or named == old:
            break
        old = named
        if old > head.size:
            break
        answer = _post(web, head, witness, old)
    return answer, old


def _contradicts(head: Checkpoint, status: int, old: int) -> bool:
    """Whether the witness, at ``old`` entries, has seen what our log does not begin with; not if we are just late."""
    if status == HTTPStatus.CONFLICT:
        return old == head.size or old > latest(head.log).size
    return status == HTTPStatus.UNPROCESSABLE_ENTITY


def _post(web: httpx.Client, head: Checkpoint, witness: WitnessAddress, old: int) -> httpx.Response:
    proof = [base64.b64encode(line).decode() for line in consistency_proof(head.log, old, head.size)]
    body = "\n".join([f"old {old}", *proof, "", head.note])
    return web.post(f"{witness.url.rstrip('/')}/add-checkpoint", content=body.encode())


def _last_cosigned(log: Log, key: VerifierKey) -> int:
    """The size of the newest checkpoint that this witness cosigned; 0 when there is none."""
    signed = Checkpoint.objects.filter(log=log, note__contains=f"\n— {key.name} ").order_by("-size").first()
    return signed.size if signed else 0


def _keep(head: Checkpoint, key: VerifierKey, lines: str) -> Outcome:
    """Add the witness's valid cosignature to the stored note, unless it is already there."""
    with transaction.atomic():
        stored = Checkpoint.objects.select_for_update().get(pk=head.pk)
        note = parse_note(stored.note)
        fresh = _cosignature(note.text, key, lines)
        if fresh and note.cosigned_at(key) is None:
            stored.note += str(fresh)
            stored.save(update_fields=["note"])
    if not fresh:
        return _failed(key.name, say("The witness {witness} sent no valid cosignature.", witness=key.name))
    says = say("The witness {witness} cosigned {size} entries.", witness=key.name, size=head.size)
    return Outcome(key.name, cosigned=True, alarm=False, says=says)


def _cosignature(text: str, key: VerifierKey, lines: str) -> Signature | None:
    """The valid cosignature of this key among the lines that a witness sent."""
    try:
        sent = parse_signatures(lines)
    except NoteFault:
        return None
    return next((line for line in sent if Note(text, (line,)).cosigned_at(key) is not None), None)


def _failed(witness: str, says: Sentence) -> Outcome:
    return Outcome(witness, cosigned=False, alarm=False, says=says)
