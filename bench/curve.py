"""A chart of shares over thresholds, as the SVG that the reference shows."""

from collections.abc import Mapping, Sequence

COLOURS = {"recall": "#2b5c9e", "found": "#2b5c9e", "precision": "#2f7d4f", "alarms": "#b3432b"}
WIDE, HIGH, LEFT, GROUND = 480, 300, 60, 340


def drawn(title: str, lines: Mapping[str, Sequence[tuple[float, float]]], threshold: float) -> str:
    """The shares of each line over all thresholds, with the one in use marked."""
    paths = []
    for place, (name, points) in enumerate(lines.items()):
        path = " ".join(f"{LEFT + step * WIDE:.1f},{GROUND - share * HIGH:.1f}" for step, share in points)
        colour = COLOURS[name]
        paths.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{path}"/>')
        paths.append(f'<text x="{70 + place * 150}" y="390" fill="{colour}">{name}</text>')
    ticks = "".join(
        f'<text x="{LEFT + step * WIDE:.0f}" y="360" text-anchor="middle">{step:.1f}</text>'
        f'<text x="50" y="{GROUND + 4 - step * HIGH:.0f}" text-anchor="end">{step:.1f}</text>'
        for step in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    at = LEFT + threshold * WIDE
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" '
        'font-family="sans-serif" font-size="13" role="img">'
        f"<title>{title}</title>"
        '<rect width="600" height="400" fill="#fff"/><path d="M60 40V340H540" fill="none" stroke="#888"/>'
        f'<path d="M{at} 40V340" stroke="#888" stroke-dasharray="4"/>{ticks}{"".join(paths)}'
        '<text x="300" y="378" text-anchor="middle">threshold</text></svg>\n'
    )
