"""Packs for tests: the one of the tiny province, and overlays with one thing wrong or other."""

from pathlib import Path

from banyan.law.folder import PACKS
from banyan.law.pack import load_pack
from banyan.law.problems import PackError

TINY = Path(__file__).parent / "packs" / "tiny-province"
HEADER = 'id = "overlay"\nextends = "fujian-draft"\n'


def write_overlay(folder: Path, **files: str) -> Path:
    """A folder ``overlay`` over the draft; ``files`` by name, with ``__`` for the full stop."""
    pack = folder / "overlay"
    pack.mkdir()
    given = {name.replace("__", "."): words for name, words in files.items()}
    for name, words in {"pack.toml": HEADER, **given}.items():
        (pack / name).write_text(words, encoding="utf-8")
    return pack


def draft_file(name: str) -> str:
    """A file of the draft pack."""
    return (PACKS / "fujian-draft" / name).read_text("utf-8")


def mistakes(pack: Path) -> list[str]:
    """What loading the pack complains of; none if it loads."""
    try:
        load_pack(pack)
    except PackError as error:
        return [str(problem) for problem in error.problems]
    return []
