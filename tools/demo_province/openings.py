"""The catalogues of services and of open datasets, and the small public lists that are committed whole."""

from pathlib import Path

from demo_province.bodies import ZONE
from demo_province.regions import EXPERIMENTAL_ZONE
from demo_province.writing import hand_written, read_table, write_table

SERVICE_HEADER = (
    "code", "name", "kind", "provider_code", "level", "region", "access", "availability", "reply_hours",
    "abstract",
)  # fmt: skip
DATASET_HEADER = (
    "code", "title", "resource_code", "provider_code", "format", "cycle", "terms", "file", "description",
)  # fmt: skip
LIBRARY_HEADER = ("序号", "机构名称", "行政区划名称")
UNIVERSITY_HEADER = ("学校标识码", "学校名称", "业务主管单位", "行政区划名称", "办学层次", "备注")


def make_services(into: Path) -> int:
    """Write ``services.csv``: the province's entries, and those that every city has."""
    bodies = read_table(into / "bodies.csv")
    names = {row["code"]: row["name"] for row in read_table(into / "regions.csv.gz")} | {
        EXPERIMENTAL_ZONE: ZONE
    }
    rows: list[tuple[str, ...]] = []
    for service in hand_written("services"):
        for body in bodies:
            if (body["line"], body["level"]) == (service["line"], service["level"]):
                rows.append(service_row(len(rows) + 1, service, body, names[body["region"]]))
    write_table(into / "services.csv", SERVICE_HEADER, rows)
    return len(rows)


def service_row(number: int, service: dict[str, str], body: dict[str, str], place: str) -> tuple[str, ...]:
    """One service of one body."""
    code, name = f"YF{body['region']}-{number:04}", service["name"].format(city=place)
    promised = (service["access"], service["availability"], service["reply_hours"], service["abstract"])
    return (code, name, service["kind"], body["code"], body["level"], body["region"], *promised)


def make_open_datasets(into: Path) -> int:
    """Write ``open_datasets.csv`` with the codes of the resources the datasets come from."""
    bodies = read_table(into / "bodies.csv")
    provinces = {row["line"]: row["code"] for row in bodies if row["level"] == "province"}
    resources = {
        (row["name"], row["provider_code"]): row["code"] for row in read_table(into / "resources.csv.gz")
    }
    rows = []
    for row in hand_written("open_datasets"):
        provider = provinces[row["provider"]]
        ends = (row["format"], row["cycle"], row["terms"], row["file"], row["description"])
        rows.append((row["code"], row["title"], resources[row["resource"], provider], provider, *ends))
    write_table(into / "open_datasets.csv", DATASET_HEADER, rows)
    return len(rows)


def convert_open_lists(raw: Path, into: Path) -> tuple[int, int, int]:
    """Write the lists of universities, libraries and divisions; give their numbers of rows."""
    regions = [row for row in read_table(into / "regions.csv.gz") if len(row["code"]) == 6]
    universities = [
        (row["moe_code"], row["name"], row["supervising_body"], row["city"], row["level"], row["remarks"])
        for row in read_table(raw / "open/fujian_universities.csv")
    ]
    write_table(into / "open/universities.csv", UNIVERSITY_HEADER, universities)
    libraries = [
        (number, row["name"], city_of(row["name"], regions))
        for number, row in enumerate(read_table(raw / "open/fujian_libraries_graded.csv"), 1)
    ]
    write_table(into / "open/libraries.csv", LIBRARY_HEADER, libraries)
    divisions = [(row["code"], row["name"], row["parent"]) for row in regions]
    write_table(into / "open/divisions.csv", ("行政区划代码", "行政区划名称", "上级行政区划代码"), divisions)
    return len(universities), len(libraries), len(divisions)


def city_of(name: str, regions: list[dict[str, str]]) -> str:
    """The city that a library's name points to, by its own name or a county's in it; else the province."""
    if name.startswith(ZONE):
        return ZONE
    names = {row["code"]: row["name"] for row in regions}
    for row in regions:
        if row["level"] == "city" and row["name"][:-1] in name:
            return row["name"]
    counties = (row for row in regions if row["level"] == "county" and row["name"][:-1] in name)
    return next((names[row["parent"]] for row in counties), "福建省")
