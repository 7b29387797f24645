"""Words by which classified material gives itself away (定密标志); article 22(1) and 32(1)."""

import re

from banyan.acts.refusal import Objection, refuse
from banyan.kit.secrecy import squeezed
from banyan.kit.sentence import say

MARK = re.compile(
    r"(绝密|机密|秘密)[★☆⭐*]|(绝密|(?<![算手])机密(?!码))(级|文件|事项|资料|信息)?|国家秘密"
    r"|(?<!商业)(?<!保守)秘密级|TOPSECRET",
    re.IGNORECASE,
)
INNOCENT = re.compile(
    r"保守(国家)?秘密|保密法|国家秘密法|涉及国家秘密的除外|不涉及国家秘密|非涉密|非国家秘密"
)


def secret_words(*texts: str) -> tuple[str, ...]:
    """The marks of a State secret in these texts, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for match in MARK.finditer(INNOCENT.sub(" ", squeezed(text or ""))):
            found[match.group()] = None
    return tuple(found)


def marked_secret(words: tuple[str, ...]) -> Objection | None:
    """The objection against storing what bears these marks of a State secret; None when it bears none."""
    if not words:
        return None
    return refuse(
        say("Marked as a State secret: {words}.", words="、".join(words)),
        instead=say("Nothing was stored. Classified material never enters this system."),
    )
