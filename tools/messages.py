"""Compiles the message catalogues (译文) beside which the package's sentences are written: every .po gets its .mo."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent / "banyan"


def compile_catalogue(source: Path) -> None:
    """Write the .mo of one catalogue, without entries that are marked fuzzy."""
    language = source.parent.parent.name
    with source.open("rb") as text:
        catalogue = read_po(text, locale=language, abort_invalid=True)
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)


def main() -> int:
    for source in sorted(PACKAGE.rglob("LC_MESSAGES/*.po")):
        compile_catalogue(source)
    return 0


if __name__ == "__main__":
    sys.exit(main())
