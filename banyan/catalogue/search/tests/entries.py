"""Entries for the tests of the search."""

from hypothesis import strategies as st

from banyan.catalogue.search import Entry, drop, find, put
from banyan.catalogue.search.store import listed, read

LETTERS = st.characters(min_codepoint=0x4E00, max_codepoint=0x4E40) | st.sampled_from(
    "abcXYZ0189 　、（）A１_-é"
)
TITLES = st.text(LETTERS, min_size=2, max_size=12)

POPULATION = Entry(
    kind="resource",
    object_id=1,
    title="福州市人口基础信息",
    code="1/01/001/350100/0001",
    text="全市户籍人口的身份信息，用于办理各类事项 公民身份号码、姓名、出生日期、Household register",
    body=7,
    region="350100",
    facets={"sharing": "conditional", "cycle": "每天"},
    quality=80,
    url="/resource/1",
)
LEGAL_PERSONS = Entry(
    kind="resource",
    object_id=2,
    title="法人基础信息",
    code="1/02/001/350200/0002",
    text="统一社会信用代码、法定代表人、人口登记机关",
    body=8,
    region="350203",
    facets={"sharing": "unconditional", "cycle": "每月"},
    quality=60,
)
QUERY_SERVICE = Entry(
    kind="service",
    object_id=1,
    title="人口基础信息",
    region="350000",
    facets={"sharing": "conditional"},
    quality=10,
)
POLICE = Entry(
    kind="body", object_id=5, title="福建省公安厅", code="11350000MB0012345X", body=5, region="350000"
)
LIBRARY = Entry(kind="service", object_id=9, title="Library API 接口", text="reading rooms", region="35010")
ALL = (POPULATION, LEGAL_PERSONS, QUERY_SERVICE, POLICE, LIBRARY)


def only(*entries: Entry) -> None:
    """Let the search hold these entries and no others."""
    for entry in read(listed(100_000)).values():
        drop(entry.kind, [entry.object_id])
    put(entries)


def titles(query: str, **given: object) -> list[str]:
    return [hit.title for hit in find(query, **given).entries]  # type: ignore[arg-type]  # any filter of find
