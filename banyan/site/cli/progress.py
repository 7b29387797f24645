"""Progress bars for long work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from banyan.site.cli.answers import err

Tell = Callable[[str, int, int], None]


@contextmanager
def bar(title: str) -> Iterator[Tell]:
    """A bar on standard error; ``tell(step, done, of)`` moves it, and shows it the first time."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    progress = Progress(*columns, console=err, transient=False)
    task = progress.add_task(title, total=None)

    def tell(step: str, done: int, of: int) -> None:
        progress.start()
        progress.update(task, description=f"{title}: {step}", completed=done, total=of)

    try:
        yield tell
    finally:
        if progress.live.is_started:
            progress.stop()
