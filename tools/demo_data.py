"""Make the data of the demo province again.

``python tools/demo_data.py make`` writes what is invented or hand-written, from the committed tables and a seed.
``python tools/demo_data.py convert RAW`` also writes what comes from public copies, read from the folder RAW;
its files and their licences are listed in ``banyan/demo/data/SOURCES.md``.
"""

import argparse
from pathlib import Path

from demo_province.assistance import make_assistance
from demo_province.bodies import make_bodies
from demo_province.boundaries import convert_boundaries
from demo_province.collection import make_collection, make_forms
from demo_province.firms import make_firms
from demo_province.officers import make_officers
from demo_province.openings import convert_open_lists, make_open_datasets, make_services
from demo_province.people import make_people
from demo_province.regions import convert_regions
from demo_province.resources import convert_resources

DATA = Path(__file__).parents[1] / "banyan/demo/data"


def convert(raw: Path, into: Path) -> None:
    """Write the files that come from public copies; the resources need the bodies, so those are made between."""
    print("regions:", dict(convert_regions(raw, into)))
    print("boundaries:", convert_boundaries(raw, into), "bytes")
    print("open lists:", convert_open_lists(raw, into))
    make_bodies(into)
    print("resources:", dict(convert_resources(raw, into)))


def make(into: Path) -> None:
    """Write the files that are invented or hand-written."""
    print("bodies:", make_bodies(into))
    print("officers:", make_officers(into))
    print("collection items:", make_collection(into))
    print("forms:", make_forms(into))
    print("services:", make_services(into))
    print("open datasets:", make_open_datasets(into))
    print("people:", make_people(into))
    print("firms:", make_firms(into))
    print("assistance:", make_assistance(into))


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=DATA, help="folder of the data, with elements.csv in it")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("make", help="write what is invented or hand-written")
    converting = commands.add_parser("convert", help="also write what comes from public copies")
    converting.add_argument("raw", type=Path, help="folder of the public copies")
    asked = parser.parse_args()
    if asked.command == "convert":
        convert(asked.raw, asked.into)
    make(asked.into)


if __name__ == "__main__":
    main()
