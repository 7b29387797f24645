"""The ways one name may be read: brackets, slashes, units, notes, ordinals and letter forms taken out."""

import re
import unicodedata
from functools import lru_cache

TRADITIONAL = str.maketrans(
    "號碼電話聯繫稱單類別區劃圖書館學歷銀帳戶機構組織證據擔業務權註冊資總額價錢時間開關處罰許審備發佈內屬鄉鎮縣車輛種養殖農漁產權長寬來員數與醫療險繳費職稱態營執",
    "号码电话联系称单类别区划图书馆学历银账户机构组织证据担业务权注册资总额价钱时间开关处罚许审备发布内属乡镇县车辆种养殖农渔产权长宽来员数与医疗险缴费职称态营执",
)
UNITS = (
    "元|万元|亿元|千元|美元|万美元|%|人|万人|户|套|个|家|所|件|份|次|台|辆|艘|头|只|株|张|床|亩|公顷|平方米|平方公里|万平方米|㎡|m2|m²|km|公里|千米|米|cm|"
    "厘米|kg|千克|公斤|吨|万吨|克|kw|千瓦|mg/l|mg/m3|立方米|万立方米|亿立方米|m3|天|日|月|年|小时|分钟|工作日|岁|周岁|分|℃|毫米|mm|米/秒|立方米/秒|"
    "元/月|元/年|元/人|元/亩|元/平方米|人/平方公里|万元/年|吨/年|立方米/年|mg/m³|h|处|块|宗|间|层|位|度|项|班|名|对|门|集|级"
)
UNIT = re.compile(rf"(单位)?[:,]?({UNITS})(/({UNITS}))?")
TAIL_UNIT = re.compile(r"(?<=[一-鿿])(万元|亿元|万人|平方米|平方公里|公顷|㎡|m2|km|kg)$")
NOTE = re.compile(
    r"必填|选填|可选|可多选|多选|单选|如有|若有|脱敏|已脱敏|脱敏处理|填写|格式|yyyy|示例|例如|如:|见|注:|另附|加盖|盖章|签章|万以上|小写|大写|18位|15位|全|部分|汉字|"
    r"^\d+$|^[a-z]$|\d{4}|、.*、|=|字典|码表|gb/?t|系统生成|自动|不填|最多|至少|按"
)
BOUND = re.compile(r"起|止|自|至|始|开始|结束|起始|截止|终止|起止|起始:.*|截止:.*|开始日期|结束日期")
BRACKET = re.compile(r"\(([^()]*)\)")
ORDINAL = re.compile(r"(?<=[一-鿿])_?\d{1,2}$")
LISTED = re.compile(
    r"^(\d{1,2}[.、)]|\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,2}、|[*★#]+|第[一二三四五六七八九十\d]+(?=[申监户联股共]))"
)
LEFT_OUT = re.compile(r"[^0-9a-z一-鿿〇.]+")
HEAD_NOUN = re.compile(
    r"(姓名|名称|电话|号码|编号|代码|号|地址|日期|时间|类型|类别|性质|状态|金额|面积|数量|情况|性别|照片)$"
)
LIMIT = 8


@lru_cache(maxsize=200_000)
def spellings(name: str) -> tuple[str, ...]:
    """The plain spellings of a name, the most literal first: 证件(身份证)号码 is 证件号码 and also 身份证号码."""
    text = unicodedata.normalize("NFKC", name).lower().translate(TRADITIONAL).strip()
    text = _without_code_list(LISTED.sub("", "".join(text.split())))
    found: dict[str, None] = {}
    for opened in _brackets(text):
        for part in _alternatives(opened):
            if plain := _plain(part):
                found.setdefault(plain)
    return tuple(found)[:LIMIT] or (LEFT_OUT.sub("", text) or text,)


def _without_code_list(text: str) -> str:
    """状态:01录入 is 状态: what follows a colon lists codes or explains."""
    head, colon, _ = text.partition(":")
    return head if colon and head and "(" not in head else text


def _brackets(text: str) -> list[str]:
    """The readings of a text with brackets: without what they hold, with it, and with it instead of the word before."""
    found = BRACKET.search(text)
    if found is None:
        return [text.replace("(", "").replace(")", "")]
    before, inside, after = text[: found.start()], found.group(1), text[found.end() :]
    if not before and after:
        return _brackets(after)
    if BOUND.fullmatch(inside):
        return _brackets(before + inside.split(":")[0] + after)
    plain = _brackets(before + after)
    if (
        UNIT.fullmatch(inside)
        or NOTE.search(inside)
        or inside == before
        or not re.search(r"[一-鿿]{2}", inside)
    ):
        return plain
    other = [before + inside + after] if after else []
    return [*plain, *(part for text in [inside + after, *other] for part in _brackets(text))]


def _alternatives(text: str) -> list[str]:
    """营业执照号/社会信用代码 is two names; in 法定代表人/负责人姓名 both parts share the head noun."""
    parts = [part for part in re.split(r"[/|、\\\\]|或者|或", text) if part]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return [text]
    tail = HEAD_NOUN.search(parts[-1])
    if tail is None:
        return parts
    return [part if HEAD_NOUN.search(part) else part + tail.group() for part in parts]


def _plain(text: str) -> str:
    text = LEFT_OUT.sub("", TAIL_UNIT.sub("", text))
    bare = ORDINAL.sub("", text)
    return bare or text
