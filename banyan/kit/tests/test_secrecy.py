import pytest

from banyan.kit.secrecy import MarkedSecret, demand_unmarked, marks_in, texts_in


@pytest.mark.parametrize(
    "text",
    [
        "指挥方案（机密★20年）",
        "秘密 ★ 10年",
        "机\u200b密\u2060★",
        "绝密＊长期",
        "機密☆",
        "绝密级文件",
        "ＴＯＰ　ＳＥＣＲＥＴ",
        "Top secret",
    ],
)
def test_a_mark_is_found_however_it_is_written(text: str) -> None:
    assert marks_in([text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "计算机密码应用安全性评估",
        "手机密码重置",
        "该数据涉及国家秘密，依法不予共享",
        "本系统不处理秘密级以上信息",
        "非机密级",
        "商业秘密级别",
        "保守国家秘密法第二十二条",
        "保密室",
    ],
)
def test_words_about_secrecy_are_no_mark(text: str) -> None:
    assert marks_in([text]) == ()


def test_texts_lie_in_lists_and_objects_too() -> None:
    assert list(texts_in({"a": ["b", {"c": "d"}], "e": 1, "f": None})) == ["a", "b", "c", "d", "e", "f"]


def test_the_row_is_named_and_its_words_are_not() -> None:
    with pytest.raises(MarkedSecret, match="Row 3") as fault:
        demand_unmarked([(2, ["甲"]), (3, ["乙", "番号 机密★"])])
    assert "番号" not in str(fault.value.sentence)
