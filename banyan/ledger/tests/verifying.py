"""Run the stand-alone verifier as its users do: another process, nothing of Banyan."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

VERIFIER = Path(__file__).parent.parent / "verify.py"


@dataclass(frozen=True)
class Verdict:
    """What the verifier said: its exit code, and its findings as read from ``--json``."""

    code: int
    findings: dict[str, Any]

    @property
    def kinds(self) -> list[str]:
        return [problem["kind"] for problem in self.findings["problems"]]

    @property
    def says(self) -> str:
        return " ".join(problem["says"] for problem in self.findings["problems"])


def run_verifier(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(VERIFIER), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


def verify_log(place: object, vkey: str, folder: Path, *arguments: object) -> Verdict:
    """Verify with the key and the state kept in ``folder``."""
    key = folder / "trusted.vkey"
    key.write_text(vkey + "\n")
    done = run_verifier(place, "--vkey", key, "--json", "--lang", "en", *arguments)
    assert not done.stderr, done.stderr
    return Verdict(done.returncode, json.loads(done.stdout))
