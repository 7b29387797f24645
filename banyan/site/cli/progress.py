"""Progress bars for long work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from banyan.site.cli.answers import err

Tell = Callable[[str, int, int], None]


@contextmanager
def bar(title: str) -> Iterator[Tell]:
    """A bar on standard error; ``tell(step, done, of)`` moves it."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=False) as progress:
        task = progress.add_task(title, total=None)

        def tell(step: str, done: int, of: int) -> None:
            progress.update(task, description=f"{title}: {step}", completed=done, total=of)

        yield tell
