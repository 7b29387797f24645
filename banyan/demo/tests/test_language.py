"""The terminal speaks the language of its user."""

import pytest

from banyan.demo import credentials
from banyan.demo.language import of_the_user


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh-hans"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_ALL": "zh_CN.UTF-8"}, "zh-hans"),
        ({}, "en"),
    ],
)
def test_the_accounts_are_told_in_the_language_of_the_environment(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    officer = {"name": "林设计", "office": "form_designer", "body": "民政局", "user_name": "lin"}
    kept = {"officers": [{**officer, "password": "p", "totp_secret": "s"}], "consumers": []}
    monkeypatch.setattr(credentials, "as_json", lambda: kept)
    assert of_the_user() == language
    told = credentials.as_text()
    assert ("Accounts of the demo" in told) == (language == "en")
    assert ("演示账号" in told or "账号" in told) == (language == "zh-hans")
