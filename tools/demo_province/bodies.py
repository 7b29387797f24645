"""Bodies: the province's departments by name, those of cities and counties by the pattern of their line."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from banyan.kit.identifiers import credit_code, organisation_code
from demo_province.regions import EXPERIMENTAL_ZONE
from demo_province.writing import hand_written, read_table, write_table

HEADER = ("code", "name", "short_name", "kind", "level", "region", "superior_code", "line")
PROVINCE = "350000"
SYNTHETIC_ORGANISATION = "DEM"
"""The first characters of every organisation code here; no registry has given out codes that begin so."""
ZONE = "平潭综合实验区"
ZONE_WORDING = (("人民政府", "管理委员会"), (f"{ZONE}政府", f"{ZONE}管委会"), ("委网信办", "党工委网信办"))
WITHOUT_BODIES = frozenset({"350527"})
"""Counties of the region list for which the list of local governments has no government."""


@dataclass(frozen=True)
class Body:
    """One body (单位) as a row of ``bodies.csv``."""

    code: str
    name: str
    short_name: str
    kind: str
    level: str
    region: str
    superior_code: str
    line: str


@dataclass(frozen=True)
class Seat:
    """A region with bodies (单位所在行政区划): its number among the seats makes the organisation codes."""

    region: str
    name: str
    level: str
    number: int

    def code(self, registry: str, line_number: int) -> str:
        """The synthetic credit code of this region's body of a line, with valid check digits."""
        organisation = organisation_code.make(f"{SYNTHETIC_ORGANISATION}{self.number * 100 + line_number:05}")
        return str(credit_code.make(registry, self.region, organisation))


def seats(regions: list[dict[str, str]]) -> tuple[Seat, list[Seat], list[Seat]]:
    """The province, its ten city-level regions (the zone among them) and its counties with bodies."""
    cities = [row for row in regions if row["level"] == "city" or row["code"] == EXPERIMENTAL_ZONE]
    counties = [
        row
        for row in regions
        if row["level"] == "county" and row["code"] not in WITHOUT_BODIES | {EXPERIMENTAL_ZONE}
    ]
    city_seats = [
        Seat(row["code"], ZONE if row["code"] == EXPERIMENTAL_ZONE else row["name"], "city", number)
        for number, row in enumerate(cities, 1)
    ]
    county_seats = [
        Seat(row["code"], row["name"], "county", number) for number, row in enumerate(counties, 11)
    ]
    return Seat(PROVINCE, "福建省", "province", 0), city_seats, county_seats


def make_bodies(into: Path) -> int:
    """Write ``bodies.csv`` from the regions and the tables of departments and lines; give the number of rows."""
    province, cities, counties = seats(read_table(into / "regions.csv.gz"))
    departments = hand_written("departments")
    number_of_line = {row["line"]: number for number, row in enumerate(departments, 1)}
    bodies = list(provincial(province, departments, number_of_line))
    codes = {(body.region, body.line): body.code for body in bodies}
    city_of = {seat.region[:4]: seat for seat in cities if seat.region != EXPERIMENTAL_ZONE}
    for seat in [*cities, *counties]:
        above = province if seat.level == "city" else city_of[seat.region[:4]]
        for body in local(seat, above, number_of_line, codes):
            codes[body.region, body.line] = body.code
            bodies.append(body)
    bodies += serving_firms()
    write_table(into / "bodies.csv", HEADER, map(astuple, bodies))
    return len(bodies)


def provincial(
    seat: Seat, departments: list[dict[str, str]], number_of_line: dict[str, int]
) -> Iterator[Body]:
    """The departments of the province by their real names."""
    for row in departments:
        code = seat.code(row["registry"], number_of_line[row["line"]])
        yield Body(
            code, row["name"], row["short_name"], row["kind"], seat.level, seat.region, "", row["line"]
        )


def local(
    seat: Seat, above: Seat, number_of_line: dict[str, int], codes: dict[tuple[str, str], str]
) -> Iterator[Body]:
    """The bodies of a city or a county by the pattern of each line that the level has."""
    for row in hand_written("lines"):
        name, short_name = (named(row[f"{seat.level}_{form}"], seat, above) for form in ("name", "short"))
        if not name:
            continue
        line = row["line"]
        code = seat.code(row["registry"], number_of_line[line])
        superior = codes[above.region, line]
        yield Body(code, name, short_name, row["kind"], seat.level, seat.region, superior, line)


def named(pattern: str, seat: Seat, above: Seat) -> str:
    """A pattern filled in for a region, in the zone with the words for its organs."""
    place = above.name + seat.name if seat.name.endswith("区") else seat.name
    name = pattern.format(
        city=seat.name, county=seat.name, stem=seat.name[:-1], city_of=above.name, place=place
    )
    for usual, in_the_zone in ZONE_WORDING if seat.name == ZONE else ():
        name = name.replace(usual, in_the_zone)
    return name


def serving_firms() -> Iterator[Body]:
    """Technical service units: invented firms whose names say so."""
    for number, row in enumerate(hand_written("firms_serving"), 1):
        organisation = organisation_code.make(f"{SYNTHETIC_ORGANISATION}{99000 + number}")
        level = "province" if row["region"] == PROVINCE else "city"
        code = str(credit_code.make("91", row["region"], organisation))
        kind = "technical_service_unit"
        yield Body(code, row["name"], row["short_name"], kind, level, row["region"], "", "技术服务")
