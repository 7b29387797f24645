"""Officers: the invented cast of the demo story, each with a post in a body."""

from pathlib import Path

from demo_province.writing import hand_written, read_table, write_table

HEADER = ("user_name", "name", "body_code", "office", "post")


def make_officers(into: Path) -> int:
    """Write ``officers.csv``; the cast names bodies, the file holds their codes."""
    codes = {row["name"]: row["code"] for row in read_table(into / "bodies.csv")}
    cast = hand_written("cast")
    rows = [(row["user_name"], row["name"], codes[row["body"]], row["office"], row["post"]) for row in cast]
    write_table(into / "officers.csv", HEADER, rows)
    return len(rows)
