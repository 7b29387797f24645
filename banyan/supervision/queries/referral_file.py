"""The file of a referral (移送案卷): its facts, and every entry behind them with a proof that stands alone."""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Finding
from banyan.acts.queries import evidence_of, history
from banyan.acts.sentences import as_recorded, entry_sentence
from banyan.bodies.models import Office, Term
from banyan.law.inforce import pack
from banyan.law.norms import Norm
from banyan.ledger.models import Leaf, stored_bytes
from banyan.ledger.proofs import inclusion_proof
from banyan.ledger.queries import latest
from banyan.planning.models import Hold
from banyan.supervision.models import Referral

FORMAT = "banyan-referral/1"
IN_CHARGE = (Office.Kind.HEAD, Office.Kind.PLANNING_OFFICER, Office.Kind.DATA_OFFICER)
"""Whose terms the file names: who headed the body and who answered for the field when the lapse was found."""


def referral_file(referral: Referral) -> dict[str, Any]:
    """The whole file as JSON; ``verify.py`` checks its entries without the log."""
    log = acts_log()
    findings = list(referral.order.findings.order_by("pk"))
    return {
        "format": FORMAT,
        "law": pack().version,
        "log": {"origin": log.origin, "vkey": log.vkey, "checkpoint": latest(log).note},
        "referral": _referral(referral),
        "order": _order(referral),
        "findings": [_finding(one) for one in findings],
        "consequences": _consequences(findings),
        "persons": _persons(referral, findings),
        "entries": [_entry(one) for one in entries_of(referral, findings)],
    }


def entries_of(referral: Referral, findings: Iterable[Finding]) -> list[Entry]:
    """The entries behind a referral, the oldest first: of its findings, its order and itself."""
    found = [entry for finding in findings for entry in evidence_of(finding)]
    found += history("supervision.order", referral.order_id)
    found += history("supervision.referral", referral.pk)
    return sorted({one.pk: one for one in found}.values(), key=lambda one: one.pk)


def _referral(referral: Referral) -> dict[str, Any]:
    order = referral.order
    return {
        "case": referral.item,
        "case_words": str(referral.get_item_display()),
        "body": order.body.name,
        "body_code": order.body.code,
        "referred_by": order.issued_by.name,
        "organ": referral.organ.name if referral.organ else "",
        "facts": referral.facts,
        "amount": str(referral.amount) if referral.amount is not None else "",
        "people": referral.people,
        "judged": referral.judged,
        "state": referral.state,
        "state_words": referral.state_word,
        "outcome": referral.outcome,
        "sanction": str(referral.get_sanction_display()) if referral.sanction else "",
        "effective_on": str(referral.effective_on or ""),
        "effective_until": str(referral.effective_until or ""),
    }


def _order(referral: Referral) -> dict[str, Any]:
    order = referral.order
    return {
        "demands": order.demands,
        "issued_by": order.issued_by.name,
        "state": order.state,
        "state_words": order.state_word,
        "report": order.report,
        "evidence": order.evidence,
        "check_result": order.check_result,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    with as_recorded():
        cited = pack().named(Norm(finding.norm), "zh")
    return {
        "number": finding.pk,
        "title": finding.title,
        "norm": finding.norm,
        "article": cited,
        "because": finding.because_words,
        "facts": finding.facts,
        "found_at": finding.found_at.isoformat(),
        "source": finding.monitor_words,
        "also_seen": finding.evidence,
        "state": finding.state,
    }


def _consequences(findings: list[Finding]) -> list[dict[str, str]]:
    holds = Hold.objects.filter(findings__in=findings).select_related("project").distinct()
    return [
        {
            "project": str(one.project),
            "kind": str(one.get_kind_display()),
            "reason": one.reason,
            "state": one.state_word,
        }
        for one in holds
    ]


def _persons(referral: Referral, findings: list[Finding]) -> list[dict[str, str]]:
    """Who held the offices in charge when the first lapse was found (单位主管人员、直接责任人)."""
    if not findings:
        return []
    day = min(one.found_at for one in findings).date()
    terms = Term.objects.filter(
        office__body=referral.order.body, office__kind__in=IN_CHARGE, since__lte=day
    ).select_related("officer", "office")
    return [
        {
            "name": one.officer.name,
            "office": str(one.office),
            "since": str(one.since),
            "until": str(one.until or ""),
        }
        for one in terms
        if one.until is None or one.until >= day
    ]


def _entry(entry: Entry) -> dict[str, Any]:
    leaf = Leaf.objects.get(pk=entry.leaf)
    logged = json.loads(stored_bytes(leaf.data))
    placed = leaf.position is not None and leaf.position < latest(acts_log()).size
    return {
        "number": entry.pk,
        "sentence": entry_sentence(entry, gettext),
        "who": entry.officer_name,
        **{name: logged[name] for name in ("act", "at", "on", "norm", "outcome")},
        "position": leaf.position,
        "leaf": stored_bytes(leaf.data).decode(),
        "proof": inclusion_proof(acts_log(), leaf.position).text
        if placed and leaf.position is not None
        else "",
    }
