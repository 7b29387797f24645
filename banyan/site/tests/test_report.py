"""``banyan report annual``: a file in each form, and one sentence for what cannot be read."""

import json
import sys
from pathlib import Path

import pytest

from banyan.site.cli.main import main
from tests import province

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _here() -> None:
    province.load_regions()


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit status of ``banyan report annual …``."""
    monkeypatch.setattr(sys, "argv", ["banyan", "report", "annual", *words])
    try:
        main()
    except SystemExit as left:
        return int(left.code or 0)
    return 0


@pytest.mark.norm("1.1-b")
@pytest.mark.parametrize(
    ("kind", "starts"), [("pdf", b"%PDF-"), ("html", b"<!doctype html>"), ("json", b"{")]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_writes_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, starts: bytes, language: str
) -> None:
    file = tmp_path / f"report.{kind}"
    words = ("--format", kind, "--out", str(file), "--language", language, "--region", "350100")
    assert run(monkeypatch, *words) == 0
    assert file.read_bytes().lstrip().startswith(starts)
    if kind == "html":
        assert ("年电子政务年度报告" in file.read_text()) == (language == "zh")


def test_without_a_file_it_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["lang"] == "zh-Hans"
    assert told["sections"]


@pytest.mark.parametrize(
    "words",
    [
        ("--year", "1999"),
        ("--year", "3000"),
        ("--year", "this"),
        ("--region", "350999"),
        ("--region", "35"),
        ("--format", "docx"),
        ("--format", "pdf"),
        ("--out", "/no/such/folder/report.html"),
        ("--out", "/"),
        ("--language", "fr"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert run(monkeypatch, *words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
