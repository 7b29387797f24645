"""The shades of a map: from how many on each begins, and what the legend says."""

from django.utils.translation import gettext as _


def steps_up_to(most: int) -> tuple[int, ...]:
    """From how many on a region takes the next shade: none, then thirds of the most."""
    return tuple(sorted({0, 1, most // 3 + 1, 2 * most // 3 + 1}))


def shade_of(worth: float, steps: tuple[int, ...]) -> int:
    """The shade of a region: the number of the last step that it reaches."""
    return max(number for number, least in enumerate(steps) if worth >= least)


def legend_of(steps: tuple[int, ...]) -> tuple[str, ...]:
    """The shades in words, from the least."""
    words = [_("none")]
    for least, following in zip(steps[1:], [*steps[2:], 0], strict=True):
        last = following - 1
        words.append(
            _("{n} or more").format(n=least)
            if last < 0
            else str(least)
            if last == least
            else f"{least}–{last}"
        )
    return tuple(words)
