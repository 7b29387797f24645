from pathlib import Path

import pytest
from django.utils import translation
from django.utils.translation import gettext

from banyan.catalogue.matcher import MatchInputError, match_files

CATALOGUE = "provider,resource,item\n市民政局,婚姻登记信息,男方姓名\n市市场监管局,企业登记信息,法人姓名\n"
FORM = "form,field\n企业开办申请,法定代表人姓名\n企业开办申请,宠物名字\n"


def write(folder: Path, catalogue: bytes, form: bytes) -> tuple[Path, Path]:
    (folder / "C.csv").write_bytes(catalogue)
    (folder / "F.csv").write_bytes(form)
    return folder / "C.csv", folder / "F.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_answers_line_by_line_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    answers = match_files(*write(tmp_path, CATALOGUE.encode(encoding), FORM.encode(encoding)))
    assert [answer["field"] for answer in answers] == ["法定代表人姓名", "宠物名字"]
    assert [answer["best"] for answer in answers] == [0, None]
    first = answers[0]["matches"][0]
    assert first["item"] == "法人姓名"
    assert first.keys() == {"provider", "resource", "item", "score", "why"}
    assert first["why"].startswith("同义")


def test_takes_other_columns_in_any_order(tmp_path: Path) -> None:
    catalogue = "id, item ,resource,provider\r\n1,联系电话,企业登记信息,某局\r\n"
    answers = match_files(*write(tmp_path, catalogue.encode(), "field,form,x\n手机号,某表,1\n\n".encode()))
    assert len(answers) == 1
    assert answers[0]["matches"][0]["provider"] == "某局"


def test_a_line_without_a_field_name_still_has_its_answer(tmp_path: Path) -> None:
    answers = match_files(*write(tmp_path, CATALOGUE.encode(), "form,field\n某表,\n某表,法人\n".encode()))
    assert [(answer["field"], answer["best"]) for answer in answers] == [("", None), ("法人", 0)]
    assert answers[0]["matches"] == []


@pytest.mark.parametrize(
    ("catalogue", "form", "english", "chinese"),
    [
        (b"", FORM.encode(), "C.csv is empty", "C.csv 是空文件"),
        (b"provider,item\n", FORM.encode(), "C.csv lacks the column resource", "缺少列 resource"),
        (CATALOGUE.encode(), b"x\n1\n", "F.csv lacks the column form,field", "F.csv 缺少列 form,field"),
        (
            CATALOGUE.encode(),
            b"form,field,field\na,b,c\n",
            "names the column field twice",
            "field 出现了两次",
        ),
        (
            CATALOGUE.encode(),
            b"form,field\na,b\na,b,c\n",
            "Line 3 of F.csv has more values",
            "第 3 行的值多于",
        ),
        (
            CATALOGUE.encode(),
            b"form,field\na,b\na," + b"b" * 140_000 + b"\n",
            "F.csv: Line 3 of the CSV begins a value of more than 131,072 characters",
            "第 3 行的值超过 131,072 个字符",
        ),
        (
            CATALOGUE.encode(),
            b'form,field\n"a,b\n' + b"a,b\n" * 40_000,
            "F.csv: Line 2 of the CSV begins a value",
            "补上漏掉的引号",
        ),
        (b"x" * 140_000, FORM.encode(), "C.csv: Line 1 of the CSV begins a value", "第 1 行的值"),
        (b"\xff\xfe\x81\x20\xff", FORM.encode(), "neither UTF-8 nor GB18030", "既不是 UTF-8"),
    ],
)
def test_says_in_one_sentence_what_is_wrong_with_a_file(
    tmp_path: Path, catalogue: bytes, form: bytes, english: str, chinese: str
) -> None:
    with pytest.raises(MatchInputError) as caught:
        match_files(*write(tmp_path, catalogue, form))
    assert english in str(caught.value)
    with translation.override("zh-hans"):
        assert chinese in caught.value.sentence.render(gettext)


def test_says_which_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MatchInputError, match="There is no file"):
        match_files(tmp_path / "none.csv", tmp_path / "none.csv")
