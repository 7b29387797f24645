"""How commands answer: tables and JSON on standard output, one sentence and exit status 2 for bad input."""

import json
import sys
from typing import Any, NoReturn

from django.core.serializers.json import DjangoJSONEncoder
from rich.console import Console

from banyan.kit.sentence import Sentence

out = Console()
err = Console(stderr=True)


class BadInput(Exception):
    """Something the caller must put right; shown as one sentence, exit status 2."""

    def __init__(self, sentence: Sentence | str) -> None:
        super().__init__(str(sentence))


def show_json(value: Any) -> None:
    """Print a value as JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
    sys.stdout.write("\n")


def stop(sentence: Sentence | str, status: int = 2) -> NoReturn:
    """Say one sentence on standard error and leave."""
    sys.stderr.write(f"{sentence}\n")
    sys.exit(status)
