"""The data type, length and code list of an item: those of its data element, else what its name tells."""

import re
from dataclasses import dataclass
from pathlib import Path

from demo_province.writing import read_table

BY_NAME = tuple(
    (re.compile(pattern), data_type, length)
    for pattern, data_type, length in (
        (r"经度|纬度|坐标", "B", "12"),
        (r"^是否", "L", "1"),
        (r"年份|年度$", "C", "4"),
        (r"电话|手机|传真", "C", "20"),
        (r"日期|年月", "D", "10"),
        (r"时间", "T", "19"),
        (r"元[）)]$|金额|价格|费用|资金$|资产|收入|支出", "Y", "16"),
        (r"[（(](?:人|个|所|张|家|户|吨|公里|亩|平方米|万立方米|立方米|米|%|万|亿|千瓦|公顷)", "N", "12"),
        (r"数量|人数|次数|班数|户数|面积|总量|[生工校个]数$|率$|比重|占比|指数|产量", "N", "12"),
        (r"备注|内容|描述|说明|范围|依据|事由|情况|简介|职责|条件|流程|材料|标准|意见", "M", "2000"),
        (r"图片|照片|图像|附件", "G", ""),
        (r"序号", "I", "8"),
        (r"代码|编码|编号|文号|证号|号码?$", "C", "50"),
    )
)
SENSITIVE = re.compile(
    r"身份证|证件号|(?:负责|联系|法定代表|监护|申请)人(?:联系)?(?:电话|手机)|银行账|病|住院|就诊"
)


@dataclass(frozen=True)
class Item:
    """One resource item (信息项) as the catalogue will hold it."""

    name: str
    element: str
    data_type: str
    length: str
    code_list: str
    required: bool
    sensitive: bool
    key: bool


class Shapes:
    """The data elements by every name they go by."""

    def __init__(self, into: Path) -> None:
        self._elements: dict[str, dict[str, str]] = {}
        for row in read_table(into / "elements.csv"):
            for name in (row["name"], *filter(None, row["synonyms"].split(";"))):
                self._elements[name] = row

    def item(self, name: str, *, required: bool = False, key: bool = False) -> Item:
        """The item of this name; without a data element its shape is told from the name."""
        element = self._elements.get(name)
        if element:
            shape = (element["name"], element["data_type"], element["length"], element["code_list"])
            return Item(name, *shape, required, element["sensitive"] == "1", key)
        told = ((data_type, length) for pattern, data_type, length in BY_NAME if pattern.search(name))
        data_type, length = next(told, ("C", "200"))
        return Item(name, "", data_type, length, "", required, bool(SENSITIVE.search(name)), key)

    def marked(self, text: str) -> tuple[Item, ...]:
        """Items from ``name*;name!;name``: a star marks the key, an exclamation mark what must be present."""
        items = tuple(
            self.item(name.rstrip("*!"), required=name[-1] in "*!", key=name.endswith("*"))
            for name in text.split(";")
        )
        if missing := [item.name for item in items if not item.element]:
            raise SystemExit(
                f"There is no data element for {'、'.join(missing)}; write it into elements.csv."
            )
        return items
