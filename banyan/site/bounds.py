"""How much a request may bring along: what is too large is answered before any of it is read or kept."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from banyan.api import problems
from banyan.desk.access import too_large
from banyan.desk.frame import actor_of
from banyan.kit.numbers import whole

API = "/api/v1/"
DELIVERIES = "/lake/loads/begin-load/"
LARGEST_DELIVERY = 1 << 30
"""So many bytes has a file that an officer loads on the desk; larger ones are loaded by the command line."""


class BoundedBodies:
    """Refuses bodies that are too large; only who holds an office may send a large file, and to one page alone."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length, most = whole(request.META.get("CONTENT_LENGTH") or "0"), settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if length is not None and length <= most:
            return self.answer(request)
        if request.path == DELIVERIES and actor_of(request).offices:
            most = LARGEST_DELIVERY
            if length is not None and length <= most:
                return self.answer(request)
        api = request.path.startswith(API)
        return problems.too_large(most) if api else too_large(request, most)
