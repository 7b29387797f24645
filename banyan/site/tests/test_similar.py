import json
import subprocess
import sys
from pathlib import Path

import pytest

REGISTER = (
    "id,name,purpose,functions\n"
    "1,智慧渔业平台,掌握渔船动态,渔船定位；进出港报告；越界报警；渔船档案\n"
    "2,车辆管理系统,公务用车,位置监控;台账;派车审批\n"
)
ENTRIES = (
    "entry,name,purpose,functions\n"
    'a,海上船只动态监管,渔船安全,"船位监控、渔船进出港申报\n电子围栏告警；渔船台账"\n'
    "\n"
    "b,殡葬管理,殡葬服务,火化预约；墓位管理\n"
)


def run(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-c",
        "from banyan.site.cli import main; main()",
        "similar",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def ask(folder: Path, register: bytes, entries: bytes, *more: str) -> "subprocess.CompletedProcess[str]":
    (folder / "R.csv").write_bytes(register)
    (folder / "E.csv").write_bytes(entries)
    return run("--register", folder / "R.csv", "--entries", folder / "E.csv", *more)


@pytest.mark.norm("24.1-b")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_answers_line_by_line_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    done = ask(tmp_path, REGISTER.encode(encoding), ENTRIES.encode(encoding), "--json")
    assert done.returncode == 0, done.stderr
    first, second = json.loads(done.stdout)
    assert (first["entry"], first["none"]) == ("a", False)
    assert [one["id"] for one in first["similar"]] == ["1"]
    assert first["similar"][0].keys() == {"id", "name", "score", "reasons"}
    assert first["similar"][0]["reasons"][0].keys() == {"ours", "theirs", "score", "why"}
    assert "业务对象" in first["similar"][0]["reasons"][0]["why"]
    assert second == {"entry": "b", "similar": [], "none": True}


def test_a_table_for_people(tmp_path: Path) -> None:
    done = ask(tmp_path, REGISTER.encode(), ENTRIES.encode())
    assert done.returncode == 0
    assert "智慧渔业平台" in done.stdout
    assert "—" in done.stdout


@pytest.mark.parametrize(
    ("register", "entries", "says"),
    [
        (b"", ENTRIES.encode(), "R.csv is empty"),
        (b"id,name,functions\n", ENTRIES.encode(), "R.csv lacks the column purpose"),
        (REGISTER.encode(), b"name\nx\n", "E.csv lacks the column entry,purpose,functions"),
        (REGISTER.encode(), b"entry,name,name,purpose,functions\n", "E.csv names the column name twice"),
        (REGISTER.encode(), b"entry,name,purpose,functions\n1,a,b,c,d\n", "Line 2 of E.csv has more values"),
        (
            REGISTER.encode(),
            b"entry,name,purpose,functions\n1,a,b,c\n,d,e,f\n",
            "Entry 2 of E.csv has no name",
        ),
        (
            REGISTER.encode(),
            b"entry,name,purpose,functions\n1,a,b,c\n1,d,e,f\n",
            "The entry 1 stands in E.csv twice",
        ),
        (b"\xff\xfe\x81\x20\xff", ENTRIES.encode(), "R.csv: "),
        (REGISTER.encode(), b"entry,name,purpose,functions\n1,\x00,b,c\n", "E.csv: "),
    ],
)
def test_bad_files_are_one_sentence_and_status_2(
    tmp_path: Path, register: bytes, entries: bytes, says: str
) -> None:
    done = ask(tmp_path, register, entries, "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--register", "none.csv", "--entries", "none.csv"), "There is no file none.csv"),
        (("--register", ".", "--entries", "."), "There is no file"),
        (("--register", "none.csv"), "--entries"),
        (("--register", "none.csv", "--entries", "none.csv", "--nonsense"), "nonsense"),
    ],
)
def test_bad_arguments_are_one_sentence_and_status_2(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_help_says_what_the_files_hold() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "entry,name,purpose,functions" in done.stdout.replace("\n", "")
