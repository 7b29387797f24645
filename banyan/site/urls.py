"""All addresses of the desk, the law page and the API."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, URLResolver, include, path

from banyan.acts.models import Entry


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the desk can answer from its database."""
    Entry.objects.order_by("pk").first()
    return JsonResponse({"ready": True})


urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz),
    path("api/v1/", include("banyan.api.urls")),
    path("", include("banyan.desk.urls")),
]
handler404 = "banyan.desk.access.not_there"
