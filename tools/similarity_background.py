"""Counts the concepts and letters of the labelled registers, the background of small ones: similarity_background.py."""

import csv
from collections import Counter

from banyan.planning.similarity.candidates import features
from banyan.planning.similarity.reading import entry
from banyan.planning.similarity.tests.measure import register_rows
from banyan.planning.similarity.words import FOLDER

LEAST = {"background": 2, "letters": 2}


def main() -> None:
    """Write lexicon/background.csv and lexicon/letters.csv anew."""
    rows = register_rows()
    counts: dict[str, Counter[str]] = {"background": Counter(), "letters": Counter()}
    for row in rows:
        read = entry(*row[1:])
        said = {name for one in read.functions for name in one.generic} | features(read)
        counts["background"].update(said)
        counts["letters"].update(set(read.letters))
    for stem, found in counts.items():
        with (FOLDER / f"{stem}.csv").open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["concept", "count"])
            out.writerow(["", len(rows)])
            kept = sorted((-count, name) for name, count in found.items() if count >= LEAST[stem])
            out.writerows((name, -count) for count, name in kept)


if __name__ == "__main__":
    main()
