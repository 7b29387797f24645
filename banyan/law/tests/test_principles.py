"""The principles of article 3 are data of the pack: which norms serve them, and what a mistake in that says."""

from pathlib import Path

import pytest

from banyan.law.norms import Norm
from banyan.law.pack import load_pack
from banyan.law.problems import PackError
from banyan.law.tests.trial_packs import HEADER, write_overlay

SIX = ["统筹规划", "集约建设", "互联互通", "充分共享", "协同应用", "保障安全"]


@pytest.mark.norm("3.1-a", "3.1-b", "3.1-c", "3.1-d", "3.1-e", "3.1-f")
def test_every_principle_of_the_article_is_named_as_there_and_served_by_norms() -> None:
    pack = load_pack("fujian-draft")
    assert [one.zh for one in pack.principles] == SIX
    for one in pack.principles:
        assert one.zh == pack.provision(one.norm).text_zh
        assert sum(one.covers(norm) for norm in pack.provisions) > 5


@pytest.mark.parametrize(
    ("norm", "served"),
    [("25.1-c", ["充分共享"]), ("18.2-d", ["集约建设", "协同应用"]), ("3.1-f", ["保障安全"]), ("39.1-a", [])],
)
def test_a_norm_names_the_principles_that_it_serves(norm: str, served: list[str]) -> None:
    assert [one.called("zh") for one in load_pack("fujian-draft").principles_of(Norm(norm))] == served


def test_an_overlay_may_say_anew_what_serves_a_principle(tmp_path: Path) -> None:
    more = '[principles."3.1-f"]\nnorms = ["9"]\n'
    pack = load_pack(write_overlay(tmp_path, pack__toml=HEADER + more))
    assert [one.en for one in pack.principles_of(Norm("9.1-a"))] == ["assured security"]
    assert pack.principles_of(Norm("33.2-a")) == ()


def test_a_principle_that_is_served_by_no_norm_of_the_pack_is_a_mistake(tmp_path: Path) -> None:
    more = '[principles."3.1-f"]\nnorms = ["77"]\n'
    with pytest.raises(PackError) as error:
        load_pack(write_overlay(tmp_path, pack__toml=HEADER + more))
    assert "77" in str(error.value)
