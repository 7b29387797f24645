"""What can go wrong with a log.

LedgerError
├── NoTransaction   a leaf was to be written outside a transaction: a fault of the program
├── BadLeaf         a leaf is empty or longer than an entry bundle can carry
├── BadLogName      a name that cannot stand in the address of a log
├── KeyFault        a signing key is missing, unreadable, or open to others
└── Broken          what is stored contradicts what was signed: nothing more may be signed
"""

from banyan.kit.sentence import Sentence


class LedgerError(Exception):
    """The root of the ledger's errors (账本错误); ``sentence`` says what is wrong and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class NoTransaction(LedgerError):
    """A leaf belongs into the transaction of what it records (须在事务内)."""


class BadLeaf(LedgerError):
    """A leaf that cannot be kept (叶不可用)."""


class BadLogName(LedgerError):
    """A name that no log can have (账本名称有误)."""


class KeyFault(LedgerError):
    """A signing key that cannot be used (签名密钥不可用)."""


class Broken(LedgerError):
    """Leaves, tiles and checkpoints no longer agree (账本已损坏): somebody changed the database."""
