"""An installation of another province begins with a table of its regions, and a wrong table with one clear sentence."""

import re
from pathlib import Path

import pytest
from django.test import Client

from banyan.acts.models import Entry
from banyan.bodies.models import Body, Officer, Region
from banyan.law.inforce import in_force
from banyan.law.tests.trial_packs import write_overlay
from tests.test_founding import Told, _found

pytestmark = pytest.mark.django_db(transaction=True)
EXAMPLE = Path(__file__).parent.parent / "examples" / "regions.csv"
ELSEWHERE = """
[scope.region_prefix]
values = [{ value = "99", source = "draft", articles = ["2"], certainty = "A" }]
"""
HEAD = "code,name,level\n990000,示例省,province\n"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A law pack like Fujian's for the province 99."""
    return write_overlay(tmp_path, parameters__toml=ELSEWHERE)


def _found_in(region: str, table: Path, monkeypatch: pytest.MonkeyPatch, **more: str) -> int:
    return _found(monkeypatch, **{"region": region, "regions": str(table), "name": "示例省数字办", **more})


@pytest.mark.norm("2.1-a")
def test_another_province_is_founded_from_a_table_of_its_regions(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path
) -> None:
    with in_force(elsewhere):
        assert _found_in("990102", EXAMPLE, monkeypatch) == 0
    assert Body.objects.get().region.name == "东岸区"
    assert Officer.objects.get().user_name == "chen.qi"
    parents = dict(Region.objects.values_list("name", "parent__name"))
    assert parents == {
        "示例省": None,
        "榕城市": "示例省",
        "东岸区": "榕城市",
        "码头街道": "东岸区",
        "灯塔社区": "码头街道",
        "直属县": "示例省",
    }
    assert Entry.objects.filter(act="bodies.load_regions", outcome="done").count() == 1


def test_a_table_of_excel_in_chinese_encoding_is_read(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path, tmp_path: Path
) -> None:
    table = tmp_path / "行政区划.csv"
    table.write_bytes(EXAMPLE.read_text(encoding="utf-8").replace("\n", "\r\n").encode("gb18030"))
    with in_force(elsewhere):
        assert _found_in("990000", table, monkeypatch) == 0


def test_what_was_refused_is_founded_with_the_same_table_and_not_with_another(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path, capsys: Told, tmp_path: Path
) -> None:
    other = tmp_path / "other.csv"
    other.write_text(HEAD, encoding="utf-8")
    with in_force(elsewhere):
        assert _found_in("990000", EXAMPLE, monkeypatch, **{"credit-code": "11350000003591037X"}) == 2
        assert _found_in("990000", other, monkeypatch) == 2
        assert "Other regions are loaded already" in capsys.readouterr().err
        assert _found_in("990000", EXAMPLE, monkeypatch) == 0


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("", "Line 1 must name the columns: code,name,level."),
        ("编码,名称,级别\n", "Line 1 must name the columns: code,name,level."),
        ("code,name,level\n", "exactly one region of the level province"),
        (f"{HEAD}991000,另一省\n", "Line 3: There must be three cells"),
        (f"{HEAD}990100,榕城市,prefecture\n", "Line 3: The level must be one of: province, city"),
        (f"{HEAD}99010,榕城市,city\n", "Line 3: The code of a region of the level city has 6 digits"),
        (
            f"{HEAD}990102,榕城市,city\n",
            "Line 3: The code of a region of the level city has 6 digits and ends",
        ),
        (f"{HEAD}990102,东岸区,county\n990102,西岸区,county\n", "Line 4: 990102 stands on line 3 already."),
        (f"{HEAD}\n350100,福州市,city\n", "Line 4: 350100 does not begin with 99"),
        (f"{HEAD}990100,,city\n", "Line 3: The name must have 1 to 80 characters."),
        (f"{HEAD}990100,{'长' * 81},city\n", "Line 3: The name must have 1 to 80 characters."),
        (f"{HEAD}990102001,码头街道,township\n", "Line 3: 990102001 lies in no county, city of this table."),
        (f"{HEAD}990100,榕城市,city\n", "There is no province, city or county with the code 990102."),
        ('code,name,level\n"990000,示例省', "torn"),
    ],
)
def test_a_wrong_table_is_told_with_its_line_and_loads_nothing(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path, capsys: Told, rows: str, says: str
) -> None:
    table = elsewhere.parent / "regions.csv"
    table.write_text(rows, encoding="utf-8")
    with in_force(elsewhere):
        assert _found_in("990102", table, monkeypatch) == 2
    told = capsys.readouterr()
    assert says in told.err
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert not Region.objects.exists()


def test_a_missing_table_and_the_wrong_pack_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: Told, tmp_path: Path
) -> None:
    assert _found_in("990000", tmp_path / "none.csv", monkeypatch) == 2
    assert "There is no file" in capsys.readouterr().err
    assert _found_in("990000", EXAMPLE, monkeypatch) == 2
    assert "does not begin with 35, as the regions of the law pack fujian-draft do" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_frame_of_every_page_names_the_province_of_the_installation(
    monkeypatch: pytest.MonkeyPatch, elsewhere: Path, client: Client, language: str
) -> None:
    def sign_in_page() -> str:
        return client.get("/sign-in", headers={"accept-language": language}).content.decode()

    with in_force(elsewhere):
        assert _found_in("990102", EXAMPLE, monkeypatch) == 0
        page = sign_in_page()
    assert "示例省</title>" in page
    assert "示例省" in page.partition('class="place">')[2].partition("</a>")[0]
    assert not re.search("Fujian|福建", page)
