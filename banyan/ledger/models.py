"""What the ledger stores: logs, leaves, tiles and checkpoints."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Length, Now
from django.db.models.lookups import GreaterThan, LessThan

from banyan.ledger.tiles import LONGEST_ENTRY


def stored_bytes(value: object) -> bytes:
    """A stored value as bytes, also when somebody has put text or a number in its place (SQLite lets them)."""
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


class Log(models.Model):
    """One append-only log (账本): of acts, of the reads of one provider's data, or of all checkpoints."""

    class Kind(models.TextChoices):
        ACTS = "acts"
        READS = "reads"
        META = "meta"

    name = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    origin = models.CharField(max_length=300, unique=True)
    title = models.CharField(max_length=300)
    vkey = models.CharField(max_length=400)
    body = models.BigIntegerField(null=True)
    public = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Leaf(models.Model):
    """One entry (条目), canonical JSON; it has a position once it is in the tree, and then never another."""

    log = models.ForeignKey(Log, models.PROTECT, related_name="leaves", db_index=False)
    data = models.BinaryField()
    position = models.BigIntegerField(null=True)
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["log", "position"], name="ledger_leaf_position"),
            models.CheckConstraint(
                condition=GreaterThan(Length("data"), 0) & LessThan(Length("data"), LONGEST_ENTRY),
                name="ledger_leaf_length",
            ),
        ]
        indexes = [
            models.Index(fields=["log", "id"], condition=Q(position=None), name="ledger_leaf_pending"),
        ]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.position}"


class Tile(models.Model):
    """Up to 256 hashes of one level of a log's tree (瓦片); only the last of a level has fewer and grows."""

    log = models.ForeignKey(Log, models.PROTECT, related_name="tiles", db_index=False)
    level = models.SmallIntegerField()
    index = models.BigIntegerField()
    width = models.SmallIntegerField()
    hashes = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "level", "index"], name="ledger_tile_place")]

    def __str__(self) -> str:
        return f"{self.log_id}/{self.level}/{self.index}"


class Checkpoint(models.Model):
    """A signed tree head (检查点): the root at one size; witnesses' cosignatures are added to its note."""

    log = models.ForeignKey(Log, models.PROTECT, related_name="checkpoints", db_index=False)
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["log", "size"], name="ledger_checkpoint_size")]

    def __str__(self) -> str:
        return f"{self.log_id}@{self.size}"
