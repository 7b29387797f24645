"""Prints a paper as PDF (排版): tagged, with fonts of an installed package, and the same bytes for the same paper."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from banyan.kit.paper.values import Paper, plain

LAYOUT = Path(__file__).with_name("layout.typ")


@cache
def _fonts() -> typst.Fonts:
    """Noto Serif SC and Noto Sans SC; nothing of the machine's own."""
    folder = Path(pylopdf_fonts_zh_cn.__file__).parent
    return typst.Fonts(font_paths=[folder], include_system_fonts=False, include_embedded_fonts=False)


def pdf(paper: Paper, *, at: datetime) -> bytes:
    """The paper as PDF/UA on A4; ``at`` is the moment of making that the file carries."""
    made = typst.compile(
        LAYOUT,
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"paper": json.dumps(plain(paper), ensure_ascii=False)},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )
    if not isinstance(made, bytes):
        raise TypeError("One paper is one file.")
    return made
