"""Characters (字符): one form for what keyboards, spreadsheets and messengers write differently."""

import re
import unicodedata

UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text holds (不可书写): control characters but tab and line ends, halves of surrogate pairs, noncharacters."""

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x323AF), (0xF900, 0xFAFF), (0x3007, 0x3007))


def fold(text: str) -> str:
    """The text in Unicode form NFKC (full-width to half-width) without invisible breaks and direction marks.

    These come along when a number is copied from a document or a chat; joiners stay: some scripts need them.
    """
    return unicodedata.normalize("NFKC", text.translate(_INVISIBLE))


def is_cjk(character: str) -> bool:
    """Whether this one character is a Chinese ideograph (汉字): Unified, extensions, compatibility or 〇."""
    point = ord(character)
    return any(first <= point <= last for first, last in _IDEOGRAPHS)
