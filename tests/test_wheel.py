"""The wheel, built from a copy of the checkout: whoever installs it needs nothing else, not even Node.js."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
MADE_HERE = shutil.ignore_patterns(
    ".git", ".venv", ".run", ".*_cache", "__pycache__", "node_modules", "built", "dist", "var", "*.mo"
)
SOURCE_ONLY = {"assets", "tests", "__pycache__", "built"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """A wheel built from nothing but what is committed."""
    copy = tmp_path_factory.mktemp("checkout") / "banyan"
    shutil.copytree(ROOT, copy, ignore=MADE_HERE)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel"], cwd=copy, check=True, capture_output=True
    )
    (built,) = (copy / "dist").glob("banyan_gov-*.whl")
    return ZipFile(built)


def test_holds_every_data_file_of_the_package(wheel: ZipFile) -> None:
    files = (path.relative_to(ROOT) for path in (ROOT / "banyan").rglob("*") if path.is_file())
    data = {
        str(path)
        for path in files
        if path.suffix not in {".py", ".po", ".mo"} and not SOURCE_ONLY & set(path.parts)
    }
    assert data - set(wheel.namelist()) == set()


def test_holds_the_law_pack_and_the_demo_province(wheel: ZipFile) -> None:
    assert any(name.startswith("banyan/law/packs/fujian-draft/") for name in wheel.namelist())
    assert any(name.startswith("banyan/demo/data/") for name in wheel.namelist())


def test_holds_the_scripts_and_styles_that_its_manifest_names(wheel: ZipFile) -> None:
    manifest = json.loads(wheel.read("banyan/desk/static/built/manifest.json"))
    assert set(manifest) == {"desk.js", "charts.js", "desk.css", "banyan.svg"}
    assert {f"banyan/desk/static/built/{file}" for file in manifest.values()} <= set(wheel.namelist())


def test_holds_every_message_catalogue_compiled(wheel: ZipFile) -> None:
    catalogues = {
        str(path.relative_to(ROOT).with_suffix(".mo")) for path in (ROOT / "banyan").rglob("LC_MESSAGES/*.po")
    }
    assert catalogues
    assert catalogues <= set(wheel.namelist())


def test_holds_the_licence_and_the_command_and_no_test(wheel: ZipFile) -> None:
    information = next(name.partition("/")[0] for name in wheel.namelist() if ".dist-info/" in name)
    assert b"EUROPEAN UNION PUBLIC LICENCE" in wheel.read(f"{information}/licenses/LICENSE")
    assert b"banyan = banyan.site.cli:main" in wheel.read(f"{information}/entry_points.txt")
    assert not [name for name in wheel.namelist() if "/tests/" in name or "/assets/" in name]
