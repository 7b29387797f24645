"""The checkout as a stranger finds it: no address or path of our own machines, and documents that tell the truth."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
VERBATIM = {"LICENSE", "package-lock.json"}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
# Put together from pieces, so that this file does not hold what it looks for.
REGISTRIES = re.compile(
    "|".join(
        [
            "npmjs" + r"\.(org|com)",
            "pypi" + r"\.org",
            "pythonhosted" + r"\.",
            "debian" + r"\.org",
            "golang" + r"\.org",
        ]
    )
)
OUR_PATHS = re.compile("|".join([r"(?<![\w.])/" + "(work|root|home|Users)/", r"\.\./" + "shared"]))
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")


def committed() -> Iterator[tuple[str, str]]:
    """Name and text of every file that is in git or would go there with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in sorted(set(listed.stdout.decode().split("\0")) - {""}):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content[:8000]:
            yield name, content.decode("utf-8", "replace")


def places(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in committed()
        if name not in VERBATIM
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def project() -> dict[str, Any]:
    described: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return described


def locked(file: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.\-]+)==([^\s;]+)", (ROOT / file).read_text(), re.MULTILINE))


def test_no_file_names_a_package_registry() -> None:
    assert places(REGISTRIES) == []
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_no_file_names_a_path_of_our_machines() -> None:
    assert places(OUR_PATHS) == []


def test_nothing_is_left_for_later_in_a_comment() -> None:
    assert places(UNFINISHED) == []


def test_documents_name_only_what_make_can_make() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {
        (path.name, target)
        for path in DOCUMENTS
        for target in re.findall(r"(?:`|^\s*(?:\$ )?)make ([a-z]+)", path.read_text(), re.MULTILINE)
    }
    assert named
    assert {target for _, target in named} <= targets


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in DOCUMENTS
        for link in re.findall(r"\]\(([^)#\s]+)", path.read_text())
        if not re.match(r"[a-z]+:", link) and not (path.parent / link).exists()
    ]
    assert broken == []


def test_tests_that_documents_name_exist() -> None:
    tests = {
        name
        for path in [*ROOT.glob("banyan/**/test_*.py"), *ROOT.glob("tests/**/test_*.py")]
        for name in [path.name, *re.findall(r"def (test_\w+)", path.read_text())]
    }
    named = {
        (path.name, test)
        for path in [ROOT / "THREAT_MODEL.md", *ROOT.glob("docs/**/*.md")]
        for test in re.findall(r"\btest_\w+(?:\.py)?", path.read_text())
    }
    assert named
    assert {(document, test) for document, test in named if test not in tests} == set()


def test_one_version_is_told_everywhere() -> None:
    version = project()["version"]
    assert f"softwareVersion: {version}\n" in (ROOT / "publiccode.yml").read_text()
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()


def test_the_lock_files_hold_what_the_project_pins() -> None:
    described = project()
    pins = {re.sub(r"\[.*?\]", "", pin).partition("==")[::2] for pin in described["dependencies"]}
    tools = {
        re.sub(r"\[.*?\]", "", pin).partition("==")[::2] for pin in described["optional-dependencies"]["dev"]
    }
    runtime, development = locked("requirements.lock"), locked("requirements-dev.lock")
    assert pins <= runtime.items()
    assert tools | runtime.items() <= development.items()
