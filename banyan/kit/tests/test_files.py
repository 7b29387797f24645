import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from banyan.kit.files import write_once, write_whole


def test_of_many_who_write_once_the_first_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "key"
    contents = [bytes([number]) * 100_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda content: write_once(path, content), contents))
    assert path.read_bytes() in contents
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_written_anew_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "officers.json"
    path.write_text("old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("write", [write_once, write_whole])
def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "nowhere" / "key", b"content")
    assert not list(tmp_path.iterdir())
