"""Why an item was found or refused (匹配理由), in sentences for people."""

from banyan.catalogue.matcher.agreement import Agreement
from banyan.catalogue.matcher.reading import Reading
from banyan.kit.sentence import Sentence, say

CHINESE = {
    "Same name: {item}.": "同名：{item}",
    "Same name in another matter: {item} of {resource}.": "同名而语境不同：{resource}的{item}",
    "Same meaning: {field} = {item} (data element {element}).": "同义：{field} = {item}（数据元 {element}）",
    "Same meaning in context: {item} of {resource} = {field} (data element {element}).": (
        "结合语境同义：{resource}的{item} = {field}（数据元 {element}）"
    ),
    "The same name, shortened: {field} and {item}.": "繁简不同的同一名称：{field}、{item}",
    "Related, not surely the same: {field} and {item}.": "相关，未必同义：{field}、{item}",
    "Different kind of value: {one} is not {other}.": "中心词不同：{one}不是{other}",
    "Different owner: {one} is not in {other}.": "主体不同：{one}，对方为{other}",
    "Different qualifier: {one} is not in {other}.": "限定不同：{one}，对方为{other}",
    "Opposites: {one} and {other}.": "含义相反：{one}、{other}",
    "Confirmed by people: {field} = {item}.": "人工确认：{field} = {item}",
    "The file {file} does not exist.": "文件 {file} 不存在。",
    "The file {file} is empty; its first line must name the columns {columns}.": "文件 {file} 是空的；首行应为列名 {columns}。",
    "The file {file} lacks the column {missing}; its first line must name the columns {columns}.": (
        "文件 {file} 缺少列 {missing}；首行应为列名 {columns}。"
    ),
    "The file {file} is neither UTF-8 nor GB18030 text; save it as CSV in UTF-8.": (
        "文件 {file} 既不是 UTF-8 也不是 GB18030 文本；请另存为 UTF-8 的 CSV。"
    ),
    "Line {line} of {file} has no value in the column {missing}; fill it in or delete the line.": (
        "文件 {file} 第 {line} 行的“{missing}”列为空；请填写或删去该行。"
    ),
}


def in_chinese(sentence: Sentence) -> str:
    """The sentence in Chinese without a message catalogue, for the command line."""
    return sentence.render(lambda msgid: CHINESE.get(msgid, msgid))


def reason(agreement: Agreement, field: str, item: str, resource: str, element: str, accepted: bool) -> Sentence:
    """The sentence for an agreement; ``element`` names the data element both stand for."""
    one, other = agreement.one, agreement.other
    match agreement.ground:
        case "taught":
            return say("Confirmed by people: {field} = {item}.", field=field, item=item)
        case "same" if accepted:
            return say("Same name: {item}.", item=item)
        case "same":
            return say("Same name in another matter: {item} of {resource}.", item=item, resource=resource)
        case "short" if accepted:
            return say("The same name, shortened: {field} and {item}.", field=field, item=item)
        case "head":
            return say("Different kind of value: {one} is not {other}.", one=one, other=other)
        case "owner":
            return say("Different owner: {one} is not in {other}.", one=one, other=other)
        case "mark":
            return say("Different qualifier: {one} is not in {other}.", one=one, other=other)
        case "opposite":
            return say("Opposites: {one} and {other}.", one=one, other=other)
    if not accepted:
        return say("Related, not surely the same: {field} and {item}.", field=field, item=item)
    if agreement.ground == "context":
        pattern = "Same meaning in context: {item} of {resource} = {field} (data element {element})."
        return Sentence(pattern, {"item": item, "resource": resource, "field": field, "element": element})
    return say("Same meaning: {field} = {item} (data element {element}).", field=field, item=item, element=element)


def element(reading: Reading) -> str:
    """A short name of the data element a reading stands for: 法定代表人·名称."""
    head = [reading.head.lstrip("#")] if reading.head else []
    owners = sorted(owner.lstrip("@") for owner in reading.owners)
    return "·".join([*owners, *sorted(mark.lstrip("#") for mark in reading.marks), *reading.rest, *head])
