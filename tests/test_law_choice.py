"""A pack is chosen before the first act, and not changed after it."""

from pathlib import Path

import pytest

from banyan.kit.errors import SentenceError
from banyan.site import environment
from banyan.site.law_choice import choose_pack
from tests.test_door import proposed_item

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANYAN_HOME", str(tmp_path))


def test_any_pack_is_chosen_while_there_is_no_act() -> None:
    assert choose_pack("fujian-2015").id == "fujian-2015"
    assert environment.law_pack() == "fujian-2015"
    assert choose_pack("fujian-draft").id == "fujian-draft"
    assert environment.law_pack() == "fujian-draft"


def test_refuses_another_pack_once_acts_are_recorded_and_changes_nothing() -> None:
    choose_pack("fujian-draft")
    proposed_item()
    with pytest.raises(SentenceError, match="Acts were already recorded under «fujian-draft»"):
        choose_pack("fujian-2015")
    assert environment.law_pack() == "fujian-draft"
    assert choose_pack("fujian-draft").id == "fujian-draft"
