"""What several acts of operations ask for."""

from typing import Annotated

from banyan.acts.asks import Ask

Account = Annotated[str, Ask(longest=4000, lines=4)]
"""What happened or was done, told at some length."""
