import json
import os
import subprocess
import sys
from pathlib import Path


def test_coverage_is_told_before_there_is_a_database(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from banyan.site.cli import main; main()", "law", "coverage", "--json"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env=os.environ | {"BANYAN_HOME": str(tmp_path / "none")},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert {one["state"] for one in rows} == {"works", "not yet"}
    assert {one["count"] for one in rows} == {0}
    assert done.stderr == "Nothing is counted: there is no database yet.\n"
