"""Third part: the provider proves offline who read what; an altered entry is found."""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx

from banyan.demo.story.client import Person
from banyan.demo.story.stage import Stage, holds
from banyan.demo.story.tampering import altered
from banyan.kit.numbers import is_digits

SEQUENCED_WITHIN = 15.0


def proves(stage: Stage, provider: Person, code: str, grant: int) -> None:
    """The provider downloads the verifier, runs it against its log, and sees its own list of uses."""
    log = next((one for one in provider.get("/logs") if one["name"] == f"reads-{code}"), None)
    if log is None:
        holds(log, "the provider's log of reads is not listed")
        return
    with TemporaryDirectory() as folder:
        verifier = Verifier(Path(folder), log, provider.token)
        entries = verifier.entries_of(grant)
        stage.step(
            "32.2-b",
            f"提供方下载核验程序并核验：{verifier.size} 条，完整无改",
            f"The provider downloads the verifier and runs it: {verifier.size} entries, whole",
        )
        kinds = [one["kind"] for one in entries]
        holds("read" in kinds and "denied" in kinds, f"the log tells of this grant only {kinds}")
        stage.step(
            "17.1-c",
            f"清单含本次授权的 {kinds.count('read')} 次读取、{kinds.count('denied')} 次拒绝",
            f"Its list holds this grant's {kinds.count('read')} reads and {kinds.count('denied')} denials",
        )
        position = next(one["position"] for one in entries if one["kind"] == "read")
        _names_what_is_altered(stage, verifier, position)
        status, said = verifier.run()
        holds(status == 0, f"after putting the entry back the log is not whole: {said}")
        stage.step("17.1-c", "复原后再次核验：完整", "Put back, the log is whole again")


def _names_what_is_altered(stage: Stage, verifier: "Verifier", position: int) -> None:
    with altered(verifier.log["name"], position):
        status, said = verifier.run()
        holds(status == 1, "the altered entry was not found")
        holds(
            any(problem.get("position") == position for problem in said["problems"]),
            f"the verifier did not name entry {position}: {said}",
        )
        stage.step(
            "32.2-a",
            f"改动一条已存审计记录：核验程序指出第 {position} 条",
            f"One stored audit entry is altered: the verifier names entry {position}",
        )
        for problem in said["problems"]:
            stage.show(problem["says"])


class Verifier:
    """The downloaded verifier in a folder of the provider's, with what it saw before."""

    def __init__(self, folder: Path, log: dict[str, str], token: str) -> None:
        self.folder, self.log, self.size = folder, log, 0
        answer = httpx.get(f"{log['url']}/verify.py", timeout=30, trust_env=False)
        holds(answer.status_code == 200, "the verifier cannot be downloaded")
        (folder / "verify.py").write_bytes(answer.content)
        (folder / "vkey").write_text(log["vkey"] + "\n")
        (folder / "token").write_text(token)

    def run(self, *more: str) -> tuple[int, Any]:
        """Run it as the provider would: Python alone."""
        names = [
            "verify.py",
            self.log["url"],
            "--vkey",
            "vkey",
            "--state",
            "state.json",
            "--token",
            "token",
            "--json",
            *more,
        ]
        done = subprocess.run(  # noqa: S603  the verifier just downloaded, by this Python
            [sys.executable, "-I", *names], cwd=self.folder, capture_output=True, text=True, check=False
        )
        said = json.loads(done.stdout) if done.stdout.strip().startswith("{") and not more else done.stdout
        return done.returncode, said

    def entries_of(self, grant: int) -> list[dict[str, Any]]:
        """The entries of a grant, once the clerk has given the newest its place."""
        end = time.monotonic() + SEQUENCED_WITHIN
        while True:
            status, said = self.run()
            holds(status == 0, f"the log is not whole: {said}")
            self.size = int(said["size"])
            entries = self._listed(grant)
            if {"read", "denied"} <= {one["kind"] for one in entries} or time.monotonic() > end:
                return entries
            time.sleep(0.5)

    def _listed(self, grant: int) -> list[dict[str, Any]]:
        _status, text = self.run("--list")
        found = []
        for line in text.splitlines():
            position, brace, rest = line.partition("{")
            if brace and is_digits(position.strip(" \t:")):
                entry = json.loads(brace + rest)
                if entry.get("grant") == grant:
                    found.append({**entry, "position": int(position.strip(" \t:"))})
        return found
