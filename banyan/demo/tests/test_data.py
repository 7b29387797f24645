"""The data of the demo province: valid identifiers, references that resolve, and a maker that repeats itself."""

import csv
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from banyan.demo import read
from banyan.kit.identifiers import citizen, credit_code, region

ROOT = Path(__file__).parents[3]
DATA = ROOT / "banyan/demo/data"
MAKER = ROOT / "tools/demo_data.py"
MOST_BYTES = 6_000_000
ELEMENTS = {element.name: element for element in read.elements()}
LISTS = {code.list for code in read.code_lists()}
REGIONS = {row.code: row for row in read.regions()}
BODIES = {body.code: body for body in read.bodies()}
RESOURCES = {resource.code: resource for resource in read.resources()}


def test_counts_of_the_province() -> None:
    levels = Counter(row.level for row in read.regions())
    assert levels == {"province": 1, "city": 9, "county": 84, "township": 1172, "village": 17497}
    assert Counter(row.flag for row in read.regions() if row.flag) == {
        "statistical_unit": 62, "renamed": 8, "added": 3, "experimental_zone": 1,
    }  # fmt: skip
    assert len(read.bodies()) == 1855
    assert len(read.officers()) >= 40
    assert 600 <= len(read.resources()) <= 1200
    assert len(read.elements()) >= 250
    assert len(read.collection_items()) >= 300
    assert len(read.services()) >= 60


def test_every_region_lies_in_the_one_its_code_names() -> None:
    assert len(REGIONS) == len(read.regions())
    for row in read.regions():
        above = region.parse(row.code).parent
        assert row.parent == (above.filled(max(6, len(above.code))) if above else "")
        assert row.parent in REGIONS or row.level == "province"


def test_the_map_shows_every_city_and_county_within_fujian() -> None:
    areas = read.boundaries()["features"]
    drawn = Counter((area["properties"]["code"], area["properties"]["level"]) for area in areas)
    assert drawn == Counter(
        (row.code, row.level) for row in read.regions() if row.level in {"city", "county"}
    )
    for area in areas:
        rings = [ring for polygon in area["geometry"]["coordinates"] for ring in polygon]
        assert rings
        assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
        assert all(115 < x < 121 and 23 < y < 29 for ring in rings for x, y in ring)


def test_every_body_has_a_valid_synthetic_credit_code_of_its_region() -> None:
    assert len(BODIES) == len(read.bodies())
    for body in read.bodies():
        code = credit_code.parse(body.code)
        assert code.region_code == body.region
        assert code.organisation.body.startswith("DEM")


def test_every_superior_is_the_same_line_one_level_up() -> None:
    above = {"city": "province", "county": "city"}
    for body in read.bodies():
        if body.superior_code:
            superior = BODIES[body.superior_code]
            assert (superior.line, superior.level) == (body.line, above[body.level])
        else:
            assert body.level == "province" or body.kind == "technical_service_unit"


def test_each_of_the_ten_cities_and_each_governed_county_has_a_managing_department() -> None:
    managing = Counter(body.level for body in read.bodies() if body.kind == "managing_department")
    assert managing == {"province": 1, "city": 10, "county": 82}


def test_officers_serve_in_bodies_and_none_shares_a_name_to_sign_in_with() -> None:
    assert len({officer.user_name for officer in read.officers()}) == len(read.officers())
    assert all(officer.body_code in BODIES for officer in read.officers())
    assert all(officer.name[1] in "示例样试" for officer in read.officers())


def test_the_story_has_its_cast() -> None:
    cast = {(BODIES[officer.body_code].name, officer.office) for officer in read.officers()}
    assert cast >= {
        ("鼓楼区民政局", "form_designer"), ("鼓楼区民政局", "data_officer"), ("鼓楼区民政局", "integrator"),
        ("福建省公安厅", "data_officer"), ("福建省市场监督管理局", "data_officer"), ("福建省民政厅", "data_officer"),
        ("福州市公安局", "data_officer"), ("福建省数字福建建设领导小组办公室", "catalogue_officer"),
        ("福建省数字福建建设领导小组办公室", "auditor"), ("福州市数字办", "catalogue_officer"),
        ("鼓楼区数字办", "catalogue_officer"), ("福建省人民政府", "leader"), ("福建省财政厅", "finance_officer"),
    }  # fmt: skip


def test_a_data_element_goes_by_no_name_of_another() -> None:
    names = Counter(name for e in read.elements() for name in (e.name, *e.synonyms))
    assert [name for name, times in names.items() if times > 1] == []
    assert {e.code_list for e in read.elements()} - {""} <= LISTS


def test_resource_codes_are_unique_and_name_class_and_region() -> None:
    assert len(RESOURCES) == len(read.resources())
    for resource in read.resources():
        first, *_, place, number = resource.code.split("/")
        assert first == resource.resource_class
        assert place == BODIES[resource.provider_code].region
        assert re.fullmatch(r"[1-3]/\d{2}/\d{3}/\d{6}/\d{4}", resource.code), number


def test_a_resource_that_is_not_shared_gives_ground_and_basis_and_is_not_open() -> None:
    for resource in read.resources():
        refused = resource.sharing == "3"
        assert bool(resource.ground) == bool(resource.ground_basis) == refused
        assert resource.ground in {"", "business_secret", "personal_privacy", "law"}
        assert resource.opening == "closed" or not refused
        assert bool(resource.condition) == (not refused)
        assert bool(resource.opening_condition) == (resource.opening == "conditional")


def test_no_resource_speaks_of_a_state_secret_or_of_another_province() -> None:
    elsewhere = re.compile("涉密|机密|绝密|军工|北京|宁夏|银川|芜湖|安徽|宜宾|四川")
    assert [resource.name for resource in read.resources() if elsewhere.search(resource.name)] == []


def test_items_belong_to_resources_and_take_their_shape_from_known_elements_and_lists() -> None:
    of_resource = Counter(item.resource_code for item in read.resource_items())
    assert set(of_resource) == set(RESOURCES)
    assert min(of_resource.values()) >= 3
    names = Counter((item.resource_code, item.name) for item in read.resource_items())
    assert max(names.values()) == 1
    for item in read.resource_items():
        assert item.data_type in "CNYDTLMGBIF"
        assert item.element in ELEMENTS or not item.element
        assert item.code_list in LISTS or not item.code_list


def test_what_holds_a_sensitive_item_is_classified_sensitive() -> None:
    sensitive = {item.resource_code for item in read.resource_items() if item.is_sensitive}
    for resource in read.resources():
        assert (resource.classification == "sensitive") == (
            resource.code in sensitive or resource.sharing == "3"
        )


def test_the_basic_resources_of_the_story_are_complete() -> None:
    terms = {
        resource.name: resource for resource in read.resources() if resource.code.split("/")[3] == "350000"
    }
    assert terms["人口基础信息"].sharing == "2"
    assert BODIES[terms["人口基础信息"].provider_code].name == "福建省公安厅"
    assert terms["企业基本信息"].sharing == "1"
    keys = {(item.resource_code, item.name) for item in read.resource_items() if item.is_key}
    assert (terms["人口基础信息"].code, "公民身份号码") in keys
    assert (terms["企业基本信息"].code, "统一社会信用代码") in keys


@pytest.mark.parametrize("resource", sorted(read.HOLDINGS))
def test_rows_have_the_items_of_their_resource_as_columns(resource: str) -> None:
    code = next(r.code for r in read.resources() if r.name == resource and r.code.split("/")[3] == "350000")
    items = [item.name for item in read.resource_items() if item.resource_code == code]
    rows = list(read.rows(read.HOLDINGS[resource]))
    assert list(rows[0]) == items
    keys = [item.name for item in read.resource_items() if item.resource_code == code and item.is_key]
    assert len({tuple(row[key] for key in keys) for row in rows}) == len(rows) > 50


def test_people_are_valid_and_synthetic() -> None:
    people = list(read.rows("people.csv.gz"))
    assert len(people) == 5000
    for row in people:
        number = citizen.parse(row["公民身份号码"])
        assert row["合成标记"] == "1"
        assert int(number.sequence) >= 996
        assert number.born == date.fromisoformat(row["出生日期"])
        assert (number.sex == "male") == (row["性别"] == "1")
        assert number.region_code == row["户籍地行政区划代码"]
        assert REGIONS[row["居住地行政区划代码"]].level == "county"
    assert sum(row["居住地行政区划代码"] == "350102" for row in people) > 500


def test_firms_are_valid_and_synthetic() -> None:
    firms = list(read.rows("firms.csv.gz"))
    assert len(firms) == 2000
    names = {body.name for body in read.bodies()}
    for row in firms:
        assert credit_code.parse(row["统一社会信用代码"]).organisation.body.startswith("DEN")
        assert row["企业名称"].startswith("示例")
        assert row["合成标记"] == "1"
        assert row["登记机关"] in names
        assert row["成立日期"] <= row["核准日期"]


def test_coded_values_of_people_and_firms_are_in_their_lists() -> None:
    values = {(code.list, code.code) for code in read.code_lists()}
    for name in ("people.csv.gz", "firms.csv.gz", "assistance.csv.gz"):
        for row in read.rows(name):
            coded = [(column, value) for column, value in row.items() if ELEMENTS[column].code_list]
            assert all((ELEMENTS[column].code_list, value) in values for column, value in coded)


def test_recipients_of_the_allowance_are_people_of_the_province() -> None:
    people = {row["公民身份号码"]: row for row in read.rows("people.csv.gz")}
    for row in read.rows("assistance.csv.gz"):
        assert people[row["公民身份号码"]]["姓名"] == row["姓名"]
        assert row["街道名称"] in people[row["公民身份号码"]]["居住地址"]


def test_the_bad_delivery_has_exactly_the_faults_listed() -> None:
    rows = list(read.rows("people_bad.csv"))
    cells = list(read.rows("people_bad_cells.csv"))
    assert (len(rows), len(cells)) == (200, 12)
    assert all(rows[int(cell["row"]) - 1][cell["item"]] == cell["value"] for cell in cells)
    invalid = {number for number, row in enumerate(rows, 1) if not citizen.is_valid(row["公民身份号码"])}
    assert invalid == {int(cell["row"]) for cell in cells if cell["rule"] in {"check_character", "length"}}
    numbers = Counter(row["公民身份号码"] for row in rows)
    assert sum(times - 1 for times in numbers.values()) == 1


def test_the_chinese_encoding_carries_rare_names() -> None:
    rows = list(read.rows("people_gb18030.csv", encoding="gb18030"))
    assert len(rows) == 200
    assert any(len(row["姓名"].encode("gb18030")) > 2 * len(row["姓名"]) for row in rows)
    with pytest.raises(UnicodeDecodeError):
        read.content("people_gb18030.csv").decode("utf-8")


def test_each_field_of_a_form_has_the_answer_that_the_catalogues_give() -> None:
    may_ask = {(item.matter, item.element) for item in read.collection_items()}
    matter = {form.form: form.matter for form in read.forms()}
    shared = {item.element for item in read.resource_items() if RESOURCES[item.resource_code].sharing != "3"}
    answers: dict[str, set[str]] = {}
    for field in read.expected_fields():
        listed = (matter[field.form], field.element) in may_ask
        assert listed == (field.expected != "refuse"), field
        assert (field.expected == "share") <= (field.element in shared), field
        assert field.expected != "collect" or field.element not in shared, field
        answers.setdefault(field.form, set()).add(field.expected)
    assert set(answers) == set(matter)
    assert all(found == {"share", "identify", "collect", "refuse"} for found in answers.values())


def test_the_element_named_for_a_field_is_the_one_its_name_leads_to() -> None:
    for field in read.expected_fields():
        element = ELEMENTS[field.element]
        assert (
            field.name in {element.name, *element.synonyms} or len(set(field.name) & set(element.name)) >= 2
        ), field


def test_every_form_is_there_as_text_and_as_a_workbook_with_the_same_fields() -> None:
    for form in read.forms():
        assert any(body.name == form.body for body in read.bodies())
        names = [row["字段名称"] for row in read.rows(f"forms/{form.form}.csv")]
        assert names == [field.name for field in read.expected_fields() if field.form == form.form]
        with zipfile.ZipFile(io.BytesIO(read.content(f"forms/{form.form}.xlsx"))) as book:
            cells = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
        assert all(name in cells for name in names)


def test_services_and_datasets_name_bodies_resources_and_files_that_exist() -> None:
    assert {service.kind for service in read.services()} == {
        "network", "hosting", "software", "data", "identity", "certificate", "channel",
    }  # fmt: skip
    assert all(service.provider_code in BODIES for service in read.services())
    for dataset in read.open_datasets():
        assert RESOURCES[dataset.resource_code].provider_code == dataset.provider_code
        assert RESOURCES[dataset.resource_code].opening != "closed"
        assert not dataset.file or read.content(dataset.file)


def test_every_file_has_its_source_and_all_fit_the_limit() -> None:
    sources = read.content("SOURCES.md").decode()
    files = [path for path in DATA.rglob("*") if path.is_file() and path.name != "SOURCES.md"]
    for path in files:
        name = path.relative_to(DATA).as_posix()
        assert f"`{name}`" in sources or name.startswith(("forms/", "people")), name
    assert sum(path.stat().st_size for path in files) < MOST_BYTES


def test_compressed_files_carry_no_time_and_no_name() -> None:
    for path in DATA.rglob("*.gz"):
        assert path.read_bytes()[3:8] == bytes(5), path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The maker's files, from the committed tables and what it reads of the committed data."""
    into = tmp_path_factory.mktemp("demo") / "data"
    into.mkdir()
    for name in ("elements.csv", "code_lists.csv", "regions.csv.gz", "resources.csv.gz"):
        shutil.copy(DATA / name, into)
    command = [sys.executable, str(MAKER), "--into", str(into), "make"]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True)
    return into


def test_the_maker_writes_the_committed_files_again(made: Path) -> None:
    written = [path.relative_to(made) for path in made.rglob("*") if path.is_file()]
    assert len(written) >= 20
    for name in written:
        assert substance(made / name) == substance(DATA / name), name


def substance(path: Path) -> object:
    """What a file says, whichever library compressed it."""
    data = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(data)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return {name: book.read(name) for name in book.namelist()}
    return data


def test_every_table_is_as_wide_as_its_header() -> None:
    for path in DATA.rglob("*.csv"):
        encoding = "gb18030" if "gb18030" in path.name else "utf-8"
        widths = {len(row) for row in csv.reader(io.StringIO(path.read_text(encoding), newline=""))}
        assert len(widths) == 1, path
