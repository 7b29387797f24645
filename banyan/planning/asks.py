"""What several acts of planning ask for."""

from decimal import Decimal
from typing import Annotated

from banyan.acts.asks import Ask

Year = Annotated[int, Ask(least=2000, most=2100)]
Yuan = Annotated[Decimal, Ask(label="Amount (yuan)", most=10**13)]
Points = Annotated[int, Ask(help="0 to 100.", most=100)]
