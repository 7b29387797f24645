"""Why an item was found or refused (匹配理由), in sentences for people."""

from collections.abc import Mapping

from banyan.catalogue.matcher.agreement import Agreement
from banyan.catalogue.matcher.reading import Reading
from banyan.kit.sentence import Sentence, say

SAME = {
    "same": say("Same name: {item}."),
    "meaning": say("Same meaning: {field} = {item} (data element {element})."),
    "context": say("Same meaning in context: {item} of {resource} = {field} (data element {element})."),
    "short": say("The same name, shortened: {field} and {item}."),
    "taught": say("Confirmed by people: {field} = {item}."),
    "near": say("Near in wording, in a kindred matter: {field} and {item}."),
}
NOT_THE_SAME = {
    "same": say("Same name in another matter: {item} of {resource}."),
    "head": say("Different kind of value: {one} is not {other}."),
    "owner": say("Different owner: {one} is not in {other}."),
    "mark": say("Different qualifier: {one} is not in {other}."),
    "opposite": say("Opposites: {one} and {other}."),
}
RELATED = say("Related, not surely the same: {field} and {item}.")
CHINESE = {
    "Same name: {item}.": "同名：{item}",
    "Same meaning: {field} = {item} (data element {element}).": "同义：{field} = {item}（数据元 {element}）",
    "Same meaning in context: {item} of {resource} = {field} (data element {element}).": (
        "结合语境同义：{resource}的{item} = {field}（数据元 {element}）"
    ),
    "The same name, shortened: {field} and {item}.": "繁简不同的同一名称：{field}、{item}",
    "Near in wording, in a kindred matter: {field} and {item}.": "措辞相近、事项相同：{field}、{item}",
    "Confirmed by people: {field} = {item}.": "人工确认：{field} = {item}",
    "Same name in another matter: {item} of {resource}.": "同名而语境不同：{resource}的{item}",
    "Different kind of value: {one} is not {other}.": "中心词不同：{one}不是{other}",
    "Different owner: {one} is not in {other}.": "主体不同：{one}，对方为{other}",
    "Different qualifier: {one} is not in {other}.": "限定不同：{one}，对方为{other}",
    "Opposites: {one} and {other}.": "含义相反：{one}、{other}",
    "Related, not surely the same: {field} and {item}.": "相关，未必同义：{field}、{item}",
}


def in_chinese(sentence: Sentence) -> str:
    """The sentence in Chinese without a message catalogue, for the command line."""
    return sentence.render(lambda msgid: CHINESE.get(msgid, msgid))


def reason(agreement: Agreement, said: Mapping[str, str], *, accepted: bool) -> Sentence:
    """The sentence for an agreement; ``said`` holds the field, the item, its resource and the data element."""
    grounds = SAME if accepted else NOT_THE_SAME
    pattern = grounds.get(agreement.ground, SAME["near"] if accepted else RELATED).msgid
    values = {**said, "one": agreement.one, "other": agreement.other}
    return Sentence(pattern, {name: value for name, value in values.items() if f"{{{name}}}" in pattern})


def element(reading: Reading) -> str:
    """A short name of the data element a reading stands for: 法定代表人·名称."""
    head = [reading.head.lstrip("#")] if reading.head else []
    owners = sorted(owner.lstrip("@") for owner in reading.owners)
    return "·".join([*owners, *sorted(mark.lstrip("#") for mark in reading.marks), *reading.rest, *head])
