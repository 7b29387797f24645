"""What is similar in function and what is not, and how well the engine does on the labelled entries."""

import json
import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banyan.planning.similarity import Register, Software
from banyan.planning.similarity.measure import figures, judged, labelled_register

BANYAN = Path(__file__).parents[4] / ".venv" / "bin" / "banyan"
FISHING = Software(
    "r01", "福建省渔船动态监控系统", "掌握渔船位置", "渔船位置监控;轨迹回放;越界告警;渔船档案;用户管理"
)
TEACHERS = Software("r06", "教师人事管理系统", "教师职称管理", "教师档案;职称申报;调动审批")


@pytest.mark.norm("18.2-c", "24.1-b")
def test_the_same_work_under_another_name_is_found_and_explained() -> None:
    found = Register([FISHING, TEACHERS]).similar(
        "智慧渔业综合管理平台", "海上渔业船舶安全", "船位实时监测;航迹查询;越界报警;船舶台账"
    )
    assert [one.id for one in found] == ["r01"]
    assert any(pair.theirs == "越界告警" for pair in found[0].pairs)


def test_other_work_on_the_same_object_is_not_similar() -> None:
    assert (
        Register([TEACHERS]).similar("教师在线培训平台", "教师学习", "课程学习;在线考试;学时证书;培训计划")
        == []
    )


def test_generic_functions_make_nothing_similar() -> None:
    assert Register([FISHING]).similar("综合信息管理平台", "综合管理", "用户管理;权限管理;日志管理") == []


@given(order=st.randoms())
def test_the_order_of_functions_does_not_matter(order: random.Random) -> None:
    functions = FISHING.functions.split(";")
    order.shuffle(functions)
    register = Register([FISHING, TEACHERS])
    assert register.similar(FISHING.name, FISHING.purpose, ";".join(functions))[0].id == "r01"


def test_an_entry_is_most_similar_to_itself() -> None:
    register = Register([FISHING, TEACHERS])
    for one in (FISHING, TEACHERS):
        assert register.similar(one.name, one.purpose, one.functions)[0].id == one.id


@settings(max_examples=60)
@given(name=st.text(max_size=30), purpose=st.text(max_size=30), functions=st.text(max_size=60))
def test_no_text_breaks_it(name: str, purpose: str, functions: str) -> None:
    assert Register([FISHING]).similar(name, purpose, functions) is not None


@pytest.mark.parametrize(
    ("split", "recall", "precision", "alarms"), [("dev", 0.97, 0.92, 0.15), ("held-out", 0.94, 0.88, 0.14)]
)
def test_does_not_fall_behind_what_it_reached(
    split: str, recall: float, precision: float, alarms: float
) -> None:
    found = figures([one for one in judged(labelled_register()) if one.split == split])
    assert found.recall >= recall
    assert found.precision >= precision
    assert found.false_alarms <= alarms


def _run(folder: Path, register: bytes, entries: bytes) -> subprocess.CompletedProcess[str]:
    (folder / "r.csv").write_bytes(register)
    (folder / "e.csv").write_bytes(entries)
    command = [str(BANYAN), "similar", "--register", "r.csv", "--entries", "e.csv", "--json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_answers_each_entry_in_order_in_either_encoding(tmp_path: Path) -> None:
    register = "id,name,purpose,functions\nr1,渔船监控系统,渔船安全,渔船定位;越界报警\n".encode("gb18030")
    entries = "\ufeffentry,name,purpose,functions\na,渔业平台,渔船安全,渔船定位;越界告警\nb,彩票,彩票,兑奖\n".encode()
    done = _run(tmp_path, register, entries)
    assert done.returncode == 0, done.stderr
    first, second = json.loads(done.stdout)
    assert (first["entry"], first["none"], first["similar"][0]["id"]) == ("a", False, "r1")
    assert (second["entry"], second["none"], second["similar"]) == ("b", True, [])


@pytest.mark.parametrize("register", [b"id,name\n1,2\n", b"\xff\xff\xff\xff", b""])
def test_a_bad_file_gets_one_sentence(tmp_path: Path, register: bytes) -> None:
    done = _run(tmp_path, register, b"entry,name,purpose,functions\n")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
