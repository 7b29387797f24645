"""Items and fields written one a line: all that stands there is taken over, or the line is named."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from banyan.acts.door import perform
from banyan.acts.errors import Invalid
from banyan.catalogue.acts import forms
from banyan.catalogue.imports import items_of
from banyan.catalogue.models import FormField, Resource, ResourceItem
from tests import province

KNOWN = "姓名\tC\t20\tkey，敏感\n\n出生日期,D,required"
LONG = "字" * 121


def test_items_are_read_with_their_type_length_and_marks() -> None:
    first, second = items_of(Resource(), KNOWN)
    assert (first.name, first.data_type, first.length) == ("姓名", "C", 20)
    assert (first.is_key, first.is_sensitive, first.is_required) == (True, True, False)
    assert (second.position, second.data_type, second.is_required) == (2, "D", True)


@pytest.mark.parametrize(
    "text",
    [
        "姓名\tX\t20",
        "姓名\tC\t20\tkee",
        "姓名\tC\t²",
        "姓名\tC\t0",
        f"姓名\tC\t{'9' * 5000}",
        "姓名\tC\t20\t30",
        "姓名\tC\tN",
        "姓名\tkey\t主键",
        "\tC\t20",
        LONG,
    ],
)
def test_a_line_with_more_than_is_understood_is_named(text: str) -> None:
    with pytest.raises(Invalid) as invalid:
        list(items_of(Resource(), f"编号\tC\t18\tkey\n{text}" if text[0] != "\t" else f"编号\n，{text}"))
    assert "Line 2" in str(invalid.value.fields["items"])


@given(some.text(some.sampled_from("姓C9²,，\t\n key")))
def test_any_lines_are_items_or_invalid(text: str) -> None:
    try:
        items = list(items_of(Resource(), text))
    except Invalid:
        return
    assert len(items) == len([line for line in text.splitlines() if line.strip()])


@pytest.mark.django_db
def test_what_a_line_says_too_much_is_told_beside_the_field_and_nothing_is_stored() -> None:
    provider = province.body("省公安厅")
    with pytest.raises(Invalid) as invalid:
        province.published_resource(provider, items="姓名\tC\t20\tkey\tsensitiv")
    assert set(invalid.value.fields) == {"items"}
    assert not ResourceItem.objects.exists()


def refused_form(**given: Any) -> dict[str, str]:
    """What is told of the inputs of a form that is not drafted; nothing of it is stored."""
    designer = province.officer(province.body("鼓楼区民政局", "350102"), "form_designer")
    with pytest.raises(Invalid) as invalid:
        perform(
            forms.draft_form,
            designer,
            name="高龄津贴申请表",
            matter="高龄津贴",
            subject="natural_person",
            frequency="on_application",
            basis="老年人权益保障法第三十三条",
            **given,
        )
    assert not FormField.objects.exists()
    return {name: str(fault) for name, fault in invalid.value.fields.items()}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "given", [{"fields": LONG}, {"fields": f"姓名\t{'注' * 301}"}, {"file": LONG.encode()}]
)
def test_a_field_too_long_to_be_kept_is_not_cut(given: dict[str, Any]) -> None:
    assert set(refused_form(**given)) == set(given)


@pytest.mark.django_db
@pytest.mark.parametrize("file", [b"", b"\r\n\r\n", "字段,说明\r\n,没有名称".encode()])
def test_a_file_without_a_field_is_told(file: bytes) -> None:
    assert refused_form(file=file) == {"file": "No field stands in this file."}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "given", [{"fields": "姓名\n住址\n姓名\t代理人的"}, {"file": "字段\r\n姓名\r\n住址\r\n姓名".encode()}]
)
def test_a_field_named_twice_is_told(given: dict[str, Any]) -> None:
    assert refused_form(**given) == {next(iter(given)): "Line 3 names “姓名” again."}


@pytest.mark.django_db
@pytest.mark.parametrize("level", [0, 9])
def test_a_required_level_out_of_range_is_not_altered_but_told(level: int) -> None:
    with pytest.raises(Invalid) as invalid:
        province.published_resource(province.body("省公安厅"), required_protection=level)
    assert set(invalid.value.fields) == {"required_protection"}
