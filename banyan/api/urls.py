"""The addresses of the API, under /api/v1/."""

from django.urls import path, re_path

from banyan.api import access, acts, law, openapi, problems

urlpatterns = [
    path("openapi.json", openapi.document, name="openapi"),
    path("sign-in", access.sign_in),
    path("logs", law.logs),
    path("law/coverage", law.coverage),
    path("law/packs", law.packs),
    path("law/compare", law.compared),
    path("search", law.search),
    path("entries/<int:pk>", acts.entry),
    path("proposals/<int:pk>/confirm", acts.confirm_proposal),
    path("catalogue/collection-forms/<int:pk>/gate", law.gate),
    path("<slug:part>/<slug:nouns>", acts.listing),
    path("<slug:part>/<slug:nouns>/<int:pk>", acts.thing),
    path("<slug:part>/<slug:nouns>/<int:pk>/history", acts.history_of),
    path("<slug:part>/<slug:nouns>/<int:pk>/<slug:slug>", acts.do),
    path("<slug:part>/<slug:nouns>/<slug:slug>", acts.create),
    re_path(r"", problems.not_found),
]
