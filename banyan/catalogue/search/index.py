"""The index behind the search: which entries have which words, kept by the database at hand."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from banyan.catalogue.search.postgresql import PostgresqlIndex
from banyan.catalogue.search.question import Clause
from banyan.catalogue.search.sqlite import SqliteIndex

Words = tuple[int, set[str]]
"""An entry's number and its index words."""
Passing = tuple[str, Sequence[Any]]
"""A query and its values: an entry, which it calls `hit`, passes where it has a row."""


class Index(Protocol):
    """An inverted index (倒排索引) whose numbers stand in order of quality, the best lowest."""

    lock: str

    def create(self) -> None:
        """Make the empty index."""

    def remove(self) -> None:
        """Take the index away."""

    def numbers(self, many: int) -> list[int]:
        """So many numbers never given before, rising."""

    def add(self, rows: Sequence[Words]) -> None: ...

    def take(self, rows: Sequence[Words]) -> None:
        """Remove entries, each with exactly the words it was added with."""

    def matching(self, clauses: Sequence[Clause], most: int) -> list[int]:
        """At most so many entries that satisfy every clause, rising; the best ones when there are more."""

    def among(
        self,
        clauses: Sequence[Clause],
        without: Sequence[Sequence[Clause]],
        passing: Passing,
        beyond: int,
        most: int,
    ) -> list[tuple[int, int]]:
        """The first entries beyond a number that satisfy every clause and pass, and their objects, the numbers rising.

        None satisfies all the clauses of one of the others; the condition calls the entry `hit`.
        """

    def rebuild(self, rows: Iterable[Sequence[Words]]) -> None:
        """Put a new index of these rows, which rise, in the place of the old one."""


def index_of(connection: BaseDatabaseWrapper) -> Index:
    """The index for this connection's kind of database."""
    return PostgresqlIndex(connection) if connection.vendor == "postgresql" else SqliteIndex(connection)
