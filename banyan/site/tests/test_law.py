import json
import os
import subprocess
import sys
from pathlib import Path


def law(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", "from banyan.site.cli import main; main()", "law", *words]
    return subprocess.run(
        command, capture_output=True, text=True, env=os.environ | {"BANYAN_HOME": str(home)}, check=False
    )


def test_a_home_that_is_no_folder_is_one_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("not a folder")
    done = law(home, "use", "fujian-2015")
    assert done.returncode == 2
    assert done.stderr == f"{home} is a file, or goes through one, where a folder is needed.\n"


def test_coverage_is_told_before_there_is_a_database(tmp_path: Path) -> None:
    done = law(tmp_path / "none", "coverage", "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert {one["state"] for one in rows} == {"works", "not yet"}
    assert {one["count"] for one in rows} == {0}
    assert done.stderr == "Nothing is counted: there is no database yet.\n"
