"""The accounts of the demo, shown on its sign-in page and nowhere else."""

import base64
import json

from django.conf import settings
from django.utils.translation import gettext as _
from django_otp.oath import totp

from banyan.desk.shapes import Cell, Column, Table

CAST = (
    "chenyangwen",
    "huangshian",
    "yeshixing",
    "wuliyuan",
    "wangliheng",
    "huangliyue",
    "wuyanglan",
    "sulizheng",
    "zhanglihai",
    "hongyangjing",
    "fangshigong",
    "linyangke",
    "gaoyanggui",
    "lailiqi",
    "tangyangshen",
    "heshicha",
    "liuliwang",
)
"""The officers whom a visitor tries first; `banyan demo credentials` lists all."""


def demo_accounts() -> Table | None:
    """Name, office, user name, password and present one-time code of each demo officer; None without a demo."""
    path = settings.BANYAN_HOME / "demo-credentials.json"
    if not path.exists():
        return None
    officers = json.loads(path.read_text(encoding="utf-8"))["officers"]
    officers.sort(key=lambda one: CAST.index(one["user_name"]) if one["user_name"] in CAST else len(CAST))
    labels = (_("Who"), _("User name"), _("Password"), _("Code now"))
    columns = tuple(
        Column(label=label, kind="text" if number == 0 else "code") for number, label in enumerate(labels)
    )
    rows = tuple(
        (
            Cell(one["name"], note=f"{one['body']} · {_(str(one['office']).replace('_', ' '))}"),
            Cell(one["user_name"]),
            Cell(one["password"]),
            Cell(code(one["totp_secret"])),
        )
        for one in officers[: len(CAST)]
    )
    return Table(caption=_("Accounts of the demo"), columns=columns, rows=rows)


def code(secret: str) -> str:
    """The present six digits of a base32 secret (RFC 6238)."""
    padded = secret + "=" * (-len(secret) % 8)
    return f"{totp(base64.b32decode(padded), t0=0, step=30, digits=6):06d}"
