"""A pack says every mistake in its files at once, and where; an overlay changes only what it names."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from banyan.law.folder import PACKS
from banyan.law.norms import Article, Norm
from banyan.law.pack import load_pack
from banyan.law.problems import LawError, PackError
from banyan.law.tests.trial_packs import HEADER, draft_file, mistakes, write_overlay

NORM_COLUMNS = draft_file("norms.csv").splitlines()[0]


def row(**cells: str) -> str:
    """A ``norms.csv`` with one line."""
    return f"{NORM_COLUMNS}\n" + ",".join(cells.get(name, "") for name in NORM_COLUMNS.split(",")) + "\n"


def test_an_overlay_with_nothing_of_its_own_is_the_pack_below(tmp_path: Path) -> None:
    pack, draft = load_pack(write_overlay(tmp_path)), load_pack("fujian-draft")
    assert pack.provisions == draft.provisions
    assert pack.parameters == draft.parameters
    assert pack.id == "overlay"
    assert pack.digest != draft.digest


def test_one_cell_of_one_norm_can_be_changed(tmp_path: Path) -> None:
    pack = load_pack(write_overlay(tmp_path, norms__csv=row(key="16.2-b", summary_en="No more than that.")))
    changed, before = pack.provision(Norm("16.2-b")), load_pack("fujian-draft").provision(Norm("16.2-b"))
    assert changed.summary_en == "No more than that."
    assert changed.text_zh == before.text_zh
    assert len(pack.provisions) == 198


def test_an_overlay_lies_over_an_overlay(tmp_path: Path) -> None:
    write_overlay(tmp_path, norms__csv=row(key="16.2-b", summary_en="First."))
    upper = tmp_path / "upper"
    upper.mkdir()
    (upper / "pack.toml").write_text('id = "upper"\nextends = "overlay"\ndrops = ["9"]\n', encoding="utf-8")
    pack = load_pack(upper)
    assert pack.provision(Norm("16.2-b")).summary_en == "First."
    assert pack.dropped == {Norm("9.1-a")}
    (tmp_path / "overlay" / "norms.csv").write_text(row(key="16.2-b", summary_en="Second."), "utf-8")
    assert load_pack(upper).version != pack.version


def test_a_line_keeps_a_norm_of_an_article_that_is_dropped(tmp_path: Path) -> None:
    line = row(key="16.2-b", summary_en="No more than that.")
    pack = load_pack(write_overlay(tmp_path, pack__toml=HEADER + 'drops = ["16"]\n', norms__csv=line))
    assert [each.norm.key for each in pack.within("16")] == ["16.2-b"]
    assert pack.provision(Norm("16.2-b")).text_zh == "不得采集目录范围外的信息"
    assert len(pack.dropped) == 5
    assert Norm("16.2-b") not in pack.dropped


def test_a_pack_cannot_extend_itself(tmp_path: Path) -> None:
    pack = write_overlay(tmp_path, pack__toml=HEADER.replace("fujian-draft", "overlay"))
    assert "pack.toml: A pack cannot extend itself: overlay." in mistakes(pack)


def test_the_version_changes_with_the_law_and_not_with_its_evidence(tmp_path: Path) -> None:
    pack = write_overlay(tmp_path, roles__toml="")
    before = load_pack(pack).version
    (pack / "coverage.csv").write_text("key,tests\n16.2-b,banyan/law/tests/test_pack.py::test_x\n", "utf-8")
    assert load_pack(pack).version == before
    (pack / "roles.toml").write_text("# a comment\n", "utf-8")
    assert load_pack(pack).version != before
    assert before.startswith("overlay@")


def test_line_ends_and_byte_order_marks_do_not_change_the_version(tmp_path: Path) -> None:
    pack = write_overlay(tmp_path, norms__csv=row(key="16.2-b", summary_en="No more."))
    before = load_pack(pack).version
    words = (pack / "norms.csv").read_text("utf-8")
    (pack / "norms.csv").write_bytes(b"\xef\xbb\xbf" + words.replace("\n", "\r\n").encode())
    assert load_pack(pack).version == before


def test_a_pack_that_is_not_there_is_said() -> None:
    with pytest.raises(
        LawError, match=r"no law pack «atlantis»; name a shipped pack \([a-z0-9-]+(, [a-z0-9-]+)*\)"
    ):
        load_pack("atlantis")


def test_every_mistake_is_said_at_once(tmp_path: Path) -> None:
    pack = write_overlay(
        tmp_path, norms__csv=row(key="16.2-b", kind="wish"), coverage__csv="key,tests\n99.9-z,a\n"
    )
    with pytest.raises(PackError, match="The law pack «overlay» cannot be used") as caught:
        load_pack(pack)
    assert [problem.where for problem in caught.value.problems] == ["norms.csv line 2", "coverage.csv"]
    assert "\n- norms.csv line 2: The kind must be one of duty" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (row(key="16.2-z"), "Fill in article, kind, actor_zh"),
        (row(key="sixteen"), "«sixteen» is not the key of a norm"),
        (row(key="16.2-b", text_zh="不得采集目录以外的信息"), "does not stand in art. 16(2) of text.zh.md."),
        (row(key="16.2-b", article="16.1"), "«不得采集目录范围外的信息» does not stand in art. 16(1)"),
        (row(key="16.2-b", article="16"), "Article 16 has several paragraphs; say which."),
        (row(key="16.2-b", article="40"), "The text has no article 40."),
        (row(key="16.2-b", article="16.3"), "The text has no art. 16(3)."),
        (row(key="38.1(3)-a", article="38(6)"), "The text has no art. 38, item (6)."),
        (row(key="16.2-b", roles="wizard"), "There is no role «wizard» in roles.toml."),
        (row(key="16.2-b", related="all"), "«all» is not an article"),
        (row(key="16.2-b") + "16.2-b\n", "The norm «16.2-b» stands here a second time."),
        (row(key="16.2-b") + "16.2-b" + ",x" * 20, "This line has more cells than the first"),
    ],
)
def test_a_wrong_line_of_a_norm_is_said(tmp_path: Path, line: str, complaint: str) -> None:
    found = mistakes(write_overlay(tmp_path, norms__csv=line))
    assert len(found) == 1
    assert found[0].startswith("norms.csv line ")
    assert complaint in found[0]


def test_words_left_out_must_keep_their_order(tmp_path: Path) -> None:
    words = "采集目录规定的范围……应当按照"
    found = mistakes(write_overlay(tmp_path, norms__csv=row(key="16.2-a", text_zh=words)))
    assert found == ["norms.csv line 2: «应当按照» does not stand in art. 16(2) of text.zh.md."]


def test_a_relation_to_nothing_is_said(tmp_path: Path) -> None:
    found = mistakes(write_overlay(tmp_path, norms__csv=row(key="16.2-b", related="16.9;25", breach="77")))
    assert found == [
        "norms.csv 16.2-b: There is no norm under «16.9».",
        "norms.csv 16.2-b: There is no norm under «77».",
    ]


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        (
            {"pack__toml": HEADER.replace('"overlay"', '"other"')},
            "pack.toml: The id must be the name of the folder",
        ),
        ({"pack__toml": 'extends = "fujian-draft"'}, "pack.toml: The id must be the name of the folder"),
        (
            {"pack__toml": HEADER.replace("fujian", "atlantis")},
            "pack.toml: There is no pack «atlantis-draft» to extend",
        ),
        ({"pack__toml": HEADER + 'status = "maybe"'}, "pack.toml: «status» must be one of draft, in_force"),
        ({"pack__toml": HEADER + 'colour = "green"'}, "pack.toml: «colour» is not known here"),
        ({"pack__toml": HEADER + 'drops = ["77"]'}, "pack.toml: There is no norm under «77» to drop."),
        ({"pack__toml": HEADER + 'drops = "9"'}, "pack.toml: «drops» must be a list of texts"),
        ({"pack__toml": HEADER + 'commencement = "grant.longest"'}, "pack.toml: «commencement» must name"),
        ({"pack__toml": HEADER + "sources = 3"}, "pack.toml: Write each source as a table"),
        ({"pack__toml": HEADER + '[sources.own]\nzh = "x"'}, "pack.toml [own]: «en» must be a text"),
        ({"pack__toml": HEADER + "id ="}, "pack.toml: This is not valid TOML: "),
        (
            {"roles__toml": '[wizard]\nzh = "巫师"\nen = "wizard"\nlevel = "city"'},
            "«group» must be one of government",
        ),
        ({"roles__toml": "citizen = 1"}, "roles.toml [citizen]: This must be a table."),
        ({"norms__csv": "key,colour\n"}, "norms.csv: The columns are key, article, kind"),
        ({"coverage__csv": "key,tests\n77.1-a,x\n"}, "coverage.csv: There is no norm «77.1-a» in norms.csv."),
    ],
)
def test_a_wrong_file_is_said(tmp_path: Path, files: dict[str, str], complaint: str) -> None:
    found = mistakes(write_overlay(tmp_path, **files))
    assert any(complaint in each for each in found), found


def test_a_file_that_is_not_utf_8_is_said(tmp_path: Path) -> None:
    pack = write_overlay(tmp_path)
    (pack / "roles.toml").write_bytes("省数字办".encode("gb18030"))
    assert "roles.toml: Save this file as UTF-8." in mistakes(pack)


def test_a_pack_of_its_own_needs_its_texts(tmp_path: Path) -> None:
    found = mistakes(write_overlay(tmp_path, pack__toml='id = "overlay"'))
    assert {each.split(":")[0] for each in found} >= {"text.zh.md", "text.en.md"}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("# ", "", "text.zh.md: The first line is the title"),
        (
            "## 第二章 规划与建设",
            "## 规划与建设",
            "text.zh.md: «规划与建设» is not the heading of a chapter.",
        ),
        ("### 第九条", "### 九", "text.zh.md: «九» is not the heading of an article."),
        (
            "### 第九条",
            "### 第十条",
            "text.zh.md: Headings marked ### are needed, each number once and in order.",
        ),
        ("（二）未按照", "（三）未按照", "text.zh.md: Items count from 1 without a gap"),
        ("\n（五）", "", "text.en.md: The two texts must have the same chapters"),
    ],
)
def test_a_wrong_text_is_said(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    words = draft_file("text.zh.md").replace(old, new, 1)
    assert any(each.startswith(complaint) for each in mistakes(write_overlay(tmp_path, text__zh__md=words)))


def test_the_same_article_may_be_asked_of_both_texts() -> None:
    draft = load_pack("fujian-draft")
    assert draft.text("zh-hans").words(Article("38(4)")).startswith("（四）拒绝信息共享")
    assert draft.text("en").words(Article("38(4)")).startswith("(4) refusing to share")
    assert draft.text("en").words(Article("38")).count("\n") == 5


def test_the_norm_of_another_pack_is_said() -> None:
    with pytest.raises(LawError, match=r"«fujian-draft» has no norm «40\.1-a»"):
        load_pack("fujian-draft").provision(Norm("40.1-a"))
    assert not load_pack("fujian-draft").knows(Norm("40.1-a"))


def test_a_missing_role_is_said() -> None:
    with pytest.raises(LawError, match="has no role «wizard»"):
        load_pack("fujian-draft").role("wizard")


def test_a_role_is_called_by_the_name_of_the_day() -> None:
    role = load_pack("fujian-draft").role("supervision_organ")
    assert role.called(date(2016, 1, 1), "zh") == "行政监察部门"
    assert role.called(date(2026, 1, 1), "zh") == "监察机关、任免机关"
    assert role.called(date(2026, 1, 1), "en") == "supervision commission or appointing organ"


def test_the_latest_name_counts_and_one_without_a_day_does_not(tmp_path: Path) -> None:
    names = [("丙", 2020), ("乙", 2010)]
    aliases = ", ".join(
        f'{{ zh = "{zh}", en = "x", from = {year}-01-01, source = "editor", certainty = "A" }}'
        for zh, year in names
    )
    undated = '{ zh = "丁", en = "x", source = "editor", certainty = "A" }'
    words = f"[citizen]\naliases = [{aliases}, {undated}]\n"
    role = load_pack(write_overlay(tmp_path, roles__toml=words)).role("citizen")
    assert [role.called(date(year, 1, 1), "zh") for year in (2009, 2010, 2020, 2030)] == [
        "公民",
        "乙",
        "丙",
        "丙",
    ]


CELLS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 99)
    | st.sampled_from(["", "zh", "25.1-c", "editor", "A", "2015"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["zh", "values", "unit"]), inner)
    ),
    max_leaves=4,
)


def toml(cell: object) -> str:
    """The cell as TOML; what TOML cannot say becomes an empty text."""
    match cell:
        case bool():
            return str(cell).lower()
        case int():
            return str(cell)
        case list():
            return f"[{', '.join(map(toml, cell))}]"
        case dict():
            return "{" + ", ".join(f"{name} = {toml(each)}" for name, each in cell.items()) + "}"
        case _:
            return f'"{cell or ""}"'


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=CELLS, name=st.sampled_from(["value", "from", "source", "articles", "certainty", "note_zh"]))
def test_no_cell_of_a_value_breaks_the_reader(tmp_path: Path, cell: object, name: str) -> None:
    pack = tmp_path / "overlay"
    pack.mkdir(exist_ok=True)
    (pack / "pack.toml").write_text(HEADER, "utf-8")
    cells = {"value": "1", "source": '"editor"', "certainty": '"A"', name: toml(cell)}
    line = ", ".join(f"{key} = {each}" for key, each in cells.items())
    (pack / "parameters.toml").write_text(f"[grant.longest]\nvalues = [{{ {line} }}]\n", "utf-8")
    assert all(each.startswith("parameters.toml [grant.longest]: ") for each in mistakes(pack))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cell=CELLS,
    name=st.sampled_from(["id", "extends", "status", "drops", "sources", "commencement", "title_en"]),
)
def test_no_cell_of_the_header_breaks_the_reader(tmp_path: Path, cell: object, name: str) -> None:
    pack = tmp_path / "overlay"
    pack.mkdir(exist_ok=True)
    cells = {"id": '"overlay"', "extends": '"fujian-draft"', name: toml(cell)}
    words = "".join(f"{key} = {each}\n" for key, each in cells.items())
    (pack / "pack.toml").write_text(words, "utf-8")
    assert all(each.startswith(("pack.toml", "text.", "norms.csv", "roles.toml")) for each in mistakes(pack))


def test_shipped_packs_load() -> None:
    names = [path.parent.name for path in PACKS.glob("*/pack.toml")]
    assert names
    assert [load_pack(name).id for name in names] == names
