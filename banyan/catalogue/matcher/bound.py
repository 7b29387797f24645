"""What is bound to its matter (因事而异): the date, sum or reason of one matter is another in every other matter."""

import re

from banyan.catalogue.matcher.reading import DATE, NAME
from banyan.catalogue.matcher.subject import OF_EITHER
from banyan.catalogue.matcher.understanding import read
from banyan.catalogue.matcher.words import lexicon

OF_A_MATTER = {
    DATE,
    "#有效期",
    "#金额",
    "#原因",
    "#方式",
    "#结果",
    "#状态",
    "#情况",
    "#内容",
    "#意见",
    "#依据",
    "#标准",
}
OF_SOMEBODY = OF_EITHER | {NAME, "#身份证号", "#证件号码", "#账号"}
TO_COME = re.compile(r"(变更|调整|更改|变动)后|^拟(变更|任|迁|转入|扩)|^(本次)?申请\w*(金额|额度|数额)$")
HIMSELF = frozenset({"@人", "@本人", "@申请人"})


def bound(name: str) -> bool:
    """Whether a field asks for what one matter alone says: when, how much, why, or who plays a part in it."""
    reading = read(name)[0]
    in_a_part = reading.owners & lexicon().persons - HIMSELF
    return reading.head in OF_A_MATTER or (reading.head in OF_SOMEBODY and bool(in_a_part))


def to_come(name: str) -> bool:
    """Whether a name asks for what is only to become (将来值): 变更后住所 and 申请补贴金额 are held nowhere yet."""
    return TO_COME.search(name) is not None
