"""A text as a picture of squares (QR, GB/T 18284, ISO/IEC 18004), drawn here and by no outside service."""

import segno

QUIET = 4
"""So many empty squares stand around the picture."""


def squares(text: str) -> tuple[str, int]:
    """The path of the dark squares, and how many squares the picture is wide and high."""
    rows = segno.make_qr(text, error="m").matrix
    dark = ((x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one)
    path = "".join(f"M{x + QUIET} {y + QUIET}h1v1h-1z" for x, y in dark)
    return path, len(rows) + 2 * QUIET
