"""The page of dependencies tells of every one, and of its licence as the package itself does."""

import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINE = re.compile(r"^\| `([\w.-]+)` \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
CLASSIFIERS = {
    "BSD-3-Clause": "License :: OSI Approved :: BSD License",
    "MIT": "License :: OSI Approved :: MIT License",
    "OFL-1.1": "License :: OSI Approved :: SIL Open Font License 1.1 (OFL-1.1)",
}


def pinned() -> set[str]:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[\[=]", pin)[0] for pin in described["dependencies"]}


def described() -> dict[str, str]:
    page = (ROOT / "docs" / "reference" / "dependencies.md").read_text(encoding="utf-8")
    return {found[1]: found[3] for found in LINE.finditer(page)}


def test_every_dependency_is_told_of_and_no_other() -> None:
    assert described().keys() == pinned()


@pytest.mark.parametrize("name", sorted(pinned()))
def test_the_licence_is_what_the_package_says(name: str) -> None:
    says = metadata(name).json
    told, stated = described()[name], says.get("license_expression") or says.get("license")
    assert told == stated or CLASSIFIERS.get(told) in says.get("classifier", [])
