"""One page of every kind that no journey passes: it fits, and axe finds nothing, light and dark."""

from collections.abc import Callable

import pytest

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
PAGES = {
    "heshicha": (
        "/picture/",
        "/score/",
        "/report/",
        "/overview/?level=county",
        "/supervision/inspection-plans/draft-inspection-plan/",
        "/supervision/inspections/1/",
    ),
    "chenyangwen": (
        "/",
        "/exchange/share-requests/submit-share-request/",
        "/exchange/share-requests/submit-share-request/?resource=1",
        "/catalogue/collection-forms/draft-form/",
    ),
    "sulizheng": (
        "/law/compare",
        "/entries/1/",
        "/find?q=人口",
        "/status/",
        "/bodies/bodies/1/",
        "/infrastructure/systems/",
    ),
}
"""By who looks at them."""


@pytest.mark.parametrize("user", sorted(PAGES))
def test_every_kind_of_page_fits_and_is_accessible_light_and_dark(
    user: str, sign_in: Callable[[str], Visitor]
) -> None:
    visitor = sign_in(user)
    for path in PAGES[user]:
        visitor.open(path)
        visitor.look_in_both_themes()
