"""Places where invented people live and invented firms sit: real townships, roads that do not exist."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from demo_province.bodies import WITHOUT_BODIES
from demo_province.writing import Draw, read_table

STORY_COUNTY = "350102"
ROADS = ("示例路", "样例街", "试验巷", "示范大道", "演示里")


@dataclass(frozen=True)
class Place:
    """An address and the county it lies in."""

    county: str
    address: str


class Places:
    """The townships of every county that has a government."""

    def __init__(self, into: Path) -> None:
        rows = read_table(into / "regions.csv.gz")
        self.names = {row["code"]: row["name"] for row in rows}
        self.counties = [
            row["code"] for row in rows if row["level"] == "county" and row["code"] not in WITHOUT_BODIES
        ]
        self._near = [county for county in self.counties if county.startswith(STORY_COUNTY[:4])]
        self._townships: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            if row["level"] == "township" and row["flag"] != "statistical_unit":
                self._townships[row["parent"]].append(row["name"])

    def county(self, draw: Draw) -> str:
        """A county: one in eight is the story's, one in six near it, the others anywhere."""
        if draw.chance(0.125):
            return STORY_COUNTY
        return draw.pick(self._near if draw.chance(0.17) else self.counties)

    def at(self, county: str, draw: Draw, door: str) -> Place:
        """A door in a township of the county, on a road of no town."""
        city = self.names[f"{county[:4]}00"]
        township, road = draw.pick(self._townships[county]), draw.pick(ROADS)
        where = f"福建省{city}{self.names[county]}{township}{road}{draw.whole(1, 299)}号{door}"
        return Place(county, where)
