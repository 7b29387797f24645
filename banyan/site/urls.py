"""All addresses of the desk, the law page and the API."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.defaults import server_error

from banyan.acts.models import Entry
from banyan.api import problems


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the desk can answer from its database."""
    Entry.objects.order_by("pk").first()
    return JsonResponse({"ready": True})


def fault(request: HttpRequest) -> HttpResponse:
    """What should not happen, told in the shape of the place: a problem of the API, a page of the desk."""
    return problems.fault() if request.path.startswith(f"/{API}") else server_error(request)


API = "api/v1/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz),
    path(API, include("banyan.api.urls")),
    path("", include("banyan.desk.urls")),
]
handler500 = fault
handler404 = "banyan.desk.access.not_there"
