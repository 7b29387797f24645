"""The addresses of the desk."""

from django.urls import path
from django.views.generic import RedirectView

from banyan.desk.pages import (
    act,
    choices,
    compare,
    decision,
    entries,
    gate,
    home,
    inventory,
    law,
    listing,
    oversight,
    overview,
    picture,
    reads,
    report,
    score,
    sign_in,
    status,
    thing,
    upload,
)

urlpatterns = [
    path("", home.home),
    path("sign-in", sign_in.sign_in, name="sign-in"),
    path("sign-out", sign_in.sign_out),
    path("language", sign_in.language),
    path("theme", sign_in.theme),
    path("law", law.law),
    path("law/compare", compare.comparison),
    *(
        path(f"{one}/", RedirectView.as_view(url=f"/{one}", query_string=True))
        for one in ("law", "law/compare", "find", "sign-in")
    ),
    path("overview/", overview.overview),
    path("status/", status.status),
    path("picture/", picture.picture),
    path("report/", report.report),
    path("score/", score.ranking),
    path("score/<int:pk>/", score.score),
    path("find", entries.find),
    path("entries/", entries.entries),
    path("entries/<int:pk>/", entries.entry),
    path("logs/", reads.logs),
    path("logs/<str:name>/", reads.log_page),
    path("proposals/<int:pk>/", act.second),
    path("catalogue/collection-forms/<int:pk>/gate/", gate.gate),
    path("exchange/share-requests/<int:pk>/decide/", decision.decide),
    path("lake/loads/begin-load/", upload.upload),
    path("infrastructure/stock-rows/take-in/", inventory.take_in_file),
    path("infrastructure/stock-rows/take-in/<slug:kind>.csv", inventory.sheet),
    path("supervision/referrals/<int:pk>/file/", oversight.referral_page),
    path("supervision/referrals/<int:pk>/file.pdf", oversight.referral_pdf),
    path("supervision/referrals/<int:pk>/file.json", oversight.referral_json),
    path("supervision/inspection-plans/<int:pk>/list.json", oversight.plan_list),
    path("<slug:part>/<slug:nouns>/", listing.listing),
    path("<slug:part>/<slug:nouns>/choices/<str:name>/", choices.of_filter),
    path("<slug:part>/<slug:nouns>/<slug:slug>/choices/<str:name>/", choices.of_act),
    path("<slug:part>/<slug:nouns>/<int:pk>/<slug:slug>/choices/<str:name>/", choices.of_act),
    path("<slug:part>/<slug:nouns>/<int:pk>/", thing.thing),
    path("<slug:part>/<slug:nouns>/<int:pk>/<slug:slug>/", act.do),
    path("<slug:part>/<slug:nouns>/<slug:slug>/", act.make),
]
