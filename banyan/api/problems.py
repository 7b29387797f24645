"""Answers that are not an entry, as problem details (RFC 9457)."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from banyan.acts.errors import ActError, Invalid, KeyReused, NotThere, Refused, SignInFirst
from banyan.acts.refusal import Refusal
from banyan.acts.rule import Condition
from banyan.kit.problems import problem_type
from banyan.law.inforce import pack


def problem(status: int, code: str, title: str, **more: Any) -> JsonResponse:
    """A problem with its stable ``code``; ``more`` are members of its own."""
    body = {"type": problem_type(code), "title": title, "status": status, "code": code, **more}
    return JsonResponse(
        body,
        status=status,
        content_type="application/problem+json",
        json_dumps_params={"ensure_ascii": False},
    )


def of_error(error: ActError) -> JsonResponse:
    """The problem that an answer of the one door stands for."""
    if isinstance(error, Refused):
        return problem(
            409,
            "refused",
            gettext("Not done: the law stops this act."),
            act=error.act,
            entry=error.entry,
            refusals=[refusal_as_json(one) for one in error.refusals],
        )
    if isinstance(error, Invalid):
        fields = {name: sentence.render(gettext) for name, sentence in error.fields.items()}
        return problem(422, "invalid", gettext("Some inputs cannot be read."), errors=fields)
    if isinstance(error, SignInFirst):
        answer = problem(401, "sign-in", error.sentence.render(gettext))
        answer.headers["WWW-Authenticate"] = "Bearer"
        return answer
    if isinstance(error, NotThere):
        return problem(404, "not-there", error.sentence.render(gettext))
    if isinstance(error, KeyReused):
        return problem(422, "key-reused", error.sentence.render(gettext))
    return fault()


def fault() -> JsonResponse:
    """For what should not happen."""
    return problem(500, "fault", gettext("The system is at fault; nothing was changed."))


def too_large(most: int) -> JsonResponse:
    """For a body of more bytes than are taken."""
    return problem(413, "too-large", gettext("Send at most {most} MB.").format(most=most >> 20))


def refusal_as_json(refusal: Refusal) -> dict[str, Any]:
    """One reason with its article, the fact, and the lawful way."""
    fix = refusal.fix
    return {
        "norm": str(refusal.norm),
        "article": str(pack().article(refusal.norm)) if pack().holds(refusal.norm) else "",
        "cited": {language: pack().named(refusal.norm, language) for language in ("zh", "en")},
        "principles": [str(one.norm) for one in pack().principles_of(refusal.norm)],
        "rule": refusal.rule,
        "because": refusal.because.render(gettext),
        "instead": refusal.instead.render(gettext),
        "fix": {"act": fix.act, "on": fix.on, "given": dict(fix.given)} if fix else None,
    }


def condition_as_json(one: Condition) -> dict[str, Any]:
    """One row of a gate: the demand, whether it holds, what shows it or what stands against it."""
    return {
        "rule": one.rule.name,
        "norm": str(one.rule.norm),
        "article": str(pack().article(one.rule.norm)),
        "demand": gettext(one.rule.demand),
        "holds": one.holds,
        "evidence": one.evidence.render(gettext) if one.evidence else None,
        "refusal": refusal_as_json(one.refusal) if one.refusal else None,
    }


@csrf_exempt
def not_found(request: HttpRequest, exception: Exception | None = None) -> JsonResponse:
    """For an address of the API that does not exist."""
    return problem(404, "no-such-address", gettext("There is nothing at this address."))
