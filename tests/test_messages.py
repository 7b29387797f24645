"""What users read is there in Chinese: every sentence, whole, with its values, in Chinese punctuation."""

import ast
import importlib.util
import re
import string
from collections import Counter
from gettext import GNUTranslations
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

ROOT = Path(__file__).resolve().parent.parent
HAN = "\u3400-\u9fff"
NARROW = re.compile(rf"[{HAN}][,;:!?()]|[,;:!?()][{HAN}]|[{HAN}]\.[{HAN}]|[{HAN}]\.$")
"""Half-width punctuation that touches a Chinese character."""

PERCENT = re.compile(r"%\((\w+)\)[a-z]|%([a-z])")
ABBREVIATIONS = {"No."}


def tool(name: str) -> ModuleType:
    """A program of the folder ``tools``, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


extract = tool("extract_messages")


def pairs() -> list[tuple[str, str]]:
    """Each English text of the catalogue with its Chinese one; of a plural, both forms."""
    return [pair for message in extract.of_catalogues() if message.id for pair in _pairs(message)]


def _pairs(message: Message) -> list[tuple[str, str]]:
    english = message.id if isinstance(message.id, tuple | list) else (message.id,)
    chinese = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    return [(one, other) for one in english for other in chinese]


def places(text: str) -> set[str]:
    """The names of the values that a text wants, in braces or after a percent sign."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | {"%" + "".join(found) for found in PERCENT.findall(text)}


def test_every_sentence_has_a_chinese_translation() -> None:
    assert [str(one) for one in extract.missing()] == []


def test_a_sentence_is_translated_in_one_catalogue_only() -> None:
    keys = Counter((str(one.context), str(one.id)) for one in extract.of_catalogues() if one.id)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_translation_outlives_its_sentence() -> None:
    assert sorted(map(str, extract.translated() - extract.all_messages())) == []


def test_a_translation_wants_the_values_of_its_sentence() -> None:
    assert [pair for pair in pairs() if places(pair[0]) != places(pair[1])] == []


def test_chinese_is_punctuated_in_full_width() -> None:
    assert [chinese for _, chinese in pairs() if NARROW.search(chinese)] == []


@pytest.mark.parametrize("text", ["未办理,请重试。", "单位(省级)", "已授权.", "到期:今天", "没有.原因"])
def test_half_width_punctuation_is_seen(text: str) -> None:
    assert NARROW.search(text)


def test_a_whole_sentence_stays_one() -> None:
    whole = [pair for pair in pairs() if pair[0].endswith(".") and pair[0] not in ABBREVIATIONS]
    assert [pair for pair in whole if not pair[1].endswith("。")] == []


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    made = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, _name, call in extract.marking_calls()
        if call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert made == []


def test_the_catalogue_compiles_and_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_bytes((ROOT / "banyan" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po").read_bytes())
    tool("messages").compile_catalogue(source)
    with source.with_suffix(".mo").open("rb") as compiled:
        chinese = GNUTranslations(compiled)
    assert chinese.gettext("What I owe") == "应办"
    assert chinese.pgettext("grant", "active") == "有效"
    assert chinese.ngettext("%(n)d working day left", "%(n)d working days left", 3) == "还剩 %(n)d 个工作日"
