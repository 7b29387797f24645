"""The index on PostgreSQL: a tsvector of the application's words under GIN, in partitions by quality."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from banyan.catalogue.search.entry import BEST_QUALITY, NUMBER_BITS
from banyan.catalogue.search.question import Clause

_STEP = 100

_FUNCTION = """
    CREATE FUNCTION catalogue_search_matching(asked tsquery, most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE
    SET enable_seqscan = off SET jit = off SET max_parallel_workers_per_gather = 0
    AS $$ BEGIN
        RETURN QUERY SELECT id FROM catalogue_search_index WHERE words @@ asked LIMIT most;
    END $$
"""


class PostgresqlIndex:
    """The index (倒排索引) for PostgreSQL.

    A search reads the partitions from the best quality down and stops when it has enough. Inside a partition the
    rows stand in order of quality since the last rebuild; what changed later follows them. The function forbids
    the scans that would read the whole table when a frequent word meets a filter that few good entries pass.
    """

    lock = " FOR UPDATE"

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self.connection = connection

    def create(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("CREATE SEQUENCE catalogue_search_number")
            cursor.execute(_FUNCTION)
        self._make("catalogue_search_index")
        self._sort_words("catalogue_search_index")

    def remove(self) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION catalogue_search_matching")
            cursor.execute("DROP TABLE catalogue_search_index")
            cursor.execute("DROP SEQUENCE catalogue_search_number")

    def numbers(self, many: int) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT nextval('catalogue_search_number') FROM generate_series(1, %s)", [many])
            return sorted(number for (number,) in cursor.fetchall())

    def add(self, rows: Sequence[tuple[int, set[str]]]) -> None:
        self._fill("catalogue_search_index", rows)

    def take(self, rows: Sequence[tuple[int, set[str]]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM catalogue_search_index WHERE id = ANY(%s)", [[number for number, _ in rows]]
            )

    def matching(self, clauses: Sequence[Clause], most: int) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT * FROM catalogue_search_matching(%s::tsquery, %s)", [_expression(clauses), most]
            )
            return sorted(number for (number,) in cursor.fetchall())

    def among(
        self,
        clauses: Sequence[Clause],
        without: Sequence[Sequence[Clause]],
        passing: tuple[str, Sequence[Any]],
        beyond: int,
        most: int,
    ) -> list[tuple[int, int]]:
        """The planner reads the entries in order where many match, and through the words where few do."""
        asked = " & ".join([_expression(clauses), *(f"!({_expression(one)})" for one in without)])
        condition, given = passing
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT hit.id, hit.object_id FROM catalogue_search_index AS found"  # noqa: S608 - made by Django
                " JOIN catalogue_search_entry AS hit ON hit.id = found.id"
                " WHERE found.words @@ %s::tsquery AND found.id > %s"
                f" AND EXISTS ({condition}) ORDER BY found.id LIMIT %s",
                [asked, beyond, *given, most],
            )
            rows: list[tuple[int, int]] = cursor.fetchall()
        return rows

    def rebuild(self, rows: Iterable[Sequence[tuple[int, set[str]]]]) -> None:
        """The old index answers until the new one takes its place; changes of entries wait."""
        with self.connection.cursor() as cursor:
            cursor.execute("LOCK TABLE catalogue_search_entry IN SHARE MODE")
            self._make("catalogue_search_new")
            for some in rows:
                self._fill("catalogue_search_new", some)
            self._sort_words("catalogue_search_new")
            cursor.execute("DROP TABLE catalogue_search_index")
            cursor.execute("ALTER TABLE catalogue_search_new RENAME TO catalogue_search_index")

    def _make(self, table: str) -> None:
        """The empty table; its parts take a fresh number into their names, for a rebuild makes them beside the old."""
        [fresh] = self.numbers(1)
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TABLE {table} (id bigint NOT NULL, words tsvector NOT NULL) PARTITION BY RANGE (id)"
            )
            for worse in range(0, BEST_QUALITY + 1, _STEP):
                first, last = worse << NUMBER_BITS, (worse + _STEP) << NUMBER_BITS
                part = f"catalogue_search_index_{fresh}_{worse}"
                cursor.execute(
                    f"CREATE TABLE {part} PARTITION OF {table} FOR VALUES FROM ({first}) TO ({last})"
                )

    def _sort_words(self, table: str) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(f"CREATE INDEX ON {table} (id)")
            cursor.execute(f"CREATE INDEX ON {table} USING gin (words) WITH (gin_pending_list_limit = 256)")

    def _fill(self, table: str, rows: Sequence[tuple[int, set[str]]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} (id, words)"  # noqa: S608 - one of two names in this file
                " SELECT id, words::tsvector FROM unnest(%s::bigint[], %s::text[]) AS row (id, words)",
                [[number for number, _ in rows], [_vector(words) for _, words in rows]],
            )


def _vector(words: set[str]) -> str:
    return " ".join(f"'{word}'" for word in words)


def _expression(clauses: Sequence[Clause]) -> str:
    return " & ".join("(" + " | ".join(f"'{word}'" for word in clause) + ")" for clause in clauses)
