"""The index on SQLite: a contentless FTS5 table that keeps for each word only the numbers of its entries."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from banyan.catalogue.search.question import Clause

_CREATE = """
    CREATE VIRTUAL TABLE catalogue_search_index USING fts5(
        words, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_='"
    )
"""


class SqliteIndex:
    """The index (倒排索引) for SQLite 3.40 and later, which gives entries in the order of their numbers."""

    lock = ""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def create(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("CREATE TABLE catalogue_search_number (latest integer NOT NULL)")
            cursor.execute("INSERT INTO catalogue_search_number VALUES (0)")
            cursor.execute(_CREATE)

    def remove(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("DROP TABLE catalogue_search_index")
            cursor.execute("DROP TABLE catalogue_search_number")

    def numbers(self, many: int) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute("UPDATE catalogue_search_number SET latest = latest + %s RETURNING latest", [many])
            latest: int = cursor.fetchall()[0][0]
        return list(range(latest - many + 1, latest + 1))

    def add(self, rows: Sequence[tuple[int, set[str]]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO catalogue_search_index (rowid, words) VALUES (%s, %s)", _rising(rows)
            )

    def take(self, rows: Sequence[tuple[int, set[str]]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO catalogue_search_index (catalogue_search_index, rowid, words)"
                " VALUES ('delete', %s, %s)",
                _rising(rows),
            )

    def matching(self, clauses: Sequence[Clause], most: int) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT rowid FROM catalogue_search_index WHERE catalogue_search_index MATCH %s"
                " ORDER BY rowid LIMIT %s",
                [_expression(clauses), most],
            )
            return [number for (number,) in cursor.fetchall()]

    def among(
        self,
        clauses: Sequence[Clause],
        without: Sequence[Sequence[Clause]],
        passing: tuple[str, Sequence[Any]],
        beyond: int,
        most: int,
    ) -> list[tuple[int, int]]:
        """The index is read from the number on and only as far as it takes."""
        asked = f"({_expression(clauses)})" + (_without(without) if without else "")
        condition, given = passing
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT hit.id, hit.object_id FROM catalogue_search_index AS found"  # noqa: S608 - made by Django
                " CROSS JOIN catalogue_search_entry AS hit ON hit.id = found.rowid"
                " WHERE found.catalogue_search_index MATCH %s AND found.rowid > %s"
                f" AND EXISTS ({condition}) ORDER BY found.rowid LIMIT %s",
                [asked, beyond, *given, most],
            )
            rows: list[tuple[int, int]] = cursor.fetchall()
        return rows

    def rebuild(self, rows: Iterable[Sequence[tuple[int, set[str]]]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("DROP TABLE catalogue_search_index")
            cursor.execute(_CREATE)
            for some in rows:
                self.add(some)
            cursor.execute("INSERT INTO catalogue_search_index (catalogue_search_index) VALUES ('optimize')")


def _rising(rows: Sequence[tuple[int, set[str]]]) -> list[tuple[int, str]]:
    """FTS5 writes a segment to disk whenever a number falls, so rows go in rising."""
    return [(number, " ".join(words)) for number, words in sorted(rows, key=lambda row: row[0])]


def _without(without: Sequence[Sequence[Clause]]) -> str:
    return " NOT (" + " OR ".join(f"({_expression(clauses)})" for clauses in without) + ")"


def _expression(clauses: Sequence[Clause]) -> str:
    return " AND ".join("(" + " OR ".join(f'"{word}"' for word in clause) + ")" for clause in clauses)
