"""The command line as scripts meet it: bad input is one sentence with status 2, and JSON stays JSON."""

import csv
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from banyan.site.cli.main import main
from banyan.site.processes import claimed_ports
from tests.test_sharing import Town

COMMAND = [sys.executable, "-c", "from banyan.site.cli import main; main()"]


@pytest.mark.parametrize(
    ("words", "variables", "says"),
    [
        (["catalogue", "search", "社会", "保险"], {}, "Nothing asks for 保险"),
        (["probe", "--every", "-1"], {}, "--every"),
        (["law", "use", "fujian-draft"], {"BANYAN_HOME": "/proc"}, "/proc is closed to this user"),
        (["doctor"], {"BANYAN_DATABASE_URL": "postgresql://host:port/banyan"}, "is no address of a database"),
        (["doctor"], {"PORT": "²"}, "PORT must be a whole number"),
        (["doctor"], {"PORT": "9" * 5000}, "PORT must be a whole number"),
        (["stock", "correct", "²", "名称=甲", "--as", "x"], {}, "unable to convert"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(
    tmp_path: Path, words: list[str], variables: dict[str, str], says: str
) -> None:
    environment = os.environ | {"BANYAN_HOME": str(tmp_path)} | variables
    done = subprocess.run([*COMMAND, *words], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.django_db(transaction=True)
def test_the_report_of_a_load_is_json_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    town = Town()
    items = [item.name for item in town.resource.items.all()]
    file = tmp_path / "rows.csv"
    with file.open("w", newline="", encoding="utf-8") as table:
        csv.writer(table).writerows([items, ["not good"] * len(items)])
    monkeypatch.setattr(sys, "argv", ["banyan", "load", town.resource.code, str(file), "--json"])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr()
    assert left.value.code == 1
    assert json.loads(told.out)["published"] is False
    assert "the former version stays" in told.err


@pytest.mark.django_db(transaction=True)
def test_a_table_without_the_items_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.csv"
    file.write_text("a,b\n1,2\n")
    monkeypatch.setattr(sys, "argv", ["banyan", "load", Town().resource.code, str(file)])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr()
    assert (left.value.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert "The first row must name the items" in told.err


def test_an_installation_that_is_starting_has_its_ports_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BANYAN_GATEWAY_PORT", raising=False)
    monkeypatch.setenv("PORT", "18321")
    environment = os.environ | {"BANYAN_HOME": str(tmp_path / "home"), "PORT": "18320"}
    with claimed_ports(18321):
        done = subprocess.run(
            [*COMMAND, "serve"], capture_output=True, text=True, env=environment, check=False, timeout=60
        )
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert "Port 18321 of 127.0.0.1 cannot be used" in done.stderr
    assert not (tmp_path / "home" / "banyan.sqlite3").exists()
    with claimed_ports(18320):
        pass


def test_what_an_installation_keeps_only_its_user_may_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    _run(home, "law", "use", "fujian-draft")
    _run(home, "prepare")
    assert {path.name: _rights(path) for path in (home, *home.rglob("*")) if _rights(path) & 0o077} == {}
    (home / "banyan.sqlite3").chmod(0o644)
    _run(home, "prepare")
    assert _rights(home / "banyan.sqlite3") == 0o600


def _run(home: Path, *words: str) -> None:
    environment = os.environ | {"BANYAN_HOME": str(home), "BANYAN_DATABASE_URL": ""}
    subprocess.run([*COMMAND, *words], capture_output=True, env=environment, check=True, umask=0o022)


def _rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
