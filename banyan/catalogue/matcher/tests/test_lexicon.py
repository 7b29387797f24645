from banyan.catalogue.matcher import words

SECTORS = (
    "building",
    "civil",
    "culture",
    "environment",
    "farming",
    "health",
    "justice",
    "labour",
    "land",
    "market",
    "money",
    "police",
    "safety",
    "schooling",
    "services",
    "trade",
    "transport",
    "water",
)


def test_no_name_of_the_lexicon_has_two_meanings() -> None:
    meanings: dict[str, set[tuple[str, ...]]] = {}
    for name, means in words.names():
        meanings.setdefault(name, set()).add(means)
    assert len(meanings) > 22_000
    added = [
        set(row["names"].lower().split())
        for stem in ("elements", "papers", "words", "questions", *SECTORS)
        for row in words.rows(words.FOLDER / f"{stem}.csv")
    ]
    assert not [name for row in added for name in row if len(meanings[name]) > 1]
