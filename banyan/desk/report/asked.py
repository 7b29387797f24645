"""Which report is asked for: a year that has begun under the Measures, and a region down to the county."""

from dataclasses import dataclass

from banyan.acts import clock
from banyan.acts.directory import directory
from banyan.acts.errors import Invalid
from banyan.kit.numbers import whole
from banyan.kit.sentence import Sentence, say
from banyan.law.inforce import pack


@dataclass(frozen=True)
class Report:
    """Which annual report (报告范围)."""

    year: int
    region: str

    @property
    def is_running(self) -> bool:
        """Whether the year is not over: its figures are counted live."""
        return self.year == clock.today().year


def asked_report(year: str, region: str) -> Report:
    """The report asked for; Invalid, with a sentence for what is wrong, when there can be none."""
    faults: dict[str, Sentence] = {}
    first, last = pack().commencement.year, clock.today().year
    number = (whole(year) or 0) if year else last
    if not first <= number <= last:
        faults["year"] = say(
            "“{year}” is no year of the Measures: choose one from {first} to {last}.",
            year=year,
            first=first,
            last=last,
        )
    prefix = str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
    code = region or prefix.ljust(6, "0")
    if len(code) != 6 or not directory().region_name(code):
        faults["region"] = say(
            "There is no city or county with the code {region}: give six digits, such as {example}.",
            region=region or code,
            example=prefix.ljust(6, "0"),
        )
    if faults:
        raise Invalid(faults)
    return Report(number, code)
