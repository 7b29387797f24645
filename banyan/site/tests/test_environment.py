from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from banyan.site import environment
from banyan.site.environment import EnvironmentFault


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANYAN_HOME", str(tmp_path))
    monkeypatch.delenv("BANYAN_SECRET_KEY", raising=False)
    return tmp_path


def test_processes_that_start_at_once_share_one_secret_key() -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: environment.secret_key(), range(8)))
    assert [len(key) for key in keys] == [64]


def test_an_empty_secret_key_is_refused(home: Path) -> None:
    (home / "secret.key").touch()
    with pytest.raises(EnvironmentFault, match="is empty"):
        environment.secret_key()


@pytest.mark.parametrize("told", ["²", "--5", "9" * 5000, "1e3", "", "-1"])
def test_a_variable_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv(environment.PORT.name, told)
    with pytest.raises(EnvironmentFault, match=environment.PORT.name):
        environment.PORT.port()
